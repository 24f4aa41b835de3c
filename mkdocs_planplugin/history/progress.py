# From the versions of a plan, in their order, to what is said of its past.
"""Points, days and baselines of one plan."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from mkdocs_planplugin.model import Plan, Status
from mkdocs_planplugin.portfolio import Key, PlanChanges, PlanVersion, boxes, changes

from .values import Baseline, BaselineKind, PlanHistory, Point

WEEK = dt.timedelta(days=7)


@dataclass(frozen=True, slots=True)
class DatedVersion:
    """A version of a plan, None where it was none; `commit` is empty for what only the working tree has. `words` tells
    one text from another, whatever form it is in. `is_first_known` is set where what was before is not known."""

    day: dt.date
    commit: str
    version: PlanVersion | None
    words: bytes
    is_first_known: bool = False


def plan_history(
    plan: Plan,
    versions: Sequence[DatedVersion],
    baseline: dt.date | str | None,
    tags: Mapping[str, int],
    today: dt.date,
) -> PlanHistory | None:
    """The history of a plan from its versions, the oldest first; None where none of them is a plan. `baseline` is a
    day, a tag, or None; `tags` says how many of the versions are in which tag."""
    points = tuple(_points(versions))
    if not points:
        return None
    starts = _since(versions)
    changed = _changed(versions)
    return PlanHistory(
        points=points,
        is_complete=not versions[0].is_first_known,
        changed=changed,
        line_days=_line_days(plan, versions[starts:]),
        week=_week(versions, today),
        baseline=_baseline(versions, baseline, tags),
    )


def _since(versions: Sequence[DatedVersion]) -> int:
    """Where the plan came to be that is there now: behind the last version that was none."""
    none = [place for place, version in enumerate(versions) if version.version is None]
    return none[-1] + 1 if none else 0


def _points(versions: Iterable[DatedVersion]) -> Iterable[Point]:
    """A point for each day with a change of tasks or hours, and for the first."""
    by_day: dict[dt.date, DatedVersion] = {}
    for version in versions:
        by_day[version.day] = version
    before: PlanVersion | None = None
    points: list[Point] = []
    for dated in by_day.values():
        if dated.version is not None and dated.version != before:
            points.append(_point(dated, dated.version, before))
            before = dated.version
    return points


def _point(dated: DatedVersion, version: PlanVersion, before: PlanVersion | None) -> Point:
    old = {key for key, task in before.tasks_by_key().items() if task.counted} if before else set()
    new = {key for key, task in version.tasks_by_key().items() if task.counted}
    hours = version.hours_by_key()
    hours_before = before.hours_by_key() if before else {}
    grown = [hours.get(key, 0.0) - hours_before.get(key, 0.0) for key in {**hours_before, **hours}]
    return Point(
        day=dated.day,
        done=version.done,
        total=version.total,
        added=len(new - old) if before else 0,
        removed=len(old - new),
        done_hours=version.done_hours,
        total_hours=version.hours,
        added_hours=sum(by for by in grown if by > 0) if before else 0.0,
        removed_hours=-sum(by for by in grown if by < 0),
        committed=bool(dated.commit),
    )


def _changed(versions: Sequence[DatedVersion]) -> dt.date | None:
    """The day of the last version that says something else than the one before it."""
    for place in range(len(versions) - 1, 0, -1):
        one, other = versions[place - 1], versions[place]
        if (one.version, one.words) != (other.version, other.words):
            return other.day
    return None if versions[0].is_first_known else versions[0].day


def _line_days(plan: Plan, versions: Sequence[DatedVersion]) -> Mapping[int, dt.date]:
    """By line, when each box came to stand as it does."""
    if not versions:
        return {}
    tasks, others = _box_days(versions)
    last = versions[-1].version
    if last is None:
        return {}
    lines = (*(task.line for task in plan.walk()), *(box.line for box in boxes(plan)))
    days = (*map(tasks.get, last.tasks_by_key()), *map(others.get, last.boxes_by_key()))
    return {line: day for line, day in zip(lines, days, strict=True) if day}


def _box_days(versions: Sequence[DatedVersion]) -> tuple[dict[Key, dt.date], dict[Key, dt.date]]:
    """When each task and each other box came to stand as it did last; those of which it is not known are not there."""
    tasks: dict[Key, dt.date] = {}
    others: dict[Key, dt.date] = {}
    before: PlanVersion | None = None
    for dated in versions:
        version = dated.version
        if version is None or version is before:
            continue
        for days, then, now in (
            (tasks, before.tasks_by_key() if before else {}, version.tasks_by_key()),
            (others, before.boxes_by_key() if before else {}, version.boxes_by_key()),
        ):
            for key, box in now.items():
                if not dated.is_first_known and (key not in then or then[key].state != box.state):
                    days[key] = dated.day
        before = version
    return tasks, others


def _as_of(versions: Sequence[DatedVersion], day: dt.date) -> int:
    """How many versions there were at the end of a day."""
    return sum(version.day <= day for version in versions)


def _week(versions: Sequence[DatedVersion], today: dt.date) -> PlanChanges | None:
    last = versions[-1].version
    place = _as_of(versions, today - WEEK)
    if not place and versions[0].is_first_known:
        return None
    return changes(versions[place - 1].version if place else None, last)


def _baseline(
    versions: Sequence[DatedVersion], wanted: dt.date | str | None, tags: Mapping[str, int]
) -> Baseline | None:
    """The version that is wanted; where the plan was not there yet, the one in which it came to be in progress."""
    if isinstance(wanted, dt.date):
        named = _baseline_at(versions, _as_of(versions, wanted), BaselineKind.DATE, wanted.isoformat())
    elif wanted is not None:
        named = _baseline_at(versions, tags.get(wanted, 0), BaselineKind.TAG, wanted)
    else:
        named = None
    return named or _baseline_at(versions, _in_progress(versions), BaselineKind.STATUS, "")


def _baseline_at(versions: Sequence[DatedVersion], place: int, kind: BaselineKind, name: str) -> Baseline | None:
    """The baseline that is the last of so many versions."""
    dated = versions[place - 1] if place else None
    if dated is None or dated.version is None or not dated.commit:
        return None
    changed = changes(dated.version, versions[-1].version)
    return Baseline(kind, name, dated.commit, dated.day, changed) if changed else None


def _in_progress(versions: Sequence[DatedVersion]) -> int:
    """How many versions there were when the plan was first in progress; 0 where it never was, or nobody knows."""
    for place, dated in enumerate(versions, 1):
        if dated.version and dated.version.status is Status.IN_PROGRESS:
            return 0 if dated.is_first_known else place
    return 0
