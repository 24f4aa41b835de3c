# Words of a plan that are shown on another page, as the site's own converter makes them. Only its inline stages are
# run, which takes 0.2 ms. What the converter built is put right in its tree. Only where an author wrote HTML by hand
# the result is no tree yet: what a browser would make of it is the business of a sanitiser that reads HTML as they do.
"""Inline Markdown of one page as HTML for another."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Callable, Mapping

from markdown import Markdown
from markdown.inlinepatterns import HtmlInlineProcessor, InlineProcessor
from markdown.util import ETX, HTML_PLACEHOLDER_RE, STX

from mkdocs_planplugin.gfm import is_harmless

from .inline import add_github_inlines
from .sanitised import sanitised

FOOTNOTE = r"\[\^[^\]\s]+\]"
# What names an element, or another one by its name: names are those of the page it came from.
NAMES = ("id", "name", "for", "aria-labelledby", "aria-describedby")
# Python-Markdown's patterns for HTML, with their priorities.
BY_HAND = {"html": 90, "entity": 80}
ADDRESSES = ("href", "src")
# Python-Markdown's own marks, which it takes off the text of a page as well.
MARKS = str.maketrans("", "", STX + ETX)


class FragmentConverter:
    """Converts pieces of inline Markdown, one at a time, with a converter that nobody else uses meanwhile."""

    def __init__(self, md: Markdown) -> None:
        self._md = md
        # Before the site's own footnotes (175), after code (190) and escapes (180).
        md.inlinePatterns.register(_Dropped(FOOTNOTE), "plan-footnote", 176)
        self._by_hand = [
            _replaced(md, name, priority) for name, priority in BY_HAND.items() if name in md.inlinePatterns
        ]

    def html(self, source: str, link_targets: Mapping[str, str], address: Callable[[str], str]) -> str:
        """The HTML of a piece of inline Markdown as it can stand anywhere on another page: whole, without ids and
        without references to footnotes, which stay behind on their page.

        `link_targets` are those of `[words][label]`; `address` gives the new form of each address in it.
        """
        md = self._md.reset()
        source = source.translate(MARKS)
        md.references.update({label: (target, "") for label, target in link_targets.items()})
        for pattern in self._by_hand:
            pattern.pieces.clear()
        root = self._tree(source)
        pieces = {place: html for pattern in self._by_hand for place, html in pattern.pieces.items()}
        if not pieces:
            for element in root.iter():
                _move(element.attrib, address)
        html = _inside(md.serializer(root))
        if pieces:
            html = sanitised(_filled(html, pieces), lambda value: _moved(value, address))
        for after in md.postprocessors:
            html = after.run(html)
        return html

    def _tree(self, source: str) -> etree.Element:
        """What the inline stages of the site make of a text."""
        md = self._md
        added = add_github_inlines(md, source)
        root = etree.Element("div")
        # No paragraph: there, what is nothing but a tag of a block would take the place of the paragraph itself.
        etree.SubElement(root, "div").text = source
        try:
            for stage in md.treeprocessors:
                changed = stage.run(root)
                root = root if changed is None else changed
        finally:
            for name in added:
                md.inlinePatterns.deregister(name)
        return root[0]


class _Dropped(InlineProcessor):
    """Nothing is left of what the pattern matches."""

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[str, int, int]:
        """Return nothing, and what it stands for."""
        return "", m.start(0), m.end(0)


class _ByHand(HtmlInlineProcessor):
    """Keeps what an author wrote as HTML in `pieces`, by what stands for it until it has been looked at. So it is told
    from the HTML that extensions of the site make, such as icons."""

    def __init__(self, pattern: str, md: Markdown) -> None:
        super().__init__(pattern, md)
        self.pieces: dict[str, str] = {}

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[str, int, int]:
        """Return what stands for it, and where it was."""
        place = str(super().handleMatch(m, data)[0])
        self.pieces[place] = str(self.md.htmlStash.rawHtmlBlocks[-1])
        return place, m.start(0), m.end(0)


def _replaced(md: Markdown, name: str, priority: int) -> _ByHand:
    """Put our own pattern in the place of Python-Markdown's, which is the same otherwise."""
    ours = _ByHand(md.inlinePatterns[name].pattern, md)
    md.inlinePatterns.register(ours, name, priority)
    return ours


def _filled(html: str, pieces: Mapping[str, str]) -> str:
    """The HTML with the pieces of the author at their places; one may hold another."""
    return HTML_PLACEHOLDER_RE.sub(
        lambda match: _filled(pieces[match[0]], pieces) if match[0] in pieces else match[0], html
    )


def _inside(html: str) -> str:
    """What is inside the one element that this is, as the serializer writes it."""
    return html[html.index(">") + 1 : html.rindex("</")] if not html.rstrip().endswith("/>") else ""


def _move(attributes: dict[str, str], address: Callable[[str], str]) -> None:
    """Take the names off an element, and give it its new addresses."""
    for name in NAMES:
        attributes.pop(name, None)
    for name in ADDRESSES:
        if name in attributes:
            moved = _moved(attributes.pop(name), address)
            if moved is not None:
                attributes[name] = moved


def _moved(value: str, address: Callable[[str], str]) -> str | None:
    """The new form of an address; None where it would run something. What a later stage still has to put together (the
    address of a mail, spelled so that robots do not see it) leads nowhere on this site."""
    if STX in value:
        return value
    moved = address(value)
    return moved if is_harmless(moved) else None
