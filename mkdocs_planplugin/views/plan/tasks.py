# What a task says about itself beyond its author's words: its state where no box shows it, that it can be started or
# what it still waits for, and how risky it is. Every task or phase named there is a link to it.
"""State and readiness in words, behind the titles of tasks and in the header."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mkdocs_planplugin.catalog import LEVEL_LABELS, STATE_LABELS, Label, place_of
from mkdocs_planplugin.language import _, n_
from mkdocs_planplugin.model import Reference, State, Task
from mkdocs_planplugin.portfolio import Entry
from mkdocs_planplugin.views.kit import NamedLink, links_by_id, render_each

from .page import PlanPage

# A chip with more names than this is longer than the title it stands behind.
_NAMES_IN_A_CHIP = 4

# A box shows these by itself.
_SHOWN_BY_BOX = (None, State.OPEN, State.DONE)


@dataclass(frozen=True, slots=True)
class Before:
    """A task or phase that comes before another, and the word for it where nobody waits for it any more."""

    ref: NamedLink
    settled: Label | None


@dataclass(frozen=True, slots=True)
class Chip:
    """Words behind a title: the end of their class name, the text, what it names, and the text after that."""

    name: str
    text: str
    named: tuple[Before, ...] = ()
    rest: str = ""


def html_by_place(page: PlanPage) -> dict[str, str]:
    """For each task the words behind its title."""
    link = _("Link to task {name}")
    tasks = [(task, chips, link.format(name=task.id)) for task, chips in task_chips(page.entry)]
    html = render_each("tasks", tasks=tasks)
    return dict(zip((place_of("tasks", task.anchor) for task, _chips, _link in tasks), html, strict=True))


def task_chips(entry: Entry) -> Iterator[tuple[Task, tuple[Chip, ...]]]:
    """For each task and sub-task, in the order of the text, what is said behind its title."""
    made = _Chips(entry)
    for phase in entry.plan.phases:
        yield from made.of(phase.tasks)
    yield from made.of(entry.plan.tasks)


class _Chips:
    """The chips of one plan: what all of them share."""

    def __init__(self, entry: Entry) -> None:
        self._readiness = entry.measures.readiness if entry.under_way else {}
        self._tracked = entry.measures.progress.tasks.total > 0
        self._outcomes = entry.measures.outcomes
        self._refs = links_by_id(entry.plan)
        self._settled = _settled(entry)

    def of(self, tasks: Iterable[Task], above: tuple[Reference, ...] = ()) -> Iterator[tuple[Task, tuple[Chip, ...]]]:
        """The chips of these tasks and of all below them; `above` is what the task they are part of waits for."""
        for task in tasks:
            found = self._readiness.get(task.id)
            waits_for = found.waits_for if found else ()
            ready = [Chip("ready", _("ready"))] if found and found.ready else []
            yield task, (*ready, *self._state(task), *self._order(task, waits_for, above), *_level(task))
            yield from self.of(task.subtasks, waits_for)

    def _order(self, task: Task, waits_for: tuple[Reference, ...], above: tuple[Reference, ...]) -> Iterator[Chip]:
        """What it waits for, where its task does not wait for just that, and what it states and waits for no more."""
        if waits_for and waits_for != above:
            yield self._naming("waits", _("waits for {names}"), waits_for)
        after = tuple(name for name in task.depends_on if name in self._refs and name not in (task.id, *waits_for))
        if after and self._outcomes.get(task.id) is not State.CANCELLED:
            yield self._naming("after", _("after {names}"), after)

    def _naming(self, name: str, text: str, named: tuple[Reference, ...]) -> Chip:
        first = named[:_NAMES_IN_A_CHIP]
        before = tuple(Before(self._refs[each], self._settled.get(each)) for each in first)
        if more := len(named) - len(first):
            text = text.format(names=n_("{names} and {n} more", "{names} and {n} more", more))
            text = text.replace("{n}", str(more))
        text, _names, rest = text.partition("{names}")
        return Chip(name, text, before, rest)

    def _state(self, task: Task) -> Iterator[Chip]:
        cancelled = self._outcomes.get(task.id) is State.CANCELLED and not task.subtasks
        state = State.CANCELLED if cancelled else task.state
        if state not in _SHOWN_BY_BOX:
            word = STATE_LABELS[state]
            yield Chip("state", f"{word.sign} {word.text}")
        elif self._tracked and task.id not in self._outcomes and all(part.state is None for part in task.walk()):
            yield Chip("untracked", STATE_LABELS[None].text)


def _settled(entry: Entry) -> dict[Reference, Label]:
    """Of the tasks and phases that tasks name those that are done or cancelled, by id and key, with the word for it."""
    named = {name for task in entry.plan.walk() for name in task.depends_on}
    found: dict[Reference, State | None] = {}
    for phase in entry.plan.phases:
        if phase.key in named:
            found.setdefault(phase.key, phase.outcome)
    for task in entry.plan.walk():
        if task.id in named:
            found.setdefault(task.id, entry.measures.outcomes.get(task.id))
    return {name: STATE_LABELS[state] for name, state in found.items() if state}


def _level(task: Task) -> Iterator[Chip]:
    if task.risk is not None:
        word = LEVEL_LABELS[task.risk]
        yield Chip(f"level plan-level-{word.name}", _("{sign} {level} risk").format(sign=word.sign, level=word.text))


def waiting(entry: Entry) -> Iterator[tuple[Task, tuple[Reference, ...]]]:
    """The tasks that wait, in the order of the text, and what for: a sub-task only where it waits for more than its
    task does."""
    tops = [*(task for phase in entry.plan.phases for task in phase.tasks), *entry.plan.tasks]
    yield from _waiting(tops, (), entry)


def _waiting(
    tasks: Iterable[Task], above: tuple[Reference, ...], entry: Entry
) -> Iterator[tuple[Task, tuple[Reference, ...]]]:
    for task in tasks:
        found = entry.measures.readiness.get(task.id)
        waits_for = found.waits_for if found else ()
        if waits_for and waits_for != above:
            yield task, waits_for
        yield from _waiting(task.subtasks, waits_for, entry)
