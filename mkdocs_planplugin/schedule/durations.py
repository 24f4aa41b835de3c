# How long things take: from estimates as written to whole working minutes, with the reason for each length, so that
# the reader can be told what was assumed.
"""Estimates into durations."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from mkdocs_planplugin.model import NO_ESTIMATE, Estimate, State, Task

from .axis import MINUTES_PER_HOUR

# Beyond this an estimate is a slip of the pen: five thousand years of work, more than the calendar has dates for.
_MAX_HOURS = 10_000_000
# Hours are floats, and a minute is no exact fraction of one. Six digits of a minute are exact enough to round by.
_MINUTE_DIGITS = 6


class Basis(Enum):
    """Where a length comes from."""

    ESTIMATE = auto()  # its own
    SUBTASKS = auto()  # the sum of its leaves
    SHARE = auto()  # an equal share of what its phase's estimate leaves
    NOTHING = auto()  # nobody said how long: no time
    CANCELLED = auto()  # it keeps its place and takes no time


@dataclass(frozen=True, slots=True)
class Length:
    """A duration in working minutes, where it comes from, and the estimates it was made of."""

    minutes: int
    basis: Basis
    estimates: tuple[Estimate, ...] = ()


def mean_minutes(estimate: Estimate) -> int | None:
    """The expected duration in whole minutes, rounded half up; `None` where no length of time is said.

    A single value is itself, a range a-b has the mean (a + b) / 2, three points o/m/p have (o + 4m + p) / 6: the mean
    of the beta distribution as PERT takes it (D. G. Malcolm et al., Operations Research 7(5), 1959).
    """
    low, likely, high = estimate.min_hours, estimate.likely_hours, estimate.max_hours
    if low is None or high is None or not all(0 <= end <= _MAX_HOURS for end in (low, high, likely or 0)):
        return None
    mean = (low + high) / 2 if likely is None else (low + 4 * likely + high) / 6
    return math.floor(round(mean * MINUTES_PER_HOUR, _MINUTE_DIGITS) + 0.5)


def block_length(estimate: Estimate) -> Length | None:
    """The length of a phase that is one block of work; `None` where its estimate says no length of time."""
    mean = mean_minutes(estimate)
    return None if mean is None else Length(mean, Basis.ESTIMATE, (estimate,))


def task_lengths(tasks: Sequence[Task], whole: Estimate = NO_ESTIMATE) -> list[Length]:
    """The lengths of tasks that together are estimated as `whole` (their phase's estimate).

    The tasks without a length of their own share, equally, what `whole` leaves after the others (at least nothing);
    where `whole` says no length of time either, they take none.
    """
    own = [_own_length(task) for task in tasks]
    known = [length.minutes for length in own if length]
    blank = _share(whole, sum(known), len(own) - len(known))
    return [length or blank for length in own]


def _own_length(task: Task) -> Length | None:
    """The length a task has by itself: none when cancelled, else its estimate, else the sum of its leaves."""
    if task.cancelled:
        return Length(0, Basis.CANCELLED)
    mean = mean_minutes(task.estimate)
    if mean is not None:
        return Length(mean, Basis.ESTIMATE, (task.estimate,))
    return _sum_of_leaves(task) if task.subtasks else None


def _sum_of_leaves(task: Task) -> Length | None:
    """What the leaves of a task take together; `None` unless each has an estimate. The cancelled take no time."""
    estimates = tuple(leaf.estimate for leaf in task.leaves() if leaf.state is not State.CANCELLED)
    means = [mean_minutes(estimate) for estimate in estimates]
    known = [mean for mean in means if mean is not None]
    return Length(sum(known), Basis.SUBTASKS, estimates) if len(known) == len(means) else None


def _share(whole: Estimate, taken: int, sharers: int) -> Length:
    """The equal share of each of the `sharers` in what `whole` leaves after `taken` minutes, rounded half up."""
    total = mean_minutes(whole)
    if total is None or not sharers:
        return Length(0, Basis.NOTHING)
    return Length((2 * max(0, total - taken) + sharers) // (2 * sharers), Basis.SHARE, (whole,))
