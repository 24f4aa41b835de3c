# The points by which a page is taken for a plan. Documents of the tests pin each of them.
"""What each sign of a plan, or of another kind of document, weighs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Sign = Literal[
    "phases_with_tasks", "phases_with_items", "phases", "tasks_outside_phases", "numbers_of_phases", "format_tasks",
    "plan_title", "plan_word", "work_sections", "header", "sections", "other_title", "other_sections",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Weight:
    """So many points for each time that a sign is seen, up to `most` times, and `first` once on top."""

    each: int
    most: int = 1
    first: int = 0

    def points(self, times: int) -> int:
        """The points for a sign that was seen so many times; none where it was not."""
        return self.first + self.each * min(times, self.most) if times else 0


# From so many points on a page is a plan. Plans of the format reach 15; of the other pages that were weighed none
# reached more than 2.
THRESHOLD = 5
WEIGHTS: Mapping[Sign, Weight] = {
    # What phases and tasks there are. Plain items may be anything, so they weigh less.
    "phases_with_tasks": Weight(1, most=3, first=1),
    "phases_with_items": Weight(2),
    "phases": Weight(1),
    "tasks_outside_phases": Weight(1),
    "numbers_of_phases": Weight(1),
    "format_tasks": Weight(2),
    # What the document is called, and what else is in it.
    "plan_title": Weight(3),
    "plan_word": Weight(2),
    "work_sections": Weight(1, most=4),
    "header": Weight(1, most=3),
    "sections": Weight(1, most=4),
    "other_title": Weight(-6),
    "other_sections": Weight(-2, most=3),
}
