# Registers that are lists of sentences, plan by plan, have sections of one form: the template `register_sections.html`.
"""Sections of registers, with what each plan says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from mkdocs_planplugin.language import _
from mkdocs_planplugin.model import Item
from mkdocs_planplugin.portfolio import Entry, PlanItems
from mkdocs_planplugin.views.kit import Context, DateText, long_date

from .shared import LinkedPlan, author_words, in_plans, plan_link

CountWords = Callable[[int], str]  # a number with what it counts: `5 decisions`


@dataclass(frozen=True, slots=True)
class LinkedWords:
    """Something that an author wrote, and where."""

    words: Markup | str
    href: str | None


@dataclass(frozen=True, slots=True)
class PlanSentences:
    """What one plan says; `since` is the day the plan is from, `review` when it is looked at."""

    plan: LinkedPlan
    since: DateText | None
    sentences: list[LinkedWords]
    review: str = ""


@dataclass(frozen=True, slots=True)
class RegisterSection:
    """A part of a register: its heading (empty where it is the only one), how much is in it, the sentence where that is
    nothing, what the plans say, and what others say, folded below a line of words."""

    heading: str
    summary: str
    nothing: str
    plans: list[PlanSentences]
    folded: list[PlanSentences]
    folded_words: str = ""


def items_section(
    heading: str,
    nothing: str,
    shown: Sequence[PlanItems],
    past: Sequence[PlanItems],
    count_words: CountWords,
    context: Context,
) -> RegisterSection:
    """The section of items that plans have; those of `past` plans are folded."""
    return RegisterSection(
        heading,
        _summary(shown, count_words),
        nothing,
        _plan_sentences(shown, context),
        _plan_sentences(past, context),
        _("From finished plans: {found}").format(found=_summary(past, count_words)),
    )


def plan_sentences(entry: Entry, sentences: list[LinkedWords], context: Context, review: str = "") -> PlanSentences:
    """What one plan says, below its name."""
    created = entry.plan.created
    return PlanSentences(plan_link(entry, context), long_date(created) if created else None, sentences, review)


def _summary(plans: Sequence[PlanItems], count_words: CountWords) -> str:
    return in_plans(count_words(sum(len(plan.items) for plan in plans)), len(plans)) if plans else ""


def _plan_sentences(plans: Iterable[PlanItems], context: Context) -> list[PlanSentences]:
    return [
        plan_sentences(plan.entry, [_sentence(plan.entry, item, context) for item in plan.items], context)
        for plan in plans
    ]


def _sentence(entry: Entry, item: Item, context: Context) -> LinkedWords:
    words = author_words(entry, item.text, item.source, context)
    return LinkedWords(words, context.href(f"{entry.path}#{item.anchor}"))
