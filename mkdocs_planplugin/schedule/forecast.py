# The forecast is about the remaining work, from today on. It uses the same network with the remaining durations: what
# is done takes no time, and nothing starts in the past.
"""The analyses of the remaining work of a plan."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from msgspec.structs import replace

from mkdocs_planplugin.model import FINISHED, NOT_BEGUN, PAUSED, Hold, Task

from .analysis import Analysis
from .axis import Axis
from .draft import Draft, has_begun
from .durations import NO_TIME, Length, remaining_length
from .holds import held_from
from .nodes import Activity


def forecast_analysis(draft: Draft, today: dt.date) -> Analysis | None:
    """The analysis of the remaining work, from the morning of `today` or the start of the plan, whichever is later.

    `None` if there is no forecast: for plans without dates, for plans that nobody works on (paused or finished), and if
    no work remains.
    """
    plan, activities = draft.plan, draft.nodes.activities
    if plan.is_template or plan.shown_status in (*PAUSED, *FINISHED) or draft.axis.start is None:
        return None
    if all(activity.outcome for activity in activities):
        return None
    lengths = [_remaining(activity) for activity in activities]
    lags = [0 if has_begun(draft, wait.after) else wait.lag for wait in draft.lags]
    network = replace(
        draft.network,
        durations=[*(length.minutes for length in lengths), *[0] * (2 * len(plan.phases)), *lags],
        not_before=_not_before(draft, lags, earliest(draft.axis, today)),
    )
    return Analysis(network, [length.spread for length in lengths])


def expected_analysis(draft: Draft, forecast: Analysis, holds: Sequence[Hold], today: dt.date) -> Analysis | None:
    """The `forecast` with the holds on the plan: the same object if they change nothing. `None` if nobody tracks what
    is done, for then nobody knows what remains."""
    if _is_untracked(draft, today):
        return None
    not_before = held_from(draft, holds, forecast.network.not_before)
    if not_before == forecast.network.not_before:
        return forecast
    return Analysis(replace(forecast.network, not_before=not_before), forecast.spreads)


def _is_untracked(draft: Draft, today: dt.date) -> bool:
    """Whether a plan may have begun, but does not say how far it is."""
    plan, start = draft.plan, draft.axis.start
    if plan.derived_status is not None or plan.status in NOT_BEGUN:
        return False
    return start is None or start <= today


def earliest(axis: Axis, today: dt.date) -> int:
    """The minute of the plan before which no remaining work starts: the morning of `today`, or the start."""
    return axis.minute_at(today) or 0


def _remaining(activity: Activity) -> Length:
    """The remaining length of a piece of work. All of a phase that is one block remains until the phase is done."""
    if activity.outcome:
        return NO_TIME
    source, whole = activity.source, activity.length
    return remaining_length(source, whole) if isinstance(source, Task) else whole


def _not_before(draft: Draft, lags: Sequence[int], floor: int) -> list[int]:
    """The minute before which each node may not start: `floor` for remaining work. Dates of finished work do not count,
    but a lag behind it counts from its planned finish, at the latest from today."""
    minutes = list(draft.network.not_before)
    for node, activity in enumerate(draft.nodes.activities):
        minutes[node] = 0 if activity.outcome else max(minutes[node], floor)
    for place, phase in enumerate(draft.plan.phases):
        if minutes[draft.nodes.start(place)] and phase.outcome:
            minutes[draft.nodes.start(place)] = 0
    finishes = draft.network.early().finishes if any(lags) else ()
    for node, (wait, lag) in enumerate(zip(draft.lags, lags, strict=True), draft.nodes.size):
        minutes[node] = min(finishes[wait.before], floor) if lag else 0
    return minutes
