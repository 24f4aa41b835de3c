# A position is the time that the heading of a phase names: "Week 3-4", "Days 2-3", "12 Jan - 23 Jan". The phase does
# not start earlier. If it has no estimate, its length is that of the position.
"""The positions of phases, and of tasks, on the axis of the plan."""

from __future__ import annotations

from mkdocs_planplugin.model import Estimate, Phase, Position, State, Task

from .axis import Axis, hours, minutes
from .durations import MAX_HOURS, mean_minutes


def phase_estimate(phase: Phase, axis: Axis) -> Estimate:
    """The estimate of a phase as a whole: its own, else the length of its position."""
    if phase.position is None or mean_minutes(phase.estimate) is not None:
        return phase.estimate
    first, last = _span(phase.position, axis)
    if first is None or last is None or last <= first:
        return phase.estimate
    return Estimate(phase.position.text, hours(last - first), None, hours(last - first))


def lasts_as_placed(phase: Phase, axis: Axis) -> bool:
    """Whether the length of a phase is that of its position."""
    return phase_estimate(phase, axis) is not phase.estimate


def starts_at(phase: Phase, axis: Axis) -> int | None:
    """The minute of the plan at which the position of a phase begins; 0 for one that begins before the plan does.
    `None` if the phase has no position that counts, or one without a beginning, or with a date on an axis without
    dates."""
    position = counted_position(phase)
    return _span(position, axis)[0] if position else None


def begins_at(task: Task, axis: Axis) -> int:
    """The minute of the plan before which a task does not begin: the morning of its start, or that of its week."""
    day = axis.minute_at(task.start) if task.start else None
    return day or _minutes(task.from_hours) or 0


def counted_position(phase: Phase) -> Position | None:
    """The position of a phase; `None` for a cancelled one. What stands behind that waits for the phase before it."""
    return None if phase.outcome is State.CANCELLED else phase.position


def says_finish(phase: Phase, axis: Axis) -> bool:
    """Whether a phase has a position that says when it ends. One that only starts some day has no length."""
    position = counted_position(phase)
    return position is not None and None not in _span(position, axis)


def _span(position: Position, axis: Axis) -> tuple[int | None, int | None]:
    """The minutes of the plan from which to which a position lasts; `None` for an end that it does not name. The part
    before the start of the plan is cut off."""
    if position.from_hours is not None:
        return _minutes(position.from_hours), _minutes(position.to_hours)
    if position.start is None or axis.start is None:
        return None, None
    finish = axis.minute_after(position.finish) if position.finish else None
    return axis.minute_at(max(position.start, axis.start)), finish


def _minutes(of_hours: float | None) -> int | None:
    """Hours of the plan as whole minutes; `None` for a number that is no possible time."""
    return None if of_hours is None or not 0 <= of_hours <= MAX_HOURS else minutes(of_hours)
