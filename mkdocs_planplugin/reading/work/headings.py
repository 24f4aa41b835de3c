# A heading says a lot in one line: what it is, its number and name, how long it takes, when, and how far it is. All of
# it is taken apart here, by the words alone.
"""What the headings of phases, and the titles of tasks, say."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from mkdocs_planplugin.model import NO_ESTIMATE, Calendar, Estimate, Position, State
from mkdocs_planplugin.reading.profiles import PHASE_WORDS, PROFILES, TASK_WORDS, alternatives
from mkdocs_planplugin.reading.values import (
    box_state,
    find_position,
    leading_position,
    read_estimate,
    read_heading_state,
    read_position,
    read_state,
    split_heading_estimate,
    split_heading_position,
)

from .roles import is_criteria

NUMBER = r"\d+(?:\.\d+)*(?:[a-z](?:-\d+)?)?"
# A box, signs, the number of a section.
BEFORE_WORD = r"(?:\s*+\[[^\d\[\]]\]\s++)?[\W_]*+(?:\d++(?:\.\d++)*+[.)]?\s++)?[\W_]*+"
PHASE_HEADING = re.compile(
    rf"{BEFORE_WORD}(?P<word>{PHASE_WORDS})s?\s*(?P<number>{NUMBER}(?!\w)|[IVX]+\b)(?:\s*[-–—]\s*\d+\b)?"
    r"\s*[:：.,–—-]*\s*(?P<name>.*)$",
    re.IGNORECASE,
)
NUMBERED_HEADING = re.compile(rf"[\W_]*(?P<number>{NUMBER})[.):]?\s+(?P<name>\S.*)$")
SECTION_NUMBER = re.compile(BEFORE_WORD)
# `Phase 2 (Week 3-4): API` says the same as `Phase 2: API (Week 3-4)`.
ASIDE_BEFORE_NAME = re.compile(r"^(?P<word>[^():]*\d[a-z]?)\s*(?P<aside>\([^()]*\))\s*[:：–—-]+\s*(?P<name>\S.*)$")

HEADING_BOX = re.compile(r"\s*\[(?P<mark>[^\d\[\]])\]\s+")
STRUCK = re.compile(r"(?:\*\*)?~~.*~~(?:\*\*)?$", re.DOTALL)
# `~~Phase 2: API~~ (3 days)`, `Phase 2: ~~API~~`
STRUCK_NAME = re.compile(r"(?:[^~]*\d[a-z]?[\s:：.–—*-]*|[^\w~]*)~~[^~]+~~[^\w(]*(?:\([^()]*\)\W*)?$")
SIGNS = "".join(profile.states.heading_signs for profile in PROFILES)
EDGE_SIGNS = "".join(profile.states.title_signs for profile in PROFILES)
CAPITALS = alternatives(lambda profile: profile.states.capitals).upper()
STATE_AT_EDGE = re.compile(
    rf"^\s*[{EDGE_SIGNS}]|[{EDGE_SIGNS}]\ufe0f?\s*$|[\[(][A-Za-z][A-Za-z -]{{2,14}}[\])]\s*$",
)
# Where a heading may say a state: in brackets, by a sign with or without words after it, after a dash at its end, or
# in capitals there.
STATE_SPOT = re.compile(
    r"\s?(?:[\[(](?P<group>[^()\[\]]{1,60})[\])]"
    rf"|(?P<sign>[{SIGNS}]\ufe0f?)(?P<after>\s*[^\W\d_][^()\[\]:：]{{1,40}}$)?"
    rf"|\s[-–—|]\s*(?P<tail>[^\W\d_][^()\[\]:：{SIGNS}]{{1,40}})$"
    rf"|\s(?P<capitals>{CAPITALS})$)\s?"
)

TASK_ID = re.compile(
    rf"[\W_]*?(?:(?i:{TASK_WORDS})(?:\s+#?|-(?=\d+\.\d))\[?(?P<named>[A-Za-z]{{0,6}}-?\d+(?:\.\d+)*[a-z]?|[A-Z])"
    r"(?=\s*[:：.)\]–—-]|\s|$)"
    r"|\[?(?P<code>[A-Z]{1,8}-?\d{2,}[a-z]?|[A-Z]{1,8}-\d+|[A-Z]\d+\.\d+)\]?(?=\s*[:：.)–—-]|\s|$)"
    r"|(?P<letter>[A-Z]\d+)(?=\s*[:：)–—])"
    r"|(?P<number>\d+(?:\.\d+)+[a-z]?)(?=\s*[:：.)–—-]?\s|$)"
    r"|(?P<whole>\d{1,3})(?=[.)]\s))"
    r"\]?(?:\s*\([^()]{1,40}\)(?=\s*[:：]))?\s*[:：.)–—-]*\s*"
)
TASK_HEADING = re.compile(
    rf"[\W_]*(?:(?:{TASK_WORDS})\s+#?[A-Z]{{0,6}}-?\d|\d+\.\d+\b|[A-Z]{{1,8}}-\d+\b|(?-i:[A-Z]{{1,3}}\d{{2,}})\b)",
    re.IGNORECASE,
)
Naming = Callable[[str], tuple[str | None, str] | None]


@dataclass(frozen=True, slots=True)
class PhaseTitle:
    """What the heading of a phase says; `problem` is what is wrong with its dates."""

    number: str | None
    name: str
    estimate: Estimate = NO_ESTIMATE
    position: Position | None = None
    state: State | None = None
    problem: str | None = None


def read_phase_title(title: str, markdown: str, named: Naming, calendar: Calendar) -> PhaseTitle:
    """What a phase's heading says; `named` tells its number and name, `markdown` whether it is struck through.

    The name is what is left without word, number, estimate, position and state.
    """
    box = HEADING_BOX.match(title)
    title = title[box.end() :] if box else title
    title, state = split_state(title)
    title = ASIDE_BEFORE_NAME.sub(r"\g<word>: \g<name> \g<aside>", title)
    if STRUCK_NAME.match(markdown):
        state = State.CANCELLED
    state = (box_state(box["mark"]) if box else None) or state
    title, estimate = split_heading_estimate(title, calendar)
    number, name = named(title) or (None, title)
    at = read_position(name, calendar)
    if at is None:
        title, at = split_heading_position(title, calendar)
        number, name = named(title) or (None, title)
    else:
        name = at.rest
    if estimate and at is None and (at := find_position(estimate, calendar)):
        estimate = at.rest
    position = at.position if at else _own_position(title, calendar)
    if position and position.start and position.start == position.finish and state is State.DONE:
        position = None  # the day on which it was done
    return PhaseTitle(
        number,
        name.strip(" :–—-"),
        read_estimate(estimate, calendar) if estimate else NO_ESTIMATE,
        position,
        state,
        at.problem if at else None,
    )


def _own_position(title: str, calendar: Calendar) -> Position | None:
    """The position that the heading's own word says: `Week 3: Build`."""
    before = SECTION_NUMBER.match(title)
    return leading_position(title[before.end() if before else 0 :], calendar)


