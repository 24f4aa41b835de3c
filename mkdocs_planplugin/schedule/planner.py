# The steps of scheduling. First a draft: a network of nodes and waits. Then three analyses of it: the plan as
# estimated, the remaining work, and the remaining work with the days for which it waits outside the plan. Last a report
# in hours and dates.
"""The schedule of a plan."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from mkdocs_planplugin.model import Calendar, Hold, Plan

from .analysis import Analysis
from .axis import Axis
from .draft import Draft
from .durations import mean_minutes
from .forecast import expected_analysis, forecast_analysis
from .holds import holds_of
from .report import Analyses, Report
from .values import Schedule


def schedule(plan: Plan, calendar: Calendar, today: dt.date) -> Schedule | None:
    """The schedule of a plan as estimated, with the forecast of what remains on the day `today`.

    `None` if there is nothing to schedule: no task and no phase, or a template without any estimate. Never raises.
    """
    if not (plan.phases or plan.tasks) or (plan.is_template and not _has_estimate(plan)):
        return None
    return _scheduled(Draft.of(plan, Axis.of(calendar, plan.starts_on)), today, ())


def schedule_with_holds(plan: Plan, schedule: Schedule, today: dt.date, holds: Iterable[Hold]) -> Schedule:
    """The schedule of a plan, made again with more `holds`: what the plan waits for in other plans."""
    return _scheduled(Draft.of(plan, schedule.axis), today, holds)


def _scheduled(draft: Draft, today: dt.date, more_holds: Iterable[Hold]) -> Schedule:
    holds = (*holds_of(draft.plan), *more_holds)
    planned = Analysis(draft.network, [activity.length.spread for activity in draft.nodes.activities])
    forecast = forecast_analysis(draft, today) if draft.has_length else None
    expected = expected_analysis(draft, forecast, holds, today) if forecast else None
    return Report(draft, Analyses(planned, forecast, expected), holds, today).schedule()


def _has_estimate(plan: Plan) -> bool:
    """Whether anything in the plan says how long it takes."""
    estimates = (*(phase.estimate for phase in plan.phases), *(task.estimate for task in plan.walk()))
    return any(mean_minutes(estimate) is not None for estimate in estimates)
