# Where a plan is silent, the schedule has to assume something, and readers are told what. Here the assumptions are
# collected as values; their sentences stand in the catalog. A new assumption is a new kind in the model, its sentence
# in the catalog, and a function in one of the tables here.
"""The assumptions of a schedule."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from mkdocs_planplugin.model import Assumption, AssumptionKind, Phase, State, Task

from .draft import Draft, has_begun
from .durations import Basis, estimated_length
from .nodes import key_of
from .positions import counted_position, lasts_as_placed, starts_at
from .waits import Origin


def assumptions(draft: Draft, *, has_forecast: bool) -> tuple[Assumption, ...]:
    """What was assumed, in the order in which readers are told."""
    rules = (*_RULES, *_RULES_OF_FORECASTS) if has_forecast else _RULES
    return tuple(assumption for rule in rules for assumption in rule(draft))


def _template(draft: Draft) -> Iterator[Assumption]:
    if draft.plan.is_template:
        yield Assumption(AssumptionKind.TEMPLATE)


def _start(draft: Draft) -> Iterator[Assumption]:
    start = draft.plan.starts_on
    if start is None:
        yield Assumption(AssumptionKind.STARTS_ON_DAY_1)
    elif draft.plan.start is None:
        yield Assumption(AssumptionKind.STARTS_WHEN_CREATED, days=(start,))
    if start and draft.axis.start and draft.axis.start != start:
        yield Assumption(AssumptionKind.STARTS_ON_NEXT_WORKING_DAY, days=(start, draft.axis.start))


def _task_starts(draft: Draft) -> Iterator[Assumption]:
    if draft.axis.start is None:
        yield from _about(AssumptionKind.TASK_STARTS_NOT_KEPT, (task for task in _tasks(draft) if task.start))


def _means(draft: Draft) -> Iterator[Assumption]:
    used = [estimate for activity in draft.nodes.activities for estimate in activity.length.estimates]
    if any(estimate.likely_hours is None and estimate.min_hours != estimate.max_hours for estimate in used):
        yield Assumption(AssumptionKind.MEAN_OF_RANGES)
    if any(estimate.likely_hours is not None for estimate in used):
        yield Assumption(AssumptionKind.MEAN_OF_THREE_POINTS)


def _lengths(draft: Draft) -> Iterator[Assumption]:
    phases = list(zip(draft.plan.phases, draft.nodes.members, strict=True))
    cancelled = [phase for phase, members in phases if members and phase.state is State.CANCELLED]
    by_phases = {task.id for phase in cancelled for task in phase.tasks}
    by_basis: dict[Basis, list[Task]] = defaultdict(list)
    for activity in draft.nodes.activities:
        if isinstance(activity.source, Task) and activity.id not in by_phases:
            by_basis[activity.length.basis].append(activity.source)
    for basis, kind in _KIND_BY_BASIS.items():
        yield from _about(kind, by_basis[basis])
    yield from _about(AssumptionKind.CANCELLED_PHASES, cancelled)


_KIND_BY_BASIS = {
    Basis.SUBTASKS: AssumptionKind.SUMS_OF_SUBTASKS,
    Basis.SHARE: AssumptionKind.SHARES_OF_PHASE,
    Basis.NOTHING: AssumptionKind.TASKS_WITHOUT_ESTIMATE,
    Basis.SETTLED: AssumptionKind.CANCELLED_TASKS,
}


def _phases_without_length(draft: Draft) -> Iterator[Assumption]:
    phases = zip(draft.plan.phases, draft.nodes.members, strict=True)
    empty = (phase for phase, members in phases if not members)
    yield from _about(AssumptionKind.PHASES_WITHOUT_LENGTH, empty)


def _positions(draft: Draft) -> Iterator[Assumption]:
    placed = [(phase, position) for phase in draft.plan.phases if (position := counted_position(phase))]
    later = (phase for phase, _ in placed if starts_at(phase, draft.axis))
    yield from _about(AssumptionKind.PHASES_NOT_BEFORE_THEIR_POSITION, later)
    filled = {phase.key for phase in _filled_phases(draft)}
    spanned = (phase for phase, _ in placed if lasts_as_placed(phase, draft.axis) and phase.key in filled)
    yield from _about(AssumptionKind.PHASES_AS_LONG_AS_THEIR_POSITION, spanned)
    start = draft.plan.starts_on
    too_early = (phase for phase, position in placed if position.start and (start is None or position.start < start))
    yield from _about(AssumptionKind.POSITIONS_NOT_KEPT, too_early)


def _filled_phases(draft: Draft) -> Iterator[Phase]:
    """The phases whose own length is used: by themselves as one block, or by tasks that share it."""
    for phase, members in zip(draft.plan.phases, draft.nodes.members, strict=True):
        activities = (draft.nodes.activities[node] for node in members)
        if any(not isinstance(a.source, Task) or a.length.basis is Basis.SHARE for a in activities):
            yield phase


def _order(draft: Draft) -> Iterator[Assumption]:
    in_order = [wait.by for wait in draft.kept if wait.origin is Origin.ORDER]
    yield from _about(AssumptionKind.PHASES_IN_ORDER, (work for work in in_order if isinstance(work, Phase)))
    yield from _about(AssumptionKind.TASKS_IN_ORDER, (work for work in in_order if isinstance(work, Task)))


def _tasks_outside_phases(draft: Draft) -> Iterator[Assumption]:
    if draft.plan.phases:
        yield from _about(AssumptionKind.TASKS_OUTSIDE_PHASES, draft.plan.tasks)


def _subtasks(draft: Draft) -> Iterator[Assumption]:
    subtasks = {task.id for top in _tasks(draft) for subtask in top.subtasks for task in subtask.walk()}
    for_subtasks = (wait.by for wait in draft.kept if wait.waits_for in subtasks and wait.origin is Origin.STATED)
    yield from _about(AssumptionKind.WAITS_FOR_SUBTASKS, for_subtasks)
    of_subtasks = (wait.by for wait in draft.kept if wait.origin is Origin.BY_SUBTASK)
    yield from _about(AssumptionKind.WAITS_OF_SUBTASKS, of_subtasks)


def _unknown_references(draft: Draft) -> Iterator[Assumption]:
    for work in _tasks_and_phases(draft):
        unknown = [name for name in work.depends_on if name not in draft.nodes.by_reference]
        if unknown or work.depends_on_unresolved:
            others = (*work.depends_on_unresolved, *unknown)
            yield Assumption(AssumptionKind.UNKNOWN_REFERENCES, (work,), others)


def _ignored_waits(draft: Draft) -> Iterator[Assumption]:
    if not draft.ignored:
        return
    by_key = {key_of(work): work for work in _tasks_and_phases(draft)}
    for wait in draft.ignored:
        if wait.origin is Origin.ORDER:
            yield Assumption(AssumptionKind.ORDER_NOT_FOLLOWED, (wait.by,), (by_key[wait.waits_for],))
        elif wait.waits_for == key_of(wait.by):
            yield Assumption(AssumptionKind.NAMES_ITSELF, (wait.by,))
        else:
            yield Assumption(AssumptionKind.CLOSES_CYCLE, (wait.by,), (by_key[wait.waits_for],))


_RULES: tuple[Callable[[Draft], Iterator[Assumption]], ...] = (
    _template,
    _start,
    _task_starts,
    _means,
    _lengths,
    _phases_without_length,
    _positions,
    _order,
    _tasks_outside_phases,
    _subtasks,
    _unknown_references,
    _ignored_waits,
)


def _in_progress(draft: Draft) -> Iterator[Assumption]:
    """Half of a task counts as done that is in progress and does not say how much is left."""
    halved = (
        activity.source
        for activity in draft.nodes.activities
        if isinstance(activity.source, Task)
        and activity.source.begun
        and activity.length.minutes
        and not activity.outcome
        and activity.length.basis is not Basis.SUBTASKS
        and estimated_length(activity.source.remaining) is None
    )
    yield from _about(AssumptionKind.HALF_OF_WHAT_IS_IN_PROGRESS, halved)


def _lags(draft: Draft) -> Iterator[Assumption]:
    """Nobody says when what is done was finished."""
    activities = draft.nodes.activities
    behind_done = (
        wait.by
        for wait in draft.lags
        if not has_begun(draft, wait.after) and wait.before < len(activities) and activities[wait.before].outcome
    )
    yield from _about(AssumptionKind.LAGS_FROM_PLANNED_FINISH, behind_done)


_RULES_OF_FORECASTS = (_in_progress, _lags)


def _tasks(draft: Draft) -> Iterator[Task]:
    """The top-level tasks, as they are scheduled."""
    return (activity.source for activity in draft.nodes.activities if isinstance(activity.source, Task))


def _tasks_and_phases(draft: Draft) -> Iterator[Phase | Task]:
    """All phases, tasks and sub-tasks, in the order of the text."""
    for phase in draft.plan.phases:
        yield phase
        yield from phase.walk()
    for task in draft.plan.tasks:
        yield from task.walk()


def _about(kind: AssumptionKind, works: Iterable[Phase | Task]) -> Iterator[Assumption]:
    """An assumption about these tasks and phases, each once; none where there are none."""
    about = {key_of(work): work for work in works}
    if about:
        yield Assumption(kind, tuple(about.values()))
