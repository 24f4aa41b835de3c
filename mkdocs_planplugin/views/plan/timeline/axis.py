# A tick is a line, and maybe a label. All lines are drawn. A label is left out if it would run into the one before it.
"""The head of a timeline: ticks, today and the day the plan is due, in percent."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from msgspec import Struct

from mkdocs_planplugin.language import _
from mkdocs_planplugin.schedule import Schedule
from mkdocs_planplugin.views.kit import short_date, working_time_ticks

from .window import ChartWindow

# In percent of the axis: the width of a label, its width on a phone, and where the last label may begin.
_LABEL_WIDTH, _PHONE_LABEL_WIDTH, _LAST_LABEL = 9, 17, 91
# In percent of the axis on a phone: the width of the words for today or for the due day (with its flag), and how far
# they may reach out of the axis, where nothing else stands.
_DAY_WIDTH, _OVERHANG = 29, 9

Anchor = Literal["start", "end"]
_ANCHORS: tuple[Anchor, Anchor] = ("end", "start")
_END = 100.0


class Tick(Struct, frozen=True):
    """A tick at `x` percent. `label` is empty if there is no room for it; `everywhere` says that phones have room,
    too."""

    x: float
    label: str
    everywhere: bool = True


class DayLabel(Struct, frozen=True):
    """A day that is marked by a line, with words on one side of it, on text line `line` (from 1) below the ticks."""

    x: float
    words: str
    anchor: Anchor
    line: int = 1


class ChartAxis(Struct, frozen=True):
    """The ticks, and today and the due day if they lie in the window."""

    ticks: tuple[Tick, ...]
    today: DayLabel | None
    due: DayLabel | None


def chart_axis(schedule: Schedule, window: ChartWindow, today: dt.date, due: dt.date | None) -> ChartAxis:
    """The axis of a window. The line of today stands at its morning, that of the due day at its evening."""
    today_x = _percent_in(window, schedule.today_hours)
    due_x = _percent_in(window, schedule.axis.hours_after(due) if due else None)
    ticks = [
        (window.percent(hour), label) for hour, label in working_time_ticks(schedule.axis, window.first, window.last)
    ]
    today_anchor, due_anchor, due_line = day_anchors(today_x, due_x)
    today_label = None if today_x is None else DayLabel(today_x, _dated(_("today, {date}"), today), today_anchor)
    due_label = None
    if due_x is not None and due is not None:
        due_label = DayLabel(due_x, _dated(_("due, {date}"), due), due_anchor, due_line)
    return ChartAxis(tuple(labelled_ticks(ticks)), today_label, due_label)


def _dated(words: str, date: dt.date) -> str:
    return words.format(date=short_date(date).text)


def _percent_in(window: ChartWindow, hour: float | None) -> float | None:
    """Where an hour lies in a window, in percent; `None` if it lies outside."""
    return window.percent(hour) if hour is not None and window.first <= hour <= window.last else None


def labelled_ticks(places: list[tuple[float, str]]) -> list[Tick]:
    """Ticks from pairs of percent and label. Labels that would touch the one before, or the end, are left out."""
    ticks: list[Tick] = []
    free = free_on_phones = 0.0
    for x, label in places:
        if x < free or x > _LAST_LABEL:
            ticks.append(Tick(x, ""))
            continue
        everywhere = x >= free_on_phones and x <= _END - _PHONE_LABEL_WIDTH
        ticks.append(Tick(x, label, everywhere))
        free = x + _LABEL_WIDTH
        if everywhere:
            free_on_phones = x + _PHONE_LABEL_WIDTH
    return ticks


def day_anchors(today: float | None, due: float | None) -> tuple[Anchor, Anchor, int]:
    """On which side of their lines the words of today and of the due day stand, and on which text line the latter.

    "end" is before the line, the first choice. If the words would touch on any side, the due day goes to text line 2.
    """
    for due_anchor in _ANCHORS:
        for today_anchor in _ANCHORS:
            one, other = _extent(today, today_anchor), _extent(due, due_anchor)
            if (
                min(one[0], other[0]) >= -_OVERHANG
                and one[1] <= _END >= other[1]
                and (one[1] <= other[0] or other[1] <= one[0])
            ):
                return today_anchor, due_anchor, 1
    return _side(today), _side(due), 2


def _extent(x: float | None, anchor: Anchor) -> tuple[float, float]:
    """Where the words of a day at `x` begin and end, in percent; (0, 0) for a day that is not shown."""
    if x is None:
        return 0.0, 0.0
    return (x - _DAY_WIDTH, x) if anchor == "end" else (x, x + _DAY_WIDTH)


def _side(x: float | None) -> Anchor:
    """The side on which the words of a day at `x` have room, regardless of other words."""
    return "start" if x is None or x < _DAY_WIDTH - _OVERHANG else "end"
