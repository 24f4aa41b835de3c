# From blocks to what a plan is written in: sections under headings, and in them parts under labels, where a label is a
# bold line (`**Tasks:**`) or a deeper heading.
"""Sections, parts and fields of a document."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from mkdocs_planplugin.gfm import Block, Kind, Outline, has_markup, plain
from mkdocs_planplugin.reading.profiles import PHASE_LABELS, SECTION_LABELS, pattern

# A member of an `Enum` takes ten times as long to look up as a name, and these are asked for all the time.
CONTAINER, HEADING, LIST, PARAGRAPH = Kind.CONTAINER, Kind.HEADING, Kind.LIST, Kind.PARAGRAPH

# What a line with a label in bold type begins with: its mark, or a bullet before it.
LABEL_BEGINS = ("*", "_", "-", "+", "•")
BOLD_LABEL = re.compile(
    r"(?:[-*+•][ ]+)?(?P<mark>\*\*|__|\*|_)(?P<label>[^*_\n][^*\n]{0,78}?)"
    r"(?:[ ]*[:：][ ]*(?P=mark)|(?P=mark)[ ]*[:：])(?P<value>.*)$",
    re.DOTALL,
)
# Without bold type: the line as it is, or all of it in italics.
PLAIN_LABEL = re.compile(
    r"(?P<mark>[_*]?)(?P<label>[^\W\d_][\w /&()'-]{0,38}?)[ ]*[:：](?:[ ]+(?P<value>\S.*?)|[ ]*)(?P=mark)[ ]*$",
    re.DOTALL,
)
LABEL_ALONE = re.compile(r"(?P<mark>\*\*|__)(?P<label>[^*_\n][^*\n]{0,78})(?P=mark)[ ]*[:：]?$")
# `{#id .class}` at the end of a heading: the site's, and not among its words.
ATTRIBUTE_LIST = re.compile(r"[ ]*\{:?[ ]*[#.][^{}]*\}$")
# Labels that need no bold type.
_ALONE = frozenset({"tasks", *PHASE_LABELS, *SECTION_LABELS})
# Labels of files, which a profile gives as patterns.
FILES_LABEL = pattern(lambda profile: profile.roles.files)
NOT_IN_LABELS = re.compile(r"[^\w/&()' -]+")
# A star behind a box says that the task is optional (Kiro).
MARKED = re.compile(r"\[(?P<mark>[^\d\[\]\n])\]\*?(?=\s|$)[ ]*")


class Field(NamedTuple):
    """`**Label:** value`; the value is Markdown, maybe empty, maybe of several lines."""

    label: str
    value: str
    line: int


@dataclass(slots=True)
class Part:
    """What stands under a label, up to the next one; `headings` are those between the section and the label. Before the
    first label of a section the innermost heading is the label."""

    label: str
    value: str
    line: int
    blocks: list[Block] = field(default_factory=list)
    headings: tuple[str, ...] = ()


@dataclass(slots=True)
class Section:
    """A heading and what is under it; the first section of a document may have no heading. `markdown` is the heading
    as written, `title` its words."""

    title: str
    level: int
    line: int
    markdown: str = ""
    blocks: list[Block] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)

    def walk(self) -> Iterator[Section]:
        """Itself and the sections below it, in the order of the text."""
        yield self
        for section in self.sections:
            yield from section.walk()

    def parts(self) -> Iterator[Part]:
        """Its content by label, that of its subsections included."""
        yield from parts(self.blocks)
        for section in self.sections:
            for part in section.parts():
                part.label = part.label or section.title
                part.headings = (section.title, *part.headings)
                yield part


class Document:
    """A read text: its sections, all its blocks in the order of the text, and their words."""

    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.blocks = list(outline.root.walk())
        self.root = Section("", 0, outline.root.line)
        self._sections()

    def words(self, markdown: str) -> str:
        """A piece of inline Markdown as plain text."""
        return plain(markdown, self.outline.definitions)

    def source(self, words: str, *pieces: str) -> str:
        """The first of these pieces of inline Markdown that says just these words, where it is more than them; else
        empty."""
        return next((piece for piece in pieces if has_markup(piece) and self.words(piece) == words), "")

    def _sections(self) -> None:
        open_sections = [self.root]
        for block in self.outline.root.children:
            if block.kind is not Kind.HEADING:
                open_sections[-1].blocks.append(block)
                continue
            while open_sections[-1].level >= block.level:
                open_sections.pop()
            heading = ATTRIBUTE_LIST.sub("", block.text)
            section = Section(self.words(heading), block.level, block.line, heading)
            open_sections[-1].sections.append(section)
            open_sections.append(section)


def parts(blocks: Iterable[Block]) -> Iterator[Part]:
    """Blocks by the label above them. Containers (admonitions, tabs) are looked into, quotes are not."""
    part = Part("", "", 0)
    for block in _unfolded(blocks):
        found = list(fields(block, _ALONE)) if block.kind is PARAGRAPH else []
        if not found:
            part.blocks.append(block)
        for each in found:
            if part.label or part.blocks:
                yield part
            part = Part(each.label, each.value, each.line)
    if part.label or part.blocks:
        yield part


def fields(paragraph: Block, known: Container[str] = (), *, start: int = 0) -> Iterator[Field]:
    """The `**Label:** value` lines of a paragraph, from its line `start` on; labels without bold type count when they
    are `known`. Lines between them belong to the field above; there are none when it starts with something else."""
    open_field: tuple[str, list[str], int] | None = None
    for offset, line in enumerate(paragraph.lines[start:], start):
        match = _bold_label(line) or _known_label(line, known)
        if match:
            if open_field:
                yield _field(open_field)
            value = (match["value"] or "").strip() if "value" in match.re.groupindex else ""
            open_field = (match["label"].strip(), [value], paragraph.line + offset)
        elif open_field:
            open_field[1].append(line)
        else:
            return
    if open_field:
        yield _field(open_field)


class _AnyLabel(Container[str]):
    """In a header every `Label: value` line is a field of its own, known or not."""

    def __contains__(self, _label: object) -> bool:
        return True


ANY_LABEL = _AnyLabel()


def header_fields(blocks: Iterable[Block]) -> Iterator[Field]:
    """The fields of a document's header: in its paragraphs, in quotes, and the items of lists."""
    for block in blocks:
        if block.kind is PARAGRAPH:
            yield from fields(block, ANY_LABEL)
        elif block.kind is LIST:
            found = (field_of(item_text(item), item.line, ANY_LABEL) for item in block.children if item.box is None)
            yield from filter(None, found)
        elif block.kind is Kind.QUOTE:
            yield from header_fields(block.children)


