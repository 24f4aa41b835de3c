# The block of YAML a file may start with, as MkDocs takes it off the page. Only the plugin's own keys are looked at.
"""Front matter."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping

import yaml
from msgspec import Struct

from mkdocs_planplugin.catalog import (
    CheckNames,
    CheckPolicy,
    FindingKind,
    UnknownCheckError,
    WrongBaselineError,
    number_of,
    read_baseline,
    read_check_levels,
)
from mkdocs_planplugin.gfm import split_lines
from mkdocs_planplugin.model import Finding, PlanLink, Severity, Status, Written

from .findings import UNCLEAR_DATE, misspelling
from .ignored import UNKNOWN_CHECK
from .labels import LabelledValue, label_key
from .patterns import when_used
from .profiles import HEADER_LABELS
from .values import is_placeholder, near_status, read_date, read_days, read_status
from .work import PAGE

UNREADABLE_FRONT_MATTER = FindingKind(
    "PLAN101",
    Severity.WARNING,
    "Front matter that cannot be read",
    "The lines between `---` at the top of the file are no valid YAML. MkDocs shows them as text, and nothing in "
    "them counts.",
    "Write each line as `key: value`; put values with a colon or a bracket in quotes.",
)

WRONG_BASELINE = FindingKind(
    "PLAN118",
    Severity.WARNING,
    "A baseline that is none",
    "The front matter asks to compare the plan with something that is neither a date nor the name of a tag.",
    "Write it as `baseline: 2026-01-31` or `baseline: v1.2`.",
)

REPEATED_KEY = FindingKind(
    "PLAN119",
    Severity.WARNING,
    "A key that stands twice",
    "The front matter says the same key twice. YAML takes the last one, and the first does not count.",
    "Leave out the one that is not meant.",
)

TASKS_ABOVE_THE_PAGE = FindingKind(
    "PLAN121",
    Severity.INFO,
    "Tasks in the front matter",
    "The front matter lists tasks with their states, as some assistants keep them. No page shows them, so they are in"
    " no counter; what the page lists without boxes explains them and does not count either.",
    "Write them on the page: `- [ ] Dig the trench`, `- [x] Order the pump`.",
)

KINDS = (UNREADABLE_FRONT_MATTER, WRONG_BASELINE, REPEATED_KEY, TASKS_ABOVE_THE_PAGE)

SafeLoader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# As in mkdocs.utils.meta: what MkDocs does not take for front matter stays on the page.
BLOCK = when_used(r"\A-{3}[ \t]*\n(?P<yaml>.*?\n)(?:\.{3}|-{3})[ \t]*\n", re.DOTALL)

# Read by themselves, with findings of their own.
_OWN_KEYS = ("status", "start", "due", "baseline", "depends_on")
# Of these a second one takes the place of the first without a word of YAML.
_ONCE = ("plan", "title", "tags", "checks", *_OWN_KEYS)

_LONGEST = 100  # of a wrong value, in a finding
_HOW_CHECKS = "write it as `checks: {PLAN205: off}`"


class FrontMatter(Struct, frozen=True):
    """What the front matter says about the plan. `lines` is its number of lines in the file, `keys` are all its keys.
    `todos` is the number of tasks in it that have a state.

    `fields` are the values of keys of other tools (`assignee`, `created_date`, `author`) that the header of a plan can
    have, too: by their meaning, not yet read.
    """

    lines: int = 0
    keys: frozenset[str] = frozenset()
    plan: bool | None = None
    title: str | None = None
    id: str = ""
    todos: int = 0
    start: dt.date | None = None
    due: dt.date | None = None
    baseline: dt.date | str | None = None
    status: Status | None = None
    status_source: Written | None = None
    fields: Mapping[str, LabelledValue] = {}
    tags: tuple[str, ...] = ()
    links: tuple[PlanLink, ...] = ()
    checks: CheckPolicy = CheckPolicy()
    findings: tuple[Finding, ...] = ()


def read_front_matter(text: str) -> FrontMatter:
    """The front matter of a file's text, whose lines end with LF; an empty value if it has none."""
    match = BLOCK.match(text)
    if match is None:
        return FrontMatter()
    try:
        data = yaml.load(match["yaml"], SafeLoader)  # noqa: S506 (it is the safe one, written in C where there is one)
    except Exception as error:  # noqa: BLE001 (as MkDocs: a value may fail in any way, such as `!!bool maybe`)
        return FrontMatter(findings=(_broken(error, match["yaml"]),))
    if not isinstance(data, dict):
        return FrontMatter()
    lines = split_lines(match["yaml"])
    findings = list(_repeated(lines))
    todos = sum(isinstance(todo, dict) and "status" in todo for todo in _list(data.get("todos")))
    if todos:
        message = f"{number_of(todos, 'task')} in the front matter: no page shows these, so they count nowhere"
        hint = "write each on the page, such as `- [ ] Dig the trench`"
        findings.append(TASKS_ABOVE_THE_PAGE.at(_line_of("todos", lines), message, hint))
    status = data.get("status")
    known = read_status(status) if isinstance(status, str) else None
    if isinstance(status, str) and known is None and (meant := near_status(status)):
        findings.append(misspelling(status, meant, _line_of("status", lines)))
    return FrontMatter(
        lines=match[0].count("\n"),
        keys=frozenset(map(str, data)),
        plan=_switch(data.get("plan")),
        title=_words(data.get("title") or "") or None,
        id=_words(data.get("id") or ""),
        todos=todos,
        start=_date(data, "start", lines, findings),
        due=_date(data, "due", lines, findings),
        baseline=_baseline(data, lines, findings),
        # Another word is Material's own (a page can be "new" or "deprecated") and is left to the theme.
        status=known,
        status_source=Written(str(status), _line_of("status", lines)) if known else None,
        fields=_fields(data, lines),
        tags=tuple(filter(None, map(_words, _list(data.get("tags"))))),
        links=tuple(
            PlanLink(path, path, _line_of("depends_on", lines), None)
            for path in map(_words, _list(data.get("depends_on")))
            if PAGE.match(path)
        ),
        checks=_checks(data, lines, findings),
        findings=tuple(findings),
    )


