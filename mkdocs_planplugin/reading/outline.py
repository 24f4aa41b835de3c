# The heart of the reader: which blocks a Markdown text is made of, nested exactly as GitHub nests them. The model is
# read from this tree and the page is built from it, so the two can never disagree. The algorithm is the one of the
# CommonMark specification's appendix ("A parsing strategy"); where it leaves room, cmark-gfm decides, and the tests
# hold the two against each other.
"""The block structure of GitHub Flavored Markdown, with the line of every block."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto

from .html_blocks import HtmlEnd, html_block_end
from .link_definitions import split_definitions
from .tables import is_delimiter_row, table_cells

# Python-Markdown and the serializers behind it recurse; at about 300 levels they give up, at 100 all is well.
MAX_DEPTH = 100

LINE_END = re.compile(r"\r\n|\n|\r")

ATX_HEADING = re.compile(r"(#{1,6})(?:[ ]+(.*))?$")
ATX_CLOSING = re.compile(r"(?:^|[ ])[ ]*#+[ ]*$")
FENCE = re.compile(r"(`{3,})([^`]*)$|(~{3,})(.*)$")
SETEXT = re.compile(r"(=+|-+)[ ]*$")
RULE = re.compile(r"(?:(?:\*[ ]*){3,}|(?:-[ ]*){3,}|(?:_[ ]*){3,})$")
LIST_MARKER = re.compile(r"([-+*])(?=[ ]|$)|(\d{1,9})([.)])(?=[ ]|$)")
BOX = re.compile(r"\[([ xX])\](?=[ ])")

# What no GitHub page knows but a site may: a head line, and a body indented by four.
ADMONITION = re.compile(r"!!! ?[\w\-]+(?: +[\w\-]+)*(?: +\"[^\n]*\")? *$")
DETAILS = re.compile(r"\?\?\?\+? ?(?:[\w\-]+(?: +[\w\-]+)*(?: +\"[^\n]*\")?|\"[^\n]*\") *$")
TAB = re.compile(r"===[!+]{0,2} +\"[^\n]*\" *$")
FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]: *")


class Kind(Enum):
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


GITHUB = Syntax(admonitions=False, details=False, tabs=False, footnotes=False)
EVERYTHING = Syntax()


@dataclass(slots=True, eq=False)
class Block:
    """A block and what is in it.

    `line` is its first line, counted from 1. `lines` is the text of a leaf, without indentation and markers: line
    `i` of it stands at `line + i` in the file (a table: its rows, the delimiter row included; a fence: its content,
    which starts one line below `line`).
    """

    kind: Kind
    line: int
    lines: list[str] = field(default_factory=list)
    children: list[Block] = field(default_factory=list)
    level: int = 0  # of a heading
    marker: str = ""  # of a list: "-", "+", "*", "." or ")"; of a fence: its opening characters
    start: int = 1  # of an ordered list
    offset: int = 0  # of an item: where its content starts; of a fence: how far it is indented
    info: str = ""  # of a fence
    box: str | None = None  # of an item: " " or "x" where GitHub shows a box
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
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Outline:
    """A text's blocks. `too_deep`: it nests deeper than `MAX_DEPTH`, what lies below was taken for text."""

    root: Block
    too_deep: bool = False
    definitions: dict[str, tuple[str, str | None]] = field(default_factory=dict)
    open_fence: Block | None = None


def split_lines(text: str) -> list[str]:
    """The lines of a text as Markdown sees them: they end at LF, CRLF or CR, and at nothing else."""
    if "\r" in text:
        return LINE_END.split(text)
    return text.split("\n")


def read_outline(text: str | list[str], syntax: Syntax = EVERYTHING, first_line: int = 1) -> Outline:
    """The blocks of a Markdown text (without front matter), in time linear in it; no text makes it fail.

    `first_line` is the number of the text's first line in its file.
    """
    lines = split_lines(text) if isinstance(text, str) else text
    scanner = _Scanner(syntax, first_line)
    for number, line in enumerate(lines, first_line):
        scanner.feed(line.expandtabs(4) if "\t" in line else line, number)
    return scanner.finish()


