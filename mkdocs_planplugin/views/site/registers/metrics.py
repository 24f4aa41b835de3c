# Whether a plan was a success is seen when it is complete: what those under way will be measured by is still to
# come.
"""The success metrics of all plans."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mkdocs_planplugin.language import _, counted
from mkdocs_planplugin.model import Status
from mkdocs_planplugin.portfolio import Entry, Portfolio, with_success_metrics
from mkdocs_planplugin.views.kit import Context

from .sections import LinkedWords, PlanSentences, RegisterSection, plan_sentences
from .shared import in_plans


def values(portfolio: Portfolio, context: Context) -> Mapping[str, object]:
    """The metrics, plan by plan, each with its review."""
    entries = with_success_metrics(portfolio.plans)
    complete = [entry for entry in entries if entry.measures.shown_status is Status.COMPLETE]
    coming = [entry for entry in entries if entry.under_way]
    section = RegisterSection(
        "",
        _counted(complete) if complete else "",
        _("No complete plan says how its success is measured."),
        [_metrics(entry, context) for entry in complete],
        [_metrics(entry, context) for entry in coming],
        _("Not complete yet: {found}").format(found=_counted(coming)),
    )
    return {"sections": [section]}


def count(_portfolio: Portfolio) -> str:
    """Always empty: the number of metrics says nothing."""
    return ""


def _metrics(entry: Entry, context: Context) -> PlanSentences:
    metrics = entry.plan.success_metrics
    return plan_sentences(entry, [LinkedWords(text, None) for text in metrics.metrics], context, metrics.review or "")


def _counted(entries: Sequence[Entry]) -> str:
    number = sum(len(entry.plan.success_metrics.metrics) for entry in entries)
    return in_plans(counted(number, "{n} metric", "{n} metrics"), len(entries))
