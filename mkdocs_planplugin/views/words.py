# What a schedule means, for somebody who has to answer for it: what sets the finish, what may slip, and where the plan
# stands. A sentence is said only where all that is in it is known.
"""A schedule in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from mkdocs_planplugin.model import Status, Task
from mkdocs_planplugin.portfolio import Entry
from mkdocs_planplugin.schedule import Forecast, Schedule, ScheduledItem
from mkdocs_planplugin.schedule.axis import minutes

from .formats import counted, day, decimal, work
from .links import Ref, brief, phase_ref, task_ref

# How many a sentence names: of a path its beginning and its end.
_PATH_HEAD, _PATH_TAIL, _NAMED = 5, 3, 3
# In letters: what a sentence calls something that has no id.
_LENGTH = 30
# In working days: the slip that a sentence supposes, and the least that a plan takes to make it worth saying.
_SLIP, _SHORT_SLIP, _LONG_PLAN, _SHORT_PLAN = 3, 1, 10, 3

Sentence = tuple[str | Ref, ...]
Refs = Mapping[str, Ref]  # by the id of a scheduled item


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


def slip(days: int) -> str:
    """`6 working days late`, `1 working day early`, `on plan`."""
    if not days:
        return "on plan"
    return f"{counted(abs(days), 'working day')} {'late' if days > 0 else 'early'}"


def _begun(schedule: Schedule, forecast: Forecast) -> bool:
    """Whether a forecast says more than the plan: time has passed, or something is done."""
    return forecast.from_hours > 0 or forecast.slip_days != 0 or any(item.done for item in schedule.items)


def _ref(item: ScheduledItem) -> Ref:
    """A piece of work by a name that is short enough for a sentence."""
    ref = task_ref(item.source) if isinstance(item.source, Task) else phase_ref(item.source)
    return ref if ref.id else Ref("", f"“{brief(ref.title, _LENGTH)}”", ref.href)


# What sets the finish


def _finish(schedule: Schedule, refs: Refs) -> Iterator[Sentence]:
    """`Finish 12 Mar 2026 is set by 1.2 → 2.1 → 3.1.`, and what has no slack besides."""
    over = schedule.start is not None and schedule.forecast is None
    moved = schedule.forecast is not None and _begun(schedule, schedule.forecast)
    finish = day(schedule.finish).text if schedule.finish else f"on day {schedule.finish_day}"
    named = f"The planned finish, {finish}," if over or moved else f"Finish {finish}"
    path = [refs[name] for name in schedule.critical_path]
    if not path:
        return
    yield (f"{named} {'was' if over else 'is'} set by ", *_path(path), ".")
    known = set(schedule.critical_path)
    others = [each for each in schedule.items if each.critical and each.duration_hours and each.id not in known]
    if others and not over:
        yield ("No slack either: ", *_list([refs[each.id] for each in others]), ".")


def _forecast(forecast: Forecast, refs: Refs) -> Sentence:
    """`Forecast: 20 Mar 2026, 6 working days late, set by 2.2 → 3.1.`"""
    finish = day(forecast.finish).text if forecast.finish else "beyond the calendar"
    path = [refs[name] for name in forecast.critical_path]
    return (f"Forecast: {finish}, {slip(forecast.slip_days)}", *((", set by ", *_path(path)) if path else ()), ".")


def _path(refs: Sequence[Ref]) -> Iterator[str | Ref]:
    """Names with arrows between them; of a long path both ends."""
    left_out = len(refs) - _PATH_HEAD - _PATH_TAIL
    if left_out > 1:
        return _joined([*refs[:_PATH_HEAD], f"{left_out} more", *refs[-_PATH_TAIL:]], " → ")
    return _joined(refs, " → ")


def _list(refs: Sequence[Ref]) -> Iterator[str | Ref]:
    """Names with commas between them, as many as one reads."""
    more = len(refs) - _NAMED
    return _joined([*refs[:_NAMED], *([f"{more} more"] if more > 0 else [])], ", ")


def _joined(parts: Sequence[str | Ref], between: str) -> Iterator[str | Ref]:
    for place, part in enumerate(parts):
        if place:
            yield between
        yield part


# How sure that is


def _sure(schedule: Schedule, forecast: Forecast | None) -> Iterator[Sentence]:
    """The finish that is kept with 80%, where ranges say how sure anything is."""
    if forecast:
        certain = forecast.finish_p80 if forecast.finish_p80 != forecast.finish else None
        words = day(certain).text if certain else ""
    else:
        dated, later = schedule.start is not None, schedule.finish_p80_day > schedule.finish_day
        words = f"day {schedule.finish_p80_day}" if later and not dated else ""
    if words:
        bound = "a lower bound, since where paths meet any of them may be the last"
        yield (f"With 80% confidence it is done by {words} ({bound}).",)


def _due(entry: Entry, schedule: Schedule) -> Iterator[Sentence]:
    """Whether the day on which the plan is due will be kept."""
    due, forecast = entry.plan.due, schedule.forecast
    finish = forecast.finish if forecast else schedule.finish
    if due is None or finish is None or entry.measures.shown_status is Status.COMPLETE:
        return
    days = (finish - due).days
    if days:
        yield (f"That is {counted(abs(days), 'day')} {'after' if days > 0 else 'before'} it is due, {day(due).text}.",)
    else:
        yield ("That is the day on which it is due.",)


# What may slip


def _rest(schedule: Schedule, refs: Refs, forecast: Forecast | None) -> Iterator[Sentence]:
    """What can slip without harm, and what a slip of something else does: of what is left, where there is a forecast,
    else of all that is not done."""
    if forecast:
        slack = {item.id: item.left.slack_hours for item in schedule.items if item.left and item.left.hours}
        path, finish = forecast.critical_path, forecast.finish_hours
    else:
        left = (item for item in schedule.items if item.duration_hours and not item.source.settled)
        slack = {item.id: item.slack_hours for item in left}
        path, finish = schedule.critical_path, schedule.duration_hours
    if len(slack) > 1:
        yield from _slack(slack, refs, schedule.axis.hours_per_day)
    yield from _if_slips(schedule, [name for name in path if name in slack], finish, refs)


def _slack(slack: Mapping[str, float], refs: Refs, hours_per_day: float) -> Iterator[Sentence]:
    """`Task 2.3 can slip by 4 days, 3.1 by 5 days.`: those with the least first."""
    spare = sorted(((hours, name) for name, hours in slack.items() if hours), key=lambda each: each[0])
    if not spare:
        yield ("Nothing that is left can slip without moving it.",)
        return
    parts: list[str | Ref] = ["Task "] if refs[spare[0][1]].id[:1].isdigit() else []
    for place, (hours, name) in enumerate(spare[:_NAMED]):
        slips = "" if place else "can slip "
        parts += [*([", "] if place else []), refs[name], f" {slips}by {work(hours, hours_per_day)}"]
    more = len(spare) - _NAMED
    yield (*parts, f", {more} more by at least as much." if more > 0 else ".")


def _if_slips(schedule: Schedule, path: Sequence[str], finish: float, refs: Refs) -> Iterator[Sentence]:
    """`If 2.1 slips by 3 days, the finish moves to 17 Mar 2026.`: the least certain of those that set it."""
    axis = schedule.axis
    if not path or schedule.finish_day < _SHORT_PLAN:
        return
    spreads = {item.id: item.worst_hours - item.best_hours for item in schedule.items}
    name = max(path, key=spreads.__getitem__)
    days = _SLIP if schedule.finish_day >= _LONG_PLAN else _SHORT_SLIP
    number = axis.finish_day(minutes(finish) + days * axis.minutes_per_day)
    date = axis.date(number)
    to = day(date).text if date else f"day {number + 1}"
    yield ("If ", refs[name], f" slips by {counted(days, 'day')}, the finish moves to {to}.")


# How far it is


def _progress(schedule: Schedule) -> Iterator[Sentence]:
    """Planned progress against what is done, in hours."""
    planned, actual = schedule.tracking.planned_percent, schedule.tracking.actual_percent
    if planned is not None and actual is not None:
        shares = f"{decimal(planned)}% of the estimated hours should be done, {decimal(actual)}% are"
        yield (f"By today {shares} (hours: the bar at the top of the page counts tasks).",)


def _phases(schedule: Schedule) -> Iterator[Sentence]:
    """`Late: Phase 2 by 3 working days, Phase 3 by 2.`"""
    for word, sign in (("Late", 1), ("Early", -1)):
        moved = [(span.phase, sign * (span.tracking.slip_days or 0)) for span in schedule.phases]
        found = [(phase_ref(phase), days) for phase, days in moved if days > 0]
        parts: list[str | Ref] = [f"{word}: "]
        for place, (ref, days) in enumerate(found):
            parts += [*([", "] if place else []), ref, f" by {days if place else counted(days, 'working day')}"]
        if found:
            yield (*parts, ".")
