# Labels of the axis have to be read, so each has its room; lines need none, so all of them are drawn.
"""The head of a timeline: ticks, today and the day that all is due, in percent."""

from __future__ import annotations

import datetime as dt
from typing import Literal, NamedTuple

from mkdocs_planplugin.language import _
from mkdocs_planplugin.schedule import Schedule
from mkdocs_planplugin.views.kit import short_date, working_time_ticks

from .window import ChartWindow

# In percent of the axis: the room of a label, that of one on a telephone, and where the last one begins.
_LABEL_WIDTH, _WIDE_LABEL_WIDTH, _LAST_LABEL = 9, 17, 91
# In percent of the axis of a telephone: how wide the words for today and for a due day are, with the flag; and how far
# they may reach out of the axis, where nothing else stands.
_DAY_WIDTH, _OVERHANG = 29, 9

Anchor = Literal["start", "end"]
_ANCHORS: tuple[Anchor, Anchor] = ("end", "start")
_END = 100.0


class Tick(NamedTuple):
    """A tick with its label, empty where there is no room for one; `everywhere` says that there is on a telephone."""

    x: float
    label: str
    everywhere: bool = True


class DayLabel(NamedTuple):
    """A day that has a line, with its words on one side of it; `line` counts the lines of words below the ticks."""

    x: float
    words: str
    anchor: Anchor
    line: int = 1


class ChartAxis(NamedTuple):
    """Ticks, and the days that have lines, where they are in the window."""

    ticks: tuple[Tick, ...]
    today: DayLabel | None
    due: DayLabel | None


def chart_axis(schedule: Schedule, window: ChartWindow, today: dt.date, due: dt.date | None) -> ChartAxis:
    """The axis of a window; today is where it begins, a day that is due where it ends."""
    now = _within(window, schedule.today_hours)
    end = _within(window, schedule.axis.hours_after(due) if due else None)
    places = [
        (window.percent(hour), label) for hour, label in working_time_ticks(schedule.axis, window.first, window.last)
    ]
    today_anchor, due_anchor, due_line = day_anchors(now, end)
    return ChartAxis(
        tuple(labelled(places)),
        None if now is None else DayLabel(now, _dated(_("today, {date}"), today), today_anchor),
        None if end is None or due is None else DayLabel(end, _dated(_("due, {date}"), due), due_anchor, due_line),
    )


def _dated(words: str, date: dt.date) -> str:
    return words.format(date=short_date(date).text)


def _within(window: ChartWindow, hour: float | None) -> float | None:
    """Where an hour is, if it is in the window."""
    return window.percent(hour) if hour is not None and window.first <= hour <= window.last else None


def labelled(places: list[tuple[float, str]]) -> list[Tick]:
    """Ticks whose labels do not run into each other nor over the end."""
    ticks: list[Tick] = []
    free = free_on_phones = 0.0
    for x, label in places:
        if x < free or x > _LAST_LABEL:
            ticks.append(Tick(x, ""))
            continue
        everywhere = x >= free_on_phones and x <= _END - _WIDE_LABEL_WIDTH
        ticks.append(Tick(x, label, everywhere))
        free = x + _LABEL_WIDTH
        if everywhere:
            free_on_phones = x + _WIDE_LABEL_WIDTH
    return ticks


def day_anchors(today: float | None, due: float | None) -> tuple[Anchor, Anchor, int]:
    """On which side of their lines the words of two days stand, and in which line those of the second: before the
    lines, where there is room, and never over each other."""
    for due_anchor in _ANCHORS:
        for today_anchor in _ANCHORS:
            one, other = _span(today, today_anchor), _span(due, due_anchor)
            if (
                min(one[0], other[0]) >= -_OVERHANG
                and one[1] <= _END >= other[1]
                and (one[1] <= other[0] or other[1] <= one[0])
            ):
                return today_anchor, due_anchor, 1
    return _side(today), _side(due), 2


def _span(place: float | None, anchor: Anchor) -> tuple[float, float]:
    """From where to where the words of a day reach; nowhere, where it is not shown."""
    if place is None:
        return 0.0, 0.0
    return (place - _DAY_WIDTH, place) if anchor == "end" else (place, place + _DAY_WIDTH)


def _side(place: float | None) -> Anchor:
    return "start" if place is None or place < _DAY_WIDTH - _OVERHANG else "end"
