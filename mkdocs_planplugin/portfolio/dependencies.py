# One plan waits for another: a link in one of its tasks or phases leads to a page that is a plan.
"""Dependencies between the plans of a site."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from mkdocs_planplugin.model import Phase, Reference, State, Status, Task

from .entries import Entry
from .links import linked_path
from .parts import PlanPart, at_work, part_at, remaining_dates

_BEGUN = (State.DONE, State.IN_PROGRESS)


@dataclass(frozen=True, slots=True)
class PlanDependency:
    """Something in one plan, the `dependent`, waits for something in another, its `predecessor`; neither is settled.

    `start` is when what is left of the dependent starts, and `begun` whether it is under way already; `finish` is when
    the predecessor will be finished. Both are forecast where there is a forecast, else as planned; `None` where nobody
    knows.
    """

    dependent: PlanPart
    predecessor: PlanPart
    begun: bool
    start: dt.date | None
    finish: dt.date | None

    @property
    def days_too_early(self) -> int:
        """How many days before the finish of its predecessor the dependent starts; 0 where it need not be moved."""
        return max(0, (self.finish - self.start).days) if self.start and self.finish else 0


def plan_dependencies(entries: Iterable[Entry]) -> tuple[PlanDependency, ...]:
    """What plans at work wait for in other plans, in the order of the plans and their texts; what is settled on either
    side is left out, and so are links to pages that are no plans."""
    plans = list(entries)
    by_path = {entry.path: entry for entry in plans if not entry.plan.is_template}
    return tuple(dependency for entry in plans if at_work(entry) for dependency in _of_plan(entry, by_path))


def _of_plan(entry: Entry, by_path: Mapping[str, Entry]) -> Iterator[PlanDependency]:
    """What one plan waits for; of several links from one task to one place the first."""
    by_ends: dict[tuple[Reference | None, str], PlanDependency] = {}
    for link in entry.plan.links:
        path, anchor = linked_place(entry.path, link.href) or ("", "")
        other = by_path.get(path)
        if other is None or other is entry:
            continue
        dependent, predecessor = PlanPart(entry, _part(entry, link.by)), PlanPart(other, part_at(other, anchor))
        if not (_is_settled(dependent) or _is_settled(predecessor)):
            by_ends.setdefault((link.by, predecessor.path), _dependency(dependent, predecessor))
    yield from by_ends.values()


def _dependency(dependent: PlanPart, predecessor: PlanPart) -> PlanDependency:
    dates, predecessor_dates = remaining_dates(dependent), remaining_dates(predecessor)
    on_hold = predecessor.entry.measures.shown_status is Status.ON_HOLD  # nobody knows when it goes on
    return PlanDependency(
        dependent=dependent,
        predecessor=predecessor,
        begun=any(task.state in _BEGUN for task in (dependent.part or dependent.entry.plan).walk()),
        start=dates.first if dates else None,
        finish=predecessor_dates.last if predecessor_dates and not on_hold else None,
    )


def _is_settled(place: PlanPart) -> bool:
    return place.entry.finished or (place.part is not None and place.part.settled)


def _part(entry: Entry, reference: Reference | None) -> Task | Phase | None:
    """The task or phase that a reference means."""
    phase = next((phase for phase in entry.plan.phases if phase.key == reference), None)
    return phase or next((task for task in entry.plan.walk() if task.id == reference), None)


def linked_place(path: str, href: str) -> tuple[str, str] | None:
    """The source path of the page, and the anchor on it or an empty text, to which a link on the page at `path` leads;
    `None` where it leads out of the site, or to the page itself."""
    target = linked_path(path, href)
    return None if target in (None, path) else (target or "", unquote(href.partition("#")[2]))
