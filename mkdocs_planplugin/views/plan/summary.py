# The summary at the top of a plan page: its health and the reasons, its progress, its dates, and who does what. Words
# and numbers are made here; the template only arranges them.
"""The summary view."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import groupby

from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace

from mkdocs_planplugin.catalog import (
    FINISHES_LATE,
    LEVEL_LABELS,
    SEVERITY_LABELS,
    STATUS_LABELS,
    Label,
    date_words,
    risk_level,
)
from mkdocs_planplugin.language import ENGLISH, _, active_language, counted, joined, n_, shortened_list
from mkdocs_planplugin.measure import Outside, Progress
from mkdocs_planplugin.model import PhaseRef, Plan, Reference, Risk, State, Status, Task
from mkdocs_planplugin.portfolio import Entry, Neighbours, OpenTask, OpenTaskState, open_tasks
from mkdocs_planplugin.schedule import Forecast
from mkdocs_planplugin.views.kit import (
    OPEN_TASK_LABELS,
    Context,
    DateText,
    Meter,
    NamedLink,
    based_on_link,
    criteria_met_meter,
    days_from,
    days_text,
    decimal,
    definition_meter,
    derived_from,
    estimate_days,
    estimate_hours,
    expected_days,
    expected_of,
    long_date,
    phases_done_meter,
    planned_dates,
    render,
    risk_link,
    tasks_done_meter,
)

from .not_counted import not_counted_note
from .page import PlanPage
from .since_baseline import since_baseline

# How many tasks of each state are named, how many owners of a task, and how many others that it waits for. The list of
# tasks below names all.
_MOST_TASKS, _MOST_OWNERS, _MOST_WAITED_FOR = 3, 2, 4


class Fact(Struct, frozen=True):
    """A day or an amount with its name and a note. `alarming` says that somebody should look."""

    name: str
    value: DateText
    note: str
    alarming: bool = False


class WorkRow(Struct, frozen=True):
    """A task with its owner and the day that matters."""

    number: str
    title: str
    href: str
    owner: str
    when: str


class WorkGroup(Struct, frozen=True):
    """The first tasks of one state, and how many more there are. Waiting tasks have no rows; `waits` says what they
    wait for."""

    state: Label
    rows: list[WorkRow]
    more: int = 0
    waits: Markup | str = ""


class TopRisk(Struct, frozen=True):
    """The most severe open risk, with its level."""

    link: NamedLink
    level: Label | None


def html_by_place(page: PlanPage) -> dict[str, str]:
    """The summary of a plan, or of a template to fill in."""
    if not page.entry.plan.is_template:
        return {"summary": _plan_summary(page)}
    label, placeholders = STATUS_LABELS[Status.DRAFT], _placeholders(page.entry.plan)
    html = render("summary_template", label=label, placeholders=placeholders, index=page.context.index_href)
    return {"summary": html}


def _plan_summary(page: PlanPage) -> str:
    entry, context = page.entry, page.context
    plan, measures, progress = entry.plan, entry.measures, entry.measures.progress
    findings = [finding for finding in entry.findings if context.listed is None or finding.code in context.listed]
    return render(
        "summary",
        health=entry.health,
        health_name=entry.health.label.name,
        sentence=page.html(entry.health.sentence, bold=True),
        causes=[page.html(cause) for cause in entry.health.causes],
        work=_work_meter(entry),
        counters=[meter for meter in (criteria_met_meter(progress), definition_meter(progress)) if meter],
        untracked=_untracked(progress),
        facts=list(_facts(page)),
        not_counted=not_counted_note(page),
        since=since_baseline(page),
        groups=list(work_groups(page)),
        status=STATUS_LABELS[measures.shown_status],
        change=context.status(entry),
        derived=derived_from(measures),
        based_on=based_on_link(entry, context),
        neighbours=_neighbours(page.neighbours, context),
        risk=_top_risk(plan.open_risks) if entry.under_way else None,
        updated=long_date(plan.last_updated) if plan.last_updated else None,
        owner=plan.owner,
        revision=_revision(plan),
        placeholders=_placeholders(plan),
        index=context.index_href,
        badge=context.href(f"badges/{entry.path.removesuffix('.md')}.svg"),
        findings=findings,
        finding_levels=SEVERITY_LABELS,
        foreign=active_language() is not ENGLISH,
        finding_count=counted(len(findings), "{n} finding", "{n} findings"),
    )


def _placeholders(plan: Plan) -> str:
    if not plan.placeholders:
        return ""
    return counted(plan.placeholders, "{n} placeholder left to fill in", "{n} placeholders left to fill in")


def _revision(plan: Plan) -> str | None:
    """The last revision with its author: `revision 1.2, Ana`. Among revisions of one day, the last in the text
    counts."""
    revision = max(plan.revisions, key=lambda revision: (revision.date or dt.date.min, revision.line), default=None)
    if revision is None or not (revision.version or revision.author):
        return None
    if not revision.author:
        return _("revision {version}").format(version=revision.version)
    if not revision.version:
        return _("revision by {author}").format(author=revision.author)
    return _("revision {version}, {author}").format(version=revision.version, author=revision.author)


def _work_meter(entry: Entry) -> Meter | None:
    """The counter of done tasks (or phases). A cancelled plan has none: its verdict says how many tasks were done."""
    if entry.measures.shown_status is Status.CANCELLED:
        return None
    progress = entry.measures.progress
    return tasks_done_meter(progress) or phases_done_meter(progress)


def _untracked(progress: Progress) -> str:
    """The words in place of a counter of tasks, if that would count nothing; else empty."""
    tasks = progress.tasks
    if tasks.total or progress.phases.total:
        return ""
    if not (tasks.untracked or tasks.cancelled):
        return _("No tasks yet")
    if not tasks.untracked:
        return counted(tasks.cancelled, "{n} task cancelled, none left", "{n} tasks cancelled, none left")
    return counted(tasks.untracked, "{n} task, progress is not tracked", "{n} tasks, progress is not tracked")


def _top_risk(risks: tuple[Risk, ...]) -> TopRisk | None:
    """The open risk with the highest score; among equals that with the highest priority, then the first."""
    risk = max(risks, key=lambda risk: (risk.score or 0, risk.priority.score if risk.priority else 0), default=None)
    if risk is None:
        return None
    level = risk_level(risk)
    return TopRisk(replace(risk_link(risk), title=risk.name), LEVEL_LABELS[level] if level else None)


def _neighbours(neighbours: Neighbours, context: Context) -> list[tuple[str, list[tuple[NamedLink, Label]]]]:
    """The plans that this one needs, and those that need it: for each kind its label, and each plan with its health."""

    def link_and_health(entry: Entry) -> tuple[NamedLink, Label]:
        return NamedLink("", entry.name, context.href(entry.path)), entry.health.label

    terms = ((_("needs {plans}"), neighbours.needs), (_("needed by {plans}"), neighbours.needed_by))
    return [(term, list(map(link_and_health, entries))) for term, entries in terms if entries]


# Days and amounts


def _facts(page: PlanPage) -> Iterator[Fact]:
    """The expected finish, the due day, the planned days, and the remaining work."""
    entry, today = page.entry, page.context.today
    due, expected, planned = entry.plan.due, expected_of(entry), planned_dates(entry.schedule)
    if expected and expected.finish:
        is_late = entry.health.verdict in FINISHES_LATE
        yield Fact(_("Expected"), _day(expected.finish, today), _how_certain(entry, expected, today), is_late)
    if due:
        yield Fact(_("Due"), _day(due, today), days_from(today, due) if entry.under_way else "")
    if planned:
        last = entry.schedule.finish if entry.schedule else None
        finish = _day(last, today) if last else planned.finish
        yield Fact(_("Planned"), finish, _("from {date}").format(date=planned.start.text))
    yield from _remaining_work(page)


def _how_certain(entry: Entry, expected: Forecast, today: dt.date) -> str:
    """How far to trust the expected finish."""
    if entry.schedule and entry.schedule.waits_without_day:
        return _("at the earliest")
    p80 = expected.finish_p80
    if p80 is None or p80 == expected.finish:
        return ""
    return _("80% likely by {date}").format(date=date_words(p80, today))


def _day(day: dt.date, today: dt.date) -> DateText:
    return DateText(date_words(day, today), day.isoformat())


def _remaining_work(page: PlanPage) -> Iterator[Fact]:
    """The remaining work, in days. Without a forecast, the effort by the estimates."""
    per_day, schedule = page.calendar.hours_per_day, page.entry.schedule
    items = [item for item in schedule.items if item.outcome is not State.CANCELLED] if schedule else []
    remaining = sum(item.expected.hours for item in items if item.expected)
    whole = sum(item.duration_hours for item in items)
    if schedule and schedule.expected and whole:
        note = _("of {days}").format(days=decimal(whole / per_day))
        yield Fact(_("Work left"), DateText(days_text(remaining, per_day)), note)
    elif effort := estimate_days(page.entry.measures.estimate, per_day):
        yield Fact(_("Effort"), DateText(effort), estimate_hours(page.entry.measures.estimate) or "")


# The work


def work_groups(page: PlanPage) -> Iterator[WorkGroup]:
    """The open tasks by their states: in progress, ready, blocked, waiting; nothing for a plan that is not worked
    on."""
    tasks = open_tasks([page.entry])
    for state, label in OPEN_TASK_LABELS.items():
        of_state = [task for task in tasks if task.state is state]
        if state is OpenTaskState.WAITS and of_state:
            yield WorkGroup(label, [], waits=_waits_words(page, of_state))
        elif of_state:
            rows = [_work_row(page, task) for task in of_state[:_MOST_TASKS]]
            yield WorkGroup(label, rows, max(0, len(of_state) - _MOST_TASKS))


def _work_row(page: PlanPage, open_task: OpenTask) -> WorkRow:
    task = open_task.task
    return WorkRow(
        number=task.id.written or "",
        title=task.title or ("" if task.id.written else _("Untitled")),
        href=f"#{task.anchor}",
        owner=shortened_list(open_task.owners, _MOST_OWNERS),
        when=_when(page, open_task),
    )


def _when(page: PlanPage, open_task: OpenTask) -> str:
    """The day that matters for a task: its due day, the end of its block, or the days on which it is expected."""
    task, today = open_task.task, page.context.today
    if task.due:
        return _("due {date}").format(date=date_words(task.due, today))
    if open_task.state is OpenTaskState.BLOCKED:
        until = open_task.held_until
        return _("until {date}").format(date=date_words(until, today)) if until and until >= today else ""
    return expected_days(open_task, today)


def _waits_words(page: PlanPage, tasks: Sequence[OpenTask]) -> Markup | str:
    """How many tasks wait, and what the first of them wait for: `6 tasks: 3.5 on 2.3, 4.1–4.5 on phases 2 and 3`."""
    runs = [(key, list(of_key)) for key, of_key in groupby(tasks, key=_most_waited_for)]
    shown = [
        _("{tasks} on {names}").format(tasks=_names_of_run(page, run), names=_names(page, *key))
        for key, run in runs[:_MOST_TASKS]
    ]
    count = counted(len(tasks), "{n} task", "{n} tasks")
    hidden = sum(len(run) for _waits, run in runs[_MOST_TASKS:])
    if hidden:
        shown.append(n_("{n} more", "{n} more", hidden).format(n=hidden))
    return _("{tasks}: {names}").format(tasks=count, names=", ".join(shown))


def _names_of_run(page: PlanPage, run: Sequence[OpenTask]) -> str:
    """`4.1`, `4.1, 4.2`, `4.1–4.3, 4.5–4.8`; `5 tasks` if they have no numbers, or if too many numbers are needed. What
    lies between the ends of a range waits, too."""
    tasks = [task.task for task in run]
    if len(tasks) > 2 and not (tasks[0].id.written and tasks[-1].id.written):  # noqa: PLR2004
        return counted(len(tasks), "{n} task", "{n} tasks")
    places = page.places
    ranges = [
        [task for _place, task in of_range]
        for _start, of_range in groupby(enumerate(tasks), key=lambda pair: places[pair[1].id] - pair[0])
    ]
    if len(ranges) > _MOST_WAITED_FOR:
        return counted(len(tasks), "{n} task", "{n} tasks")
    return ", ".join(map(_range_of_tasks, ranges))


def _range_of_tasks(tasks: Sequence[Task]) -> str:
    """`4.1`, `4.1, 4.2`, `4.1–4.5`."""
    names = [task.id.written or task.title for task in tasks]
    return f"{names[0]}–{names[-1]}" if len(names) > 2 else ", ".join(names)  # noqa: PLR2004


def _most_waited_for(task: OpenTask) -> tuple[tuple[Reference, ...], tuple[Outside, ...]]:
    """What a task waits for outside the plan, and the phases that it waits for, or, without any, the tasks: while a
    phase is open, the tasks before it in its own phase do not matter."""
    phases = tuple(name for name in task.waits_for if isinstance(name, PhaseRef))
    return phases or task.waits_for, task.outside


def _names(page: PlanPage, references: Sequence[Reference], outside: Sequence[Outside]) -> str:
    """The names of plans and teams, then `2.3`, `3.1 and 3.2`, `phases 2 and 3`."""
    phases = [phase for phase in page.entry.plan.phases if phase.key in references]
    numbers = [phase.number for phase in phases if phase.number and not phase.label]
    names = [page.links[reference].short for reference in references if reference in page.links]
    if len(numbers) == len(references) > 1:
        names = [_("phases {numbers}").format(numbers=joined(numbers))]
    names = [*(other.name for other in outside), *names]
    return shortened_list(names, _MOST_WAITED_FOR) if len(names) > _MOST_WAITED_FOR else joined(names)
