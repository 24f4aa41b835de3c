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
    """The outcome of work whose parts have these states: `DONE`, or `CANCELLED` if every part was cancelled, or `None`
    while a part is open. Parts that nobody tracks do not count: they end with the others."""
    distinct = set(states)
    if not distinct - {None} or not distinct <= {None, *OVER}:
        return None
    if State.DONE in distinct:
        return State.DONE
    return None if None in distinct else State.CANCELLED


def outcome_of_all(outcomes: Iterable[State | None]) -> State | None:
    """How work has ended whose tasks have ended so: `DONE`, or `CANCELLED` where each was given up; `None` while one
    has not ended. A task that nobody tracks has not: nothing says that it is done."""
    distinct = set(outcomes)
    return None if None in distinct else outcome_of(distinct)


def outcome_within(own: State | None, whole: State | None) -> State | None:
    """The outcome of a part, from its `own` outcome and that of the `whole`. If the whole is done, so is each part that
    was not cancelled; if the whole was cancelled, so are all its parts."""
    return State.CANCELLED if whole is State.CANCELLED else own or whole


def state_within(own: State | None, whole: State | None) -> State | None:
    """The state with which a part is counted, from its `own` state and the outcome of the `whole`. A part that nobody
    tracks stays untracked."""
    if own is None or whole is None or own is State.CANCELLED:
        return own
    return whole
