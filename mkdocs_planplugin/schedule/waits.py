# Which task or phase waits for which: as the author states it; if nothing is stated, in the order of the text.
"""The waits between the activities of a plan: its finish-to-start dependencies, with their lags."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum, auto

from msgspec import Struct
from msgspec.structs import replace

from mkdocs_planplugin.model import Phase, Plan, Reference, Task

from .axis import minutes
from .durations import MAX_HOURS
from .nodes import Nodes
from .positions import counted_position


class Origin(IntEnum):
    """Where a wait comes from, the most trusted origin first. If waits close a cycle, the least trusted is left out: an
    assumption never overrules what an author wrote, and a sub-task never overrules its task."""

    STATED = auto()
    BY_SUBTASK = auto()
    ORDER = auto()  # nothing is stated: the order of the text


class Wait(Struct, frozen=True):
    """Node `after` starts when node `before` is finished, or `lag` working minutes after that (negative: before it).
    `by` is the task or phase that waits, `waits_for` the one that it waits for."""

    before: int
    after: int
    origin: Origin
    by: Task | Phase
    waits_for: Reference
    lag: int = 0


class PhaseWaits(Struct, frozen=True):
    """The tasks and phases that a phase waits for. `implied` says that only the order of the phases says so, `placed`
    that the heading of the phase says when it takes place."""

    names: tuple[Reference, ...] = ()
    implied: bool = False
    placed: bool = False


def phase_waits(plan: Plan) -> tuple[PhaseWaits, ...]:
    """What each phase of a plan waits for: what it states, on its own line or in its row of the Timeline Summary, else
    the phase before it. References that lead to nothing in this plan do not count.

    A phase whose heading says when it takes place (`Week 3-4`) is `placed`. The schedule puts it there even if the
    phase before it is not finished. But its tasks do not count as ready before that.
    """
    known: set[Reference] = {task.id for task in plan.walk()} | {phase.key for phase in plan.phases}
    previous = (None, *plan.phases)
    return tuple(
        replace(_waits_of(phase, before, known), placed=_is_placed(phase, plan.starts_on))
        for phase, before in zip(plan.phases, previous, strict=False)
    )


def _is_placed(phase: Phase, start: dt.date | None) -> bool:
    """Whether a phase takes place when its heading says, in a plan that starts on the day `start`. Positions before
    that day do not count."""
    position = counted_position(phase)
    if position is None:
        return False
    if position.from_hours is not None:
        return 0 <= position.from_hours <= MAX_HOURS
    if start is None or position.start is None:
        return False
    return (position.finish or position.start) >= start


def _waits_of(phase: Phase, before: Phase | None, known: set[Reference]) -> PhaseWaits:
    names = tuple(name for name in dict.fromkeys(phase.depends_on) if name in known)
    names_unknown = phase.depends_on or phase.depends_on_unresolved
    if names or before is None or (phase.dependencies is not None and not names_unknown):
        return PhaseWaits(names)
    return PhaseWaits((before.key,), implied=True)


def waits(plan: Plan, nodes: Nodes) -> list[Wait]:
    """All waits of a plan, stated or by the order of the text: those of each phase and its tasks, then those of the
    tasks outside phases."""
    collected: list[Wait] = []
    for place, (phase, waiting) in enumerate(zip(plan.phases, phase_waits(plan), strict=True)):
        collected.extend(_between_phases(phase, place, waiting, nodes))
        collected.extend(_between_tasks(phase.tasks, nodes.members[place].start, nodes))
    collected.extend(_between_tasks(plan.tasks, nodes.loose.start, nodes))
    return collected


def in_order_of_trust(waits: Iterable[Wait]) -> list[Wait]:
    """The most trusted waits first, and in the order of the text among equals."""
    return sorted(waits, key=lambda wait: (wait.origin, wait.by.line))


def _between_phases(phase: Phase, place: int, waiting: PhaseWaits, nodes: Nodes) -> Iterator[Wait]:
    """The waits of a phase: for what it states, else for the phase before it, unless its heading says when it is."""
    for name in waiting.names:
        if not waiting.implied:
            yield Wait(nodes.by_reference[name], nodes.start(place), Origin.STATED, phase, name, _lag(phase, name))
        elif not waiting.placed:  # found by its index and not by its reference: two phases may have the same one
            yield Wait(nodes.finish(place - 1), nodes.start(place), Origin.ORDER, phase, name)


def _between_tasks(tasks: Sequence[Task], first_node: int, nodes: Nodes) -> Iterator[Wait]:
    """The waits of the tasks of one phase, or outside phases; their nodes are numbered from `first_node` on."""
    for node, (task, previous) in enumerate(zip(tasks, (None, *tasks), strict=False), first_node):
        # A task waits for what it and its sub-tasks name; if it states nothing itself, for the task before it,
        # unless it says in which week it is done.
        names = [name for name in dict.fromkeys(task.depends_on) if name in nodes.by_reference]
        for name in names:
            if nodes.by_reference[name] != node or name == task.id:  # a task does not wait for its own sub-tasks
                yield Wait(nodes.by_reference[name], node, Origin.STATED, task, name, _lag(task, name))
        is_placed = task.from_hours is not None
        if previous and not (names or task.depends_on_nothing or task.parallel or is_placed):
            yield Wait(node - 1, node, Origin.ORDER, task, previous.id)
        for subtask in task.subtasks:
            yield from _of_subtasks(subtask, node, nodes)


def _of_subtasks(task: Task, node: int, nodes: Nodes) -> Iterator[Wait]:
    """The waits of a sub-task, and of those below it, for anything outside their own task."""
    for subtask in task.walk():
        for name in dict.fromkeys(subtask.depends_on):
            before = nodes.by_reference.get(name, node)
            if before != node:
                yield Wait(before, node, Origin.BY_SUBTASK, subtask, name, _lag(subtask, name))


def _lag(work: Task | Phase, waits_for: Reference) -> int:
    """The lag of a wait in minutes. One that is beyond all measure is none."""
    lag = work.lags.get(waits_for, 0.0)
    return minutes(lag) if abs(lag) <= MAX_HOURS else 0
