# Headings that say when and not how long: "Week 3-4", "Days 2-3", "12 Jan - 23 Jan". A phase is not begun before that,
# and lasts as long as they span where nobody estimates it.
"""Positions in the headings of phases, on the axis of the plan."""

from __future__ import annotations

import datetime as dt

from mkdocs_planplugin.model import Estimate, Phase, Position

from .axis import Axis, minutes
from .durations import mean_minutes


def phase_estimate(phase: Phase, axis: Axis) -> Estimate:
    """How long a phase takes as a whole: as it is estimated, else as long as its position spans."""
    if phase.position is None or mean_minutes(phase.estimate) is not None:
        return phase.estimate
    first, last = _span(phase.position, axis)
    if first is None or last is None or last <= first:
        return phase.estimate
    return Estimate(phase.position.text, last - first, None, last - first)


def lasts_as_placed(phase: Phase, axis: Axis) -> bool:
    """Whether the length of a phase is that of its position."""
    return phase_estimate(phase, axis) is not phase.estimate


def starts_at(position: Position | None, axis: Axis) -> int | None:
    """The minute of the plan before which something at this position does not start; `None` where the position does
    not say, or names a day before the plan starts or on an axis without dates."""
    first, _ = _span(position, axis) if position else (None, None)
    return None if first is None else minutes(first)


def morning(day: dt.date | None, axis: Axis) -> int | None:
    """The minute of the plan at which a day begins; `None` without a day, before the start, or without dates."""
    at = axis.hours_at(day) if day else None
    return None if at is None else minutes(at)


def _span(position: Position, axis: Axis) -> tuple[float | None, float | None]:
    """From which hour of the plan to which a position reaches."""
    if position.from_hours is not None:
        return position.from_hours, position.to_hours
    if position.start is None or axis.start is None:
        return None, None
    return axis.hours_at(max(position.start, axis.start)), axis.hours_after(position.finish or position.start)
