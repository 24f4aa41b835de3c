# What the counters say: how much is done, what is ready, what is late, and the one verdict on all of it. One plan in,
# one frozen value out; nothing here knows pages, and "today" is always an argument.
"""Counters and judgements of one plan."""

from .health import Health, health
from .measures import Measures, behind_others, changed_on, measure
from .progress import Count, Progress, count_items, phase_progress
from .readiness import Outside, Readiness, waiting

__all__ = [
    "Count",
    "Health",
    "Measures",
    "Outside",
    "Progress",
    "Readiness",
    "behind_others",
    "changed_on",
    "count_items",
    "health",
    "measure",
    "phase_progress",
    "waiting",
]
