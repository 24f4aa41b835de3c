# Half of a page's conversion is Python-Markdown asking each inline pattern of the site about each piece of text. Most
# pieces of a plan are a bold label and a few plain words, which no pattern can match. Those are found here with one
# search a pattern, a tenth of the cost, and settled at once; the page comes out the same, which the tests check.
"""Text that needs no inline processing."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree

from markdown import Markdown
from markdown.util import AtomicString

# A label of nothing but words; after it, the asterisks can only close (CommonMark 6.2).
BOLD_LABEL = re.compile(r"\*\*(?P<label>[^\W_](?:[^\W_]|[ /&(),.-])*+(?<! ):?)\*\*(?P<rest>(?:[\s:].*)?)$", re.DOTALL)
# Later stages that leave the words of running text alone. Any other may look for words (abbreviations, typographic
# signs), and would pass by what is settled.
HARMLESS = (
    "markdown.treeprocessors",
    "markdown.extensions.attr_list",
    "markdown.extensions.codehilite",
    "markdown.extensions.footnotes",
    "markdown.extensions.toc",
    "mkdocs.structure",
    "pymdownx.highlight",
    "pymdownx.magiclink",
    "pymdownx.superfences",
    "pymdownx.tabbed",
    "pymdownx.tasklist",
)


class Shortcuts:
    """Which text of a page needs no inline processing; none, where the site has stages we do not know."""

    def __init__(self, md: Markdown, *, abbreviations: bool) -> None:
        usable = not abbreviations and all(_is_harmless(md, stage) for stage in md.treeprocessors)
        self._searches = [pattern.getCompiledRegExp().search for pattern in md.inlinePatterns] if usable else []

    def settle(self, holder: etree.Element) -> None:
        """Build the bold label that an element's text begins with, and settle what no pattern can match."""
        if not self._searches or not holder.text:
            return
        match = BOLD_LABEL.match(holder.text)
        if match is None:
            holder.text = self.settled(holder.text)
            return
        label = etree.Element("strong")
        label.text = AtomicString(match["label"])
        label.tail = self.settled(match["rest"])
        holder.text = ""
        holder.insert(0, label)

    def settled(self, text: str) -> str:
        """The text, marked as settled where no inline pattern can match it."""
        if not self._searches or any(search(text) for search in self._searches):
            return text
        return AtomicString(text)


def _is_harmless(md: Markdown, stage: object) -> bool:
    # The smarty and smartsymbols extensions run inline patterns of their own.
    own_patterns = getattr(stage, "inlinePatterns", md.inlinePatterns) is not md.inlinePatterns
    if type(stage).__name__ == "AbbrTreeprocessor":
        return not getattr(stage, "abbrs", {})
    return not own_patterns and type(stage).__module__.startswith(HARMLESS)
