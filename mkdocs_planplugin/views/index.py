# All plans on one page, for somebody who leads: what needs a hand first.
"""The index view."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from textwrap import shorten

from mkdocs_planplugin.measure import last_change
from mkdocs_planplugin.model import Status
from mkdocs_planplugin.portfolio import Entry, Portfolio, Totals

from .environment import render
from .formats import LEVELS, NBSP, Day, Word, counted, day, estimate_hours, score_level
from .links import Context, Ref, task_ref
from .progress import Meter, task_meter
from .summary import days_late, days_stale, planned, status_word
from .ways import ways

_EXCERPT_LENGTH = 70
# Late and blocked plans come before all of these.
_ORDER = (
    Status.IN_PROGRESS,
    Status.BLOCKED,
    Status.NOT_STARTED,
    None,
    Status.DRAFT,
    Status.ON_HOLD,
    Status.COMPLETE,
    Status.CANCELLED,
)


@dataclass(frozen=True, slots=True)
class Tile:
    """A number over all plans; `alarming` where somebody should look."""

    number: str
    words: str
    alarming: bool = False


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A plan in the table; what is empty or `None` is not known or does not apply."""

    title: str
    href: str | None
    excerpt: str
    status: Word
    derived: bool
    notes: list[str]
    meter: Meter | None
    finish: Day | None
    finish_word: str
    estimate: str | None
    exposure: int | None
    level: Word | None
    next: Ref | None
    next_word: str
    updated: Day | None


def index_view(portfolio: Portfolio, context: Context) -> str:
    """The index over all plans of a site."""
    plans = sorted(portfolio.plans, key=rank)
    return render(
        "index",
        ways=ways(portfolio, context),
        tiles=_tiles(portfolio.totals) if plans else [],
        rows=[_row(entry, context) for entry in plans],
        templates=[Ref("", _title(entry), context.href(entry.path)) for entry in portfolio.templates],
    )


def _title(entry: Entry) -> str:
    return entry.plan.title or entry.path


def rank(entry: Entry) -> tuple[bool, int, str, str]:
    """What a lead wants to see first comes first: trouble, then what is under way, then what is next to finish."""
    trouble = entry.measures.late or entry.blocked
    end = finish(entry)[0]
    return not trouble, _ORDER.index(entry.measures.shown_status), end.iso or "~" if end else "~", entry.path


def _tiles(totals: Totals) -> list[Tile]:
    return [
        Tile(str(totals.plans), counted(totals.plans, "plan").partition(" ")[2]),
        Tile(f"{totals.tasks.done} of {totals.tasks.total}", "tasks done"),
        Tile(str(totals.late), "late", totals.late > 0),
        Tile(str(totals.blocked), "blocked", totals.blocked > 0),
        Tile(str(totals.stale), "stale", totals.stale > 0),
        Tile(str(totals.high_risks), counted(totals.high_risks, "high risk").partition(" ")[2], totals.high_risks > 0),
    ]


def _row(entry: Entry, context: Context) -> PlanRow:
    plan, measures = entry.plan, entry.measures
    end, finish_word = finish(entry)
    next_task, next_word = _next(entry, context)
    changed = last_change(plan)
    return PlanRow(
        title=_title(entry),
        href=context.href(entry.path),
        excerpt=shorten(plan.summary or "", _EXCERPT_LENGTH, placeholder=f"{NBSP}…"),
        status=status_word(measures.shown_status),
        derived=measures.status_is_derived,
        notes=list(_notes(entry, context.today)),
        meter=task_meter(measures.progress),
        finish=end,
        finish_word=finish_word,
        estimate=estimate_hours(measures.estimate),
        exposure=measures.exposure,
        level=LEVELS[score_level(measures.exposure)] if measures.exposure else None,
        next=next_task,
        next_word=next_word,
        updated=day(changed) if changed else None,
    )


def _notes(entry: Entry, today: dt.date) -> Iterator[str]:
    """What a lead should look at."""
    late, stale, blocked = days_late(entry, today), days_stale(entry, today), len(entry.measures.blocked)
    if late:
        yield f"late by {counted(late, 'day')}"
    if stale:
        yield f"stale for {counted(stale, 'day')}"
    if blocked and entry.blocked:
        yield f"■ {counted(blocked, 'task')} blocked"


def finish(entry: Entry) -> tuple[Day | None, str]:
    """The day a plan is due, else the one it is planned to be finished on, and the word for it."""
    if entry.plan.due:
        return day(entry.plan.due), "due"
    span = planned(entry.schedule)
    return (span.finish, "planned") if span else (None, "")


def _next(entry: Entry, context: Context) -> tuple[Ref | None, str]:
    """The first task that can be started, else the first that is blocked."""
    measures = entry.measures
    if not entry.under_way or not (measures.next or measures.blocked):
        return None, ""
    wanted = (measures.next or measures.blocked)[0]
    task = next(task for task in entry.plan.walk() if task.id == wanted)
    ref = replace(task_ref(task), href=context.href(f"{entry.path}#{task.anchor}"))
    return ref, "" if measures.next else "blocked"
