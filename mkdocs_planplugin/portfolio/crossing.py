# Where plans meet: one waits for another, and one person is needed in two of them at once. All of it is about what is
# left: who looks at many plans wants to know what will go wrong, not what did.
"""Waits and clashes between the plans of a site."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import unquote

from mkdocs_planplugin.model import FINISHED, Phase, Reference, State, Status, Task
from mkdocs_planplugin.schedule import PhaseSpan, ScheduledItem

from .entries import Entry
from .links import linked_path
from .people import owners, spellings

# Nobody works on these: they wait for nothing, and need nobody.
_AT_REST = (Status.ON_HOLD, *FINISHED)
_BEGUN = (State.DONE, State.IN_PROGRESS)

# What headings lose on their way to an anchor: all but letters, digits, spaces and hyphens.
_NOT_IN_ANCHORS = re.compile(r"[^\w\s-]")
_SPACES = re.compile(r"[\s-]+")


@dataclass(frozen=True, slots=True)
class Window:
    """The days from `first` to `last`, both of them included."""

    first: dt.date
    last: dt.date


@dataclass(frozen=True, slots=True)
class Place:
    """A plan, or a task or phase in it."""

    entry: Entry
    part: Task | Phase | None = None

    @property
    def path(self) -> str:
        """Where it is: the path of the page, with the anchor of the part."""
        return f"{self.entry.path}#{self.part.anchor}" if self.part else self.entry.path


@dataclass(frozen=True, slots=True)
class Wait:
    """One plan waits for another: `waiting` for `named`, neither of which is settled.

    `start` is when what is left of the waiting one starts, and `begun` whether it is under way already; `finish` is
    when the named one will be finished. Both are forecast where there is a forecast, else as planned; `None` where
    nobody knows.
    """

    waiting: Place
    named: Place
    begun: bool
    start: dt.date | None
    finish: dt.date | None

    @property
    def days_too_early(self) -> int:
        """How many days before the other one's finish the waiting one starts; 0 where it need not be moved."""
        return max(0, (self.finish - self.start).days) if self.start and self.finish else 0


@dataclass(frozen=True, slots=True)
class Clash:
    """One person, or team, is needed on the critical paths of several plans on the same days: of `at_once` plans on the
    worst of them, with these tasks, which are in the order of the plans and their texts."""

    person: str
    window: Window
    at_once: int
    places: tuple[Place, ...]


def at_work(entry: Entry) -> bool:
    """Whether somebody works on the plan, or is going to."""
    return not entry.plan.is_template and entry.measures.shown_status not in _AT_REST


# When


def window(place: Place) -> Window | None:
    """The days of what is left of something: by the forecast where there is one, else as planned; `None` without
    dates. Of a sub-task only its whole task is known."""
    schedule = place.entry.schedule
    if schedule is None or not schedule.duration_hours:
        return None
    items, spans = _pieces(place)
    open_items = [item for item in items if not item.source.settled] or items
    found = [each for each in (*map(item_window, open_items), *map(_milestone, spans)) if each]
    if not found:
        return None
    return Window(min(each.first for each in found), max(each.last for each in found))


def item_window(item: ScheduledItem) -> Window | None:
    """The days of what is left of a piece of work, else those it was planned for."""
    start, finish = (item.left.start, item.left.finish) if item.left else (item.start, item.finish)
    return Window(start, finish) if start and finish else None


def _pieces(place: Place) -> tuple[Sequence[ScheduledItem], Iterable[PhaseSpan]]:
    """The items that a place is made of, and where there is none, the phase that is a milestone."""
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
    return [item for item, task in tasks if any(each is part for each in task.walk())], ()


def _milestone(span: PhaseSpan) -> Window | None:
    forecast = span.tracking.forecast_finish
    if forecast:
        return Window(forecast, forecast)
    return Window(span.start, span.finish) if span.start and span.finish else None


# Waits


def waits(entries: Iterable[Entry]) -> tuple[Wait, ...]:
    """What plans at work wait for in other plans, in the order of the plans and their texts; what is settled on either
    side is left out, and so are links to pages that are no plans."""
    every = list(entries)
    by_path = {entry.path: entry for entry in every if not entry.plan.is_template}
    return tuple(wait for entry in every if at_work(entry) for wait in _waits(entry, by_path))


def _waits(entry: Entry, by_path: Mapping[str, Entry]) -> Iterator[Wait]:
    found: dict[tuple[Reference | None, str], Wait] = {}
    for link in entry.plan.links:
        path, anchor = linked_place(entry.path, link.href) or ("", "")
        other = by_path.get(path)
        if other is not None and other is not entry:
            wait = _wait(Place(entry, _called(entry, link.by)), Place(other, part_at(other, anchor)))
            if wait:
                found.setdefault((link.by, wait.named.path), wait)
    yield from found.values()


def _wait(waiting: Place, named: Place) -> Wait | None:
    if _settled(waiting) or _settled(named):
        return None
    left, other = window(waiting), window(named)
    rests = named.entry.measures.shown_status is Status.ON_HOLD  # nobody knows when it goes on
    return Wait(
        waiting=waiting,
        named=named,
        begun=_begun(waiting),
        start=left.first if left else None,
        finish=other.last if other and not rests else None,
    )


def _settled(place: Place) -> bool:
    return place.entry.finished or (place.part is not None and place.part.settled)


def _begun(place: Place) -> bool:
    whole = place.part or place.entry.plan
    return any(task.state in _BEGUN for task in whole.walk())


