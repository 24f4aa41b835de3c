# Why work cannot go on, in the words of authors: the attributes in which they say it.
"""Where authors say what a task waits for."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_planplugin.model import Task

# In the order of how surely they say why a task is blocked. What the first of them name, a task waits for, whether it
# is blocked or not; a note may be about anything.
_CAUSES = ("blocked by", "blocker", "blocked", "waiting for", "waiting on", "reason")
_NOTES = ("note", "notes")


def said_of_blocking(task: Task) -> Iterator[str]:
    """What the attributes of a task say of why it is blocked, the surest first."""
    yield from causes(task)
    yield from _values(task, _NOTES)


def causes(task: Task) -> Iterator[str]:
    """What the attributes of a task say that it waits for."""
    return _values(task, _CAUSES)


def _values(task: Task, labels: tuple[str, ...]) -> Iterator[str]:
    if task.attributes:
        values = {label.casefold(): value for label, value in task.attributes.items()}
        yield from (values[label] for label in labels if label in values)
