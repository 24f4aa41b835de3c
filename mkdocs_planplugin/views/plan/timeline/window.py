# How much time is shown. By the table: what is left, with as much of the past as leaves it the room. By the figure,
# which can be moved: the plan always; its forecast, unless the plan would be too small beside it; then whatever lies
# so near that the drawing does not get much longer.
"""The windows of time that the table and the figure of a timeline draw."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_planplugin.model import Plan, Task
from mkdocs_planplugin.schedule import Axis, Forecast, Schedule, ScheduledItem, minutes

# In shares of the window: the room after the last thing that it shows.
_MARGIN = 0.035
# In shares of the time ahead: as much of the past is shown at most; later due days and plans are not waited for.
_MOST_PAST, _FARTHEST = 0.5, 2
# In working days: the past that is shown where nothing that is left was planned in it.
_SHORT_PAST = 5
_DAYS_PER_WEEK = 5
# In weeks: the shortest window; from which length on a part is shown first, and which part before and after today.
_SHORTEST, _LONG, _WEEKS_BEFORE, _WEEKS_AFTER = 2, 52, 4, 22

# A forecast is drawn where the plan keeps at least this share of the window; sentences tell it in any case.
_LEAST_SHARE_OF_PLAN = 0.2
# The ends of ranges and the days that are due may make the window so many times as long.
_LONGEST_EXTENSION = 1.5


@dataclass(frozen=True, slots=True)
class ChartWindow:
    """The working hours of the plan that a table draws, from `first`, at 0%, to `last`, at 100%."""

    first: float
    last: float

    def percent(self, hour: float) -> float:
        """Where an hour lies; below 0 or above 100 where it is outside."""
        return 100 * (hour - self.first) / (self.last - self.first)


def chart_windows(plan: Plan, schedule: Schedule) -> tuple[ChartWindow, ...]:
    """What the table of a plan that takes time shows: one window, or for what lasts long the next half year, and
    then all of it."""
    expected, week = schedule.expected, _DAYS_PER_WEEK * schedule.axis.hours_per_day
    if expected is None:
        return (_window(0.0, schedule.duration_hours, week),)
    whole = _window(*_what_is_left(plan, schedule, expected), week)
    if whole.last - whole.first <= _LONG * week:
        return (whole,)
    first = _monday(schedule.axis, max(expected.from_hours - _WEEKS_BEFORE * week, 0.0))
    return (ChartWindow(first, expected.from_hours + _WEEKS_AFTER * week), whole)


def _window(first: float, last: float, week: float) -> ChartWindow:
    """A window with some room after its end."""
    return ChartWindow(first, max(last + (last - first) * _MARGIN, first + _SHORTEST * week))


def _what_is_left(plan: Plan, schedule: Schedule, expected: Forecast) -> tuple[float, float]:
    """From when to when what is left is drawn, with its plan as far as that lies in the half before it."""
    now, axis = expected.from_hours, schedule.axis
    sure = axis.hours_after(expected.finish_p80) if expected.finish_p80 else None
    ahead = max(expected.finish_hours, sure or 0.0) - now
    due = axis.hours_after(plan.due) if plan.due else None
    near = (hour for hour in (due, schedule.duration_hours) if hour is not None and hour <= now + _FARTHEST * ahead)
    last = max([now + ahead, *near])
    planned = [(item.early_start_hours, item.early_finish_hours) for item in schedule.items if not item.outcome]
    first = max(min(start for start, _finish in planned), now - (last - now) * _MOST_PAST)
    first = _monday(axis, max(0.0, min(first, now)))
    if not any(finish > first and start < last for start, finish in planned):
        first = max(0.0, now - _SHORT_PAST * axis.hours_per_day)
    return first, last


def _monday(axis: Axis, hour: float) -> float:
    """The hour of the plan at which the week of an hour begins, or the plan, if that is later."""
    date = axis.date(axis.start_day(minutes(hour)))
    monday = date and date - dt.timedelta(date.weekday())
    return (axis.hours_at(monday) or 0.0) if monday else 0.0


@dataclass(frozen=True, slots=True)
class FigureWindow:
    """The working hours from the start of the plan to `length`; `has_forecast` says whether they hold the forecast."""

    length: float
    has_forecast: bool

    @classmethod
    def of(cls, plan: Plan, schedule: Schedule) -> FigureWindow:
        """What the figure of a plan that takes time shows."""
        length, forecast = schedule.duration_hours, schedule.forecast
        has_forecast = forecast is not None and forecast.finish_hours * _LEAST_SHARE_OF_PLAN <= length
        if forecast is not None and has_forecast:
            length = max(length, forecast.finish_hours)
        near = (hour for hour in _marked_hours(plan, schedule) if hour <= length * _LONGEST_EXTENSION)
        return cls(max(length, *near), has_forecast)


def worst_finish(item: ScheduledItem) -> float:
    """The hour of the plan at which something ends that begins as planned and takes as long as it may."""
    return item.early_start_hours + item.worst_hours


def _marked_hours(plan: Plan, schedule: Schedule) -> Iterator[float]:
    """The hours of the plan at which something besides the bars is drawn, the start among them."""
    yield 0.0
    dates = [plan.due, *(dependency.date for dependency in plan.external_dependencies)]
    for item in schedule.items:
        if not item.outcome:
            yield worst_finish(item)
        if isinstance(item.source, Task):
            dates.append(item.source.due)
    for date in dates:
        hour = schedule.axis.hours_after(date) if date else None
        if hour is not None:
            yield hour
