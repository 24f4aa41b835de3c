# The timeline is a table whose last cell draws: rows, labels and geometry are worked out here, so that the template
# only writes them down. Geometry is in percent of the planned duration, vertical measures in the text's own size.
"""The timeline view."""

from __future__ import annotations

import datetime as dt

from markupsafe import Markup

from mkdocs_planplugin.model import Calendar
from mkdocs_planplugin.portfolio import Entry
from mkdocs_planplugin.schedule import Schedule

from .environment import render
from .figure import figure_json
from .formats import counted, day
from .links import Context
from .rows import Row, Rows
from .scale import scale
from .summary import planned
from .ticks import ticks


def has_chart(entry: Entry) -> bool:
    """Whether the timeline of a plan draws anything."""
    return planned(entry.schedule) is not None


def timeline_view(entry: Entry, schedule: Schedule, calendar: Calendar, context: Context) -> str:
    """The timeline of a plan; a sentence, where nobody has said how long anything takes."""
    span = planned(schedule)
    if span is None:
        return render("no_timeline")
    groups = list(Rows(entry, schedule, calendar).groups())
    return render(
        "timeline",
        span=span,
        scale=scale(ticks(schedule), schedule.duration_hours, context.today, schedule.today_hours),
        today_words=_today_words(schedule, context.today),
        groups=groups,
        interactive=context.interactive,
        figure="" if context.interactive == "never" else Markup(figure_json(groups, schedule, context.today)),  # noqa: S704 (escaped there)
        key=_key(groups),
        assumptions=schedule.assumptions,
        assumption_count=counted(len(schedule.assumptions), "assumption"),
    )


def _today_words(schedule: Schedule, today: dt.date) -> str:
    """Where today lies, as a sentence; nothing on an axis without dates."""
    if schedule.start is None:
        return ""
    if schedule.today_hours is None:
        return f"Today, {day(today).text}, is before the start."
    if schedule.today_hours > schedule.duration_hours:
        return f"Today, {day(today).text}, is after the planned finish."
    return f"The dashed line is today, {day(today).text}."


def _key(groups: list[list[Row]]) -> str:
    """What the drawing means, as far as it occurs."""
    rows = [row for group in groups for row in group]
    found = {row.bar.kind for row in rows} | {row.state.name for row in rows}
    return " · ".join(words for name, words in _KEY.items() if name in found).capitalize()


# By the kind of a bar, or by the name of the state that changes its outline.
_KEY = {
    "task": "solid: done · outline: planned",
    "blocked": "thick: blocked",
    "deferred": "dashed: deferred",
    "phase": "thin: phase",
    "milestone": "◆ takes no time",
    "cancelled": "✕ cancelled",
}
