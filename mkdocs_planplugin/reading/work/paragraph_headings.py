# Some authors head their phases with a bold line or a plain one instead of a heading. Before anything is looked for,
# such lines become sections, so that every later step sees the same thing.
"""Phases that are headed by a paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from mkdocs_planplugin.gfm import Block, BlockKind

from ..document import Document, Section
from ..list_items import has_boxes
from ..patterns import when_used
from ..profiles import STEP_WORDS
from .phase_numbers import is_counted, is_named_phase, numbered_heading, phase_heading
from .task_titles import is_named_as_task, split_id

# All of it in bold type, but for what a heading may end with: `**Phase 1: Clay** (2 days) ✅`.
_BOLD = when_used(r"(?P<mark>\*\*|__)(?P<words>[^*_\n]+)(?P=mark)(?P<rest>\s*[:：]?\s*(?:\([^()\n]*\))?[^\w\n]*)$")
# `**Phase 1. Clay.** Knead it and let it rest.`
_BEGINS_BOLD = when_used(r"(?P<mark>\*\*|__)(?P<words>[^*_\n]{3,80})(?P=mark)")
_HELD = (BlockKind.LIST, BlockKind.TABLE)  # what such a line stands above
_SEVERAL = 2
_MANY, _LONGEST = 3, 80  # so many lines of their own that count phases are headings whatever stands below them


def make_sections_of_paragraphs(document: Document) -> None:
    """Make sections of paragraphs that head phases, if no heading does and there are several such paragraphs, else of
    those that have numbers. Steps do not count: they are parts of a task."""
    sections = document.root.walk()
    if any(phase_heading(section.title) for section in sections if section is not document.title):
        return
    lines = {section: _heading_lines(document, section.blocks) for section in sections}
    lines |= {
        section: numbers for section in sections if _are_many(section, numbers := _counted_lines(document, section))
    }
    if sum(map(len, lines.values())) < _SEVERAL:
        in_tasks = {below for section in sections if _is_task(section, document) for below in section.walk()}
        lines = {
            section: _numbered_lines(document, section.blocks) or _named_lines(document, section)
            for section in sections
            if section not in in_tasks
        }
    for section, numbers in lines.items():
        if numbers:
            section.sections[:0] = _cut(document, section, numbers)


def _is_task(section: Section, document: Document) -> bool:
    """Whether a heading names a task, `Task 1: Dig` or `Feature: Shed`, so that numbers below it count its steps."""
    title = section.title
    if section is document.title:
        return False
    word, colon, name = title.partition(": ")
    counted = numbered_heading(f"{word} 1: {name}") if colon and word.isalpha() else None
    names_part = counted is not None and counted.word and phase_heading(f"{word} 1: {name}") is None
    return bool(names_part) or is_named_as_task(title) or split_id(title) != (None, title)


def _heading_lines(document: Document, blocks: Sequence[Block]) -> list[int]:
    """The indices of those blocks that head a phase."""
    return [
        at for at, (block, below) in enumerate(pairwise(blocks)) if (below.kind in _HELD and _is_named(document, block))
    ]


def _are_many(section: Section, numbers: Sequence[int]) -> bool:
    """Whether so many lines count phases that they head them. Of lines that are all bold two are enough, if no headings
    stand below them."""
    all_bold = not section.sections and all(_BOLD.match(section.blocks[at].text.strip()) for at in numbers)
    return len(numbers) >= (_SEVERAL if all_bold else _MANY)


def _counted_lines(document: Document, section: Section) -> list[int]:
    """Which blocks are short lines that count phases by one word: `Part 1: Plan`, `Part 2: Build`."""
    counted: dict[str, int] = {}
    words: set[str] = set()
    for at, block in enumerate(section.blocks):
        if block.kind is BlockKind.PARAGRAPH:
            heading = phase_heading(document.words(_heading_of(block)).rstrip(":：. "))
            if heading is not None and heading.word not in STEP_WORDS:
                counted.setdefault(heading.number, at)
                words.add(heading.word)
    return list(counted.values()) if len(words) == 1 else []


def _numbered_lines(document: Document, blocks: Sequence[Block]) -> list[int]:
    """The indices of lines in bold type that count from 1 to 3 or more and stand right above lists with boxes: `**1.
    Hull**`."""
    above_boxes = (at for at, (block, below) in enumerate(pairwise(blocks)) if _is_bold(block) and has_boxes([below]))
    titles = {at: document.words(blocks[at].text) for at in above_boxes}
    return list(titles) if all(map(numbered_heading, titles.values())) and is_counted(titles.values()) else []


def _named_lines(document: Document, section: Section) -> list[int]:
    """The indices of lines in bold type that name phases and stand right above lists, if there are several: `**Beta**`,
    `**March 2026**`, right below the title also steps."""
    lines = {
        at: document.words(block.text).rstrip(":： ")
        for at, (block, below) in enumerate(pairwise(section.blocks))
        if below.kind in _HELD and _is_bold(block)
    }
    names = [at for at, words in lines.items() if is_named_phase(words)]
    if section is document.title:
        names = names or [at for at, words in lines.items() if phase_heading(words)]
    return names if len(names) >= _SEVERAL else []


def _is_bold(block: Block) -> bool:
    return block.kind is BlockKind.PARAGRAPH and _BOLD.match(block.text.strip()) is not None


def _heading_of(block: Block) -> str:
    """What may head a phase: a short line of its own, or the words in bold type that a paragraph begins with."""
    bold = _BEGINS_BOLD.match(block.lines[0].strip())
    if bold:
        return bold["words"]
    is_short = len(block.lines) == 1 and len(block.text) <= _LONGEST
    return block.text if is_short and not block.text.startswith("_") else ""


def _is_named(document: Document, block: Block) -> bool:
    """Whether a line of its own names a phase."""
    if block.kind is not BlockKind.PARAGRAPH or len(block.lines) > 1:
        return False
    text = block.lines[0].strip()
    if text.startswith(("*", "_")) and not _BOLD.match(text):
        return False
    heading = phase_heading(document.words(text).rstrip(":： "))
    return heading is not None and heading.word not in STEP_WORDS


def _cut(document: Document, section: Section, starts: Sequence[int]) -> Iterator[Section]:
    """Move the blocks of a section into new sections, which begin at these indices."""
    blocks = section.blocks
    section.blocks = blocks[: starts[0]]
    for start, end in pairwise((*starts, len(blocks))):
        heading = blocks[start]
        text = heading.lines[0].strip().rstrip(":：")
        if not _BOLD.match(text) and (bold := _BEGINS_BOLD.match(text)):
            text = bold[0].strip()
        below = Section(document.words(text).rstrip(":：. "), section.level + 1, heading.line, text)
        below.blocks = blocks[start + 1 : end]
        yield below
