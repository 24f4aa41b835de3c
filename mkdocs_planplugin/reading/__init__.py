# From a file's text to its plan: first the outline (which blocks there are), then one small reader for each section of
# the format, then the value grammars (estimates, dates, levels). No text makes it fail.
"""Markdown text and front matter in, a `Plan` with its findings out."""

from . import assembly, findings, front_matter, ignored, markers, near_boxes, near_tables
from .detection import PageVerdict, Reason, decided
from .ignored import UNKNOWN_CHECK
from .labels import label_key
from .markers import MARKER, Marker, has_markers, marker_finding, marker_of, read_markers
from .profiles import (
    PROFILES,
    DetectionWords,
    HeadingWords,
    LabelWords,
    Profile,
    Role,
    RoleWords,
    StateWords,
    split_phrases,
    table,
)
from .reader import Reading, read
from .remembered import forget_all
from .small_changes import ChangedPlan, KnownText, ReadText
from .values import STANDING_OF_STATUS, box_state, is_status_sign, read_status, sign_of_status, status_like
from .work import KINDS as KINDS_OF_WORK

# The kinds of findings about the text of one page.
KINDS = (
    *findings.KINDS,
    *front_matter.KINDS,
    *assembly.KINDS,
    *markers.KINDS,
    *ignored.KINDS,
    *near_boxes.KINDS,
    *near_tables.KINDS,
    *KINDS_OF_WORK,
)

__all__ = [
    "KINDS",
    "MARKER",
    "PROFILES",
    "STANDING_OF_STATUS",
    "UNKNOWN_CHECK",
    "ChangedPlan",
    "DetectionWords",
    "HeadingWords",
    "KnownText",
    "LabelWords",
    "Marker",
    "PageVerdict",
    "Profile",
    "ReadText",
    "Reading",
    "Reason",
    "Role",
    "RoleWords",
    "StateWords",
    "box_state",
    "decided",
    "forget_all",
    "has_markers",
    "is_status_sign",
    "label_key",
    "marker_finding",
    "marker_of",
    "read",
    "read_markers",
    "read_status",
    "sign_of_status",
    "split_phrases",
    "status_like",
    "table",
]
