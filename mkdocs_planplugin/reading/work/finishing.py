# The last step of reading the work: all ids are known, so references can be resolved and anchors given.
"""From drafts to phases and tasks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from mkdocs_planplugin.model import NO_ESTIMATE, ChecklistItem, Phase, PhaseRef, PlanLink, Task, TaskId
from mkdocs_planplugin.reading.notes import Notes
from mkdocs_planplugin.reading.values import ReferenceIndex, References

from .drafts import PhaseDraft, TaskDraft
from .waiting import Waiting, waiting_aside

NOTHING_SAID = References((), (), nothing=False)


class Finisher:
    """Makes phases and tasks of the drafts of one plan, with references resolved and anchors given.

    `links` are the links to other pages that were met where somebody waits for something.
    """

    def __init__(self, phases: Sequence[PhaseDraft], loose: PhaseDraft, anchors: Notes) -> None:
        self._phases = phases
        self._loose = loose
        self._anchors = anchors
        self._keys = _phase_keys(phases)
        self._ids = _task_ids(task for phase in (*phases, loose) for task in phase.walk())
        self._index = ReferenceIndex(list(self._ids.values()), self._keys)
        self.links: list[PlanLink] = []

    def phases(self, rows: Mapping[str, Waiting]) -> tuple[Phase, ...]:
        """The phases; `rows` is what the Timeline Summary says that each, by its number, waits for."""
        return tuple(self._phase(draft, key, rows) for draft, key in zip(self._phases, self._keys, strict=True))

    def tasks(self) -> tuple[Task, ...]:
        """The tasks outside of phases."""
        return tuple(map(self._task, self._loose.tasks))

    def criteria(self) -> tuple[ChecklistItem, ...]:
        """The criteria that stand in no phase."""
        return self._criteria(self._loose)

    def _phase(self, draft: PhaseDraft, key: PhaseRef, rows: Mapping[str, Waiting]) -> Phase:
        aside = waiting_aside(draft.name, draft.line)
        row = rows.get(key.name) if key.number else None
        said = [waiting for waiting in (draft.waiting, aside, row) if waiting]
        self.links += (link for waiting in said for link in waiting.plan_links(key))
        read = ((waiting.words, self._index.read(waiting.own_words)) for waiting in said)
        # Words without a reference say nothing about the order.
        words, references = next(((w, r) for w, r in read if r.ids or r.unresolved or r.nothing), (None, NOTHING_SAID))
        tasks = tuple(map(self._task, draft.tasks))
        # A phase that is an item of a list is the element of its own task, and an element has one anchor.
        itself = tasks[0] if tasks and tasks[0].line == draft.line else None
        return Phase(
            key=key,
            number=draft.number,
            name=draft.name,
            line=draft.line,
            anchor=itself.anchor if itself else self._anchors.anchor(f"plan-phase-{key.name}"),
            estimate=draft.estimate,
            position=draft.position,
            state=draft.state,
            rationale=draft.rationale,
            depends_on=tuple(each for each in references.ids if each != key),
            depends_on_unresolved=references.unresolved,
            dependencies=words,
            tasks=tasks,
            criteria=self._criteria(draft),
        )

    def _task(self, draft: TaskDraft) -> Task:
        waiting = draft.waiting or waiting_aside(draft.title, draft.line)
        references = self._index.read(waiting.own_words) if waiting else NOTHING_SAID
        number = self._ids[id(draft)]
        if waiting and waiting.links:
            self.links += waiting.plan_links(number)
        return Task(
            id=number,
            title=draft.title,
            state=draft.state,
            line=draft.line,
            anchor=self._anchors.anchor(f"plan-task-{number}"),
            estimate=draft.title_estimate if draft.estimate is NO_ESTIMATE else draft.estimate,
            risk=draft.risk,
            depends_on=references.ids,
            depends_on_unresolved=references.unresolved,
            dependencies=waiting.words if waiting else None,
            depends_on_nothing=references.nothing,
            files=draft.files,
            validation=draft.validation,
            owner=draft.owner,
            start=draft.start,
            due=draft.due,
            parallel=draft.parallel,
            remaining=draft.remaining,
            attributes=draft.attributes,
            subtasks=tuple(map(self._task, draft.subtasks)),
        )

    def _criteria(self, phase: PhaseDraft) -> tuple[ChecklistItem, ...]:
        """The criteria of a phase and of its tasks, in the order of the text."""
        of_tasks = (replace(item, task=self._ids[id(task)]) for task in phase.walk() for item in task.criteria)
        return tuple(sorted((*phase.criteria, *of_tasks), key=lambda item: item.line))


def _phase_keys(phases: Sequence[PhaseDraft]) -> list[PhaseRef]:
    """The references to the phases, each once."""
    keys: dict[PhaseRef, None] = {}
    for phase in phases:
        key = PhaseRef(phase.number) if phase.number else PhaseRef(None, phase.line)
        keys[PhaseRef(phase.number, phase.line) if key in keys else key] = None
    return list(keys)


def _task_ids(tasks: Iterable[TaskDraft]) -> dict[int, TaskId]:
    """The ids of the tasks, by the identities of their drafts; the first of those with one text has the plain one."""
    texts: set[str] = set()
    ids: dict[int, TaskId] = {}
    for task in tasks:
        plain = TaskId(task.written) if task.written else TaskId(None, task.line)
        ids[id(task)] = TaskId(task.written, task.line, repeated=True) if str(plain) in texts else plain
        texts.add(str(ids[id(task)]))
    return ids
