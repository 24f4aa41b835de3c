# Blank lines decide whether a list is tight or loose. GitHub shows the items of a loose list as paragraphs.
"""The tightness of lists."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from .blocks import DEFINITIONS, ITEM, LIST, TABLE, Block

# The lines of a table without a body: its head and the delimiter row.
_WITHOUT_BODY = 2


def is_tight(block: Block, blanks: Sequence[int]) -> bool:
    """Whether a list is tight: no blank line between its items or between the blocks of one (CommonMark 5.3). `blanks`
    are the blank lines of the text so far, and those of delimiter rows, which may count as such."""
    last_item = block.children[-1]
    inside = bisect_right(blanks, block.line)
    if inside == len(blanks) or (len(last_item.children) == 1 and blanks[inside] > last_item.line):  # as in most
        return True
    for item in block.children:
        if item is not last_item and item.blank_after:
            return False
        seen = [child for child in item.children if child.kind is not DEFINITIONS]
        for child in seen:
            if (item is not last_item or child is not seen[-1]) and ends_blank(child):
                return False
    return True


def ends_blank(block: Block) -> bool:
    """Whether a block, or the last one in it, is followed by a blank line."""
    while block.kind is LIST or block.kind is ITEM:
        last = next((child for child in reversed(block.children) if child.kind is not DEFINITIONS), None)
        if last is None:
            break
        block = last
    # cmark-gfm treats the delimiter row as a blank line until a row of the body follows.
    return block.blank_after or (block.kind is TABLE and len(block.lines) == _WITHOUT_BODY)
