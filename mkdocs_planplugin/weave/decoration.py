# What is added to the author's elements, and between them, by the lines of the file.
"""Anchors, classes, words and places of views, from the plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from mkdocs_planplugin.catalog import LEVEL_LABELS, PLAN_VIEWS, STATE_LABELS, place_of
from mkdocs_planplugin.model import Plan, State, Task

# The views that stand behind the titles of tasks and risks.
_TITLE_VIEWS = {view.part: view.name for view in PLAN_VIEWS.values() if view.part in ("task", "risk")}


class BlockDecoration(Struct, frozen=True):
    """What is added to the block at a line: an anchor, classes, and the place of a view behind its text. In a row of a
    table, that text is in the column `column`, counted from 0. `draws_box` says that a box at its beginning that GitHub
    does not know, such as `[/]`, is drawn as a box."""

    anchor: str | None = None
    classes: tuple[str, ...] = ()
    view: str | None = None
    column: int = 0
    draws_box: bool = False


class ViewPlace(Struct, frozen=True):
    """Where a view goes: behind the heading at `line`, before the block there, or at the top of the page."""

    view: str
    line: int | None
    before: bool = False


class PageDecoration(Struct, frozen=True):
    """The decoration of one page: what is added to blocks, by their lines, and where views go."""

    blocks: Mapping[int, BlockDecoration] = {}
    places: tuple[ViewPlace, ...] = ()


def place_comment(view: str) -> str:
    """The comment that holds the place of a view until the page is filled."""
    return f"<!--planplugin-place:{view}-->"


def decorate(plan: Plan) -> PageDecoration:
    """The decoration of a plan's page."""
    return PageDecoration(dict(_blocks(plan)), tuple(_places(plan)))


def _blocks(plan: Plan) -> Iterator[tuple[int, BlockDecoration]]:
    for phase in plan.phases:
        yield phase.line, BlockDecoration(phase.anchor, ("plan-phase",))
    for items in (plan.key_findings, plan.decisions, plan.assumptions, plan.open_questions):
        for item in items:
            yield item.line, BlockDecoration(item.anchor, ("plan-item",))
    for risk in plan.risks:
        level = (f"plan-level-{LEVEL_LABELS[risk.priority].name}",) if risk.priority else ()
        place = place_of(_TITLE_VIEWS["risk"], risk.anchor)
        yield risk.line, BlockDecoration(risk.anchor, ("plan-risk", *level), place, risk.title_column)
    for task in plan.walk():
        yield task.line, _of_task(task)


def _of_task(task: Task) -> BlockDecoration:
    classes = ["plan-task", f"plan-state-{STATE_LABELS[task.state].name}"]
    if task.risk:
        classes.append(f"plan-level-{LEVEL_LABELS[task.risk].name}")
    place = place_of(_TITLE_VIEWS["task"], task.anchor)
    draws_box = task.state not in (None, State.OPEN, State.DONE)
    return BlockDecoration(task.anchor, tuple(classes), place, task.title_column, draws_box)


def _places(plan: Plan) -> Iterator[ViewPlace]:
    blocks = {
        "first_phase": min((phase.line for phase in plan.phases), default=None),
        "risk_table": plan.sections.get("risk_table"),
    }
    for view in PLAN_VIEWS.values():
        block = blocks.get(view.before)
        if view.below in plan.sections:
            yield ViewPlace(view.name, plan.sections[view.below])
        elif block is not None:
            yield ViewPlace(view.name, block, before=True)
        elif view.before == "page":
            yield ViewPlace(view.name, None)
        if view.part == "phase":
            for phase in plan.phases:
                yield ViewPlace(place_of(view.name, phase.key), phase.line)
