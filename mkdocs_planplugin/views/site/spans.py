# Which days a drawing of several plans shows. What is left to do sets the scale: a plan of long ago, or one of the far
# future, must not press it together.
"""Days on an axis, and the axis for plans side by side."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

# What is past takes at most so many times the room of what is left, which counts as at least so many days.
_PAST = 2
_SHORTEST_REACH = 28


@dataclass(frozen=True, slots=True)
class Days:
    """Days that follow one another, by their ordinals; `last` is the day after the last of them."""

    first: int
    last: int

    @classmethod
    def of(cls, first: dt.date, last: dt.date) -> Days:
        """The days from `first` to `last`, both of them included."""
        return cls(first.toordinal(), last.toordinal() + 1)

    @property
    def start(self) -> dt.date:
        """The first of them."""
        return dt.date.fromordinal(self.first)

    @property
    def finish(self) -> dt.date:
        """The last of them."""
        return dt.date.fromordinal(self.last - 1)

    @property
    def length(self) -> int:
        """How many they are."""
        return self.last - self.first

    def meets(self, other: Days) -> bool:
        """Whether any day is in both."""
        return self.first < other.last and other.first < self.last

    def joined(self, others: Iterable[Days]) -> Days:
        """From the first to the last day of all of them."""
        every = [self, *others]
        return Days(min(each.first for each in every), max(each.last for each in every))


def axis(left: Sequence[Days], others: Sequence[Days], today: dt.date) -> Days:
    """The days that are drawn: today, all that is `left` to do, and of the `others`, which are planned or marked, what
    lies so near that the rest can still be seen; what begins before that is cut off. Where nothing is left, all of the
    others, and today if it is near."""
    now = Days.of(today, today)
    core = now.joined(left) if left else others[0].joined(others)
    reach = max(core.length, _SHORTEST_REACH)
    earliest, latest = core.first - _PAST * reach, core.last + reach
    near = (each for each in (*others, now) if earliest < each.last <= latest)
    return core.joined(Days(max(each.first, earliest), each.last) for each in near)
