# Where work stands, and the one rule for what is done, begun and settled.
"""Statuses and states."""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """Where a plan as a whole stands."""

    DRAFT = "draft"
    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    BLOCKED = "blocked"
    ON_HOLD = "on_hold"
    COMPLETE = "complete"
    CANCELLED = "cancelled"


FINISHED = (Status.COMPLETE, Status.CANCELLED)  # nobody works on such a plan any more


class State(StrEnum):
    """Where one task or checklist item stands. No state at all is `None`: nobody tracks it."""

    OPEN = "open"
    DONE = "done"
    IN_PROGRESS = "in_progress"
    CANCELLED = "cancelled"
    DEFERRED = "deferred"
    BLOCKED = "blocked"
