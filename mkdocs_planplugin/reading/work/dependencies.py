# What has to be there first is said in words that may name tasks and phases of this plan, and by links to other pages,
# which may be plans. The two are told apart here: `Task 2.1 of [the auth plan](auth.md)` is no task of this one.
"""Stated dependencies: words that say what has to be done first, and the links to other pages in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from mkdocs_planplugin.gfm import Hyperlink, links
from mkdocs_planplugin.model import PlanLink, Reference

from ..document import Document
from ..patterns import when_used
from ..profiles import alternatives, any_of, pattern, phrases
from ..remembered import remembered
from ..values import ReferenceIndex, is_placeholder
from .remarks import may_have_remark, split_end

# A relative path to a page, with or without a place on it.
PAGE = when_used(r"(?![a-z][a-z0-9+.-]*:|/|#)[^?#]+\.md(?:#.*)?$", re.IGNORECASE)
# Between two items of a list of dependencies.
_NEXT_ITEM = when_used(rf"[,;&]|\b(?:{alternatives(lambda profile: profile.references.list_words)})\b", re.IGNORECASE)
# Before a link: what stands there since the last item is a part of the linked page.
_PART_OF = when_used(rf"\b(?:{alternatives(lambda profile: profile.references.part_of)})\s*$", re.IGNORECASE)
# Without a label: `Depends on Phase 1.`, `(depends on T012, T013)`.
_SENTENCE = when_used(
    rf"[\W_]*(?:{alternatives(lambda profile: profile.references.sentence)})\s+(?P<what>.+)",
    re.IGNORECASE | re.DOTALL,
)
_BEHIND_TITLE = alternatives(lambda profile: profile.references.in_parentheses)
# `needs` and `after` may go on a sentence behind a comma.
_CLEARLY = any_of(words for words in phrases(lambda profile: profile.references.in_parentheses) if " " in words)
_IN_PARENTHESES = when_used(rf"\(\s*(?:{_BEHIND_TITLE})(?:\s*:\s*|\s+)(?P<what>[^()]+)\)", re.IGNORECASE, needs="(")
_IN_BRACKETS = when_used(
    rf"(?<!\S)\[\s*(?:{_BEHIND_TITLE})(?:\s*:\s*|\s+)(?P<what>[^()\[\]]+)\]", re.IGNORECASE, needs="["
)
# Behind others in brackets: `Paint it (2 points, depends on Digging)`
_AMONG_OTHERS = when_used(
    rf"\([^()]*[,;]\s*(?:(?:{_CLEARLY})|(?:{_BEHIND_TITLE})(?=[^(),;]*\d))(?:\s*:\s*|\s+)(?P<what>[^()]+)\)",
    re.IGNORECASE,
    needs="(",
)
# `Paint it → needs Digging`, `Paint it, depends on Digging`, `Paint it — depends on Digging`
_BEHIND_SIGN = when_used(
    rf"(?:\s(?:→|->|=>|⇒)\s+(?:{_BEHIND_TITLE})|(?:[,;]|\s[–—-]{{1,3}})\s+(?:{_CLEARLY}))(?:\s*:\s*|\s+)(?P<what>[^()]++)$",
    re.IGNORECASE,
)
# `Paint it — needs 1.1`: behind a dash only where a number follows, or "all previous".
_ALL_BEFORE = pattern(lambda profile: profile.references.all_before).pattern
_BEHIND_DASH = when_used(
    rf"\s[–—-]{{1,3}}\s(?:{_BEHIND_TITLE})(?:\s*:\s*|\s+)(?P<what>(?=[^()]*\d|(?:{_ALL_BEFORE})$)[^()]++)$",
    re.IGNORECASE,
)
# `Paint it ← 1.1`. `<-` and `<=` compare: `Reject when n <= 3`.
_BEHIND_ARROW = when_used(r"\s[←⇐]\s*(?P<what>(?=[^()]*\d)[^()]++)$")
# `Paint it depends-on:1.1`, as todo.txt has it: the id is glued to the words.
_GLUED = when_used(rf"(?<!\S)(?:{_BEHIND_TITLE}):(?P<what>[^\W_][\w.,-]*)(?!\S)", re.IGNORECASE)
_FORMS = (_AMONG_OTHERS, _BEHIND_DASH, _BEHIND_SIGN, _BEHIND_ARROW, _GLUED)
_STRUCK = when_used(r"~~[^~]+~~")
_NOTHING_KNOWN = ReferenceIndex((), ())


class StatedDependency(Struct, frozen=True):
    """A dependency as written.

    `words` are the author's words, `own_words` those that may name parts of this plan. `links` lead to other pages.
    """

    words: str
    own_words: str
    line: int
    links: tuple[Hyperlink, ...] = ()

    def plan_links(self, by: Reference | None) -> Iterator[PlanLink]:
        """The links, as those of the task or phase that waits; `None` stands for the whole plan."""
        for link in self.links:
            yield PlanLink(link.href or "", link.text, self.line, by)


def read_dependency(markdown: str, line: int, document: Document) -> StatedDependency | None:
    """The dependency in a piece of inline Markdown; `None` if it states none, or none yet."""
    words = document.words(markdown)
    if not words or is_placeholder(words):
        return None
    unstruck = _STRUCK.sub(" ", markdown) if "~~" in markdown else markdown
    if unstruck != markdown:  # what was struck through is waited for no longer
        remaining = read_dependency(unstruck, line, document)
        return replace(remaining, words=words) if remaining else None
    if "[" not in markdown:
        return StatedDependency(words, words, line)
    pages: list[Hyperlink] = []
    own_words: list[str] = []
    place = 0
    for link, start, end in links(markdown, document.outline.definitions):
        if link.href and PAGE.match(link.href):
            pages.append(link)
            own_words.append(_without_part_of_page(markdown[place:start]))
            place = end
    if not pages:
        return StatedDependency(words, words, line)
    return StatedDependency(words, document.words("".join((*own_words, markdown[place:]))), line, tuple(pages))


def plan_links(stated: Iterable[tuple[str, int]], document: Document) -> Iterator[PlanLink]:
    """The links to other plans in what a plan as a whole waits for: texts with their lines."""
    for markdown, line in stated:
        dependency = read_dependency(markdown, line, document)
        if dependency is not None:
            yield from dependency.plan_links(None)


def dependency_in_sentence(markdown: str, line: int, document: Document) -> StatedDependency | None:
    """The dependency at the beginning of a paragraph."""
    match = _SENTENCE.match(markdown)
    return read_dependency(match["what"].rstrip("*_. "), line, document) if match else None


def dependency_in_title(title: str, line: int) -> StatedDependency | None:
    """The dependency in parentheses in the title of a task or phase."""
    remark = _remark_in_title(title)
    return StatedDependency(remark.what, remark.what, line) if remark else None


def without_dependency(title: str) -> str:
    """The title of a task or phase without the dependency behind it."""
    remark = _remark_in_title(title)
    return title[: remark.start] if remark else title


def split_dependency(title: str) -> tuple[str, str]:
    """A title in two: what stands before the dependency behind its name, and that without brackets around it; empty if
    there is none."""
    remark = _remark_in_title(title)
    is_bare = remark is not None and title[remark.start] not in "(["
    name = title[: remark.start].rstrip() if remark and is_bare else title
    return name, title[len(name) :]


def says_dependency(remark: str) -> bool:
    """Whether a part of what stands behind a name is such a remark: `depends on Digging`."""
    return _IN_PARENTHESES.match(f"({remark})") is not None


class _Remark(NamedTuple):
    """Where a dependency begins in a title, and what has to be done first."""

    start: int
    what: str


@remembered(1024)  # of each title what it waits for is asked, and its name
def _remark_in_title(title: str) -> _Remark | None:
    if not may_have_remark(title):
        return None
    if match := _IN_PARENTHESES.search(title) or _IN_BRACKETS.search(title):
        return _Remark(match.start(), match["what"])
    before, end = split_end(title)
    match = next(filter(None, (form.search(end) for form in _FORMS)), None)
    return _Remark(len(before) + match.start(), match["what"]) if match else None


def added_up(first: StatedDependency | None, second: StatedDependency | None) -> StatedDependency | None:
    """The dependency of two labels together. "None" beside another one does not count."""
    if first is None or second is None:
        return first or second
    if _NOTHING_KNOWN.read(first.own_words).nothing:
        return second
    if _NOTHING_KNOWN.read(second.own_words).nothing:
        return first
    words, own_words = f"{first.words}, {second.words}", f"{first.own_words}; {second.own_words}"
    return StatedDependency(words, own_words, first.line, (*first.links, *second.links))


def distinct(links_to_plans: Iterable[PlanLink]) -> tuple[PlanLink, ...]:
    """The links in the order of the text, without repetitions of a page by the same task or phase."""
    first: dict[tuple[str, Reference | None], PlanLink] = {}
    for link in sorted(links_to_plans, key=lambda link: link.line):
        first.setdefault((link.href, link.by), link)
    return tuple(first.values())


def _without_part_of_page(before: str) -> str:
    """The text before a link, without the part of the linked page that it names (`Task 2.1 of `)."""
    if not _PART_OF.search(before):
        return before
    ends = [sign.end() for sign in _NEXT_ITEM.finditer(before)]
    return before[: ends[-1]] if ends else ""
