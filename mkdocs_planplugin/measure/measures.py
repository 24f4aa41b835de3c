"""All counters and judgements of one plan."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from mkdocs_planplugin.catalog import is_high
from mkdocs_planplugin.model import FINISHED, PAUSED, Estimate, Hold, NotCounted, Plan, State, Status, TaskId
from mkdocs_planplugin.schedule import Schedule

from .effort import plan_estimate
from .lateness import has_open_work, is_due, is_stale, stated_change
from .progress import Progress, phase_progress, plan_progress
from .readiness import Readiness, blocked_tasks, next_tasks, readiness, waited_outside


class Measures(Struct, frozen=True):
    """The counters of one plan on the day `today`, and what follows from them.

    `phases` has the counters of each phase, in the order of `plan.phases`. `outcomes` says how tasks and sub-tasks have
    ended, for those that have. `readiness` has all tasks. `next` and `blocked` are ids of tasks, in the order of the
    text.
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
    active: bool  # whether tasks can be started now: those of drafts, and of plans on hold or over, cannot
    readiness: Mapping[TaskId, Readiness]
    next: tuple[TaskId, ...]
    blocked: tuple[TaskId, ...]
    today: dt.date
    last_change: dt.date | None = None  # the day on which the plan was last changed, where that is known
    changed_in_git: bool = False  # that day is of the history of its file, not of its text
    status_is_derived: bool = False  # `shown_status` is what the boxes say, for want of a declared one

    @property
    def tracks_tasks(self) -> bool:
        """Whether tasks say how far the plan is, be they cancelled; if not, its phases may."""
        tasks = self.progress.tasks
        return bool(tasks.total or tasks.cancelled)

    @property
    def shown_progress(self) -> Progress:
        """The counters of the plan as readers see them: of a cancelled plan all tasks count, also those that were
        cancelled with it, so that every page says how far it came."""
        tasks = self.progress.tasks
        if self.shown_status is not Status.CANCELLED:
            return self.progress
        return replace(self.progress, tasks=replace(tasks, total=tasks.total + tasks.cancelled, cancelled=0))


def measure(plan: Plan, schedule: Schedule | None, today: dt.date, stale_after: int) -> Measures:
    """Count and judge `plan` on the day `today`; `stale_after` is in days."""
    phases = tuple(phase_progress(phase) for phase in plan.phases)
    whole = plan_progress(plan, phases)
    derived = plan.derived_status
    shown = plan.status or derived
    outcomes = plan.outcomes()
    active = not plan.is_template and shown not in (Status.DRAFT, *PAUSED, *FINISHED)
    outside = waited_outside(schedule.holds, schedule.not_counted, today) if schedule else {}
    waiting = readiness(plan, outcomes, outside, active=active)
    changed = stated_change(plan)
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
        open_high=sum(map(is_high, plan.open_risks)),
        late=is_due(plan, schedule, today) and has_open_work(plan, shown, whole.tasks),
        stale=is_stale(plan, shown, changed, today, stale_after),
        active=active,
        readiness=waiting,
        next=next_tasks(plan, waiting),
        blocked=blocked_tasks(plan, outcomes),
        today=today,
        last_change=changed,
    )


def behind_others(measures: Measures, plan: Plan, holds: Iterable[Hold], not_counted: Iterable[NotCounted]) -> Measures:
    """The measures of a plan of which it has become known what its tasks wait for outside it: the `holds` on it, and,
    among what is `not_counted`, plans of which nobody knows the finish."""
    outside = waited_outside(holds, not_counted, measures.today)
    waiting = readiness(plan, measures.outcomes, outside, active=measures.active)
    return replace(measures, readiness=waiting, next=next_tasks(plan, waiting))


def changed_on(measures: Measures, plan: Plan, day: dt.date, stale_after: int) -> Measures:
    """The measures of a plan that was last changed on this day by its history, whatever its text says."""
    stale = is_stale(plan, measures.shown_status, day, measures.today, stale_after)
    return replace(measures, last_change=day, changed_in_git=True, stale=stale)
