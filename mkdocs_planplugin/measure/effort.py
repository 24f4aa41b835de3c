"""How much work a plan is."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_planplugin.model import NO_ESTIMATE, Estimate, Plan, State, Task


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
