"""A change of one line of a file, and the way back."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from mkdocs_planplugin.reading import Reading

from .lines import Line, decoded, find, fingerprints, split, text_of

# What reads a text as the site does.
ReadPage = Callable[[str], Reading]


class Change(Struct, frozen=True):
    """A file after a change. `fingerprint` names the line as it is now, `before` is its text as it was."""

    data: bytes
    fingerprint: str
    before: str


def changed(lines: list[Line], place: int, text: str) -> Change:
    """The change that gives the line at a place another text."""
    before = lines[place].text
    after = [*lines[:place], Line(text, lines[place].end), *lines[place + 1 :]]
    name = list(fingerprints(after))[place]
    return Change(text_of(after).encode("utf-8"), name, before)


def undone(data: bytes, fingerprint: str, before: str) -> Change:
    """The change that gives the line of a fingerprint the text that it had. Refuses where it is not there any more."""
    lines = split(decoded(data))
    return changed(lines, find(lines, fingerprint), before)
