# The last step: work, sections and header are put together. Criteria that stand in a checklist of the whole plan go to
# their phases here, and what the Timeline Summary says of dependencies.
"""From what was read to the plan."""

from __future__ import annotations

import re

from msgspec.structs import replace

from mkdocs_planplugin.catalog import FindingKind
from mkdocs_planplugin.gfm import MAX_DEPTH, BlockKind
from mkdocs_planplugin.model import Finding, Plan, Severity

from .context import ReadingContext
from .document import Document
from .findings import UNREAD_VALUE
from .front_matter import UNREADABLE_FRONT_MATTER, FrontMatter
from .header import read_header
from .labels import label_key, labelled_values
from .near_boxes import note_near_boxes
from .near_tables import note_near_tables
from .patterns import when_used
from .profiles import FOOTER_LABELS, PROFILES, SectionKind, alternatives
from .sections import PlanSections, read_sections
from .signs import Candidate
from .templates import is_template
from .work import Layout, WorkDrafts, distinct, finish_work

OPEN_FENCE = FindingKind(
    "PLAN104",
    Severity.WARNING,
    "A code fence that is never closed",
    "Everything after it is code: tasks and headings below are not read, here and on GitHub.",
    "End it with a line that holds nothing but the characters it begins with.",
)

TOO_DEEP = FindingKind(
    "PLAN105",
    Severity.WARNING,
    "Lists that nest too deep",
    "Beyond this depth the page is left as MkDocs renders it, without views.",
    "Make the nesting flatter.",
)

KINDS = (OPEN_FENCE, TOO_DEEP)

_TITLE_PREFIX = when_used(
    rf"[\W_]*(?:{alternatives(lambda profile: profile.headings.title_prefixes)})\s*[:：–—-]\s*", re.IGNORECASE
)
# The sections whose headings views stand below.
_VIEW_SECTIONS: tuple[SectionKind, ...] = ("phases", "risks", "resources", "definition_of_done")
_FOOTER = 3  # a footer is among so many last blocks of a section


def assemble(name: str, page: Candidate, context: ReadingContext) -> Plan:
    """The plan of a page; `name` is its title if the text has none."""
    front_matter, layout, drafts = page.front_matter, page.layout, page.work
    document = layout.document
    of_tasks = {item.line for task in drafts.walk() for item in task.criteria}
    sections = read_sections(layout, of_tasks, context)
    _give_criteria_to_phases(drafts, sections)
    work = finish_work(drafts, sections.timeline.dependencies_by_number(drafts.phases), context)
    header = read_header(front_matter, layout, context)
    title = _title(document) or front_matter.title or name
    plan = Plan(
        title=title,
        line=document.title.line if document.title else document.root.line,
        is_template=is_template(title, page),
        dialect=_dialect(layout, drafts),
        tags=front_matter.tags,
        declared_status=header.declared.words,
        status=header.declared.status,
        status_source=header.declared.source,
        created=header.created,
        last_updated=header.last_updated,
        start=header.start,
        due=header.due,
        baseline=front_matter.baseline,
        owner=header.owner,
        author=header.author,
        based_on=header.based_on,
        summary=sections.discovery.summary,
        key_findings=sections.discovery.key_findings,
        decisions=sections.discovery.decisions,
        phases=work.phases,
        tasks=work.tasks,
        criteria=work.criteria,
        risks=sections.risks,
        risks_anchor=context.anchors.anchor("plan-risks"),
        definition_of_done=tuple(checklist.group for checklist in sections.checklists if not checklist.of_phases),
        timeline=sections.timeline.resolved_rows(drafts.phases, work.references),
        timeline_total=sections.timeline.total,
        resources=sections.resources,
        communication=sections.communication,
        rollback=sections.rollback,
        success_metrics=sections.metrics,
        assumptions=sections.notes.assumptions,
        open_questions=sections.notes.open_questions,
        external_dependencies=sections.notes.external_dependencies,
        link_targets={label: target for label, (target, _) in document.outline.definitions.items()},
        links=distinct((*header.links, *sections.notes.links, *work.links)),
        revisions=sections.history,
        template_version=_template_version(document),
        placeholders=page.unfilled.placeholders,
        sections=_view_lines(layout, sections),
    )
    # Front matter that cannot be read is text to MkDocs; its brackets are YAML, and nobody is to fill them in.
    is_broken = any(finding.code == UNREADABLE_FRONT_MATTER.code for finding in front_matter.findings)
    if page.unfilled.placeholders and not plan.is_template and not is_broken and (lines := page.unfilled.values()):
        context.findings.placeholders(lines, page.lines[lines[0] - 1])
    found = _findings(front_matter, context)
    if plan.is_template:  # whoever fills it in writes the values
        found = tuple([finding for finding in found if finding.code != UNREAD_VALUE.code])
    return replace(plan, findings=found)


