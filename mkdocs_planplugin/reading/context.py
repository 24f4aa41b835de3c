# Every step of reading needs the document, the working calendar and a place for what it finds wrong; they travel as
# one.
"""What the steps of reading one document have in common."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from mkdocs_planplugin.compiled_patterns import compiled
from mkdocs_planplugin.gfm import Block
from mkdocs_planplugin.model import Calendar, State

from .anchors import Anchors
from .document import Document
from .findings import FindingLog
from .profiles import Role
from .values import is_placeholder

CRITERIA: frozenset[Role] = frozenset(("criteria", "final"))  # of a part of the plan, of the whole
_STRUCK = compiled(r"~~[^~]+~~")


class ReadingContext(Struct, frozen=True):
    """What the steps of one reading share: the document, the calendar (for lengths in days and weeks), the anchors and
    findings of the page, and by the line of its item the role of each box, and the state that the name of its list
    gives it if it is open."""

    document: Document
    calendar: Calendar
    anchors: Anchors
    findings: FindingLog
    roles: Mapping[int, Role]
    states: Mapping[int, State]
    has_criteria: bool  # whether a box is one

    @classmethod
    def of(
        cls, document: Document, calendar: Calendar, roles: Mapping[int, Role], states: Mapping[int, State]
    ) -> ReadingContext:
        """The context of a new reading."""
        headings = (block.text for block in document.headings)
        has_criteria = not CRITERIA.isdisjoint(roles.values())
        return cls(document, calendar, Anchors(headings), FindingLog(), roles, states, has_criteria)

    def role(self, box: Block) -> Role:
        """The role of the box of an item."""
        return self.roles.get(box.line, "work")

    def answer(self, markdown: str) -> str | None:
        """The words of a value that hold now: if a part is struck through (`~~High~~ Low`), the rest."""
        left = _STRUCK.sub(" ", markdown) if "~~" in markdown else markdown
        return self.value(left if left.strip(" *_") else markdown)

    def value(self, markdown: str) -> str | None:
        """The words of a piece of inline Markdown; `None` if there are none, or only a placeholder."""
        words = self.document.words(markdown)
        return words if words and not is_placeholder(words) else None
