# The header of a plan: the labelled lines above its first section, and its front matter, which wins.
"""What a plan says of itself as a whole."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping

from msgspec import Struct

from mkdocs_planplugin.gfm import BlockKind, first_link
from mkdocs_planplugin.model import Link, PlanLink, Status, Written

from .context import ReadingContext
from .front_matter import FrontMatter
from .labels import LabelledValue, label_key
from .patterns import when_used
from .profiles import HEADER_LABELS, alternatives, table
from .values import Vocabulary, near_status, read_date, read_days, read_status
from .work import Layout, plan_links

_KNOWN = Vocabulary(table(lambda profile: profile.labels.header))
_DATES = ("created", "last_updated", "start", "due")
_LAST_DAYS = ("last_updated", "due")
# `Date: 2026-01-12 (last updated 2026-03-01)`
_UPDATED = alternatives(lambda profile: profile.labels.header.get("last_updated", ""))
_UPDATED_BESIDE = when_used(rf"[(,;|·–—-] *(?:{_UPDATED})\b *:? *(?P<date>.*)", re.IGNORECASE)
_FIRST_SECTIONS = 2  # a Status further on sums up what came before
_A_STATUS = "write Draft, Not Started, In Progress, Blocked, On Hold, Complete or Cancelled"


class DeclaredStatus(Struct, frozen=True):
    """The status that a plan declares, the words that say so, and where they stand. A place that is still to be filled
    in has a `source` only."""

    status: Status | None = None
    words: str | None = None
    source: Written | None = None


class Header(Struct, frozen=True):
    """Status, dates, people and links of a plan. `declared` is its status. `links` lead to what the plan as a whole
    waits for."""

    declared: DeclaredStatus
    created: dt.date | None
    last_updated: dt.date | None
    start: dt.date | None
    due: dt.date | None
    owner: str | None
    author: str | None
    based_on: Link | None
    links: tuple[PlanLink, ...]


def read_header(front_matter: FrontMatter, layout: Layout, context: ReadingContext) -> Header:
    """The header of a document."""
    labelled = {**layout.header, **layout.people, **front_matter.fields}
    for strange in layout.strange_labels:
        context.findings.misspelt_label(strange.label, _KNOWN, strange.line)
    values = {name: value for name in labelled if (value := context.value(labelled[name].value))}
    own = {"start": front_matter.start, "due": front_matter.due}
    dates = {
        name: own.get(name) or context.findings.date(values[name], labelled[name].line, last=name in _LAST_DAYS)
        for name in _DATES
        if name in values or own.get(name)
    }
    if "by" in values and not dates.get("due"):
        dates["due"] = read_days(values["by"]).end
    based_on = None
    if "based_on" in values:
        link = first_link(labelled["based_on"].value, context.document.outline.definitions)
        based_on = Link(link.text, link.href, labelled["based_on"].line)
    stated = ((label.value, label.line) for label in layout.dependencies)
    return Header(
        declared=_status(front_matter, layout, labelled.get("status"), context),
        created=dates.get("created"),
        last_updated=dates.get("last_updated") or _updated_beside(values),
        start=dates.get("start"),
        due=dates.get("due"),
        owner=values.get("owner"),
        author=values.get("author"),
        based_on=based_on,
        links=(*front_matter.links, *plan_links(stated, context.document)),
    )


def _status(
    front_matter: FrontMatter, layout: Layout, labelled: LabelledValue | None, context: ReadingContext
) -> DeclaredStatus:
    """The declared status of a plan. It is in the front matter, in the header, or in a section with that name."""
    source = front_matter.status_source
    if source:
        return DeclaredStatus(front_matter.status, source.text, source)
    source = Written(labelled.value, labelled.line) if labelled and labelled.value else None
    words = context.answer(source.text) if source else None
    if source is None or words is None:
        return _status_of_section(layout, context) or DeclaredStatus(source=source)
    status = read_status(words)
    if status is None and not context.findings.misspelt(words, near_status(words), source.line):
        context.findings.unread(words, source.line, "status", _A_STATUS)
    return DeclaredStatus(status, words, source)


def _status_of_section(layout: Layout, context: ReadingContext) -> DeclaredStatus | None:
    """The status in the first line of a section called so: `## Status`, and below it `In Progress`."""
    for section in (layout.document.title or layout.document.root).sections[:_FIRST_SECTIONS]:
        if HEADER_LABELS.get(label_key(section.title)) == "status":
            block = section.blocks[0] if section.blocks else None
            is_text = block is not None and block.kind is BlockKind.PARAGRAPH
            first = Written(block.lines[0], block.line) if block and is_text else None
            words = context.answer(first.text) if first else None
            status = read_status(words) if words else None
            if status:
                return DeclaredStatus(status, words, first)
    return None


def _updated_beside(values: Mapping[str, str]) -> dt.date | None:
    """The day on which a plan was changed, if it stands behind the day on which it was created."""
    beside = _UPDATED_BESIDE.search(values.get("created", ""))
    return read_date(beside["date"]).end if beside else None
