# What a plan waits for outside itself, and what its dates do not take into account. The sentences for readers stand in
# the catalog.
"""The world outside of a plan, as values."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct

from .ids import Reference
from .plan import ExternalDependency, Phase, Task


class OtherPlan(NamedTuple):
    """Another plan of the site, by the source path of its page and its title."""

    path: str
    title: str


class Hold(Struct, frozen=True):
    """The task or phase `by` cannot start before the working day after `until`. It is blocked until then, or waits for
    the `promise` of another team or for another `plan`."""

    by: Reference
    until: dt.date
    promise: ExternalDependency | None = None
    plan: OtherPlan | None = None


class NotCountedKind(StrEnum):
    """What an expected finish leaves out, the most harmful first."""

    BLOCKED = "blocked"  # nobody has said until when
    STILL_BLOCKED = "still_blocked"  # the day that was said is over
    PLAN = "plan"  # it waits for another plan of which nobody knows the finish
    NO_ESTIMATE = "no_estimate"  # it takes time, and counts with none
    AT_ONCE = "at_once"  # one person has several tasks on the same day
    PROMISE = "promise"  # another team has named a day, and no task waits for it


# How long these take, nobody knows: the finish can only be later.
WITHOUT_DAY = (NotCountedKind.BLOCKED, NotCountedKind.STILL_BLOCKED, NotCountedKind.PLAN)


class NotCounted(Struct, frozen=True):
    """Something that the expected finish does not take into account. `works` are the tasks or phases concerned; `day`
    is the day of a resource conflict, or the promised day that has passed. The other fields depend on the kind."""

    kind: NotCountedKind
    works: tuple[Task | Phase, ...] = ()
    person: str = ""
    day: dt.date | None = None
    promises: tuple[ExternalDependency, ...] = ()
    plan: OtherPlan | None = None
