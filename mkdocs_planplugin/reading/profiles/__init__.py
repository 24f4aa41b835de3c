# The words that plans are written in.
"""Vocabulary."""

from .vocabulary import (
    ATTRIBUTES,
    CRITERIA,
    FILES_LABEL,
    HEADER,
    HISTORY_COLUMNS,
    PARTS,
    PHASE_PARTS,
    PHASE_WORDS,
    PRIORITY_HEADING,
    RATIONALE,
    RISK_ATTRIBUTES,
    SECTIONS,
    TASK_WORDS,
    TIMELINE_COLUMNS,
    WORK_LABEL,
    WORK_LABELS,
)

__all__ = [
    "ATTRIBUTES",
    "CRITERIA",
    "FILES_LABEL",
    "HEADER",
    "HISTORY_COLUMNS",
    "PARTS",
    "PHASE_PARTS",
    "PHASE_WORDS",
    "PRIORITY_HEADING",
    "RATIONALE",
    "RISK_ATTRIBUTES",
    "SECTIONS",
    "TASK_WORDS",
    "TIMELINE_COLUMNS",
    "WORK_LABEL",
    "WORK_LABELS",
]
