# What the registers have in common: the names of plans, and the author's words.
"""The pieces of registers."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from mkdocs_planplugin.catalog import STATUS_LABELS, Label
from mkdocs_planplugin.language import n_
from mkdocs_planplugin.model import Item
from mkdocs_planplugin.portfolio import Entry
from mkdocs_planplugin.views.kit import Context


@dataclass(frozen=True, slots=True)
class PlanName:
    """A plan as it is called on other pages."""

    title: str
    href: str | None
    status: Label


@dataclass(frozen=True, slots=True)
class Said:
    """Something an author has said, and where."""

    words: Markup | str
    href: str | None


def plan_name(entry: Entry, context: Context) -> PlanName:
    """The name of a plan, with the way to it."""
    return PlanName(
        entry.plan.title or entry.path, context.href(entry.path), STATUS_LABELS[entry.measures.shown_status]
    )


def said(entry: Entry, item: Item, context: Context) -> Said:
    """An item of a plan in its author's words."""
    return Said(words(entry, item.text, item.source, context), context.href(f"{entry.path}#{item.anchor}"))


def words(entry: Entry, text: str, source: str, context: Context) -> Markup | str:
    """Words of a plan: with their markup where there is some, else as text, which costs nothing."""
    return Markup(context.words(entry, source)) if source else text  # noqa: S704 (whole, and the author's own)


def in_plans(found: str, plans: int) -> str:
    """What was `found`, and in how many plans: `5 risks in 2 plans`."""
    return n_("{found} in {n} plan", "{found} in {n} plans", plans).format(found=found, n=plans)
