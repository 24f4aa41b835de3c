# Everything of a plan except its work. A new part of the format is a reader of its own, a field and a line here.
"""Reading all sections of a plan."""

from __future__ import annotations

from collections.abc import Container, Sequence

from msgspec import Struct

from mkdocs_planplugin.gfm import Block, BlockKind
from mkdocs_planplugin.model import Communication, Resources, Revision, Risk, RollbackStep, SuccessMetrics

from ..context import ReadingContext
from ..document import Section
from ..labels import label_key
from ..profiles import SECTIONS, SectionKind
from ..values import Vocabulary, near_label
from ..work import Layout, without_number
from .communication import read_communication
from .definition_of_done import Checklist, read_checklists
from .discovery import Discovery, read_discovery
from .history import read_history
from .metrics import read_metrics
from .notes import PlanNotes, read_notes
from .resources import read_resources
from .risk_drafts import RISK_WORD
from .risk_tables import risk_tables
from .risks import read_risks
from .rollback import read_rollback
from .timeline import TimelineSummary, read_timeline

_NOT_READ: frozenset[SectionKind | None] = frozenset((None, "aside", "other_view"))
# Work below a misspelt heading counts all the same, by its boxes and phases.
_FOUND_ANYWHERE: frozenset[SectionKind | None] = _NOT_READ | {"phases"}
_HOLDS_RISKS = (BlockKind.LIST, BlockKind.TABLE)
_LEAST_LETTERS = 8  # of a heading: `Nodes` are no notes
_NAMES = Vocabulary({name: [name] for name, kind in SECTIONS.items() if kind not in _FOUND_ANYWHERE})


class PlanSections(Struct, frozen=True):
    """The content of the sections of a plan. `risk_tables` are tables of risks outside of sections about risks."""

    checklists: Sequence[Checklist]
    timeline: TimelineSummary
    discovery: Discovery
    risks: tuple[Risk, ...]
    risk_tables: Sequence[Block]
    resources: Resources
    communication: Communication
    rollback: tuple[RollbackStep, ...]
    metrics: SuccessMetrics
    notes: PlanNotes
    history: tuple[Revision, ...]


def read_sections(layout: Layout, taken: Container[int], context: ReadingContext) -> PlanSections:
    """Read each part of the format where its sections are. Boxes whose lines are `taken` are criteria of tasks."""
    _note_misspelt_headings(layout, context)
    tables = risk_tables(_beside_risks(layout), context)
    phases = (section for section in layout.in_phases if section not in layout.risks_elsewhere)
    return PlanSections(
        checklists=read_checklists(layout, taken, context),
        timeline=read_timeline(layout.of("timeline"), context),
        discovery=read_discovery(layout.of("discovery"), layout.of("decisions"), context),
        risks=read_risks((*layout.of("risks"), *layout.risks_elsewhere), phases, tables, context),
        risk_tables=tables,
        resources=read_resources(layout.of("resources"), context),
        communication=read_communication(layout.of("communication"), context),
        rollback=read_rollback(layout.of("rollback"), context),
        metrics=read_metrics(layout.of("metrics"), context),
        notes=read_notes(layout.of("notes"), context),
        history=read_history(layout.of("history"), context),
    )


def _beside_risks(layout: Layout) -> list[Section]:
    """The sections that are not about risks themselves, but may hold tables of them. Where a plan has a section of
    risks, those beside it, such as `QA Results`, only say how these were judged later; one that is called a list of
    risks holds them, if the section of risks has none itself."""
    in_risks = {below for section in layout.of("risks") for below in section.walk()}
    has_risks = any(block.kind in _HOLDS_RISKS for section in in_risks for block in section.blocks)
    others = [section for section, kind in layout.kinds.items() if kind != "risks"]
    return [
        section
        for section in others
        if not in_risks
        or section in in_risks
        or layout.kinds[section] != "aside"
        or (not has_risks and RISK_WORD.search(section.title))
    ]


def _note_misspelt_headings(layout: Layout, context: ReadingContext) -> None:
    """Findings about headings of whole sections that nearly name a part of the format which the plan does not have."""
    title = layout.document.title
    for section in (title or layout.document.root).sections:
        if layout.kinds.get(section) in _NOT_READ and section not in layout.in_phases:
            name = without_number(section.title)
            key = label_key(name)
            near = near_label(key, _NAMES) if len(key) >= _LEAST_LETTERS else None
            is_spaced = near in (key.replace(" ", ""), key.replace("-", ""))  # `Change Log` is no misspelling
            if near and not is_spaced and not layout.of(SECTIONS[near]):
                context.findings.misspelt(name, near.replace("_", " "), section.line)
