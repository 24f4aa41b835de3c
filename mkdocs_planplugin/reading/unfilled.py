# How much of a page is still to be filled in tells templates from plans.
"""The placeholders of a document that nobody has filled in yet."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from mkdocs_planplugin.compiled_patterns import compiled

from .document import Document
from .labels import label_key
from .patterns import when_used
from .profiles import phrase_finder, phrase_set
from .values import count_placeholders, is_placeholder, says_unknown

# A cheap look before the careful one.
_MAY_HOLD_ONE = compiled(r"[\[<{|/·]")
# What stands before the words of a line, and what of a value is in emphasis.
_MARKS = compiled(r"[ \t>]*(?:#{1,6}[ \t]+|(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?:\[.\][ \t]+)?")
_LABEL = compiled(r"(?P<bold>\*\*|__)?[^:*]{1,60}(?::(?:\*\*|__)|(?:\*\*|__)?:)[ \t]")
_LEGEND = phrase_finder(lambda profile: profile.placeholders.legends)
_NOTHING_BUT_LEGEND = phrase_set(lambda profile: profile.placeholders.legends)
# What a plugin or a program fills in: `{{ page.title }}`. Words of an author have capitals, spaces or hyphens.
_MACRO = when_used(r"\{\{ *[a-z_][a-z0-9_.]* *\}\}")
_CELL = compiled(r"(?<!\\)\|")
_BRACKET = compiled(r"[\[<{]")
_END_TAG = compiled(r"</([\w-]+)>")


class Unfilled(Struct, frozen=True):
    """The number of placeholders, the number of lines with words, and those of them whose placeholders are meant to be
    filled in: not the choices of a legend, nor tags that are closed further down (`<notes>`)."""

    placeholders: int
    lines: int
    texts: Mapping[int, str]

    def values(self) -> list[int]:
        """The lines on which a placeholder stands where a value belongs, and nothing beside it. Others may be meant:
        `(low/high)` in a sentence, `[P0-A]` before a title, `[Story]` in a legend, `{{ version }}` for a program; and
        `[TBD]` is an answer."""
        return [line for line, text in sorted(self.texts.items()) if _is_unfilled_value(text)]


def count_unfilled(document: Document) -> Unfilled:
    """The placeholders in paragraphs, headings and tables."""
    placeholders, lines, texts, tags = 0, 0, dict[int, str](), set[str]()
    for block in (*document.paragraphs, *document.headings, *document.tables):
        lines += len(block.lines)
        if _MAY_HOLD_ONE.search("\n".join(block.lines)) is None:  # most
            continue
        for offset, line in enumerate(block.lines):
            if count := count_placeholders(line):
                placeholders += count
                texts[block.line + offset] = line
            if "</" in line:
                tags.update(_END_TAG.findall(line))
    if texts:
        legends = _lines_of_legends(document)
        texts = {
            line: text
            for line, text in texts.items()
            if text.strip()[1:-1] not in tags and not (line in legends and not _BRACKET.search(text))
        }
    return Unfilled(placeholders, lines, texts)


def _lines_of_legends(document: Document) -> set[int]:
    """The lines right below headings that only say that choices are explained there: `## Legend`."""
    legends = (section for section in document.root.walk() if _NOTHING_BUT_LEGEND.fits(label_key(section.title)))
    blocks = (part for section in legends for block in section.blocks for part in block.walk())
    return {line for block in blocks for line in range(block.line, block.line + len(block.lines))}


def _is_unfilled_value(line: str) -> bool:
    text = line.strip()
    if text.startswith("|"):
        return any(map(_is_spot, _CELL.split(text)))
    text = text[_MARKS.match(text).end() :]  # type: ignore[union-attr]  # it matches at every text
    if _MACRO.fullmatch(text):
        return False
    if label := _LABEL.match(text):
        # A list of choices behind a plain label may be what it is about: `priority: low/high`.
        value = text[label.end() :]
        if _MACRO.fullmatch(value) or (_LEGEND.is_in(label_key(label[0])) and not _BRACKET.search(value)):
            return False
        return _is_spot(value) or (bool(label["bold"]) and not _BRACKET.search(value) and is_placeholder(value))
    return _is_spot(text)


def _is_spot(text: str) -> bool:
    """Whether a text is nothing but a placeholder in brackets."""
    return bool(_BRACKET.search(text)) and is_placeholder(text) and not says_unknown(text)
