# Names stand beside their bars, so that no column cuts them. Where there is room for a name is estimated when the page
# is built: letters are about as wide everywhere, and a name that turns out wider takes one more line.
"""Where the name of a task stands in the chart."""

from __future__ import annotations

import math
from typing import Literal, NamedTuple

# In pixels: the chart of a page of usual width, a letter, the gap between a bar and a name, and a flag beside its pole.
CHART_WIDTH, LETTER_WIDTH, GAP, FLAG_WIDTH = 494, 6.8, 8, 13
# In pixels: a tail that is shorter is jumped over, and a side that is narrower holds no name.
SHORT_TAIL, NARROWEST_SIDE = 80, 110
# A name that would take more lines beside its bar stands above it.
MOST_LINES = 3
# From here on a letter is as wide as two: Hangul, Han, Kana.
_FIRST_WIDE_LETTER = "\u1100"

_WIDTH_OF_A_PERCENT = CHART_WIDTH / 100


class NamePlace(NamedTuple):
    """On which side a name stands: `from` a place in whole percent of the chart on, `to` a place up to which it reaches
    or `above` the bar, over the whole width."""

    side: Literal["from", "to", "above"]
    percent: int = 0


ABOVE = NamePlace("above")
AT_THE_START = NamePlace("from", 0)


def letters_of(text: str) -> int:
    """How many letters of usual width a text is as wide as."""
    return len(text) if text.isascii() else sum(2 if letter >= _FIRST_WIDE_LETTER else 1 for letter in text)


def name_place(
    letters: int, start: float, end: float, tail: float | None = None, flag: float | None = None
) -> NamePlace:
    """Where a name of so many letters stands beside a bar from `start` to `end`, whose slack ends at `tail`, and beside
    the flag of a day that is due; all in percent of the chart.

    In one line: after the bar, its flag and a short tail; right after bar and flag, over the tail; before the bar.
    Else in several lines on the wider side, and above the bar where neither is wide enough.
    """
    width = letters * LETTER_WIDTH
    first = start if flag is None else min(start, flag)
    last = end if flag is None else max(end, flag + FLAG_WIDTH / _WIDTH_OF_A_PERCENT)
    behind = last
    if tail is not None and (tail - end) * _WIDTH_OF_A_PERCENT < SHORT_TAIL:
        behind = max(last, tail)
    for place in (behind, last):
        if width <= _room_after(place):
            return NamePlace("from", math.ceil(place))
    if width <= _room_before(first):
        return NamePlace("to", math.floor(first))
    room = max(_room_after(last), _room_before(first))
    if room < NARROWEST_SIDE or width > MOST_LINES * room:
        return ABOVE
    return NamePlace("from", math.ceil(last)) if room == _room_after(last) else NamePlace("to", math.floor(first))


def _room_after(place: float) -> float:
    """How many pixels there are to the right of a place."""
    return (100 - math.ceil(place)) * _WIDTH_OF_A_PERCENT - GAP


def _room_before(place: float) -> float:
    """How many pixels there are to the left of it."""
    return math.floor(place) * _WIDTH_OF_A_PERCENT - GAP
