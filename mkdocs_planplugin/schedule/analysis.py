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
from .network import Network, Times

# The standard normal distribution lies below this with a probability of 80%.
Z_80 = 0.8416
# Square roots are floats: what is less than this many digits of a minute above an hour is that hour.
_MINUTE_DIGITS = 6


@dataclass(frozen=True)
class Analysis:
    """A network whose first `work` nodes are pieces of work; the others are moments that take no time, such as the
    start of a phase. `spreads` holds for each piece of work how uncertain it is (see `Length.spread`). Whole minutes.
    """

    network: Network
    work: int
    spreads: Sequence[int]

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

    def slack(self, node: int) -> int:
        """Total slack: for how long a node can be late before the finish moves."""
        return self.late.starts[node] - self.early.starts[node]

    @cached_property
    def free_slacks(self) -> Sequence[int]:
        """For each piece of work for how long it can be late before any other moves, or, where none waits for it, the
        finish. Moments do not count: one looks through them at the work that waits for them."""
        starts, after = self.early.starts, self.network.after
        next_starts = [self.finish] * len(starts)  # of the work that waits for a node, through moments
        for node in reversed(self.network.order):
            seen = (starts[other] if other < self.work else next_starts[other] for other in after[node])
            next_starts[node] = min(seen, default=self.finish)
        return [next_starts[node] - self.early.finishes[node] for node in range(self.work)]

    @cached_property
    def critical_path(self) -> Sequence[int]:
        """The pieces of work without slack that follow one another without a gap up to the finish: of several such
        paths the most uncertain one, and of equals the first in the order of the nodes."""
        path: list[int] = []
        ahead, steps = self._ahead
        heads = [node for node in ahead if not any(self._tight(other, node) for other in self.network.before[node])]
        node = min(heads, key=lambda head: (ahead[head], head), default=None)
        while node is not None:
            path.extend([node] if node < self.work else [])
            node = steps[node]
        return path

    @cached_property
    def _ahead(self) -> tuple[dict[int, tuple[int, int]], dict[int, int | None]]:
        """For each critical node what lies ahead on its best critical path, as a pair to compare by (the spread,
        negative, then the first piece of work), and the next node on it."""
        ahead: dict[int, tuple[int, int]] = {}
        steps: dict[int, int | None] = {}
        for node in reversed(self.network.order):
            if self.slack(node):
                continue
            critical = [other for other in self.network.after[node] if other in ahead and self._tight(node, other)]
            steps[node] = step = min(critical, key=lambda other: (ahead[other], other), default=None)
            spread, first = ahead[step] if step is not None else (0, self.work)
            ahead[node] = (spread - self.spreads[node], node) if node < self.work else (spread, first)
        return ahead, steps

    def _tight(self, node: int, other: int) -> bool:
        """Whether `other`, which waits for `node`, starts the minute that is finished, and neither has any slack."""
        return self.early.finishes[node] == self.early.starts[other] and not (self.slack(node) or self.slack(other))

    @cached_property
    def finish_p80(self) -> int:
        """When all is finished with a probability of 80%, rounded up to the hour: the mean and 0.8416 standard
        deviations of the critical path (PERT: D. G. Malcolm et al., Operations Research 7(5), 1959).

        A lower bound: where paths merge, any of them may be the last.
        """
        spread = sum(self.spreads[node] for node in self.critical_path)
        in_hours = round(self.finish + Z_80 * deviation(spread), _MINUTE_DIGITS) / MINUTES_PER_HOUR
        return math.ceil(in_hours) * MINUTES_PER_HOUR
