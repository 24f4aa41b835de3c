# The words that stand in a row, and hidden words that say to screen readers what the bar shows.
"""The words of the rows of a timeline: dates, states, people and the meaning of bars."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from mkdocs_planplugin.catalog import PHASE_STATE_LABELS, READY_LABEL, STATE_LABELS, WAITING_LABEL, Label
from mkdocs_planplugin.language import _, n_
from mkdocs_planplugin.measure import Count
from mkdocs_planplugin.model import WITHOUT_DAY, State, Task
from mkdocs_planplugin.schedule import PhaseSpan, Remaining, Schedule, ScheduledItem
from mkdocs_planplugin.views.kit import (
    DateText,
    day_number,
    duration_text,
    fits_in_a_year,
    initials,
    length_text,
    long_date,
    short_date,
)
from mkdocs_planplugin.views.plan.page import PlanPage

from .rows import has_length

# How many people a row has room for.
_MOST_PEOPLE = 2


class Person(Struct, frozen=True):
    """An owner of a task: the name and its initials."""

    name: str
    initials: str


class RowWords:
    """The words of the rows of one schedule."""

    def __init__(self, page: PlanPage, schedule: Schedule) -> None:
        self._page = page
        self._schedule = schedule
        self._hours_per_day = page.calendar.hours_per_day
        self._has_forecast = schedule.expected is not None
        omissions = (omission for omission in schedule.not_counted if omission.kind in WITHOUT_DAY)
        self._without_day = {work.anchor for omission in omissions for work in omission.works}
        self.date = short_date if is_short(schedule) else long_date

    def state(self, item: ScheduledItem) -> Label:
        """The state of a task. In a plan that is worked on, a task that has not begun is ready or waiting."""
        task = item.source
        if not isinstance(task, Task) or item.outcome:
            return STATE_LABELS[item.outcome or task.state]
        readiness = self._page.readiness.get(task.id)
        if task.in_progress:
            return STATE_LABELS[State.IN_PROGRESS]
        if task.state is not State.OPEN or readiness is None:
            return STATE_LABELS[task.state]
        return READY_LABEL if readiness.ready else WAITING_LABEL if readiness.waits else STATE_LABELS[State.OPEN]

    # -- days ----------------------------------------------------------------------------------------------------------

    def finish(self, item: PhaseSpan | ScheduledItem | Remaining) -> DateText:
        """The day on which something ends."""
        return self.date(item.finish) if item.finish else day_number(item.finish_day)

    def start(self, item: PhaseSpan | ScheduledItem | Remaining) -> DateText:
        """The day on which something begins."""
        return self.date(item.start) if item.start else day_number(item.start_day)

    def expected_finish(self, item: ScheduledItem) -> DateText | None:
        """When work is expected to be finished, without a forecast planned to be; `None` if it is over, has no
        estimate, or is blocked and nobody knows until when."""
        if item.outcome or not has_length(item) or item.source.anchor in self._without_day:
            return None
        return self.finish(item.expected or item)

    def phase_finish(self, span: PhaseSpan) -> DateText | None:
        """When a phase is expected to be finished, without a forecast planned to be; `None` if it is over or has no
        estimates."""
        if span.items and not any(map(has_length, span.items)):
            return None
        if not self._has_forecast:
            return None if span.phase.outcome else self.finish(span)
        day = span.tracking.expected_finish
        return self.date(day) if day else None

    def finish_of_plan(self) -> DateText:
        """When the plan is expected to be finished, without a forecast planned to be."""
        schedule, expected = self._schedule, self._schedule.expected
        finish = expected.finish if expected else schedule.finish
        if finish is None:
            return DateText(_("beyond the calendar")) if schedule.start else day_number(schedule.finish_day)
        return self.date(finish)

    def plan_days(self) -> tuple[str, str]:
        """The planned first and last day of the plan."""
        start, finish = self._schedule.start, self._schedule.finish
        if start is None or finish is None:
            return day_number(1).text, day_number(self._schedule.finish_day).text
        return self.date(start).text, self.date(finish).text

    def notes(self, item: ScheduledItem, until: dt.date | None) -> list[tuple[str, str]]:
        """The notes behind the name of a task, each as class name and text; `until` is the day until which it is held
        up."""
        notes = [] if has_length(item) else [("plan-said", _("no estimate"))]
        if until:
            notes.append(("plan-said", _("until {date}").format(date=self.date(until).text)))
        if item.is_missed and item.source.due:
            notes.append(("plan-alarm", _("due {date}").format(date=self.date(item.source.due).text)))
        return notes

    # -- sentences -----------------------------------------------------------------------------------------------------

    def of_work(self, item: ScheduledItem) -> str:
        """The meaning of the bar of a task, in words: how long it takes, when it was planned, whether it may slip."""
        return ", ".join(self._of_work(item))

    def _of_work(self, item: ScheduledItem) -> Iterator[str]:
        expected = item.expected
        if not has_length(item):
            yield _("no estimate")
            return
        if item.outcome is not State.CANCELLED:  # its state already says that it takes no time
            yield length_text(item.duration_hours, self._hours_per_day)
        if item.worst_hours > item.best_hours and not item.outcome:
            best, worst = (duration_text(hours, self._hours_per_day) for hours in (item.best_hours, item.worst_hours))
            yield _("estimate range {best} to {worst}").format(best=best, worst=worst)
        if expected or item.outcome:
            yield self._planned_days(item)
        if item.outcome is None:
            times = expected or item
            if times.critical:
                yield _("sets the finish")
            elif times.slack_hours:
                yield _("may slip {length}").format(length=duration_text(times.slack_hours, self._hours_per_day))
        if item.source.due:
            yield _("due {date}").format(date=self.date(item.source.due).text)

    def _planned_days(self, item: ScheduledItem) -> str:
        start, finish = self.start(item).text, self.finish(item).text
        if start == finish:
            return _("planned {date}").format(date=finish)
        return _("planned {start} to {finish}").format(start=start, finish=finish)

    def of_phase(self, span: PhaseSpan, tasks: Count, *, is_far: bool) -> str:
        """The words behind the name of a phase: how far it is, when it was planned, and when it is due."""
        state = span.phase.outcome
        parts = [] if state is None else [f"{PHASE_STATE_LABELS[state].sign} {self._settled(state, tasks)}"]
        if state is None and tasks.total:
            parts.append(tasks_done_words(tasks))
        if span.items and (span.duration_hours or state) and state is not State.CANCELLED:
            parts.append(self._planned(self.start(span).text, self.finish(span).text, state is not None or is_far))
        if state is None and span.phase.due:
            parts.append(_("due {date}").format(date=self.date(span.phase.due).text))
        return " · ".join(parts)

    @staticmethod
    def _settled(state: State, tasks: Count) -> str:
        if state is State.CANCELLED or not tasks.total:
            return PHASE_STATE_LABELS[state].text
        words = n_("{done} of {n} task done", "{done} of {n} tasks done", tasks.total)
        return words.format(done=tasks.done, n=tasks.total)

    def _planned(self, start: str, finish: str, from_to: bool) -> str:
        if self._has_forecast and not from_to:
            return _("planned to {finish}").format(finish=finish)
        days = finish if start == finish else f"{start} → {finish}"
        return _("planned {date}").format(date=days) if self._has_forecast else days


def is_short(schedule: Schedule) -> bool:
    """Whether the days of a plan, planned and expected, are clear without their years."""
    expected = schedule.expected
    return fits_in_a_year(schedule.start, schedule.finish, expected.finish if expected else None)


def tasks_done_words(tasks: Count) -> str:
    """`9 of 10 tasks`."""
    return n_("{done} of {n} task", "{done} of {n} tasks", tasks.total).format(done=tasks.done, n=tasks.total)


@lru_cache(maxsize=256)
def owners_shown(owners: tuple[str, ...]) -> tuple[Person, ...]:
    """The owners of a task, as many as a row has room for. If there are more, the last one stands for all
    others: `+3`."""
    if len(owners) <= _MOST_PEOPLE:
        return tuple(Person(name, initials(name)) for name in owners)
    shown, others = owners[: _MOST_PEOPLE - 1], owners[_MOST_PEOPLE - 1 :]
    return (*(Person(name, initials(name)) for name in shown), Person(", ".join(others), f"+{len(others)}"))


def settled_words(states: tuple[State, ...]) -> str:
    """How many tasks are done and cancelled: `✓ 9 done · ✕ 1 cancelled`."""
    labels = ((STATE_LABELS[state], states.count(state)) for state in (State.DONE, State.CANCELLED))
    return " · ".join(f"{label.sign} {number} {label.text}" for label, number in labels if number)
