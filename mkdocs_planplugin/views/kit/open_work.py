# What the pages of plans and those over all plans say of open tasks: their states, and when they are worked on.
"""Open tasks in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from mkdocs_planplugin.catalog import READY_LABEL, STATE_LABELS, WAITING_LABEL, Label, date_words
from mkdocs_planplugin.language import _
from mkdocs_planplugin.model import State
from mkdocs_planplugin.portfolio import OpenTask, OpenTaskState

from .formats import unbroken

# In the order in which somebody wants to see them.
OPEN_TASK_LABELS: Mapping[OpenTaskState, Label] = {
    OpenTaskState.IN_PROGRESS: STATE_LABELS[State.IN_PROGRESS],
    OpenTaskState.READY: READY_LABEL,
    OpenTaskState.BLOCKED: STATE_LABELS[State.BLOCKED],
    OpenTaskState.WAITS: WAITING_LABEL,
}


def expected_days(open_task: OpenTask, today: dt.date) -> str:
    """The days on which a task is expected to be worked on: `to 9 Feb` if it has begun, else `6 → 10 Feb`; empty if not
    known."""
    when = open_task.expected
    if when is None or when.start is None or when.finish is None or not when.hours:
        return ""
    if open_task.state is OpenTaskState.IN_PROGRESS:
        return _("to {date}").format(date=date_words(when.finish, today))
    return days_between(when.start, when.finish, today)


def days_between(start: dt.date, finish: dt.date, today: dt.date) -> str:
    """`9 Feb`, `6 → 10 Feb`, `27 Feb → 2 Mar`."""
    if start == finish:
        return unbroken(date_words(finish, today))
    if (start.year, start.month) == (finish.year, finish.month):
        return unbroken(_("{day} → {last}").format(day=start.day, last=date_words(finish, today)))
    return f"{unbroken(date_words(start, today))} → {unbroken(date_words(finish, today))}"
