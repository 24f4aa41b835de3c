# The timeline of a plan: a table whose last column draws, with the sentences that say what it means. The same rows are
# data for Plotly, which draws them where the reader asks for it.
#
# What is drawn is made in steps, each in a module of its own: the window of time, the rows with their bars, and of
# these the SVG of the table and the figure for Plotly.
"""The timeline view."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import cache

from markupsafe import Markup, escape

from mkdocs_planplugin.catalog import assumption_text
from mkdocs_planplugin.language import _, counted
from mkdocs_planplugin.schedule import Schedule
from mkdocs_planplugin.views.kit import NamedLink, long_date, render, time_axis, working_time_ticks
from mkdocs_planplugin.views.plan.page import PlanPage

from .figure import figure_json
from .rows import chart_rows
from .sentences import LinkedSentence, schedule_sentences
from .svg import legend, svg_rows
from .window import TimeWindow


def html_by_place(page: PlanPage) -> dict[str, str]:
    """The timeline, where the plan has a schedule; a sentence, where nobody has said how long anything takes."""
    schedule = page.entry.schedule
    if schedule is None:
        return {}
    return {"timeline": _timeline(page, schedule) if schedule.duration_hours else render("timeline_empty")}


def _timeline(page: PlanPage, schedule: Schedule) -> str:
    entry, today, due = page.entry, page.context.today, page.entry.plan.due
    window = TimeWindow.of(entry.plan, schedule)
    groups = chart_rows(entry, schedule, page.calendar, window)
    due_at = window.end_of_day(due, schedule.axis)
    axis = time_axis(
        working_time_ticks(schedule.axis, window.length),
        window.length,
        today,
        schedule.today_hours,
        (due, due_at) if due and due_at is not None else None,
    )
    figure = figure_json(groups, schedule, today, due) if page.context.interactive != "never" else ""
    return render(
        "timeline",
        axis=axis,
        groups=svg_rows(groups, axis),
        interactive=page.context.interactive,
        figure=Markup(figure),  # noqa: S704 (escaped there)
        legend=legend(groups, long_date(today) if axis.today else None, long_date(due) if due and axis.due else None),
        remark=_where_today_is(schedule, window, today),
        paragraphs=_linked(schedule_sentences(entry, schedule)),
        assumptions=[assumption_text(assumption) for assumption in schedule.assumptions],
        assumption_count=counted(
            len(schedule.assumptions), "{n} assumption of this schedule", "{n} assumptions of this schedule"
        ),
    )


def _where_today_is(schedule: Schedule, window: TimeWindow, today: dt.date) -> str:
    """That today is not drawn, where it is outside the window; nothing in a plan without dates."""
    if schedule.start is None:
        return ""
    if schedule.today_hours is None:
        return _("Today, {date}, is before the start.").format(date=long_date(today).text)
    if schedule.today_hours <= window.length:
        return ""
    return _("Today, {date}, is after all that is drawn.").format(date=long_date(today).text)


def _linked(paragraphs: Iterable[Sequence[LinkedSentence]]) -> list[Markup]:
    """Paragraphs with links where their sentences name something."""

    @cache  # a name occurs again and again, as do arrows and commas
    def html(part: str | NamedLink) -> str:
        if isinstance(part, str):
            return escape(part)
        return f'<a href="{escape(part.href)}">{escape(part.short)}</a>'

    return [
        Markup(" ".join("".join(map(html, sentence)) for sentence in paragraph))  # noqa: S704 (escaped above)
        for paragraph in paragraphs
    ]
