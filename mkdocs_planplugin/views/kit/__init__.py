# What the views of plans and those of the site have in common.
"""Templates, formats, links and the axis of time."""

from .environment import OURS, BrokenTemplateError, Templates, render, render_each, using
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
from .scale import Scale, scale, within_reach
from .ticks import calendar_ticks, ticks

__all__ = [
    "NBSP",
    "OURS",
    "BrokenTemplateError",
    "Context",
    "Day",
    "Moments",
    "Ref",
    "Scale",
    "Templates",
    "based_on",
    "brief",
    "calendar_ticks",
    "day",
    "days",
    "decimal",
    "estimate_days",
    "estimate_hours",
    "finish_moment",
    "hours",
    "moments",
    "month",
    "names",
    "numbered_day",
    "phase_ref",
    "rebased",
    "render",
    "render_each",
    "risk_ref",
    "scale",
    "short_day",
    "task_ref",
    "ticks",
    "using",
    "within_reach",
    "work",
]
