# A hold is something outside the plan that a task or phase waits for: the day until which it is blocked, a day that
# another team has promised, the finish of another plan. The expected finish counts holds; the forecast does not.
"""The holds on tasks and phases."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from mkdocs_planplugin.model import ExternalDependency, Hold, Plan, Reference, State, Task

from .draft import Draft

_REMARK = re.compile(r"\([^()]*\)")


class _Promise(Struct, frozen=True):
    """A promise with its day, and the pattern that finds the team that made it in a text."""

    team: re.Pattern[str]
    promise: ExternalDependency
    day: dt.date


def holds_of(plan: Plan) -> Iterator[Hold]:
    """The holds on the tasks of a plan that the plan itself states. A task can start on the working day after its hold.

    A blocked task waits for its own day. Without one, it waits for the latest day of the teams that its title, its
    reason or its dependencies name. A task that has not begun waits for the teams in its dependencies or its reason.
    """
    promises = _promises(plan.external_dependencies)
    tasks = [task for task in plan.walk() if task.state is State.BLOCKED or task.blocked_until or promises]
    outcomes = plan.outcomes() if tasks else {}
    for task in tasks:
        blocked = task.state is State.BLOCKED
        if task.id in outcomes or (task.begun and not blocked):
            continue
        texts = _all_texts(task) if blocked else _stated_needs(task)
        promise = None if task.blocked_until else _latest(promises, texts)
        if until := task.blocked_until or (promise and promise.date):
            yield Hold(task.id, until, promise)


def unnamed_promises(plan: Plan) -> tuple[ExternalDependency, ...]:
    """The dated promises of teams that no task names. A task that is blocked or has ended may name a team in any of its
    texts, any other only in its needs."""
    promises = _promises(plan.external_dependencies)
    texts: list[str] = []
    outcomes = plan.outcomes() if promises else {}
    for task in plan.walk() if promises else ():
        anywhere = task.state is State.BLOCKED or task.id in outcomes
        texts.extend(_all_texts(task) if anywhere else _stated_needs(task))
    return tuple(promise.promise for promise in promises if not any(map(promise.team.search, texts)))


def _promises(dependencies: Iterable[ExternalDependency]) -> list[_Promise]:
    """The external dependencies with a team and a day. A team in capitals (`IT`) matches only capitals."""
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


def _stated_needs(task: Task) -> Iterator[str]:
    """The texts in which a task says what it waits for."""
    yield from task.causes
    yield task.dependencies or ""


def _all_texts(task: Task) -> Iterator[str]:
    """All texts of a task that may name what it waits for. Use it only for tasks that wait for something."""
    yield task.title
    yield from (*task.causes, *task.notes)
    yield task.dependencies or ""


def held_from(draft: Draft, holds: Iterable[Hold], not_before: Sequence[int]) -> list[int]:
    """The minute before which each node may not start, with these holds; `not_before` has these minutes without them.
    Tasks that have ended and phases that have begun are not held."""
    minutes = list(not_before)
    for hold in holds:
        node = _held_node(draft, hold.by)
        if node is not None:
            minutes[node] = max(minutes[node], draft.axis.minute_after(hold.until) or 0)
    return minutes


def _held_node(draft: Draft, by: Reference) -> int | None:
    """The node of the task or phase `by`; `None` if it cannot be held any more."""
    for place, phase in enumerate(draft.plan.phases):
        if phase.key == by:
            return None if phase.outcome or phase.begun else draft.nodes.start(place)
    node = draft.nodes.by_reference.get(by)
    if node is None or node >= len(draft.nodes.activities) or draft.nodes.activities[node].outcome:
        return None
    return node
