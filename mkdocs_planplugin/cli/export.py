# The data files of a site, without the site.
"""`planplugin export`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path

import click

from mkdocs_planplugin.export import SiteData, plans_csv, plans_ics, plans_json, plans_mermaid, risks_csv
from mkdocs_planplugin.portfolio import Portfolio

from .project import open_project, project_options

FORMATS: Mapping[str, Callable[[SiteData], bytes | None]] = {
    "json": lambda site: plans_json(site.portfolio, site.today),
    "csv": lambda site: plans_csv(site.portfolio),
    "risks-csv": lambda site: risks_csv(site.portfolio),
    "ics": lambda site: plans_ics(site.portfolio, site.today),
    "mermaid": lambda site: plans_mermaid(site.portfolio),
}


@click.command(short_help="Write plans as JSON, CSV, a calendar or Mermaid.")
@click.argument("form", metavar=f"[{'|'.join(FORMATS)}]", type=click.Choice(tuple(FORMATS)))
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="The file to write.")
@project_options
def export(
    form: str, paths: tuple[Path, ...], output: Path | None, config_file: Path | None, as_of: dt.datetime | None
) -> None:
    """Write the plans of PATHS as data: JSON, tables for spreadsheets, a calendar, or a Gantt chart for Mermaid."""
    project = open_project(paths, config_file, as_of)
    content = FORMATS[form](SiteData(Portfolio.of(project.entries), project.site.today))
    if content is None:
        raise click.ClickException("no plan has dates: there is nothing to put into a calendar")
    if output:
        output.write_bytes(content)
    else:
        click.echo(content, nl=False)
