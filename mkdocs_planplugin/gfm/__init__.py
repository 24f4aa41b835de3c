# Markdown as GitHub reads it: blocks with their lines, inline text, link definitions. Knows no plan.
"""The blocks of a text, nested as the GFM specification nests them."""

from .inline import first_link, has_markup, links, plain
from .outline import EVERYTHING, MAX_DEPTH, Block, Kind, Outline, Syntax, read_outline, split_lines
from .tables import alignments, table_cells

__all__ = [
    "EVERYTHING",
    "MAX_DEPTH",
    "Block",
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