def _bold_label(line: str) -> re.Match[str] | None:
    return BOLD_LABEL.match(line) or LABEL_ALONE.match(line) if line.startswith(LABEL_BEGINS) else None


def _known_label(line: str, known: Container[str]) -> re.Match[str] | None:
    match = PLAIN_LABEL.match(line) if known != () and (":" in line or "：" in line) else None
    if match is None:
        return None
    key = label_key(match["label"])
    return match if key in known or (not match["value"] and FILES_LABEL.fullmatch(key)) else None


def _field(found: tuple[str, list[str], int]) -> Field:
    label, lines, line = found
    return Field(label_words(label), "\n".join(lines).strip(), line)


def field_of(text: str, line: int, known: Container[str] = ()) -> Field | None:
    """The field that a list item's text is; a label without bold type counts only when it is one of `known`."""
    match = BOLD_LABEL.match(text) if text.startswith(LABEL_BEGINS) else None
    if match:
        return Field(label_words(match["label"]), match["value"].strip(), line)
    if match := _known_label(text, known):
        return Field(label_words(match["label"]), (match["value"] or "").strip(), line)
    return None


# The same few labels stand at every task of every plan.
label_words = lru_cache(4096)(plain)


@lru_cache(4096)
def label_key(label: str) -> str:
    """A label as it is compared: without case, punctuation at its ends and signs."""
    return " ".join(NOT_IN_LABELS.sub(" ", label).casefold().split())


def items(blocks: Iterable[Block]) -> Iterator[Block]:
    """The items of the lists among these blocks, not those nested in them."""
    for block in blocks:
        if block.kind is LIST:
            yield from block.children


def item_text(item: Block) -> str:
    """The Markdown of an item's own text: its paragraphs, without its box and without nested lists."""
    own = [block.text for block in item.children if block.kind is PARAGRAPH or block.kind is HEADING]
    return _unmarked("\n".join(own))


def item_title(item: Block) -> tuple[str, int]:
    """The Markdown of an item's title, and how many lines of its first paragraph that takes: up to the first field."""
    first = item.children[0] if item.children else None
    if first is None or first.kind not in (PARAGRAPH, HEADING):
        return "", 0
    end = next((n for n, line in enumerate(first.lines) if n and BOLD_LABEL.match(line)), len(first.lines))
    return _unmarked("\n".join(first.lines[:end])), end


def unlabelled(text: str) -> str:
    """What follows the label in bold type that a piece of Markdown begins with; all of it where there is none."""
    match = BOLD_LABEL.match(text) if text.startswith(LABEL_BEGINS) else None
    return match["value"].strip() if match else text


def _unmarked(text: str) -> str:
    match = MARKED.match(text) if text.startswith("[") else None
    return text[match.end() :] if match else text


def item_mark(item: Block) -> str | None:
    """The character in an item's box, those that GitHub does not know included; None where it has no box."""
    if item.box is not None:
        return item.box
    first = item.children[0] if item.children else None
    if first is None or first.kind is not PARAGRAPH or not first.lines[0].startswith("["):
        return None
    match = MARKED.match(first.lines[0])
    return match["mark"] if match else None


def _unfolded(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if block.kind is CONTAINER:
            yield from _unfolded(block.children)
        else:
            yield block
