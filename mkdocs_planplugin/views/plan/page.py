# What all views of a plan's page are made of. What several of them need is made here, once.
"""The page of a plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from mkdocs_planplugin.catalog import Name, Sentence
from mkdocs_planplugin.measure import Readiness
from mkdocs_planplugin.model import Calendar, Reference, Task, TaskId
from mkdocs_planplugin.portfolio import Entry, Neighbours
from mkdocs_planplugin.views.kit import Context, NamedLink, links_by_id, sentence_html


@dataclass(frozen=True)
class PlanPage:
    """A plan, the calendar it is planned by, the page it is shown on, and the plans it has to do with."""

    entry: Entry
    calendar: Calendar
    context: Context
    neighbours: Neighbours

    def html(self, sentence: Sentence, *, bold: bool = False) -> Markup:
        """A sentence with links to the tasks and risks of this page, and to other plans; its days `bold` where they are
        what it says first."""

        def href_of(name: Name) -> str | None:
            return self.context.href(name.page) if name.page else f"#{name.anchor}" if name.anchor else None

        return sentence_html(sentence, self.context.today, href_of, bold=bold)

    @cached_property
    def links(self) -> Mapping[Reference, NamedLink]:
        """Links to the tasks and phases of the page, by what references call them."""
        return links_by_id(self.entry.plan)

    @property
    def readiness(self) -> Mapping[TaskId, Readiness]:
        """What of the plan is ready, and what waits for what; nothing where nobody works on the plan."""
        return self.entry.measures.readiness if self.entry.under_way else {}

    @cached_property
    def waits(self) -> Mapping[TaskId, tuple[Reference, ...]]:
        """The tasks that wait, in the order of the text, and what for: a sub-task only where it waits for other things
        than its task does."""
        return dict(self._waits(self.entry.plan.tops(), ()))

    def _waits(
        self, tasks: Iterable[Task], above: tuple[Reference, ...]
    ) -> Iterator[tuple[TaskId, tuple[Reference, ...]]]:
        for task in tasks:
            readiness = self.readiness.get(task.id)
            waits_for = readiness.waits_for if readiness else ()
            if waits_for and waits_for != above:
                yield task.id, waits_for
            yield from self._waits(task.subtasks, waits_for)
