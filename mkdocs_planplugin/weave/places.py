# A decoration refers to lines of the file. Here it is looked up by lines of the rendered text, where snippets and
# macros may have moved them, and applied to the elements.
"""The decoration of a page, applied to its elements."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable

from .decoration import BlockDecoration, PageDecoration, place_comment
from .own_html import OwnHtml


class Places:
    """The decoration of one page, by the lines of the rendered text. `line_of` gives the line of the file.

    Each part of it is taken once. Two blocks may start at one line (a list and its first item): the first that asks
    gets the decoration of that line.
    """

    def __init__(self, decoration: PageDecoration, line_of: Callable[[int], int | None], html: OwnHtml) -> None:
        self._line_of = line_of
        self._html = html
        self._blocks = dict(decoration.blocks)
        self._views: dict[tuple[int | None, bool], list[str]] = {}  # by the line, and whether they go before it
        for place in decoration.places:
            self._views.setdefault((place.line, place.before), []).append(place.view)

    def at(self, line: int) -> BlockDecoration | None:
        """The decoration of the block at a line. It is not taken."""
        in_file = self._line_of(line)
        return None if in_file is None else self._blocks.get(in_file)

    def take(self, line: int) -> BlockDecoration | None:
        """Take the decoration of the block at a line."""
        in_file = self._line_of(line)
        return None if in_file is None else self._blocks.pop(in_file, None)

    def has_view(self, line: int) -> bool:
        """Whether a view goes before or behind the block at a line."""
        in_file = self._line_of(line)
        return (in_file, True) in self._views or (in_file, False) in self._views

    def apply(self, element: etree.Element, holder: etree.Element, decoration: BlockDecoration) -> None:
        """Add the anchor and the classes to an element, and the place of a view behind the text of `holder`, which is
        the element itself or its first child."""
        if decoration.anchor:
            element.set("id", decoration.anchor)
        if decoration.classes:
            add_class(element, *decoration.classes)
        if decoration.view:
            holder.text = f"{holder.text or ''} {self.stored(decoration.view)}"

    def stored(self, view: str) -> str:
        """Store the place of a view; returns the placeholder for the tree."""
        return self._html.stored(place_comment(view))

    def put_on_top(self, parent: etree.Element) -> None:
        """Add the places of views at the top of the page."""
        self._put(parent, None, before=False)

    def put(self, parent: etree.Element, line: int, *, before: bool = False) -> None:
        """Add the places of views behind the block at a line, or before it."""
        in_file = self._line_of(line)
        if in_file is not None:
            self._put(parent, in_file, before=before)

    def _put(self, parent: etree.Element, line: int | None, *, before: bool) -> None:
        for view in self._views.pop((line, before), ()):
            self._html.put(parent, place_comment(view))

    def put_lost_summary(self, parent: etree.Element) -> None:
        """Put the summary below the title if it was not placed because a snippet or macro has replaced the title."""
        lost = [view for views in self._views.values() for view in views if view == "summary"]
        at = next((n for n, element in enumerate(parent, 1) if element.tag == "h1"), 0)
        for view in lost:
            place = etree.Element("p")
            place.text = self.stored(view)
            parent.insert(at, place)


def add_class(element: etree.Element, *names: str) -> None:
    """Add class names to those that an element has."""
    element.set("class", " ".join([*element.get("class", "").split(), *names]))
