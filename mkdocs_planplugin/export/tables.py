# Tables for spreadsheets. A new column is a line in the mapping of its table: the last one, for there are readers who
# count columns.
"""Plans and risks as CSV: RFC 4180 (comma, quotes, CRLF, a line of heads), UTF-8.

A text that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, a tab or a carriage return, or
stands so behind a semicolon, which some take for the end of a cell) gets an apostrophe in front: many people write
plans, and whoever opens the table trusts it. Control characters are left out. What is not known is an empty cell, a day
is written 2026-01-31, yes and no are true and false, and several values of one cell have "; " between them.

`plans.csv` has a line for each plan, templates left out, sorted by path. Hours are working hours, percents go to 100.

- `path`, `url`: the source file, and the page relative to the site's root
- `title`, `tags`
- `status`: as shown, so what is declared, else what the boxes say; `declared_status`: in the author's words
- `based_on`: the source file of that page, else the link
- `created`, `last_updated`, `start`, `finish`, `due`
- `tasks_done`, `tasks_total`, `tasks_cancelled`, `percent`, `criteria_done`, `criteria_total`, and of the Definition of
  Done `done_done`, `done_total`
- `min_hours`, `max_hours`: the estimate
- `exposure`, `high_risks`: the highest score of a risk, and how many risks score 6 and more
- `health`: the verdict, `expected_finish`, `late`, `stale`, `blocked`
- `next`: the ids of the tasks that are ready
- `expected_is_earliest`: whether that finish is only the earliest one

`risks.csv` has a line for each risk of these plans, in the order of the text:

- `plan`, `plan_path`, `plan_status`; `url`: of the risk, relative to the site's root
- `id`, `title`, `priority`, `state`, `owner`, `probability`, `impact`, `score`, `mitigation`, `contingency`
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import math
import re
from collections.abc import Callable, Iterable, Mapping

from mkdocs_planplugin.model import Risk
from mkdocs_planplugin.portfolio import Entry, Portfolio

Cell = str | float | dt.date | Iterable[str] | None

# Where a spreadsheet may begin a cell: in many countries it expects semicolons between cells, and then also begins a
# cell behind each of them and behind a line end, without the quotes that stand there. Full-width signs count like the
# others.
_FORMULA = re.compile(r"(?:^|(?<=[;\t\r\n]))([ \"]*+)(?=[=+\-@\t\r\uff1d\uff0b\uff0d\uff20])")
_CONTROLS = dict.fromkeys([*range(9), 11, 12, *range(14, 32), *range(127, 160)])


def _expected(entry: Entry) -> dt.date | None:
    expected = entry.schedule.expected if entry.schedule else None
    return expected.finish if expected else None


_PLAN_COLUMNS: Mapping[str, Callable[[Entry], Cell]] = {
    "path": lambda entry: entry.path,
    "url": lambda entry: entry.url,
    "title": lambda entry: entry.plan.title,
    "tags": lambda entry: entry.plan.tags,
    "status": lambda entry: entry.measures.shown_status,
    "declared_status": lambda entry: entry.plan.declared_status,
    "based_on": lambda entry: entry.based_on_path or (entry.plan.based_on.href if entry.plan.based_on else None),
    "created": lambda entry: entry.plan.created,
    "last_updated": lambda entry: entry.plan.last_updated,
    "start": lambda entry: entry.schedule.start if entry.schedule else None,
    "finish": lambda entry: entry.schedule.finish if entry.schedule else None,
    "due": lambda entry: entry.plan.due,
    "tasks_done": lambda entry: entry.measures.progress.tasks.done,
    "tasks_total": lambda entry: entry.measures.progress.tasks.total,
    "tasks_cancelled": lambda entry: entry.measures.progress.tasks.cancelled,
    "percent": lambda entry: entry.measures.progress.percent,
    "criteria_done": lambda entry: entry.measures.progress.criteria.done,
    "criteria_total": lambda entry: entry.measures.progress.criteria.total,
    "done_done": lambda entry: entry.measures.progress.definition_of_done.done,
    "done_total": lambda entry: entry.measures.progress.definition_of_done.total,
    "min_hours": lambda entry: entry.measures.estimate.min_hours,
    "max_hours": lambda entry: entry.measures.estimate.max_hours,
    "exposure": lambda entry: entry.measures.exposure,
    "high_risks": lambda entry: entry.measures.open_high,
    "health": lambda entry: entry.health.verdict,
    "expected_finish": _expected,
    "late": lambda entry: entry.measures.late,
    "stale": lambda entry: entry.measures.stale,
    "blocked": lambda entry: entry.blocked,
    "next": lambda entry: list(map(str, entry.measures.next)),
    "expected_is_earliest": lambda entry: entry.schedule.expected_is_earliest if entry.schedule else False,
}
_RISK_COLUMNS: Mapping[str, Callable[[Entry, Risk], Cell]] = {
    "plan": lambda entry, _: entry.plan.title,
    "plan_path": lambda entry, _: entry.path,
    "plan_status": lambda entry, _: entry.measures.shown_status,
    "url": lambda entry, risk: f"{entry.url}#{risk.anchor}",
    "id": lambda _, risk: str(risk.id),
    "title": lambda _, risk: risk.title,
    "priority": lambda _, risk: risk.priority,
    "state": lambda _, risk: risk.state,
    "owner": lambda _, risk: risk.owner,
    "probability": lambda _, risk: risk.probability,
    "impact": lambda _, risk: risk.impact,
    "score": lambda _, risk: risk.score,
    "mitigation": lambda _, risk: risk.mitigation,
    "contingency": lambda _, risk: risk.contingency,
}


def plans_csv(portfolio: Portfolio) -> bytes:
    """The content of `plans.csv`."""
    rows = ([cell(entry) for cell in _PLAN_COLUMNS.values()] for entry in portfolio.plans)
    return _table(_PLAN_COLUMNS, rows)


def risks_csv(portfolio: Portfolio) -> bytes:
    """The content of `risks.csv`."""
    risks = ((entry, risk) for entry in portfolio.plans for risk in entry.plan.risks)
    return _table(_RISK_COLUMNS, ([cell(entry, risk) for cell in _RISK_COLUMNS.values()] for entry, risk in risks))


def _table(columns: Iterable[str], rows: Iterable[Iterable[Cell]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([_cell_text(cell) for cell in row] for row in rows)
    # Front matter can spell a lone surrogate ("\ud800"), which UTF-8 cannot hold.
    return text.getvalue().encode(errors="replace")


def _cell_text(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, int | float):
        return "" if not math.isfinite(cell) else str(round(cell, 2)).removesuffix(".0")
    if isinstance(cell, dt.date):
        return cell.isoformat()
    text = cell if isinstance(cell, str) else "; ".join(cell)
    return _FORMULA.sub(r"\1'", text.translate(_CONTROLS))
