# What a reader sees beyond the author's text: values in, escaped HTML out. No MkDocs here, no clock, and no markup
# outside the templates.
"""The views of a plan page and of the index."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from mkdocs_planplugin.catalog import INDEX, PORTFOLIO, REGISTERS, SITE_VIEWS
from mkdocs_planplugin.language import _
from mkdocs_planplugin.portfolio import Portfolio

from .editing import editing_view
from .kit import OURS, BrokenTemplateError, Context, Templates, planned_dates, rebase_links, render, use_templates
from .plan import plan_views
from .script import script
from .site import built_on_view, index_view, is_dated, portfolio_view, register_view
from .style import navigation_style_sheet, style_sheet

__all__ = [
    "OURS",
    "BrokenTemplateError",
    "Context",
    "Templates",
    "built_on_view",
    "editing_view",
    "index_view",
    "is_dated",
    "navigation_style_sheet",
    "nothing_view",
    "plan_views",
    "planned_dates",
    "portfolio_view",
    "rebase_links",
    "script",
    "section_title",
    "site_view",
    "style_sheet",
    "use_templates",
]

# The views over all plans that are no registers, by their names.
_SITE_VIEWS: Mapping[str, Callable[[Portfolio, Context], str]] = {
    INDEX.name: index_view,
    PORTFOLIO.name: portfolio_view,
}


def site_view(name: str, portfolio: Portfolio, context: Context) -> str:
    """The HTML of a view over these plans; `name` is one of the catalog's `SITE_VIEWS`."""
    if name in REGISTERS:
        return register_view(name, portfolio, context)
    return _SITE_VIEWS[name](portfolio, context)


def section_title(name: str) -> str:
    """The heading of a view over all plans at the end of a page of the author's."""
    return render("section_title", view=name, title=_(SITE_VIEWS[name].title))


def nothing_view(name: str, condition: str) -> str:
    """What a page shows instead of a view over the plans with a `condition` (`status=blocked`), if there is no such
    plan."""
    return render("nothing", view=name, condition=condition)
