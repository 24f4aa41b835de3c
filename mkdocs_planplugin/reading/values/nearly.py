# A value that is not read may be a slip of the pen. Then a finding can say what was probably meant.
"""Words that are nearly right."""

from __future__ import annotations

import re

from mkdocs_planplugin.reading.profiles import table

from .levels import LEVELS
from .statuses import STATES, STATUSES
from .vocabulary import Vocabulary

_UNITS = tuple(unit for units in table(lambda profile: profile.lengths.units).values() for unit in units)
_LEAST_LETTERS = 3  # `d` and `h` stand for too much else
_LENGTH = Vocabulary({True: [unit for unit in _UNITS if len(unit) >= _LEAST_LETTERS]})
_WORDS = re.compile(r"[^\W\d_]{3,20}")
_NUMBER_ALONE = re.compile(r"~?\d+(?:[.,]\d+)?(?: ?[-–] ?\d+)?")


def is_like_length(text: str) -> bool:
    """Whether a text that is no length of time looks like one: it has a unit, also with a slip, or is a number only."""
    if _NUMBER_ALONE.fullmatch(text.strip()):
        return True
    words = _WORDS.findall(text[:60])
    has_number = any(character.isdecimal() for character in text)
    return any(word in _LENGTH or (has_number and _LENGTH.nearest(word)) for word in words)


def near_status(text: str) -> str | None:
    """The status that a short text is a slip of: `In progess`."""
    return STATUSES.nearest(text)


def near_state(text: str) -> str | None:
    """The state of a task that a short text is a slip of."""
    return STATES.nearest(text)


def near_level(text: str) -> str | None:
    """The level that a short text is a slip of: `Hihg`."""
    return LEVELS.nearest(text)
