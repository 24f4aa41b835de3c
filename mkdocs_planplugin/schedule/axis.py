# From working hours to dates and back: which date an hour of the plan lies on, and which hour a date begins at.
# Computed in whole minutes, and never day by day: a plan of ten thousand days costs what a plan of one costs.
"""The axis of a schedule: working time from the start of the plan, with or without dates."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from functools import lru_cache

from msgspec import Struct

from mkdocs_planplugin.model import Calendar

MINUTES_PER_HOUR = 60
DAYS_PER_WEEK = 7
_LAST_DAY = dt.date.max.toordinal()


class Axis(Struct, frozen=True):
    """Working days numbered from 0, the first working day at or after the start of the plan.

    `first` is the first day at or after the start whose weekday is a working one, `None` on an axis without dates
    ("day 1, day 2 ..."), and `offsets` are the working weekdays as days after it. `free` are the holidays on working
    weekdays from `first` on, in order, and `worked_before` the number of working days before each of them.
    Build one with `Axis.of`.
    """

    minutes_per_day: int
    first: dt.date | None = None
    offsets: tuple[int, ...] = ()
    free: tuple[dt.date, ...] = ()
    worked_before: tuple[int, ...] = ()

    @classmethod
    def of(cls, calendar: Calendar, start: dt.date | None) -> Axis:
        """The axis of a plan that starts on `start`, or on the next working day; without dates where `start` is
        `None`, or where the calendar ends before a working day comes."""
        minutes_per_day = max(1, minutes(calendar.hours_per_day))
        first = _first_weekday(start, calendar.working_days)
        if first is None:
            return cls(minutes_per_day)
        offsets = tuple(sorted((weekday - first.weekday()) % DAYS_PER_WEEK for weekday in calendar.working_days))
        free, worked_before = _free_days(calendar.holidays, calendar.working_days)
        passed = bisect_left(free, first)
        worked = _weekdays_between(dt.date.min, first, tuple(sorted(calendar.working_days))) - passed
        return cls(
            minutes_per_day, first, offsets, free[passed:], tuple(number - worked for number in worked_before[passed:])
        )

    @property
    def hours_per_day(self) -> float:
        """Working hours in a day."""
        return hours(self.minutes_per_day)

    @property
    def start(self) -> dt.date | None:
        """The date of the first working day; `None` on an axis without dates."""
        return self.date(0)

    def date(self, number: int) -> dt.date | None:
        """The date of a working day by its number from 0; `None` without dates, or past the calendar's last year."""
        if self.first is None:
            return None
        weeks, rest = divmod(number + bisect_right(self.worked_before, number), len(self.offsets))
        return _day(self.first.toordinal() + weeks * DAYS_PER_WEEK + self.offsets[rest])

    def minute_at(self, day: dt.date) -> int | None:
        """The working minutes from the start of the plan to the morning of `day` (of the next working day, where `day`
        is none); `None` without dates, or where `day` lies before the start."""
        start = self.start
        if self.first is None or start is None or day < start:
            return None
        return (_weekdays_between(self.first, day, self.offsets) - bisect_left(self.free, day)) * self.minutes_per_day

    def minute_after(self, day: dt.date) -> int | None:
        """The working minutes from the start of the plan to the evening of `day`; `None` where `minute_at` is, and on
        the last day of the calendar."""
        return None if day == dt.date.max else self.minute_at(day + dt.timedelta(1))

    def hours_at(self, day: dt.date) -> float | None:
        """`minute_at` in hours."""
        minute = self.minute_at(day)
        return None if minute is None else hours(minute)

    def hours_after(self, day: dt.date) -> float | None:
        """`minute_after` in hours."""
        minute = self.minute_after(day)
        return None if minute is None else hours(minute)

    def start_day(self, minute: int) -> int:
        """The number, from 0, of the working day on which work begins that starts at this minute of the plan."""
        return minute // self.minutes_per_day

    def finish_day(self, minute: int, started_at: int = 0) -> int:
        """The number, from 0, of the working day on which work ends that lasts from minute `started_at` to `minute`:
        what fills a day is finished on that day, and nothing is finished before the day it starts."""
        return max((minute - 1) // self.minutes_per_day, started_at // self.minutes_per_day)


def minutes(of_hours: float) -> int:
    """Hours as whole minutes."""
    return round(of_hours * MINUTES_PER_HOUR)


# A schedule has hundreds of hours and days. The same few come again in all plans of a site, and are kept once.
@lru_cache(maxsize=1024)
def hours(of_minutes: float) -> float:
    """Minutes as hours."""
    return of_minutes / MINUTES_PER_HOUR


@lru_cache(maxsize=1024)
def _day(ordinal: int) -> dt.date | None:
    """The day of this number; `None` past the calendar's last year."""
    return dt.date.fromordinal(ordinal) if ordinal <= _LAST_DAY else None


def _first_weekday(start: dt.date | None, working_days: frozenset[int]) -> dt.date | None:
    """The first day from `start` on that falls on one of the `working_days`, holidays aside."""
    if start is None:
        return None
    ahead = min((weekday - start.weekday()) % DAYS_PER_WEEK for weekday in working_days)
    return _day(start.toordinal() + ahead)


@lru_cache(maxsize=8)  # a country has many, and every plan needs them
def _free_days(
    holidays: frozenset[dt.date], working_days: frozenset[int]
) -> tuple[tuple[dt.date, ...], tuple[int, ...]]:
    """The holidays on working weekdays, in order, and the number of working days before each, from the first day of
    the year 1 on, which is a Monday."""
    free = tuple(sorted(day for day in holidays if day.weekday() in working_days))
    offsets = tuple(sorted(working_days))
    return free, tuple(_weekdays_between(dt.date.min, day, offsets) - passed for passed, day in enumerate(free))


def _weekdays_between(first: dt.date, day: dt.date, offsets: tuple[int, ...]) -> int:
    """How many days on working weekdays, holidays among them, lie from `first` to the day before `day`."""
    weeks, rest = divmod((day - first).days, DAYS_PER_WEEK)
    return weeks * len(offsets) + bisect_left(offsets, rest)
