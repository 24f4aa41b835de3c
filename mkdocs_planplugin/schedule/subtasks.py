# Sub-tasks are not scheduled: their task stands for them. But their dependencies can form a cycle, too, and authors
# need to know.
"""Dependencies of sub-tasks that close a cycle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mkdocs_planplugin.model import Plan, Reference, Task, TaskId

from .network import Edge, closing_edges
from .values import IgnoredDependency


def circular_subtasks(plan: Plan) -> list[IgnoredDependency]:
    """The dependencies of sub-tasks that close a cycle. One of a sub-task on itself does, one on its own task does not.

    All dependencies are added one by one: first those of phases, then those of top-level tasks, then those of
    sub-tasks, each in the order of the text. One that closes a cycle with those before it is returned.
    """
    tops = [*(task for phase in plan.phases for task in phase.tasks), *plan.tasks]
    stated = [(part, name) for top in tops for part in top.subtasks for part, name in _outside(part, (top.id,))]
    if not stated:
        return []
    starts, edges = _network_with_subtasks(plan)
    waits: list[tuple[Reference, Reference]] = [(phase.key, name) for phase in plan.phases for name in phase.depends_on]
    waits += [(task.id, name) for task in tops for name in task.depends_on]
    waits += [(part.id, name) for part, name in stated]
    known = [(by, name) for by, name in waits if name in starts]
    closing = closing_edges(2 * len(starts), [*edges, *((starts[name] + 1, starts[by]) for by, name in known)])
    circular = {known[index - len(edges)] for index in closing if index >= len(edges)}
    return [IgnoredDependency(part.id, name, part.line) for part, name in stated if (part.id, name) in circular]


def _outside(task: Task, around: tuple[TaskId, ...]) -> Iterator[tuple[Task, Reference]]:
    """The references of a sub-task and of its own sub-tasks, each with the task that states it. References to the tasks
    `around` it and to its own sub-tasks are left out."""
    inside = {part.id for subtask in task.subtasks for part in subtask.walk()}
    for name in dict.fromkeys(task.depends_on):
        if name not in around and name not in inside:
            yield task, name
    for subtask in task.subtasks:
        yield from _outside(subtask, (*around, task.id))


def _network_with_subtasks(plan: Plan) -> tuple[dict[Reference, int], list[Edge]]:
    """The start node of each phase, task and sub-task, and the edges between parts and wholes: a part starts after its
    whole, and a whole is finished after its parts. The finish of anything is the node after its start. If an id occurs
    twice, the first one counts."""
    starts: dict[Reference, int] = {}
    edges: list[Edge] = []

    def add(name: Reference, parts: Iterable[Task]) -> int:
        start = starts.setdefault(name, 2 * len(starts))
        edges.append((start, start + 1))
        for part in parts:
            inner = add(part.id, part.subtasks)
            edges.extend([(start, inner), (inner + 1, start + 1)])
        return start

    for phase in plan.phases:
        add(phase.key, phase.tasks)
    for task in plan.tasks:
        add(task.id, task.subtasks)
    return starts, edges
