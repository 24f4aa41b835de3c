# A plan and what is in it, as seen from other plans: which task or phase a link means, and when it will be worked on.
# All of it is about what is left: who looks at many plans wants to know what will go wrong, not what did.
"""Parts of plans, and their dates."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from mkdocs_planplugin.model import FINISHED, PAUSED, Phase, Task
from mkdocs_planplugin.schedule import PhaseSpan, ScheduledItem

from .entries import Entry

# What headings lose on their way to an anchor: all but letters, digits, spaces and hyphens.
_NOT_IN_ANCHORS = re.compile(r"[^\w\s-]")
_SPACES = re.compile(r"[\s-]+")


class DateRange(Struct, frozen=True):
    """The days from `first` to `last`, both of them included."""

    first: dt.date
    last: dt.date


class PlanPart(Struct, frozen=True):
    """A plan, or one of its tasks or phases."""

    entry: Entry
    part: Task | Phase | None = None

    @property
    def path(self) -> str:
        """The path of the page, with the anchor of the part."""
        return f"{self.entry.path}#{self.part.anchor}" if self.part else self.entry.path


def at_work(entry: Entry) -> bool:
    """Whether work on the plan goes on, or will."""
    return not entry.plan.is_template and entry.measures.shown_status not in (*PAUSED, *FINISHED)


def is_active(entry: Entry) -> bool:
    """Whether tasks of the plan can be started now. Those of drafts and of plans on hold cannot."""
    return entry.measures.active


def remaining_dates(place: PlanPart, *, alone: bool = False) -> DateRange | None:
    """The days of the remaining work of a part: the expected ones, else the planned ones; `None` without dates. For a
    sub-task they are those of its task. With `alone`, as if the plan had no holds."""
    schedule = place.entry.schedule
    if schedule is None or not schedule.duration_hours:
        return None
    items, spans = _items_and_milestones(place)
    open_items = [item for item in items if not item.outcome] or items
    ranges = [
        dates
        for dates in (*(item_dates(item, alone=alone) for item in open_items), *map(_milestone_dates, spans))
        if dates
    ]
    if not ranges:
        return None
    return DateRange(min(dates.first for dates in ranges), max(dates.last for dates in ranges))


def remaining_finish(place: PlanPart) -> dt.date | None:
    """The last of these days; `None` also for a plan on hold, since it is not known when that goes on."""
    dates = remaining_dates(place)
    return dates.last if dates and place.entry.measures.shown_status not in PAUSED else None


def item_dates(item: ScheduledItem, *, alone: bool = False) -> DateRange | None:
    """The days of the remaining part of an item, else its planned days."""
    remaining = item.remaining if alone and item.expected else item.expected
    start, finish = (remaining.start, remaining.finish) if remaining else (item.start, item.finish)
    return DateRange(start, finish) if start and finish else None


def _items_and_milestones(place: PlanPart) -> tuple[Sequence[ScheduledItem], Iterable[PhaseSpan]]:
    """The scheduled items of a part; for a phase without items, the phase itself as a milestone."""
    schedule, part = place.entry.schedule, place.part
    if schedule is None:
        return (), ()
    if part is None:
        return schedule.items, ()
    if isinstance(part, Phase):
        spans = [span for span in schedule.phases if span.phase is part]
        items = [item for span in spans for item in span.items]
        return items, () if items else spans
    tasks = ((item, item.source) for item in schedule.items if isinstance(item.source, Task))
    return [item for item, task in tasks if any(subtask is part for subtask in task.walk())], ()


def _milestone_dates(span: PhaseSpan) -> DateRange | None:
    expected = span.tracking.expected_finish
    if expected:
        return DateRange(expected, expected)
    return DateRange(span.start, span.finish) if span.start and span.finish else None


def part_at(entry: Entry, anchor: str) -> Task | Phase | None:
    """The task or phase at an anchor of a plan's page: at one of ours, or at that of its heading, which is recognised
    by number and title. Any other anchor means the plan as a whole."""
    if not anchor:
        return None
    parts: tuple[Task | Phase, ...] = (*entry.plan.phases, *entry.plan.walk())
    ours = next((part for part in parts if part.anchor == anchor), None)
    if ours:
        return ours
    candidates = [part for part in parts if _names(anchor, part)]
    return max(candidates, key=lambda part: len(_slug(part)), default=None)


def _names(anchor: str, part: Task | Phase) -> bool:
    """Whether the anchor of a heading has the number and the title of a part (`phase-2-a-new-desk-est-3-days`), or only
    its word and number (`phase-2`)."""
    slug = _slug(part)
    short = f"phase-{part.number}" if isinstance(part, Phase) and part.number else ""
    return anchor.lower() == short or (bool(slug) and f"-{slug}-" in f"-{anchor.lower()}-")


def _slug(part: Task | Phase) -> str:
    """The number and the title of a part in the form of an anchor; empty for a part without a title."""
    if isinstance(part, Phase):
        number, title = part.number or "", part.name
    else:
        number, title = part.id.written or "", part.title
    text = _NOT_IN_ANCHORS.sub("", f"{number} {title}".lower())
    return _SPACES.sub("-", text.strip()) if title else ""
