# The role of a box (work, criteria, ...) depends on the names above it: headings, labels, items of lists. This module
# looks at one name alone. `roles` decides by all names of a box together.
"""What the name of a list says about the boxes below it."""

from __future__ import annotations

import re
from typing import Literal

from msgspec import Struct

from mkdocs_planplugin.model import State

from ..labels import label_key
from ..patterns import when_used
from ..profiles import (
    HEADER_LABELS,
    NUMBERS_IN_WORDS,
    PHASE_LABELS,
    PHASE_WORDS,
    PROFILES,
    STEP_WORDS,
    TASK_LABELS,
    TASK_WORDS,
    WORK_NAMES,
    PhraseFinder,
    alternatives,
    any_of,
    pattern,
    phrase_finder,
    phrase_set,
    phrases,
)
from ..remembered import remembered
from ..values import read_heading_state
from .phase_numbers import phase_heading

# What a name announces. "criteria" must hold; a word anywhere in the name tells. "checks" must hold, too, but the whole
# name has to be one of the known ones. "checklist" and "deliverables" are work only if no other list is. "aside" is
# beside the work. "work" is the work itself.
Meaning = Literal["criteria", "checks", "checklist", "deliverables", "aside", "work"]
Numbered = Literal["phase", "task"]

_PHASES_WORDS = any_of({*phrases(lambda profile: profile.headings.phase_words)} - STEP_WORDS)
_STEPS = when_used(any_of(STEP_WORDS))
# Behind one of the things that a name names, or before what it says of it: `Risks and issues`, `Risks of the launch`.
JOINING_WORDS = frozenset(phrases(lambda profile: profile.headings.joining_words))
_CRITERIA = phrase_finder(lambda profile: profile.roles.criteria)
_CHECKS = when_used(
    rf"(?:(?:{pattern(lambda profile: profile.roles.check_adjectives).pattern}) )*"
    rf"(?:{pattern(lambda profile: profile.roles.checks).pattern})"
    rf"(?: (?:{pattern(lambda profile: profile.roles.check_nouns).pattern}))*"
)
_CHECKLIST = phrase_finder(lambda profile: profile.roles.checklists)
_DELIVERABLES = phrase_finder(lambda profile: profile.roles.deliverables)
_GOALS = phrase_set(lambda profile: profile.roles.goals)
_SCOPES = phrase_set(lambda profile: profile.roles.scopes)
_ASIDE = phrase_finder(lambda profile: f"{profile.roles.aside}, {profile.roles.repeated}")
_ASIDE_NAME = phrase_set(lambda profile: profile.roles.aside_names)
_BESIDE = phrase_finder(lambda profile: f"{profile.headings.other_views}, {profile.roles.beside}")
_ORDER = when_used(rf"(?:{alternatives(lambda profile: profile.roles.orders)}) \w")
_REPEATED = phrase_finder(lambda profile: profile.roles.repeated)
_WORK = phrase_finder(lambda profile: profile.roles.work_names)
_WORK_WORD = phrase_set(lambda profile: profile.detection.work_columns)
_FINAL = phrase_finder(lambda profile: profile.roles.final_names)
_BEGINNING = phrase_finder(lambda profile: profile.roles.entry_names)
_SUBTASKS = phrase_finder(lambda profile: profile.roles.subtasks)
_TASK_LIST = phrase_set(lambda profile: profile.roles.task_lists)
_WORK_PATTERN = phrase_set(lambda profile: profile.roles.work_patterns)
_HORIZON = phrase_set(lambda profile: profile.roles.horizons)
_WAYS = phrase_set(lambda profile: profile.roles.ways)
_TRIED_BY_HAND = phrase_set(lambda profile: profile.roles.tried_by_hand)
_BEFORE = phrase_set(lambda profile: profile.roles.before)
_BEHIND = phrase_set(lambda profile: profile.roles.behind)
_RISK_LIST = phrase_set(lambda profile: profile.headings.risk_lists)
_MILESTONES = phrase_set(lambda profile: profile.roles.milestones)
_PHASES = when_used(
    rf"(?:[^\W\d]+ ){{0,2}}(?:(?:{_PHASES_WORDS})s|{pattern(lambda profile: profile.roles.milestones).pattern})"
)
_GROUPING = when_used(rf"(?:{alternatives(lambda profile: profile.labels.timeline.get('phase', ''))})s?")
# In words: a longer name is a sentence, in which a single word says little.
_MOST_WORDS = {"criteria": 9, "aside": 9, "checklist": 8, "deliverables": 5, "work": 5}
_MOST_WORDS_OF_A_LINE, _LONGEST_NAME = 4, 50

