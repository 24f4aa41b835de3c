# What a task says about itself beyond its author's words: its state where no box shows it, that it can be started or
# what it still waits for, and how risky it is.
"""State and readiness in words, behind the titles of tasks and in the header."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from mkdocs_planplugin.model import State, Status, Task
from mkdocs_planplugin.portfolio import Entry

from .environment import render
from .formats import LEVELS, STATES, listed
from .links import names

# A chip with more names than this is longer than the title it stands behind.
_NAMES_IN_A_CHIP = 4

# A box shows these by itself.
_SHOWN_BY_BOX = (None, State.OPEN, State.DONE)

Words = tuple[tuple[str, str], ...]


def task_views(entry: Entry) -> Iterator[tuple[str, str]]:
    """For each task the name of the place behind its title and the HTML that goes there."""
    words = task_words(entry)
    for task in entry.plan.walk():
        said = (*words(task), *_state_words(task), *_level_words(task))
        yield f"tasks:{task.anchor}", render("task", words=said, task=task)


def _state_words(task: Task) -> Words:
    if task.state in _SHOWN_BY_BOX:
        return ()
    word = STATES[task.state]
    return (("plan-word plan-word-state", f"{word.sign} {word.text}"),)


def _level_words(task: Task) -> Words:
    if task.risk is None:
        return ()
    word = LEVELS[task.risk]
    return ((f"plan-word plan-word-level plan-level-{word.name}", f"{word.sign} {word.text} risk"),)


def task_words(entry: Entry) -> Callable[[Task], Words]:
    """For a task of this plan: class and text of the words to put behind its title; none for what is settled."""
    if not under_way(entry):
        return lambda _: ()
    readiness, refs = entry.measures.readiness, names(entry.plan)

    def words(task: Task) -> Words:
        found = readiness.get(task.id)
        if found is None or not (found.ready or found.waits_for):
            return ()
        if found.ready:
            return (("plan-word plan-word-ready", "ready"),)
        waits = listed((refs[name].short for name in found.waits_for), _NAMES_IN_A_CHIP)
        return (("plan-word plan-word-waits", f"waits for {waits}"),)

    return words


def under_way(entry: Entry) -> bool:
    """Whether somebody may still work on the plan: what is ready in a template or a finished plan helps nobody."""
    return not entry.plan.is_template and entry.measures.shown_status not in (Status.COMPLETE, Status.CANCELLED)


def waiting(entry: Entry) -> Iterator[tuple[Task, tuple[str, ...]]]:
    """The tasks that wait, in the order of the text, and what for: a sub-task only where it waits for more than its
    task does."""
    tops = [*(task for phase in entry.plan.phases for task in phase.tasks), *entry.plan.tasks]
    yield from _waiting(tops, (), entry)


def _waiting(tasks: Iterable[Task], above: tuple[str, ...], entry: Entry) -> Iterator[tuple[Task, tuple[str, ...]]]:
    for task in tasks:
        found = entry.measures.readiness.get(task.id)
        waits_for = found.waits_for if found else ()
        if waits_for and waits_for != above:
            yield task, waits_for
        yield from _waiting(task.subtasks, waits_for, entry)
