# A value that is not read may be a slip of the pen. Then a finding can say what was probably meant.
"""Words that are nearly right."""

from __future__ import annotations

from .levels import LEVELS
from .statuses import STATES, STATUSES


def near_status(text: str) -> str | None:
    """The status that a short text is a slip of: `In progess`."""
    return STATUSES.nearest(text)


def near_state(text: str) -> str | None:
    """The state of a task that a short text is a slip of."""
    return STATES.nearest(text)


def near_level(text: str) -> str | None:
    """The level that a short text is a slip of: `Hihg`."""
    return LEVELS.nearest(text)
