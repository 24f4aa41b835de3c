# The pages beside the index: one question each, asked of all plans.
"""The registers over all plans."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from mkdocs_planplugin.portfolio import Portfolio
from mkdocs_planplugin.views.links import Context

from .lists import decisions_view, metrics_view, questions_view
from .next import next_view
from .risks import risk_register_view


@dataclass(frozen=True, slots=True)
class Register:
    """A page: its title, the sentence below it, which search finds, and what it shows."""

    title: str
    sentence: str
    view: Callable[[Portfolio, Context], str]


# By name, which is that of the page's file and of its marker.
REGISTERS: Mapping[str, Register] = {
    "risks": Register("Risks", "What may go wrong in the plans under way, the highest first.", risk_register_view),
    "decisions": Register("Decisions", "What was decided in each plan, the newest plan first.", decisions_view),
    "questions": Register("Questions", "What nobody has answered yet, and what is taken for granted.", questions_view),
    "next": Register("Next", "What can be done now, what is being done, and what holds the rest up.", next_view),
    "metrics": Register("Metrics", "How each plan is to be measured, and when that is looked at.", metrics_view),
}
