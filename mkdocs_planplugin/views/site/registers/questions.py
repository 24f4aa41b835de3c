# Open questions and assumptions: nobody is certain about either. Those of finished plans are folded.
"""The open questions and the assumptions of all plans."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs_planplugin.language import _, counted
from mkdocs_planplugin.portfolio import PlanItems, Portfolio, item_count, open_questions, plan_assumptions
from mkdocs_planplugin.views.kit import Context

from .sections import CountedItems, items_section


def values(portfolio: Portfolio, context: Context) -> Mapping[str, object]:
    """The questions and the assumptions, each plan by plan."""
    questions = items_section(
        _("Open questions"),
        _("No open question in the plans under way."),
        _counted_questions(open_questions(portfolio.under_way)),
        _counted_questions(open_questions(portfolio.finished)),
        context,
    )
    assumptions = items_section(
        _("Assumptions"),
        _("No plan under way says what it takes for granted."),
        _counted_assumptions(plan_assumptions(portfolio.under_way)),
        _counted_assumptions(plan_assumptions(portfolio.finished)),
        context,
    )
    return {"sections": [questions, assumptions]}


def count(portfolio: Portfolio) -> str:
    """How many questions are open."""
    return str(item_count(open_questions(portfolio.under_way)))


def _counted_questions(plans: tuple[PlanItems, ...]) -> CountedItems:
    return CountedItems(plans, counted(item_count(plans), "{n} question", "{n} questions"))


def _counted_assumptions(plans: tuple[PlanItems, ...]) -> CountedItems:
    return CountedItems(plans, counted(item_count(plans), "{n} assumption", "{n} assumptions"))
