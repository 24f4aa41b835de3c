# Where the labels of a time axis stand: the finest unit that does not crowd it.
"""Ticks of a timeline, from quarters of an hour to centuries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from itertools import count, takewhile
from typing import TypeVar

from mkdocs_planplugin.catalog import month_name
from mkdocs_planplugin.language import _
from mkdocs_planplugin.schedule import Axis, minutes

from .formats import day_number, exact, short_date

# More labels than this run into each other in the narrowest column that the stylesheet allows.
_MOST_LABELS = 8
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
    ticks: dict[float, str] = {}
    for hour, label in _working_time(axis, length):
        if hour >= length:
            break
        ticks.setdefault(hour, label)  # two days may begin at one hour: between them nobody works
    return list(ticks.items())


def calendar_ticks(first: dt.date, days: int) -> list[Tick]:
    """The labels of an axis of so many days from `first` on, free ones included, each at the day it names."""
    start = first.toordinal()

    def offset(date: dt.date) -> float | None:
        return date.toordinal() - start if date.toordinal() >= start else None

    ticks: Iterator[Tick]
    if days <= 2 * _MOST_LABELS:
        step = 1 if days <= _MOST_LABELS else 2
        ticks = ((at, short_date(first + dt.timedelta(at)).text) for at in range(0, days, step))
    elif weeks := _fitting(_WEEK_STEPS, days / _DAYS_PER_WEEK):
        ticks = _weeks(offset, first, weeks)
    else:
        ticks = _months(offset, first, _fitting(_MONTH_STEPS, days / _DAYS_PER_MONTH) or _MONTH_STEPS[-1])
    return list(takewhile(lambda tick: tick[0] < days, ticks))


def _working_time(axis: Axis, length: float) -> Iterator[Tick]:
    """The ticks from the start on, without an end."""
    days = axis.finish_day(minutes(length)) + 1
    start, finish = axis.start, axis.date(days - 1)
    in_hours = _fitting(_HOUR_STEPS, length)
    if in_hours and days <= _DAYS_SHOWN_IN_HOURS:
        return ((number * in_hours, _("{number} h").format(number=exact(number * in_hours))) for number in count())
    if start is None or finish is None:
        return _numbered_days(axis, days)
    if days <= 2 * _MOST_LABELS:
        return _dated_days(axis, 1 if days <= _MOST_LABELS else 2)
    weeks = _fitting(_WEEK_STEPS, (finish - start).days / _DAYS_PER_WEEK)
    if weeks:
        return _weeks(axis.hours_at, start, weeks)
    months = (finish - start).days / _DAYS_PER_MONTH
    return _months(axis.hours_at, start, _fitting(_MONTH_STEPS, months) or _MONTH_STEPS[-1])


def _fitting(steps: Sequence[Step], length: float) -> Step | None:
    """The first step of which no more than `_MOST_LABELS` make the length."""
    return next((step for step in steps if length / step <= _MOST_LABELS), None)


def _numbered_days(axis: Axis, days: int) -> Iterator[Tick]:
    step = next(
        base * 10**power for power in count() for base in (1, 2, 5) if days / (base * 10**power) <= _MOST_LABELS
    )
    return ((number * axis.hours_per_day, day_number(number + 1).text) for number in count(0, step))


def _dated_days(axis: Axis, step: int) -> Iterator[Tick]:
    for number in count(0, step):
        date = axis.date(number)
        if date is None:
            return
        yield number * axis.hours_per_day, short_date(date).text


def _weeks(offset: OffsetOf, start: dt.date, step: int) -> Iterator[Tick]:
    """Mondays, the start itself if it is one."""
    monday = start.toordinal() + -start.weekday() % _DAYS_PER_WEEK
    for ordinal in range(monday, dt.date.max.toordinal(), step * _DAYS_PER_WEEK):
        date = dt.date.fromordinal(ordinal)
        at = offset(date)
        if at is not None:
            yield at, short_date(date).text


def _months(offset: OffsetOf, start: dt.date, step: int) -> Iterator[Tick]:
    """Firsts of months, counted so that steps of a quarter or a year begin where those do."""
    first = start.year * _MONTHS_PER_YEAR + start.month - 1 + (start.day > 1)
    for number in count(first + -first % step, step):
        year, month = divmod(number, _MONTHS_PER_YEAR)
        if year > dt.MAXYEAR:
            return
        at = offset(dt.date(year, month + 1, 1))
        if at is not None:
            yield at, _month_label(year, month, step)


def _month_label(year: int, month: int, step: int) -> str:
    """The month, counted from 0, or its quarter; the first of a year is labelled with the year, as its border."""
    if not month:
        return str(year)
    if step == _MONTHS_PER_QUARTER:
        return _("Q{number}").format(number=month // step + 1)
    return month_name(month + 1)
