# A meaning has the same sign everywhere: in labels, in sentences, in drawings. Words beside the sign say the same.
"""The signs on pages."""

from __future__ import annotations

from enum import StrEnum


class Glyph(StrEnum):
    """A sign, by its meaning."""

    NONE = "–"
    OPEN = "○"
    IN_PROGRESS = "◐"
    WAITING = "◌"
    DONE = "✓"
    CANCELLED = "✕"
    DEFERRED = "»"
    PAUSED = "‖"
    BLOCKED = "■"
    ALARM = "▲"
    WARNING = "◆"
    LOW = "●"
    ACCEPTED = "◇"
    FROM_OUTSIDE = "▽"
    DUE = "⚑"
    GOES_ON_BEFORE = "◂"
    GOES_ON_AFTER = "▸"

    def before(self, words: str) -> str:
        """The sign with words behind it."""
        return f"{self.value} {words}"
