"""Statuses of plans and states of tasks as authors write them: words, signs, and marks in boxes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeVar

from msgspec import Struct

from mkdocs_planplugin.model import State, Status

from ..patterns import when_used
from ..profiles import BOX_STATES, PHASE_WORDS, TASK_WORDS, TICKS, Standing, alternatives, phrases, signs, table
from .vocabulary import Vocabulary, core, is_choice_list, normalized

Meaning = TypeVar("Meaning", Status, State)


class _StateMeaning(Struct, frozen=True):
    """The meaning of a word for a plan, for a task, and for a phase in whose heading it stands. `None`: it has no
    meaning there."""

    plan: Status | None
    task: State | None
    heading: State | None


# "Ready", "approved" and the like are about the text of the plan, so the work is not begun: a draft (the format's
# rule). In a heading, words that may also name the work of a phase (`Design`, `Review`) have no meaning.
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
# For each status the word list that plans, tasks and headings of phases share.
STANDING_OF_STATUS: Mapping[Status, Standing] = {
    means.plan: standing for standing, means in _STANDINGS.items() if means.plan and means.heading
}
_PHRASES = table(lambda profile: profile.states.words)
_SIGNS = signs(lambda profile: profile.states.signs)


if unknown := _PHRASES.keys() - _STANDINGS.keys():
    raise KeyError(f"a profile has words for {sorted(unknown)}, which have no meaning in this table")


def _by_meaning(meanings: Mapping[Standing, Meaning | None]) -> dict[Meaning, tuple[str, ...]]:
    """The words of all profiles for each meaning."""
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

_RATINGS = Vocabulary({True: phrases(lambda profile: profile.states.ratings)})
_UNMISTAKABLE = frozenset(phrases(lambda profile: profile.states.capitals))

# What may follow a state in a heading: nothing, a sign, or when it was.
_AFTER_STATE = when_used(r"$| ?[^\w\s]| (?:on |in |at )?\d")
_FIRST_WORD = when_used(r"[^\W_]")
_BEGINS_WORD = when_used(r"(?<!\w)[^\W\d_]")
# A status in several parts: `Approved, not started`, `Phase 1 complete, Phase 2 remaining`.
_PARTS = when_used(r"[,;|/(.·•+&:→]|\s[-–—]+\s|\band\b", re.IGNORECASE)
# A longer part is a sentence; only its beginning is read.
_MOST_WORDS, _LONGEST = 6, 200
# Words before a status that take it back: `not yet complete`.
_NOT_YET = when_used(rf"(?:^|\W)(?:{alternatives(lambda profile: profile.states.not_yet)})\W+$", re.IGNORECASE)
# A sentence about something else than the plan: `The database is complete`.
_SAID_OF_THINGS = when_used(
    rf"(?!(?:{alternatives(lambda profile: profile.states.subjects)})\b)"
    rf".*\b(?:{alternatives(lambda profile: profile.states.said_of_things)})\b",
    re.IGNORECASE,
)
# Words before a status that make it work in progress: `almost complete`.
_ALMOST = when_used(rf"(?:^|\W)(?:{alternatives(lambda profile: profile.states.almost)})\W+$", re.IGNORECASE)
_REST = when_used(rf"\b(?:{alternatives(lambda profile: profile.states.rest)})\b", re.IGNORECASE)
_WHOLE = when_used(rf"\b(?:{alternatives(lambda profile: profile.states.whole)})\b", re.IGNORECASE)
_PART_OF_PLAN = when_used(rf"\b(?:{PHASE_WORDS}|{TASK_WORDS})s?\b(?! ?\d* ?(?:of|/))", re.IGNORECASE)
_SHARE = when_used(
    r"(?P<percent>\d{1,3})(?:[.,]\d+)? ?%|(?P<of>\d{1,4}) ?(?:/|of|out of) ?(?P<all>\d{1,4})\b", re.IGNORECASE
)
_CHOICE_BOX = when_used(rf"\[(?P<mark>[ {TICKS}]?)\]")
_TEXT_ONLY = (Status.DRAFT, None)  # what says something of the text of a plan only, or nothing


def read_status(text: str) -> Status | None:
    """The status of a plan from its own words. Signs do not count, except alone; nor does what follows the words.

    Words may stand before the status (`Implementation In Progress`), and it may be said of parts: `Phase 1 complete,
    Phase 2 remaining` is in progress. None where the words are not known or still hold all their choices.
    """
    text = _ticked(normalized(text)[:_LONGEST])
    first = _FIRST_WORD.search(text)
    if first is None:
        return _STATUS_SIGNS.get(text[:1])
    if is_choice_list(text, STATUSES):
        return None
    phrase = STATUSES.at(text, first.start())
    if phrase and phrase[0] not in _TEXT_ONLY:
        return phrase[0]
    return _status_in_parts(text, phrase[0] if phrase else None)


def _ticked(text: str) -> str:
    """The ticked one of the choices in boxes, `[ ] Draft [x] Done`; the text itself if there is no choice."""
    boxes = list(_CHOICE_BOX.finditer(text))
    if len(boxes) <= 1:
        return _CHOICE_BOX.sub("", text)
    ends = [*(box.start() for box in boxes[1:]), len(text)]
    ticked = [text[box.end() : end] for box, end in zip(boxes, ends, strict=True) if box["mark"].strip()]
    return ticked[0] if len(ticked) == 1 else ""


def _status_in_parts(text: str, begins: Status | None) -> Status | None:
    """The status of a text in several parts. `begins` is the status at its beginning, if that is only about the text of
    the plan (a draft)."""
    parts = [part for part in (part.strip() for part in _PARTS.split(text)) if part]
    with_status = [(part, status) for part in parts if (status := _status_of_part(part))]
    live = [status for _, status in with_status if status not in _TEXT_ONLY]
    if begins:
        return next(iter(live), begins)
    share = _by_share(text)
    if not live or (share and live[0] is Status.COMPLETE):
        return share or (Status.DRAFT if with_status else None)
    of_parts = any(_PART_OF_PLAN.search(part) and not _WHOLE.search(part) for part, _ in with_status)
    has_rest = any(_REST.search(part) for part in parts if part not in dict(with_status))
    if Status.COMPLETE in live and (of_parts or has_rest or len(set(live)) > 1):
        return Status.IN_PROGRESS
    return live[0]


def _status_of_part(part: str) -> Status | None:
    """The status at the beginning of a part, or anywhere in a part of few words."""
    starts = [word.start() for word in _BEGINS_WORD.finditer(part)]
    for place in starts if len(starts) <= _MOST_WORDS else starts[:1]:
        phrase = STATUSES.at(part, place)
        if phrase:
            if _ALMOST.search(part, 0, place):
                return Status.IN_PROGRESS
            taken_back = _NOT_YET.search(part, 0, place) or _SAID_OF_THINGS.match(part, 0, place)
            return None if taken_back else phrase[0]
    return None


def _by_share(text: str) -> Status | None:
    """The status from the share that is done: `3 of 5 phases`, `60%`."""
    share = _SHARE.search(text)
    if share is None:
        return None
    done, whole = (int(share["percent"]), 100) if share["percent"] else (int(share["of"]), int(share["all"]))
    if not whole or done > whole:
        return None
    return Status.COMPLETE if done == whole else Status.IN_PROGRESS if done else Status.NOT_STARTED


def is_state(text: str) -> bool:
    """Whether a text is the word for a state of tasks, and nothing else."""
    return core(normalized(text)) in STATES


def is_rating(text: str) -> bool:
    """Whether a text begins with how it goes, how urgent it is, or what came of a test: `Green`, `PASS`."""
    text = normalized(text)
    first = _FIRST_WORD.search(text)
    return first is not None and _RATINGS.at(text, first.start()) is not None


def read_state(text: str) -> State | None:
    """The state of a task, from the words of its Status or its heading, else from the sign before or after them.

    None where neither is known, or where all choices still stand.
    """
    text = normalized(text)
    if is_choice_list(text, STATES):
        return None
    return _by_words(text, STATES) or _STATE_SIGNS.get(text[:1]) or _STATE_SIGNS.get(text[-1:])


def read_heading_state(text: str) -> State | None:
    """The state of a phase, from a part of its heading that says nothing else: `COMPLETE`, `✅ Done 2026-01-12`."""
    text = normalized(text)
    first = _FIRST_WORD.search(text)
    if first is None:
        return _STATE_SIGNS.get(text[:1])
    phrase = _HEADING_STATES.at(text, first.start())
    return phrase[0] if phrase and _AFTER_STATE.match(text, phrase[1]) else None


def read_remark_state(text: str) -> State | None:
    """The state of a task, from a remark behind its name that says nothing else: `WIP`, `on hold`, `blocked`.

    Only what can hardly be anything else counts: words for "blocked", the words that say a state in capitals behind a
    heading, and states of more than one word. `Toggle (pause)` says what the toggle does.
    """
    state = read_heading_state(text)
    if state is State.BLOCKED or (state and (normalized(text).casefold() in _UNMISTAKABLE or len(text.split()) > 1)):
        return state
    return None


def box_state(mark: str) -> State | None:
    """The state for the character in a box; `None` if it is not known (the format's table of task states)."""
    return BOX_STATES.get(mark.removesuffix("\ufe0f"))


def _by_words(text: str, vocabulary: Vocabulary[Meaning]) -> Meaning | None:
    """The meaning of the words that a text begins with."""
    first = _FIRST_WORD.search(text)
    if first is None or is_choice_list(text, vocabulary):
        return None
    phrase = vocabulary.at(text, first.start())
    return phrase[0] if phrase else None
