# `[-]` is cancelled in one team and in progress in another. A page that says what its marks mean is believed.
"""What a page says of the marks in its boxes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mkdocs_planplugin.gfm import Block, BlockKind
from mkdocs_planplugin.model import State

from .list_items import box_mark, item_text
from .patterns import when_used
from .values import is_state, read_state

_LIST = BlockKind.LIST
# A mark and what stands behind it, up to the next mark, comma, cell or remark.
_EXPLAINED = when_used(
    r"\[(?P<mark>[^\d\[\]\n])\](?:[`*_|=:>→–—-]|[ ])*(?P<words>(?:(?![ ][-–—][ ])[^\[\]`|,;:·•(\n])+)"
)
# One mark with a state behind it may be a box that happens to have a short name.
_FEWEST_MARKS, _MOST_MARKS = 2, 12
# What these mean everywhere.
_USUAL = {" ": State.OPEN, "x": State.DONE, "X": State.DONE}


def legend_of_marks(lists: Iterable[Block], texts: Iterable[Block]) -> Mapping[str, State]:
    """The states by the marks of boxes, where a list or a text (a paragraph, a table, a piece of code) explains them:
    two marks or more, each once, with a state behind most of them, and nothing else behind `[ ]` and `[x]` than that it
    is open and done. Of two legends the first counts. A list of tasks with names such as `Review` is none.

    `lists` are all of a text, `texts` at least those with a bracket in them. What `[ ]` and `[x]` mean need not be
    explained, so a list without other brackets has nothing to say."""
    legend: dict[str, State] = {}
    explaining = [*filter(_is_marked, lists), *(block for block in texts if any("[" in line for line in block.lines))]
    for block in sorted(explaining, key=lambda block: block.line):
        text = _with_marks(block) if block.kind is _LIST else block.text
        told = [(found["mark"], found["words"].strip(" *_.")) for found in _EXPLAINED.finditer(text)]
        states = {mark: state for mark, words in told if is_state(words) and (state := read_state(words))}
        are_usual = all(states.get(mark) is _USUAL.get(mark, states.get(mark)) for mark, _ in told)
        each_once = len({mark for mark, _ in told}) == len(told)
        if len(states) >= _FEWEST_MARKS and len(told) < len(states) * 2 and are_usual and each_once:
            legend = states | legend
    return legend


def _is_marked(block: Block) -> bool:
    """Whether the items of a list are lines, and one of them has a bracket in its text, be it that of a box."""
    items = block.children
    if len(items) > _MOST_MARKS or any(len(item.children) > 1 for item in items):
        return False
    return any("[" in line for item in items if item.children for line in item.children[0].lines)


def _with_marks(block: Block) -> str:
    """The items of a list, each with its mark before it."""
    return "\n".join(f"[{box_mark(item) or '0'}] {item_text(item)}" for item in block.children)
