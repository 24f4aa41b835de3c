# All plans on one page, for somebody who leads: what needs a hand first. A row is said once, in HTML that is complete
# by itself; the script filters, sorts, groups and lays out these very rows.
"""The index view."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from textwrap import shorten
from typing import Literal

from markupsafe import Markup

from mkdocs_planplugin.catalog import LEVEL_LABELS, STATUS_LABELS, Label, score_level, slip_words
from mkdocs_planplugin.language import _, capitalized, counted, mark, n_, p_
from mkdocs_planplugin.measure import last_change
from mkdocs_planplugin.model import Level, Plan
from mkdocs_planplugin.portfolio import CHANGED_WITHIN, Entry, Portfolio, Totals, concerns, folders, people, tally
from mkdocs_planplugin.schedule import Forecast
from mkdocs_planplugin.views.kit import (
    NBSP,
    Context,
    DateText,
    Meter,
    NamedLink,
    based_on_link,
    days_late,
    days_stale,
    derived_from,
    estimate_hours,
    long_date,
    past_due_words,
    phases_done_meter,
    planned_dates,
    render,
    short_date,
    shortened,
    task_link,
    task_meter,
)

from .ways import ways

# An excerpt has one line, in a column of a third of the page.
_EXCERPT_LENGTH = 50
_SPEC_LENGTH = 40
# Late and blocked plans come before all others.
_ORDER = tuple(STATUS_LABELS)
_NO_LEVEL = "none"
# What stands before the buttons that sort, where rows are cards.
SORT_BY = mark("Sort by")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the index; the words are English, but for `sorted_by`.

    `name` is the end of its class name (`plan-col-finish`) and its value in the URL (`sort=finish`). `kind` says how
    its cells are compared: by the number that they begin with or that their bar shows, by the day that they name, as
    text, or by the order of the statuses. `descending` is set where the first press on its head brings the highest to
    the top. `sorted_by` is what the sentence says by which the rows are sorted, and `before` what stands before its
    values where rows are cards.
    """

    name: str
    heading: str
    kind: Literal["text", "number", "date", "status"]
    sorted_by: Callable[[], str]
    descending: bool = False
    before: str = ""

    @property
    def order(self) -> str:
        """The order that the first press on its head brings, as the URL has it: `finish`, `-risk`."""
        return f"-{self.name}" if self.descending else self.name


COLUMNS = (
    Column("plan", mark("Plan"), "text", lambda: p_("sorted by", "plan")),
    Column("status", mark("Status"), "status", lambda: p_("sorted by", "status")),
    Column("tasks", mark("Tasks"), "number", lambda: p_("sorted by", "tasks")),
    Column("finish", mark("Finish"), "date", lambda: p_("sorted by", "finish"), before=mark("Finish")),
    Column("risk", mark("Risk"), "number", lambda: p_("sorted by", "risk"), descending=True),
    Column("next", mark("Next task"), "text", lambda: p_("sorted by", "next task"), before=mark("Next:")),
    Column("people", mark("People"), "text", lambda: p_("sorted by", "people"), before=mark("With")),
    Column(
        "changed",
        mark("Changed"),
        "date",
        lambda: p_("sorted by", "changed"),
        descending=True,
        before=mark("Changed"),
    ),
)


