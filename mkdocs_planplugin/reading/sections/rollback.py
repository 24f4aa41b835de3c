"""The Rollback Plan: steps, with or without labels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mkdocs_planplugin.gfm import Block
from mkdocs_planplugin.model import RollbackStep

from ..context import ReadingContext
from ..document import Section
from ..labels import labelled_value
from ..list_items import item_text, list_items
from ..values import is_placeholder
from .parts import listed_items


def read_rollback(sections: Iterable[Section], context: ReadingContext) -> tuple[RollbackStep, ...]:
    """The steps. Items below a step belong to it."""
    steps = []
    for item in listed_items(part for section in sections for part in section.parts()):
        labelled = labelled_value(item_text(item), item.line)
        own = context.document.words(labelled.value if labelled else item_text(item))
        words = "; ".join(filter(None, (own, *_nested_words(item, context))))
        text = words if words and not is_placeholder(words) else None
        if labelled or text:
            steps.append(RollbackStep(labelled.label if labelled else None, text))
    return tuple(steps)


def _nested_words(item: Block, context: ReadingContext) -> Iterator[str]:
    """The words of all items below an item, at any depth."""
    for nested in list_items(item.children):
        yield context.document.words(item_text(nested))
        yield from _nested_words(nested, context)
