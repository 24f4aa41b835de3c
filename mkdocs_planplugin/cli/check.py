# The findings of plans, in formats for people and for programs.
"""`planplugin check`."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from importlib.metadata import version
from pathlib import Path
from urllib.parse import quote

import click
from msgspec import Struct

from mkdocs_planplugin.catalog import FindingKind, number_of, one_line
from mkdocs_planplugin.finding_kinds import FINDINGS
from mkdocs_planplugin.model import Finding, Severity

from .project import Project, open_project, project_options
from .streams import write_document

SARIF_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
SARIF_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
GITHUB_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
GITLAB_LEVELS = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


class PathFinding(Struct, frozen=True):
    """A finding with the path of its file, relative to the current folder if possible."""

    path: str
    finding: Finding

    @property
    def text(self) -> str:
        """The message, and how to write it right."""
        return f"{self.finding.message}; {self.finding.hint}" if self.finding.hint else self.finding.message

    @property
    def in_one_line(self) -> str:
        """The same in one line for people."""
        return one_line(" ".join(self.text.split()))


def _text(findings: Iterable[PathFinding]) -> str:
    return "\n".join(f"{one_line(at.path)}:{at.finding.line}: {at.finding.code} {at.in_one_line}" for at in findings)


def _json(findings: Iterable[PathFinding]) -> str:
    return json.dumps(
        [
            {
                "path": Path(at.path).as_posix(),
                "line": at.finding.line,
                "code": at.finding.code,
                "level": at.finding.level.value,
                "message": at.finding.message,
                "hint": at.finding.hint or None,
            }
            for at in findings
        ],
        ensure_ascii=False,
        indent=2,
    )


def _github(findings: Iterable[PathFinding]) -> str:
    """Workflow commands, which GitHub shows as annotations beside the lines of a change."""

    def escaped(text: str, *, is_property: bool = False) -> str:
        pairs = (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"), *(((":", "%3A"), (",", "%2C")) if is_property else ()))
        for char, code in pairs:
            text = text.replace(char, code)
        return text

    return "\n".join(
        f"::{GITHUB_LEVELS[at.finding.level]} file={escaped(Path(at.path).as_posix(), is_property=True)},"
        f"line={at.finding.line},title={at.finding.code}::{escaped(at.in_one_line)}"
        for at in findings
    )


def _gitlab(findings: Iterable[PathFinding]) -> str:
    """A code quality report, which GitLab shows in a merge request. It tells findings by their fingerprints: one whose
    line has only moved is the same."""
    seen = Counter[str]()

    def fingerprint(at: PathFinding) -> str:
        words = f"{at.finding.code} {Path(at.path).as_posix()} {at.text}"
        seen[words] += 1
        return hashlib.sha256(f"{words} {seen[words]}".encode("utf-8", "replace")).hexdigest()

    return json.dumps(
        [
            {
                "description": at.text,
                "check_name": at.finding.code,
                "fingerprint": fingerprint(at),
                "severity": GITLAB_LEVELS[at.finding.level],
                "location": {"path": Path(at.path).as_posix(), "lines": {"begin": at.finding.line}},
            }
            for at in findings
        ],
        ensure_ascii=False,
        indent=2,
    )


def _sarif(findings: Iterable[PathFinding]) -> str:
    """SARIF 2.1.0 (OASIS), which many tools for code scanning read."""
    findings = list(findings)
    driver = {
        "name": "planplugin",
        "version": version("mkdocs-planplugin"),
        "rules": [_sarif_rule(FINDINGS[code]) for code in sorted({at.finding.code for at in findings})],
    }
    results = [
        {
            "ruleId": at.finding.code,
            "level": SARIF_LEVELS[at.finding.level],
            "message": {"text": at.text},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": _uri(Path(at.path))},
                        "region": {"startLine": at.finding.line},
                    }
                }
            ],
        }
        for at in findings
    ]
    report = {"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [{"tool": {"driver": driver}, "results": results}]}
    return json.dumps(report, ensure_ascii=False, indent=2)


def _uri(path: Path) -> str:
    """A path in the form of SARIF (3.4.3): a relative reference (RFC 3986), or a whole URI."""
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def _sarif_rule(kind: FindingKind) -> dict[str, object]:
    return {
        "id": kind.code,
        "shortDescription": {"text": kind.title},
        "fullDescription": {"text": kind.meaning},
        "help": {"text": kind.remedy},
    }


FORMATS: Mapping[str, Callable[[Iterable[PathFinding]], str]] = {
    "text": _text,
    "json": _json,
    "github": _github,
    "gitlab": _gitlab,
    "sarif": _sarif,
}


@click.command
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--strict", is_flag=True, help="Exit with 1 also where there are only warnings.")
@click.option("--format", "form", type=click.Choice(tuple(FORMATS)), default="text", show_default=True)
@click.option("-q", "--quiet", is_flag=True, help="Leave out what is only for information.")
@project_options
def check(
    paths: tuple[Path, ...],
    form: str,
    config_file: Path | None,
    as_of: dt.datetime | None,
    *,
    strict: bool,
    quiet: bool,
) -> None:
    """Say what is wrong in the plans of PATHS, as `path:line: CODE message`.

    Exits with 1 where there is an error, or a file that cannot be read; with --strict also where there is a warning.
    """
    project = open_project(paths, config_file, as_of)
    findings = [at for at in findings_of(project) if not (quiet and at.finding.level is Severity.INFO)]
    if text := FORMATS[form](findings):
        (click.echo if form == "text" else write_document)(text)
    levels = Counter(at.finding.level for at in findings)
    if form == "text":
        click.echo(_summary(project, levels), err=True)
    failing = project.unreadable or levels[Severity.ERROR] or (strict and levels[Severity.WARNING])
    if failing:
        click.get_current_context().exit(1)


def findings_of(project: Project) -> list[PathFinding]:
    """The findings of the requested pages, by path and line."""
    return [
        PathFinding(project.path_here(path), finding)
        for path in sorted(project.asked)
        for finding in sorted(project.site.findings.get(path, ()), key=lambda finding: finding.line)
    ]


def _summary(project: Project, levels: Mapping[Severity, int]) -> str:
    """`2 plans: 1 warning`. Where there is no plan, how to learn why."""
    nouns = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
    parts = [number_of(levels[level], noun) for level, noun in nouns.items() if levels.get(level)]
    if not parts and not project.entries and project.asked:
        return f"no plan among {number_of(len(project.asked), 'page')}; `planplugin explain PATH` says why one is none"
    return f"{project.counted}: {', '.join(parts) or 'nothing to say'}"
