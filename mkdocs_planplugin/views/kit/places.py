# The place of words is a class, since a page may not have styles of its own. For each percent there is one rule: so it
# is the room beside the words that has a number, whichever side it is on.
"""Where words stand beside bars, in whole percent of a picture."""

from __future__ import annotations


def begins_at(percent: int) -> str:
    """The class of words that begin at a place."""
    return f"plan-room-{percent}"


def ends_at(percent: int) -> str:
    """The classes of words that end at a place."""
    return f"plan-room-{100 - percent} plan-before-bar"
