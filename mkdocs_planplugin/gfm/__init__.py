# Markdown as GitHub reads it: blocks with their lines, inline text, link definitions. Knows no plan.
"""The blocks of a text, nested as the GFM specification nests them."""

from .inline import Hyperlink, first_link, has_markup, links, plain
from .outline import EVERYTHING, MAX_DEPTH, Block, BlockKind, Outline, Syntax, read_outline, split_lines
from .tables import alignments, table_cells

# The former name, until the last room has the new one.
Kind = BlockKind

__all__ = [
    "EVERYTHING",
    "MAX_DEPTH",
    "Block",
    "BlockKind",
    "Hyperlink",
    "Kind",
    "Outline",
    "Syntax",
    "alignments",
    "first_link",
    "has_markup",
    "links",
    "plain",
    "read_outline",
    "split_lines",
    "table_cells",
]
