# HTML that we write as text goes into Python-Markdown's stash of raw HTML. The tree has a placeholder for it, which
# later stages do not look into.
"""HTML that is written as text instead of being built of elements."""

from __future__ import annotations

import xml.etree.ElementTree as etree

from markdown import Markdown
from markdown.util import AtomicString

# A piece is copied with each addition. Without a limit to its size, this would take quadratic time.
LONGEST_PIECE = 16_000


class OwnHtml:
    """Our pieces of HTML in the stash of a converter; `numbers` are their numbers in the stash."""

    def __init__(self, md: Markdown) -> None:
        self.numbers: set[int] = set()
        self._stash = md.htmlStash
        self._last: tuple[etree.Element | None, int] = None, 0  # the last element that holds a piece, and its number

    def stored(self, html: str) -> str:
        """Put HTML into the stash. Returns its placeholder for the tree, which inline patterns ignore."""
        self.numbers.add(self._stash.html_counter)
        return AtomicString(self._stash.store(html))

    def put(self, parent: etree.Element, html: str) -> None:
        """Add HTML to an element. Pieces that follow one another share an element, since later stages visit each
        one."""
        last, number = self._last
        pieces = self._stash.rawHtmlBlocks
        if len(parent) and parent[-1] is last and not last.tail and len(pieces[number]) < LONGEST_PIECE:
            pieces[number] = f"{pieces[number]}\n{html}"
            return
        number = self._stash.html_counter
        element = etree.SubElement(parent, "p")
        element.text = self.stored(html)
        self._last = element, number
