# What the expected finish does not count. Pages say it beside the date, so that readers know how far to trust it.
"""Omissions of the expected finish."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from mkdocs_planplugin.catalog import spellings
from mkdocs_planplugin.model import Hold, NotCounted, NotCountedKind, Reference, State, Task

from .draft import Draft
from .durations import Basis
from .holds import unnamed_promises
from .values import Remaining, ScheduledItem

_Work = tuple[Task, Remaining]


def omissions(
    draft: Draft, items: Sequence[ScheduledItem], holds: Sequence[Hold], today: dt.date
) -> tuple[NotCounted, ...]:
    """What the expected finish of a plan leaves out, the most harmful first. Plans that it waits for are added later:
    only the site knows them."""
    return (
        *_blocked(draft, holds, today),
        *_without_estimate(draft),
        *_double_booked(items),
        *_unused_promises(draft, today),
    )


def _blocked(draft: Draft, holds: Sequence[Hold], today: dt.date) -> Iterator[NotCounted]:
    """The tasks that are blocked without a day, and those that are still blocked after their day."""
    hold_of: Mapping[Reference, Hold] = {hold.by: hold for hold in holds if not hold.plan}
    blocked = [task for task in draft.plan.walk() if task.state is State.BLOCKED]
    outcomes = draft.plan.outcomes() if blocked else {}
    without_day: list[Task] = []
    after_day: list[NotCounted] = []
    for task in blocked:
        hold = hold_of.get(task.id)
        if task.id in outcomes:
            continue
        if hold is None:
            without_day.append(task)
        elif hold.until < today:
            promises = (hold.promise,) if hold.promise else ()
            after_day.append(NotCounted(NotCountedKind.STILL_BLOCKED, (task,), day=hold.until, promises=promises))
    if without_day:
        yield NotCounted(NotCountedKind.BLOCKED, tuple(without_day))
    yield from after_day


def _without_estimate(draft: Draft) -> Iterator[NotCounted]:
    tasks = tuple(
        activity.source
        for activity in draft.nodes.activities
        if isinstance(activity.source, Task) and activity.length.basis is Basis.NOTHING and not activity.outcome
    )
    if tasks:
        yield NotCounted(NotCountedKind.NO_ESTIMATE, tasks)


def _double_booked(items: Iterable[ScheduledItem]) -> Iterator[NotCounted]:
    """The first conflict of each person with several tasks at once, in the order of the days."""
    by_person: dict[str, list[_Work]] = defaultdict(list)
    names: list[str] = []
    for item in items:
        if isinstance(item.source, Task) and item.expected and item.expected.hours:
            for name in item.source.owners:
                names.append(name)
                by_person[name.casefold()].append((item.source, item.expected))
    spelled = spellings(names)
    conflicts = [conflict for person, work in by_person.items() for conflict in _first_conflict(spelled[person], work)]
    yield from sorted(conflicts, key=lambda conflict: conflict.day or dt.date.max)


def _first_conflict(person: str, work: Sequence[_Work]) -> Iterator[NotCounted]:
    """The first tasks of a person that overlap, with the day on which they begin to."""
    if len(work) < 2:  # noqa: PLR2004 (it takes two tasks to overlap)
        return
    for _task, remaining in sorted(work, key=lambda pair: pair[1].start_hours):
        start = remaining.start_hours
        together = [task for task, other in work if other.start_hours <= start < other.finish_hours]
        if len(together) > 1:
            yield NotCounted(NotCountedKind.AT_ONCE, tuple(together), person, remaining.start)
            return


def _unused_promises(draft: Draft, today: dt.date) -> Iterator[NotCounted]:
    promises = tuple(promise for promise in unnamed_promises(draft.plan) if promise.date and promise.date >= today)
    if promises:
        yield NotCounted(NotCountedKind.PROMISE, promises=promises)
