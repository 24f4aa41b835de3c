# When a plan is to end, by the plan and by the forecast, and how late that is. Two lengths of lateness are told apart:
# days since a day that is over, and the working days between plan and forecast, which the catalog has the words for.
"""Start and finish of a plan, and its lateness, in words."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from mkdocs_planplugin.catalog import slip_sign, slip_words
from mkdocs_planplugin.language import _, n_
from mkdocs_planplugin.measure import last_change
from mkdocs_planplugin.portfolio import Entry
from mkdocs_planplugin.schedule import Schedule

from .formats import DateText, day_number, days_text, long_date, short_date


@dataclass(frozen=True, slots=True)
class PlannedDates:
    """From when to when something is planned, and how long that is."""

    start: DateText
    finish: DateText
    length: str


@dataclass(frozen=True, slots=True)
class ExpectedFinish:
    """When the plan will be finished if work goes on as forecast, and how that compares with what was planned: a sign
    where that is another day, and words; `sure` is the day that is kept with 80%, `None` where no range says more."""

    finish: DateText
    sign: str
    words: str
    late: bool
    sure: DateText | None


def planned_dates(schedule: Schedule | None) -> PlannedDates | None:
    """When the plan is to begin and to end; `None` where nobody said how long anything takes."""
    if schedule is None or not schedule.duration_hours:
        return None
    length = _("{days} of work").format(days=days_text(schedule.finish_day, 1))
    start, finish = schedule.start, schedule.finish
    if start is None or finish is None:
        return PlannedDates(day_number(1), day_number(schedule.finish_day), length)
    first = short_date(start) if start.year == finish.year else long_date(start)
    return PlannedDates(first, long_date(finish), length)


def expected_finish(schedule: Schedule | None) -> ExpectedFinish | None:
    """When the plan is going to end; `None` without a forecast."""
    forecast = schedule.expected if schedule else None
    if forecast is None or forecast.finish is None:
        return None
    slip, p80 = forecast.slip_days, forecast.finish_p80
    sure = short_date(p80) if p80 and p80 != forecast.finish else None
    return ExpectedFinish(long_date(forecast.finish), slip_sign(slip), slip_words(slip), slip > 0, sure)


def days_late(entry: Entry, today: dt.date) -> int:
    """How many days ago the plan was due, or planned to be finished; 0 where it is not late."""
    finish = entry.plan.due or (entry.schedule.finish if entry.schedule else None)
    return (today - finish).days if entry.measures.late and finish else 0


def days_stale(entry: Entry, today: dt.date) -> int:
    """For how many days nothing has changed; 0 where the plan is not stale."""
    changed = last_change(entry.plan)
    return (today - changed).days if entry.measures.stale and changed else 0


def past_due_words(days: int, due: str) -> str:
    """That a plan is going to be finished so many days after the day it is `due`, as that is written on the page."""
    return n_("▲ {n} day past due {date}", "▲ {n} days past due {date}", days).format(n=days, date=due)
