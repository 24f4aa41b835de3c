# The other axis: days as they pass on a wall calendar, free ones included. Plans that stand side by side need it, and
# so does everybody who wants to point at a date.
"""Pieces of a schedule as moments of the calendar."""

from __future__ import annotations

from mkdocs_planplugin.schedule import Axis, Left, PhaseSpan, ScheduledItem, minutes

DayRange = tuple[float, float]


def day_range(piece: PhaseSpan | ScheduledItem | Left, axis: Axis, *, dated: bool = True) -> DayRange:
    """From when to when a piece lasts, in days since the first day of the year 1 (`date.toordinal`), with the share of
    the working day that is over as fraction; not `dated`, in working days from 1. What takes no time has one moment."""
    if isinstance(piece, ScheduledItem):
        start_hours, finish_hours = piece.early_start_hours, piece.early_finish_hours
    else:
        start_hours, finish_hours = piece.start_hours, piece.finish_hours
    first, last = piece.start_day, piece.finish_day
    if dated and piece.start is not None and piece.finish is not None:
        first, last = piece.start.toordinal(), piece.finish.toordinal()
    per_day = axis.minutes_per_day
    return (
        first + minutes(start_hours) / per_day - piece.start_day + 1,
        last + minutes(finish_hours) / per_day - piece.finish_day + 1,
    )


def finish_in_days(at: float, axis: Axis, *, dated: bool = True) -> float:
    """The moment at which something ends that is finished at this hour of the plan."""
    number = axis.finish_day(minutes(at))
    date = axis.date(number) if dated else None
    return (date.toordinal() if date else number + 1) + minutes(at) / axis.minutes_per_day - number
