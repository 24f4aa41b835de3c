# The values that plans are written in, each with its unit.
"""Levels, estimates, positions and the working calendar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct


class Level(StrEnum):
    """How likely, how bad, how urgent."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    CRITICAL = "critical"

    @property
    def score(self) -> int:
        """The level as a factor of a risk's score: low 1 to critical 4."""
        return LEVEL_SCORES[self]


LEVEL_SCORES = {level: score for score, level in enumerate(Level, 1)}


class Calendar(Struct, frozen=True):
    """Working time: what a day and a week hold, and on which dates nobody works.

    `working_days` are weekday numbers, Monday 0 to Sunday 6; never empty.
    """

    hours_per_day: float = 8.0
    working_days: frozenset[int] = frozenset(range(5))
    holidays: frozenset[dt.date] = frozenset()

    @property
    def hours_per_week(self) -> float:
        """Working hours in a week without holidays."""
        return self.hours_per_day * len(self.working_days)


class Estimate(Struct, frozen=True, gc=False):
    """Working hours, as written: a single value has `min_hours == max_hours`, a range keeps both ends,
    only three points (optimistic/likely/pessimistic) have `likely_hours`. `text` without hours is an
    estimate that is no length of time (a T-shirt size, say)."""

    text: str | None = None
    min_hours: float | None = None
    likely_hours: float | None = None
    max_hours: float | None = None

    @property
    def known(self) -> bool:
        """Whether it says a length of time."""
        return self.min_hours is not None and self.max_hours is not None


NO_ESTIMATE = Estimate()


def sum_of_estimates(estimates: Iterable[Estimate]) -> Estimate:
    """The sum of the known estimates; `NO_ESTIMATE` without any. It has a likely value if each of them has one."""
    known = [(e.min_hours, e.likely_hours, e.max_hours) for e in estimates]
    ends = [(low, likely, high) for low, likely, high in known if low is not None and high is not None]
    if not ends:
        return NO_ESTIMATE
    likely_hours = [likely for _, likely, _ in ends if likely is not None]
    return Estimate(
        min_hours=sum(low for low, _, _ in ends),
        likely_hours=sum(likely_hours) if len(likely_hours) == len(ends) else None,
        max_hours=sum(high for _, _, high in ends),
    )


class Position(Struct, frozen=True):
    """Where a phase stands in time, as its heading says it: `Week 3-4`, `Days 2-3`, `12 Jan - 23 Jan 2026`.

    Weeks and days count from the plan's start and are working hours, from the start of the first to the end of the
    last; dates are the first and the last day, the last `None` where only the first is said. It is the one or the
    other, and it is no length: no `Estimate`.
    """

    text: str
    from_hours: float | None = None
    to_hours: float | None = None
    start: dt.date | None = None
    finish: dt.date | None = None
