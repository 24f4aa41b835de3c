# A risk may be put together of a heading, the lines below it and a list: until all of it is read it is a draft.
"""Risks while they are read, and what they become."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from mkdocs_planplugin.gfm import Block, BlockKind
from mkdocs_planplugin.model import Level, Risk, RiskId
from mkdocs_planplugin.reading.context import ReadingContext
from mkdocs_planplugin.reading.labels import LabelledValue, label_key, labelled_value, labelled_values, without_label
from mkdocs_planplugin.reading.list_items import item_text, list_items
from mkdocs_planplugin.reading.profiles import RISK_LABELS, alternatives
from mkdocs_planplugin.reading.values import read_level

RISK_WORDS = alternatives(lambda profile: profile.headings.risk_words)
# Together they tell a table or a heading of risks from another; so many of them are enough.
TELLING = frozenset({"probability", "impact", "severity", "mitigation"})
ENOUGH = 2
_TITLE = re.compile(
    rf"[\W_]*(?:{RISK_WORDS})\s*(?P<id>[A-Z]?-?\d+(?:\.\d+)*[a-z]?)\s*[:：.)–—-]*\s*(?P<title>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_CODE = re.compile(r"(?P<id>R-?\d+)(?:\s*[:：.)–—-]*\s+|$)(?P<title>.*)$", re.IGNORECASE | re.DOTALL)


@dataclass(slots=True)
class RiskDraft:
    """A risk; `values` are its attributes in words by their meaning, `sources` the same as Markdown. `markdown` is what
    the title was read from, in a row of a table in `title_column`. `certain`: it is one, whatever follows."""

    id: str | None
    title: str
    line: int
    priority: Level | None
    markdown: str = ""
    values: dict[str, str] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    certain: bool = True
    title_column: int = 0

    @property
    def is_told(self) -> bool:
        """Whether it has so many of a risk's attributes that it is one, whatever it is called."""
        return len(self.values.keys() & TELLING) >= ENOUGH


def split_risk(words: str) -> tuple[str | None, str] | None:
    """The id and the title in words that begin like a risk's (`Risk 1: It may rain`), None where they do not."""
    match = _TITLE.match(words) or _CODE.match(words)
    return (match["id"], match["title"].strip() or words) if match else None


def risk_attribute(item: Block) -> LabelledValue | None:
    """The attribute of a risk that an item is, if it is one."""
    labelled = labelled_value(item_text(item), item.line, RISK_LABELS)
    return labelled if labelled and label_key(labelled.label) in RISK_LABELS else None


def add_attribute(draft: RiskDraft, labelled: LabelledValue, context: ReadingContext) -> None:
    """Keep an attribute of a risk; the first of each meaning counts."""
    meaning = RISK_LABELS.get(label_key(labelled.label))
    value = context.value(labelled.value)
    if meaning and value:
        draft.values.setdefault(meaning, value)
        draft.sources.setdefault(meaning, labelled.value)


def add_attributes(draft: RiskDraft, block: Block, context: ReadingContext) -> None:
    """Keep the attributes of a risk that a list or a paragraph below it holds."""
    if block.kind is BlockKind.LIST:
        for item in list_items([block]):
            if labelled := risk_attribute(item):
                add_attribute(draft, labelled, context)
    elif block.kind is BlockKind.PARAGRAPH:
        for labelled in labelled_values(block):
            add_attribute(draft, labelled, context)


def finish_risks(drafts: Iterable[RiskDraft], context: ReadingContext) -> tuple[Risk, ...]:
    """The risks in the order of the text, each with an id and an anchor of its own."""
    texts: set[str] = set()
    risks = []
    for draft in sorted(drafts, key=lambda draft: draft.line):
        number = RiskId(draft.id) if draft.id else RiskId(None, draft.line)
        if str(number) in texts:
            number = RiskId(draft.id, draft.line, repeated=True)
        texts.add(str(number))
        risks.append(_risk(draft, number, context))
    return tuple(risks)


def _risk(draft: RiskDraft, number: RiskId, context: ReadingContext) -> Risk:
    draft.values.setdefault("impact", draft.values.get("severity", ""))
    level = {name: read_level(draft.values.get(name, "")) for name in ("probability", "impact", "priority")}
    return Risk(
        id=number,
        title=draft.title,
        line=draft.line,
        anchor=context.anchors.anchor(f"plan-risk-{number}"),
        priority=level["priority"] or draft.priority,
        probability=level["probability"],
        impact=level["impact"],
        mitigation=draft.values.get("mitigation"),
        contingency=draft.values.get("contingency"),
        sources=_sources(draft, context),
        title_column=draft.title_column,
    )


def _sources(draft: RiskDraft, context: ReadingContext) -> dict[str, str]:
    """The Markdown of what a reader is told of a risk, as far as it is more than words."""
    split = split_risk(draft.markdown)
    pieces = {name: [draft.sources.get(name, "")] for name in ("mitigation", "contingency")}
    pieces["title"] = [without_label(draft.markdown), split[1] if split else draft.markdown]
    words = {"title": draft.title, **draft.values}
    sources = {
        name: context.document.source(words[name], *candidates) for name, candidates in pieces.items() if name in words
    }
    return {name: source for name, source in sources.items() if source}
