# Risks are written as paragraphs or headings with a list of attributes, as list items, or as rows of a table.
"""The Risk Assessment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mkdocs_planplugin.gfm import Block, BlockKind
from mkdocs_planplugin.model import Level, Risk
from mkdocs_planplugin.reading.context import ReadingContext
from mkdocs_planplugin.reading.document import Section
from mkdocs_planplugin.reading.labels import label_key, labelled_values
from mkdocs_planplugin.reading.list_items import box_mark, item_text
from mkdocs_planplugin.reading.profiles import pattern_anywhere, patterns

from .risk_drafts import RiskDraft, add_attribute, add_attributes, finish_risks, risk_attribute, split_risk
from .risk_tables import read_risk_table

# Below these a section of risks says what is done about them.
_ANSWERS = pattern_anywhere(lambda profile: profile.headings.answers)
# `High Priority Risks`
_PRIORITIES = patterns(lambda profile: profile.headings.risk_levels)


def read_risks(sections: Iterable[Section], tables: Iterable[Block], context: ReadingContext) -> tuple[Risk, ...]:
    """The risks in these sections and their subsections, and in these tables, in the order of the text."""
    drafts = [draft for section in sections for draft in _in_section(section, None, context)]
    drafts += (draft for table in tables for draft in read_risk_table(table, None, context))
    return finish_risks(drafts, context)


def _in_section(section: Section, priority: Level | None, context: ReadingContext) -> Iterator[RiskDraft]:
    yield from _in_blocks(section.blocks, priority, context)
    for below in section.sections:
        level = _priority(below.title)
        split = split_risk(below.title)
        draft = RiskDraft(*(split or (None, below.title)), below.line, level or priority, below.markdown)
        for block in below.blocks:
            add_attributes(draft, block, context)
        if split or (not level and draft.is_told):
            yield draft
        elif level or not _ANSWERS.search(label_key(below.title)):
            yield from _in_section(below, level or priority, context)


def _in_blocks(blocks: Iterable[Block], priority: Level | None, context: ReadingContext) -> Iterator[RiskDraft]:
    drafts: list[RiskDraft] = []
    below_answers = False
    for block in blocks:
        if block.kind is BlockKind.TABLE:
            drafts += read_risk_table(block, priority, context)
        elif block.kind is BlockKind.PARAGRAPH:
            draft = _in_paragraph(block, priority, context)
            drafts.append(draft)
            # What names itself a risk is no heading, and need not be looked at.
            if not draft.certain and (level := _priority(draft.title)):
                priority = draft.priority = level
            below_answers = _announces_answers(block)
        elif block.kind is BlockKind.LIST:
            if drafts and any(risk_attribute(item) for item in block.children):  # those of the risk above the list
                add_attributes(drafts[-1], block, context)
                drafts[-1].certain = True
            if not below_answers:
                drafts += _in_items(block, priority, context)
    return (draft for draft in drafts if draft.certain)


def _in_paragraph(block: Block, priority: Level | None, context: ReadingContext) -> RiskDraft:
    """The risk that a paragraph such as `**Risk 1:** It may rain.` names, with the labelled values on further lines.

    One that does not call itself a risk may still be one, when a list of a risk's attributes follows.
    """
    words = context.document.words
    split = split_risk(words(block.lines[0]))
    values = list(labelled_values(block)) if split else []
    number, title = split or (None, words(block.text))
    draft = RiskDraft(number, (words(values[0].value) if values else "") or title, block.line, priority)
    draft.markdown = values[0].value if values else block.text
    draft.certain = split is not None
    for labelled in values[1:]:
        add_attribute(draft, labelled, context)
    return draft


def _in_items(block: Block, priority: Level | None, context: ReadingContext) -> Iterator[RiskDraft]:
    for item in block.children:
        words = context.document.words(item_text(item))
        split = split_risk(words)
        if not words or (split is None and risk_attribute(item) is not None):
            continue
        draft = RiskDraft(*(split or (None, words)), item.line, priority, item_text(item))
        for nested in item.children:
            add_attributes(draft, nested, context)
        if box_mark(item) is None or draft.values:  # a box alone is something to do
            yield draft


def _announces_answers(paragraph: Block) -> bool:
    """Whether a paragraph is only a label below which is said what is done about risks: `**Mitigation:**`."""
    labelled = next(labelled_values(paragraph), None)
    return labelled is not None and not labelled.value and _ANSWERS.search(label_key(labelled.label)) is not None


def _priority(title: str) -> Level | None:
    """The level of the risks below such a heading or line (`High Priority Risks`)."""
    key = label_key(title)
    return next((level for level, form in _PRIORITIES.items() if form.fullmatch(key)), None)
