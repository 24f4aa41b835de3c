# The whole way from a file's text to its plan. Each step is one small reader; this module knows their order.
"""Reading one document."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from mkdocs_planplugin.gfm import (
    EVERYTHING,
    MAX_DEPTH,
    Block,
    Kind,
    Outline,
    Syntax,
    first_link,
    read_outline,
    split_lines,
)
from mkdocs_planplugin.model import Calendar, ChecklistGroup, Finding, Link, Plan, PlanLink
from mkdocs_planplugin.reading.profiles import HEADER, PHASE_WORDS
from mkdocs_planplugin.reading.sections import RiskReader, SectionReader, TimelineEntry
from mkdocs_planplugin.reading.values import count_placeholders, is_placeholder, read_status
from mkdocs_planplugin.reading.work import (
    NOT_WORK,
    Finisher,
    PhaseDraft,
    PhaseSection,
    TaskDraft,
    Waiting,
    WorkReader,
    distinct,
    grouped,
    joined,
    numbered_heading,
    phase_heading,
    phase_sections,
    phases_of_groups,
    read_waiting,
    section_kind,
)

from .detection import Signs, Verdict, judge
from .document import HEADING, PARAGRAPH, Document, Field, Section, fields, header_fields, label_key
from .front_matter import FrontMatter, read_front_matter
from .notes import Notes

# Without any of these a text holds no work, and most pages of a site are told apart by that alone.
WORK = re.compile(
    r"\[[^\d\[\]\n]\]|\b(?:phase|task|milestone|sprint|stage|step)s?\b"
    rf"|^#{{1,6}}[ ][^\n]{{0,20}}?\b(?:{PHASE_WORDS})s?[ ]?\d",
    re.IGNORECASE | re.MULTILINE,
)
# Before these, a name ends: `[Phase Name] (Days 1-X)`, `[Task] - [Description]`.
NAME_ENDS = re.compile(r"\s[-–—(]")
TITLE_PREFIX = re.compile(r"(?:implementation plan|plan)\s*[:：–—-]\s*", re.IGNORECASE)
WITH_WORDS = (PARAGRAPH, HEADING, Kind.TABLE)
NO_PLAN = Verdict(is_plan=False, reasons=("no work in it",))
# A cheap look before the careful one.
MAYBE_PLACEHOLDER = re.compile(r"[\[<{|/·]")
FEW_SPOTS = 10  # that many a plan may leave open and be one
FORMAT_SECTIONS = {"discovery", "phases", "risks", "definition_of_done", "rollback", "timeline", "notes"}

SectionKind = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file says: its plan, where it is one, and why it was taken for one or not.

    `findings` are those of the plan, or of the front matter of a page that is none. `outline` is that of a plan's text,
    for whoever has to show it.
    """

    verdict: Verdict
    plan: Plan | None = None
    findings: tuple[Finding, ...] = ()
    outline: Outline | None = None


def read(text: str, calendar: Calendar | None = None, syntax: Syntax = EVERYTHING, name: str = "") -> Reading:
    """Read a Markdown file's text; never fails, in time linear in the text.

    `calendar` turns days and weeks into hours; `syntax` is what the site has switched on beyond GitHub's Markdown;
    `name` is the plan's title where the text has none.
    """
    text = "\n".join(split_lines(text.removeprefix("\ufeff")))
    front = read_front_matter(text)
    if front.plan is False:
        return Reading(Verdict(is_plan=False, reasons=("front matter says `plan: false`",)))
    if front.plan is None and not WORK.search(text):
        return Reading(NO_PLAN)
    lines = text.split("\n")[front.lines :]
    outline = read_outline(lines, syntax, front.lines + 1)
    return _Reader(outline, front, calendar or Calendar(), name).reading()


