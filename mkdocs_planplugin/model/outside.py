# What a plan waits for that is not in it, and what no date of it takes into account. The sentences that readers see
# stand in the catalog.
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
    """The task or phase `by` cannot start before the working day after `until`: it is blocked until then, or waits for
    the `promise` of another team, or for another `plan`."""

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


class NotCounted(Struct, frozen=True):
    """Something that the expected finish leaves out: its kind, and what of the other values says more. `works` are the
    tasks or phases that it is about, `day` is that of a resource conflict, or the day that is over."""

    kind: NotCountedKind
    works: tuple[Task | Phase, ...] = ()
    person: str = ""
    day: dt.date | None = None
    promises: tuple[ExternalDependency, ...] = ()
    plan: OtherPlan | None = None
