# The heart of the reader: which blocks a Markdown text is made of, nested exactly as GitHub nests them. The model is
# read from this tree and the page is built from it, so the two can never disagree. The algorithm is the one of the
# CommonMark specification's appendix ("A parsing strategy"); where it leaves room, cmark-gfm decides, and the tests
# hold the two against each other.
"""The block structure of GitHub Flavored Markdown, with the line of every block."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import ClassVar

from .html_blocks import HtmlEnd, html_block_end
from .link_definitions import split_definitions
from .tables import is_delimiter_row, table_cells

# How many lists, quotes and other containers may stand in one another. What works on the page recurses: it gives up at
# about 140 nested lists or 120 nested admonitions, a few less inside MkDocs.
MAX_DEPTH = 100
# Indented by this much, a line is code (CommonMark 4.4), or belongs to the container above it.
CODE_INDENT = 4

LINE_END = re.compile(r"\r\n|\n|\r")

ATX_HEADING = re.compile(r"(#{1,6})(?:[ ]+(.*))?$")
ATX_CLOSING = re.compile(r"(?:^|[ ])[ ]*#+[ ]*$")
FENCE = re.compile(r"(`{3,})([^`]*)$|(~{3,})(.*)$")
SETEXT = re.compile(r"(=+|-+)[ ]*$")
RULE = re.compile(r"(?:(?:\*[ ]*){3,}|(?:-[ ]*){3,}|(?:_[ ]*){3,})$")
NUMBER_MARKER = re.compile(r"(\d{1,9})([.)])(?=[ ]|$)")
BOX = re.compile(r"\[([ xX])\](?=[ ])")
# Most lines are text: one look tells that no block can begin there.
MAY_BEGIN = re.compile(r"[->#<=`~!?\[|:_\d]|[+*](?=[ ]|$)|\*[* ]*$")

# What no GitHub page knows but a site may: a head line, and a body indented by four.
ADMONITION = re.compile(r"!!! ?[\w\-]+(?: +[\w\-]+)*(?: +\"[^\n]*\")? *$")
DETAILS = re.compile(r"\?\?\?\+? ?(?:[\w\-]+(?: +[\w\-]+)*(?: +\"[^\n]*\")?|\"[^\n]*\") *$")
TAB = re.compile(r"===[!+]{0,2} +\"[^\n]*\" *$")
FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]: *")


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
    CODE = auto()
    FENCE = auto()
    HTML = auto()
    RULE = auto()
    DEFINITIONS = auto()  # link reference definitions: nothing to see


# The scanner asks for kinds all the time, and a member of an `Enum` takes ten times as long to look up as a name.
(
    _DOCUMENT,
    _QUOTE,
    _LIST,
    _ITEM,
    _CONTAINER,
    _HEADING,
    _PARAGRAPH,
    _TABLE,
    _CODE,
    _FENCE,
    _HTML,
    _RULE,
    _DEFINITIONS,
) = BlockKind


@dataclass(frozen=True, slots=True)
class Syntax:
    """Which block syntax beyond GitHub's a site has switched on. By default all that is read as such."""

    admonitions: bool = True
    details: bool = True
    tabs: bool = True
    footnotes: bool = True
    markdown_in_html: bool = False

    def container_head(self, text: str) -> re.Match[str] | None:
        """The head of a container, where a line (without its indentation) begins with one."""
        char = text[0]
        if char == "!":
            return ADMONITION.match(text) if self.admonitions else None
        if char == "?":
            return DETAILS.match(text) if self.details else None
        if char == "=":
            return TAB.match(text) if self.tabs else None
        return FOOTNOTE.match(text) if self.footnotes else None


ALL_SYNTAX = Syntax()


