# The versions of a plan one after another, and what they come to: points over time, and the day of each box. It is made
# step by step, so that it can be kept, and go on with the next version.
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
_SINCE_BEFORE = -1


class DatedReading(msgspec.Struct, frozen=True):
    """What a plan said at the end of a day. `committed` is False for what only the working tree has; where
    `is_first_known` is set, nobody knows what was before."""

    day: dt.date
    reading: RevisionReading
    committed: bool = True
    is_first_known: bool = False


class Series(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What versions of a plan come to: its points; the days on which each task and each other box of the last version
    came to stand as it does, in the order of the version, None where that is not known; the day of the last real
    change; and how many days there were, up to the first that ended with the plan in progress: 0 where none did, less
    where it was so before the first that is known."""

    points: tuple[Point, ...] = ()
    tasks: tuple[dt.date | None, ...] = ()
    boxes: tuple[dt.date | None, ...] = ()
    changed: dt.date | None = None
    in_progress: int = 0


def series_of(readings: Iterable[DatedReading]) -> Series:
    """What readings, one for each day, come to, the oldest first. Where a plan was none for a time, it goes on."""
    series, before = Series(), None
    for number, dated in enumerate(readings, 1):
        if dated.reading.version is not None:
            series = next_series(series, before, dated, number)
            before = dated.reading
    return series


def next_series(series: Series, before: RevisionReading | None, dated: DatedReading, number: int) -> Series:
    """What a series comes to with one more reading, of which it is the day of this `number`; `before` is the last one
    that had a plan."""
    after = dated.reading
    if after == before or after.version is None:
        return series
    was, now = before.version if before else None, after.version
    day = None if dated.is_first_known else dated.day
    begun = (_SINCE_BEFORE if dated.is_first_known else number) if now.status is Status.IN_PROGRESS else 0
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
    return {key for key, task in version.tasks_by_key().items() if task.counted}


def _grown(was: PlanVersion, now: PlanVersion) -> Iterator[float]:
    """By how many hours each piece of work has grown."""
    before, after = was.hours_by_key(), now.hours_by_key()
    return (after.get(key, 0.0) - before.get(key, 0.0) for key in {**before, **after})


def _days(
    before: Mapping[Key, T], days: Days, after: Mapping[Key, T], day: dt.date | None
) -> tuple[dt.date | None, ...]:
    """The days on which boxes came to stand as they do: that of the version before, where they did so there."""
    known = dict(zip(before, days, strict=True))
    return tuple(known[key] if key in known and before[key].state is box.state else day for key, box in after.items())
