# The pages beside the index: one question each, asked of all plans.
"""The registers over all plans."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from mkdocs_planplugin.language import mark
from mkdocs_planplugin.portfolio import Portfolio
from mkdocs_planplugin.views.kit import Context

from .lists import decisions_view, metrics_view, questions_view
from .next import next_view
from .risks import risk_register_view


@dataclass(frozen=True, slots=True)
class Register:
    """A page: its title, the sentence below it, which search finds, both in English, and what it shows."""

    title: str
    sentence: str
    view: Callable[[Portfolio, Context], str]


# By name, which is that of the page's file and of its marker.
REGISTERS: Mapping[str, Register] = {
    "risks": Register(
        mark("Risks"), mark("What may go wrong in the plans under way, the highest first."), risk_register_view
    ),
    "decisions": Register(
        mark("Decisions"), mark("What was decided in each plan, the newest plan first."), decisions_view
    ),
    "questions": Register(
        mark("Questions"), mark("What nobody has answered yet, and what is taken for granted."), questions_view
    ),
    "next": Register(
        mark("Next"), mark("What can be done now, what is being done, and what holds the rest up."), next_view
    ),
    "metrics": Register(
        mark("Metrics"), mark("How each plan is to be measured, and when that is looked at."), metrics_view
    ),
}
