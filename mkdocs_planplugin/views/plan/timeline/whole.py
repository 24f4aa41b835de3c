# The first row of the table compares the expected finish of the plan with its due day. Its words also explain the bars
# of the rows below.
"""The row of the whole plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mkdocs_planplugin.catalog import FINISHES_LATE, STATUS_LABELS, Glyph
from mkdocs_planplugin.language import _
from mkdocs_planplugin.model import Status
from mkdocs_planplugin.portfolio import Entry
from mkdocs_planplugin.schedule import Forecast, Schedule
from mkdocs_planplugin.views.kit import escaped, time_html, working_days_text

from .marks import Scale
from .names import CHART_WIDTH, LETTER_WIDTH, letters_of
from .svg import AFTER_EDGE, drawings, rect, words
from .words import RowWords, tasks_done_words

# In percent of the chart: the room that words need beside a bar, and how long a bar is that has room for them on a
# phone, too.
_ROOM_BESIDE, _ROOM_ON_PHONES = 28, 60
_END = 100.0
# The heights of the words at the bar, and at the line of the planned time.
_BAR, _LINE = "1.4em", "2.9em"


def whole_plan_row(entry: Entry, scales: Sequence[Scale], words_of: RowWords) -> str:
    """The row of the whole plan: a bar from today to the expected finish, or, without a forecast, of the planned
    time."""
    schedule = scales[0].schedule
    expected = schedule.expected
    drawn = [_expected(entry, expected, scale, words_of) if expected else _planned(entry, scale) for scale in scales]
    finish, hidden = words_of.finish_of_plan(), ", ".join(_in_words(entry, schedule, words_of))
    late = " plan-late" if expected and entry.health.verdict in FINISHES_LATE else ""
    return (
        f'<tr role="row" class="plan-whole{late}"><th role="rowheader" scope="row" colspan="3">'
        f"{escaped(_('Whole plan'))}{_outcome_note(entry, schedule)}"
        f"{drawings(''.join(shapes) for shapes in drawn)}</th>"
        f'<td role="cell">{time_html(finish)}<span class="plan-hidden">, {escaped(hidden)}</span></td></tr>'
    )


def _is_over(entry: Entry, schedule: Schedule) -> bool:
    """Whether a plan is over: by its status, or because all its tasks have ended."""
    return entry.finished or all(item.outcome for item in schedule.items)


def _outcome_note(entry: Entry, schedule: Schedule) -> str:
    """How a plan has ended; empty for a plan that is not over."""
    if not _is_over(entry, schedule):
        return ""
    label = STATUS_LABELS[entry.measures.shown_status if entry.finished else Status.COMPLETE]
    words, tasks = label.inline if entry.finished else "", entry.measures.progress.tasks
    counts = tasks.total and label is not STATUS_LABELS[Status.CANCELLED]  # the header counts the tasks of these
    text = " · ".join(filter(None, (words, tasks_done_words(tasks) if counts else "")))
    return f' <span class="plan-said">{label.sign} {escaped(text)}</span>'


def _expected(entry: Entry, expected: Forecast, scale: Scale, words_of: RowWords) -> Iterator[str]:
    """The bar from today to the expected finish. It is red after the due day, and goes on pale to the day that is kept
    with a probability of 80%."""
    start, end = scale.range(expected.from_hours, expected.finish_hours)
    due = scale.evening(entry.plan.due)
    red_from = end if due is None else min(max(due, start), end)
    p80 = scale.evening(expected.finish_p80)
    yield from _plan_line(scale, words_of)
    if p80 is not None:
        yield rect("sure", end, p80)
    yield rect("whole", start, red_from)
    yield rect("over-due", red_from, end)
    if expected.finish is None:
        return
    date = words_of.date(expected.finish).text
    earliest = scale.schedule.waits_without_day
    text = _("to {date} at the earliest").format(date=date) if earliest else _("expected, to {date}").format(date=date)
    length = min(end, _END) - max(start, 0)
    if length >= 100 * letters_of(text) * LETTER_WIDTH / CHART_WIDTH:
        name = "inside" if length >= _ROOM_ON_PHONES else "inside plan-draw-seldom"
        yield words(text, name, max(start, 0) + 1, _BAR)
    elif start >= _ROOM_BESIDE:
        yield words(text, "beside", start - 1, _BAR, "end")


def _planned(entry: Entry, scale: Scale) -> Iterator[str]:
    """The planned time of a plan without a forecast: a bar, or a thin line if the plan is over."""
    start, end = scale.range(0, scale.schedule.duration_hours)
    yield rect("plan" if _is_over(entry, scale.schedule) else "whole", start, end)


def _plan_line(scale: Scale, words_of: RowWords) -> Iterator[str]:
    """The line of the planned time, with its last day. If it lies before the window, the words say both days."""
    schedule = scale.schedule
    start, end = scale.range(0, schedule.duration_hours)
    yield rect("plan", start, end)
    first, last = words_of.plan_days()
    if end <= 0:
        text = _("planned {date}").format(date=f"{first} → {last}")
        yield words(Glyph.GOES_ON_BEFORE.before(text), "planned-to", 0, _LINE)
    elif end <= _END - _ROOM_BESIDE:
        yield words(_("planned, to {date}").format(date=last), "planned-to", end + 1, _LINE)
    elif end > _END:
        yield words(
            f"{_('planned, to {date}').format(date=last)} {Glyph.GOES_ON_AFTER}", "planned-to", AFTER_EDGE, _LINE, "end"
        )


def _in_words(entry: Entry, schedule: Schedule, words_of: RowWords) -> Iterator[str]:
    expected = schedule.expected
    if expected:
        if expected.finish_p80 and expected.finish_p80 != expected.finish:
            yield _("80% likely by {date}").format(date=words_of.date(expected.finish_p80).text)
        first, last = words_of.plan_days()
        yield _("planned {start} to {finish}").format(start=first, finish=last)
    yield working_days_text(schedule.duration_hours, schedule.axis.hours_per_day)
    if entry.plan.due:
        yield _("due {date}").format(date=words_of.date(entry.plan.due).text)
