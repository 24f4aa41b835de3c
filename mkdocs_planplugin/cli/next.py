# What can be done now, over all plans: the register "next" for a terminal.
"""`planplugin next`."""

from __future__ import annotations

import datetime as dt
from functools import partial
from pathlib import Path

import click
from rich.text import Text

from mkdocs_planplugin.catalog import one_line
from mkdocs_planplugin.plugin import Stage
from mkdocs_planplugin.portfolio import Entry, OpenTask, OpenTaskState, open_tasks

from .project import Project, open_project, project_options
from .show import KINDS
from .terminal import console


@click.command("next")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--person", help="Only tasks of this person or team.")
@click.option("--all", "with_waiting", is_flag=True, help="Also tasks that wait for others.")
@project_options
def list_next(
    paths: tuple[Path, ...],
    person: str | None,
    config_file: Path | None,
    as_of: dt.datetime | None,
    *,
    with_waiting: bool,
) -> None:
    """List what is in progress, ready and blocked in the plans of PATHS."""
    project = open_project(paths, config_file, as_of)
    tasks = [
        task
        for entry in project.entries
        for task in _open_tasks(project, entry)
        if _is_wanted(task, person, with_waiting=with_waiting)
    ]
    if not tasks:
        click.echo(_nothing(project, person), err=True)
    out = console()
    for kind in KINDS:
        of_kind = [task for task in tasks if task.state is kind]
        if of_kind:
            out.print(Text(KINDS[kind], "bold"))
        for task in of_kind:
            out.print(_line(project, task))


def _open_tasks(project: Project, entry: Entry) -> tuple[OpenTask, ...]:
    where, none = project.shown(entry.path), tuple[OpenTask, ...]()
    return project.guard.run(Stage.COMMAND, where, partial(open_tasks, [entry]), none)


def _is_wanted(task: OpenTask, person: str | None, *, with_waiting: bool) -> bool:
    if task.state is OpenTaskState.WAITS and not with_waiting:
        return False
    return person is None or person.casefold() in (name.casefold() for name in task.owners)


def _line(project: Project, task: OpenTask) -> Text:
    """`plans/auth.md:27  1.2 Title, Ana`: an editor opens the place."""
    people = f", {', '.join(task.owners)}" if task.owners else ""
    name = one_line(f"{task.task.id.written or ''} {task.task.title}{people}").strip()
    return Text(f"  {project.shown(task.entry.path)}:{task.task.line}  ", "dim") + Text(name)


def _nothing(project: Project, person: str | None) -> str:
    whose = f" for {person}" if person else ""
    return f"nothing to do{whose} in {project.counted}"
