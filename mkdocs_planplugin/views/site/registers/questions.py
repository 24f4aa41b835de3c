# What nobody knows for sure: what is asked, and what is taken for granted. Both are past where a plan is finished.
"""The open questions and the assumptions of all plans."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs_planplugin.language import _, counted
from mkdocs_planplugin.portfolio import Portfolio, plan_items
from mkdocs_planplugin.views.kit import Context

from .sections import items_section


def values(portfolio: Portfolio, context: Context) -> Mapping[str, object]:
    """The questions and the assumptions, each plan by plan."""
    questions = items_section(
        _("Open questions"),
        _("No open question in the plans under way."),
        plan_items(portfolio.under_way, lambda plan: plan.open_questions),
        plan_items(portfolio.finished, lambda plan: plan.open_questions),
        _counted_questions,
        context,
    )
    assumptions = items_section(
        _("Assumptions"),
        _("No plan under way says what it takes for granted."),
        plan_items(portfolio.under_way, lambda plan: plan.assumptions),
        plan_items(portfolio.finished, lambda plan: plan.assumptions),
        _counted_assumptions,
        context,
    )
    return {"sections": [questions, assumptions]}


def count(portfolio: Portfolio) -> str:
    """How many questions are open."""
    return str(sum(len(entry.plan.open_questions) for entry in portfolio.under_way))


def _counted_questions(number: int) -> str:
    return counted(number, "{n} question", "{n} questions")


def _counted_assumptions(number: int) -> str:
    return counted(number, "{n} assumption", "{n} assumptions")
