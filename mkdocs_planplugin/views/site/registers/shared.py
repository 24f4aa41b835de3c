# What the registers have in common: the names of plans, and the author's words.
"""The pieces of registers."""

from __future__ import annotations

from markupsafe import Markup
from msgspec import Struct

from mkdocs_planplugin.catalog import Label
from mkdocs_planplugin.language import n_
from mkdocs_planplugin.portfolio import Entry
from mkdocs_planplugin.views.kit import Context


class LinkedPlan(Struct, frozen=True):
    """The name of a plan on other pages, with a link and its health as `status`."""

    title: str
    href: str | None
    status: Label


class Gap(Struct, frozen=True):
    """How much of something nobody has filled in, in words, and the part of its register that lists it."""

    number: int
    words: str
    anchor: str


def plan_link(entry: Entry, context: Context) -> LinkedPlan:
    """The name of a plan, as a link to it."""
    return LinkedPlan(entry.name, context.href(entry.path), entry.health.label)


def author_words(entry: Entry, text: str, source: str, context: Context) -> Markup | str:
    """Words of a plan: converted from their Markdown if they have any (`source`), else as text, which costs nothing."""
    return Markup(context.words(entry, source)) if source else text  # noqa: S704 (whole, and the author's own)


def in_plans(items: str, plans: int) -> str:
    """How many `items` there are, and in how many plans: `5 risks in 2 plans`."""
    return n_("{found} in {n} plan", "{found} in {n} plans", plans).format(found=items, n=plans)
