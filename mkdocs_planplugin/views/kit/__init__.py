# What the views of plans and those of the site have in common.
"""Templates, formats, links and the axis of time."""

from .changes import ChangeGroup, change_groups
from .counters import (
    Meter,
    criteria_met_meter,
    criteria_meter,
    definition_meter,
    derived_from,
    phases_done_meter,
    task_meter,
    tasks_done_meter,
)
from .day_range import DayRange, day_range, finish_in_days
from .environment import OURS, BrokenTemplateError, Templates, render, render_each, use_templates
from .escaping import escaped
from .finish import PlannedDates, expected_of, planned_dates
from .formats import (
    NBSP,
    DateText,
    day_number,
    days_from,
    days_text,
    decimal,
    duration_text,
    estimate_days,
    estimate_hours,
    fits_in_a_year,
    hours_text,
    length_text,
    long_date,
    short_date,
    working_days_text,
)
from .links import (
    Context,
    NamedLink,
    based_on_link,
    links_by_id,
    phase_link,
    rebase_links,
    risk_link,
    shortened,
    task_link,
)
from .open_work import OPEN_TASK_LABELS, blocked_until, expected_days
from .people import initials
from .risks import Matrix, MatrixRisk, risk_factors, risk_matrix, risk_words
from .sentences import sentence_html
from .ticks import calendar_ticks, month_row, working_time_ticks
from .time_axis import TimeAxis, time_axis, within_reach

__all__ = [
    "NBSP",
    "OPEN_TASK_LABELS",
    "OURS",
    "BrokenTemplateError",
    "ChangeGroup",
    "Context",
    "DateText",
    "DayRange",
    "Matrix",
    "MatrixRisk",
    "Meter",
    "NamedLink",
    "PlannedDates",
    "Templates",
    "TimeAxis",
    "based_on_link",
    "blocked_until",
    "calendar_ticks",
    "change_groups",
    "criteria_met_meter",
    "criteria_meter",
    "day_number",
    "day_range",
    "days_from",
    "days_text",
    "decimal",
    "definition_meter",
    "derived_from",
    "duration_text",
    "escaped",
    "estimate_days",
    "estimate_hours",
    "expected_days",
    "expected_of",
    "finish_in_days",
    "fits_in_a_year",
    "hours_text",
    "initials",
    "length_text",
    "links_by_id",
    "long_date",
    "month_row",
    "phase_link",
    "phases_done_meter",
    "planned_dates",
    "rebase_links",
    "render",
    "render_each",
    "risk_factors",
    "risk_link",
    "risk_matrix",
    "risk_words",
    "sentence_html",
    "short_date",
    "shortened",
    "task_link",
    "task_meter",
    "tasks_done_meter",
    "time_axis",
    "use_templates",
    "within_reach",
    "working_days_text",
    "working_time_ticks",
]
