# What the drawing of a row contains, in percent of the window. How it looks is up to `svg` and the style sheet.
"""The marks of the rows of a table: bars, slack, planned bars, waits and due days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from mkdocs_planplugin.model import Hold, Reference
from mkdocs_planplugin.schedule import PhaseSpan, Remaining, Schedule, ScheduledItem

from .rows import ChartRow, has_length, work_left
from .window import ChartWindow

# In percent: the narrowest bar that can be seen.
_NARROWEST_BAR = 0.6

Range = tuple[float, float]
SignKind = Literal["milestone", "outside"]


class Marks(Struct, frozen=True):
    """What a row draws, in percent of the window. Values below 0 and above 100 lie outside.

    `bar` is the work; the share `done` of it is filled. `sets_finish` says that it has no slack, `tail` is where its
    slack ends. `sign` replaces a bar that takes no time. `plan` is the bar as it was planned. `due` is the evening of
    the due day, `missed` says that the work will end later. `wait` is the time from today to the day until which
    somebody outside holds the work up; `wait_for` is their name, or empty.
    """

    bar: Range | None = None
    done: float = 0
    sets_finish: bool = False
    tail: float | None = None
    sign: SignKind | None = None
    plan: Range | None = None
    due: float | None = None
    missed: bool = False
    wait: Range | None = None
    wait_for: str = ""
    is_phase: bool = False


class Scale(Struct, frozen=True):
    """Converts the hours and days of a schedule to percent of a window. `holds` has the longest hold of each task."""

    schedule: Schedule
    window: ChartWindow
    holds: Mapping[Reference, Hold] = {}

    def range(self, start: float, finish: float) -> Range:
        """The ends of a bar from one working hour of the plan to another. It is at least wide enough to be seen."""
        x, end = self.window.percent(start), self.window.percent(finish)
        return (x, max(end, x + _NARROWEST_BAR)) if finish > start else (x, x)

    def evening(self, date: dt.date | None) -> float | None:
        """Where a day ends; `None` without a day, for one before the start, and in a plan without dates."""
        hour = self.schedule.axis.hours_after(date) if date else None
        return None if hour is None else self.window.percent(hour)


def marks_of(row: ChartRow, scale: Scale) -> Marks:
    """The marks of a row."""
    if isinstance(row.item, PhaseSpan):
        span, due = row.item, scale.evening(row.item.phase.due)
        marks = _phase_marks(span, scale)
        return marks if due is None or span.outcome else replace(marks, due=due, missed=span.is_missed)
    if isinstance(row.item, ScheduledItem):
        return _work_marks(row, row.item, scale)
    end = scale.evening(row.item.date)
    return Marks() if end is None else Marks((end, end), sign="outside")


def _phase_marks(span: PhaseSpan, scale: Scale) -> Marks:
    """The bar of a phase reaches from the start to the finish of its remaining work. Without tasks it is a
    milestone."""
    plan = scale.range(span.start_hours, span.finish_hours)
    if not span.items:
        moment = scale.evening(span.tracking.expected_finish) or plan[0]
        return Marks((moment, moment), sign="milestone", is_phase=True)
    if scale.schedule.expected is None:
        return Marks(plan, is_phase=True)
    left = work_left(span)
    if left is None:
        return Marks(plan=plan)
    bar = scale.range(left[0].start_hours, left[1].finish_hours)
    return Marks(bar, plan=plan, is_phase=True)


def _work_marks(row: ChartRow, item: ScheduledItem, scale: Scale) -> Marks:
    plan = scale.range(item.early_start_hours, item.early_finish_hours)
    expected, bar = item.expected, row.bar
    if item.outcome or bar is None:
        return Marks(plan=plan)
    start, finish, slack, critical = _times(item, expected)
    estimated = has_length(item)
    return Marks(
        scale.range(start, finish) if estimated else None,
        bar.done,
        critical and estimated,
        scale.window.percent(finish + slack) if slack and finish > start else None,
        "milestone" if finish == start and estimated else None,
        plan if expected else None,
        scale.evening(item.source.due),
        item.is_missed,
        *_wait(item, scale),
    )


def _wait(item: ScheduledItem, scale: Scale) -> tuple[Range | None, str]:
    """The time from today to the day until which a task is held up, and who holds it up."""
    expected, hold = scale.schedule.expected, scale.holds.get(item.key)
    end = scale.schedule.axis.hours_after(hold.until) if hold else None
    if expected is None or hold is None or end is None or end <= expected.from_hours:
        return None, ""
    return scale.range(expected.from_hours, end), held_up_by(hold)


def starts_after(item: ScheduledItem, hold: Hold, schedule: Schedule) -> bool:
    """Whether a task is expected to start as soon as its hold ends."""
    expected, end = item.expected, schedule.axis.hours_after(hold.until)
    return expected is not None and end is not None and expected.start_hours <= end


def held_up_by(hold: Hold) -> str:
    """Who causes a hold: a team or another plan; empty if the author names only a day."""
    if hold.promise:
        return hold.promise.team or ""
    return hold.plan.title if hold.plan else ""


def _times(item: ScheduledItem, expected: Remaining | None) -> tuple[float, float, float, bool]:
    """Start, finish, slack, and whether the item is critical: as expected, or without a forecast as planned."""
    if expected is None:
        return item.early_start_hours, item.early_finish_hours, item.slack_hours, item.critical
    return expected.start_hours, expected.finish_hours, expected.slack_hours, expected.critical
