# What a timeline shows of a schedule, row by row: the table draws it, and so does the Plotly figure.
"""The rows of a timeline: phases and tasks with their days and bars."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from mkdocs_planplugin.model import Calendar, State, Task
from mkdocs_planplugin.portfolio import Entry
from mkdocs_planplugin.schedule import PhaseSpan, Schedule, ScheduledItem

from .formats import PHASE_STATES, STATES, Day, Word, day, days, hours, short_day
from .links import Ref, phase_ref, task_ref
from .progress import phase_state

# In percent of the axis: the least that can be seen.
_THINNEST = 0.6

Kind = Literal["phase", "task", "milestone", "cancelled"]


@dataclass(frozen=True, slots=True)
class Bar:
    """What is drawn for a row, from `x` on and `width` wide, the first `done` of it filled, all in percent; `share` is
    what is done of the whole."""

    kind: Kind
    x: str
    width: str
    done: str  # empty where nothing is
    share: float
    says: str


@dataclass(frozen=True, slots=True)
class Row:
    """A phase or a task; `piece` is its place in the schedule."""

    kind: Literal["phase", "task"]
    ref: Ref
    state: Word
    start: Day
    finish: Day
    bar: Bar
    piece: PhaseSpan | ScheduledItem


class Rows:
    """The rows of one schedule: what all of them share."""

    def __init__(self, entry: Entry, schedule: Schedule, calendar: Calendar) -> None:
        self._entry = entry
        self._schedule = schedule
        self._hours_per_day = calendar.hours_per_day
        self._one_year = schedule.start and schedule.finish and schedule.start.year == schedule.finish.year

    def groups(self) -> Iterator[list[Row]]:
        """Each phase with its tasks, then the tasks outside any."""
        for span, progress in zip(self._schedule.phases, self._entry.measures.phases, strict=True):
            state = phase_state(span.phase, progress)
            yield [self._phase_row(span, state, progress.tasks.percent or 0), *self._task_rows(span.items)]
        if loose := self._schedule.loose_items:
            yield list(self._task_rows(loose))

    def _task_rows(self, items: tuple[ScheduledItem, ...]) -> Iterator[Row]:
        return (self._task_row(item, item.source) for item in items if isinstance(item.source, Task))

    def _phase_row(self, span: PhaseSpan, state: State | None, percent: float) -> Row:
        word, length = PHASE_STATES[state], span.duration_hours
        block = bool(span.items) and not isinstance(span.items[0].source, Task)
        kind: Kind = "milestone" if not length else "task" if block else "phase"
        bar = self._bar(kind, span.start_hours, length, percent / 100, word)
        return Row("phase", phase_ref(span.phase), word, *self._days(span), bar, span)

    def _task_row(self, item: ScheduledItem, task: Task) -> Row:
        state, length = _state(task), item.duration_hours
        kind: Kind = "cancelled" if state is State.CANCELLED else "task" if length else "milestone"
        bar = self._bar(kind, item.early_start_hours, length, done_share(task, state), STATES[state])
        return Row("task", task_ref(task), STATES[state], *self._days(item), bar, item)

    def _days(self, piece: PhaseSpan | ScheduledItem) -> tuple[Day, Day]:
        if piece.start is None or piece.finish is None:
            return Day(f"day {piece.start_day}"), Day(f"day {piece.finish_day}")
        written = short_day if self._one_year else day
        return written(piece.start), written(piece.finish)

    def _bar(self, kind: Kind, at: float, length: float, share: float, word: Word) -> Bar:
        whole = self._schedule.duration_hours
        width = max(100 * length / whole, _THINNEST) if length else 0
        x = min(100 * at / whole, 100 - width)
        says = f"{self._length(length)}, {word.text}"
        return Bar(kind, f"{x:.2f}%", f"{width:.2f}%", f"{width * share:.2f}%" if share else "", share, says)

    def _length(self, length: float) -> str:
        if not length:
            return "takes no time"
        in_days = f"{days(length, self._hours_per_day)} ({hours(length)})"
        return hours(length) if length < self._hours_per_day else in_days


def _state(task: Task) -> State | None:
    """The state of a task, by its sub-tasks where they settle it."""
    if task.subtasks and task.done:
        return State.DONE
    if task.subtasks and task.cancelled:
        return State.CANCELLED
    return task.state


def done_share(task: Task, state: State | None) -> float:
    """How much of a bar is filled: what is done of the sub-tasks, half of what is in progress."""
    if state is State.DONE:
        return 1
    states = [leaf.state for leaf in task.leaves() if leaf.state not in (None, State.CANCELLED)]
    if task.subtasks and State.DONE in states:
        return states.count(State.DONE) / len(states)
    return 0.5 if state is State.IN_PROGRESS else 0
