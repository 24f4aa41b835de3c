# From blocks to what a plan is written in: sections under headings, and in them parts under labels, where a label is a
# bold line (`**Tasks:**`) or a deeper heading.
"""Sections of a document, and the parts in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from mkdocs_planplugin.compiled_patterns import compiled
from mkdocs_planplugin.gfm import Block, BlockKind, Outline, has_markup, plain
from mkdocs_planplugin.model import State

from .handles import known_handles
from .labels import announces_work, labelled_values
from .legends import legend_of_marks
from .list_items import box_mark
from .profiles import PHASE_LABELS, SECTION_LABELS, TASK_LABELS
from .signed_boxes import with_brackets
from .signed_ids import awaited_ids, own_ids, signed_lines

_CONTAINER, _HEADING, _PARAGRAPH = BlockKind.CONTAINER, BlockKind.HEADING, BlockKind.PARAGRAPH
_CODE, _FENCE, _ITEM = BlockKind.CODE, BlockKind.FENCE, BlockKind.ITEM
_LIST, _TABLE = BlockKind.LIST, BlockKind.TABLE
# `{#id .class}` at the end of a heading: the site's, and not among its words.
_ATTRIBUTE_LIST = compiled(r"\{:?[ ]*[#.][^{}]*\}$")
# Labels that need no bold type.
PLAIN_LABELS = frozenset({"tasks", *PHASE_LABELS, *SECTION_LABELS})


class LabelledPart(Struct):
    """The content below a label, up to the next one.

    `value` is the text behind the label on its own line. `headings` are those between the section and the label. Before
    the first label of a section, the innermost heading is the label.
    """

    label: str
    value: str
    line: int
    blocks: list[Block] = []
    headings: tuple[str, ...] = ()


class Section(Struct, eq=False):
    """A heading and what is under it; the first section of a document may have no heading. `markdown` is the heading
    as written, `title` its words."""

    title: str
    level: int
    line: int
    markdown: str = ""
    blocks: list[Block] = []
    sections: list[Section] = []

    def walk(self) -> list[Section]:
        """The section itself and all sections below it, in the order of the text."""
        sections, pending = list[Section](), [self]
        while pending:
            section = pending.pop()
            sections.append(section)
            if section.sections:
                pending += reversed(section.sections)
        return sections

    def holds_list(self) -> bool:
        """Whether a list stands in the section, or in one below it."""
        return any(block.kind is BlockKind.LIST for section in self.walk() for block in section.blocks)

    def parts(self) -> Iterator[LabelledPart]:
        """The content of the section and its subsections, by label."""
        yield from labelled_parts(self.blocks)
        for section in self.sections:
            for part in section.parts():
                part.label = part.label or section.title
                part.headings = (section.title, *part.headings)
                yield part


class Document:
    """A text that was read: its sections, all its blocks in the order of the text, and their words.

    `lists`, `paragraphs`, `headings`, `tables` and `code` (fenced or indented) are the blocks of these kinds, wherever
    they stand. `root` has the content before the first heading, and all sections. `title` is the section of the first
    heading of level 1, `None` without one.
    """

    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self._words: dict[str, str] = {}
        self._take(outline.root)
        root = with_brackets(outline.root, self.lists, self.paragraphs)
        if root is not outline.root:
            self._take(root)
        self.root = Section("", 0, outline.root.line)
        open_sections = [self.root]
        for block in root.children:
            if block.kind is _LIST:
                open_sections[-1].blocks += _without_labels_behind(block)
                continue
            if block.kind is not _HEADING:
                open_sections[-1].blocks.append(block)
                continue
            while open_sections[-1].level >= block.level:
                open_sections.pop()
            heading = _ATTRIBUTE_LIST.sub("", block.text).rstrip(" ")
            section = Section(self.words(heading), block.level, block.line, heading)
            open_sections[-1].sections.append(section)
            open_sections.append(section)
        self.title = next((section for section in self.root.sections if section.level == 1), None)

    def _take(self, root: Block) -> None:
        """Take all blocks below `root`, by kind where many steps ask for those of a kind."""
        self.blocks = root.walk()
        lists, paragraphs, headings, tables, code = [list[Block]() for _ in range(5)]
        for block in self.blocks:
            kind = block.kind
            if kind is _ITEM:  # nearly half
                continue
            if kind is _PARAGRAPH:
                paragraphs.append(block)
            elif kind is _LIST:
                lists.append(block)
            elif kind is _HEADING:
                headings.append(block)
            elif kind is _TABLE:
                tables.append(block)
            elif kind is _FENCE or kind is _CODE:
                code.append(block)
        self.lists, self.paragraphs, self.headings, self.tables, self.code = lists, paragraphs, headings, tables, code

    @cached_property
    def known_handles(self) -> frozenset[str]:
        """The handles of people that the text makes sure of, in small letters."""
        return known_handles(self.blocks)

    @cached_property
    def _signed_lines(self) -> tuple[str, ...]:
        return signed_lines(line for block in self.blocks for line in block.lines)

    @cached_property
    def signed_ids(self) -> frozenset[str]:
        """The ids of tasks that a sign or a field tells."""
        return own_ids(self._signed_lines)

    @cached_property
    def awaited_ids(self) -> frozenset[str]:
        """The ids of tasks that others wait for, told in the same way."""
        return awaited_ids(self._signed_lines)

    @cached_property
    def has_boxes(self) -> bool:
        """Whether an item has a box, of whatever kind."""
        return any(block.kind is _ITEM and box_mark(block) is not None for block in self.blocks)

    @cached_property
    def bracketed(self) -> list[Block]:
        """The paragraphs with a square bracket in them, of either width: few are, and only these may hold what looks
        like a box and is none to the outline."""
        return [block for block in self.paragraphs if "[" in (text := "\n".join(block.lines)) or "［" in text]

    @cached_property
    def legend(self) -> Mapping[str, State]:
        """What the text itself says of the marks in its boxes."""
        return legend_of_marks(self.lists, (*self.bracketed, *self.tables, *self.code))

    def words(self, markdown: str) -> str:
        """A piece of inline Markdown as plain text. Nearly half of the pieces are asked for more than once."""
        words = self._words.get(markdown)
        if words is None:
            words = self._words[markdown] = plain(markdown, self.outline.definitions)
        return words

    def source(self, words: str, *pieces: str) -> str:
        """The first of these pieces of inline Markdown with these words, if it is more than the words; else empty."""
        return next((piece for piece in pieces if has_markup(piece) and self.words(piece) == words), "")


def _without_labels_behind(block: Block) -> Iterator[Block]:
    """A list without the labels that stand at the margin right below its items, which Markdown takes into these: a
    label alone names the items below it, one below the last item, if below no other, says something of the heading
    above. Between the pieces of the list stand the labels."""
    starts = [_line_of_label_behind(item) for item in block.children]
    if not any(starts):  # as nearly all
        yield block
        return
    names = [bool(at) and _is_label_alone(item, at) for item, at in zip(block.children, starts, strict=True)]
    ends = [n for n, is_name in enumerate(names) if is_name]
    if starts[-1] and not names[-1] and len(ends) == sum(map(bool, starts)) - 1:
        ends.append(len(starts) - 1)
    begin = 0
    for end in ends:
        (paragraph,), at = block.children[end].children, starts[end]
        last = replace(block.children[end], children=[replace(paragraph, lines=paragraph.lines[:at], offset=0)])
        items = [*block.children[begin:end], last]
        yield replace(block, line=items[0].line, children=items)
        yield _from_line(paragraph, at)
        begin = end + 1
    if rest := block.children[begin:]:
        yield replace(block, line=rest[0].line, children=rest)


def _line_of_label_behind(item: Block) -> int:
    """Which line of an item that is one paragraph is the first at the margin, if that begins with a label; else 0."""
    if len(item.children) != 1 or item.children[0].kind is not _PARAGRAPH or not item.children[0].offset:
        return 0
    (paragraph,) = item.children
    at = paragraph.offset
    has_label = any(labelled_values(paragraph, TASK_LABELS, start=at)) or announces_work(_from_line(paragraph, at))
    return at if has_label else 0


def _is_label_alone(item: Block, at: int) -> bool:
    """Whether nothing stands from this line of an item on but one label."""
    (paragraph,) = item.children
    first = next(labelled_values(paragraph, TASK_LABELS, start=at), None)
    return len(paragraph.lines) == at + 1 and not (first and first.value)


def _from_line(paragraph: Block, at: int) -> Block:
    return Block(_PARAGRAPH, paragraph.line + at, paragraph.lines[at:])


def labelled_parts(blocks: Sequence[Block]) -> Iterator[LabelledPart]:
    """Blocks by the label above them, including those inside containers (admonitions, tabs), but not inside quotes."""
    if not blocks:  # below most items
        return
    part = LabelledPart("", "", 0)
    for block in _without_containers(blocks):
        values = list(labelled_values(block, PLAIN_LABELS)) if block.kind is _PARAGRAPH else []
        if part.label and not values and block.kind is _PARAGRAPH and announces_work(block):
            yield part
            part = LabelledPart(plain(block.text).rstrip(":："), "", block.line)
        elif not values:
            part.blocks.append(block)
        for labelled in values:
            if part.label or part.blocks:
                yield part
            part = LabelledPart(labelled.label, labelled.value, labelled.line)
    if part.label or part.blocks:
        yield part


def _without_containers(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if block.kind is _CONTAINER:
            yield from _without_containers(block.children)
        else:
            yield block
