# What plans have to do with each other, in sentences: who waits for whom, and who is needed in two places at once.
"""Dependencies between plans and resource conflicts, in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from mkdocs_planplugin.language import _, counted, mark, n_
from mkdocs_planplugin.model import Status, Task
from mkdocs_planplugin.portfolio import Clash, Place, Wait
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
    waited_for: NamedLink
    finish: DateText | None
    remark: str
    conflict: str


@dataclass(frozen=True, slots=True)
class ConflictWords:
    """Who is needed on how many critical paths at once, when, and for which tasks of which plans; `more` plans are not
    named, and of each plan the number of tasks that are not."""

    person: str
    paths: str
    days: str
    plans: tuple[tuple[NamedLink, tuple[NamedLink, ...], int], ...]
    more: int


class PageDates:
    """How dates are written on a page: without the year where it is this one."""

    def __init__(self, today: dt.date) -> None:
        self._year = today.year

    def date(self, date: dt.date) -> DateText:
        """`12 Jan`, `12 Jan 2027`."""
        return short_date(date) if date.year == self._year else long_date(date)

    def text(self, date: dt.date) -> str:
        """The same as text."""
        return self.date(date).text

    def range_start(self, start: dt.date, finish: dt.date) -> DateText | None:
        """The first date before an arrow to the last: without a year that the last one says; `None` where both are the
        same."""
        if start == finish:
            return None
        return short_date(start) if start.year == finish.year else self.date(start)

    def range(self, first: dt.date, last: dt.date) -> str:
        """`9 Mar`, `9–13 Mar`, `27 Feb – 3 Mar`, with the year where it is another one."""
        if first == last:
            return self.text(first)
        if (first.year, first.month) == (last.year, last.month):
            return _("{day}–{last}").format(day=first.day, last=self.text(last))
        if first.year == last.year:
            return f"{short_date(first).text} – {self.text(last)}"
        return f"{long_date(first).text} – {long_date(last).text}"


def wait_words(waits: Iterable[Wait], dates: PageDates, context: Context) -> list[WaitWords]:
    """What waits for what: first what starts too early, by how much; then by when it can start."""
    by_urgency = sorted(waits, key=lambda wait: (-wait.days_too_early, wait.finish or dt.date.max))
    return [_wait_words(wait, dates, context) for wait in by_urgency]


def _wait_words(wait: Wait, dates: PageDates, context: Context) -> WaitWords:
    on_hold = wait.named.entry.measures.shown_status is Status.ON_HOLD
    return WaitWords(
        waiting=part_link(wait.waiting, context),
        waited_for=part_link(wait.named, context),
        finish=dates.date(wait.finish) if wait.finish else None,
        remark=_("on hold") if on_hold else _("no date"),
        conflict=_too_early_words(wait, dates),
    )


def _too_early_words(wait: Wait, dates: PageDates) -> str:
    early = wait.days_too_early
    if not early or wait.start is None:
        return ""
    if wait.begun:
        return counted(early, "has begun, {n} day too early", "has begun, {n} days too early")
    words = n_("starts {date}, {n} day too early", "starts {date}, {n} days too early", early)
    return words.format(date=dates.text(wait.start), n=early)


def part_link(place: Place, context: Context) -> NamedLink:
    """A plan, or a part of it, by name: `Lockers: Task 2.1`."""
    title = shortened(place.entry.plan.title) or place.entry.path
    part = _part_name(place)
    return NamedLink("", f"{title}: {part}" if part else title, context.href(place.path))


def _part_name(place: Place) -> str:
    """`Task 2.1`, `Phase 2`; without a number the title; empty for a plan as a whole."""
    if place.part is None:
        return ""
    if isinstance(place.part, Task):
        link = task_link(place.part)
        return _("Task {name}").format(name=link.id) if link.id[:1].isdigit() else link.short
    return phase_link(place.part).short


def conflict_words(conflicts: Iterable[Clash], dates: PageDates, context: Context) -> list[ConflictWords]:
    """Who is needed in several places at once."""
    return [_conflict_words(conflict, dates, context) for conflict in conflicts]


def _conflict_words(conflict: Clash, dates: PageDates, context: Context) -> ConflictWords:
    by_plan = [list(tasks) for _path, tasks in groupby(conflict.places, key=lambda place: place.entry.path)]
    count = conflict.at_once
    number = _(_NUMBERS[count]) if count < len(_NUMBERS) else str(count)
    return ConflictWords(
        person=conflict.person,
        paths=n_("{number} critical path", "{number} critical paths", count).format(number=number),
        days=dates.range(conflict.window.first, conflict.window.last),
        plans=tuple(_tasks_of_plan(tasks, context) for tasks in by_plan[:_PLANS]),
        more=max(0, len(by_plan) - _PLANS),
    )


def _tasks_of_plan(tasks: Sequence[Place], context: Context) -> tuple[NamedLink, tuple[NamedLink, ...], int]:
    """A plan, the first of its tasks, and how many more."""
    links = tuple(
        NamedLink("", task_link(task.part).short, context.href(task.path))
        for task in tasks[:_TASKS]
        if isinstance(task.part, Task)
    )
    return part_link(Place(tasks[0].entry), context), links, max(0, len(tasks) - _TASKS)
