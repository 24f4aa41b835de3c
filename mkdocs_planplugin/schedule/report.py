# The last step turns the results for nodes, in minutes, into those for tasks and phases, in hours and dates.
"""From the analyses of a plan to its `Schedule`."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple, TypedDict

from mkdocs_planplugin.model import Hold, Phase, Reference, Task, WorkId

from .analysis import Analysis
from .assumptions import assumptions
from .axis import hours
from .draft import Draft
from .forecast import earliest
from .nodes import key_of
from .not_counted import omissions
from .resolve import resolved_dependencies
from .subtasks import circular_subtasks
from .tracking import tracking
from .values import Forecast, IgnoredDependency, PhaseSpan, Remaining, Schedule, ScheduledItem
from .waits import Origin


class _StartAndFinish(TypedDict):
    """The working days, from 1, and the dates on which something starts and ends."""

    start_day: int
    finish_day: int
    start: dt.date | None
    finish: dt.date | None


class Analyses(NamedTuple):
    """The analyses of a plan: as estimated (`planned`), of the remaining work (`forecast`), and of the remaining work
    with the holds on it (`expected`, the same object as `forecast` if holds change nothing). `forecast` is `None` if
    the plan has none; `expected` also if nobody tracks what is done."""

    planned: Analysis
    forecast: Analysis | None
    expected: Analysis | None


class Report:
    """Makes the schedule from a draft, its analyses and the holds on it, as they are on the day `today`."""

    def __init__(self, draft: Draft, analyses: Analyses, holds: Sequence[Hold], today: dt.date) -> None:
        self._draft = draft
        self._nodes = draft.nodes
        self._axis = draft.axis
        self._planned, self._of_remaining, self._expected = analyses
        self._holds = holds
        self._today = today
        self._earliest = earliest(draft.axis, today)
        self._stated: dict[int, list[Reference]] = defaultdict(list)  # for each node what it waits for directly
        for wait in draft.kept:
            self._stated[wait.after].append(wait.waits_for)
        self._date = cache(draft.axis.date)

    def schedule(self) -> Schedule:
        """The whole schedule as frozen values."""
        planned, items = self._planned, self._items()
        finish_day, p80_day, merged_day = self._finish_days(planned)
        known = self._draft.has_length
        forecast = self._forecast(self._of_remaining, finish_day) if self._of_remaining else None
        expected_day = self._finish_days(self._expected, self._earliest)[0] if self._expected else None
        return Schedule(
            axis=self._axis,
            start=self._date(0),
            finish=self._date(finish_day - 1) if known else None,
            finish_day=finish_day,
            finish_p80=self._date(p80_day - 1) if known else None,
            finish_p80_day=p80_day,
            finish_p80_merged=self._date(merged_day - 1) if known else None,
            duration_hours=hours(planned.finish) if known else 0.0,
            today_hours=self._axis.hours_at(self._today),
            critical_path=self._ids(planned.critical_path),
            items=items,
            phases=tuple(self._spans(items)),
            forecast=forecast,
            expected=self._expected_finish(forecast, finish_day),
            holds=tuple(self._holds),
            tracking=tracking(items, finish_day, expected_day, self._axis, self._today),
            assumptions=assumptions(self._draft, has_forecast=self._of_remaining is not None),
            ignored=tuple(_ignored(self._draft)),
        ).leaving_out(omissions(self._draft, items, self._holds, self._today) if self._expected else ())

    def _finish_days(self, analysis: Analysis, started_at: int = 0) -> tuple[int, int, int]:
        """The working days, from 1, on which all is finished: the mean, the 80% finish of the critical path, and the
        80% finish with merge bias."""
        finishes = (analysis.finish, analysis.finish_p80, analysis.finish_p80_merged)
        started_at = max(started_at, analysis.last_minute)
        finish, p80, merged = (self._axis.finish_day(minute, started_at) + 1 for minute in finishes)
        return finish, p80, merged

    def _forecast(self, analysis: Analysis, planned_day: int) -> Forecast:
        finish_day, p80_day, merged_day = self._finish_days(analysis, self._earliest)
        return Forecast(
            from_hours=hours(self._earliest),
            finish_hours=hours(analysis.finish),
            finish=self._date(finish_day - 1),
            finish_p80=self._date(p80_day - 1),
            finish_p80_merged=self._date(merged_day - 1),
            slip_days=finish_day - planned_day,
            critical_path=self._ids(
                node for node in analysis.critical_path if not self._nodes.activities[node].outcome
            ),
        )

    def _expected_finish(self, forecast: Forecast | None, planned_day: int) -> Forecast | None:
        if self._expected is None:
            return None
        return forecast if self._expected is self._of_remaining else self._forecast(self._expected, planned_day)

    def _items(self) -> tuple[ScheduledItem, ...]:
        """The activities, in the order of the text."""
        dependencies = resolved_dependencies(len(self._nodes.activities), self._planned.network)
        ids = cache(self._ids)  # thousands of tasks may wait for the same thousands: they share the tuple of ids, too
        phases: list[Phase | None] = [None] * len(self._nodes.activities)
        for phase, members in zip(self._draft.plan.phases, self._nodes.members, strict=True):
            phases[members.start : members.stop] = [phase] * len(members)
        return tuple(self._item(node, phase, ids(dependencies[node])) for node, phase in enumerate(phases))

    def _item(self, node: int, phase: Phase | None, depends_on: tuple[WorkId, ...]) -> ScheduledItem:
        planned, activity = self._planned, self._nodes.activities[node]
        source, (best, worst), slack = activity.source, activity.length.ends, planned.slacks[node]
        start, finish = planned.early.starts[node], planned.early.finishes[node]
        remaining = self._remaining(node, self._of_remaining) if self._of_remaining and not activity.outcome else None
        return ScheduledItem(
            id=activity.id,
            kind="task" if isinstance(source, Task) else "phase",
            source=source,
            phase=phase.number if phase else None,
            phase_key=phase.key if phase else None,
            line=source.line,
            duration_hours=hours(activity.length.minutes),
            best_hours=hours(best),
            worst_hours=hours(worst),
            early_start_hours=hours(start),
            early_finish_hours=hours(finish),
            late_start_hours=hours(planned.late.starts[node]),
            late_finish_hours=hours(planned.late.finishes[node]),
            slack_hours=hours(slack),
            free_slack_hours=hours(planned.free_slacks[node]),
            critical=not slack,
            outcome=activity.outcome,
            depends_on=depends_on,
            follows=tuple(self._stated.get(node, ())),
            remaining=remaining,
            expected=self._expected_remaining(node, remaining),
            **self._days(planned, node),
        )

    def _expected_remaining(self, node: int, remaining: Remaining | None) -> Remaining | None:
        if remaining is None or self._expected is None:
            return None
        return remaining if self._expected is self._of_remaining else self._remaining(node, self._expected)

    def _remaining(self, node: int, analysis: Analysis) -> Remaining:
        """The remaining part of an open piece of work, by an analysis of the remaining work."""
        start, finish, slack = analysis.early.starts[node], analysis.early.finishes[node], analysis.slacks[node]
        return Remaining(
            hours=hours(analysis.network.durations[node]),
            start_hours=hours(start),
            finish_hours=hours(finish),
            slack_hours=hours(slack),
            critical=not slack,
            **self._days(analysis, node),
        )

    def _ids(self, nodes: Iterable[int]) -> tuple[WorkId, ...]:
        return tuple([self._nodes.activities[node].id for node in nodes])

    def _spans(self, items: Sequence[ScheduledItem]) -> Iterable[PhaseSpan]:
        """The phases as summaries, in the order of the text: each from the start of its first item to the finish of its
        last. One without items is a moment: what it waits for is finished then."""
        early = self._planned.early
        for place, (phase, members) in enumerate(zip(self._draft.plan.phases, self._nodes.members, strict=True)):
            start_node, of_phase = self._nodes.start(place), items[members.start : members.stop]
            start = min((early.starts[node] for node in members), default=early.starts[start_node])
            finish = max((early.finishes[node] for node in members), default=start)
            days = _days_of_all(of_phase) if of_phase else self._days(self._planned, start_node)
            expected_day = self._expected_day(phase, of_phase, start_node)
            yield PhaseSpan(
                phase=phase,
                items=tuple(of_phase),
                start_hours=hours(start),
                finish_hours=hours(finish),
                depends_on=tuple(self._stated.get(start_node, ())),
                tracking=tracking(of_phase, days["finish_day"], expected_day, self._axis, self._today),
                **days,
            )

    def _expected_day(self, phase: Phase, items: Sequence[ScheduledItem], start_node: int) -> int | None:
        """The working day, from 1, on which the remaining work of a phase will be done; `None` if nothing remains. A
        phase without work of its own is done as soon as what it waits for is."""
        if self._expected is None:
            return None
        if not items:
            today = self._axis.start_day(self._earliest) + 1
            return None if phase.outcome else max(self._days(self._expected, start_node)["finish_day"], today)
        return max((item.expected.finish_day for item in items if item.expected), default=None)

    def _days(self, analysis: Analysis, node: int) -> _StartAndFinish:
        """The days on which a node starts and ends."""
        start, finish, axis, date = analysis.early.starts[node], analysis.early.finishes[node], self._axis, self._date
        last = axis.finish_day(finish, 0 if node in analysis.reached else start)
        first = min(axis.start_day(start), last)
        return {"start_day": first + 1, "finish_day": last + 1, "start": date(first), "finish": date(last)}


def _days_of_all(items: Sequence[ScheduledItem]) -> _StartAndFinish:
    """From the first day of all items to the last."""
    first, last = min(items, key=lambda item: item.start_day), max(items, key=lambda item: item.finish_day)
    return {
        "start_day": first.start_day,
        "finish_day": last.finish_day,
        "start": first.start,
        "finish": last.finish,
    }


def _ignored(draft: Draft) -> Iterable[IgnoredDependency]:
    """The dependencies that close a cycle, in the order of the text. Those of sub-tasks are checked separately: two
    tasks may wait for each other through sub-tasks that do not form a cycle."""
    stated = (wait for wait in draft.ignored if wait.origin is Origin.STATED)
    of_tasks = [IgnoredDependency(key_of(wait.by), wait.waits_for, wait.by.line) for wait in stated]
    return sorted([*of_tasks, *circular_subtasks(draft.plan)], key=lambda dependency: dependency.line)