@dataclass(slots=True, eq=False)
class Block:
    """A block and what is in it.

    `line` is its first line, counted from 1. `lines` is the text of a leaf, without indentation and markers: line
    `i` of it stands at `line + i` in the file (a table: its rows, the delimiter row included; a fence: its content,
    which starts one line below `line`). Tuples, as far as can be: a site's outlines are many, and at what holds only
    text the garbage collector does not look.
    """

    kind: BlockKind
    line: int
    lines: Sequence[str] = ()
    children: Sequence[Block] = ()
    level: int = 0  # of a heading
    marker: str = ""  # of a list: "-", "+", "*", "." or ")"; of a fence: its opening characters
    start: int = 1  # of an ordered list
    offset: int = 0  # of an item: where its content starts; of a fence: how far it is indented
    info: str = ""  # of a fence
    box: str | None = None  # of an item: " " or "x" where GitHub shows a box; its text does not hold it
    quoted_box: bool = False  # of an item: a box to the eye, but GitHub shows its characters
    tight: bool = True  # of a list
    closed: bool = True  # of a fence: False where the text ends inside it
    html_end: HtmlEnd | None = None
    blank_after: bool = False
    no_table: bool = False  # of a paragraph: a delimiter row that did not fit was seen; cmark-gfm tries only once

    @property
    def ordered(self) -> bool:
        """Whether a list counts."""
        return self.marker in (".", ")")

    @property
    def text(self) -> str:
        """The text of a leaf."""
        return "\n".join(self.lines)

    def walk(self) -> Iterator[Block]:
        """Itself and all blocks below it, in the order of the text."""
        pending = [self]
        while pending:
            block = pending.pop()
            yield block
            pending += reversed(block.children)


@dataclass(frozen=True, slots=True)
class Outline:
    """A text's blocks, as seen with `syntax`.

    `too_deep`: it nests deeper than `MAX_DEPTH` levels, and what lies below was taken for text. `open_fence` is a code
    fence that never ends.
    """

    root: Block
    syntax: Syntax
    too_deep: bool = False
    definitions: dict[str, tuple[str, str | None]] = field(default_factory=dict)
    open_fence: Block | None = None


def split_lines(text: str) -> list[str]:
    """The lines of a text as Markdown sees them: they end at LF, CRLF or CR, and at nothing else."""
    if "\r" in text:
        return LINE_END.split(text)
    return text.split("\n")


def read_outline(text: str | list[str], syntax: Syntax = ALL_SYNTAX, first_line: int = 1) -> Outline:
    """The blocks of a Markdown text (without front matter), in time linear in it; no text makes it fail.

    `first_line` is the number of the text's first line in its file.
    """
    lines = split_lines(text) if isinstance(text, str) else text
    scanner = _Scanner(syntax, first_line)
    for number, line in enumerate(lines, first_line):
        scanner.feed(line.expandtabs(4) if "\t" in line else line, number)
    return scanner.finish()


WHOLE_LINE = -1
# The lines of a table without a body: its head and the delimiter row.
DELIMITED = 2
# The column of what is in a quote, which no line reaches by its indentation alone.
IN_A_QUOTE = sys.maxsize


class _Start:
    """A place where a block may begin: `first` is the first character that is no space, `pos` where the text of the
    innermost open container starts, `depth` how many containers are open, `paragraph` the open paragraph that the line
    would continue. `lazy`: without a new block, the line continues a paragraph, maybe of a deeper container."""

    __slots__ = ("depth", "first", "indent", "lazy", "line", "number", "paragraph", "pos", "text")

    def __init__(
        self, line: str, number: int, depth: int, pos: int, first: int, paragraph: Block | None, lazy: bool
    ) -> None:
        self.line, self.number, self.depth, self.pos, self.first = line, number, depth, pos, first
        self.paragraph, self.lazy = paragraph, lazy
        self.indent = first - pos
        self.text = line[first:]


