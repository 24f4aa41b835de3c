"""Levels (how likely, how bad, how urgent) as authors write them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from mkdocs_planplugin.model import Level

from ..patterns import when_used
from ..profiles import alternatives, pattern, signs, table
from ..remembered import remembered
from .vocabulary import Vocabulary, is_choice_list, normalized

LEVELS = Vocabulary(table(lambda profile: profile.states.levels))
_SIGNS = signs(lambda profile: profile.states.level_signs)
# Up to 30 % low, to 60 % medium, to 90 % high, above critical (the format's rule).
_PERCENT_STEPS = (30.0, 60.0, 90.0)
_NUMBER = r"(\d{1,3}(?:[.,]\d{1,3})?)"
_PERCENT = when_used(rf"([<>≤≥~≈ ]*){_NUMBER}(?: ?%? ?(?:[-–—]|to) ?{_NUMBER})? ?%", re.IGNORECASE)
_SCALE = when_used(
    r"([1-5])(?: ?[-–—] ?([1-5]))?(?: ?(?:/|of|out of) ?5)?(?:\.?$|\. | ?[(,;:=]| [-–—] )", re.IGNORECASE
)
# `0.9`, `8/10`: shares.
_SHARE = when_used(
    r"(?P<share>0[.,]\d{1,3}|1[.,]0{1,3})(?![\d%])|(?P<of_ten>\d{1,2}) ?(?:/|of|out of) ?10(?!\d)", re.IGNORECASE
)
# The levels of a scale of 1 to 5.
_OF_FIVE = (Level.LOW, Level.LOW, Level.MEDIUM, Level.HIGH, Level.CRITICAL)
# `L3 (Possible)`, `P1 - High`, `12 (Medium)`: a step or a score of the author's own scale, then the word.
_STEP = when_used(r"[A-Z]?\d{1,2} ?[-–—:(] ?")
_RANGE = when_used(
    rf" ?(?:[-–—/~→]|->|(?:{alternatives(lambda profile: profile.states.between_levels)})\b) ?", re.IGNORECASE
)
# What may follow a level: a sign, the thing it is the level of, or a reason. `High availability` is no level.
_AFTER = when_used(
    rf"$| ?[^\w\s-]| [-–—]|[ -](?:{pattern(lambda profile: profile.states.after_level).pattern})\b", re.IGNORECASE
)
_FIRST_WORD = when_used(r"[^\W_]")


@remembered(1024)  # the same few values stand at every task
def read_level(text: str) -> Level | None:
    """The level that a value says; of a range (`Medium-High`) the higher, as the format has it.

    Words in any case and several languages, coloured signs, percentages, and a scale of 1 to 5 (`4`, `3/5`). The level
    comes first, and prose only after a sign or the first word of a reason (`Low - well understood`). None for anything
    else, and for a list of all the choices.
    """
    text = normalized(text)
    first = _FIRST_WORD.search(text)
    if first is None or is_choice_list(text, LEVELS):
        return None if first else _sign_level(text)
    start = first.start()
    step = _STEP.match(text, start)
    after_step = _word_level(text, step.end()) if step else None
    return after_step or _number_level(text, start) or _word_level(text, start) or _sign_level(text)


def _word_level(text: str, place: int) -> Level | None:
    """The level that words at a place say, of a range the higher one."""
    levels: list[Level] = []
    end = place
    while phrase := LEVELS.at(text, place):
        level, end = phrase
        levels.append(level)
        gap = _RANGE.match(text, end)
        if gap is None:
            break
        place = gap.end()
    return _highest(levels) if levels and _AFTER.match(text, end) else None


def _number_level(text: str, place: int) -> Level | None:
    """The level that a share, a percentage or a step of a scale at a place says."""
    share = _SHARE.match(text, place)
    if share and _AFTER.match(text, share.end()):
        percents = float(share["share"].replace(",", ".")) * 100 if share["share"] else float(share["of_ten"]) * 10
        return tuple(Level)[bisect_left(_PERCENT_STEPS, percents)]
    percent = _PERCENT.match(text) or _PERCENT.match(text, place)
    if percent and _AFTER.match(text, percent.end()):
        # "> 30 %" is above the step that 30 % still belongs to.
        step = bisect_right if ">" in percent[1] else bisect_left
        values = (float(value.replace(",", ".")) for value in percent.groups()[1:] if value)
        return _highest(tuple(Level)[step(_PERCENT_STEPS, value)] for value in values)
    scale = _SCALE.match(text, place)
    return _highest(_OF_FIVE[int(step) - 1] for step in scale.groups() if step) if scale else None


def _highest(levels: Iterable[Level]) -> Level:
    return max(levels, key=lambda level: level.score)


def _sign_level(text: str) -> Level | None:
    return _SIGNS.get(text[:1])
