"""Plans with their days, and days that follow one another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from mkdocs_planplugin.portfolio import Entry, PlanPart, remaining_dates
from mkdocs_planplugin.schedule import Schedule


@dataclass(frozen=True, slots=True)
class DaySpan:
    """Days that follow one another, as ordinals (`date.toordinal`); `last` is the day after the last of them."""

    first: int
    last: int

    @classmethod
    def of(cls, first: dt.date, last: dt.date) -> DaySpan:
        """The days from `first` to `last`, both of them included."""
        return cls(first.toordinal(), last.toordinal() + 1)

    @property
    def start(self) -> dt.date:
        """The first of them."""
        return dt.date.fromordinal(self.first)

    @property
    def finish(self) -> dt.date:
        """The last of them."""
        return dt.date.fromordinal(self.last - 1)

    @property
    def length(self) -> int:
        """How many they are."""
        return self.last - self.first

    def overlaps(self, other: DaySpan) -> bool:
        """Whether any day is in both."""
        return self.first < other.last and other.first < self.last

    def joined(self, others: Iterable[DaySpan]) -> DaySpan:
        """From the first to the last day of all of them."""
        spans = [self, *others]
        return DaySpan(min(span.first for span in spans), max(span.last for span in spans))

    def percent(self, day: float) -> float:
        """Where on an axis of these days a moment lies, in percent; `day` is an ordinal, maybe with a fraction."""
        return 100 * (day - self.first) / self.length


@dataclass(frozen=True, slots=True)
class DatedPlan:
    """A plan of which it is known when it starts and how long it takes.

    `days` are those that were planned, `remaining` those of what is left by the forecast, `None` without one. The two
    differ in more than what is done already only where the plan is `moved`: where its finish is another.
    """

    entry: Entry
    schedule: Schedule
    days: DaySpan
    remaining: DaySpan | None
    moved: bool

    @classmethod
    def of(cls, entry: Entry) -> DatedPlan | None:
        """A plan with its days; `None` where it has no dates, or nothing takes time."""
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
