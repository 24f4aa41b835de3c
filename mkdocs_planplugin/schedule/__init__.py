# When everything happens: from a plan, a calendar and a day to hours, dates and the assumptions behind them.
# `planner.py` has the steps: a draft (durations, nodes, waits and their network), analyses of it, and a report.
"""Scheduling by the critical path method (J. E. Kelley and M. R. Walker, 1959)."""

from .axis import Axis, minutes
from .planned import PlannedWork, planned_work
from .planner import schedule, schedule_with_holds
from .values import (
    Forecast,
    IgnoredDependency,
    PhaseSpan,
    Remaining,
    Schedule,
    ScheduledItem,
    Tracking,
)
from .waits import PhaseWaits, phase_waits

__all__ = [
    "Axis",
    "Forecast",
    "IgnoredDependency",
    "PhaseSpan",
    "PhaseWaits",
    "PlannedWork",
    "Remaining",
    "Schedule",
    "ScheduledItem",
    "Tracking",
    "minutes",
    "phase_waits",
    "planned_work",
    "schedule",
    "schedule_with_holds",
]
