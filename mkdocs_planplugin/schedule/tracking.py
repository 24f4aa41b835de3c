# The plan against reality, in hours of work: what should be done by today, what is done, and how far the finish slips.
"""Planned and actual progress."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from .axis import Axis
from .values import ScheduledItem, Tracking


def tracking(
    items: Iterable[ScheduledItem], planned_day: int, expected_day: int | None, axis: Axis, today: dt.date
) -> Tracking:
    """How far these items are on the day `today`. Together they are planned to be finished on working day
    `planned_day`, and expected to be on `expected_day`, both counted from 1; `None` where nobody knows."""
    whole = due = done = 0.0
    for item in items:
        whole += item.duration_hours
        if item.finish and item.finish <= today:
            due += item.duration_hours
        if item.done:
            done += item.duration_hours
    return Tracking(
        planned_percent=_percent(due, whole) if axis.first else None,
        actual_percent=_percent(done, whole),
        expected_finish=None if expected_day is None else axis.date(expected_day - 1),
        slip_days=None if expected_day is None else expected_day - planned_day,
    )


def _percent(part: float, whole: float) -> float | None:
    """A part of all hours in percent, to 1 decimal; `None` where there are no hours."""
    return round(100 * part / whole, 1) if whole else None
