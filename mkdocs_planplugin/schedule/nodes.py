# A plan as nodes of a network: one for each piece of work, two for each phase. References are resolved to them here.
"""The activities of a plan as nodes of a network."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from mkdocs_planplugin.model import BlockId, Phase, Plan, Reference, State, Task, TaskId, WorkId

from .axis import Axis
from .durations import NO_TIME, Length, estimated_length, task_lengths
from .network import Edge
from .positions import phase_estimate

Outcomes = Mapping[TaskId, State]


class Activity(Struct, frozen=True):
    """A piece of work with a length: a top-level task, or a phase that is one block. `outcome` is how it has ended,
    `DONE` or `CANCELLED`, and `None` while something of it is left.

    Sub-tasks are no activities of their own: their task stands for them.
    """

    id: WorkId
    source: Task | Phase
    length: Length
    outcome: State | None


class Nodes(Struct, frozen=True):
    """The nodes of a plan: first its activities, numbered from 0 in the order of the text (those outside phases last),
    then a start and a finish for each phase.

    With a start and a finish, a phase of a thousand tasks that waits for another one costs a few thousand edges and not
    a million. `members` has the activities of each phase, `loose` those outside phases. `by_reference` leads from the
    id of a task or sub-task, or the key of a phase, to the node that is finished with it. If two have the same
    reference, the first counts. Build nodes with `Nodes.of`.
    """

    activities: Sequence[Activity]
    members: Sequence[range]
    loose: range
    by_reference: Mapping[Reference, int]

    @classmethod
    def of(cls, plan: Plan, axis: Axis) -> Nodes:
        """The nodes of `plan`, whose time is measured along `axis`."""
        activities: list[Activity] = []
        outcomes = plan.outcomes()
        members = []
        for phase, block_id in zip(plan.phases, _block_ids(plan), strict=True):
            first = len(activities)
            activities.extend(_activities_of(phase, block_id, outcomes, axis))
            members.append(range(first, len(activities)))
        loose = range(len(activities), len(activities) + len(plan.tasks))
        activities.extend(_tasks_as_activities(plan.tasks, task_lengths(plan.tasks), outcomes))
        finishes = range(len(activities) + 1, len(activities) + 2 * len(members), 2)
        return cls(activities, members, loose, _nodes_by_reference(activities, plan.phases, finishes))

    @property
    def size(self) -> int:
        """The number of nodes."""
        return len(self.activities) + 2 * len(self.members)

    def start(self, phase: int) -> int:
        """The node at which a phase, by its place in the plan, starts."""
        return len(self.activities) + 2 * phase

    def finish(self, phase: int) -> int:
        """The node at which a phase, by its place in the plan, is finished."""
        return self.start(phase) + 1

    def phase_edges(self) -> Iterator[Edge]:
        """The edges of phases: a phase starts before its activities and is finished after them. A phase without
        activities is finished when it starts. So what waits for it waits for what the phase waits for."""
        for place, members in enumerate(self.members):
            start, finish = self.start(place), self.finish(place)
            if not members:
                yield start, finish
            for node in members:
                yield start, node
                yield node, finish

    def needed_phase_edges(self, edges: Iterable[Edge]) -> Iterator[Edge]:
        """The `phase_edges` without those that follow from the others and from `edges`. Left are those to the first
        activities of a phase (they wait for no other one in it) and from the last ones (no other one in it waits for
        them)."""
        first, last = set(range(self.size)), set(range(self.size))
        phases = [place for place, members in enumerate(self.members) for _ in members]  # of the activities in phases
        for before, after in edges:
            if before < len(phases) and after < len(phases) and phases[before] == phases[after]:
                first.discard(after)
                last.discard(before)
        return ((before, after) for before, after in self.phase_edges() if before in last and after in first)


def key_of(work: Task | Phase) -> Reference:
    """The reference to a task or phase."""
    return work.id if isinstance(work, Task) else work.key


def _activities_of(phase: Phase, block_id: BlockId, outcomes: Outcomes, axis: Axis) -> Iterator[Activity]:
    """The activities of a phase: its tasks; if it has none, the phase as one block; nothing if it has no length either.
    The activities of a cancelled phase take no time."""
    whole, cancelled = phase_estimate(phase, axis), phase.outcome is State.CANCELLED
    if phase.tasks:
        lengths = [NO_TIME] * len(phase.tasks) if cancelled else task_lengths(phase.tasks, whole)
        yield from _tasks_as_activities(phase.tasks, lengths, outcomes)
    elif block := estimated_length(whole):
        yield Activity(block_id, phase, NO_TIME if cancelled else block, phase.outcome)


def _tasks_as_activities(tasks: Sequence[Task], lengths: Sequence[Length], outcomes: Outcomes) -> Iterator[Activity]:
    for task, length in zip(tasks, lengths, strict=True):
        yield Activity(task.id, task, length, outcomes.get(task.id))


def _block_ids(plan: Plan) -> list[BlockId]:
    """An id for the block of each phase. As texts, these ids differ from each other and from those of tasks."""
    taken = {str(task.id) for task in plan.walk()}
    ids = []
    for phase in plan.phases:
        block = BlockId(phase.number, phase.line)
        ids.append(block._replace(repeated=True) if str(block) in taken else block)
        taken.add(str(ids[-1]))
    return ids


def _nodes_by_reference(
    activities: Sequence[Activity], phases: Sequence[Phase], finishes: Sequence[int]
) -> dict[Reference, int]:
    """For each id and key the node that is finished with it. A sub-task is finished with its task."""
    nodes: dict[Reference, int] = {}
    for node, activity in enumerate(activities):
        if isinstance(activity.source, Task):
            for task in activity.source.walk():
                nodes.setdefault(task.id, node)
    for phase, finish in zip(phases, finishes, strict=True):
        nodes.setdefault(phase.key, finish)
    return nodes
