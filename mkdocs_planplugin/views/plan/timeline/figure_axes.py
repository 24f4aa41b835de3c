# The axis of a figure shows dates, or, for a plan without dates, working days counted from 1. A place on it is a number
# of days. `at` and `length` convert places and lengths to what Plotly takes.
"""The two kinds of axes that a Plotly figure of a schedule has."""

from __future__ import annotations

import datetime as dt
from typing import Any, TypeAlias

from mkdocs_planplugin.language import _
from mkdocs_planplugin.model import ExternalDependency
from mkdocs_planplugin.schedule import Axis, PhaseSpan, Remaining, ScheduledItem
from mkdocs_planplugin.views.kit import DayRange, day_range, finish_in_days

Figure = dict[str, Any]

_MINUTES_PER_DAY, _MILLISECONDS_PER_DAY = 24 * 60, 24 * 60 * 60 * 1000


class _Axis:
    """What both kinds of axes share: where the items of a schedule lie on them."""

    dated: bool

    def __init__(self, axis: Axis) -> None:
        self._axis = axis
        self._places: dict[float, str] = {}  # converted places: bars, lines and ranges share most of them

    def of(self, item: PhaseSpan | ScheduledItem | Remaining | ExternalDependency) -> DayRange:
        """The days from which to which an item lasts. An external dependency is a moment: the end of its day."""
        if isinstance(item, ExternalDependency):
            end = item.date.toordinal() + 1 if item.date else 0
            return end, end
        return day_range(item, self._axis, dated=self.dated)

    def finished(self, hour: float) -> float:
        """The place of a finish, given in working hours from the start of the plan."""
        return finish_in_days(hour, self._axis, dated=self.dated)


class DateAxis(_Axis):
    """An axis of dates: Plotly takes places as text, lengths in milliseconds."""

    dated = True

    @property
    def layout(self) -> Figure:
        """What Plotly has to know of the axis."""
        return {
            "type": "date",
            "tickformatstops": [
                {"dtickrange": [None, "M1"], "value": _("{day} {month}").format(day="%-d", month="%b")},
                {"dtickrange": ["M1", None], "value": _("{month} {year}").format(month="%b", year="%Y")},
            ],
        }

    def at(self, place: float) -> str:
        """A place as Plotly takes it."""
        text = self._places.get(place)
        if text is None:
            text = self._places[place] = self._date_and_time(place)
        return text

    @staticmethod
    def _date_and_time(place: float) -> str:
        days, minutes = divmod(round(place * _MINUTES_PER_DAY), _MINUTES_PER_DAY)
        if not dt.date.min.toordinal() <= days <= dt.date.max.toordinal():
            return "9999-12-31" if days > 0 else "0001-01-01"
        date = dt.date.fromordinal(days).isoformat()
        return f"{date} {minutes // 60:02}:{minutes % 60:02}" if minutes else date

    @staticmethod
    def length(days: float) -> int:
        """A length in days as Plotly takes it: in milliseconds."""
        return round(days * _MILLISECONDS_PER_DAY)


class WorkingDayAxis(_Axis):
    """An axis of working days, counted from 1."""

    dated = False

    @property
    def layout(self) -> Figure:
        """What Plotly has to know of the axis."""
        before, _number, after = _("day {number}").partition("{number}")
        return {"type": "linear", "tickprefix": before, "ticksuffix": after, "tickformat": "~g"}

    @staticmethod
    def at(place: float) -> float:
        """A place as Plotly takes it."""
        return round(place, 4)

    @staticmethod
    def length(days: float) -> float:
        """A length in days as Plotly takes it: in days."""
        return round(days, 4)


FigureAxis: TypeAlias = DateAxis | WorkingDayAxis
