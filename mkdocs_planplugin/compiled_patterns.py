# To compile the patterns that a plan needs, with the words of twenty languages, takes as long as to render two pages.
# So what `re` makes of a pattern for its engine is kept. How it hands that on is private to Python, and may be another
# thing in the next version: then patterns are compiled as ever.
"""Regular expressions, compiled once for many processes."""

from __future__ import annotations

import marshal
import re
import sys
from array import array
from contextlib import suppress
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, cast

from mkdocs_planplugin.user_cache import private_folder, read_kept, write_kept

# What the engine is given: flags, code, the number of groups, and their names in both directions.
_Parts = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
_Key = tuple[str, int]  # a pattern and its flags
_CODE = "I"  # the engine's code is numbers of four bytes
# Sites may have words of their own, and so patterns, and each version of ours has others (a site needs three hundred):
# beyond so many, those that others have kept are dropped: each build reads them all.
MOST_KEPT = 500


class KeptPatterns:
    """Patterns that are compiled at most once, and kept in a file; `None` keeps nothing.

    What the engine was given is let go of once it has it: its own copy is as large.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._parts = self._read()  # of patterns that nobody has asked for yet
        self._released = False
        self._new: dict[_Key, _Parts] = {}
        self._compiled: dict[_Key, re.Pattern[str]] = {}

    def _read(self) -> dict[_Key, _Parts]:
        with suppress(Exception):  # whatever is wrong with the file, its patterns are compiled and written again
            return dict(marshal.loads((self._path and read_kept(self._path)) or b""))  # noqa: S302 (a private folder)
        return {}

    def compile(self, expression: str, flags: int = 0) -> re.Pattern[str]:
        """As `re.compile` does."""
        if self._path is not None:
            with suppress(Exception):  # Python's own errors come out below
                return self._compile((expression, int(flags)))
        return re.compile(expression, flags)

    def _compile(self, key: _Key) -> re.Pattern[str]:
        if key not in self._compiled:
            if self._released:  # all at once, for whoever asks for one asks for more
                self._parts, self._released = self._read(), False
            parts = self._parts.pop(key, None)
            if parts is None:
                parts = self._new[key] = _parts_of(*key)
            flags, code, *groups = parts
            pattern = _engine().compile(key[0], flags, array(_CODE, code).tolist(), *groups)
            self._compiled[key] = cast("re.Pattern[str]", pattern)
        return self._compiled[key]

    def release(self) -> None:
        """Let go of patterns that nobody has asked for yet: those of other sites, as a rule. They are read again if
        somebody does."""
        self._parts.clear()
        self._released = True

    def keep(self) -> None:
        """Write the file, if there are patterns that it does not have."""
        if self._path is None or not self._new:
            return
        parts = self._read() | self._new
        if len(parts) > MOST_KEPT:
            parts = {key: parts[key] for key in self._compiled if key in parts}
        with suppress(ValueError):  # what cannot be kept is compiled each time
            write_kept(self._path, marshal.dumps(parts))
        self._new.clear()


def _parts_of(expression: str, flags: int) -> _Parts:
    parsed = import_module("re._parser").parse(expression, flags)
    code = array(_CODE, import_module("re._compiler")._code(parsed, flags))  # noqa: SLF001 (see above)
    state = parsed.state
    names = {number: name for name, number in state.groupdict.items()}
    in_order = tuple(names.get(number) for number in range(state.groups))
    return flags | state.flags, code.tobytes(), state.groups - 1, state.groupdict, in_order


def _engine() -> Any:  # noqa: ANN401 (a module that has no types)
    return import_module("_sre")


@cache
def _of_this_python() -> KeptPatterns:
    folder = private_folder("patterns")
    version = f"{sys.implementation.cache_tag}-{sys.hexversion:x}-{sys.byteorder}"
    return KeptPatterns(folder / version if folder else None)


def compiled(expression: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile` does, but most of it only once for many processes."""
    return _of_this_python().compile(expression, flags)


def release_patterns() -> None:
    """Let go of kept patterns that nobody has asked for so far."""
    _of_this_python().release()


def keep_patterns() -> None:
    """Keep the patterns that were compiled so far for the processes that come."""
    _of_this_python().keep()
