# What is drawn of a row is settled here, in percent of the window; how that looks SVG and style sheet say.
"""The marks of the rows of a table: bars, slack, plan, waits and days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from mkdocs_planplugin.model import Hold, Reference, Task, TaskId
from mkdocs_planplugin.schedule import PhaseSpan, Remaining, Schedule, ScheduledItem

from .rows import ChartRow
from .window import ChartWindow

# In percent: the narrowest bar that can be seen.
_NARROWEST_BAR = 0.6

Range = tuple[float, float]
SignKind = Literal["milestone", "outside"]


class Marks(NamedTuple):
    """What a row draws, in percent of the window, which the ends may lie outside of.

    `bar` is the work, of which the share `done` is filled, `sets_finish` that it cannot slip, `tail` up to where it
    can; `sign` stands at the start of a bar that takes no time. `plan` is when it was planned, `due` the evening of the
    day it is due, which is `missed` where it will be later. `wait` is from today to the day until which others hold it
    up, whose name `wait_for` may be empty.
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


@dataclass(frozen=True, slots=True)
class Scale:
    """Turns the hours and days of a schedule into percent of a window."""

    schedule: Schedule
    window: ChartWindow
    holds: Mapping[Reference, Hold] = field(default_factory=dict)  # of each task the one that lasts longest

    def range(self, start: float, finish: float) -> Range:
        """Where a bar lies that lasts from one hour of the plan to another: what takes time is wide enough to be
        seen."""
        x, end = self.window.percent(start), self.window.percent(finish)
        return (x, max(end, x + _NARROWEST_BAR)) if finish > start else (x, x)

    def evening(self, date: dt.date | None) -> float | None:
        """Where a day ends; `None` without a day, before the start, or in a plan without dates."""
        hour = self.schedule.axis.hours_after(date) if date else None
        return None if hour is None else self.window.percent(hour)


def marks_of(row: ChartRow, scale: Scale) -> Marks:
    """What a row draws."""
    if isinstance(row.item, PhaseSpan):
        return _phase_marks(row.item, scale)
    if isinstance(row.item, ScheduledItem):
        return _work_marks(row, row.item, scale)
    end = scale.evening(row.item.date)
    return Marks() if end is None else Marks((end, end), sign="outside")


def _phase_marks(span: PhaseSpan, scale: Scale) -> Marks:
    """A phase reaches from the first to the last of what is left of it; without tasks it is a moment."""
    plan = scale.range(span.start_hours, span.finish_hours)
    if not span.items:
        moment = scale.evening(span.tracking.expected_finish) or plan[0]
        return Marks((moment, moment), sign="milestone", is_phase=True)
    if scale.schedule.expected is None:
        return Marks(plan, is_phase=True)
    left = [item.expected for item in span.items if item.expected]
    if not left:
        return Marks(plan=plan)
    bar = scale.range(min(work.start_hours for work in left), max(work.finish_hours for work in left))
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
        scale.evening(item.source.due) if isinstance(item.source, Task) else None,
        is_missed(item),
        *_wait(item, scale),
    )


def _wait(item: ScheduledItem, scale: Scale) -> tuple[Range | None, str]:
    """From today to the day until which a task is held up, and who holds it up."""
    expected, hold = scale.schedule.expected, hold_of(item, scale.holds)
    end = scale.schedule.axis.hours_after(hold.until) if hold else None
    if expected is None or hold is None or end is None or end <= expected.from_hours:
        return None, ""
    return scale.range(expected.from_hours, end), held_up_by(hold)


def longest_holds(holds: Iterable[Hold]) -> dict[Reference, Hold]:
    """The holds by the task or phase that they hold; of several the one that lasts longest."""
    longest: dict[Reference, Hold] = {}
    for hold in sorted(holds, key=lambda hold: hold.until):
        longest[hold.by] = hold
    return longest


def hold_of(item: ScheduledItem, holds: Mapping[Reference, Hold]) -> Hold | None:
    """What holds up a task, or the phase that is one block."""
    reference = item.id if isinstance(item.id, TaskId) else item.phase_key
    return holds.get(reference) if reference else None


def starts_after(item: ScheduledItem, hold: Hold, schedule: Schedule) -> bool:
    """Whether a task is expected to start as soon as it is not held up any more."""
    expected, end = item.expected, schedule.axis.hours_after(hold.until)
    return expected is not None and end is not None and expected.start_hours <= end


def held_up_by(hold: Hold) -> str:
    """Who holds something up: a team, or another plan; empty where its author names only a day."""
    if hold.promise:
        return hold.promise.team or ""
    return hold.plan.title if hold.plan else ""


def _times(item: ScheduledItem, expected: Remaining | None) -> tuple[float, float, float, bool]:
    """Start, finish, slack, and whether it sets the finish: as expected, else as planned."""
    if expected is None:
        return item.early_start_hours, item.early_finish_hours, item.slack_hours, item.critical
    return expected.start_hours, expected.finish_hours, expected.slack_hours, expected.critical


def is_missed(item: ScheduledItem) -> bool:
    """Whether what is not over will be finished after the day it is due."""
    due = item.source.due if isinstance(item.source, Task) else None
    if due is None or item.outcome:
        return False
    finish = (item.expected or item).finish
    return finish is not None and finish > due


def has_length(item: ScheduledItem) -> bool:
    """Whether anybody said how long it takes, even that it takes no time at all."""
    source = item.source
    return bool(item.duration_hours) or source.estimate.known or item.outcome is not None
