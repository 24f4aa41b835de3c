# Words of a plan that are shown on another page, as the site's own converter makes them. Only its inline stages are
# run, which takes 0.2 ms. What the converter built is put right in its tree; only where an author wrote HTML by hand is
# there something to mend: that is BeautifulSoup's work (0.5 ms, and a tenth of a second to import it).
"""Inline Markdown of one page as HTML for another."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Callable, Mapping
from typing import Any

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.util import STX

from .inline import add_github_inlines

FOOTNOTE = r"\[\^[^\]\s]+\]"
# What names an element, or another one by its name: names are those of the page it came from.
NAMES = ("id", "name", "for", "aria-labelledby", "aria-describedby")
ADDRESSES = ("href", "src")
# Elements that close those of ours around them, unless they bring along the element that they belong to.
PARTS = ("caption", "col", "colgroup", "tbody", "td", "tfoot", "th", "thead", "tr", "li", "dd", "dt", "option")
WHOLES = ("table", "ul", "ol", "menu", "dl", "select")
# There is one of each on a page, and it is not in a fragment.
OF_PAGES = ("html", "head", "body")


class FragmentConverter:
    """Converts pieces of inline Markdown, one at a time, with a converter that nobody else uses meanwhile."""

    def __init__(self, md: Markdown) -> None:
        self._md = md
        # Before the site's own footnotes (175), after code (190) and escapes (180).
        md.inlinePatterns.register(_Dropped(FOOTNOTE), "plan-footnote", 176)

    def html(self, source: str, link_targets: Mapping[str, str], address: Callable[[str], str]) -> str:
        """The HTML of a piece of inline Markdown as it can stand anywhere on another page: whole, without ids and
        without references to footnotes, which stay behind on their page.

        `link_targets` are those of `[words][label]`; `address` gives the new form of each address in it.
        """
        md = self._md.reset()
        md.references.update({label: (target, "") for label, target in link_targets.items()})
        added = add_github_inlines(md, source)
        root = etree.Element("div")
        etree.SubElement(root, "p").text = source
        for stage in md.treeprocessors:
            changed = stage.run(root)
            root = root if changed is None else changed
        for name in added:
            md.inlinePatterns.deregister(name)
        by_hand = md.htmlStash.html_counter > 0
        if not by_hand:
            for element in root.iter():
                _move(element.attrib, address)
        html = md.serializer(root[0])
        for after in md.postprocessors:
            html = after.run(html)
        html = html[html.index(">") + 1 : html.rindex("</p>")]
        return mended(html, address) if by_hand else html


class _Dropped(InlineProcessor):
    """Nothing is left of what the pattern matches."""

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[str, int, int]:
        """Return nothing, and what it stands for."""
        return "", m.start(0), m.end(0)


def mended(html: str, address: Callable[[str], str]) -> str:
    """HTML that was written by hand as a whole: what was left open is closed, and nothing closes what is around it."""
    from bs4 import BeautifulSoup  # noqa: PLC0415 (see above)

    soup = BeautifulSoup(html, "html.parser")
    for element in soup.find_all(OF_PAGES):
        element.unwrap()
    for element in soup.find_all(PARTS):
        if element.find_parent(WHOLES) is None:
            element.unwrap()
    for element in soup.find_all(True):
        _move(element.attrs, address)
    return soup.decode(formatter="minimal")


def _move(attributes: dict[str, Any], address: Callable[[str], str]) -> None:
    """Take the names off an element, and give it its new addresses. What a later stage still has to put together (the
    address of a mail, spelled so that robots do not see it) leads nowhere on this site."""
    for name in NAMES:
        attributes.pop(name, None)
    for name in ADDRESSES:
        if name in attributes and STX not in attributes[name]:
            attributes[name] = address(attributes[name])
