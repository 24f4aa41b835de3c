# Names stand beside their bars, so that no column cuts them off. The build estimates where a name has room, from the
# usual width of a letter. A name that turns out to be wider takes one more line.
"""Where the name of a task stands in the chart."""

from __future__ import annotations

import math
from typing import Literal

from msgspec import Struct

# In pixels: the width of the chart (on a page of usual width), of a letter, of the gap between a bar and its name, and
# of the flag of a due day.
CHART_WIDTH, LETTER_WIDTH, GAP, FLAG_WIDTH = 494, 6.8, 8, 13
# In pixels: a name may stand behind a tail (the slack of a bar) that is shorter; a side that is narrower has no name.
SHORT_TAIL, NARROWEST_SIDE = 80, 110
# A name that needs more lines beside its bar stands above the bar.
MOST_LINES = 3
# Letters from here on (Hangul, Han, Kana, ...) are as wide as two others.
_FIRST_WIDE_LETTER = "\u1100"

_WIDTH_OF_A_PERCENT = CHART_WIDTH / 100


class NamePlace(Struct, frozen=True):
    """Where a name stands: it begins at a place (`from`, in whole percent of the chart), or ends there (`to`), or has
    the whole width `above` the bar."""

    side: Literal["from", "to", "above"]
    percent: int = 0


ABOVE = NamePlace("above")
AT_THE_START = NamePlace("from", 0)


def letters_of(text: str) -> int:
    """The width of a text, in letters of usual width."""
    return len(text) if text.isascii() else sum(2 if letter >= _FIRST_WIDE_LETTER else 1 for letter in text)


def name_place(
    letters: int, start: float, end: float, tail: float | None = None, flag: float | None = None
) -> NamePlace:
    """Where a name of so many letters stands beside its bar. All places are in percent of the chart.

    The bar lasts from `start` to `end`; its slack ends at `tail`; a `flag` marks its due day. The first of these places
    that has room for the name in one line is taken: behind the bar, its flag and a short tail; behind bar and flag,
    over the tail; before the bar. Otherwise the name takes several lines on the wider side, or stands above the bar.
    """
    width = letters * LETTER_WIDTH
    first = start if flag is None else min(start, flag)
    last = end if flag is None else max(end, flag + FLAG_WIDTH / _WIDTH_OF_A_PERCENT)
    behind_tail = last
    if tail is not None and (tail - end) * _WIDTH_OF_A_PERCENT < SHORT_TAIL:
        behind_tail = max(last, tail)
    for x in (behind_tail, last):
        if width <= _room_after(x):
            return NamePlace("from", math.ceil(x))
    if width <= _room_before(first):
        return NamePlace("to", math.floor(first))
    room = max(_room_after(last), _room_before(first))
    if room < NARROWEST_SIDE or width > MOST_LINES * room:
        return ABOVE
    return NamePlace("from", math.ceil(last)) if room == _room_after(last) else NamePlace("to", math.floor(first))


def _room_after(x: float) -> float:
    """The room to the right of a place, in pixels."""
    return (100 - math.ceil(x)) * _WIDTH_OF_A_PERCENT - GAP


def _room_before(x: float) -> float:
    """The room to the left of a place, in pixels."""
    return math.floor(x) * _WIDTH_OF_A_PERCENT - GAP
