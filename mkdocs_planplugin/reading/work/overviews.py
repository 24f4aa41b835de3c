# Many plans begin with a list or a table of their phases or tasks, and tell these in full further down. What only
# repeats the work is not counted a second time; what it alone says (a tick, an owner) goes to the work.
"""Lists and tables that repeat the work."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..labels import label_key
from .drafts import PhaseDraft, TaskDraft
from .joining import fill, have_same_name
from .phase_numbers import NumberedHeading, label_of_phase, numbered_heading, phase_heading


def take_out_repeats(phases: Sequence[PhaseDraft], outside: PhaseDraft) -> None:
    """Remove the tasks from `outside` that repeat a phase or a task of another place."""
    outside.tasks = take_out_phases(phases, outside.tasks)
    full_tasks = [task for phase in phases for task in phase.walk()]
    full_tasks += [task for top in outside.tasks if top.is_heading for task in top.walk()]
    outside.tasks = without_repeats(outside.tasks, full_tasks)


def without_repeats(tasks: Iterable[TaskDraft], full_tasks: Sequence[TaskDraft]) -> list[TaskDraft]:
    """The tasks without those that repeat one of `full_tasks`: by its id, or, if most of them do, by its name.

    Values that only the repetition has are added to the full task.
    """
    by_id = {task.written.casefold(): task for task in reversed(full_tasks) if task.written}
    by_name = {label_key(task.title): task for task in reversed(full_tasks)}
    tasks = list(tasks)
    listed = [task for task in tasks if not task.is_heading]
    same = {id(task): first for task in listed if (first := by_name.get(label_key(task.title))) and first is not task}
    if 2 * len(same) < len(listed):
        same = {}
    for task in listed:
        first = by_id.get((task.written or "").casefold())
        if (
            first
            and first is not task
            and (not task.written or not task.written.isdecimal() or have_same_name(first.title, task.title))
        ):
            same[id(task)] = first
    for task in listed:
        if first := same.get(id(task)):
            fill(first, task)
    return [task for task in tasks if id(task) not in same]


def phases_of_rows(rows: Sequence[TaskDraft]) -> list[PhaseDraft]:
    """The phases that the rows of a table name: rows that are phases themselves, or phases with the tasks beside
    them."""
    phases: dict[str, PhaseDraft] = {}
    for row in rows:
        words = row.title if row.names_phase else row.group
        heading = phase_heading(words) or numbered_heading(words) or NumberedHeading("", words)
        new = PhaseDraft(heading.number or None, heading.name, row.line, label=label_of_phase(heading))
        phase = phases.setdefault(words, new)
        if row.names_phase:
            _say_of_phase(phase, row)
        else:
            phase.tasks.append(row)
    return list(phases.values())


def _say_of_phase(phase: PhaseDraft, row: TaskDraft) -> None:
    """Add the values of a row or an item to a phase."""
    phase.state = phase.state or row.state
    phase.tasks = phase.tasks or row.subtasks
    if not phase.estimate.known:
        phase.estimate = row.values.get("estimate", row.title_estimate)
    phase.dependency = phase.dependency or row.dependency
    phase.position = phase.position or row.position


def take_out_phases(phases: Sequence[PhaseDraft], tasks: Iterable[TaskDraft]) -> list[TaskDraft]:
    """The tasks without those that repeat a phase. Their values are added to the phase."""
    by_number = {phase.number.casefold(): phase for phase in reversed(phases) if phase.number}
    kept: list[TaskDraft] = []
    for task in tasks:
        heading = None if task.is_heading else phase_heading(task.title)
        phase = by_number.get(heading.number.casefold()) if heading else None
        if phase is None or heading is None or not (not heading.name or have_same_name(phase.name, heading.name)):
            kept.append(task)
            continue
        _say_of_phase(phase, task)
    return kept
