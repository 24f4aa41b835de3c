# What a network says about itself once the two passes have been made: how much time there is to lose, where there is
# none, and how far the finish may move. Bare numbers, like the network.
"""Slack, the critical path and the 80% finish."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from .axis import MINUTES_PER_HOUR
from .durations import deviation
from .merge_bias import merged_finish
from .network import Network, Times

# The standard normal distribution lies below this with a probability of 80%.
Z_80 = 0.8416
# Square roots are floats: what is less than this many digits of a minute above an hour is that hour.
_MINUTE_DIGITS = 6


# The spread along a path, negative, its first piece of work, so that the smallest is the best, and its second node.
_Ahead = tuple[int, int, int | None]


@dataclass(frozen=True)
class Analysis:
    """A network whose first nodes are pieces of work; the others are moments that take no time, such as the start of a
    phase. `spreads` holds for each piece of work how uncertain it is (see `Length.spread`). Whole minutes."""

    network: Network
    spreads: Sequence[int]

    @property
    def work(self) -> int:
        """How many nodes are pieces of work."""
        return len(self.spreads)

    @cached_property
    def early(self) -> Times:
        """The earliest times."""
        return self.network.early()

    @cached_property
    def finish(self) -> int:
        """When all is finished at the earliest."""
        return max(self.early.finishes)

    @cached_property
    def late(self) -> Times:
        """The latest times that do not move the finish."""
        return self.network.late(self.finish)

    @cached_property
    def slacks(self) -> Sequence[int]:
        """Total slack: for how long each node can be late before the finish moves. Without any it is critical."""
        return [late - early for late, early in zip(self.late.starts, self.early.starts, strict=True)]

    @cached_property
    def free_slacks(self) -> Sequence[int]:
        """For each piece of work for how long it can be late before any other moves, or, where none waits for it, the
        finish. Moments do not count: one looks through them at the work that waits for them."""
        starts, finishes, work = self.early.starts, self.early.finishes, self.work
        next_starts = [self.finish] * len(starts)  # of the work that waits for a node, through moments
        for node in reversed(self.network.order):
            seen = [starts[other] if other < work else next_starts[other] for other in self.network.after[node]]
            next_starts[node] = min(seen, default=self.finish)
        return [next_starts[node] - finishes[node] for node in range(work)]

    @cached_property
    def critical_path(self) -> Sequence[int]:
        """The pieces of work without slack that follow one another without a gap up to the finish: of several such
        paths the most uncertain one, and of equals the first in the order of the nodes."""
        ahead, followers = self._ahead(), self._followers()
        heads = (node for node in ahead if node < self.work and node not in followers)
        path, at = [], min(heads, key=lambda head: ahead[head][:2], default=None)
        while at is not None:
            path.append(at)
            at = ahead[at][2]
        return [node for node in path if node < self.work]

    def _ahead(self) -> dict[int, _Ahead]:
        """For each critical node what lies on its best critical path from there on."""
        work, ahead = self.work, dict[int, _Ahead]()
        for node, others in self._tight.items():
            step = min(others, key=lambda other: (ahead[other][:2], other), default=None)
            spread, first = (0, work) if step is None else ahead[step][:2]
            ahead[node] = (spread - self.spreads[node], node, step) if node < work else (spread, first, step)
        return ahead

    def _followers(self) -> set[int]:
        """The critical nodes that a critical piece of work leads to without a gap, be it through moments."""
        work, followers = self.work, set[int]()
        for node, others in reversed(self._tight.items()):
            if node < work or node in followers:
                followers.update(others)
        return followers

    @cached_property
    def _tight(self) -> dict[int, list[int]]:
        """For each critical node, from the last to the first, the critical nodes that start the minute it is finished
        because they wait for it."""
        starts, finishes = self.early.starts, self.early.finishes
        tight: dict[int, list[int]] = {}
        for node in reversed(self.network.order):
            if not self.slacks[node]:
                after = self.network.after[node]
                tight[node] = [other for other in after if other in tight and finishes[node] == starts[other]]
        return tight

    @cached_property
    def finish_p80(self) -> int:
        """When all is finished with a probability of 80%, rounded up to the hour: the mean and 0.8416 standard
        deviations of the critical path (PERT: D. G. Malcolm et al., Operations Research 7(5), 1959).

        A lower bound: where paths merge, any of them may be the last.
        """
        return _p80(self.finish, deviation(sum(self.spreads[node] for node in self.critical_path)))

    @cached_property
    def finish_p80_merged(self) -> int:
        """The same, with the paths that merge counted in; never before `finish_p80`."""
        if not any(self.spreads):
            return self.finish_p80
        return max(self.finish_p80, _p80(*merged_finish(self.network, self.spreads)))


def _p80(mean: float, deviation_of_it: float) -> int:
    """What a normal variable stays below with a probability of 80%, in minutes, rounded up to the hour."""
    in_hours = round(mean + Z_80 * deviation_of_it, _MINUTE_DIGITS) / MINUTES_PER_HOUR
    return math.ceil(in_hours) * MINUTES_PER_HOUR
