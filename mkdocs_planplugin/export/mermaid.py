# Plans as Gantt charts in the language of Mermaid. GitHub, GitLab and many wikis draw them from a code fence.
"""Mermaid charts of plans."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_planplugin.model import State
from mkdocs_planplugin.portfolio import Portfolio
from mkdocs_planplugin.schedule import Schedule, ScheduledItem

# Characters that end a name in the grammar of Mermaid, or begin something else (its documentation says how to escape
# them), and those that control a terminal.
_SPECIAL = re.compile(r"[#:;,%<>{}\"`\x00-\x1f\x7f-\x9f]")


def plans_mermaid(portfolio: Portfolio) -> bytes | None:
    """A Gantt chart for each plan that has dates, one below the other, each in a fence of its own. `None` if no plan
    has dates."""
    lines: list[str] = []
    for entry in portfolio.plans:
        if entry.schedule and entry.schedule.start:
            title = f"  title {_name(entry.name)}"
            lines += ("```mermaid", "gantt", title, "  dateFormat YYYY-MM-DD", *_rows(entry.schedule), "```", "")
    return "\n".join(lines).encode() or None


def _rows(schedule: Schedule) -> Iterator[str]:
    """The phases as sections, with their tasks; what was cancelled is left out."""
    sections = [(span.phase.name or span.phase.number or "Phase", span.items) for span in schedule.phases]
    for name, items in (*sections, ("Tasks", schedule.loose_items)):
        rows = [_row(item) for item in items if item.outcome is not State.CANCELLED]
        yield from [f"  section {_name(name)}", *rows] if rows else []


def _row(item: ScheduledItem) -> str:
    """A task with its dates: remaining work as forecast, the rest as planned. The end of a Mermaid bar is the first
    free day, unless the chart says `inclusiveEndDates`; a length in days avoids the question."""
    dates = item.remaining or item
    source = item.source
    written = getattr(source, "title", None) or getattr(source, "name", None) or str(item.id)
    tags = ["crit"] if item.remaining and item.remaining.critical else []
    tags += ["done"] if item.done else []
    tags += ["active"] if getattr(source, "state", None) is State.IN_PROGRESS else []
    start, finish = dates.start, dates.finish
    days = (finish - start).days + 1 if start and finish else 1
    return f"  {_name(f'{item.id} {written}')} :{', '.join([*tags, str(start), f'{days}d'])}"


def _name(text: str) -> str:
    """A text escaped so that Mermaid shows it as a name."""
    return " ".join(_SPECIAL.sub(" ", text).split()) or "-"
