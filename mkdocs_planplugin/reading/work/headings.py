# A heading says a lot in one line: what it is, its number and name, how long it takes, when, and how far it is. All of
# it is taken apart here, by the words alone.
"""What the headings of phases say."""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import Struct

from mkdocs_planplugin.gfm import plain
from mkdocs_planplugin.model import NO_ESTIMATE, Calendar, Estimate, Position, State

from ..patterns import when_used
from ..profiles import PROFILES, TASK_LABELS, any_of, phrases
from ..values import (
    PositionReading,
    box_state,
    find_position,
    is_day,
    leading_position,
    read_estimate,
    read_heading_state,
    read_position,
    read_state,
    read_week_of,
    split_heading_estimate,
    split_heading_position,
)
from .names import is_criteria
from .phase_numbers import BEFORE_WORD, NumberedHeading, label_of_phase, phase_heading
from .task_titles import REASON_SIGNS, state_behind_strike

_SECTION_NUMBER = when_used(BEFORE_WORD)
# `Phase 2 (Week 3-4): API` says the same as `Phase 2: API (Week 3-4)`.
_PARENTHESES_BEFORE_NAME = when_used(
    r"^(?P<word>[^():：（）]{1,60}?)\s*(?P<parentheses>\([^()]*\))\s*[:：–—-]+\s*(?P<name>\S.*)$"
)
_HEADING_BOX = when_used(r"\s*\[(?P<mark>[^\d\[\]])\]\s+")
# `~~Phase 2: API~~ (3 days)`, `Phase 2: ~~API~~`, `~~Phase 2: API~~ — done in March`
_STRUCK_NAME = when_used(r"(?:[^~]*\d[a-z]?[\s:：.–—*-]*|[^\w~]*)~~[^~]+~~(?P<behind>[^~]*)$")
_DUE = any_of(
    (*phrases(lambda profile: profile.dates.due_by), *(key for key in TASK_LABELS if TASK_LABELS[key] == "due"))
)
_DUE_BEHIND = when_used(rf"\((?:{_DUE})\s*[:：]?\s+(?P<day>[^()]{{1,40}})\)$", re.IGNORECASE)
_BEHIND_DAY = when_used(r"\s*(?:[(:：（|]|\s[–—-]\s)")
_SIGNS = "".join(profile.states.heading_signs for profile in PROFILES)
_CAPITALS = tuple(word.upper() for word in phrases(lambda profile: profile.states.capitals))
# Where a heading may say a state: in brackets, by a sign with or without words after it, after a dash at its end, or
# in capitals there.
_STATE_SPOT = when_used(
    r"\s?(?:[\[(](?P<group>[^()\[\]]{1,60})[\])]"
    rf"|(?P<sign>[{_SIGNS}]\ufe0f?)(?P<after>\s*[^\W\d_][^()\[\]:：]{{1,40}}$)?"
    rf"|\s[-–—|]\s*(?P<tail>[^\W\d_][^()\[\]:：–—{_SIGNS}]{{1,40}})$"
    rf"|\s(?P<capitals>{any_of(_CAPITALS)})$)\s?",
    needs=(*"[(-–—|", *_SIGNS, *_CAPITALS),
)
# Takes a heading apart: the number and the name in it; None where it is no heading of that kind.
HeadingSplitter = Callable[[str], NumberedHeading | None]


class PhaseTitle(Struct, frozen=True):
    """The parts of a phase's heading. `label` is the author's word for it, if that is not just `Phase` with its number,
    or the number. `problem` says what is wrong with its dates."""

    number: str | None
    name: str
    label: str | None = None
    estimate: Estimate = NO_ESTIMATE
    position: Position | None = None
    state: State | None = None
    problem: str | None = None


def read_phase_title(title: str, markdown: str, split_heading: HeadingSplitter, calendar: Calendar) -> PhaseTitle:
    """The parts of a phase's heading. `split_heading` has its number and name, `markdown` shows whether it is struck
    through.

    The name is the rest, without word, number, estimate, position and state.
    """
    box = _HEADING_BOX.match(title)
    title, struck = _without_words_behind(title[box.end() :] if box else title, markdown)
    title, state = split_state(title)
    title = _with_parentheses_behind(title)
    state = struck or state
    state = (box_state(box["mark"]) if box else None) or state
    title, estimate = split_heading_estimate(title, calendar)
    heading = split_heading(title) or NumberedHeading("", title)
    name = heading.name
    reading = read_position(name, calendar)
    if reading is None:
        title, reading = split_heading_position(title, calendar)
        heading = split_heading(title) or heading
        name = heading.name if split_heading(title) else title
        if reading is None:
            name, reading = _without_span_behind(name, calendar)
    elif not read_week_of(name):  # `Week of 7 December 2026` has no other name
        name = reading.rest
    if estimate and reading is None and (reading := find_position(estimate, calendar)):
        estimate = reading.rest
    position = reading.position if reading else _position_of_word(title, calendar)
    if position and position.start and position.start == position.finish and state is State.DONE:
        position = None  # the day on which it was done
    return PhaseTitle(
        heading.number or None,
        name.strip(" :–—-"),
        label_of_phase(heading),
        read_estimate(estimate, calendar) if estimate else NO_ESTIMATE,
        position,
        state,
        reading.problem if reading else None,
    )


