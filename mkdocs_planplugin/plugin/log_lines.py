"""Texts of authors in the log."""

from __future__ import annotations

from mkdocs_planplugin.catalog import one_line

_LONGEST = 1000


def in_one_line(text: str) -> str:
    """A text as one line of the log, without control characters, at most a thousand characters long."""
    text = one_line(text)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
