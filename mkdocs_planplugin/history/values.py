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
    The same holds for hours, which are working hours of the schedule. Where nothing is estimated, `done_hours` and
    `total_hours` are None, the other two 0. `committed` is False for what only the working tree has.
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
    of the commit that has the version, `day` the day on which the plan became this version.
    """

    kind: BaselineKind
    name: str
    commit: str
    day: dt.date
    changes: PlanChanges


class PlanHistory(Struct, frozen=True):
    """What is known of the past of one plan.

    - `points`: the burn-up, a point for each day on which the plan changed, the oldest first; never empty.
    - `is_complete`: whether the first point is the day on which the plan was written. In a shallow clone, it may be the
      first day that the clone knows.
    - `changed`: the day on which the words of the text, or what is read of it, changed last; the same words in another
      layout are no change. None where the history does not reach back so far.
    - `line_days`: since when each task and each other box has had its state, by line; lines for which that is not known
      are missing.
    - `week`: what changed in the last seven days, None where that is not known. Where the plan was written in them, it
      has no version `before`.
    - `baseline`: None where no version of the plan was in progress, or the history does not reach back so far.
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
