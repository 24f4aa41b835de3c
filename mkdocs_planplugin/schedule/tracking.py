# Plan against reality, in hours of work: what should be done by today, what is, and by how many days the end moves.
"""Planned and actual progress."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from .axis import Axis
from .values import ScheduledItem, Tracking


def tracking(items: Sequence[ScheduledItem], finish_day: int, axis: Axis, today: dt.date) -> Tracking:
    """How far these items are on the day `today`, which together are planned to be finished on `finish_day`."""
    last = max((item.left.finish_day for item in items if item.left), default=None)
    return Tracking(
        planned_percent=_percent(items, (item for item in items if item.finish and item.finish <= today))
        if axis.start
        else None,
        actual_percent=_percent(items, (item for item in items if item.done)),
        forecast_finish=None if last is None else axis.date(last - 1),
        slip_days=None if last is None else last - finish_day,
    )


def _percent(items: Iterable[ScheduledItem], share: Iterable[ScheduledItem]) -> float | None:
    """What a part of the items takes, in percent of all hours, to 1 decimal; `None` where there are no hours."""
    whole = sum(item.duration_hours for item in items)
    return round(100 * sum(item.duration_hours for item in share) / whole, 1) if whole else None
