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

from mkdocs_planplugin.catalog import IN_TROUBLE, LEVEL_LABELS, VERDICT_LABELS, Label, Verdict, plain, score_level
from mkdocs_planplugin.language import _, capitalized, counted, mark, n_, p_
from mkdocs_planplugin.measure import last_change
from mkdocs_planplugin.model import Level
from mkdocs_planplugin.portfolio import CHANGED_WITHIN, Entry, Portfolio, Totals, concerns, folders, people, tally
from mkdocs_planplugin.views.kit import (
    NBSP,
    Context,
    DateText,
    Meter,
    NamedLink,
    based_on_link,
    derived_from,
    estimate_hours,
    expected_of,
    long_date,
    phases_done_meter,
    render,
    short_date,
    shortened,
    task_link,
    task_meter,
)

from .pages import page_links
from .ranking import finish_date, rank

# An excerpt has one line, in a column of a third of the page.
_EXCERPT_LENGTH = 50
_SPEC_LENGTH = 40
_NO_LEVEL = "none"
# What stands before the buttons that sort, where rows are cards.
SORT_BY = mark("Sort by")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the index; the words are English, but for `sorted_by`.

    `name` is the end of its class name (`plan-col-finish`) and its value in the URL (`sort=finish`). `kind` says how
    its cells are compared: by the number that they begin with or that their bar shows, by the day that they name, as
    text, or by the order of the verdicts. `descending` is set where the first press on its head brings the highest to
    the top. `sorted_by` is what the sentence says by which the rows are sorted, and `before` what stands before its
    values where rows are cards.
    """

    name: str
    heading: str
    kind: Literal["text", "number", "date", "health"]
    sorted_by: Callable[[], str]
    descending: bool = False
    before: str = ""

    @property
    def order(self) -> str:
        """The order that the first press on its head brings, as the URL has it: `finish`, `-risk`."""
        return f"-{self.name}" if self.descending else self.name


COLUMNS = (
    Column("plan", mark("Plan"), "text", lambda: p_("sorted by", "plan")),
    Column("health", mark("Health"), "health", lambda: p_("sorted by", "health")),
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
class IndexRow:
    """A plan in the table; what is empty or `None` is not known or does not apply.

    `facts` is what the script filters by and nobody reads: verdict, level and concerns, in this order. `status` is the
    verdict, `reasons` say why it holds.
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
    reasons: tuple[str, ...]
    meter: Meter | None
    estimate: str | None
    finish: DateText | None
    finish_word: str
    exposure: int | None
    level: Label | None
    high: str
    next: NamedLink | None
    next_word: str
    people: tuple[str, ...]
    changed: DateText | None


@dataclass(frozen=True, slots=True)
class SelectOption:
    """What can be chosen in a list: its value in the URL, and its words."""

    value: str
    words: str


@dataclass(frozen=True, slots=True)
class Select:
    """A list to choose from; the first words stand for no choice."""

    name: str
    label: str
    unchosen: str
    options: tuple[SelectOption, ...]


def index_view(portfolio: Portfolio, context: Context) -> str:
    """The index over all plans of a site."""
    maker = _RowMaker(portfolio, context)
    entries = sorted(portfolio.plans, key=rank)
    active = [maker.row(entry) for entry in entries if not entry.finished]
    archive = [maker.row(entry) for entry in entries if entry.finished]
    rows = [*active, *archive]
    totals, with_people = portfolio.totals, any(row.people for row in rows)
    by_verdict = totals.by_verdict
    verdicts = [(verdict, by_verdict[verdict]) for verdict in VERDICT_LABELS if verdict in by_verdict]
    return render(
        "index",
        page_links=page_links(portfolio, context),
        script_words=json.dumps(_script_words(len(rows)), ensure_ascii=False),
        columns=[column for column in COLUMNS if with_people or column.name != "people"],
        before={column.name: _before(column.before) for column in COLUMNS},
        sort_by=_before(SORT_BY),
        count=_count(len(rows), len(archive)),
        tiles=[_tile(verdict, number) for verdict, number in verdicts],
        totals=_totals(totals, rows),
        selects=list(_selects(verdicts, rows)),
        groupings=list(_groupings(rows)),
        tables=[(summary, part) for summary, part in (("", active), (_archive_summary(entries), archive)) if part],
        with_people=with_people,
        templates=[NamedLink("", _title(entry), context.href(entry.path)) for entry in portfolio.templates],
    )


def _before(word: str) -> Markup:
    """The attribute by which the style sheet says a word of its own in another language; rows are many, so it is there
    only where it has to be."""
    translated = _(word) if word else ""
    return Markup("") if translated == word else Markup(' data-say="{}"').format(translated)


def _script_words(plans: int) -> dict[str, str | dict[str, str]]:
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


def _title(entry: Entry) -> str:
    return entry.plan.title or entry.path


def _count(plans: int, archive: int) -> str:
    words = counted(plans, "{n} plan", "{n} plans")
    return _("{plans}, {n} in the archive").format(plans=words, n=archive) if archive else words


def _archive_summary(entries: Iterable[Entry]) -> str:
    """What the archive holds, in words: `7 done, 2 cancelled`."""
    verdicts = Counter(entry.health.label for entry in entries if entry.finished)
    return ", ".join(f"{number} {verdict.inline}" for verdict, number in verdicts.items())


# Tiles and totals: each leads to the plans it counts


def _tile(verdict: Verdict, number: int) -> tuple[Label, Total]:
    label = VERDICT_LABELS[verdict]
    return label, Total(str(number), label.inline, f"health={label.name}", verdict in IN_TROUBLE)


