# One plan waits for another: a link in one of its tasks or phases leads to a page that is a plan.
"""Dependencies between the plans of a site."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from msgspec import Struct

from mkdocs_planplugin.model import Phase, Reference

from .entries import Entry
from .links import linked_path
from .parts import PlanPart, at_work, part_at, remaining_dates, remaining_finish


class PlanDependency(Struct, frozen=True):
    """Something in one plan (`dependent`) that waits for something in another (`predecessor`); neither is finished.

    `start` is the start of the remaining work of the dependent, `start_alone` the start that it would have without this
    predecessor, and `begun` says whether it is under way already. `finish` is the finish of the predecessor. All days
    are the expected ones, else the planned ones; `None` if they are not known.
    """

    dependent: PlanPart
    predecessor: PlanPart
    begun: bool
    start: dt.date | None
    finish: dt.date | None
    start_alone: dt.date | None

    @property
    def days_held(self) -> int:
        """How many days before the finish of its predecessor the dependent would start without it; 0 if it is not held
        up."""
        return max(0, (self.finish - self.start_alone).days) if self.start_alone and self.finish else 0

    @property
    def is_early(self) -> bool:
        """Whether the dependent starts before its predecessor is finished, because it has begun or the plans wait for
        each other."""
        return self.start is not None and self.finish is not None and self.start < self.finish


class LinkedParts(Struct, frozen=True):
    """A link from something in one plan to something in another that has to be finished first. `by` is the task or
    phase that states it at `line`; `None` if the whole plan does."""

    dependent: PlanPart
    predecessor: PlanPart
    by: Reference | None
    line: int


def linked_parts(entries: Iterable[Entry]) -> Iterator[LinkedParts]:
    """What active plans wait for in other plans, in the order of the plans and their texts. Left out are links to pages
    that are no plans, and links of which one side is finished."""
    plans = list(entries)
    by_path = {entry.path: entry for entry in plans if not entry.plan.is_template}
    for entry in plans:
        if at_work(entry):
            # If a task has several links to one place, the first counts.
            by_ends: dict[tuple[Reference | None, str], LinkedParts] = {}
            for link in entry.plan.links:
                path, anchor = linked_place(entry.path, link.href) or ("", "")
                other = by_path.get(path)
                if other is None or other is entry:
                    continue
                dependent, predecessor = (
                    PlanPart(entry, entry.plan.part(link.by)),
                    PlanPart(other, part_at(other, anchor)),
                )
                if not (_is_settled(dependent) or _is_settled(predecessor)):
                    pair = LinkedParts(dependent, predecessor, link.by, link.line)
                    by_ends.setdefault((link.by, predecessor.path), pair)
            yield from by_ends.values()


def plan_dependencies(entries: Iterable[Entry]) -> tuple[PlanDependency, ...]:
    """What active plans wait for in other plans (see `linked_parts`), with the starts and finishes of both sides."""
    dependencies = []
    for pair in linked_parts(entries):
        dependent, predecessor = pair.dependent, pair.predecessor
        dates, finish = remaining_dates(dependent), remaining_finish(predecessor)
        start = dates.first if dates else None
        begun = (dependent.part or dependent.entry.plan).begun
        start_alone = _start_alone(dependent, start, finish)
        dependencies.append(PlanDependency(dependent, predecessor, begun, start, finish, start_alone))
    return tuple(dependencies)


def _start_alone(dependent: PlanPart, start: dt.date | None, finish: dt.date | None) -> dt.date | None:
    """The start that the dependent would have without its predecessor, if that is what sets its start: it starts on the
    first working day after the predecessor's `finish`. If it starts on another day, something else sets its start."""
    schedule = dependent.entry.schedule
    if schedule and start and finish and schedule.axis.hours_at(start) == schedule.axis.hours_after(finish):
        alone = remaining_dates(dependent, alone=True)
        return min(start, alone.first) if alone else start
    return start


def _is_settled(place: PlanPart) -> bool:
    """Whether a part is finished or cancelled, so that nothing has to wait for it."""
    part = place.part
    ended = part.outcome if isinstance(part, Phase) else part and place.entry.measures.outcomes.get(part.id)
    return place.entry.finished or ended is not None


def linked_place(path: str, href: str) -> tuple[str, str] | None:
    """The source path and the anchor (maybe empty) that a link on the page at `path` leads to; `None` if it leads out
    of the site or to the page itself."""
    target = linked_path(path, href)
    return None if target in (None, path) else (target or "", unquote(href.partition("#")[2]))
