# Counters with their bars: for the header, for each phase, and for the Definition of Done.
"""How far a plan is, in numbers first and bars second."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from mkdocs_planplugin.catalog import PHASE_STATE_LABELS, Label
from mkdocs_planplugin.language import _, counted, n_
from mkdocs_planplugin.measure import Count, Progress
from mkdocs_planplugin.model import ChecklistGroup, Phase, State, TaskId
from mkdocs_planplugin.views.kit import render


@dataclass(frozen=True, slots=True)
class Meter:
    """A counter: `done` of `total`, the sentence in which that is said, with places for the `{number}` and for an
    author's `{name}`, and remarks on the counting."""

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


def task_meter(progress: Progress) -> Meter | None:
    """The tasks of a phase; `None` where none is counted."""
    total = progress.tasks.total
    return _meter(progress.tasks, n_("{number} task", "{number} tasks", total), remarks(progress))


def tasks_done(progress: Progress) -> Meter | None:
    """The tasks of a plan; `None` where none is counted."""
    total = progress.tasks.total
    return _meter(progress.tasks, n_("{number} task done", "{number} tasks done", total), remarks(progress))


def criteria_meter(progress: Progress) -> Meter | None:
    """The completion criteria of a phase; `None` where none is counted."""
    count = progress.criteria
    return _meter(count, n_("{number} criterion", "{number} criteria", count.total), _left_out(count))


def criteria_met(progress: Progress) -> Meter | None:
    """The completion criteria of a plan; `None` where none is counted."""
    count = progress.criteria
    return _meter(count, n_("{number} criterion met", "{number} criteria met", count.total), _left_out(count))


def definition_meter(progress: Progress) -> Meter | None:
    """The Definition of Done of a plan; `None` where nothing of it is counted."""
    count = progress.definition_of_done
    return _meter(count, _("{number} Definition of Done"), _left_out(count))


def _meter(count: Count, sentence: str, said: str) -> Meter | None:
    return Meter(count.done, count.total, sentence, said) if count.total else None


def remarks(progress: Progress) -> str:
    """The rules by which tasks were counted, where one applied: `1 cancelled left out, sub-tasks counted`."""
    subtasks = _("sub-tasks counted") if progress.subtasks_counted else ""
    return ", ".join(filter(None, (_left_out(progress.tasks), subtasks)))


def _left_out(count: Count) -> str:
    said = []
    if count.cancelled:
        said.append(counted(count.cancelled, "{n} cancelled left out", "{n} cancelled left out"))
    if count.untracked:
        said.append(counted(count.untracked, "{n} not tracked", "{n} not tracked"))
    return ", ".join(said)


def phase_state(phase: Phase, progress: Progress) -> State | None:
    """Where a phase stands by its tasks; `None` where nobody tracks them."""
    tasks = progress.tasks
    if not tasks.total:
        return State.CANCELLED if tasks.cancelled and not tasks.untracked else None
    if tasks.done == tasks.total:
        return State.DONE
    begun = any(task.state in (State.DONE, State.IN_PROGRESS) for task in phase.walk())
    return State.IN_PROGRESS if begun else State.OPEN


def phase_view(phase: Phase, progress: Progress, blocked: Collection[TaskId]) -> str:
    """The bar below a phase's heading; `blocked` are the ids of the blocked tasks of the plan."""
    stuck = sum(task.id in blocked for task in phase.walk())
    criteria = criteria_meter(progress)
    details = [
        *([criteria.label] if criteria else []),
        *([counted(stuck, "■ {n} blocked", "■ {n} blocked")] if stuck else []),
    ]
    state = phase_state(phase, progress)
    return _view("progress", PHASE_STATE_LABELS[state] if state else None, task_meter(progress), details)


def definition_view(groups: tuple[ChecklistGroup, ...], progress: Progress) -> str:
    """The bar below the heading of the Definition of Done, with one for each of its named groups."""
    meter = definition_meter(progress)
    if meter is None:
        return _view("definition_of_done", None, None, [])
    meter = replace(meter, sentence=n_("{number} item done", "{number} items done", meter.total))
    return render("definition_of_done", meter=meter, groups=_by_group(groups))


def _view(name: str, state: Label | None, meter: Meter | None, details: list[str]) -> str:
    words = _("no tasks left") if state else _("progress is not tracked here")
    if meter:
        words = f"{meter.label} ({meter.remarks})" if meter.remarks else meter.label
    return render("progress", view=name, state=state, meter=meter, words=words, details=details)


def _by_group(groups: tuple[ChecklistGroup, ...]) -> list[tuple[Label, Meter]]:
    """The named groups that count something: how far each is, and its counter."""
    found = []
    for group in groups:
        own = (item.state for item in group.items if not item.has_parts)
        states = [state for state in own if state not in (None, State.CANCELLED)]
        done = states.count(State.DONE)
        if group.group and states:
            state = State.DONE if done == len(states) else State.IN_PROGRESS if done else State.OPEN
            found.append((PHASE_STATE_LABELS[state], Meter(done, len(states), _("{number} {name}"), name=group.group)))
    return found
