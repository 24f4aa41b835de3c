# Why a page is a plan or not, and what the code of a finding means.
"""`planplugin explain`."""

from __future__ import annotations

import datetime as dt
import re
from functools import partial
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from mkdocs_planplugin.catalog import one_line
from mkdocs_planplugin.finding_kinds import FINDINGS
from mkdocs_planplugin.plugin import Stage

from .project import Project, open_project, project_options

_CODE = re.compile(r"PLAN\d+", re.IGNORECASE)


def _subjects(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The codes that begin like this, and files."""
    codes = [CompletionItem(code, help=kind.title) for code, kind in FINDINGS.items() if code.startswith(incomplete)]
    return codes or [CompletionItem(incomplete, type="file")]


@click.command
@click.argument("subject", metavar="PATH|CODE", shell_complete=_subjects)
@project_options
def explain(subject: str, config_file: Path | None, as_of: dt.datetime | None) -> None:
    """Say why the page at PATH is taken for a plan or not, or what the CODE of a finding means."""
    if _CODE.fullmatch(subject):
        code = subject.upper()
        rule = FINDINGS.get(code)
        if rule is None:
            raise click.ClickException(f"there is no finding {code}; there are {', '.join(FINDINGS)}")
        click.echo(
            f"{rule.code} ({rule.level.value}): {rule.title}\n\n{rule.meaning}\n\nHow to write it right: {rule.remedy}"
        )
        return
    path = Path(subject)
    if not path.exists():
        raise click.ClickException(f"there is no file {subject}, and a code is written as PLAN201")
    project = open_project((path,), config_file, as_of)
    if not project.asked:
        raise click.exceptions.Exit(1)  # which was said
    for source in project.asked:
        project.guard.run(Stage.COMMAND, project.shown(source), partial(_explain_page, project, source), None)


def _explain_page(project: Project, source: str) -> None:
    page = project.site.sources.get(source)
    shown = project.shown(source)
    if page is None:
        is_left_out = not project.site.options.looks_at(source)
        click.echo(f"{shown}: not {'looked at (options `include` and `exclude`)' if is_left_out else 'read'}")
        return
    plan = page.reading.plan
    kind = "no plan" if plan is None else "a template" if plan.is_template else "a plan"
    click.echo(f"{shown}: {kind}")
    for reason in page.verdict_in_full(source).reasons:
        click.echo(f"  {one_line(str(reason))}")
    if plan is None:
        click.echo("  `plan: true` in its front matter makes it one")
