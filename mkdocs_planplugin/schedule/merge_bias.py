# Where paths merge, the last of them sets the pace, and which one that will be is not known beforehand: the mean of the
# later of two is later than the later of their means. This room's second opinion on the 80% finish counts that in.
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

# By so many standard deviations of their difference one time lies behind another that it is always the later one.
_ALWAYS = 4.0
# So many shared parts are told apart; any further ones count as if they were not shared. More than any plan has that
# was written by hand, and few enough to keep the pass linear.
_MOST_SHARED = 100


class Moment(NamedTuple):
    """A time in minutes: its mean, its variance as far as that is its own, and for each node where it parted from
    other times its deviation there, as a factor of a standard normal variable that they have in common."""

    mean: float
    own: float
    shared: Mapping[int, float]


_START = Moment(0.0, 0.0, {})


def merged_finish(network: Network, spreads: Sequence[int]) -> tuple[float, float]:
    """The mean and the standard deviation, in minutes, of the time when all is finished. `spreads` holds for each piece
    of work, which are the first nodes, how uncertain it is (see `Length.spread`)."""
    moments = [_START] * len(network.order)
    work, parted = len(spreads), 0
    for node in network.order:
        times = [moments[other] for other in network.before[node]]
        if network.not_before[node]:
            times.append(Moment(network.not_before[node], 0.0, _START.shared))
        mean, own, shared = reduce(later, times) if times else _START
        if node < work and spreads[node]:
            own += spreads[node] / VARIANCES_IN_A_SPREAD
        if own and len(network.after[node]) > 1 and parted < _MOST_SHARED:
            shared, own, parted = {**shared, node: math.sqrt(own)}, 0.0, parted + 1
        moments[node] = Moment(mean + network.durations[node], own, shared)
    ends = (moments[node] for node in network.order if not network.after[node])
    mean, own, shared = reduce(later, ends)
    return mean, math.sqrt(own + sum(factor**2 for factor in shared.values()))


def later(one: Moment, other: Moment) -> Moment:
    """The later of two times: Clark's moments, and of each shared part what its two factors weigh.

    With the difference of the means d, the standard deviation of the difference t, and the probability p that `one` is
    the later: mean = other + d p + t f, where f is the density of the standard normal variable at d / t; a shared
    factor is p times that of the one and 1 - p times that of the other; and the variance that is left over is its own.
    """
    apart = _apart(one.shared, other.shared)
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
    return Moment(other.mean + difference * p + pull, max(0.0, own), shared)


def _apart(one: Mapping[int, float], other: Mapping[int, float]) -> float:
    """The variance of the difference of two sums of shared parts."""
    if one is other:
        return 0.0
    here = sum((factor - other.get(node, 0.0)) ** 2 for node, factor in one.items())
    return here + sum(factor**2 for node, factor in other.items() if node not in one)
