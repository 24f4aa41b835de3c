# HTML of ours is put into Python-Markdown's stash of raw HTML. In the tree stands a placeholder for it that no later
# stage looks into.
"""HTML that is written and not built of elements."""

from __future__ import annotations

import xml.etree.ElementTree as etree

from markdown import Markdown
from markdown.util import AtomicString

# A piece is copied with each addition: one that may grow without end would take quadratic time.
LONGEST_PIECE = 16_000


class OwnHtml:
    """The pieces of HTML of ours in the stash of a converter; `numbers` are those that the stash gave them."""

    def __init__(self, md: Markdown) -> None:
        self.numbers: set[int] = set()
        self._stash = md.htmlStash
        self._last: tuple[etree.Element | None, int] = None, 0  # the last element that holds a piece, and its number

    def stored(self, html: str) -> str:
        """Keep HTML; returns the text that stands for it in the tree, which inline patterns pass over."""
        self.numbers.add(self._stash.html_counter)
        return AtomicString(self._stash.store(html))

    def put(self, parent: etree.Element, html: str) -> None:
        """Add HTML to an element. Each later stage visits each element: pieces that follow one another share one."""
        last, number = self._last
        pieces = self._stash.rawHtmlBlocks
        if len(parent) and parent[-1] is last and not last.tail and len(pieces[number]) < LONGEST_PIECE:
            pieces[number] = f"{pieces[number]}\n{html}"
            return
        number = self._stash.html_counter
        element = etree.SubElement(parent, "p")
        element.text = self.stored(html)
        self._last = element, number
