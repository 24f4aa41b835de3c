"""Counters: how much of a plan, or of one phase, is done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Self

from msgspec import Struct

from mkdocs_planplugin.model import OUT_OF_TOTALS, ChecklistItem, Phase, Plan, State, Task


class Count(Struct, frozen=True, gc=False):
    """A count of boxes of one kind. `total` does not include cancelled and untracked ones (without a box and without a
    state)."""

    done: int = 0
    total: int = 0
    cancelled: int = 0
    untracked: int = 0

    @classmethod
    def of(cls, states: Iterable[State | None]) -> Self:
        """The count of boxes in these states."""
        numbers = Counter(states)
        total = sum(number for state, number in numbers.items() if state not in OUT_OF_TOTALS)
        return cls(numbers[State.DONE], total, numbers[State.CANCELLED], numbers[None])

    @property
    def percent(self) -> float | None:
        """The done share of the total, rounded to 1 decimal; `None` when there is nothing to count."""
        return round(100 * self.done / self.total, 1) if self.total else None

    def __add__(self, other: Count) -> Count:
        """The sum of two counts."""
        return Count(
            self.done + other.done,
            self.total + other.total,
            self.cancelled + other.cancelled,
            self.untracked + other.untracked,
        )


class Progress(Struct, frozen=True, gc=False):
    """The counters of a plan or of one phase. `definition_of_done` and `phases` are only those of a plan. `phases` is
    counted if a phase without boxes says how far it is."""

    tasks: Count
    criteria: Count
    definition_of_done: Count = Count()
    phases: Count = Count()
    subtasks_counted: bool = False  # a parent is counted through its sub-tasks: the words must say so

    @property
    def percent(self) -> float | None:
        """The share of tasks that are done, rounded to 1 decimal; `None` when no task is counted."""
        return self.tasks.percent


def plan_progress(plan: Plan, phases: Sequence[Progress]) -> Progress:
    """The counters of a whole plan, from those of its phases."""
    loose = [part for task in plan.tasks for part in task.counted()]
    return Progress(
        tasks=sum((part.tasks for part in phases), Count.of(state for _, state in loose)),
        criteria=sum((part.criteria for part in phases), count_items(plan.criteria)),
        definition_of_done=count_items(item for group in plan.definition_of_done for item in group.items),
        phases=_count_phases(plan.phases),
        subtasks_counted=_are_subtasks(loose, plan.tasks) or any(part.subtasks_counted for part in phases),
    )


def phase_progress(phase: Phase) -> Progress:
    """The counters of one phase. In a cancelled phase, criteria need not be met either."""
    counted, criteria = list(phase.counted()), count_items(phase.criteria)
    if phase.state is State.CANCELLED:
        criteria = Count(cancelled=criteria.total + criteria.cancelled, untracked=criteria.untracked)
    return Progress(
        tasks=Count.of(state for _, state in counted),
        criteria=criteria,
        subtasks_counted=_are_subtasks(counted, phase.tasks),
    )


def _are_subtasks(counted: Iterable[tuple[Task, State | None]], tops: Iterable[Task]) -> bool:
    """Whether any of the counted tasks is a sub-task."""
    ids = {task.id for task in tops}
    return any(task.id not in ids for task, _ in counted)


def count_items(items: Iterable[ChecklistItem]) -> Count:
    """The count of items; one that has parts is counted through these."""
    return Count.of(item.state for item in items if not item.has_parts)


def _count_phases(phases: Sequence[Phase]) -> Count:
    """The count of phases, if one without boxes says how far it is. Phases that say nothing then count as open."""
    if not any(phase.state and not phase.tracked for phase in phases):
        return Count()
    return Count.of(phase.current_state or State.OPEN for phase in phases)
