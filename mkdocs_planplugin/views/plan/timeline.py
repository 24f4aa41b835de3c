# The timeline is a table whose last cell draws. Rows, geometry and sentences are worked out elsewhere; here they meet
# the template.
"""The timeline view."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cache
from itertools import chain, islice

from markupsafe import Markup, escape

from mkdocs_planplugin.language import _, counted
from mkdocs_planplugin.model import Calendar
from mkdocs_planplugin.portfolio import Entry
from mkdocs_planplugin.schedule import Schedule
from mkdocs_planplugin.views.kit import (
    Context,
    NamedLink,
    TimeAxis,
    long_date,
    planned_dates,
    render,
    time_axis,
    working_time_ticks,
)

from .drawing import drawn_rows, key
from .figure import figure_json
from .rows import Row, Rows
from .stretch import Stretch
from .words import Sentence, told


def has_chart(entry: Entry) -> bool:
    """Whether the timeline of a plan draws anything."""
    return planned_dates(entry.schedule) is not None


def timeline_view(entry: Entry, schedule: Schedule, calendar: Calendar, context: Context) -> str:
    """The timeline of a plan; a sentence, where nobody has said how long anything takes."""
    if planned_dates(schedule) is None:
        return render("no_timeline")
    shown = Rows(entry, schedule, calendar)
    groups = list(shown.groups())
    axis = _scale(entry, schedule, shown.stretch, context.today)
    rows, due = list(chain.from_iterable(groups)), entry.plan.due
    drawn = drawn_rows(rows, axis)
    return render(
        "timeline",
        scale=axis,
        groups=[list(islice(drawn, len(group))) for group in groups],
        interactive=context.interactive,
        figure=_figure(groups, entry, schedule, context),
        key=key(rows, long_date(context.today) if axis.today else None, long_date(due) if due and axis.due else None),
        remark=_today_words(schedule, shown.stretch, context.today),
        paragraphs=_paragraphs(told(entry, schedule)),
        assumptions=schedule.assumptions,
        assumption_count=counted(
            len(schedule.assumed), "{n} assumption of this schedule", "{n} assumptions of this schedule"
        ),
    )


def _figure(groups: Sequence[Sequence[Row]], entry: Entry, schedule: Schedule, context: Context) -> str:
    if context.interactive == "never":
        return ""
    return Markup(figure_json(groups, schedule, context.today, entry.plan.due))  # noqa: S704 (escaped there)


def _scale(entry: Entry, schedule: Schedule, stretch: Stretch, today: dt.date) -> TimeAxis:
    due, length = entry.plan.due, stretch.length
    at = stretch.evening(due, schedule.axis)
    marks = working_time_ticks(schedule.axis, length)
    return time_axis(marks, length, today, schedule.today_hours, (due, at) if due and at is not None else None)


def _today_words(schedule: Schedule, stretch: Stretch, today: dt.date) -> str:
    """Where today lies, where it is not drawn; nothing on an axis without dates."""
    if schedule.start is None:
        return ""
    if schedule.today_hours is None:
        return _("Today, {date}, is before the start.").format(date=long_date(today).text)
    if schedule.today_hours <= stretch.length:
        return ""
    return _("Today, {date}, is after all that is drawn.").format(date=long_date(today).text)


def _paragraphs(told: Sequence[Sequence[Sentence]]) -> list[Markup]:
    """Sentences with links where they name something. A name occurs again and again, as do arrows and commas."""

    @cache
    def written(part: str | NamedLink) -> str:
        if isinstance(part, str):
            return escape(part)
        return f'<a href="{escape(part.href)}">{escape(part.short)}</a>'

    return [Markup(" ".join("".join(map(written, sentence)) for sentence in paragraph)) for paragraph in told]  # noqa: S704 (escaped above)
