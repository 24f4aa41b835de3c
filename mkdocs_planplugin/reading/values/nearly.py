# A value that cannot be read may be a misspelling. Then a finding can say what was probably meant.
"""Words that are nearly right."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from operator import attrgetter
from typing import Any

from ..patterns import when_used
from ..profiles import PROFILES, LabelWords, phrases, split_phrases, table
from ..remembered import remembered
from .date_ranges import read_days
from .levels import LEVELS
from .statuses import STATES, STATUSES
from .vocabulary import Vocabulary

_UNITS = tuple(unit for units in table(lambda profile: profile.lengths.units).values() for unit in units)
_LEAST_LETTERS = 3  # `d` and `h` stand for too much else
_LENGTH = Vocabulary({True: [unit for unit in _UNITS if len(unit) >= _LEAST_LETTERS]})
_OTHER_UNITS = frozenset(phrases(lambda profile: profile.lengths.other_units))
_MEASURES = frozenset(phrases(lambda profile: profile.lengths.measures))
_AMOUNTS = frozenset(phrases(lambda profile: profile.lengths.vague))
_NUMBERS = frozenset(word for words in table(lambda profile: profile.lengths.numbers).values() for word in words)
_MOST_WORDS_OF_LENGTH = 4
MOST_WORDS_OF_DAY = 5  # `Thursday 5 Nov 2026`, and one more
_WEEKDAYS = frozenset(phrases(lambda profile: profile.dates.weekdays))
_WORDS = when_used(r"[^\W\d_]{3,20}")
_NUMBER_ALONE = when_used(r"~?\d+(?:[.,]\d+)?(?: ?[-–] ?\d+)?")
# `3 parsecs`, `2-3 moons or so`, `three moons`: how many, and of what. Scripts that write no spaces have no words here.
_NUMBER_OF = when_used(
    r"(?:[~≈<> ]*\d+(?:[.,]\d+)?(?: ?[-–] ?\d+)?\+?|(?P<number>[^\W\d_]{3,}))"
    r"(?P<words>(?: [a-zA-Z\u00c0-\u04ff']+){1,3})"
)


@cache
def _date_words() -> frozenset[str]:
    """The names of months and days of the week."""
    return frozenset(
        word.casefold()
        for profile in PROFILES
        for names in (*profile.dates.months, profile.dates.weekdays)
        for word in split_phrases(names)
    )


def is_like_date(text: str) -> bool:
    """Whether a text may be meant as a date: it has a figure, a month or a day of the week."""
    return any(map(str.isdecimal, text)) or any(word in _date_words() for word in _WORDS.findall(text.casefold()[:60]))


def is_day(text: str) -> bool:
    """Whether a text is a day, or was meant as one, and nothing else: `5 Nov`, `next Friday`."""
    words = text.split()
    if not 0 < len(words) <= MOST_WORDS_OF_DAY:
        return False
    days = read_days(text)
    return bool(days.date or days.problem) or words[-1].casefold() in _WEEKDAYS


def is_like_length(text: str) -> bool:
    """Whether a text that is no length of time looks like one: it has a unit, which may be misspelt or unknown, or it
    is only a number, or a number of something in which nobody counts effort."""
    if _NUMBER_ALONE.fullmatch(text.strip()):
        return True
    words = _WORDS.findall(text[:60])
    has_number = any(character.isdecimal() for character in text)
    return any(word in _LENGTH or (has_number and _is_near_unit(word)) for word in words) or _has_strange_unit(text)


def _has_strange_unit(text: str) -> bool:
    """Whether a text is a number of something that is no measure of effort: `3 parsecs`, but not `5 points`."""
    amount = _NUMBER_OF.fullmatch(" ".join(text.casefold().split()))
    if amount is None or (amount["number"] and amount["number"] not in _NUMBERS):
        return False
    return _MEASURES.isdisjoint(amount["words"].split())


def ends_like_length(text: str) -> bool:
    """Whether a few words that are no length of time were meant as one: an amount, and a unit at the end (`few days`,
    `3 dayz`, `2 sprints`)."""
    words = text.casefold().split()
    if not 1 < len(words) <= _MOST_WORDS_OF_LENGTH:
        return False
    has_figure, last = words[0][:1].isdecimal(), words[-1].strip(".")
    is_amount = has_figure or words[0] in _AMOUNTS or words[0] in _NUMBERS
    return is_amount and (last in _LENGTH or last in _OTHER_UNITS or (has_figure and _is_near_unit(last)))


@cache  # few pages have a label that is not known
def _any_label() -> frozenset[str]:
    """The labels that have a meaning anywhere, which misspell no other one: `Risks` at a task."""
    tables = (
        table(attrgetter(f"labels.{field}"))
        for field in LabelWords.__struct_fields__
        if isinstance(getattr(LabelWords(), field), Mapping)
    )
    in_tables = (label for of_field in tables for labels in of_field.values() for label in labels)
    return frozenset((*in_tables, *phrases(lambda profile: profile.labels.others)))


@remembered(1024)  # the plans of a site use the same labels
def near_label(label: str, known: Vocabulary[str]) -> str | None:
    """The known label that an unknown label misspells: `Dependancies`. A label that only ends in another way is
    another word (`Scheduler`), or the same of another language (`Componente`)."""
    return None if label in _any_label() else _misspelt(label, known)


def _misspelt(text: str, known: Vocabulary[Any]) -> str | None:
    """The phrase that a text misspells; `None` if the text is a known word without the ending of a plural or the past
    tense (`Update`). A known word with another ending (`Blocker`) is not meant."""
    key, near = text.casefold(), known.near(text)
    if any(word in (f"{key}s", f"{key}d") for word in near):
        return None
    return next((word for word in near if len(key) < len(word) or not key.startswith(word[:-1])), None)


def _is_near_unit(word: str) -> bool:
    return word in _OTHER_UNITS or _LENGTH.nearest(word) is not None


def near_status(text: str) -> str | None:
    """The status that a short text misspells: `In progess`."""
    return _misspelt(text, STATUSES)


def near_state(text: str) -> str | None:
    """The state of a task that a short text misspells."""
    return _misspelt(text, STATES)


def near_level(text: str) -> str | None:
    """The level that a short text misspells: `Hihg`."""
    return LEVELS.nearest(text)
