# The header of a plan page: where it stands, when it ends, what to do next. Words and numbers are made here; the
# template only arranges them.
"""The summary view."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from mkdocs_planplugin.catalog import LEVEL_LABELS, SEVERITY_LABELS, STATUS_LABELS, Label, risk_level
from mkdocs_planplugin.language import ENGLISH, _, active_language, counted
from mkdocs_planplugin.measure import Progress
from mkdocs_planplugin.model import Plan, Reference, Risk, Status, TaskId
from mkdocs_planplugin.portfolio import Entry, Neighbours
from mkdocs_planplugin.views.kit import (
    Context,
    NamedLink,
    based_on_link,
    criteria_met_meter,
    days_from,
    days_late,
    days_stale,
    definition_meter,
    derived_from,
    estimate_days,
    estimate_hours,
    expected_finish,
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

# So many tasks of each kind are named; the tasks themselves say the rest.
_MOST_TASKS = 3


@dataclass(frozen=True, slots=True)
class TaskList:
    """What to do, or what holds work up: the first of the tasks with what each waits for, and how many more."""

    name: str
    term: str
    tasks: list[tuple[NamedLink, list[NamedLink]]]
    more: int


@dataclass(frozen=True, slots=True)
class TopRisk:
    """The risk to look at first."""

    link: NamedLink
    level: Label | None
    factors: str  # probability x impact in words


def html_by_place(page: PlanPage) -> dict[str, str]:
    """The header of a plan page, or of a template to fill in."""
    return {"summary": _template_header(page) if page.entry.plan.is_template else _header(page)}


def _template_header(page: PlanPage) -> str:
    return render(
        "summary_template",
        label=STATUS_LABELS[Status.DRAFT],
        placeholders=_placeholders(page.entry.plan),
        index=page.context.index_href,
    )


def _header(page: PlanPage) -> str:
    entry, context = page.entry, page.context
    plan, measures, today = entry.plan, entry.measures, context.today
    progress = measures.progress
    work = tasks_done_meter(progress) or phases_done_meter(progress)
    meters = (work, criteria_met_meter(progress), definition_meter(progress))
    return render(
        "summary",
        status=STATUS_LABELS[measures.shown_status],
        derived=derived_from(measures),
        based_on=based_on_link(entry, context),
        created=long_date(plan.created) if plan.created else None,
        updated=long_date(plan.last_updated) if plan.last_updated else None,
        owner=plan.owner,
        revision=_revision(plan),
        index=context.index_href,
        meters=[meter for meter in meters if meter],
        untracked=_untracked(progress),
        planned=planned_dates(entry.schedule),
        expected=expected_finish(entry.schedule),
        due=long_date(plan.due) if plan.due else None,
        due_in=days_from(today, plan.due) if plan.due and entry.under_way else "",
        estimate=estimate_hours(measures.estimate),
        estimate_days=estimate_days(measures.estimate, page.calendar.hours_per_day),
        risk=_top_risk(plan.open_risks),
        neighbours=_neighbours(page.neighbours, context),
        task_lists=_task_lists(page),
        notes=list(_notes(entry, today)),
        findings=entry.findings,
        finding_levels=SEVERITY_LABELS,
        foreign=active_language() is not ENGLISH,
        finding_count=counted(len(entry.findings), "{n} finding", "{n} findings"),
    )


def _placeholders(plan: Plan) -> str:
    if not plan.placeholders:
        return ""
    return counted(plan.placeholders, "{n} placeholder left to fill in", "{n} placeholders left to fill in")


def _revision(plan: Plan) -> str | None:
    """The last revision with its author: `revision 1.2 by Ana`; of those of one day what stands further down."""
    revision = max(plan.revisions, key=lambda revision: (revision.date or dt.date.min, revision.line), default=None)
    if revision is None or not (revision.version or revision.author):
        return None
    if not revision.author:
        return _("revision {version}").format(version=revision.version)
    if not revision.version:
        return _("revision by {author}").format(author=revision.author)
    return _("revision {version} by {author}").format(version=revision.version, author=revision.author)


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


def _top_risk(risks: tuple[Risk, ...]) -> TopRisk | None:
    """The open risk with the highest score, then of the highest priority, then the first."""
    risk = max(risks, key=lambda risk: (risk.score or 0, risk.priority.score if risk.priority else 0), default=None)
    if risk is None:
        return None
    level = risk_level(risk)
    return TopRisk(risk_link(risk), LEVEL_LABELS[level] if level else None, risk_factors(risk))


def _neighbours(neighbours: Neighbours, context: Context) -> list[tuple[str, list[tuple[NamedLink, Label]]]]:
    """The plans this one needs, and those that need it: a term, and each plan with its status."""

    def link_and_status(entry: Entry) -> tuple[NamedLink, Label]:
        title = shortened(entry.plan.title or entry.path)
        return NamedLink("", title, context.href(entry.path)), STATUS_LABELS[entry.measures.shown_status]

    terms = ((_("Needs"), neighbours.needs), (_("Needed by"), neighbours.needed_by))
    return [(term, list(map(link_and_status, entries))) for term, entries in terms if entries]


def _task_lists(page: PlanPage) -> list[TaskList]:
    """What is ready, blocked or waiting, as far as there is any of it, in a plan that somebody works on."""
    if not page.entry.under_way:
        return []
    blocked = dict.fromkeys(page.entry.measures.blocked, ())
    kinds: tuple[tuple[str, str, Mapping[TaskId, tuple[Reference, ...]]], ...] = (
        ("ready", _("Ready now"), dict.fromkeys(page.entry.measures.next, ())),
        ("blocked", _("Blocked"), blocked),
        ("waits", _("Waits"), {task: names for task, names in page.waits.items() if task not in blocked}),
    )
    lists = []
    for name, term, tasks in kinds:
        first = islice(tasks.items(), _MOST_TASKS)
        links = [(page.links[task], [page.links[other] for other in waits_for]) for task, waits_for in first]
        if links:
            lists.append(TaskList(name, term, links, max(0, len(tasks) - _MOST_TASKS)))
    return lists


def _notes(entry: Entry, today: dt.date) -> Iterator[tuple[str, str]]:
    """What is late, stale or not filled in: a word to begin with, or none, and the rest of the sentence."""
    due, finish = entry.plan.due, entry.schedule.finish if entry.schedule else None
    if days_late(entry, today) and due:
        words = _("due {date}, {distance}")
        yield _("Late"), words.format(date=long_date(due).text, distance=days_from(today, due))
    elif days_late(entry, today) and finish:
        words = _("planned to finish {date}, {distance}")
        yield _("Late"), words.format(date=long_date(finish).text, distance=days_from(today, finish))
    if stale := days_stale(entry, today):
        yield _("Stale"), counted(stale, "nothing changed for {n} day", "nothing changed for {n} days")
    if entry.plan.placeholders:
        yield "", _placeholders(entry.plan)
