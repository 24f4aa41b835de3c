# Two versions of one plan, compared by what they say: which work was done, added, taken out, which days moved, which
# risks rose. A change of words alone is none.
"""What changed in a plan."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from mkdocs_planplugin.model import State, Status

from .versions import Key, PlanVersion, RiskVersion, TaskVersion

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Moved(Generic[T]):
    """A value before and after; None where there is none."""

    before: T | None
    after: T | None


class DayKind(StrEnum):
    """Which day of a plan it is."""

    START = "start"
    DUE = "due"
    FINISH = "planned finish"
    TASK_DUE = "task due"  # the day on which a task is due


@dataclass(frozen=True, slots=True)
class DayMoved:
    """A day that moved, came or went; `task` is the one that is due then, where it is the day of a task."""

    kind: DayKind
    moved: Moved[dt.date]
    task: TaskVersion | None = None

    @property
    def name(self) -> str:
        """What data files call it: `start`, `due`, `planned finish`, `1.2 due`."""
        return f"{self.task.id or self.task.title} due" if self.task else self.kind.value


@dataclass(frozen=True, slots=True)
class PlanChanges:
    """What changed between two versions of a plan. A plan that is new has no `before`, one that is gone no `after`.

    `states` are the tasks that are still there and stand otherwise now, with their state before and after; `days` the
    days that moved; `raised` the open risks that are new or score more than before, `lowered` those that are over or
    score less.
    """

    before: PlanVersion | None
    after: PlanVersion | None
    status: Moved[Status] | None = None
    states: tuple[tuple[TaskVersion, Moved[State]], ...] = ()
    added: tuple[TaskVersion, ...] = ()
    removed: tuple[TaskVersion, ...] = ()
    days: tuple[DayMoved, ...] = ()
    raised: tuple[tuple[RiskVersion, Moved[int]], ...] = ()
    lowered: tuple[tuple[RiskVersion, Moved[int]], ...] = ()

    def __bool__(self) -> bool:
        """Whether anything changed."""
        details = (self.status, self.states, self.added, self.removed, self.days, self.raised, self.lowered)
        return self.before is None or self.after is None or any(details)


def changes(before: PlanVersion | None, after: PlanVersion | None) -> PlanChanges | None:
    """What changed from one version of a plan to another; None where there is neither. Tasks are the same where they
    have the same id, and without one, as risks, where they have the same title."""
    if before is None or after is None:
        return PlanChanges(before, after) if before or after else None
    if before == after:
        return PlanChanges(before, after)
    tasks_before, tasks_after = before.tasks_by_key(), after.tasks_by_key()
    risks_before, risks_after = before.risks_by_key(), after.risks_by_key()
    return PlanChanges(
        before,
        after,
        status=_moved(before.status, after.status),
        states=tuple(
            (task, moved)
            for key, task in tasks_after.items()
            if key in tasks_before and (moved := _moved(tasks_before[key].state, task.state))
        ),
        added=tuple(task for key, task in tasks_after.items() if key not in tasks_before),
        removed=tuple(task for key, task in tasks_before.items() if key not in tasks_after),
        days=tuple(_days_moved(before, after)),
        raised=tuple(
            (risk, Moved(was or None, now)) for risk, was, now in _scores(risks_after, risks_before) if now > was
        ),
        lowered=tuple(
            (risk, Moved(was, now or None)) for risk, now, was in _scores(risks_before, risks_after) if now < was
        ),
    )


def _moved(before: T | None, after: T | None) -> Moved[T] | None:
    return None if before == after else Moved(before, after)


def _days_moved(before: PlanVersion, after: PlanVersion) -> Iterator[DayMoved]:
    """The days of the plan, then those of its tasks."""
    for kind, day_before, day_after in (
        (DayKind.START, before.start, after.start),
        (DayKind.DUE, before.due, after.due),
        (DayKind.FINISH, before.finish, after.finish),
    ):
        if moved := _moved(day_before, day_after):
            yield DayMoved(kind, moved)
    tasks_before, tasks_after = before.tasks_by_key(), after.tasks_by_key()
    for key in {**tasks_before, **tasks_after}:
        task_before, task_after = tasks_before.get(key), tasks_after.get(key)
        if moved := _moved(_due(task_before), _due(task_after)):
            yield DayMoved(DayKind.TASK_DUE, moved, task_after or task_before)


def _due(task: TaskVersion | None) -> dt.date | None:
    return task.due if task else None


def _scores(
    risks: Mapping[Key, RiskVersion], others: Mapping[Key, RiskVersion]
) -> Iterator[tuple[RiskVersion, int, int]]:
    """Each risk with its score in the other version, and in its own; one that is not there scores nothing."""
    return ((risk, others[key].score if key in others else 0, risk.score) for key, risk in risks.items())
