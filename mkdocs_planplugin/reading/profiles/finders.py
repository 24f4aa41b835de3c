# As one regular expression, the words of twenty languages take longer to compile than all titles of a site to be
# searched, and nearly all of them are words as they are.
"""Sets of phrases, and whether a text holds or is one of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from mkdocs_planplugin.compiled_patterns import compiled

from ..remembered import remembered
from .phrases import anywhere, forms, whole

_WORD = compiled(r"\w+")
_IN_WORD = compiled(r"\w")  # one character: the rest of a word need not be gone through to know that it goes on
# To take a longer text apart takes more time than to look for each word in it.
_LONG = 500
_LONGEST_NAME = 80


class PhraseSet:
    """Phrases that a whole text may be."""

    def __init__(self, phrases: Iterable[str]) -> None:
        """Take the phrases as profiles list them."""
        self._forms: set[str] = set()
        others = []
        for phrase in phrases:
            written_out = [phrase] if phrase.isalnum() else forms(phrase)
            self._forms.update(written_out)
            if not written_out:
                others.append(phrase)
        self._others = whole(others) if others else None
        # The same few names stand above most lists, and each is asked for by several steps.
        self._is_other = remembered(512)(self._fits_other)

    def fits(self, text: str) -> bool:
        """Whether the text is one of the phrases."""
        return text in self._forms or self._is_other(text)

    def _fits_other(self, text: str) -> bool:
        return self._others is not None and self._others.fullmatch(text) is not None


class PhraseFinder:
    """Phrases that stand anywhere in a text, as whole words unless they say otherwise (see `anywhere`)."""

    def __init__(self, phrases: Iterable[str]) -> None:
        """Take the phrases as profiles list them."""
        phrases = tuple(phrases)
        self._phrases = ",".join(phrases)  # no phrase has a comma; most finders never ask for it
        by_first_word: dict[str, list[str]] = {}
        self._parts: list[str] = []  # that may stand inside of words
        others = []
        for phrase in phrases:
            if phrase.isalnum():  # a word, as most of them are
                by_first_word.setdefault(phrase, []).append(phrase)
                continue
            is_part = len(phrase) > 1 and phrase[0] == phrase[-1] == "*"
            written_out = forms(phrase[1:-1] if is_part else phrase)
            if is_part:
                self._parts += written_out
            elif all(form[0].isalnum() and form[-1].isalnum() for form in written_out):
                for form in written_out:
                    by_first_word.setdefault(_first_word(form), []).append(form)
            else:
                written_out = []
            if not written_out:
                others.append(phrase)
        self._by_first_word = {word: tuple(of_word) for word, of_word in by_first_word.items()}
        self._ascii_parts = list(filter(str.isascii, self._parts))
        self._others = anywhere(others) if others else None
        self._is_in_name = remembered(512)(self._is_in)  # as of a `PhraseSet`

    def is_in(self, text: str) -> bool:
        """Whether one of the phrases stands in the text."""
        return self._is_in_name(text) if len(text) <= _LONGEST_NAME else self._is_in(text)

    def _is_in(self, text: str) -> bool:
        for part in self._ascii_parts if text.isascii() else self._parts:
            if part in text:
                return True
        return self._holds_words(text) or (self._others is not None and self._others.search(text) is not None)

    def _holds_words(self, text: str) -> bool:
        if len(text) > _LONG:
            here = (phrases for word, phrases in self._by_first_word.items() if word in text)
            return any(_times(phrase, text) for phrases in here for phrase in phrases)
        if self._by_first_word.keys().isdisjoint(_words(text)):  # as of most texts
            return False
        return any(self._stands_at(match, text) for match in _WORD.finditer(text))

    def _stands_at(self, word: re.Match[str], text: str) -> bool:
        start = word.start()
        return any(
            text.startswith(phrase, start) and not _IN_WORD.match(text, start + len(phrase))
            for phrase in self._by_first_word.get(word[0], ())
        )

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """The places where phrases stand."""
        return self._pattern.finditer(text) if self.is_in(text) else iter(())

    def search(self, text: str) -> re.Match[str] | None:
        """The first of these places."""
        return next(self.finditer(text), None)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return anywhere(self._phrases.split(","))


class WordCount:
    """Words that are counted in long texts. As one regular expression they would be tried at each character, while few
    of them stand in a text at all."""

    def __init__(self, words: Iterable[str]) -> None:
        """Take the words as profiles list them."""
        self._words = tuple(words)

    def of(self, text: str) -> int:
        """How often one of the words stands in a text in small letters."""
        return sum(_times(word, text) for word in self._words if word in text)


def _times(word: str, text: str) -> int:
    count, start = 0, text.find(word)
    while start >= 0:
        end = start + len(word)
        count += not (_IN_WORD.match(text, end) or _IN_WORD.match(text, max(0, start - 1), start))
        start = text.find(word, end)
    return count


@remembered(64)  # one finder after another looks through the same text
def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text))


def _first_word(phrase: str) -> str:
    if phrase.isalnum():  # most of them
        return phrase
    match = _WORD.match(phrase)
    return match[0] if match else ""
