"""Lines that can be linked to: findings, decisions, assumptions, questions."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mkdocs_planplugin.model import Item

from ..context import ReadingContext
from ..document import LabelledPart
from ..labels import without_label
from ..values import is_placeholder
from .parts import lines_of


def read_entries(
    parts: Iterable[LabelledPart], anchor: str, context: ReadingContext, prefix: re.Pattern[str] | None = None
) -> tuple[Item, ...]:
    """The lines under labels, each with an anchor `plan-ANCHOR-N`. What matches `prefix` at the beginning of a line is
    left out."""
    entries: list[Item] = []
    for part in parts:
        for words, markdown, line in lines_of(part, context):
            text = prefix.sub("", words, count=1) if prefix else words
            if not is_placeholder(text):
                whole = prefix.sub("", markdown, count=1) if prefix else markdown
                source = context.document.source(text, whole, without_label(markdown))
                place = context.anchors.anchor(f"plan-{anchor}-{len(entries) + 1}")
                entries.append(Item(text, line, place, source))
    return tuple(entries)
