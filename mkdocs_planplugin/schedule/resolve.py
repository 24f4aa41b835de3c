# The network back in the words of the plan: which activities an activity waits for, once the starts and finishes of
# phases, which are no work, are looked through.
"""Resolved dependencies."""

from __future__ import annotations

from collections.abc import Iterable

from .network import Network
from .nodes import Nodes

Activities = tuple[int, ...]  # in the order of the text, each once


def resolved_dependencies(nodes: Nodes, network: Network) -> list[Activities]:
    """For each activity the activities that have to be finished before it can start.

    Who waits for a phase waits for the activities that end it: those no other activity of that phase waits for. A
    phase without activities passes on what it waits for itself. What a phase waits for is listed at its first
    activities only: the others wait for one of the same phase, and through it for the rest.
    """
    followed, following = _within_phases(nodes, network)
    found: list[Activities] = [()] * len(nodes.activities)
    ends: list[Activities] = [()] * nodes.size  # for each node the activities with which it is finished
    for node in network.order:
        before = network.before[node]
        if nodes.is_finish(node):
            ends[node] = _union(ends[other] for other in before if other not in followed)
        elif nodes.is_start(node):
            ends[node] = _union(ends[other] for other in before)
        else:
            found[node] = _union(ends[other] for other in before if node not in following or not nodes.is_start(other))
            ends[node] = (node,)
    return found


def _within_phases(nodes: Nodes, network: Network) -> tuple[set[int], set[int]]:
    """The activities that another one of the same phase waits for, and those that wait for one of the same phase."""
    followed, following = set(), set()
    for members in (*nodes.members, nodes.loose):
        for node in members:
            inside = [other for other in network.before[node] if other in members]
            followed.update(inside)
            following.update([node] if inside else [])
    return followed, following


def _union(groups: Iterable[Activities]) -> Activities:
    """All activities of the groups. A single group is handed on as it is: a thousand tasks that wait for one phase
    share one tuple."""
    filled = [group for group in groups if group]
    return filled[0] if len(filled) == 1 else tuple(sorted(set().union(*filled)))