class _Scanner:
    """Takes a text line by line. `stack` holds the open containers, `leaf` the open leaf of the innermost one."""

    def __init__(self, syntax: Syntax, first_line: int) -> None:
        self.syntax = syntax
        self.stack = [Block(Kind.DOCUMENT, first_line)]
        self.leaf: Block | None = None
        self.too_deep = False
        self.definitions: dict[str, tuple[str, str | None]] = {}
        self.lists: list[Block] = []

    def feed(self, line: str, number: int) -> None:
        depth, pos, first = self._match_containers(line)
        blank = first == len(line)
        matched = depth == len(self.stack)
        leaf = self.leaf
        if matched and leaf is not None and self._continue_leaf(leaf, line, pos, first, blank):
            return
        if blank:
            self._blank_line(depth, number)
            return
        lazy = self.leaf is not None and self.leaf.kind is Kind.PARAGRAPH
        opened = False
        while True:
            paragraph = self.leaf if matched and not opened else None
            start = self._open_block(line, number, pos, first, depth, paragraph, lazy)
            if start is None:
                break
            pos, opened, lazy = start, True, False
            if pos < 0:  # a leaf took the line
                return
            depth = len(self.stack)
            first = _first_nonspace(line, pos)
            if first == len(line):
                return
        self._add_text(line[first:], number, depth, lazy=lazy and not matched, opened=opened)

    def finish(self) -> Outline:
        unclosed = self.leaf if self.leaf is not None and self.leaf.kind is Kind.FENCE else None
        if unclosed is not None:
            unclosed.closed = False
        self._close_leaf()
        for block in reversed(self.lists):
            block.tight = _is_tight(block)
        return Outline(self.stack[0], self.too_deep, self.definitions, unclosed)

    # -- what is open and goes on ------------------------------------------------------------------------------------

    def _match_containers(self, line: str) -> tuple[int, int, int]:
        """How many open containers the line belongs to, how far they reach into it, and where its own text starts."""
        pos, first = 0, len(line) - len(line.lstrip(" "))
        blank = first == len(line)
        for depth, block in enumerate(self.stack):
            kind = block.kind
            if kind is Kind.ITEM:
                if not blank and first - pos >= block.offset:
                    pos += block.offset
                elif not (blank and block.children):
                    return depth, pos, first
            elif kind is Kind.QUOTE:
                if blank or first - pos > 3 or line[first] != ">":
                    return depth, pos, first
                pos = first + 1
                if line.startswith(" ", pos):
                    pos += 1
                first = _first_nonspace(line, pos)
                blank = first == len(line)
            elif kind is Kind.CONTAINER and not blank:
                if first - pos < 4:
                    return depth, pos, first
                pos += 4
        return len(self.stack), pos, first

    def _continue_leaf(self, leaf: Block, line: str, pos: int, first: int, blank: bool) -> bool:
        """Give the line to the open leaf where it takes lines without looking at them."""
        kind = leaf.kind
        if kind is Kind.FENCE:
            text = line[first:]
            if first - pos <= 3 and _closes(text, leaf.marker):
                self._close_leaf()
            else:
                leaf.lines.append(line[min(first, pos + leaf.offset) :])
            return True
        if kind is Kind.CODE:
            if blank or first - pos >= 4:
                leaf.lines.append(line[pos + 4 :])
                return True
        elif kind is Kind.HTML and leaf.html_end is not None:
            if not (blank and leaf.html_end.at_blank_line):
                leaf.lines.append(line[pos:])
                if leaf.html_end.ends(line):
                    self._close_leaf()
                return True
        return False

    def _blank_line(self, depth: int, number: int) -> None:
        self._close_to(depth)
        self._close_leaf()
        container = self.stack[-1]
        for block in self.stack:
            block.blank_after = False
        if container.children:
            container.children[-1].blank_after = True
        new_item = container.kind is Kind.ITEM and not container.children and container.line == number
        container.blank_after = container.kind is not Kind.QUOTE and not new_item

    # -- what begins -------------------------------------------------------------------------------------------------

    def _open_block(
        self, line: str, number: int, pos: int, first: int, depth: int, paragraph: Block | None, lazy: bool
    ) -> int | None:
        """Open the block that begins at `first`, if one does.

        Returns the position after a container's marker, -1 where a leaf took the whole line, None where nothing begins.
        """
        if first - pos >= 4:
            if lazy:
                return None
            self._add(Block(Kind.CODE, number, [line[pos + 4 :]]), depth, opens=True)
            return -1
        if paragraph is not None and paragraph.kind is not Kind.PARAGRAPH:
            paragraph = None
        char = line[first]
        text = line[first:]
        if char == ">":
            return self._open_quote(line, number, first, depth)
        if char == "#":
            return self._open_heading(text, number, depth)
        if char in "`~":
            return self._open_fence(text, number, first - pos, depth)
        if char == "<":
            return self._open_html(line, number, pos, first, depth, paragraph)
        if char in "!?=[" and (match := self.syntax.container_head(text)) and self._may_nest():
            self._add(Block(Kind.CONTAINER, number, [match[0].rstrip(" ")]), depth, nests=True)
            return first + match.end()
        if char in "=-" and paragraph is not None and (match := SETEXT.match(text)):
            return self._close_setext(match[1], depth)
        if char in "*-_" and RULE.match(text):
            self._add(Block(Kind.RULE, number), depth)
            return -1
        if char in "-+*0123456789" and (match := LIST_MARKER.match(text)):
            start = self._open_item(match, line, number, pos, first, depth, paragraph)
            if start is not None:
                return start
        if char in "|:-" and paragraph is not None and self._open_table(paragraph, text):
            return -1
        return None

    def _open_quote(self, line: str, number: int, first: int, depth: int) -> int | None:
        if not self._may_nest():
            return None
        self._add(Block(Kind.QUOTE, number), depth, nests=True)
        return first + (2 if line.startswith(" ", first + 1) else 1)

    def _open_heading(self, text: str, number: int, depth: int) -> int | None:
        match = ATX_HEADING.match(text)
        if match is None:
            return None
        words = ATX_CLOSING.sub("", (match[2] or "").rstrip(" ")).strip(" ")
        self._add(Block(Kind.HEADING, number, [words], level=len(match[1])), depth)
        return -1

    def _open_fence(self, text: str, number: int, indent: int, depth: int) -> int | None:
        match = FENCE.match(text)
        if match is None:
            return None
        marker, info = (match[1], match[2]) if match[1] else (match[3], match[4])
        self._add(Block(Kind.FENCE, number, marker=marker, info=info.strip(), offset=indent), depth, opens=True)
        return -1

    def _open_html(
        self, line: str, number: int, pos: int, first: int, depth: int, paragraph: Block | None
    ) -> int | None:
        end = html_block_end(line[first:], interrupts=paragraph is not None)
        if end is None:
            return None
        self._add(Block(Kind.HTML, number, [line[pos:]], html_end=end), depth, opens=True)
        if end.ends(line[first:]) or (self.syntax.markdown_in_html and end.holds_markdown(line[first:])):
            self._close_leaf()
        return -1

    def _close_setext(self, underline: str, depth: int) -> int | None:
        """Turn the open paragraph into a heading, unless it is all link definitions."""
        paragraph = self.leaf
        if paragraph is None or self._take_definitions(paragraph) == 0:
            return None
        self._close_to(depth)
        paragraph.kind, paragraph.level = Kind.HEADING, 1 if underline[0] == "=" else 2
        paragraph.lines[-1] = paragraph.lines[-1].rstrip(" ")
        self.leaf = None
        return -1

    def _open_item(
        self, match: re.Match[str], line: str, number: int, pos: int, first: int, depth: int, paragraph: Block | None
    ) -> int | None:
        after = first + match.end()
        rest = line[after:]
        content = rest.lstrip(" ")
        if paragraph is not None and (not content or (match[2] and int(match[2]) != 1)):
            return None  # an empty item, or a list that starts at another number than one, interrupts no paragraph
        if not self._may_nest():
            return None
        spaces = len(rest) - len(content)
        padding = match.end() + (spaces if content and 1 <= spaces <= 4 else 1)
        marker = match[1] or match[3]
        self._close_to(depth)
        parent = self.stack[-1]
        if parent.kind is not Kind.LIST or parent.marker != marker:
            parent = Block(Kind.LIST, number, marker=marker, start=int(match[2]) if match[2] else 1)
            self._add(parent, depth, nests=True)
            self.lists.append(parent)
        item = Block(Kind.ITEM, number, offset=first - pos + padding)
        if box := BOX.match(content) if spaces <= 4 else None:
            # cmark-gfm wants the marker to be the first thing on the line.
            if line[:first].strip(" "):
                item.quoted_box = True
            else:
                item.box = "x" if box[1] in "xX" else " "
        self._add(item, len(self.stack), nests=True)
        if item.box and len(content.rstrip(" ")) == 3:
            return len(line)  # a box and nothing else begins no paragraph
        return min(first + padding, len(line))

    def _open_table(self, paragraph: Block, text: str) -> bool:
        """Turn the last line of the paragraph and the delimiter row below it into a table."""
        if paragraph.no_table or not paragraph.lines or not is_delimiter_row(text):
            return False
        if len(table_cells(paragraph.lines[-1])) != len(table_cells(text)):
            paragraph.no_table = True
            return False
        header = paragraph.lines.pop()
        table = Block(Kind.TABLE, paragraph.line + len(paragraph.lines), [header, text])
        parent = self.stack[-1]
        if paragraph.lines:
            self._close_leaf()
        else:
            parent.children.pop()
        parent.children.append(table)
        self.leaf = table
        return True

    def _add_text(self, text: str, number: int, depth: int, *, lazy: bool, opened: bool) -> None:
        leaf = self.leaf
        if leaf is not None and not opened:
            if leaf.kind is Kind.PARAGRAPH and (lazy or depth == len(self.stack)):
                leaf.lines.append(text)
                return
            if leaf.kind is Kind.TABLE and depth == len(self.stack) and table_cells(text):
                leaf.lines.append(text)
                return
        self._add(Block(Kind.PARAGRAPH, number, [text]), depth, opens=True)

    # -- the tree ----------------------------------------------------------------------------------------------------

    def _may_nest(self) -> bool:
        if len(self.stack) < MAX_DEPTH:
            return True
        self.too_deep = True
        return False

    def _add(self, block: Block, depth: int, *, nests: bool = False, opens: bool = False) -> None:
        """Put a block at the end of the container at `depth`; what was open below it is closed."""
        self._close_to(depth)
        self._close_leaf()
        if self.stack[-1].kind is Kind.LIST and block.kind is not Kind.ITEM:
            self.stack.pop()
        for container in self.stack:
            container.blank_after = False
        self.stack[-1].children.append(block)
        if nests:
            self.stack.append(block)
        elif opens:
            self.leaf = block

    def _close_to(self, depth: int) -> None:
        if depth < len(self.stack):
            self._close_leaf()
            del self.stack[depth:]

    def _close_leaf(self) -> None:
        leaf, self.leaf = self.leaf, None
        if leaf is None:
            return
        if leaf.kind is Kind.PARAGRAPH:
            if self._take_definitions(leaf):
                leaf.lines[-1] = leaf.lines[-1].rstrip(" ")
            else:
                leaf.kind = Kind.DEFINITIONS
        elif leaf.kind is Kind.CODE:
            while leaf.lines and not leaf.lines[-1].strip(" "):
                leaf.lines.pop()

    def _take_definitions(self, paragraph: Block) -> int:
        """Move the link reference definitions a paragraph starts with out of it; returns how many lines are left."""
        if paragraph.lines and paragraph.lines[0].startswith("["):
            found, used = split_definitions(paragraph.lines)
            for label, target in found.items():
                self.definitions.setdefault(label, target)
            if used:
                del paragraph.lines[:used]
                paragraph.line += used
        return len(paragraph.lines)


def _first_nonspace(line: str, pos: int) -> int:
    return len(line) - len(line[pos:].lstrip(" "))


def _closes(text: str, fence: str) -> bool:
    marks = text.rstrip(" ")
    return len(marks) >= len(fence) and not marks.strip(fence[0])


def _is_tight(block: Block) -> bool:
    """Whether a list is tight: no blank line between its items or between the blocks of one (CommonMark 5.3)."""
    last_item = block.children[-1]
    for item in block.children:
        if item is not last_item and item.blank_after:
            return False
        seen = [child for child in item.children if child.kind is not Kind.DEFINITIONS]
        for child in seen:
            if (item is not last_item or child is not seen[-1]) and _ends_blank(child):
                return False
    return True


def _ends_blank(block: Block) -> bool:
    while block.kind in (Kind.LIST, Kind.ITEM) and block.children:
        block = block.children[-1]
    return block.blank_after or block.kind is Kind.TABLE  # cmark-gfm takes a table for one that ends blank
