# What work waits for that is not in the plan: a day until which a task is blocked, a day that another team has
# promised, the finish of another plan. The forecast leaves all of it out, the expected finish counts it.
"""Waits for days that others have named."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from mkdocs_planplugin.catalog import causes, said_of_blocking
from mkdocs_planplugin.model import ExternalDependency, Hold, Plan, Reference, State, Task

from .axis import Axis
from .draft import Draft

_REMARK = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True)
class _Promise:
    """A promise with a day, and how texts name the team that made it."""

    team: re.Pattern[str]
    promise: ExternalDependency
    day: dt.date


def holds_of(plan: Plan) -> Iterator[Hold]:
    """What holds the tasks of a plan, by its own words: each starts on the working day after.

    A blocked task waits for its own day, else for the latest day of a team that its title, its reason or its
    dependencies name. A task that has not begun waits for the teams that its dependencies or its reason name.
    """
    promises = _promises(plan.external_dependencies)
    tasks = [task for task in plan.walk() if task.state is State.BLOCKED or task.blocked_until or promises]
    outcomes = plan.outcomes() if tasks else {}
    for task in tasks:
        blocked = task.state is State.BLOCKED
        if task.id in outcomes or (task.begun and not blocked):
            continue
        promise = None if task.blocked_until else _latest(promises, _words(task) if blocked else _needs(task))
        if until := task.blocked_until or (promise and promise.date):
            yield Hold(task.id, until, promise)


def unnamed_promises(plan: Plan) -> tuple[ExternalDependency, ...]:
    """The dated promises of teams that no task waits for: none that is blocked, or that is over, has anything to do
    with them, and none names them among what it needs."""
    promises = _promises(plan.external_dependencies)
    texts: list[str] = []
    outcomes = plan.outcomes() if promises else {}
    for task in plan.walk() if promises else ():
        known = task.state is State.BLOCKED or task.id in outcomes
        texts.extend(_words(task) if known else _needs(task))
    return tuple(promise.promise for promise in promises if not any(map(promise.team.search, texts)))


def _promises(dependencies: Iterable[ExternalDependency]) -> list[_Promise]:
    """Those with a team and a day. A team in capitals only (`IT`) is looked for in capitals."""
    promises = []
    for dependency in dependencies:
        team = " ".join(_REMARK.sub(" ", dependency.team or "").split())
        if team and dependency.date:
            flags = re.NOFLAG if team.isupper() else re.IGNORECASE
            promises.append(
                _Promise(re.compile(rf"(?<!\w){re.escape(team)}(?!\w)", flags), dependency, dependency.date)
            )
    return promises


def _latest(promises: Sequence[_Promise], texts: Iterable[str]) -> ExternalDependency | None:
    """The promise with the latest day among those whose team is named in one of the texts."""
    words = list(texts) if promises else []
    candidates = [promise for promise in promises if any(map(promise.team.search, words))]
    return max(candidates, key=lambda promise: promise.day).promise if candidates else None


def _needs(task: Task) -> Iterator[str]:
    """What a task says that it waits for."""
    yield from causes(task)
    yield task.dependencies or ""


def _words(task: Task) -> Iterator[str]:
    """Where a task that is known to wait may name what for."""
    yield task.title
    yield from said_of_blocking(task)
    yield task.dependencies or ""


def held_from(draft: Draft, holds: Iterable[Hold], not_before: Sequence[int]) -> list[int]:
    """The minute before which each node may not start, from those without the holds. What is over, and a phase that has
    begun, is held by nothing."""
    minutes = list(not_before)
    for hold in holds:
        node = _held_node(draft, hold.by)
        if node is not None:
            minutes[node] = max(minutes[node], _morning_after(draft.axis, hold.until))
    return minutes


def _held_node(draft: Draft, by: Reference) -> int | None:
    for place, phase in enumerate(draft.plan.phases):
        if phase.key == by:
            return None if phase.outcome or phase.begun else draft.nodes.start(place)
    node = draft.nodes.by_reference.get(by)
    if node is None or node >= len(draft.nodes.activities) or draft.nodes.activities[node].outcome:
        return None
    return node


def _morning_after(axis: Axis, day: dt.date) -> int:
    return axis.minute_after(day) or 0
