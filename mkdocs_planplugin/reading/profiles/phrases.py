# HeadingWords are built from a few words in many ways. A profile lists them in this small notation instead of regular
# expressions, so that whoever adds one needs to know no more than the line beside it.
r"""How phrases are written in profiles, and what becomes of them.

| written | stands for |
|---|---|
| `exit gate` | these words |
| `exit\|phase gate` | one of the words between the bars |
| `gate(s)` | with or without the `s` |
| `(quality) gate` | the word may be missing |
| `gate (...)` | anything may follow, after a space |
| `gate...` | anything may follow that does not go on with the word |
| `(...) gate` | anything may stand before, with a space |
| `(*) gate`, `(*3) gate` | one word, up to three words may stand before (or behind) |
| `gate*`, `*gate` | words that begin, or end, so |
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar, cast

from msgspec import Struct
from msgspec.structs import replace

from ..patterns import when_used

# What may be missing, in parentheses, or a word; `(s)` belongs to its word.
_TOKEN = when_used(r"\((?:[^\s()]|\(s\))+\)(?=\s|$)|(?:[^\s()]|\(s\))+")
_NOTATION = when_used(r"[()|*.]|^ | $")
_ANY_WORDS = when_used(r"\(\*(?P<most>\d*)\)")
_ANYTHING = "(...)"
_ENDS_OPEN = "..."
_WORD = r"[^\s]"
_Words = TypeVar("_Words")
_SHORTEST_WITHOUT_ACCENTS = 4
_TWO_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def split_phrases(text: str) -> tuple[str, ...]:
    """The phrases of a text, which commas divide."""
    return tuple(filter(None, map(str.strip, " ".join(text.split()).split(",")))) if text else ()


def with_capitals(words: _Words) -> _Words:
    """The words of a Turkish profile, also as they are compared where they were written in capitals: `I` is there the
    capital of `ı`, but is compared as an `i`."""
    return _also(words, lambda phrase: phrase.replace("ı", "i"))


def without_accents(words: _Words) -> _Words:
    """The words of a profile, also as many write them: `verificacao`, `etat`. Short ones would be other words: `à`."""
    return _also(words, _without_accents)


def with_two_letters(words: _Words) -> _Words:
    """The words of a German profile, also with `ae` in place of `ä`: `Pruefung`."""
    return _also(words, lambda phrase: phrase.translate(_TWO_LETTERS))


def _without_accents(phrase: str) -> str:
    letters = unicodedata.normalize("NFD", phrase.replace("ł", "l"))
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return bare if len(bare) >= _SHORTEST_WITHOUT_ACCENTS else phrase


def _also(words: _Words, change: Callable[[str], str]) -> _Words:
    """Words with each phrase also as it is after a change, which is one of letters that ASCII does not have."""
    value: object = words
    if isinstance(words, str):
        if words.isascii():
            return words
        phrases = split_phrases(words)
        changed = (change(phrase) for phrase in phrases if not phrase.isascii())
        value = ", ".join(dict.fromkeys((*phrases, *changed)))
    elif isinstance(words, tuple):
        value = tuple(_also(phrases, change) for phrases in words)
    elif isinstance(words, Mapping):
        value = {key: _also(phrases, change) for key, phrases in words.items()}
    elif isinstance(words, Struct):
        value = replace(words, **{name: _also(getattr(words, name), change) for name in words.__struct_fields__})
    return cast("_Words", value)


def any_of(phrases: Iterable[str]) -> str:
    """A regular expression for one of these phrases as they are, the longest first; the same one in each process, also
    for a set."""
    return "|".join(map(_escaped, sorted(sorted(phrases), key=len, reverse=True))) or "(?!)"


def whole(phrases: Iterable[str]) -> re.Pattern[str]:
    """A regular expression that fits (`fullmatch`) what one of these patterns fits."""
    return when_used("|".join(map(_expression, phrases)) or "(?!)")


def anywhere(phrases: Iterable[str]) -> re.Pattern[str]:
    """A regular expression that finds (`search`) one of these patterns anywhere in a text, as whole words.

    A `*` at the edge of a pattern says that the word may go on there, as it has to in languages without spaces.
    """
    # A search is faster where patterns with the same edges stand together.
    by_edges: dict[tuple[str, str], list[str]] = {}
    for phrase in phrases:
        edges = ("" if phrase.startswith("*") else r"\b", "" if phrase.endswith("*") else r"\b")
        words = phrase.removeprefix("*").removesuffix("*")
        by_edges.setdefault(edges, []).append(_expression(words.strip()))  # a `*` alone is a word that may be missing
    groups = (f"{before}(?:{'|'.join(forms)}){after}" for (before, after), forms in by_edges.items())
    return when_used("|".join(groups) or "(?!)")


def forms(phrase: str) -> list[str]:
    """All that a pattern stands for, written out; nothing if it has gaps or open ends.

    Raises `ValueError` where it is not well formed.
    """
    if not _NOTATION.search(phrase):  # most of them
        return [phrase]
    if "*" in phrase or _ENDS_OPEN in phrase:
        return []
    written_out = [""]
    for token in _tokens(phrase):
        may_be_missing = token.startswith("(")
        choices = (token[1:-1] if may_be_missing else token).split("|")
        words = [form for choice in choices for form in _with_and_without_s(choice)]
        longer = [f"{form} {word}".strip() for form in written_out for word in words]
        written_out = [*written_out, *longer] if may_be_missing else longer
    return written_out


def _with_and_without_s(word: str) -> list[str]:
    before, ending, after = word.partition("(s)")
    return [f"{before}{form}{rest}" for form in ("", "s") for rest in _with_and_without_s(after)] if ending else [word]


def _tokens(phrase: str) -> list[str]:
    tokens = _TOKEN.findall(phrase)
    if " ".join(tokens) != phrase:
        raise ValueError(f"{phrase!r} is no pattern: parentheses hold one word, or a choice of words without spaces")
    return tokens


def _expression(phrase: str) -> str:
    """The regular expression of one pattern. What may be missing brings the space to its neighbour with it.

    A pattern that is not well formed is an error of its profile, told at once and not when a text is read.
    """
    if not _NOTATION.search(phrase):  # most of them
        return _choice(phrase)
    pieces: list[str] = []
    begun = False  # a word that may not be missing stands before
    for token in _tokens(phrase):
        if not token.startswith("("):
            pieces.append((" " if begun else "") + _word(token))
            begun = True
        elif token == _ANYTHING:
            pieces.append("(?: .*)?" if begun else "(?:.* )?")
        elif words := _ANY_WORDS.fullmatch(token):
            most = words["most"] or "1"
            pieces.append(f"(?: {_WORD}+){{0,{most}}}" if begun else f"(?:{_WORD}+ ){{0,{most}}}")
        else:
            word = _word(token[1:-1])
            pieces.append(f"(?: {word})?" if begun else f"(?:{word} )?")
    return "".join(pieces)


def _word(token: str) -> str:
    """One word, or a choice of words."""
    open_end = token.endswith(_ENDS_OPEN)
    choice = "|".join(map(_choice, token.removesuffix(_ENDS_OPEN).split("|")))
    return (f"(?:{choice})" if "|" in choice else choice) + (r"\b.*" if open_end else "")


def _choice(word: str) -> str:
    return _escaped(word).replace(r"\(s\)", "s?").replace(r"\*", f"{_WORD}*")


def _escaped(words: str) -> str:
    """Words as a regular expression; most of them as they are, for to escape thousands of them takes long."""
    return words if words.replace(" ", "").isalnum() else re.escape(words).replace("\\ ", " ")
