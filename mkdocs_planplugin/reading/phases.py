# Phases and their tasks: the work of a plan. Read into drafts first, because what a task depends on can only be told
# when every task and phase of the plan has its id.
"""Reading phases, tasks and their criteria."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from mkdocs_planplugin.model import NO_ESTIMATE, Calendar, ChecklistItem, Estimate, Level, Phase, State, Task

from .document import (
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
from .notes import Notes
from .outline import Block, Kind
from .values.estimates import read_estimate, split_heading_estimate
from .values.levels import read_level
from .values.placeholders import is_placeholder
from .values.references import ReferenceIndex
from .values.statuses import box_state, read_state
from .vocabulary import ATTRIBUTES, PHASE_PARTS, PHASE_WORDS, RATIONALE, TASK_WORDS

NUMBER = r"\d+(?:\.\d+)*[a-z]?"
PHASE_HEADING = re.compile(
    rf"[\W_]*(?:\d+(?:\.\d+)*[.)]?\s+)?[\W_]*(?:{PHASE_WORDS})s?\s*(?P<number>{NUMBER}(?!\w)|[IVX]+\b)(?:\s*[-–—]\s*\d+\b)?"
    r"\s*[:：.,–—-]*\s*(?P<name>.*)$",
    re.IGNORECASE,
)
NUMBERED_HEADING = re.compile(rf"[\W_]*(?P<number>{NUMBER})[.):]?\s+(?P<name>\S.*)$")
STATE_SIGNS = re.compile(
    r"\s*(?:[✅✔☑🚧⏳🔄⏸❌⬜🟡🟢🔴🔵]\ufe0f?"
    r"|[\[(](?:completed?|done|in progress|not started|planned|pending|blocked|wip|todo)[\])])\s*",
    re.IGNORECASE,
)
TASK_ID = re.compile(
    rf"[\W_]*?(?:(?i:{TASK_WORDS})(?:\s+#?|-(?=\d+\.\d))\[?(?P<named>[A-Za-z]{{0,6}}-?\d+(?:\.\d+)*[a-z]?|[A-Z])"
    r"(?=\s*[:：.)\]–—-]|\s|$)"
    r"|\[?(?P<code>[A-Z]{1,8}-?\d{2,}[a-z]?|[A-Z]{1,8}-\d+|[A-Z]\d+\.\d+)\]?(?=\s*[:：.)–—-]|\s|$)"
    r"|(?P<letter>[A-Z]\d+)(?=\s*[:：)–—])"
    r"|(?P<number>\d+(?:\.\d+)+[a-z]?)(?=\s*[:：.)–—-]?\s|$))"
    r"\]?(?:\s*\([^()]{1,40}\)(?=\s*[:：]))?\s*[:：.)–—-]*\s*"
)
PARALLEL = re.compile(r"\[P\]|\(parallel\)", re.IGNORECASE)
# An item without a box is a task when it names itself one.
PLAIN_TASK = re.compile(rf"(?:\*\*|~~|__)*(?:{TASK_WORDS})\s+#?[A-Z]{{0,6}}-?\d", re.IGNORECASE)
TASK_HEADING = re.compile(
    rf"[\W_]*(?:(?:{TASK_WORDS})\s+#?[A-Z]{{0,6}}-?\d|\d+\.\d+\b|[A-Z]{{1,8}}-\d+\b)", re.IGNORECASE
)
STRUCK = re.compile(r"(?:\*\*)?~~.*~~(?:\*\*)?$", re.DOTALL)
STATE_AT_EDGE = re.compile(
    r"^\s*[✅✔☑✓❌🚧⏳🔄⏸]|[✅✔☑✓❌🚧⏳🔄⏸]\ufe0f?\s*$|[\[(][A-Za-z][A-Za-z -]{2,14}[\])]\s*$",
)
TASK_LABELS = frozenset({*ATTRIBUTES, *PHASE_PARTS})
UNFINISHED = (State.IN_PROGRESS, State.BLOCKED, State.DEFERRED)
Naming = Callable[[str], tuple[str | None, str] | None]


@dataclass(slots=True)
class TaskDraft:
    """A task before its references are resolved."""

    id: str
    title: str
    state: State | None
    line: int
    estimate: Estimate = NO_ESTIMATE
    title_estimate: Estimate = NO_ESTIMATE  # counts where no attribute says another
    risk: Level | None = None
    dependencies: str | None = None
    files: str | None = None
    validation: str | None = None
    owner: str | None = None
    start: dt.date | None = None
    due: dt.date | None = None
    parallel: bool = False
    status: tuple[State | None, int] | None = None  # what its Status attribute says, and where
    attributes: dict[str, str] = field(default_factory=dict)
    subtasks: list[TaskDraft] = field(default_factory=list)

    def walk(self) -> Iterator[TaskDraft]:
        """Itself and all below it."""
        yield self
        for task in self.subtasks:
            yield from task.walk()


@dataclass(slots=True)
class PhaseDraft:
    """A phase before its references are resolved."""

    number: str | None
    name: str
    line: int
    estimate: Estimate = NO_ESTIMATE
    rationale: str | None = None
    dependencies: str | None = None
    tasks: list[TaskDraft] = field(default_factory=list)
    criteria: list[ChecklistItem] = field(default_factory=list)


class WorkReader:
    """Reads the work out of sections. One reader reads one document: it hands out the ids."""

    def __init__(self, document: Document, calendar: Calendar, notes: Notes) -> None:
        self._document = document
        self._calendar = calendar
        self._notes = notes
        self._ids: set[str] = set()

    def phase(self, section: Section, named: Naming) -> PhaseDraft:
        """The phase that a section holds; `named` tells its number and name by its heading."""
        title, estimate = split_heading_estimate(section.title, self._calendar)
        number, name = named(title) or (None, title)
        draft = PhaseDraft(number, STATE_SIGNS.sub(" ", name).strip(" :–—-"), section.line)
        if estimate is not None:
            draft.estimate = read_estimate(estimate, self._calendar)
        self._phase_section(draft, section, ())
        return draft

    def loose(self, blocks: Iterable[Block]) -> PhaseDraft:
        """The work among blocks that stand in no phase."""
        draft = PhaseDraft(None, "", 0)
        for part in parts(blocks):
            self._phase_part(draft, part)
        return draft

    def boxes(self, blocks: Iterable[Block], task: str | None = None) -> Iterator[ChecklistItem]:
        """All boxes of lists, nested ones too, as a plain checklist."""
        for item in items(blocks):
            nested = list(self.boxes(item.children, task))
            mark = item_mark(item)
            if mark is not None:
                text = self._document.words(item_text(item))
                state = self._box_state(mark, item.line)
                yield ChecklistItem(text, state, item.line, task, has_parts=bool(nested))
            yield from nested

    # -- phases ------------------------------------------------------------------------------------------------------

    def _phase_section(self, draft: PhaseDraft, section: Section, headings: tuple[str, ...]) -> None:
        for part in parts(section.blocks):
            part.label = part.label or "".join(headings[-1:])
            part.headings = headings
            self._phase_part(draft, part)
        for below in section.sections:
            if TASK_HEADING.match(below.title) and not _has_task_boxes(below):
                draft.tasks.append(self._heading_task(below, draft.criteria))
            else:
                self._phase_section(draft, below, (*headings, below.title))

    def _phase_part(self, draft: PhaseDraft, part: Part) -> None:
        if any(map(is_criteria, (part.label, *part.headings))):
            draft.criteria += self.boxes(part.blocks)
            return
        self._phase_field(draft, part.label, self._value(part.value))
        for item in items(part.blocks):
            found = None if item_mark(item) is not None else field_of(item_text(item), item.line, PHASE_PARTS)
            if found is None:
                draft.tasks += self._tasks([item], draft.criteria)
            elif is_criteria(found.label):
                draft.criteria += self.boxes(item.children)
            elif draft.tasks or not self._phase_field(draft, found.label, self._value(found.value)):
                draft.tasks += self._tasks([item], draft.criteria)

    def _phase_field(self, draft: PhaseDraft, label: str, value: str | None) -> bool:
        """Keep what a label says of the phase as a whole; returns whether it is such a label."""
        key = label_key(label)
        meaning = "rationale" if RATIONALE.match(key) else PHASE_PARTS.get(key)
        if meaning == "rationale" and draft.rationale is None:
            draft.rationale = value
        elif meaning == "dependencies" and draft.dependencies is None:
            draft.dependencies = value
        elif meaning == "estimate" and value and not draft.estimate.known:
            draft.estimate = read_estimate(value, self._calendar)
        return meaning is not None

    def _value(self, markdown: str) -> str | None:
        value = self._document.words(markdown)
        return None if not value or is_placeholder(value) else value

    # -- tasks -------------------------------------------------------------------------------------------------------

    def _tasks(self, found: Iterable[Block], criteria: list[ChecklistItem]) -> Iterator[TaskDraft]:
        """The tasks among list items; boxes that are criteria of a task are added to `criteria`."""
        for item in found:
            mark = item_mark(item)
            if mark is not None:
                yield self._task(item, self._box_state(mark, item.line), criteria)
            elif PLAIN_TASK.match(item_text(item)):
                yield self._task(item, None, criteria)
            else:
                yield from self._tasks(items(item.children), criteria)

    def _task(self, item: Block, state: State | None, criteria: list[ChecklistItem]) -> TaskDraft:
        first = item.children[0] if item.children and item.children[0].kind is Kind.PARAGRAPH else None
        title, rest = item_title(item)
        draft = self._draft(title, state, item.line)
        own = list(fields(first, start=rest)) if first else []
        for each in own:
            self._attribute(draft, each)
        for part in parts(item.children[1:] if first else item.children):
            self._task_part(draft, part, criteria)
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
        draft = TaskDraft(self._new_id(number, line), " ".join(title.split()), state, line)
        draft.parallel = tidy != words
        if estimate:
            draft.title_estimate = read_estimate(estimate, self._calendar)
        return draft

    def _heading_task(self, section: Section, criteria: list[ChecklistItem]) -> TaskDraft:
        """The task that a heading inside a phase is."""
        draft = self._draft(section.title, None, section.line)
        for part in section.parts():
            self._task_part(draft, part, criteria)
        self._settle_state(draft)
        return draft

    def _task_part(self, draft: TaskDraft, part: Part, criteria: list[ChecklistItem]) -> None:
        """What stands below a task's title: attributes, criteria, sub-tasks, and prose, which stays on the page."""
        if is_criteria(part.label) and has_boxes(part.blocks):
            criteria += self.boxes(part.blocks, draft.id)
            return
        if part.label:
            self._attribute(draft, Field(part.label, part.value, part.line), ", ".join(self._listed(part.blocks)))
        for item in items(part.blocks):
            self._nested(draft, item, criteria)

    def _nested(self, draft: TaskDraft, item: Block, criteria: list[ChecklistItem]) -> None:
        """An item below a task: a sub-task, an attribute or prose."""
        found = None if item_mark(item) is not None else field_of(item_text(item), item.line, TASK_LABELS)
        if found is None:
            draft.subtasks += self._tasks([item], criteria)
        elif len(item.children) == 1:  # nothing below it, as is usual
            self._attribute(draft, found)
        elif is_criteria(found.label) and has_boxes(item.children):
            criteria += self.boxes(item.children, draft.id)
        else:
            self._attribute(draft, found, ", ".join(self._listed(item.children)))
            draft.subtasks += self._tasks(items(item.children), criteria)

    def _listed(self, blocks: Iterable[Block]) -> Iterator[str]:
        for nested in items(blocks):
            if item_mark(nested) is None:
                yield self._document.words(item_text(nested))

    def _attribute(self, draft: TaskDraft, found: Field, listed: str = "") -> None:
        """Keep an attribute of a task: in its field where the model has one, else under its label."""
        value = self._document.words(found.value) or listed
        if not value or is_placeholder(value):
            return
        meaning = ATTRIBUTES.get(label_key(found.label))
        match meaning:
            case "files" | "dependencies" | "validation" | "owner" if getattr(draft, meaning) is None:
                setattr(draft, meaning, value)
            case "estimate" if draft.estimate is NO_ESTIMATE:
                draft.estimate = read_estimate(value, self._calendar)
            case "risk" if (level := read_level(value)) and draft.risk is None:
                draft.risk = level
            case _:
                if meaning in ("start", "due"):
                    setattr(draft, meaning, self._notes.date(value, found.line))
                if meaning == "status" and draft.status is None:
                    draft.status = (read_state(value), found.line)
                draft.attributes.setdefault(found.label, value)

    def _settle_state(self, draft: TaskDraft) -> None:
        """Weigh a task's box and its Status: the box wins, but an open one leaves room for "blocked" and the like."""
        said, line = draft.status or (None, draft.line)
        if said is None or said is draft.state:
            return
        if draft.state is None or (draft.state is State.OPEN and said in (*UNFINISHED, State.CANCELLED)):
            draft.state = said
        elif State.DONE in (draft.state, said):
            self._notes.contradiction(draft.id, draft.state, said, line)

    def _box_state(self, mark: str, line: int) -> State | None:
        state = box_state(mark)
        if state is None:
            self._notes.unknown_box(mark, line)
            return State.OPEN
        return state

    def _new_id(self, written: str | None, line: int) -> str:
        number = written or f"L{line}"
        if number in self._ids:
            number = f"{number}@L{line}"
        self._ids.add(number)
        return number


