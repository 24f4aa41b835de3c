# What the room hands out: the schedule as frozen values, in hours and dates. Views and data files read these and
# nothing else of this package.
"""The schedule as data: one item for each task or block, one span for each phase, and the whole."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from mkdocs_planplugin.model import Phase, Task

from .axis import Axis


@dataclass(frozen=True, slots=True)
class ScheduledItem:
    """A piece of work on the axis: a top-level task, or a phase that is one block.

    Hours are working hours from the start of the plan. `start_day` and `finish_day` count working days from 1
    ("day 1"); `start` and `finish` are the same days as dates, `None` on an axis without dates. `depends_on` holds the
    ids of the items it waits for, implied ones included, in the order of the text.
    """

    id: str
    kind: Literal["task", "phase"]
    source: Task | Phase
    phase: str | None  # the number of its phase
    phase_key: str | None  # the key of its phase, `None` outside the phases
    line: int
    duration_hours: float
    early_start_hours: float
    early_finish_hours: float
    start_day: int
    finish_day: int
    start: dt.date | None
    finish: dt.date | None
    depends_on: tuple[str, ...] = ()
    late_start_hours: float | None = None
    late_finish_hours: float | None = None
    slack_hours: float | None = None
    free_slack_hours: float | None = None
    critical: bool | None = None


@dataclass(frozen=True, slots=True)
class PhaseSpan:
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
    depends_on: tuple[str, ...] = ()

    @property
    def duration_hours(self) -> float:
        """Working hours from start to finish, gaps included."""
        return self.finish_hours - self.start_hours


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A reference that would close a cycle (or names what states it), and therefore holds nobody back.

    `waiting` is the id of the task or the key of the phase that states it, `waits_for` what it names, `line` the line
    of the one that states it.
    """

    waiting: str
    waits_for: str
    line: int


@dataclass(frozen=True, slots=True)
class Schedule:
    """When everything of a plan happens, as estimated, as if nothing had been done yet.

    `items` and `phases` are in the order of the text. `today_hours` is where today lies on the axis, in working hours
    from the start: `None` before the start or without dates, and more than `duration_hours` after the finish.
    `assumptions` are sentences for a reader.
    """

    axis: Axis
    start: dt.date | None
    finish: dt.date | None
    finish_day: int
    duration_hours: float
    today_hours: float | None
    items: tuple[ScheduledItem, ...] = ()
    phases: tuple[PhaseSpan, ...] = ()
    assumptions: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    critical_path: tuple[str, ...] = ()
    finish_p80: dt.date | None = None
    forecast_finish: dt.date | None = None
    forecast_p80: dt.date | None = None
    slip_days: int | None = None
    planned_percent: float | None = None
    actual_percent: float | None = None

    @property
    def loose_items(self) -> tuple[ScheduledItem, ...]:
        """The items outside any phase."""
        return tuple(item for item in self.items if item.phase_key is None)
