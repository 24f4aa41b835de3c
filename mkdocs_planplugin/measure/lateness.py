"""Whether a plan is late or stale."""

from __future__ import annotations

import datetime as dt

from mkdocs_planplugin.model import FINISHED, Plan, Status
from mkdocs_planplugin.schedule import Schedule

from .progress import Count


def is_due(plan: Plan, schedule: Schedule | None, today: dt.date) -> bool:
    """Whether the day is over on which the plan was due, or, without one, planned to be finished.

    A schedule in which nothing takes time has no planned finish: nobody said how long anything takes.
    """
    planned = schedule.finish if schedule and schedule.duration_hours else None
    finish = plan.due or planned
    return finish is not None and finish < today


def has_open_work(plan: Plan, status: Status | None, tasks: Count) -> bool:
    """Whether the plan is still to be worked on: by its boxes, and by its declared status where no box is tracked."""
    if plan.is_template or status in (None, *FINISHED):
        return False
    return tasks.done < tasks.total or not tasks.total


def is_stale(plan: Plan, status: Status | None, changed: dt.date | None, today: dt.date, stale_after: int) -> bool:
    """Whether a plan that is in progress was last changed more than `stale_after` days ago; never where no day is
    known."""
    if plan.is_template or status is not Status.IN_PROGRESS:
        return False
    return changed is not None and (today - changed).days > stale_after


def stated_change(plan: Plan) -> dt.date | None:
    """The day the plan was last changed, by its own word: *Last Updated*, else its latest revision, else *Created*."""
    revised = max((revision.date for revision in plan.revisions if revision.date), default=None)
    return plan.last_updated or revised or plan.created
