# A page names a line of a file by a fingerprint, never by its number: of the line itself, and of the headings and boxes
# above it. So prose may come and go, other boxes may be ticked, and the name still leads to the same box; where a
# heading or a box above it has changed, or the line itself, it leads nowhere.
"""The lines of a file and the names that pages have for them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import NamedTuple

from mkdocs_planplugin.catalog import Refusal

from .refusal import RefusedError

_LINE_END = re.compile(r"(\r\n|\n|\r)")
# Bullets and numbers, maybe in quotes, and the mark of the box behind them.
BOX = re.compile(r"(?P<before>(?:[ \t>]*+(?:[-*+]|\d{1,9}[.)])[ \t]++)++\[)(?P<mark>[^\d\[\]])(?=\])")
_HEADING = re.compile(r"[ ]{0,3}#{1,6}[ \t]")
_OPEN = r"\g<before> "  # a box without its mark
_LENGTH = 20  # of a fingerprint, in hexadecimal digits


class Line(NamedTuple):
    """A line without its end, and the end: LF, CRLF, CR, or nothing at the end of the file."""

    text: str
    end: str


def decoded(data: bytes) -> str:
    """The text of a file, its line ends and its byte order mark included. Refuses what is not UTF-8."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise RefusedError(Refusal.NOT_UTF8) from error


def split(text: str) -> list[Line]:
    """The lines of a text, numbered as Markdown numbers them, so that together they are the text again."""
    parts = _LINE_END.split(text)
    return [Line(*pair) for pair in zip(parts[::2], [*parts[1::2], ""], strict=True)]


def text_of(lines: list[Line]) -> str:
    """The text of lines."""
    return "".join(text + end for text, end in lines)


def fingerprints(lines: list[Line]) -> Iterator[str]:
    """The fingerprint of each line. Two boxes of a file never have the same one."""
    above = hashlib.sha256()
    for number, (text, _) in enumerate(lines):
        own = text.removeprefix("\ufeff") if number == 0 else text
        name = above.copy()
        name.update(f"\n\n{own}".encode())
        yield name.hexdigest()[:_LENGTH]
        if BOX.match(own) or _HEADING.match(own):
            above.update(f"{BOX.sub(_OPEN, own, count=1)}\n".encode())


def find(lines: list[Line], fingerprint: str) -> int:
    """The place of the only line with this fingerprint, from 0. Refuses where there is none, or more than one."""
    places = [place for place, name in enumerate(fingerprints(lines)) if name == fingerprint]
    if len(places) != 1:
        raise RefusedError(Refusal.STALE)
    return places[0]