def is_criteria(label: str) -> bool:
    """Whether a label or heading announces criteria."""
    key = label_key(label)
    return PHASE_PARTS.get(key) == "criteria" or key.endswith("criteria")


def has_boxes(blocks: Iterable[Block]) -> bool:
    """Whether there is a box in the lists among these blocks."""
    return any(item_mark(item) is not None or has_boxes(item.children) for item in items(blocks))


def _has_task_boxes(section: Section) -> bool:
    """Whether the boxes below a heading are tasks: then the heading is none."""
    return any(
        has_boxes(part.blocks) for part in section.parts() if not any(map(is_criteria, (part.label, *part.headings)))
    )


def read_state_sign(words: str) -> State | None:
    """The state that a tick or a state word at the start or end of a title says."""
    sign = STATE_AT_EDGE.search(words)
    return read_state(sign[0].strip("[]() ")) if sign else None


def phase_heading(title: str) -> tuple[str, str] | None:
    """The number and the name in a heading that begins a phase (`Phase 2: Rollout`)."""
    match = PHASE_HEADING.match(title)
    return (match["number"], match["name"]) if match else None


def numbered_heading(title: str) -> tuple[str, str] | None:
    """The number and the name in a numbered heading (`2. Rollout`)."""
    match = NUMBERED_HEADING.match(title)
    return (match["number"], match["name"]) if match else None


