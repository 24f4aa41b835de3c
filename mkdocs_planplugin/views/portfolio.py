# All plans side by side on one axis of dates: which run at the same time, which come next, which should be over. A plan
# is a row, its phases are bars in it; phases that overlap lie below each other.
"""The timeline over all plans."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from mkdocs_planplugin.measure import Progress, phase_progress
from mkdocs_planplugin.model import FINISHED, Phase
from mkdocs_planplugin.portfolio import Entry, Portfolio
from mkdocs_planplugin.schedule import Schedule

from .environment import render
from .formats import PHASE_STATES, Day, Word, counted, day, short_day
from .links import Context, Ref, brief, phase_ref
from .moments import Moments, moments
from .progress import phase_state, task_meter
from .scale import Scale, scale, within_reach
from .summary import days_late, planned, status_word
from .ticks import calendar_ticks

# In the text's own size: from one bar of a row to the one below it, above the first, and below the last.
_LANE, _ABOVE, _BELOW = 1.05, 0.42, 0.43
# In percent of the axis: the least that can be seen.
_THINNEST = 0.4


@dataclass(frozen=True, slots=True)
class Bar:
    """A phase: from `x` on and `width` wide, the first `done` of it filled, in percent; `y` in the text's size."""

    href: str | None
    says: str
    state: Word
    x: str
    width: str
    done: str
    y: str


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A plan with its days and bars; `late` and `remark` are words behind the finish."""

    ref: Ref
    status: Word
    start: Day
    finish: Day
    late: str
    remark: str
    bars: tuple[Bar, ...]
    height: str


@dataclass(frozen=True, slots=True)
class _Days:
    """Days that follow one another, by their ordinals; `last` is the day after the last of them."""

    first: int
    last: int

    def reaches(self, other: _Days) -> bool:
        """Whether others lie so near that they can be drawn on the same axis."""
        return all(within_reach(at, self.first, self.last) for at in (other.first, other.last))

    def holds(self, other: _Days) -> bool:
        return self.first <= other.first and other.last <= self.last

    def joined(self, others: Iterable[_Days]) -> _Days:
        every = [self, *others]
        return _Days(min(each.first for each in every), max(each.last for each in every))


@dataclass(frozen=True, slots=True)
class _Dated:
    """A plan of which it is known when it starts and how long it takes."""

    entry: Entry
    schedule: Schedule
    days: _Days

    @property
    def finished(self) -> bool:
        return self.entry.measures.shown_status in FINISHED


@dataclass(frozen=True, slots=True)
class _Piece:
    """A phase, or the tasks outside any: what it is called, how far it is, and from when to when it lasts."""

    name: str
    anchor: str
    state: Word
    share: float
    counted: str
    moments: Moments


def is_dated(entry: Entry) -> bool:
    """Whether it is known when a plan starts and how long it takes."""
    return _dated(entry) is not None


def portfolio_view(portfolio: Portfolio, context: Context) -> str:
    """The timeline over all plans of a site."""
    dated = sorted(filter(None, map(_dated, portfolio.plans)), key=_rank)
    undated = [(_ref(entry, context), _lacks(entry)) for entry in portfolio.plans if not is_dated(entry)]
    if not dated:
        return render("portfolio", groups=[], far=[], undated=undated)
    axis = _axis(dated, context.today)
    drawing = _Drawing(axis, context)
    shown = [plan for plan in dated if axis.holds(plan.days)]
    running = [drawing.row(plan) for plan in shown if not plan.finished]
    finished = [drawing.row(plan) for plan in shown if plan.finished]
    return render(
        "portfolio",
        groups=[(name, rows) for name, rows in (("", running), ("Complete or cancelled", finished)) if rows],
        scale=drawing.scale,
        today_words=_today_words(axis, context.today),
        far=[(_ref(plan.entry, context), planned(plan.schedule)) for plan in dated if not axis.holds(plan.days)],
        undated=undated,
    )


def _dated(entry: Entry) -> _Dated | None:
    schedule = entry.schedule
    if schedule is None or not schedule.duration_hours or schedule.start is None or schedule.finish is None:
        return None
    return _Dated(entry, schedule, _Days(schedule.start.toordinal(), schedule.finish.toordinal() + 1))


def _lacks(entry: Entry) -> str:
    """What a plan lacks to be drawn."""
    return "no start date" if entry.schedule and entry.schedule.duration_hours else "no estimates"


def _rank(plan: _Dated) -> tuple[int, int, str]:
    """The earliest finish first, then the earliest start."""
    return plan.days.last, plan.days.first, plan.entry.path


def _axis(plans: Sequence[_Dated], today: dt.date) -> _Days:
    """The days that are drawn: those of the plans that are left to do, then today and the finished plans where they do
    not lie so far away that the rest could not be seen."""
    running = [plan.days for plan in plans if not plan.finished] or [plan.days for plan in plans]
    axis = running[0].joined(running)
    others = [_Days(today.toordinal(), today.toordinal() + 1), *(plan.days for plan in plans)]
    return axis.joined(filter(axis.reaches, others))


def _today_words(axis: _Days, today: dt.date) -> str:
    if today.toordinal() < axis.first:
        return f"Today, {day(today).text}, is before all of it."
    if today.toordinal() >= axis.last:
        return f"Today, {day(today).text}, is after all of it."
    return f"The dashed line is today, {day(today).text}."


class _Drawing:
    """Rows on one axis: what all of them share."""

    def __init__(self, axis: _Days, context: Context) -> None:
        self._axis = axis
        self._context = context
        first, last = dt.date.fromordinal(axis.first), dt.date.fromordinal(axis.last - 1)
        self._written = short_day if first.year == last.year else day
        length = axis.last - axis.first
        today_at = context.today.toordinal() - axis.first
        self.scale: Scale = scale(calendar_ticks(first, length), length, context.today, today_at)

    def row(self, plan: _Dated) -> PlanRow:
        """A plan as a row."""
        entry, late = plan.entry, days_late(plan.entry, self._context.today)
        bars, lanes = self._bars(plan)
        return PlanRow(
            ref=_ref(entry, self._context),
            status=status_word(entry.measures.shown_status),
            start=self._day(plan.days.first),
            finish=self._day(plan.days.last - 1),
            late=f"late by {counted(late, 'day')}" if late else "",
            remark=f"due {self._written(entry.plan.due).text}" if entry.plan.due else "",
            bars=bars,
            height=f"{_ABOVE + lanes * _LANE + _BELOW:.2f}em",
        )

    def _bars(self, plan: _Dated) -> tuple[tuple[Bar, ...], int]:
        """The bars of a plan, and in how many lanes they lie: in the first that is free when they begin."""
        free_from: list[float] = []
        bars = []
        for piece in sorted(_pieces(plan), key=lambda piece: piece.moments):
            start, finish = piece.moments
            lane = next((lane for lane, at in enumerate(free_from) if at <= start), len(free_from))
            free_from[lane : lane + 1] = [finish]
            bars.append(self._bar(plan.entry, piece, lane))
        return tuple(bars), max(1, len(free_from))

    def _bar(self, entry: Entry, piece: _Piece, lane: int) -> Bar:
        length = self._axis.last - self._axis.first
        start, finish = piece.moments
        width = max(100 * (finish - start) / length, _THINNEST)
        x = min(100 * (start - self._axis.first) / length, 100 - width)
        return Bar(
            href=self._context.href(entry.path + piece.anchor),
            says=self._says(piece),
            state=piece.state,
            x=f"{x:.2f}%",
            width=f"{width:.2f}%",
            done=f"{width * piece.share:.2f}%" if piece.share else "",
            y=f"{_ABOVE + lane * _LANE:.2f}em",
        )

    def _says(self, piece: _Piece) -> str:
        first, last = int(piece.moments[0]), max(int(piece.moments[0]), ceil(piece.moments[1]) - 1)
        days = self._day(first).text if first == last else f"{self._day(first).text} → {self._day(last).text}"
        return ", ".join(filter(None, (f"{piece.name}: {days}", piece.state.text, piece.counted)))

    def _day(self, ordinal: int) -> Day:
        return self._written(dt.date.fromordinal(ordinal))


def _ref(entry: Entry, context: Context) -> Ref:
    return Ref("", brief(entry.plan.title) or entry.path, context.href(entry.path))


def _pieces(plan: _Dated) -> Iterator[_Piece]:
    """The phases that take time, and what stands outside them as if it were one."""
    axis = plan.schedule.axis
    for span, progress in zip(plan.schedule.phases, plan.entry.measures.phases, strict=True):
        if span.duration_hours:
            yield _piece(span.phase, progress, moments(span, axis))
    if spans := [moments(item, axis) for item in plan.schedule.loose_items if item.duration_hours]:
        rest = Phase("", None, "Tasks", plan.entry.plan.line, "", tasks=plan.entry.plan.tasks)
        yield _piece(rest, phase_progress(rest), (min(first for first, _ in spans), max(last for _, last in spans)))


def _piece(phase: Phase, progress: Progress, lasts: Moments) -> _Piece:
    ref, tasks = phase_ref(phase), task_meter(progress)
    return _Piece(
        name=f"{ref.id} {ref.title}".strip(),
        anchor=f"#{phase.anchor}" if phase.anchor else "",
        state=PHASE_STATES[phase_state(phase, progress)],
        share=(progress.tasks.percent or 0) / 100,
        counted=tasks.label if tasks else "",
        moments=lasts,
    )
