# What can be done now, and what holds the rest up: the tasks of every plan that somebody works on, and who has them.
"""The next tasks over all plans."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum

from msgspec import Struct

from mkdocs_planplugin.catalog import spellings
from mkdocs_planplugin.measure import Outside, Readiness, waiting
from mkdocs_planplugin.model import Phase, Reference, Task
from mkdocs_planplugin.schedule import Remaining

from .entries import Entry
from .parts import is_active

# In calendar days. Nobody asks today whether work fits into a day that is farther away.
_HORIZON = 60
# In hours: sums of shares of a day are not exact.
_TOLERANCE = 0.01


class OpenTaskState(StrEnum):
    """The states of open tasks, by what can be done about them, in the order in which lists show them."""

    IN_PROGRESS = "in_progress"
    READY = "ready"
    BLOCKED = "blocked"
    WAITS = "waits"


class OpenTask(Struct, frozen=True):
    """A task that is not finished.

    `waits_for` are the tasks and phases that it waits for, `outside` the plans and teams. `reason` is the author's
    reason why it is blocked. `owners` are its own, else those of the task that it is a part of. `expected` are the days
    on which it is expected to be worked on; `None` for sub-tasks, and if they are not known. `due_with` is what says
    when it is due: itself, else the task or the phase that it is a part of. `held_until` is the last day of its holds;
    `None` if no day is named.
    """

    entry: Entry
    task: Task
    state: OpenTaskState
    waits_for: tuple[Reference, ...] = ()
    reason: str = ""
    owners: tuple[str, ...] = ()
    expected: Remaining | None = None
    outside: tuple[Outside, ...] = ()
    due_with: Task | Phase | None = None
    held_until: dt.date | None = None

    @property
    def due(self) -> dt.date | None:
        """The day on which it is due."""
        return self.due_with.due if self.due_with else None


class DoubleBooking(Struct, frozen=True):
    """The first day on which a person has more work than hours: how many tasks and hours that day has, and how many
    later days are like that."""

    day: dt.date
    tasks: int
    hours: float
    days_after: int


class PersonTasks(Struct, frozen=True):
    """The open tasks of one person or team."""

    name: str
    tasks: tuple[OpenTask, ...]
    double_booking: DoubleBooking | None


def open_tasks(entries: Iterable[Entry]) -> tuple[OpenTask, ...]:
    """The open tasks of the plans that are under way, in the order of the plans and of their texts."""
    return tuple(task for entry in entries if is_active(entry) for task in _OpenTasks(entry).of_plan())


class _OpenTasks:
    """Finds the open tasks of one plan."""

    def __init__(self, entry: Entry) -> None:
        self._entry = entry
        self._ready = frozenset(entry.measures.next)
        self._blocked = frozenset(entry.measures.blocked)
        self._waiting = waiting(entry.plan, entry.measures.readiness)
        items = entry.schedule.items if entry.schedule else ()
        self._expected = {item.id: item.expected for item in items}
        holds = entry.schedule.longest_holds() if entry.schedule else {}
        self._held_until = {by: hold.until for by, hold in holds.items()}

    def of_plan(self) -> Iterator[OpenTask]:
        """The open tasks of the whole plan."""
        plan = self._entry.plan
        for phase in plan.phases:
            yield from self._of(phase.tasks, (), phase if phase.due else None)
        yield from self._of(plan.tasks, (), None)

    def _of(self, tasks: Iterable[Task], people: tuple[str, ...], due: Task | Phase | None) -> Iterator[OpenTask]:
        """The open tasks among these and all their sub-tasks. What they are parts of has the owners `people`, and `due`
        says when that is due."""
        for task in tasks:
            if task.id in self._entry.measures.outcomes:
                continue
            own = self._entry.measures.readiness.get(task.id, Readiness())
            names, due_with = task.owners or people, task if task.due else due
            if state := self._state(task):
                expected = self._expected.get(task.id)
                reasons = (*task.hindrances, *task.notes) if state is OpenTaskState.BLOCKED else ()
                reason = next(iter(reasons), "")
                yield OpenTask(
                    self._entry,
                    task,
                    state,
                    own.waits_for,
                    reason,
                    names,
                    expected,
                    own.outside,
                    due_with,
                    self._held_until.get(task.id),
                )
            yield from self._of(task.subtasks, names, due_with)

    def _state(self, task: Task) -> OpenTaskState | None:
        """The state of an open task; `None` for a task that is deferred, and for a sub-task that waits for the same as
        its task."""
        if task.id in self._blocked:
            return OpenTaskState.BLOCKED
        if task.in_progress:
            return OpenTaskState.IN_PROGRESS
        if task.id in self._ready:
            return OpenTaskState.READY
        return OpenTaskState.WAITS if task.id in self._waiting else None


def by_person(tasks: Iterable[OpenTask], today: dt.date) -> tuple[tuple[PersonTasks, ...], tuple[OpenTask, ...]]:
    """The open tasks of each person, and the tasks that nobody has. People who can do something now come first, then
    they are sorted by name.

    A task of two people is in both lists. In each list, tasks in progress come first, then ready ones (by due day),
    then blocked ones, then waiting ones.
    """
    tasks = sorted(tasks, key=_urgency)
    names = spellings(name for task in tasks for name in task.owners)
    of_person: dict[str, list[OpenTask]] = defaultdict(list)
    for task in tasks:
        for key in dict.fromkeys(name.casefold() for name in task.owners):
            of_person[key].append(task)
    people = (PersonTasks(names[key], tuple(of), _double_booking(of, today)) for key, of in of_person.items())
    return tuple(sorted(people, key=_first_who_can_work)), tuple(task for task in tasks if not task.owners)


_STATE_ORDER = {state: place for place, state in enumerate(OpenTaskState)}


def _urgency(task: OpenTask) -> tuple[int, dt.date, dt.date, str, int]:
    ready = task.state is OpenTaskState.READY
    due = task.due if ready and task.due else dt.date.max
    finish = task.expected.finish if task.expected else None
    return _STATE_ORDER[task.state], due, finish or dt.date.max, task.entry.path, task.task.line


def most_urgent(entry: Entry, number: int) -> list[OpenTask]:
    """The first open tasks of a plan that somebody can do something about; if there are none, the first ones that
    wait."""
    tasks = sorted(open_tasks([entry]), key=_urgency)
    now = [task for task in tasks if task.state is not OpenTaskState.WAITS]
    return (now or tasks)[:number]


def ready_count(entries: Iterable[Entry]) -> int:
    """How many tasks of these plans can be started now."""
    return sum(len(entry.measures.next) for entry in entries)


def can_work(tasks: Iterable[OpenTask]) -> bool:
    """Whether any of these tasks can be worked on now."""
    return any(task.state in (OpenTaskState.IN_PROGRESS, OpenTaskState.READY) for task in tasks)


def _first_who_can_work(person: PersonTasks) -> tuple[bool, str]:
    return not can_work(person.tasks), person.name.casefold()


def _double_booking(tasks: Sequence[OpenTask], today: dt.date) -> DoubleBooking | None:
    """The first day soon on which a person has more work than hours; `None` if there is none."""
    hours: dict[dt.date, list[float]] = defaultdict(list)
    per_day = min((task.entry.schedule.axis.hours_per_day for task in tasks if task.entry.schedule), default=0.0)
    for task in tasks:
        for day, share in _hours_by_day(task, today):
            hours[day].append(share)
    full = sorted(day for day, shares in hours.items() if len(shares) > 1 and sum(shares) > per_day + _TOLERANCE)
    if not full:
        return None
    return DoubleBooking(full[0], len(hours[full[0]]), sum(hours[full[0]]), len(full) - 1)


def _hours_by_day(task: OpenTask, today: dt.date) -> Iterator[tuple[dt.date, float]]:
    """The hours of a task that are expected on each day."""
    when, schedule = task.expected, task.entry.schedule
    if schedule is None or when is None or when.start is None or when.finish is None:
        return
    day, last = max(when.start, today), min(when.finish, today + dt.timedelta(_HORIZON))
    while day <= last:
        morning, evening = schedule.axis.hours_at(day), schedule.axis.hours_after(day)
        if morning is not None and evening is not None:
            share = min(when.finish_hours, evening) - max(when.start_hours, morning)
            if share > 0:
                yield day, share
        day += dt.timedelta(1)


def expected_finishes(entry: Entry) -> Mapping[Reference, dt.date]:
    """The expected finishes of the open tasks and phases of a plan, by their references."""
    if entry.schedule is None:
        return {}
    items = ((item.source, item.expected) for item in entry.schedule.items)
    finishes: dict[Reference, dt.date] = {
        task.id: when.finish for task, when in items if isinstance(task, Task) and when and when.finish
    }
    spans = ((span.phase.key, span.tracking.expected_finish) for span in entry.schedule.phases)
    return finishes | {key: finish for key, finish in spans if finish}
