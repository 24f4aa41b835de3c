# Hundreds of patterns, many of them with the words of twenty languages, take longer to compile than all other modules
# to load, and a page that is no plan needs a dozen.
"""Regular expressions that are compiled when they are first used."""

from __future__ import annotations

import re
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


def when_used(expression: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern that is compiled when one of its methods is first asked for. Each call of a method takes 0.1
    microseconds more, so what is asked of each line of a page is better compiled at once."""
    return cast("re.Pattern[str]", _Pattern(expression, flags))