class _Scanner:
    """Takes a text line by line. `stack` holds the open containers, `inside` the children of each, `columns` where in a
    line the text of each starts; `leaf` is the open leaf of the innermost one, `lines` its text."""

    def __init__(self, syntax: Syntax, first_line: int) -> None:
        self.syntax = syntax
        self.inside: list[list[Block]] = [[]]
        self.stack = [Block(_DOCUMENT, first_line, children=self.inside[0])]
        self.columns = [0]
        self.leaf: Block | None = None
        self.lines: list[str] = []
        self.too_deep = False
        self.definitions: dict[str, tuple[str, str | None]] = {}
        self.after_blank = False

    def feed(self, line: str, number: int) -> None:
        depth, pos, first = self._match_containers(line)
        matched = depth == len(self.stack)
        leaf = self.leaf
        paragraph = leaf if leaf is not None and leaf.kind is _PARAGRAPH else None
        if matched and leaf is not paragraph and self._continue_leaf(line, pos, first):
            return
        if first == len(line):
            self._blank_line(depth, number)
            return
        continued, lazy = paragraph if matched else None, paragraph is not None
        while first - pos >= CODE_INDENT or MAY_BEGIN.match(line, first):
            start = self._open_block(_Start(line, number, depth, pos, first, continued, lazy))
            if start == WHOLE_LINE:
                return
            if start is None:
                break
            depth, pos, first = len(self.stack), start, _first_nonspace(line, start)
            if first == len(line):
                return
            leaf = paragraph = continued = None
            lazy = False
        if paragraph is not None:
            # cmark-gfm leaves a lazy line its indentation, which matters where it turns out to be a table's head.
            self.lines.append(line[first if matched else pos :])
        elif leaf is not None and matched and leaf.kind is _TABLE and table_cells(line[first:]):
            self.lines.append(line[first:])
        else:
            self._open(Block(_PARAGRAPH, number), depth, line[first:])

    def finish(self) -> Outline:
        unclosed = self.leaf if self.leaf is not None and self.leaf.kind is _FENCE else None
        if unclosed is not None:
            unclosed.closed = False
        self._close_to(1)
        return Outline(self.stack[0], self.syntax, self.too_deep, self.definitions, unclosed)

    # -- what is open and goes on ------------------------------------------------------------------------------------

    def _match_containers(self, line: str) -> tuple[int, int, int]:
        """How many open containers the line belongs to, how far they reach into it, and where its own text starts."""
        first = len(line) - len(line.lstrip(" "))
        columns = self.columns
        depth = len(columns)
        while columns[depth - 1] > first:
            depth -= 1
        pos = columns[depth - 1]
        return (depth, pos, first) if depth == len(columns) else self._match_rest(line, depth, pos, first)

    def _match_rest(self, line: str, depth: int, pos: int, first: int) -> tuple[int, int, int]:
        """The same for the containers from `depth` on, whose column the line does not reach."""
        blank = first == len(line)
        for reached, block in enumerate(self.stack[depth:], depth):
            kind = block.kind
            if kind is _ITEM:
                if first - pos >= block.offset:
                    pos += block.offset
                elif blank and any(child.kind is not _DEFINITIONS for child in block.children):
                    pos = first
                else:
                    return reached, pos, first
            elif kind is _QUOTE:
                if blank or first - pos >= CODE_INDENT or line[first] != ">":
                    return reached, pos, first
                pos = first + 1
                if line.startswith(" ", pos):
                    pos += 1
                first = _first_nonspace(line, pos)
                blank = first == len(line)
            elif kind is _CONTAINER:
                if first - pos < CODE_INDENT and not blank:
                    return reached, pos, first
                pos = min(pos + CODE_INDENT, first)
        return len(self.stack), pos, first

    def _continue_leaf(self, line: str, pos: int, first: int) -> bool:
        """Give the line to the open leaf where it takes lines without looking at them."""
        leaf = self.leaf
        if leaf is None:
            return False
        blank = first == len(line)
        kind = leaf.kind
        if kind is _FENCE:
            text = line[first:]
            if first - pos < CODE_INDENT and _closes(text, leaf.marker):
                self._close_leaf()
            else:
                self.lines.append(line[min(first, pos + leaf.offset) :])
            return True
        if kind is _CODE and (blank or first - pos >= CODE_INDENT):
            self.lines.append(line[pos + CODE_INDENT :])
            leaf.blank_after = blank
            return True
        if leaf.html_end is not None and not (blank and leaf.html_end.at_blank_line):
            self.lines.append(line[pos:])
            leaf.blank_after = blank
            if leaf.html_end.ends(line):
                self._close_leaf()
            return True
        return False

    def _blank_line(self, depth: int, number: int) -> None:
        self._close_to(depth)
        self._close_leaf()
        container = self.stack[-1]
        if self.after_blank:
            self._forget_blank()
        if container.children:
            if container.children[-1].kind is _RULE:
                return  # in cmark-gfm a rule is still open on the line after it, and takes the blank
            container.children[-1].blank_after = True
        new_item = container.kind is _ITEM and not container.children and container.line == number
        container.blank_after = container.kind is not _QUOTE and not new_item
        self.after_blank = True

    # -- what begins -------------------------------------------------------------------------------------------------

    def _open_block(self, at: _Start) -> int | None:
        """Open the block that begins here, if one does.

        Returns the position after a container's marker, `WHOLE_LINE` for a leaf, None where nothing begins.
        """
        if at.indent < CODE_INDENT:
            for opener in self._openers.get(at.line[at.first], ()):
                start = opener(self, at)
                if start is not None:
                    return start
        elif not at.lazy:
            self._open(Block(_CODE, at.number), at.depth, at.line[at.pos + CODE_INDENT :])
            return WHOLE_LINE
        return None

    def _open_quote(self, at: _Start) -> int | None:
        if not self._may_nest(at.depth):
            return None
        self._nest(Block(_QUOTE, at.number), at.depth, IN_A_QUOTE)
        return at.first + (2 if at.line.startswith(" ", at.first + 1) else 1)

    def _open_heading(self, at: _Start) -> int | None:
        match = ATX_HEADING.match(at.text)
        if match is None:
            return None
        words = ATX_CLOSING.sub("", (match[2] or "").rstrip(" ")).strip(" ")
        self._add(Block(_HEADING, at.number, (words,), level=len(match[1])), at.depth)
        return WHOLE_LINE

    def _open_fence(self, at: _Start) -> int | None:
        match = FENCE.match(at.text)
        if match is None:
            return None
        marker, info = (match[1], match[2]) if match[1] else (match[3], match[4])
        fence = Block(_FENCE, at.number, marker=marker, info=info.strip(), offset=at.indent)
        self._add(fence, at.depth)
        self.leaf, self.lines = fence, []
        return WHOLE_LINE

    def _open_html(self, at: _Start) -> int | None:
        end = html_block_end(at.text, interrupts=at.paragraph is not None)
        if end is None:
            return None
        self._open(Block(_HTML, at.number, html_end=end), at.depth, at.line[at.pos :])
        if end.ends(at.text) or (self.syntax.markdown_in_html and end.holds_markdown(at.text)):
            self._close_leaf()
        return WHOLE_LINE

    def _open_container(self, at: _Start) -> int | None:
        match = self.syntax.container_head(at.text)
        if match is None or not self._may_nest(at.depth):
            return None
        self._nest(Block(_CONTAINER, at.number, (match[0].rstrip(" "),)), at.depth, CODE_INDENT)
        return at.first + match.end()

    def _close_setext(self, at: _Start) -> int | None:
        """Turn the open paragraph into a heading, unless it is all link definitions."""
        paragraph = at.paragraph
        match = SETEXT.match(at.text) if paragraph is not None else None
        if paragraph is None or match is None:
            return None
        if self._take_definitions(paragraph) == 0:
            self.lines.append(at.text)
            return WHOLE_LINE
        paragraph.kind, paragraph.level = _HEADING, 1 if match[1][0] == "=" else 2
        self.lines[-1] = self.lines[-1].rstrip(" ")
        self._close_leaf()
        return WHOLE_LINE

    def _add_rule(self, at: _Start) -> int | None:
        if RULE.match(at.text) is None:
            return None
        self._add(Block(_RULE, at.number), at.depth)
        return WHOLE_LINE

    def _only_dashes(self, at: _Start) -> int | None:
        return None if at.text.strip("- ") else self._close_setext(at) or self._add_rule(at)

    def _open_bullet(self, at: _Start) -> int | None:
        return self._open_item(at, at.text[0], 1) if at.text[1:2] in ("", " ") else None

    def _open_numbered(self, at: _Start) -> int | None:
        match = NUMBER_MARKER.match(at.text)
        return self._open_item(at, match[2], match.end(), int(match[1])) if match else None

    def _open_item(self, at: _Start, marker: str, width: int, number: int = 1) -> int | None:
        """Open an item whose marker takes `width` characters, and its list where it is not open."""
        rest = at.text[width:]
        content = rest.lstrip(" ")
        if at.paragraph is not None and (not content or number != 1):
            return None  # an empty item, or a list that starts at another number than one, interrupts no paragraph
        if not self._may_nest(at.depth):
            return None
        spaces = len(rest) - len(content)
        padding = width + (spaces if content and 1 <= spaces <= CODE_INDENT else 1)
        depth = self._list_for(at, marker, number)
        item = Block(_ITEM, at.number, offset=at.indent + padding)
        box = BOX.match(content) if content.startswith("[") and spaces <= CODE_INDENT else None
        if box and at.line[: at.first].strip(" "):
            item.quoted_box = True  # cmark-gfm wants the marker to be the first thing on the line
        elif box:
            item.box = "x" if box[1] in "xX" else " "
        self._nest(item, depth, item.offset)
        if box and item.box:
            # Nothing but text follows a box; without any, not even a paragraph begins.
            if text := content[box.end() :].lstrip(" "):
                self._open(Block(_PARAGRAPH, at.number), len(self.stack), text)
            return WHOLE_LINE
        return min(at.first + padding, len(at.line))

    def _list_for(self, at: _Start, marker: str, number: int) -> int:
        """The depth inside the list that an item with this marker belongs to, which is opened where it is not open."""
        parent = self.stack[at.depth - 1]
        if parent.kind is _LIST and parent.marker == marker:
            return at.depth
        self._nest(Block(_LIST, at.number, marker=marker, start=number), at.depth, 0)
        return len(self.stack)

    def _open_table(self, at: _Start) -> int | None:
        """Turn the last line of the open paragraph and the delimiter row below it into a table."""
        paragraph = at.paragraph
        if paragraph is None or paragraph.no_table or not self.lines or not is_delimiter_row(at.text):
            return None
        if len(table_cells(self.lines[-1])) != len(table_cells(at.text)):
            paragraph.no_table = True
            return None
        *above, header = self.lines
        siblings = self.inside[-1]
        if above:
            paragraph.lines = _trimmed(above)  # cmark-gfm looks for no definitions in it: it is no paragraph any more
        else:
            siblings.pop()
        self.leaf, self.lines = Block(_TABLE, paragraph.line + len(above)), [header, at.text]
        siblings.append(self.leaf)
        return WHOLE_LINE

    # What may begin with a character, in the order that it is tried.
    _openers: ClassVar[dict[str, tuple[Callable[[_Scanner, _Start], int | None], ...]]] = {
        ">": (_open_quote,),
        "#": (_open_heading,),
        "<": (_open_html,),
        "=": (_open_container, _close_setext),
        "-": (_only_dashes, _open_bullet, _open_table),
        "*": (_add_rule, _open_bullet),
        "_": (_add_rule,),
        **dict.fromkeys("`~", (_open_fence,)),
        **dict.fromkeys("!?[", (_open_container,)),
        "+": (_open_bullet,),
        **dict.fromkeys("0123456789", (_open_numbered,)),
        **dict.fromkeys("|:", (_open_table,)),
    }

    # -- the tree ----------------------------------------------------------------------------------------------------

    def _may_nest(self, depth: int) -> bool:
        """Whether another item, quote or other container may begin in the first `depth` of those that are open."""
        # A list and its item are one level to a reader. Most texts nest so little that nothing has to be counted.
        if depth <= MAX_DEPTH or sum(block.kind is not _LIST for block in self.stack[1:depth]) < MAX_DEPTH:
            return True
        self.too_deep = True
        return False

    def _add(self, block: Block, depth: int) -> None:
        """Put a block at the end of the container at `depth`; what was open below it is closed."""
        innermost = self.stack[depth - 1]
        if innermost.kind is _LIST and block.kind is not _ITEM:
            # cmark-gfm closes the list before what is open in it, when link definitions still are a paragraph.
            tight = _is_tight(innermost)
            self._close_to(depth - 1)
            innermost.tight = tight
        else:
            self._close_to(depth)
        if self.after_blank:
            self._forget_blank()
        self.inside[-1].append(block)

    def _nest(self, block: Block, depth: int, offset: int) -> None:
        """Add a container whose text starts `offset` columns behind that of the one it is in."""
        self._add(block, depth)
        children: list[Block] = []
        block.children = children
        self.inside.append(children)
        self.stack.append(block)
        self.columns.append(self.columns[-1] + offset)

    def _open(self, leaf: Block, depth: int, line: str) -> None:
        """Add a leaf that begins with this line and may go on."""
        self._add(leaf, depth)
        self.leaf, self.lines = leaf, [line]

    def _forget_blank(self) -> None:
        """What is still open does not end with the blank line that was seen in it."""
        self.after_blank = False
        for container in self.stack:
            container.blank_after = False

    def _close_to(self, depth: int) -> None:
        """Close the open leaf, and the containers from `depth` on."""
        if self.leaf is not None:
            self._close_leaf()
        if depth == len(self.stack):
            return
        for container in reversed(self.stack[depth:]):
            if container.kind is _LIST:
                container.tight = _is_tight(container)
        del self.stack[depth:], self.inside[depth:], self.columns[depth:]

    def _close_leaf(self) -> None:
        leaf, lines = self.leaf, self.lines
        if leaf is None:
            return
        self.leaf = None
        if leaf.kind is _PARAGRAPH:
            if lines[0].startswith("[") and self._take_definitions(leaf) == 0:
                leaf.kind = _DEFINITIONS
            else:
                leaf.lines = _trimmed(lines)
            return
        if leaf.kind is _CODE:
            while lines and not lines[-1].strip(" "):
                lines.pop()
        leaf.lines = tuple(lines)

    def _take_definitions(self, paragraph: Block) -> int:
        """Move the link reference definitions the open paragraph starts with out of it; returns how many lines are
        left."""
        lines = self.lines
        if lines and lines[0].startswith("["):
            definitions, used = split_definitions(lines)
            for label, target in definitions.items():
                self.definitions.setdefault(label, target)
            if used:
                del lines[:used]
                paragraph.line += used
        return len(lines)