_NUMBER = rf"(?:[a-z]?\d+(?:[.-]\d+)*[a-z]?|[ivx]+|[a-h]|{any_of(NUMBERS_IN_WORDS)})"
_JOIN = r"(?:s? #?|#|-?(?=\d))"
_PARTS = alternatives(lambda profile: profile.headings.part_words)
_PHASE = when_used(
    rf"(?:\d+(?:\.\d+)*[.)]? )?(?P<before>(?:\w+ ){{0,2}}(?:{PHASE_WORDS}|{_PARTS}){_JOIN})(?P<number>{_NUMBER})(?!\w)"
    r"(?P<rest>.*)$"
)
_TASK = when_used(
    rf"(?:(?:{TASK_WORDS}){_JOIN}[a-z]{{0,6}}-?{_NUMBER}|[a-z]{{1,8}}-?\d+(?:\.\d+)*|\d+\.\d+(?:\.\d+)*[a-z]?)(?!\w)"
)
_NUMERALS = "".join(profile.headings.numerals for profile in PROFILES)
_GLUED_PHASE = when_used(
    rf".{{0,6}}?(?:[{_NUMERALS}\d]+ ?(?:{alternatives(lambda profile: profile.headings.counters)})"
    rf"|(?:{alternatives(lambda profile: profile.headings.glued_words)}) ?[{_NUMERALS}\d]+)"
)
# The number of a phase and a separator: what follows is the phase's own name (`Phase 4: Validation`). Without a
# separator it names a list in the phase (`Phase 4 Validation`).
_OWN_NAME = when_used(
    r"\d+[a-z]?\s*(?:\([^()]*\)\s*)?(?:[:：.,|–—-]|\(|$)"
    rf"|(?:{alternatives(lambda profile: profile.headings.counters)})\s*[:：(（]?"
)
_IN_PARENTHESES = when_used(r"\s*\([^()]*\)", needs="(")
_SECTION_NUMBER = when_used(r"\d(?:\d|(?<=\d)\.\d|\s)*")
_NUMBERED_SECTION = when_used(r"\d+(?:\.\d+)*[.):]?(?: |$)")
_GATE_OF_PART = when_used(rf"\b(?:{alternatives(lambda profile: profile.roles.gates)})s? ?#?[a-z]{{0,2}}-?\d")
_GATE_ALONE = when_used(
    rf"(?:{alternatives(lambda profile: profile.roles.gates)})s? ?#?[a-z]{{0,2}}-?\d+(?:\.\d+)*(?: \([^()]*\))?"
)
_CODE_OF_CRITERIA = when_used(rf"(?:{alternatives(lambda profile: profile.roles.criteria_codes)})[- ]?\d")
_WORD_FOR_PART = when_used(rf"\b(?:{PHASE_WORDS}|{TASK_WORDS})s?\b")
_WORD_FOR_ANY_PART = when_used(rf"{_WORD_FOR_PART.pattern}|\b(?:{_PARTS})\b")


class NumberedName(Struct, frozen=True):
    """A name that numbers a phase or a task.

    `is_own` says that it is the name of the part itself, and not of a list in it. `number` is that of a phase, empty
    where it is not known. `rest` is the part of the name's key after the number.
    """

    kind: Numbered
    is_own: bool
    number: str
    rest: str


@remembered(4096)  # asked for each heading and label, by detection and by the roles of boxes
def numbered_name(name: str) -> NumberedName | None:
    """The phase or task that a name numbers: `Phase 1: Build`, `Phase 1 Verification`, `Task 1.2`, `T012`."""
    key = label_key(name)
    phase = _PHASE.match(key)
    if phase or _GLUED_PHASE.match(key):
        own = _OWN_NAME.search(name.casefold()) is not None or _has_own_name_behind_letters(name)
        if phase and _meaning_before(phase):  # `Exit Criteria - PR-1: API`
            own = False
        return NumberedName("phase", own, phase["number"] if phase else "", phase["rest"].strip() if phase else key)
    return NumberedName("task", True, "", "") if _TASK.match(key) else None


def _has_own_name_behind_letters(name: str) -> bool:
    """The same where the number of the phase has no figures: `Phase Four: Proof`, but not `Phase IV Proof`."""
    heading = phase_heading(name)
    if heading is None or heading.label[-1:].isdecimal():
        return False
    return not heading.name or bool(heading.gap.strip())


@remembered(4096)
def meaning_of(name: str) -> Meaning | None:
    """What a name says about the boxes below it; `None` if it says nothing, as with `Security` or `Phase 1: Build`, or
    says what is to be done, as `Add examples`."""
    key = label_key(name)
    numbered = numbered_name(name)
    if numbered and (numbered.is_own if numbered.kind == "phase" else not key[:1].isdigit()):
        return None
    section_number = _SECTION_NUMBER.match(key)
    body = key[section_number.end() :] if section_number else key
    if numbered and numbered.kind == "phase":
        phase = _PHASE.match(body)
        if phase and (before := _meaning_before(phase)):
            return before
        body = phase["rest"].strip() if phase else body
    elif _ORDER.match(body) or read_heading_state(body) is State.DONE:
        return None  # also a list of what is done: `Complete`, but not `Phase 2 complete`
    is_aside = _is_aside_name(_IN_PARENTHESES.sub("", body) or body)  # first: also `Rollback criteria`
    return "aside" if is_aside else _meaning_of_words(body)


