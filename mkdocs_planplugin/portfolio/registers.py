# Registers: what single plans say of risks, decisions, questions and success, side by side.
"""The registers over all plans."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from msgspec import Struct

from mkdocs_planplugin.model import Item, Level, Risk

from .entries import Entry


class PlanRisk(Struct, frozen=True):
    """A risk and the plan it belongs to."""

    entry: Entry
    risk: Risk


class PlanItems(Struct, frozen=True):
    """The items of one kind in a plan; there is at least one."""

    entry: Entry
    items: tuple[Item, ...]


def risks(entries: Iterable[Entry], *, are_open: bool | None = None) -> tuple[PlanRisk, ...]:
    """The risks of these plans, the highest first, then by priority. Equal ones are in the order of the plans and their
    texts.

    `are_open` selects those that are open, or only the others.
    """
    plan_risks = (
        PlanRisk(entry, risk)
        for entry in entries
        for risk in entry.plan.risks
        if are_open is None or risk.is_open is are_open
    )
    return tuple(sorted(plan_risks, key=lambda plan_risk: _severity(plan_risk.risk), reverse=True))


def _severity(risk: Risk) -> tuple[int, int]:
    """The score of a risk, to sort by. A factor that is not said counts as medium. If neither is said, the author's
    priority counts for both, so that unrated risks are not at the end."""
    priority = risk.priority.score if risk.priority else 0
    if risk.probability is None and risk.impact is None:
        return priority * Level.MEDIUM.score, priority
    return (risk.probability or Level.MEDIUM).score * (risk.impact or Level.MEDIUM).score, priority


def decisions(entries: Iterable[Entry]) -> tuple[PlanItems, ...]:
    """The technical decisions of these plans, the newest plan first."""
    return _plan_items((entry, entry.plan.decisions) for entry in newest_first(entries))


def open_questions(entries: Iterable[Entry]) -> tuple[PlanItems, ...]:
    """The open questions of these plans, the newest plan first."""
    return _plan_items((entry, entry.plan.open_questions) for entry in newest_first(entries))


def plan_assumptions(entries: Iterable[Entry]) -> tuple[PlanItems, ...]:
    """The assumptions that these plans state, the newest plan first."""
    return _plan_items((entry, entry.plan.assumptions) for entry in newest_first(entries))


def _plan_items(items_of: Iterable[tuple[Entry, tuple[Item, ...]]]) -> tuple[PlanItems, ...]:
    """Items by plan, without plans that have none."""
    return tuple(PlanItems(entry, items) for entry, items in items_of if items)


def item_count(plans: Iterable[PlanItems]) -> int:
    """How many items these plans have together."""
    return sum(len(plan.items) for plan in plans)


def newest_first(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Plans by the day they were created, else started; those without a day last."""
    return tuple(sorted(entries, key=lambda e: e.plan.created or e.plan.start or dt.date.min, reverse=True))


def with_success_metrics(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The plans that say how their success is measured or when that is looked at, the newest first."""
    return tuple(
        entry
        for entry in newest_first(entries)
        if entry.plan.success_metrics.metrics or entry.plan.success_metrics.review
    )
