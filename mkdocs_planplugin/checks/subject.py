# What a rule looks at. Rules read values, never text.
"""A plan with what follows from it, as the rules see it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from mkdocs_planplugin.measure import Measures
from mkdocs_planplugin.model import Calendar, Finding, Phase, Plan, Task
from mkdocs_planplugin.schedule import Schedule


class Subject(Struct, frozen=True):
    """The input of the rules: a plan, its schedule by a calendar, and its counters."""

    plan: Plan
    schedule: Schedule | None
    measures: Measures
    calendar: Calendar


Rule = Callable[[Subject], Iterator[Finding]]


def name_of(source: Phase | Task) -> str:
    """How messages name a task or a phase: by its number, or without one by its title."""
    if isinstance(source, Phase):
        if source.label:
            return source.label
        return f"Phase {source.number}" if source.number else f"the phase “{source.name}”"
    return f"task {source.id.written}" if source.id.written else f"the task “{source.title}”"
