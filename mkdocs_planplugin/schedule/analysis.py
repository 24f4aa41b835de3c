# What follows from the two passes over a network: the slack of each node, the critical path, and the finish that is
# kept with a probability of 80%. Numbers only, like the network: no plan in here.
"""Slack, the critical path and the 80% finish."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from msgspec import Struct

from .axis import MINUTES_PER_HOUR
from .durations import deviation
from .merge_bias import merged_finish
from .network import Network, Times

# The standard normal distribution lies below this with a probability of 80%.
Z_80 = 0.8416
# Standard deviations are floats: minutes are rounded to this many digits before they are rounded up to the hour.
_MINUTE_DIGITS = 6


class _Path(NamedTuple):
    """The best critical path from a node to the finish. The smaller of two is the better one: the one with the greater
    spread, then the one whose work comes first in the text."""

    minus_spread: int
    first_work: int
    next_node: int | None


class Analysis(Struct, frozen=True, dict=True):
    """A network whose first nodes are pieces of work; the others are milestones, which take no time (the starts and
    finishes of phases), and lags. `spreads` holds for each piece of work how uncertain it is (see `Length.spread`).
    All times are whole minutes from the start of the plan."""

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
    def reached(self) -> frozenset[int]:
        """The nodes that take no time and lie where what they wait for is finished: in the evening of that day, and
        not on the next morning. A node that has to wait for a morning, or for another one that does, is none of
        them."""
        durations, held = self.network.durations, self.network.not_before
        starts, finishes = self.early.starts, self.early.finishes
        reached = set[int]()
        for node in self.network.order:
            if not durations[node] and held[node] != starts[node]:
                last = [other for other in self.network.before[node] if finishes[other] == starts[node]]
                if all(durations[other] or other in reached for other in last):
                    reached.add(node)
        return frozenset(reached)

    @cached_property
    def finish(self) -> int:
        """When all is finished at the earliest."""
        return max(self.early.finishes)

    @property
    def last_minute(self) -> int:
        """From when on the last day runs: that of the finish, if a piece of work that takes no time waits for that
        morning; else 0, and the evening before is the finish."""
        durations, finishes = self.network.durations, self.early.finishes
        last = (node for node in range(self.work) if finishes[node] == self.finish and not durations[node])
        return self.finish if any(node not in self.reached for node in last) else 0

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
        finish. Milestones do not count: what matters is the work that waits for them."""
        starts, finishes, work = self.early.starts, self.early.finishes, self.work
        durations = self.network.durations
        next_starts = [self.finish] * len(starts)  # of the work that waits for a node, directly or for a milestone
        for node in reversed(self.network.order):
            waiting = [starts[other] if other < work else next_starts[other] for other in self.network.after[node]]
            next_starts[node] = min([self.finish, *waiting]) - (durations[node] if node >= work else 0)
        return [next_starts[node] - finishes[node] for node in range(work)]

    @cached_property
    def critical_path(self) -> Sequence[int]:
        """The pieces of work without slack that follow one another without a gap up to the finish: of several such
        paths the most uncertain one, and of equals the first in the order of the nodes."""
        paths, followers = self._best_paths(), self._followers()
        heads = (node for node in paths if node < self.work and node not in followers)
        critical, node = [], min(heads, key=lambda head: paths[head][:2], default=None)
        while node is not None:
            critical.append(node)
            node = paths[node].next_node
        return [node for node in critical if node < self.work]

    def _best_paths(self) -> dict[int, _Path]:
        """For each critical node its best critical path to the finish."""
        work, paths = self.work, dict[int, _Path]()
        for node, others in self._critical_successors.items():
            step = min(others, key=lambda other: (paths[other][:2], other), default=None)
            spread, first = (0, work) if step is None else paths[step][:2]
            paths[node] = _Path(spread - self.spreads[node], node, step) if node < work else _Path(spread, first, step)
        return paths

    def _followers(self) -> set[int]:
        """The critical nodes that start when a critical piece of work is finished, directly or through milestones."""
        work, followers = self.work, set[int]()
        for node, others in reversed(self._critical_successors.items()):
            if node < work or node in followers:
                followers.update(others)
        return followers

    @cached_property
    def _critical_successors(self) -> dict[int, list[int]]:
        """For each critical node, from the last to the first, the critical nodes that start the minute it is finished
        because they wait for it."""
        starts, finishes = self.early.starts, self.early.finishes
        successors: dict[int, list[int]] = {}
        for node in reversed(self.network.order):
            if not self.slacks[node]:
                after = self.network.after[node]
                successors[node] = [o for o in after if o in successors and finishes[node] == starts[o]]
        return successors

    @cached_property
    def finish_p80(self) -> int:
        """When all is finished with a probability of 80%, rounded up to the hour: the mean and 0.8416 standard
        deviations of the critical path (PERT: D. G. Malcolm et al., Operations Research 7(5), 1959).

        A lower bound: where paths merge, any of them may be the last.
        """
        return _p80(self.finish, deviation(sum(self.spreads[node] for node in self.critical_path)))

    @cached_property
    def finish_p80_merged(self) -> int:
        """The finish with a probability of 80% when paths that merge are counted in (see `merged_finish`); never before
        `finish_p80`."""
        if not any(self.spreads):
            return self.finish_p80
        return max(self.finish_p80, _p80(*merged_finish(self.network, self.spreads)))


def _p80(mean: float, standard_deviation: float) -> int:
    """What a normal variable stays below with a probability of 80%, in minutes, rounded up to the hour."""
    in_hours = round(mean + Z_80 * standard_deviation, _MINUTE_DIGITS) / MINUTES_PER_HOUR
    return math.ceil(in_hours) * MINUTES_PER_HOUR
