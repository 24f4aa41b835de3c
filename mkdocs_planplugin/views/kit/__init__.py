# What the views of plans and those of the site have in common.
"""Templates, formats, links and the axis of time."""

from .counters import Meter, criteria_met, criteria_meter, definition_meter, phase_state, task_meter, tasks_done
from .environment import OURS, BrokenTemplateError, Templates, render, render_each, using
from .finish import ExpectedFinish, PlannedDates, days_late, days_stale, expected_finish, past_due_words, planned_dates
from .formats import (
    NBSP,
    Day,
    day,
    days,
    decimal,
    estimate_days,
    estimate_hours,
    hours,
    month,
    numbered_day,
    short_day,
    work,
)
from .links import Context, Ref, based_on, brief, names, phase_ref, rebased, risk_ref, task_ref
from .moments import Moments, finish_moment, moments
from .risks import Matrix, RiskLink, risk_factors, risk_matrix, risk_words
from .scale import Scale, scale, within_reach
from .ticks import calendar_ticks, ticks

__all__ = [
    "NBSP",
    "OURS",
    "BrokenTemplateError",
    "Context",
    "Day",
    "ExpectedFinish",
    "Matrix",
    "Meter",
    "Moments",
    "PlannedDates",
    "Ref",
    "RiskLink",
    "Scale",
    "Templates",
    "based_on",
    "brief",
    "calendar_ticks",
    "criteria_met",
    "criteria_meter",
    "day",
    "days",
    "days_late",
    "days_stale",
    "decimal",
    "definition_meter",
    "estimate_days",
    "estimate_hours",
    "expected_finish",
    "finish_moment",
    "hours",
    "moments",
    "month",
    "names",
    "numbered_day",
    "past_due_words",
    "phase_ref",
    "phase_state",
    "planned_dates",
    "rebased",
    "render",
    "render_each",
    "risk_factors",
    "risk_matrix",
    "risk_ref",
    "risk_words",
    "scale",
    "short_day",
    "task_meter",
    "task_ref",
    "tasks_done",
    "ticks",
    "using",
    "within_reach",
    "work",
]
