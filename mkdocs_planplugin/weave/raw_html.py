# Raw HTML in a plan's text goes to the page as it is. Two kinds of tags GitHub shows as text, and for a reason: a
# browser would hide the words in the first, and everything that follows the second.
"""Tags that are shown as text."""

from __future__ import annotations

import re

_NAME = r"[a-zA-Z][a-zA-Z0-9-]*+"
_ATTRIBUTE = r"(?:\s++[a-zA-Z_:][\w.:-]*+(?:\s*+=\s*+(?:[^\s\"'=<>`]++|'[^']*+'|\"[^\"]*+\"))?)"
_TAG = rf"(?:{_NAME}{_ATTRIBUTE}*+\s*+/?>|/{_NAME}\s*+>)"
_ADDRESS = r"(?:[a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\s<>]*+>|[\w.+-]++@[\w.-]++>)"
# What Python-Markdown takes for a tag and CommonMark 6.6 does not: `<Product, [Float]>`, `<a*b>`.
NO_TAG = rf"<(?=/?[a-zA-Z])(?!{_TAG}|{_ADDRESS})"
# GFM 6.11: elements that hold nothing but text, up to their end tag.
_TEXT_ELEMENT = re.compile(
    r"<(/?)(title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext)(?=[\s/>])", re.IGNORECASE
)


def swallowing_tag(text: str) -> re.Pattern[str] | None:
    """What finds the beginning of the tags that would swallow the rest of the page: of elements of text that nothing
    in this text ends. None where there are none. GitHub shows all tags of these elements as text; one that is ended
    is left to the site, which may well show videos in frames."""
    if "<" not in text:
        return None
    tags = [(slash, name.lower()) for slash, name in _TEXT_ELEMENT.findall(text)]
    names = sorted({name for slash, name in tags if not slash} - {name for slash, name in tags if slash})
    return re.compile(rf"(?i:<(?=(?:{'|'.join(names)})[\s/>]))") if names else None
