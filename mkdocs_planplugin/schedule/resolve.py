# The network back in the words of the plan: which activities an activity waits for, once the starts and finishes of
# phases, which are no work, are looked through.
"""Resolved dependencies."""

from __future__ import annotations

from collections.abc import Iterable

from .network import Network

Activities = tuple[int, ...]  # in the order of the text, each once


def resolved_dependencies(work: int, network: Network) -> list[Activities]:
    """For each activity (the first `work` nodes) the activities that have to be finished before it can start.

    Who waits for a phase waits for the activities that end it: those no other activity of that phase waits for. A
    phase without activities passes on what it waits for itself. What a phase waits for is listed at its first
    activities only: the others wait for one of the same phase, and through it for the rest.
    """
    waited: list[Activities] = [()] * len(network.before)
    for node in network.order:
        waited[node] = _union((other,) if other < work else waited[other] for other in network.before[node])
    return waited[:work]


def _union(groups: Iterable[Activities]) -> Activities:
    """All activities of the groups. A single group is handed on as it is: a thousand tasks that wait for one phase
    share one tuple."""
    filled = [group for group in groups if group]
    return filled[0] if len(filled) == 1 else tuple(sorted(set().union(*filled)))
