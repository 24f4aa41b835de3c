# The pages over all plans, and how much is on each: the same line on all of them.
"""The way from one page over all plans to the others."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_planplugin.catalog import SITE_VIEWS
from mkdocs_planplugin.language import _
from mkdocs_planplugin.portfolio import Portfolio
from mkdocs_planplugin.views.kit import Context


@dataclass(frozen=True, slots=True)
class Way:
    """The way to a page over all plans; `number` is how much is there, empty where that says nothing, and `here` is set
    on the page itself."""

    text: str
    number: str
    href: str | None
    here: bool


def ways(portfolio: Portfolio, context: Context) -> list[Way]:
    """The ways from one of the pages over all plans to the others: none where there is only one page."""
    under_way = portfolio.under_way
    numbers = {
        "risks": str(sum(len(entry.plan.risks) for entry in under_way)),
        "decisions": str(sum(len(entry.plan.decisions) for entry in portfolio.plans)),
        "questions": str(sum(len(entry.plan.open_questions) for entry in under_way)),
        "next": str(sum(len(entry.measures.next) for entry in under_way)),
    }
    paths = {"index": context.index_path, **context.registers}
    found = [
        Way(_(SITE_VIEWS[name].link), numbers.get(name, ""), context.href(path), path == context.path)
        for name, path in paths.items()
        if path is not None
    ]
    return found if len(found) > 1 else []
