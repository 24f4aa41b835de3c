# A log is read in a terminal, and what stands in it comes from the texts of authors: a control character could clear
# the screen, colour the lines that follow, or make one line look like two.
"""Words of authors in the log."""

from __future__ import annotations

_LONGEST = 1000


def in_one_line(text: str) -> str:
    """A text as one line of the log, at most a thousand characters long, without characters that a terminal obeys."""
    text = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
