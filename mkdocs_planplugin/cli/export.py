# The data files of a site, and its pages over all plans, without building the site.
"""`planplugin export`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import click

from mkdocs_planplugin.export import SiteData, plans_csv, plans_ics, plans_json, plans_mermaid, risks_csv
from mkdocs_planplugin.plugin import Stage
from mkdocs_planplugin.portfolio import Portfolio

from .project import open_project, project_options
from .streams import write_document

FORMATS: Mapping[str, Callable[[SiteData], bytes | None]] = {
    "json": lambda site: plans_json(site.portfolio, site.today, site.histories),
    "csv": lambda site: plans_csv(site.portfolio),
    "risks-csv": lambda site: risks_csv(site.portfolio),
    "ics": lambda site: plans_ics(site.portfolio, site.today),
    "mermaid": lambda site: plans_mermaid(site.portfolio),
}
PAGES = "pages"
LINKS = ("md", "folders", "html")  # what links to a.md lead to: `a.md`, `a/`, `a.html`
FAILED: bytes | None = b""  # in place of a content that could not be made


@click.command
@click.argument("form", metavar=f"[{'|'.join((*FORMATS, PAGES))}]", type=click.Choice((*FORMATS, PAGES)))
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file to write; for pages, the folder.")
@click.option("--links", type=click.Choice(LINKS), default=LINKS[0], help="For pages: what links to a.md lead to.")
@project_options
def export(
    form: str,
    paths: tuple[Path, ...],
    output: Path | None,
    links: str,
    config_file: Path | None,
    as_of: dt.datetime | None,
) -> None:
    """Write the plans of PATHS as data: JSON, tables for spreadsheets, a calendar, or a Gantt chart for Mermaid.

    With "pages", write index and registers as Markdown for programs that know no plugins of MkDocs, with their style
    sheet and scripts. The one PATH is then the docs folder, and --output where to write, such as the same.
    """
    if form == PAGES:
        _export_pages(paths, output, links, config_file, as_of)
        return
    if output and output.is_dir():
        raise click.UsageError(f"{output} is a folder; name the file to write")
    project = open_project(paths, config_file, as_of)
    site = project.site
    content = project.guard.over_all(
        Stage.COMMAND,
        f"planplugin export {form}",
        Portfolio.of(project.entries),
        lambda portfolio: FORMATS[form](SiteData(portfolio, site.today, histories=site.histories)),
        otherwise=FAILED,
    )
    if content is None:
        raise click.ClickException("no plan has dates: there is nothing to write")
    if content == FAILED:
        return  # the guard has told why
    if output:
        output.write_bytes(content)
    else:
        write_document(content.decode())


def _export_pages(
    paths: tuple[Path, ...], output: Path | None, links: str, config_file: Path | None, as_of: dt.datetime | None
) -> None:
    # The views of a site are half of the package, and no other format needs them.
    from .pages import file_of, settings_hint, write_pages  # noqa: PLC0415

    if output is None or output.is_file():
        raise click.UsageError("name the folder to write to: --output DIR")
    if len(paths) > 1 or not all(path.is_dir() for path in paths):
        raise click.UsageError("pages are of all plans of a site: name its docs folder, or nothing")
    docs = paths[0] if paths else None
    project = open_project((), config_file, as_of, docs, partial(file_of, links))
    if not project.site.portfolio.plans:
        raise click.ClickException(f"there is no plan in {project.shown('.')}")
    written = write_pages(project, output, links)
    for path in written:
        click.echo(path)
    click.echo(f"\nThe pages need, in the configuration of the site:\n\n{settings_hint(written, output)}", err=True)