def _totals(totals: Totals, rows: Sequence[IndexRow]) -> list[Total]:
    """What is counted beside the verdicts."""
    changed = sum("changed" in row.facts.split() for row in rows)
    return [
        Total(str(totals.plans), n_("plan", "plans", totals.plans)),
        Total(_("{done} of {total}").format(done=totals.tasks.done, total=totals.tasks.total), _("tasks done")),
        _choosing(totals.stale, _("stale"), "only=stale"),
        _choosing(totals.high_risks, n_("high risk", "high risks", totals.high_risks), "only=risky"),
        _choosing(changed, counted(CHANGED_WITHIN, "changed in {n} day", "changed in {n} days"), "only=changed"),
    ]


def _choosing(number: int, words: str, chooses: str) -> Total:
    return Total(str(number), words, chooses if number else "")


# The lists to choose from: the script shows them


def _selects(verdicts: Sequence[tuple[Verdict, int]], rows: Sequence[IndexRow]) -> Iterator[Select]:
    """The lists to filter by, as far as there is something to choose."""
    if len(verdicts) > 1:
        labels = [(VERDICT_LABELS[verdict], number) for verdict, number in verdicts]
        options = [SelectOption(label.name, f"{label.sign} {label.text} ({number})") for label, number in labels]
        yield Select("health", _("Health"), _("Any health"), tuple(options))
    levels = Counter(row.level.name if row.level else _NO_LEVEL for row in rows)
    if len(levels) > 1:
        yield Select("risk", _("Risk"), _("Any risk"), tuple(_level_options(levels)))
    tags, owners = chain.from_iterable(row.tags for row in rows), chain.from_iterable(row.people for row in rows)
    if tag_counts := tally(tags):
        yield Select("tag", _("Tag"), _("Any tag"), _word_options(tag_counts))
    if owner_counts := tally(owners):
        yield Select("person", _("Person"), _("Any person"), _word_options(owner_counts))


def _level_options(counts: Mapping[str, int]) -> Iterator[SelectOption]:
    """The levels that occur, the highest first."""
    for level in reversed(Level):
        label = LEVEL_LABELS[level]
        if number := counts.get(label.name):
            yield SelectOption(label.name, f"{label.sign} {capitalized(label.text)} ({number})")
    if number := counts.get(_NO_LEVEL):
        yield SelectOption(_NO_LEVEL, _("None known ({n})").format(n=number))


def _word_options(counts: Iterable[tuple[str, int]]) -> tuple[SelectOption, ...]:
    return tuple(SelectOption(word, f"{word} ({number})") for word, number in counts)


def _groupings(rows: Sequence[IndexRow]) -> Iterator[SelectOption]:
    """What the rows can be grouped by: only what they differ in."""
    if any(row.folder for row in rows):
        yield SelectOption("folder", _("Group by folder"))
    if any(row.tags for row in rows):
        yield SelectOption("tag", _("Group by tag"))
    if len({row.status for row in rows}) > 1:
        yield SelectOption("health", _("Group by health"))


# Rows


class _RowMaker:
    """Makes the rows of one index."""

    def __init__(self, portfolio: Portfolio, context: Context) -> None:
        self._context = context
        self._today = context.today
        self._folders = folders(portfolio.plans)

    def row(self, entry: Entry) -> IndexRow:
        """A plan as a row."""
        plan, measures = entry.plan, entry.measures
        level = LEVEL_LABELS[score_level(measures.exposure)] if measures.exposure else None
        finish, finish_word = finish_date(entry)
        next_task, next_word = self._next(entry)
        changed, label = last_change(plan), entry.health.label
        return IndexRow(
            facts=" ".join((label.name, level.name if level else _NO_LEVEL, *concerns(entry, self._today))),
            title=_title(entry),
            href=self._context.href(entry.path),
            excerpt=shorten(plan.summary or "", _EXCERPT_LENGTH, placeholder=f"{NBSP}…"),
            based_on=self._based_on(entry),
            folder=self._folders[entry.path],
            tags=tuple(dict.fromkeys(filter(None, plan.tags))),
            status=label.text,
            derived=derived_from(measures),
            reasons=tuple(self._reasons(entry)),
            meter=task_meter(measures.progress) or phases_done_meter(measures.progress),
            estimate=estimate_hours(measures.estimate),
            finish=self._short(finish) if finish else None,
            finish_word=self._beside_expected(entry) if expected_of(entry) else finish_word,
            exposure=measures.exposure,
            level=level,
            high=counted(measures.open_high, "{n} high risk", "{n} high risks") if measures.open_high > 1 else "",
            next=next_task,
            next_word=next_word,
            people=people(entry) if entry.under_way else (),
            changed=self._short(long_date(changed)) if changed else None,
        )

    def _short(self, written: DateText) -> DateText:
        """A day without its year where that is this one."""
        date = dt.date.fromisoformat(written.iso) if written.iso else None
        return short_date(date) if date and date.year == self._today.year else written

    def _beside_expected(self, entry: Entry) -> str:
        """The day that an expected finish is measured by: the one it is due, else the planned one."""
        if due := entry.plan.due:
            return _("due {date}").format(date=self._short(long_date(due)).text)
        planned = entry.schedule.finish if entry.schedule else None
        return _("planned {when}").format(when=self._short(long_date(planned)).text) if planned else ""

    def _based_on(self, entry: Entry) -> NamedLink | None:
        ref = based_on_link(entry, self._context)
        return replace(ref, title=shortened(ref.title, _SPEC_LENGTH)) if ref else None

    def _reasons(self, entry: Entry) -> Iterator[str]:
        """Why the verdict holds, in a few words, and how many tasks are blocked."""
        health, blocked = entry.health, len(entry.measures.blocked)
        yield plain(health.brief, self._today)
        if blocked and not entry.finished:
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
