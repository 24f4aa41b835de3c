# How long work takes, and how uncertain that is: from estimates as written to whole working minutes. Each length knows
# what it was made of, so that readers can be told what was assumed.
"""The durations of tasks, and what is left of them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from typing import NamedTuple

from mkdocs_planplugin.model import NO_ESTIMATE, Estimate, State, Task

from .axis import MINUTES_PER_HOUR

# A longer estimate is a mistake in writing: five thousand years of work, more than the calendar has dates for.
MAX_HOURS = 10_000_000
# Hours are floats, and a minute is no exact fraction of an hour: minutes are rounded to this many digits first.
_MINUTE_DIGITS = 6
# PERT takes six standard deviations from the best case to the worst.
DEVIATIONS_IN_A_SPREAD = 6
VARIANCES_IN_A_SPREAD = DEVIATIONS_IN_A_SPREAD**2


class Basis(Enum):
    """What a length was made of."""

    ESTIMATE = auto()  # its own
    SUBTASKS = auto()  # the sum of its leaves
    SHARE = auto()  # an equal share of what its phase's estimate leaves
    NOTHING = auto()  # no estimate: it takes no time
    SETTLED = auto()  # cancelled, or done: it keeps its place and takes no time


class Length(NamedTuple):
    """A duration in working minutes, its basis, and the estimates that it was made of.

    `spread` is the square of the distance from the best case to the worst, in square minutes: 36 times the variance,
    and whole, so that sums of it are exact.
    """

    minutes: int
    basis: Basis
    estimates: tuple[Estimate, ...] = ()
    spread: int = 0

    @property
    def ends(self) -> tuple[float, float]:
        """The best case and the worst, in minutes: as estimated; those of a share are as far apart as its spread
        says."""
        if not self.spread:
            return self.minutes, self.minutes
        if self.basis in (Basis.ESTIMATE, Basis.SUBTASKS):
            best = sum(estimate.min_hours or 0 for estimate in self.estimates)
            worst = sum(estimate.max_hours or 0 for estimate in self.estimates)
            return best * MINUTES_PER_HOUR, worst * MINUTES_PER_HOUR
        half = math.sqrt(self.spread) / 2
        return max(0.0, self.minutes - half), self.minutes + half


NO_TIME = Length(0, Basis.SETTLED)


def deviation(spread: int) -> float:
    """The standard deviation, in minutes, of work that takes its mean with this (sum of) `Length.spread`."""
    return math.sqrt(spread) / DEVIATIONS_IN_A_SPREAD


def mean_minutes(estimate: Estimate) -> int | None:
    """The expected duration in whole minutes, rounded half up; `None` where no length of time is said.

    A single value is itself, a range a-b has the mean (a + b) / 2, three points o/m/p have (o + 4m + p) / 6: the mean
    of the beta distribution as PERT takes it (D. G. Malcolm et al., Operations Research 7(5), 1959).
    """
    low, likely, high = estimate.min_hours, estimate.likely_hours, estimate.max_hours
    if low is None or high is None or not (_is_time(low) and _is_time(high) and _is_time(likely or 0)):
        return None
    mean = (low + high) / 2 if likely is None else (low + 4 * likely + high) / 6
    return math.floor(round(mean * MINUTES_PER_HOUR, _MINUTE_DIGITS) + 0.5)


def _is_time(number: float) -> bool:
    """Whether a number of hours is a possible length of work."""
    return 0 <= number <= MAX_HOURS


def estimated_length(estimate: Estimate) -> Length | None:
    """The length that an estimate says; `None` where it says no length of time."""
    mean = mean_minutes(estimate)
    if mean is None:
        return None
    distance = round(((estimate.max_hours or 0) - (estimate.min_hours or 0)) * MINUTES_PER_HOUR)  # of its two ends
    return Length(mean, Basis.ESTIMATE, (estimate,), distance**2)


def task_lengths(tasks: Sequence[Task], whole: Estimate = NO_ESTIMATE) -> list[Length]:
    """The lengths of tasks that together are estimated as `whole` (their phase's estimate).

    The tasks without a length of their own share, equally, what `whole` leaves after the others (at least nothing),
    and as much of its uncertainty; where `whole` says no length of time either, they take none.
    """
    own = [_own_length(task) for task in tasks]
    share = _share(whole, [length for length in own if length], own.count(None))
    return [length or share for length in own]


def _own_length(task: Task) -> Length | None:
    """The length a task has by itself: none when cancelled, else its estimate, else the sum of its leaves."""
    if task.outcome is State.CANCELLED:
        return NO_TIME
    return estimated_length(task.estimate) or (_sum_of_leaves(task) if task.subtasks else None)


def _sum_of_leaves(task: Task) -> Length | None:
    """What the leaves of a task take together; `None` unless each has an estimate. The cancelled take no time."""
    lengths = [estimated_length(leaf.estimate) for leaf, outcome in _leaves(task) if outcome is not State.CANCELLED]
    known = [length for length in lengths if length]
    if len(known) < len(lengths):
        return None
    estimates = tuple(estimate for length in known for estimate in length.estimates)
    return Length(
        sum(length.minutes for length in known), Basis.SUBTASKS, estimates, sum(length.spread for length in known)
    )


def _share(whole: Estimate, taken: Sequence[Length], sharers: int) -> Length:
    """The equal share of each of the `sharers` in what `whole` leaves after the lengths `taken`, rounded half up.

    Variances add up along a chain, so it is they that are shared: all tasks of a phase, one after another, are as
    uncertain as the phase.
    """
    total = estimated_length(whole)
    if total is None or not sharers:
        return Length(0, Basis.NOTHING)
    minutes = max(0, total.minutes - sum(length.minutes for length in taken))
    spread = max(0, total.spread - sum(length.spread for length in taken)) if minutes else 0
    return Length(_half_up(minutes, sharers), Basis.SHARE, (whole,), _half_up(spread, sharers))


def _half_up(number: int, parts: int) -> int:
    """A whole number divided, rounded half up."""
    return (2 * number + parts) // (2 * parts)


def remaining_length(task: Task, whole: Length) -> Length:
    """The remaining length of an open task that takes `whole`: what it says itself; if its length is the sum of its
    leaves, the sum of what remains of them; half of it once the task has begun; else all of it."""
    if stated := estimated_length(task.remaining):
        return whole._replace(minutes=stated.minutes, spread=stated.spread)
    if whole.basis is Basis.SUBTASKS and task.state is not State.IN_PROGRESS:
        leaves = [leaf for leaf, outcome in _leaves(task) if outcome is None]
        parts = [remaining_length(leaf, estimated_length(leaf.estimate) or NO_TIME) for leaf in leaves]
        return whole._replace(minutes=sum(part.minutes for part in parts), spread=sum(part.spread for part in parts))
    if not task.begun:
        return whole
    # Half the work, half the distance from its best case to its worst: a quarter of the spread.
    return whole._replace(minutes=_half_up(whole.minutes, 2), spread=_half_up(whole.spread, 4))


def _leaves(task: Task) -> Iterator[tuple[Task, State | None]]:
    """The sub-tasks without parts, each with how it has ended."""
    return ((part, outcome) for part, outcome in task.outcomes() if not part.subtasks)
