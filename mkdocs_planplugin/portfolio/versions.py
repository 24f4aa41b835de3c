# A plan as it was on some day, as little of it as is compared: what is done of which work, which days were named, which
# risks were open. Small, because there is one for each revision of each plan; and without ids of lines, because lines
# move from one revision to the next.
"""The version of a plan that comparisons see."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Mapping
from typing import Self, TypeVar

from msgspec import Struct

from mkdocs_planplugin.measure import Count
from mkdocs_planplugin.model import OUT_OF_TOTALS, Plan, State, Status, TaskId
from mkdocs_planplugin.schedule import PlannedWork

T = TypeVar("T")
Key = tuple[str, int]


class Version(Struct, frozen=True, array_like=True, gc=False):
    """A value that is kept in a file, as few bytes as it needs."""


class TaskVersion(Version, frozen=True):
    """A task or sub-task. `state` is how it has ended, by itself or with what it is a part of, else what its box says;
    `hours` is what it takes in the schedule, 0 where it is no item there; `counted` says whether the counters of the
    plan count it."""

    id: str | None
    title: str
    state: State | None
    hours: float
    counted: bool
    due: dt.date | None

    @property
    def name(self) -> str:
        """Its id as written and its title."""
        return f"{self.id or ''} {self.title}".strip()


class PhaseVersion(Version, frozen=True):
    """A phase that says when it is due; its number, and what its author calls it by that, `Sprint 1`."""

    number: str | None
    label: str | None
    title: str
    due: dt.date


class BlockVersion(Version, frozen=True):
    """A phase that is scheduled as one piece of work."""

    title: str
    hours: float


class BoxVersion(Version, frozen=True):
    """A box that is no task: a criterion, or one of the Definition of Done."""

    text: str
    state: State | None


class RiskVersion(Version, frozen=True):
    """A risk. `score` is 1 where nobody rated it, and 0 where it is not open: such a risk counts for nothing."""

    title: str
    score: int


class PlanVersion(Version, frozen=True):
    """What one version of a plan says, as far as versions are compared.

    `status` is the one that pages show; `finish` the planned finish. `done` and `total` count tasks as the progress of
    the plan does; `done_hours` and `hours` are working hours of the schedule, None where nobody said how long anything
    takes.
    """

    title: str
    status: Status | None
    start: dt.date | None
    due: dt.date | None
    finish: dt.date | None
    done: int
    total: int
    done_hours: float | None
    hours: float | None
    tasks: tuple[TaskVersion, ...]
    phases: tuple[PhaseVersion, ...]
    blocks: tuple[BlockVersion, ...]
    boxes: tuple[BoxVersion, ...]
    risks: tuple[RiskVersion, ...]

    @classmethod
    def of(cls, plan: Plan, work: PlannedWork | None) -> Self:
        """The version that a plan is, whose work was planned so."""
        counted, outcomes = dict(_counted(plan)), plan.outcomes()
        count = Count.of(counted.values())
        hours = work.tasks if work else {}
        blocks = work.blocks if work else ()
        phases = {phase.key: phase for phase in plan.phases}
        ended = [length for task, length in hours.items() if outcomes.get(task) is State.DONE]
        ended += [length for phase, length in blocks if phases[phase.key].outcome is State.DONE]
        return cls(
            title=plan.title,
            status=plan.shown_status,
            start=plan.start,
            due=plan.due,
            finish=work.finish if work else None,
            done=count.done,
            total=count.total,
            done_hours=sum(ended) if work else None,
            hours=sum(hours.values()) + sum(length for _, length in blocks) if work else None,
            tasks=tuple(
                TaskVersion(
                    task.id.written,
                    task.title,
                    outcomes.get(task.id) or task.state,
                    hours.get(task.id, 0.0),
                    counted.get(task.id) not in OUT_OF_TOTALS,
                    task.due,
                )
                for task in plan.walk()
            ),
            phases=tuple(
                PhaseVersion(phase.number, phase.label, phase.name, phase.due) for phase in plan.phases if phase.due
            ),
            blocks=tuple(BlockVersion(phase.name, length) for phase, length in blocks),
            boxes=tuple(BoxVersion(box.text, box.state) for box in plan.checklist()),
            risks=tuple(RiskVersion(risk.title, (risk.score or 1) if risk.is_open else 0) for risk in plan.risks),
        )

    def tasks_by_key(self) -> Mapping[Key, TaskVersion]:
        """Its tasks by what makes them the same in another version: the id as written, else the title."""
        return by_key(self.tasks, lambda task: task.id or task.title.casefold())

    def phases_by_key(self, names: Container[str]) -> Mapping[Key, PhaseVersion]:
        """Its phases that are due on a day: by their names, in small letters, if these are among the `names`, else by
        their numbers: a phase that is put in before others gives these new numbers."""
        return by_key(self.phases, lambda phase: _name_among(names, phase) or phase.number or phase.title.casefold())

    def names_of_phases(self) -> frozenset[str]:
        """The names, in small letters, that one of its phases has alone."""
        times = Counter(phase.title.casefold() for phase in self.phases)
        return frozenset(name for name, number in times.items() if name and number == 1)

    def boxes_by_key(self) -> Mapping[Key, BoxVersion]:
        """Its other boxes, by their words."""
        return by_key(self.boxes, lambda box: box.text.casefold())

    def risks_by_key(self) -> Mapping[Key, RiskVersion]:
        """Its risks, by their titles."""
        return by_key(self.risks, lambda risk: risk.title.casefold())

    def hours_by_key(self) -> Mapping[Hashable, float]:
        """The hours of all that is scheduled."""
        tasks: dict[Hashable, float] = {("task", key): task.hours for key, task in self.tasks_by_key().items()}
        blocks = by_key(self.blocks, lambda block: block.title.casefold())
        return {**tasks, **{("block", key): block.hours for key, block in blocks.items()}}


def by_key(values: Iterable[T], key_of: Callable[[T], str]) -> dict[Key, T]:
    """Values by their keys: of several that have the same, the first goes with the first of another version."""
    seen: dict[str, int] = {}
    keyed: dict[Key, T] = {}
    for value in values:
        key = key_of(value)
        seen[key] = seen.get(key, 0) + 1
        keyed[key, seen[key]] = value
    return keyed


def _name_among(names: Container[str], phase: PhaseVersion) -> str:
    name = phase.title.casefold()
    return name if name in names else ""


def _counted(plan: Plan) -> Iterator[tuple[TaskId, State | None]]:
    """What stands for the tasks in the counters, with states."""
    for phase in plan.phases:
        yield from ((task.id, state) for task, state in phase.counted())
    for top in plan.tasks:
        yield from ((task.id, state) for task, state in top.counted())
