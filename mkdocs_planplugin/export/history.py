# The history of a plan for `plans.json`.
"""The history of a plan as records."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from mkdocs_planplugin.portfolio import Moved, PlanChanges, RiskVersion

from .numbers import rounded_hours
from .records import (
    BaselineRecord,
    BoxDayRecord,
    ChangesRecord,
    DayMoveRecord,
    HistoryRecord,
    PointRecord,
    ScoreMoveRecord,
    StateMoveRecord,
    StatusMoveRecord,
    TaskNameRecord,
)

if TYPE_CHECKING:
    from mkdocs_planplugin.history import PlanHistory, Point


def history_record(history: PlanHistory) -> HistoryRecord:
    """The history of a plan as a record."""
    baseline = history.baseline
    return HistoryRecord(
        points=tuple(map(_point, history.points)),
        is_complete=history.is_complete,
        changed=history.changed,
        boxes=tuple(BoxDayRecord(line=line, day=day) for line, day in sorted(history.line_days.items())),
        week=None if history.week is None else _changes(history.week),
        baseline=BaselineRecord.of(
            baseline, kind=baseline.kind.value, name=baseline.name or None, changes=_changes(baseline.changes)
        )
        if baseline
        else None,
    )


def _point(point: Point) -> PointRecord:
    hours = ("done_hours", "total_hours", "added_hours", "removed_hours")
    return PointRecord.of(point, **{name: rounded_hours(getattr(point, name)) for name in hours})


def _changes(changed: PlanChanges) -> ChangesRecord:
    return ChangesRecord(
        is_new=changed.before is None,
        status=StatusMoveRecord.of(changed.status) if changed.status else None,
        states=tuple(
            StateMoveRecord(id=task.id, title=task.title, before=moved.before, after=moved.after)
            for task, moved in changed.states
        ),
        added=tuple(map(TaskNameRecord.of, changed.added)),
        removed=tuple(map(TaskNameRecord.of, changed.removed)),
        days=tuple(DayMoveRecord.of(day.moved, name=day.name) for day in changed.days),
        raised=_scores(changed.raised),
        lowered=_scores(changed.lowered),
    )


def _scores(risks: Iterable[tuple[RiskVersion, Moved[int]]]) -> tuple[ScoreMoveRecord, ...]:
    return tuple(ScoreMoveRecord.of(moved, title=risk.title) for risk, moved in risks)
