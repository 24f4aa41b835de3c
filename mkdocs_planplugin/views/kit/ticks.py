# Where the labels of a time axis stand: the finest unit that does not crowd it.
"""Ticks of a timeline, from quarters of an hour to centuries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from itertools import count, takewhile
from typing import TypeVar

from mkdocs_planplugin.language import _
from mkdocs_planplugin.schedule import Axis, minutes

from .formats import day_number, exact, month_name, short_date

# More labels than this run into each other in the narrowest column that the stylesheet allows.
_MOST = 8
_HOUR_STEPS = (0.25, 0.5, 1, 2, 4)
_WEEK_STEPS = (1, 2)
_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12000)
_DAYS_PER_WEEK, _MONTHS_PER_YEAR, _DAYS_PER_MONTH, _MONTHS_PER_QUARTER = 7, 12, 30.5, 3

# Hours say more than one or two days do.
_DAYS_SHOWN_IN_HOURS = 2

Tick = tuple[float, str]  # the hour of the plan, and the label
Step = TypeVar("Step", int, float)
OffsetOf = Callable[[dt.date], float | None]  # where on the axis a date is, `None` where it is not


def working_time_ticks(axis: Axis, length: float) -> list[Tick]:
    """The labels of an axis on which so many working hours are shown, from its start to before its end."""
    found: dict[float, str] = {}
    for at, label in _candidates(axis, length):
        if at >= length:
            break
        found.setdefault(at, label)  # two days may begin at one hour: between them nobody works
    return list(found.items())


def calendar_ticks(first: dt.date, days: int) -> list[Tick]:
    """The labels of an axis of so many days from `first` on, free ones included, each at the day it names."""
    start = first.toordinal()

    def place(date: dt.date) -> float | None:
        return date.toordinal() - start if date.toordinal() >= start else None

    found: Iterator[Tick]
    if days <= 2 * _MOST:
        step = 1 if days <= _MOST else 2
        found = ((at, short_date(first + dt.timedelta(at)).text) for at in range(0, days, step))
    elif weeks := _fitting(_WEEK_STEPS, days / _DAYS_PER_WEEK):
        found = _weeks(place, first, weeks)
    else:
        found = _months(place, first, _fitting(_MONTH_STEPS, days / _DAYS_PER_MONTH) or _MONTH_STEPS[-1])
    return list(takewhile(lambda tick: tick[0] < days, found))


def _candidates(axis: Axis, length: float) -> Iterator[Tick]:
    """The ticks from the start on, without an end."""
    days = axis.finish_day(minutes(length)) + 1
    start, finish = axis.start, axis.date(days - 1)
    in_hours = _fitting(_HOUR_STEPS, length)
    if in_hours and days <= _DAYS_SHOWN_IN_HOURS:
        return ((number * in_hours, _("{number} h").format(number=exact(number * in_hours))) for number in count())
    if start is None or finish is None:
        return _numbered_days(axis, days)
    if days <= 2 * _MOST:
        return _dated_days(axis, 1 if days <= _MOST else 2)
    weeks = _fitting(_WEEK_STEPS, (finish - start).days / _DAYS_PER_WEEK)
    if weeks:
        return _weeks(axis.hours_at, start, weeks)
    span = (finish - start).days / _DAYS_PER_MONTH
    return _months(axis.hours_at, start, _fitting(_MONTH_STEPS, span) or _MONTH_STEPS[-1])


def _fitting(steps: Sequence[Step], span: float) -> Step | None:
    """The first step of which no more than `_MOST` make the span."""
    return next((step for step in steps if span / step <= _MOST), None)


def _numbered_days(axis: Axis, days: int) -> Iterator[Tick]:
    step = next(base * 10**power for power in count() for base in (1, 2, 5) if days / (base * 10**power) <= _MOST)
    return ((number * axis.hours_per_day, day_number(number + 1).text) for number in count(0, step))


def _dated_days(axis: Axis, step: int) -> Iterator[Tick]:
    for number in count(0, step):
        date = axis.date(number)
        if date is None:
            return
        yield number * axis.hours_per_day, short_date(date).text


def _weeks(place: OffsetOf, start: dt.date, step: int) -> Iterator[Tick]:
    """Mondays, the start itself if it is one."""
    monday = start.toordinal() + -start.weekday() % _DAYS_PER_WEEK
    for ordinal in range(monday, dt.date.max.toordinal(), step * _DAYS_PER_WEEK):
        date = dt.date.fromordinal(ordinal)
        at = place(date)
        if at is not None:
            yield at, short_date(date).text


def _months(place: OffsetOf, start: dt.date, step: int) -> Iterator[Tick]:
    """Firsts of months, counted so that steps of a quarter or a year begin where those do."""
    first = start.year * _MONTHS_PER_YEAR + start.month - 1 + (start.day > 1)
    for number in count(first + -first % step, step):
        year, month_of_year = divmod(number, _MONTHS_PER_YEAR)
        if year > dt.MAXYEAR:
            return
        at = place(dt.date(year, month_of_year + 1, 1))
        if at is not None:
            yield at, _month_label(year, month_of_year, step)


def _month_label(year: int, place: int, step: int) -> str:
    """The month or quarter; the year stands in place of its first, where it is read as a border."""
    if not place:
        return str(year)
    if step == _MONTHS_PER_QUARTER:
        return _("Q{number}").format(number=place // step + 1)
    return month_name(place + 1)
