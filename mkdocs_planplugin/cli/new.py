# A plan to fill in, from the template of the site if it has one, else from the one that comes with the package.
"""`planplugin new`."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import click
from markdown.extensions.toc import slugify_unicode

from .project import Project, open_project, project_options

TEMPLATE = Path(__file__).parent / "template.md"
# Without an index, plans go to this folder.
FOLDER = "plans"
_TITLE = re.compile(r"^#[ \t]+.*$", re.MULTILINE)
_CREATED = re.compile(r"^(\*\*Created:\*\*[ \t]*)\S.*?([ \t]*)$", re.MULTILINE)
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n\s*", re.DOTALL)


@click.command
@click.argument("title")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="The file to write.")
@project_options
def new(title: str, output: Path | None, config_file: Path | None, as_of: dt.datetime | None) -> None:
    """Write a plan to fill in, named TITLE, from the site's own template where there is one.

    Never replaces a file.
    """
    if not title.strip():
        raise click.UsageError("a plan needs a title, such as planplugin new 'Boat house'")
    project = open_project((), config_file, as_of)
    target = output or _target(project, title)
    if target.exists():
        raise click.ClickException(f"{target} is there already; give another one with --output")
    target.parent.mkdir(parents=True, exist_ok=True)
    # From the first template of the site, else from ours; without its front matter.
    own = project.site.portfolio.templates
    text = project.site.sources[own[0].path].text if own else TEMPLATE.read_text("utf-8")
    text = _FRONT_MATTER.sub("", text.replace("\r\n", "\n"))
    heading, today = " ".join(title.split()), project.site.today.isoformat()
    text = _TITLE.sub(lambda _: f"# Implementation Plan: {heading}", text, count=1)
    text = _CREATED.sub(lambda created: f"{created[1]}{today}{created[2]}", text, count=1)
    target.write_text(text, "utf-8")
    click.echo(target)


def _target(project: Project, title: str) -> Path:
    index = project.site.options.index_page
    folder = Path(index).parent if isinstance(index, str) else Path(FOLDER)
    return Path(project.path_here(f"{folder.as_posix()}/{slugify_unicode(title, '-') or 'plan'}.md"))
