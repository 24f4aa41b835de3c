# Block syntax that only the site knows (definition lists, abbreviations, admonitions, ...) is built by the site's own
# block processors. Each of them is tried on each paragraph, so those that cannot match on this page are left out.
"""The block processors of a site beside those of Python-Markdown itself."""

from __future__ import annotations

import xml.etree.ElementTree as etree

from markdown import Markdown, blockprocessors
from markdown.extensions.tables import TableProcessor

from mkdocs_planplugin.compiled_patterns import compiled

from .placeholders import PlanProcessor

# Processors of containers. They match only a head line.
_WITH_HEADS = ("admonition", "details", "tabbed", "footnote")
_HEAD = compiled(r"!!!|\?\?\?|===|\[\^")
# These processors match only if the text of the page has a match of the pattern.
SIGNS = {
    "deflist": compiled(r"(?:^|[\s>]):[ ]"),
    "abbr": compiled(r"\*\["),
    "markdown_block": compiled(r"<[^<>]*\smarkdown[\s=/>]"),
}
# Processors for blocks that the outline already knows. The table processor belongs to an extension of the site, but we
# build tables, too.
OUR_PROCESSORS = (
    PlanProcessor,
    blockprocessors.EmptyBlockProcessor,
    blockprocessors.ListIndentProcessor,
    blockprocessors.CodeBlockProcessor,
    blockprocessors.HashHeaderProcessor,
    blockprocessors.SetextHeaderProcessor,
    blockprocessors.HRProcessor,
    blockprocessors.OListProcessor,
    blockprocessors.BlockQuoteProcessor,
    blockprocessors.ReferenceProcessor,
    blockprocessors.ParagraphProcessor,
    TableProcessor,
)
# `*[HTML]: Hyper Text Markup Language`, also at the beginning of a list item or in a quote. Two patterns, because
# one for both ends would be slow on a text of open brackets.
_ABBREVIATION_BEGINS = compiled(r"(?:^|[\s>])\*\[")
_ABBREVIATION_ENDS = compiled(r"\][ ]?:")


def defines_abbreviations(text: str) -> bool:
    """Whether the text of a page may define an abbreviation, whose words a site then marks everywhere on the page."""
    return "*[" in text and bool(_ABBREVIATION_BEGINS.search(text) and _ABBREVIATION_ENDS.search(text))


class SiteProcessors:
    """The block processors of a converter that may match in the `text` of a page."""

    def __init__(self, md: Markdown, text: str) -> None:
        known = md.parser.blockprocessors
        with_heads = [known[name] for name in _WITH_HEADS if name in known]
        idle = [known[name] for name, sign in SIGNS.items() if name in known and not sign.search(text)]
        self._all = [processor for processor in known if not isinstance(processor, OUR_PROCESSORS)]
        self._all = [processor for processor in self._all if processor not in idle]
        self._without_heads = [processor for processor in self._all if processor not in with_heads]

    def leave_alone(self, text: str) -> bool:
        """Whether no processor can match in a paragraph."""
        return not (self._without_heads or _HEAD.search(text))

    def take(self, parent: etree.Element, pending: list[str]) -> bool:
        """Give the first of the `pending` texts to the first processor that takes it, as Python-Markdown's block parser
        does. It adds elements to `parent`, and may put the rest of the text back. Returns whether one took it."""
        text = pending[0]
        # Code is indented, and may be what an admonition above it takes for its own.
        has_head = text.startswith("    ") or _HEAD.search(text)
        for processor in self._all if has_head else self._without_heads:
            if processor.test(parent, pending[0]) and processor.run(parent, pending) is not False:
                return True
        return False
