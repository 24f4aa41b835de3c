# What a reader sees beyond the author's text: values in, escaped HTML out. No MkDocs here, no clock, and no markup
# outside the templates.
"""The views of a plan page and of the index."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from mkdocs_planplugin.catalog import INDEX, PORTFOLIO
from mkdocs_planplugin.model import Calendar
from mkdocs_planplugin.portfolio import Entry, Neighbours, Portfolio

from .kit import OURS, BrokenTemplateError, Context, Templates, rebase_links, render, use_templates
from .plan import (
    definition_view,
    effort_view,
    has_chart,
    phase_view,
    risk_views,
    risks_view,
    summary_view,
    task_views,
    timeline_view,
)
from .site import CALENDAR, built_on_view, index_view, is_dated, portfolio_view
from .site.registers import REGISTER_VIEWS
from .style import style_sheet

__all__ = [
    "CALENDAR",
    "OURS",
    "BrokenTemplateError",
    "Context",
    "Templates",
    "built_on_view",
    "has_chart",
    "index_view",
    "is_dated",
    "nothing_view",
    "plan_views",
    "portfolio_view",
    "rebase_links",
    "site_view",
    "style_sheet",
    "use_templates",
]

# What makes the views over all plans, by their names.
_SITE_VIEWS: Mapping[str, Callable[[Portfolio, Context], str]] = {
    INDEX.name: index_view,
    PORTFOLIO.name: portfolio_view,
    **REGISTER_VIEWS,
}


def site_view(name: str, portfolio: Portfolio, context: Context) -> str:
    """The HTML of a view over these plans; `name` is one of the catalog's `SITE_VIEWS`."""
    return _SITE_VIEWS[name](portfolio, context)


def nothing_view(name: str, said: str) -> str:
    """What stands in place of a view of plans that are chosen by what is `said`, where there are none."""
    return render("nothing", view=name, said=said)


def plan_views(
    entry: Entry, calendar: Calendar, context: Context, neighbours: Neighbours | None = None
) -> dict[str, str]:
    """The HTML of every view of a plan page, by the name of its place.

    "summary" is always there, "timeline" where there is a schedule, "risks", "effort" and "definition_of_done" where
    the plan has them, and "progress:KEY" for each phase; "tasks:ANCHOR" and "risks:ANCHOR" are what goes behind the
    title of a task or risk. On a template, in which nobody has done anything, only the first two are left.
    """
    plan, measures = entry.plan, entry.measures
    views = {"summary": summary_view(entry, calendar, context, neighbours or Neighbours())}
    if entry.schedule:
        views["timeline"] = timeline_view(entry, entry.schedule, calendar, context)
    if plan.is_template:
        return views
    if plan.risks:
        views["risks"] = risks_view(plan)
        views.update(risk_views(plan))
    if effort := effort_view(plan.resources.team, measures.estimate):
        views["effort"] = effort
    if plan.definition_of_done:
        views["definition_of_done"] = definition_view(plan.definition_of_done, measures.progress)
    blocked = frozenset(measures.blocked)
    for phase, progress in zip(plan.phases, measures.phases, strict=True):
        views.setdefault(f"progress:{phase.key}", phase_view(phase, progress, blocked))
    views.update(task_views(entry))
    return views
