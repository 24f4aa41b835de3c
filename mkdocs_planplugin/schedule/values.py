# The result of scheduling: frozen values, in hours and dates, for measures, views and data files.
"""The schedule as data: one item for each task or block, one span for each phase, and the whole."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from mkdocs_planplugin.model import (
    WITHOUT_DAY,
    Assumption,
    Hold,
    NotCounted,
    Phase,
    PhaseRef,
    Reference,
    State,
    Task,
    WorkId,
)

from .axis import Axis
from .nodes import key_of


class Remaining(Struct, frozen=True, gc=False):
    """What is left of a piece of work that is not done: how long it still takes, and when, from today on.

    Hours and days are those of the plan's axis. `slack_hours` and `critical` are about the forecast's finish.
    """

    hours: float
    start_hours: float
    finish_hours: float
    start_day: int
    finish_day: int
    start: dt.date | None
    finish: dt.date | None
    slack_hours: float
    critical: bool


class Tracking(Struct, frozen=True, gc=False):
    """How far work is against how far it was planned to be, today.

    Percents are shares of estimated hours, to 1 decimal: `planned_percent` of those whose planned finish is not after
    today, `actual_percent` of those that are done; `None` where there are no hours (or, for the first, no dates).
    `expected_finish` is when what is left will be done, `slip_days` how many working days after the planned finish that
    is (before it: negative); `None` where there is no forecast.
    """

    planned_percent: float | None = None
    actual_percent: float | None = None
    expected_finish: dt.date | None = None
    slip_days: int | None = None


class ScheduledItem(Struct, frozen=True, gc=False):
    """A piece of work on the axis: a top-level task, or a phase that is one block.

    Hours are working hours from the start of the plan; `best_hours` and `worst_hours` are how long it takes at best and
    at worst. `start_day` and `finish_day` count working days from 1 ("day 1"); `start` and `finish` are the same days
    as dates, `None` on an axis without dates. `outcome` is how it has ended, `DONE` or `CANCELLED`, and `None` while
    something of it is left. `depends_on` holds the ids of the items it waits for, in the order of the text, also of
    those that it waits for by the order of the text or through its phase; `follows` holds the tasks and phases that it
    names itself, or the task before it where it names nothing: the arrows of a chart. `remaining` is its part of the
    forecast, `expected` that of the expected finish.
    """

    id: WorkId
    kind: Literal["task", "phase"]
    source: Task | Phase
    phase: str | None  # the number of its phase
    phase_key: PhaseRef | None  # the key of its phase, `None` outside the phases
    line: int
    duration_hours: float
    best_hours: float
    worst_hours: float
    early_start_hours: float
    early_finish_hours: float
    late_start_hours: float
    late_finish_hours: float
    slack_hours: float
    free_slack_hours: float
    critical: bool
    outcome: State | None
    start_day: int
    finish_day: int
    start: dt.date | None
    finish: dt.date | None
    depends_on: tuple[WorkId, ...] = ()
    follows: tuple[Reference, ...] = ()
    remaining: Remaining | None = None
    expected: Remaining | None = None

    @property
    def key(self) -> Reference:
        """The reference to its task, or to the phase that it is a block of."""
        return key_of(self.source)

    @property
    def done(self) -> bool:
        """Whether all of it is done; what was cancelled is not."""
        return self.outcome is State.DONE

    @property
    def is_planned_late(self) -> bool:
        """Whether it is planned to be finished after the day on which it is due."""
        return _is_after(self.finish, self.source.due)

    @property
    def is_missed(self) -> bool:
        """Whether it is open and expected to be finished after the day on which it is due; without an expected finish,
        whether it is planned to be."""
        return not self.outcome and _is_after((self.expected or self).finish, self.source.due)


class PhaseSpan(Struct, frozen=True, gc=False):
    """A phase as a summary: from the start of its first item to the finish of its last.

    A phase without items is a milestone: start and finish are the moment at which what it waits for is finished.
    `depends_on` holds the keys of the phases and the ids of the tasks the phase waits for, implied ones included.
    """

    phase: Phase
    items: tuple[ScheduledItem, ...]
    start_hours: float
    finish_hours: float
    start_day: int
    finish_day: int
    start: dt.date | None
    finish: dt.date | None
    depends_on: tuple[Reference, ...] = ()
    tracking: Tracking = Tracking()

    @property
    def duration_hours(self) -> float:
        """Working hours from start to finish, gaps included."""
        return self.finish_hours - self.start_hours

    @property
    def outcome(self) -> State | None:
        """How the phase has ended, `DONE` or `CANCELLED`; `None` while something of it is left."""
        return self.phase.outcome

    @property
    def critical(self) -> bool:
        """Whether it moves the finish of the plan when it is late."""
        return any(item.critical for item in self.items)

    @property
    def is_planned_late(self) -> bool:
        """Whether it is planned to be finished after the day on which it is due."""
        return _is_after(self.finish, self.phase.due)

    @property
    def is_missed(self) -> bool:
        """Whether it is open and expected to be finished after the day on which it is due; without an expected finish,
        whether it is planned to be."""
        return not self.outcome and _is_after(self.tracking.expected_finish or self.finish, self.phase.due)


def _is_after(finish: dt.date | None, due: dt.date | None) -> bool:
    return finish is not None and due is not None and finish > due


class IgnoredDependency(Struct, frozen=True):
    """A dependency that is ignored because it would close a cycle, such as that of a task on itself.

    `waiting` is the task or phase that states it, `waits_for` what it names, `line` the line of `waiting`.
    """

    waiting: Reference
    waits_for: Reference
    line: int


class Forecast(Struct, frozen=True):
    """When what is left, by the boxes, will be done if work goes on today. As the expected finish of a plan it also
    counts the days that others have named.

    `from_hours` is where today lies, `finish_hours` the finish, both on the plan's axis; `finish_p80` and
    `finish_p80_merged` are the finishes that are kept with a probability of 80% (see `Schedule`). `critical_path` holds
    the ids of the items that are left and set the finish. `slip_days` counts working days after the planned finish;
    before it they are negative.
    """

    from_hours: float
    finish_hours: float
    finish: dt.date | None
    finish_p80: dt.date | None
    finish_p80_merged: dt.date | None
    slip_days: int
    critical_path: tuple[WorkId, ...]


class Schedule(Struct, frozen=True):
    """When everything of a plan happens, as estimated, as if nothing had been done yet; and the forecast of what is
    left, where there is one.

    `items` and `phases` are in the order of the text. `today_hours` is where today lies on the axis, in working hours
    from the start: `None` before the start or without dates, and more than `duration_hours` after the finish.
    `finish_p80` (working day `finish_p80_day`) is kept with a probability of 80% if the critical path alone is
    uncertain: a lower bound, for where paths merge any of them may be the last. `finish_p80_merged` counts that in; it
    is never before `finish_p80`. `expected` is the forecast with all that the plan waits for outside of it
    (its `holds`): the finish that readers see, `None` also where nobody tracks what is done; `not_counted` is what it
    leaves out, the most harmful first; where it is only the earliest finish, it has no 80% finish. `assumptions` says
    what was assumed where the plan is silent.
    """

    axis: Axis
    start: dt.date | None
    finish: dt.date | None
    finish_day: int
    finish_p80: dt.date | None
    finish_p80_day: int
    finish_p80_merged: dt.date | None
    duration_hours: float
    today_hours: float | None
    critical_path: tuple[WorkId, ...] = ()
    items: tuple[ScheduledItem, ...] = ()
    phases: tuple[PhaseSpan, ...] = ()
    forecast: Forecast | None = None
    expected: Forecast | None = None
    holds: tuple[Hold, ...] = ()
    not_counted: tuple[NotCounted, ...] = ()
    tracking: Tracking = Tracking()
    assumptions: tuple[Assumption, ...] = ()
    ignored: tuple[IgnoredDependency, ...] = ()

    def longest_holds(self) -> dict[Reference, Hold]:
        """For each task or phase that is held the hold with the last day, and of equals the first."""
        longest: dict[Reference, Hold] = {}
        for hold in self.holds:
            if hold.by not in longest or longest[hold.by].until < hold.until:
                longest[hold.by] = hold
        return longest

    def leaving_out(self, omissions: Iterable[NotCounted]) -> Schedule:
        """The schedule whose expected finish leaves these out. Nobody can say how probable it is where that is only the
        earliest finish: then it has no 80% finish."""
        schedule = replace(self, not_counted=tuple(omissions))
        if schedule.expected and schedule.waits_without_day:
            expected = replace(schedule.expected, finish_p80=None, finish_p80_merged=None)
            return replace(schedule, expected=expected)
        return schedule

    @property
    def waits_without_day(self) -> bool:
        """Whether the plan waits for something that nobody has dated: then its expected finish is the earliest one."""
        return any(omission.kind in WITHOUT_DAY for omission in self.not_counted)

    @property
    def expected_is_earliest(self) -> bool:
        """Whether there is an expected finish, and it is only the earliest one."""
        return self.expected is not None and self.waits_without_day

    @property
    def loose_items(self) -> tuple[ScheduledItem, ...]:
        """The items outside any phase."""
        return tuple(item for item in self.items if item.phase_key is None)
