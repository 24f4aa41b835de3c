# Ids are written in dozens of ways, and much that looks like one is none: `S3 bucket` is no task S3.
"""What the titles of tasks say: ids, and states where no box says one."""

from __future__ import annotations

import re

from mkdocs_planplugin.model import State

from ..patterns import when_used
from ..profiles import PROFILES, TASK_NAMES, TASK_WORDS, alternatives, any_of, phrases
from ..values import read_state
from .names import meaning_of
from .phase_numbers import numbered_heading, phase_heading

_ID = when_used(
    rf"[\W_]*?(?:(?i:{TASK_WORDS})(?:\s+#?|-(?=\d+\.\d))\[?(?P<after_word>[A-Za-z]{{0,6}}-?\d+(?:\.\d+)*[a-z]?|[A-Z])"
    r"(?=\s*[:：.)\]–—-]|\s|$)"
    r"|\[?(?P<code>[A-Z]{1,8}-?\d{2,}[a-z]?|t\d{3}|(?:[A-Z]{1,8}-){1,2}\d+|[A-Z]\d+\.\d+|[A-Z]\d{1,2}-[A-Z]\d{1,3})\]?(?=\s*[:：.)–—-]|\s|$)"
    r"|(?P<letter>[A-Z]\d+|\d{1,3}-\d{1,3})(?=\s*[:：)–—·]|\.\s)"
    r"|(?P<number>\d+(?:\.\d+)+[a-z]?)(?=\s*[:：.)–—-]?\s|$)"
    r"|(?P<whole>\d{1,3})(?=[.)]\s))"
    r"\]?(?:\s*\([^()]{1,40}\)(?=\s*[:：]))?\s*[:：.)–—·-]*\s*"
)
# Not those of phases: `M-1`.
_SHORT_WORDS = any_of(phrases(lambda profile: profile.headings.short_words)).upper()
# `AB-12`, `S31-2`, `F0-T1`, `T12`, `A01`, `AB123`, but not `D10`, the tenth decision, nor `COM3021`, a course.
_CODE = (
    rf"(?!(?-i:{_SHORT_WORDS})-?\d)"
    r"(?:(?-i:(?:[A-Z]{1,8}-){1,2}|(?:[a-z]{1,8}-){1,2}|[A-Z][a-z]{1,7}-)\d+\b|(?-i:[A-Z]{1,3}\d+-[A-Z]?\d+|T\d{2,}|[A-Z]{1,3}0\d+|[A-Z]{1,2}\d{3,})\b)"
)
_SHORT_CODE = r"(?-i:[A-Z]{1,2}\d+)(?=\s*[:：]|\.\s|\s+[·–—-]\s)"  # `F1 — Watcher`, `B2. Mast`
# `Fix 2.1: Leaks`
_ANY_WORD = r"[\W_]*[^\W\d_]+ (?P<number>\d+\.\d+)\s*[:：]\s*"
# `T001-T005: Tests` names a group of tasks.
_NO_RANGE = (
    rf"(?!(?:(?:{TASK_WORDS})s?\s+)?#?(?P<letters>(?-i:[A-Z]){{0,6}}-?)\d+(?:\.\d+)*"
    r"\s?[-–—…]\s?(?P=letters)\d+(?:\.\d+)*\s*(?:[:：(]|$))"
)
_TASK_HEADING = when_used(
    rf"[\W_]*{_NO_RANGE}(?:(?:{TASK_WORDS})\s+#?[A-Z]{{0,6}}-?\d|\d+\.\d+\b|{_CODE}|{_SHORT_CODE})|{_ANY_WORD}",
    re.IGNORECASE,
)
_WORD_AND_NUMBER = when_used(rf"{_ANY_WORD}(?P<name>\S.*)$")
_WORDS = any_of(TASK_NAMES)
# `Task: Dig`, as Conductor writes it
_BARE_WORD = when_used(rf"[\W_]*(?:{_WORDS})\s*[:：]\s*(?=\w)", re.IGNORECASE, needs=":：")
_NAMED_HEADING = when_used(
    rf"(?:[\W_]*\[[^\d\[\]]\])?[\W_]*(?:\d+(?:\.\d+)*[.)]?\s+)?{_NO_RANGE}"
    rf"(?:(?:{_WORDS})\s*#?[A-Z]{{0,6}}-?\d|{_CODE}|(?=T){_SHORT_CODE})",
    re.IGNORECASE,
)
_CHANGE = when_used(rf"\W*\[(?:{alternatives(lambda profile: profile.headings.changes)})\]\s", re.IGNORECASE, needs="[")
# Behind a struck text may stand why: `~~Paint it~~ (too dear)`, `~~Paint it~~ - too dear`, `~~Paint it~~ → 1.2`.
REASON_SIGNS = ("(", "-", "–", "—", ":", "：", "→", "->", "=>", "⇒", "➡")
_BEHIND_STRIKE = "|".join(map(re.escape, REASON_SIGNS[1:]))
_STRUCK = when_used(rf"\W*~~(?:[^~]|~(?!~))+~~\W*?(?:\([^()]*\)[\s.]*|[ ](?:{_BEHIND_STRIKE})[ ].*)?$", re.DOTALL)
_AROUND_REASONS = "".join(REASON_SIGNS) + ")[]. \t"
_ONE_STRIKE = 2  # its two marks
_SETTLED = (State.DONE, State.CANCELLED, State.DEFERRED)
_SIGNS = "".join(profile.states.title_signs for profile in PROFILES)
_AROUND_TITLES = f"{_SIGNS}\ufe0f \t\n"
# `[DONE] Dig`, `TODO: Dig`
_STATE_FIRST = when_used(
    r"[\[(](?P<group>[A-Za-z][A-Za-z -]{2,14})[\])]:?\s+(?=\S)|(?P<word>[A-Z][A-Z -]{2,14}):\s+(?=\S)"
)
_STATE_AT_EDGE = when_used(
    rf"^\s*[{_SIGNS}]|[{_SIGNS}]\ufe0f?\s*$|[\[(][A-Za-z][A-Za-z -]{{2,14}}[\])]\s*$", needs=f"{_SIGNS}])"
)


