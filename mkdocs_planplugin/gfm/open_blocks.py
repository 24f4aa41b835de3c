# The tree while it is built: the containers that are open at a line, one in another, and the leaf that takes its text.
# How blocks are added and closed; which ones begin, and where, is the business of the scanner.
"""The blocks that are open while a text is scanned."""

from __future__ import annotations

from .blocks import CODE, DEFINITIONS, DOCUMENT, ITEM, LIST, PARAGRAPH, Block
from .link_definitions import LinkDefinitions, split_definitions
from .tightness import is_tight

# How many lists, quotes and other containers may stand in one another. The later stages of Python-Markdown recurse, and
# fail at about 140 nested lists or 120 nested admonitions, a few less inside MkDocs.
MAX_DEPTH = 100


class OpenBlocks:
    """The open blocks of a text. `stack` holds the open containers, `inside` the children of each, `columns` where in a
    line the text of each starts; `leaf` is the open leaf of the innermost one, `lines` its text."""

    def __init__(self, first_line: int) -> None:
        self.inside: list[list[Block]] = [[]]
        self.stack = [Block(DOCUMENT, first_line, children=self.inside[0])]
        self.columns = [0]
        self.leaf: Block | None = None
        self.lines: list[str] = []
        self.too_deep = False
        self.definitions: LinkDefinitions = {}
        self.blanks: list[int] = []  # the lines that may make a list loose
        self.after_blank = False  # whether nothing was added since the last blank line

    def may_nest(self, depth: int) -> bool:
        """Whether another item, quote or other container may begin in the first `depth` of those that are open."""
        # A list and its item are one level to a reader. Most texts nest so little that nothing has to be counted.
        if depth <= MAX_DEPTH or sum(block.kind is not LIST for block in self.stack[1:depth]) < MAX_DEPTH:
            return True
        self.too_deep = True
        return False

    def add(self, block: Block, depth: int) -> None:
        """Put a block at the end of the container at `depth`; what was open below it is closed."""
        innermost = self.stack[depth - 1]
        if innermost.kind is LIST and block.kind is not ITEM:
            # cmark-gfm closes the list before what is open in it, when link definitions still are a paragraph.
            tight = is_tight(innermost, self.blanks)
            self.close_to(depth - 1)
            innermost.tight = tight
        elif self.leaf is not None or depth != len(self.stack):
            self.close_to(depth)
        if self.after_blank:
            self.forget_blank()
        self.inside[-1].append(block)

    def nest(self, block: Block, depth: int, offset: int) -> None:
        """Add a container whose text starts `offset` columns behind that of the one it is in."""
        self.add(block, depth)
        children: list[Block] = []
        block.children = children
        self.inside.append(children)
        self.stack.append(block)
        self.columns.append(self.columns[-1] + offset)

    def follow(self, item: Block, depth: int) -> bool:
        """Add an item to the list at `depth`, as `nest` does, where it follows one that holds no open container: most
        items of a plan do, and nothing but the item before has to be closed."""
        stack = self.stack
        if len(stack) != depth + 1 or stack[-1].kind is not ITEM:
            return False
        self.close_leaf()
        inside, columns = self.inside, self.columns
        children: list[Block] = []
        item.children = children
        inside[-2].append(item)
        stack[-1], inside[-1], columns[-1] = item, children, columns[-2] + item.offset
        if self.after_blank:
            self.forget_blank()
        return True

    def open(self, leaf: Block, depth: int, line: str) -> None:
        """Add a leaf that begins with this line and may go on."""
        self.add(leaf, depth)
        self.leaf, self.lines = leaf, [line]

    def forget_blank(self) -> None:
        """Unmark the open containers: text follows the blank line that was seen in them, so they do not end with it."""
        self.after_blank = False
        for container in self.stack:
            container.blank_after = False

    def close_to(self, depth: int) -> None:
        """Close the open leaf, and the containers from `depth` on."""
        if self.leaf is not None:
            self.close_leaf()
        if depth == len(self.stack):
            return
        for container in reversed(self.stack[depth:]):
            if container.kind is LIST:
                container.tight = is_tight(container, self.blanks)
        del self.stack[depth:], self.inside[depth:], self.columns[depth:]

    def note_end(self, leaf: Block, line: int, *, blank: bool) -> None:
        """Note whether the last line of a leaf that takes blank lines is one."""
        leaf.blank_after = blank
        if blank:
            self.blanks.append(line)

    def close_leaf(self) -> None:
        """Close the open leaf, if there is one, and give it its lines."""
        leaf, lines = self.leaf, self.lines
        if leaf is None:
            return
        self.leaf = None
        if leaf.kind is PARAGRAPH:
            if lines[0].startswith("[") and self.take_definitions(leaf) == 0:
                leaf.kind = DEFINITIONS
            else:
                leaf.lines = (lines[0].strip(" "),) if len(lines) == 1 else trimmed(lines)  # most have one line
            return
        if leaf.kind is CODE:
            while lines and not lines[-1].strip(" "):
                lines.pop()
        leaf.lines = tuple(lines)

    def take_definitions(self, paragraph: Block) -> int:
        """Move the link reference definitions that the open paragraph starts with out of it. Returns how many lines it
        has left."""
        lines = self.lines
        if lines and lines[0].startswith("["):
            definitions, used = split_definitions(lines)
            for label, target in definitions.items():
                self.definitions.setdefault(label, target)
            if used:
                del lines[:used]
                paragraph.line += used
        return len(lines)


def trimmed(lines: list[str]) -> tuple[str, ...]:
    """The lines of a paragraph without indentation, and without spaces at its end."""
    return *[line.lstrip(" ") for line in lines[:-1]], lines[-1].strip(" ")
