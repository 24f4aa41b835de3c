# Plans as Gantt charts in the language of Mermaid, which GitHub, GitLab and many wikis draw from a fence.
"""Mermaid charts of plans."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_planplugin.model import State
from mkdocs_planplugin.portfolio import Entry, Portfolio
from mkdocs_planplugin.schedule import Schedule, ScheduledItem

# What ends a name in Mermaid's grammar, or begins something else: these stand for it, as its documentation says.
_SPECIAL = re.compile(r"[#:;,\n\r%<>{}\"`]")


def plans_mermaid(portfolio: Portfolio) -> bytes:
    """A Gantt chart for each plan that has dates, one below the other, each in a fence of its own."""
    charts = (_chart(entry, entry.schedule) for entry in portfolio.plans if entry.schedule and entry.schedule.start)
    return "\n".join(charts).encode()


def _chart(entry: Entry, schedule: Schedule) -> str:
    head = ("```mermaid", "gantt", f"  title {_name(entry.plan.title or entry.path)}", "  dateFormat YYYY-MM-DD")
    return "\n".join([*head, *_rows(schedule), "```", ""])


def _rows(schedule: Schedule) -> Iterator[str]:
    """The phases as sections, with their tasks; what was cancelled is left out."""
    sections = [(span.phase.name or span.phase.number or "Phase", span.items) for span in schedule.phases]
    for name, items in (*sections, ("Tasks", schedule.loose_items)):
        rows = [_row(item) for item in items if item.outcome is not State.CANCELLED]
        yield from [f"  section {_name(name)}", *rows] if rows else []


def _row(item: ScheduledItem) -> str:
    """A task with its dates: what is left as it is forecast, the rest as it was planned. Mermaid's end is the first day
    that is free again, unless the chart says `inclusiveEndDates`; a length in days says the same without that."""
    when = item.remaining or item
    source = item.source
    written = getattr(source, "title", None) or getattr(source, "name", None) or str(item.id)
    tags = [tag for tag, holds in _tags(item) if holds]
    start, finish = when.start, when.finish
    days = (finish - start).days + 1 if start and finish else 1
    return f"  {_name(f'{item.id} {written}')} :{', '.join([*tags, str(start), f'{days}d'])}"


def _tags(item: ScheduledItem) -> Iterator[tuple[str, bool]]:
    critical = item.remaining.critical if item.remaining else False
    yield "crit", critical
    yield "done", item.done
    yield "active", getattr(item.source, "state", None) is State.IN_PROGRESS


def _name(text: str) -> str:
    """A text that Mermaid takes for nothing but a name."""
    return " ".join(_SPECIAL.sub(" ", text).split()) or "-"