class _Reader:
    """Reads one document; holds what its steps share."""

    def __init__(self, outline: Outline, front: FrontMatter, calendar: Calendar, name: str) -> None:
        self.document = Document(outline)
        self.front = front
        self.name = name
        self.notes = Notes(block.text for block in self.document.blocks if block.kind is HEADING)
        self.work = WorkReader(self.document, calendar, self.notes)
        self.risks = RiskReader(self.document, self.notes)
        self.sections = SectionReader(self.document, calendar, self.notes, self.work)
        self.title = next((section for section in self.document.root.sections if section.level == 1), None)
        header = list(self._header())
        self.header = {meaning: each for meaning, each in reversed(header) if meaning != "dependencies"}
        self.waiting = [each for meaning, each in header if meaning == "dependencies"]
        phases = phase_sections(self.document.root, self.title)
        inside = {id(section) for phase in phases for section in phase.section.walk()}
        self.kinds = dict(self._kinds(self.document.root, None, inside))
        self.by_kind: dict[str | None, list[Section]] = {}
        for section in self.document.root.walk():
            self.by_kind.setdefault(self.kinds[id(section)][0], []).append(section)
        self.phases = self._phase_drafts(phases)
        self.loose = self._loose(inside)
        self._settle_work()
        self.done = self._checklists()

    def reading(self) -> Reading:
        verdict = judge(self.document, self._signs(), self.front.plan)
        if not verdict.is_plan:
            return Reading(verdict, findings=self.front.findings)
        plan = self._plan()
        return Reading(verdict, plan, plan.findings, self.document.outline)

    # -- where things are --------------------------------------------------------------------------------------------

    def _header(self) -> Iterator[tuple[str, Field]]:
        """The known fields above the first section, with their meaning: in paragraphs, quotes and lists."""
        for section in (self.document.root, self.title):
            for each in header_fields(section.blocks) if section is not None else ():
                if meaning := HEADER.get(label_key(each.label)):
                    yield meaning, each

    def _phase_drafts(self, sections: list[PhaseSection]) -> list[PhaseDraft]:
        """The phases, each once."""
        ids = {id(each.section) for each in sections}
        drafts = [self.work.phase(each.section, each.named, ids, in_checklist=each.checklist) for each in sections]
        for draft in drafts:
            draft.tasks = grouped(draft.tasks)
        return joined(drafts)

    def _loose(self, inside: set[int]) -> PhaseDraft:
        """The work that stands in no phase. Where phases hold the work, other views of it are none."""
        not_work = NOT_WORK | ({"beside"} if any(phase.tasks for phase in self.phases) else set())
        return self.work.loose(
            block
            for section in self.document.root.walk()
            if id(section) not in inside and self.kinds[id(section)][1] not in not_work
            for block in section.blocks
        )

    def _settle_work(self) -> None:
        """What can only be told when all work is read: boxes that group others are phases where there are no others;
        where nothing is a task by a box or a name, plain items are."""
        if not self.phases:
            self.phases, self.loose.tasks = phases_of_groups(grouped(self.loose.tasks))
        if not any(phase.tasks for phase in (*self.phases, self.loose)):
            for phase in self.phases:
                phase.tasks = self.work.plain_tasks(phase)

    def _checklists(self) -> tuple[ChecklistGroup, ...]:
        """The checklists of the whole plan; what is in them for the end of a phase goes to that phase."""
        by_number = {phase.number: phase for phase in reversed(self.phases)}
        checklists = self.sections.checklists(self._of("definition_of_done"))
        for checklist in checklists:
            if checklist.of_phases:
                by_number.get(checklist.phase, self.loose).criteria += checklist.group.items
        return tuple(checklist.group for checklist in checklists if not checklist.of_phases)

    def _kinds(self, section: Section, kind: str | None, inside: set[int]) -> Iterator[tuple[int, SectionKind]]:
        """What each section is about: by its own heading (the first of the pair), else as the section around it."""
        titled = section.level > 0 and section is not self.title
        own = section_kind(section.title) if titled and id(section) not in inside else None
        yield id(section), (own if own != kind else None, own or kind)
        kind = own or kind
        for below in section.sections:
            yield from self._kinds(below, kind, inside)

    def _of(self, kind: str) -> list[Section]:
        """The sections whose own heading says that they are of this kind."""
        return self.by_kind.get(kind, [])

    def _line_of(self, kind: str) -> int | None:
        return next((section.line for section in self._of(kind)), None)

    # -- what it comes to --------------------------------------------------------------------------------------------

    def _signs(self) -> Signs:
        tasks = [task for phase in (*self.phases, self.loose) for draft in phase.tasks for task in draft.walk()]
        found = self.by_kind.keys() & (NOT_WORK - {"aside"})
        return Signs(
            phases_with_tasks=sum(1 for phase in self.phases if any(map(_tracked, phase.tasks))),
            phases_with_items=sum(1 for phase in self.phases if phase.tasks),
            numbered=sum(1 for phase in self.phases if any(t.id.startswith(f"{phase.number}.") for t in phase.walk())),
            phases=len(self.phases),
            tasks=len(tasks),
            format_tasks=sum(1 for t in tasks if not t.id.startswith("L") or t.validation or t.files or t.waiting),
            header=tuple(self.header),
            sections=tuple(sorted(kind for kind in found if kind)),
        )

    def _plan(self) -> Plan:
        timeline = self.sections.timeline(self._of("timeline"))
        work = Finisher(self.phases, self.loose, self.notes)
        phases, tasks = work.phases(_by_phase(timeline, self.phases)), work.tasks()
        notes = self._of("notes")
        spots, lines = self._placeholders()
        status = self.front.status or read_status(self._value("status") or "")
        plan = Plan(
            title=self._title(),
            line=self.title.line if self.title else self.document.root.line,
            is_template=self._is_template(spots, lines),
            dialect=self._dialect(),
            tags=self.front.tags,
            declared_status=self.front.declared_status or self._value("status"),
            status=status,
            created=self._date("created"),
            last_updated=self._date("last_updated"),
            start=self.front.start,
            due=self.front.due or self._date("due"),
            based_on=self._based_on(),
            summary=next(filter(None, map(self.sections.summary, self._of("discovery"))), None),
            key_findings=self.sections.items(self._of("discovery"), "findings", "finding"),
            decisions=self.sections.items(self._of("discovery"), "decisions", "decision"),
            phases=phases,
            tasks=tasks,
            criteria=tuple(self.loose.criteria),
            risks=self.risks.read(self._of("risks"), self._risk_tables),
            risks_anchor=self.notes.anchor("plan-risks"),
            definition_of_done=self.done,
            timeline=tuple(entry.row for entry in timeline if not entry.is_total),
            timeline_total=next((entry.row.estimate for entry in timeline if entry.is_total), None),
            resources=self.sections.resources(self._of("resources")),
            communication=self.sections.communication(self._of("communication")),
            rollback=self.sections.rollback(self._of("rollback")),
            success_metrics=self.sections.metrics(self._of("metrics")),
            assumptions=self.sections.items(notes, "assumptions", "assumption"),
            open_questions=self.sections.items(notes, "questions", "question"),
            external_dependencies=self.sections.external_dependencies(notes),
            link_targets={label: target for label, (target, _) in self.document.outline.definitions.items()},
            links=distinct((*self._links(), *self.sections.links(notes), *work.links)),
            revisions=self.sections.revisions(self._of("history")),
            template_version=self._template_version(),
            placeholders=spots,
            sections=self._view_lines(),
        )
        return replace(plan, findings=self._findings())

    def _title(self) -> str:
        title = self.title.title if self.title else ""
        return TITLE_PREFIX.sub("", title, count=1).strip() or title or self.front.title or self.name

    def _value(self, name: str) -> str | None:
        value = self.document.words(self.header[name].value) if name in self.header else ""
        return value if value and not is_placeholder(value) else None

    def _date(self, name: str) -> dt.date | None:
        value = self._value(name)
        return self.notes.date(value, self.header[name].line) if value else None

    def _based_on(self) -> Link | None:
        if self._value("based_on") is None:
            return None
        header = self.header["based_on"]
        link = first_link(header.value, self.document.outline.definitions)
        return Link(link.text, link.href, header.line)

    def _links(self) -> Iterator[PlanLink]:
        """The pages that the plan as a whole waits for, by its front matter and its header."""
        yield from self.front.links
        for each in self.waiting:
            waiting = read_waiting(each.value, each.line, self.document)
            if waiting is not None:
                yield from waiting.plan_links(None)

    @cached_property
    def _risk_tables(self) -> list[Block]:
        """The tables of risks that stand in no section of risks."""
        others = (section for section in self.document.root.walk() if self.kinds[id(section)][1] != "risks")
        return self.risks.tables(others)

    def _template_version(self) -> str | None:
        for section in self.document.root.walk():
            for block in section.blocks if "emplate" in "".join(b.text for b in section.blocks[-3:]) else ():
                for each in fields(block) if block.kind is PARAGRAPH else ():
                    if label_key(each.label) == "template version":
                        return self.document.words(each.value) or None
        return None

    def _placeholders(self) -> tuple[int, int]:
        """How many spots are not filled in, on how many lines of words."""
        blocks = [block for block in self.document.blocks if block.kind in WITH_WORDS]
        lines = [line for block in blocks for line in block.lines if MAYBE_PLACEHOLDER.search(line)]
        return sum(map(count_placeholders, lines)), sum(len(block.lines) for block in blocks)

    def _is_template(self, spots: int, lines: int) -> bool:
        """Whether most of what has a name is still unnamed: the plan itself, its phases and its tasks; or whether there
        is a spot to fill in on every third line."""
        if 3 * spots >= lines and spots > FEW_SPOTS:
            return True
        names = [self._title()]
        for phase in self.phases:
            names += [phase.name or phase.number or "", *(task.title for task in phase.tasks)]
        names += [task.title for task in self.loose.tasks]
        unnamed = sum(1 for name in names if not name or is_placeholder(NAME_ENDS.split(name, 1)[0]))
        return 2 * unnamed >= len(names) and len(names) > 1

    def _dialect(self) -> str:
        """`template` where the document has the format's sections, else what its work is ordered by."""
        if len(self.by_kind.keys() & FORMAT_SECTIONS) >= 3:  # noqa: PLR2004 (other plans may have one or two of them)
            return "template"
        return "phases" if self.phases else "tasks"

    def _view_lines(self) -> dict[str, int]:
        lines = {"title": self.title.line if self.title else None}
        lines |= {kind: self._line_of(kind) for kind in ("phases", "risks", "resources", "definition_of_done")}
        lines["risk_table"] = next((table.line for table in self._risk_tables), None)
        return {kind: line for kind, line in lines.items() if line is not None}

    def _findings(self) -> tuple[Finding, ...]:
        outline = self.document.outline
        if outline.open_fence is not None:
            self.notes.warn(
                outline.open_fence.line,
                "PLAN104",
                "this code fence is never closed: everything after it is code",
                "end it with a line that holds nothing but the characters it begins with",
            )
        if outline.too_deep:
            self.notes.warn(
                outline.root.line,
                "PLAN105",
                f"lists and quotes nest deeper than {MAX_DEPTH} levels; the page is left as MkDocs renders it",
                "make the nesting flatter",
            )
        return tuple(sorted((*self.front.findings, *self.notes.findings), key=lambda finding: finding.line))


def _tracked(task: TaskDraft) -> bool:
    """Whether a task has a box or a name of its own."""
    return task.boxed or not task.id.startswith("L")


def _by_phase(timeline: Iterable[TimelineEntry], phases: Iterable[PhaseDraft]) -> dict[str, Waiting]:
    """What the Timeline Summary says each phase waits for, by the phase's key."""
    by_name = {label_key(phase.name): phase.number for phase in phases}
    found: dict[str, Waiting] = {}
    for entry in timeline:
        phase = entry.row.phase
        named = phase_heading(phase) or numbered_heading(phase)
        number = named[0] if named else by_name.get(label_key(phase)) or phase
        if entry.waiting is not None:
            found.setdefault(f"phase:{number}", entry.waiting)
    return found
