# What the versions of a plan, one after another, come to: points over time, and the day of each box. It is computed
# version by version, so that it can be kept and continued with the next one.
"""What a series of versions comes to."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

import msgspec

from mkdocs_planplugin.model import Status
from mkdocs_planplugin.portfolio import BoxVersion, Key, PlanVersion, TaskVersion

from .readings import RevisionReading
from .values import Point

T = TypeVar("T", TaskVersion, BoxVersion)
Days = Sequence[dt.date | None]
_BEFORE_FIRST = -1  # see `Series.in_progress`


class DatedReading(msgspec.Struct, frozen=True):
    """What a plan said at the end of a day. `committed` is False for what only the working tree has; where
    `is_first_known` is set, nobody knows what was before."""

    day: dt.date
    reading: RevisionReading
    committed: bool = True
    is_first_known: bool = False


class Series(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What the versions of a plan come to.

    `tasks` and `boxes` are the days since which each task, and each other box, of the last version has had its state,
    in the order of the version, None where that is not known. `changed` is the day of the last real change.
    `in_progress` is the number, from 1, of the first day that ended with the plan in progress: 0 where none did, -1
    where it was in progress before the first day that is known.
    """

    points: tuple[Point, ...] = ()
    tasks: tuple[dt.date | None, ...] = ()
    boxes: tuple[dt.date | None, ...] = ()
    changed: dt.date | None = None
    in_progress: int = 0


def series_of(readings: Iterable[DatedReading]) -> Series:
    """What readings come to, one for each day, the oldest first. Days on which the page was no plan are skipped."""
    series, before = Series(), None
    for number, dated in enumerate(readings, 1):
        if dated.reading.version is not None:
            series = next_series(series, before, dated, number)
            before = dated.reading
    return series


def next_series(series: Series, before: RevisionReading | None, dated: DatedReading, number: int) -> Series:
    """A series with one more reading, that of the day with this `number`; `before` is the last reading with a plan."""
    after = dated.reading
    if after == before or after.version is None:
        return series
    was, now = before.version if before else None, after.version
    day = None if dated.is_first_known else dated.day
    begun = (_BEFORE_FIRST if dated.is_first_known else number) if now.status is Status.IN_PROGRESS else 0
    return Series(
        series.points if was == now else (*series.points, _point(dated, was, now)),
        _days(was.tasks_by_key() if was else {}, series.tasks, now.tasks_by_key(), day),
        _days(was.boxes_by_key() if was else {}, series.boxes, now.boxes_by_key(), day),
        day,
        series.in_progress or begun,
    )


def _point(dated: DatedReading, was: PlanVersion | None, now: PlanVersion) -> Point:
    """The point at which one version of a plan became another."""
    new = _counted(now)
    old = _counted(was) if was else new
    grown = list(_grown(was, now)) if was else []
    return Point(
        day=dated.day,
        done=now.done,
        total=now.total,
        added=len(new - old),
        removed=len(old - new),
        done_hours=now.done_hours,
        total_hours=now.hours,
        added_hours=sum((by for by in grown if by > 0), 0.0),
        removed_hours=sum((-by for by in grown if by < 0), 0.0),
        committed=dated.committed,
    )


def _counted(version: PlanVersion) -> set[Key]:
    """The tasks that count for the progress of the plan."""
    return {key for key, task in version.tasks_by_key().items() if task.counted}


def _grown(was: PlanVersion, now: PlanVersion) -> Iterator[float]:
    """By how many hours each piece of work has grown."""
    before, after = was.hours_by_key(), now.hours_by_key()
    return (after.get(key, 0.0) - before.get(key, 0.0) for key in {**before, **after})


def _days(
    before: Mapping[Key, T], days: Days, after: Mapping[Key, T], day: dt.date | None
) -> tuple[dt.date | None, ...]:
    """The days since which boxes have had their states: for a state that did not change, as in the version before."""
    known = dict(zip(before, days, strict=True))
    return tuple(known[key] if key in known and before[key].state is box.state else day for key, box in after.items())
