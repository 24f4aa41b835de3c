# Values are written in many languages and styles, with signs around them. The vocabularies are tables of the modules
# that need them; how a phrase of a table is found in a text is the same for all, and stands here.
"""Vocabularies: tables of phrases, and how they are found in a text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Generic, TypeVar

Meaning = TypeVar("Meaning")

# One character for one, so that a place in the tidied text is the same place in the author's.
_ALIKE = str.maketrans(
    {chr(0xFF01 + i): chr(0x21 + i) for i in range(94)}  # full-width forms of ASCII (Unicode block FF00)
    | dict.fromkeys("\u00a0\u2007\u202f\u3000\t\n\r", " ")
    | dict.fromkeys("’‘ʼ", "'")
    | dict.fromkeys("‐‑‒−", "-")
    | {"、": ","}
)
_MARKUP = re.compile("[*`\ufe0e\ufe0f\u200b-\u200d\u2060\ufeff]+")
_SPACES = re.compile(r"\s+")
_EDGES = re.compile(r"^[\W_]++|(?<![\W_])[\W_]++$")
_CHOICE = re.compile(r"[|/,·]|\bor\b", re.IGNORECASE)
_ANSWERS = frozenset({"yes", "no", "y", "n", "pass", "fail", "passed", "failed", "true", "false", "go", "nogo"})


def alike(text: str) -> str:
    """The text with look-alike characters (full-width forms, dashes, quotes, spaces) made one, of the same length."""
    return text.translate(_ALIKE)


def plain(text: str) -> str:
    """The text as vocabularies see it: no Markdown markup, look-alike characters made one, single spaces."""
    return _SPACES.sub(" ", _MARKUP.sub("", alike(text))).strip()


def core(text: str) -> str:
    """The text without the signs and punctuation around its words."""
    return _EDGES.sub("", text)


def _key(phrase: str) -> str:
    return re.sub(r"[ _-]", "", phrase).casefold()


WORD_END = r"(?!\w)"
# For what is written close to a number: `1h30m`, `~3`, `约3天`.
NUMBER_MAY_FOLLOW = r"(?:(?![^\W\d])|(?<=[^\w.]))"


class Words(Generic[Meaning]):
    """A table of phrases and what each means.

    The table gives, for a meaning, its phrases separated by commas. A phrase is found in any case, and its words may be
    joined by a space, a hyphen, an underscore or nothing (`in progress`, `in-progress`, `in_progress`).
    """

    def __init__(self, table: Mapping[Meaning, str], end: str = WORD_END) -> None:
        """Take the table, and what a phrase ends at: a regular expression that takes no character."""
        phrases = {phrase.strip(): meaning for meaning, line in table.items() for phrase in line.split(",")}
        self._meanings = {_key(phrase): meaning for phrase, meaning in phrases.items()}
        longest_first = sorted(phrases, key=len, reverse=True)
        self.pattern = "|".join("[ _-]?".join(map(re.escape, re.split("[ -]", phrase))) for phrase in longest_first)
        self._regex = re.compile(rf"(?:{self.pattern}){end}", re.IGNORECASE)

    def __contains__(self, phrase: str) -> bool:
        """Whether this is a phrase of the table, and nothing else."""
        return _key(phrase) in self._meanings

    def meaning(self, phrase: str) -> Meaning | None:
        """What a phrase of the table means."""
        return self._meanings.get(_key(phrase))

    def at(self, text: str, place: int = 0) -> tuple[Meaning, int] | None:
        """The meaning of the longest phrase that stands at this place of a plain text, and where it ends."""
        found = self._regex.match(text, place)
        return None if found is None else (self._meanings[_key(found[0])], found.end())


def is_choice_list(text: str, words: Words[Meaning]) -> bool:
    """Whether a plain text only lists what could be chosen: `Low | Medium | High`, `Low/Med/High`, `PASS / FAIL`.

    Two are enough where a bar stands between them or where they are opposite answers; `Medium/High` is a range.
    """
    options = [core(option) for option in _CHOICE.split(text)]
    if len(options) < 2 or not all(option in words or _key(option) in _ANSWERS for option in options if option):  # noqa: PLR2004
        return False
    different = {str(words.meaning(option) or _key(option)) for option in options if option}
    return len(different) > 2 or (len(different) == 2 and ("|" in text or different <= _ANSWERS))  # noqa: PLR2004
