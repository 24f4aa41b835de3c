# Before anything is read it is settled what each section is about. A kind holds for the sections below, too: boxes in
# `### Security` below `## Definition of Done` are no tasks.
"""Where things are in a document."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from mkdocs_planplugin.gfm import BlockKind
from mkdocs_planplugin.model import State

from ..document import Document, Section
from ..header_values import header_values
from ..labels import LabelledValue, label_key
from ..list_items import has_boxes
from ..profiles import HEADER_LABELS, Role, SectionKind, phrase_set
from .box_groups import BoxGroup, box_groups
from .misplaced import put_work_in_its_place
from .names import names_risks, names_work
from .paragraph_headings import make_sections_of_paragraphs
from .phase_numbers import is_counted
from .phase_sections import PhaseSection, phase_sections
from .roles import section_kind, settle_roles
from .task_titles import is_named_as_task

# Labels that any document may have in its header: they are no sign of a plan.
_PEOPLE = ("owner", "author")
_LONGEST_LABEL = 40
# What may hold a list below a label such as `Risks`; a report on how it went (aside) tells what became of risks.
_MAY_HOLD_RISKS: tuple[SectionKind | None, ...] = (None, "discovery", "notes", "other_view", "phases", "timeline")
_HEADER_SECTION = phrase_set(lambda profile: profile.labels.header_sections)


class Layout(Struct, frozen=True):
    """The parts of a document.

    `header` has the known values above the first section by their meaning, the first of each. `people` are those values
    that say whose plan it is, `dependencies` what the plan waits for, `strange_labels` the labels that are not known.
    `phases` are the sections that are phases, `in_phases` these and all sections below them. `kinds` says what a
    section is about, by its own heading or one around it; `by_kind` has the sections whose own heading says it.
    `risks_elsewhere` are the sections of risks inside phases, and lists of risks below labels. `box_groups` are all
    boxes with their roles.
    """

    document: Document
    header: Mapping[str, LabelledValue]
    people: Mapping[str, LabelledValue]
    dependencies: tuple[LabelledValue, ...]
    strange_labels: tuple[LabelledValue, ...]
    phases: Sequence[PhaseSection]
    in_phases: frozenset[Section]
    kinds: Mapping[Section, SectionKind | None]
    by_kind: Mapping[SectionKind, Sequence[Section]]
    risks_elsewhere: Sequence[Section]
    box_groups: Sequence[BoxGroup]

    def of(self, kind: SectionKind) -> Sequence[Section]:
        """The sections whose own heading says that they are of this kind."""
        return self.by_kind.get(kind, ())

    def roles(self) -> dict[int, Role]:
        """The role of each box by the line of its item."""
        return {box.line: group.role for group in self.box_groups for box in group.boxes}

    def states(self) -> dict[int, State]:
        """The state that the name of a list gives its boxes, if they are open, by the lines of their items."""
        return {box.line: group.state for group in self.box_groups if group.state for box in group.boxes}

    def line_of(self, kind: SectionKind) -> int | None:
        """The line of the first section of a kind."""
        return next((section.line for section in self.of(kind)), None)


def read_layout(document: Document) -> Layout:
    """The layout of a document."""
    make_sections_of_paragraphs(document)
    put_work_in_its_place(document)
    phases = phase_sections(document)
    labelled = list(_header(document, {phase.section for phase in phases}))
    known = [(meaning, value) for meaning, value in labelled if meaning]
    in_phases = frozenset(section for phase in phases for section in phase.section.walk())
    kinds: dict[Section, SectionKind | None] = {}
    by_kind: dict[SectionKind, list[Section]] = {}
    risks_elsewhere: list[Section] = []
    of_phases = {phase.section for phase in phases}
    # A list of what is to come, and no function that calls itself: that would keep all this until a garbage collection.
    pending: list[tuple[Section, SectionKind | None]] = [(document.root, None)]
    steps: set[Section] = set()  # `4. Verify` below `Steps`, behind three others, is the last of them
    while pending:
        section, around = pending.pop()
        has_kind = section.level > 0 and section is not document.title and section not in of_phases
        own = section_kind(section.title) if has_kind else None
        if own and is_named_as_task(section.title):  # `Task 3: Release checklist`
            own = None
        if own == "definition_of_done" and section in steps and not has_boxes(section.blocks):
            own = None
        if names_work(section.title) and is_counted(below.title for below in section.sections):
            steps.update(section.sections)
        if section in in_phases:  # what is said there is said of the phase; risks are those of the plan
            own = "risks" if own == "risks" else None
        if own and own != around:
            (risks_elsewhere if section in in_phases else by_kind.setdefault(own, [])).append(section)
        kinds[section] = own or around
        if section in in_phases and kinds[section] is None:
            risks_elsewhere.extend(_risks_by_label(section))
        pending += [(below, kinds[section]) for below in reversed(section.sections)]
    if "risks" not in by_kind:
        others = (section for section, kind in kinds.items() if section not in in_phases and kind in _MAY_HOLD_RISKS)
        risks_elsewhere += (part for other in others for part in _risks_by_label(other) if names_risks(part.title))
    groups = box_groups(document)
    settle_roles(groups, document, frozenset(phase.section.line for phase in phases))
    return Layout(
        document,
        {meaning: value for meaning, value in reversed(known) if meaning not in ("dependencies", *_PEOPLE)},
        {meaning: value for meaning, value in reversed(known) if meaning in _PEOPLE},
        tuple(value for meaning, value in known if meaning == "dependencies"),
        tuple(value for meaning, value in labelled if meaning is None),
        phases,
        in_phases,
        kinds,
        by_kind,
        risks_elsewhere,
        groups,
    )


def _risks_by_label(section: Section) -> Iterator[Section]:
    """The lists and tables of risks below a label in a phase (`**Risks:**`), as sections of their own."""
    for above, block in pairwise(section.blocks):
        if block.kind not in (BlockKind.LIST, BlockKind.TABLE) or above.kind is not BlockKind.PARAGRAPH:
            continue
        line = above.lines[-1].strip()
        name = line.strip("*_:： ")
        if line != name and len(name) <= _LONGEST_LABEL and section_kind(name) == "risks":
            yield Section(name, section.level + 1, above.line + len(above.lines) - 1, line, [block])


def _header(document: Document, phases: Container[Section]) -> Iterator[tuple[str | None, LabelledValue]]:
    """The labelled values above the first section, with their meaning, where it is known. A heading right below the
    title is a second line of it, unless it is a phase or a task; below other text it has to say that it is the header
    (`Document Status`)."""
    title = document.title
    subtitle = title.sections[0] if title and title.sections else None
    if subtitle and (subtitle in phases or is_named_as_task(subtitle.title)):
        subtitle = None
    if subtitle and title and title.blocks and not _HEADER_SECTION.fits(label_key(subtitle.title)):
        subtitle = None
    for section in filter(None, (document.root, title, subtitle)):
        for labelled in header_values(section.blocks):
            yield HEADER_LABELS.get(label_key(labelled.label)), labelled
