# What a schedule means for a project manager: what sets the finish, what may slip, and how far the plan is. A sentence
# is left out unless everything in it is known.
"""A schedule in sentences."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from mkdocs_planplugin.catalog import date_words
from mkdocs_planplugin.language import _, counted, n_, split_at_fields
from mkdocs_planplugin.model import ExternalDependency, State, Task, WorkId
from mkdocs_planplugin.portfolio import Entry
from mkdocs_planplugin.schedule import Forecast, Schedule, ScheduledItem, minutes
from mkdocs_planplugin.views.kit import (
    NamedLink,
    day_number,
    decimal,
    duration_text,
    phase_link,
    shortened,
    task_link,
)

from .rows import ChartRow, has_length

# How many names a sentence has: at the beginning and the end of a long path, and in any other list.
_PATH_HEAD, _PATH_TAIL, _MOST_NAMES = 5, 3, 3
# Of what one task waits for, where all waits are listed: a range may name hundreds, for each of hundreds of tasks.
_MOST_WAITED_FOR = 8
# In letters: the longest title by which a sentence names something that has no id.
_TITLE_LENGTH = 30
# In working days: the slip in the sentence `If ... slips by`, for long plans and for others; the length of a long plan;
# and the length of the shortest plan that gets this sentence.
_SLIP, _SHORT_SLIP, _LONG_PLAN, _SHORT_PLAN = 3, 1, 10, 3

# A sentence with links where it names something.
LinkedSentence = tuple[str | NamedLink, ...]
Links = Mapping[WorkId, NamedLink]


def schedule_sentences(entry: Entry, schedule: Schedule) -> list[list[LinkedSentence]]:
    """What a schedule that takes time means, in paragraphs: what the finish depends on; how certain it is and what may
    slip; and how far the plan is.

    How the finish compares to the due day and to the planned finish is not said here: the verdict at the top of the
    page says it.
    """
    links = {item.id: _short_link(item) for item in schedule.items}
    forecast, today = schedule.expected, entry.health.today
    finish = list(_finish(schedule, forecast, links, today))
    outlook = list(_confidence(schedule, forecast, today))
    if forecast or schedule.start is None:
        outlook += _slack(schedule, links, forecast, today)
    if forecast and _moves(schedule, forecast):
        progress = [*_progress(schedule), *_slipping_phases(schedule)]
        return [[_forecast(schedule, forecast, links, today)], *filter(None, (outlook, [*finish, *progress]))]
    return list(filter(None, (finish, outlook)))


def waiting_sentences(groups: Iterable[Iterable[ChartRow]], ready: Container[WorkId]) -> list[LinkedSentence]:
    """Which open work waits for other open work, in the order of the text: `3.5 on 2.3`.

    Tasks that are `ready` are left out. They may have predecessors only because the schedule puts tasks one after the
    other, which it lists among its assumptions.
    """
    rows = [row for group in groups for row in group]
    links = [row.link if row.link.id else _quoted(row.link) for row in rows]
    is_open = [not isinstance(row.item, ExternalDependency) and not row.item.outcome for row in rows]
    sentences = []
    for number, row in enumerate(rows):
        is_ready = isinstance(row.item, ScheduledItem) and row.item.id in ready
        names = [links[before] for before in row.predecessors if is_open[before]]
        if is_open[number] and names and not is_ready:
            words = _("{task} on {names}")
            sentences.append(_sentence(words, task=links[number], names=_few(names, _MOST_WAITED_FOR)))
    return sentences


def _moves(schedule: Schedule, forecast: Forecast) -> bool:
    """Whether a forecast differs from the plan: time has passed, the finish slips, or something is done."""
    return forecast.from_hours > 0 or forecast.slip_days != 0 or any(item.done for item in schedule.items)


def _short_link(item: ScheduledItem) -> NamedLink:
    """A link to a piece of work, with a name that is short enough for a sentence."""
    link = task_link(item.source) if isinstance(item.source, Task) else phase_link(item.source)
    return link if link.id else _quoted(link)


def _quoted(link: NamedLink) -> NamedLink:
    """A link whose name is the shortened title in quotes, for work without an id."""
    return NamedLink("", _("“{name}”").format(name=shortened(link.title, _TITLE_LENGTH)), link.href)


def _sentence(words: str, **values: str | NamedLink | Sequence[str | NamedLink]) -> LinkedSentence:
    """Fill the fields of a sentence with texts and links."""
    parts: list[str | NamedLink] = []
    for text, name in split_at_fields(words):
        value = values[name] if name else ()
        parts += [*([text] if text else []), *([value] if isinstance(value, str | NamedLink) else value)]
    return tuple(parts)


def _strong(text: str) -> NamedLink:
    """A text in bold: pages show a link without an address so."""
    return NamedLink("", text, None)


def _joined(parts: Sequence[str | NamedLink], between: str) -> list[str | NamedLink]:
    return [part for pair in zip((between,) * len(parts), parts, strict=True) for part in pair][1:]


def _few(links: Sequence[NamedLink], limit: int) -> list[str | NamedLink]:
    """The first of some names, and how many more there are."""
    more = [_more(len(links) - limit)] if len(links) > limit else []
    return _joined([*links[:limit], *more], ", ")


def _more(number: int) -> str:
    return counted(number, "{n} more", "{n} more")


# What the finish depends on


def _finish(schedule: Schedule, forecast: Forecast | None, links: Links, today: dt.date) -> Iterator[LinkedSentence]:
    """`Finish 12 Mar depends on 1.2 → 2.1 → 3.1.`, and which other work has no slack."""
    path = [links[work] for work in _with_length(schedule, schedule.critical_path)]
    is_over = schedule.start is not None and forecast is None
    words = _depends(schedule)
    if is_over or (forecast is not None and _moves(schedule, forecast)):
        words = _("The planned finish, {finish}, depended on {path}.")
    finish = date_words(schedule.finish, today) if schedule.finish else ""
    finish = finish or _("on day {number}").format(number=schedule.finish_day)
    yield _sentence(words if path else _("Finish {finish}."), finish=_strong(finish), path=_path(path))
    on_path = set(schedule.critical_path)
    others = [item for item in schedule.items if item.critical and item.duration_hours and item.id not in on_path]
    if others and not is_over:
        names = [links[item.id] for item in others]
        yield _sentence(_("No slack either: {names}."), names=_few(names, _MOST_NAMES))


def _depends(schedule: Schedule) -> str:
    """The words for what the expected finish depends on."""
    if schedule.waits_without_day:
        return _("Finish {finish} at the earliest; it depends on {path}.")
    return _("Finish {finish} depends on {path}.")


def _with_length(schedule: Schedule, path: Iterable[WorkId]) -> Iterator[WorkId]:
    """The work on a path that has a length. What was cancelled has none, and what nobody has estimated may take any
    time: nothing is known to depend on it."""
    items = {item.id: item for item in schedule.items}
    return (work for work in path if has_length(items[work]) and items[work].outcome is not State.CANCELLED)


def _forecast(schedule: Schedule, forecast: Forecast, links: Links, today: dt.date) -> LinkedSentence:
    """`Finish 20 Mar depends on 2.2 → 3.1.`"""
    finish = date_words(forecast.finish, today) if forecast.finish else _("beyond the calendar")
    path = [links[work] for work in _with_length(schedule, forecast.critical_path)]
    if not path:
        return _sentence(_("Finish {finish}."), finish=_strong(finish))
    return _sentence(_depends(schedule), finish=_strong(finish), path=_path(path))


def _path(links: Sequence[NamedLink]) -> list[str | NamedLink]:
    """Names with arrows between them. A long path shows its beginning and its end."""
    hidden = len(links) - _PATH_HEAD - _PATH_TAIL
    if hidden > 1:
        return _joined([*links[:_PATH_HEAD], _more(hidden), *links[-_PATH_TAIL:]], " → ")
    return _joined(links, " → ")


# How certain the finish is


def _confidence(schedule: Schedule, forecast: Forecast | None, today: dt.date) -> Iterator[LinkedSentence]:
    """The date that is kept with a probability of 80%, if it is later than the finish."""
    date = ""
    if forecast:
        if forecast.finish_p80 and forecast.finish_p80 != forecast.finish:
            date = date_words(forecast.finish_p80, today)
    elif schedule.start is None and schedule.finish_p80_day > schedule.finish_day:
        date = day_number(schedule.finish_p80_day).text
    if date:
        words = _("80% likely by {date} (a lower bound, since where paths meet any of them may be the last).")
        yield (words.format(date=date),)


# What may slip


def _slack(schedule: Schedule, links: Links, forecast: Forecast | None, today: dt.date) -> Iterator[LinkedSentence]:
    """What can slip without moving the finish, and what a slip of critical work does. It is about the remaining work of
    the forecast; without one, about all open work of the plan."""
    if forecast:
        slack = {item.id: work.slack_hours for item in schedule.items if (work := item.expected) and work.hours}
        path, finish = forecast.critical_path, forecast.finish_hours
    else:
        unsettled = (item for item in schedule.items if item.duration_hours and not item.outcome)
        slack = {item.id: item.slack_hours for item in unsettled}
        path, finish = schedule.critical_path, schedule.duration_hours
    if len(slack) > 1:
        yield _what_can_slip(slack, links, schedule.axis.hours_per_day)
    path = tuple(work for work in path if work in slack)
    if path and schedule.finish_day >= _SHORT_PLAN:
        yield _if_slips(schedule, path, finish, links, today)


def _what_can_slip(slack: Mapping[WorkId, float], links: Links, hours_per_day: float) -> LinkedSentence:
    """`Task 2.3 can slip by 4 days, 3.1 by 5 days.` The work with the least slack comes first."""
    by_slack = sorted(((hours, work) for work, hours in slack.items() if hours), key=lambda pair: pair[0])
    if not by_slack:
        return (_("Nothing that is left can slip without moving it."),)
    slips = [(links[work], duration_text(hours, hours_per_day)) for hours, work in by_slack[:_MOST_NAMES]]
    first, length = slips[0]
    task = _sentence(_("Task {name}"), name=first) if first.id[:1].isdigit() else first
    parts = [*_sentence(_("{task} can slip by {length}"), task=task, length=length)]
    for link, longer in slips[1:]:
        parts += [", ", *_sentence(_("{task} by {length}"), task=link, length=longer)]
    if (more := len(by_slack) - _MOST_NAMES) > 0:
        parts += [", ", counted(more, "{n} more by at least as much", "{n} more by at least as much")]
    return (*parts, ".")


def _if_slips(
    schedule: Schedule, path: Sequence[WorkId], finish: float, links: Links, today: dt.date
) -> LinkedSentence:
    """`If 2.1 slips by 3 days, the finish moves to 17 Mar.` It names the least certain work of the critical path."""
    axis = schedule.axis
    spreads = {item.id: item.worst_hours - item.best_hours for item in schedule.items}
    least_certain = max(path, key=spreads.__getitem__)
    days = _SLIP if schedule.finish_day >= _LONG_PLAN else _SHORT_SLIP
    number = axis.finish_day(minutes(finish) + days * axis.minutes_per_day)
    date = axis.date(number)
    words = n_(
        "If {task} slips by {n} day, the finish moves to {date}.",
        "If {task} slips by {n} days, the finish moves to {date}.",
        days,
    )
    moved = date_words(date, today) if date else day_number(number + 1).text
    return _sentence(words, task=links[least_certain], n=str(days), date=moved)


# How far the plan is


def _progress(schedule: Schedule) -> Iterator[LinkedSentence]:
    """Planned and actual progress by today, in percent of the estimated hours."""
    planned, actual = schedule.tracking.planned_percent, schedule.tracking.actual_percent
    if planned is not None and actual is not None:
        words = _("By estimated hours {actual}% is done; {planned}% was planned by today.")
        yield (words.format(planned=decimal(planned), actual=decimal(actual)),)


def _slipping_phases(schedule: Schedule) -> Iterator[LinkedSentence]:
    """`Later than planned: Phase 2 by 3 working days, Phase 3 by 2.`, and the same for phases that are earlier."""
    slips = [(span.phase, span.tracking.slip_days or 0) for span in schedule.phases]
    late = [(phase_link(phase), days) for phase, days in slips if days > 0]
    early = [(phase_link(phase), -days) for phase, days in slips if days < 0]
    for words, phases in ((_("Later than planned: {phases}."), late), (_("Earlier than planned: {phases}."), early)):
        parts: list[str | NamedLink] = []
        for link, days in phases:
            if parts:
                parts += [", ", *_sentence(_("{phase} by {n}"), phase=link, n=str(days))]
            else:
                by = n_("{phase} by {n} working day", "{phase} by {n} working days", days)
                parts += _sentence(by, phase=link, n=str(days))
        if parts:
            yield _sentence(words, phases=parts)
