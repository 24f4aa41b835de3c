# What a timeline shows of a schedule, row by row, in working hours. Both the table and the Plotly figure are made of
# it.
"""The rows of a timeline: phases and tasks with their days and bars, and external dependencies."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from msgspec import Struct

from mkdocs_planplugin.catalog import OUTSIDE_LABEL, PHASE_STATE_LABELS, STATE_LABELS, Label, promised_words
from mkdocs_planplugin.language import _
from mkdocs_planplugin.model import OUT_OF_TOTALS, Calendar, ExternalDependency, Reference, State, Task
from mkdocs_planplugin.portfolio import Entry
from mkdocs_planplugin.schedule import PhaseSpan, Remaining, Schedule, ScheduledItem
from mkdocs_planplugin.views.kit import (
    DateText,
    NamedLink,
    day_number,
    duration_text,
    fits_in_a_year,
    length_text,
    long_date,
    phase_link,
    short_date,
    shortened,
    task_link,
)

# In hours: two times that differ by less are the same, but for rounding.
_SAME_TIME = 0.01

# There are many bars and rows, and a named tuple takes a quarter of the time that a frozen dataclass takes to make.
BarKind = Literal["phase", "task", "milestone", "cancelled", "outside"]


class ChartBar(Struct, frozen=True):
    """What is drawn for a row, in working hours of the plan: a bar from `start` to `end`, with the share `done` of it
    filled, or a sign at `start` for something that takes no time.

    What is left has the times at which it is expected, if there is a forecast; all other work those of the plan.
    `critical` says that it sets the finish, `spread` that the estimate is a range, `due` that there is a due day, and
    `overdue` that the work will be finished after that day.
    """

    kind: BarKind
    start: float
    end: float
    done: float
    tooltip: str
    critical: bool = False
    spread: bool = False
    due: bool = False
    overdue: bool = False


class ChartRow(NamedTuple):
    """A phase, a task or an external dependency; `item` is where it comes from.

    `title` is the full title, which `link` may shorten. `bar` is `None` if it lies outside the figure. `predecessors`
    are the numbers of the rows that this one waits for, counted from 0 over all groups. `critical_predecessors` are
    those of them from which the critical path leads to this row.
    """

    kind: Literal["phase", "task", "outside"]
    link: NamedLink
    title: str
    state: Label
    start: DateText | None
    finish: DateText
    bar: ChartBar | None
    item: PhaseSpan | ScheduledItem | ExternalDependency
    predecessors: tuple[int, ...] = ()
    critical_predecessors: tuple[int, ...] = ()


def chart_rows(entry: Entry, schedule: Schedule, calendar: Calendar, length: float) -> list[list[ChartRow]]:
    """The rows of a schedule that takes time, in groups: each phase with its tasks, then the tasks outside phases, then
    the external dependencies with a day. The figure shows the first `length` working hours."""
    groups = list(_ChartRowMaker(entry, schedule, calendar, length).groups())
    rows = [row for group in groups for row in group]
    return [[_with_critical_path(row, rows) for row in group] for group in groups]


def _with_critical_path(row: ChartRow, rows: list[ChartRow]) -> ChartRow:
    """The row with its critical predecessors: both are critical, and the row starts as soon as the other ends."""
    if not row.predecessors or row.bar is None or not row.bar.critical:
        return row
    start = row.bar.start
    critical = (
        number
        for number in row.predecessors
        if (bar := rows[number].bar) and bar.critical and abs(start - bar.end) < _SAME_TIME
    )
    return row._replace(critical_predecessors=tuple(critical))


def work_left(item: PhaseSpan | ScheduledItem) -> tuple[Remaining, Remaining] | None:
    """What is expected of a task, or of a phase: the piece that starts first, and the one that is finished last; `None`
    if nothing is left, or without a forecast."""
    items = item.items if isinstance(item, PhaseSpan) else (item,)
    work = [part.expected for part in items if part.expected]
    if not work:
        return None
    return min(work, key=lambda part: part.start_hours), max(work, key=lambda part: part.finish_hours)


class _ChartRowMaker:
    """Makes the rows of one schedule; holds what all of them share."""

    def __init__(self, entry: Entry, schedule: Schedule, calendar: Calendar, length: float) -> None:
        self._entry = entry
        self._schedule = schedule
        self._length = length
        self._hours_per_day = calendar.hours_per_day
        # The row of each reference; a sub-task has that of its task.
        numbers: dict[Reference, int] = {}
        number = 0
        for span in schedule.phases:
            numbers.setdefault(span.phase.key, number)
            number = _number_tasks(span.items, number + 1, numbers)
        _number_tasks(schedule.loose_items, number, numbers)
        self._numbers = numbers
        start, forecast = schedule.start, schedule.forecast
        is_short = fits_in_a_year(start, schedule.finish, forecast.finish if forecast else None)
        self._date = short_date if start and is_short else long_date

    def groups(self) -> Iterator[list[ChartRow]]:
        for span, progress in zip(self._schedule.phases, self._entry.measures.phases, strict=True):
            yield [self._phase_row(span, progress.tasks.percent or 0), *self._task_rows(span.items)]
        if loose := self._schedule.loose_items:
            yield list(self._task_rows(loose))
        if self._schedule.start and (external := list(self._external_rows())):
            yield external

    def _phase_row(self, span: PhaseSpan, percent: float) -> ChartRow:
        phase, state = span.phase, span.phase.current_state
        label, done = PHASE_STATE_LABELS[state], 1 if state is State.DONE else percent / 100
        block = next((item for item in span.items if not isinstance(item.source, Task)), None)
        bar = self._work_bar(block, label, done) if block else self._sum_bar(span, label, done)
        before = self._predecessors(span.depends_on, phase.key)
        return ChartRow("phase", phase_link(phase), phase.name, label, *self._days(span), bar, span, before)

    def _task_rows(self, items: Iterable[ScheduledItem]) -> Iterator[ChartRow]:
        return (self._task_row(item, item.source) for item in items if isinstance(item.source, Task))

    def _task_row(self, item: ScheduledItem, task: Task) -> ChartRow:
        state = item.outcome or task.state
        label = STATE_LABELS[state]
        bar = self._work_bar(item, label, done_share(task, state))
        before = self._predecessors(item.follows, task.id)
        return ChartRow("task", task_link(task), task.title, label, *self._days(item), bar, item, before)

    def _external_rows(self) -> Iterator[ChartRow]:
        """What people outside the plan have promised for a day, the earliest first."""
        for external in sorted(self._entry.plan.external_dependencies, key=lambda promise: promise.date or dt.date.max):
            if external.date is not None:
                promise = promised_words(external)
                title = f"{external.team}: {promise}" if external.team else promise
                finish, end = self._date(external.date), self._schedule.axis.hours_after(external.date)
                tooltip = f"{OUTSIDE_LABEL.text}, {finish.text}"
                reached = end is not None and end <= self._length
                bar = ChartBar("outside", end, end, 0, tooltip) if end is not None and reached else None
                link = NamedLink("", shortened(title), None)
                yield ChartRow("outside", link, title, OUTSIDE_LABEL, None, finish, bar, external)

    # -- parts of a row ------------------------------------------------------------------------------------------------

    def _days(self, item: PhaseSpan | ScheduledItem) -> tuple[DateText, DateText]:
        """The first and the last day of what is expected, without a forecast of what is planned."""
        first, last = work_left(item) or (item, item)
        return self._first_day(first), self._last_day(last)

    def _first_day(self, item: PhaseSpan | ScheduledItem | Remaining) -> DateText:
        return self._date(item.start) if item.start else day_number(item.start_day)

    def _last_day(self, item: PhaseSpan | ScheduledItem | Remaining) -> DateText:
        return self._date(item.finish) if item.finish else day_number(item.finish_day)

    def _planned(self, item: PhaseSpan | ScheduledItem) -> Iterator[str]:
        """When something is planned, if it is expected on other days."""
        days = self._first_day(item), self._last_day(item)
        if days != self._days(item):
            yield _("planned {when}").format(when=" → ".join(dict.fromkeys(day.text for day in days)))

    def _predecessors(self, references: Iterable[Reference], own: Reference) -> tuple[int, ...]:
        """The numbers of the rows that references lead to, without that of the row itself (`own`)."""
        numbers = {self._numbers[reference]: None for reference in references if reference in self._numbers}
        numbers.pop(self._numbers[own], None)
        return tuple(numbers)

    def _sum_bar(self, span: PhaseSpan, label: Label, done: float) -> ChartBar:
        """The bar of a phase over all its tasks, or the sign of a phase that is a milestone."""
        words = [self._length_words(span.duration_hours, span.items), label.text, *self._planned(span)]
        start, end = _hours(span, span.start_hours, span.finish_hours)
        kind: BarKind = "phase" if end > start else "milestone"
        return ChartBar(
            kind,
            start,
            end,
            done,
            ", ".join(words),
            critical=any(map(self._is_critical, span.items)),
            due=self._is_reached(span.phase.due),
            overdue=span.is_missed,
        )

    def _work_bar(self, item: ScheduledItem, label: Label, done: float) -> ChartBar:
        """The bar of a task, or of a phase that is scheduled as one block; a sign if it takes no time."""
        takes_time, expected = item.duration_hours > 0, item.expected
        kind: BarKind = "task" if takes_time else "cancelled" if label.name == "cancelled" else "milestone"
        start, end = _hours(item, item.early_start_hours, item.early_finish_hours)
        due = item.source.due
        settled = expected is None and (self._schedule.expected is not None or item.outcome is not None)
        uncertain = item.worst_hours > item.best_hours and takes_time and not settled
        return ChartBar(
            kind,
            start,
            end,
            done,
            self._tooltip(item, label, uncertain=uncertain),
            critical=self._is_critical(item) and kind != "cancelled",
            spread=uncertain,
            due=self._is_reached(due),
            overdue=item.is_missed,
        )

    def _is_critical(self, item: ScheduledItem) -> bool:
        """Whether a task sets the expected finish, without a forecast the planned one."""
        if self._schedule.expected is None:
            return item.critical
        return item.expected is not None and item.expected.critical

    def _is_reached(self, due: dt.date | None) -> bool:
        """Whether a day lies within the figure."""
        hour = self._schedule.axis.hours_after(due) if due else None
        return hour is not None and hour <= self._length

    def _length_words(self, hours: float, items: Sequence[ScheduledItem]) -> str:
        """How long work takes; that nobody has estimated it is not the same as no time."""
        if items and not hours and not any(map(has_length, items)):
            return _("no estimate")
        return length_text(hours, self._hours_per_day)

    def _tooltip(self, item: ScheduledItem, label: Label, *, uncertain: bool) -> str:
        """What a bar means, in words."""
        words = [self._length_words(item.duration_hours, (item,)), label.text]
        if uncertain:
            best, worst = (duration_text(hours, self._hours_per_day) for hours in (item.best_hours, item.worst_hours))
            words.append(_("{best} at best, {worst} at worst").format(best=best, worst=worst))
        if self._is_critical(item) and label.name != "cancelled":
            words.append(_("critical path"))
        words += self._planned(item)
        if item.source.due:
            words.append(_("due {date}").format(date=self._date(item.source.due).text))
        return ", ".join(words)


def _hours(item: PhaseSpan | ScheduledItem, start: float, finish: float) -> tuple[float, float]:
    """The hours from which to which work is expected; without a forecast those of the plan, `start` and `finish`."""
    left = work_left(item)
    return (left[0].start_hours, left[1].finish_hours) if left else (start, finish)


def _number_tasks(items: Iterable[ScheduledItem], number: int, numbers: dict[Reference, int]) -> int:
    """Number the rows of tasks from `number` on; returns the number of the row after them."""
    for item in items:
        if isinstance(item.source, Task):
            for task in item.source.walk():
                numbers.setdefault(task.id, number)
            number += 1
    return number


def has_length(item: ScheduledItem) -> bool:
    """Whether the length of an item is known. It may be known to be zero."""
    source = item.source
    return bool(item.duration_hours) or source.estimate.known or item.outcome is not None


def done_share(task: Task, state: State | None) -> float:
    """The share of a bar that is filled: of a task with sub-tasks those that are done, of one in progress half."""
    if state is State.DONE:
        return 1
    states = [leaf.state for leaf in task.leaves() if leaf.state not in OUT_OF_TOTALS]
    if task.subtasks and State.DONE in states:
        return states.count(State.DONE) / len(states)
    return 0.5 if state is State.IN_PROGRESS else 0
