# A dozen later stages visit each element of a page. Most elements of a plan are tasks and the items below them: a box,
# a bold label, some words, some code. No stage has anything to do with them. Paragraphs, lists and tables of such text
# are not built of elements but written as HTML, in the form that Python-Markdown writes. Tests compare the two.
"""Paragraphs, lists and tables as HTML at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from mkdocs_planplugin.compiled_patterns import compiled
from mkdocs_planplugin.gfm import Block, BlockKind, alignments, table_cells

from .boxes import box_attributes
from .decoration import BlockDecoration, place_comment
from .shortcuts import Shortcuts

# An ampersand that begins no reference to a character.
AMPERSAND = compiled(r"&(?!(?:#[0-9]+|#x[0-9a-f]+|[0-9a-z]+);)", re.IGNORECASE)


class Writer:
    """Writes the blocks of a page that need no elements.

    `is_plain` says whether a line with its text is free of views and of the site's block syntax. `decoration_at` gives
    the decoration of the block at a line. `task_lists` are the options of the site's task lists. `boxes` are the names
    of boxes by their lines.
    """

    def __init__(
        self,
        shortcuts: Shortcuts,
        is_plain: Callable[[int, str], bool],
        decoration_at: Callable[[int], BlockDecoration | None],
        task_lists: Mapping[str, bool],
        boxes: Mapping[int, str],
    ) -> None:
        self._shortcuts = shortcuts
        self._is_plain = is_plain
        self._decoration_at = decoration_at
        self._task_lists = task_lists
        self._boxes = boxes

    def paragraph(self, block: Block) -> str | None:
        """The HTML of a paragraph; `None` if it needs elements."""
        decoration = self._decoration_at(block.line)
        words = self._words(block.line, block.text.strip(" \n"), decoration)
        return None if words is None else f"<p{_attributes(decoration)}>{words}</p>"

    def items(self, block: Block) -> list[str | None]:
        """The HTML of each item of a list; `None` for items that need elements."""
        return [self._item(item, tight=block.tight) for item in block.children]

    def list(self, block: Block, items: Iterable[str | None]) -> str | None:
        """The HTML of a list of these items; `None` if one of them needs elements."""
        html = _joined(item and f"{item}\n" for item in items)
        if html is None:
            return None
        tag = "ol" if block.ordered else "ul"
        css_class = ' class="task-list"' if any(item.box is not None for item in block.children) else ""
        start = f' start="{block.start}"' if block.ordered and block.start != 1 else ""
        return f"<{tag}{css_class}{start}>\n{html}</{tag}>"

    def _item(self, item: Block, *, tight: bool) -> str | None:
        if item.quoted_box or not item.children or item.children[0].kind is not BlockKind.PARAGRAPH:
            return None
        decoration = self._decoration_at(item.line)
        if decoration and decoration.draws_box and item.box is None:
            return None
        box = "" if item.box is None else self._box(item)
        text = item.children[0].text.strip(" \n")
        words = self._words(item.line, f" {text}" if box else text, decoration)
        if words is None:
            return None
        below = _joined(self._below(block, tight=tight) for block in item.children[1:])
        css_class = "task-list-item" if box else ""
        own = f"{box}{words}" if tight else f"\n<p>{box}{words}</p>\n"
        return None if below is None else f"<li{_attributes(decoration, css_class)}>{own}{below}</li>"

    def _box(self, item: Block) -> str:
        attributes = box_attributes(item, self._task_lists, self._boxes.get(item.line, ""))
        box = f"<input {' '.join(f'{name}={_quoted(attributes[name])}' for name in sorted(attributes))} />"
        if self._task_lists.get("custom_checkbox"):
            return f'<label class="task-list-control">{box}<span class="task-list-indicator"></span></label>'
        return box

    def _words(self, line: int, text: str, decoration: BlockDecoration | None) -> str | None:
        """The HTML of a text, with the place of the view behind it."""
        words = self._shortcuts.html(text) if self._is_plain(line, text) else None
        if words is None or decoration is None or not decoration.view:
            return words
        return f"{words} {place_comment(decoration.view)}"

    def _below(self, block: Block, *, tight: bool) -> str | None:
        """The HTML of a block in an item, below its first paragraph."""
        html = None
        if block.kind is BlockKind.LIST:
            html = self.list(block, self.items(block))
        elif block.kind is BlockKind.PARAGRAPH and not tight:
            html = self.paragraph(block)
        return None if html is None else f"{html}\n"

    def rule(self) -> str | None:
        """The HTML of a thematic break; `None` if the site's stages may have something to do with it."""
        return "<hr />" if self._shortcuts.writes_html else None

    def table(self, block: Block) -> str | None:
        """The HTML of a table; `None` if one of its cells needs elements."""
        head, delimiters, *body = block.lines
        styles = [f' style="text-align: {align};"' if align else "" for align in alignments(delimiters)]
        above = self._row(head, "th", styles, block.line)
        rows = _joined(self._row(row, "td", styles, block.line + n) for n, row in enumerate(body, 2))
        if above is None or rows is None:
            return None
        below = f"\n{rows}" if rows else ""
        return f"<table>\n<thead>\n{above}</thead>\n<tbody>{below}</tbody>\n</table>"

    def _row(self, row: str, tag: str, styles: Iterable[str], line: int) -> str | None:
        if not self._is_plain(line, row):
            return None
        decoration = self._decoration_at(line)
        place = f" {place_comment(decoration.view)}" if decoration and decoration.view else ""
        places = {decoration.column: place} if decoration else {}
        cells = iter(table_cells(row))
        html = _joined(self._cell(next(cells, ""), tag, style, places.get(n, "")) for n, style in enumerate(styles))
        return None if html is None else f"<tr{_attributes(decoration)}>\n{html}</tr>\n"

    def _cell(self, text: str, tag: str, style: str, place: str) -> str | None:
        html = self._shortcuts.html(text)
        return None if html is None else f"<{tag}{style}>{html}{place}</{tag}>\n"


def _joined(pieces: Iterable[str | None]) -> str | None:
    """All pieces joined; `None` if one of them is missing."""
    html: list[str] = []
    for piece in pieces:
        if piece is None:
            return None
        html.append(piece)
    return "".join(html)


def _attributes(decoration: BlockDecoration | None, css_class: str = "") -> str:
    """The attributes of an element with a decoration, in the order in which Python-Markdown writes them."""
    names = " ".join((*(decoration.classes if decoration else ()), *((css_class,) if css_class else ())))
    anchor = f" id={_quoted(decoration.anchor)}" if decoration and decoration.anchor else ""
    return (f" class={_quoted(names)}" if names else "") + anchor


def _quoted(value: str) -> str:
    """The value of an attribute as Python-Markdown writes it. References to characters are not escaped again."""
    value = AMPERSAND.sub("&amp;", value).replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return f'"{value}"'
