# Where the labels of a time axis stand: the finest unit that does not crowd it.
"""Ticks of a timeline, from weeks to centuries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from itertools import count, takewhile
from typing import TypeVar

from mkdocs_planplugin.catalog import month_name
from mkdocs_planplugin.language import _
from mkdocs_planplugin.schedule import Axis, minutes

from .formats import day_number, short_date

# More labels than this, or numbers of days, run into each other in the narrowest column that the style sheet allows.
_MOST_LABELS, _MOST_NUMBERS = 8, 14
# In percent of the axis: the room that the name of a month needs; in days, that of a number of two digits among weeks.
_MONTH_NAME, _NUMBER = 10, 2
# What the axis of a plan is divided into: weeks to half a year, months to three years, quarters to twelve.
_MOST_WEEKS, _MOST_YEARS_IN_MONTHS, _MOST_YEARS_IN_QUARTERS = 26, 3, 12
_WEEK_STEPS = (1, 2)
_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12000)
_DAYS_PER_WEEK, _MONTHS_PER_YEAR, _DAYS_PER_MONTH, _MONTHS_PER_QUARTER, _DAYS_PER_YEAR = 7, 12, 30.5, 3, 366
_WORKING_DAYS = 5  # of a week of a plan without dates

Tick = tuple[float, str]  # the hour of the plan, and the label
Step = TypeVar("Step", int, float)
OffsetOf = Callable[[dt.date], float | None]  # where on the axis a date is, `None` where it is not


def working_time_ticks(axis: Axis, first: float, last: float) -> list[Tick]:
    """The labels of an axis that shows the working hours of a plan from `first` to `last`."""
    ticks: dict[float, str] = {}
    for hour, label in _working_time(axis, first, last):
        if hour >= last:
            break
        if hour >= first:
            ticks.setdefault(hour, label)  # two days may begin at one hour: between them nobody works
    return list(ticks.items())


def calendar_ticks(first: dt.date, days: int) -> list[Tick]:
    """The labels of an axis of so many `days` from `first` on, days off included; each label is at its day. Weeks are
    numbers of days, below a row of months."""
    offset = _days_after(first)
    ticks: Iterator[Tick]
    if days <= 2 * _MOST_LABELS:
        step = 1 if days <= _MOST_LABELS else 2
        ticks = ((at, short_date(first + dt.timedelta(at)).text) for at in range(0, days, step))
    elif _in_weeks(days):
        ticks = _week_numbers(first, days)
    else:
        ticks = _months(offset, first, _fitting(_MONTH_STEPS, days / _DAYS_PER_MONTH) or _MONTH_STEPS[-1])
    return list(takewhile(lambda tick: tick[0] < days, ticks))


def month_row(first: dt.date, days: int) -> list[Tick]:
    """The months above the weeks of an axis, each with its first day on it; none if the axis has no weeks. A first
    month without room is left out: there the first week names it."""
    if not _in_weeks(days):
        return []
    months = list(takewhile(lambda tick: tick[0] < days, _months(_days_after(first), first, 1)))
    if first.day > 1 and 100 * (months[0][0] if months else days) >= _MONTH_NAME * days:
        months.insert(0, (0, month_name(first.month)))
    return months


def _days_after(first: dt.date) -> OffsetOf:
    """Where dates are on an axis of days that begins with the `first` one."""
    start = first.toordinal()
    return lambda date: date.toordinal() - start if date.toordinal() >= start else None


def _in_weeks(days: int) -> bool:
    """Whether the labels of an axis of so many days are weeks."""
    return days > 2 * _MOST_LABELS and _fitting(_WEEK_STEPS, days / _DAYS_PER_WEEK) is not None


def _week_numbers(first: dt.date, days: int) -> Iterator[Tick]:
    """The days of the month on which weeks begin. If the row of months does not name the first one, the first label
    does, over the place of the second."""
    step = 1 if days / _DAYS_PER_WEEK <= _MOST_NUMBERS else 2
    is_named = any(at == 0 for at, _label in month_row(first, days))
    for number, (at, label) in enumerate(_weeks(_days_after(first), first, step)):
        day = first + dt.timedelta(at)
        crossed = (day + dt.timedelta(_NUMBER * step)).day <= _NUMBER * step  # by the line of the next month
        shown = str(day.day) if (is_named or number > 1) and not crossed else ""
        yield at, shown if number or is_named else label


def _working_time(axis: Axis, first: float, last: float) -> Iterator[Tick]:
    """Weeks, months, quarters or years from the start of an axis on, without an end."""
    start, finish = (axis.date(axis.start_day(minutes(hour))) for hour in (first, last))
    if start is None or finish is None:
        # Without dates: the first days of weeks, `day 1`, `day 6`, or of every second week, ...
        weeks = (last - first) / axis.hours_per_day / _WORKING_DAYS
        steps = (base * 10**power for power in count() for base in (1, 2, 5))
        step = _WORKING_DAYS * next(step for step in steps if weeks / step <= _MOST_WEEKS)
        return ((number * axis.hours_per_day, day_number(number + 1).text) for number in count(0, step))
    days = (finish - start).days
    if days <= _DAYS_PER_WEEK * _MOST_WEEKS:
        return _weeks(axis.hours_at, start, 1)
    if days <= _DAYS_PER_YEAR * _MOST_YEARS_IN_MONTHS:
        return _months(axis.hours_at, start, 1)
    if days <= _DAYS_PER_YEAR * _MOST_YEARS_IN_QUARTERS:
        return _months(axis.hours_at, start, _MONTHS_PER_QUARTER)
    return _months(axis.hours_at, start, _fitting(_MONTH_STEPS, days / _DAYS_PER_MONTH) or _MONTH_STEPS[-1])


def _fitting(steps: Sequence[Step], length: float) -> Step | None:
    """The first step that gives no more than `_MOST_LABELS` labels."""
    return next((step for step in steps if length / step <= _MOST_LABELS), None)


def _weeks(offset: OffsetOf, start: dt.date, step: int) -> Iterator[Tick]:
    """Mondays, and the start itself if it is one."""
    monday = start.toordinal() + -start.weekday() % _DAYS_PER_WEEK
    for ordinal in range(monday, dt.date.max.toordinal(), step * _DAYS_PER_WEEK):
        date = dt.date.fromordinal(ordinal)
        at = offset(date)
        if at is not None:
            yield at, short_date(date).text


def _months(offset: OffsetOf, start: dt.date, step: int) -> Iterator[Tick]:
    """The first days of months, numbered so that steps of a quarter or a year begin where quarters and years do."""
    first = start.year * _MONTHS_PER_YEAR + start.month - 1 + (start.day > 1)
    for number in count(first + -first % step, step):
        year, month = divmod(number, _MONTHS_PER_YEAR)
        if year > dt.MAXYEAR:
            return
        at = offset(dt.date(year, month + 1, 1))
        if at is not None:
            yield at, _month_label(year, month, step)


def _month_label(year: int, month: int, step: int) -> str:
    """The label of a month, counted from 0, or of its quarter. The first of a year has the year as its label."""
    if not month:
        return str(year)
    if step == _MONTHS_PER_QUARTER:
        return _("Q{number}").format(number=month // step + 1)
    return month_name(month + 1)