def split_id(words: str) -> tuple[str | None, str]:
    """The id at the start of a task's words, where there is one, and the title behind it."""
    match = TASK_ID.match(words)
    if match is None:
        return None, words
    number = match["named"] or match["code"] or match["letter"] or match["number"]
    return number, words[match.end() :].strip() or words


def finished(
    phases: Sequence[PhaseDraft], loose: PhaseDraft, rows: dict[str, str], anchors: Notes
) -> tuple[tuple[Phase, ...], tuple[Task, ...]]:
    """Phases and the tasks outside of them, with references resolved and anchors given.

    `rows`: what the Timeline Summary says a phase (by its key, `phase:1`) depends on.
    """
    numbers = _numbers(phases)
    tasks = [task.id for phase in (*phases, loose) for draft in phase.tasks for task in draft.walk()]
    index = ReferenceIndex(tasks, numbers)
    done = tuple(_phase(draft, number, index, rows, anchors) for draft, number in zip(phases, numbers, strict=True))
    return done, tuple(_task(draft, index, anchors) for draft in loose.tasks)


def _numbers(phases: Sequence[PhaseDraft]) -> list[str]:
    numbers: dict[str, None] = {}
    for phase in phases:
        number = phase.number or f"L{phase.line}"
        numbers[f"{number}@L{phase.line}" if number in numbers else number] = None
    return list(numbers)


