# Hundreds of patterns, many of them with the words of twenty languages, take longer to compile than all other modules
# to load, and a page that is no plan needs a dozen.
"""Regular expressions that are compiled when they are first used."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, cast

from mkdocs_planplugin.compiled_patterns import compiled

_METHODS = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub")


class _Pattern:
    """Stands for a pattern. Once compiled, it holds the methods of the compiled one."""

    __slots__ = ("_flags", "pattern", *_METHODS)

    def __init__(self, expression: str, flags: int) -> None:
        self.pattern = expression
        self._flags = flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 (any of the methods)
        if name not in _METHODS:
            raise AttributeError(name)
        pattern = compiled(self.pattern, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(pattern, method))
        return getattr(self, name)


class _Gated:
    """Stands for a pattern that is not searched for in texts that hold none of the strings that it needs. To look for
    a string takes a tenth of the time of a search."""

    __slots__ = ("_ascii_needs", "_needs", "_prepared", "_searched", "pattern")

    def __init__(self, expression: str, flags: int, needs: Sequence[str]) -> None:
        self.pattern = expression
        self._searched = _Pattern(expression, flags)
        has_letters = any(map(str.isalpha, "".join(needs)))
        self._prepared = folded if flags & re.IGNORECASE and has_letters else None
        prepared = sorted({folded(string) for string in needs} if self._prepared else set(needs), key=len)
        # One that holds another one says nothing more.
        self._needs = tuple(s for n, s in enumerate(prepared) if not any(shorter in s for shorter in prepared[:n]))
        self._ascii_needs = tuple(filter(str.isascii, self._needs))

    def may_match(self, text: str) -> bool:
        """Whether the text has one of the strings without which the pattern does not match."""
        needs = self._ascii_needs if text.isascii() else self._needs
        if needs and self._prepared:
            text = self._prepared(text)
        for string in needs:  # noqa: SIM110 (a generator takes longer than what is to be saved)
            if string in text:
                return True
        return False

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        return self._searched.finditer(text) if self.may_match(text) else iter(())

    def match(self, text: str) -> re.Match[str] | None:
        return self._searched.match(text) if self.may_match(text) else None

    def search(self, text: str) -> re.Match[str] | None:
        return self._searched.search(text) if self.may_match(text) else None

    def split(self, text: str, maxsplit: int = 0) -> list[str | Any]:
        return self._searched.split(text, maxsplit) if self.may_match(text) else [text]

    def sub(self, replacement: str | Callable[[re.Match[str]], str], text: str) -> str:
        return self._searched.sub(replacement, text) if self.may_match(text) else text


def folded(text: str) -> str:
    """A text as patterns compare it that ignore case."""
    if text.isascii():
        return text.lower()
    return text.replace("İ", "i").replace("ı", "i").casefold()  # which `casefold` keeps apart from `i`


def when_used(expression: str, flags: int = 0, needs: Sequence[str] = ()) -> re.Pattern[str]:
    """A pattern that is compiled when one of its methods is first asked for. Each call of a method takes 0.1
    microseconds more, so what is asked of each line of a page is better compiled at once.

    `needs` are strings: a text in which the pattern is found has at least one of them. Where few texts have, the
    others are done with at once.
    """
    made = _Gated(expression, flags, needs) if needs else _Pattern(expression, flags)
    return cast("re.Pattern[str]", made)
