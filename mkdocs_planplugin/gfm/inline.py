# Only as much of the inline grammar as plain text needs. Python-Markdown renders the page itself.
"""Inline Markdown as plain text."""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterator

from msgspec import Struct

from mkdocs_planplugin.compiled_patterns import compiled

from .link_definitions import LinkDefinitions, normalised

# Repetitions are possessive (`*+`), so that a failed match is not tried again with shorter ones. A quoted value in a
# tag has at most 400 characters, or the end of a quote that is never closed would be searched for anew at every tag.
LABEL = r"(?:[^\[\]\\]|\\.|\[(?:[^\[\]\\]|\\.)*+\])*+"
TARGET = r"(?:<[^<>\n]*+>|(?:[^()\s\\]|\\.|\((?:[^()\s\\]|\\.)*+\))*+)"
TITLE = r"(?:\s+(?:\"[^\"]*+\"|'[^']*+'|\([^()]*+\)))?+"
INLINE_LINK = rf"\[(?P<text>{LABEL})\]\(\s*+(?P<target>{TARGET}){TITLE}\s*+\)"
TOKEN = compiled(
    rf"""(?P<ticks>`++)
    |(?P<run>[*_~]++)
    |\\(?P<escaped>[!-/:-@\[-`{{-~])
    |<(?P<auto>[a-zA-Z][a-zA-Z0-9+.-]{{1,31}}:[^\s<>]*+|[\w.+-]++@[\w.-]++)>
    |(?P<break><br[ ]*+/?>)
    |(?P<tag></?[a-zA-Z][a-zA-Z0-9-]*+(?:\s(?:[^<>"']|"[^"]{{0,400}}"|'[^']{{0,400}}')*+)?/?>)
    |(?P<note>\[\^[^\[\]\s]++\])
    |!?{INLINE_LINK}
    |!?\[(?P<reftext>{LABEL})\](?:\[(?P<ref>[^\[\]]*+)\])?+""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
# Where a token may begin. Searching for these characters first is several times as fast as trying `TOKEN` at each
# character.
TOKEN_MARK = compiled(r"[\\`*_~<\[!]")
LINK = compiled(INLINE_LINK)
_REFERENCE_LINK = compiled(r"\[([^\[\]]+)\](?:\[([^\[\]]*)\])?")
AUTOLINK = compiled(r"<((?:https?|mailto):[^\s<>]*+)>|((?:https?://)[^\s<>]++)")
# Without one of these characters, a text is its own words.
SPECIAL = compiled(r"[\\`*_~<&\[]")
_BLOCK_TAG = compiled(r"</?(?:li|ul|ol|p|div)\b", re.IGNORECASE)  # it ends a word, as a line break does
_NO_MARKS = r"[^\\`*_~<&\[]*+"
# Text with code spans, all of one backtick at each end, and no other markup: what is in them is words as it stands.
_ONLY_CODE = compiled(rf"{_NO_MARKS}(?:(?<!`)`[^`]++`(?!`){_NO_MARKS})++$")
# Text with one piece in bold type, as the titles of most tasks are, and no other markup.
_ONE_BOLD = compiled(rf"({_NO_MARKS})\*\*(?=[^\s*])({_NO_MARKS})(?<!\s)\*\*({_NO_MARKS})$")


class Hyperlink(Struct, frozen=True):
    """A link in running text: its words, and its target as written, None where it leads nowhere."""

    text: str
    href: str | None


def plain(text: str, definitions: Collection[str] = ()) -> str:
    """The words of a piece of inline Markdown: no markup, no link targets, entities resolved, white space folded.

    `definitions` are the labels of the document's link definitions: without one, `[text]` is text in brackets.
    """
    if SPECIAL.search(text):
        if "`" in text and _ONLY_CODE.match(text):
            text = text.replace("`", "")
        elif "**" in text and (bold := _ONE_BOLD.match(text)):
            text = "".join(bold.groups())
        else:
            text = "".join(_pieces(text, definitions))
    if "  " not in text and text.isascii() and text.isprintable():  # most: single spaces are all its white space
        return text.strip(" ")
    return " ".join(text.split())


def has_markup(text: str) -> bool:
    """Whether a piece of inline Markdown may be more than its words."""
    return SPECIAL.search(text) is not None or "://" in text or "www." in text


def first_link(text: str, definitions: LinkDefinitions) -> Hyperlink:
    """The first link in a piece of inline Markdown, with its words and its target as written.

    Without a link: all the words, and no target.
    """
    if match := LINK.search(text):
        return Hyperlink(plain(match["text"]), match["target"].strip("<>") or None)
    if match := AUTOLINK.search(text):
        href = match[1] or match[2]
        return Hyperlink(href, href)
    for match in _REFERENCE_LINK.finditer(text):
        target = definitions.get(normalised(match[2] or match[1]))
        if target:
            return Hyperlink(plain(match[1]), target.address)
    return Hyperlink(plain(text), None)


def links(text: str, definitions: LinkDefinitions) -> Iterator[tuple[Hyperlink, int, int]]:
    """The links in a piece of inline Markdown, each with its start and end. Code spans contain none."""
    pos = 0
    closing = _closing_ticks(text) if "`" in text else {}
    comments = _CommentEnds(text) if "<!--" in text else None
    while mark := TOKEN_MARK.search(text, pos):
        if comments and (end := comments.end_of(mark.start())):
            pos = end
            continue
        match = TOKEN.match(text, mark.start())
        pos = match.end() if match else mark.end()
        if match is None:
            continue
        if match["ticks"]:
            pos = closing.get(match.start(), pos)
        elif match["text"] is not None:
            yield Hyperlink(plain(match["text"]), match["target"].strip("<>") or None), match.start(), pos
        elif match["reftext"] is not None:
            target = definitions.get(normalised(match["ref"] or match["reftext"]))
            if target:
                yield Hyperlink(plain(match["reftext"]), target.address), match.start(), pos


def _pieces(text: str, definitions: Collection[str]) -> list[str]:
    """The words of a text in pieces, which together are all of it."""
    pieces: list[str] = []
    openers: dict[str, list[int]] = {"*": [], "_": [], "~": []}
    pos = start = 0
    closing = _closing_ticks(text) if "`" in text else {}
    comments = _CommentEnds(text) if "<!--" in text else None
    while mark := TOKEN_MARK.search(text, start):
        start = mark.start()
        if comments and (end := comments.end_of(start)):
            pieces.append(html.unescape(text[pos:start]))
            pos = start = end
            continue
        match = TOKEN.match(text, start)
        if match is None:
            start += 1
            continue
        pieces.append(html.unescape(text[pos:start]))
        pos = match.end()
        kind = match.lastgroup
        if kind == "ticks":
            if closed := closing.get(start):
                pieces.append(text[pos : closed - len(match[0])])
                pos = closed
            else:
                pieces.append(match[0])
        elif kind == "run":
            _emphasis(match, text, pieces, openers)
        else:
            pieces.append(_words(match, definitions))
        start = pos
    pieces.append(html.unescape(text[pos:]))
    return pieces


class _CommentEnds:
    """Finds the ends of HTML comments. It is asked in the order of the text, so each end is searched for only once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._closer = -1  # the start of the last `-->` that was found; the size of the text if there is no more

    def end_of(self, start: int) -> int:
        """The place behind the comment that begins at `start`; 0 where none does."""
        size = len(self._text)
        if self._closer == size or not self._text.startswith("<!--", start):
            return 0
        if self._closer < start + len("<!--"):
            closer = self._text.find("-->", start + len("<!--"))
            self._closer = size if closer < 0 else closer
        return 0 if self._closer == size else self._closer + len("-->")


def _words(match: re.Match[str], definitions: Collection[str]) -> str:
    """The words of a token without its markup."""
    if match["escaped"] or match["auto"]:
        return match["escaped"] or match["auto"]
    if match["break"] or (match["tag"] and _BLOCK_TAG.match(match["tag"])):
        return " "
    if match["text"] is not None:
        return plain(match["text"], definitions)
    if match["reftext"] is not None:
        inner = plain(match["reftext"], definitions)
        if normalised(match["ref"] or match["reftext"]) in definitions:
            return inner
        return f"[{inner}]" + (f"[{match['ref']}]" if match["ref"] is not None else "")
    return ""


def _closing_ticks(text: str) -> dict[int, int]:
    """Where each code span that begins at a run of backticks ends."""
    last: dict[int, int] = {}
    ends: dict[int, int] = {}
    for run in reversed(list(re.finditer(r"`+", text))):
        size = len(run[0])
        if size in last:
            ends[run.start()] = last[size]
        last[size] = run.end()
    return ends


def _emphasis(match: re.Match[str], text: str, pieces: list[str], openers: dict[str, list[int]]) -> None:
    """Drop the marks of emphasis in pairs; what pairs with nothing is text (CommonMark 6.2, simplified)."""
    run, start, end = match[0], match.start(), match.end()
    before, after = text[start - 1 : start], text[end : end + 1]
    followed, preceded = bool(after.strip()), bool(before.strip())
    for char in dict.fromkeys(run):
        marks = char * run.count(char)
        opens, closes = followed, preceded
        if char == "_":
            opens, closes = opens and not before.isalnum(), closes and not after.isalnum()
        if closes and openers[char]:
            pieces[openers[char].pop()] = ""
        else:
            if opens:
                openers[char].append(len(pieces))
            pieces.append(marks)
