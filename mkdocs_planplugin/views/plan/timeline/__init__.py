# The timeline of a plan: a table in which names ride beside their bars, with the sentences that say what it means. Much
# the same rows are data for Plotly, which draws them where the reader asks for it.
#
# What is drawn is made in steps, each in a module of its own: the rows in working hours; the window of time; in percent of
# it the marks of each row, and the place of its name; of these the table with its SVG. The figure for Plotly is made of
# the rows.
"""The timeline view."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from markupsafe import Markup, escape

from mkdocs_planplugin.language import _, counted
from mkdocs_planplugin.schedule import Schedule
from mkdocs_planplugin.views.kit import NamedLink, long_date, render
from mkdocs_planplugin.views.plan.page import PlanPage

from .axis import chart_axis
from .expected import expected_plan
from .figure import figure_json
from .marks import key_names
from .rows import ChartRow, chart_rows
from .sentences import LinkedSentence, schedule_sentences, waiting_sentences
from .svg import head_drawing, key, lines_drawing
from .table import TableGroup, table_groups
from .window import ChartWindow, FigureWindow, chart_windows

Rows = Sequence[Sequence[ChartRow]]


class Chart(NamedTuple):
    """A table with its head, and the lines behind it."""

    head: Markup
    lines: Markup
    groups: list[TableGroup]
    is_high: bool  # the head has a line more


def html_by_place(page: PlanPage) -> dict[str, str]:
    """The timeline, where the plan has a schedule; a sentence, where nobody has said how long anything takes."""
    schedule = page.entry.schedule
    if schedule is None:
        return {}
    return {"timeline": _timeline(page, schedule) if schedule.duration_hours else render("timeline_empty")}


def _timeline(page: PlanPage, schedule: Schedule) -> str:
    entry, today, due = page.entry, page.context.today, page.entry.plan.due
    rows = chart_rows(entry, schedule, page.calendar, FigureWindow.of(entry.plan, schedule))
    windows = chart_windows(entry.plan, schedule)
    figure = figure_json(rows, schedule, today, due) if page.context.interactive != "never" else ""
    headline, *paragraphs = _linked(schedule_sentences(entry, schedule))
    waiting = _linked([waiting_sentences(rows)])
    return render(
        "timeline",
        name=entry.path,
        charts=[_chart(page, schedule, rows, window) for window in windows],
        headline=headline,
        has_folds=_has_folds(schedule),
        is_over=all(item.outcome for item in schedule.items),
        interactive=page.context.interactive,
        figure=Markup(figure),  # noqa: S704 (escaped there)
        key=key(key_names(schedule)),
        remark=_where_today_is(schedule, windows, today),
        paragraphs=paragraphs,
        waiting=waiting[0] if waiting else "",
        assumptions=schedule.assumptions,
        assumption_count=counted(
            len(schedule.assumed), "{n} assumption of this schedule", "{n} assumptions of this schedule"
        ),
    )
