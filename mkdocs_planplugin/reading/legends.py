# `[-]` is cancelled in one team and in progress in another. A page that says what its marks mean is believed.
"""What a page says of the marks in its boxes."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping

from mkdocs_planplugin.gfm import Block, BlockKind
from mkdocs_planplugin.model import State

from .list_items import box_mark, item_text
from .patterns import when_used
from .values import is_state, read_state

_ITEM, _LIST, _PARAGRAPH = BlockKind.ITEM, BlockKind.LIST, BlockKind.PARAGRAPH
_OTHER_TEXTS = (BlockKind.TABLE, BlockKind.FENCE, BlockKind.CODE)
# A mark and what stands behind it, up to the next mark, comma, cell or remark.
_EXPLAINED = when_used(
    r"\[(?P<mark>[^\d\[\]\n])\](?:[`*_|=:>→–—-]|[ ])*(?P<words>(?:(?![ ][-–—][ ])[^\[\]`|,;:·•(\n])+)"
)
# One mark with a state behind it may be a box that happens to have a short name.
_FEWEST_MARKS, _MOST_MARKS = 2, 12
# What these mean everywhere.
_USUAL = {" ": State.OPEN, "x": State.DONE, "X": State.DONE}


def legend_of_marks(blocks: Iterable[Block], bracketed: Iterable[Block]) -> Mapping[str, State]:
    """The states by the marks of boxes, where a paragraph, a list, a table or a piece of code explains them: two marks
    or more, each once, with a state behind most of them, and nothing else behind `[ ]` and `[x]` than that it is open
    and done. Of two legends the first counts. A list of tasks with names such as `Review` is none.

    `blocks` are all of a text, `bracketed` the paragraphs with a bracket in them. What `[ ]` and `[x]` mean need not be
    explained, so a list without these has nothing to say."""
    legend: dict[str, State] = {}
    in_brackets = set(map(id, bracketed))
    for block in blocks:
        kind = block.kind
        if kind is _ITEM:  # most
            continue
        if kind is _PARAGRAPH and id(block) in in_brackets:
            text = block.text
        elif kind is _LIST and len(block.children) <= _MOST_MARKS and _is_marked(block, in_brackets):
            text = "\n".join(f"[{box_mark(item) or '0'}] {item_text(item)}" for item in block.children)
        elif kind in _OTHER_TEXTS and any("[" in line for line in block.lines):
            text = block.text
        else:
            continue
        told = [(found["mark"], found["words"].strip(" *_.")) for found in _EXPLAINED.finditer(text)]
        states = {mark: state for mark, words in told if is_state(words) and (state := read_state(words))}
        are_usual = all(states.get(mark) is _USUAL.get(mark, states.get(mark)) for mark, _ in told)
        each_once = len({mark for mark, _ in told}) == len(told)
        if len(states) >= _FEWEST_MARKS and len(told) < len(states) * 2 and are_usual and each_once:
            legend = states | legend
    return legend


def _is_marked(block: Block, in_brackets: Container[int]) -> bool:
    """Whether the items of a list are lines, and one of them has a bracket in its text, be it that of a box."""
    has_bracket = False
    for item in block.children:
        if len(item.children) > 1:
            return False
        has_bracket = has_bracket or (bool(item.children) and id(item.children[0]) in in_brackets)
    return has_bracket
