# What the counters say: how much is done, what is ready, what is late. One plan in, one frozen value out; nothing
# here knows pages, and "today" is always an argument.
"""Counters and judgements of one plan."""

from .lateness import last_change
from .measures import Measures, measure
from .progress import Count, Progress, phase_progress
from .readiness import Readiness

__all__ = [
    "Count",
    "Measures",
    "Progress",
    "Readiness",
    "last_change",
    "measure",
    "phase_progress",
]