def split_state(heading: str) -> tuple[str, State | None]:
    """A heading without its signs and words of state, and the state; words win over a sign."""
    by_words: list[State] = []
    by_signs: list[State] = []

    def take(found: re.Match[str]) -> str:
        words = found["group"] or found["after"] or found["tail"] or found["capitals"]
        state = read_heading_state(words) if words else None
        if state:
            by_words.append(state)
        elif found["sign"] is None:
            return found[0]
        sign = read_state(found["sign"]) if found["sign"] else None
        by_signs.extend([sign] if sign else [])
        return " " if state else f" {found['after'] or ''}"

    words = STATE_SPOT.sub(take, heading)
    return " ".join(words.split()), next(iter((*by_words, *by_signs)), None)


def phase_heading(title: str) -> tuple[str, str] | None:
    """The number and the name in a heading that begins a phase (`Phase 2: Rollout`)."""
    match = PHASE_HEADING.match(title)
    return (match["number"], match["name"]) if match else None


def is_phase_checklist(title: str) -> bool:
    """Whether a heading names criteria of a phase: `Phase 1 Verification`, but not the phase `Phase 4: Validation`."""
    match = PHASE_HEADING.match(title)
    return match is not None and title[match.end("number") : match.start("name")] == " " and is_criteria(match["name"])


def phase_word(title: str) -> str:
    """The word that makes a heading one of a phase, in small letters; empty where there is none."""
    match = PHASE_HEADING.match(title)
    return match["word"].lower() if match else ""


def numbered_heading(title: str) -> tuple[str, str] | None:
    """The number and the name in a numbered heading (`2. Rollout`)."""
    match = NUMBERED_HEADING.match(title)
    return (match["number"], match["name"]) if match else None


def split_id(words: str) -> tuple[str | None, str]:
    """The id at the start of a task's words, where there is one, and the title behind it."""
    match = TASK_ID.match(words)
    if match is None:
        return None, words
    number = match["named"] or match["code"] or match["letter"] or match["number"] or match["whole"]
    return number, words[match.end() :].strip() or words


def read_state_sign(words: str) -> State | None:
    """The state that a tick or a state word at the start or end of a title says."""
    sign = STATE_AT_EDGE.search(words)
    return read_state(sign[0].strip("[]() ")) if sign else None