def _meaning_before(phase: re.Match[str]) -> Meaning | None:
    """What the words before the number of a phase mean: `Exit Criteria - PR-1`, `Checklist Phase 3`."""
    before = phase["before"]
    if _CRITERIA.is_in(before):
        return "criteria"
    return "deliverables" if _DELIVERABLES.is_in(before) else "checklist" if _CHECKLIST.is_in(before) else None


def _meaning_of_words(body: str) -> Meaning | None:
    length = len(body.split())
    without = _IN_PARENTHESES.sub("", body) or body

    def says(meaning: Meaning, names: PhraseFinder, words: str = body) -> bool:
        return (length if words is body else len(words.split())) <= _MOST_WORDS[meaning] and names.is_in(words)

    is_criteria = says("criteria", _CRITERIA) or (without != body and says("criteria", _CRITERIA, without))
    if (is_criteria and not names_phases_first(body)) or _GATE_ALONE.fullmatch(body):
        return "criteria"
    if says("aside", _ASIDE) and _ASIDE.is_in(without):
        return "aside"
    if _CHECKS.fullmatch(body) or (without != body and _CHECKS.fullmatch(without)):
        return "checks"
    if says("deliverables", _DELIVERABLES):
        return "deliverables"
    if says("checklist", _CHECKLIST):
        return "checklist"
    return "work" if says("work", _WORK) else None


@remembered(2048)
def is_criteria(name: str) -> bool:
    """Whether a label or heading announces criteria of a phase or a task, whatever stands around it."""
    return PHASE_LABELS.get(label_key(name)) == "criteria" or meaning_of(name) in ("criteria", "checks")


@remembered(2048)  # the same few names stand above most lists
def names_dependencies(name: str) -> bool:
    """Whether a label announces dependencies: boxes below it are no work of this plan."""
    key = label_key(name)
    return TASK_LABELS.get(key) == "dependencies" or PHASE_LABELS.get(key) == "dependencies"


def _is_aside_name(body: str) -> bool:
    """Whether a name, without numbers and brackets, is aside as a whole. What the plan waits for is so by each label
    that it has in headers."""
    return _ASIDE_NAME.fits(body) or HEADER_LABELS.get(body) == "dependencies"


def may_hold_tables_of_work(name: str) -> bool:
    """Whether a name is aside as a whole (`Cross-team Dependencies`): lists and boxes below it are no work, but a table
    of tasks is."""
    return _is_aside_name(_IN_PARENTHESES.sub("", _SECTION_NUMBER.sub("", label_key(name), count=1)).strip())


def says_nothing(name: str) -> bool:
    """Whether a heading has no meaning of its own: it only names a part of the work, such as `Backend`."""
    return meaning_of(name) is None and not _BESIDE.is_in(label_key(name))


def may_hold_work(name: str) -> bool:
    """Whether a heading speaks of work or of nothing in particular."""
    return says_nothing(name) or meaning_of(name) == "work"


def names_a_list(line: str) -> bool:
    """Whether a line without a colon can only be the name of the list below it: `Acceptance criteria`."""
    if len(line) > _LONGEST_NAME or len(line.split()) > _MOST_WORDS_OF_A_LINE:
        return False
    return meaning_of(line) in ("criteria", "checks", "checklist", "deliverables") or is_task_list(line)


@remembered(2048)  # asked for each heading, and for each item with a list below it
def names_work(name: str) -> bool:
    """Whether a label or heading says of the items below it, boxes or not, that they are to be done."""
    key = label_key(name)
    return key in WORK_NAMES or is_horizon(name) or (_WORK_PATTERN.fits(key) and meaning_of(name) != "aside")


def without_word_for_work(name: str) -> str:
    """A name without a word for work at its end: `Deferred` of `Deferred tasks`."""
    words, _, last = name.rpartition(" ")
    return words if _WORK_WORD.fits(last.casefold()) else name


def names_a_way(name: str) -> bool:
    """Whether a heading says how something is done: a list with numbers below it is the work (`Approach`)."""
    return _WAYS.fits(_SECTION_NUMBER.sub("", label_key(name)))


@remembered(2048)  # the same few names stand above most lists
def is_horizon(name: str) -> bool:
    """Whether a heading says how soon or how urgent what stands below it is: `Later`, `High Priority`."""
    return _HORIZON.fits(_IN_PARENTHESES.sub("", label_key(name)))


