# How a plan has changed since its baseline.
"""What changed since the baseline, in words."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from markupsafe import Markup
from msgspec import Struct

from mkdocs_planplugin.catalog import Name, Names, Sentence, say
from mkdocs_planplugin.portfolio import brief_changes, names_on_page
from mkdocs_planplugin.views.kit import ChangeGroup, change_groups

from .page import PlanPage

if TYPE_CHECKING:
    from mkdocs_planplugin.history import Baseline

# Of each kind this many tasks, days and risks are named.
_MOST_NAMES = 20
_MOST_BRIEF = 8


class SinceBaseline(Struct, frozen=True):
    """The changes in one line, and by kind."""

    brief: Markup
    groups: list[ChangeGroup]


def since_baseline(page: PlanPage) -> SinceBaseline | None:
    """What changed in the plan since its baseline; None where that is not known."""
    history = page.context.histories.get(page.entry.path)
    baseline = history.baseline if history else None
    if baseline is None or baseline.changes.after is None:
        return None
    changed, name, parts = baseline.changes, baseline_name(baseline), brief_changes(baseline.changes)
    if parts:
        brief = say("Since the baseline ({baseline}): {changes}.", baseline=name, changes=Names(parts, _MOST_BRIEF))
    else:
        brief = say("Since the baseline ({baseline}): no task, day or risk has changed.", baseline=name)
    name_of = names_on_page(page.entry.plan, baseline.changes.after)
    return SinceBaseline(page.html(brief), change_groups(changed, name_of, page.html, _MOST_NAMES))


def baseline_name(baseline: Baseline) -> Sentence:
    """The name of the baseline: a tag with its day, a day, or the day on which the plan was in progress first."""
    match baseline.kind.value:
        case "tag":
            return say("{tag}, {day}", tag=Name("", baseline.name), day=baseline.day)
        case "date":
            return say("as it was on {day}", day=dt.date.fromisoformat(baseline.name))
        case _:
            return say("in progress since {day}", day=baseline.day)
