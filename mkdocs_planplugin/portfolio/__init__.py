# All plans of a site together: what the index lists, what the registers hold, and how pages are tied together.
"""The questions asked across plans."""

from __future__ import annotations

from .crossing import Clash, Place, Wait, Window, at_work, clashes, waits, window
from .entries import Entry, Portfolio, Totals
from .facets import CHANGED_WITHIN, chosen, concerns, folders, people, tally
from .links import Neighbours, PagePaths, based_on_finding, built_on, depends_on, linked_path, neighbours
from .next import Move, Standing, next_moves
from .people import owners, spellings
from .registers import Listed, RegisteredRisk, assumptions, decisions, measured, open_questions, risks

__all__ = [
    "CHANGED_WITHIN",
    "Clash",
    "Entry",
    "Listed",
    "Move",
    "Neighbours",
    "PagePaths",
    "Place",
    "Portfolio",
    "RegisteredRisk",
    "Standing",
    "Totals",
    "Wait",
    "Window",
    "assumptions",
    "at_work",
    "based_on_finding",
    "built_on",
    "chosen",
    "clashes",
    "concerns",
    "decisions",
    "depends_on",
    "folders",
    "linked_path",
    "measured",
    "neighbours",
    "next_moves",
    "open_questions",
    "owners",
    "people",
    "risks",
    "spellings",
    "tally",
    "waits",
    "window",
]
