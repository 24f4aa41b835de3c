# What is collected while a document is read: findings, and the anchors that are taken.
"""Findings and anchors."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable

from mkdocs_planplugin.model import Finding, Severity, State
from mkdocs_planplugin.reading.values import read_date

OWN_ID = re.compile(r"#([\w.-]+)[^{}]*\}")
NOT_IN_ANCHORS = re.compile(r"[^\w.-]+")


class Notes:
    """The notebook of one reading. `headings` are the texts of all the document's headings."""

    def __init__(self, headings: Iterable[str] = ()) -> None:
        self.findings: list[Finding] = []
        # Our anchors begin with "plan-": a heading without the word gets none of them.
        self._taken = {slug for title in headings if "plan" in title.casefold() for slug in _slugs(title)}

    def anchor(self, wanted: str) -> str:
        """Return an anchor that neither a heading nor another element of the page has."""
        base = NOT_IN_ANCHORS.sub("-", wanted).strip("-")
        anchor, n = base, 1
        while anchor.lower() in self._taken:
            n += 1
            anchor = f"{base}--{n}"
        self._taken.add(anchor.lower())
        return anchor

    def date(self, text: str, line: int) -> dt.date | None:
        """Return the date that a value is; where it cannot be told which, a finding says how to write it."""
        reading = read_date(text)
        if reading.problem:
            self.warn(line, "PLAN102", reading.problem)
        return reading.date

    def unknown_box(self, mark: str, line: int) -> None:
        """Note a box with a mark that stands for nothing."""
        self.warn(
            line,
            "PLAN103",
            f"the box [{mark}] is no state; it counts as open",
            "write [ ] open, [x] done, [/] in progress, [-] cancelled, [>] deferred or [!] blocked",
        )

    def contradiction(self, number: str | None, title: str, box: State | None, said: State, line: int) -> None:
        """Note a task, by its number, else by its title, whose box and Status say different things."""
        task = f"task {number}" if number else f"the task “{title}”"
        message = f"{task} says {said.replace('_', ' ')}, its box {(box or 'nothing').replace('_', ' ')}"
        hint = "tick the box, or change the Status"
        self.findings.append(Finding(line, "PLAN106", Severity.INFO, message, hint))

    def warn(self, line: int, code: str, message: str, hint: str = "") -> None:
        """Note something that is wrong in the text itself."""
        self.findings.append(Finding(line, code, Severity.WARNING, message, hint))


def _slugs(title: str) -> tuple[str, ...]:
    """The anchors that a heading may get: its own (`{#plan-x}`), as Python-Markdown makes them, and as the Unicode
    slugs of pymdownx do."""
    own = tuple(match[1].lower() for match in OWN_ID.finditer(title))
    unicode_slug = re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", unicodedata.normalize("NFKD", title)).strip().lower())
    return *own, unicode_slug, unicode_slug.encode("ascii", "ignore").decode("ascii")
