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
_TEXTS = (BlockKind.PARAGRAPH, BlockKind.TABLE, BlockKind.FENCE, BlockKind.CODE)
# A mark and what stands behind it, up to the next mark, comma, cell or remark.
_EXPLAINED = when_used(
    r"\[(?P<mark>[^\d\[\]\n])\](?:[`*_|=:>→–—-]|[ ])*(?P<words>(?:(?![ ][-–—][ ])[^\[\]`|,;:·•(\n])+)"
)
# One mark with a state behind it may be a box that happens to have a short name.
_FEWEST_MARKS = 2


def legend_of_marks(blocks: Iterable[Block]) -> Mapping[str, State]:
    """The states by the marks of boxes, where a paragraph, a list, a table or a piece of code explains them: two marks
    or more, with a state behind most of them. The first word on a mark counts."""
    legend: dict[str, State] = {}
    for block in blocks:
        if block.kind is _LIST:
            text = "\n".join(f"[{box_mark(item) or '0'}] {item_text(item)}" for item in block.children)
        elif block.kind in _TEXTS and "[" in block.text:
            text = block.text
        else:
            continue
        words = {found["mark"]: found["words"].strip(" *_.") for found in _EXPLAINED.finditer(text)}
        states = {mark: state for mark, told in words.items() if is_state(told) and (state := read_state(told))}
        if len(states) >= _FEWEST_MARKS and len(states) * 2 > len(words):
            legend = states | legend
    return legend
