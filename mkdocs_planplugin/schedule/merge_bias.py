# Merge bias: where paths merge, the work behind starts when the last of them is finished, and nobody knows beforehand
# which one that will be. So the mean of the later of two times lies after the later of their means.
"""The greatest of several uncertain times (C. E. Clark, Operations Research 9(2), 1961).

Every time is a normal variable; the greater of two is taken for normal again, with the mean and the variance that it
has. Two times that lie behind the same uncertain work are correlated, so each one is kept as a sum of independent parts
that knows which parts it shares with others, as in statistical timing analysis (C. Visweswariah et al., First-Order
Incremental Block-Based Statistical Timing Analysis, DAC 2004).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import reduce
from typing import NamedTuple

from .durations import VARIANCES_IN_A_SPREAD
from .network import Network

# A time that lies this many standard deviations (of the difference) behind another is taken to be always the later one.
_ALWAYS = 4.0
# So many nodes where paths fork are told apart; what comes from any further one counts as if it were not shared. More
# than any plan has that was written by hand, and few enough to keep the pass linear.
_MOST_SHARED = 100


class UncertainTime(NamedTuple):
    """An uncertain time in minutes: its `mean`, the part of its variance that is its `own`, and what it has in common
    with other times: for each node behind which paths fork the standard deviation that comes from there, as a factor
    of one standard normal variable that is `shared` by all times behind that node."""

    mean: float
    own: float
    shared: Mapping[int, float]


_START = UncertainTime(0.0, 0.0, {})


def merged_finish(network: Network, spreads: Sequence[int]) -> tuple[float, float]:
    """The mean and the standard deviation, in minutes, of the time when all is finished. `spreads` holds for each piece
    of work, which are the first nodes, how uncertain it is (see `Length.spread`)."""
    finishes = [_START] * len(network.order)
    work, forks = len(spreads), 0
    for node in network.order:
        times = [finishes[other] for other in network.before[node]]
        if network.not_before[node] or any(time.mean < 0 for time in times):  # nothing begins before the start
            times.append(UncertainTime(network.not_before[node], 0.0, _START.shared))
        mean, own, shared = reduce(later, times) if times else _START
        if node < work and spreads[node]:
            own += spreads[node] / VARIANCES_IN_A_SPREAD
        if own and len(network.after[node]) > 1 and forks < _MOST_SHARED:
            shared, own, forks = {**shared, node: math.sqrt(own)}, 0.0, forks + 1
        finishes[node] = UncertainTime(mean + network.durations[node], own, shared)
    durations = network.durations
    ends = (finishes[n] for n in network.order if all(durations[other] < 0 for other in network.after[n]))
    mean, own, shared = reduce(later, ends)
    return mean, math.sqrt(own + sum(factor**2 for factor in shared.values()))


def later(one: UncertainTime, other: UncertainTime) -> UncertainTime:
    """The later of two times: its mean and variance are those of Clark, its shared parts are those of both, weighted.

    With the difference of the means d, the standard deviation of the difference t, and the probability p that `one` is
    the later: mean = other + d p + t f, where f is the density of the standard normal variable at d / t; a shared
    factor is p times that of the one and 1 - p times that of the other; and the variance that is left over is its own.
    """
    apart = _variance_of_difference(one.shared, other.shared)
    difference = one.mean - other.mean
    deviation = math.sqrt(one.own + other.own + apart)
    if abs(difference) >= _ALWAYS * deviation:
        return one if difference >= 0 else other
    ratio = difference / deviation
    p = math.erfc(-ratio / math.sqrt(2)) / 2
    q = 1 - p
    pull = deviation * math.exp(-(ratio**2) / 2) / math.sqrt(2 * math.pi)
    own = p * one.own + q * other.own + p * q * (apart + difference**2) + pull * (difference * (q - p) - pull)
    shared = one.shared
    if shared is not other.shared:
        nodes = dict.fromkeys((*one.shared, *other.shared))
        shared = {node: p * one.shared.get(node, 0.0) + q * other.shared.get(node, 0.0) for node in nodes}
    return UncertainTime(other.mean + difference * p + pull, max(0.0, own), shared)


def _variance_of_difference(one: Mapping[int, float], other: Mapping[int, float]) -> float:
    """The variance of the difference of two sums of shared parts."""
    if one is other:
        return 0.0
    here = sum((factor - other.get(node, 0.0)) ** 2 for node, factor in one.items())
    return here + sum(factor**2 for node, factor in other.items() if node not in one)
