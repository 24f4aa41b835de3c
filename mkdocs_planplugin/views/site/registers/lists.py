# Registers that are lists of sentences, plan by plan.
"""Decisions, open questions with assumptions, and success metrics."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from mkdocs_planplugin.language import _, counted
from mkdocs_planplugin.model import Status
from mkdocs_planplugin.portfolio import Entry, Listed, Portfolio, assumptions, decisions, measured, open_questions
from mkdocs_planplugin.views.kit import Context, DateText, long_date, render
from mkdocs_planplugin.views.site import ways

from .shared import PlanName, Said, in_plans, plan_name, said


@dataclass(frozen=True, slots=True)
class Group:
    """What one plan says; `since` is the day the plan is from, `review` when it is looked at."""

    plan: PlanName
    since: DateText | None
    items: list[Said]
    review: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of a register: its heading, how much is in it, the sentence where that is nothing, and what is past."""

    heading: str
    summary: str
    nothing: str
    groups: list[Group]
    past: list[Group]
    past_words: str = ""


def decisions_view(portfolio: Portfolio, context: Context) -> str:
    """The technical decisions of all plans; what a finished plan has decided still holds."""
    found = decisions(portfolio.plans)
    nothing = _(
        "No plan names a decision yet. A list under “Technical Decisions:” in its Discovery Summary is shown here."
    )
    chapter = Chapter("", _summary(found, _decided), nothing, _groups(found, context), [])
    return _render("decisions", portfolio, context, [chapter])


def questions_view(portfolio: Portfolio, context: Context) -> str:
    """The open questions and the assumptions of all plans; those of finished plans are past."""
    questions, asked = open_questions(portfolio.under_way), open_questions(portfolio.finished)
    assumed, held = assumptions(portfolio.under_way), assumptions(portfolio.finished)
    chapters = [
        Chapter(
            _("Open questions"),
            _summary(questions, _asked),
            _("No open question in the plans under way."),
            _groups(questions, context),
            _groups(asked, context),
            _past(_summary(asked, _asked)),
        ),
        Chapter(
            _("Assumptions"),
            _summary(assumed, _assumed),
            _("No plan under way says what it takes for granted."),
            _groups(assumed, context),
            _groups(held, context),
            _past(_summary(held, _assumed)),
        ),
    ]
    return _render("questions", portfolio, context, chapters)


def metrics_view(portfolio: Portfolio, context: Context) -> str:
    """The success metrics of complete plans with their review; those of plans under way are still to come."""
    found = measured(portfolio.plans)
    complete = [entry for entry in found if entry.measures.shown_status is Status.COMPLETE]
    coming = [entry for entry in found if entry.under_way]
    chapter = Chapter(
        "",
        _metrics(complete) if complete else "",
        _("No complete plan says how its success is measured."),
        [_measured(entry, context) for entry in complete],
        [_measured(entry, context) for entry in coming],
        _("Not complete yet: {found}").format(found=_metrics(coming)),
    )
    return _render("metrics", portfolio, context, [chapter])


def _render(name: str, portfolio: Portfolio, context: Context, chapters: list[Chapter]) -> str:
    return render("register_list", view=name, ways=ways(portfolio, context), chapters=chapters)


def _summary(found: Sequence[Listed], number: Callable[[int], str]) -> str:
    return in_plans(number(sum(len(each.items) for each in found)), len(found)) if found else ""


def _past(summary: str) -> str:
    return _("From finished plans: {found}").format(found=summary)


def _decided(number: int) -> str:
    return counted(number, "{n} decision", "{n} decisions")


def _asked(number: int) -> str:
    return counted(number, "{n} question", "{n} questions")


def _assumed(number: int) -> str:
    return counted(number, "{n} assumption", "{n} assumptions")


def _metrics(found: list[Entry]) -> str:
    number = sum(len(entry.plan.success_metrics.metrics) for entry in found)
    return in_plans(counted(number, "{n} metric", "{n} metrics"), len(found))


def _groups(found: Iterable[Listed], context: Context) -> list[Group]:
    return [
        Group(
            plan_name(each.entry, context),
            _since(each.entry),
            [said(each.entry, item, context) for item in each.items],
        )
        for each in found
    ]


def _measured(entry: Entry, context: Context) -> Group:
    metrics = entry.plan.success_metrics
    items = [Said(text, None) for text in metrics.metrics]
    return Group(plan_name(entry, context), _since(entry), items, metrics.review or "")


def _since(entry: Entry) -> DateText | None:
    return long_date(entry.plan.created) if entry.plan.created else None
