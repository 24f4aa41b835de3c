# Block syntax that only the site knows (definition lists, abbreviations, admonitions, ...) is built by the block
# processors of the site. Each of them would be asked about each paragraph, so those are left out that cannot have
# anything to do on the page.
"""The block processors of a site beside those of Python-Markdown itself."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree

from markdown import Markdown, blockprocessors
from markdown.extensions.tables import TableProcessor

from .placeholders import PlanProcessor

# Containers have a head line, by which their processors know them.
_WITH_HEADS = ("admonition", "details", "tabbed", "footnote")
_HEAD = re.compile(r"!!!|\?\?\?|===|\[\^")
# What the syntax of these has to hold somewhere on the page.
SIGNS = {
    "deflist": re.compile(r"(?:^|[\s>]):[ ]"),
    "abbr": re.compile(r"\*\["),
    "markdown_block": re.compile(r"<[^<>]*\smarkdown[\s=/>]"),
}
# Processors for what the outline has told apart already. The table processor is one of the site's extensions, but
# tables are built here.
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


class SiteProcessors:
    """The processors of a converter that may have something to do with the paragraphs of a page's `text`."""

    def __init__(self, md: Markdown, text: str) -> None:
        known = md.parser.blockprocessors
        with_heads = [known[name] for name in _WITH_HEADS if name in known]
        idle = [known[name] for name, sign in SIGNS.items() if name in known and not sign.search(text)]
        self._all = [processor for processor in known if not isinstance(processor, OUR_PROCESSORS)]
        self._all = [processor for processor in self._all if processor not in idle]
        self._without_heads = [processor for processor in self._all if processor not in with_heads]

    def leave_alone(self, text: str) -> bool:
        """Whether no processor can have anything to do with a paragraph."""
        return not (self._without_heads or _HEAD.search(text))

    def take(self, parent: etree.Element, pending: list[str]) -> bool:
        """Let the first processor that wants the first of the `pending` texts have it, as Python-Markdown's block
        parser does: it builds elements in `parent`, and may put what it leaves back. Returns whether there was one."""
        text = pending[0]
        # Code is indented, and may be what an admonition above it takes for its own.
        has_head = text.startswith("    ") or _HEAD.search(text)
        for processor in self._all if has_head else self._without_heads:
            if processor.test(parent, pending[0]) and processor.run(parent, pending) is not False:
                return True
        return False