@dataclass(frozen=True, slots=True)
class Total:
    """A number over all plans; `alarming` where somebody should look. `chooses` is the query of the index that shows
    just the plans it counts, empty where it counts none."""

    number: str
    words: str
    chooses: str = ""
    alarming: bool = False


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A plan in the table; what is empty or `None` is not known or does not apply.

    `facts` is what the script filters by and nobody reads: status, level and concerns, in this order.
    """

    facts: str
    title: str
    href: str | None
    excerpt: str
    based_on: NamedLink | None
    folder: str
    tags: tuple[str, ...]
    status: str
    derived: str
    alarms: tuple[str, ...]
    meter: Meter | None
    estimate: str | None
    finish: DateText | None
    finish_word: str
    slip: str
    slips: bool
    exposure: int | None
    level: Label | None
    high: str
    next: NamedLink | None
    next_word: str
    people: tuple[str, ...]
    changed: DateText | None
    stale: str


@dataclass(frozen=True, slots=True)
class Choice:
    """What one can choose in a list: its value in the URL, and its words."""

    value: str
    words: str


@dataclass(frozen=True, slots=True)
class Control:
    """A list to choose from; the first words stand for no choice."""

    name: str
    label: str
    unchosen: str
    choices: tuple[Choice, ...]


def index_view(portfolio: Portfolio, context: Context) -> str:
    """The index over all plans of a site."""
    made = _Rows(portfolio, context)
    entries = sorted(portfolio.plans, key=rank)
    active = [made.row(entry) for entry in entries if not entry.finished]
    archive = [made.row(entry) for entry in entries if entry.finished]
    rows = [*active, *archive]
    totals, peopled = portfolio.totals, any(row.people for row in rows)
    statuses = [(label, totals.by_status[each]) for each, label in STATUS_LABELS.items() if each in totals.by_status]
    return render(
        "index",
        ways=ways(portfolio, context),
        said=json.dumps(_said(len(rows)), ensure_ascii=False),
        columns=[column for column in COLUMNS if peopled or column.name != "people"],
        before={column.name: _before(column.before) for column in COLUMNS},
        sort_by=_before(SORT_BY),
        count=_count(len(rows), len(archive)),
        totals=_totals(totals, rows),
        statuses=[(word.sign, Total(str(number), word.inline, _query(word))) for word, number in statuses],
        controls=list(_controls(statuses, rows)),
        groupings=list(_groupings(rows)),
        tables=[(name, part) for name, part in (("", active), (_archive(entries), archive)) if part],
        peopled=peopled,
        templates=[NamedLink("", _title(entry), context.href(entry.path)) for entry in portfolio.templates],
    )


def _before(word: str) -> Markup:
    """The attribute by which the style sheet says a word of its own in another language; rows are many, so it is there
    only where it has to be."""
    said = _(word) if word else ""
    return Markup("") if said == word else Markup(' data-say="{}"').format(said)


def _said(plans: int) -> dict[str, str | dict[str, str]]:
    """What the script says, with places for what it has counted."""
    return {
        "plans": counted(plans, "{n} plan", "{n} plans"),
        "share": _("{shown} of {plans}"),
        "archive": _("{plans}, {n} in the archive"),
        "ascending": _("Sorted by {column}, ascending."),
        "descending": _("Sorted by {column}, descending."),
        "columns": {column.name: column.sorted_by() for column in COLUMNS},
        "without": {"folder": _("No folder"), "tag": _("No tag")},
    }


def rank(entry: Entry) -> tuple[bool, int, str, str]:
    """What a lead wants to see first comes first: trouble, then what is under way, then what is next to finish."""
    trouble = entry.measures.late or entry.blocked
    end = finish(entry)[0]
    return not trouble, _ORDER.index(entry.measures.shown_status), end.iso or "~" if end else "~", entry.path


def finish(entry: Entry) -> tuple[DateText | None, str]:
    """The day a plan will be finished on if work goes on, else the one it is due, else the one it is planned to be
    finished on; and the word for it."""
    forecast = _forecast(entry)
    if forecast and forecast.finish:
        return long_date(forecast.finish), _("forecast")
    if entry.plan.due:
        return long_date(entry.plan.due), _("due")
    span = planned_dates(entry.schedule)
    return (span.finish, _("planned")) if span else (None, "")


def _forecast(entry: Entry) -> Forecast | None:
    """When what is left will be done; `None` where nobody knows, or nobody works on it."""
    forecast = entry.schedule.forecast if entry.schedule else None
    return forecast if forecast and forecast.finish and entry.under_way and planned_dates(entry.schedule) else None


def _title(entry: Entry) -> str:
    return entry.plan.title or entry.path


def _count(plans: int, archive: int) -> str:
    every = counted(plans, "{n} plan", "{n} plans")
    return _("{plans}, {n} in the archive").format(plans=every, n=archive) if archive else every


def _archive(entries: Iterable[Entry]) -> str:
    """What the archive holds, in words: `7 complete, 2 cancelled`."""
    statuses = Counter(STATUS_LABELS[entry.measures.shown_status] for entry in entries if entry.finished)
    return ", ".join(f"{number} {status.inline}" for status, number in statuses.items())


# Totals: each leads to the plans it counts


def _totals(totals: Totals, rows: Sequence[PlanRow]) -> list[Total]:
    changed = sum("changed" in row.facts.split() for row in rows)
    return [
        Total(str(totals.plans), n_("plan", "plans", totals.plans)),
        Total(_("{done} of {total}").format(done=totals.tasks.done, total=totals.tasks.total), _("tasks done")),
        _alarm(totals.late, _("late"), "only=late"),
        _alarm(totals.blocked, _("blocked"), "only=blocked"),
        _alarm(totals.stale, _("stale"), "only=stale"),
        _alarm(totals.high_risks, n_("high risk", "high risks", totals.high_risks), "only=risky"),
        Total(
            str(changed),
            counted(CHANGED_WITHIN, "changed in {n} day", "changed in {n} days"),
            "only=changed" if changed else "",
        ),
    ]


def _alarm(number: int, words: str, chooses: str) -> Total:
    return Total(str(number), words, chooses if number else "", number > 0)


def _query(status: Label) -> str:
    return f"status={status.name}"


# Controls: the script shows them


def _controls(statuses: Sequence[tuple[Label, int]], rows: Sequence[PlanRow]) -> Iterator[Control]:
    """The lists to filter by, as far as there is something to choose."""
    if len(statuses) > 1:
        choices = [Choice(word.name, f"{word.sign} {word.text} ({number})") for word, number in statuses]
        yield Control("status", _("Status"), _("Any status"), tuple(choices))
    levels = Counter(row.level.name if row.level else _NO_LEVEL for row in rows)
    if len(levels) > 1:
        yield Control("risk", _("Risk"), _("Any risk"), tuple(_levels(levels)))
    tags, owners = chain.from_iterable(row.tags for row in rows), chain.from_iterable(row.people for row in rows)
    named = (("tag", _("Tag"), _("Any tag"), tally(tags)), ("person", _("Person"), _("Any person"), tally(owners)))
    for name, label, unchosen, words in named:
        if words:
            yield Control(name, label, unchosen, tuple(Choice(word, f"{word} ({number})") for word, number in words))


def _levels(found: Mapping[str, int]) -> Iterator[Choice]:
    """The levels that occur, the highest first."""
    for level in reversed(Level):
        word = LEVEL_LABELS[level]
        if number := found.get(word.name):
            yield Choice(word.name, f"{word.sign} {capitalized(word.text)} ({number})")
    if number := found.get(_NO_LEVEL):
        yield Choice(_NO_LEVEL, _("None known ({n})").format(n=number))


def _groupings(rows: Sequence[PlanRow]) -> Iterator[Choice]:
    """What the rows can be grouped by: only what they differ in."""
    if any(row.folder for row in rows):
        yield Choice("folder", _("Group by folder"))
    if any(row.tags for row in rows):
        yield Choice("tag", _("Group by tag"))
    if len({row.status for row in rows}) > 1:
        yield Choice("status", _("Group by status"))


# Rows


class _Rows:
    """The rows of one index: what all of them share."""

    def __init__(self, portfolio: Portfolio, context: Context) -> None:
        self._context = context
        self._today = context.today
        self._folders = folders(portfolio.plans)

    def row(self, entry: Entry) -> PlanRow:
        """A plan as a row."""
        plan, measures = entry.plan, entry.measures
        status = STATUS_LABELS[measures.shown_status]
        level = LEVEL_LABELS[score_level(measures.exposure)] if measures.exposure else None
        end, finish_word = finish(entry)
        forecast = _forecast(entry)
        next_task, next_word = self._next(entry)
        stale, changed = days_stale(entry, self._today), last_change(plan)
        return PlanRow(
            facts=" ".join((status.name, level.name if level else _NO_LEVEL, *concerns(entry, self._today))),
            title=_title(entry),
            href=self._context.href(entry.path),
            excerpt=shorten(plan.summary or "", _EXCERPT_LENGTH, placeholder=f"{NBSP}…"),
            based_on=self._based_on(entry),
            folder=self._folders[entry.path],
            tags=tuple(dict.fromkeys(filter(None, plan.tags))),
            status=status.text,
            derived=derived_from(measures),
            alarms=tuple(self._alarms(entry)),
            meter=task_meter(measures.progress) or phases_done_meter(measures.progress),
            estimate=estimate_hours(measures.estimate),
            finish=self._short(end) if end else None,
            finish_word=self._due(plan) if forecast else finish_word,
            slip=slip_words(forecast.slip_days) if forecast else "",
            slips=forecast is not None and forecast.slip_days > 0,
            exposure=measures.exposure,
            level=level,
            high=counted(measures.open_high, "{n} high risk", "{n} high risks") if measures.open_high > 1 else "",
            next=next_task,
            next_word=next_word,
            people=people(entry) if entry.under_way else (),
            changed=self._short(long_date(changed)) if changed else None,
            stale=counted(stale, "stale for {n} day", "stale for {n} days") if stale else "",
        )

    def _short(self, written: DateText) -> DateText:
        """A day without its year where that is this one."""
        date = dt.date.fromisoformat(written.iso) if written.iso else None
        return short_date(date) if date and date.year == self._today.year else written

    def _due(self, plan: Plan) -> str:
        return _("due {date}").format(date=self._short(long_date(plan.due)).text) if plan.due else ""

    def _based_on(self, entry: Entry) -> NamedLink | None:
        ref = based_on_link(entry, self._context)
        return replace(ref, title=shortened(ref.title, _SPEC_LENGTH)) if ref else None

    def _alarms(self, entry: Entry) -> Iterator[str]:
        """What a lead should look at."""
        late, blocked = days_late(entry, self._today), len(entry.measures.blocked)
        if late:
            yield counted(late, "late by {n} day", "late by {n} days")
        forecast, due = _forecast(entry), entry.plan.due
        if not late and forecast and forecast.finish and due and forecast.finish > due:
            missed = (forecast.finish - due).days
            yield past_due_words(missed, self._short(long_date(due)).text)
        if blocked and entry.blocked:
            yield counted(blocked, "{n} task blocked", "{n} tasks blocked")

    def _next(self, entry: Entry) -> tuple[NamedLink | None, str]:
        """The first task that can be started, else the first that is blocked."""
        measures = entry.measures
        if not entry.under_way or not (measures.next or measures.blocked):
            return None, ""
        wanted = (measures.next or measures.blocked)[0]
        task = next(task for task in entry.plan.walk() if task.id == wanted)
        ref = replace(task_link(task), href=self._context.href(f"{entry.path}#{task.anchor}"))
        return ref, "" if measures.next else _("blocked")
