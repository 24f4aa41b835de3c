"""What must hold: the Definition of Done, and boxes outside of phases that are for the end of one."""

from __future__ import annotations

from collections.abc import Container
from typing import NamedTuple

from mkdocs_planplugin.model import ChecklistGroup

from ..context import ReadingContext
from ..work import BoxGroup, Layout, items_of_checklist, phase_heading


class Checklist(NamedTuple):
    """Boxes that must hold, outside of phases; those for the end of a phase are not the plan's (`of_phases`), and
    `phase` is the number of the phase where it is named."""

    group: ChecklistGroup
    phase: str | None
    of_phases: bool


def read_checklists(layout: Layout, taken: Container[int], context: ReadingContext) -> list[Checklist]:
    """The groups of boxes outside of phases that must hold, with the label or heading they stand under.

    Boxes whose lines are `taken` are criteria of a task. Boxes below others belong to the list of these.
    """
    checklists: list[Checklist] = []
    done: set[int] = set()
    whole = {section.line for section in layout.of("definition_of_done")}
    for group in layout.box_groups:
        if group.role not in ("criteria", "final") or group.section in layout.in_phases:
            continue
        boxes = [box for box in group.boxes if box.line not in taken and box.line not in done]
        items = tuple(items_of_checklist(boxes, context))
        done.update(item.line for item in items)
        if not items:
            continue
        headings = (phase_heading(name.words) for name in group.names)
        phase = next((heading[0] for heading in headings if heading), None)
        checklists.append(Checklist(ChecklistGroup(_label(group, whole), items), phase, group.role == "criteria"))
    return checklists


def _label(group: BoxGroup, whole: Container[int]) -> str:
    """The label or heading of a group, but for the heading of the Definition of Done itself."""
    return group.names[0].words if group.names and group.names[0].line not in whole else ""
