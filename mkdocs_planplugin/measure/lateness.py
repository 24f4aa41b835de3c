"""Whether a plan is late or stale."""

from __future__ import annotations

import datetime as dt

from mkdocs_planplugin.model import FINISHED, Plan, Status
from mkdocs_planplugin.schedule import Schedule

from .progress import Count


def is_due(plan: Plan, schedule: Schedule | None, today: dt.date) -> bool:
    """Whether the due day of a plan, or without one its planned finish, is over.

    A schedule in which nothing takes time has no planned finish, because nothing has an estimate.
    """
    planned = schedule.finish if schedule and schedule.duration_hours else None
    finish = plan.due or planned
    return finish is not None and finish < today


def has_open_work(plan: Plan, status: Status | None, tasks: Count) -> bool:
    """Whether work on the plan remains, by its boxes; if nothing is tracked, by its declared status. Where
    all of it was given up, none does."""
    if plan.is_template or status in (None, *FINISHED):
        return False
    return tasks.done < tasks.total or not (tasks.total or tasks.cancelled)


def is_stale(plan: Plan, status: Status | None, changed: dt.date | None, today: dt.date, stale_after: int) -> bool:
    """Whether a plan in progress was last changed more than `stale_after` days ago; never if the day is not known."""
    if plan.is_template or status is not Status.IN_PROGRESS:
        return False
    return changed is not None and (today - changed).days > stale_after


def stated_change(plan: Plan) -> dt.date | None:
    """The day on which the plan was last changed, as it says itself: *Last Updated*, else its latest revision, else
    *Created*."""
    revised = max((revision.date for revision in plan.revisions if revision.date), default=None)
    return plan.last_updated or revised or plan.created
