# Where things lie on the axis of a figure: dates of the wall calendar, or working days where there are none.
"""The two kinds of axes that a Plotly figure of a schedule has."""

from __future__ import annotations

import datetime as dt
from typing import Any, TypeAlias

from mkdocs_planplugin.language import _
from mkdocs_planplugin.model import ExternalDependency
from mkdocs_planplugin.schedule import Axis, Left, PhaseSpan, ScheduledItem
from mkdocs_planplugin.views.kit import DayRange, day_range, finish_in_days

Figure = dict[str, Any]

_MINUTES_PER_DAY, _MILLISECONDS_PER_DAY = 24 * 60, 24 * 60 * 60 * 1000


class _Places:
    """What axes of dates and of days share: where pieces of a schedule lie on them."""

    dated: bool

    def __init__(self, axis: Axis) -> None:
        self._axis = axis
        self._places: dict[float, str] = {}  # bars, lines and ranges meet at the same moments

    def of(self, piece: PhaseSpan | ScheduledItem | Left | ExternalDependency) -> DayRange:
        """From when to when something lasts; a promise is kept on the evening of its day."""
        if isinstance(piece, ExternalDependency):
            evening = piece.date.toordinal() + 1 if piece.date else 0
            return evening, evening
        return day_range(piece, self._axis, dated=self.dated)

    def finished(self, at: float) -> float:
        """The moment at which something ends that is finished at this hour of the plan."""
        return finish_in_days(at, self._axis, dated=self.dated)


class Dates(_Places):
    """An axis of dates: places are texts, lengths are milliseconds."""

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

    def at(self, moment: float) -> str:
        """The place of a moment."""
        place = self._places.get(moment)
        if place is None:
            place = self._places[moment] = self._written(moment)
        return place

    @staticmethod
    def _written(moment: float) -> str:
        days, minutes = divmod(round(moment * _MINUTES_PER_DAY), _MINUTES_PER_DAY)
        if not dt.date.min.toordinal() <= days <= dt.date.max.toordinal():
            return "9999-12-31" if days > 0 else "0001-01-01"
        date = dt.date.fromordinal(days).isoformat()
        return f"{date} {minutes // 60:02}:{minutes % 60:02}" if minutes else date

    @staticmethod
    def length(days: float) -> int:
        """How Plotly takes so many days."""
        return round(days * _MILLISECONDS_PER_DAY)


class Days(_Places):
    """An axis of working days, counted from 1."""

    dated = False

    @property
    def layout(self) -> Figure:
        """What Plotly has to know of the axis."""
        before, _number, after = _("day {number}").partition("{number}")
        return {"type": "linear", "tickprefix": before, "ticksuffix": after, "tickformat": "~g"}

    @staticmethod
    def at(moment: float) -> float:
        """The place of a moment."""
        return round(moment, 4)

    @staticmethod
    def length(days: float) -> float:
        """How Plotly takes so many days."""
        return round(days, 4)


Places: TypeAlias = Dates | Days