def _without_span_behind(name: str, calendar: Calendar) -> tuple[str, PositionReading | None]:
    """A name without the time behind a colon at its end, and that time: `Hull: Weeks 3-4`. A single day may be one on
    which the phase is due: `Hull — due: 14 March 2026`."""
    before, colon, behind = name.replace("：", ":").rpartition(":")
    reading = read_position(behind, calendar) if colon and before else None
    position = reading.position if reading and not reading.rest else None
    is_span = position and (position.start is None or position.start != position.finish)
    return (before, reading) if is_span else (name, None)


def split_state(heading: str) -> tuple[str, State | None]:
    """A heading without its signs and words of state, and the state. Words win over a sign."""
    by_words: list[State] = []
    by_signs: list[State] = []

    def take(spot: re.Match[str]) -> str:
        words = spot["group"] or spot["after"] or spot["tail"] or spot["capitals"]
        state = read_heading_state(words) if words else None
        if state:
            by_words.append(state)
        elif spot["sign"] is None:
            return spot[0]
        sign = read_state(spot["sign"]) if spot["sign"] else None
        by_signs.extend([sign] if sign else [])
        return " " if state else f" {spot['after'] or ''}"

    words = _STATE_SPOT.sub(take, heading)
    return " ".join(words.split()), next(iter((*by_words, *by_signs)), None)


def _without_words_behind(title: str, markdown: str) -> tuple[str, State | None]:
    """A heading without the words behind a name that is struck through, if they say what became of it, and the state:
    cancelled, unless they say another one."""
    match = _STRUCK_NAME.match(markdown) if "~~" in markdown else None
    if match is None:
        return title, None
    behind = plain(match["behind"]).strip()
    state = state_behind_strike(markdown)
    if state is None and any(map(str.isalnum, behind)) and not behind.startswith(REASON_SIGNS):
        return title, None  # `~~Old name~~ New name`
    if behind and not behind.startswith("(") and title.endswith(behind):
        title = title.removesuffix(behind)
    return title.rstrip(), state or State.CANCELLED


def phase_word(title: str) -> str:
    """The word that makes a heading that of a phase, in small letters; empty without one."""
    heading = phase_heading(title)
    return heading.word if heading else ""


def says_when(title: str, calendar: Calendar) -> bool:
    """Whether a heading is a day or a span of time, or ends with one: `2 March`, `2026-03-02 (Mon)`, `Tar (Week 3)`."""
    if not any(map(str.isdecimal, title)):
        return False
    behind = title.replace("：", ":").rpartition(":")[2]
    return (
        is_day(_BEHIND_DAY.split(title, maxsplit=1)[0])
        or split_heading_position(title, calendar)[1] is not None
        or any(read_position(words, calendar) for words in {title, behind})
    )


def says_how_long(title: str, calendar: Calendar) -> bool:
    """Whether a heading ends with a length of time: `Tar (3 days)`."""
    return split_heading_estimate(title, calendar)[1] is not None


def says_when_due(title: str) -> bool:
    """Whether a heading ends with the day by which something is done: `Tar (due 2026-03-31)`, `Tar (by 31 March
    2026)`."""
    match = _DUE_BEHIND.search(title)
    return match is not None and is_day(match["day"])


def whole_name(title: str) -> NumberedHeading:
    """A heading that has no number: all of it is the name of a phase."""
    return NumberedHeading("", title)


def is_phase_checklist(title: str) -> bool:
    """Whether a heading names criteria of a phase: `Phase 1 Verification`, but not the phase `Phase 4: Validation`."""
    heading = phase_heading(title)
    return heading is not None and heading.gap == " " and is_criteria(heading.name)


def _with_parentheses_behind(title: str) -> str:
    match = _PARENTHESES_BEFORE_NAME.match(title)
    heading = phase_heading(match["word"]) if match else None
    if match is None or heading is None or heading.name:
        return title
    return f"{match['word']}: {match['name']} {match['parentheses']}"


def _position_of_word(title: str, calendar: Calendar) -> Position | None:
    """The position in the word of the heading itself: `Week 3: Build`."""
    before = _SECTION_NUMBER.match(title)
    return leading_position(title[before.end() if before else 0 :], calendar)
