"""Boxes that are no tasks: criteria and checklists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mkdocs_planplugin.gfm import Block, BlockKind
from mkdocs_planplugin.model import ChecklistItem, State

from ..context import CRITERIA, ReadingContext
from ..list_items import box_mark, item_text, list_items
from ..patterns import when_used
from ..values import box_state, read_share, read_state

_LIST = BlockKind.LIST
_BOX_IN_WORDS = when_used(r"\[ ?(?P<mark>[^\s\[\]]?) ?\]\s*(?=\w)")  # its space may be gone


def checklist_items(blocks: Iterable[Block], context: ReadingContext) -> Iterator[ChecklistItem]:
    """All boxes of the lists among these blocks, also nested ones, as one plain checklist."""
    yield from items_of_checklist(list_items(blocks), context)


def items_of_checklist(items: Iterable[Block], context: ReadingContext) -> Iterator[ChecklistItem]:
    """The boxes of these items and all below them."""
    for item in items:
        nested = list(checklist_items(item.children, context))
        mark = box_mark(item)
        if mark is not None:
            text = context.document.words(item_text(item))
            state = state_of_box(mark, item.line, context)
            yield ChecklistItem(text, state, item.line, has_parts=bool(nested))
        yield from nested


def criteria_among(items: Iterable[Block], context: ReadingContext) -> Iterator[ChecklistItem]:
    """The boxes that are criteria, of these items, and of items below those without a box."""
    if not context.has_criteria:  # as in most plans
        return
    for item in items:
        if box_mark(item) is None:
            for block in item.children:
                if block.kind is _LIST:
                    yield from criteria_among(block.children, context)
        elif context.role(item) in CRITERIA:
            yield from items_of_checklist([item], context)


def state_of_box(mark: str, line: int, context: ReadingContext) -> State:
    """The state of the mark in a box, by the page's own legend where it says more than `[ ]` and `[x]`. An unknown mark
    counts as open, with a finding."""
    state = box_state(mark)
    if state not in (State.OPEN, State.DONE):
        state = context.document.legend.get(mark, state)
    if state is None:
        context.findings.unknown_box(mark, line)
        return State.OPEN
    return state


def state_in_words(words: str) -> State | None:
    """The state in a Status. It may have a box: `[x] Completed`; `[ ] Completed` is still open."""
    box = _BOX_IN_WORDS.match(words)
    state = read_state(words[box.end() :] if box else words)
    if state is None and (share := read_share(words, alone=True)) is not None:
        state = State.DONE if share == 1 else State.IN_PROGRESS if share else State.OPEN
    return State.OPEN if box and not box["mark"] and state is State.DONE else state
