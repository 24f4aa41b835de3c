# What a timeline shows of a schedule, row by row: the table draws it, and so does the Plotly figure.
"""The rows of a timeline: phases and tasks with their days and bars, and what others have promised."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from mkdocs_planplugin.catalog import OUTSIDE_LABEL, PHASE_STATE_LABELS, STATE_LABELS, Label
from mkdocs_planplugin.language import _
from mkdocs_planplugin.model import Calendar, ExternalDependency, Reference, State, Task
from mkdocs_planplugin.portfolio import Entry
from mkdocs_planplugin.schedule import Left, PhaseSpan, Schedule, ScheduledItem
from mkdocs_planplugin.views.kit import (
    DateText,
    NamedLink,
    day_number,
    days_text,
    duration_text,
    hours_text,
    long_date,
    phase_link,
    short_date,
    shortened,
    task_link,
)

from .stretch import Stretch, worst_finish

# In percent of the axis: the least that can be seen.
_THINNEST = 0.6
# In percent of the axis: what is no farther apart follows without a gap.
_TOUCHING = 0.01

# A day of a plan that is shorter than this is known without its year.
_YEAR = dt.timedelta(330)

# Bars and rows are many: a tuple with names is made in a quarter of the time of a frozen class.
Kind = Literal["phase", "task", "milestone", "cancelled", "outside"]
Span = tuple[float, float]


class Bar(NamedTuple):
    """What is drawn for a row, in percent of the axis: a bar from `x` to `end`, the share `done` of it filled, or, for
    what takes no time, a sign at `x`.

    `tail` reaches from the best finish to the worst, `forecast` over the time in which what is left will be done;
    `due` is where the day ends on which it is due, and `overdue` says that it will be later.
    """

    kind: Kind
    x: float
    end: float
    done: float
    says: str
    critical: bool = False
    tail: Span | None = None
    forecast: Span | None = None
    forecast_critical: bool = False
    due: float | None = None
    overdue: bool = False


class Row(NamedTuple):
    """A phase, a task, or what somebody outside has promised; `piece` is where it comes from.

    `title` is all of a title that `ref` cuts; `after` are the numbers of the rows it waits for, counted from 0 over
    all groups; `bar` is `None` for a day that is not on the axis.
    """

    kind: Literal["phase", "task", "outside"]
    ref: NamedLink
    title: str
    state: Label
    start: DateText | None
    finish: DateText
    bar: Bar | None
    piece: PhaseSpan | ScheduledItem | ExternalDependency
    after: tuple[int, ...] = ()


class Rows:
    """The rows of one schedule that takes time: what all of them share."""

    def __init__(self, entry: Entry, schedule: Schedule, calendar: Calendar) -> None:
        self.stretch = Stretch.of(entry.plan, schedule)
        self._entry = entry
        self._schedule = schedule
        self._hours_per_day = calendar.hours_per_day
        self._numbers = _numbers(schedule)
        first, last = schedule.start, _last(schedule)
        self._day = short_date if first and last and last - first < _YEAR else long_date

    def groups(self) -> Iterator[list[Row]]:
        """Each phase with its tasks, then the tasks outside any, then what others have promised for a day."""
        for span, progress in zip(self._schedule.phases, self._entry.measures.phases, strict=True):
            yield [self._phase_row(span, progress.tasks.percent or 0), *self._task_rows(span.items)]
        if loose := self._schedule.loose_items:
            yield list(self._task_rows(loose))
        if self._schedule.start and (promises := list(self._promises())):
            yield promises

    def _phase_row(self, span: PhaseSpan, percent: float) -> Row:
        phase, state = span.phase, span.phase.current_state
        word, done = PHASE_STATE_LABELS[state], 1 if state is State.DONE else percent / 100
        block = next((item for item in span.items if not isinstance(item.source, Task)), None)
        bar = self._work_bar(block, word, done) if block else self._sum_bar(span, word, done)
        after = self._after(span.depends_on, phase.key)
        return Row("phase", phase_link(phase), phase.name, word, *self._days(span), bar, span, after)

    def _task_rows(self, items: Iterable[ScheduledItem]) -> Iterator[Row]:
        return (self._task_row(item, item.source) for item in items if isinstance(item.source, Task))

    def _task_row(self, item: ScheduledItem, task: Task) -> Row:
        state = item.outcome or task.state
        word = STATE_LABELS[state]
        bar = self._work_bar(item, word, done_share(task, state))
        after = self._after(item.follows, task.id)
        return Row("task", task_link(task), task.title, word, *self._days(item), bar, item, after)

    def _promises(self) -> Iterator[Row]:
        """What others have to deliver on a day."""
        for each in self._entry.plan.external_dependencies:
            if each.date is not None:
                title = f"{each.team}: {each.what}" if each.team else each.what
                finish, at = self._day(each.date), self.stretch.evening(each.date, self._schedule.axis)
                bar = None if at is None else Bar("outside", at, at, 0, f"{OUTSIDE_LABEL.text}, {finish.text}")
                yield Row(
                    "outside", NamedLink("", shortened(title), None), title, OUTSIDE_LABEL, None, finish, bar, each
                )

    # -- what stands in a row ------------------------------------------------------------------------------------------

    def _days(self, piece: PhaseSpan | ScheduledItem | Left) -> tuple[DateText, DateText]:
        if piece.start is None or piece.finish is None:
            return day_number(piece.start_day), day_number(piece.finish_day)
        return self._day(piece.start), self._day(piece.finish)

    def _after(self, names: Iterable[Reference], own: Reference) -> tuple[int, ...]:
        """The numbers of the rows that references lead to; a sub-task has the row of its task."""
        found = {self._numbers[name]: None for name in names if name in self._numbers}
        found.pop(self._numbers[own], None)
        return tuple(found)

    def _sum_bar(self, span: PhaseSpan, word: Label, done: float) -> Bar:
        """The bar of a phase that is the sum of its tasks, or the sign of one that is a milestone."""
        says = [self._length(span.duration_hours), word.text]
        lefts = [item.left for item in span.items if item.left]
        ahead = None
        if lefts and span.tracking.slip_days:
            ahead = min(left.start_hours for left in lefts), max(left.finish_hours for left in lefts)
            finish = span.tracking.forecast_finish
            says.append(_("forecast to {date}").format(date=self._day(finish).text) if finish else "")
        x, end = self._place(span.start_hours, span.finish_hours)
        kind: Kind = "phase" if end > x else "milestone"
        return Bar(kind, x, end, done, ", ".join(filter(None, says)), forecast=self._ahead(ahead))

    def _work_bar(self, item: ScheduledItem, word: Label, done: float) -> Bar:
        """The bar of a task or of a phase that is one block, or its sign where it takes no time."""
        length, left = item.duration_hours, item.left
        kind: Kind = "task" if length else "cancelled" if word.name == "cancelled" else "milestone"
        moved = left if left and left.finish_hours != item.early_finish_hours else None
        due = item.source.due if isinstance(item.source, Task) else None
        settled = left is None and (self._schedule.forecast is not None or item.outcome is not None)
        tail = item.worst_hours > item.best_hours and kind == "task" and not settled
        x, end = self._place(item.early_start_hours, item.early_finish_hours)
        return Bar(
            kind,
            x,
            end,
            done,
            self._says(item, word, moved, tail=tail),
            critical=item.critical and kind != "cancelled",
            tail=self._span(item.early_start_hours + item.best_hours, worst_finish(item)) if tail else None,
            forecast=self._ahead((moved.start_hours, moved.finish_hours) if moved else None),
            forecast_critical=bool(left and left.critical),
            due=self.stretch.evening(due, self._schedule.axis),
            overdue=_overdue(item),
        )

    def _place(self, start: float, finish: float) -> Span:
        """From where to where a bar reaches: what takes time is wide enough to be seen."""
        x, end = self._span(start, finish)
        width = max(end - x, _THINNEST) if finish > start else 0
        x = min(x, 100 - width)
        return x, x + width

    def _span(self, start: float, finish: float) -> Span:
        return self.stretch.percent(start), self.stretch.percent(finish)

    def _ahead(self, hours: Span | None) -> Span | None:
        """Where a forecast is drawn, also that of what takes no time."""
        if hours is None or not self.stretch.forecasts:
            return None
        x, end = self._place(*hours)
        return x, max(end, x + _THINNEST)

    def _says(self, item: ScheduledItem, word: Label, moved: Left | None, *, tail: bool) -> str:
        """What a bar means, in words."""
        says = [self._length(item.duration_hours), word.text]
        if tail:
            best, worst = (duration_text(length, self._hours_per_day) for length in (item.best_hours, item.worst_hours))
            says.append(_("{best} at best, {worst} at worst").format(best=best, worst=worst))
        if item.critical and word.name != "cancelled":
            says.append(_("critical path"))
        if moved:
            start, finish = self._days(moved)
            says.append(_("forecast {start} → {finish}").format(start=start.text, finish=finish.text))
        if isinstance(item.source, Task) and item.source.due:
            says.append(_("due {date}").format(date=self._day(item.source.due).text))
        return ", ".join(says)

    def _length(self, length: float) -> str:
        if not length:
            return _("takes no time")
        in_days = f"{days_text(length, self._hours_per_day)} ({hours_text(length)})"
        return hours_text(length) if length < self._hours_per_day else in_days


def set_by(row: Row, before: Row) -> bool:
    """Whether the critical path runs from `before` to `row`: neither has time to lose, nor is there any between."""
    pieces = row.piece, before.piece
    if any(isinstance(piece, ExternalDependency) or not piece.critical for piece in pieces):
        return False
    return bool(row.bar and before.bar and abs(row.bar.x - before.bar.end) < _TOUCHING)


def _numbers(schedule: Schedule) -> dict[Reference, int]:
    """The number of the row that a reference leads to; sub-tasks stand in the row of their task."""
    found: dict[Reference, int] = {}
    number = 0
    for span in schedule.phases:
        found.setdefault(span.phase.key, number)
        number = _number_tasks(span.items, number + 1, found)
    _number_tasks(schedule.loose_items, number, found)
    return found


def _number_tasks(items: Iterable[ScheduledItem], number: int, found: dict[Reference, int]) -> int:
    """Number the rows of tasks from `number` on; returns the number of the row after them."""
    for item in items:
        if isinstance(item.source, Task):
            for task in item.source.walk():
                found.setdefault(task.id, number)
            number += 1
    return number


def _last(schedule: Schedule) -> dt.date | None:
    """The last day that rows name."""
    ends = (schedule.finish, schedule.forecast.finish if schedule.forecast else None)
    return max(filter(None, ends), default=None)


def _overdue(item: ScheduledItem) -> bool:
    """Whether what is not settled is planned, or going, to be finished after the day it is due."""
    due = item.source.due if isinstance(item.source, Task) else None
    if due is None or item.outcome:
        return False
    finish = item.left.finish if item.left else item.finish
    return finish is not None and finish > due


def done_share(task: Task, state: State | None) -> float:
    """How much of a bar is filled: what is done of the sub-tasks, half of what is in progress."""
    if state is State.DONE:
        return 1
    states = [leaf.state for leaf in task.leaves() if leaf.state not in (None, State.CANCELLED)]
    if task.subtasks and State.DONE in states:
        return states.count(State.DONE) / len(states)
    return 0.5 if state is State.IN_PROGRESS else 0
