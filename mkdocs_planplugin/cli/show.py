# One plan at a glance, in the order of the header of its page: verdict, progress, dates, next tasks.
"""`planplugin show`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import click
from rich.console import Console
from rich.text import Text

from mkdocs_planplugin.catalog import (
    MOST_OMISSIONS,
    PHASE_STATE_LABELS,
    STATUS_LABELS,
    not_counted_sentence,
    number_of,
    one_line,
    sentence_text,
    work_name,
)
from mkdocs_planplugin.measure import Count
from mkdocs_planplugin.model import NotCounted, Phase, Plan, Reference, Task, TaskId
from mkdocs_planplugin.plugin import Stage
from mkdocs_planplugin.portfolio import Entry, OpenTask, OpenTaskState, open_tasks

from .project import Project, open_project, project_options
from .terminal import bar, console, text_of_label

# Of each kind this many tasks are named.
MOST_TASKS = 5
# Of a line about a phase, in characters: its name and its bar, and the shortest bar of a narrow terminal.
NAME_SIZE = 44
BAR_CELLS = 24
MIN_CELLS = 6
SHORTEST_NAME = 12
# What stands beside the name and the bar of a phase: its indent, numbers and state.
PHASE_WORDS = 30
KINDS = {
    OpenTaskState.IN_PROGRESS: "in progress",
    OpenTaskState.READY: "ready",
    OpenTaskState.BLOCKED: "blocked",
    OpenTaskState.WAITS: "waits",
}


@click.command
@click.argument("path", type=click.Path(exists=True, path_type=Path))
@project_options
def show(path: Path, config_file: Path | None, as_of: dt.datetime | None) -> None:
    """Show the plan at PATH: status, progress, dates, and what is next. Of a folder, each of its plans."""
    project = open_project((path,), config_file, as_of)
    if not project.entries:
        if not project.asked:
            raise click.exceptions.Exit(1)  # which was said
        what = f"no plan is in {path}" if path.is_dir() else f"{path} is no plan"
        raise click.ClickException(f"{what}; `planplugin explain {path}` says why")
    out = console()
    for number, entry in enumerate(project.entries):
        if number:
            out.print()
        project.guard.run(Stage.COMMAND, project.shown(entry.path), partial(_show, out, project, entry), None)


def _show(out: Console, project: Project, entry: Entry) -> None:
    plan, measures = entry.plan, entry.measures
    out.print(Text(one_line(entry.name), "bold"), Text(f"  {project.shown(entry.path)}", "dim"))
    if plan.is_template:
        out.print(f"A template: {number_of(plan.placeholders, 'place')} to fill in")
        return
    out.print(text_of_label(entry.health.label), Text(f" {one_line(entry.health.reason)}"), sep="")
    ground = "boxes" if measures.tracks_tasks else "phases"
    derived = f" (by its {ground})" if measures.status_is_derived else ""
    out.print(text_of_label(STATUS_LABELS[measures.shown_status]), Text(derived, "dim"), sep="")
    names, cells = _widths(out)
    for name, count in _counts(entry):
        out.print(Text(f"{name:<20}", "dim"), bar(count, cells), sep="")
    for line in _dates(entry):
        out.print(line)
    for phase, progress in zip(plan.phases, measures.phases, strict=True):
        name = _phase_name(phase)
        if names < SHORTEST_NAME:  # then it has a line of its own
            out.print(Text(f"  {name}"))
            name = ""
        out.print(Text(f"  {name:<{names}.{names}}"), bar(progress.tasks, cells), _phase_state(phase))
    for task in _named_tasks(entry):
        out.print(_task_line(task))
    if entry.findings:
        words = number_of(len(entry.findings), "finding")
        out.print(Text(f"{words}: planplugin check {project.shown(entry.path)}", "dim"))


def _widths(out: Console) -> tuple[int, int]:
    """How many characters the name of a phase and a bar may have, so that their line fits a narrow terminal."""
    room = max(out.width - PHASE_WORDS, 2 * MIN_CELLS) if out.is_terminal else NAME_SIZE + BAR_CELLS
    cells = min(BAR_CELLS, max(room * BAR_CELLS // (NAME_SIZE + BAR_CELLS), MIN_CELLS))
    return min(NAME_SIZE, room - cells), cells


def _counts(entry: Entry) -> Iterator[tuple[str, Count]]:
    progress = entry.measures.shown_progress
    by_phases = progress.phases.total and not progress.tasks.total
    yield ("phases", progress.phases) if by_phases else ("tasks", progress.tasks)
    for name, count in (("criteria", progress.criteria), ("Definition of Done", progress.definition_of_done)):
        if count.total:
            yield name, count


def _dates(entry: Entry) -> Iterator[str]:
    schedule = entry.schedule
    if schedule and schedule.start and schedule.finish and schedule.duration_hours:
        yield f"planned  {schedule.start} to {schedule.finish}"
        if schedule.expected and schedule.expected.finish:
            earliest = " at the earliest" if schedule.expected_is_earliest else ""
            yield f"expected {schedule.expected.finish}{earliest}"
            if schedule.not_counted and entry.under_way:
                yield f"         not counted: {_omissions(schedule.not_counted, entry.measures.today)}"
    if entry.plan.due:
        yield f"due      {entry.plan.due}"


def _omissions(omissions: Sequence[NotCounted], today: dt.date) -> str:
    words = [one_line(sentence_text(not_counted_sentence(each), today)) for each in omissions[:MOST_OMISSIONS]]
    more = len(omissions) - len(words)
    return "; ".join([*words, f"{more} more"] if more else words)


def _phase_name(phase: Phase) -> str:
    if not phase.name:
        return one_line(work_name(phase).number)
    number = f"{phase.number} " if phase.number else ""
    return one_line(f"{number}{phase.name}")


def _phase_state(phase: Phase) -> Text:
    state = phase.current_state
    return text_of_label(PHASE_STATE_LABELS[state]) if state else Text("")


def _named_tasks(entry: Entry) -> Iterator[OpenTask]:
    tasks = open_tasks([entry])
    for kind in KINDS:
        yield from [task for task in tasks if task.state is kind][:MOST_TASKS]


def _name_of(plan: Plan, reference: Reference) -> str:
    """What a task or a phase is called, as on its page: by its number or its label, else by its title."""
    works: Iterator[Task | Phase] = plan.walk() if isinstance(reference, TaskId) else iter(plan.phases)
    for work in works:
        if reference == (work.key if isinstance(work, Phase) else work.id):
            name = work_name(work)
            return name.number or name.title
    return reference.words


def _task_line(task: OpenTask) -> Text:
    names = [_name_of(task.entry.plan, reference) for reference in task.waits_for]
    names += [other.name for other in task.outside]
    waits = f" (waits for {', '.join(names)})" if names else ""
    reason = f" ({one_line(task.reason)})" if task.reason else ""
    people = f", {', '.join(task.owners)}" if task.owners else ""
    name = one_line(f"{task.task.id.written or ''} {task.task.title}{reason}{waits}{people}")
    return Text(f"{KINDS[task.state]:<12}", "dim") + Text(name)
