# The last step of reading the work: all ids are known, so references can be resolved and anchors given.
"""From drafts to phases and tasks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mkdocs_planplugin.model import NO_ESTIMATE, Phase, PlanLink, Task
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
        self._numbers = _numbers(phases)
        tasks = [task.id for phase in (*phases, loose) for draft in phase.tasks for task in draft.walk()]
        self._index = ReferenceIndex(tasks, self._numbers)
        self.links: list[PlanLink] = []

    def phases(self, rows: Mapping[str, Waiting]) -> tuple[Phase, ...]:
        """The phases; `rows` is what the Timeline Summary says that each (by its key, `phase:1`) waits for."""
        return tuple(
            self._phase(draft, number, rows) for draft, number in zip(self._phases, self._numbers, strict=True)
        )

    def tasks(self) -> tuple[Task, ...]:
        """The tasks outside of phases."""
        return tuple(map(self._task, self._loose.tasks))

    def _phase(self, draft: PhaseDraft, number: str, rows: Mapping[str, Waiting]) -> Phase:
        key = f"phase:{number}"
        aside = waiting_aside(draft.name, draft.line)
        said = [waiting for waiting in (draft.waiting, aside, rows.get(key)) if waiting]
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
            anchor=itself.anchor if itself else self._anchors.anchor(f"plan-phase-{number}"),
            estimate=draft.estimate,
            position=draft.position,
            state=draft.state,
            rationale=draft.rationale,
            depends_on=tuple(each for each in references.ids if each != key),
            depends_on_unresolved=references.unresolved,
            dependencies=words,
            tasks=tasks,
            criteria=tuple(draft.criteria),
        )

    def _task(self, draft: TaskDraft) -> Task:
        waiting = draft.waiting or waiting_aside(draft.title, draft.line)
        references = self._index.read(waiting.own_words) if waiting else NOTHING_SAID
        if waiting and waiting.links:
            self.links += waiting.plan_links(draft.id)
        return Task(
            id=draft.id,
            title=draft.title,
            state=draft.state,
            line=draft.line,
            anchor=self._anchors.anchor(f"plan-task-{draft.id}"),
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


def _numbers(phases: Sequence[PhaseDraft]) -> list[str]:
    numbers: dict[str, None] = {}
    for phase in phases:
        number = phase.number or f"L{phase.line}"
        numbers[f"{number}@L{phase.line}" if number in numbers else number] = None
    return list(numbers)
