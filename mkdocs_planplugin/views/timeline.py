# The timeline is a table whose last cell draws. Rows, geometry and sentences are worked out elsewhere; here they meet
# the template.
"""The timeline view."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import chain, islice

from markupsafe import Markup

from mkdocs_planplugin.model import Calendar
from mkdocs_planplugin.portfolio import Entry
from mkdocs_planplugin.schedule import Schedule

from .drawing import SWATCHES, drawn_rows
from .environment import render
from .figure import figure_json
from .formats import counted, day
from .links import Context
from .rows import Row, Rows
from .scale import Scale, scale
from .stretch import Stretch
from .summary import planned
from .ticks import ticks
from .words import told


def has_chart(entry: Entry) -> bool:
    """Whether the timeline of a plan draws anything."""
    return planned(entry.schedule) is not None


def timeline_view(entry: Entry, schedule: Schedule, calendar: Calendar, context: Context) -> str:
    """The timeline of a plan; a sentence, where nobody has said how long anything takes."""
    if planned(schedule) is None:
        return render("no_timeline")
    shown = Rows(entry, schedule, calendar)
    groups = list(shown.groups())
    axis = _scale(entry, schedule, shown.stretch, context.today)
    rows = list(chain.from_iterable(groups))
    drawn = drawn_rows(rows, axis)
    return render(
        "timeline",
        scale=axis,
        groups=[list(islice(drawn, len(group))) for group in groups],
        interactive=context.interactive,
        figure=_figure(groups, entry, schedule, context),
        key=list(_key(rows, axis, context.today, entry.plan.due)),
        remark=_today_words(schedule, shown.stretch, context.today),
        told=told(entry, schedule),
        assumptions=schedule.assumptions,
        assumption_count=counted(len(schedule.assumptions), "assumption"),
    )


def _figure(groups: Sequence[Sequence[Row]], entry: Entry, schedule: Schedule, context: Context) -> str:
    if context.interactive == "never":
        return ""
    return Markup(figure_json(groups, schedule, context.today, entry.plan.due))  # noqa: S704 (escaped there)


def _scale(entry: Entry, schedule: Schedule, stretch: Stretch, today: dt.date) -> Scale:
    due, length = entry.plan.due, stretch.length
    at = stretch.evening(due, schedule.axis)
    marks = ticks(schedule.axis, length)
    return scale(marks, length, today, schedule.today_hours, (due, at) if due and at is not None else None)


def _today_words(schedule: Schedule, stretch: Stretch, today: dt.date) -> str:
    """Where today lies, where it is not drawn; nothing on an axis without dates."""
    if schedule.start is None:
        return ""
    if schedule.today_hours is None:
        return f"Today, {day(today).text}, is before the start."
    return f"Today, {day(today).text}, is after all of it." if schedule.today_hours > stretch.length else ""


def _key(rows: Sequence[Row], axis: Scale, today: dt.date, due: dt.date | None) -> Iterator[tuple[Markup, str]]:
    """What the drawing means, as far as it occurs: a swatch, and words."""
    found = {name for row in rows for name in _names(row)}
    yield from ((SWATCHES[name], words) for name, words in _KEY.items() if name in found)
    if axis.today:
        yield SWATCHES["today"], f"today, {day(today).text}"
    if axis.due and due:
        yield SWATCHES["deadline"], f"due, {day(due).text}"


def _names(row: Row) -> Iterator[str]:
    """What the key has to explain of a row."""
    bar = row.bar
    if bar is None:
        return
    yield bar.kind
    if bar.kind in ("task", "phase"):
        yield row.state.name
    if bar.done:
        yield "done"
    if row.after:
        yield "link"
    if bar.critical:
        yield "critical"
    if bar.tail:
        yield "tail"
    if bar.forecast:
        yield "forecast"
    if bar.due is not None:
        yield "due"


# By the name of its swatch: what a mark stands for.
_KEY = {
    "done": "done",
    "task": "planned",
    "blocked": "blocked ■",
    "deferred": "deferred »",
    "critical": "critical path ⇥",
    "tail": "best to worst",
    "forecast": "forecast of what is left",
    "phase": "phase",
    "milestone": "takes no time",
    "cancelled": "cancelled",
    "outside": "promised from outside",
    "due": "due",
    "link": "waits for",
}
