# Blocks with their lines. The model of a plan is read from them, and its page is built from them.
"""The blocks of a Markdown text."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from msgspec import Struct

from .html_blocks import HtmlEnd


class BlockKind(Enum):
    """The kinds of blocks."""

    DOCUMENT = auto()
    QUOTE = auto()
    LIST = auto()
    ITEM = auto()
    CONTAINER = auto()  # an admonition, a tab, a footnote: a head line and an indented body
    HEADING = auto()
    PARAGRAPH = auto()
    TABLE = auto()
    CODE = auto()  # indented code
    FENCE = auto()  # fenced code
    HTML = auto()
    RULE = auto()  # a thematic break
    DEFINITIONS = auto()  # link reference definitions, which are not shown


# The scanner compares kinds all the time, and a global name is found ten times as fast as a member of an `Enum`.
(
    DOCUMENT,
    QUOTE,
    LIST,
    ITEM,
    CONTAINER,
    HEADING,
    PARAGRAPH,
    TABLE,
    CODE,
    FENCE,
    HTML,
    RULE,
    DEFINITIONS,
) = BlockKind


class Block(Struct, eq=False, gc=False, array_like=True):
    """A block and what is in it.

    `line` is its first line, counted from 1. `lines` is the text of a leaf, without indentation and markers: line
    `i` of it stands at `line + i` in the file (a table: its rows, the delimiter row included; a fence: its content,
    which starts one line below `line`). These are tuples where possible: the garbage collector does not track
    tuples that hold only text, nor blocks (none is in itself), and a site has many outlines.
    """

    kind: BlockKind
    line: int
    lines: tuple[str, ...] = ()
    children: Sequence[Block] = ()
    level: int = 0  # of a heading
    marker: str = ""  # of a list: "-", "+", "*", "." or ")"; of a fence: its opening characters
    start: int = 1  # of an ordered list
    # In columns, of an item: where its content starts; of a fence: how far it is indented. Of a paragraph in lines: how
    # many it has before the first that goes on with it although it stands outside of what the paragraph is in, else 0.
    offset: int = 0
    info: str = ""  # of a fence
    box: str | None = None  # of an item: " " or "x" where GitHub shows a box; its text does not hold it
    quoted_box: bool = False  # of an item: it looks like a box, but GitHub shows the characters `[ ]`
    tight: bool = True  # of a list
    closed: bool = True  # of a fence: False where the text ends inside it
    html_end: HtmlEnd | None = None
    blank_after: bool = False
    no_table: bool = False  # of a paragraph: it had a delimiter row of another width; cmark-gfm tries only once

    @property
    def ordered(self) -> bool:
        """Whether it is an ordered (numbered) list."""
        return self.marker in (".", ")")

    @property
    def text(self) -> str:
        """The text of a leaf."""
        return "\n".join(self.lines)

    def walk(self) -> list[Block]:
        """Itself and all blocks below it, in the order of the text."""
        blocks, pending = list[Block](), [self]
        pop, add = pending.pop, blocks.append  # of all blocks of all texts
        while pending:
            block = pop()
            add(block)
            if block.children:
                pending += reversed(block.children)
        return blocks
