# What the counters of a plan or a phase say. The sentence and the numbers are made here; templates arrange them.
"""Counters in words: tasks, phases, criteria and the Definition of Done."""

from __future__ import annotations

from msgspec import Struct

from mkdocs_planplugin.language import _, counted, n_
from mkdocs_planplugin.measure import Count, Measures, Progress


class Meter(Struct, frozen=True):
    """A counter: `done` of `total`, the sentence that says it, with fields for the `{number}` and for an author's
    `{name}`, and remarks on how it was counted."""

    done: int
    total: int
    sentence: str
    remarks: str = ""
    name: str = ""

    @property
    def number(self) -> str:
        """`3 of 8`."""
        return _("{done} of {total}").format(done=self.done, total=self.total)

    @property
    def label(self) -> str:
        """The counter as one text."""
        return self.sentence.format(number=self.number, name=self.name)

    @property
    def label_with_remarks(self) -> str:
        """The counter as one text, with its remarks."""
        return f"{self.label} ({self.remarks})" if self.remarks else self.label


def task_meter(progress: Progress) -> Meter | None:
    """The tasks of a phase; `None` if none is counted."""
    total = progress.tasks.total
    return _meter(progress.tasks, n_("{number} task", "{number} tasks", total), _remarks(progress))


def tasks_done_meter(progress: Progress) -> Meter | None:
    """The tasks of a plan; `None` if none is counted."""
    total = progress.tasks.total
    return _meter(progress.tasks, n_("{number} task done", "{number} tasks done", total), _remarks(progress))


def phases_done_meter(progress: Progress) -> Meter | None:
    """The phases of a plan in which no task is counted; `None` if no phase has a state."""
    if progress.tasks.total:
        return None
    count = progress.phases
    return _meter(count, n_("{number} phase done", "{number} phases done", count.total), _left_out(count))


def criteria_meter(progress: Progress) -> Meter | None:
    """The completion criteria of a phase; `None` if none is counted."""
    count = progress.criteria
    return _meter(count, n_("{number} criterion", "{number} criteria", count.total), _left_out(count))


def criteria_met_meter(progress: Progress) -> Meter | None:
    """The completion criteria of a plan; `None` if none is counted."""
    count = progress.criteria
    return _meter(
        count,
        n_("{number} completion criterion met", "{number} completion criteria met", count.total),
        _left_out(count),
    )


def definition_meter(progress: Progress) -> Meter | None:
    """The Definition of Done of a plan; `None` if none of its boxes is counted."""
    count = progress.definition_of_done
    return _meter(count, _("{number} Definition of Done"), _left_out(count))


def _meter(count: Count, sentence: str, remarks: str) -> Meter | None:
    return Meter(count.done, count.total, sentence, remarks) if count.total else None


def _remarks(progress: Progress) -> str:
    """The special rules by which tasks were counted: `1 cancelled, not counted, sub-tasks counted`."""
    subtasks = _("sub-tasks counted") if progress.subtasks_counted else ""
    return ", ".join(filter(None, (_left_out(progress.tasks), subtasks)))


def _left_out(count: Count) -> str:
    """The tasks that are not in the total: `2 cancelled, not counted, 1 not tracked`."""
    remarks = []
    if count.cancelled:
        remarks.append(counted(count.cancelled, "{n} cancelled, not counted", "{n} cancelled, not counted"))
    if count.untracked:
        remarks.append(counted(count.untracked, "{n} not tracked", "{n} not tracked"))
    return ", ".join(remarks)


def derived_from(measures: Measures) -> str:
    """What the status of a plan was derived from; empty for a plan that declares its status, or has none."""
    if not measures.status_is_derived:
        return ""
    return _("from the boxes") if measures.tracks_tasks else _("from the phases")
