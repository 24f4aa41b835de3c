# Phases and their tasks: the work of a plan. Read into drafts first, because what a task depends on can only be told
# when every task and phase of the plan has its id.
"""Reading phases, tasks and their criteria."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from mkdocs_planplugin.model import NO_ESTIMATE, Calendar, ChecklistItem, Estimate, Level, Phase, State, Task

from .document import Document, Part, Section, field_of, item_mark, item_text, items, label_key, parts
from .notes import Notes
from .outline import Block
from .values.estimates import read_estimate, split_heading_estimate
from .values.levels import read_level
from .values.placeholders import is_placeholder
from .values.references import ReferenceIndex
from .values.statuses import box_state
from .vocabulary import ATTRIBUTES, PHASE_PARTS, PHASE_WORDS, RATIONALE, TASK_WORDS

NUMBER = r"\d+(?:\.\d+)*[a-z]?"
PHASE_HEADING = re.compile(
    rf"[\W_]*(?:\d+(?:\.\d+)*[.)]?\s+)?[\W_]*(?:{PHASE_WORDS})s?\s*(?P<number>{NUMBER}(?![\w])|[IVX]+\b)"
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
    rf"(?:(?:{TASK_WORDS})\s+(?P<named>[A-Za-z]{{0,6}}-?\d+(?:\.\d+)*[a-z]?|[A-Z])(?=\s*[:：.)\]–—-]|\s|$)"
    r"|\[?(?P<code>[A-Z]{1,8}-?\d{2,}[a-z]?|[A-Z]{1,8}-\d+|[A-Z]\d+\.\d+)\]?(?=\s*[:：.)–—-]|\s|$)"
    r"|(?P<letter>[A-Z]\d+)(?=\s*[:：)–—])"
    r"|(?P<number>\d+(?:\.\d+)+[a-z]?)(?=\s*[:：.)–—-]?\s|$))"
    r"\s*[:：.)\]–—-]*\s*",
    re.IGNORECASE,
)
PARALLEL = re.compile(r"\[P\]|\(parallel\)", re.IGNORECASE)


@dataclass(slots=True)
class TaskDraft:
    """A task before its references are resolved."""

    id: str
    title: str
    state: State | None
    line: int
    estimate: Estimate = NO_ESTIMATE
    risk: Level | None = None
    dependencies: str | None = None
    files: str | None = None
    validation: str | None = None
    owner: str | None = None
    start: dt.date | None = None
    due: dt.date | None = None
    parallel: bool = False
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

    def phase(self, section: Section, number: str | None, name: str) -> PhaseDraft:
        """The phase that a section holds."""
        name, estimate = split_heading_estimate(name, self._calendar)
        draft = PhaseDraft(number, STATE_SIGNS.sub(" ", name).strip(" :–—-"), section.line)
        if estimate is not None:
            draft.estimate = read_estimate(estimate, self._calendar)
        for part in section.parts():
            self._phase_part(draft, part)
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
            mark = item_mark(item)
            if mark is not None:
                text = self._document.words(item_text(item))
                yield ChecklistItem(text, self._box_state(mark, item.line), item.line, task)
            yield from self.boxes(item.children, task)

    # -- phases --------------------------------------------------------------------------------------------------------

    def _phase_part(self, draft: PhaseDraft, part: Part) -> None:
        key = label_key(part.label)
        meaning = PHASE_PARTS.get(key)
        value = self._value(part)
        if meaning == "criteria" or "criteria" in key:
            draft.criteria += self.boxes(part.blocks)
            return
        if (meaning == "rationale" or RATIONALE.match(key)) and value:
            draft.rationale = value
        elif meaning == "dependencies" and draft.dependencies is None:
            draft.dependencies = value
        elif meaning == "estimate" and value and not draft.estimate.known:
            draft.estimate = read_estimate(value, self._calendar)
        draft.tasks += self.tasks(part.blocks, draft.criteria)

    def _value(self, part: Part) -> str | None:
        value = self._document.words(part.value)
        return None if not value or is_placeholder(value) else value

    # -- tasks ---------------------------------------------------------------------------------------------------------

    def tasks(self, blocks: Iterable[Block], criteria: list[ChecklistItem]) -> Iterator[TaskDraft]:
        """The tasks among the items of lists; boxes that are criteria of a task are added to `criteria`."""
        for item in items(blocks):
            mark = item_mark(item)
            if mark is not None:
                yield self._task(item, self._box_state(mark, item.line), criteria)
            else:
                yield from self.tasks(item.children, criteria)

    def _task(self, item: Block, state: State | None, criteria: list[ChecklistItem]) -> TaskDraft:
        words = self._document.words(item_text(item))
        number, title = split_id(words)
        draft = TaskDraft(self._new_id(number, item.line), PARALLEL.sub("", title).strip(), state, item.line)
        draft.parallel = PARALLEL.search(title) is not None
        for nested in items(item.children):
            self._nested(draft, nested, criteria)
        return draft

    def _nested(self, draft: TaskDraft, item: Block, criteria: list[ChecklistItem]) -> None:
        """An item below a task: a sub-task, an attribute, or prose, which stays on the page as it is."""
        mark = item_mark(item)
        if mark is not None:
            draft.subtasks.append(self._task(item, self._box_state(mark, item.line), criteria))
            return
        text = item_text(item)
        found = field_of(text, item.line, ATTRIBUTES)
        if found is None:
            draft.subtasks += self.tasks(item.children, criteria)
            return
        key = label_key(found.label)
        if PHASE_PARTS.get(key) == "criteria" and any(item_mark(box) for box in items(item.children)):
            criteria += self.boxes(item.children, draft.id)
            return
        value = self._document.words(found.value) or ", ".join(self._listed(item))
        if value and not is_placeholder(value):
            self._attribute(draft, found.label, ATTRIBUTES.get(key), value, item.line)
        draft.subtasks += self.tasks(item.children, criteria)

    def _listed(self, item: Block) -> Iterator[str]:
        for nested in items(item.children):
            if item_mark(nested) is None:
                yield self._document.words(item_text(nested))

    def _attribute(self, draft: TaskDraft, label: str, meaning: str | None, value: str, line: int) -> None:
        match meaning:
            case "files" | "dependencies" | "validation" | "owner" if getattr(draft, meaning) is None:
                setattr(draft, meaning, value)
            case "estimate" if draft.estimate is NO_ESTIMATE:
                draft.estimate = read_estimate(value, self._calendar)
            case "risk" if (level := read_level(value)) and draft.risk is None:
                draft.risk = level
            case _:
                if meaning in ("start", "due"):
                    setattr(draft, meaning, self._notes.date(value, line))
                draft.attributes.setdefault(label, value)

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


def phase_heading(title: str) -> tuple[str, str] | None:
    """The number and the name in a heading that begins a phase (`Phase 2: Rollout`)."""
    match = PHASE_HEADING.match(title)
    return (match["number"], match["name"] or title) if match else None


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
        estimate=draft.estimate,
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