def split_id(words: str) -> tuple[str | None, str]:
    """The id at the beginning of a task's words, `None` without one, and the title, also without a mere `Task:`."""
    match = _ID.match(words)
    if match is None:
        bare = _BARE_WORD.match(words)
        return None, words[bare.end() :] if bare else words
    behind = _ID.match(words, match.end()) if match["number"] or match["whole"] else None
    if behind and behind["after_word"]:  # `3.1 Task 2: Dig`: first the number of a section
        match = behind
    number = match["after_word"] or match["code"] or match["letter"] or match["number"] or match["whole"]
    return number, words[match.end() :].strip() or words


def split_word_and_number(title: str) -> tuple[str, str] | None:
    """The number and the name in a heading with any word before the number: `Fix 2.1: Leaks`."""
    match = _WORD_AND_NUMBER.match(title)
    return (match["number"], match["name"]) if match else None


def is_task_heading(title: str) -> bool:
    """Whether a heading inside a phase names a task: `Task 1.1: Dig`, `1.1 Dig`, `Fix 1.1: Dig`."""
    return _TASK_HEADING.match(title) is not None


def is_change(title: str) -> bool:
    """Whether a heading names a file that changes: `[NEW] a.py`."""
    return _CHANGE.match(title) is not None


def names_task(label: str) -> bool:
    """Whether a label is a task: it has an id, or counts stories or other parts of the work (`Story 3.1: Dig`)."""
    numbered = numbered_heading(label)
    return split_id(label)[0] is not None or (numbered is not None and bool(numbered.word))


def is_headed_work(title: str) -> bool:
    """Whether a heading has a number, so that it may be a task in a plan without other tasks."""
    return is_change(title) or (
        (phase_heading(title) or numbered_heading(title)) is not None and meaning_of(title) in (None, "work")
    )


def is_struck(markdown: str) -> bool:
    """Whether all of a title but its id is struck through: the task is cancelled."""
    if "~~" not in markdown:
        return False
    bare = markdown.replace("*", "").replace("__", "")
    number = _ID.match(bare)
    rest = bare[number.end() :] if number else bare
    if rest.startswith("~~") and rest.count("~~") == _ONE_STRIKE and state_behind_strike(rest):
        return True
    return any(_STRUCK.match(text) for text in (bare, rest))


def state_behind_strike(words: str) -> State | None:
    """What is said to have become of a struck text, behind it: `~~Paint it~~ — done`, `~~Paint it~~ moved to 1.2`."""
    behind = words.rpartition("~~")[2].strip(_AROUND_REASONS)
    state = read_state(behind) if behind else None
    return state if state in _SETTLED else None


def is_named_as_task(title: str) -> bool:
    """Whether a heading has a word or a code of tasks: `Task 1.1: Dig`, `T012 Dig`, but not `1.1 Dig`."""
    return _NAMED_HEADING.match(title) is not None


def without_state(words: str) -> tuple[str, State | None]:
    """A title without the state word at its beginning and the signs at its edges, and the state that the word says."""
    first = _STATE_FIRST.match(words)
    state = read_state(first["group"] or first["word"]) if first and not _CHANGE.match(words) else None
    title = words[first.end() :] if first and state else words
    return title.strip(_AROUND_TITLES) or words, state


def state_at_edge(words: str) -> State | None:
    """The state of a tick or a state word at the beginning or the end of a title."""
    sign = _STATE_AT_EDGE.search(words)
    return read_state(sign[0].strip("[]() ")) if sign else None
