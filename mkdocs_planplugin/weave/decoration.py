# What is put on and between the author's elements, by the line they start at.
"""Anchors, classes, words and places of views, from the plan and what was measured."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from mkdocs_planplugin.model import Item, Level, Plan, State, Task

# A state that no box shows is said in a word; a ready or waiting task is told by the views that know.
STATE_WORDS = {
    State.IN_PROGRESS: "◐ in progress",
    State.BLOCKED: "■ blocked",
    State.CANCELLED: "✕ cancelled",
    State.DEFERRED: "» deferred",
}
LEVEL_SIGNS = {Level.LOW: "●", Level.MEDIUM: "◆", Level.HIGH: "▲", Level.CRITICAL: "▲▲"}


@dataclass(frozen=True, slots=True)
class Mark:
    """What the block at a line becomes: the target of `anchor`, with `classes`, and `words` of ours behind its text."""

    anchor: str | None = None
    classes: tuple[str, ...] = ()
    words: tuple[tuple[str, str], ...] = ()  # classes and text of each
    link_title: str | None = None  # where it is to show a link to itself


@dataclass(frozen=True, slots=True)
class Place:
    """Where a view goes: behind the heading at `line`, before the block there, or at the top of the page."""

    view: str
    line: int | None
    before: bool = False


@dataclass(frozen=True, slots=True)
class Decoration:
    """All of it, for one page."""

    marks: Mapping[int, Mark] = field(default_factory=dict)
    places: tuple[Place, ...] = ()


Words = tuple[tuple[str, str], ...]  # class and text


def decorate(plan: Plan, words: Callable[[Task], Words] | None = None) -> Decoration:
    """Return the decoration of a plan's page.

    `words` says what a task shows besides its state and level, such as "ready"; without it tasks show no words.
    """
    return Decoration(dict(_marks(plan, words)), tuple(_places(plan)))


def _marks(plan: Plan, words: Callable[[Task], Words] | None) -> Iterator[tuple[int, Mark]]:
    for phase in plan.phases:
        yield phase.line, Mark(phase.anchor, ("plan-phase",))
    for items in (plan.key_findings, plan.decisions, plan.assumptions, plan.open_questions):
        yield from _item_marks(items)
    for risk in plan.risks:
        level = (f"plan-level-{risk.priority}",) if risk.priority else ()
        yield risk.line, Mark(risk.anchor, ("plan-risk", *level))
    for task in plan.walk():
        yield task.line, _task_mark(task, words)


def _item_marks(items: tuple[Item, ...]) -> Iterator[tuple[int, Mark]]:
    for item in items:
        yield item.line, Mark(item.anchor)


def _task_mark(task: Task, words: Callable[[Task], Words] | None) -> Mark:
    classes = ["plan-task", f"plan-state-{(task.state or 'untracked').replace('_', '-')}"]
    said: list[tuple[str, str]] = []
    if task.state in STATE_WORDS:
        said.append(("plan-word plan-word-state", STATE_WORDS[task.state]))
    if task.risk:
        classes.append(f"plan-level-{task.risk}")
        said.append((f"plan-word plan-word-level plan-level-{task.risk}", f"{LEVEL_SIGNS[task.risk]} {task.risk} risk"))
    said = [*words(task), *said] if words is not None else []
    return Mark(task.anchor, tuple(classes), tuple(said), f"Link to task {task.id}")


def _places(plan: Plan) -> Iterator[Place]:
    yield Place("summary", plan.sections.get("title"))
    first = min((phase.line for phase in plan.phases), default=None)
    section = plan.sections.get("phases")
    if section is not None:
        yield Place("timeline", section)
    elif first is not None:
        yield Place("timeline", first, before=True)
    for phase in plan.phases:
        yield Place(f"progress:{phase.key}", phase.line)
    if "definition_of_done" in plan.sections:
        yield Place("definition_of_done", plan.sections["definition_of_done"])
