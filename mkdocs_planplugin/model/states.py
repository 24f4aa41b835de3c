# Where work stands, and the one rule for what is done, begun and settled.
"""Statuses and states."""

from __future__ import annotations

from collections.abc import Iterable
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


# What a status says of the work.
NOT_BEGUN = (Status.DRAFT, Status.NOT_STARTED)
PAUSED = (Status.ON_HOLD,)  # nobody works on such a plan for now
FINISHED = (Status.COMPLETE, Status.CANCELLED)  # nobody works on such a plan any more


class State(StrEnum):
    """Where one task or checklist item stands. No state at all is `None`: nobody tracks it."""

    OPEN = "open"
    DONE = "done"
    IN_PROGRESS = "in_progress"
    CANCELLED = "cancelled"
    DEFERRED = "deferred"
    BLOCKED = "blocked"


class RiskState(StrEnum):
    """Where a risk stands. Only an open one can still happen and has to be looked after."""

    OPEN = "open"
    MITIGATED = "mitigated"
    ACCEPTED = "accepted"
    CLOSED = "closed"
    RETIRED = "retired"
    OCCURRED = "occurred"


OVER = (State.DONE, State.CANCELLED)  # nothing is left to do, and nobody has to wait for it
OUT_OF_TOTALS = (None, State.CANCELLED)  # in no total: tracked by nobody, or given up
BEGUN = (State.DONE, State.IN_PROGRESS)  # somebody has worked on it


def outcome_of(states: Iterable[State | None]) -> State | None:
    """How work has ended whose parts have these states: `DONE`, or `CANCELLED` where every part was given up; `None`
    while something is left. Parts that nobody tracks are left out: they end with the others."""
    distinct = set(states)
    if not distinct - {None} or not distinct <= {None, *OVER}:
        return None
    if State.DONE in distinct:
        return State.DONE
    return None if None in distinct else State.CANCELLED


def outcome_within(own: State | None, whole: State | None) -> State | None:
    """How a part has ended, from how it has ended by itself and how its whole has: what was done is done with all its
    parts but those that were given up, and what was given up is given up with all of them."""
    return State.CANCELLED if whole is State.CANCELLED else own or whole


def state_within(own: State | None, whole: State | None) -> State | None:
    """The state that a part is counted with, from its own and from how its whole has ended. What nobody tracks has
    none all the same."""
    if own is None or whole is None or own is State.CANCELLED:
        return own
    return whole
