# Views placed by hand: `<!-- plan:index status=in_progress tag="late shift" -->`, alone on a line. Which names there
# are and what may be said behind them stands in the catalog.
"""Markers: comments in a page's text that name a view and say of what."""

from __future__ import annotations

import difflib
import re
import shlex
from collections.abc import Iterator, Mapping

from msgspec import Struct

from mkdocs_planplugin.catalog import MARKER_KEYS, FindingKind
from mkdocs_planplugin.compiled_patterns import compiled
from mkdocs_planplugin.gfm import BlockKind, Syntax, read_outline
from mkdocs_planplugin.model import Finding, Severity, Status

from .values import read_status

EMPTY_MARKER = FindingKind(
    "PLAN107",
    Severity.WARNING,
    "A marker that shows nothing",
    "The marker names a view, a key or a plan that is not there. Nothing is shown in its place.",
    "Write it as `<!-- plan:timeline plan=plans/auth.md -->`; the message names what is known.",
)

KINDS = (EMPTY_MARKER,)

# A marker on a line of its own: of a Markdown text's HTML block, or of the HTML it became. `--!>` ends a comment, too.
MARKER = compiled(
    r"^[ \t]*<!--[ \t]*plan:(?P<name>(?:(?!--!?>)\S)*+)(?P<arguments>(?:(?!--!?>)[^\n])*+)-->[ \t]*$", re.MULTILINE
)
# What every text with markers holds: looked for first, because it is rare.
_SIGNS = ("<!-- plan:", "<!--plan:")


class Marker(Struct, frozen=True):
    """The name of a view, and the values behind it, by key. `problem` says what is wrong and how to write it right, or
    is empty."""

    name: str
    values: Mapping[str, tuple[str, ...]] = {}
    problem: str = ""

    @property
    def arguments(self) -> str:
        """The text behind the name, as one would write it."""
        return " ".join(f"{key}={shlex.quote(','.join(values))}" for key, values in self.values.items())


def has_markers(text: str) -> bool:
    """Whether a text or the content of a page may have markers."""
    return any(sign in text for sign in _SIGNS)


def read_markers(text: str, syntax: Syntax) -> tuple[tuple[int, Marker], ...]:
    """The markers of a page with their lines, from 1. Those in code fences do not count."""
    if not has_markers(text):
        return ()
    blocks = read_outline(text, syntax).root.walk()
    lines = (
        (block.line + n, line) for block in blocks if block.kind is BlockKind.HTML for n, line in enumerate(block.lines)
    )
    return tuple((line, marker_of(match)) for line, text in lines if (match := MARKER.match(text)))


def marker_of(match: re.Match[str]) -> Marker:
    """The marker of a match of `MARKER`."""
    name = match["name"]
    if name not in MARKER_KEYS:
        return Marker(
            name, problem=f"there is no view {name!r}{_meant(name, MARKER_KEYS)}; there are {', '.join(MARKER_KEYS)}"
        )
    try:
        pairs = [word.partition("=") for word in shlex.split(match["arguments"])]
    except ValueError:
        return Marker(name, problem='a quote is not closed; write values with spaces as tag="late shift"')
    for key, equals, value in pairs:
        if key not in MARKER_KEYS[name]:
            allowed = ", ".join(f"{allowed_key}=" for allowed_key in MARKER_KEYS[name])
            return Marker(name, problem=f"{name} knows no {key!r}{_meant(key, MARKER_KEYS[name])}; it knows {allowed}")
        if not (equals and value):
            return Marker(name, problem=f"{key} has no value; write it as {key}=VALUE, without spaces around the =")
        strange = [status for status in _split(value) if key == "status" and read_status(status) is None]
        if strange:
            return Marker(name, problem=f"{strange[0]!r} is no status; there are {', '.join(Status)}")
    return Marker(name, {key: tuple(_values(key, value)) for key, _, value in pairs})


def _values(key: str, text: str) -> Iterator[str]:
    for value in _split(text):
        status = read_status(value) if key == "status" else None
        yield status or value


def _split(text: str) -> list[str]:
    return [value.strip() for value in text.split(",") if value.strip()]


def marker_finding(line: int, problem: str) -> Finding:
    """The finding about a marker that shows nothing, because it is wrong or because there is nothing to show."""
    return EMPTY_MARKER.at(line, f"this marker shows nothing: {problem}", "")


def _meant(word: str, known: Mapping[str, object] | tuple[str, ...]) -> str:
    near = difflib.get_close_matches(word, list(known), n=1)
    return f" (did you mean {near[0]!r}?)" if near else ""
