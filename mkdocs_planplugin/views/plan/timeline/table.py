# The table of a timeline, group by group. The markup is put together here: a template would escape a thousand numbers
# one by one. Texts of authors (titles, numbers of tasks, names of people) and our own words go through `escaped`.
#
# What is over is folded: a finished phase is one row, and several settled tasks of an open phase are one row. The style
# sheet folds and unfolds rows by check boxes. A browser that cannot do this shows all rows.
"""The rows of a timeline's table."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby, takewhile

from markupsafe import Markup

from mkdocs_planplugin.catalog import STATE_LABELS
from mkdocs_planplugin.language import _, counted
from mkdocs_planplugin.measure import Progress
from mkdocs_planplugin.model import ExternalDependency, State, Task
from mkdocs_planplugin.schedule import PhaseSpan, Schedule, ScheduledItem
from mkdocs_planplugin.views.kit import DateText, begins_at, days_from, ends_at, escaped, time_html
from mkdocs_planplugin.views.plan.page import PlanPage

from .marks import Marks, Scale, marks_of, starts_after
from .names import AT_THE_START, NamePlace, letters_of, name_place
from .rows import ChartRow
from .svg import AFTER_EDGE, is_within, row_drawings
from .whole import whole_plan_row
from .window import ChartWindow
from .words import RowWords, owners_shown, settled_words

# From these numbers on they are folded to one row: finished phases at the beginning, settled tasks of an open phase.
_LEAST_FINISHED_PHASES, _LEAST_SETTLED_TASKS = 4, 2
# In a plan with more open tasks than this, phases that begin more than this many working days ahead are folded.
_MANY_TASKS, _FAR_AHEAD = 60, 30
# In percent of the chart: half the width of a sign.
_HALF_A_SIGN = 1.5

_PhaseGroup = tuple[Sequence[ChartRow], PhaseSpan, Progress]
_NO_DAY = DateText("")


def table_bodies(
    page: PlanPage, schedule: Schedule, groups: Sequence[Sequence[ChartRow]], windows: Sequence[ChartWindow]
) -> Markup:
    """The bodies of the table: the whole plan, then each phase with its tasks, the tasks outside phases, and external
    dependencies. Each row is drawn once for each window. The place of its name is computed for the first window."""
    return Markup("\n".join(_Table(page, schedule, windows).bodies(groups)))  # noqa: S704 (escaped in this module)


class _Table:
    """Makes the rows of one table; holds what all of them share."""

    def __init__(self, page: PlanPage, schedule: Schedule, windows: Sequence[ChartWindow]) -> None:
        self._page = page
        self._schedule = schedule
        self._holds = schedule.longest_holds() if schedule.expected else {}
        self._scales = [Scale(schedule, window, self._holds) for window in windows]
        self._words = RowWords(page, schedule)
        expected = schedule.expected
        self._folds_ahead = sum(item.outcome is None for item in schedule.items) > _MANY_TASKS
        self._far = (expected.from_hours if expected else 0.0) + _FAR_AHEAD * schedule.axis.hours_per_day

    def bodies(self, groups: Sequence[Sequence[ChartRow]]) -> Iterator[str]:
        progress = self._page.entry.measures.phases
        phases = [
            (group, group[0].item, of_phase)
            for group, of_phase in zip(groups, progress, strict=False)
            if isinstance(group[0].item, PhaseSpan)
        ]
        if len(self._schedule.items) > 1:
            yield _body("plan-first", [whole_plan_row(self._page.entry, self._scales, self._words)])
        folded = _finished_at_the_start(phases)
        if folded:
            yield _body("plan-run", [_fold_row(_run_words([span for _group, span, _progress in phases[:folded]]))])
        for number, phase in enumerate(phases):
            yield _body("plan-in-run" if number < folded else "", self._phase_rows(*phase))
        for group in groups[len(phases) :]:
            yield _body("", self._other_rows(group))

    # -- phases ------------------------------------------------------------------------------------------------------

    def _phase_rows(self, group: Sequence[ChartRow], span: PhaseSpan, progress: Progress) -> Iterator[str]:
        head, tasks = group[0], group[1:]
        yield self._phase_row(head, span, progress, folds=bool(tasks))
        settled = [item.outcome for item in span.items if item.outcome] if tasks else []
        folded = not span.phase.outcome and len(settled) >= _LEAST_SETTLED_TASKS
        if folded:
            yield _fold_row(settled_words(tuple(settled)))
        for row in tasks:
            yield self._task_row(row, folded=folded)

    def _is_far(self, span: PhaseSpan) -> bool:
        """Whether the remaining work of a phase begins so far ahead that a large plan folds it."""
        if not self._folds_ahead or span.phase.begun:
            return False
        return min((item.expected.start_hours for item in span.items if item.expected), default=0.0) > self._far

    def _phase_row(self, row: ChartRow, span: PhaseSpan, progress: Progress, *, folds: bool) -> str:
        over, is_far = bool(span.phase.outcome), folds and self._is_far(span)
        box = _box(_("Tasks of {name}").format(name=row.link.short), ticked=not (over or is_far)) if folds else ""
        words = self._words.of_phase(span, progress.tasks, is_far=is_far)
        drawing = "" if over and folds else row_drawings(self._marks(row))
        return (
            f'{_tr(row, row.state.name)}<th role="rowheader" scope="rowgroup" colspan="3">{box}{_name(row)}'
            f"{_note(('plan-said', words)) if words else ''}{drawing}</th>"
            f"{_last_cell(self._words.phase_finish(span) or _NO_DAY)}</tr>"
        )

    # -- tasks and external dependencies -----------------------------------------------------------------------------

    def _other_rows(self, group: Sequence[ChartRow]) -> Iterator[str]:
        """The rows of tasks outside phases, or of external dependencies."""
        if isinstance(group[0].item, ExternalDependency):
            heading = escaped(_("External dependencies"))
            yield f'<tr role="row" class="plan-title"><th role="rowheader" colspan="4">{heading}</th></tr>'
        for row in group:
            if isinstance(row.item, ExternalDependency):
                yield self._external_row(row, row.item)
            else:
                yield self._task_row(row, folded=False)

    def _task_row(self, row: ChartRow, *, folded: bool) -> str:
        item, marks, words = row.item, self._marks(row), self._words
        if not isinstance(item, ScheduledItem) or not isinstance(item.source, Task):
            raise TypeError(item)
        people = "" if item.outcome else _people(item.source.owners)
        state, notes = words.state(item), words.notes(item, self._until(item))
        place = self._place(row, notes, marks[0])
        return (
            f"{_tr(row, state.name, 'plan-over' if item.outcome and folded else '', place)}"
            f"{_state_cell(state.sign, state.text)}{_name_cell(place)}{_name(row)}{''.join(map(_note, notes))}"
            f'{row_drawings(marks)}</th><td role="cell" class="plan-who">{people}</td>'
            f"{_last_cell(words.expected_finish(item) or _NO_DAY, words.of_work(item))}</tr>"
        )

    def _until(self, item: ScheduledItem) -> dt.date | None:
        """The day until which an open task is held: it is blocked, or it starts as soon as the hold ends."""
        hold = self._holds.get(item.key)
        if hold is None or item.outcome or hold.until < self._page.context.today:
            return None
        is_blocked = isinstance(item.source, Task) and item.source.state is State.BLOCKED
        return hold.until if is_blocked or starts_after(item, hold, self._schedule) else None

    def _external_row(self, row: ChartRow, external: ExternalDependency) -> str:
        marks, today, date = self._marks(row), self._page.context.today, external.date
        is_over = date is not None and date < today and not self._page.entry.finished
        works = [hold.by for hold in self._schedule.holds if hold.promise == external]
        names = [self._page.links[work].short for work in works if work in self._page.links]
        notes = [("plan-said", _("(holds up {names})").format(names=", ".join(names)))] if names else []
        place = self._place(row, notes, marks[0])
        state = STATE_LABELS[State.BLOCKED] if is_over else row.state
        return (
            f"{_tr(row, state.name, '', place)}{_state_cell(state.sign, days_from(today, date) if date else '')}"
            f"{_name_cell(place)}{_name(row)}{''.join(map(_note, notes))}{row_drawings(marks)}</th>"
            f'<td role="cell" class="plan-who"></td>{_last_cell(row.finish)}</tr>'
        )

    def _marks(self, row: ChartRow) -> list[Marks]:
        return [marks_of(row, scale) for scale in self._scales]

    @staticmethod
    def _place(row: ChartRow, notes: Sequence[tuple[str, str]], marks: Marks) -> NamePlace:
        """Where the name of a row stands beside its marks."""
        if marks.bar is None:
            return AT_THE_START
        letters = letters_of(row.link.id) + 1 + letters_of(row.title) + sum(len(note) + 1 for _name, note in notes)
        start, end = (min(max(x, 0.0), AFTER_EDGE) for x in marks.bar)
        start = min(start, max(marks.wait[0], 0.0)) if marks.wait else start
        tail = None if marks.tail is None else min(marks.tail, AFTER_EDGE)
        flag = marks.due if marks.due is not None and is_within(marks.due) else None
        room = _HALF_A_SIGN if marks.sign or not is_within(marks.bar[0]) else 0.0
        return name_place(letters, start - room, end + room, tail, flag)


def _finished_at_the_start(phases: Iterable[_PhaseGroup]) -> int:
    """How many phases at the beginning are finished and can be folded; 0 if they are few, or all phases of the plan."""
    outcomes = [span.phase.outcome for _group, span, _progress in phases]
    finished = len(list(takewhile(bool, outcomes)))
    return finished if _LEAST_FINISHED_PHASES <= finished < len(outcomes) else 0


def _run_words(spans: Sequence[PhaseSpan]) -> str:
    """`✓ Phases 1 to 25 finished, 203 tasks`."""
    names, tasks = [span.phase.number for span in spans], sum(len(span.items) for span in spans)
    text = counted(len(spans), "{n} phase finished", "{n} phases finished")
    if all(names):
        text = _("Phases {first} to {last} finished").format(first=names[0], last=names[-1])
    return f"{STATE_LABELS[State.DONE].sign} {text}, {counted(tasks, '{n} task', '{n} tasks')}"


# Pieces of markup


def _body(name: str, rows: Iterable[str]) -> str:
    opening = f'<tbody role="rowgroup" class="{name}">' if name else '<tbody role="rowgroup">'
    return "\n".join((opening, *rows, "</tbody>"))


def _tr(row: ChartRow, state: str, names: str = "", place: NamePlace | None = None) -> str:
    after = f' data-after="{" ".join(_runs(row.predecessors))}"' if row.predecessors else ""
    above = " plan-above" if place and place.side == "above" else ""
    return f'<tr role="row" class="plan-row-{row.kind} plan-state-{state}{above}{names and " " + names}"{after}>'


def _runs(numbers: Sequence[int]) -> Iterator[str]:
    """Numbers as the script reads them, with consecutive ones as a range: `3-9`. A task may wait for two hundred
    others."""
    for _place, run in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0]):
        (_, first), *rest = run
        last = rest[-1][1] if rest else first
        yield f"{first}-{last}" if len(rest) > 1 else " ".join(map(str, range(first, last + 1)))


def _name(row: ChartRow) -> str:
    """The full name of a row, as a link if it has an address."""
    link = row.link
    title = row.title or ("" if link.id else link.title)
    name = f"<b>{escaped(link.id)}</b> " if link.id else ""
    if title:
        name += f"<bdi>{escaped(title)}</bdi>"
    return name if link.href is None else f'<a href="{escaped(link.href)}">{name}</a>'


@lru_cache(maxsize=256)
def _state_cell(sign: str, word: str) -> str:
    return f'<td role="cell"><span class="plan-sign" aria-hidden="true">{sign}</span> {escaped(word)}</td>'


def _name_cell(place: NamePlace) -> str:
    if place.side == "above":
        return '<th role="rowheader" scope="row">'
    names = begins_at(place.percent) if place.side == "from" else ends_at(place.percent)
    return f'<th role="rowheader" scope="row" class="{names}">'


def _note(note: tuple[str, str]) -> str:
    name, text = note
    return f' <span class="{name}">{escaped(text)}</span>'


@lru_cache(maxsize=256)
def _people(owners: tuple[str, ...]) -> str:
    return "".join(
        f'<span role="img" title="{escaped(person.name)}">{escaped(person.initials)}</span>'
        for person in owners_shown(owners)
    )


def _last_cell(finish: DateText, words: str = "") -> str:
    """The cell with the finish, and with hidden words for what else the bar shows."""
    between = ", " if finish.text and words else ""
    hidden = f'<span class="plan-hidden">{between}{escaped(words)}</span>' if words else ""
    return f'<td role="cell">{time_html(finish)}{hidden}</td>'


def _box(words: str, *, ticked: bool) -> str:
    """A check box that folds and unfolds rows."""
    checked = " checked" if ticked else ""
    return (
        f'<label><input type="checkbox" autocomplete="off"{checked}>'
        f'<span class="plan-hidden">{escaped(words)}</span></label>'
    )


def _fold_row(words: str) -> str:
    """A row that stands for the folded rows, with a check box to unfold them."""
    box = f'<label><input type="checkbox" autocomplete="off"> {escaped(words)}</label>'
    return f'<tr role="row" class="plan-fold"><td role="cell" colspan="4">{box}</td></tr>'
