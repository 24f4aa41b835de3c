# Phases and their tasks: the work of a plan. Read into drafts first, because what a task depends on can only be told
# when every task and phase of the plan has its id.
"""Reading phases, tasks and their criteria."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator

from mkdocs_planplugin.gfm import Block, Kind
from mkdocs_planplugin.model import NO_ESTIMATE, Calendar, ChecklistItem, State
from mkdocs_planplugin.reading.document import (
    Document,
    Field,
    Part,
    Section,
    field_of,
    fields,
    item_mark,
    item_text,
    item_title,
    items,
    label_key,
    parts,
)
from mkdocs_planplugin.reading.notes import Notes
from mkdocs_planplugin.reading.profiles import (
    ATTRIBUTES,
    FILES_LABEL,
    PHASE_PARTS,
    RATIONALE,
    TASK_WORDS,
    WORK_LABEL,
    WORK_LABELS,
)
from mkdocs_planplugin.reading.values import (
    box_state,
    find_position,
    is_placeholder,
    read_estimate,
    read_level,
    read_state,
    split_heading_estimate,
)

from .drafts import PhaseDraft, PlainWork, TaskDraft
from .headings import STRUCK, TASK_HEADING, Naming, read_phase_title, read_state_sign, split_id
from .roles import is_criteria
from .waiting import Waiting, read_waiting, waiting_in_sentence

PARALLEL = re.compile(r"\[P\]|\(parallel\)", re.IGNORECASE)
# An item without a box is a task when it names itself one.
PLAIN_TASK = re.compile(rf"(?:\*\*|~~|__)*(?:{TASK_WORDS})\s+#?[A-Z]{{0,6}}-?\d", re.IGNORECASE)
PLAIN_NUMBER = re.compile(r"[~\d.,–-]*\d")
# Items that only name what is listed below them.
GROUP_NAME = re.compile(r"(\*\*|__)[^*_]+\1:?")
TASK_LABELS = frozenset({*ATTRIBUTES, *PHASE_PARTS})
UNFINISHED = (State.IN_PROGRESS, State.BLOCKED, State.DEFERRED)


class WorkReader:
    """Reads the work out of the sections of one document."""

    def __init__(self, document: Document, calendar: Calendar, notes: Notes) -> None:
        self._document = document
        self._calendar = calendar
        self._notes = notes

    def phase(
        self, section: Section, named: Naming, others: Container[int] = (), *, in_checklist: bool = False
    ) -> PhaseDraft:
        """The phase that a section holds; `named` tells its number and name by its heading.

        `others` are the ids of sections that are phases of their own, maybe inside this one.
        """
        title = read_phase_title(section.title, section.markdown, named, self._calendar)
        draft = PhaseDraft(title.number, title.name, section.line, title.estimate, title.position, title.state)
        draft.checklist = in_checklist
        if title.problem:
            self._notes.warn(section.line, "PLAN102", title.problem)
        self._phase_section(draft, section, (), others)
        return draft

    def loose(self, blocks: Iterable[Block]) -> PhaseDraft:
        """The work among blocks that stand in no phase."""
        draft = PhaseDraft(None, "", 0)
        for part in parts(blocks):
            self._phase_part(draft, part)
        return draft

    def boxes(self, blocks: Iterable[Block]) -> Iterator[ChecklistItem]:
        """All boxes of lists, nested ones too, as a plain checklist."""
        for item in items(blocks):
            nested = list(self.boxes(item.children))
            mark = item_mark(item)
            if mark is not None:
                text = self._document.words(item_text(item))
                state = self._box_state(mark, item.line)
                yield ChecklistItem(text, state, item.line, has_parts=bool(nested))
            yield from nested

    # -- phases ------------------------------------------------------------------------------------------------------

    def plain_tasks(self, draft: PhaseDraft) -> list[TaskDraft]:
        """The tasks of a phase that lists them without boxes or ids: the items under a label of work, else those under
        none. Their state is not tracked."""
        found: list[TaskDraft] = []
        labelled = [work for work in draft.plain if work.label]
        for work in labelled or draft.plain:
            if split_id(work.label)[0]:
                found.append(self._draft(work.label, None, work.line))
            else:
                groups = all(GROUP_NAME.fullmatch(item_text(item)) and any(items(item.children)) for item in work.items)
                listed = [each for item in work.items for each in items(item.children)] if groups else work.items
                found += (self._task(item, None) for item in listed)
        return found

    def _phase_section(
        self, draft: PhaseDraft, section: Section, headings: tuple[str, ...], others: Container[int]
    ) -> None:
        for part in parts(section.blocks):
            part.label = part.label or "".join(headings[-1:])
            part.headings = headings
            self._phase_part(draft, part)
        for below in section.sections:
            if id(below) in others:
                continue
            if TASK_HEADING.match(below.title) and not _has_task_boxes(below):
                draft.tasks.append(self._heading_task(below))
            else:
                self._phase_section(draft, below, (*headings, below.title), others)

    def _phase_part(self, draft: PhaseDraft, part: Part) -> None:
        if any(map(is_criteria, (part.label, *part.headings))):
            draft.criteria += self.boxes(part.blocks)
            return
        if not part.headings and draft.waiting is None:
            label = waiting_in_sentence(part.label, part.line, self._document)  # bold, but no label
            draft.waiting = label or self._said_in(part.blocks)
        known = self._phase_field(draft, Field(part.label, part.value, part.line), own=not part.headings)
        listed = tuple(_items_of_work(part))
        if listed and not known and _is_of_work(part.label):
            draft.plain.append(PlainWork(part.label, part.line, listed))
        for item in listed:
            found = None if item_mark(item) is not None else field_of(item_text(item), item.line, PHASE_PARTS)
            if found is None:
                draft.tasks += self._tasks([item])
            elif is_criteria(found.label):
                draft.criteria += self.boxes(item.children)
            elif draft.tasks or not self._phase_field(draft, found, own=not part.headings):
                draft.tasks += self._tasks([item])

    def _said_in(self, blocks: Iterable[Block]) -> Waiting | None:
        """What a sentence among these blocks says is waited for."""
        said = (waiting_in_sentence(b.text, b.line, self._document) for b in blocks if b.kind is Kind.PARAGRAPH)
        return next(filter(None, said), None)

    def _phase_field(self, draft: PhaseDraft, found: Field, *, own: bool) -> bool:
        """Keep what a label says of the phase as a whole; returns whether it is such a label.

        `own`: it stands right under the phase's heading. A status below a deeper one is that of a part.
        """
        key = label_key(found.label)
        meaning = "rationale" if RATIONALE.match(key) else PHASE_PARTS.get(key)
        value = self._value(found.value) if meaning else None
        match meaning:
            case "rationale" if draft.rationale is None:
                draft.rationale = value
            case "dependencies" if draft.waiting is None:
                draft.waiting = read_waiting(found.value, found.line, self._document)
            case "estimate" | "time" if value:
                self._phase_time(draft, value, found.line, estimates=meaning == "estimate")
            case "status" if value and own and draft.state is None:
                draft.state = read_state(value)
        return meaning is not None

    def _phase_time(self, draft: PhaseDraft, value: str, line: int, *, estimates: bool) -> None:
        """Keep how long a phase takes or when it is; `estimates`: what is neither is an estimate all the same."""
        at = find_position(value, self._calendar)
        if at and at.problem:
            self._notes.warn(line, "PLAN102", at.problem)
        if at and draft.position is None:
            draft.position = at.position
        estimate = read_estimate(at.rest if at else value, self._calendar)
        if (estimates and not at) or estimate.known:
            draft.estimate = draft.estimate if draft.estimate.known else estimate

    def _value(self, markdown: str) -> str | None:
        value = self._document.words(markdown)
        return None if not value or is_placeholder(value) else value

    # -- tasks -------------------------------------------------------------------------------------------------------

    def _tasks(self, found: Iterable[Block]) -> Iterator[TaskDraft]:
        """The tasks among list items."""
        for item in found:
            mark = item_mark(item)
            if mark is not None:
                task = self._task(item, self._box_state(mark, item.line))
                task.boxed = True
                yield task
            elif PLAIN_TASK.match(item_text(item)):
                yield self._task(item, None)
            else:
                yield from self._tasks(items(item.children))

    def _task(self, item: Block, state: State | None) -> TaskDraft:
        first = item.children[0] if item.children and item.children[0].kind is Kind.PARAGRAPH else None
        title, rest = item_title(item)
        draft = self._draft(title, state, item.line)
        own = list(fields(first, start=rest)) if first else []
        for each in own:
            self._attribute(draft, each)
        for part in parts(item.children[1:] if first else item.children):
            self._task_part(draft, part)
        if draft.written and draft.written.isdecimal():
            draft.has_steps = any(read_state_sign(item_text(step)) for step in items(item.children))
        self._settle_state(draft)
        return draft

    def _draft(self, markdown: str, state: State | None, line: int) -> TaskDraft:
        words = self._document.words(markdown)
        if state is None:
            state = State.CANCELLED if STRUCK.match(markdown) else read_state_sign(words)
        tidy = PARALLEL.sub("", words)
        number, title = split_id(tidy.strip())
        estimate = None
        if "(" in title:  # `Build it (Est: 3h)`
            title, estimate = split_heading_estimate(title, self._calendar)
        draft = TaskDraft(number, " ".join(title.split()), state, line)
        draft.parallel = tidy != words
        if estimate:
            draft.title_estimate = read_estimate(estimate, self._calendar)
        return draft

    def _heading_task(self, section: Section) -> TaskDraft:
        """The task that a heading inside a phase is."""
        draft = self._draft(section.markdown, None, section.line)
        for part in section.parts():
            self._task_part(draft, part)
        self._settle_state(draft)
        return draft

    def _task_part(self, draft: TaskDraft, part: Part) -> None:
        """What stands below a task's title: attributes, criteria, sub-tasks, and prose, which stays on the page."""
        if is_criteria(part.label) and has_boxes(part.blocks):
            draft.criteria += self.boxes(part.blocks)
            return
        if part.label:
            self._attribute(draft, Field(part.label, part.value, part.line), part.blocks)
        for item in items(part.blocks):
            self._nested(draft, item)

    def _nested(self, draft: TaskDraft, item: Block) -> None:
        """An item below a task: a sub-task, an attribute or prose."""
        found = None if item_mark(item) is not None else field_of(item_text(item), item.line, TASK_LABELS)
        if found is None:
            draft.subtasks += self._tasks([item])
        elif len(item.children) == 1:  # nothing below it, as is usual
            self._attribute(draft, found)
        elif is_criteria(found.label) and has_boxes(item.children):
            draft.criteria += self.boxes(item.children)
        else:
            self._attribute(draft, found, item.children)
            draft.subtasks += self._tasks(items(item.children))

    def _attribute(self, draft: TaskDraft, found: Field, below: Iterable[Block] = ()) -> None:
        """Keep an attribute of a task: in its field where the model has one, else under its label.

        Its value stands behind the label, or in a list `below` it.
        """
        markdown = found.value
        value = self._document.words(markdown)
        if not value and below:
            markdown = ", ".join(item_text(item) for item in items(below) if item_mark(item) is None)
            value = self._document.words(markdown)
        if not value or is_placeholder(value):
            return
        match ATTRIBUTES.get(label_key(found.label)):
            case "files" | "validation" | "owner" as name if getattr(draft, name) is None:
                setattr(draft, name, value)
            case "dependencies" if draft.waiting is None:
                draft.waiting = read_waiting(markdown, found.line, self._document)
            case "estimate" if draft.estimate is NO_ESTIMATE:
                draft.estimate = read_estimate(value, self._calendar)
            case "hours" if draft.estimate is NO_ESTIMATE:
                draft.estimate = read_estimate(f"{value} h" if PLAIN_NUMBER.fullmatch(value) else value, self._calendar)
            case "risk" if (level := read_level(value)) and draft.risk is None:
                draft.risk = level
            case meaning:
                self._kept_attribute(draft, meaning, value, found.line)
                draft.attributes.setdefault(found.label, value)

    def _kept_attribute(self, draft: TaskDraft, meaning: str | None, value: str, line: int) -> None:
        """Read an attribute that stays among the task's others, too."""
        match meaning:
            case "start" | "due" if getattr(draft, meaning) is None:
                setattr(draft, meaning, self._notes.date(value, line))
            case "remaining" if draft.remaining is NO_ESTIMATE:
                draft.remaining = read_estimate(value, self._calendar)
            case "status" if draft.status is None:
                draft.status = (read_state(value), line)

    def _settle_state(self, draft: TaskDraft) -> None:
        """Weigh a task's box and its Status: the box wins, but an open one leaves room for "blocked" and the like."""
        said, line = draft.status or (None, draft.line)
        if said is None or said is draft.state:
            return
        if draft.state is None or (draft.state is State.OPEN and said in (*UNFINISHED, State.CANCELLED)):
            draft.state = said
        elif State.DONE in (draft.state, said):
            self._notes.contradiction(draft.written, draft.title, draft.state, said, line)

    def _box_state(self, mark: str, line: int) -> State | None:
        state = box_state(mark)
        if state is None:
            self._notes.unknown_box(mark, line)
            return State.OPEN
        return state


