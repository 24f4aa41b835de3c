# A plan on its way through this room: its axis and nodes, and the waits between them, cycles cut. What is decided here
# is what the assumptions speak of.
"""The activities and waits of a plan, ready to be scheduled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_planplugin.model import Plan, Task

from .axis import Axis
from .network import Network, closing_edges
from .nodes import Nodes
from .positions import morning, starts_at
from .waits import Wait, waits


@dataclass(frozen=True, slots=True)
class Draft:
    """A plan, its axis and nodes, the waits that hold, and those that would close a cycle and are left out."""

    plan: Plan
    axis: Axis
    nodes: Nodes
    kept: Sequence[Wait]
    left_out: Sequence[Wait]

    @classmethod
    def of(cls, plan: Plan, axis: Axis) -> Draft:
        """The draft of `plan`."""
        nodes = Nodes.of(plan, axis)
        every = waits(plan, nodes)
        closing = closing_edges(nodes.size, [(wait.before, wait.after) for wait in every])
        kept = [wait for index, wait in enumerate(every) if index not in closing]
        return cls(plan, axis, nodes, kept, [every[index] for index in sorted(closing)])

    def network(self) -> Network:
        """The network of the waits that hold. The starts and finishes of phases take no time."""
        activities, phases = self.nodes.activities, self.plan.phases
        durations = [activity.length.minutes for activity in activities] + [0] * (2 * len(phases))
        return Network.of(durations, self._not_before(), ((wait.before, wait.after) for wait in self.kept))

    def _not_before(self) -> list[int]:
        """The minute before which a node may not start: the morning of a task's own start date, or where the heading
        of a phase puts its start."""
        sources = (activity.source for activity in self.nodes.activities)
        found = [(morning(each.start, self.axis) if isinstance(each, Task) else None) or 0 for each in sources]
        for phase in self.plan.phases:
            found += [starts_at(phase.position, self.axis) or 0, 0]
        return found
