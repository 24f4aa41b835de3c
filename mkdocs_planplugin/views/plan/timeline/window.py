# How much time the drawings show. The table shows the remaining work and some of the past. The figure, which readers
# can move, shows all work, as planned and as expected; due days and ends of ranges unless they made it much longer.
"""The windows of time that the table and the figure of a timeline draw."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from msgspec import Struct

from mkdocs_planplugin.model import Plan
from mkdocs_planplugin.schedule import Axis, Forecast, Schedule, ScheduledItem, minutes

# The room behind the end, as a share of the window.
_MARGIN = 0.035
# As shares of the time from today to the expected finish: the longest past that is shown, and how far ahead a due day
# or a planned finish may lie to be shown.
_MOST_PAST, _FARTHEST = 0.5, 2
# In working days: the past that is shown if none of the remaining work was planned in it.
_SHORT_PAST = 5
_DAYS_PER_WEEK = 5
# In weeks: the shortest window; the longest that is shown as a whole at first; and the part of longer ones that is
# shown first, before and after today.
_SHORTEST, _LONG, _WEEKS_BEFORE, _WEEKS_AFTER = 2, 52, 4, 22

# Ends of ranges and due days may make the figure this many times as long.
_LONGEST_EXTENSION = 1.5


class ChartWindow(Struct, frozen=True):
    """The time that a table draws: from the working hour `first` of the plan (0%) to `last` (100%)."""

    first: float
    last: float

    def percent(self, hour: float) -> float:
        """Where a working hour of the plan lies; below 0 or above 100 if it is outside."""
        return 100 * (hour - self.first) / (self.last - self.first)


def chart_windows(plan: Plan, schedule: Schedule) -> tuple[ChartWindow, ...]:
    """The windows of the table of a plan that takes time: one, or for a long plan two, the next half year and the
    whole."""
    expected, week = schedule.expected, _DAYS_PER_WEEK * schedule.axis.hours_per_day
    if expected is None:
        return (_window(0.0, schedule.duration_hours, week),)
    whole = _window(*_remaining_range(plan, schedule, expected), week)
    if whole.last - whole.first <= _LONG * week:
        return (whole,)
    first = _monday(schedule.axis, max(expected.from_hours - _WEEKS_BEFORE * week, 0.0))
    return (ChartWindow(first, expected.from_hours + _WEEKS_AFTER * week), whole)


def _window(first: float, last: float, week: float) -> ChartWindow:
    """A window with some room after its end."""
    return ChartWindow(first, max(last + (last - first) * _MARGIN, first + _SHORTEST * week))


def _remaining_range(plan: Plan, schedule: Schedule, expected: Forecast) -> tuple[float, float]:
    """The hours from which to which the remaining work is drawn, together with as much of the past in which it was
    planned as the limits above allow."""
    now, axis = expected.from_hours, schedule.axis
    p80 = axis.hours_after(expected.finish_p80) if expected.finish_p80 else None
    ahead = max(expected.finish_hours, p80 or 0.0) - now
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
    """The hour at which the week of a given hour begins; 0 if the plan starts later in that week."""
    date = axis.date(axis.start_day(minutes(hour)))
    monday = date and date - dt.timedelta(date.weekday())
    return (axis.hours_at(monday) or 0.0) if monday else 0.0


def figure_length(plan: Plan, schedule: Schedule) -> float:
    """The time that the figure shows of a plan that takes time, in working hours from its start."""
    length = max(schedule.duration_hours, schedule.expected.finish_hours if schedule.expected else 0.0)
    return max(length, *(hour for hour in _marked_hours(plan, schedule) if hour <= length * _LONGEST_EXTENSION))


def worst_finish(item: ScheduledItem) -> float:
    """The hour at which an item ends in the worst case, if it begins as planned."""
    return item.early_start_hours + item.worst_hours


def _marked_hours(plan: Plan, schedule: Schedule) -> Iterator[float]:
    """The hours at which the figure marks something besides the bars: the start, worst finishes and due days."""
    yield 0.0
    dates = [plan.due, *(phase.due for phase in plan.phases)]
    dates += [dependency.date for dependency in plan.external_dependencies]
    for item in schedule.items:
        if not item.outcome:
            yield worst_finish(item)
        dates.append(item.source.due)
    for date in dates:
        hour = schedule.axis.hours_after(date) if date else None
        if hour is not None:
            yield hour
