# Whoever has an hour looks here. The same rows are put together three times (by plan, by person, by risk), and each is
# made once: it is the same everywhere.
"""What can be done next, over all plans."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from markupsafe import Markup

from mkdocs_planplugin.catalog import LEVEL_LABELS, STATE_LABELS, Label
from mkdocs_planplugin.language import _, counted, mark
from mkdocs_planplugin.model import Reference, State, spellings
from mkdocs_planplugin.portfolio import Entry, OpenTask, OpenTaskState, Portfolio, open_tasks
from mkdocs_planplugin.views.kit import Context, NamedLink, estimate_hours, links_by_id, render_each, task_link
from mkdocs_planplugin.views.site.ranking import rank

from .shared import PlanLink, plan_link

# In the order in which somebody wants to see them.
OPEN_TASK_LABELS = {
    OpenTaskState.READY: Label(STATE_LABELS[State.OPEN].sign, mark("ready"), "ready"),
    OpenTaskState.IN_PROGRESS: STATE_LABELS[State.IN_PROGRESS],
    OpenTaskState.BLOCKED: STATE_LABELS[State.BLOCKED],
    OpenTaskState.WAITS: Label("…", mark("waiting"), "waits"),
}
# By the name of a grouping: what it is called, and the captions of its tables.
_TEXTS = {
    "plan": (
        mark("By plan"),
        mark("Tasks that are ready, in progress or blocked, by plan"),
        mark("Tasks that wait for others, by plan"),
    ),
    "person": (
        mark("By person"),
        mark("Tasks that are ready, in progress or blocked, by person"),
        mark("Tasks that wait for others, by person"),
    ),
    "risk": (
        mark("By risk"),
        mark("Tasks that are ready, in progress or blocked, by risk"),
        mark("Tasks that wait for others, by risk"),
    ),
}
_STATE_RANKS = {state: rank for rank, state in enumerate(OPEN_TASK_LABELS)}


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task in the table, with what it waits for or why it is blocked."""

    state: Label
    link: NamedLink
    plan: PlanLink
    owners: str
    level: Label | None
    estimate: str | None
    waits_for: tuple[NamedLink, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Heading:
    """What rows are put under: words or a plan; sorted by `rank`, which no two of a grouping share."""

    rank: tuple[object, ...]
    title: str = field(compare=False)
    plan: PlanLink | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Grouping:
    """One way to look at all rows: those that somebody can do something about, and those that wait. `label` is what it
    is called, and the captions are for those who do not see the tables."""

    name: str
    label: str
    now_caption: str
    later_caption: str
    now: list[tuple[Heading, list[Markup]]]
    later: list[tuple[Heading, list[Markup]]]
    hint: str = ""


def values(portfolio: Portfolio, context: Context) -> Mapping[str, object]:
    """The tasks that are ready, in progress, blocked or waiting, by plan, by person and by risk."""
    tasks = sorted(open_tasks(portfolio.plans), key=lambda task: _STATE_RANKS[task.state])
    states = [task.state for task in tasks]
    waiting = states.count(OpenTaskState.WAITS)
    return {
        "tiles": [(label, states.count(state)) for state, label in OPEN_TASK_LABELS.items()],
        "nobody": not any(task.owners for task in tasks),
        "groupings": list(_groupings(tasks, context)) if tasks else [],
        "waiting": counted(waiting, "{n} task that waits for others", "{n} tasks that wait for others"),
    }


def count(portfolio: Portfolio) -> str:
    """How many tasks are ready."""
    return str(sum(len(entry.measures.next) for entry in portfolio.under_way))


def _groupings(tasks: Sequence[OpenTask], context: Context) -> Iterator[Grouping]:
    entries = {task.entry.path: task.entry for task in tasks}
    plans = {path: plan_link(entry, context) for path, entry in entries.items()}
    links = {path: links_by_id(entry.plan) for path, entry in entries.items()}
    task_rows = (_task_row(task, plans[task.entry.path], links[task.entry.path], context) for task in tasks)
    waits_for, _names, after = _("waits for {names}").partition("{names}")
    html = render_each("next_row", rows=task_rows, waits_for=waits_for, after=after)
    rows = [*zip(tasks, map(Markup, html), strict=True)]
    people = spellings(name for task in tasks for name in task.owners)
    hint = _("No task says who does it. A line “Owner: Ana” among the attributes of a task does.")
    yield _grouping("plan", rows, lambda task: [_plan_heading(task.entry, plans)])
    yield _grouping("person", rows, lambda task: _person_headings(task, people), "" if people else hint)
    yield _grouping("risk", rows, lambda task: [_risk_heading(task)])


def _grouping(
    name: str,
    rows: Iterable[tuple[OpenTask, Markup]],
    headings: Callable[[OpenTask], Sequence[Heading]],
    hint: str = "",
) -> Grouping:
    """The rows under their headings; one that has several stands under each."""
    now: dict[Heading, list[Markup]] = defaultdict(list)
    later: dict[Heading, list[Markup]] = defaultdict(list)
    for task, row in rows:
        for heading in headings(task):
            (later if task.state is OpenTaskState.WAITS else now)[heading].append(row)
    label, now_caption, later_caption = map(_, _TEXTS[name])
    return Grouping(name, label, now_caption, later_caption, _sorted(now), _sorted(later), hint)


def _sorted(groups: Mapping[Heading, list[Markup]]) -> list[tuple[Heading, list[Markup]]]:
    return sorted(groups.items(), key=lambda group: group[0].rank)


def _plan_heading(entry: Entry, plans: Mapping[str, PlanLink]) -> Heading:
    return Heading(rank(entry), plans[entry.path].title, plans[entry.path])


def _person_headings(task: OpenTask, people: Mapping[str, str]) -> list[Heading]:
    keys = dict.fromkeys(name.casefold() for name in task.owners)
    return [Heading((0, key), people[key]) for key in keys] or [Heading((1,), _("Nobody named"))]


def _risk_heading(task: OpenTask) -> Heading:
    level = task.task.risk
    if level is None:
        return Heading((0,), _("Risk not said"))
    label = LEVEL_LABELS[level]
    return Heading((-level.score,), _("{sign} {level} risk").format(sign=label.sign, level=label.text))


def _task_row(open_task: OpenTask, plan: PlanLink, links: Mapping[Reference, NamedLink], context: Context) -> TaskRow:
    task, page = open_task.task, context.href(open_task.entry.path)

    def on_page(link: NamedLink) -> NamedLink:
        """A link within the page of the plan, as seen from here."""
        return replace(link, href=f"{page}{link.href}" if page is not None else None)

    return TaskRow(
        OPEN_TASK_LABELS[open_task.state],
        replace(on_page(task_link(task)), title=task.title),  # there is room for all of it
        plan,
        ", ".join(open_task.owners),
        LEVEL_LABELS[task.risk] if task.risk else None,
        estimate_hours(task.estimate),
        tuple(on_page(links[name]) for name in open_task.waits_for if name in links),
        open_task.reason,
    )
