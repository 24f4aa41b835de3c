# Which labels are attributes is said by the profiles, what becomes of each by the table here. An attribute with a field
# of its own in the model is a line of it.
"""Attributes of tasks: `**Estimate:** 3 days`, `**Risk Level:** Low`, ..."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct

from mkdocs_planplugin.gfm import Block
from mkdocs_planplugin.model import NO_ESTIMATE, Estimate, State

from ..context import ReadingContext
from ..labels import LabelledValue, fields, label_key, labelled_value
from ..list_items import words_below
from ..patterns import when_used
from ..profiles import TASK_LABELS, phrases, table
from ..values import (
    Vocabulary,
    is_like_date,
    is_like_length,
    is_time_of_day,
    near_level,
    near_state,
    read_days,
    read_estimate,
    read_heading_state,
    read_level,
    read_remark_state,
    read_share,
    read_state,
)
from .boxes import state_in_words
from .dependencies import StatedDependency, added_up, read_dependency
from .drafts import TaskDraft

HOW_LENGTHS_ARE_WRITTEN = "write it as `3 h`, `2 days` or `1-2 weeks`"
_NAMES = frozenset(phrases(lambda profile: profile.labels.task_names))
_KNOWN = Vocabulary(table(lambda profile: profile.labels.task))
_BETWEEN_VALUES = when_used(r"\s*[|·•]\s*")
_LONGEST_LINE = 100
_NUMBER_ALONE = when_used(r"[~\d.,–-]*\d")


class _Attribute(Struct, frozen=True):
    """How to read an attribute: the field of the task, and the function that makes its value from words and line.
    `listed` says that the attribute also stays among the task's attributes as written. It stays there, too, if the
    value is `None`."""

    field: str
    read: Callable[[str, int, ReadingContext], object | None]
    listed: bool = False


def _words(words: str, _line: int, _context: ReadingContext) -> str:
    return words


def _estimate(words: str, line: int, context: ReadingContext) -> Estimate | None:
    estimate = NO_ESTIMATE if is_time_of_day(words) else read_estimate(words, context.calendar)
    if estimate.text and not estimate.known and is_like_length(words):
        context.findings.unread(words, line, "length of time", HOW_LENGTHS_ARE_WRITTEN)
    return None if estimate is NO_ESTIMATE else estimate


def _level(words: str, line: int, context: ReadingContext) -> object | None:
    level = read_level(words)
    if level is None:
        context.findings.misspelt(words, near_level(words), line)
    return level


def stated_state(words: str, line: int, context: ReadingContext) -> State | None:
    """The state that a Status says. If it says none, a finding tells the author."""
    state = state_in_words(words)
    if state is None and not context.findings.misspelt(words, near_state(words), line):
        context.findings.unread(words, line, "state", "write Open, In Progress, Blocked, Deferred, Done or Cancelled")
    return state


def values_in_line(paragraph: Block, context: ReadingContext) -> tuple[State | None, list[LabelledValue]]:
    """The state and the labelled values in a line that holds nothing else, `P0 | ✅ DONE | Est: 3h`; neither in other
    lines. Of a legend, which has several states, nothing is read."""
    if len(paragraph.lines) > 1 or len(paragraph.lines[0]) > _LONGEST_LINE:
        return None, []
    parts = [part.strip() for part in _BETWEEN_VALUES.split(paragraph.lines[0])]
    labelled = [labelled_value(part, paragraph.line, TASK_LABELS) for part in parts]
    stated = [words for part in parts if ":" not in part and read_state(words := context.document.words(part))]
    state = read_heading_state(stated[0]) if len(stated) == 1 else None
    return (state, list(filter(None, labelled))) if state else (None, [])


def _add_span(draft: TaskDraft, words: str) -> None:
    """Keep the first and the last day of a range of dates (`Dates: 5 to 18 November 2026`)."""
    days = read_days(words)
    if days.date and days.last:
        draft.values.setdefault("start", days.date)
        draft.values.setdefault("end", days.last)


def _hours(words: str, line: int, context: ReadingContext) -> Estimate | None:
    return _estimate(f"{words} h" if _NUMBER_ALONE.fullmatch(words) else words, line, context)


def _share(words: str, _line: int, _context: ReadingContext) -> float | None:
    """The share that is done; `None` for other words, such as the day on which it was done."""
    return read_share(words)


def _first_day(words: str, line: int, context: ReadingContext) -> object | None:
    return context.findings.date(words, line)


def _last_day(words: str, line: int, context: ReadingContext) -> object | None:
    return context.findings.date(words, line, last=True)


def _first_day_if_meant(words: str, line: int, context: ReadingContext) -> object | None:
    """The first day, with a finding only where the words look like a date: `Start` and `End` may also say what is there
    before and after (`Start: the shed is empty`)."""
    return _first_day(words, line, context) if is_like_date(words) else None


def _last_day_if_meant(words: str, line: int, context: ReadingContext) -> object | None:
    return _last_day(words, line, context) if is_like_date(words) else None


def _first_day_if_any(words: str, _line: int, _context: ReadingContext) -> object | None:
    return read_days(words).date


def _last_day_if_any(words: str, _line: int, _context: ReadingContext) -> object | None:
    return read_days(words).end


def _state(words: str, _line: int, _context: ReadingContext) -> State | None:
    return read_remark_state(words)


def _state_if_any(words: str, _line: int, _context: ReadingContext) -> State | None:
    return read_heading_state(words)


def _dependency(words: str, line: int, context: ReadingContext) -> StatedDependency | None:
    return read_dependency(words, line, context.document)


# Meanings of what may stand behind the name of a task, and is no value of its own: `🆔 a1`, `⛔ a1`.
OWN_ID, DEPENDENCIES = "own_id", "dependencies"
_ATTRIBUTES: Mapping[str, _Attribute] = {
    OWN_ID: _Attribute("written", _words),
    DEPENDENCIES: _Attribute("dependency", _dependency),
    "files": _Attribute("files", _words),
    "validation": _Attribute("validation", _words),
    "owner": _Attribute("owner", _words),
    "estimate": _Attribute("estimate", _estimate),
    "hours": _Attribute("estimate", _hours),
    "risk": _Attribute("risk", _level),
    "start": _Attribute("start", _first_day_if_meant, listed=True),
    "due": _Attribute("due", _last_day, listed=True),
    "end": _Attribute("end", _last_day_if_meant, listed=True),
    # Behind `From` and `To`, and in a column `When`, may stand something else than a day.
    "from": _Attribute("from", _first_day_if_any, listed=True),
    "to": _Attribute("to", _last_day_if_any, listed=True),
    "by": _Attribute("due", _last_day_if_any, listed=True),
    "till": _Attribute("to", _last_day, listed=True),
    "until": _Attribute("blocked_until", _last_day, listed=True),
    "remaining": _Attribute("remaining", _estimate, listed=True),
    "progress": _Attribute("progress", _share, listed=True),
    "state": _Attribute("state", _state),  # behind the name of a task
    "stated": _Attribute("state", _state_if_any),  # behind a label
}


def read_attribute(meaning: str, words: str, line: int, context: ReadingContext) -> tuple[str, object | None]:
    """The field of a task that a label of this meaning fills, and the value that its words say; a finding tells where
    they say none."""
    attribute = _ATTRIBUTES[meaning]
    return attribute.field, attribute.read(words, line, context)


def add_task_attribute(
    draft: TaskDraft, labelled: LabelledValue, context: ReadingContext, below: Iterable[Block] = ()
) -> None:
    """Keep an attribute of a task, or several on one line: in its field if the model has one, else under its label. The
    first of each kind counts; dependencies are added up.

    The value stands behind the label, or in a list `below` it.
    """
    for one in fields(labelled, TASK_LABELS):
        key = label_key(one.label)
        if key in _NAMES:
            draft.called = draft.called or context.value(one.value) or ""
        _add_attribute(draft, one, TASK_LABELS.get(key), context, below)


def add_cell(draft: TaskDraft, cell: LabelledValue, meaning: str, context: ReadingContext) -> None:
    """Keep the attribute of a task in a cell of a table; `meaning` is that of its column."""
    _add_attribute(draft, cell, meaning, context, ())


def _add_attribute(
    draft: TaskDraft, labelled: LabelledValue, meaning: str | None, context: ReadingContext, below: Iterable[Block]
) -> None:
    markdown, line = labelled.value, labelled.line
    value = context.value(markdown)
    if value is None and below and not context.document.words(markdown):
        markdown = words_below(below)
        value = context.value(markdown)
    if value is None:
        return
    if meaning is None:
        context.findings.misspelt_label(labelled.label, _KNOWN, line)
    if meaning == DEPENDENCIES:
        draft.dependency = added_up(draft.dependency, read_dependency(markdown, line, context.document))
        return
    if meaning == "status" and draft.status is None:
        draft.status = (stated_state(context.answer(markdown) or value, line, context), line)
    if meaning == "span":
        _add_span(draft, value)
    attribute = _ATTRIBUTES.get(meaning or "")
    if attribute and attribute.field not in draft.values:
        answer = context.answer(markdown) or value if "~~" in markdown and attribute.read is not _words else value
        read = attribute.read(answer, line, context)
        if read is not None:
            draft.values[attribute.field] = read
            if not attribute.listed:
                return
    draft.attributes.setdefault(labelled.label, value)
