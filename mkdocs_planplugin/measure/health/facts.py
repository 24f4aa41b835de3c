# What the rules ask of a plan. Each fact is computed when the first rule asks for it.
"""The facts that the health of a plan is judged by."""

from __future__ import annotations

import datetime as dt
from functools import cached_property

from msgspec import Struct

from mkdocs_planplugin.catalog import LATE_DAYS, LATE_PERCENT, Sentence, say_number
from mkdocs_planplugin.measure.measures import Measures
from mkdocs_planplugin.model import Hold, Plan, Reference, Status, Task, WorkId
from mkdocs_planplugin.schedule import Forecast, Schedule, ScheduledItem


class Facts(Struct, frozen=True, dict=True):
    """A plan with its schedule and counters, and the facts that the rules use."""

    plan: Plan
    schedule: Schedule | None
    measures: Measures

    @property
    def today(self) -> dt.date:
        """The day of the verdict."""
        return self.measures.today

    @property
    def status(self) -> Status | None:
        """The declared status of the plan, else the one that follows from its boxes."""
        return self.measures.shown_status

    @property
    def due(self) -> dt.date | None:
        """The day on which the plan is due."""
        return self.plan.due

    @cached_property
    def expected(self) -> Forecast | None:
        """The forecast of the remaining work; `None` if its day is not known."""
        expected = self.schedule.expected if self.schedule else None
        return expected if expected and expected.finish else None

    @cached_property
    def finish(self) -> dt.date | None:
        """The day on which the remaining work will be done."""
        return self.expected.finish if self.expected else None

    @cached_property
    def days_after_due(self) -> int:
        """How many working days after its due day the plan will be finished; negative if before, 0 if one is not
        known."""
        if not (self.schedule and self.finish and self.due):
            return 0
        axis = self.schedule.axis
        ends = [(axis.minute_after(day) or 0) // axis.minutes_per_day for day in (self.due, self.finish)]
        return ends[1] - ends[0]

    @cached_property
    def slip(self) -> int:
        """How many working days after the planned finish the plan will be finished; negative if before, 0 if one is not
        known."""
        return self.expected.slip_days if self.expected else 0

    @cached_property
    def tolerance(self) -> float:
        """How many working days after its planned finish a plan without a due day may be finished."""
        planned = self.schedule.finish_day if self.schedule else 0
        return max(LATE_DAYS, LATE_PERCENT * planned / 100)

    @cached_property
    def items(self) -> dict[WorkId, ScheduledItem]:
        """The scheduled items, by id. If two have one id, the first counts."""
        items: dict[WorkId, ScheduledItem] = {}
        for item in self.schedule.items if self.schedule else ():
            items.setdefault(item.id, item)
        return items

    @cached_property
    def open_items(self) -> list[ScheduledItem]:
        """The scheduled items that have not ended."""
        return [item for item in self.items.values() if item.outcome is None]

    @cached_property
    def tasks(self) -> dict[Reference, Task]:
        """The tasks and sub-tasks, by id. If two have one id, the first counts."""
        tasks: dict[Reference, Task] = {}
        for task in self.plan.walk():
            tasks.setdefault(task.id, task)
        return tasks

    @cached_property
    def holds(self) -> dict[Reference, Hold]:
        """The longest hold on each task or phase that is held."""
        return self.schedule.longest_holds() if self.schedule else {}

    @cached_property
    def _phases(self) -> dict[Reference, Reference]:
        """The phase of each task that is in one."""
        return {task.id: phase.key for phase in reversed(self.plan.phases) for task in phase.tasks}

    def hold_of(self, item: ScheduledItem) -> Hold | None:
        """The longest hold on a scheduled item and on the phase that it is in."""
        holds = [hold for key in (item.key, self._phases.get(item.key)) if key and (hold := self.holds.get(key))]
        return max(holds, key=lambda hold: hold.until, default=None)

    @cached_property
    def blocked(self) -> list[Task]:
        """The tasks that are marked as blocked, in the order of the text."""
        return [self.tasks[name] for name in self.measures.blocked]

    @cached_property
    def in_progress(self) -> bool:
        """Whether any task is in progress."""
        outcomes = self.measures.outcomes
        return any(task.in_progress and task.id not in outcomes for task in self.plan.walk())

    @cached_property
    def done_words(self) -> Sentence:
        """`3 of 8 tasks`, or the same of phases, if these are counted."""
        tasks, phases = self.measures.progress.tasks, self.measures.progress.phases
        if not tasks.total and phases.total:
            return say_number(phases.total, "{done} of {n} phase", "{done} of {n} phases", done=phases.done)
        total = tasks.total or tasks.cancelled
        return say_number(total, "{done} of {n} task", "{done} of {n} tasks", done=tasks.done)

    @property
    def tasks_over(self) -> bool:
        """Whether there are tasks, and all are known to be done."""
        tasks = self.measures.progress.tasks
        return bool(tasks.total) and tasks.done == tasks.total and not tasks.untracked

    @property
    def all_cancelled(self) -> bool:
        """Whether there were tasks, and all are cancelled."""
        tasks, phases = self.measures.progress.tasks, self.measures.progress.phases
        return bool(tasks.cancelled) and not (tasks.total or tasks.untracked or phases.total)

    @cached_property
    def counts(self) -> bool:
        """Whether anything is counted."""
        progress = self.measures.progress
        return bool(progress.tasks.total or progress.tasks.cancelled or progress.phases.total)
