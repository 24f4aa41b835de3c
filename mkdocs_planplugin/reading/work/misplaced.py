# Headings are often a level too deep: `## File Structure` and below it `### Task 1: Wire`, for nobody wrote `## Tasks`
# between them. Before anything is looked for, such headings are put beside the one that they have nothing to do with.
"""Phases and tasks below headings that say something else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ..document import Document, Section
from ..list_items import has_boxes
from ..profiles import STEP_WORDS, SectionKind
from .phase_numbers import phase_heading
from .roles import section_kind
from .task_titles import is_named_as_task

# Sections that are told before the work or beside it. Risks, checks and the like have phases of their own.
_BESIDE: frozenset[SectionKind] = frozenset({"aside", "discovery", "notes", "timeline"})


def put_work_in_its_place(document: Document) -> None:
    """Put the headings of phases, else those of tasks, that stand right below a section about something else behind
    this section, if such headings stand nowhere else. Those of a timeline, which may be another view of the work, only
    if they hold boxes, or nothing does."""
    around = {below: section for section in document.root.walk() for below in section.sections}
    sections = [section for section in around if section is not document.title]  # each before those below it
    beside = {section for section in sections if section.sections and section_kind(section.title) in _BESIDE}
    if not beside:
        return
    for names_work in (_names_phase, is_named_as_task):
        found = {section for section in sections if names_work(section.title)}
        outermost = [section for section in found if around[section] not in found]
        if outermost and all(around[section] in beside for section in outermost):
            has_boxes_at_all = _hold_boxes([document.root])
            for outer in dict.fromkeys(around[section] for section in reversed(sections) if section in beside):
                outer.sections = [
                    below
                    for section in outer.sections
                    for below in (
                        _taken_apart(section, names_work, beside_boxes=has_boxes_at_all)
                        if section in beside
                        else (section,)
                    )
                ]
            return


def _taken_apart(section: Section, names_work: Callable[[str], bool], *, beside_boxes: bool) -> Iterator[Section]:
    """A section, and behind it what stands in it from the first heading of work on."""
    yield section
    first = next((at for at, below in enumerate(section.sections) if names_work(below.title)), len(section.sections))
    moved = section.sections[first:]
    if section_kind(section.title) != "timeline" or not beside_boxes or _hold_boxes(moved):
        del section.sections[first:]
        yield from moved


def _hold_boxes(sections: Iterable[Section]) -> bool:
    return any(has_boxes(below.blocks) for section in sections for below in section.walk())


def _names_phase(title: str) -> bool:
    heading = phase_heading(title)
    return heading is not None and heading.word not in STEP_WORDS
