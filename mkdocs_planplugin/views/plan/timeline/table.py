# The table of a timeline, group by group. What of a row is no author's text (numbers, dates, states, drawings) is put
# together here as markup; titles and names of people go through the template's escaping like all words of authors.
#
# What is over is folded: a finished phase is one row, and so are several settled tasks of an open one. The style sheet
# folds, by boxes that the reader ticks; where it cannot, all rows are there.
"""The rows of a timeline's table."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from markupsafe import Markup, escape

from mkdocs_planplugin.language import _, counted
from mkdocs_planplugin.measure import Progress
from mkdocs_planplugin.model import ExternalDependency, Task
from mkdocs_planplugin.schedule import PhaseSpan, Schedule, ScheduledItem
from mkdocs_planplugin.views.kit import DateText, days_from
from mkdocs_planplugin.views.plan.page import PlanPage

from .expected import expected_plan, expected_work
from .marks import Marks, Scale, has_length, is_missed, marks_of
from .names import AT_THE_START, NamePlace, letters_of, name_place
from .rows import ChartRow
from .svg import AFTER_EDGE, row_drawing
from .whole import whole_plan_row
from .window import ChartWindow
from .words import Person, RowWords, settled_words

# So many finished phases at the beginning are one row, and so many settled tasks of an open phase.
_LEAST_FINISHED_PHASES, _LEAST_SETTLED_TASKS = 4, 2
# In a plan with more tasks left than this, phases are folded that begin more working days ahead than that.
_MANY_TASKS, _FAR_AHEAD = 60, 30


class TableRow(NamedTuple):
    """A row as the template writes it: its name, which is its author's, with its people, and the markup before, between
    and after them, in which words of authors are escaped."""

    opening: Markup
    closing: Markup = Markup("")
    href: str | None = None
    id: str = ""
    title: str = ""
    people: tuple[Person, ...] = ()
    between: Markup = Markup("")


class TableGroup(NamedTuple):
    """Rows that belong together, with the class name of their `<tbody>`."""

    name: str
    rows: list[TableRow]


def table_groups(
    page: PlanPage, schedule: Schedule, groups: Sequence[Sequence[ChartRow]], window: ChartWindow
) -> list[TableGroup]:
    """The rows of a table: the whole plan, then each phase with its tasks, the tasks outside any, and what others have
    promised."""
    return list(_Table(page, schedule, window).groups(groups))


class _Table:
    """Makes the rows of one table; holds what all of them share."""

    def __init__(self, page: PlanPage, schedule: Schedule, window: ChartWindow) -> None:
        self._page = page
        self._schedule = schedule
        self._scale = Scale(schedule, window)
        self._words = RowWords(page, schedule)
        left = sum(item.outcome is None for item in schedule.items)
        self._folds_ahead = left > _MANY_TASKS
        expected = expected_plan(schedule)
        now = expected.from_hours if expected else 0.0
        self._far = now + _FAR_AHEAD * schedule.axis.hours_per_day

    def groups(self, groups: Sequence[Sequence[ChartRow]]) -> Iterator[TableGroup]:
        phases = [(group, group[0].item) for group in groups if group and isinstance(group[0].item, PhaseSpan)]
        if len(self._schedule.items) > 1:
            row = whole_plan_row(self._page.entry, self._scale, self._words)
            yield TableGroup("plan-first", [TableRow(Markup(row))])  # noqa: S704 (escaped there)
        run = len(list(takewhile(lambda pair: pair[1].phase.outcome, phases)))
        if run >= _LEAST_FINISHED_PHASES and run < len(phases):
            yield TableGroup("plan-run", [self._run_row([span for _group, span in phases[:run]])])
        else:
            run = 0
        for number, (group, progress) in enumerate(zip(phases, self._page.entry.measures.phases, strict=True)):
            yield TableGroup("plan-in-run" if number < run else "", list(self._phase_rows(*group, progress)))
        for group in groups[len(phases) :]:
            yield TableGroup("", list(self._other_rows(group)))

    # -- phases ------------------------------------------------------------------------------------------------------

    def _run_row(self, spans: Sequence[PhaseSpan]) -> TableRow:
        """The row for all the phases that are finished at the beginning."""
        tasks = sum(len(span.items) for span in spans)
        names = [span.phase.number or "" for span in spans]
        text = counted(len(spans), "{n} phase finished", "{n} phases finished")
        if all(names):
            text = _("Phases {first} to {last} finished").format(first=names[0], last=names[-1])
        text = f"✓ {text}, {counted(tasks, '{n} task', '{n} tasks')}"
        return _fold_row("plan-fold plan-fold-run", text)

    def _phase_rows(self, group: Sequence[ChartRow], span: PhaseSpan, progress: Progress) -> Iterator[TableRow]:
        head, tasks = group[0], group[1:]
        is_far = bool(tasks) and self._is_far(span)
        yield self._phase_row(head, span, progress, is_far=is_far, folds=bool(tasks))
        settled = [row.item.outcome for row in tasks if isinstance(row.item, ScheduledItem) and row.item.outcome]
        folded = not span.phase.outcome and len(settled) >= _LEAST_SETTLED_TASKS
        if folded:
            yield _fold_row("plan-fold", settled_words(tuple(settled)))
        for row in tasks:
            yield self._task_row(row, folded=folded)

    def _is_far(self, span: PhaseSpan) -> bool:
        """Whether all that is left of a phase lies so far ahead that a large plan folds it."""
        starts = [expected.start_hours for item in span.items if (expected := expected_work(item))]
        return self._folds_ahead and not span.phase.begun and min(starts, default=0.0) > self._far

    def _phase_row(self, row: ChartRow, span: PhaseSpan, progress: Progress, *, is_far: bool, folds: bool) -> TableRow:
        marks = marks_of(row, self._scale)
        closed = bool(span.phase.outcome) or is_far
        box = _box(_("Tasks of {name}").format(name=row.link.short), ticked=not closed) if folds else ""
        said = self._words.of_phase(span, progress.tasks, is_far=is_far)
        drawing = "" if span.phase.outcome and folds else row_drawing(marks)
        opening = f'{_tr(row)}<th role="rowheader" scope="rowgroup" colspan="3">{box}'
        said = f' <span class="plan-said">{escape(said)}</span>' if said else ""
        closing = f"{said}{drawing}</th>{_last_cell(self._words.phase_finish(span))}</tr>"
        title = row.title or ("" if row.link.id else row.link.title)
        return TableRow(Markup(opening), Markup(closing), row.link.href, row.link.id, title)  # noqa: S704 (escaped here)

    # -- tasks and promises ------------------------------------------------------------------------------------------

    def _other_rows(self, group: Sequence[ChartRow]) -> Iterator[TableRow]:
        """Tasks outside any phase, or what others have promised."""
        if group and isinstance(group[0].item, ExternalDependency):
            heading = escape(_("External dependencies"))
            yield TableRow(
                Markup(f'<tr role="row" class="plan-title"><th role="rowheader" colspan="4">{heading}</th></tr>')  # noqa: S704
            )
        for row in group:
            if isinstance(row.item, ExternalDependency):
                yield self._promise_row(row, row.item)
            else:
                yield self._task_row(row, folded=False)

    def _task_row(self, row: ChartRow, *, folded: bool) -> TableRow:
        item, marks = row.item, marks_of(row, self._scale)
        if not isinstance(item, ScheduledItem) or not isinstance(item.source, Task):
            raise TypeError(item)
        state, notes = self._words.state(item), list(self._notes(item))
        place = self._place(row.link.id, row.title, notes, marks)
        names = "plan-over" if item.outcome and folded else ""
        return TableRow(
            Markup(  # noqa: S704 (escaped)
                f"{_tr(row, state.name, names, place)}{_state_cell(state.sign, state.text)}{_name_cell(place)}"
            ),
            Markup(f"</td>{_last_cell(self._words.expected_finish(item), self._words.of_work(item))}</tr>"),  # noqa: S704
            row.link.href,
            row.link.id,
            row.title or row.link.title,
            () if item.outcome else self._words.people(item.source),
            _between(notes, marks),
        )

    def _notes(self, item: ScheduledItem) -> Iterator[tuple[str, str]]:
        """What stands behind the name of a task, each with its class name."""
        if not has_length(item):
            yield "plan-said", _("no estimate")
        if is_missed(item) and isinstance(item.source, Task) and item.source.due:
            yield "plan-alarm", _("due {date}").format(date=self._words.date(item.source.due).text)

    def _place(self, number: str, title: str, notes: Sequence[tuple[str, str]], marks: Marks) -> NamePlace:
        """Where the name of a row stands beside what it draws in the window."""
        if marks.bar is None:
            return AT_THE_START
        text = " ".join(filter(None, (number, title, *(note for _name, note in notes))))
        start, end = (min(max(x, 0.0), AFTER_EDGE) for x in marks.bar)
        tail = None if marks.tail is None else min(marks.tail, 100.0)
        flag = marks.due if marks.due is not None and 0 <= marks.due <= 100 else None
        room = 1.5 if marks.sign or marks.bar[0] > 100 else 0.0  # half of a sign
        return name_place(letters_of(text), start - room, end + room, tail, flag)

    def _promise_row(self, row: ChartRow, external: ExternalDependency) -> TableRow:
        marks, today, date = marks_of(row, self._scale), self._page.context.today, external.date
        is_over = date is not None and date < today
        distance = days_from(today, date) if date else ""
        place = self._place("", row.title, (), marks)
        sign = "■" if is_over else row.state.sign
        opening = f"{_tr(row, 'missed' if is_over else row.state.name, '', place)}{_state_cell(sign, distance)}"
        return TableRow(
            Markup(opening + _name_cell(place)),  # noqa: S704 (escaped)
            Markup(f"</td>{_last_cell(row.finish)}</tr>"),  # noqa: S704 (escaped)
            title=row.title,
            between=_between((), marks),
        )


# Pieces of markup


def _tr(row: ChartRow, state: str = "", names: str = "", place: NamePlace | None = None) -> str:
    after = f' data-after="{" ".join(map(str, row.predecessors))}"' if row.predecessors else ""
    above = " plan-above" if place and place.side == "above" else ""
    names = f"plan-row-{row.kind} plan-state-{state or row.state.name}{above}{names and ' ' + names}"
    return f'<tr role="row" class="{names}"{after}>'


@lru_cache(maxsize=256)
def _state_cell(sign: str, word: str) -> str:
    return f'<td role="cell"><span class="plan-sign" aria-hidden="true">{sign}</span> {escape(word)}</td>'


def _name_cell(place: NamePlace) -> str:
    names = "" if place.side == "above" else f' class="plan-{place.side}-{place.percent}"'
    return f'<th role="rowheader" scope="row"{names}>'


def _between(notes: Sequence[tuple[str, str]], marks: Marks) -> Markup:
    """What stands behind the name of a task, and what is drawn of it; then the cell of its people."""
    words = "".join(f' <span class="{name}">{escape(text)}</span>' for name, text in notes)
    return Markup(f'{words}{row_drawing(marks)}</th><td role="cell">')  # noqa: S704 (escaped)


@lru_cache(maxsize=1024)
def _last_cell(finish: DateText | None, words: str = "") -> str:
    """When it ends, and in hidden words what else the bar says."""
    said = f'<span class="plan-hidden">{", " if finish else ""}{escape(words)}</span>' if words else ""
    if finish is None:
        return f'<td role="cell">{said}</td>'
    text = escape(finish.text)
    date = f'<time datetime="{finish.iso}">{text}</time>' if finish.iso else text
    return f'<td role="cell">{date}{said}</td>'


def _box(words: str, *, ticked: bool) -> str:
    """A box that folds rows, and unfolds them."""
    checked = " checked" if ticked else ""
    return (
        f'<label><input type="checkbox" autocomplete="off"{checked}>'
        f'<span class="plan-hidden">{escape(words)}</span></label>'
    )


def _fold_row(names: str, words: str) -> TableRow:
    """A row that stands for others, until the reader unfolds them."""
    box = f'<label><input type="checkbox" autocomplete="off"> {escape(words)}</label>'
    row = f'<tr role="row" class="{names}"><td role="cell" colspan="4">{box}</td></tr>'
    return TableRow(Markup(row))  # noqa: S704 (escaped above)
