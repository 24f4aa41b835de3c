# Every step of reading needs the document, the working calendar and a place for what it finds wrong; they travel as
# one.
"""What the steps of reading one document have in common."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_planplugin.gfm import Kind
from mkdocs_planplugin.model import Calendar
from mkdocs_planplugin.reading.values import is_placeholder

from .anchors import Anchors
from .document import Document
from .findings import FindingLog


@dataclass(frozen=True, slots=True)
class ReadingContext:
    """The document that is read, the calendar by which days and weeks are hours, and what reading gives out and
    collects: anchors and findings."""

    document: Document
    calendar: Calendar
    anchors: Anchors
    findings: FindingLog

    @classmethod
    def of(cls, document: Document, calendar: Calendar) -> ReadingContext:
        """The context of a reading that begins."""
        headings = (block.text for block in document.blocks if block.kind is Kind.HEADING)
        return cls(document, calendar, Anchors(headings), FindingLog())

    def value(self, markdown: str) -> str | None:
        """The words of a piece of inline Markdown; None where there are none, or only a placeholder."""
        words = self.document.words(markdown)
        return words if words and not is_placeholder(words) else None
