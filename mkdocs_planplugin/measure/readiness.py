"""Which tasks can be started, and what the others wait for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from mkdocs_planplugin.model import Hold, NotCounted, NotCountedKind, Plan, Reference, State, Task, TaskId
from mkdocs_planplugin.schedule import phase_waits


class Outside(Struct, frozen=True):
    """Another plan or a team that a task waits for: its name, the day on which it will be done (`None` if nobody knows
    it), and the source path of the page, if it is a plan."""

    name: str
    until: dt.date | None
    path: str | None = None


class Readiness(Struct, frozen=True, gc=False):
    """Whether a task can be started, and if not, which tasks and phases it waits for, and what `outside` its plan."""

    ready: bool = False
    waits_for: tuple[Reference, ...] = ()
    outside: tuple[Outside, ...] = ()

    @property
    def waits(self) -> bool:
        """Whether the task waits for anything."""
        return bool(self.waits_for or self.outside)

    @property
    def until(self) -> dt.date | None:
        """The last day for which the task waits, if it waits only for days outside its plan that are known."""
        days = [other.until for other in self.outside if other.until]
        return max(days) if days and len(days) == len(self.outside) and not self.waits_for else None


def readiness(
    plan: Plan, outcomes: Mapping[TaskId, State], outside: Mapping[Reference, tuple[Outside, ...]], *, active: bool
) -> dict[TaskId, Readiness]:
    """The readiness of each task and sub-task, by id; `outcomes` are those of the plan, and `outside` says what its
    tasks and phases wait for elsewhere. Nothing is ready in a plan that is not `active`.

    A task waits for what it states itself and for what its phase waits for. The order of tasks in a phase does not
    matter, except that tasks that state nothing wait for the blocked one before them. A sub-task also waits for what
    its task waits for. Instead of a cancelled phase, one waits for what that phase waits for.
    """
    waits = _Waits(plan, outcomes)
    finder = _ReadinessFinder(waits, outcomes, outside, active=active)
    for phase in plan.phases:
        waits_for = waits.unfinished(waits.of_phases[phase.key])
        inherited = _Inherited(waits_for, frozenset({phase.key}), outside=outside.get(phase.key, ()))
        finder.tasks(phase.tasks, inherited, in_order=True)
    finder.tasks(plan.tasks, _Inherited(), in_order=True)
    return finder.readiness


def waiting(plan: Plan, readiness: Mapping[TaskId, Readiness]) -> dict[TaskId, Readiness]:
    """The tasks that wait, in the order of the text, and what they wait for. A sub-task that waits for the same as its
    task is left out, and so is what was put off: nobody is to start it when the others end."""
    return dict(_waiting(plan.tops(), readiness, Readiness()))


def _waiting(
    tasks: Iterable[Task], readiness: Mapping[TaskId, Readiness], above: Readiness
) -> Iterator[tuple[TaskId, Readiness]]:
    for task in tasks:
        if task.state is State.DEFERRED:
            continue
        own = readiness.get(task.id, Readiness())
        if own.waits and (own.waits_for, own.outside) != (above.waits_for, above.outside):
            yield task.id, own
        yield from _waiting(task.subtasks, readiness, own)


def waited_outside(
    holds: Iterable[Hold], not_counted: Iterable[NotCounted], today: dt.date
) -> dict[Reference, tuple[Outside, ...]]:
    """What tasks and phases wait for outside their plan on the day `today`, by their references: the promises of teams
    and the other plans behind `holds`, and the plans that are `not_counted`. A day that is over does not hold anything
    up."""
    found: dict[Reference, tuple[Outside, ...]] = {}
    for hold in holds:
        if hold.until >= today and (waited := _waited(hold)):
            found[hold.by] = (*found.get(hold.by, ()), waited)
    for omission in not_counted:
        if omission.kind is NotCountedKind.PLAN and omission.plan:
            for work in omission.works:
                by = work.id if isinstance(work, Task) else work.key
                found[by] = (*found.get(by, ()), Outside(omission.plan.title, None, omission.plan.path))
    return found


def _waited(hold: Hold) -> Outside | None:
    """The plan or the team behind a hold; `None` for a day that stands by itself."""
    if hold.plan:
        return Outside(hold.plan.title, hold.until, hold.plan.path)
    return Outside(hold.promise.team, hold.until) if hold.promise and hold.promise.team else None


def _each_once(outside: Iterable[Outside]) -> tuple[Outside, ...]:
    """Each plan and team once, with the last of its days; where one of them is not known, none is."""
    last: dict[tuple[str, str | None], Outside] = {}
    for other in outside:
        known = last.setdefault((other.name, other.path), other)
        if known.until and (other.until is None or other.until > known.until):
            last[other.name, other.path] = other
    return tuple(last.values())


class _Waits:
    """What phases wait for, and which tasks and phases of a plan are not finished yet."""

    def __init__(self, plan: Plan, outcomes: Container[TaskId]) -> None:
        pairs = list(zip(plan.phases, phase_waits(plan), strict=True))
        self._cancelled: dict[Reference, tuple[Reference, ...]] = {
            phase.key: waits.names for phase, waits in pairs if phase.outcome is State.CANCELLED
        }
        self.of_phases = {phase.key: tuple(self._past_cancelled(waits.names)) for phase, waits in reversed(pairs)}
        self._unfinished = self._all_unfinished(plan, outcomes)

    def unfinished(self, names: Iterable[Reference]) -> tuple[Reference, ...]:
        """Those of the named tasks and phases that are not finished yet."""
        return tuple(name for name in self._past_cancelled(names) if name in self._unfinished)

    def _past_cancelled(self, names: Iterable[Reference]) -> Iterable[Reference]:
        """The tasks and phases to wait for, with each cancelled phase replaced by what it waits for itself."""
        if not self._cancelled:
            return names
        todo, reached = list(names), dict[Reference, None]()
        for name in todo:  # grows while it is walked
            if name not in reached:
                reached[name] = None
                todo.extend(self._cancelled.get(name, ()))
        return [name for name in reached if name not in self._cancelled]

    def _all_unfinished(self, plan: Plan, outcomes: Container[TaskId]) -> set[Reference]:
        """The tasks and phases that somebody may still have to wait for.

        A phase that cannot be finished by itself (it is not tracked, or has no tasks and takes no time) counts as
        unfinished as long as something that it waits for does.
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


