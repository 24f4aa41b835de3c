# The views on the page of one plan. Each record of the catalog's `PLAN_VIEWS` has a module of its name here, whose
# function `html_by_place` takes the page and gives the HTML of each place, and templates that begin with its name. So
# a new view is a record, a module and a template, and nothing in this file.
"""Header, timeline, progress, tasks, risks, effort and Definition of Done of one plan."""

from __future__ import annotations

from collections.abc import Callable, Container
from importlib import import_module

from mkdocs_planplugin.catalog import PLAN_VIEWS
from mkdocs_planplugin.model import Calendar
from mkdocs_planplugin.portfolio import Entry, Neighbours
from mkdocs_planplugin.views.kit import Context

from .page import PlanPage

__all__ = ["plan_views"]

_VIEWS: dict[str, Callable[[PlanPage], dict[str, str]]] = {
    name: import_module(f".{name}", __package__).html_by_place for name in PLAN_VIEWS
}


def plan_views(
    entry: Entry,
    calendar: Calendar,
    context: Context,
    neighbours: Neighbours | None = None,
    wanted: Container[str] = PLAN_VIEWS,
) -> dict[str, str]:
    """The HTML of the `wanted` views of a plan page, of all by default, by the name of their place.

    A place has the name of its view; where each phase, task or risk has a view of its own, `place_of` says its name.
    What a plan has nothing to show for is not there. On a template, in which nobody has done anything, only those views
    are left that the catalog allows there.
    """
    page = PlanPage(entry, calendar, context, neighbours or Neighbours())
    html: dict[str, str] = {}
    for name, view in PLAN_VIEWS.items():
        if name in wanted and (view.on_templates or not entry.plan.is_template):
            html |= _VIEWS[name](page)
    return html
