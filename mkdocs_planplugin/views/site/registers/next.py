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
from mkdocs_planplugin.model import Reference, State
from mkdocs_planplugin.portfolio import Entry, Move, Portfolio, Standing, next_moves, spellings
from mkdocs_planplugin.views.kit import Context, NamedLink, estimate_hours, links_by_id, render_each, task_link
from mkdocs_planplugin.views.site.ranking import rank

from .shared import PlanLink, plan_link

# In the order in which somebody wants to see them.
STANDING_LABELS = {
    Standing.READY: Label(STATE_LABELS[State.OPEN].sign, mark("ready"), "ready"),
    Standing.IN_PROGRESS: STATE_LABELS[State.IN_PROGRESS],
    Standing.BLOCKED: STATE_LABELS[State.BLOCKED],
    Standing.WAITS: Label("…", mark("waiting"), "waits"),
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
_STANDING_RANKS = {standing: rank for rank, standing in enumerate(STANDING_LABELS)}


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task in the table, with what it waits for or why it is blocked."""

    standing: Label
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
    moves = sorted(next_moves(portfolio.plans), key=lambda move: _STANDING_RANKS[move.standing])
    standings = [move.standing for move in moves]
    waiting = standings.count(Standing.WAITS)
    return {
        "tiles": [(label, standings.count(standing)) for standing, label in STANDING_LABELS.items()],
        "nobody": not any(move.owners for move in moves),
        "groupings": list(_groupings(moves, context)) if moves else [],
        "waiting": counted(waiting, "{n} task that waits for others", "{n} tasks that wait for others"),
    }


def count(portfolio: Portfolio) -> str:
    """How many tasks are ready."""
    return str(sum(len(entry.measures.next) for entry in portfolio.under_way))


def _groupings(moves: Sequence[Move], context: Context) -> Iterator[Grouping]:
    entries = {move.entry.path: move.entry for move in moves}
    plans = {path: plan_link(entry, context) for path, entry in entries.items()}
    links = {path: links_by_id(entry.plan) for path, entry in entries.items()}
    task_rows = (_task_row(move, plans[move.entry.path], links[move.entry.path], context) for move in moves)
    waits_for, _names, after = _("waits for {names}").partition("{names}")
    html = render_each("next_row", rows=task_rows, waits_for=waits_for, after=after)
    rows = [*zip(moves, map(Markup, html), strict=True)]
    people = spellings(name for move in moves for name in move.owners)
    hint = _("No task says who does it. A line “Owner: Ana” among the attributes of a task does.")
    yield _grouping("plan", rows, lambda move: [_plan_heading(move.entry, plans)])
    yield _grouping("person", rows, lambda move: _person_headings(move, people), "" if people else hint)
    yield _grouping("risk", rows, lambda move: [_risk_heading(move)])


def _grouping(
    name: str,
    rows: Iterable[tuple[Move, Markup]],
    headings: Callable[[Move], Sequence[Heading]],
    hint: str = "",
) -> Grouping:
    """The rows under their headings; one that has several stands under each."""
    now: dict[Heading, list[Markup]] = defaultdict(list)
    later: dict[Heading, list[Markup]] = defaultdict(list)
    for move, row in rows:
        for heading in headings(move):
            (later if move.standing is Standing.WAITS else now)[heading].append(row)
    label, now_caption, later_caption = map(_, _TEXTS[name])
    return Grouping(name, label, now_caption, later_caption, _sorted(now), _sorted(later), hint)


def _sorted(groups: Mapping[Heading, list[Markup]]) -> list[tuple[Heading, list[Markup]]]:
    return sorted(groups.items(), key=lambda group: group[0].rank)


def _plan_heading(entry: Entry, plans: Mapping[str, PlanLink]) -> Heading:
    return Heading(rank(entry), plans[entry.path].title, plans[entry.path])


def _person_headings(move: Move, people: Mapping[str, str]) -> list[Heading]:
    keys = dict.fromkeys(name.casefold() for name in move.owners)
    return [Heading((0, key), people[key]) for key in keys] or [Heading((1,), _("Nobody named"))]


def _risk_heading(move: Move) -> Heading:
    level = move.task.risk
    if level is None:
        return Heading((0,), _("Risk not said"))
    label = LEVEL_LABELS[level]
    return Heading((-level.score,), _("{sign} {level} risk").format(sign=label.sign, level=label.text))


def _task_row(move: Move, plan: PlanLink, links: Mapping[Reference, NamedLink], context: Context) -> TaskRow:
    task, page = move.task, context.href(move.entry.path)

    def on_page(link: NamedLink) -> NamedLink:
        """A link within the page of the plan, as seen from here."""
        return replace(link, href=f"{page}{link.href}" if page is not None else None)

    return TaskRow(
        STANDING_LABELS[move.standing],
        replace(on_page(task_link(task)), title=task.title),  # there is room for all of it
        plan,
        ", ".join(move.owners),
        LEVEL_LABELS[task.risk] if task.risk else None,
        estimate_hours(task.estimate),
        tuple(on_page(links[name]) for name in move.waits_for if name in links),
        move.reason,
    )
