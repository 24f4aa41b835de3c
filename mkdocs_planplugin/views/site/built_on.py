# The one thing that a page which is no plan gets from us: the way to the plans that were made from it, and what these
# have decided and still ask.
"""The plans that are based on a page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup
from msgspec import Struct

from mkdocs_planplugin.catalog import Label
from mkdocs_planplugin.model import Item
from mkdocs_planplugin.portfolio import Entry
from mkdocs_planplugin.views.kit import Context, DateText, Meter, phases_done_meter, render, tasks_done_meter

from .ranking import finish_date
from .registers import author_words


class BasedPlan(Struct, frozen=True):
    """A plan in the list: where it stands, how far it is, and when it is to end."""

    title: str
    href: str | None
    status: Label
    meter: Meter | None
    finish: DateText | None
    finish_word: str


class PlanSentence(Struct, frozen=True):
    """What a plan has decided, or asks: its author's words, where they stand, and the plan, where there are several."""

    words: Markup | str
    href: str | None
    plan: str


def built_on_view(entries: Iterable[Entry], context: Context) -> str:
    """The list of these plans, with the open questions of those that are not finished, and the decisions of all."""
    plans = list(entries)
    asked = [(entry, entry.plan.open_questions) for entry in plans if not entry.finished]
    decided = [(entry, entry.plan.decisions) for entry in plans]
    based = []
    for entry in plans:
        progress = entry.measures.shown_progress
        meter = tasks_done_meter(progress) or phases_done_meter(progress)
        title, href = entry.name, context.href(entry.path)
        based.append(BasedPlan(title, href, entry.health.label, meter, *finish_date(entry)))
    return render(
        "built_on",
        plans=based,
        questions=_sentences(asked, context, several=len(plans) > 1),
        decisions=_sentences(decided, context, several=len(plans) > 1),
    )


def _sentences(items: Iterable[tuple[Entry, Sequence[Item]]], context: Context, *, several: bool) -> list[PlanSentence]:
    return [
        PlanSentence(
            author_words(entry, item.text, item.source, context),
            context.href(f"{entry.path}#{item.anchor}"),
            entry.name if several else "",
        )
        for entry, of_plan in items
        for item in of_plan
    ]
