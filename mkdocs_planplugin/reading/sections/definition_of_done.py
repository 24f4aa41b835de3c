"""The Definition of Done, and criteria for the end of a phase that stand outside of phases."""

from __future__ import annotations

from collections.abc import Container

from msgspec import Struct

from mkdocs_planplugin.model import ChecklistGroup

from ..context import ReadingContext
from ..work import BoxGroup, Layout, items_of_checklist, phase_heading


class Checklist(Struct, frozen=True):
    """A group of boxes outside of phases that has to be true in the end. If `of_phases`, it is about the end of a
    phase, and `phase` is the number of that phase if it is named."""

    group: ChecklistGroup
    phase: str | None
    of_phases: bool


def read_checklists(layout: Layout, taken: Container[int], context: ReadingContext) -> list[Checklist]:
    """The groups of such boxes, each with the label or heading above it.

    Boxes on `taken` lines are criteria of a task and left out. Boxes below other boxes belong to the list of these.
    """
    checklists: list[Checklist] = []
    read: set[int] = set()  # lines
    definition_lines = {section.line for section in layout.of("definition_of_done")}
    for group in layout.box_groups:
        if group.role not in ("criteria", "final") or group.section in layout.in_phases:
            continue
        boxes = [box for box in group.boxes if box.line not in taken and box.line not in read]
        items = tuple(items_of_checklist(boxes, context))
        read.update(item.line for item in items)
        if not items:
            continue
        headings = (phase_heading(name.words) for name in group.names)
        phase = next((heading[0] for heading in headings if heading), None)
        checklists.append(
            Checklist(ChecklistGroup(_label(group, definition_lines), items), phase, group.role == "criteria")
        )
    return checklists


def _label(group: BoxGroup, definition_lines: Container[int]) -> str:
    """The label or heading of a group; empty for the heading of the Definition of Done itself."""
    return group.names[0].words if group.names and group.names[0].line not in definition_lines else ""
