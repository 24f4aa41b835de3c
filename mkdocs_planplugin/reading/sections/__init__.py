# One reader for each other part of the format.
"""Reading risks, resources, notes and the other sections."""

from .risks import RiskReader
from .sections import SectionReader, TimelineEntry

__all__ = [
    "RiskReader",
    "SectionReader",
    "TimelineEntry",
]
