# Which days a drawing of several plans shows. What is left to do sets the scale: a plan of long ago, or one of the far
# future, must not press it together.
"""Plans with their days, and the days on an axis for plans side by side."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mkdocs_planplugin.portfolio import Entry, PlanPart, remaining_dates
from mkdocs_planplugin.schedule import Schedule

# What is past takes at most so many times the room of what is left, which counts as at least so many days.
_PAST = 2
_SHORTEST_REACH = 28


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

    def overlaps(self, days: DaySpan) -> bool:
        """Whether anything of it lies on these days."""
        return days.overlaps(self.days) or (self.remaining is not None and days.overlaps(self.remaining))

    @property
    def finish(self) -> dt.date:
        """The day on which it will be finished, by the forecast where there is one."""
        return (self.remaining or self.days).finish

    @property
    def slip(self) -> int:
        """By how many working days the forecast is later than the plan; 0 without a forecast."""
        forecast = self.schedule.expected
        return forecast.slip_days if forecast else 0

    def days_past_due(self, today: dt.date) -> int:
        """How many days after the day it is due a plan will be finished; without a forecast, today at the earliest
        where it is late already."""
        due = self.entry.plan.due
        finish = max(self.finish, today) if self.entry.measures.late else self.finish
        return max(0, (finish - due).days) if due else 0


def axis_days(plans: Sequence[DatedPlan], today: dt.date) -> DaySpan:
    """The days that a drawing of these plans shows; there is at least one plan.

    They are today, all that is left to do, and of what is planned or due what lies so near that the rest can still be
    seen; what begins before that is cut off. Where nothing is left, all of it, and today if it is near.
    """
    remaining = [plan.remaining for plan in plans if plan.remaining]
    due = (plan.entry.plan.due for plan in plans)
    others = [*(plan.days for plan in plans), *(DaySpan.of(day, day) for day in due if day)]
    now = DaySpan.of(today, today)
    core = now.joined(remaining) if remaining else others[0].joined(others)
    reach = max(core.length, _SHORTEST_REACH)
    earliest, latest = core.first - _PAST * reach, core.last + reach
    near = (span for span in (*others, now) if earliest < span.last <= latest)
    return core.joined(DaySpan(max(span.first, earliest), span.last) for span in near)