def _phase(draft: PhaseDraft, number: str, index: ReferenceIndex, rows: dict[str, str], anchors: Notes) -> Phase:
    key = f"phase:{number}"
    for dependencies in (draft.dependencies, rows.get(key)):
        references = index.read(dependencies or "")
        if references.ids or references.unresolved or references.nothing:
            break
    else:
        dependencies = None  # words without a reference say nothing about the order
    return Phase(
        key=key,
        number=draft.number,
        name=draft.name,
        line=draft.line,
        anchor=anchors.anchor(f"plan-phase-{number}"),
        estimate=draft.estimate,
        rationale=draft.rationale,
        depends_on=tuple(each for each in references.ids if each != key),
        depends_on_unresolved=references.unresolved,
        dependencies=dependencies,
        tasks=tuple(_task(task, index, anchors) for task in draft.tasks),
        criteria=tuple(draft.criteria),
    )


def _task(draft: TaskDraft, index: ReferenceIndex, anchors: Notes) -> Task:
    references = index.read(draft.dependencies or "")
    return Task(
        id=draft.id,
        title=draft.title,
        state=draft.state,
        line=draft.line,
        anchor=anchors.anchor(f"plan-task-{draft.id}"),
        estimate=draft.title_estimate if draft.estimate is NO_ESTIMATE else draft.estimate,
        risk=draft.risk,
        depends_on=references.ids,
        depends_on_unresolved=references.unresolved,
        dependencies=draft.dependencies,
        depends_on_nothing=references.nothing,
        files=draft.files,
        validation=draft.validation,
        owner=draft.owner,
        start=draft.start,
        due=draft.due,
        parallel=draft.parallel,
        attributes=draft.attributes,
        subtasks=tuple(_task(task, index, anchors) for task in draft.subtasks),
    )
