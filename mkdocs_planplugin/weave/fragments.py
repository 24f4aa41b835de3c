# Pieces of a plan's text for other pages, converted by the site's own converter. Only its inline stages run, which
# takes 0.2 ms. Addresses and ids are corrected in the element tree. HTML that an author wrote by hand is not in that
# tree: such a piece goes through a sanitiser that parses HTML as browsers do.
"""Inline Markdown of one page as HTML for another."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Callable, Mapping

from markdown import Markdown
from markdown.inlinepatterns import HtmlInlineProcessor, InlineProcessor
from markdown.util import AMP_SUBSTITUTE, ETX, HTML_PLACEHOLDER_RE, STX

from mkdocs_planplugin.compiled_patterns import compiled
from mkdocs_planplugin.gfm import is_harmless

from .inline import add_github_inlines
from .sanitised import is_kept, sanitised

FOOTNOTE = r"\[\^[^\]\s]+\]"
# Python-Markdown's patterns for HTML, with their priorities.
RAW_HTML_PATTERNS = {"html": 90, "entity": 80}
ADDRESSES = ("href", "src")
# The characters that Python-Markdown marks its placeholders with. It removes them from the text of a page, too.
WITHOUT_CONTROLS = str.maketrans("", "", STX + ETX)
# An address of mail as Python-Markdown hides it, until a later stage writes it out. It always begins with `mailto:`.
_HIDDEN_MAIL = compiled(f"(?:{AMP_SUBSTITUTE}#[0-9]+;)+")


class FragmentConverter:
    """Converts pieces of inline Markdown, one at a time. Nothing else may use the converter at the same time."""

    def __init__(self, md: Markdown) -> None:
        self._md = md
        # Before the site's own footnotes (175), after code (190) and escapes (180).
        md.inlinePatterns.register(_Dropped(FOOTNOTE), "plan-footnote", 176)
        self._raw_html = [
            _replaced(md, name, priority) for name, priority in RAW_HTML_PATTERNS.items() if name in md.inlinePatterns
        ]

    def html(self, source: str, link_targets: Mapping[str, str], rebased: Callable[[str], str]) -> str:
        """The HTML of a piece of inline Markdown for another page: without open tags, ids and references to footnotes.

        `link_targets` are the targets of `[words][label]`, by label. `rebased` gives an address as
        it is written on the other page.
        """
        md = self._md.reset()
        source = source.translate(WITHOUT_CONTROLS)
        md.references.update({label: (target, "") for label, target in link_targets.items()})
        for pattern in self._raw_html:
            pattern.pieces.clear()
        root = self._tree(source)
        pieces = {placeholder: html for pattern in self._raw_html for placeholder, html in pattern.pieces.items()}
        if not pieces:
            for element in root.iter():
                _clean(element, rebased)
        html = _inside(md.serializer(root))
        if pieces:
            html = sanitised(_filled(html, pieces), lambda value: _safe_address(value, rebased))
        for after in md.postprocessors:
            html = after.run(html)
        return html.translate(WITHOUT_CONTROLS)

    def _tree(self, source: str) -> etree.Element:
        """What the inline stages of the site make of a text."""
        md = self._md
        added = add_github_inlines(md, source)
        root = etree.Element("div")
        # No paragraph: a text that is only the tag of a block would replace the paragraph.
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
    """Removes what its pattern matches."""

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[str, int, int]:
        """Return no element, and the part of the text it replaces."""
        return "", m.start(0), m.end(0)


class _RawHtml(HtmlInlineProcessor):
    """Keeps the raw HTML of the author in `pieces`, by its placeholder in the text. So it can be told from the HTML of
    the site's extensions, such as icons."""

    def __init__(self, pattern: str, md: Markdown) -> None:
        super().__init__(pattern, md)
        self.pieces: dict[str, str] = {}

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[str, int, int]:
        """Return the placeholder, and the part of the text it replaces."""
        placeholder = str(super().handleMatch(m, data)[0])
        self.pieces[placeholder] = str(self.md.htmlStash.rawHtmlBlocks[-1])
        return placeholder, m.start(0), m.end(0)


def _replaced(md: Markdown, name: str, priority: int) -> _RawHtml:
    """Replace a pattern of Python-Markdown by ours, which matches the same."""
    ours = _RawHtml(md.inlinePatterns[name].pattern, md)
    md.inlinePatterns.register(ours, name, priority)
    return ours


def _filled(html: str, pieces: Mapping[str, str]) -> str:
    """The HTML with the author's pieces in place of their placeholders. A piece may contain placeholders, too."""
    return HTML_PLACEHOLDER_RE.sub(
        lambda match: _filled(pieces[match[0]], pieces) if match[0] in pieces else match[0], html
    )


def _inside(html: str) -> str:
    """The inner HTML of the single element that a serializer wrote."""
    return html[html.index(">") + 1 : html.rindex("</")] if not html.rstrip().endswith("/>") else ""


def _clean(element: etree.Element, rebased: Callable[[str], str]) -> None:
    """Remove the attributes of an element that are not safe on another page, and rebase its addresses. An author can
    give any attribute to what Markdown makes: `[a](b){: onclick="..." }`."""
    attributes = element.attrib
    for name in [name for name in attributes if not is_kept(element.tag, name)]:
        del attributes[name]
    for name in ADDRESSES:
        if name in attributes:
            address = _safe_address(attributes.pop(name), rebased)
            if address is not None:
                attributes[name] = address


def _safe_address(value: str, rebased: Callable[[str], str]) -> str | None:
    """An address as the other page needs it; `None` for one that would run something. That of a mail leads to no page,
    and stays hidden. In other addresses, too, an unclosed link may leave the marks of Python-Markdown."""
    if _HIDDEN_MAIL.fullmatch(value):
        return value
    address = rebased(value.translate(WITHOUT_CONTROLS))
    return address if is_harmless(address) else None
