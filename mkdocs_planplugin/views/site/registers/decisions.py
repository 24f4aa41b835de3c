# What was decided still holds when a plan is finished: no decision is past.
"""The technical decisions of all plans."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs_planplugin.language import _, counted
from mkdocs_planplugin.portfolio import Portfolio, plan_items
from mkdocs_planplugin.views.kit import Context

from .sections import items_section


def values(portfolio: Portfolio, context: Context) -> Mapping[str, object]:
    """The decisions, plan by plan."""
    nothing = _(
        "No plan names a decision yet. A list under “Technical Decisions:” in its Discovery Summary is shown here."
    )
    decisions = plan_items(portfolio.plans, lambda plan: plan.decisions)
    return {"sections": [items_section("", nothing, decisions, (), _counted, context)]}


def count(portfolio: Portfolio) -> str:
    """How many there are."""
    return str(sum(len(entry.plan.decisions) for entry in portfolio.plans))


def _counted(number: int) -> str:
    return counted(number, "{n} decision", "{n} decisions")