def _title(document: Document) -> str:
    title = document.title.title if document.title else ""
    prefix = _TITLE_PREFIX.match(title)
    return (title[prefix.end() :].strip() if prefix else "") or title


def _give_criteria_to_phases(drafts: WorkDrafts, sections: PlanSections) -> None:
    """Give criteria of a phase that stand elsewhere to that phase. If the plan has no such phase, they belong to
    none."""
    by_number = {phase.number: phase for phase in reversed(drafts.phases)}
    for checklist in sections.checklists:
        if checklist.of_phases:
            by_number.get(checklist.phase, drafts.outside).criteria += checklist.group.items


def _dialect(layout: Layout, drafts: WorkDrafts) -> str:
    """The name of the profile by which the document is recognised, else `phases` or `tasks`, by how its work is
    structured."""
    for profile in PROFILES:
        recognition = profile.recognised_by
        if recognition and len(layout.by_kind.keys() & recognition.sections) >= recognition.at_least:
            return profile.name
    return "phases" if drafts.phases else "tasks"


def _template_version(document: Document) -> str | None:
    """The version of the template from which the plan was made. It stands in a footer."""
    for section in document.root.walk():
        end = "".join(block.text for block in section.blocks[-_FOOTER:]).casefold()
        if not any(label in end for label in FOOTER_LABELS):
            continue
        for block in section.blocks:
            for labelled in labelled_values(block) if block.kind is BlockKind.PARAGRAPH else ():
                if FOOTER_LABELS.get(label_key(labelled.label)) == "template_version":
                    return document.words(labelled.value) or None
    return None


def _view_lines(layout: Layout, sections: PlanSections) -> dict[str, int]:
    """The lines at which views stand: those of the title, of headings, and of a table of risks outside a section of
    risks."""
    title = layout.document.title
    lines: dict[str, int | None] = {"title": title.line if title else None}
    lines |= {kind: layout.line_of(kind) for kind in _VIEW_SECTIONS}
    lines["risk_table"] = next((table.line for table in sections.risk_tables), None)
    return {kind: line for kind, line in lines.items() if line is not None}


def _findings(front_matter: FrontMatter, context: ReadingContext) -> tuple[Finding, ...]:
    outline = context.document.outline
    if outline.open_fence is not None and any(map(str.strip, outline.open_fence.lines)):
        context.findings.note(
            OPEN_FENCE,
            outline.open_fence.line,
            "this code fence is never closed: everything after it is code",
        )
    if outline.too_deep:
        context.findings.note(
            TOO_DEEP,
            outline.root.line,
            f"lists and quotes nest deeper than {MAX_DEPTH} levels; the page is left as MkDocs renders it",
            "make the nesting flatter",
        )
    note_near_boxes(context.document, context.findings)
    note_near_tables(context.document, context.findings)
    return tuple(sorted((*front_matter.findings, *context.findings.all()), key=lambda finding: finding.line))