_NOTHING = Readiness()  # of all tasks that are settled


class _Inherited(Struct, frozen=True):
    """What a task inherits from its phase and the tasks above it: what it waits for in any case, the `wholes` that it
    is a part of (a part cannot wait for its whole), whether one of these is `held`: deferred or blocked, and what they
    wait for `outside` the plan."""

    waits_for: tuple[Reference, ...] = ()
    wholes: frozenset[Reference] = frozenset()
    held: bool = False
    outside: tuple[Outside, ...] = ()


class _ReadinessFinder:
    """Finds the `readiness` of the tasks of a plan, with these `waits` and `outcomes`, and what they wait for `outside`
    it."""

    def __init__(
        self,
        waits: _Waits,
        outcomes: Container[TaskId],
        outside: Mapping[Reference, tuple[Outside, ...]],
        *,
        active: bool,
    ) -> None:
        self._waits = waits
        self._outcomes = outcomes
        self._outside = outside
        self._active = active
        self.readiness: dict[TaskId, Readiness] = {}

    def tasks(self, tasks: Sequence[Task], inherited: _Inherited, *, in_order: bool = False) -> None:
        """Find the readiness of these tasks and of all their sub-tasks. Sub-tasks have no order."""
        blocked: TaskId | None = None  # whoever states nothing waits for it
        for task in tasks:
            settled, wholes = task.id in self._outcomes, inherited.wholes | {task.id}
            stated = (name for name in self._waits.unfinished(task.depends_on) if name not in wholes)
            blocked = blocked if self._states_nothing(task) else None
            before = (blocked,) if blocked and task.state is not State.DEFERRED else ()
            waits_for = () if settled else tuple(dict.fromkeys((*stated, *before, *inherited.waits_for)))
            if in_order and task.state is State.BLOCKED and not settled:
                blocked = task.id
            outside = () if settled else _each_once((*inherited.outside, *self._outside.get(task.id, ())))
            free = not (inherited.held or waits_for or outside)
            ready = self._active and free and not settled and is_to_start(task)
            says = ready or waits_for or outside
            self.readiness.setdefault(task.id, Readiness(ready, waits_for, outside) if says else _NOTHING)
            held = inherited.held or task.state in (State.BLOCKED, State.DEFERRED)
            self.tasks(task.subtasks, _Inherited(waits_for, wholes, held, outside))

    def _states_nothing(self, task: Task) -> bool:
        """Whether a task that has not begun does not say where it stands, so that it follows those before it."""
        says_where = task.depends_on or task.depends_on_nothing or task.parallel
        has_begun = task.in_progress or task.id in self._outcomes
        return task.state in (State.OPEN, State.DEFERRED, None) and not (says_where or has_begun)


def is_to_start(task: Task) -> bool:
    """Whether a task is open and not begun: by its box, or, if it has none, by that of one of its sub-tasks."""
    states = [state for _, state in task.counted()] if task.state is None else [task.state]
    return State.OPEN in states and not task.in_progress


def next_tasks(plan: Plan, readiness: Mapping[TaskId, Readiness]) -> tuple[TaskId, ...]:
    """The ids of the ready tasks, in the order of the text. A task whose sub-tasks have ids of their own is represented
    by these."""
    return tuple(task.id for top in plan.tops() for task in _represented(top) if readiness[task.id].ready)


def _represented(task: Task) -> Iterator[Task]:
    if any(subtask.id.written for subtask in task.subtasks):
        for subtask in task.subtasks:
            yield from _represented(subtask)
    else:
        yield task


def blocked_tasks(plan: Plan, outcomes: Container[TaskId]) -> tuple[TaskId, ...]:
    """The ids of the open tasks that are marked as blocked, in the order of the text."""
    return tuple(task.id for task in plan.walk() if task.state is State.BLOCKED and task.id not in outcomes)
