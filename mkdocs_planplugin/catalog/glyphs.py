# Pages say the same thing with the same sign, wherever it stands: in labels, in sentences, in drawings. Beside each
# sign there are words that say it, too.
"""The signs on pages."""

from __future__ import annotations

from enum import StrEnum


class Glyph(StrEnum):
    """A sign, by its meaning."""

    NONE = "·"
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
