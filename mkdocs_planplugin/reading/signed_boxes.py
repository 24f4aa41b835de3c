# `- ☐ Dig` is a box by its sign alone, `- ✅ Rake` only beside such ones: elsewhere a tick may just mean "good". Some
# write a box as code ("- `[x]` Dig"), which a legend does, too, but once for each mark. All get plain brackets
# (`- [☐] Dig`) before anything is read, so that every later step sees one kind of box.
"""Boxes that are written as a sign without brackets, or as code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from msgspec.structs import replace

from mkdocs_planplugin.gfm import Block, BlockKind

from .patterns import when_used
from .profiles import BALLOT_SIGNS, BOX_STATES

_SIGNS = frozenset(sign for sign in BOX_STATES if not sign.isascii() and not sign.isspace())
_BALLOTS = frozenset(BALLOT_SIGNS)
_VARIANT = "\ufe0f"  # behind a sign that is to be shown in colour
_PARAGRAPH = BlockKind.PARAGRAPH
_OFTEN = 3  # so many boxes in code with the same mark are no legend
_IN_CODE = when_used(r"`\[(?P<mark>[^\d\[\]`])\]`[ ]+(?=\S)")


def with_brackets(root: Block, lists: Iterable[Block], paragraphs: Iterable[Block]) -> Block:
    """A tree in which the signs that stand for boxes have brackets; the tree itself where there are none. `lists` and
    `paragraphs` are all of it."""
    beginnings = {paragraph.lines[0][:2] for paragraph in paragraphs}
    if "`[" not in beginnings and _BALLOTS.isdisjoint([text[:1] for text in beginnings]):  # as in most texts
        return root
    found = [(block, [_sign(item) for item in block.children]) for block in lists]
    in_code = [(block, signs) for block, signs in found if all(sign and sign.is_code for sign in signs)]
    marks = Counter(sign.mark for _, signs in in_code for sign in signs if sign)
    if max(marks.values(), default=0) < _OFTEN:
        in_code = []
    signed = {id(block) for block, signs in found if any(sign and sign.mark in _BALLOTS for sign in signs)}
    signed.update(id(block) for block, _ in in_code)
    return _copied(root, signed) if signed else root


class _Sign(NamedTuple):
    """A sign that may stand in a box, and the text behind it."""

    mark: str
    behind: str
    is_code: bool


def _sign(item: Block) -> _Sign | None:
    """The sign that an item begins with; `None` without one."""
    first = item.children[0] if item.children else None
    text = first.lines[0] if first and first.kind is _PARAGRAPH else ""
    if match := _IN_CODE.match(text):
        return _Sign(match["mark"], text[match.end() :], is_code=True)
    behind = text[1:].lstrip(f" {_VARIANT}")
    return _Sign(text[0], behind, is_code=False) if behind and text[0] in _SIGNS else None


def _copied(block: Block, lists: set[int]) -> Block:
    """A copy of a block, in which the items of these lists have brackets around their signs."""
    if not block.children:
        return block
    children = [_copied(child, lists) for child in block.children]
    if id(block) in lists:
        signs = [_sign(item) if item.box is None else None for item in children]
        children = [_bracketed(item, sign) if sign else item for item, sign in zip(children, signs, strict=True)]
    return replace(block, children=children)


def _bracketed(item: Block, sign: _Sign) -> Block:
    first, *others = item.children
    lines = (f"[{sign.mark}] {sign.behind}", *first.lines[1:])
    return replace(item, children=[replace(first, lines=lines), *others])
