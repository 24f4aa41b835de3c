# The way through this room, in one place: a draft of nodes and waits with its network, two analyses (the plan as
# estimated, and what is left of it), and back into hours, dates and words.
"""The schedule of a plan."""

from __future__ import annotations

import datetime as dt

from mkdocs_planplugin.model import Calendar, Plan

from .analysis import Analysis
from .axis import Axis
from .draft import Draft
from .durations import mean_minutes
from .forecast import analysis_of_the_rest
from .report import Report
from .values import Schedule


def schedule(plan: Plan, calendar: Calendar, today: dt.date) -> Schedule | None:
    """When everything of the plan happens, and, with what is done by the day `today`, when what is left of it will;
    `None` where there is nothing to place: no task and no phase, or a template without a single estimate. Never
    raises."""
    if not (plan.phases or plan.tasks) or (plan.is_template and not _estimated(plan)):
        return None
    draft = Draft.of(plan, Axis.of(calendar, plan.start or plan.created))
    planned = Analysis(draft.network, [activity.length.spread for activity in draft.nodes.activities])
    return Report(draft, planned, analysis_of_the_rest(draft, today), today).schedule()


def _estimated(plan: Plan) -> bool:
    """Whether anything in the plan says how long it takes."""
    estimates = (*(phase.estimate for phase in plan.phases), *(task.estimate for task in plan.walk()))
    return any(mean_minutes(estimate) is not None for estimate in estimates)
