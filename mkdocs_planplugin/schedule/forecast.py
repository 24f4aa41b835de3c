# The forecast is about what is left, from today on: the same network, with the durations of what is not done yet.
# What is done takes no time, and nothing starts in the past.
"""The analyses of what is left of a plan."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from mkdocs_planplugin.model import FINISHED, NOT_BEGUN, PAUSED, Hold, Task

from .analysis import Analysis
from .axis import Axis
from .draft import Draft
from .durations import NO_TIME, Length, remaining_length
from .holds import held_from
from .nodes import Activity


def forecast_analysis(draft: Draft, today: dt.date) -> Analysis | None:
    """The analysis of what is left of a plan, from the morning of `today` on, or from its start, whichever is later.

    `None` where there is no forecast: without dates, for plans that nobody works on (paused or finished), and where
    nothing is left.
    """
    plan, activities = draft.plan, draft.nodes.activities
    if plan.is_template or plan.shown_status in (*PAUSED, *FINISHED) or draft.axis.start is None:
        return None
    if all(activity.outcome for activity in activities):
        return None
    lengths = [_remaining(activity) for activity in activities]
    network = replace(
        draft.network,
        durations=[length.minutes for length in lengths] + [0] * (2 * len(plan.phases)),
        not_before=_not_before(draft, earliest(draft.axis, today)),
    )
    return Analysis(network, [length.spread for length in lengths])


def expected_analysis(draft: Draft, forecast: Analysis, holds: Sequence[Hold], today: dt.date) -> Analysis | None:
    """The `forecast` with what the plan waits for outside of it: `forecast` itself where that changes nothing, `None`
    where nobody tracks what is done, so that nobody knows what is left."""
    if _is_untracked(draft, today):
        return None
    not_before = held_from(draft, holds, forecast.network.not_before)
    if not_before == forecast.network.not_before:
        return forecast
    return Analysis(replace(forecast.network, not_before=not_before), forecast.spreads)


def _is_untracked(draft: Draft, today: dt.date) -> bool:
    """Whether nothing says how far a plan is that may have begun."""
    plan, start = draft.plan, draft.axis.start
    if plan.derived_status is not None or plan.status in NOT_BEGUN:
        return False
    return start is None or start <= today


def earliest(axis: Axis, today: dt.date) -> int:
    """The minute of the plan before which nothing of what is left starts: the morning of `today`, or the start."""
    return axis.minute_at(today) or 0


def _remaining(activity: Activity) -> Length:
    """What is left of a piece of work; a block is left whole until its phase is done."""
    if activity.outcome:
        return NO_TIME
    source, whole = activity.source, activity.length
    return remaining_length(source, whole) if isinstance(source, Task) else whole


def _not_before(draft: Draft, floor: int) -> list[int]:
    """The minute before which each node may not start: what is left not before `floor`; for what is done no date counts
    any longer."""
    minutes = list(draft.network.not_before)
    for node, activity in enumerate(draft.nodes.activities):
        minutes[node] = 0 if activity.outcome else max(minutes[node], floor)
    for place, phase in enumerate(draft.plan.phases):
        if minutes[draft.nodes.start(place)] and phase.outcome:
            minutes[draft.nodes.start(place)] = 0
    return minutes
