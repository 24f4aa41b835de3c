# One person is needed in two plans at once. Only critical tasks count: others can be moved.
"""Resource conflicts between the plans of a site."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from mkdocs_planplugin.catalog import spellings
from mkdocs_planplugin.model import Task

from .entries import Entry
from .parts import DateRange, PlanPart, at_work, item_dates


class ResourceConflict(Struct, frozen=True):
    """A person or team that is needed on the critical paths of several plans on the same days. `at_once` is the number
    of plans on the worst of these days. The tasks are in the order of the plans and their texts."""

    person: str
    dates: DateRange
    at_once: int
    tasks: tuple[PlanPart, ...]


class _CriticalTask(Struct, frozen=True):
    """An open critical task, and the days on which it is worked on."""

    task: PlanPart
    dates: DateRange


class _Stretch(Struct, frozen=True):
    """Days on which a person is needed for the same tasks, of two plans or more."""

    dates: DateRange
    tasks: tuple[_CriticalTask, ...]

    @property
    def plans(self) -> int:
        return len({task.task.entry.path for task in self.tasks})


def resource_conflicts(entries: Iterable[Entry]) -> tuple[ResourceConflict, ...]:
    """The people on critical tasks of two or more active plans that lie on the same days. The first conflict comes
    first."""
    tasks = [task for entry in entries for task in _critical_tasks(entry)]
    names = spellings(owner for _task, owner in tasks)
    by_person: dict[str, list[_CriticalTask]] = defaultdict(list)
    for task, owner in tasks:
        by_person[owner.casefold()].append(task)
    conflicts = [conflict for key, of_person in by_person.items() for conflict in _conflicts(names[key], of_person)]
    return tuple(sorted(conflicts, key=lambda conflict: (conflict.dates.first, conflict.person.casefold())))


def _critical_tasks(entry: Entry) -> Iterator[tuple[_CriticalTask, str]]:
    """The open critical tasks of an active plan, with each of their owners."""
    schedule = entry.schedule
    if schedule is None or not at_work(entry):
        return
    for item in schedule.items:
        source, lasts = item.source, item_dates(item)
        critical = item.expected.critical if item.expected else item.critical
        length = item.expected.hours if item.expected else item.duration_hours
        if isinstance(source, Task) and critical and length and lasts and not item.outcome:
            for owner in source.owners:
                yield _CriticalTask(PlanPart(entry, source), lasts), owner


def _conflicts(person: str, tasks: Sequence[_CriticalTask]) -> Iterator[ResourceConflict]:
    """The runs of days on which a person is needed in two plans or more."""
    # Stretches with only days off between them belong together.
    runs: list[list[_Stretch]] = []
    for stretch in _stretches(tasks):
        if runs and _meet(runs[-1][-1], stretch):
            runs[-1].append(stretch)
        else:
            runs.append([stretch])
    for run in runs:
        parts = {task.task.path: task.task for stretch in run for task in stretch.tasks}
        yield ResourceConflict(
            person=person,
            dates=DateRange(run[0].dates.first, run[-1].dates.last),
            at_once=max(stretch.plans for stretch in run),
            tasks=tuple(sorted(parts.values(), key=_in_text)),
        )


def _in_text(task: PlanPart) -> tuple[str, int]:
    return task.entry.path, task.part.line if task.part else 0


def _meet(one: _Stretch, later: _Stretch) -> bool:
    schedule = one.tasks[0].task.entry.schedule
    return schedule is not None and schedule.axis.hours_after(one.dates.last) == schedule.axis.hours_at(
        later.dates.first
    )


def _stretches(tasks: Sequence[_CriticalTask]) -> Iterator[_Stretch]:
    """The stretches of a person's tasks. A new stretch begins whenever a task begins or ends."""
    begin, over = (defaultdict[int, list[int]](list) for _ in range(2))
    for number, task in enumerate(tasks):
        begin[task.dates.first.toordinal()].append(number)
        over[task.dates.last.toordinal() + 1].append(number)
    active: dict[int, _CriticalTask] = {}
    for day, following in pairwise(sorted(begin.keys() | over.keys())):
        for number in over[day]:
            del active[number]
        active.update((number, tasks[number]) for number in begin[day])
        days = DateRange(dt.date.fromordinal(day), dt.date.fromordinal(following - 1))
        stretch = _Stretch(days, tuple(active.values()))
        if stretch.plans > 1:
            yield stretch
