# The drawing of plans below each other, row by row. The rows of a table are as high as their words, which nobody here
# knows: so each row has a drawing of its own.
"""Bars, forecasts, marks and connections of plans on one axis of days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from mkdocs_planplugin.catalog import Label
from mkdocs_planplugin.portfolio import PlanDependency
from mkdocs_planplugin.views.kit import Context

from .connectors import ConnectorEnd, ConnectorLine, Connectors, connectors_by_row, em, percent
from .dated_plans import DatedPlan, DaySpan
from .layout import PhaseWork, RowLayout

# In percent of the axis: the least that can be seen.
_THINNEST = 0.4

DateWriter = Callable[[dt.date], str]  # a date as it is written on this page


@dataclass(frozen=True, slots=True)
class PhaseBar:
    """A phase: from `x` on and `width` wide, in percent, `y` in the text's size; the first `done` of it filled."""

    href: str | None
    title: str
    state: Label
    x: str
    width: str
    y: str
    done: str


@dataclass(frozen=True, slots=True)
class RemainingBar:
    """What is left of a plan, by the forecast, as a bar of its own below the others."""

    x: str
    width: str
    y: str


@dataclass(frozen=True, slots=True)
class RowDrawing:
    """The drawing of one row; `cut` is set where the plan begins before the axis. `passing` are the connections that
    only cross the row, as the path of an SVG that is 100 wide and 1 high, first those that hold, then those that do
    not."""

    height: str = ""
    bars: tuple[PhaseBar, ...] = ()
    remaining: RemainingBar | None = None
    due: str = ""
    cut: bool = False
    lines: tuple[ConnectorLine, ...] = ()
    ends: tuple[ConnectorEnd, ...] = ()
    passing: tuple[str, str] = ("", "")


def row_drawings(
    rows: Sequence[DatedPlan | None],
    axis: DaySpan,
    dependencies: Iterable[PlanDependency],
    write_date: DateWriter,
    context: Context,
) -> list[RowDrawing]:
    """The drawing of each row; `None` is a row of words, through which connections pass."""
    layouts = [RowLayout.of(plan) if plan else None for plan in rows]
    connectors = connectors_by_row(layouts, dependencies, axis)
    painter = _Painter(axis, write_date, context)
    return [painter.row(layout, connectors[number]) for number, layout in enumerate(layouts)]


class _Painter:
    """Draws rows on one axis."""

    def __init__(self, axis: DaySpan, write_date: DateWriter, context: Context) -> None:
        self._axis = axis
        self._write_date = write_date
        self._context = context

    def row(self, layout: RowLayout | None, connectors: Connectors) -> RowDrawing:
        if layout is None:
            return RowDrawing(passing=connectors.passing_paths)
        return RowDrawing(
            height=em(layout.height),
            bars=tuple(self._phase_bar(layout, phase, lane) for phase, lane in layout.phases if self._is_seen(phase)),
            remaining=self._remaining_bar(layout),
            due=self._due(layout.plan.entry.plan.due),
            cut=layout.plan.days.first < self._axis.first,
            lines=tuple(connectors.lines),
            ends=tuple(connectors.ends),
            passing=connectors.passing_paths,
        )

    def _is_seen(self, phase: PhaseWork) -> bool:
        start, finish = phase.days
        return finish > self._axis.first and start < self._axis.last

    def _phase_bar(self, layout: RowLayout, phase: PhaseWork, lane: int) -> PhaseBar:
        x, width = self._place(*phase.days)
        return PhaseBar(
            href=self._context.href(layout.plan.entry.path + phase.anchor),
            title=self._title(phase),
            state=phase.state,
            x=percent(x),
            width=percent(width),
            y=em(layout.phase_y(lane)),
            done=f"{100 * phase.share:.0f}%" if phase.share else "",
        )

    def _remaining_bar(self, layout: RowLayout) -> RemainingBar | None:
        remaining = layout.plan.remaining
        if not layout.plan.moved or remaining is None:
            return None
        x, width = self._place(remaining.first, remaining.last)
        return RemainingBar(percent(x), percent(width), em(layout.remaining_y))

    def _due(self, due: dt.date | None) -> str:
        """Where the mark of the day that a plan is due stands, at the end of that day; empty where it is not drawn."""
        if due is None or not self._axis.overlaps(DaySpan.of(due, due)):
            return ""
        return percent(self._axis.percent(due.toordinal() + 1))

    def _place(self, start: float, finish: float) -> tuple[float, float]:
        """Where on the axis something begins, and how wide it is, in percent; cut off where the axis is."""
        first, last = (min(max(day, self._axis.first), self._axis.last) for day in (start, finish))
        width = max(100 * (last - first) / self._axis.length, _THINNEST)
        return min(self._axis.percent(first), 100 - width), width

    def _title(self, phase: PhaseWork) -> str:
        """What the bar says of itself: `Phase 1 Schema: 12 Jan → 14 Jan, in progress, 1 of 2 tasks`."""
        first = int(phase.days[0])
        last = max(first, ceil(phase.days[1]) - 1)
        days = " → ".join(dict.fromkeys(self._write_date(dt.date.fromordinal(day)) for day in (first, last)))
        return ", ".join(filter(None, (f"{phase.name}: {days}", phase.state.text, phase.tasks)))
