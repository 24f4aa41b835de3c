# What GitHub shows inside a line and Python-Markdown does not: struck-through text, bare links, a backslash at the end
# of a line. Each gives way to an extension of the site that knows it.
"""Inline syntax of GitHub Flavored Markdown."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor, SimpleTagInlineProcessor, SubstituteTagInlineProcessor
from markdown.util import STX, AtomicString

# GFM 6.5: one or two tildes, the same number at both ends; cmark-gfm wants no white space inside them.
STRIKETHROUGH = r"(?<![~\\])(~{1,2})(?![~\s])((?:[^~]|~(?!~))+?)(?<![\s~])\1(?!~)"
# GFM 6.9, extended autolinks, without their trailing punctuation.
# It ends before what Python-Markdown has already taken out of the text: tags, code.
BARE_LINK = rf"(?<![\w/@.\"'=<])((?:https?://|www\.)(?:(?!{STX}(?:klzzwxh|wzxhzdk):)[^\s<>])+)"
LINE_END = r"\\\n"
TRAILING = re.compile(r"(?:&[a-zA-Z0-9]+;|[?!.,:*_~'\"])+$")


class BareLink(InlineProcessor):
    """`https://...` and `www. ...` in running text become links."""

    ANCESTOR_EXCLUDES = ("a",)

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[etree.Element, int, int]:
        """Return the link and the part of the text it takes."""
        url = _without_trailing(m[1])
        link = etree.Element("a", {"href": url if url.startswith("http") else f"http://{url}"})
        link.text = AtomicString(url)
        return link, m.start(1), m.start(1) + len(url)


def add_github_inlines(md: Markdown, text: str) -> list[str]:
    """Register what the site lacks and the text has; returns the names, to be taken off again.

    Each pattern costs time on every piece of text, so one that cannot match is left out.
    """
    patterns = md.inlinePatterns
    added = []
    if "~" in text and "delimiter" not in patterns:  # pymdownx.tilde, caret, mark and betterem share this name
        patterns.register(SimpleTagInlineProcessor(STRIKETHROUGH, "del"), "plan-strikethrough", 55)
        added.append("plan-strikethrough")
    if ("://" in text or "www." in text) and "magic-link" not in patterns:
        patterns.register(BareLink(BARE_LINK, md), "plan-bare-link", 84)
        added.append("plan-bare-link")
    if "\\\n" in text and "hardbreak" not in patterns:
        patterns.register(SubstituteTagInlineProcessor(LINE_END, "br"), "plan-line-end", 185)
        added.append("plan-line-end")
    return added


def _without_trailing(url: str) -> str:
    """Cut what belongs to the sentence: punctuation, and closing parentheses that were not opened inside."""
    while True:
        cut = TRAILING.sub("", url)
        if cut.endswith(")") and cut.count(")") > cut.count("("):
            cut = cut[:-1]
        if cut == url:
            return url
        url = cut
