# How far something is: `60%`, `~60 % done`.
"""Shares in percent."""

from __future__ import annotations

from ..patterns import when_used

_PERCENT, _WHOLE = when_used(r"[~≈\s]*(?P<number>\d{1,3}(?:[.,]\d{1,2})?)\s?%"), 100
_WORD_BEHIND = when_used(r"(?:\s[^\W\d_]+)?\s*")


def read_share(text: str, *, alone: bool = False) -> float | None:
    """The share at the beginning of a text, from 0 to 1; `None` without one. With `alone` no more than a word may stand
    behind it (`60% complete`)."""
    percent = _PERCENT.match(text)
    if percent is None or (alone and _WORD_BEHIND.fullmatch(text, percent.end()) is None):
        return None
    share = float(percent["number"].replace(",", ".")) / _WHOLE
    return share if share <= 1 else None
