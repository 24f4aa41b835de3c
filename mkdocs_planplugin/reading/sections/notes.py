"""Notes & Assumptions: assumptions, open questions, and what other teams have to deliver."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from mkdocs_planplugin.gfm import Block
from mkdocs_planplugin.model import ExternalDependency, Item, PlanLink

from ..context import ReadingContext
from ..document import Section
from ..list_items import item_text
from ..patterns import when_used
from ..profiles import alternatives
from ..values import find_date, is_placeholder
from ..work import plan_links
from .entries import read_entries
from .parts import item_words, listed_items, parts_by_meaning
from .resources import NAMED

# `Question 2:`
_QUESTION = when_used(
    rf"(?:{alternatives(lambda profile: profile.labels.question)})(?: ?\d+)?\s*[:：.)]\s*", re.IGNORECASE
)
_DATE_LIKE = when_used(r"\b\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b")


class PlanNotes(Struct, frozen=True):
    """The content of the section. `links` lead to pages that the whole plan waits for."""

    assumptions: tuple[Item, ...]
    open_questions: tuple[Item, ...]
    external_dependencies: tuple[ExternalDependency, ...]
    links: tuple[PlanLink, ...]


def read_notes(sections: Iterable[Section], context: ReadingContext) -> PlanNotes:
    """Read the sections of notes."""
    parts = parts_by_meaning(sections)
    external = list(listed_items(parts.get("external", ())))
    return PlanNotes(
        assumptions=read_entries(parts.get("assumptions", ()), "assumption", context),
        open_questions=read_entries(parts.get("questions", ()), "question", context, _QUESTION),
        external_dependencies=tuple(_external_dependencies(external, context)),
        links=tuple(plan_links(((item_text(item), item.line) for item in external), context.document)),
    )


def _external_dependencies(items: Iterable[Block], context: ReadingContext) -> Iterator[ExternalDependency]:
    """What other teams deliver, an item each: `Team: what, by when`."""
    for item in items:
        text = item_words(item, context)
        if text is None or is_placeholder(text):
            continue
        match = NAMED.match(text)
        team, promise = (match["name"], match["text"]) if match else (None, text)
        date = find_date(promise) or _ambiguous_date(promise, item.line, context)
        yield ExternalDependency(team, promise, date.isoformat() if date else None, item.line, date)


def _ambiguous_date(text: str, line: int, context: ReadingContext) -> dt.date | None:
    """A date in prose that may be ambiguous. If it is, a finding says so and there is no date."""
    match = _DATE_LIKE.search(text)
    return context.findings.date(match[0], line) if match else None
