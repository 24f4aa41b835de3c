# Which activities an activity waits for. In the network it may wait for the start or finish of a phase, which is no
# work; here the activities behind that stand in its place.
"""Dependencies between activities."""

from __future__ import annotations

from .network import Network

Activities = tuple[int, ...]  # in the order of the text, each once


def resolved_dependencies(work: int, network: Network) -> list[Activities]:
    """For each activity (the first `work` nodes) the activities that have to be finished before it can start.

    To wait for a phase is to wait for its last activities: those that no other activity of that phase waits for. A
    phase without activities stands for what it waits for itself. What a phase waits for is listed at its first
    activities only: the others wait for one of the same phase, and through it for the rest.
    """
    waits_for: list[Activities] = [()] * len(network.before)
    for node in network.order:
        groups = ((other,) if other < work else waits_for[other] for other in network.before[node])
        filled = [group for group in groups if group]
        # A single group stays as it is, so that a thousand tasks that wait for one phase share one tuple.
        waits_for[node] = filled[0] if len(filled) == 1 else tuple(sorted(set().union(*filled)))
    return waits_for[:work]
