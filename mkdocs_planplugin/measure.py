# What the counters say: how much is done, what is ready, what is late. One plan in, one frozen value out; nothing
# here knows pages, and "today" is always an argument.
"""Counters and judgements of one plan."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
    """The counters of a plan or of one phase (whose `definition_of_done` is empty)."""

    tasks: Count
    criteria: Count
    definition_of_done: Count = Count()
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

    `phases` runs parallel to `plan.phases`; `readiness` has every task and sub-task by id; `next` and `blocked` hold
    task ids in the order of the text.
    """

    progress: Progress
    phases: tuple[Progress, ...]
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
    status_is_derived: bool = False  # `shown_status` is what the boxes say, for want of a declared one


def measure(plan: Plan, schedule: Schedule | None, today: dt.date, stale_after: int) -> Measures:
    """Count and judge `plan` on the day `today`; `stale_after` is in days."""
    phases = tuple(phase_progress(phase) for phase in plan.phases)
    whole = _whole(plan, phases)
    derived = _derived_status(plan, whole.tasks)
    shown = plan.status or derived
    waiting = readiness(plan)
    scores = [risk.score for risk in plan.risks if risk.score is not None]
    return Measures(
        progress=whole,
        phases=phases,
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
        blocked=blocked_tasks(plan),
    )


# Counters


def _whole(plan: Plan, phases: Sequence[Progress]) -> Progress:
    """The counters of a whole plan, from those of its phases."""
    loose = _progress(plan.tasks, plan.criteria)
    return Progress(
        tasks=sum((part.tasks for part in phases), loose.tasks),
        criteria=sum((part.criteria for part in phases), loose.criteria),
        definition_of_done=_count(
            item.state for group in plan.definition_of_done for item in group.items if not item.has_parts
        ),
        subtasks_counted=loose.subtasks_counted or any(part.subtasks_counted for part in phases),
    )


def phase_progress(phase: Phase) -> Progress:
    """The counters of one phase."""
    return _progress(phase.tasks, phase.criteria)


def _progress(tasks: Iterable[Task], criteria: Iterable[ChecklistItem]) -> Progress:
    counted = [(task, list(_counted(task))) for task in tasks]
    return Progress(
        tasks=_count(leaf.state for _, leaves in counted for leaf in leaves),
        criteria=_count(item.state for item in criteria if not item.has_parts),
        subtasks_counted=any(leaf is not task for task, leaves in counted for leaf in leaves),
    )


def _counted(task: Task) -> Iterator[Task]:
    """What stands for a task in the counters: its leaves. A task with a box, over sub-tasks without any, stands for
    itself: only a parent of boxes is counted through them."""
    leaves = [leaf for subtask in task.subtasks for leaf in _counted(subtask)]
    own = task.state is not None and not any(leaf.state for leaf in leaves)
    yield from [task] if own or not leaves else leaves


def _count(states: Iterable[State | None]) -> Count:
    every = Counter(states)
    cancelled, untracked = every[State.CANCELLED], every[None]
    return Count(every[State.DONE], every.total() - cancelled - untracked, cancelled, untracked)


# Status


def _derived_status(plan: Plan, tasks: Count) -> Status | None:
    """What the boxes say of the plan as a whole; `None` where nobody ticks any."""
    if not tasks.total:
        return Status.CANCELLED if tasks.cancelled else None
    if tasks.done == tasks.total:
        return Status.COMPLETE
    begun = any(task.state in (State.DONE, State.IN_PROGRESS) for task in plan.walk())
    return Status.IN_PROGRESS if begun else Status.NOT_STARTED


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
    """The sum over the phases, each as its heading says, else as its tasks do; tasks outside the phases count too."""
    phases = [phase.estimate if phase.estimate.known else _sum(map(_effort, phase.tasks)) for phase in plan.phases]
    return _sum([*phases, *map(_effort, plan.tasks)])


def _effort(task: Task) -> Estimate:
    """What a task takes: nothing when cancelled, else its own estimate, else the sum of what its sub-tasks say."""
    if task.cancelled:
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


def readiness(plan: Plan) -> dict[TaskId, Readiness]:
    """For every task and sub-task, by id, whether it is ready and what it waits for.

    A task waits for what it states itself and for what its phase waits for; the order inside a phase holds nobody
    back. A sub-task waits for what its task waits for, too.
    """
    unfinished = _unfinished(plan)
    found: dict[TaskId, Readiness] = {}
    for phase, waits in zip(plan.phases, phase_waits(plan), strict=True):
        held_by = tuple(name for name in waits.names if name in unfinished)
        for task in phase.tasks:
            _judge(task, _Above(held_by, frozenset({phase.key})), unfinished, found)
    for task in plan.tasks:
        _judge(task, _Above(), unfinished, found)
    return found