@remembered(2048)  # the same few names stand above most lists
def is_task_list(name: str) -> bool:
    """Whether a name announces tasks and nothing else: `Tasks`, `Implementation Steps`."""
    return _TASK_LIST.fits(label_key(name))


def names_risks(name: str) -> bool:
    """Whether a name is that of a list of risks, and of nothing else: `Known risks`."""
    return _RISK_LIST.fits(label_key(name))


def numbers_criteria(name: str) -> bool:
    """Whether a name has the code of a criterion, not that of a task: `AC-1: It floats`."""
    return _CODE_OF_CRITERIA.match(label_key(name)) is not None


def names_goals(name: str) -> bool:
    """Whether a name is that of a list of goals."""
    return _GOALS.fits(label_key(name))


def names_what_is_tried(name: str) -> bool:
    """Whether a heading is that of a list of what is tried by hand: `Manual testing`."""
    return _TRIED_BY_HAND.fits(label_key(name))


def names_what_comes_before(name: str) -> bool:
    """Whether a name says that what is below it has to be so before something: `Before the launch`."""
    return _BEFORE.fits(label_key(name)) and not (is_repeated(name) or speaks_of_the_beginning(name))


def names_what_comes_behind(name: str) -> bool:
    """Whether a name is that of a part of time which a `Before` stands beside: `On the day`, `After the launch`."""
    return _BEHIND.fits(label_key(name))


def names_what_comes(name: str) -> bool:
    """Whether a name announces what a phase delivers or comprises: its work, where nothing else is told of it."""
    return meaning_of(name) == "deliverables" or _SCOPES.fits(label_key(name))


def names_subtasks(name: str) -> bool:
    """Whether a name announces tasks, and no steps of one: `Tasks`, `Subtasks`."""
    return is_task_list(name) and _STEPS.search(label_key(name)) is None


def speaks_of_subtasks(name: str) -> bool:
    """Whether a name says that the tasks below it have sub-tasks: `Tasks / Subtasks`."""
    return _SUBTASKS.is_in(label_key(name))


def is_repeated(name: str) -> bool:
    """Whether a list is to be repeated for each of something: `For each guest`."""
    return _REPEATED.is_in(label_key(name))


def names_phases(name: str) -> bool:
    """Whether a heading says that what is below it are phases: `Milestones`, `Implementation Phases`."""
    return _PHASES.fullmatch(_SECTION_NUMBER.sub("", label_key(name))) is not None


def names_phases_first(name: str) -> bool:
    """Whether a name is that of phases together with what ends them: `Milestones and acceptance criteria`."""
    first, _, behind = name.partition(" ")
    return behind.partition(" ")[0] in JOINING_WORDS and names_phases(first)


def names_phases_only(name: str) -> bool:
    """Whether a heading names phases that are parts of time or steps to a goal, not streams of work side by side."""
    return names_phases(name) and _GROUPING.fullmatch(label_key(name).rpartition(" ")[2]) is not None


def is_list_of_milestones(name: str) -> bool:
    """Whether a name is `Milestones`."""
    return _MILESTONES.fits(_SECTION_NUMBER.sub("", label_key(name)))


def speaks_of_work(name: str) -> bool:
    """Whether a checklist with this name may be the work: `Migration Checklist`."""
    return _WORK.is_in(label_key(name))


def speaks_of_the_end(name: str) -> bool:
    """Whether a checklist with this name is for the end of the plan: `Launch Checklist`."""
    return _FINAL.is_in(label_key(name))


def speaks_of_the_beginning(name: str) -> bool:
    """Whether what stands below a name must hold before the work begins: `Definition of Ready`."""
    return _BEGINNING.is_in(label_key(name))


def speaks_of_a_part(name: str) -> bool:
    """Whether a name contains a word for a phase or a task: `Phase Gate`."""
    return _WORD_FOR_PART.search(label_key(name)) is not None


def is_for_each_part(name: str) -> bool:
    """Whether a list is to be repeated for each part of the work: `After each step`, `For each story`."""
    return is_repeated(name) and _WORD_FOR_ANY_PART.search(label_key(name)) is not None


@remembered(2048)
def is_gate_of_a_part(name: str) -> bool:
    """Whether a name is the numbered gate at the end of a part of the work: `Gate 2`, `Gate P1`."""
    return _GATE_OF_PART.search(label_key(name)) is not None


def is_numbered_section(name: str) -> bool:
    """Whether a heading begins with a number: `3. Rollout`."""
    return _NUMBERED_SECTION.match(label_key(name)) is not None


def is_checklist(name: str) -> bool:
    """Whether a name contains a word for a checklist."""
    return _CHECKLIST.is_in(label_key(name))
