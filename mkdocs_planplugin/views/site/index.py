# All plans on one page. What needs attention comes first. The HTML is complete without the script, which filters, sorts
# and groups the same rows.
"""The index view."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Literal

from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace

from mkdocs_planplugin.catalog import (
    FINISHES_LATE,
    IN_TROUBLE,
    LEVEL_LABELS,
    VERDICT_LABELS,
    Label,
    Verdict,
    score_level,
    sentence_text,
    spellings,
)
from mkdocs_planplugin.language import _, capitalized, counted, mark, n_, p_
from mkdocs_planplugin.model import Level, Status
from mkdocs_planplugin.portfolio import (
    CHANGED_WITHIN,
    Entry,
    OpenTask,
    Portfolio,
    Totals,
    concerns,
    folders,
    most_urgent,
    owner_keys,
    people_of,
    ready_count,
    tally,
)
from mkdocs_planplugin.views.kit import (
    OPEN_TASK_LABELS,
    Context,
    DateText,
    Meter,
    NamedLink,
    based_on_link,
    expected_of,
    initials,
    long_date,
    phases_done_meter,
    render,
    short_date,
    shortened,
    task_link,
    task_meter,
    unbroken,
)

from .data_links import data_links
from .pages import page_links
from .ranking import finish_date, rank
from .registers import register_gaps
from .week import changed_this_week

_SPEC_LENGTH = 40
# How many tasks a row names, and the longest title of a task, in letters. With more plans than `_MANY_PLANS`, titles
# are shorter, and initials lead nowhere: each row is sent to every reader.
_TASKS, _TASK_LENGTH = 2, 120
_MANY_PLANS, _SHORT_TASK_LENGTH = 500, 32
_NO_LEVEL = "none"
# The label of the buttons that sort, on narrow pages, where rows are cards.
SORT_BY = mark("Sort by")


class Column(Struct, frozen=True):
    """A column of the index. Its words are in English, except those of `sorted_by`, which are translated.

    `name` is the end of its class name (`plan-col-finish`) and its value in the URL (`sort=finish`). `kind` says how
    its cells are compared: as text, by the number that they begin with or that their bar shows, by their date, or in
    the order of the verdicts. `descending` says that the first press on its head brings the highest value to the top.
    `sorted_by` is its name in the sentence about the order of the rows. `before` stands before its values on narrow
    pages, where rows are cards.
    """

    name: str
    heading: str
    kind: Literal["text", "number", "date", "health"]
    sorted_by: Callable[[], str]
    descending: bool = False
    before: str = ""

    @property
    def order(self) -> str:
        """The order after the first press on its head, as in the URL: `finish`, `-risk`."""
        return f"-{self.name}" if self.descending else self.name


COLUMNS = (
    Column("plan", mark("Plan"), "text", lambda: p_("sorted by", "plan")),
    Column("health", mark("Health"), "health", lambda: p_("sorted by", "health")),
    Column("tasks", mark("Tasks"), "number", lambda: p_("sorted by", "tasks")),
    Column("finish", mark("Finish"), "date", lambda: p_("sorted by", "finish"), before=mark("Finish")),
    Column("next", mark("Now and next"), "text", lambda: p_("sorted by", "next task")),
)


class Total(Struct, frozen=True):
    """A number over all plans. `chooses` is the query of the index that shows only the plans that it counts, if it
    counts plans. `href` leads to the page that lists what it counts, if there is one. `alarming` says that somebody
    should look."""

    number: str
    words: str
    chooses: str = ""
    alarming: bool = False
    href: str | None = None


class NextTask(Struct, frozen=True):
    """A task in a row: its state, a link to it, and the name and initials of its first owner, empty without one.
    `person` leads to the tasks of that owner."""

    state: Label
    link: NamedLink
    owner: str
    initials: str
    person: str | None


class IndexRow(Struct, frozen=True):
    """A plan in the table. What is not known or does not apply is empty or `None`.

    `facts` are hidden words by which the script filters: verdict, level, numbers of people (see `_Owners`), concerns.
    `status` is the verdict, `reasons` say why. `count` are the numbers of `meter`: `3/8`, or `1/4 phases done` where no
    task is counted. `untracked` counts the tasks that `meter` leaves out because nobody tracks them. `is_late` says
    that the finish is later than it should be. `next` are up to two tasks; if there are none, `nothing` says why.
    `change` names the status for the script that changes it.
    """

    facts: str
    title: str
    href: str | None
    based_on: NamedLink | None
    folder: str
    tags: tuple[str, ...]
    status: str
    reasons: tuple[str, ...]
    meter: Meter | None
    count: str
    untracked: str
    finish: DateText | None
    finish_word: str
    is_late: bool
    level: str
    next: tuple[NextTask, ...]
    nothing: str
    concerns: tuple[str, ...]
    change: str


class SelectOption(Struct, frozen=True):
    """A choice in a list: its value in the URL, and its words."""

    value: str
    words: str


class Select(Struct, frozen=True):
    """A list to choose from. The words `unchosen` stand for no choice."""

    name: str
    label: str
    unchosen: str
    options: tuple[SelectOption, ...]


def index_view(portfolio: Portfolio, context: Context) -> str:
    """The index over all plans of a site."""
    owners = _Owners(portfolio)
    maker = _RowMaker(portfolio, owners, context)
    entries = sorted(portfolio.plans, key=rank)
    active = [maker.row(entry) for entry in entries if not entry.finished]
    archive = [maker.row(entry) for entry in entries if entry.finished]
    rows = [*active, *archive]
    totals = portfolio.totals
    by_verdict = totals.by_verdict
    verdicts = [(verdict, by_verdict[verdict]) for verdict in VERDICT_LABELS if verdict in by_verdict]
    return render(
        "index",
        page_links=page_links(portfolio, context),
        script_words=json.dumps(_script_words(len(rows)), ensure_ascii=False),
        columns=COLUMNS,
        before={column.name: _before(column.before) for column in COLUMNS},
        sort_by=_before(SORT_BY),
        count=_count(len(rows), len(archive)),
        tiles=[_tile(verdict, number) for verdict, number in verdicts],
        totals=list(_totals(portfolio, totals, rows, context)),
        week=changed_this_week(portfolio, context),
        selects=list(_selects(verdicts, rows, owners)),
        groupings=list(_groupings(rows)),
        tables=[(summary, part) for summary, part in (("", active), (_archive_summary(entries), archive)) if part],
        templates=[NamedLink("", entry.name, context.href(entry.path)) for entry in portfolio.templates],
        states=list(OPEN_TASK_LABELS.values()),
        data=data_links(("plans.csv", "plans.json", "plans.ics"), context),
    )


class _Owners:
    """The owners of the remaining work, with the number of their plans. A row refers to an owner by the place in this
    list, a link by a key."""

    def __init__(self, portfolio: Portfolio) -> None:
        by_path = {entry.path: people_of(entry) if entry.under_way else () for entry in portfolio.plans}
        spelled = spellings(name for names in by_path.values() for name in names)
        self._by_path = {path: [spelled[name.casefold()] for name in names] for path, names in by_path.items()}
        self._keys = owner_keys(portfolio.plans)
        self.counts = tally(name for names in self._by_path.values() for name in names)
        self._numbers = {name: str(number) for number, (name, _count) in enumerate(self.counts)}

    def key(self, name: str) -> str:
        """The key of an owner in links."""
        return self._keys[name.casefold()]

    def numbers(self, entry: Entry) -> Iterator[str]:
        """The places of the owners of a plan in the list."""
        return (self._numbers[name] for name in self._by_path[entry.path])


def _before(word: str) -> Markup:
    """The attribute with the translation of a word that the style sheet shows; empty in English, to keep rows short."""
    translated = _(word) if word else ""
    return Markup("") if translated == word else Markup(' data-say="{}"').format(translated)


def _script_words(plans: int) -> dict[str, str | dict[str, str]]:
    """The texts of the script, with fields for what it counts."""
    return {
        "plans": counted(plans, "{n} plan", "{n} plans"),
        "share": _("{shown} of {plans}"),
        "archive": _("{plans}, {n} in the archive"),
        "ascending": _("Sorted by {column}, ascending."),
        "descending": _("Sorted by {column}, descending."),
        "columns": {column.name: column.sorted_by() for column in COLUMNS},
        "without": {"folder": _("No folder"), "tag": _("No tag")},
        "none": _("No plan matches {filters}."),
        "and": _("and"),
        "alone": _("Only {filter}: {share}"),
        "quoted": _("“{name}”"),
        "health": {label.name: label.text for label in VERDICT_LABELS.values()},
        "clear": counted(plans, "Show the {n} plan", "Show all {n} plans"),
    }


def _count(plans: int, archive: int) -> str:
    words = counted(plans, "{n} plan", "{n} plans")
    return _("{plans}, {n} in the archive").format(plans=words, n=archive) if archive else words


def _archive_summary(entries: Iterable[Entry]) -> str:
    """The contents of the archive: `7 done, 2 cancelled`."""
    verdicts = Counter(entry.health.label for entry in entries if entry.finished)
    return ", ".join(f"{number} {verdict.inline}" for verdict, number in verdicts.items())


# Tiles and totals. Each leads to the plans that it counts.


def _tile(verdict: Verdict, number: int) -> tuple[Label, Total]:
    label = VERDICT_LABELS[verdict]
    return label, Total(str(number), label.inline, f"health={label.name}", verdict in IN_TROUBLE)


def _totals(portfolio: Portfolio, totals: Totals, rows: Sequence[IndexRow], context: Context) -> Iterator[Total]:
    """The numbers beside the verdicts, with links to the pages that list what they count."""
    ready = ready_count(portfolio.plans)
    questions = sum(len(entry.plan.open_questions) for entry in portfolio.under_way)
    changed = sum("changed" in row.concerns for row in rows)
    yield Total(_("{done} of {total}").format(done=totals.tasks.done, total=totals.tasks.total), _("tasks done"))
    yield _total_of_register(ready, n_("task can start now", "tasks can start now", ready), "next", context)
    yield from _gaps("next", portfolio, context)
    yield _total_of_register(totals.high_risks, n_("high risk", "high risks", totals.high_risks), "risks", context)
    yield from _gaps("risks", portfolio, context)
    yield _total_of_register(questions, n_("open question", "open questions", questions), "questions", context)
    if totals.stale:
        stale = n_("stale plan (nothing changed for long)", "stale plans (nothing changed for long)", totals.stale)
        yield Total(str(totals.stale), stale, "only=stale")
    if changed:
        words = n_("plan changed in {n} days", "plans changed in {n} days", changed).format(n=CHANGED_WITHIN)
        yield Total(str(changed), words, "only=changed")


def _gaps(register: str, portfolio: Portfolio, context: Context) -> Iterator[Total]:
    """What nobody has filled in, if there is a register that lists it."""
    if register in context.registers:
        for gap in register_gaps(register, portfolio):
            yield _total_of_register(gap.number, gap.words, register, context, gap.anchor)


def _total_of_register(number: int, words: str, register: str, context: Context, anchor: str = "") -> Total:
    """A number with a link to the register that lists what it counts, or to the part at `anchor`."""
    path = context.registers.get(register)
    href = context.href(path) if path and number else None
    return Total(str(number), words, href=f"{href}#{anchor}" if href and anchor else href)


# The lists to choose from. The script shows them.


def _selects(verdicts: Sequence[tuple[Verdict, int]], rows: Sequence[IndexRow], owners: _Owners) -> Iterator[Select]:
    """The lists to filter by that offer a choice."""
    if len(verdicts) > 1:
        labels = [(VERDICT_LABELS[verdict], number) for verdict, number in verdicts]
        options = [SelectOption(label.name, f"{label.sign} {label.text} ({number})") for label, number in labels]
        yield Select("health", _("Health"), _("Any health"), tuple(options))
    if owners.counts:
        people = (SelectOption(owners.key(name), f"{name} ({number})") for name, number in owners.counts)
        yield Select("person", _("Person"), _("Any person"), tuple(people))
    if tag_counts := tally(chain.from_iterable(row.tags for row in rows)):
        yield Select("tag", _("Tag"), _("Any tag"), _word_options(tag_counts))
    if folder_counts := tally(row.folder for row in rows if row.folder):
        yield Select(
            "folder", _("Folder"), _("Any folder"), _word_options((f"{name}/", n) for name, n in folder_counts)
        )
    levels = Counter(row.level for row in rows)
    if len(levels) > 1:
        yield Select("risk", _("Risk"), _("Any risk"), tuple(_level_options(levels)))


def _level_options(counts: Mapping[str, int]) -> Iterator[SelectOption]:
    """The levels of risk that occur, the highest first."""
    for level in reversed(Level):
        label = LEVEL_LABELS[level]
        if number := counts.get(label.name):
            yield SelectOption(label.name, f"{label.sign} {capitalized(label.text)} ({number})")
    if number := counts.get(_NO_LEVEL):
        yield SelectOption(_NO_LEVEL, _("None known ({n})").format(n=number))


def _word_options(counts: Iterable[tuple[str, int]]) -> tuple[SelectOption, ...]:
    return tuple(SelectOption(word, f"{word} ({number})") for word, number in counts)


def _groupings(rows: Sequence[IndexRow]) -> Iterator[SelectOption]:
    """The ways to group the rows. Left out are those in which all rows would be alike."""
    if any(row.folder for row in rows):
        yield SelectOption("folder", _("Group by folder"))
    if any(row.tags for row in rows):
        yield SelectOption("tag", _("Group by tag"))
    if len({row.status for row in rows}) > 1:
        yield SelectOption("health", _("Group by health"))


# Rows


class _RowMaker:
    """Makes the rows of one index."""

    def __init__(self, portfolio: Portfolio, owners: _Owners, context: Context) -> None:
        self._context = context
        self._today = context.today
        self._owners = owners
        self._folders = folders(portfolio.plans)
        is_large = len(portfolio.plans) > _MANY_PLANS
        path = "" if is_large else context.registers.get("next", "")
        self._next = context.href(path) if path else None
        self._task_length = _SHORT_TASK_LENGTH if is_large else _TASK_LENGTH

    def row(self, entry: Entry) -> IndexRow:
        """The row of a plan."""
        plan, measures = entry.plan, entry.measures
        level = LEVEL_LABELS[score_level(measures.exposure)].name if measures.exposure else _NO_LEVEL
        finish, finish_word = self._finish(entry)
        label, of_concern = entry.health.label, concerns(entry, self._today)
        progress = measures.shown_progress
        untracked = progress.tasks.untracked
        tasks = tuple(self._task(task) for task in most_urgent(entry, _TASKS))
        of_tasks, of_phases = task_meter(progress), phases_done_meter(progress)
        return IndexRow(
            facts=" ".join((label.name, level, *self._owners.numbers(entry), *of_concern)),
            title=entry.name,
            href=self._context.href(entry.path),
            based_on=self._based_on(entry),
            folder=self._folders[entry.path],
            tags=tuple(dict.fromkeys(filter(None, plan.tags))),
            status=label.text,
            reasons=tuple(self._reasons(entry)),
            meter=of_tasks or of_phases,
            count=_count_words(of_tasks, of_phases),
            untracked=counted(untracked, "{n} not tracked", "{n} not tracked") if untracked else "",
            finish=finish,
            finish_word=finish_word,
            is_late=bool(expected_of(entry)) and entry.health.verdict in FINISHES_LATE,
            level=level,
            next=tasks,
            nothing="" if tasks else _nothing_next(entry),
            concerns=of_concern,
            change=self._context.status(entry),
        )

    def _finish(self, entry: Entry) -> tuple[DateText | None, str]:
        """The finish of a plan and what to compare it with. Of a plan that has a due day and no forecast, the row says
        that its finish is not known; it is sorted by the due day."""
        finish, word = finish_date(entry)
        if finish is None:
            return None, ""
        if expected_of(entry):
            beside = self._beside_expected(entry)
            if entry.schedule and entry.schedule.waits_without_day:
                beside = _("at the earliest; {beside}").format(beside=beside)
            return self._short(finish), beside
        if entry.plan.due and not entry.finished:
            return DateText(_("not known"), finish.iso), self._beside_expected(entry)
        return self._short(finish), word

    def _short(self, written: DateText) -> DateText:
        """A day without its year, if that is the current one."""
        date = dt.date.fromisoformat(written.iso) if written.iso else None
        short = short_date(date) if date and date.year == self._today.year else written
        return DateText(unbroken(short.text), short.iso)

    def _beside_expected(self, entry: Entry) -> str:
        """The day to compare an expected finish with: the due day, else the planned finish."""
        if due := entry.plan.due:
            return _("due {date}").format(date=self._short(long_date(due)).text)
        planned = entry.schedule.finish if entry.schedule else None
        return _("planned {when}").format(when=self._short(long_date(planned)).text) if planned else ""

    def _based_on(self, entry: Entry) -> NamedLink | None:
        link = based_on_link(entry, self._context)
        return replace(link, title=shortened(link.title, _SPEC_LENGTH)) if link else None

    def _reasons(self, entry: Entry) -> Iterator[str]:
        """The reason for the verdict in a few words, and the number of blocked tasks if a row cannot name them all."""
        health, blocked = entry.health, len(entry.measures.blocked)
        yield sentence_text(health.brief, self._today)
        if blocked > _TASKS and not entry.finished:
            yield counted(blocked, "{n} task blocked", "{n} tasks blocked")

    def _task(self, task: OpenTask) -> NextTask:
        """A task in the column `Now and next`."""
        link = task_link(task.task)
        page = self._context.href(f"{task.entry.path}#{task.task.anchor}")
        owner = task.owners[0] if task.owners else ""
        title = shortened(task.task.title, self._task_length)
        person = f"{self._next}#{self._owners.key(owner)}" if owner and self._next else None
        return NextTask(
            OPEN_TASK_LABELS[task.state],
            replace(link, title=title, href=page),
            owner,
            owner and initials(owner),
            person,
        )


def _count_words(of_tasks: Meter | None, of_phases: Meter | None) -> str:
    """The numbers of the counter of a row. Of tasks no word is needed: their column says what is counted."""
    if of_tasks:
        return f"{of_tasks.done}/{of_tasks.total}"
    return of_phases.sentence.format(number=f"{of_phases.done}/{of_phases.total}") if of_phases else ""


def _nothing_next(entry: Entry) -> str:
    """Why a row names no task; empty if nothing explains it."""
    match entry.measures.shown_status:
        case Status.DRAFT:
            return _("nothing while it is a draft")
        case Status.ON_HOLD:
            return _("nothing while it is on hold")
        case _:
            return ""
