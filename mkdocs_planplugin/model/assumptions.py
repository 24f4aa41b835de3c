# What a schedule had to assume, as data: which kind of assumption, about which tasks, phases and days. The sentences
# that readers see stand in the catalog.
"""The assumptions of a schedule as values."""

from __future__ import annotations

import datetime as dt
from enum import Enum, auto
from typing import NamedTuple

from .ids import Reference
from .plan import Phase, Task


class AssumptionKind(Enum):
    """What was assumed because the plan does not say it. The members are in the order in which pages list them.

    The comments say what the `days` and `others` of an assumption are; where nothing is said, it has none.
    """

    TEMPLATE = auto()
    STARTS_ON_DAY_1 = auto()
    STARTS_WHEN_CREATED = auto()  # days: that day
    STARTS_ON_NEXT_WORKING_DAY = auto()  # days: the start that the plan names, the day on which work starts
    TASK_STARTS_NOT_KEPT = auto()
    MEAN_OF_RANGES = auto()
    MEAN_OF_THREE_POINTS = auto()
    SUMS_OF_SUBTASKS = auto()
    SHARES_OF_PHASE = auto()
    TASKS_WITHOUT_ESTIMATE = auto()
    CANCELLED_TASKS = auto()
    CANCELLED_PHASES = auto()
    PHASES_WITHOUT_LENGTH = auto()
    PHASES_NOT_BEFORE_THEIR_POSITION = auto()
    PHASES_AS_LONG_AS_THEIR_POSITION = auto()
    POSITIONS_NOT_KEPT = auto()
    PHASES_IN_ORDER = auto()
    TASKS_IN_ORDER = auto()
    TASKS_OUTSIDE_PHASES = auto()
    WAITS_FOR_SUBTASKS = auto()
    WAITS_OF_SUBTASKS = auto()
    UNKNOWN_REFERENCES = auto()  # others: the references
    ORDER_NOT_FOLLOWED = auto()  # others: what it would follow
    NAMES_ITSELF = auto()
    CLOSES_CYCLE = auto()  # others: the reference that is ignored
    HALF_OF_WHAT_IS_IN_PROGRESS = auto()
    LAGS_FROM_PLANNED_FINISH = auto()


class Assumption(NamedTuple):
    """An assumption of a schedule: its kind, the tasks and phases that it is `about`, and the `others` and `days` that
    the comments of `AssumptionKind` describe. Tasks and phases of the plan are given as they are, because they may have
    no number; anything else is given as a reference."""

    kind: AssumptionKind
    about: tuple[Task | Phase, ...] = ()
    others: tuple[Task | Phase | Reference, ...] = ()
    days: tuple[dt.date, ...] = ()
