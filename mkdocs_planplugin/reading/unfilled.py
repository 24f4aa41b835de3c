# How much of a page is still to be filled in tells templates from plans.
"""Spots of a document that nobody has filled in yet."""

from __future__ import annotations

import re
from typing import NamedTuple

from mkdocs_planplugin.gfm import BlockKind

from .document import Document
from .values import count_placeholders

_WITH_WORDS = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.TABLE)
# A cheap look before the careful one.
_MAY_HOLD_ONE = re.compile(r"[\[<{|/·]")


class Unfilled(NamedTuple):
    """The number of placeholders, the number of lines with words, and the line of the first placeholder."""

    spots: int
    lines: int
    first: int | None


def count_unfilled(document: Document) -> Unfilled:
    """The placeholders in paragraphs, headings and tables."""
    blocks = [block for block in document.blocks if block.kind in _WITH_WORDS]
    spots = {
        block.line + offset: count_placeholders(line)
        for block in blocks
        for offset, line in enumerate(block.lines)
        if _MAY_HOLD_ONE.search(line)
    }
    first = next((line for line, count in spots.items() if count), None)
    return Unfilled(sum(spots.values()), sum(len(block.lines) for block in blocks), first)
