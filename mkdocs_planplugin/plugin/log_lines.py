# Lines of the log contain texts of authors and are read in a terminal. A control character in them could clear the
# screen, colour the following lines, or make one line look like two.
"""Texts of authors in the log."""

from __future__ import annotations

_LONGEST = 1000


def in_one_line(text: str) -> str:
    """A text as one line of the log, without control characters, at most a thousand characters long."""
    text = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