def _repeated(lines: list[str]) -> Iterator[Finding]:
    """The keys of ours that stand twice."""
    for key in _ONCE:
        numbers = [number for number, line in enumerate(lines, 2) if line.startswith(f"{key}:")]
        if len(numbers) > 1:
            message = f"front matter: {key} stands twice, first in line {numbers[0]}; only the last one counts"
            yield REPEATED_KEY.at(numbers[-1], message)


def _fields(data: Mapping[object, object], lines: list[str]) -> dict[str, LabelledValue]:
    """The values that a header could have, too. Keys are labels written as in programs: `created_date`."""
    dates = data.get("date")
    if isinstance(dates, dict):  # that of a blog: `date: {created: ..., updated: ...}`
        data = {**data, **dates}
    fields: dict[str, LabelledValue] = {}
    for key, value in data.items():
        meaning = HEADER_LABELS.get(label_key(str(key).replace("_", " ")))
        words = ", ".join(filter(None, map(_name, _list(value))))
        if meaning and words and key not in _OWN_KEYS:
            fields.setdefault(meaning, LabelledValue(str(key), words, _line_of(str(key), lines)))
    return fields


def _name(value: object) -> str:
    """A value as text, without the signs that mark names (`@ana`, `[[Ana]]`)."""
    return _words(value).removeprefix("@").removeprefix("[[").removesuffix("]]")


def _switch(value: object) -> bool | None:
    if isinstance(value, bool):
        return value
    return {"true": True, "yes": True, "false": False, "no": False}.get(_words(value).lower())


def _words(value: object) -> str:
    """A value as text; empty if it is no single value. (YAML can express lists by reference that are too large for any
    memory.)"""
    try:
        return str(value) if isinstance(value, str | int | float | dt.date) else ""
    except ValueError:  # a number of more digits than Python writes
        return ""


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _date(data: Mapping[object, object], key: str, lines: list[str], findings: list[Finding]) -> dt.date | None:
    value = data.get(key)
    if isinstance(value, dt.datetime):
        return value.date()
    if value is None or isinstance(value, dt.date):
        return value
    reading = read_days(_words(value))
    if reading.date is None and not is_placeholder(_words(value)):
        line = _line_of(key, lines)
        # As it is written: YAML makes a number of `10:30`, and nothing of a list.
        written = lines[line - 2].partition(":")[2].strip() if line > 1 else _words(value)
        message = f"front matter: {key}: {reading.problem or f'{written[:_LONGEST]!r} is no date'}"
        hint = "" if reading.problem else f"write it as `{key}: 2026-01-31`"
        findings.append(UNCLEAR_DATE.at(line, message, hint))
    return reading.end if key == "due" else reading.date


def _baseline(data: Mapping[object, object], lines: list[str], findings: list[Finding]) -> dt.date | str | None:
    if data.get("baseline") is None:
        return None
    try:
        return read_baseline(data["baseline"])
    except WrongBaselineError as error:
        findings.append(WRONG_BASELINE.at(_line_of("baseline", lines), f"front matter: baseline: {error}"))
        return None


def _checks(data: Mapping[object, object], lines: list[str], findings: list[Finding]) -> CheckPolicy:
    """What the page says about its findings under `checks`. A list of that name belongs to another tool."""
    value = data.get("checks")
    if not isinstance(value, dict | str | bool):
        return CheckPolicy()
    line = _line_of("checks", lines)
    try:
        levels = read_check_levels(value).levels
    except UnknownCheckError as error:
        findings.append(UNKNOWN_CHECK.at(line, str(error), _HOW_CHECKS))
        return CheckPolicy()
    return CheckPolicy(levels, written=(CheckNames(line, tuple(levels), _HOW_CHECKS),))


def _line_of(key: str, lines: list[str]) -> int:
    """The line of the file with this key."""
    return next((i for i, text in enumerate(lines, 2) if text.startswith(f"{key}:")), 1)


def _broken(error: Exception, text: str) -> Finding:
    mark = getattr(error, "problem_mark", None)
    line = mark.line + 2 if mark is not None else _impossible_date(text) if isinstance(error, ValueError) else 1
    # What fails inside the library says nothing to a writer.
    known = isinstance(error, yaml.YAMLError | ValueError)
    problem = getattr(error, "problem", None) or str(error) if known else "a value is not what its tag says"
    return UNREADABLE_FRONT_MATTER.at(
        line,
        f"the front matter is not valid YAML ({problem[:_LONGEST]}), so MkDocs shows it as text",
        "write each line as `key: value`, and values with a colon or a bracket in quotes",
    )


def _impossible_date(text: str) -> int:
    """The line of the first date in the front matter that does not exist."""
    for line, words in enumerate(text.split("\n"), 2):
        if any(read_date(date).problem for date in re.findall(r"\d{4}-\d{1,2}-\d{1,2}", words)):
            return line
    return 1
