# What all views of a plan's page are made of. What several of them need is made here, once.
"""The page of a plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from mkdocs_planplugin.model import Calendar, Reference
from mkdocs_planplugin.portfolio import Entry, Neighbours
from mkdocs_planplugin.views.kit import Context, NamedLink, links_by_id


@dataclass(frozen=True)
class PlanPage:
    """A plan, the calendar it is planned by, the page it is shown on, and the plans it has to do with."""

    entry: Entry
    calendar: Calendar
    context: Context
    neighbours: Neighbours

    @cached_property
    def links(self) -> Mapping[Reference, NamedLink]:
        """Links to the tasks and phases of the page, by what references call them."""
        return links_by_id(self.entry.plan)
