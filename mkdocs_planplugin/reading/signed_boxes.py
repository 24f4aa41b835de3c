# `- ☐ Dig` is a box by its sign alone, `- ✅ Rake` only beside such ones: elsewhere a tick may just mean "good". Both
# get brackets (`- [☐] Dig`) before anything is read, so that every later step sees one kind of box.
"""Boxes that are written as a sign without brackets."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from mkdocs_planplugin.gfm import Block, BlockKind

from .profiles import BALLOT_SIGNS, BOX_STATES

_SIGNS = frozenset(sign for sign in BOX_STATES if not sign.isascii() and not sign.isspace())
_BALLOTS = frozenset(BALLOT_SIGNS)
_VARIANT = "\ufe0f"  # behind a sign that is to be shown in colour
_PARAGRAPH = BlockKind.PARAGRAPH


def with_brackets(root: Block, lists: Iterable[Block], paragraphs: Iterable[Block]) -> Block:
    """A tree in which the signs that stand for boxes have brackets; the tree itself where there are none. `lists` and
    `paragraphs` are all of it."""
    if _BALLOTS.isdisjoint([paragraph.lines[0][:1] for paragraph in paragraphs]):  # as in most texts
        return root
    signed = {id(block) for block in lists if _has_signs(block)}
    return _copied(root, signed) if signed else root


def _has_signs(block: Block) -> bool:
    """Whether signs of a list stand for boxes: one of them is that of a ballot."""
    return any(_sign(item) in _BALLOTS for item in block.children)


def _sign(item: Block) -> str:
    """The sign that an item begins with, if it is one that may stand in a box; empty without one."""
    first = item.children[0] if item.children else None
    if first is None or first.kind is not _PARAGRAPH or first.lines[0][0] not in _SIGNS:
        return ""
    return first.lines[0][0] if first.lines[0][1:].strip(f" {_VARIANT}") else ""


def _copied(block: Block, lists: set[int]) -> Block:
    """A copy of a block, in which the items of these lists have brackets around their signs."""
    if not block.children:
        return block
    children = [_copied(child, lists) for child in block.children]
    if id(block) in lists:
        children = [_bracketed(item) if item.box is None and _sign(item) else item for item in children]
    return replace(block, children=children)


def _bracketed(item: Block) -> Block:
    first, *others = item.children
    text = first.lines[0]
    lines = (f"[{text[0]}] {text[1:].lstrip(f' {_VARIANT}')}", *first.lines[1:])
    return replace(item, children=[replace(first, lines=lines), *others])
