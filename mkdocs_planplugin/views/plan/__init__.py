# The views on the page of one plan.
"""Header, timeline, progress, tasks and risks of one plan."""

from .effort import effort_view
from .progress import Meter, definition_view, phase_state, phase_view, task_meter, tasks_done
from .risks import Matrix, Spot, factors, matrix, risk_views, risk_words, risks_view
from .summary import days_late, days_stale, planned, summary_view
from .tasks import task_views
from .timeline import has_chart, timeline_view

__all__ = [
    "Matrix",
    "Meter",
    "Spot",
    "days_late",
    "days_stale",
    "definition_view",
    "effort_view",
    "factors",
    "has_chart",
    "matrix",
    "phase_state",
    "phase_view",
    "planned",
    "risk_views",
    "risk_words",
    "risks_view",
    "summary_view",
    "task_meter",
    "task_views",
    "tasks_done",
    "timeline_view",
]
