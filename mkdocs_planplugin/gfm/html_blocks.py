# Raw HTML between blocks of Markdown: where it begins and where it ends (CommonMark 4.6).
"""The seven kinds of HTML blocks."""

from __future__ import annotations

import re

from msgspec import Struct

from mkdocs_planplugin.compiled_patterns import compiled

# The tags of kind 6.
BLOCK_TAGS = (
    "address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|"
    "fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|"
    "menuitem|nav|noframes|ol|optgroup|option|p|param|section|source|title|summary|table|tbody|td|tfoot|th|thead|"
    "tr|track|ul"
)
# Kind 7: any other complete tag, alone on its line.
ATTRIBUTE = r"(?:[ ]+[a-zA-Z_:][\w.:-]*+(?:[ ]*=[ ]*(?:[^ \"'=<>`]++|'[^']*+'|\"[^\"]*+\"))?)"
ONE_TAG = compiled(rf"<(?:[a-zA-Z][a-zA-Z0-9-]*+{ATTRIBUTE}*+[ ]*/?>|/[a-zA-Z][a-zA-Z0-9-]*+[ ]*>)[ ]*$", re.ASCII)
# An opening tag whose content the extension md_in_html parses as blocks. Not so the tags listed here: they hold running
# text only, whatever their attribute `markdown` says.
MARKDOWN_TAG = compiled(
    r"<(?!(?:p|h[1-6]|li|t[dh]|dt|summary|legend)\b)[a-zA-Z][a-zA-Z0-9-]*\b[^>]*\bmarkdown\b"
    r"(?:[ ]*=[ ]*[\"']?(?:1|block|)[\"']?)?(?=[ />])[^>]*>[ ]*$"
)


class HtmlEnd(Struct, frozen=True):
    """How an HTML block ends: at a line where `pattern` matches, or, without a pattern, at the next blank line."""

    pattern: re.Pattern[str] | None = None

    @property
    def at_blank_line(self) -> bool:
        """Whether a blank line ends it."""
        return self.pattern is None

    def ends(self, line: str) -> bool:
        """Whether the block ends with this line."""
        return self.pattern is not None and self.pattern.search(line) is not None

    def holds_markdown(self, line: str) -> bool:
        """Whether the line is an opening tag that declares its content to be Markdown."""
        return self.pattern is None and MARKDOWN_TAG.match(line) is not None


BLANK_LINE = HtmlEnd()
# Kinds 1 to 6, in the order of the specification: how a block begins, and how it ends.
STARTS = (
    (
        compiled(r"<(?:script|pre|textarea|style)(?:[ ]|>|$)", re.IGNORECASE),
        HtmlEnd(compiled(r"</(?:script|pre|textarea|style)>", re.IGNORECASE)),
    ),
    (compiled(r"<!--"), HtmlEnd(compiled(r"-->"))),
    (compiled(r"<\?"), HtmlEnd(compiled(r"\?>"))),
    (compiled(r"<![a-zA-Z]"), HtmlEnd(compiled(r">"))),
    (compiled(r"<!\[CDATA\["), HtmlEnd(compiled(r"\]\]>"))),
    (compiled(rf"</?(?:{BLOCK_TAGS})(?:[ ]|/?>|$)", re.IGNORECASE), BLANK_LINE),
)


def html_block_end(text: str, *, interrupts: bool) -> HtmlEnd | None:
    """How the HTML block that begins with this line (without indentation) ends; None where none begins.

    `interrupts` says that the line follows a paragraph, which all kinds but the seventh may interrupt.
    """
    for start, end in STARTS:
        if start.match(text):
            return end
    return BLANK_LINE if not interrupts and ONE_TAG.match(text) else None
