"""Where a plan or a task stands, as authors write it: words, signs, and the mark in a box."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple, TypeVar

from mkdocs_planplugin.model import State, Status
from mkdocs_planplugin.reading.profiles import Standing, signs, table

from .vocabulary import Vocabulary, is_choice_list, plain

Meaning = TypeVar("Meaning", Status, State)


class _StateMeaning(NamedTuple):
    """What a word says of a plan, of a task, and of a phase in whose heading it stands; None: it says nothing there."""

    plan: Status | None
    task: State | None
    heading: State | None


# "Ready", "approved" and the like speak of the plan as a text, so it is not begun: a draft (the format's rule). In a
# heading the words that as often name what the phase does (`Design`, `Review`) say no state.
_STANDINGS: Mapping[Standing, _StateMeaning] = {
    "intended": _StateMeaning(Status.DRAFT, State.OPEN, None),
    "planned": _StateMeaning(Status.DRAFT, State.OPEN, State.OPEN),
    "in_review": _StateMeaning(Status.DRAFT, State.IN_PROGRESS, None),
    "to_be_approved": _StateMeaning(Status.DRAFT, None, None),
    "not_begun": _StateMeaning(Status.NOT_STARTED, State.OPEN, State.OPEN),
    "scheduled": _StateMeaning(None, State.OPEN, State.OPEN),
    "open": _StateMeaning(None, State.OPEN, None),
    "begun": _StateMeaning(Status.IN_PROGRESS, State.IN_PROGRESS, State.IN_PROGRESS),
    "stuck": _StateMeaning(Status.BLOCKED, State.BLOCKED, State.BLOCKED),
    "waiting": _StateMeaning(None, State.BLOCKED, None),
    "put_off": _StateMeaning(Status.ON_HOLD, State.DEFERRED, State.DEFERRED),
    "delayed": _StateMeaning(None, State.DEFERRED, None),
    "finished": _StateMeaning(Status.COMPLETE, State.DONE, State.DONE),
    "resolved": _StateMeaning(None, State.DONE, None),
    "given_up": _StateMeaning(Status.CANCELLED, State.CANCELLED, State.CANCELLED),
    "skipped": _StateMeaning(None, State.CANCELLED, State.CANCELLED),
    "not_needed": _StateMeaning(None, State.CANCELLED, None),
}
_PHRASES = table(lambda profile: profile.states.words)
_SIGNS = signs(lambda profile: profile.states.signs)


def _by_meaning(meanings: Mapping[Standing, Meaning | None]) -> dict[Meaning, tuple[str, ...]]:
    phrases: dict[Meaning, tuple[str, ...]] = {}
    for standing, meaning in meanings.items():
        if meaning is not None:
            phrases[meaning] = phrases.get(meaning, ()) + _PHRASES.get(standing, ())
    return phrases


STATUSES = Vocabulary(_by_meaning({standing: means.plan for standing, means in _STANDINGS.items()}))
STATES = Vocabulary(_by_meaning({standing: means.task for standing, means in _STANDINGS.items()}))
_HEADING_STATES = Vocabulary(_by_meaning({standing: means.heading for standing, means in _STANDINGS.items()}))
_STATUS_SIGNS = {sign: _STANDINGS[standing].plan for sign, standing in _SIGNS.items()}
_STATE_SIGNS = {sign: _STANDINGS[standing].task for sign, standing in _SIGNS.items()}
_BOX_STATES = signs(lambda profile: profile.states.box_marks)
_AFTER_STATE = re.compile(r"$| ?[^\w\s]| (?:on |in |at )?\d")
_FIRST_WORD = re.compile(r"[^\W_]")


def read_status(text: str) -> Status | None:
    """Where a plan stands by its own words; signs and what follows the words do not count, and a sign alone does.

    None where the words are not known or still hold all their choices.
    """
    text = plain(text)
    return _by_words(text, STATUSES) if _FIRST_WORD.search(text) else _STATUS_SIGNS.get(text[:1])


def read_state(text: str) -> State | None:
    """Where a task stands, by the words of its Status or in its heading, else by the sign before or after them.

    None where neither is known, or where all choices still stand.
    """
    text = plain(text)
    if is_choice_list(text, STATES):
        return None
    return _by_words(text, STATES) or _STATE_SIGNS.get(text[:1]) or _STATE_SIGNS.get(text[-1:])


def read_heading_state(text: str) -> State | None:
    """Where a phase stands, by a part of its heading that says nothing else: `COMPLETE`, `✅ Done 2026-01-12`."""
    text = plain(text)
    first = _FIRST_WORD.search(text)
    if first is None:
        return _STATE_SIGNS.get(text[:1])
    phrase = _HEADING_STATES.at(text, first.start())
    return phrase[0] if phrase and _AFTER_STATE.match(text, phrase[1]) else None


def box_state(mark: str) -> State | None:
    """What the character inside a box says; None for one that is not known (the format's table of task states)."""
    return _BOX_STATES.get(mark.removesuffix("\ufe0f"))


def _by_words(text: str, vocabulary: Vocabulary[Meaning]) -> Meaning | None:
    first = _FIRST_WORD.search(text)
    if first is None or is_choice_list(text, vocabulary):
        return None
    phrase = vocabulary.at(text, first.start())
    return phrase[0] if phrase else None
