# What is new in the last seven days, for somebody who was away: each plan once, the last changed first.
"""What changed this week."""

from __future__ import annotations

import datetime as dt

from markupsafe import Markup
from msgspec import Struct

from mkdocs_planplugin.catalog import Sentence
from mkdocs_planplugin.portfolio import Entry, PlanChanges, Portfolio, names_on_page, progress_now
from mkdocs_planplugin.views.kit import (
    ChangeGroup,
    Context,
    DateText,
    NamedLink,
    change_groups,
    sentence_html,
    short_date,
)

# This many plans are listed, and in each this many tasks, days and risks of a kind are named.
_MOST_PLANS, _MOST_NAMES = 12, 3


class PlanOfWeek(Struct, frozen=True):
    """A plan that changed: a link to it, the day of its last change, its progress, and the changes by kind."""

    link: NamedLink
    day: DateText
    progress: Markup
    groups: list[ChangeGroup]


class Week(Struct, frozen=True):
    """The plans that changed in the last seven days, and how many more there are."""

    number: int
    plans: list[PlanOfWeek]
    more: int


def changed_this_week(portfolio: Portfolio, context: Context) -> Week | None:
    """The changes of the last seven days; `None` if there are none, or no history."""
    changed = []
    for entry in portfolio.plans:
        history = context.histories.get(entry.path)
        if history and history.week:
            changed.append((max(history.changed or dt.date.min, history.points[-1].day), entry, history.week))
    changed.sort(key=lambda change: (-change[0].toordinal(), change[1].path))
    shown = [_plan_of_week(entry, changes, day, context) for day, entry, changes in changed[:_MOST_PLANS]]
    return Week(len(changed), shown, len(changed) - len(shown)) if changed else None


def _plan_of_week(entry: Entry, changes: PlanChanges, day: dt.date, context: Context) -> PlanOfWeek:
    def html(sentence: Sentence) -> Markup:
        return sentence_html(sentence, context, own_page=False)

    groups = []
    if changes.after:
        name_of = names_on_page(entry.plan, changes.after, entry.path)
        groups = change_groups(changes, name_of, html, _MOST_NAMES)
    link = NamedLink("", entry.name, context.href(entry.path))
    return PlanOfWeek(link, short_date(day), html(progress_now(changes)), groups)
