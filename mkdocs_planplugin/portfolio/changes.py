# Two versions of one plan, compared by what they say: which work was done, added, taken out, which days moved, which
# risks rose. A change of words alone is none.
"""What changed in a plan."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Generic, TypeVar

from msgspec import Struct

from mkdocs_planplugin.model import State, Status

from .versions import Key, PhaseVersion, PlanVersion, RiskVersion, TaskVersion

T = TypeVar("T")


class Moved(Struct, Generic[T], frozen=True):
    """A value before and after; `None` for a value that does not exist."""

    before: T | None
    after: T | None


class DayKind(StrEnum):
    """The kinds of days of a plan."""

    START = "start"
    DUE = "due"
    FINISH = "planned finish"
    WORK_DUE = "work due"  # the day on which a task or a phase is due


class DayMoved(Struct, frozen=True):
    """A day that changed, came or went. If it is the due day of a task or a phase, `work` is that one."""

    kind: DayKind
    moved: Moved[dt.date]
    work: TaskVersion | PhaseVersion | None = None

    @property
    def name(self) -> str:
        """The name in data files: `start`, `due`, `planned finish`, `1.2 due`, `phase 1 due`."""
        match self.work:
            case TaskVersion():
                return f"{self.work.id or self.work.title} due"
            case PhaseVersion():
                return f"phase {self.work.number} due" if self.work.number else f"{self.work.title} due"
            case None:
                return self.kind.value


class PlanChanges(Struct, frozen=True):
    """What changed between two versions of a plan. A new plan has no `before`, a removed one no `after`.

    `states` are the tasks in both versions with different states, before and after. `days` are the days that changed.
    `raised` are the open risks that are new or have a higher score, `lowered` those that are over or have a lower one.
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
    """What changed from one version of a plan to another; `None` if there is no version. Tasks are the same if they
    have the same id. Tasks without an id, phases, and risks, are the same if they have the same title; other phases if
    they have the same number."""
    if before is None or after is None:
        return PlanChanges(before, after) if before or after else None
    if before == after:
        return PlanChanges(before, after)
    tasks_before, tasks_after = before.tasks_by_key(), after.tasks_by_key()
    risks_before, risks_after = before.risks_by_key(), after.risks_by_key()
    names = before.names_of_phases() & after.names_of_phases()
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
        days=(
            *_days_moved(before, after),
            *_due_days_moved(before.phases_by_key(names), after.phases_by_key(names)),
            *_due_days_moved(tasks_before, tasks_after),
        ),
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
    """The days of the plan that changed."""
    for kind, day_before, day_after in (
        (DayKind.START, before.start, after.start),
        (DayKind.DUE, before.due, after.due),
        (DayKind.FINISH, before.finish, after.finish),
    ):
        if moved := _moved(day_before, day_after):
            yield DayMoved(kind, moved)


def _due_days_moved(
    before: Mapping[Key, TaskVersion | PhaseVersion], after: Mapping[Key, TaskVersion | PhaseVersion]
) -> Iterator[DayMoved]:
    """The due days of tasks or of phases that changed."""
    for key in {**before, **after}:
        work_before, work_after = before.get(key), after.get(key)
        if moved := _moved(_due(work_before), _due(work_after)):
            yield DayMoved(DayKind.WORK_DUE, moved, work_after or work_before)


def _due(work: TaskVersion | PhaseVersion | None) -> dt.date | None:
    return work.due if work else None


def _scores(
    risks: Mapping[Key, RiskVersion], others: Mapping[Key, RiskVersion]
) -> Iterator[tuple[RiskVersion, int, int]]:
    """Each risk with its score in the other version (0 if it is not there) and in its own."""
    return ((risk, others[key].score if key in others else 0, risk.score) for key, risk in risks.items())
