# What everything that is drawn along time has in common: labels, grid and the line of today, on an axis of any unit.
"""The time axis of a drawing, as geometry in percent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from mkdocs_planplugin.language import _

from .formats import short_date
from .ticks import Tick

# In percent of the axis: where a label would run over the end, and where today's is centred on its line.
_LAST_LABEL = 90
_CENTRED_FROM, _CENTRED_TO = 15, 85


class AxisTick(Struct, frozen=True):
    """A place on the axis with its label (empty if there is no room) and the alignment of the label."""

    x: str
    label: str
    anchor: Literal["start", "middle", "end"] = "start"


class TimeAxis(Struct, frozen=True):
    """The head of a drawing: its ticks, the months above them if these are weeks, and the place of today, if it is on
    the axis. `grid` and `month_grid` are paths of an SVG that is 100 wide."""

    ticks: tuple[AxisTick, ...]
    months: tuple[AxisTick, ...]
    grid: str
    month_grid: str
    today: AxisTick | None


def time_axis(
    ticks: Sequence[Tick],
    months: Sequence[Tick],
    length: float,
    today: dt.date,
    today_at: float | None,
) -> TimeAxis:
    """An axis of a `length` in any unit; the ticks, the months above them and `today_at` are in the same unit."""
    labels, grid = _row(ticks, length)
    names, month_grid = _row(months, length)
    return TimeAxis(
        labels,
        names,
        grid,
        month_grid,
        _day_tick(_("today, {date}"), today, 100 * today_at / length)
        if today_at is not None and 0 <= today_at <= length
        else None,
    )


def _row(ticks: Sequence[Tick], length: float) -> tuple[tuple[AxisTick, ...], str]:
    """A row of labels, and the lines below it."""
    places = [(100 * at / length, label) for at, label in ticks]
    labels = tuple(AxisTick(f"{x:.2f}%", label) for x, label in places if label and x <= _LAST_LABEL)
    return labels, "".join(f"M{x:.2f} 0V1" for x, _label in places)


def _day_tick(words: str, date: dt.date, x: float) -> AxisTick:
    anchor: Literal["start", "middle", "end"] = "start" if x < _CENTRED_FROM else "end" if x > _CENTRED_TO else "middle"
    return AxisTick(f"{x:.2f}%", words.format(date=short_date(date).text), anchor)


def within_reach(at: float, first: float, last: float) -> bool:
    """Whether something lies near enough to the drawn range (`first` to `last`) to be drawn, too: no farther away than
    the range is long. Otherwise it would press the rest together."""
    return first - (last - first) <= at <= last + (last - first)
