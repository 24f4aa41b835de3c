# `Week 3-4` looks like an estimate, but says when, not how long. A position is counted from the start of the plan
# (weeks, days, months) or stands in a calendar. Sprints are no positions, because their length is not known.
"""Positions of phases in time: weeks and days from the plan's start, spans of dates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from mkdocs_planplugin.model import Calendar, Position

from ..patterns import when_used
from ..profiles import TimeUnit, alternatives, pattern, table
from .date_ranges import read_date_range, read_week_of
from .estimates import heading_spots, without_spot
from .lengths import hours_of
from .vocabulary import NUMBER_MAY_FOLLOW, Vocabulary, without_lookalikes

_UNITS = Vocabulary(table(lambda profile: profile.dates.positions), NUMBER_MAY_FOLLOW)
_AND = alternatives(lambda profile: profile.references.words.get("and", ""))
_TO = rf" ?(?:[-–—~〜&]|\b(?:{alternatives(lambda profile: profile.dates.to)}|{_AND})\b) ?"
# The second number of `Week 3-4`; that of `Day 1 - 4 hours` is a length of its own.
_NUMBERS = when_used(
    rf" ?[#n°º]{{0,2}}(?P<first>\d{{1,3}})"
    rf"(?:{_TO}(?P<word>[^\W\d_]{{1,8}} ?)?(?P<last>\d{{1,3}})(?![\d.]| ?(?!of\b)[^\W\d_]))?(?!\d|\.\d)",
    re.IGNORECASE,
)
# `第1-2周`, `3주차`: the number first.
_COUNTED = when_used(
    rf"(?:第 ?(?P<first>\d{{1,3}})(?:{_TO}第? ?(?P<last>\d{{1,3}}))? ?(?P<unit>[周週天日]|[ヶかカ个個]?月)目?"
    rf"|(?P<first_ko>\d{{1,3}})(?:{_TO}(?P<last_ko>\d{{1,3}}))? ?(?P<unit_ko>[주일])차)"
)
_COUNTED_UNITS: dict[str, TimeUnit] = {"周": "week", "週": "week", "주": "week", "天": "day", "日": "day", "일": "day"}
_LEAD = when_used(
    rf"[\W_]*(?:(?:{pattern(lambda profile: profile.dates.before_position).pattern})\b\.? ?:? ?)?",
    re.IGNORECASE,
)
_SAYS_DUE = when_used(rf"\b(?:{alternatives(lambda profile: profile.dates.due_by)})\b", re.IGNORECASE)
_OF_SO_MANY = when_used(r" ?(?:of|/) ?\d{1,3}\b")
_END = when_used(r"$| ?[^\w\s]")
_BETWEEN = when_used(r" ?[,;|·•/] ?| [-–—] ")
_MOST_PARTS = 4


class PositionReading(Struct, frozen=True):
    """A position, or the problem with its dates. `rest` are the words around it."""

    position: Position | None
    rest: str = ""
    problem: str | None = None


def read_position(text: str, calendar: Calendar) -> PositionReading | None:
    """The position at the beginning of a text: `Week 3-4`, `Day 1 - 4 hours`, `Q2 2026`.

    `None` if there is none. An amount of time (`2 weeks`) is no position.
    """
    text = " ".join(text.split())
    lead = _LEAD.match(text)
    start = lead.end() if lead else 0
    if span := read_date_range(text[start:]):
        if lead and span.start == span.finish and _SAYS_DUE.search(lead[0]):
            return None  # `Target: 2026-03-31` is a day on which it is due
        if span.problem:
            return PositionReading(None, problem=span.problem)
        return PositionReading(Position(text[start:], start=span.start, finish=span.finish))
    counted = _counted(text, calendar)
    if counted is None:
        week = _week_of(text[start:])
        return PositionReading(week) if week else None
    position, end = counted
    of = _OF_SO_MANY.match(text, end)
    end = of.end() if of else end
    return PositionReading(position, text[end:].lstrip(" ,;|·•/:)–—-")) if _END.match(text, end) else None


def find_position(text: str, calendar: Calendar) -> PositionReading | None:
    """The position in a text, alone or beside something else: `3 days, Week 2`."""
    return read_position(text, calendar) or next(_in_parts(" ".join(text.split()), calendar), None)


def leading_position(heading: str, calendar: Calendar) -> Position | None:
    """The position that a heading begins with, where its own word is one of time: `Week 3: Build`, `Week of 7 December
    2026`."""
    counted = _counted(heading, calendar)
    lead = _LEAD.match(heading)
    return counted[0] if counted else _week_of(heading[lead.end() if lead else 0 :])


def _week_of(text: str) -> Position | None:
    week = read_week_of(text)
    return Position(f"{week.date} – {week.last}", start=week.date, finish=week.last) if week else None


def split_heading_position(heading: str, calendar: Calendar) -> tuple[str, PositionReading | None]:
    """A heading without its position, and the position: `Phase 2: API (Week 3-4)`, `API — Q2 2026`.

    It stands where an estimate may stand. Without one the heading comes back as it is.
    """
    for before, spot, after in heading_spots(heading):
        reading = read_position(spot, calendar)
        if reading and not reading.rest and (name := without_spot(before, after)):
            return name, reading
    return heading, None


def _in_parts(text: str, calendar: Calendar) -> Iterator[PositionReading]:
    """The positions among the parts of a text between separators, each with the other parts."""
    parts = _BETWEEN.split(text, _MOST_PARTS)
    for place, part in enumerate(parts):
        reading = read_position(part, calendar) if len(parts) > 1 else None
        if reading and not reading.rest:
            rest = ", ".join(parts[:place] + parts[place + 1 :])
            yield PositionReading(reading.position, rest, reading.problem)


def _counted(text: str, calendar: Calendar) -> tuple[Position, int] | None:
    """The weeks, days or months at the beginning of a text, and where they end."""
    tidy = without_lookalikes(text)
    lead = _LEAD.match(tidy)
    start = lead.end() if lead else 0
    if match := _COUNTED.match(tidy, start):
        unit = _COUNTED_UNITS.get(match["unit"] or match["unit_ko"], "month")
        first, last = match["first"] or match["first_ko"], match["last"] or match["last_ko"]
    else:
        word = _UNITS.at(tidy, start)
        match = _NUMBERS.match(tidy, word[1]) if word else None
        if word is None or match is None:
            return None
        unit, first, last = word[0], match["first"], match["last"]
        if match["word"] and _UNITS.meaning(match["word"].strip()) != unit:
            return None
    low, high = sorted((int(first), int(last or first)))
    size = hours_of(unit, calendar)
    return Position(text[start : match.end()], max(low - 1, 0) * size, high * size), match.end()
