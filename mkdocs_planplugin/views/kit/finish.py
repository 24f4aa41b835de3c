# When a plan is to end, by the plan and as expected. How that compares stands in its health.
"""Start and finish of a plan."""

from __future__ import annotations

from msgspec import Struct

from mkdocs_planplugin.portfolio import Entry
from mkdocs_planplugin.schedule import Forecast, Schedule

from .formats import DateText, day_number, long_date, short_date


class PlannedDates(Struct, frozen=True):
    """The planned start and finish."""

    start: DateText
    finish: DateText


def planned_dates(schedule: Schedule | None) -> PlannedDates | None:
    """The planned start and finish of a plan; `None` if nothing has an estimate."""
    if schedule is None or not schedule.duration_hours:
        return None
    start, finish = schedule.start, schedule.finish
    if start is None or finish is None:
        return PlannedDates(day_number(1), day_number(schedule.finish_day))
    first = short_date(start) if start.year == finish.year else long_date(start)
    return PlannedDates(first, long_date(finish))


def expected_of(entry: Entry) -> Forecast | None:
    """The expected finish of a plan, which all pages show; `None` if its day is not known."""
    expected = entry.schedule.expected if entry.schedule else None
    return expected if expected and expected.finish else None
