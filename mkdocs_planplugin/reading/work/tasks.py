# A task is a list item with a box, an item or a heading that names itself one, or, where a plan has nothing else, a
# plain item. All of them have a title, and below it attributes, criteria, sub-tasks and prose.
"""Reading tasks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from mkdocs_planplugin.compiled_patterns import compiled
from mkdocs_planplugin.gfm import Block, BlockKind
from mkdocs_planplugin.model import NO_ESTIMATE, OVER, State

from ..context import ReadingContext
from ..document import LabelledPart, Section, labelled_parts
from ..labels import LabelledValue, label_key, labelled_value, labelled_values
from ..list_items import box_mark, boxes_behind_items, has_boxes, item_text, item_title, list_items, split_box
from ..patterns import when_used
from ..profiles import LABELS_OF_WORK, PROFILES, TASK_LABELS, TASK_WORDS, any_of, phrases
from ..values import read_state
from .attributes import add_task_attribute, values_in_line
from .box_groups import OF_OPEN_BOXES
from .boxes import criteria_among, state_of_box
from .drafts import TaskDraft
from .names import is_criteria, names_dependencies, names_subtasks
from .phase_numbers import numbered_heading, phase_heading
from .remarks import split_hindrance
from .task_titles import (
    is_named_as_task,
    is_struck,
    is_task_heading,
    split_id,
    split_word_and_number,
    state_at_edge,
    state_behind_strike,
    without_state,
)
from .title_values import split_title_values, values_behind

# `[P]` or `(parallel)`, but with a set of characters to begin with: a search skips what is not in it at once.
_PARALLEL = when_used(
    rf"[\[(](?:(?<=\[)(?:{any_of(phrases(lambda profile: profile.references.parallel_marks))})\]"
    rf"|(?<=\()(?:{any_of(phrases(lambda profile: profile.references.parallel))})\))",
    re.IGNORECASE,
    needs="[(",
)
# An item without a box is a task when it names itself one.
_NAMED_TASK = when_used(rf"(?:\*\*|~~|__)*(?:{TASK_WORDS})\s+#?[A-Z]{{0,6}}-?\d", re.IGNORECASE)
# `Dig (done)`, `Dig — DONE`
_STATE_BEHIND = when_used(
    r"(?:[(\[]\s?(?P<group>[^\W\d_]{4,12})\s?[)\]]|\s[–—-]{1,3}\s(?P<capitals>[A-Z]{4,12}))[.!]?$"
)
_SIGNS = "".join(profile.states.title_signs for profile in PROFILES)
_SIGN_AT_END = when_used(rf"\s*(?P<sign>[{_SIGNS}])\ufe0f?\s*(?:\(\d{{4}}-\d{{2}}-\d{{2}}\))?\s*$", needs=_SIGNS)
# Most titles are words, maybe behind a number: `Dig the hole`, `Task 1.2: Dig the hole`. Nothing else is said in them.
_ONLY_WORDS = compiled(r"(?:[A-Z][a-z]* \d+(?:\.\d+)*: )?[^\W\d_]+(?:[ '/-][^\W\d_]+)*[.]?")
# Meanings of labels that stand at tasks, not at the parts of a phase.
_OF_TASKS = frozenset({"dependencies", "due", "estimate", "hours", "owner", "remaining", "risk", "start"})


def read_tasks(items: Iterable[Block], context: ReadingContext) -> Iterator[TaskDraft]:
    """The tasks among list items. Items that are no tasks may have lists with tasks in them."""
    for item in items:
        mark = box_mark(item)
        if mark is not None:
            if context.role(item) != "work":
                continue
            state = state_of_box(mark, item.line, context)
            of_list = context.states.get(item.line) if state is State.OPEN else None
            task = read_task(item, state if of_list in (None, State.DONE) else of_list, context)
            if of_list is State.DONE and task.state is State.OPEN:
                context.findings.open_below_done(task.written, task.title, item.line)
            task.has_box, task.mark = True, "" if is_struck(item_title(item)[0]) else mark
            if task.title:
                _note_other_state(task, item, context)
                yield task
            else:
                context.findings.empty_box(item.line)
        elif _NAMED_TASK.match(item_text(item)):
            yield read_task(item, None, context)
        else:
            yield from read_tasks(list_items(item.children), context)


def _note_other_state(task: TaskDraft, item: Block, context: ReadingContext) -> None:
    """Add a finding if the title of a task with an open box ends with a word that says it is done."""
    behind = _STATE_BEHIND.search(task.title) if task.state is State.OPEN and task.status is None else None
    if behind and (stated := read_state(behind["group"] or behind["capitals"])) in OVER:
        context.findings.contradiction(task.written, task.title, State.OPEN, stated, item.line)


def read_task(item: Block, state: State | None, context: ReadingContext) -> TaskDraft:
    """The task of a list item; `state` is that of its box, `None` without one."""
    first = item.children[0] if item.children and item.children[0].kind is BlockKind.PARAGRAPH else None
    title, title_lines = item_title(item)
    plain_label = 0
    if first and title_lines > 1:
        plain_label = next((n for n in range(1, title_lines) if _says_attribute(first.lines[n])), 0)
    if plain_label:  # `Due: 2026-03-12` on a line of its own
        title, title_lines = "\n".join(title.split("\n")[:plain_label]), plain_label
    draft = read_task_title(title, state, item.line, context, has_box=box_mark(item) is not None)
    known = TASK_LABELS if plain_label else ()
    labels = list(labelled_values(first, known, start=title_lines)) if first else []
    above = labels.pop() if labels and not labels[-1].value else None  # its value is listed below
    for labelled in labels:
        add_task_attribute(draft, labelled, context)
    if state is None and len(item.children) > 1 and any(map(_says_state, list_items(item.children))):
        draft.listed += list_items(item.children)
    for part in labelled_parts(item.children[1:] if first else item.children):
        if above and not part.label:
            part.label, part.line = above.label, above.line
        _read_part(draft, part, context)
    if draft.written and draft.written.isdecimal():
        draft.has_steps = any(state_at_edge(item_text(step)) for step in list_items(item.children))
    _name_by_label(draft)
    _settle_state(draft, context, has_box=state is not None)
    return draft


def _name_by_label(draft: TaskDraft) -> None:
    """Call a task that is a number and no more by its label: `Task 1` with `**Title:** Dig` below it."""
    if draft.called and draft.written and split_id(draft.title) == (draft.written, draft.title):
        draft.title = draft.called


def _says_state(item: Block) -> bool:
    """Whether an item without a box says its state: `[DONE] Mast`, `✅ Mast`."""
    text = item_text(item)
    return box_mark(item) is None and (without_state(text)[1] or state_at_edge(text)) is not None


def _says_attribute(line: str) -> bool:
    """Whether a line begins with a plain label of tasks, and has a value."""
    labelled = labelled_value(line.strip(), 0, TASK_LABELS) if ":" in line or "：" in line else None
    return labelled is not None and bool(labelled.value)


def add_listed_tasks(tasks: Iterable[TaskDraft], context: ReadingContext) -> None:
    """Give items that are tasks, and have no sub-tasks, what they list below a label such as `Tasks`, unless any task
    has a box."""
    pending = list(tasks)
    if any(task.has_box for task in pending):
        return
    while pending:
        task = pending.pop()
        if task.listed and not task.subtasks:
            task.subtasks = [read_task(item, None, context) for item in task.listed]
            pending += task.subtasks


def read_task_heading(section: Section, context: ReadingContext) -> TaskDraft:
    """The task of a heading. Deeper headings are parts of it, or, if they have boxes or attributes, its sub-tasks."""
    mark, title = split_box(section.markdown)
    state = state_of_box(mark, section.line, context) if mark else None
    draft = read_task_title(title, state, section.line, context)
    draft.is_heading, draft.has_box = True, mark is not None
    if not section.sections:
        items = list_items(section.blocks)
        draft.listed += items if items and all(map(_says_state, items)) else []
    _read_sections(draft, section, "", context)
    _name_by_label(draft)
    _settle_state(draft, context, has_box=draft.has_box)
    return draft


def read_numbered_heading(section: Section, context: ReadingContext) -> TaskDraft:
    """The task of a heading with a number, maybe with a word before it: `Story 1.2: Dig`."""
    draft = read_task_heading(section, context)
    heading = phase_heading(section.title) or numbered_heading(section.title)
    numbered = (heading.number, heading.name) if heading and heading.label else split_word_and_number(section.title)
    if numbered and not draft.written:
        draft.written, draft.title = numbered[0], without_state(numbered[1])[0] or draft.called or draft.title
    return draft


def is_task_section(section: Section) -> bool:
    """Whether a heading is that of a task: it has a box, a word or a code (`Task 1.1`, `T012`), or a number and
    attributes of a task below it."""
    if is_named_as_task(section.title) or split_box(section.markdown)[0]:
        return True
    return is_task_heading(section.title) and _has_attributes(section)


def is_task_by_number(section: Section) -> bool:
    """Whether a heading with a number is a task, in a plan without boxes: there are no boxes of tasks below it."""
    return is_task_heading(section.title) and not _has_task_boxes(section)


def _read_sections(draft: TaskDraft, section: Section, label: str, context: ReadingContext) -> None:
    for part in labelled_parts(section.blocks):
        part.label = part.label or label
        _read_part(draft, part, context)
    for below in section.sections:
        if is_task_heading(below.title) and (_has_attributes(below) or _has_task_boxes(below)):
            draft.subtasks.append(read_task_heading(below, context))
        else:
            _read_sections(draft, below, below.title, context)


def _has_attributes(section: Section) -> bool:
    """Whether attributes of a task stand directly below a heading."""
    labels = [part.label for part in labelled_parts(section.blocks)]
    plain = (item for item in list_items(section.blocks) if box_mark(item) is None)
    labels += [value.label for item in plain if (value := labelled_value(item_text(item), item.line, TASK_LABELS))]
    return any(TASK_LABELS.get(label_key(label)) in _OF_TASKS for label in labels)


def _has_task_boxes(section: Section) -> bool:
    """Whether the boxes below a heading are tasks."""
    return any(
        has_boxes(part.blocks) for part in section.parts() if not any(map(is_criteria, (part.label, *part.headings)))
    )


def read_task_title(
    markdown: str, state: State | None, line: int, context: ReadingContext, *, has_box: bool = False
) -> TaskDraft:
    """The task in a title: its id, its name, its estimate, and its state, if no box says that. There is a box where
    there is a `state`; of one whose mark is not known `has_box` says it."""
    struck = state in (None, State.OPEN) and is_struck(markdown)
    if struck and state_behind_strike(markdown) is State.DONE:
        # Some strike out what they have done, and say so.
        markdown, state = f"{markdown.rpartition('~~')[0]}~~", State.DONE
    elif struck:
        state = State.CANCELLED
    words = context.document.words(markdown)
    if _ONLY_WORDS.fullmatch(words):
        written, title = split_id(words)
        by_word = bool(written and written.isdecimal()) and is_named_as_task(words)
        return TaskDraft(written, title, state, line, by_word=by_word)
    words, sign = _split_sign(words)
    words, values = split_title_values(
        words,
        line,
        context,
        has_box=has_box or state is not None,
        markdown=markdown,
    )
    words, hindrance = split_hindrance(words) if state is not None or has_box else (words, None)
    if hindrance:
        words, before = values_behind(words, line, context)
        values = before | values
    if state is None:
        state = state_at_edge(sign or words)
    tidy = _PARALLEL.sub("", words)
    title, stated = without_state(tidy.strip())
    remark = values.pop("state", None)
    stated = remark or stated
    says_state = state is None or (state is State.OPEN and stated in OF_OPEN_BOXES)
    state = stated if says_state else state
    whole = title
    written, title = split_id(title)
    title, _ = without_state(title)
    estimate, signed = values.pop("estimate", NO_ESTIMATE), values.pop("written", None)
    dependency, attributes = values.pop("dependency", None), values.pop("attributes", {})
    draft = TaskDraft(written or signed, " ".join(title.split()), state, line, estimate, values)
    draft.dependency, draft.attributes, draft.signed = dependency, attributes, signed
    draft.parallel, draft.hindrance = tidy != words, hindrance
    draft.by_word = bool(written and written.isdecimal()) and is_named_as_task(whole)
    draft.has_remark = says_state and remark is not None
    return draft


def _split_sign(words: str) -> tuple[str, str]:
    """A title without the sign of state at its end, and the day behind that (`✅ (2026-03-12)`), and the sign."""
    match = _SIGN_AT_END.search(words)
    return (words[: match.start()], match["sign"]) if match and match.start() else (words, "")


def _read_part(draft: TaskDraft, part: LabelledPart, context: ReadingContext) -> None:
    """Read the part below the title of a task: attributes, criteria, sub-tasks. Prose is left to the page."""
    if part.label:
        add_task_attribute(draft, LabelledValue(part.label, part.value, part.line), context, part.blocks)
    elif part.blocks and part.blocks[0].kind is BlockKind.PARAGRAPH and draft.status is None:
        state, values = values_in_line(part.blocks[0], context)
        draft.status = (state, part.blocks[0].line) if state else None
        for labelled in values:
            add_task_attribute(draft, labelled, context)
    items = list_items(part.blocks)
    draft.criteria += criteria_among(items, context)
    if names_dependencies(part.label) and not part.value:
        items = boxes_behind_items(next((block for block in part.blocks if block.kind is BlockKind.LIST), None))
    for item in items:
        _read_item(draft, item, context)


def _read_item(draft: TaskDraft, item: Block, context: ReadingContext) -> None:
    """Read an item below a task: a sub-task, an attribute or prose."""
    labelled = None if box_mark(item) is not None else labelled_value(item_text(item), item.line, LABELS_OF_WORK)
    if len(item.children) > 1 and not draft.is_heading and names_subtasks(item_text(item)):
        draft.listed += list_items(item.children)
    if labelled is None:
        draft.subtasks += _steps([item], context)
    elif len(item.children) == 1:  # nothing below it, as is usual
        add_task_attribute(draft, labelled, context)
    elif is_criteria(labelled.label) and has_boxes(item.children):
        draft.subtasks += _steps(list_items(item.children), context)
    else:
        add_task_attribute(draft, labelled, context, item.children)
        if not names_dependencies(labelled.label):
            draft.subtasks += _steps(list_items(item.children), context)


def _steps(items: Iterable[Block], context: ReadingContext) -> Iterator[TaskDraft]:
    """The tasks among items below a task. Steps are numbered from 1 below each task, so their numbers are no ids."""
    for task in read_tasks(items, context):
        if task.written and task.written.isdecimal():
            task.written = None
        yield task


def _settle_state(draft: TaskDraft, context: ReadingContext, *, has_box: bool = False) -> None:
    """The state of a task by its box and its Status. The box wins, but if it is open, the Status may say "blocked" and
    the like.

    A task without a box is not done by its Status while a box below it is open.
    """
    stated, line = draft.status or (None, draft.line)
    if stated is not None and draft.has_remark:
        draft.state = State.OPEN if has_box else None
    if stated is not None and stated is not draft.state:
        if draft.state is None or (draft.state is State.OPEN and stated in OF_OPEN_BOXES):
            draft.state = stated
        elif State.DONE in (draft.state, stated):
            context.findings.contradiction(draft.written, draft.title, draft.state, stated, line)
    if draft.state is State.DONE and not has_box and any(_is_left(task) for task in draft.subtasks):
        context.findings.contradiction(draft.written, draft.title, State.OPEN, State.DONE, line)
        draft.state = None


def _is_left(task: TaskDraft) -> bool:
    """Whether the box of a task is open, or, if it has none, a box below it."""
    return task.state not in (None, *OVER) if task.has_box else any(map(_is_left, task.subtasks))
