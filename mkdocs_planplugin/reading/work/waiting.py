# What has to be there first is said in words that may name tasks and phases of this plan, and by links to other pages,
# which may be plans. The two are told apart here: `Task 2.1 of [the auth plan](auth.md)` is no task of this one.
"""Words that say what is waited for, and the links to other pages in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mkdocs_planplugin.gfm import Hyperlink, links
from mkdocs_planplugin.model import PlanLink
from mkdocs_planplugin.reading.document import Document
from mkdocs_planplugin.reading.values import is_placeholder

# A relative path to a page, with or without a place on it.
PAGE = re.compile(r"(?![a-z][a-z0-9+.-]*:|/|#)[^?#]+\.md(?:#.*)?$", re.IGNORECASE)
# What stands between the last sign of a list and a link, where it says that it is a part of the linked page.
PART_OF = re.compile(r"[,;&]|\band\b|\bund\b|\bet\b|\by\b", re.IGNORECASE)
OF = re.compile(r"\b(?:of|in|from|see|von|aus|de|du)\s*$", re.IGNORECASE)
# A sentence, or words in parentheses, that say so without a label: `Depends on Phase 1.`, `(depends on T012, T013)`.
SENTENCE = re.compile(
    r"[\W_]*(?:this phase )?(?:depends on|waits for|is blocked by|requires)\s+(?P<what>.+)", re.IGNORECASE | re.DOTALL
)
ASIDE = re.compile(r"\(\s*(?:depends on|waits for|blocked by|requires|after)\s+(?P<what>[^()]+)\)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Waiting:
    """What somebody waits for: the author's words, those among them that may name parts of this plan, and links to
    other pages."""

    words: str
    own_words: str
    line: int
    links: tuple[Hyperlink, ...] = ()

    def plan_links(self, by: str | None) -> Iterator[PlanLink]:
        """The links, as those of the one who waits."""
        for link in self.links:
            yield PlanLink(link.href or "", link.text, self.line, by)


def read_waiting(markdown: str, line: int, document: Document) -> Waiting | None:
    """What a piece of inline Markdown says is waited for; None where nothing is said, or not yet."""
    words = document.words(markdown)
    if not words or is_placeholder(words):
        return None
    if "[" not in markdown:
        return Waiting(words, words, line)
    found: list[Hyperlink] = []
    kept: list[str] = []
    place = 0
    for link, start, end in links(markdown, document.outline.definitions):
        if link.href and PAGE.match(link.href):
            found.append(link)
            kept.append(_not_of_the_page(markdown[place:start]))
            place = end
    if not found:
        return Waiting(words, words, line)
    return Waiting(words, document.words("".join((*kept, markdown[place:]))), line, tuple(found))


def waiting_in_sentence(markdown: str, line: int, document: Document) -> Waiting | None:
    """What a paragraph says is waited for, where that is what it begins with."""
    match = SENTENCE.match(markdown)
    return read_waiting(match["what"].rstrip("*_. "), line, document) if match else None


def waiting_aside(title: str, line: int) -> Waiting | None:
    """What the title of a task or phase says in parentheses is waited for."""
    match = ASIDE.search(title)
    return Waiting(match["what"], match["what"], line) if match else None


def distinct(found: Iterable[PlanLink]) -> tuple[PlanLink, ...]:
    """The links in the order of the text; each page once for each that waits for it."""
    first: dict[tuple[str, str | None], PlanLink] = {}
    for link in sorted(found, key=lambda link: link.line):
        first.setdefault((link.href, link.by), link)
    return tuple(first.values())


def _not_of_the_page(before: str) -> str:
    """What stands before a link, without the part of the linked page that it names (`Task 2.1 of `)."""
    if not OF.search(before):
        return before
    ends = [sign.end() for sign in PART_OF.finditer(before)]
    return before[: ends[-1]] if ends else ""
