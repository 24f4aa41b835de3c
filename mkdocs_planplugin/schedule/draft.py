# A plan on its way through this room: its axis and nodes, the waits between them, cycles cut, and their network.
# What is decided here is what the assumptions speak of.
"""The activities and waits of a plan, ready to be scheduled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_planplugin.model import Plan, State, Task

from .axis import Axis
from .durations import Basis
from .network import Edge, Network, closing_edges
from .nodes import Nodes
from .positions import starts_at
from .waits import Wait, in_order_of_trust, waits

# What a length comes from that somebody has said.
_SAID = (Basis.ESTIMATE, Basis.SUBTASKS, Basis.SHARE)


@dataclass(frozen=True, slots=True)
class Draft:
    """A plan, its axis and nodes, the waits that hold, those that would close a cycle and are left out, and the network
    of the rest."""

    plan: Plan
    axis: Axis
    nodes: Nodes
    kept: Sequence[Wait]
    ignored: Sequence[Wait]
    network: Network

    @property
    def has_length(self) -> bool:
        """Whether anything says how long it takes, or where it lies: else the plan has no finish."""
        return any(activity.length.basis in _SAID for activity in self.nodes.activities) or any(
            phase.position and phase.outcome is not State.CANCELLED and starts_at(phase.position, self.axis) is not None
            for phase in self.plan.phases
        )

    @classmethod
    def of(cls, plan: Plan, axis: Axis) -> Draft:
        """The draft of `plan`."""
        nodes = Nodes.of(plan, axis)
        kept, ignored = waits(plan, nodes), list[Wait]()
        network = _network(nodes, kept, plan, axis)
        if network.has_cycle:
            kept, ignored = _untangled(kept, nodes)
            network = _network(nodes, kept, plan, axis)
        return cls(plan, axis, nodes, kept, ignored, network)


def _untangled(every: Sequence[Wait], nodes: Nodes) -> tuple[list[Wait], list[Wait]]:
    """The waits that hold, and those that close a cycle when one is laid after the other."""
    trusted = in_order_of_trust(every)
    summaries = list(nodes.summaries())
    closing = closing_edges(nodes.size, [*summaries, *((wait.before, wait.after) for wait in trusted)])
    closed = [index + len(summaries) in closing for index in range(len(trusted))]
    return (
        [wait for wait, out in zip(trusted, closed, strict=True) if not out],
        [wait for wait, out in zip(trusted, closed, strict=True) if out],
    )


def _network(nodes: Nodes, kept: Sequence[Wait], plan: Plan, axis: Axis) -> Network:
    """The network of these waits. The starts and finishes of phases take no time."""
    edges: list[Edge] = [(wait.before, wait.after) for wait in kept]
    durations = [activity.length.minutes for activity in nodes.activities] + [0] * (2 * len(plan.phases))
    return Network.of(durations, _not_before(nodes, plan, axis), [*nodes.ends(edges), *edges])


def _not_before(nodes: Nodes, plan: Plan, axis: Axis) -> list[int]:
    """The minute before which a node may not start: the morning of a task's own start date, or where the heading of a
    phase puts its start."""
    minutes = [0] * nodes.size
    for node, activity in enumerate(nodes.activities):
        if isinstance(activity.source, Task) and activity.source.start:
            minutes[node] = axis.minute_at(activity.source.start) or 0
    for place, phase in enumerate(plan.phases):
        if phase.position and phase.outcome is not State.CANCELLED:
            minutes[nodes.start(place)] = starts_at(phase.position, axis) or 0
    return minutes