def _first_nonspace(line: str, pos: int) -> int:
    return len(line) - len(line[pos:].lstrip(" "))


def _closes(text: str, fence: str) -> bool:
    marks = text.rstrip(" ")
    return len(marks) >= len(fence) and not marks.strip(fence[0])


def _trimmed(lines: list[str]) -> tuple[str, ...]:
    """The lines of a paragraph without indentation, and without spaces at its end."""
    if len(lines) == 1:  # as most are
        return (lines[0].strip(" "),)
    return *[line.lstrip(" ") for line in lines[:-1]], lines[-1].strip(" ")


def _is_tight(block: Block) -> bool:
    """Whether a list is tight: no blank line between its items or between the blocks of one (CommonMark 5.3)."""
    last_item = block.children[-1]
    for item in block.children:
        if item is not last_item and item.blank_after:
            return False
        seen = [child for child in item.children if child.kind is not _DEFINITIONS]
        for child in seen:
            if (item is not last_item or child is not seen[-1]) and _ends_blank(child):
                return False
    return True


def _ends_blank(block: Block) -> bool:
    while block.kind is _LIST or block.kind is _ITEM:
        last = next((child for child in reversed(block.children) if child.kind is not _DEFINITIONS), None)
        if last is None:
            break
        block = last
    # To cmark-gfm what is left of a delimiter row is a blank line, until a row of the table's body follows.
    return block.blank_after or (block.kind is _TABLE and len(block.lines) == DELIMITED)
