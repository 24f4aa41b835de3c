# Each element of a page is visited by a dozen later stages, and most elements of a plan are the items below its tasks:
# a bold label, some words, some code, where no stage has anything to do. Lists and tables of nothing else are not built
# but written, just as Python-Markdown would write them in the end, which the tests check.
"""Lists and tables as HTML at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from mkdocs_planplugin.gfm import Block, BlockKind, alignments, table_cells

from .shortcuts import Shortcuts


class Writer:
    """Writes the blocks of a page that need no elements.

    `is_plain` says of a line and its text that nothing of ours is put there, and that no block syntax of the site is
    in it.
    """

    def __init__(self, shortcuts: Shortcuts, is_plain: Callable[[int, str], bool]) -> None:
        self._shortcuts = shortcuts
        self._is_plain = is_plain

    def list(self, block: Block) -> str | None:
        """The HTML of a list; None where an item of it needs elements."""
        if not block.tight:
            return None
        tag = "ol" if block.ordered else "ul"
        start = f' start="{block.start}"' if block.ordered and block.start != 1 else ""
        items = _all(self._item(item) for item in block.children)
        return None if items is None else f"<{tag}{start}>\n{items}</{tag}>"

    def _item(self, item: Block) -> str | None:
        if (
            item.box is not None
            or item.quoted_box
            or not item.children
            or item.children[0].kind is not BlockKind.PARAGRAPH
        ):
            return None
        text = item.children[0].text
        words = self._shortcuts.html(text.strip(" \n")) if self._is_plain(item.line, text) else None
        if words is None:
            return None
        below = _all(self._below(block) for block in item.children[1:])
        return None if below is None else f"<li>{words}{below}</li>\n"

    def _below(self, block: Block) -> str | None:
        html = self.list(block) if block.kind is BlockKind.LIST else None
        return None if html is None else f"{html}\n"

    def table(self, block: Block) -> str | None:
        """The HTML of a table; None where a cell of it needs elements."""
        head, delimiters, *body = block.lines
        styles = [f' style="text-align: {align};"' if align else "" for align in alignments(delimiters)]
        above = self._row(head, "th", styles, block.line)
        rows = _all(self._row(row, "td", styles, block.line + n) for n, row in enumerate(body, 2))
        if above is None or rows is None:
            return None
        below = f"\n{rows}" if rows else ""
        return f"<table>\n<thead>\n{above}</thead>\n<tbody>{below}</tbody>\n</table>"

    def _row(self, row: str, tag: str, styles: Iterable[str], line: int) -> str | None:
        if not self._is_plain(line, row):
            return None
        cells = iter(table_cells(row))
        html = _all(self._cell(next(cells, ""), tag, style) for style in styles)
        return None if html is None else f"<tr>\n{html}</tr>\n"

    def _cell(self, text: str, tag: str, style: str) -> str | None:
        html = self._shortcuts.html(text)
        return None if html is None else f"<{tag}{style}>{html}</{tag}>\n"


def _all(pieces: Iterable[str | None]) -> str | None:
    """All pieces as one; None as soon as one is missing."""
    html: list[str] = []
    for piece in pieces:
        if piece is None:
            return None
        html.append(piece)
    return "".join(html)
