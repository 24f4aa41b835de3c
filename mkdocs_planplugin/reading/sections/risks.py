# Risks are written as paragraphs or headings with a list of attributes, as list items, or as rows of a table.
"""The Risk Assessment."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from mkdocs_planplugin.gfm import Block, BlockKind
from mkdocs_planplugin.model import Level, Risk, RiskState

from ..context import ReadingContext
from ..document import Section
from ..findings import UNREAD_VALUE
from ..labels import LabelledValue, fields, label_key, labelled_value, labelled_values
from ..list_items import box_mark, item_text, list_items
from ..patterns import when_used
from ..profiles import RISK_LABELS, alternatives, phrase_finder, phrase_set, phrase_sets
from ..remembered import remembered
from ..values import read_level, state_of_group
from ..work import is_numbered_section, meaning_of, names_dependencies, names_risks, says_nothing, section_kind
from .risk_drafts import (
    RISK_WORD,
    TELLING,
    RiskDraft,
    add_attributes,
    add_risk_attribute,
    begins_with_name,
    finish_risks,
    is_rated,
    risk_attribute,
    risk_state_of_box,
    split_rated_name,
    split_risk,
    split_unnumbered_risk,
)
from .risk_tables import has_column_of_risks, is_risk_table, read_risk_table

# Below these headings and labels a section of risks says what is done about them.
_ANSWERS = phrase_finder(lambda profile: profile.headings.answers)
_ONE_RISK = phrase_set(lambda profile: profile.headings.one_risk)
_ADDRESSED = phrase_finder(lambda profile: profile.headings.risks_addressed)
_BEHIND_COLON = when_used("[:：]")
_BOLD_LINE = when_used(r"(\*\*|__)[^*_\n]{2,100}\1")
_BOLD_SENTENCE = when_used(r"(?P<mark>\*\*|__)(?P<name>[^*_\n]{2,100})\.(?P=mark)\s+\S")
_LISTS_ANSWERS = phrase_set(lambda profile: profile.headings.risk_answers)
_MEASURE = when_used(rf"(?:{alternatives(lambda profile: profile.headings.measures)})\s", re.IGNORECASE)
# `High Priority Risks`
_PRIORITIES = phrase_sets(lambda profile: profile.headings.risk_levels)


class _Group(NamedTuple):
    """What the headings and lines above a risk say about it. `items` says what they call the items of a list: risks,
    what is done about them, or either; empty where they do not say."""

    priority: Level | None = None
    state: RiskState | None = None
    items: Literal["risks", "answers", ""] = ""

    def below(self, heading: str) -> _Group:
        """The group below one more heading or line, which overrides those above it."""
        items = _items(heading) or (self.items if says_nothing(heading) else "")
        return _Group(_priority(heading) or self.priority, state_of_group(heading) or self.state, items)

    def says_the_same(self, other: _Group) -> bool:
        """Whether both say the same of a risk."""
        return (self.priority, self.state) == (other.priority, other.state)


def _items(heading: str) -> Literal["risks", "answers", ""]:
    """What a heading or a line calls the items of the list below it: `Known risks`, `Risk mitigation`."""
    return "risks" if names_risks(heading) else "answers" if _LISTS_ANSWERS.fits(label_key(heading)) else ""


def read_risks(
    sections: Iterable[Section], phases: Iterable[Section], tables: Iterable[Block], context: ReadingContext
) -> tuple[Risk, ...]:
    """The risks in these sections and their subsections, in lines of these `phases`, and in these tables, in the order
    of the text."""
    drafts = [draft for section in phases for draft in _in_phase(section, context)]
    for section in sections:
        # A section `Risks addressed` has no risks: it only says what was done.
        is_about_them = not _ADDRESSED.is_in(label_key(section.title))
        of_section = list(_in_section(section, _Group().below(section.title), context)) if is_about_them else []
        if _is_rating(section.title):  # `Risk: LOW` rates the plan; what stands below it may only say why
            of_section = [draft for draft in of_section if _says_that_it_is_risk(draft)]
        drafts += of_section
        tables_here = (block for block in section.blocks if block.kind is BlockKind.TABLE)
        unread = next((block for block in tables_here if not is_risk_table(block, context)), None)
        if unread and not of_section and not has_column_of_risks(unread, context):
            message = "no risks can be read from this table: no column is called Risk"
            context.findings.note(UNREAD_VALUE, unread.line, message, "call the column of the risks Risk")
    drafts += (draft for table in tables for draft in read_risk_table(table, None, context))
    return finish_risks(drafts, context)


def _in_phase(section: Section, context: ReadingContext) -> Iterator[RiskDraft]:
    """The risks that lines right below the heading of a phase tell: `**Risk:** The gutter is old`."""
    for block in section.blocks:
        items = block.children if block.kind is BlockKind.LIST else ()
        values = labelled_values(block) if block.kind is BlockKind.PARAGRAPH else ()
        told = (labelled_value(text, item.line) for item in items if (text := item_text(item)).startswith(("*", "_")))
        for labelled in (*values, *filter(None, told)):
            if _names_a_risk(labelled.label) and labelled.value and not read_level(labelled.value):
                words = context.document.words(labelled.value)
                yield RiskDraft(None, words, labelled.line, None, labelled.value)


@remembered(1024)  # the same few labels stand in all phases
def _names_a_risk(label: str) -> bool:
    """Whether a label has the word for a risk, and what stands behind it is one: `Risk`, `Key risk`."""
    return RISK_WORD.search(label) is not None and _is_title(label)


def _is_rating(title: str) -> bool:
    """Whether a heading or an item says how risky what it names is: `Risk Assessment: LOW`."""
    return read_level(_BEHIND_COLON.split(title)[-1].strip()) is not None and _BEHIND_COLON.search(title) is not None


def _says_that_it_is_risk(draft: RiskDraft) -> bool:
    """Whether what may be a risk says so itself: it has a number, a level or another attribute, or is a row."""
    return bool(draft.id or draft.values or draft.sources) or is_rated(draft.title) or _is_rating(draft.title)


def _in_section(section: Section, group: _Group, context: ReadingContext) -> Iterator[RiskDraft]:
    yield from _in_blocks(section.blocks, group, context)
    in_prose = _told_in_prose(section)
    for below in section.sections:
        inner = group.below(below.title)
        if below.blocks and _ONE_RISK.fits(label_key(below.title)):
            yield from _risk_in_prose(below, inner, context)
            continue
        split = split_risk(below.title) or split_unnumbered_risk(below.title)
        draft = RiskDraft(*(split or (None, below.title)), below.line, inner.priority, below.markdown)
        draft.state = group.state
        _add_blocks(draft, below.blocks, context)
        if split or (inner.says_the_same(group) and (draft.is_told or _is_answered(draft, below))):
            yield draft
        elif not inner.says_the_same(group) or not _names_other_things(below.title):
            inside = list(_in_section(below, inner, context))
            yield from inside or ([draft] if inner.says_the_same(group) and below in in_prose else [])


def _is_answered(draft: RiskDraft, section: Section) -> bool:
    """Whether a heading is that of a risk: below it stand only lines with labels, an answer among them."""
    lists = (block for block in section.blocks if block.kind is BlockKind.LIST)
    is_group = section_kind(section.title) == "risks"  # `Technical Risks`
    return "mitigation" in draft.values and not is_group and all(map(risk_attribute, list_items(lists)))


def _told_in_prose(around: Section) -> set[Section]:
    """The sections whose headings may be those of risks told in prose: several are alike, or the only one has a
    number."""
    alike = {part for part in around.sections if _is_prose(part) and says_nothing(part.title)}
    return alike if len(alike) > 1 or any(is_numbered_section(part.title) for part in alike) else set()


def _is_prose(section: Section) -> bool:
    return bool(section.blocks) and all(block.kind is BlockKind.PARAGRAPH for block in section.blocks)


def _risk_in_prose(section: Section, group: _Group, context: ReadingContext) -> Iterator[RiskDraft]:
    """The risk in the first paragraph below a heading such as `Primary Risk`. If it is none, the risks in the other
    blocks."""
    first, *others = section.blocks
    if first.kind is not BlockKind.PARAGRAPH or any(labelled_values(first, RISK_LABELS)):
        yield from _in_section(section, group, context)
        return
    draft = RiskDraft(None, context.document.words(first.text), first.line, group.priority, first.text)
    draft.state = group.state
    _add_blocks(draft, others, context)
    yield draft


def _add_blocks(draft: RiskDraft, blocks: Iterable[Block], context: ReadingContext) -> None:
    """Add the attributes in the blocks below a risk. A list may stand below its label."""
    label: LabelledValue | None = None
    for block in blocks:
        if label and block.kind is BlockKind.LIST and not any(map(risk_attribute, block.children)):
            add_risk_attribute(draft, label, context, [block])
        else:
            add_attributes(draft, block, context)
        values = list(labelled_values(block, RISK_LABELS)) if block.kind is BlockKind.PARAGRAPH else []
        label = values[-1] if values and not values[-1].value else None


def _in_blocks(blocks: Sequence[Block], group: _Group, context: ReadingContext) -> Iterator[RiskDraft]:
    drafts: list[RiskDraft] = []
    below_answers = is_name = False  # of the paragraph above
    described = _lists_below_names(blocks)
    names = set(described.values())
    for block in blocks:
        if block.kind is BlockKind.TABLE:
            drafts += read_risk_table(block, group.priority, context, group.state)
        elif block.kind in (BlockKind.QUOTE, BlockKind.CONTAINER):
            drafts += _in_blocks(block.children, group, context)
        elif block.kind is BlockKind.PARAGRAPH:
            if drafts and (drafts[-1].certain or is_name) and _only_says_of_risk(block):
                add_attributes(drafts[-1], block, context)
                drafts[-1].certain = True
                continue
            is_name = _BOLD_LINE.fullmatch(block.text.strip()) is not None
            *further, draft = _in_lines(block, group, context) or [_in_paragraph(block, group, context)]
            drafts += further
            drafts.append(draft)
            draft.certain = draft.certain or block in names
            # What names itself a risk is no heading, and need not be looked at.
            if not draft.certain:
                group = group.below(draft.title)
                draft.priority, draft.state = group.priority, group.state
            below_answers = _announces_answers(block)
        elif block.kind is BlockKind.LIST:
            of_above = _lists_attributes(block) and (not is_name or _describes_one_risk(block))
            if drafts and (block in described or of_above):  # those of the risk above the list
                add_attributes(drafts[-1], block, context)
                drafts[-1].certain = True
            if not below_answers and block not in described:
                drafts += _in_items(block, group, context)
    return (draft for draft in drafts if draft.certain)


def _lists_below_names(blocks: Sequence[Block]) -> dict[Block, Block]:
    """The lists that say more of the risk that a line in bold type above them names, with that line.

    Such names are alike: where the list below one of them holds an answer or a level, all of them are risks.
    """
    pairs = {below: above for above, below in pairwise(blocks) if below.kind is BlockKind.LIST and _is_name(above)}
    return pairs if any(map(_describes_one_risk, pairs)) else {}


def _is_name(block: Block) -> bool:
    """Whether a block is one line in bold type, and neither groups risks nor names something else."""
    name = block.text.strip(" :：") if block.kind is BlockKind.PARAGRAPH else ""
    if not _BOLD_LINE.fullmatch(name):
        return False
    name = name.strip("*_:： ")
    groups = section_kind(name) == "risks" or _Group().below(name) != _Group() or read_level(name)
    return not groups and split_risk(name) is None and not _names_other_things(name)


def _describes_one_risk(block: Block) -> bool:
    """Whether a list holds what is told of risks, each of it once: further answers are those of further risks."""
    attributes = filter(None, map(risk_attribute, block.children))
    told = [meaning for it in attributes if (meaning := RISK_LABELS[label_key(it.label)]) in TELLING]
    return 0 < len(told) == len({*told})


def _sentence_in_bold(block: Block, context: ReadingContext) -> str:
    """The sentence in bold type that a paragraph about a risk begins with: `**It rains.** The roof is old.`"""
    match = _BOLD_SENTENCE.match(block.text)
    name = context.document.words(match["name"]) if match else ""
    return "" if _ANSWERS.is_in(label_key(name)) else name


def _in_lines(block: Block, group: _Group, context: ReadingContext) -> list[RiskDraft]:
    """The risks of a paragraph that has one on each line, with its levels in brackets or behind its name in bold type;
    none for other paragraphs."""
    rated = [_rated_risk(text, line, group, context) for line, text in enumerate(block.lines, block.line)]
    if len(rated) > 1 and None not in rated:
        return list(filter(None, rated))
    words = [context.document.words(line) for line in block.lines]
    if not all(map(is_rated, words)):
        return []
    return [
        RiskDraft(
            *(split_risk(text) or (None, text)), line, group.priority, block.lines[line - block.line], state=group.state
        )
        for line, text in enumerate(words, block.line)
    ]


def _in_paragraph(block: Block, group: _Group, context: ReadingContext) -> RiskDraft:
    """The risk that a paragraph such as `**Risk 1:** It may rain.` names, with the labelled values on further lines.

    One that does not call itself a risk may still be one, when a list of a risk's attributes follows.
    """
    words = context.document.words
    split = split_risk(words(block.lines[0])) or split_unnumbered_risk(words(block.lines[0]))
    if split is None and (rated := _rated_risk(block.text, block.line, group, context)):
        return rated
    values = list(labelled_values(block)) if split else []
    number, title = split or (None, words(block.text))
    draft = RiskDraft(number, (words(values[0].value) if values else "") or title, block.line, group.priority)
    draft.state = group.state
    draft.markdown = values[0].value if values else block.text
    if split is None and (name := _sentence_in_bold(block, context)):
        draft.title = draft.markdown = name
        draft.certain = True
        return draft
    draft.certain = split is not None
    for labelled in values[1:]:
        add_risk_attribute(draft, labelled, context)
    return draft


def _rated_risk(markdown: str, line: int, group: _Group, context: ReadingContext) -> RiskDraft | None:
    """The risk of a text that begins with its name in bold type and its levels; `None` for other texts."""
    if not begins_with_name(markdown):  # most, and taking fields apart is dear
        return None
    title, *attributes = fields(LabelledValue("", markdown, line), RISK_LABELS)
    split = split_rated_name(title.value)
    if split is None:
        return None
    draft = RiskDraft(None, context.document.words(split[0]), line, group.priority, split[0], state=group.state)
    draft.values |= split[1]
    for labelled in attributes:
        add_risk_attribute(draft, labelled, context)
    return draft


def _lists_attributes(block: Block) -> bool:
    """Whether a list holds attributes of the risk above it, and does not begin with a risk of its own (`- **Risk:**
    x`)."""
    attributes = [labelled for item in block.children if (labelled := risk_attribute(item))]
    return bool(attributes) and not (attributes[0].value and _is_title(attributes[0].label))


def _is_title(label: str) -> bool:
    return RISK_LABELS.get(label_key(label)) == "title" and not split_risk(label)


def _in_items(block: Block, group: _Group, context: ReadingContext) -> Iterator[RiskDraft]:
    last: RiskDraft | None = None  # named by a label (`- **Risk:** x`): the items below it may say more of it
    are_boxes = group.items == "risks" and all(box_mark(item) is not None for item in block.children)
    below_others = False
    for item in block.children:
        if announced := _announced_by(item):  # `- Mitigations:` and the items after it
            below_others = _names_other_things(announced)
        if announced or below_others:
            continue
        rated = _rated_risk(item_text(item), item.line, group, context)
        title, *attributes = fields(LabelledValue("", item_text(item), item.line), RISK_LABELS)
        titled = labelled_value(title.value, item.line, RISK_LABELS)
        if titled and titled.value and _is_title(titled.label):
            title = titled
        words = context.document.words(title.value)
        split = split_risk(words)
        if not words or (split is None and title is not titled and risk_attribute(item) is not None):
            if last and titled:
                add_risk_attribute(last, titled, context, item.children)
            continue
        draft = rated or RiskDraft(*(split or (None, words)), item.line, group.priority, title.value)
        draft.state = risk_state_of_box(item) or group.state
        last = draft if title is titled else None
        for labelled in attributes:
            add_risk_attribute(draft, labelled, context)
        for nested in item.children[1:]:
            add_attributes(draft, nested, context)
        is_named = title is titled or _says_that_it_is_risk(draft)
        # A box alone is something to do, as are items below a heading that speaks of answers.
        is_boxed = are_boxes and not read_level(words) and _MEASURE.match(words) is None
        if is_named or is_boxed or (box_mark(item) is None and group.items != "answers"):
            yield draft


def _announced_by(item: Block) -> str:
    """What an item with nothing but a name and a colon says that the items after it are; empty for other items."""
    text = item_text(item).strip("*_ ")
    return text[:-1] if text.endswith((":", "：")) and len(item.children) == 1 and "\n" not in text else ""


def _only_says_of_risk(paragraph: Block) -> bool:
    """Whether a paragraph holds only attributes of the risk above it: `**Mitigation:** wait`."""
    values = list(labelled_values(paragraph, RISK_LABELS))
    meanings = {RISK_LABELS.get(label_key(labelled.label)) for labelled in values if labelled.value}
    return bool(meanings) and not meanings & {None, "title"}


def _announces_answers(paragraph: Block) -> bool:
    """Whether a paragraph is nothing but a label for what is no risk: `**Mitigation:**`."""
    labelled = next(labelled_values(paragraph), None)
    return labelled is not None and not labelled.value and _names_other_things(labelled.label)


def _names_other_things(name: str) -> bool:
    """Whether a heading or label in a section of risks names none: what is done about them, dependencies, questions."""
    is_about_risks = section_kind(name) == "risks" or _priority(name) is not None or RISK_WORD.search(name)
    is_aside = meaning_of(name) == "aside" and not is_about_risks
    return is_aside or _ANSWERS.is_in(label_key(name)) or names_dependencies(name)


def _priority(title: str) -> Level | None:
    """The level of the risks below such a heading or line (`High Priority Risks`)."""
    key = label_key(title)
    return next((level for level, form in _PRIORITIES.items() if form.fits(key)), None)
