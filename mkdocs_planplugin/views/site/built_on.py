# The one thing that a page which is no plan gets from us: the way to the plans that were made from it.
"""The plans that are based on a page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mkdocs_planplugin.catalog import Label
from mkdocs_planplugin.portfolio import Entry
from mkdocs_planplugin.views.kit import Context, DateText, Meter, phases_done_meter, render, tasks_done_meter

from .ranking import finish_date


@dataclass(frozen=True, slots=True)
class BasedPlan:
    """A plan in the list: where it stands, how far it is, and when it is to end."""

    title: str
    href: str | None
    status: Label
    meter: Meter | None
    finish: DateText | None
    finish_word: str


def built_on_view(entries: Iterable[Entry], context: Context) -> str:
    """The list of these plans."""
    return render("built_on", plans=[_based_plan(entry, context) for entry in entries])


def _based_plan(entry: Entry, context: Context) -> BasedPlan:
    finish, finish_word = finish_date(entry)
    return BasedPlan(
        title=entry.plan.title or entry.path,
        href=context.href(entry.path),
        status=entry.health.label,
        meter=tasks_done_meter(entry.measures.progress) or phases_done_meter(entry.measures.progress),
        finish=finish,
        finish_word=finish_word,
    )
