# That a risk is closed may be said in a column, a line, behind a title, or above a list.
"""The states of risks, and scores that are numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mkdocs_planplugin.model import Level, RiskState

from ..patterns import when_used
from ..profiles import RISK_WORDS, TICK_SIGNS, any_of, phrases, table
from .levels import read_level
from .vocabulary import Vocabulary, normalized

RISK_STATES = Vocabulary(table(lambda profile: profile.states.risks))
_FIRST_WORD = when_used(r"[^\W_]")
# A heading or a line over risks: `Closed Risks`, `Accepted:`, `Risks accepted`.
_ITEMS = any_of(phrases(lambda profile: profile.headings.risk_items))
_OF_RISKS = when_used(rf"[\W_]*(?:$|(?:(?:{RISK_WORDS})\w{{0,3}}|{_ITEMS})\b)", re.IGNORECASE)
_BEFORE_STATE = when_used(rf"[\W_]*(?:(?:{RISK_WORDS})\w{{0,3}}\W+)?", re.IGNORECASE)
# Behind or before a title: `It rains (closed)`, `[CLOSED] It rains`, `It rains - retired`. The signs behind it are few,
# as from every bracket they are looked at again.
_BEHIND = when_used(
    r"(?P<title>.*\S)\s*(?:[(\[](?P<group>[^()\[\]]{3,40})[)\]]|\s[–—-]+\s(?P<tail>[\w ]{3,30}))[\W_]{0,40}$", re.DOTALL
)
_BEFORE = when_used(r"\W{0,4}[(\[](?P<group>[^()\[\]]{3,40})[)\]]\W*(?P<title>\w.*)$", re.DOTALL)

# Scores are products of two scales of 1 to 5 where one of them is higher than 5 (the usual 5 x 5 matrix).
_NUMBER = when_used(r"(?<![\w.])(?P<number>\d{1,3})(?:\.\d+)?(?!\w|\.\d)(?: ?/ ?(?P<most>\d{1,3}))?")
_ONE_SCALE, _TWO_SCALES = 5, 25
_LEAST_PRODUCTS = ((Level.CRITICAL, 17), (Level.HIGH, 10), (Level.MEDIUM, 5), (Level.LOW, 0))
_FACTORS = when_used(
    r"(?P<first>[^=]{1,30}?) ?(?:[×✕*/&+,]|\bx\b) ?(?P<second>[^=×✕*/&+,]{1,30})(?:=.*)?$", re.IGNORECASE
)


def read_risk_state(text: str) -> RiskState | None:
    """The state of a risk, from the words at the beginning of a value; a tick closes it. `None` for other words."""
    text = normalized(text)
    first = _FIRST_WORD.search(text)
    if first is None:
        return RiskState.CLOSED if text[:1] and text[0] in TICK_SIGNS else None
    phrase = RISK_STATES.at(text, first.start())
    return phrase[0] if phrase else None


def state_of_group(heading: str) -> RiskState | None:
    """The state of the risks below such a heading or line (`Closed risks`)."""
    text = normalized(heading)
    begin = _BEFORE_STATE.match(text)
    phrase = RISK_STATES.at(text, begin.end()) if begin else None
    return phrase[0] if phrase and _OF_RISKS.match(text, phrase[1]) else None


def split_risk_state(title: str) -> tuple[str, RiskState | None]:
    """A risk's title without the state in brackets or behind a dash, and the state."""
    for form in (_BEHIND, _BEFORE):
        match = form.match(title)
        words = match.groupdict() if match else {}
        state = normalized(words.get("group") or words.get("tail") or "")
        phrase = RISK_STATES.at(state)
        # Behind a dash there may be nothing else, or it is prose.
        if match and phrase and (words.get("group") or phrase[1] == len(state)):
            return match["title"].strip(), phrase[0]
    return title, None


def read_score(text: str, highest: int) -> Level | None:
    """The level of a score, which may be a word or a number. `highest` is the highest score of its table, 0 if it has
    none.

    Up to 5 it is one scale (`4`), above it is the product of two (`12`, `12/25`); `8/10` and `80%` are shares.
    """
    number = _NUMBER.search(text)
    if number and number["most"] == str(_TWO_SCALES):
        highest = _TWO_SCALES
    elif number is None or number["most"] or text.rstrip().endswith("%"):
        return read_level(text)
    value = int(number["number"])
    words = read_level(text[number.end() :].strip(" ()-–—:"))
    if words or max(value, highest) <= _ONE_SCALE or max(value, highest) > _TWO_SCALES:
        return words or (read_level(text) if max(value, highest) <= _ONE_SCALE else None)
    return next(level for level, least in _LEAST_PRODUCTS if value >= least)


def highest_score(texts: Iterable[str]) -> int:
    """The highest number among the scores of a table."""
    return max((int(number["number"]) for text in texts if (number := _NUMBER.search(text))), default=0)


def read_factors(text: str) -> tuple[Level, Level] | None:
    """Probability and impact in one value: `High × Medium`, `3 x 4 = 12`, `H/M`."""
    match = _FACTORS.match(normalized(text))
    levels = (read_level(match["first"]), read_level(match["second"])) if match else (None, None)
    return (levels[0], levels[1]) if levels[0] and levels[1] else None
