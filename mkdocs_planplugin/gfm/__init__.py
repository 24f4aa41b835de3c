# Markdown as GitHub reads it: blocks with their lines, inline text, link definitions. Knows no plan.
"""The blocks of a text, nested as the GFM specification nests them."""

from .addresses import HARMLESS_SCHEMES, is_harmless, scheme_of
from .blocks import Block, BlockKind
from .inline import Hyperlink, first_link, has_markup, links, plain
from .open_blocks import MAX_DEPTH
from .outline import Outline, read_outline, split_lines
from .packed import packed, unpacked
from .syntax import ALL_SYNTAX, Syntax
from .tables import alignments, is_delimiter_row, table_cells
from .tightness import ends_blank

__all__ = [
    "ALL_SYNTAX",
    "HARMLESS_SCHEMES",
    "MAX_DEPTH",
    "Block",
    "BlockKind",
    "Hyperlink",
    "Outline",
    "Syntax",
    "alignments",
    "ends_blank",
    "first_link",
    "has_markup",
    "is_delimiter_row",
    "is_harmless",
    "links",
    "packed",
    "plain",
    "read_outline",
    "scheme_of",
    "split_lines",
    "table_cells",
    "unpacked",
]
