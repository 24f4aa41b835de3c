# How the bars of one plan lie below each other: each phase in the first lane that is free when it begins, and what is
# left of a plan that is not on time below all of them.
"""The lanes of a plan in the timeline over all plans."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_planplugin.catalog import PHASE_STATE_LABELS, Label
from mkdocs_planplugin.language import _
from mkdocs_planplugin.measure import Progress, phase_progress
from mkdocs_planplugin.model import Phase, PhaseRef, State
from mkdocs_planplugin.portfolio import PlanPart
from mkdocs_planplugin.views.kit import DayRange, day_range, phase_link, task_meter

from .dated_plans import DatedPlan

# In the text's own size: from one bar of a row to the one below it, above the first, and below the last; how high bars
# are, those of phases and that of what is left.
_LANE, _ABOVE, _BELOW, _PHASE_BAR, _REMAINING_BAR = 1.05, 0.42, 0.43, 0.8, 0.4


@dataclass(frozen=True, slots=True)
class PhaseWork:
    """A phase, or the tasks outside any: what it is called, how far it is, and from when to when it lasts."""

    key: PhaseRef
    name: str
    anchor: str
    state: Label
    share: float
    tasks: str
    days: DayRange


@dataclass(frozen=True, slots=True)
class RowLayout:
    """A plan with its phases, each with the number of its lane, and how many lanes there are."""

    plan: DatedPlan
    phases: tuple[tuple[PhaseWork, int], ...]
    lanes: int

    @classmethod
    def of(cls, plan: DatedPlan) -> RowLayout:
        """The layout of a plan, by when its phases begin and end."""
        free_from: list[float] = []
        phases = []
        for phase in sorted(_phases(plan), key=lambda phase: phase.days):
            start, finish = phase.days
            lane = next((lane for lane, day in enumerate(free_from) if day <= start), len(free_from))
            free_from[lane : lane + 1] = [finish]
            phases.append((phase, lane))
        return cls(plan, tuple(phases), max(1, len(free_from)))

    @property
    def height(self) -> float:
        """How high the row is, in the text's size."""
        return self.remaining_y + (_REMAINING_BAR if self.plan.moved else 0) + _BELOW

    @property
    def remaining_y(self) -> float:
        """How far down the bar of what is left lies."""
        return self.phase_y(self.lanes)

    @staticmethod
    def phase_y(lane: int) -> float:
        """How far down the bars of a lane lie."""
        return _ABOVE + lane * _LANE

    def connector_y(self, place: PlanPart, *, at_finish: bool) -> float:
        """How far down a connection begins (at the finish of what is waited for) or ends: at what is left, where that
        is drawn, else at the bar of its phase, or of the last or the first one."""
        if self.plan.moved:
            return self.remaining_y + _REMAINING_BAR / 2
        keys = _phase_keys(place)
        lanes = [lane for phase, lane in self.phases if phase.key in keys]
        if not lanes and at_finish:
            lanes = [max(self.phases, key=lambda phase: phase[0].days[1])[1]]
        elif not lanes:
            lanes = [min(self.phases, key=lambda phase: phase[0].days[0])[1]]
        return self.phase_y(lanes[0]) + _PHASE_BAR / 2


def _phase_keys(place: PlanPart) -> tuple[PhaseRef, ...]:
    """The key of the phase that this part of a plan is, or is in; empty for a plan as a whole."""
    part = place.part
    if isinstance(part, Phase):
        return (part.key,)
    phases = place.entry.plan.phases
    return tuple(phase.key for phase in phases if part and any(task is part for task in phase.walk()))


def _phases(plan: DatedPlan) -> Iterator[PhaseWork]:
    """The phases that take time, and the tasks outside of them as if they were one."""
    axis = plan.schedule.axis
    for span, progress in zip(plan.schedule.phases, plan.entry.measures.phases, strict=True):
        if span.duration_hours:
            yield _phase_work(span.phase, progress, day_range(span, axis))
    if ranges := [day_range(item, axis) for item in plan.schedule.loose_items if item.duration_hours]:
        rest = Phase(PhaseRef(None), None, _("Tasks"), plan.entry.plan.line, "", tasks=plan.entry.plan.tasks)
        days = min(start for start, _finish in ranges), max(finish for _start, finish in ranges)
        yield _phase_work(rest, phase_progress(rest), days)


def _phase_work(phase: Phase, progress: Progress, days: DayRange) -> PhaseWork:
    link, meter, state = phase_link(phase), task_meter(progress), phase.current_state
    return PhaseWork(
        key=phase.key,
        name=f"{link.id} {link.title}".strip(),
        anchor=f"#{phase.anchor}" if phase.anchor else "",
        state=PHASE_STATE_LABELS[state],
        share=1 if state is State.DONE else (progress.tasks.percent or 0) / 100,
        tasks=meter.label if meter else "",
        days=days,
    )
