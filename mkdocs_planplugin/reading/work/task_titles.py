# Ids are written in dozens of ways, and much that looks like one is none: `S3 bucket` is no task S3.
"""What the titles of tasks say: ids, and states where no box says one."""

from __future__ import annotations

import re

from mkdocs_planplugin.model import State
from mkdocs_planplugin.reading.profiles import PROFILES, TASK_WORDS
from mkdocs_planplugin.reading.values import read_state

_ID = re.compile(
    rf"[\W_]*?(?:(?i:{TASK_WORDS})(?:\s+#?|-(?=\d+\.\d))\[?(?P<after_word>[A-Za-z]{{0,6}}-?\d+(?:\.\d+)*[a-z]?|[A-Z])"
    r"(?=\s*[:：.)\]–—-]|\s|$)"
    r"|\[?(?P<code>[A-Z]{1,8}-?\d{2,}[a-z]?|[A-Z]{1,8}-\d+|[A-Z]\d+\.\d+)\]?(?=\s*[:：.)–—-]|\s|$)"
    r"|(?P<letter>[A-Z]\d+)(?=\s*[:：)–—])"
    r"|(?P<number>\d+(?:\.\d+)+[a-z]?)(?=\s*[:：.)–—-]?\s|$)"
    r"|(?P<whole>\d{1,3})(?=[.)]\s))"
    r"\]?(?:\s*\([^()]{1,40}\)(?=\s*[:：]))?\s*[:：.)–—-]*\s*"
)
_TASK_HEADING = re.compile(
    rf"[\W_]*(?:(?:{TASK_WORDS})\s+#?[A-Z]{{0,6}}-?\d|\d+\.\d+\b|[A-Z]{{1,8}}-\d+\b|(?-i:[A-Z]{{1,3}}\d{{2,}})\b)",
    re.IGNORECASE,
)
_STRUCK = re.compile(r"(?:\*\*)?~~.*~~(?:\*\*)?$", re.DOTALL)
_SIGNS = "".join(profile.states.title_signs for profile in PROFILES)
_STATE_AT_EDGE = re.compile(
    rf"^\s*[{_SIGNS}]|[{_SIGNS}]\ufe0f?\s*$|[\[(][A-Za-z][A-Za-z -]{{2,14}}[\])]\s*$",
)


def split_id(words: str) -> tuple[str | None, str]:
    """The id at the start of a task's words, where there is one, and the title behind it."""
    match = _ID.match(words)
    if match is None:
        return None, words
    number = match["after_word"] or match["code"] or match["letter"] or match["number"] or match["whole"]
    return number, words[match.end() :].strip() or words


def is_task_heading(title: str) -> bool:
    """Whether a heading inside a phase names a task: `Task 1.1: Dig`, `1.1 Dig`."""
    return _TASK_HEADING.match(title) is not None


def is_struck(markdown: str) -> bool:
    """Whether a title is struck through as a whole: the task was given up."""
    return _STRUCK.match(markdown) is not None


def state_at_edge(words: str) -> State | None:
    """The state that a tick or a state word at the start or end of a title says."""
    sign = _STATE_AT_EDGE.search(words)
    return read_state(sign[0].strip("[]() ")) if sign else None
