# What the counters say: how much is done, what is ready, what is late. One plan in, one frozen value out; nothing
# here knows pages, and "today" is always an argument.
"""Counters and judgements of one plan."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from mkdocs_planplugin.catalog import HIGH_SCORE
from mkdocs_planplugin.model import (
    FINISHED,
    NO_ESTIMATE,
    ChecklistItem,
    Estimate,
    Phase,
    Plan,
    Reference,
    State,
    Status,
    Task,
    TaskId,
)
from mkdocs_planplugin.schedule import Schedule, phase_waits


@dataclass(frozen=True, slots=True)
class Count:
    """Boxes of one kind. `total` leaves out the cancelled and the untracked (no box, no state word)."""

    done: int = 0
    total: int = 0
    cancelled: int = 0
    untracked: int = 0

    @property
    def percent(self) -> float | None:
        """The done share of the total, rounded to 1 decimal; `None` when there is nothing to count."""
        return round(100 * self.done / self.total, 1) if self.total else None

    def __add__(self, other: Count) -> Count:
        """Both together."""
        return Count(
            self.done + other.done,
            self.total + other.total,
            self.cancelled + other.cancelled,
            self.untracked + other.untracked,
        )


@dataclass(frozen=True, slots=True)
class Progress:
    """The counters of a plan, or of one phase, which has no `definition_of_done` and no `phases`. `phases` counts those
    of a plan where one that has no boxes says how far it is."""

    tasks: Count
    criteria: Count
    definition_of_done: Count = Count()
    phases: Count = Count()
    subtasks_counted: bool = False  # a parent is counted through its sub-tasks: the words must say so

    @property
    def percent(self) -> float | None:
        """The share of tasks that are done, rounded to 1 decimal; `None` when no task is counted."""
        return self.tasks.percent


@dataclass(frozen=True, slots=True)
class Readiness:
    """Whether a task can be started, and if not, which tasks and phases it still waits for."""

    ready: bool = False
    waits_for: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class Measures:
    """All that can be said of one plan by counting.

    `phases` runs parallel to `plan.phases`; `outcomes` says how each task and sub-task has ended that has, `readiness`
    has all of them; `next` and `blocked` hold ids of tasks in the order of the text; `today` is the day of all of it.
    """

    progress: Progress
    phases: tuple[Progress, ...]
    outcomes: Mapping[TaskId, State]
    estimate: Estimate
    derived_status: Status | None  # what the boxes say
    shown_status: Status | None  # what the plan declares, else what the boxes say
    exposure: int | None
    open_high: int
    late: bool
    stale: bool
    readiness: Mapping[TaskId, Readiness]
    next: tuple[TaskId, ...]
    blocked: tuple[TaskId, ...]
    today: dt.date
    status_is_derived: bool = False  # `shown_status` is what the boxes say, for want of a declared one


def measure(plan: Plan, schedule: Schedule | None, today: dt.date, stale_after: int) -> Measures:
    """Count and judge `plan` on the day `today`; `stale_after` is in days."""
    phases = tuple(phase_progress(phase) for phase in plan.phases)
    whole = _whole(plan, phases)
    derived = plan.derived_status
    shown = plan.status or derived
    outcomes = plan.outcomes()
    waiting = readiness(plan, outcomes)
    scores = [risk.score for risk in plan.open_risks if risk.score is not None]
    return Measures(
        progress=whole,
        phases=phases,
        outcomes=outcomes,
        estimate=plan_estimate(plan),
        derived_status=derived,
        shown_status=shown,
        status_is_derived=plan.status is None and derived is not None,
        exposure=max(scores, default=None),
        open_high=sum(score >= HIGH_SCORE for score in scores),
        late=_is_due(plan, schedule, today) and _has_open_work(plan, shown, whole.tasks),
        stale=shown is Status.IN_PROGRESS and _is_stale(plan, today, stale_after),
        readiness=waiting,
        next=next_tasks(plan, waiting),
        blocked=blocked_tasks(plan, outcomes),
        today=today,
    )


# Counters


def _whole(plan: Plan, phases: Sequence[Progress]) -> Progress:
    """The counters of a whole plan, from those of its phases."""
    loose = [part for task in plan.tasks for part in task.counted()]
    return Progress(
        tasks=sum((part.tasks for part in phases), _count(state for _, state in loose)),
        criteria=sum((part.criteria for part in phases), _count_items(plan.criteria)),
        definition_of_done=_count_items(item for group in plan.definition_of_done for item in group.items),
        phases=_count_phases(plan.phases),
        subtasks_counted=_are_subtasks(loose, plan.tasks) or any(part.subtasks_counted for part in phases),
    )


def phase_progress(phase: Phase) -> Progress:
    """The counters of one phase; in a cancelled one nothing is left to be met either."""
    counted, criteria = list(phase.counted()), _count_items(phase.criteria)
    if phase.state is State.CANCELLED:
        criteria = Count(cancelled=criteria.total + criteria.cancelled, untracked=criteria.untracked)
    return Progress(
        tasks=_count(state for _, state in counted),
        criteria=criteria,
        subtasks_counted=_are_subtasks(counted, phase.tasks),
    )


def _are_subtasks(counted: Iterable[tuple[Task, State | None]], tops: Iterable[Task]) -> bool:
    """Whether any of those that are counted is no task at the top, but a part of one."""
    ids = {task.id for task in tops}
    return any(task.id not in ids for task, _ in counted)


def _count_items(items: Iterable[ChecklistItem]) -> Count:
    return _count(item.state for item in items if not item.has_parts)


def _count_phases(phases: Sequence[Phase]) -> Count:
    """The phases, where one without boxes says how far it is; then those that say nothing are open."""
    if not any(phase.state and not phase.tracked for phase in phases):
        return Count()
    return _count(phase.current_state or State.OPEN for phase in phases)


def _count(states: Iterable[State | None]) -> Count:
    numbers = Counter(states)
    cancelled, untracked = numbers[State.CANCELLED], numbers[None]
    return Count(numbers[State.DONE], numbers.total() - cancelled - untracked, cancelled, untracked)


# Status


def _is_due(plan: Plan, schedule: Schedule | None, today: dt.date) -> bool:
    """Whether the day is over on which the plan was due, or, without one, planned to be finished.

    A schedule in which nothing takes time has no planned finish: nobody said how long anything takes.
    """
    planned = schedule.finish if schedule and schedule.duration_hours else None
    finish = plan.due or planned
    return finish is not None and finish < today


def _has_open_work(plan: Plan, status: Status | None, tasks: Count) -> bool:
    """Whether the plan is still to be worked on: by its boxes, and by its declared status where no box is tracked."""
    if plan.is_template or status in (None, *FINISHED):
        return False
    return tasks.done < tasks.total or not tasks.total


def _is_stale(plan: Plan, today: dt.date, stale_after: int) -> bool:
    """Whether a plan was last changed more than `stale_after` days ago; never where no day is known."""
    changed = last_change(plan)
    return not plan.is_template and changed is not None and (today - changed).days > stale_after


def last_change(plan: Plan) -> dt.date | None:
    """The day the plan was last changed, by its own word: *Last Updated*, else its latest revision, else *Created*."""
    revised = max((revision.date for revision in plan.revisions if revision.date), default=None)
    return plan.last_updated or revised or plan.created


# Effort


def plan_estimate(plan: Plan) -> Estimate:
    """The sum over the phases, each as its heading says, else as its tasks do; tasks outside the phases count too.
    Nothing of what was cancelled does."""
    phases = [phase for phase in plan.phases if phase.outcome is not State.CANCELLED]
    efforts = (phase.estimate if phase.estimate.known else _sum(map(_effort, phase.tasks)) for phase in phases)
    return _sum([*efforts, *map(_effort, plan.tasks)])


def _effort(task: Task) -> Estimate:
    """What a task takes: nothing when cancelled, else its own estimate, else the sum of what its sub-tasks say."""
    if task.outcome is State.CANCELLED:
        return NO_ESTIMATE
    return task.estimate if task.estimate.known else _sum(map(_effort, task.subtasks))


def _sum(estimates: Iterable[Estimate]) -> Estimate:
    """The sum of the known ones; a likely value only where each of them has one."""
    ends = [(e.min_hours, e.likely_hours, e.max_hours) for e in estimates]
    known = [(low, likely, high) for low, likely, high in ends if low is not None and high is not None]
    if not known:
        return NO_ESTIMATE
    likely = [middle for _, middle, _ in known if middle is not None]
    return Estimate(
        min_hours=sum(low for low, _, _ in known),
        likely_hours=sum(likely) if len(likely) == len(known) else None,
        max_hours=sum(high for _, _, high in known),
    )


# What is next


def readiness(plan: Plan, outcomes: Mapping[TaskId, State]) -> dict[TaskId, Readiness]:
    """For every task and sub-task, by id, whether it is ready and what it waits for; `outcomes` are those of the plan.

    A task waits for what it states itself and for what its phase waits for; the order inside a phase holds nobody
    back. A sub-task waits for what its task waits for, too. Who would wait for a cancelled phase waits for what that
    waits for.
    """
    waits = _Waits(plan, outcomes)
    judge = _Judge(waits, outcomes)
    for phase in plan.phases:
        judge.tasks(phase.tasks, _Above(waits.left(waits.of_phases[phase.key]), frozenset({phase.key})))
    judge.tasks(plan.tasks, _Above())
    return judge.readiness


class _Waits:
    """What phases wait for, and what of a plan there still is to wait for."""

    def __init__(self, plan: Plan, outcomes: Container[TaskId]) -> None:
        pairs = list(zip(plan.phases, phase_waits(plan), strict=True))
        self._cancelled: dict[Reference, tuple[Reference, ...]] = {
            phase.key: waits.names for phase, waits in pairs if phase.outcome is State.CANCELLED
        }
        self.of_phases = {phase.key: tuple(self._past_cancelled(waits.names)) for phase, waits in reversed(pairs)}
        self._unfinished = self._all_unfinished(plan, outcomes)

    def left(self, names: Iterable[Reference]) -> tuple[Reference, ...]:
        """What is still to be waited for of all that is named."""
        return tuple(name for name in self._past_cancelled(names) if name in self._unfinished)

    def _past_cancelled(self, names: Iterable[Reference]) -> Iterable[Reference]:
        """These names, with what cancelled phases wait for in their place."""
        if not self._cancelled:
            return names
        todo, names_once = list(names), dict[Reference, None]()
        for name in todo:  # grows while it is walked
            if name not in names_once:
                names_once[name] = None
                todo.extend(self._cancelled.get(name, ()))
        return [name for name in names_once if name not in self._cancelled]

    def _all_unfinished(self, plan: Plan, outcomes: Container[TaskId]) -> set[Reference]:
        """The tasks and phases that somebody may have to wait for.

        A phase with nothing to be finished of its own (nobody tracks it, or it has no tasks and takes no time) passes
        the wait on to what it waits for itself.
        """
        unfinished: list[Reference] = [task.id for task in plan.walk() if task.id not in outcomes]
        passing: dict[Reference, list[Reference]] = {}  # from what they wait for to the phases that pass the wait on
        for phase in plan.phases:
            if phase.tracked or phase.state is not None or (phase.estimate.known and not phase.tasks):
                unfinished += [] if phase.outcome else [phase.key]
            else:
                for name in self.of_phases[phase.key]:
                    passing.setdefault(name, []).append(phase.key)
        for name in unfinished:  # grows while it is walked
            unfinished.extend(passing.pop(name, ()))
        return set(unfinished)


@dataclass(frozen=True, slots=True)
class _Above:
    """What a task has from above: what it waits for in any case, whose part it is (a part cannot wait for its whole),
    and whether that whole is put off or blocked."""

    waits_for: tuple[Reference, ...] = ()
    wholes: frozenset[Reference] = frozenset()
    held: bool = False


class _Judge:
    """Finds the `readiness` of the tasks of a plan with these `waits`, of which some have ended with `outcomes`."""

    def __init__(self, waits: _Waits, outcomes: Container[TaskId]) -> None:
        self._waits = waits
        self._outcomes = outcomes
        self.readiness: dict[TaskId, Readiness] = {}

    def tasks(self, tasks: Iterable[Task], above: _Above) -> None:
        """Find that of tasks and of all below them."""
        for task in tasks:
            settled, wholes = task.id in self._outcomes, above.wholes | {task.id}
            stated = (name for name in self._waits.left(task.depends_on) if name not in wholes)
            waits_for = () if settled else tuple(dict.fromkeys((*stated, *above.waits_for)))
            ready = not (settled or above.held or waits_for) and _is_open(task)
            self.readiness.setdefault(task.id, Readiness(ready, waits_for))
            held = above.held or task.state in (State.BLOCKED, State.DEFERRED)
            self.tasks(task.subtasks, _Above(waits_for, wholes, held))


def _is_open(task: Task) -> bool:
    """Whether it can still be begun: an empty box, or, where it has none itself, one among its sub-tasks."""
    return State.OPEN in ([state for _, state in task.counted()] if task.state is None else [task.state])


def next_tasks(plan: Plan, readiness: Mapping[TaskId, Readiness]) -> tuple[TaskId, ...]:
    """The ids of the ready tasks, in the order of the text: a task whose sub-tasks have ids of their own is
    represented by them, any other by itself."""
    return tuple(task.id for top in plan.tops() for task in _represented(top) if readiness[task.id].ready)


def _represented(task: Task) -> Iterator[Task]:
    if any(subtask.id.written for subtask in task.subtasks):
        for subtask in task.subtasks:
            yield from _represented(subtask)
    else:
        yield task


def blocked_tasks(plan: Plan, outcomes: Container[TaskId]) -> tuple[TaskId, ...]:
    """The ids of the tasks that are left and that the author calls blocked, in the order of the text."""
    return tuple(task.id for task in plan.walk() if task.state is State.BLOCKED and task.id not in outcomes)
