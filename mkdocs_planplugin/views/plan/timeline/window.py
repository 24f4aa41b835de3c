# How much time a timeline shows. The plan always; its forecast, unless the plan would be too small beside it; then
# whatever lies so near that the drawing does not get much longer.
"""The window of time that a timeline draws."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_planplugin.model import Plan, Task
from mkdocs_planplugin.schedule import Axis, Schedule, ScheduledItem

# A forecast is drawn where the plan keeps at least this share of the window; sentences tell it in any case.
_LEAST_SHARE_OF_PLAN = 0.2
# The ends of ranges and the days that are due may make the window so many times as long.
_LONGEST_EXTENSION = 1.5


@dataclass(frozen=True, slots=True)
class TimeWindow:
    """The working hours from the start of the plan to `length`, which is 100%; `has_forecast` says whether the forecast
    lies in it."""

    length: float
    has_forecast: bool

    @classmethod
    def of(cls, plan: Plan, schedule: Schedule) -> TimeWindow:
        """What the timeline of a plan that takes time shows."""
        length, forecast = schedule.duration_hours, schedule.forecast
        has_forecast = forecast is not None and forecast.finish_hours * _LEAST_SHARE_OF_PLAN <= length
        if forecast is not None and has_forecast:
            length = max(length, forecast.finish_hours)
        near = (hour for hour in _marked_hours(plan, schedule) if hour <= length * _LONGEST_EXTENSION)
        return cls(max(length, *near), has_forecast)

    def percent(self, hour: float) -> float:
        """Where an hour of the plan lies; what is later than the window lies at its end."""
        return min(100 * hour / self.length, 100.0)

    def end_of_day(self, date: dt.date | None, axis: Axis) -> float | None:
        """Where a day ends, in percent; `None` without a day, outside the window, or in a plan without dates."""
        hour = axis.hours_after(date) if date else None
        return None if hour is None or hour > self.length else self.percent(hour)


def worst_finish(item: ScheduledItem) -> float:
    """The hour of the plan at which something ends that begins as planned and takes as long as it may."""
    return item.early_start_hours + item.worst_hours


def _marked_hours(plan: Plan, schedule: Schedule) -> Iterator[float]:
    """The hours of the plan at which something besides the bars is drawn, the start among them."""
    yield 0.0
    dates = [plan.due, *(dependency.date for dependency in plan.external_dependencies)]
    for item in schedule.items:
        if not item.source.settled:
            yield worst_finish(item)
        if isinstance(item.source, Task):
            dates.append(item.source.due)
    for date in dates:
        hour = schedule.axis.hours_after(date) if date else None
        if hour is not None:
            yield hour
