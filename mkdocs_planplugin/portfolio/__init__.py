# All plans of a site together: what the index lists, what the registers hold, and how pages are tied together.
"""The questions asked across plans."""

from __future__ import annotations

from .entries import Entry, Portfolio, Totals
from .facets import chosen
from .links import Neighbours, PagePaths, based_on_finding, built_on, depends_on, linked_path, neighbours
from .next import Move, Standing, next_moves
from .people import owners
from .registers import Listed, RegisteredRisk, assumptions, decisions, measured, open_questions, risks

__all__ = [
    "Entry",
    "Listed",
    "Move",
    "Neighbours",
    "PagePaths",
    "Portfolio",
    "RegisteredRisk",
    "Standing",
    "Totals",
    "assumptions",
    "based_on_finding",
    "built_on",
    "chosen",
    "decisions",
    "depends_on",
    "linked_path",
    "measured",
    "neighbours",
    "next_moves",
    "open_questions",
    "owners",
    "risks",
]
