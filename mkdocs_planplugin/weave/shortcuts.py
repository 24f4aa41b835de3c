# Half of the time of a conversion goes into inline patterns: Python-Markdown tries each one on each piece of text. Most
# pieces of a plan are a bold label, a few words and code, where no other pattern can match. Such a piece is recognised
# here with one regular expression and built at once, at a tenth of the cost. Tests check that the page stays the same.
"""Text that needs no inline processing."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator

from markdown import Markdown
from markdown.inlinepatterns import BacktickInlineProcessor
from markdown.util import INLINE_PLACEHOLDER, STX, AtomicString, code_escape

from mkdocs_planplugin.compiled_patterns import compiled

from .inline import marks_of_ours

# A label of nothing but words; after it, the asterisks can only close (CommonMark 6.2).
BOLD_LABEL = compiled(
    r"(?P<space>[ ]?)\*\*(?P<label>(?![^*]*www\.)[^\W_](?:[^\W_]|[ /&(),.-])*+(?<! ):?)\*\*(?P<rest>(?:[\s:].*)?)$",
    re.DOTALL,
)
# A code span as nearly all are written, its backticks alone at both ends.
CODE_SPAN = compiled(r"(?<!`)`([^`]+)`(?!`)")
# The placeholder of a piece that is already built, for patterns that search the rest of the text.
BUILT = INLINE_PLACEHOLDER % "0000"
# Python-Markdown's own patterns, by name. None of them matches without one of the characters below.
STANDARD = (
    "backtick", "escape", "reference", "link", "image_link", "image_reference", "short_reference", "short_image_ref",
    "autolink", "automail", "linebreak", "html", "entity", "not_strong", "em_strong", "em_strong2", "footnote",
)  # fmt: skip
STANDARD_MARK = compiled(r"[\\`*_\[<&\n]")
# With one of these, another stage may have something to do: escapes, attribute lists, stashes.
OTHER_MARK = compiled(rf"[&<>{{{STX}](?!{BUILT[1:]})")
# Later stages that do not change running text. Any other stage may look for words in it (abbreviations, typographic
# signs), and would not find them in text that is built already.
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

# A text and the elements behind it, each with the text behind it as its tail.
TextAndElements = tuple[str, list[etree.Element]]


class Shortcuts:
    """Builds the text of a page that needs no inline processing. On sites with unknown stages, it builds nothing."""

    def __init__(self, md: Markdown, *, abbreviations: bool) -> None:
        self._usable = not abbreviations and all(_is_harmless(md, stage) for stage in md.treeprocessors)
        standard = [md.inlinePatterns[name] for name in STANDARD if name in md.inlinePatterns]
        standard = [pattern for pattern in standard if type(pattern).__module__.startswith("markdown.")]
        searches = {pattern: pattern.getCompiledRegExp().search for pattern in md.inlinePatterns}
        self._searches = tuple(searches.values())
        ours = marks_of_ours(md)
        # The patterns that may match a text without any `STANDARD_MARK`: a search for each of their own marks.
        self._others = [
            (mark, search)
            for pattern, search in searches.items()
            if pattern not in standard
            for mark in ours.get(pattern, ("",))
        ]
        # Python-Markdown's own code spans come before all other patterns, so that nothing else can match in one.
        self._builds_code = type(next(iter(searches), None)) is BacktickInlineProcessor
        # Whether text can be written as HTML at all, as the serializer of this converter would write it.
        self.writes_html = self._usable and self._builds_code and md.output_format == "xhtml"

    def build(self, holder: etree.Element, box: etree.Element | None) -> None:
        """Build the text at the beginning of an element, or behind the `box` there, if no other pattern can match: the
        bold label, the code spans, and the text between them, which is marked as final."""
        text = holder.text if box is None else box.tail
        if not self._usable or not text:
            return
        text, elements = self._pieces(text)
        if box is None:
            holder.text = text
        else:
            box.tail = text
        place = 0 if box is None else 1
        holder[place:place] = elements

    def html(self, text: str) -> str | None:
        """The final HTML of a text; `None` if another stage may have something to do with it."""
        if not self.writes_html:
            return None
        match = BOLD_LABEL.match(text)
        label, rest = (match["label"], match["rest"]) if match else ("", text)
        parts = CODE_SPAN.split(rest) if "`" in rest else [rest]
        words = BUILT.join(parts[::2])
        if OTHER_MARK.search(label + words) or self._may_match(words):
            return None
        parts[1::2] = [f"<code>{code_escape(content.strip())}</code>" for content in parts[1::2]]
        return (f"{match['space']}<strong>{label}</strong>" if match else "") + "".join(parts)

    def _pieces(self, text: str) -> TextAndElements:
        match = BOLD_LABEL.match(text)
        if match is None:
            return self._rest(text)
        label = etree.Element("strong")
        label.text = AtomicString(match["label"])
        label.tail, elements = self._rest(match["rest"])
        return AtomicString(match["space"]), [label, *elements]

    def _rest(self, text: str) -> TextAndElements:
        """The text behind a label, or without one: built, or as it is if a pattern may match in it."""
        parts = CODE_SPAN.split(text) if "`" in text and self._builds_code and "\\" not in text else [text]
        if self._may_match(BUILT.join(parts[::2])):
            return text, []
        return AtomicString(parts[0]), list(_code_spans(parts))

    def _may_match(self, text: str) -> bool:
        """Whether any inline pattern of the converter may match in a text."""
        if not STANDARD_MARK.search(text):
            # A loop, and not `any`: it runs for every piece of text of a page.
            for mark, search in self._others:  # noqa: SIM110
                if mark in text and search(text):
                    return True
            return False
        return any(search(text) for search in self._searches)


def _code_spans(parts: list[str]) -> Iterator[etree.Element]:
    """The code spans of a text. `parts` are, by turns, the text before a span and the content of the span."""
    for content, tail in zip(parts[1::2], parts[2::2], strict=True):
        span = etree.Element("code")
        span.text = AtomicString(code_escape(content.strip()))
        span.tail = AtomicString(tail)
        yield span


def _is_harmless(md: Markdown, stage: object) -> bool:
    """Whether a later stage leaves running text as it is."""
    # The smarty and smartsymbols extensions run inline patterns of their own.
    own_patterns = getattr(stage, "inlinePatterns", md.inlinePatterns) is not md.inlinePatterns
    if type(stage).__name__ == "AbbrTreeprocessor":
        return not getattr(stage, "abbrs", {})
    return not own_patterns and type(stage).__module__.startswith(HARMLESS)