def _called(entry: Entry, name: Reference | None) -> Task | Phase | None:
    """The task or phase that a reference means."""
    phase = next((phase for phase in entry.plan.phases if phase.key == name), None)
    return phase or next((task for task in entry.plan.walk() if task.id == name), None)


def linked_place(path: str, href: str) -> tuple[str, str] | None:
    """The source path of the page, and the anchor on it or an empty text, to which a link on the page at `path` leads;
    `None` where it leads out of the site, or to the page itself."""
    target = linked_path(path, href)
    return None if target in (None, path) else (target or "", unquote(href.partition("#")[2]))


def part_at(entry: Entry, anchor: str) -> Task | Phase | None:
    """The task or phase of a plan at an anchor: one of ours, or that of its heading, of which we know number and title
    alone. `None` is the plan as a whole, which every other anchor on its page means too."""
    if not anchor:
        return None
    parts: tuple[Task | Phase, ...] = (*entry.plan.phases, *entry.plan.walk())
    ours = next((part for part in parts if part.anchor == anchor), None)
    if ours:
        return ours
    named = [part for part in parts if _names(anchor, part)]
    return max(named, key=lambda part: len(_slug(part)), default=None)


def _names(anchor: str, part: Task | Phase) -> bool:
    """Whether the anchor of a heading has the number and the title of a part in it (`phase-2-a-new-desk-est-3-days`),
    or its word and number and nothing else (`phase-2`)."""
    slug = _slug(part)
    short = f"phase-{part.number}" if isinstance(part, Phase) and part.number else ""
    return anchor.lower() == short or (bool(slug) and f"-{slug}-" in f"-{anchor.lower()}-")


def _slug(part: Task | Phase) -> str:
    """Number and title of a part as an anchor has them; empty where it has no title."""
    if isinstance(part, Phase):
        number, title = part.number or "", part.name
    else:
        number, title = part.id.written or "", part.title
    text = _NOT_IN_ANCHORS.sub("", f"{number} {title}".lower())
    return _SPACES.sub("-", text.strip()) if title else ""


# Clashes


@dataclass(frozen=True, slots=True)
class _Duty:
    """A critical task that is left, and the days on which somebody is needed for it."""

    place: Place
    window: Window


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Days on which the same duties call, those of two plans or more."""

    window: Window
    duties: tuple[_Duty, ...]

    @property
    def plans(self) -> int:
        return len({duty.place.entry.path for duty in self.duties})


def clashes(entries: Iterable[Entry]) -> tuple[Clash, ...]:
    """Who is named on critical tasks of two plans at work that lie on the same days, the first clash first."""
    duties = [duty for entry in entries for duty in _duties(entry)]
    names = spellings(owner for _duty, owner in duties)
    by_person: dict[str, list[_Duty]] = defaultdict(list)
    for duty, owner in duties:
        by_person[owner.casefold()].append(duty)
    found = [clash for key, of_person in by_person.items() for clash in _clashes(names[key], of_person)]
    return tuple(sorted(found, key=lambda clash: (clash.window.first, clash.person.casefold())))


def _duties(entry: Entry) -> Iterator[tuple[_Duty, str]]:
    """The critical tasks that are left of a plan at work, with each of their owners."""
    schedule = entry.schedule
    if schedule is None or not at_work(entry):
        return
    for item in schedule.items:
        source, lasts = item.source, item_window(item)
        critical = item.left.critical if item.left else item.critical
        length = item.left.hours if item.left else item.duration_hours
        if isinstance(source, Task) and source.owner and critical and length and lasts and not source.settled:
            for owner in owners(source.owner):
                yield _Duty(Place(entry, source), lasts), owner


def _clashes(person: str, duties: Sequence[_Duty]) -> Iterator[Clash]:
    """The runs of days on which a person is needed in two plans or more."""
    for run in _runs(_stretches(duties)):
        places = {duty.place.path: duty.place for stretch in run for duty in stretch.duties}
        yield Clash(
            person=person,
            window=Window(run[0].window.first, run[-1].window.last),
            at_once=max(stretch.plans for stretch in run),
            places=tuple(sorted(places.values(), key=_in_text)),
        )


def _in_text(place: Place) -> tuple[str, int]:
    return place.entry.path, place.part.line if place.part else 0


def _runs(stretches: Iterable[_Stretch]) -> list[list[_Stretch]]:
    """The stretches with those together between which nobody works."""
    runs: list[list[_Stretch]] = []
    for stretch in stretches:
        if runs and _meet(runs[-1][-1], stretch):
            runs[-1].append(stretch)
        else:
            runs.append([stretch])
    return runs


def _meet(one: _Stretch, later: _Stretch) -> bool:
    schedule = one.duties[0].place.entry.schedule
    return schedule is not None and schedule.axis.hours_after(one.window.last) == schedule.axis.hours_at(
        later.window.first
    )


def _stretches(duties: Sequence[_Duty]) -> Iterator[_Stretch]:
    """Goes from one day on which a duty begins, or is over, to the next."""
    begin, over = (defaultdict[int, list[int]](list) for _ in range(2))
    for place, duty in enumerate(duties):
        begin[duty.window.first.toordinal()].append(place)
        over[duty.window.last.toordinal() + 1].append(place)
    active: dict[int, _Duty] = {}
    for day, following in pairwise(sorted(begin.keys() | over.keys())):
        for place in over[day]:
            del active[place]
        active.update((place, duties[place]) for place in begin[day])
        days = Window(dt.date.fromordinal(day), dt.date.fromordinal(following - 1))
        stretch = _Stretch(days, tuple(active.values()))
        if stretch.plans > 1:
            yield stretch
