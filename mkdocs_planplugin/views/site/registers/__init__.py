# The pages beside the index: one question each, asked of all plans.
"""The registers over all plans."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from mkdocs_planplugin.portfolio import Portfolio
from mkdocs_planplugin.views.kit import Context

from .lists import decisions_view, metrics_view, questions_view
from .next import next_view
from .risks import risk_register_view

__all__ = ["REGISTER_VIEWS"]

# What makes the registers, by their names.
REGISTER_VIEWS: Mapping[str, Callable[[Portfolio, Context], str]] = {
    "risks": risk_register_view,
    "decisions": decisions_view,
    "questions": questions_view,
    "next": next_view,
    "metrics": metrics_view,
}
