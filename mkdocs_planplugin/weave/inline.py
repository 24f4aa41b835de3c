# Inline syntax of GitHub that Python-Markdown lacks: struck-through text, bare links and addresses, backslashes before
# any punctuation and at the end of a line. Also text that Python-Markdown takes for raw HTML and GitHub does not. If an
# extension of the site knows a syntax, ours is not used.
"""Inline syntax of GitHub Flavored Markdown."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Callable

from markdown import Markdown
from markdown.inlinepatterns import AutomailInlineProcessor, InlineProcessor, SimpleTagInlineProcessor
from markdown.util import ETX, STX, AtomicString
from msgspec import Struct

from mkdocs_planplugin.compiled_patterns import compiled

from .raw_html import NO_TAG, swallowing_tag

# GFM 6.5: one or two tildes, the same number at both ends; cmark-gfm wants no white space inside them.
STRIKETHROUGH = r"(?<![~\\])(~{1,2})(?![~\s])((?:[^~]|~(?!~))+?)(?<![\s~])\1(?!~)"
# GFM 6.9, extended autolinks, with the punctuation behind them, which `_without_trailing` cuts off. They end before the
# placeholders of what Python-Markdown has already taken out of the text: tags and code.
BARE_LINK = rf"(?<![\w/@.\"'=<])((?:https?://|ftp://|www\.)(?:(?!{STX}(?:klzzwxh|wzxhzdk):)[^\s<>])+)"
_LABEL = r"[a-zA-Z0-9_-]+"
BARE_MAIL = rf"(?<![\w.+/-])(?<!mailto:)([a-zA-Z0-9_.+-]+@(?:{_LABEL}\.)+[a-zA-Z0-9_-]*[a-zA-Z])(?!\.?[\w@-])"
# CommonMark 6.5. Python-Markdown knows only those of HTTP and FTP, and takes the others for tags.
AUTOLINK = r"<(?!https?:|ftps?:)([a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\s<>]*)>"
# A backslash at the end of a line, behind an even number of others: those escape each other (CommonMark 6.7).
LINE_END = r"(?<!\\)((?:\\\\)*)\\\n"
# CommonMark 6.1: any punctuation can be escaped; Python-Markdown knows the marks of its own syntax.
ESCAPE = r"\\([!-/:-@\[-`{-~])"
# What ends a sentence, not an address (GFM 6.9): punctuation, and references to characters.
TRAILING = compiled(r"(?:&[a-zA-Z0-9]+;|[?!.,:*_~'\"])+$")


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
        return _link(url, f"http://{url}" if url.startswith("www.") else url), m.start(1), m.start(1) + len(url)


class BareMail(AutomailInlineProcessor):
    """`ana@example.org` in running text becomes a link, spelled as the site spells `<ana@example.org>`."""

    ANCESTOR_EXCLUDES = ("a",)


class Autolink(InlineProcessor):
    """`<scheme:anything>` is a link."""

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[etree.Element, int, int]:
        """Return the link and the part of the text it takes."""
        return _link(m[1], m[1]), m.start(0), m.end(0)


class LineBreak(InlineProcessor):
    """A backslash at the end of a line breaks it, unless it is itself escaped."""

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[etree.Element, int, int]:
        """Return the line break and the part of the text it takes."""
        return etree.Element("br"), m.end(1), m.end(0)


class Escaped(InlineProcessor):
    """The last character of a match is text, whatever else it could be."""

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[str, int, int]:
        """Return the character as Python-Markdown writes an escaped one until its last stage."""
        char = m[0][-1]
        # MkDocs takes the title of a page before the last stage, and would take `<` for the beginning of a tag there.
        if char == "<":
            return char, m.start(0), m.end(0)
        # An ampersand stays what it is only as an entity, or `\&amp;` would become one.
        return f"{STX}{ord(char)}{ETX}{'amp;' if char == '&' else ''}", m.start(0), m.end(0)


class _Syntax(Struct, frozen=True):
    """An inline syntax. `name` and `priority` are those of its pattern (Python-Markdown's own: code 190, escapes 180,
    autolinks 120, raw HTML 90, emphasis 60). A text uses the syntax only if it holds one of the `marks`, which are fast
    to look for, and matches `sign`. `is_known` says whether the site already knows it."""

    name: str
    priority: float
    marks: tuple[str, ...]
    sign: re.Pattern[str]
    pattern: Callable[[Markdown], InlineProcessor]
    is_known: Callable[[Markdown], bool] = lambda _: False


def _has_magic_links(md: Markdown) -> bool:
    return "magic-link" in md.inlinePatterns


_SYNTAX = (
    _Syntax(
        "plan-line-break",
        185,
        ("\\",),
        compiled(r"\\\n"),
        lambda md: LineBreak(LINE_END, md),
        lambda md: "hardbreak" in md.inlinePatterns,
    ),
    _Syntax("plan-escape", 179, ("\\",), compiled(r"\\[\"$%&',/:;<=?@^|~]"), lambda md: Escaped(ESCAPE, md)),
    _Syntax("plan-autolink", 119, ("<",), compiled(AUTOLINK), lambda md: Autolink(AUTOLINK, md)),
    _Syntax("plan-no-tag", 91, ("<",), compiled(NO_TAG), lambda md: Escaped(NO_TAG, md)),
    _Syntax(
        "plan-bare-link",
        84,
        ("://", "www."),
        compiled(r"://|www\."),
        lambda md: BareLink(BARE_LINK, md),
        _has_magic_links,
    ),
    _Syntax("plan-bare-mail", 83, ("@",), compiled(r"\w@\w"), lambda md: BareMail(BARE_MAIL, md), _has_magic_links),
    _Syntax(
        "plan-strikethrough",
        55,
        ("~",),
        compiled(r"~"),
        lambda _: SimpleTagInlineProcessor(STRIKETHROUGH, "del"),
        # Each extension that gives the tilde a meaning (pymdownx.tilde) makes it one that can be escaped.
        lambda md: "~" in md.ESCAPED_CHARS,
    ),
)


def add_github_inlines(md: Markdown, text: str) -> list[str]:
    """Register the syntax that the text uses and the site lacks. Returns the names of the patterns, to deregister them.

    Each pattern costs time on every piece of text, so those that cannot match are left out.
    """
    missing = [
        syntax
        for syntax in _SYNTAX
        if any(mark in text for mark in syntax.marks) and syntax.sign.search(text) and not syntax.is_known(md)
    ]
    if swallowing := swallowing_tag(text):
        missing.append(
            _Syntax("plan-swallowing-tag", 92, ("<",), swallowing, lambda md: Escaped(swallowing.pattern, md))
        )
    for syntax in missing:
        md.inlinePatterns.register(syntax.pattern(md), syntax.name, syntax.priority)
    return [syntax.name for syntax in missing]


def marks_of_ours(md: Markdown) -> dict[object, tuple[str, ...]]:
    """Our patterns in a converter, each with marks: a text without any of these has nothing for it."""
    known = md.inlinePatterns
    return {known[syntax.name]: syntax.marks for syntax in _SYNTAX if syntax.name in known}


def _link(words: str, href: str) -> etree.Element:
    link = etree.Element("a", {"href": href})
    link.text = AtomicString(words)
    return link


def _without_trailing(url: str) -> str:
    """An address without its end that belongs to the sentence: punctuation, and unmatched closing parentheses."""
    while True:
        cut = TRAILING.sub("", url)
        if cut.endswith(")") and cut.count(")") > cut.count("("):
            cut = cut[:-1]
        if cut == url:
            return url
        url = cut
