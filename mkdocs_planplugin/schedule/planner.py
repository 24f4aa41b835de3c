# The way through this room, in one place: nodes, waits, cycles cut, network, forward pass, and back into hours, dates
# and words.
"""The schedule of a plan."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cache
from typing import TypedDict

from mkdocs_planplugin.model import Calendar, Phase, Plan, Task

from .assumptions import Draft, assumptions
from .axis import Axis, hours, minutes
from .durations import mean_minutes
from .network import Network, Times, closing_edges
from .nodes import Nodes
from .resolve import resolved_dependencies
from .values import LeftOut, PhaseSpan, Schedule, ScheduledItem
from .waits import Origin, waits


class Days(TypedDict):
    """The working days, from 1, and the dates on which something starts and ends."""

    start_day: int
    finish_day: int
    start: dt.date | None
    finish: dt.date | None


def schedule(plan: Plan, calendar: Calendar, today: dt.date) -> Schedule | None:
    """When everything of the plan happens; `None` where there is nothing to place: no task and no phase, or a template
    without a single estimate. `today` only marks its place on the axis. Never raises."""
    if not (plan.phases or plan.tasks) or (plan.is_template and not _estimated(plan)):
        return None
    draft = _draft(plan, Axis.of(calendar, plan.start or plan.created))
    network = _network(draft)
    times = network.early()
    items = _items(draft, network, times)
    duration = hours(max(times.finishes))
    finish_day = draft.axis.finish_day(duration)
    return Schedule(
        axis=draft.axis,
        start=draft.axis.start,
        finish=draft.axis.date(finish_day),
        finish_day=finish_day + 1,
        duration_hours=duration,
        today_hours=draft.axis.hours_at(today),
        items=items,
        phases=_spans(draft, items, times),
        assumptions=assumptions(draft),
        left_out=_left_out(draft),
    )


def _estimated(plan: Plan) -> bool:
    """Whether anything in the plan says how long it takes."""
    estimates = (*(phase.estimate for phase in plan.phases), *(task.estimate for task in plan.walk()))
    return any(mean_minutes(estimate) is not None for estimate in estimates)


def _draft(plan: Plan, axis: Axis) -> Draft:
    """The plan as nodes and waits, with those waits apart that would close a cycle."""
    nodes = Nodes.of(plan)
    every = waits(plan, nodes)
    closing = closing_edges(nodes.size, [(wait.before, wait.after) for wait in every])
    kept = [wait for index, wait in enumerate(every) if index not in closing]
    return Draft(plan, axis, nodes, kept, left_out=[every[index] for index in sorted(closing)])


def _network(draft: Draft) -> Network:
    """The network of the waits that hold. The starts and finishes of phases take no time."""
    activities, phases = draft.nodes.activities, 2 * len(draft.plan.phases)
    durations = [activity.length.minutes for activity in activities] + [0] * phases
    not_before = [_not_before(activity.source, draft.axis) for activity in activities] + [0] * phases
    return Network.of(durations, not_before, ((wait.before, wait.after) for wait in draft.kept))


def _not_before(source: Task | Phase, axis: Axis) -> int:
    """The minute before which a task may not start: the morning of its own start date."""
    start = source.start if isinstance(source, Task) else None
    return minutes((axis.hours_at(start) if start else None) or 0)


def _items(draft: Draft, network: Network, times: Times) -> tuple[ScheduledItem, ...]:
    """The activities as they are shown, in the order of the text."""
    nodes = draft.nodes
    dependencies = resolved_dependencies(nodes, network)

    @cache  # thousands of tasks may wait for the same thousands: they share the tuple of ids, too
    def ids(found: tuple[int, ...]) -> tuple[str, ...]:
        return tuple(nodes.activities[node].id for node in found)

    owners: list[Phase | None] = [None] * len(nodes.activities)
    for phase, members in zip(draft.plan.phases, nodes.members, strict=True):
        owners[members.start : members.stop] = [phase] * len(members)
    return tuple(_item(draft, node, phase, times, ids(dependencies[node])) for node, phase in enumerate(owners))


def _item(draft: Draft, node: int, phase: Phase | None, times: Times, depends_on: tuple[str, ...]) -> ScheduledItem:
    activity = draft.nodes.activities[node]
    start, finish = hours(times.starts[node]), hours(times.finishes[node])
    return ScheduledItem(
        id=activity.id,
        kind="task" if isinstance(activity.source, Task) else "phase",
        source=activity.source,
        phase=phase.number if phase else None,
        phase_key=phase.key if phase else None,
        line=activity.source.line,
        duration_hours=hours(activity.length.minutes),
        early_start_hours=start,
        early_finish_hours=finish,
        depends_on=depends_on,
        **_days(draft.axis, start, finish),
    )


def _spans(draft: Draft, items: Sequence[ScheduledItem], times: Times) -> tuple[PhaseSpan, ...]:
    """The phases as summaries, in the order of the text."""
    named: list[list[str]] = [[] for _ in range(draft.nodes.size)]
    for wait in draft.kept:
        if wait.origin in (Origin.STATED, Origin.ORDER):
            named[wait.after].append(wait.named)
    starts = [draft.nodes.start(place) for place in range(len(draft.plan.phases))]
    return tuple(
        _span(draft, phase, items[members.start : members.stop], times.starts[start], tuple(named[start]))
        for phase, members, start in zip(draft.plan.phases, draft.nodes.members, starts, strict=True)
    )


def _span(
    draft: Draft, phase: Phase, items: Sequence[ScheduledItem], free_at: int, depends_on: tuple[str, ...]
) -> PhaseSpan:
    """A phase from the start of its first item to the finish of its last; without items it lies at the minute
    `free_at`, when what it waits for is finished."""
    start = min((item.early_start_hours for item in items), default=hours(free_at))
    finish = max((item.early_finish_hours for item in items), default=start)
    return PhaseSpan(phase, tuple(items), start, finish, depends_on=depends_on, **_days(draft.axis, start, finish))


def _days(axis: Axis, start: float, finish: float) -> Days:
    """The days on which work from hour `start` to hour `finish` starts and ends."""
    first, last = axis.start_day(start), axis.finish_day(finish, start)
    return {"start_day": first + 1, "finish_day": last + 1, "start": axis.date(first), "finish": axis.date(last)}


def _left_out(draft: Draft) -> tuple[LeftOut, ...]:
    """The references of tasks and phases that close a cycle. Those of sub-tasks are not among them: their tasks may
    wait for each other where they themselves do not."""
    return tuple(
        LeftOut(wait.by.id if isinstance(wait.by, Task) else wait.by.key, wait.named, wait.by.line)
        for wait in draft.left_out
        if wait.origin is Origin.STATED
    )
