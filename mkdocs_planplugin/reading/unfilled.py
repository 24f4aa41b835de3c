# How much of a page is still to be filled in tells templates from plans.
"""Spots of a document that nobody has filled in yet."""

from __future__ import annotations

import re
from typing import NamedTuple

from mkdocs_planplugin.gfm import BlockKind
from mkdocs_planplugin.reading.values import count_placeholders

from .document import Document

_WITH_WORDS = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.TABLE)
# A cheap look before the careful one.
_MAY_HOLD_ONE = re.compile(r"[\[<{|/·]")


class Unfilled(NamedTuple):
    """How many spots are not filled in, on how many lines of words."""

    spots: int
    lines: int


def count_unfilled(document: Document) -> Unfilled:
    """The unfilled spots in paragraphs, headings and tables."""
    lines = [line for block in document.blocks if block.kind in _WITH_WORDS for line in block.lines]
    return Unfilled(sum(map(count_placeholders, filter(_MAY_HOLD_ONE.search, lines))), len(lines))
