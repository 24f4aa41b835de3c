# Whoever has an hour looks here. The same rows are put together three times (by plan, by person, by risk), and each is
# made once: it is the same everywhere.
"""What can be done next, over all plans."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from markupsafe import Markup

from mkdocs_planplugin.catalog import LEVEL_LABELS, Label
from mkdocs_planplugin.language import _, counted, mark
from mkdocs_planplugin.portfolio import Entry, Move, Portfolio, Standing, next_moves
from mkdocs_planplugin.views.kit import Context, NamedLink, estimate_hours, links_by_id, render, render_each, task_link
from mkdocs_planplugin.views.site import rank, ways

from .shared import PlanName, plan_name

STANDINGS = {
    Standing.READY: Label("○", mark("ready"), "ready"),
    Standing.IN_PROGRESS: Label("◐", mark("in progress"), "in-progress"),
    Standing.BLOCKED: Label("■", mark("blocked"), "blocked"),
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
_ORDER = {standing: place for place, standing in enumerate(Standing)}


@dataclass(frozen=True, slots=True)
class MoveRow:
    """A task in the table, with what it waits for or why it is blocked."""

    standing: Label
    ref: NamedLink
    plan: PlanName
    owners: str
    level: Label | None
    estimate: str | None
    waits: tuple[NamedLink, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Heading:
    """What rows are put under: words or a plan; sorted by `place`, which no two of a kind share."""

    place: tuple[object, ...]
    title: str = field(compare=False)
    plan: PlanName | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Grouping:
    """One way to look at all rows: those that somebody can do something about, and those that wait; `label` is what the
    way is called, and the captions are for those who do not see the tables."""

    name: str
    label: str
    now_caption: str
    later_caption: str
    now: list[tuple[Heading, list[Markup]]]
    later: list[tuple[Heading, list[Markup]]]
    hint: str = ""


def next_view(portfolio: Portfolio, context: Context) -> str:
    """The tasks that are ready, in progress, blocked or waiting, by plan, by person and by risk."""
    moves = sorted(next_moves(portfolio.plans), key=lambda move: _ORDER[move.standing])
    waiting = sum(move.standing is Standing.WAITS for move in moves)
    return render(
        "register_next",
        ways=ways(portfolio, context),
        tiles=[(word, sum(move.standing is each for move in moves)) for each, word in STANDINGS.items()],
        nobody=not any(move.owners for move in moves),
        groupings=list(_groupings(moves, context)) if moves else [],
        waiting=counted(waiting, "{n} task that waits for others", "{n} tasks that wait for others"),
    )


def _groupings(moves: Sequence[Move], context: Context) -> Iterator[Grouping]:
    entries = {move.entry.path: move.entry for move in moves}
    plans = {path: plan_name(entry, context) for path, entry in entries.items()}
    spelled: dict[str, str] = {}  # the names of people as somebody spelled them first
    for move in moves:
        for name in move.owners:
            spelled.setdefault(name.casefold(), name)
    refs = {path: links_by_id(entry.plan) for path, entry in entries.items()}
    made = (_row(move, plans[move.entry.path], refs[move.entry.path], context) for move in moves)
    waits_for, _names, after = _("waits for {names}").partition("{names}")
    written = render_each("move", rows=made, waits_for=waits_for, after=after)
    rows = [*zip(moves, map(Markup, written), strict=True)]
    yield _grouping("plan", rows, lambda move: [_of_plan(move.entry, plans)])
    hint = _("No task says who does it. A line “Owner: Ana” among the attributes of a task does.")
    yield _grouping("person", rows, lambda move: _of_people(move, spelled), "" if spelled else hint)
    yield _grouping("risk", rows, lambda move: [_of_risk(move)])


def _grouping(
    name: str,
    rows: Iterable[tuple[Move, Markup]],
    headings: Callable[[Move], Sequence[Heading]],
    hint: str = "",
) -> Grouping:
    """The rows under their headings; one that has several stands under each."""
    now: dict[Heading, list[Markup]] = {}
    later: dict[Heading, list[Markup]] = {}
    for move, row in rows:
        for heading in headings(move):
            (later if move.standing is Standing.WAITS else now).setdefault(heading, []).append(row)
    label, now_caption, later_caption = map(_, _TEXTS[name])
    return Grouping(name, label, now_caption, later_caption, _sorted(now), _sorted(later), hint)


def _sorted(groups: Mapping[Heading, list[Markup]]) -> list[tuple[Heading, list[Markup]]]:
    return sorted(groups.items(), key=lambda group: group[0].place)


def _of_plan(entry: Entry, plans: Mapping[str, PlanName]) -> Heading:
    return Heading(rank(entry), plans[entry.path].title, plans[entry.path])


def _of_people(move: Move, spelled: Mapping[str, str]) -> list[Heading]:
    named = dict.fromkeys(name.casefold() for name in move.owners)
    return [Heading((0, key), spelled[key]) for key in named] or [Heading((1,), _("Nobody named"))]


def _of_risk(move: Move) -> Heading:
    level = move.task.risk
    if level is None:
        return Heading((0,), _("Risk not said"))
    return Heading(
        (-level.score,), _("{sign} {level} risk").format(sign=LEVEL_LABELS[level].sign, level=LEVEL_LABELS[level].text)
    )


def _row(move: Move, plan: PlanName, refs: Mapping[str, NamedLink], context: Context) -> MoveRow:
    task, here = move.task, context.href(move.entry.path)

    def there(ref: NamedLink) -> NamedLink:
        return replace(ref, href=f"{here}{ref.href}" if here is not None else None)

    return MoveRow(
        STANDINGS[move.standing],
        replace(there(task_link(task)), title=task.title),  # there is room for all of it
        plan,
        ", ".join(move.owners),
        LEVEL_LABELS[task.risk] if task.risk else None,
        estimate_hours(task.estimate),
        tuple(there(refs[name]) for name in move.waits_for if name in refs),
        move.reason,
    )
