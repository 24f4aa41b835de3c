# The heart of the reader: which blocks a Markdown text is made of, nested exactly as GitHub nests them. The model is
# read from this tree and the page is built from it, so the two can never disagree. The algorithm is the one of the
# CommonMark specification's appendix ("A parsing strategy"); where it leaves room, cmark-gfm decides, and the tests
# hold the two against each other.
"""The block structure of GitHub Flavored Markdown, with the line of every block."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from typing import ClassVar

from msgspec import Struct

from mkdocs_planplugin.compiled_patterns import compiled

from .blocks import CODE, CONTAINER, DEFINITIONS, FENCE, HEADING, HTML, ITEM, LIST, PARAGRAPH, QUOTE, RULE, TABLE, Block
from .html_blocks import html_block_end
from .link_definitions import LinkDefinitions
from .open_blocks import OpenBlocks, trimmed
from .syntax import ALL_SYNTAX, Syntax
from .tables import is_delimiter_row, table_cells

# Indented by this much, a line is code (CommonMark 4.4), or belongs to the container above it.
_CODE_INDENT = 4
# What an opener of a leaf returns: nothing is left of the line.
_WHOLE_LINE = -1
# The column of what is in a quote, which no line reaches by its indentation alone.
_IN_A_QUOTE = sys.maxsize

_LINE_END = compiled(r"\r\n|\n|\r")
_ATX_HEADING = compiled(r"(#{1,6})(?:[ ]+(.*))?$")
_FENCE_LINE = compiled(r"(`{3,})([^`]*)$|(~{3,})(.*)$")
_SETEXT = compiled(r"(=+|-+)[ ]*$")
_RULE_LINE = compiled(r"(?:(?:\*[ ]*){3,}|(?:-[ ]*){3,}|(?:_[ ]*){3,})$")
_NUMBER_MARKER = compiled(r"(\d{1,9})([.)])(?=[ ]|$)")
_BOX = compiled(r"\[([ xX])\](?=[ ])")
_BOXES = {" ": " ", "x": "x", "X": "x"}
# Most lines are text: one look tells that no block can begin there.
_BEGINNING = r"[->#<=`~!?\[|:_\d]|[+*](?=[ ]|$)|\*[* ]*$"
_MAY_BEGIN = compiled(_BEGINNING)
# Every other line of a plan is an item of words, which one look tells: a bullet, maybe a box, and no block in it.
_PLAIN_TEXT = rf"(?=[^ ])(?:\[(?P<box>[ xX])\][ ]+(?=[^ ])|(?!{_BEGINNING}))"
_PLAIN_ITEM = compiled(rf"(?P<bullet>[ ]*[-+*])[ ]{{1,4}}{_PLAIN_TEXT}")
_BEHIND_BULLET = compiled(_PLAIN_TEXT)


class Outline(Struct, frozen=True):
    """A text's blocks, as seen with `syntax`.

    `too_deep`: it nests deeper than `MAX_DEPTH` levels, and what lies below was taken for text. `open_fence` is a code
    fence that never ends.
    """

    root: Block
    syntax: Syntax
    too_deep: bool = False
    definitions: LinkDefinitions = {}
    open_fence: Block | None = None


def split_lines(text: str) -> list[str]:
    """The lines of a text as Markdown sees them: they end at LF, CRLF or CR, and at nothing else."""
    if "\r" in text:
        return _LINE_END.split(text)
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


class _Scanner(OpenBlocks):
    """Takes a text line by line, and opens, continues and closes blocks."""

    def __init__(self, syntax: Syntax, first_line: int) -> None:
        super().__init__(first_line)
        self.syntax = syntax
        self.bullet = ""  # of the item of words that the line before is, with the spaces around it

    def feed(self, line: str, number: int) -> None:
        """Take the next line, with spaces in place of its tabs."""
        if self.bullet and line.startswith(self.bullet) and (match := _BEHIND_BULLET.match(line, len(self.bullet))):
            self._add_plain_item(match, number)
            return
        self.bullet = ""
        # How many open containers the line belongs to, how far they reach into it, and where its own text starts.
        length = len(line)
        first = length - len(line.lstrip(" "))
        columns = self.columns
        depth = opened = len(columns)
        while columns[depth - 1] > first:
            depth -= 1
        pos = columns[depth - 1]
        if depth != opened and (first == length or self.stack[depth].kind is not ITEM):
            depth, pos, first = self._match_rest(line, depth, pos, first)
        if depth == opened and self.leaf is not None and self._continue_leaf(self.leaf, line, number, pos, first):
            return
        if first == length:
            self._blank_line(depth, number)
        elif line[first] not in "-+*" or not self._open_plain_item(line, number, depth, pos, first):
            self._take_text(line, number, depth, pos, first)

    def _take_text(self, line: str, number: int, depth: int, pos: int, first: int) -> None:
        """Open the blocks that begin in a line, and take the text that is left of it."""
        matched = depth == len(self.stack)
        leaf = self.leaf
        paragraph = leaf if leaf is not None and leaf.kind is PARAGRAPH else None
        continued, lazy = paragraph if matched else None, paragraph is not None
        while first - pos >= _CODE_INDENT or _MAY_BEGIN.match(line, first):
            start = self._open_block(_Start(line, number, depth, pos, first, continued, lazy))
            if start == _WHOLE_LINE:
                return
            if start is None:
                break
            depth, pos, first = len(self.stack), start, _first_nonspace(line, start)
            if first == len(line):
                return
            leaf = paragraph = continued = None
            lazy = False
        if paragraph is not None:
            if not matched and not paragraph.offset:
                paragraph.offset = len(self.lines)
            # cmark-gfm leaves a lazy line its indentation, which matters where it turns out to be a table's head.
            self.lines.append(line[first if matched else pos :])
        elif leaf is not None and matched and leaf.kind is TABLE and table_cells(line[first:]):
            self.lines.append(line[first:])
        else:
            self.open(Block(PARAGRAPH, number), depth, line[first:])

    def finish(self) -> Outline:
        """The outline, once all lines were taken."""
        unclosed = self.leaf if self.leaf is not None and self.leaf.kind is FENCE else None
        if unclosed is not None:
            unclosed.closed = False
        self.close_to(1)
        return Outline(self.stack[0], self.syntax, self.too_deep, self.definitions, unclosed)

    # -- what is open and goes on ------------------------------------------------------------------------------------

    def _match_rest(self, line: str, depth: int, pos: int, first: int) -> tuple[int, int, int]:
        """How many open containers the line belongs to, where those from `depth` on are not reached by indentation
        alone."""
        blank = first == len(line)
        for reached, block in enumerate(self.stack[depth:], depth):
            kind = block.kind
            if kind is ITEM:
                if first - pos >= block.offset:
                    pos += block.offset
                elif blank and any(child.kind is not DEFINITIONS for child in block.children):
                    pos = first
                else:
                    return reached, pos, first
            elif kind is QUOTE:
                if blank or first - pos >= _CODE_INDENT or line[first] != ">":
                    return reached, pos, first
                pos = first + 1
                if line.startswith(" ", pos):
                    pos += 1
                first = _first_nonspace(line, pos)
                blank = first == len(line)
            elif kind is CONTAINER:
                if first - pos < _CODE_INDENT and not blank:
                    return reached, pos, first
                pos = min(pos + _CODE_INDENT, first)
        return len(self.stack), pos, first

    def _continue_leaf(self, leaf: Block, line: str, number: int, pos: int, first: int) -> bool:
        """Give the line to the open leaf where it takes lines without looking for what may begin in them."""
        kind = leaf.kind
        if kind is PARAGRAPH:  # most
            return False
        blank = first == len(line)
        if kind is TABLE:
            row = line[first:]
            is_row = row.startswith("|") and first - pos < _CODE_INDENT and bool(table_cells(row))
            if is_row:
                self.lines.append(row)
            return is_row
        if kind is FENCE:
            may_close = first - pos < _CODE_INDENT and line.startswith(leaf.marker, first)
            if may_close and _closes(line[first:], leaf.marker):
                self.close_leaf()
            else:
                self.lines.append(line[min(first, pos + leaf.offset) :])
            return True
        if kind is CODE and (blank or first - pos >= _CODE_INDENT):
            self.lines.append(line[pos + _CODE_INDENT :])
            self.note_end(leaf, number, blank=blank)
            return True
        if leaf.html_end is not None and not (blank and leaf.html_end.at_blank_line):
            self.lines.append(line[pos:])
            self.note_end(leaf, number, blank=blank)
            if leaf.html_end.ends(line):
                self.close_leaf()
            return True
        return False

    def _blank_line(self, depth: int, number: int) -> None:
        self.close_to(depth)
        self.close_leaf()
        self.blanks.append(number)
        container = self.stack[-1]
        if self.after_blank:
            self.forget_blank()
        if container.children:
            if container.children[-1].kind is RULE:
                return  # in cmark-gfm a rule is still open on the line after it, and takes the blank
            container.children[-1].blank_after = True
        new_item = container.kind is ITEM and not container.children and container.line == number
        container.blank_after = container.kind is not QUOTE and not new_item
        self.after_blank = True

    # -- what begins -------------------------------------------------------------------------------------------------

    def _open_block(self, at: _Start) -> int | None:
        """Open the block that begins here, if one does.

        Returns the position after a container's marker, `_WHOLE_LINE` for a leaf, None where nothing begins.
        """
        if at.indent < _CODE_INDENT:
            for opener in self._openers.get(at.line[at.first], ()):
                start = opener(self, at)
                if start is not None:
                    return start
        elif not at.lazy:
            self.open(Block(CODE, at.number), at.depth, at.line[at.pos + _CODE_INDENT :])
            return _WHOLE_LINE
        return None

    def _open_quote(self, at: _Start) -> int | None:
        if not self.may_nest(at.depth):
            return None
        self.nest(Block(QUOTE, at.number), at.depth, _IN_A_QUOTE)
        return at.first + (2 if at.line.startswith(" ", at.first + 1) else 1)

    def _open_heading(self, at: _Start) -> int | None:
        match = _ATX_HEADING.match(at.text)
        if match is None:
            return None
        words = (match[2] or "").rstrip(" ")
        unclosed = words.rstrip("#")
        if not unclosed or unclosed.endswith(" "):  # signs that touch the words are among them
            words = unclosed
        self.add(Block(HEADING, at.number, (words.strip(" "),), level=len(match[1])), at.depth)
        return _WHOLE_LINE

    def _open_fence(self, at: _Start) -> int | None:
        match = _FENCE_LINE.match(at.text)
        if match is None:
            return None
        marker, info = (match[1], match[2]) if match[1] else (match[3], match[4])
        fence = Block(FENCE, at.number, marker=marker, info=info.strip(), offset=at.indent)
        self.add(fence, at.depth)
        self.leaf, self.lines = fence, []
        return _WHOLE_LINE

    def _open_html(self, at: _Start) -> int | None:
        end = html_block_end(at.text, interrupts=at.paragraph is not None)
        if end is None:
            return None
        self.open(Block(HTML, at.number, html_end=end), at.depth, at.line[at.pos :])
        if end.ends(at.text) or (self.syntax.markdown_in_html and end.holds_markdown(at.text)):
            self.close_leaf()
        return _WHOLE_LINE

    def _open_container(self, at: _Start) -> int | None:
        match = self.syntax.container_head(at.text)
        if match is None or not self.may_nest(at.depth):
            return None
        self.nest(Block(CONTAINER, at.number, (match[0].rstrip(" "),)), at.depth, _CODE_INDENT)
        return at.first + match.end()

    def _close_setext(self, at: _Start) -> int | None:
        """Turn the open paragraph into a heading, unless it is all link definitions."""
        paragraph = at.paragraph
        match = _SETEXT.match(at.text) if paragraph is not None else None
        if paragraph is None or match is None:
            return None
        if self.take_definitions(paragraph) == 0:
            self.lines.append(at.text)
            return _WHOLE_LINE
        paragraph.kind, paragraph.level = HEADING, 1 if match[1][0] == "=" else 2
        self.lines[-1] = self.lines[-1].rstrip(" ")
        self.close_leaf()
        return _WHOLE_LINE

    def _add_rule(self, at: _Start) -> int | None:
        if _RULE_LINE.match(at.text) is None:
            return None
        self.add(Block(RULE, at.number), at.depth)
        return _WHOLE_LINE

    def _close_setext_or_add_rule(self, at: _Start) -> int | None:
        """What a line of dashes is: the underline of the paragraph above it, or else a thematic break."""
        return None if at.text.strip("- ") else self._close_setext(at) or self._add_rule(at)

    def _open_bullet(self, at: _Start) -> int | None:
        return self._open_item(at, at.text[0], 1) if at.text[1:2] in ("", " ") else None

    def _open_numbered(self, at: _Start) -> int | None:
        match = _NUMBER_MARKER.match(at.text)
        return self._open_item(at, match[2], match.end(), int(match[1])) if match else None

    def _open_item(self, at: _Start, marker: str, width: int, number: int = 1) -> int | None:
        """Open an item whose marker takes `width` characters, and its list where it is not open."""
        rest = at.text[width:]
        content = rest.lstrip(" ")
        if at.paragraph is not None and (not content or number != 1):
            return None  # an empty item, or a list that starts at another number than one, interrupts no paragraph
        if not self.may_nest(at.depth):
            return None
        spaces = len(rest) - len(content)
        padding = width + (spaces if content and 1 <= spaces <= _CODE_INDENT else 1)
        depth = self._list_for(at.depth, marker, at.number, number)
        item = Block(ITEM, at.number, offset=at.indent + padding)
        box = _BOX.match(content) if content.startswith("[") and spaces <= _CODE_INDENT else None
        if box and at.line[: at.first].strip(" "):
            item.quoted_box = True  # cmark-gfm wants the marker to be the first thing on the line
        elif box:
            item.box = _BOXES[box[1]]
        self.nest(item, depth, item.offset)
        if box and item.box:
            # Nothing but text follows a box; without any, not even a paragraph begins.
            if text := content[box.end() :].lstrip(" "):
                self.open(Block(PARAGRAPH, at.number), len(self.stack), text)
            return _WHOLE_LINE
        return min(at.first + padding, len(at.line))

    def _open_plain_item(self, line: str, number: int, depth: int, pos: int, first: int) -> bool:
        """Open the item that a whole line is, with the paragraph in it, where it is one."""
        match = _PLAIN_ITEM.match(line) if first - pos < _CODE_INDENT else None
        if match is None or not self.may_nest(depth):
            return False
        bullet, box = match.groups()
        marker = bullet[-1]
        text = match.end()
        start = text if box is None else match.start("box") - 1
        item = Block(ITEM, number, offset=start - pos, box=_BOXES.get(box))
        if self.stack[depth - 1].marker != marker or not self.follow(item, depth):
            self.nest(item, self._list_for(depth, marker, number), item.offset)
        self.bullet = line[:start]
        self.leaf, self.lines = Block(PARAGRAPH, number), [line[text:]]
        self.inside[-1].append(self.leaf)
        return True

    def _add_plain_item(self, match: re.Match[str], number: int) -> None:
        """Add an item of words, in which `match` has found the text, right below one that begins in the same way: it
        is in the same list, and nothing but the text of that one is open in it."""
        self.close_leaf()
        self.leaf, self.lines = Block(PARAGRAPH, number), [match.string[match.end() :]]
        children = [self.leaf]
        above = self.stack[-1]
        item = Block(ITEM, number, children=children, offset=above.offset, box=_BOXES.get(match["box"]))
        self.inside[-2].append(item)
        self.stack[-1], self.inside[-1] = item, children

    def _list_for(self, depth: int, marker: str, line: int, number: int = 1) -> int:
        """The depth inside the list that an item with this marker belongs to, which is opened where it is not open."""
        parent = self.stack[depth - 1]
        if parent.kind is LIST and parent.marker == marker:
            return depth
        self.nest(Block(LIST, line, marker=marker, start=number), depth, 0)
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
            paragraph.lines = trimmed(above)  # cmark-gfm looks for no definitions in it: it is no paragraph any more
        else:
            siblings.pop()
        self.leaf, self.lines = Block(TABLE, paragraph.line + len(above)), [header, at.text]
        self.blanks.append(at.number)
        siblings.append(self.leaf)
        return _WHOLE_LINE

    # What may begin with a character, in the order in which it is tried.
    _openers: ClassVar[dict[str, tuple[Callable[[_Scanner, _Start], int | None], ...]]] = {
        ">": (_open_quote,),
        "#": (_open_heading,),
        "<": (_open_html,),
        "=": (_open_container, _close_setext),
        "-": (_close_setext_or_add_rule, _open_bullet, _open_table),
        "*": (_add_rule, _open_bullet),
        "_": (_add_rule,),
        **dict.fromkeys("`~", (_open_fence,)),
        **dict.fromkeys("!?[", (_open_container,)),
        "+": (_open_bullet,),
        **dict.fromkeys("0123456789", (_open_numbered,)),
        **dict.fromkeys("|:", (_open_table,)),
    }


def _first_nonspace(line: str, pos: int) -> int:
    return len(line) - len(line[pos:].lstrip(" "))


def _closes(text: str, fence: str) -> bool:
    """Whether a line closes the code fence that began with these characters (CommonMark 4.5)."""
    marks = text.rstrip(" ")
    return len(marks) >= len(fence) and not marks.strip(fence[0])
