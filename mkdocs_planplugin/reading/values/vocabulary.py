# Values are written in many languages and styles, with signs around them. The profiles list the phrases; how a phrase
# is found in a text is the same for all of them and stands here.
"""Vocabularies: tables of phrases, and how they are found in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from typing import Any, Generic, TypeVar

from mkdocs_planplugin.compiled_patterns import compiled

from ..remembered import remembered

Meaning = TypeVar("Meaning")

# One character replaces one, so that a position in the tidied text is the same in the original.
_PLAIN = (
    {chr(0xFF01 + i): chr(0x21 + i) for i in range(94)}  # full-width forms of ASCII (Unicode block FF00)
    | dict.fromkeys("\u00a0\u2007\u202f\u3000\t\n\r", " ")
    | dict.fromkeys("’‘ʼ", "'")
    | dict.fromkeys("‐‑‒−", "-")
    | {"、": ","}
)
# `str.translate` asks for each character of the text, and takes five times as long.
_LOOKALIKE = compiled(f"[{re.escape(''.join(_PLAIN))}]")
_MARKUP = compiled("[*`\ufe0e\ufe0f\u200b-\u200d\u2060\ufeff]+")
_EDGES = compiled(r"^[\W_]++|(?<![\W_])[\W_]++$")
# `[|/,·]|\bor\b`, but with a set of characters to begin with: a search skips what is not in it at once.
_CHOICE = compiled(r"[|/,·oO](?:(?<=[|/,·])|(?<=\b[oO])[rR]\b)")
_ANSWERS = frozenset({"yes", "no", "y", "n", "pass", "fail", "passed", "failed", "true", "false"})
_A_PAIR, _A_LIST = 2, 3
# Shorter words are similar to too many others, longer ones are prose.
_LEAST_NEAR, _LONGEST_NEAR = 4, 30

# A phrase ends here: the word does not go on.
WORD_END = compiled(r"(?!\w)")
# The same for what is written close to a number: `1h30m`, `~3`, `约3天`.
NUMBER_MAY_FOLLOW = compiled(r"(?![^\W\d])|(?<=[^\w.])")


def without_lookalikes(text: str) -> str:
    """The text with one character for all that look alike (full-width forms, dashes, quotes, spaces); its length stays
    the same."""
    if text.isascii() and text.isprintable():  # no tab and no end of a line
        return text
    return _LOOKALIKE.sub(lambda match: _PLAIN[match[0]], text)


def normalized(text: str) -> str:
    """The text as vocabularies compare it: without Markdown markup and look-alike characters, with single spaces."""
    if text.isascii():  # most texts, and they are many
        return " ".join(text.replace("*", "").replace("`", "").split())
    return " ".join(_MARKUP.sub("", without_lookalikes(text)).split())


def core(text: str) -> str:
    """The text without the signs and punctuation around its words."""
    text = text.strip()
    if text[:1].isalnum() and text[-1:].isalnum():  # most texts
        return text
    return _EDGES.sub("", text)


def _key(phrase: str) -> str:
    # The small letter of `İ` would be two characters.
    return phrase.replace("_", " ").replace("-", " ").replace("İ", "i").casefold()


@remembered(4096)  # most texts begin alike
def _begin(text: str) -> str:
    """The first two characters of the key of a text."""
    return _key(text)[:2]


class Vocabulary(Generic[Meaning]):
    """A table of phrases and what each means.

    A phrase is found in any case, and its words may be joined by a space, a hyphen, an underscore or nothing
    (`in progress`, `in-progress`, `in_progress`).
    """

    def __init__(self, table: Mapping[Meaning, Iterable[str]], end: re.Pattern[str] = WORD_END) -> None:
        """`table` has the phrases by their meaning. `end` has to match behind a phrase."""
        # Joined, and no phrase has a comma: many tables are never asked, and each string by itself takes 50 bytes more.
        self._table = {meaning: ",".join(phrases) for meaning, phrases in table.items()}
        self._end = end

    @cached_property
    def _meanings(self) -> dict[str, Meaning]:
        """The meanings of all keys, to be walked character by character: thousands of phrases as regular expressions
        would take 100 ms to compile."""
        meanings: dict[str, Meaning] = {}
        for meaning, phrases in self._table.items():
            keys = _key(phrases)
            for forms in (keys, keys.replace(" ", "")):
                meanings |= dict.fromkeys(filter(None, forms.split(",")), meaning)
        return meanings

    @cached_property
    def _lengths(self) -> dict[str, tuple[int, ...]]:
        """The lengths of the keys that begin with one or two characters, the longest first."""
        lengths: dict[str, set[int]] = {}
        for key in self._meanings:
            lengths.setdefault(key[:2], {1}).add(len(key))
        return {begin: tuple(sorted(of_keys, reverse=True)) for begin, of_keys in lengths.items()}

    @cached_property
    def _phrases(self) -> dict[str, list[str]]:
        """The phrases by their first characters."""
        phrases: dict[str, list[str]] = {}
        for phrase in filter(None, ",".join(self._table.values()).split(",")):
            phrases.setdefault(_key(phrase)[:1], []).append(phrase)
        return phrases

    def __contains__(self, phrase: str) -> bool:
        """Whether this is a phrase of the table, and nothing else."""
        return _key(phrase) in self._meanings

    def keys(self) -> Iterable[str]:
        """The phrases as the table keeps them."""
        return self._meanings

    def has_key(self, key: str) -> bool:
        """Whether this is a phrase of the table, as the table keeps it."""
        return key in self._meanings

    def meaning(self, phrase: str) -> Meaning | None:
        """What a phrase of the table means."""
        return self._meanings.get(_key(phrase))

    def near(self, text: str) -> list[str]:
        """The phrases that a short text may misspell, the likeliest first; none if the text is a phrase itself."""
        key = _key(core(normalized(text)))
        if key in self._meanings or not _LEAST_NEAR <= len(key) <= _LONGEST_NEAR:
            return []
        near = (phrase for phrase in self._phrases.get(key[0], ()) if _is_slip(key, _key(phrase)))
        return sorted(near, key=lambda phrase: abs(len(phrase) - len(key)))

    def nearest(self, text: str) -> str | None:
        """The phrase that a short text most likely misspells."""
        return next(iter(self.near(text)), None)

    def at(self, text: str, place: int = 0) -> tuple[Meaning, int] | None:
        """The meaning of the longest phrase at this position of a normalized text, and where it ends."""
        begin = _begin(text[place : place + 2])
        lengths = self._lengths.get(begin) or self._lengths.get(begin[:1])
        if lengths is None:  # as nearly always
            return None
        piece = text[place : place + lengths[0]]
        key = _key(piece)
        if len(key) != len(piece):  # an `ß` is compared as two letters
            return self._at_any_length(text, place, piece)
        for length in lengths:
            meaning = self._meanings.get(key[:length])
            if meaning is not None and self._end.match(text, end := min(place + length, len(text))):
                return meaning, end
        return None

    def _at_any_length(self, text: str, place: int, piece: str) -> tuple[Meaning, int] | None:
        for end in range(place + len(piece), place, -1):
            meaning = self._meanings.get(_key(text[place:end]))
            if meaning is not None and self._end.match(text, end):
                return meaning, end
        return None


def _is_slip(word: str, meant: str) -> bool:
    """Whether a word is another one with a letter missing, added or wrong, or with two letters exchanged."""
    longer, shorter = (word, meant) if len(word) >= len(meant) else (meant, word)
    if len(longer) - len(shorter) > 1 or len(shorter) < _LEAST_NEAR - 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(longer, shorter, strict=False)) if a != b), len(shorter))
    if len(longer) > len(shorter):
        return longer[start + 1 :] == shorter[start:]
    exchanged = (
        longer[start : start + 2] == shorter[start : start + 2][::-1] and longer[start + 2 :] == shorter[start + 2 :]
    )
    return exchanged or (len(longer) > _LEAST_NEAR and longer[start + 1 :] == shorter[start + 1 :])


@lru_cache(32)
def _all_keys(tables: tuple[Vocabulary[Any], ...]) -> frozenset[str]:
    return frozenset().union(*(words.keys() for words in tables))


def is_choice_list(text: str, *tables: Vocabulary[Any]) -> bool:
    """Whether a normalized text only lists what could be chosen: `Low | Medium | High`, `Low/Med/High`, `PASS / FAIL`.

    The choices have to be of one of the tables. Two are enough where a bar stands between them or where they are
    opposite answers; `Medium/High` is a range.
    """
    first = _CHOICE.search(text)
    if first is None:  # most texts, and they are many
        return False
    begin = _key(core(text[: first.start()]))
    if begin and begin not in _ANSWERS:
        if begin not in _all_keys(tables):
            return False
        tables = tuple([words for words in tables if words.has_key(begin)])
    keys = [_key(option) for option in map(core, _CHOICE.split(text)) if option]
    return len(keys) > 1 and any(_are_choices(text, keys, words) for words in tables)


def _are_choices(text: str, keys: list[str], words: Vocabulary[Any]) -> bool:
    if not all(key in _ANSWERS or words.has_key(key) for key in keys):
        return False
    different = {words.meaning(key) or key for key in keys}
    opposite = "|" in text or all(key in _ANSWERS for key in keys)
    return len(different) >= (_A_PAIR if opposite else _A_LIST)
