# From a file's text to its plan: first the outline (which blocks there are), then one small reader for each section of
# the format, then the value grammars (estimates, dates, levels). No text makes it fail.
"""Markdown text and front matter in, a `Plan` with its findings out."""

from .detection import PageVerdict, Reason, decided
from .markers import MARKER, Marker, has_markers, marker_finding, marker_of, read_markers
from .reader import Reading, read
from .values import box_state, read_status

__all__ = [
    "MARKER",
    "Marker",
    "PageVerdict",
    "Reading",
    "Reason",
    "box_state",
    "decided",
    "has_markers",
    "marker_finding",
    "marker_of",
    "read",
    "read_markers",
    "read_status",
]
