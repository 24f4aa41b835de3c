# What a schedule means, for somebody who has to answer for it: what sets the finish, what may slip, and where the plan
# stands. A sentence is said only where all that is in it is known.
"""A schedule in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from mkdocs_planplugin.catalog import slip_words
from mkdocs_planplugin.language import _, counted, n_, split_at_fields
from mkdocs_planplugin.model import Status, Task, WorkId
from mkdocs_planplugin.portfolio import Entry
from mkdocs_planplugin.schedule import Forecast, Schedule, ScheduledItem, minutes
from mkdocs_planplugin.views.kit import (
    NamedLink,
    day_number,
    decimal,
    duration_text,
    long_date,
    phase_link,
    shortened,
    task_link,
)

# How many a sentence names: of a path its beginning and its end.
_PATH_HEAD, _PATH_TAIL, _NAMED = 5, 3, 3
# In letters: what a sentence calls something that has no id.
_LENGTH = 30
# In working days: the slip that a sentence supposes, and the least that a plan takes to make it worth saying.
_SLIP, _SHORT_SLIP, _LONG_PLAN, _SHORT_PLAN = 3, 1, 10, 3

Sentence = tuple[str | NamedLink, ...]
Refs = Mapping[WorkId, NamedLink]


def told(entry: Entry, schedule: Schedule) -> list[list[Sentence]]:
    """What there is to say of a schedule that takes time, in paragraphs: the plan, the forecast, and how far it is."""
    refs = {item.id: _ref(item) for item in schedule.items}
    forecast = schedule.forecast
    ahead = [*_due(entry, schedule), *_sure(schedule, forecast)]
    if forecast or schedule.start is None:
        ahead += _rest(schedule, refs, forecast)
    paragraphs = [[*_finish(schedule, refs), *ahead]]
    if forecast and _begun(schedule, forecast):
        expected = [_forecast(forecast, refs), *ahead]
        paragraphs = [[*_finish(schedule, refs)], expected, [*_progress(schedule), *_phases(schedule)]]
    return [paragraph for paragraph in paragraphs if paragraph]


def _begun(schedule: Schedule, forecast: Forecast) -> bool:
    """Whether a forecast says more than the plan: time has passed, or something is done."""
    return forecast.from_hours > 0 or forecast.slip_days != 0 or any(item.done for item in schedule.items)


def _ref(item: ScheduledItem) -> NamedLink:
    """A piece of work by a name that is short enough for a sentence."""
    ref = task_link(item.source) if isinstance(item.source, Task) else phase_link(item.source)
    return ref if ref.id else NamedLink("", _("“{name}”").format(name=shortened(ref.title, _LENGTH)), ref.href)


def _sentence(words: str, **values: str | NamedLink | Sequence[str | NamedLink]) -> Sentence:
    """A sentence with texts and names put into it."""
    parts: list[str | NamedLink] = []
    for text, name in split_at_fields(words):
        value = values[name] if name else ()
        parts += [*([text] if text else []), *([value] if isinstance(value, str | NamedLink) else value)]
    return tuple(parts)


# What sets the finish


def _finish(schedule: Schedule, refs: Refs) -> Iterator[Sentence]:
    """`Finish 12 Mar 2026 is set by 1.2 → 2.1 → 3.1.`, and what has no slack besides."""
    over = schedule.start is not None and schedule.forecast is None
    moved = schedule.forecast is not None and _begun(schedule, schedule.forecast)
    path = [refs[name] for name in schedule.critical_path]
    if not path:
        return
    words = _("Finish {finish} is set by {path}.")
    if over:
        words = _("The planned finish, {finish}, was set by {path}.")
    elif moved:
        words = _("The planned finish, {finish}, is set by {path}.")
    yield _sentence(words, finish=_finished(schedule), path=_path(path))
    known = set(schedule.critical_path)
    others = [each for each in schedule.items if each.critical and each.duration_hours and each.id not in known]
    if others and not over:
        yield _sentence(_("No slack either: {names}."), names=_list([refs[each.id] for each in others]))


def _finished(schedule: Schedule) -> str:
    if schedule.finish:
        return long_date(schedule.finish).text
    return _("on day {number}").format(number=schedule.finish_day)


def _forecast(forecast: Forecast, refs: Refs) -> Sentence:
    """`Forecast: 20 Mar 2026, 6 working days late, set by 2.2 → 3.1.`"""
    finish = long_date(forecast.finish).text if forecast.finish else _("beyond the calendar")
    path = [refs[name] for name in forecast.critical_path]
    if not path:
        return _sentence(_("Forecast: {finish}, {slip}."), finish=finish, slip=slip_words(forecast.slip_days))
    words = _("Forecast: {finish}, {slip}, set by {path}.")
    return _sentence(words, finish=finish, slip=slip_words(forecast.slip_days), path=_path(path))


def _path(refs: Sequence[NamedLink]) -> list[str | NamedLink]:
    """Names with arrows between them; of a long path both ends."""
    left_out = len(refs) - _PATH_HEAD - _PATH_TAIL
    if left_out > 1:
        return list(_joined([*refs[:_PATH_HEAD], _more(left_out), *refs[-_PATH_TAIL:]], " → "))
    return list(_joined(refs, " → "))


def _list(refs: Sequence[NamedLink]) -> list[str | NamedLink]:
    """Names with commas between them, as many as one reads."""
    more = len(refs) - _NAMED
    return list(_joined([*refs[:_NAMED], *([_more(more)] if more > 0 else [])], ", "))


def _more(number: int) -> str:
    return counted(number, "{n} more", "{n} more")


def _joined(parts: Sequence[str | NamedLink], between: str) -> Iterator[str | NamedLink]:
    for place, part in enumerate(parts):
        if place:
            yield between
        yield part


# How sure that is


def _sure(schedule: Schedule, forecast: Forecast | None) -> Iterator[Sentence]:
    """The finish that is kept with 80%, where ranges say how sure anything is."""
    if forecast:
        certain = forecast.finish_p80 if forecast.finish_p80 != forecast.finish else None
        words = long_date(certain).text if certain else ""
    else:
        dated, later = schedule.start is not None, schedule.finish_p80_day > schedule.finish_day
        words = day_number(schedule.finish_p80_day).text if later and not dated else ""
    if words:
        said = _(
            "With 80% confidence it is done by {date} "
            "(a lower bound, since where paths meet any of them may be the last)."
        )
        yield (said.format(date=words),)


def _due(entry: Entry, schedule: Schedule) -> Iterator[Sentence]:
    """Whether the day on which the plan is due will be kept."""
    due, forecast = entry.plan.due, schedule.forecast
    finish = forecast.finish if forecast else schedule.finish
    if due is None or finish is None or entry.measures.shown_status is Status.COMPLETE:
        return
    days = (finish - due).days
    if not days:
        words = _("That is the day on which it is due.")
    elif days > 0:
        words = n_("That is {n} day after it is due, {date}.", "That is {n} days after it is due, {date}.", days)
    else:
        words = n_("That is {n} day before it is due, {date}.", "That is {n} days before it is due, {date}.", -days)
    yield (words.format(n=abs(days), date=long_date(due).text),)


# What may slip


def _rest(schedule: Schedule, refs: Refs, forecast: Forecast | None) -> Iterator[Sentence]:
    """What can slip without harm, and what a slip of something else does: of what is left, where there is a forecast,
    else of all that is not done."""
    if forecast:
        slack = {item.id: item.left.slack_hours for item in schedule.items if item.left and item.left.hours}
        path, finish = forecast.critical_path, forecast.finish_hours
    else:
        left = (item for item in schedule.items if item.duration_hours and not item.outcome)
        slack = {item.id: item.slack_hours for item in left}
        path, finish = schedule.critical_path, schedule.duration_hours
    if len(slack) > 1:
        yield from _slack(slack, refs, schedule.axis.hours_per_day)
    yield from _if_slips(schedule, [name for name in path if name in slack], finish, refs)


def _slack(slack: Mapping[WorkId, float], refs: Refs, hours_per_day: float) -> Iterator[Sentence]:
    """`Task 2.3 can slip by 4 days, 3.1 by 5 days.`: those with the least first."""
    spare = sorted(((hours, name) for name, hours in slack.items() if hours), key=lambda each: each[0])
    if not spare:
        yield (_("Nothing that is left can slip without moving it."),)
        return
    slips = [(refs[name], duration_text(hours, hours_per_day)) for hours, name in spare[:_NAMED]]
    first, length = slips[0]
    task = _sentence(_("Task {name}"), name=first) if first.id[:1].isdigit() else first
    parts = [*_sentence(_("{task} can slip by {length}"), task=task, length=length)]
    for ref, longer in slips[1:]:
        parts += [", ", *_sentence(_("{task} by {length}"), task=ref, length=longer)]
    if (more := len(spare) - _NAMED) > 0:
        parts += [", ", counted(more, "{n} more by at least as much", "{n} more by at least as much")]
    yield (*parts, ".")


def _if_slips(schedule: Schedule, path: Sequence[WorkId], finish: float, refs: Refs) -> Iterator[Sentence]:
    """`If 2.1 slips by 3 days, the finish moves to 17 Mar 2026.`: the least certain of those that set it."""
    axis = schedule.axis
    if not path or schedule.finish_day < _SHORT_PLAN:
        return
    spreads = {item.id: item.worst_hours - item.best_hours for item in schedule.items}
    name = max(path, key=spreads.__getitem__)
    days = _SLIP if schedule.finish_day >= _LONG_PLAN else _SHORT_SLIP
    number = axis.finish_day(minutes(finish) + days * axis.minutes_per_day)
    date = axis.date(number)
    to = long_date(date) if date else day_number(number + 1)
    words = n_(
        "If {task} slips by {n} day, the finish moves to {date}.",
        "If {task} slips by {n} days, the finish moves to {date}.",
        days,
    )
    yield _sentence(words, task=refs[name], n=str(days), date=to.text)


# How far it is


def _progress(schedule: Schedule) -> Iterator[Sentence]:
    """Planned progress against what is done, in hours."""
    planned, actual = schedule.tracking.planned_percent, schedule.tracking.actual_percent
    if planned is not None and actual is not None:
        words = _(
            "By today {planned}% of the estimated hours should be done, {actual}% are "
            "(hours: the bar at the top of the page counts tasks)."
        )
        yield (words.format(planned=decimal(planned), actual=decimal(actual)),)


def _phases(schedule: Schedule) -> Iterator[Sentence]:
    """`Late: Phase 2 by 3 working days, Phase 3 by 2.`"""
    for words, sign in ((_("Late: {phases}."), 1), (_("Early: {phases}."), -1)):
        moved = [(span.phase, sign * (span.tracking.slip_days or 0)) for span in schedule.phases]
        found = [(phase_link(phase), days) for phase, days in moved if days > 0]
        parts: list[str | NamedLink] = []
        for place, (ref, days) in enumerate(found):
            by = _("{phase} by {n}") if place else n_("{phase} by {n} working day", "{phase} by {n} working days", days)
            parts += [*([", "] if place else []), *_sentence(by, phase=ref, n=str(days))]
        if found:
            yield _sentence(words, phases=parts)
