# The values that plans are written in, each with its unit.
"""Levels, estimates, positions and the working calendar."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


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


@dataclass(frozen=True, slots=True)
class Calendar:
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


@dataclass(frozen=True, slots=True)
class Estimate:
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


@dataclass(frozen=True, slots=True)
class Position:
    """Where a phase stands in time, as its heading says it: `Week 3-4`, `Days 2-3`, `12 Jan - 23 Jan 2026`.

    Weeks and days count from the plan's start and are working hours, from the start of the first to the end of the
    last; dates are the first and the last day. It is the one or the other, and it is no length: no `Estimate`.
    """

    text: str
    from_hours: float | None = None
    to_hours: float | None = None
    start: dt.date | None = None
    finish: dt.date | None = None
