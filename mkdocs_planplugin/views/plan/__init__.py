# The views on the page of one plan.
"""Header, timeline, progress, tasks and risks of one plan."""

from .effort import effort_view
from .progress import definition_view, phase_view
from .risks import risk_views, risks_view
from .summary import summary_view
from .tasks import task_views
from .timeline import has_chart, timeline_view

__all__ = [
    "definition_view",
    "effort_view",
    "has_chart",
    "phase_view",
    "risk_views",
    "risks_view",
    "summary_view",
    "task_views",
    "timeline_view",
]
