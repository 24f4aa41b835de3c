# Registers that list sentences of plans, plan by plan, are made of the sections below (`register_sections.html`).
"""Sections of registers, with the sentences of each plan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup
from msgspec import Struct

from mkdocs_planplugin.language import _
from mkdocs_planplugin.model import Item
from mkdocs_planplugin.portfolio import Entry, PlanItems
from mkdocs_planplugin.views.kit import Context, DateText, long_date

from .shared import LinkedPlan, author_words, in_plans, plan_link


class CountedItems(Struct, frozen=True):
    """Items by plan, and their number in words: `5 decisions`."""

    plans: Sequence[PlanItems] = ()
    words: str = ""


class LinkedWords(Struct, frozen=True):
    """Words of an author, with a link to them."""

    words: Markup | str
    href: str | None


class PlanSentences(Struct, frozen=True):
    """The sentences of one plan; `since` is the day on which the plan was created, `review` when they are reviewed."""

    plan: LinkedPlan
    since: DateText | None
    sentences: list[LinkedWords]
    review: str = ""


class RegisterSection(Struct, frozen=True):
    """A section of a register: its heading (empty for an only section), the number of items, a sentence for a section
    without items, the sentences of plans, and those of finished plans, folded below a line of words."""

    heading: str
    summary: str
    nothing: str
    plans: list[PlanSentences]
    folded: list[PlanSentences]
    folded_words: str = ""


def items_section(
    heading: str,
    nothing: str,
    shown: CountedItems,
    past: CountedItems,
    context: Context,
) -> RegisterSection:
    """A section of items; those of `past` plans are folded."""
    return RegisterSection(
        heading,
        _summary(shown),
        nothing,
        _plan_sentences(shown.plans, context),
        _plan_sentences(past.plans, context),
        _("From finished plans: {found}").format(found=_summary(past)),
    )


def plan_sentences(entry: Entry, sentences: list[LinkedWords], context: Context, review: str = "") -> PlanSentences:
    """The sentences of a plan, with its name."""
    created = entry.plan.created
    return PlanSentences(plan_link(entry, context), long_date(created) if created else None, sentences, review)


def _summary(items: CountedItems) -> str:
    return in_plans(items.words, len(items.plans)) if items.plans else ""


def _plan_sentences(plans: Iterable[PlanItems], context: Context) -> list[PlanSentences]:
    return [
        plan_sentences(plan.entry, [_sentence(plan.entry, item, context) for item in plan.items], context)
        for plan in plans
    ]


def _sentence(entry: Entry, item: Item, context: Context) -> LinkedWords:
    words = author_words(entry, item.text, item.source, context)
    return LinkedWords(words, context.href(f"{entry.path}#{item.anchor}"))
