# A schedule counts working hours. Plans that stand side by side, and axes that name dates, need days as they pass on
# the calendar, free ones included: a place there is a number of days, with the share of the day as its fraction.
"""Items of a schedule on the days of the calendar."""

from __future__ import annotations

from mkdocs_planplugin.schedule import Axis, PhaseSpan, Remaining, ScheduledItem, minutes

DayRange = tuple[float, float]  # from when to when, in days


def day_range(item: PhaseSpan | ScheduledItem | Remaining, axis: Axis, *, dated: bool) -> DayRange:
    """The days from which to which an item lasts, as `date.toordinal` counts them; the fraction is the share of the
    working day that is over. If not `dated`, they are working days from 1. Both ends are the same for something that
    takes no time."""
    if isinstance(item, ScheduledItem):
        start_hours, finish_hours = item.early_start_hours, item.early_finish_hours
    else:
        start_hours, finish_hours = item.start_hours, item.finish_hours
    first, last = item.start_day, item.finish_day
    if dated and item.start is not None and item.finish is not None:
        first, last = item.start.toordinal(), item.finish.toordinal()
    per_day = axis.minutes_per_day
    return (
        first + minutes(start_hours) / per_day - item.start_day + 1,
        last + minutes(finish_hours) / per_day - item.finish_day + 1,
    )


def finish_in_days(hour: float, axis: Axis, *, dated: bool) -> float:
    """The finish at a working hour of the plan, in the same days."""
    number = axis.finish_day(minutes(hour))
    date = axis.date(number) if dated else None
    return (date.toordinal() if date else number + 1) + minutes(hour) / axis.minutes_per_day - number
