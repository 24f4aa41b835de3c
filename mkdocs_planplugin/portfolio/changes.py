# Two versions of one plan, compared by what they say: which work was done, added, taken out, which days moved, which
# risks rose. A change of words alone is none.
"""What changed in a plan."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from mkdocs_planplugin.model import Risk, State, Status, Task

from .entries import Entry

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Moved(Generic[T]):
    """A value before and after; None where there is none."""

    before: T | None
    after: T | None


@dataclass(frozen=True, slots=True)
class PlanChanges:
    """What changed between two versions of a plan: `entry` is the later one, or the last that there was. A plan that
    is new has no `before`, one that is gone no `after`.

    `states` are the tasks that are still there and stand otherwise now, with their state before and after; `days` the
    days that moved, by what they are (`due`, `planned finish`, `1.2 due`); `raised` the open risks that are new or
    score more than before, `lowered` those that are over or score less.
    """

    entry: Entry
    before: Entry | None
    after: Entry | None
    status: Moved[Status] | None = None
    states: tuple[tuple[Task, Moved[State]], ...] = ()
    added: tuple[Task, ...] = ()
    removed: tuple[Task, ...] = ()
    days: Mapping[str, Moved[dt.date]] | None = None
    raised: tuple[tuple[Risk, Moved[int]], ...] = ()
    lowered: tuple[tuple[Risk, Moved[int]], ...] = ()

    def __bool__(self) -> bool:
        """Whether anything changed."""
        details = (self.status, self.states, self.added, self.removed, self.days, self.raised, self.lowered)
        return self.before is None or self.after is None or any(details)


def changes(before: Entry | None, after: Entry | None) -> PlanChanges | None:
    """What changed from one version of a plan to another; None where there is neither. Tasks are the same where they
    have the same id, and without one, as risks, where they have the same title."""
    if before is None or after is None:
        entry = after or before
        return PlanChanges(entry, before, after) if entry else None
    tasks_before, tasks_after = _tasks(before), _tasks(after)
    risks_before, risks_after = _risks(before), _risks(after)
    return PlanChanges(
        after,
        before,
        after,
        status=_moved(before.measures.shown_status, after.measures.shown_status),
        states=tuple(
            (task, moved)
            for key, task in tasks_after.items()
            if key in tasks_before and (moved := _moved(_state(before, tasks_before[key]), _state(after, task)))
        ),
        added=tuple(task for key, task in tasks_after.items() if key not in tasks_before),
        removed=tuple(task for key, task in tasks_before.items() if key not in tasks_after),
        days=_days_moved(_days(before, tasks_before), _days(after, tasks_after)),
        raised=tuple(
            (risk, Moved(before or None, now))
            for risk, before, now in _scores(risks_after, risks_before)
            if now > before
        ),
        lowered=tuple(
            (risk, Moved(before, now or None))
            for risk, now, before in _scores(risks_before, risks_after)
            if now < before
        ),
    )


def _moved(before: T | None, after: T | None) -> Moved[T] | None:
    return None if before == after else Moved(before, after)


def _tasks(entry: Entry) -> dict[Hashable, Task]:
    """The tasks and sub-tasks, by what makes them the same in another version: of several that are called alike,
    the first goes with the first."""
    return _by_key(entry.plan.walk(), lambda task: task.id.written or task.title.casefold())


def _risks(entry: Entry) -> dict[Hashable, Risk]:
    return _by_key(entry.plan.risks, lambda risk: risk.title.casefold())


def _by_key(values: Iterable[T], key_of: Callable[[T], str]) -> dict[Hashable, T]:
    seen: dict[str, int] = {}
    by_key: dict[Hashable, T] = {}
    for value in values:
        key = key_of(value)
        seen[key] = seen.get(key, 0) + 1
        by_key[key, seen[key]] = value
    return by_key


def _state(entry: Entry, task: Task) -> State | None:
    """How a task stands: as it has ended, by itself or with what it is a part of, else as its box says."""
    return entry.measures.outcomes.get(task.id) or task.state


def _days(entry: Entry, tasks: Mapping[Hashable, Task]) -> dict[str, dt.date | None]:
    plan, schedule = entry.plan, entry.schedule
    finish = schedule.finish if schedule and schedule.duration_hours else None
    days = {"start": plan.start, "due": plan.due, "planned finish": finish}
    return days | {f"{task.id.written or task.title} due": task.due for task in tasks.values() if task.due}


def _days_moved(
    before: Mapping[str, dt.date | None], after: Mapping[str, dt.date | None]
) -> Mapping[str, Moved[dt.date]] | None:
    moves = {name: _moved(before.get(name), after.get(name)) for name in (*before, *after)}
    return {name: moved for name, moved in moves.items() if moved} or None


def _scores(risks: Mapping[Hashable, Risk], others: Mapping[Hashable, Risk]) -> Iterator[tuple[Risk, int, int]]:
    """Each risk with its score in the other version, and in its own."""
    return ((risk, _score(others.get(key)), _score(risk)) for key, risk in risks.items())


def _score(risk: Risk | None) -> int:
    """The score of a risk, 1 where nobody rated it; one that is not open, or not there, scores nothing."""
    return (risk.score or 1) if risk and risk.is_open else 0
