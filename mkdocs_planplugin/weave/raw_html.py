# Raw HTML in the text of a plan goes to the page as it is, except for two kinds of tags that GitHub also shows as text.
# Unknown tags (`<Product>`): browsers would hide them. Open tags such as `<title>`: they would swallow the rest of the
# page.
"""Tags that are shown as text."""

from __future__ import annotations

import re

from mkdocs_planplugin.compiled_patterns import compiled

_NAME = r"[a-zA-Z][a-zA-Z0-9-]*+"
_ATTRIBUTE = r"(?:\s++[a-zA-Z_:][\w.:-]*+(?:\s*+=\s*+(?:[^\s\"'=<>`]++|'[^']*+'|\"[^\"]*+\"))?)"
_TAG = rf"(?:{_NAME}{_ATTRIBUTE}*+\s*+/?>|/{_NAME}\s*+>)"
_ADDRESS = r"(?:[a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\s<>]*+>|[\w.+-]++@[\w.-]++>)"
# What Python-Markdown takes for a tag and CommonMark 6.6 does not: `<Product, [Float]>`, `<a*b>`.
NO_TAG = rf"<(?=/?[a-zA-Z])(?!{_TAG}|{_ADDRESS})"
# GFM 6.11: elements that hold nothing but text, up to their end tag.
_TEXT_ELEMENT = compiled(
    r"<(/?)(title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext)(?=[\s/>])", re.IGNORECASE
)


def swallowing_tag(text: str) -> re.Pattern[str] | None:
    """A pattern for the beginnings of tags that would swallow the rest of the page; `None` if there are none.

    These are tags of elements that hold only text (GFM 6.11) and are not closed anywhere in this text. GitHub shows
    also the closed ones as text. Here they are left to the site, which may show videos in frames.
    """
    if "<" not in text:
        return None
    tags = [(slash, name.lower()) for slash, name in _TEXT_ELEMENT.findall(text)]
    names = sorted({name for slash, name in tags if not slash} - {name for slash, name in tags if slash})
    return compiled(rf"(?i:<(?=(?:{'|'.join(names)})[\s/>]))") if names else None
