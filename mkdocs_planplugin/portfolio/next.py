# What can be done now, and what holds the rest up: the tasks of every plan that somebody still works on.
"""The next tasks over all plans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from mkdocs_planplugin.catalog import said_of_blocking
from mkdocs_planplugin.measure import Readiness
from mkdocs_planplugin.model import Reference, State, Task, owners

from .entries import Entry


class OpenTaskState(StrEnum):
    """What can be done about a task that is not over, in the order in which somebody wants to see them."""

    READY = "ready"
    IN_PROGRESS = "in_progress"
    BLOCKED = "blocked"
    WAITS = "waits"


@dataclass(frozen=True, slots=True)
class OpenTask:
    """A task that is to be done, now or later.

    `waits_for` are the tasks and phases that it still waits for, `reason` is what its author says of why it is blocked,
    `owners` are the people it names, else those of the task that it is a part of.
    """

    entry: Entry
    task: Task
    state: OpenTaskState
    waits_for: tuple[Reference, ...] = ()
    reason: str = ""
    owners: tuple[str, ...] = ()


def open_tasks(entries: Iterable[Entry]) -> tuple[OpenTask, ...]:
    """The tasks to be done of the plans that are under way, in the order of the plans and of their texts."""
    return tuple(task for entry in entries if entry.under_way for task in _OpenTasks(entry).of(entry.plan.tops()))


class _OpenTasks:
    """The open tasks of one plan: what all of them share."""

    def __init__(self, entry: Entry) -> None:
        self._entry = entry
        self._ready = frozenset(entry.measures.next)
        self._blocked = frozenset(entry.measures.blocked)

    def of(
        self, tasks: Iterable[Task], waiting: tuple[Reference, ...] = (), people: tuple[str, ...] = ()
    ) -> Iterator[OpenTask]:
        """Those among these tasks and all below them; `waiting` is what the task they are part of waits for."""
        for task in tasks:
            if task.id in self._entry.measures.outcomes:
                continue
            waits_for = self._entry.measures.readiness.get(task.id, Readiness()).waits_for
            names = owners(task.owner) or people
            if state := self._state(task, waits_for, waiting):
                yield OpenTask(self._entry, task, state, waits_for, _reason(task, state), names)
            yield from self.of(task.subtasks, waits_for, names)

    def _state(
        self, task: Task, waits_for: tuple[Reference, ...], above: tuple[Reference, ...]
    ) -> OpenTaskState | None:
        """None for what is put off, and for a part that says no more than its whole."""
        if task.id in self._blocked:
            return OpenTaskState.BLOCKED
        if task.state is State.IN_PROGRESS:
            return OpenTaskState.IN_PROGRESS
        if task.id in self._ready:
            return OpenTaskState.READY
        return OpenTaskState.WAITS if waits_for and waits_for != above else None


def _reason(task: Task, state: OpenTaskState) -> str:
    return next(said_of_blocking(task), "") if state is OpenTaskState.BLOCKED else ""
