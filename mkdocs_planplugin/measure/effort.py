"""How much work a plan is."""

from __future__ import annotations

from mkdocs_planplugin.model import NO_ESTIMATE, Estimate, Plan, State, Task, sum_of_estimates


def plan_estimate(plan: Plan) -> Estimate:
    """The estimate of a whole plan: the sum of its phases and of its tasks outside phases. A phase counts with its own
    estimate, else with the sum of its tasks. Cancelled work does not count."""
    phases = [phase for phase in plan.phases if phase.outcome is not State.CANCELLED]
    efforts = (
        phase.estimate if phase.estimate.known else sum_of_estimates(map(_effort, phase.tasks)) for phase in phases
    )
    return sum_of_estimates([*efforts, *map(_effort, plan.tasks)])


def _effort(task: Task) -> Estimate:
    """The estimate of a task: none if it is cancelled, else its own, else the sum of its sub-tasks."""
    if task.outcome is State.CANCELLED:
        return NO_ESTIMATE
    return task.estimate if task.estimate.known else sum_of_estimates(map(_effort, task.subtasks))
