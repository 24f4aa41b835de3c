"""Plans with their days, and ranges of days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from msgspec import Struct

from mkdocs_planplugin.portfolio import Entry, PlanPart, remaining_dates
from mkdocs_planplugin.schedule import Schedule


class DaySpan(Struct, frozen=True):
    """A range of days, as ordinals (`date.toordinal`). It ends before `last`: that is the day after its last day."""

    first: int
    last: int

    @classmethod
    def of(cls, first: dt.date, last: dt.date) -> DaySpan:
        """The days from `first` to `last`, both of them included."""
        return cls(first.toordinal(), last.toordinal() + 1)

    @property
    def start(self) -> dt.date:
        """The first day."""
        return dt.date.fromordinal(self.first)

    @property
    def finish(self) -> dt.date:
        """The last day."""
        return dt.date.fromordinal(self.last - 1)

    @property
    def length(self) -> int:
        """The number of days."""
        return self.last - self.first

    def overlaps(self, other: DaySpan) -> bool:
        """Whether any day is in both."""
        return self.first < other.last and other.first < self.last

    def joined(self, others: Iterable[DaySpan]) -> DaySpan:
        """The range from the first day of all these ranges to their last."""
        spans = [self, *others]
        return DaySpan(min(span.first for span in spans), max(span.last for span in spans))

    def percent(self, day: float) -> float:
        """Where on an axis of these days a moment lies, in percent; `day` is an ordinal, maybe with a fraction."""
        return 100 * (day - self.first) / self.length


class DatedPlan(Struct, frozen=True):
    """A plan with a known start and length.

    `days` are the planned ones; `remaining` are those of the remaining work by the forecast, `None` without one.
    `moved` says that the plan is expected to be finished on another day than planned.
    """

    entry: Entry
    schedule: Schedule
    days: DaySpan
    remaining: DaySpan | None
    moved: bool

    @classmethod
    def of(cls, entry: Entry) -> DatedPlan | None:
        """A plan with its days; `None` for a plan without dates, or in which nothing takes time."""
        schedule = entry.schedule
        if schedule is None or not schedule.duration_hours or schedule.start is None or schedule.finish is None:
            return None
        forecast, dates = schedule.expected, remaining_dates(PlanPart(entry))
        remaining = DaySpan.of(dates.first, dates.last) if forecast and dates else None
        days = DaySpan.of(schedule.start, schedule.finish)
        return cls(entry, schedule, days, remaining, bool(forecast and forecast.slip_days))

    @property
    def finish(self) -> dt.date:
        """The day on which it will be finished, by the forecast where there is one."""
        return (self.remaining or self.days).finish
