"""Which tasks can be started, and what the others wait for."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping

from msgspec import Struct

from mkdocs_planplugin.model import Plan, Reference, State, Task, TaskId
from mkdocs_planplugin.schedule import phase_waits


class Readiness(Struct, frozen=True):
    """Whether a task can be started, and if not, which tasks and phases it waits for."""

    ready: bool = False
    waits_for: tuple[Reference, ...] = ()


def readiness(plan: Plan, outcomes: Mapping[TaskId, State]) -> dict[TaskId, Readiness]:
    """The readiness of each task and sub-task, by id; `outcomes` are those of the plan.

    A task waits for what it states itself and for what its phase waits for. The order of tasks in a phase does not
    matter. A sub-task also waits for what its task waits for. Instead of a cancelled phase, one waits for what that
    phase waits for.
    """
    waits = _Waits(plan, outcomes)
    finder = _ReadinessFinder(waits, outcomes)
    for phase in plan.phases:
        finder.tasks(phase.tasks, _Inherited(waits.unfinished(waits.of_phases[phase.key]), frozenset({phase.key})))
    finder.tasks(plan.tasks, _Inherited())
    return finder.readiness


class _Waits:
    """What phases wait for, and which tasks and phases of a plan are not finished yet."""

    def __init__(self, plan: Plan, outcomes: Container[TaskId]) -> None:
        pairs = list(zip(plan.phases, phase_waits(plan), strict=True))
        self._cancelled: dict[Reference, tuple[Reference, ...]] = {
            phase.key: waits.names for phase, waits in pairs if phase.outcome is State.CANCELLED
        }
        self.of_phases = {phase.key: tuple(self._past_cancelled(waits.names)) for phase, waits in reversed(pairs)}
        self._unfinished = self._all_unfinished(plan, outcomes)

    def unfinished(self, names: Iterable[Reference]) -> tuple[Reference, ...]:
        """Those of the named tasks and phases that are not finished yet."""
        return tuple(name for name in self._past_cancelled(names) if name in self._unfinished)

    def _past_cancelled(self, names: Iterable[Reference]) -> Iterable[Reference]:
        """The tasks and phases to wait for, with each cancelled phase replaced by what it waits for itself."""
        if not self._cancelled:
            return names
        todo, reached = list(names), dict[Reference, None]()
        for name in todo:  # grows while it is walked
            if name not in reached:
                reached[name] = None
                todo.extend(self._cancelled.get(name, ()))
        return [name for name in reached if name not in self._cancelled]

    def _all_unfinished(self, plan: Plan, outcomes: Container[TaskId]) -> set[Reference]:
        """The tasks and phases that somebody may still have to wait for.

        A phase that cannot be finished by itself (it is not tracked, or has no tasks and takes no time) counts as
        unfinished as long as something that it waits for does.
        """
        unfinished: list[Reference] = [task.id for task in plan.walk() if task.id not in outcomes]
        passing: dict[Reference, list[Reference]] = {}  # from what they wait for to the phases that pass the wait on
        for phase in plan.phases:
            if phase.tracked or phase.state is not None or (phase.estimate.known and not phase.tasks):
                unfinished += [] if phase.outcome else [phase.key]
            else:
                for name in self.of_phases[phase.key]:
                    passing.setdefault(name, []).append(phase.key)
        for name in unfinished:  # grows while it is walked
            unfinished.extend(passing.pop(name, ()))
        return set(unfinished)


class _Inherited(Struct, frozen=True):
    """What a task inherits from its phase and the tasks above it: what it waits for in any case, the `wholes` that it
    is a part of (a part cannot wait for its whole), and whether one of these is `held`: deferred or blocked."""

    waits_for: tuple[Reference, ...] = ()
    wholes: frozenset[Reference] = frozenset()
    held: bool = False


class _ReadinessFinder:
    """Finds the `readiness` of the tasks of a plan, with these `waits` and `outcomes`."""

    def __init__(self, waits: _Waits, outcomes: Container[TaskId]) -> None:
        self._waits = waits
        self._outcomes = outcomes
        self.readiness: dict[TaskId, Readiness] = {}

    def tasks(self, tasks: Iterable[Task], inherited: _Inherited) -> None:
        """Find the readiness of these tasks and of all their sub-tasks."""
        for task in tasks:
            settled, wholes = task.id in self._outcomes, inherited.wholes | {task.id}
            stated = (name for name in self._waits.unfinished(task.depends_on) if name not in wholes)
            waits_for = () if settled else tuple(dict.fromkeys((*stated, *inherited.waits_for)))
            # A task is open by its box, or, if it has none, by that of one of its sub-tasks.
            states = [state for _, state in task.counted()] if task.state is None else [task.state]
            ready = not (settled or inherited.held or waits_for or task.in_progress) and State.OPEN in states
            self.readiness.setdefault(task.id, Readiness(ready, waits_for))
            held = inherited.held or task.state in (State.BLOCKED, State.DEFERRED)
            self.tasks(task.subtasks, _Inherited(waits_for, wholes, held))


def next_tasks(plan: Plan, readiness: Mapping[TaskId, Readiness]) -> tuple[TaskId, ...]:
    """The ids of the ready tasks, in the order of the text. A task whose sub-tasks have ids of their own is represented
    by these."""
    return tuple(task.id for top in plan.tops() for task in _represented(top) if readiness[task.id].ready)


def _represented(task: Task) -> Iterator[Task]:
    if any(subtask.id.written for subtask in task.subtasks):
        for subtask in task.subtasks:
            yield from _represented(subtask)
    else:
        yield task


def blocked_tasks(plan: Plan, outcomes: Container[TaskId]) -> tuple[TaskId, ...]:
    """The ids of the open tasks that are marked as blocked, in the order of the text."""
    return tuple(task.id for task in plan.walk() if task.state is State.BLOCKED and task.id not in outcomes)
