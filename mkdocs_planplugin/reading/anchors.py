# Anchors are given while reading, before the page is rendered. Were one equal to the slug of a heading, the table of
# contents would rename the author's heading, and links to it would break.
"""Anchors of the elements of a plan."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from sys import intern

from mkdocs_planplugin.compiled_patterns import compiled

from .remembered import remembered

_IN_BRACES = compiled(r"\{([^{}]*)\}")
_OWN_ID = compiled(r"#([\w.-]+)")
_NOT_IN_ANCHORS = compiled(r"[^\w.-]+")


class Anchors:
    """Gives out the anchors of one page; `headings` are the texts of all its headings."""

    def __init__(self, headings: Iterable[str] = ()) -> None:
        # Our anchors begin with "plan-": a heading without the word gets none of them.
        self._taken = {slug for title in headings if "plan" in title.casefold() for slug in _slugs(title)}

    def anchor(self, wanted: str) -> str:
        """An anchor that no heading and no other element of the page has."""
        base = _as_anchor(wanted)
        anchor, n = base, 1
        while anchor.lower() in self._taken:
            n += 1
            anchor = f"{base}--{n}"
        self._taken.add(anchor.lower())
        return intern(anchor)  # many plans have a task 1.1


@remembered(2048)  # many plans have a task 1.1
def _as_anchor(wanted: str) -> str:
    return intern(_NOT_IN_ANCHORS.sub("-", wanted).strip("-"))


def _slugs(title: str) -> tuple[str, ...]:
    """The anchors that a heading may get: its own (`{#plan-x}`), that of Python-Markdown, and that of the Unicode slugs
    of pymdownx."""
    own = (own_id.lower() for inside in _IN_BRACES.findall(title) for own_id in _OWN_ID.findall(inside))
    unicode_slug = re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", unicodedata.normalize("NFKD", title)).strip().lower())
    return *own, unicode_slug, unicode_slug.encode("ascii", "ignore").decode("ascii")
