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
    """What was assumed where a plan is silent, in the order in which readers are told.

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


class Assumption(NamedTuple):
    """An assumption of a schedule: its kind, the tasks and phases it is `about`, and the `others` and `days` that
    `AssumptionKind` lists beside the kind. What is in the plan is there itself, for it may have no number to be called
    by; what is not in the plan is there as the reference to it."""

    kind: AssumptionKind
    about: tuple[Task | Phase, ...] = ()
    others: tuple[Task | Phase | Reference, ...] = ()
    days: tuple[dt.date, ...] = ()
