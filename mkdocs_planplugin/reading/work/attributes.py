# Which labels are attributes is said by the profiles, what becomes of each by the table here. An attribute with a field
# of its own in the model is a line of it.
"""Attributes of tasks: `**Estimate:** 3 days`, `**Risk Level:** Low`, ..."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from mkdocs_planplugin.gfm import Block
from mkdocs_planplugin.model import NO_ESTIMATE, Estimate
from mkdocs_planplugin.reading.context import ReadingContext
from mkdocs_planplugin.reading.labels import LabelledValue, label_key
from mkdocs_planplugin.reading.list_items import words_below
from mkdocs_planplugin.reading.profiles import TASK_LABELS
from mkdocs_planplugin.reading.values import read_estimate, read_level, read_state

from .dependencies import read_dependency
from .drafts import TaskDraft

_NUMBER_ALONE = re.compile(r"[~\d.,–-]*\d")


class _Attribute(NamedTuple):
    """How an attribute is read, from its words and its line, into which field of the task; `listed`: it also stays
    among the task's attributes as it was written. What reads as None is kept there, too."""

    field: str
    read: Callable[[str, int, ReadingContext], object | None]
    listed: bool = False


def _words(words: str, _line: int, _context: ReadingContext) -> str:
    return words


def _estimate(words: str, _line: int, context: ReadingContext) -> Estimate | None:
    estimate = read_estimate(words, context.calendar)
    return None if estimate is NO_ESTIMATE else estimate


def _hours(words: str, line: int, context: ReadingContext) -> Estimate | None:
    return _estimate(f"{words} h" if _NUMBER_ALONE.fullmatch(words) else words, line, context)


def _first_day(words: str, line: int, context: ReadingContext) -> object | None:
    return context.findings.date(words, line)


def _last_day(words: str, line: int, context: ReadingContext) -> object | None:
    return context.findings.date(words, line, last=True)


_ATTRIBUTES: Mapping[str, _Attribute] = {
    "files": _Attribute("files", _words),
    "validation": _Attribute("validation", _words),
    "owner": _Attribute("owner", _words),
    "estimate": _Attribute("estimate", _estimate),
    "hours": _Attribute("estimate", _hours),
    "risk": _Attribute("risk", lambda words, _line, _context: read_level(words)),
    "start": _Attribute("start", _first_day, listed=True),
    "due": _Attribute("due", _last_day, listed=True),
    "until": _Attribute("blocked_until", _last_day, listed=True),
    "remaining": _Attribute("remaining", _estimate, listed=True),
}


def add_attribute(
    draft: TaskDraft, labelled: LabelledValue, context: ReadingContext, below: Iterable[Block] = ()
) -> None:
    """Keep an attribute of a task: in its field where the model has one, else under its label. The first one counts.

    Its value stands behind the label, or in a list `below` it.
    """
    markdown, line = labelled.value, labelled.line
    value = context.value(markdown)
    if value is None and below and not context.document.words(markdown):
        markdown = words_below(below)
        value = context.value(markdown)
    if value is None:
        return
    meaning = TASK_LABELS.get(label_key(labelled.label))
    if meaning == "dependencies" and draft.dependency is None:
        draft.dependency = read_dependency(markdown, line, context.document)
        return
    if meaning == "status" and draft.status is None:
        draft.status = (read_state(value), line)
    attribute = _ATTRIBUTES.get(meaning or "")
    if attribute and attribute.field not in draft.values:
        read = attribute.read(value, line, context)
        if read is not None:
            draft.values[attribute.field] = read
            if not attribute.listed:
                return
    draft.attributes.setdefault(labelled.label, value)
