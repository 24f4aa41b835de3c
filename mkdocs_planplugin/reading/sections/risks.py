# Risks, in the ways they are written: paragraphs or headings with a list of attributes, list items, rows of a table.
"""Reading risks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from mkdocs_planplugin.gfm import Block, Kind, table_cells
from mkdocs_planplugin.model import Level, Risk, RiskId
from mkdocs_planplugin.reading.document import (
    Document,
    Field,
    Section,
    field_of,
    fields,
    item_mark,
    item_text,
    items,
    label_key,
    unlabelled,
)
from mkdocs_planplugin.reading.notes import Notes
from mkdocs_planplugin.reading.profiles import PRIORITY_HEADING, RISK_ATTRIBUTES
from mkdocs_planplugin.reading.values import is_placeholder, read_level

RISK_TITLE = re.compile(
    r"[\W_]*(?:risk|risiko|risque|riesgo|risco|риск)\s*(?P<id>[A-Z]?-?\d+(?:\.\d+)*[a-z]?)\s*[:：.)–—-]*\s*(?P<title>.*)$",
    re.IGNORECASE | re.DOTALL,
)
RISK_CODE = re.compile(r"(?P<id>R-?\d+)(?:\s*[:：.)–—-]*\s+|$)(?P<title>.*)$", re.IGNORECASE | re.DOTALL)
# Below these a section of risks says what is done about them.
ANSWERS = re.compile(
    r"\b(?:mitigations?|strateg(?:y|ies)|contingency|contingencies|plans?|monitoring|testing|actions?|recommendations?|"
    r"response|impact)\b|완화|대응|対策|缓解|应对|стратеги|massnahmen|mitigaci|mitigaç"
)
# Together they tell a table or a heading of risks from another.
TELLING = frozenset({"probability", "impact", "severity", "mitigation"})
ENOUGH = 2
RISK_WORD = re.compile("risk|risiko|risque|riesgo|risco|риск|위험|리스크|风险|風險|リスク", re.IGNORECASE)


@dataclass(slots=True)
class _Draft:
    id: str | None
    title: str
    line: int
    priority: Level | None
    markdown: str = ""  # that the title was read from
    values: dict[str, str] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    certain: bool = True


class RiskReader:
    """Reads the risks of one document."""

    def __init__(self, document: Document, notes: Notes) -> None:
        self._document = document
        self._notes = notes

    def tables(self, sections: Iterable[Section]) -> list[Block]:
        """The tables of risks that stand right in these sections."""
        blocks = (block for section in sections for block in section.blocks)
        return [block for block in blocks if block.kind is Kind.TABLE and self._is_of_risks(block)]

    def read(self, sections: Iterable[Section], tables: Iterable[Block] = ()) -> tuple[Risk, ...]:
        """The risks in these sections and their subsections, and in these tables, in the order of the text."""
        drafts = [draft for section in sections for draft in self._section(section, None)]
        drafts += (draft for table in tables for draft in self._table(table, None))
        used: set[str] = set()
        return tuple(self._finished(draft, used) for draft in sorted(drafts, key=lambda draft: draft.line))

    def _section(self, section: Section, priority: Level | None) -> Iterator[_Draft]:
        yield from self._blocks(section.blocks, priority)
        for below in section.sections:
            heading = PRIORITY_HEADING.match(label_key(below.title))
            level = Level(heading["level"]) if heading else priority
            named = split_risk(below.title)
            draft = _Draft(*(named or (None, below.title)), below.line, level, below.markdown)
            for block in below.blocks:
                self._attributes(draft, block)
            if named or (not heading and len(draft.values.keys() & TELLING) >= ENOUGH):
                yield draft
            elif heading or not ANSWERS.search(label_key(below.title)):
                yield from self._section(below, level)

    def _blocks(self, blocks: list[Block], priority: Level | None) -> Iterator[_Draft]:
        found: list[_Draft] = []
        answers = False
        for block in blocks:
            if block.kind is Kind.TABLE:
                found += self._table(block, priority)
            elif block.kind is Kind.PARAGRAPH:
                found.append(self._paragraph(block, priority))
                # What names itself a risk is no heading, and need not be looked at.
                heading = None if found[-1].certain else PRIORITY_HEADING.match(label_key(found[-1].title))
                if heading:
                    priority = found[-1].priority = Level(heading["level"])
                label = next(fields(block), None)
                answers = label is not None and not label.value and ANSWERS.search(label_key(label.label)) is not None
            elif block.kind is Kind.LIST:
                if found and self._describes(block):
                    self._attributes(found[-1], block)
                    found[-1].certain = True
                if not answers:
                    found += self._items(block, priority)
        return (draft for draft in found if draft.certain)

    def _paragraph(self, block: Block, priority: Level | None) -> _Draft:
        """The risk that a paragraph such as `**Risk 1:** It may rain.` names, with the fields on its further lines.

        One that does not call itself a risk may still be one, when a list of a risk's attributes follows.
        """
        words = self._document.words(block.lines[0])
        named = split_risk(words)
        found = list(fields(block)) if named else []
        number, title = named or (None, self._document.words(block.text))
        draft = _Draft(number, self._document.words(found[0].value) if found else title, block.line, priority)
        draft.markdown = found[0].value if found else block.text
        draft.certain = named is not None
        for each in found[1:]:
            self._attribute(draft, each)
        draft.title = draft.title or title
        return draft

    def _describes(self, block: Block) -> bool:
        """Whether a list is the attributes of the risk above it, and not risks of its own."""
        return any(self._field(item) is not None for item in block.children)

    def _items(self, block: Block, priority: Level | None) -> Iterator[_Draft]:
        for item in block.children:
            words = self._document.words(item_text(item))
            named = split_risk(words)
            if not words or (named is None and self._field(item) is not None):
                continue
            named = named or (None, words)
            draft = _Draft(named[0], named[1], item.line, priority, item_text(item))
            for nested in item.children:
                self._attributes(draft, nested)
            if item_mark(item) is None or draft.values:  # a box alone is something to do
                yield draft

    def _field(self, item: Block) -> Field | None:
        """The attribute of a risk that an item is, if it is one."""
        found = field_of(item_text(item), item.line, RISK_ATTRIBUTES)
        if found is None or label_key(found.label) not in RISK_ATTRIBUTES:
            return None
        return found

    def _attributes(self, draft: _Draft, block: Block) -> None:
        if block.kind is Kind.LIST:
            for item in items([block]):
                if found := self._field(item):
                    self._attribute(draft, found)
        elif block.kind is Kind.PARAGRAPH:
            for found in fields(block):
                self._attribute(draft, found)

    def _attribute(self, draft: _Draft, found: Field) -> None:
        meaning = RISK_ATTRIBUTES.get(label_key(found.label))
        value = self._document.words(found.value)
        if meaning and value and not is_placeholder(value):
            draft.values.setdefault(meaning, value)
            draft.sources.setdefault(meaning, found.value)

    def _columns(self, block: Block) -> list[str | None]:
        """What the columns of a table of risks are; how bad one is may be called impact or severity, or both."""
        keys = [label_key(self._document.words(cell)) for cell in table_cells(block.lines[0])]
        return [RISK_ATTRIBUTES.get(key) or ("mitigation" if key.startswith("mitigation") else None) for key in keys]

    def _is_of_risks(self, block: Block) -> bool:
        """Whether a table that stands in no section of risks is one of them all the same."""
        if not RISK_WORD.search(block.lines[0]):
            return False
        columns = self._columns(block)
        return "title" in columns and len(TELLING & {*columns}) >= ENOUGH

    def _table(self, block: Block, priority: Level | None) -> Iterator[_Draft]:
        heads = [cell.strip("* ") for cell in table_cells(block.lines[0])]
        columns = ["id" if head == "#" else column for head, column in zip(heads, self._columns(block), strict=True)]
        if "title" not in columns or not TELLING & {*columns}:
            return
        for offset, row in enumerate(block.lines[2:], 2):
            sources: dict[str, str] = {}
            for name, cell in zip(columns, table_cells(row), strict=False):
                if name and cell:
                    sources.setdefault(name, cell)
            values = {name: words for name, cell in sources.items() if (words := self._document.words(cell))}
            title = values.pop("title", "")
            if title:
                number, title = split_risk(title) or (None, title)
                number = values.pop("id", None) or number
                draft = _Draft(number, title, block.line + offset, priority, sources["title"], sources=sources)
                draft.values = {name: value for name, value in values.items() if not is_placeholder(value)}
                yield draft

    def _finished(self, draft: _Draft, used: set[str]) -> Risk:
        number = RiskId(draft.id) if draft.id else RiskId(None, draft.line)
        if str(number) in used:
            number = RiskId(draft.id, draft.line, repeated=True)
        used.add(str(number))
        draft.values.setdefault("impact", draft.values.get("severity", ""))
        level = {name: read_level(draft.values.get(name, "")) for name in ("probability", "impact", "priority")}
        return Risk(
            id=number,
            title=draft.title,
            line=draft.line,
            anchor=self._notes.anchor(f"plan-risk-{number}"),
            priority=level["priority"] or draft.priority,
            probability=level["probability"],
            impact=level["impact"],
            mitigation=draft.values.get("mitigation"),
            contingency=draft.values.get("contingency"),
            sources=self._sources(draft),
        )

    def _sources(self, draft: _Draft) -> dict[str, str]:
        """The Markdown of what a reader is told of a risk, as far as it is more than words."""
        markdown = draft.markdown
        named = split_risk(markdown)
        pieces = {name: [draft.sources.get(name, "")] for name in ("mitigation", "contingency")}
        pieces["title"] = [unlabelled(markdown), named[1] if named else markdown]
        words = {"title": draft.title, **draft.values}
        found = {name: self._document.source(words[name], *each) for name, each in pieces.items() if name in words}
        return {name: source for name, source in found.items() if source}


def split_risk(words: str) -> tuple[str | None, str] | None:
    """The id and the title in words that begin like a risk's (`Risk 1: It may rain`), None where they do not."""
    match = RISK_TITLE.match(words) or RISK_CODE.match(words)
    return (match["id"], match["title"].strip() or words) if match else None
