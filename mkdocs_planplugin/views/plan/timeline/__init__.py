# The timeline of a plan is a table in which names stand beside their bars, with sentences that say what it means.
# Readers can also open the same rows as a Plotly chart.
#
# It is made in steps, each in its own module: `rows` (in working hours), `window` (the time that is shown), `marks`
# (what each row draws, in percent of the window), `names` (where the name of a row stands), `table` with `svg` (the
# markup). `figure` makes the data for Plotly from the rows.
"""The timeline view."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from markupsafe import Markup

from mkdocs_planplugin.catalog import assumption_text
from mkdocs_planplugin.language import _, counted
from mkdocs_planplugin.model import Task
from mkdocs_planplugin.schedule import Schedule
from mkdocs_planplugin.views.kit import NamedLink, escaped, long_date, render
from mkdocs_planplugin.views.plan.not_counted import not_counted_note
from mkdocs_planplugin.views.plan.page import PlanPage

from .axis import chart_axis
from .figure import figure_json
from .rows import chart_rows
from .sentences import LinkedSentence, schedule_sentences, waiting_sentences
from .svg import head_drawing, key, lines_drawing
from .table import table_bodies
from .window import ChartWindow, chart_windows, figure_length
from .words import is_short


def html_by_place(page: PlanPage) -> dict[str, str]:
    """The timeline of a plan. There is none if nothing has a length, which the header says.

    A phase that only says when it begins takes time on the schedule, but has no length: then there is no critical path.
    """
    schedule = page.entry.schedule
    has_length = schedule and schedule.duration_hours and schedule.critical_path
    return {"timeline": _timeline(page, schedule)} if schedule and has_length else {}


def _timeline(page: PlanPage, schedule: Schedule) -> str:
    entry, today, due = page.entry, page.context.today, page.entry.plan.due
    rows = chart_rows(entry, schedule, page.calendar, figure_length(entry.plan, schedule))
    windows = chart_windows(entry.plan, schedule)
    axes = [chart_axis(schedule, window, today, due) for window in windows]
    figure = figure_json(rows, schedule, today, due) if page.context.interactive != "never" else ""
    headline, *paragraphs = [Markup(" ").join(paragraph) for paragraph in _linked(schedule_sentences(entry, schedule))]
    ready = {work for work, readiness in entry.measures.readiness.items() if readiness.ready}
    waiting = _linked([waiting_sentences(rows, ready)])[0]
    return render(
        "timeline",
        path=entry.path,
        lines=lines_drawing(axes),
        head=head_drawing(axes),
        head_is_high=any(axis.due and axis.due.line > 1 for axis in axes),
        bodies=table_bodies(page, schedule, rows, windows),
        has_years=not is_short(schedule),
        has_scales=len(windows) > 1,
        headline=headline,
        has_folds=any(item.outcome for item in schedule.items),
        is_over=all(item.outcome for item in schedule.items),
        finish=_("finish") if schedule.expected else _("planned"),
        interactive=page.context.interactive,
        figure=Markup(figure),  # noqa: S704 (escaped there)
        key=key(set(_key_entries(schedule, windows[-1]))),
        not_counted=not_counted_note(page),
        remark=_today_outside_window(schedule, windows[-1], today),
        paragraphs=paragraphs,
        waiting=waiting,
        waiting_count=counted(len(waiting), "What waits for what: {n} entry", "What waits for what: {n} entries"),
        assumptions=[assumption_text(assumption) for assumption in schedule.assumptions],
        assumption_count=counted(
            len(schedule.assumptions), "{n} assumption of this schedule", "{n} assumptions of this schedule"
        ),
    )


def _key_entries(schedule: Schedule, window: ChartWindow) -> Iterator[str]:
    """The entries that the key of the bars needs, maybe repeatedly: for the bars of tasks, and for planned time that
    the window shows."""
    open_items = [item for item in schedule.items if item.outcome is None and item.duration_hours]
    has_forecast = schedule.expected is not None
    if (has_forecast or not open_items) and schedule.duration_hours > window.first:
        yield "plan"
    for item in open_items:
        times = item.expected or item
        if not isinstance(item.source, Task):
            continue
        yield "work" if has_forecast else "planned-work"
        if item.source.in_progress:
            yield "begun"
        if times.critical:
            yield "edge"
        if times.slack_hours:
            yield "slack"


def _today_outside_window(schedule: Schedule, window: ChartWindow, today: dt.date) -> str:
    """A sentence for a plan whose window does not show today; empty for others, and for plans without dates."""
    if schedule.start is None:
        return ""
    if schedule.today_hours is None:
        return _("Today, {date}, is before the start.").format(date=long_date(today).text)
    if schedule.today_hours <= window.last:
        return ""
    return _("All dates are in the past; today is {date}.").format(date=long_date(today).text)


def _linked(paragraphs: Iterable[Sequence[LinkedSentence]]) -> list[list[Markup]]:
    """Sentences as HTML, with a link at each name."""

    @cache  # a name occurs again and again, as do arrows and commas
    def html(part: str | NamedLink) -> str:
        if isinstance(part, str):
            return escaped(part)
        if part.href is None:
            return f"<strong>{escaped(part.short)}</strong>"
        return f'<a href="{escaped(part.href)}">{escaped(part.short)}</a>'

    return [
        [Markup("".join(map(html, sentence))) for sentence in paragraph]  # noqa: S704 (escaped above)
        for paragraph in paragraphs
    ]
