# The input of all views on the page of a plan. Values that several views need are computed here, once.
"""The page of a plan."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from markupsafe import Markup
from msgspec import Struct

from mkdocs_planplugin.catalog import Sentence
from mkdocs_planplugin.measure import Readiness, waiting
from mkdocs_planplugin.model import Calendar, Reference, TaskId
from mkdocs_planplugin.portfolio import Entry, Neighbours, is_active
from mkdocs_planplugin.views.kit import Context, NamedLink, links_by_id, sentence_html


class PlanPage(Struct, frozen=True, dict=True):
    """A plan, the calendar by which it is scheduled, the page that shows it, and the plans that it needs or that need
    it."""

    entry: Entry
    calendar: Calendar
    context: Context
    neighbours: Neighbours

    def html(self, sentence: Sentence, *, bold: bool = False) -> Markup:
        """A sentence with links to the tasks and risks of this page, and to other plans; its days are `bold` if they
        are the main thing that it says."""
        return sentence_html(sentence, self.context, bold=bold)

    @cached_property
    def links(self) -> Mapping[Reference, NamedLink]:
        """Links to the tasks and phases of the page, by their references."""
        return links_by_id(self.entry.plan)

    @cached_property
    def places(self) -> Mapping[TaskId, int]:
        """The places of the open tasks in the order of the text."""
        outcomes = self.entry.measures.outcomes
        return {id_: place for place, id_ in enumerate(t.id for t in self.entry.plan.walk() if t.id not in outcomes)}

    @property
    def readiness(self) -> Mapping[TaskId, Readiness]:
        """Which tasks are ready, and what the others wait for; empty for a plan nobody works on, such as a draft."""
        return self.entry.measures.readiness if is_active(self.entry) else {}

    @cached_property
    def waits(self) -> Mapping[TaskId, Readiness]:
        """The tasks that wait, and what they wait for."""
        return waiting(self.entry.plan, self.readiness)
