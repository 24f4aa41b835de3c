# The first step: from a plan to a network. The waits that close a cycle are left out here. Most assumptions of a
# schedule are about what this step decides.
"""The activities and waits of a plan, ready to be scheduled."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from mkdocs_planplugin.model import Plan, Task

from .axis import Axis
from .durations import Basis
from .network import Edge, Network, closing_edges
from .nodes import Nodes
from .positions import begins_at, says_finish, starts_at
from .waits import Wait, in_order_of_trust, waits

# The lengths that rest on an estimate, or on the time that a heading names.
_STATED = (Basis.ESTIMATE, Basis.SUBTASKS, Basis.SHARE)


class Draft(Struct, frozen=True):
    """A plan, its axis and nodes, the waits that are `kept`, those that would close a cycle and are `ignored`, and the
    network of those that are kept. Behind its `nodes` the network has one more for each wait with a lag, in their
    order: it lasts as long as the lag."""

    plan: Plan
    axis: Axis
    nodes: Nodes
    kept: Sequence[Wait]
    ignored: Sequence[Wait]
    network: Network

    @property
    def has_length(self) -> bool:
        """Whether anything says how long it takes, or where it lies: else the plan has no finish."""
        return any(activity.length.basis in _STATED for activity in self.nodes.activities) or any(
            says_finish(phase, self.axis) for phase in self.plan.phases
        )

    @property
    def lags(self) -> list[Wait]:
        """The waits with a lag, in the order of their nodes."""
        return [wait for wait in self.kept if wait.lag]

    @classmethod
    def of(cls, plan: Plan, axis: Axis) -> Draft:
        """The draft of `plan`."""
        nodes = Nodes.of(plan, axis)
        kept, ignored = waits(plan, nodes), list[Wait]()
        network = _network(nodes, kept, plan, axis)
        if network.has_cycle:
            kept, ignored = _without_cycles(kept, nodes)
            network = _network(nodes, kept, plan, axis)
        return cls(plan, axis, nodes, kept, ignored, network)


def has_begun(draft: Draft, node: int) -> bool:
    """Whether the work or the phase that starts at a node has begun: it waits for no lag any more."""
    activities = draft.nodes.activities
    if node >= len(activities):
        phase = draft.plan.phases[(node - len(activities)) // 2]
        return phase.begun or phase.outcome is not None
    source = activities[node].source
    return bool(activities[node].outcome) or (isinstance(source, Task) and source.begun)


def _without_cycles(all_waits: Sequence[Wait], nodes: Nodes) -> tuple[list[Wait], list[Wait]]:
    """The waits to keep, and those that close a cycle when they are added one by one, the most trusted first."""
    trusted = in_order_of_trust(all_waits)
    phase_edges = list(nodes.phase_edges())
    closing = closing_edges(nodes.size, [*phase_edges, *((wait.before, wait.after) for wait in trusted)])
    kept, ignored = list[Wait](), list[Wait]()
    for index, wait in enumerate(trusted, len(phase_edges)):
        (ignored if index in closing else kept).append(wait)
    return kept, ignored


def _network(nodes: Nodes, kept: Sequence[Wait], plan: Plan, axis: Axis) -> Network:
    """The network of the waits that are kept. The starts and finishes of phases take no time."""
    edges: list[Edge] = [(wait.before, wait.after) for wait in kept if not wait.lag]
    durations = [activity.length.minutes for activity in nodes.activities] + [0] * (2 * len(plan.phases))
    inside = edges.copy()  # what starts before another one is finished does not stand for the start of its phase
    for wait in kept:
        if wait.lag:
            edges += [(wait.before, len(durations)), (len(durations), wait.after)]
            durations.append(wait.lag)
            inside += [(wait.before, wait.after)] if wait.lag > 0 else []
    # A node may not start before the morning of a task's own start date, or before its phase does by its heading.
    minutes = [0] * len(durations)
    for node, activity in enumerate(nodes.activities):
        if isinstance(activity.source, Task):
            minutes[node] = begins_at(activity.source, axis)
    for place, phase in enumerate(plan.phases):
        minutes[nodes.start(place)] = starts_at(phase, axis) or 0
    return Network.of(durations, minutes, [*nodes.needed_phase_edges(inside), *edges])
