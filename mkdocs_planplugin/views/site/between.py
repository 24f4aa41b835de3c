# What plans have to do with each other, in sentences: who waits for whom, and who is needed in two places at once.
"""Waits and clashes in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from mkdocs_planplugin.language import _, counted, mark, n_
from mkdocs_planplugin.model import Status, Task
from mkdocs_planplugin.portfolio import Clash, Place, Wait, Window
from mkdocs_planplugin.views.kit import (
    Context,
    DateText,
    NamedLink,
    long_date,
    phase_link,
    short_date,
    shortened,
    task_link,
)

# A sentence that names more is no longer read; it says how many more there are.
_PLANS, _TASKS = 6, 4
_NUMBERS = (mark("no"), mark("one"), mark("two"), mark("three"), mark("four"), mark("five"), mark("six"))


@dataclass(frozen=True, slots=True)
class WaitWords:
    """What waits, for what, when that is finished, and, where it begins too early, what is wrong."""

    waiting: NamedLink
    named: NamedLink
    finish: DateText | None
    remark: str
    conflict: str


@dataclass(frozen=True, slots=True)
class ClashWords:
    """Who is needed how often at once, when, and for which tasks of which plans; `more` plans are not named."""

    person: str
    paths: str
    days: str
    plans: tuple[tuple[NamedLink, tuple[NamedLink, ...], int], ...]
    more: int


class Almanac:
    """How days are written on a page: without the year where it is this one."""

    def __init__(self, today: dt.date) -> None:
        self._year = today.year

    def day(self, date: dt.date) -> DateText:
        """`12 Jan`, `12 Jan 2027`."""
        return short_date(date) if date.year == self._year else long_date(date)

    def text(self, date: dt.date) -> str:
        """The same as text."""
        return self.day(date).text

    def start(self, start: dt.date, finish: dt.date) -> DateText | None:
        """The first day before an arrow to the last: without a year that the last one says; none where they are one."""
        if start == finish:
            return None
        return short_date(start) if start.year == finish.year else self.day(start)

    def window(self, window: Window) -> str:
        """`9 Mar`, `9–13 Mar`, `27 Feb – 3 Mar`, with the year where it is another one."""
        first, last = window.first, window.last
        if first == last:
            return self.text(first)
        if (first.year, first.month) == (last.year, last.month):
            return _("{day}–{last}").format(day=first.day, last=self.text(last))
        if first.year == last.year:
            return f"{short_date(first).text} – {self.text(last)}"
        return f"{long_date(first).text} – {long_date(last).text}"


def wait_words(waits: Iterable[Wait], almanac: Almanac, context: Context) -> list[WaitWords]:
    """The waits in words: first those that cannot hold, by how much; then by when they end."""
    return [_wait_words(wait, almanac, context) for wait in sorted(waits, key=_wait_rank)]


def _wait_rank(wait: Wait) -> tuple[int, dt.date]:
    return -wait.days_too_early, wait.finish or dt.date.max


def _wait_words(wait: Wait, almanac: Almanac, context: Context) -> WaitWords:
    rests = wait.named.entry.measures.shown_status is Status.ON_HOLD
    return WaitWords(
        waiting=place_ref(wait.waiting, context),
        named=place_ref(wait.named, context),
        finish=almanac.day(wait.finish) if wait.finish else None,
        remark=_("on hold") if rests else _("no date"),
        conflict=_conflict(wait, almanac),
    )


def _conflict(wait: Wait, almanac: Almanac) -> str:
    early = wait.days_too_early
    if not early or wait.start is None:
        return ""
    if wait.begun:
        return counted(early, "has begun, {n} day too early", "has begun, {n} days too early")
    said = n_("starts {date}, {n} day too early", "starts {date}, {n} days too early", early)
    return said.format(date=almanac.text(wait.start), n=early)


def place_ref(place: Place, context: Context) -> NamedLink:
    """A plan, or a part of it, by name: `Lockers: Task 2.1`."""
    title = shortened(place.entry.plan.title) or place.entry.path
    part = _part_ref(place)
    return NamedLink("", f"{title}: {part}" if part else title, context.href(place.path))


def _part_ref(place: Place) -> str:
    """`Task 2.1`, `Phase 2`; without a number the title."""
    if place.part is None:
        return ""
    if isinstance(place.part, Task):
        ref = task_link(place.part)
        return _("Task {name}").format(name=ref.id) if ref.id[:1].isdigit() else ref.short
    return phase_link(place.part).short


def clash_words(clashes: Iterable[Clash], almanac: Almanac, context: Context) -> list[ClashWords]:
    """The clashes in words."""
    return [_clash_words(clash, almanac, context) for clash in clashes]


def _clash_words(clash: Clash, almanac: Almanac, context: Context) -> ClashWords:
    plans = [list(places) for _path, places in groupby(clash.places, key=lambda place: place.entry.path)]
    return ClashWords(
        person=clash.person,
        paths=_paths(clash.at_once),
        days=almanac.window(clash.window),
        plans=tuple(_duties(places, context) for places in plans[:_PLANS]),
        more=max(0, len(plans) - _PLANS),
    )


def _paths(count: int) -> str:
    return n_("{number} critical path", "{number} critical paths", count).format(number=number(count))


def _duties(places: Sequence[Place], context: Context) -> tuple[NamedLink, tuple[NamedLink, ...], int]:
    """A plan, the first of its tasks, and how many more."""
    tasks = tuple(_task_refs(places[:_TASKS], context))
    return place_ref(Place(places[0].entry), context), tasks, max(0, len(places) - _TASKS)


def _task_refs(places: Iterable[Place], context: Context) -> Iterator[NamedLink]:
    for place in places:
        if isinstance(place.part, Task):
            yield NamedLink("", task_link(place.part).short, context.href(place.path))


def number(count: int) -> str:
    """A small number as a word."""
    return _(_NUMBERS[count]) if count < len(_NUMBERS) else str(count)
