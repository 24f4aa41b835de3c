"""The Definition of Done: boxes of the whole plan, and among them those for the end of a phase."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from mkdocs_planplugin.model import ChecklistGroup
from mkdocs_planplugin.reading.context import ReadingContext
from mkdocs_planplugin.reading.document import Section
from mkdocs_planplugin.reading.labels import label_key
from mkdocs_planplugin.reading.work import checklist_items, phase_heading


class Checklist(NamedTuple):
    """Boxes of a checklist for the whole plan; those for the end of a phase are not the plan's (`of_phases`), and
    `phase` is the number of the phase where it is named."""

    group: ChecklistGroup
    phase: str | None
    of_phases: bool


def read_checklists(sections: Iterable[Section], context: ReadingContext) -> list[Checklist]:
    """The boxes by the label they stand under, and which are criteria of a phase that label or heading names."""
    checklists = []
    for section in sections:
        for part in section.parts():
            boxes = tuple(checklist_items(part.blocks, context))
            if boxes:
                headings = map(phase_heading, (part.label, *reversed(part.headings), section.title))
                phase = next((heading[0] for heading in headings if heading), None)
                of_phases = phase is not None or "phase" in label_key(part.label).split()
                checklists.append(Checklist(ChecklistGroup(part.label, boxes), phase, of_phases))
    return checklists
