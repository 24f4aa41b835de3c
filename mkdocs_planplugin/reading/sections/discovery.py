"""The Discovery Summary: what was found out and decided before the work."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from mkdocs_planplugin.gfm import BlockKind
from mkdocs_planplugin.model import Item

from ..context import ReadingContext
from ..document import Section
from ..values import is_placeholder
from .entries import read_entries
from .parts import parts_by_meaning


class Discovery(Struct, frozen=True):
    """The summary in prose, the key findings and the technical decisions."""

    summary: str | None
    key_findings: tuple[Item, ...]
    decisions: tuple[Item, ...]


def read_discovery(sections: Iterable[Section], decisions: Iterable[Section], context: ReadingContext) -> Discovery:
    """Read the sections of the discovery, and those that only hold decisions. Prose before the first label of a
    discovery is the summary."""
    sections = list(sections)
    parts = parts_by_meaning((*sections, *decisions))
    summaries = (_summary(section, context) for section in sections)
    return Discovery(
        summary=next(filter(None, summaries), None),
        key_findings=read_entries(parts.get("findings", ()), "finding", context),
        decisions=read_entries(parts.get("decisions", ()), "decision", context),
    )


def _summary(section: Section, context: ReadingContext) -> str | None:
    """The paragraphs before the first label of a section, as one text."""
    part = next(section.parts(), None)
    if part is None or part.label:
        return None
    paragraphs = (block.text for block in part.blocks if block.kind is BlockKind.PARAGRAPH)
    words = " ".join(map(context.document.words, paragraphs))
    return words if words and not is_placeholder(words) else None
