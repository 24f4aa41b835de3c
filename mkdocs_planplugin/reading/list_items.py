# A list item holds its own text, its box and lists nested in it. What counts as a box is wider here than on GitHub.
"""The items of lists: their text, their title and their box."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mkdocs_planplugin.compiled_patterns import compiled
from mkdocs_planplugin.gfm import Block, BlockKind, ends_blank

from .labels import begins_with_label

# A star behind a box says that the task is optional (Kiro).
_BOX = compiled(r"\[(?P<mark>[^\d\[\]\n])\](?:\\?\*)?(?=\s|$)[ ]*")
_BEGINS_WITH_CODE = compiled(r"[^\w\s`]{0,2}[ ]?`")
# A member of an `Enum` takes ten times as long to look up as a name, and these are asked for all the time.
_HEADING, _LIST, _PARAGRAPH = BlockKind.HEADING, BlockKind.LIST, BlockKind.PARAGRAPH


def list_items(blocks: Iterable[Block]) -> list[Block]:
    """The items of the lists among these blocks, without nested ones."""
    return [item for block in blocks if block.kind is _LIST for item in block.children]


def item_text(item: Block) -> str:
    """The Markdown of an item's own text: its paragraphs, without its box and without nested lists."""
    children = item.children
    if len(children) == 1 and children[0].kind is _PARAGRAPH:  # most
        text = "\n".join(children[0].lines)
    else:
        text = "\n".join([block.text for block in children if block.kind is _PARAGRAPH or block.kind is _HEADING])
    return _without_box(text) if text.startswith("[") else text


def item_title(item: Block) -> tuple[str, int]:
    """The Markdown of an item's title, and its number of lines in the first paragraph: it ends before the first
    label."""
    first = item.children[0] if item.children else None
    if first is None or first.kind not in (_PARAGRAPH, _HEADING):
        return "", 0
    end = len(first.lines)
    if end > 1:  # few
        end = next((n for n, line in enumerate(first.lines) if n and begins_with_label(line)), end)
    title = "\n".join(first.lines[:end])
    return _without_box(title) if title.startswith("[") else title, end


def box_mark(item: Block) -> str | None:
    """The character in the box of an item, also in boxes that GitHub does not know; `None` without a box."""
    if item.box is not None:
        return item.box
    first = item.children[0] if item.children else None
    if first is None or first.kind is not _PARAGRAPH or not first.lines[0].startswith("["):
        return None
    box = _BOX.match(first.lines[0])
    return box["mark"] if box else None


def is_line_of_words(item: Block) -> bool:
    """Whether an item is a paragraph without a box, and nothing else, as most are."""
    children = item.children
    return item.box is None and len(children) == 1 and children[0].kind is _PARAGRAPH and box_mark(item) is None


def is_plain(item: Block) -> bool:
    """Whether an item has words, and no box."""
    return box_mark(item) is None and any(map(str.isalnum, item_text(item)))


def split_box(text: str) -> tuple[str | None, str]:
    """The character in the box at the beginning of a text, `None` without one, and the rest of the text."""
    box = _BOX.match(text.removeprefix("- ")) if text.startswith(("[", "- [")) else None
    return (box["mark"], text.removeprefix("- ")[box.end() :]) if box else (None, text)


def has_boxes(blocks: Iterable[Block]) -> bool:
    """Whether the lists among these blocks have boxes, also nested ones."""
    return any(box_mark(item) is not None or has_boxes(item.children) for item in list_items(blocks))


def boxes_behind_items(block: Block | None) -> list[Block]:
    """The items with boxes behind those of another list: in Markdown, a list of files and the list of steps behind it
    are one. The steps begin where boxes do, else behind the first blank line, if other items have none between them."""
    if block is None:
        return []
    items = block.children
    start = 0
    if box_mark(items[0]) is not None:
        blank = [ends_blank(item) for item in items[:-1]]
        start = len(items) if all(blank) or not any(blank) else blank.index(True) + 1
    return [item for item in items[start:] if box_mark(item) is not None]


def words_below(blocks: Iterable[Block]) -> str:
    """The Markdown of the items without a box among these blocks, as one value."""
    return ", ".join(item_text(item) for item in list_items(blocks) if box_mark(item) is None)


def _without_box(text: str) -> str:
    box = _BOX.match(text)
    return text[box.end() :] if box else text


def names_code(items: Sequence[Block]) -> bool:
    """Whether each of these items begins with code, maybe behind a sign: then the list, if it has no numbers, names
    files, fields or functions, and no work."""
    return bool(items) and all(_BEGINS_WITH_CODE.match(item_text(item)) for item in items)
