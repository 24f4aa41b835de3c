# A plan to fill in: from the site's own template where there is one, else from the one that comes along.
"""`planplugin new`."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import click
from markdown.extensions.toc import slugify_unicode

from .project import Project, open_project, project_options

TEMPLATE = Path(__file__).parent / "template.md"
# Where plans go when nothing says otherwise: the folder of the index.
FOLDER = "plans"
_TITLE = re.compile(r"^#[ \t]+.*$", re.MULTILINE)
_CREATED = re.compile(r"^(\*\*Created:\*\*[ \t]*)\S.*?([ \t]*)$", re.MULTILINE)
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n\s*", re.DOTALL)


@click.command(short_help="Write a plan to fill in.")
@click.argument("title")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="The file to write.")
@project_options
def new(title: str, output: Path | None, config_file: Path | None, as_of: dt.datetime | None) -> None:
    """Write a plan to fill in, named TITLE, from the site's own template where there is one.

    Never replaces a file.
    """
    project = open_project((), config_file, as_of)
    target = output or _target(project, title)
    if target.exists():
        raise click.ClickException(f"{target} is there already; give another one with --output")
    target.parent.mkdir(parents=True, exist_ok=True)
    # The site's first template counts, else the one that comes along; without its front matter.
    own = project.site.portfolio.templates
    text = project.site.sources[own[0].path].text if own else TEMPLATE.read_text("utf-8")
    target.write_text(_filled(_FRONT_MATTER.sub("", text.replace("\r\n", "\n")), title, project.site.today), "utf-8")
    click.echo(target)


def _target(project: Project, title: str) -> Path:
    index = project.site.options.index_page
    folder = Path(index).parent if isinstance(index, str) else Path(FOLDER)
    return Path(project.shown(f"{folder.as_posix()}/{slugify_unicode(title, '-') or 'plan'}.md"))


def _filled(text: str, title: str, today: dt.date) -> str:
    """A template with its title and the day it was made."""
    heading = " ".join(title.split())
    text = _TITLE.sub(lambda _: f"# Implementation Plan: {heading}", text, count=1)
    return _CREATED.sub(lambda created: f"{created[1]}{today.isoformat()}{created[2]}", text, count=1)
