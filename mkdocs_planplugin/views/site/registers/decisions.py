# Decisions of finished plans are shown like all others, because they still hold.
"""The technical decisions of all plans."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs_planplugin.language import _, counted
from mkdocs_planplugin.portfolio import Portfolio, decisions, item_count
from mkdocs_planplugin.views.kit import Context

from .sections import CountedItems, items_section


def values(portfolio: Portfolio, context: Context) -> Mapping[str, object]:
    """The decisions, plan by plan."""
    nothing = _(
        "No plan names a decision yet. A list under “Technical Decisions:” in its Discovery Summary is shown here."
    )
    items = decisions(portfolio.plans)
    shown = CountedItems(items, counted(item_count(items), "{n} decision", "{n} decisions"))
    return {"sections": [items_section("", nothing, shown, CountedItems(), context)]}


def count(portfolio: Portfolio) -> str:
    """How many there are."""
    return str(item_count(decisions(portfolio.plans)))
