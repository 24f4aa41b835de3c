# What a lead wants to see first: the index, the registers and the lists of plans on other pages agree about it.
"""When plans end, and the order in which pages list them."""

from __future__ import annotations

from mkdocs_planplugin.catalog import STATUS_LABELS
from mkdocs_planplugin.language import _
from mkdocs_planplugin.portfolio import Entry
from mkdocs_planplugin.schedule import Forecast
from mkdocs_planplugin.views.kit import DateText, long_date, planned_dates

_STATUS_RANKS = {status: rank for rank, status in enumerate(STATUS_LABELS)}


def rank(entry: Entry) -> tuple[bool, int, str, str]:
    """What plans are sorted by: trouble first, then what is under way, then what is next to finish."""
    in_trouble = entry.measures.late or entry.blocked
    finish, _word = finish_date(entry)
    day = (finish.iso if finish else "") or "~"  # behind all dates
    return not in_trouble, _STATUS_RANKS[entry.measures.shown_status], day, entry.path


def finish_date(entry: Entry) -> tuple[DateText | None, str]:
    """The day a plan will be finished on if work goes on, else the one it is due, else the one it is planned to be
    finished on; and the word for it."""
    forecast = forecast_of(entry)
    if forecast and forecast.finish:
        return long_date(forecast.finish), _("forecast")
    if entry.plan.due:
        return long_date(entry.plan.due), _("due")
    planned = planned_dates(entry.schedule)
    return (planned.finish, _("planned")) if planned else (None, "")


def forecast_of(entry: Entry) -> Forecast | None:
    """When what is left will be done; `None` where nobody knows, or nobody works on it."""
    forecast = entry.schedule.expected if entry.schedule else None
    return forecast if forecast and forecast.finish and entry.under_way and planned_dates(entry.schedule) else None