def _items_of_work(part: Part) -> Iterator[Block]:
    """The items of a part; below a label of files without the list of files, and others that are all code."""
    if not FILES_LABEL.fullmatch(label_key(part.label)):
        yield from items(part.blocks)
        return
    lists = (block for block in part.blocks if block.kind is Kind.LIST)
    next(lists, None)
    for block in lists:
        if not all(item_text(item).startswith("`") for item in block.children):
            yield from block.children


def _is_of_work(label: str) -> bool:
    """Whether plain items below a label may be tasks: it speaks of work, has the id of a task, or is none."""
    key = label_key(label)
    return not label or key in WORK_LABELS or WORK_LABEL.fullmatch(key) is not None or split_id(label)[0] is not None


def has_boxes(blocks: Iterable[Block]) -> bool:
    """Whether there is a box in the lists among these blocks."""
    return any(item_mark(item) is not None or has_boxes(item.children) for item in items(blocks))


def holds_work(section: Section) -> bool:
    """Whether there are boxes in a section, or headings with ids that have attributes as tasks have them."""
    if any(has_boxes(below.blocks) for below in section.walk()):
        return True
    named = (below for below in section.walk() if below is not section and TASK_HEADING.match(below.title))
    return any(label_key(part.label) in ATTRIBUTES for below in named for part in parts(below.blocks))


def _has_task_boxes(section: Section) -> bool:
    """Whether the boxes below a heading are tasks: then the heading is none."""
    return any(
        has_boxes(part.blocks) for part in section.parts() if not any(map(is_criteria, (part.label, *part.headings)))
    )
