"""The Communication Plan: who hears what, and when is decided."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_planplugin.model import Communication

from ..context import ReadingContext
from ..document import Section
from ..labels import labelled_value
from ..list_items import item_text
from ..profiles import phrases
from .parts import listed_items, parts_by_meaning, texts_of

_UPDATES = frozenset(phrases(lambda profile: profile.labels.updates))


def read_communication(sections: Iterable[Section], context: ReadingContext) -> Communication:
    """The updates for stakeholders, by label, and the decision points."""
    parts = parts_by_meaning(sections)
    updates: dict[str, str] = {}
    for item in listed_items(parts.get("updates", ())):
        labelled = labelled_value(item_text(item), item.line, _UPDATES)
        value = context.value(labelled.value) if labelled else None
        if labelled and value:
            updates.setdefault(labelled.label, value)
    return Communication(updates, texts_of(parts.get("decision_points", ()), context))
