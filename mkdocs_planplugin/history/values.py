# What is known of the past of a plan: frozen values, for views and data files. They hold no words.
"""The history of a plan as data."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from mkdocs_planplugin.portfolio import PlanChanges


class BaselineKind(StrEnum):
    """What a baseline is named by."""

    TAG = "tag"  # a tag of the repository
    DATE = "date"  # a day
    STATUS = "status"  # nobody named one: the day on which the status of the plan became *in progress*


class Point(Struct, frozen=True):
    """A plan at the end of a day on which it changed.

    `done` and `total` count tasks as the progress of the plan does. `added` is how many tasks came into the total since
    the point before, `removed` how many left it: `total` is that of the point before, plus `added`, less `removed`.
    Hours are working hours of the schedule, and the same holds for them; they are None, or 0, where nobody said how
    long anything takes. `committed` is False for what only the working tree has.
    """

    day: dt.date
    done: int
    total: int
    added: int
    removed: int
    done_hours: float | None
    total_hours: float | None
    added_hours: float
    removed_hours: float
    committed: bool = True


class Baseline(Struct, frozen=True):
    """The version that a plan is measured against, and what changed since.

    `name` is the tag, or the day as it was asked for (`2026-01-31`); empty where nobody named one. `commit` is the id
    of the commit that has the version, `day` the day on which the plan came to be so.
    """

    kind: BaselineKind
    name: str
    commit: str
    day: dt.date
    changes: PlanChanges


class PlanHistory(Struct, frozen=True):
    """What is known of the past of one plan.

    `points` has the days on which the plan changed, the oldest first, never empty: one point a day. `is_complete` says
    whether the first is the day on which the plan came to be; in a shallow clone it may only be as far as anybody can
    see. `changed` is the day of the last real change, words of its text or what is read of it, None where the history
    does not reach back so far: the same words in another form are no change. `line_days` has the days on which the
    tasks and other boxes of the text came to stand as they do, by their lines; those of which it is not known are not
    there. `week` is what changed in the last seven days, with everything new (no `before`) where the plan came in them,
    None where that is not known. `baseline` is None where there is none: no version of the plan was in progress, or the
    history does not reach back so far.
    """

    points: tuple[Point, ...]
    is_complete: bool
    changed: dt.date | None
    line_days: Mapping[int, dt.date] = {}
    week: PlanChanges | None = None
    baseline: Baseline | None = None

    @property
    def is_uncommitted(self) -> bool:
        """Whether the working tree has a change that no commit has."""
        return not self.points[-1].committed
