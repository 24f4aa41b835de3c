# What readers should know about a task beyond the author's words: its state if no box shows it, whether it can be
# started or what it waits for, and its risk. Tasks and phases named there are links.
"""State and readiness in words, behind the titles of tasks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from mkdocs_planplugin.catalog import LEVEL_LABELS, STATE_LABELS, Label, place_of
from mkdocs_planplugin.language import _, n_
from mkdocs_planplugin.measure import Readiness
from mkdocs_planplugin.model import Reference, State, Task, TaskId
from mkdocs_planplugin.portfolio import Entry
from mkdocs_planplugin.views.kit import NamedLink, outside_link, render_each

from .page import PlanPage

# A chip with more names would be longer than the title.
_MOST_NAMES = 4
# States that a box shows by itself.
_SHOWN_BY_BOX = (None, State.OPEN, State.DONE)


class Predecessor(Struct, frozen=True):
    """A task or phase before another one, and the word for its outcome if it is over."""

    link: NamedLink
    settled: Label | None


class Chip(Struct, frozen=True):
    """Words behind a title: the end of their class name, the text, the predecessors named in it, and the text behind
    these."""

    name: str
    text: str
    predecessors: tuple[Predecessor, ...] = ()
    rest: str = ""


def html_by_place(page: PlanPage) -> dict[str, str]:
    """For each task the words behind its title."""
    words = _("Link to task {name}")
    tasks = [(task, chips, words.format(name=task.id)) for task, chips in task_chips(page)]
    html = render_each("tasks", tasks=tasks)
    return dict(zip((place_of("tasks", task.anchor) for task, _chips, _words in tasks), html, strict=True))


def task_chips(page: PlanPage) -> Iterator[tuple[Task, tuple[Chip, ...]]]:
    """The chips of each task and sub-task, in the order of the text. That a part is ready is said only where its whole
    does not say it."""
    is_tracked = page.entry.measures.progress.tasks.total > 0
    outcomes = page.entry.measures.outcomes
    settled = _settled(page.entry)
    parts_of_ready: set[TaskId] = set()
    for task in page.entry.plan.walk():
        readiness = page.readiness.get(task.id, Readiness())
        if readiness.ready:
            parts_of_ready.update(part.id for part in task.subtasks)
        ready = [Chip("ready", _("ready"))] if readiness.ready and task.id not in parts_of_ready else []
        state, order = _state(task, outcomes, is_tracked=is_tracked), _order(task, readiness, page, settled)
        level = LEVEL_LABELS[task.risk] if task.risk else None
        words = _("{sign} {level} risk").format(sign=level.sign, level=level.text) if level else ""
        yield task, (*ready, *state, *order, *([Chip(f"level plan-level-{level.name}", words)] if level else []))


def _state(task: Task, outcomes: Mapping[TaskId, State], *, is_tracked: bool) -> Iterator[Chip]:
    """The state of a task, if its box does not show it. In a plan with progress, also that nobody tracks the task."""
    cancelled = outcomes.get(task.id) is State.CANCELLED and not task.subtasks
    state = (
        State.CANCELLED if cancelled else State.IN_PROGRESS if task.state is None and task.in_progress else task.state
    )
    if state not in _SHOWN_BY_BOX:
        label = STATE_LABELS[state]
        yield Chip("state", f"{label.sign} {label.text}")
    elif is_tracked and task.id not in outcomes and all(part.state is None for part in task.walk()):
        yield Chip("untracked", STATE_LABELS[None].text)


def _order(task: Task, readiness: Readiness, page: PlanPage, settled: Mapping[Reference, Label]) -> Iterator[Chip]:
    """What a task waits for, and which of its stated dependencies are over."""
    if task.id in page.waits:
        waits = page.waits[task.id]
        outside = [Predecessor(outside_link(other, page.context), None) for other in waits.outside]
        yield _naming("waits", _("waits for {names}"), [*outside, *_predecessors(waits.waits_for, page, settled)])
    own = (task.id, *readiness.waits_for)
    after = tuple(name for name in task.depends_on if name in page.links and name not in own)
    if after and page.entry.measures.outcomes.get(task.id) is not State.CANCELLED:
        yield _naming("after", _("after {names}"), _predecessors(after, page, settled))


def _predecessors(
    references: Iterable[Reference], page: PlanPage, settled: Mapping[Reference, Label]
) -> list[Predecessor]:
    return [Predecessor(page.links[reference], settled.get(reference)) for reference in references]


def _naming(name: str, words: str, predecessors: Sequence[Predecessor]) -> Chip:
    """A chip with links to these predecessors, up to a number that is still readable."""
    shown = predecessors[:_MOST_NAMES]
    if more := len(predecessors) - len(shown):
        words = words.format(names=n_("{names} and {n} more", "{names} and {n} more", more)).replace("{n}", str(more))
    text, _names, rest = words.partition("{names}")
    return Chip(name, text, tuple(shown), rest)


def _settled(entry: Entry) -> dict[Reference, Label]:
    """The tasks and phases that others name as dependencies and that are done or cancelled, each with its label."""
    stated = {name for task in entry.plan.walk() for name in task.depends_on}
    states: dict[Reference, State | None] = {}
    for phase in entry.plan.phases:
        if phase.key in stated:
            states.setdefault(phase.key, phase.outcome)
    for task in entry.plan.walk():
        if task.id in stated:
            states.setdefault(task.id, entry.measures.outcomes.get(task.id))
    return {name: STATE_LABELS[state] for name, state in states.items() if state}
