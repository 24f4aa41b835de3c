# The reading room compiles its words when it is loaded, in forty places: that makes reading quick. So there is no table
# of words that could be handed in; the room is loaded once more for each set of added words, under another name, from
# the same files. Copies share nothing: two sites in one process cannot see each other's words, and who adds none pays
# nothing. It works because the room imports itself by relative names only, to which a test holds it.
"""The reading room, with words that a site adds."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import lru_cache
from importlib.util import module_from_spec, spec_from_file_location
from itertools import count
from types import ModuleType

from msgspec.structs import astuple

from mkdocs_planplugin.reading import (
    PROFILES,
    KnownText,
    PageVerdict,
    Profile,
    Reading,
    Reason,
    forget_all,
    read,
    read_status,
)
from mkdocs_planplugin.working_time import WrongValueError

from .table import check_words

# A set of words takes 8 MB. Under `mkdocs serve` an option is edited again and again; the last few are kept.
_COPIES_KEPT = 4
_ROOM = "mkdocs_planplugin.reading"
_numbers = count(1)


class Reader:
    """Reads texts with a certain set of words: the functions `read`, `read_status` and `forget_all` and the class
    `KnownText` of the reading room, or of a copy of it. `added` tells a reader from those that know other words."""

    read = staticmethod(read)
    read_status = staticmethod(read_status)
    forget_all = staticmethod(forget_all)
    known_text = KnownText

    def __init__(self, copy: ModuleType | None = None, added: str = "") -> None:
        self.added = added
        if copy:
            self.read, self.read_status, self.forget_all = copy.read, copy.read_status, copy.forget_all
            self.known_text = copy.KnownText


READING = Reader()


def reader_of(words: Profile | None, others: Sequence[Profile] = ()) -> Reader:
    """The reader that knows the words of a site, and those of other profiles, besides all others; the usual one where
    there are none.

    The same words give the same reader: so what one has read can be told from what another would read. Raises
    `WrongValueError` where a word has two meanings, or a profile is not well formed.
    """
    if words and others:
        check_words(words, (*PROFILES, *others))
    added = (*others, words) if words else tuple(others)
    try:
        return _copy(_Added(added)) if added else READING
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise WrongValueError(f"the profile {added[0].name} cannot be used: {error}") from error


def portable(reading: Reading) -> Reading:
    """A reading without its outline, and without classes of the copy that made it, which no other process knows."""
    verdict = reading.verdict
    reasons = tuple(Reason(*astuple(reason)) for reason in verdict.reasons)
    own_verdict = PageVerdict(verdict.is_plan, reasons, verdict.score, verdict.boxes)
    return Reading(own_verdict, reading.plan, reading.findings, checks=reading.checks)


class _Added(tuple[Profile, ...]):
    """Profiles as a key. They hold mappings, which have no hash."""

    __slots__ = ()

    def __hash__(self) -> int:
        return hash(repr(self))


@lru_cache(_COPIES_KEPT)
def _copy(added: _Added) -> Reader:
    """Load the room once more. Its modules stay out of `sys.modules` and go when nobody reads with them any more."""
    name = f"{_ROOM}_{next(_numbers)}"
    files = list(sys.modules[_ROOM].__path__)
    spec = spec_from_file_location(name, sys.modules[_ROOM].__file__, submodule_search_locations=files)
    if spec is None or spec.loader is None:
        raise ImportError(f"{_ROOM} cannot be loaded again")
    room = module_from_spec(spec)
    of_site = ModuleType(f"{name}.profiles.added")
    of_site.ADDED = tuple(added)  # type: ignore[attr-defined]
    sys.modules.update({name: room, of_site.__name__: of_site})
    try:
        spec.loader.exec_module(room)
    finally:
        for module in [module for module in sys.modules if module == name or module.startswith(f"{name}.")]:
            del sys.modules[module]
    return Reader(room, repr(added))
