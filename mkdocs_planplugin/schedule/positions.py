# A position is what a heading says of when a phase is: "Week 3-4", "Days 2-3", "12 Jan - 23 Jan". The phase does not
# start before, and lasts as long where it has no estimate.
"""The positions of phases on the axis of the plan."""

from __future__ import annotations

from mkdocs_planplugin.model import Estimate, Phase, Position

from .axis import Axis, hours, minutes
from .durations import MAX_HOURS, mean_minutes


def phase_estimate(phase: Phase, axis: Axis) -> Estimate:
    """How long a phase takes as a whole: as it is estimated, else as long as its position spans."""
    if phase.position is None or mean_minutes(phase.estimate) is not None:
        return phase.estimate
    first, last = _span(phase.position, axis)
    if first is None or last is None or last <= first:
        return phase.estimate
    return Estimate(phase.position.text, hours(last - first), None, hours(last - first))


def lasts_as_placed(phase: Phase, axis: Axis) -> bool:
    """Whether the length of a phase is that of its position."""
    return phase_estimate(phase, axis) is not phase.estimate


def starts_at(position: Position, axis: Axis) -> int | None:
    """The minute of the plan before which something at this position does not start, the start of the plan where it
    lies before; `None` where the position does not say, or names a day on an axis without dates."""
    return _span(position, axis)[0]


def _span(position: Position, axis: Axis) -> tuple[int | None, int | None]:
    """From which minute of the plan to which a position reaches; what lies before the start is cut off."""
    if position.from_hours is not None:
        return _minutes(position.from_hours), _minutes(position.to_hours)
    if position.start is None or axis.start is None:
        return None, None
    return axis.minute_at(max(position.start, axis.start)), axis.minute_after(position.finish or position.start)


def _minutes(of_hours: float | None) -> int | None:
    """Hours of the plan as whole minutes; `None` for what is no time."""
    return None if of_hours is None or not 0 <= of_hours <= MAX_HOURS else minutes(of_hours)
