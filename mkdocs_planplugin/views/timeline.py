# The timeline is a table whose last cell draws: rows, labels and geometry are worked out here, so that the template
# only writes them down. Geometry is in percent of the planned duration, vertical measures in the text's own size.
"""The timeline view."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from mkdocs_planplugin.model import Calendar, State, Task
from mkdocs_planplugin.portfolio import Entry
from mkdocs_planplugin.schedule import PhaseSpan, Schedule, ScheduledItem

from .environment import render
from .formats import PHASE_STATES, STATES, Day, Word, counted, day, days, hours, short_day
from .links import Context, Ref, phase_ref, task_ref
from .progress import phase_state
from .summary import planned
from .ticks import ticks

# In percent of the axis: the least that can be seen, and where a label would run over the end.
_THINNEST = 0.6
_LAST_LABEL = 90
_MIDDLE, _END = 15, 85

Kind = Literal["phase", "task", "milestone", "cancelled"]


@dataclass(frozen=True, slots=True)
class Bar:
    """What is drawn for a row, from `x` on and `width` wide, the first `done` of it filled; all in percent."""

    kind: Kind
    x: str
    width: str
    done: str  # empty where nothing is
    says: str


@dataclass(frozen=True, slots=True)
class Row:
    """A phase or a task."""

    kind: Literal["phase", "task"]
    ref: Ref
    state: Word
    start: Day
    finish: Day
    bar: Bar


@dataclass(frozen=True, slots=True)
class Mark:
    """Something on the axis: where, with which label (empty where there is no room), and how that is aligned."""

    x: str
    label: str
    anchor: Literal["start", "middle", "end"] = "start"


def timeline_view(entry: Entry, schedule: Schedule, calendar: Calendar, context: Context) -> str:
    """The timeline of a plan; a sentence, where nobody has said how long anything takes."""
    span = planned(schedule)
    if span is None:
        return render("no_timeline")
    drawing = _Drawing(entry, schedule, calendar)
    groups = list(drawing.groups())
    today = _today_mark(schedule, context.today)
    labels = ticks(schedule)
    return render(
        "timeline",
        span=span,
        marks=[_tick_mark(at, label, schedule) for at, label in labels],
        grid="".join(f"M{_percent(at, schedule)} 0V1" for at, _ in labels),
        today=today,
        today_words=_today_words(schedule, context.today),
        groups=groups,
        key=_key(groups),
        assumptions=schedule.assumptions,
        assumption_count=counted(len(schedule.assumptions), "assumption"),
    )


class _Drawing:
    """Rows of one schedule: what all of them share."""

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
        return Row("phase", phase_ref(span.phase), word, *self._days(span), bar)

    def _task_row(self, item: ScheduledItem, task: Task) -> Row:
        state, length = _state(task), item.duration_hours
        kind: Kind = "cancelled" if state is State.CANCELLED else "task" if length else "milestone"
        bar = self._bar(kind, item.early_start_hours, length, _done_share(task, state), STATES[state])
        return Row("task", task_ref(task), STATES[state], *self._days(item), bar)

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
        return Bar(kind, f"{x:.2f}%", f"{width:.2f}%", f"{width * share:.2f}%" if share else "", says)

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


def _done_share(task: Task, state: State | None) -> float:
    """How much of a bar is filled: what is done of the sub-tasks, half of what is in progress."""
    if state is State.DONE:
        return 1
    states = [leaf.state for leaf in task.leaves() if leaf.state not in (None, State.CANCELLED)]
    if task.subtasks and State.DONE in states:
        return states.count(State.DONE) / len(states)
    return 0.5 if state is State.IN_PROGRESS else 0


def _percent(at: float, schedule: Schedule) -> str:
    return f"{100 * at / schedule.duration_hours:.2f}"


def _tick_mark(at: float, label: str, schedule: Schedule) -> Mark:
    return Mark(f"{_percent(at, schedule)}%", label if at <= _LAST_LABEL / 100 * schedule.duration_hours else "")


def _today_mark(schedule: Schedule, today: dt.date) -> Mark | None:
    """Where today lies between the start and the finish of the plan."""
    at = schedule.today_hours
    if at is None or at > schedule.duration_hours:
        return None
    share = 100 * at / schedule.duration_hours
    anchor: Literal["start", "middle", "end"] = "start" if share < _MIDDLE else "end" if share > _END else "middle"
    return Mark(f"{share:.2f}%", f"today, {short_day(today).text}", anchor)


def _today_words(schedule: Schedule, today: dt.date) -> str:
    """Where today lies, as a sentence; nothing on an axis without dates."""
    if schedule.start is None:
        return ""
    if schedule.today_hours is None:
        return f"Today, {day(today).text}, is before the start."
    if schedule.today_hours > schedule.duration_hours:
        return f"Today, {day(today).text}, is after the planned finish."
    return f"The dashed line is today, {day(today).text}."


def _key(groups: list[list[Row]]) -> str:
    """What the drawing means, as far as it occurs."""
    rows = [row for group in groups for row in group]
    found = {row.bar.kind for row in rows} | {row.state.name for row in rows}
    return " · ".join(words for name, words in _KEY.items() if name in found).capitalize()


# By the kind of a bar, or by the name of the state that changes its outline.
_KEY = {
    "task": "solid: done · outline: planned",
    "blocked": "thick: blocked",
    "deferred": "dashed: deferred",
    "phase": "thin: phase",
    "milestone": "◆ takes no time",
    "cancelled": "✕ cancelled",
}
