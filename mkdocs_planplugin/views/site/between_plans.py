# What plans have to do with each other, in sentences: who waits for whom, and who is needed in two places at once.
"""Dependencies between plans and resource conflicts, in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import groupby

from msgspec import Struct

from mkdocs_planplugin.language import _, counted, mark, n_
from mkdocs_planplugin.model import PAUSED, Task
from mkdocs_planplugin.portfolio import PlanDependency, PlanPart, ResourceConflict
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


class DependencyWords(Struct, frozen=True):
    """What waits, for what, when that is finished, and, where that moves it, by how much."""

    waiting: NamedLink
    waited_for: NamedLink
    finish: DateText | None
    remark: str
    conflict: str


class ConflictWords(Struct, frozen=True):
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
        """A date as plain text."""
        return self.date(date).text

    def range(self, first: dt.date, last: dt.date) -> str:
        """`9 Mar`, `9–13 Mar`, `27 Feb – 3 Mar`, with the year where it is another one."""
        if first == last:
            return self.text(first)
        if (first.year, first.month) == (last.year, last.month):
            return _("{day}–{last}").format(day=first.day, last=self.text(last))
        if first.year == last.year:
            return f"{short_date(first).text} – {self.text(last)}"
        return f"{long_date(first).text} – {long_date(last).text}"


def dependency_words(
    dependencies: Iterable[PlanDependency], dates: PageDates, context: Context
) -> list[DependencyWords]:
    """What waits for what: first what is held up the most; then by when it can start."""
    return [
        DependencyWords(
            waiting=part_link(dependency.dependent, context),
            waited_for=part_link(dependency.predecessor, context),
            finish=dates.date(dependency.finish) if dependency.finish else None,
            remark=_("on hold") if dependency.predecessor.entry.measures.shown_status in PAUSED else _("no date"),
            conflict=_held_words(dependency, dates),
        )
        for dependency in sorted(dependencies, key=_urgency)
    ]


def _urgency(dependency: PlanDependency) -> tuple[int, dt.date]:
    return -dependency.days_held, dependency.finish or dt.date.max


def _held_words(dependency: PlanDependency, dates: PageDates) -> str:
    days, alone = dependency.days_held, dependency.start_alone
    if not days or alone is None:
        return ""
    if dependency.is_early and dependency.begun:
        return counted(days, "has begun, {n} day too early", "has begun, {n} days too early")
    if dependency.is_early:
        words = n_("starts {date}, {n} day too early", "starts {date}, {n} days too early", days)
    else:
        words = n_("held up {n} day, could start {date}", "held up {n} days, could start {date}", days)
    return words.format(date=dates.text(alone), n=days)


def part_link(place: PlanPart, context: Context) -> NamedLink:
    """A plan, or a part of it, by name: `Lockers: Task 2.1`."""
    title = shortened(place.entry.plan.title) or place.entry.path
    if place.part is None:
        part = ""
    elif isinstance(place.part, Task):
        link = task_link(place.part)
        part = _("Task {name}").format(name=link.id) if link.id[:1].isdigit() else link.short
    else:
        part = phase_link(place.part).short
    return NamedLink("", f"{title}: {part}" if part else title, context.href(place.path))


def conflict_words(conflicts: Iterable[ResourceConflict], dates: PageDates, context: Context) -> list[ConflictWords]:
    """Who is needed in several places at once."""
    words = []
    for conflict in conflicts:
        by_plan = [list(tasks) for _path, tasks in groupby(conflict.tasks, key=lambda task: task.entry.path)]
        count = conflict.at_once
        number = _(_NUMBERS[count]) if count < len(_NUMBERS) else str(count)
        paths = n_("{number} critical path", "{number} critical paths", count).format(number=number)
        days = dates.range(conflict.dates.first, conflict.dates.last)
        plans = tuple(_tasks_of_plan(tasks, context) for tasks in by_plan[:_PLANS])
        words.append(ConflictWords(conflict.person, paths, days, plans, max(0, len(by_plan) - _PLANS)))
    return words


def _tasks_of_plan(tasks: Sequence[PlanPart], context: Context) -> tuple[NamedLink, tuple[NamedLink, ...], int]:
    """A plan, the first of its tasks, and how many more."""
    links = tuple(
        NamedLink("", task_link(task.part).short, context.href(task.path))
        for task in tasks[:_TASKS]
        if isinstance(task.part, Task)
    )
    return part_link(PlanPart(tasks[0].entry), context), links, max(0, len(tasks) - _TASKS)
