# What nobody knows for sure: what is asked, and what is taken for granted. Both are past where a plan is finished.
"""The open questions and the assumptions of all plans."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs_planplugin.language import _, counted
from mkdocs_planplugin.portfolio import Portfolio, assumptions, open_questions
from mkdocs_planplugin.views.kit import Context

from .sections import items_section


def values(portfolio: Portfolio, context: Context) -> Mapping[str, object]:
    """The questions and the assumptions, each plan by plan."""
    under_way, finished = portfolio.under_way, portfolio.finished
    questions = items_section(
        _("Open questions"),
        _("No open question in the plans under way."),
        open_questions(under_way),
        open_questions(finished),
        _counted_questions,
        context,
    )
    taken_for_granted = items_section(
        _("Assumptions"),
        _("No plan under way says what it takes for granted."),
        assumptions(under_way),
        assumptions(finished),
        _counted_assumptions,
        context,
    )
    return {"sections": [questions, taken_for_granted]}


def count(portfolio: Portfolio) -> str:
    """How many questions are open."""
    return str(sum(len(entry.plan.open_questions) for entry in portfolio.under_way))


def _counted_questions(number: int) -> str:
    return counted(number, "{n} question", "{n} questions")


def _counted_assumptions(number: int) -> str:
    return counted(number, "{n} assumption", "{n} assumptions")