@dataclass(frozen=True, slots=True)
class _Above:
    """What a task has from above: what it waits for in any case, whose part it is (a part cannot wait for its whole),
    whether that whole is settled, and whether it is put off or blocked."""

    waits_for: tuple[Reference, ...] = ()
    wholes: frozenset[Reference] = frozenset()
    settled: bool = False
    held: bool = False


def _judge(task: Task, above: _Above, unfinished: set[Reference], found: dict[TaskId, Readiness]) -> None:
    """Put the readiness of a task and of all below it into `found`."""
    wholes = above.wholes | {task.id}
    settled = above.settled or _is_settled(task)
    stated = (name for name in task.depends_on if name in unfinished and name not in wholes)
    waits_for = () if settled else tuple(dict.fromkeys((*stated, *above.waits_for)))
    ready = not (settled or above.held or waits_for) and _is_open(task)
    found.setdefault(task.id, Readiness(ready, waits_for))
    held = above.held or task.state in (State.BLOCKED, State.DEFERRED)
    for subtask in task.subtasks:
        _judge(subtask, _Above(waits_for, wholes, settled, held), unfinished, found)


def _is_settled(task: Task) -> bool:
    """Whether nobody has to wait for it: done, cancelled, or all that is counted of it is."""
    if not task.subtasks:  # as most
        return task.state in (State.DONE, State.CANCELLED)
    states = {leaf.state for leaf in _counted(task)} - {None}
    return task.done or task.cancelled or (bool(states) and states <= {State.DONE, State.CANCELLED})


def _is_open(task: Task) -> bool:
    """Whether it can still be begun: an empty box, or, where it has none itself, one among its sub-tasks."""
    states = [leaf.state for leaf in _counted(task)] if task.state is None else [task.state]
    return State.OPEN in states


def _unfinished(plan: Plan) -> set[Reference]:
    """The ids of the tasks and the keys of the phases that somebody may have to wait for.

    A phase is finished when every task that is tracked is settled; one of no tasks that takes time, when it says so.
    One with nothing to be finished of its own (nobody tracks its tasks, or it has none and takes no time) passes the
    wait on to what it waits for itself.
    """
    finished: dict[Reference, bool] = {}
    for task in _top_level(plan):
        _note_finished(task, above=False, finished=finished)
    # From what they wait for to the phases through which the chain holds.
    passing: dict[Reference, list[Reference]] = {}
    for phase, waits in zip(plan.phases, phase_waits(plan), strict=True):
        tracked = [task for task in phase.tasks if any(part.state for part in task.walk())]
        block = not phase.tasks and (phase.estimate.known or phase.state is not None)
        finished.setdefault(phase.key, phase.settled if block else all(map(_is_settled, tracked)))
        for name in () if tracked or block else waits.names:
            passing.setdefault(name, []).append(phase.key)
    unfinished = [name for name, done in finished.items() if not done]
    for name in unfinished:  # grows while it is walked
        unfinished.extend(passing.pop(name, ()))
    return set(unfinished)


def _note_finished(task: Task, *, above: bool, finished: dict[Reference, bool]) -> None:
    """Note for a task and all below it whether it is finished: by itself, or because its whole is settled."""
    settled = above or _is_settled(task)
    finished.setdefault(task.id, settled)
    for subtask in task.subtasks:
        _note_finished(subtask, above=settled, finished=finished)


def _top_level(plan: Plan) -> Iterator[Task]:
    """The tasks of the phases and those outside any, without their sub-tasks."""
    for phase in plan.phases:
        yield from phase.tasks
    yield from plan.tasks


def next_tasks(plan: Plan, readiness: Mapping[TaskId, Readiness]) -> tuple[TaskId, ...]:
    """The ids of the ready tasks, in the order of the text: a task whose sub-tasks have ids of their own is
    represented by them, any other by itself."""
    return tuple(task.id for top in _top_level(plan) for task in _represented(top) if readiness[task.id].ready)


def _represented(task: Task) -> Iterator[Task]:
    if any(subtask.id.written for subtask in task.subtasks):
        for subtask in task.subtasks:
            yield from _represented(subtask)
    else:
        yield task


def blocked_tasks(plan: Plan) -> tuple[TaskId, ...]:
    """The ids of the tasks that are left and that the author calls blocked, in the order of the text."""
    return tuple(task.id for task in plan.walk() if task.state is State.BLOCKED and not _is_settled(task))
