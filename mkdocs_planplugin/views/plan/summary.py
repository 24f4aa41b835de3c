# The header of a plan page: where it stands, when it ends, what to do next. Words and numbers; the template only
# arranges them.
"""The summary view."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mkdocs_planplugin.catalog import LEVEL_LABELS, STATUS_LABELS, Label, risk_level
from mkdocs_planplugin.language import ENGLISH, _, active_language, counted, mark
from mkdocs_planplugin.measure import Progress
from mkdocs_planplugin.model import Calendar, Plan, Revision, Risk, Severity
from mkdocs_planplugin.portfolio import Entry, Neighbours
from mkdocs_planplugin.views.kit import (
    Context,
    Meter,
    NamedLink,
    based_on_link,
    criteria_met_meter,
    days_late,
    days_stale,
    definition_meter,
    derived_from,
    estimate_days,
    estimate_hours,
    expected_finish,
    links_by_id,
    long_date,
    phases_done_meter,
    planned_dates,
    render,
    risk_factors,
    risk_link,
    shortened,
    tasks_done_meter,
)

from .page import PlanPage
from .tasks import waiting

_SEVERITIES = {Severity.ERROR: mark("error"), Severity.WARNING: mark("warning"), Severity.INFO: mark("info")}
# What a header names one by one; the tasks themselves say the rest.
_READY, _BLOCKED, _WAITING = 3, 3, 3


@dataclass(frozen=True, slots=True)
class Call:
    """What to do, or what holds work up: the first of the tasks with what each waits for, and how many more."""

    name: str
    term: str
    items: tuple[tuple[NamedLink, tuple[NamedLink, ...]], ...]
    more: int


@dataclass(frozen=True, slots=True)
class TopRisk:
    """The risk to look at first."""

    ref: NamedLink
    level: Label | None
    factors: str  # probability x impact in words


def html_by_place(page: PlanPage) -> dict[str, str]:
    """The header of a plan page, or of a template to fill in."""
    return {"summary": _header(page.entry, page.calendar, page.context, page.neighbours)}


def _header(entry: Entry, calendar: Calendar, context: Context, neighbours: Neighbours) -> str:
    plan, progress = entry.plan, entry.measures.progress
    if plan.is_template:
        return render("template", places=_placeholders(plan), index=_index(context))
    return render(
        "summary",
        status=STATUS_LABELS[entry.measures.shown_status],
        derived=derived_from(entry.measures),
        based_on=based_on_link(entry, context),
        created=long_date(plan.created) if plan.created else None,
        updated=long_date(plan.last_updated) if plan.last_updated else None,
        revision=_revision(plan),
        index=_index(context),
        meters=_meters(progress),
        untracked=_untracked(progress),
        **_facts(entry, calendar, context.today),
        neighbours=_neighbours(neighbours, context),
        calls=_calls(entry),
        notes=list(_notes(entry, context.today)),
        findings=entry.findings,
        finding_levels={level: _(word) for level, word in _SEVERITIES.items()},
        foreign=active_language() is not ENGLISH,
        finding_count=counted(len(entry.findings), "{n} finding", "{n} findings"),
    )


def _index(context: Context) -> str | None:
    return context.href(context.index_path) if context.index_path else None


def _placeholders(plan: Plan) -> str:
    if not plan.placeholders:
        return ""
    return counted(plan.placeholders, "{n} placeholder left to fill in", "{n} placeholders left to fill in")


def _revision(plan: Plan) -> str | None:
    """The last revision with its author: `revision 1.2 by Ana`."""
    revision = max(plan.revisions, key=_revised, default=None)
    if revision is None or not (revision.version or revision.author):
        return None
    if not revision.author:
        return _("revision {version}").format(version=revision.version)
    if not revision.version:
        return _("revision by {author}").format(author=revision.author)
    return _("revision {version} by {author}").format(version=revision.version, author=revision.author)


def _revised(revision: Revision) -> tuple[dt.date, int]:
    """Later dates come later, and among equals what stands further down."""
    return revision.date or dt.date.min, revision.line


def _meters(progress: Progress) -> list[Meter]:
    work = tasks_done_meter(progress) or phases_done_meter(progress)
    return [meter for meter in (work, criteria_met_meter(progress), definition_meter(progress)) if meter]


def _untracked(progress: Progress) -> str:
    """What to say in place of a counter of tasks that would count nothing."""
    tasks = progress.tasks
    if tasks.total or progress.phases.total:
        return ""
    if not (tasks.untracked or tasks.cancelled):
        return _("No tasks yet")
    if not tasks.untracked:
        return counted(tasks.cancelled, "{n} task cancelled, none left", "{n} tasks cancelled, none left")
    return counted(tasks.untracked, "{n} task, progress is not tracked", "{n} tasks, progress is not tracked")


# Facts: one value each


def _facts(entry: Entry, calendar: Calendar, today: dt.date) -> dict[str, object]:
    plan, estimate = entry.plan, entry.measures.estimate
    return {
        "planned": planned_dates(entry.schedule),
        "expected": expected_finish(entry.schedule),
        "due": long_date(plan.due) if plan.due else None,
        "due_in": _distance(plan.due, today) if plan.due and entry.under_way else "",
        "estimate": estimate_hours(estimate),
        "estimate_days": estimate_days(estimate, calendar.hours_per_day),
        "risk": _top_risk(plan.risks),
    }


def _distance(date: dt.date, today: dt.date) -> str:
    ahead = (date - today).days
    if not ahead:
        return _("today")
    return counted(ahead, "in {n} day", "in {n} days") if ahead > 0 else counted(-ahead, "{n} day ago", "{n} days ago")


def _top_risk(risks: tuple[Risk, ...]) -> TopRisk | None:
    """The risk with the highest score, then of the highest priority, then the first."""
    risk = max(risks, key=lambda risk: (risk.score or 0, risk.priority.score if risk.priority else 0), default=None)
    if risk is None:
        return None
    level = risk_level(risk)
    return TopRisk(risk_link(risk), LEVEL_LABELS[level] if level else None, risk_factors(risk))


# Neighbours: other plans


def _neighbours(neighbours: Neighbours, context: Context) -> list[tuple[str, list[tuple[NamedLink, Label]]]]:
    """The plans this one needs, and those that need it: a term, and each plan with its status."""
    terms = ((_("Needs"), neighbours.needs), (_("Needed by"), neighbours.needed_by))
    return [(term, [_neighbour(entry, context) for entry in entries]) for term, entries in terms if entries]


def _neighbour(entry: Entry, context: Context) -> tuple[NamedLink, Label]:
    title = shortened(entry.plan.title or entry.path)
    return NamedLink("", title, context.href(entry.path)), STATUS_LABELS[entry.measures.shown_status]


# Calls: what to do


def _calls(entry: Entry) -> list[Call]:
    """What is ready, blocked or waiting, as far as there is any of it."""
    if not entry.under_way:
        return []
    measures, refs = entry.measures, links_by_id(entry.plan)
    blocked = frozenset(measures.blocked)
    waits = (each for each in waiting(entry) if each[0].id not in blocked)
    calls = (
        _call("ready", _("Ready now"), [(refs[name], ()) for name in measures.next], _READY),
        _call("blocked", _("Blocked"), [(refs[name], ()) for name in measures.blocked], _BLOCKED),
        _call(
            "waits",
            _("Waits"),
            [(refs[task.id], tuple(refs[each] for each in found)) for task, found in waits],
            _WAITING,
        ),
    )
    return [call for call in calls if call.items]


def _call(name: str, term: str, items: Sequence[tuple[NamedLink, tuple[NamedLink, ...]]], limit: int) -> Call:
    return Call(name, term, tuple(items[:limit]), max(0, len(items) - limit))


# Notes: what asks for a look


def _notes(entry: Entry, today: dt.date) -> Iterator[tuple[str, str]]:
    """What is late, stale or not filled in: a word to begin with, or none, and the rest of the sentence."""
    due, finish = entry.plan.due, entry.schedule.finish if entry.schedule else None
    if days_late(entry, today) and due:
        yield _("Late"), _("due {date}, {distance}").format(date=long_date(due).text, distance=_distance(due, today))
    elif days_late(entry, today) and finish:
        said = _("planned to finish {date}, {distance}")
        yield _("Late"), said.format(date=long_date(finish).text, distance=_distance(finish, today))
    if stale := days_stale(entry, today):
        yield _("Stale"), counted(stale, "nothing changed for {n} day", "nothing changed for {n} days")
    if entry.plan.placeholders:
        yield "", _placeholders(entry.plan)
