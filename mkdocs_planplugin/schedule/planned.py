# What of a schedule follows from the plan alone: how long its work takes, and when that would be finished. For those
# who need it of many versions of a plan, and nothing else.
"""The work of a plan as it was planned."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from msgspec import Struct

from mkdocs_planplugin.model import Calendar, Phase, Plan, Task, TaskId

from .analysis import Analysis
from .axis import Axis, hours
from .draft import Draft
from .values import Schedule


class PlannedWork(Struct, frozen=True):
    """The planned finish, and the working hours of each task that is scheduled, by its id, and of each phase that is
    scheduled as one piece of work. Whatever is done of it, all that was not given up takes its time."""

    finish: dt.date | None
    tasks: Mapping[TaskId, float]
    blocks: tuple[tuple[Phase, float], ...]

    @classmethod
    def of(cls, schedule: Schedule | None) -> PlannedWork | None:
        """The planned work in a schedule; None where nothing of it takes any time."""
        if schedule is None or not schedule.duration_hours:
            return None
        return _of_items(schedule.finish, [(item.source, item.duration_hours) for item in schedule.items])


def planned_work(plan: Plan, calendar: Calendar) -> PlannedWork | None:
    """What `PlannedWork.of` says of the schedule of a plan, for a part of what that schedule costs."""
    if not (plan.phases or plan.tasks):
        return None
    draft = Draft.of(plan, Axis.of(calendar, plan.starts_on))
    if not draft.has_length:
        return None
    items = [(activity.source, hours(activity.length.minutes)) for activity in draft.nodes.activities]
    analysis = Analysis(draft.network, [0] * len(items))
    if not analysis.finish:
        return None
    return _of_items(draft.axis.date(draft.axis.finish_day(analysis.finish, analysis.last_minute)), items)


def _of_items(finish: dt.date | None, items: Iterable[tuple[Task | Phase, float]]) -> PlannedWork:
    of_tasks: dict[TaskId, float] = {}
    of_blocks: list[tuple[Phase, float]] = []
    for source, length in items:
        if isinstance(source, Task):
            of_tasks[source.id] = length
        else:
            of_blocks.append((source, length))
    return PlannedWork(finish, of_tasks, tuple(of_blocks))
