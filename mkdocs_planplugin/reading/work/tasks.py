# A task is a list item with a box, an item or a heading that names itself one, or, where a plan has nothing else, a
# plain item. All of them have a title, and below it attributes, criteria, sub-tasks and prose.
"""Reading tasks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from mkdocs_planplugin.gfm import Block, BlockKind
from mkdocs_planplugin.model import State
from mkdocs_planplugin.reading.context import ReadingContext
from mkdocs_planplugin.reading.document import LabelledPart, Section, labelled_parts
from mkdocs_planplugin.reading.labels import LabelledValue, labelled_value, labelled_values
from mkdocs_planplugin.reading.list_items import box_mark, has_boxes, item_text, item_title, list_items
from mkdocs_planplugin.reading.profiles import PHASE_LABELS, TASK_LABELS, TASK_WORDS
from mkdocs_planplugin.reading.values import read_estimate, split_heading_estimate

from .attributes import add_attribute
from .boxes import criteria_among, state_of_box
from .drafts import TaskDraft
from .names import is_criteria
from .task_titles import is_struck, split_id, state_at_edge

_PARALLEL = re.compile(r"\[P\]|\(parallel\)", re.IGNORECASE)
# An item without a box is a task when it names itself one.
_NAMED_TASK = re.compile(rf"(?:\*\*|~~|__)*(?:{TASK_WORDS})\s+#?[A-Z]{{0,6}}-?\d", re.IGNORECASE)
_LABELS = frozenset({*TASK_LABELS, *PHASE_LABELS})
# What a Status may say of a task whose box is open.
_OF_OPEN_BOXES = (State.IN_PROGRESS, State.BLOCKED, State.DEFERRED, State.CANCELLED)


def read_tasks(items: Iterable[Block], context: ReadingContext) -> Iterator[TaskDraft]:
    """The tasks among list items, and in the lists below items that are none."""
    for item in items:
        mark = box_mark(item)
        if mark is not None:
            if context.role(item) != "work":
                continue
            task = read_task(item, state_of_box(mark, item.line, context), context)
            task.has_box = True
            yield task
        elif _NAMED_TASK.match(item_text(item)):
            yield read_task(item, None, context)
        else:
            yield from read_tasks(list_items(item.children), context)


def read_task(item: Block, state: State | None, context: ReadingContext) -> TaskDraft:
    """The task that a list item is; `state` is what its box says, None where it has none."""
    first = item.children[0] if item.children and item.children[0].kind is BlockKind.PARAGRAPH else None
    title, title_lines = item_title(item)
    draft = read_task_title(title, state, item.line, context)
    for labelled in labelled_values(first, start=title_lines) if first else ():
        add_attribute(draft, labelled, context)
    for part in labelled_parts(item.children[1:] if first else item.children):
        _read_part(draft, part, context)
    if draft.written and draft.written.isdecimal():
        draft.has_steps = any(state_at_edge(item_text(step)) for step in list_items(item.children))
    _settle_state(draft, context)
    return draft


def read_task_heading(section: Section, context: ReadingContext) -> TaskDraft:
    """The task that a heading inside a phase is."""
    draft = read_task_title(section.markdown, None, section.line, context)
    for part in section.parts():
        _read_part(draft, part, context)
    _settle_state(draft, context)
    return draft


def read_task_title(markdown: str, state: State | None, line: int, context: ReadingContext) -> TaskDraft:
    """The task that a title alone says: its id, its name, its estimate, and its state where no box says one."""
    words = context.document.words(markdown)
    if state is None:
        state = State.CANCELLED if is_struck(markdown) else state_at_edge(words)
    tidy = _PARALLEL.sub("", words)
    written, title = split_id(tidy.strip())
    estimate = None
    if "(" in title:  # `Build it (Est: 3h)`
        title, estimate = split_heading_estimate(title, context.calendar)
    draft = TaskDraft(written, " ".join(title.split()), state, line, parallel=tidy != words)
    if estimate:
        draft.title_estimate = read_estimate(estimate, context.calendar)
    return draft


def _read_part(draft: TaskDraft, part: LabelledPart, context: ReadingContext) -> None:
    """Read what stands below a task's title: attributes, criteria, sub-tasks. Prose stays on the page."""
    if part.label:
        add_attribute(draft, LabelledValue(part.label, part.value, part.line), context, part.blocks)
    items = list(list_items(part.blocks))
    draft.criteria += criteria_among(items, context)
    for item in items:
        _read_item(draft, item, context)


def _read_item(draft: TaskDraft, item: Block, context: ReadingContext) -> None:
    """Read an item below a task: a sub-task, an attribute or prose."""
    labelled = None if box_mark(item) is not None else labelled_value(item_text(item), item.line, _LABELS)
    if labelled is None:
        draft.subtasks += read_tasks([item], context)
    elif len(item.children) == 1:  # nothing below it, as is usual
        add_attribute(draft, labelled, context)
    elif is_criteria(labelled.label) and has_boxes(item.children):
        draft.subtasks += read_tasks(list_items(item.children), context)
    else:
        add_attribute(draft, labelled, context, item.children)
        draft.subtasks += read_tasks(list_items(item.children), context)


def _settle_state(draft: TaskDraft, context: ReadingContext) -> None:
    """Weigh a task's box and its Status: the box wins, but an open one leaves room for "blocked" and the like."""
    stated, line = draft.status or (None, draft.line)
    if stated is None or stated is draft.state:
        return
    if draft.state is None or (draft.state is State.OPEN and stated in _OF_OPEN_BOXES):
        draft.state = stated
    elif State.DONE in (draft.state, stated):
        context.findings.contradiction(draft.written, draft.title, draft.state, stated, line)
