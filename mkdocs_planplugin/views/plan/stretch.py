# How much time a timeline shows. The plan always; its forecast, unless that would press the plan into a corner; then
# whatever lies so near that it does not stretch the drawing by much.
"""The stretch of time that a timeline draws."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_planplugin.model import Plan, Task
from mkdocs_planplugin.schedule import Axis, Schedule, ScheduledItem

# A forecast is drawn where the plan keeps at least this part of the axis; words tell it in any case.
_LEAST_OF_PLAN = 0.2
# By so much the ends of ranges and the days that are due may lengthen the axis.
_NEAR = 1.5


@dataclass(frozen=True, slots=True)
class Stretch:
    """An axis from the start of the plan on: `length` working hours, which are 100%; and whether the forecast is on
    it."""

    length: float
    forecasts: bool

    @classmethod
    def of(cls, plan: Plan, schedule: Schedule) -> Stretch:
        """What the timeline of a plan that takes time shows."""
        length, forecast = schedule.duration_hours, schedule.forecast
        forecasts = forecast is not None and forecast.finish_hours * _LEAST_OF_PLAN <= length
        if forecast is not None and forecasts:
            length = max(length, forecast.finish_hours)
        near = (at for at in _marks(plan, schedule) if at <= length * _NEAR)
        return cls(max(length, *near), forecasts)

    def percent(self, at: float) -> float:
        """Where an hour of the plan lies; what lies beyond the end lies at the end."""
        return min(100 * at / self.length, 100.0)

    def evening(self, day: dt.date | None, axis: Axis) -> float | None:
        """Where a day ends, in percent; `None` without a day, off the axis, or on one without dates."""
        at = axis.hours_after(day) if day else None
        return None if at is None or at > self.length else self.percent(at)


def worst_finish(item: ScheduledItem) -> float:
    """The hour of the plan at which something ends that begins as planned and takes as long as it may."""
    return item.early_start_hours + item.worst_hours


def _marks(plan: Plan, schedule: Schedule) -> Iterator[float]:
    """The hours of the plan at which something besides the bars is drawn, the start among them."""
    yield 0.0
    dates = [plan.due, *(each.date for each in plan.external_dependencies)]
    for item in schedule.items:
        if not item.outcome:
            yield worst_finish(item)
        if isinstance(item.source, Task):
            dates.append(item.source.due)
    for day in dates:
        at = schedule.axis.hours_after(day) if day else None
        if at is not None:
            yield at
