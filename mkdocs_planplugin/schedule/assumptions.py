# What was assumed where the plan is silent, in sentences a project lead understands. A new assumption is a new
# function in the table at the end. A schedule is made once, and told in the language of whoever asks: so sentences are
# kept as they are written here, beside what is put into them.
"""The assumptions of a schedule, in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from textwrap import shorten

from mkdocs_planplugin.language import mark
from mkdocs_planplugin.model import Phase, PhaseRef, Reference, State, Task

from .draft import Draft
from .durations import Basis, estimated_length
from .nodes import Activity
from .positions import lasts_as_placed, starts_at
from .values import Assumption, Name
from .waits import Origin

_TITLE_LENGTH = 60


def assumptions(draft: Draft, *, forecasts: bool = False) -> tuple[Assumption, ...]:
    """What was assumed, in whole sentences; what is left of tasks only where there are `forecasts`."""
    rules = (*_RULES, *_RULES_OF_FORECASTS) if forecasts else _RULES
    return tuple(sentence for rule in rules for sentence in rule(draft))


def _template(draft: Draft) -> Iterator[Assumption]:
    if draft.plan.is_template:
        yield _said(mark("This is a template: its times are examples."))


def _start(draft: Draft) -> Iterator[Assumption]:
    start = draft.plan.start or draft.plan.created
    if start is None:
        yield _said(mark("The plan has no start date: its days are counted, from day 1."))
    elif draft.plan.start is None:
        yield _said(mark("The plan has no start date: it starts on the day it was created, {start}."), start=str(start))
    if start and draft.axis.start and draft.axis.start != start:
        first = str(draft.axis.start)
        yield _said(mark("{start} is no working day: work starts on {first}."), start=str(start), first=first)


def _unplaced_starts(draft: Draft) -> Iterator[Assumption]:
    if draft.axis.start is None:
        yield from _about(
            mark("Without a start date of the plan, a task's own start date cannot be kept: {names}."),
            (task for task in _tasks(draft) if task.start),
        )


def _means(draft: Draft) -> Iterator[Assumption]:
    used = [estimate for activity in draft.nodes.activities for estimate in activity.length.estimates]
    if any(estimate.likely_hours is None and estimate.min_hours != estimate.max_hours for estimate in used):
        yield _said(mark("An estimate that is a range counts with its middle."))
    if any(estimate.likely_hours is not None for estimate in used):
        yield _said(mark("An estimate of three points counts with (optimistic + 4 × likely + pessimistic) / 6."))


def _lengths(draft: Draft) -> Iterator[Assumption]:
    phases = list(zip(draft.plan.phases, draft.nodes.members, strict=True))
    cancelled = [phase for phase, members in phases if members and phase.state is State.CANCELLED]
    by_phases = {task.id for phase in cancelled for task in phase.tasks}
    by_basis: dict[Basis, list[Task]] = defaultdict(list)
    for activity in draft.nodes.activities:
        if isinstance(activity.source, Task) and activity.id not in by_phases:
            by_basis[activity.length.basis].append(activity.source)
    for basis, sentence in _BY_BASIS.items():
        yield from _about(sentence, by_basis[basis])
    yield from _about(mark("Cancelled phases take no time: {names}."), cancelled)


_BY_BASIS = {
    Basis.SUBTASKS: mark("Tasks without an estimate take the sum of their sub-tasks: {names}."),
    Basis.SHARE: mark("Tasks without an estimate share what the estimate of their phase leaves: {names}."),
    Basis.NOTHING: mark("Tasks that nobody estimated take no time: {names}."),
    Basis.SETTLED: mark("Cancelled tasks take no time: {names}."),
}


def _milestones(draft: Draft) -> Iterator[Assumption]:
    phases = zip(draft.plan.phases, draft.nodes.members, strict=True)
    yield from _about(
        mark("Phases without tasks and without an estimate take no time: {names}."),
        (phase for phase, members in phases if not members),
    )


def _fills(activity: Activity) -> bool:
    """Whether something has its length from what its phase is said to take."""
    return activity.length.basis is Basis.SHARE or not isinstance(activity.source, Task)


def _positions(draft: Draft) -> Iterator[Assumption]:
    placed = [(phase, phase.position) for phase in draft.plan.phases if phase.position]
    shared = {id(phase) for phase, members in zip(draft.plan.phases, draft.nodes.members, strict=True)
              if any(_fills(draft.nodes.activities[node]) for node in members)}  # fmt: skip
    yield from _about(
        mark("Phases do not start before the time in their heading: {names}."),
        (phase for phase, position in placed if starts_at(position, draft.axis)),
    )
    yield from _about(
        mark("Phases without an estimate last as long as the time in their heading: {names}."),
        (phase for phase, _ in placed if lasts_as_placed(phase, draft.axis) and id(phase) in shared),
    )
    start = draft.plan.start or draft.plan.created
    yield from _about(
        mark(
            "Without a start date of the plan, or before it, the dates in the heading of a phase cannot be kept: "
            "{names}."
        ),
        (phase for phase, position in placed if position.start and (start is None or position.start < start)),
    )


def _order(draft: Draft) -> Iterator[Assumption]:
    silent = [wait.by for wait in draft.kept if wait.origin is Origin.ORDER]
    yield from _about(
        mark("Phases that name nothing they wait for follow the phase before them: {names}."),
        (by for by in silent if isinstance(by, Phase)),
    )
    yield from _about(
        mark("Tasks that name nothing they wait for follow the task before them: {names}."),
        (by for by in silent if isinstance(by, Task)),
    )


def _loose(draft: Draft) -> Iterator[Assumption]:
    if draft.plan.phases:
        yield from _about(mark("Tasks outside the phases wait for no phase: {names}."), draft.plan.tasks)


def _unknown(draft: Draft) -> Iterator[Assumption]:
    for source in _sources(draft):
        strange = [name for name in source.depends_on if name not in draft.nodes.named]
        if strange or source.depends_on_unresolved:
            yield _said(
                mark("{task} names what is not in this plan ({names}): that is not waited for."),
                task=_name(source),
                names=tuple(dict.fromkeys(map(_called, (*source.depends_on_unresolved, *strange)))),
            )


def _subtasks(draft: Draft) -> Iterator[Assumption]:
    parts = {task.id for top in _tasks(draft) for subtask in top.subtasks for task in subtask.walk()}
    yield from _about(
        mark("A sub-task counts as finished when its whole task is, for those that wait for it: {names}."),
        (wait.by for wait in draft.kept if wait.named in parts and wait.origin is Origin.STATED),
    )
    yield from _about(
        mark("What a sub-task waits for, its whole task waits for: {names}."),
        (wait.by for wait in draft.kept if wait.origin is Origin.BY_SUBTASK),
    )


def _cycles(draft: Draft) -> Iterator[Assumption]:
    if not draft.ignored:
        return
    names = {source.key if isinstance(source, Phase) else source.id: _name(source) for source in _sources(draft)}
    for wait in draft.ignored:
        by, named = _name(wait.by), names[wait.named]
        if wait.origin is Origin.ORDER:
            yield _said(mark("{task} does not follow {other}, which waits for it."), task=by, other=named)
        elif by == named:
            yield _said(mark("{task} names itself: that is left out."), task=by)
        else:
            sentence = mark("{task} names {other}, which waits for it in turn: that is left out.")
            yield _said(sentence, task=by, other=named)


_RULES: tuple[Callable[[Draft], Iterator[Assumption]], ...] = (
    _template,
    _start,
    _unplaced_starts,
    _means,
    _lengths,
    _milestones,
    _positions,
    _order,
    _loose,
    _subtasks,
    _unknown,
    _cycles,
)


def _in_progress(draft: Draft) -> Iterator[Assumption]:
    halved = (
        activity.source
        for activity in draft.nodes.activities
        if activity.length.minutes
        and not activity.outcome
        and activity.length.basis is not Basis.SUBTASKS
        and isinstance(activity.source, Task)
        and activity.source.begun
        and estimated_length(activity.source.remaining) is None
    )
    yield from _about(mark("Half of what is in progress counts as done: {names}."), halved)


_RULES_OF_FORECASTS = (_in_progress,)


def _tasks(draft: Draft) -> Iterator[Task]:
    """The top-level tasks, as they are scheduled."""
    return (a.source for a in draft.nodes.activities if isinstance(a.source, Task))


def _sources(draft: Draft) -> Iterator[Phase | Task]:
    """Everything that can name something, in the order of the text."""
    for phase in draft.plan.phases:
        yield phase
        yield from phase.walk()
    for task in draft.plan.tasks:
        yield from task.walk()


def _said(sentence: str, **values: str | Name | tuple[str | Name, ...]) -> Assumption:
    return Assumption(sentence, values)


def _about(sentence: str, sources: Iterable[Phase | Task]) -> Iterator[Assumption]:
    """The sentence with the names of what it is about; none where it is about nothing."""
    names = dict.fromkeys(_name(source) for source in sources)
    if names:
        yield _said(sentence, names=tuple(names))


def _called(reference: Reference) -> str | Name:
    """A reference in a reader's words."""
    return Name(mark("Phase {name}"), reference.name) if isinstance(reference, PhaseRef) else str(reference)


def _name(source: Phase | Task) -> Name:
    """What a reader calls it: its number, and without one its title."""
    if isinstance(source, Phase):
        number, title, words = source.number, source.name, mark("Phase {name}")
    else:
        number = str(source.id) if source.id.written else None
        title, words = source.title, mark("Task {name}")
    if number:
        return Name(words, number)
    return Name(mark("“{name}”"), shorten(title, _TITLE_LENGTH, placeholder=" …"))
