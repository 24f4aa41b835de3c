# One small reader for each of the format's other sections: what a section holds, as the model wants it.
"""Reading the sections around the work: discovery, resources, communication, Definition of Done, rollback, timeline,
metrics, notes, history."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mkdocs_planplugin.gfm import Block, Kind, table_cells
from mkdocs_planplugin.model import (
    Calendar,
    ChecklistGroup,
    Communication,
    ExternalDependency,
    Item,
    PlanLink,
    Resources,
    Revision,
    RollbackStep,
    SuccessMetrics,
    TeamMember,
    TimelineRow,
)
from mkdocs_planplugin.reading.document import (
    Document,
    Part,
    Section,
    field_of,
    item_mark,
    item_text,
    items,
    label_key,
    unlabelled,
)
from mkdocs_planplugin.reading.notes import Notes
from mkdocs_planplugin.reading.profiles import SECTION_LABELS, alternatives, labels, pattern, phrases
from mkdocs_planplugin.reading.values import find_date, is_placeholder, read_estimate, read_hours, read_level
from mkdocs_planplugin.reading.work import Waiting, WorkReader, phase_heading, read_waiting

UPDATES = frozenset(phrases(lambda profile: profile.labels.updates))
TIMELINE_COLUMNS = labels(lambda profile: profile.labels.timeline)
HISTORY_COLUMNS = labels(lambda profile: profile.labels.history)
DATE_LIKE = re.compile(r"\b\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b")
QUESTION = re.compile(
    rf"(?:{alternatives(lambda profile: profile.labels.question)})(?: ?\d+)?\s*[:：.)]\s*", re.IGNORECASE
)
NO_PREFIX = re.compile(r"(?!)")
LABELLED = re.compile(r"(?P<label>[^:：]{1,80}?)\s*[:：]\s+(?P<text>.+)$", re.DOTALL)
TOTAL = pattern(lambda profile: profile.labels.totals)


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """A row of the Timeline Summary, whether it is the total, and what its phase waits for."""

    row: TimelineRow
    is_total: bool
    waiting: Waiting | None


@dataclass(frozen=True, slots=True)
class Checklist:
    """Boxes of a checklist for the whole plan; those for the end of a phase are not the plan's (`of_phases`), and
    `phase` is the number of the phase where it is named."""

    group: ChecklistGroup
    phase: str | None
    of_phases: bool


class SectionReader:
    """Reads sections of one document."""

    def __init__(self, document: Document, calendar: Calendar, notes: Notes, work: WorkReader) -> None:
        self._document = document
        self._calendar = calendar
        self._notes = notes
        self._work = work
        self._read: dict[int, list[Part]] = {}  # the parts of a section, by its id

    def summary(self, section: Section) -> str | None:
        """The prose of the discovery summary before its first label."""
        part = next(section.parts(), None)
        if part is None or part.label:
            return None
        words = " ".join(self._document.words(b.text) for b in part.blocks if b.kind is Kind.PARAGRAPH)
        return words if words and not is_placeholder(words) else None

    def items(self, sections: Iterable[Section], meaning: str, anchor: str) -> tuple[Item, ...]:
        """The list items that stand under labels of this meaning, each with an anchor `plan-ANCHOR-N`."""
        found = []
        for part in self._parts(sections, meaning):
            for words, markdown, line in self._lines(part):
                prefix = QUESTION if meaning == "questions" else NO_PREFIX
                text = prefix.sub("", words, count=1)
                if not is_placeholder(text):
                    source = self._document.source(text, prefix.sub("", markdown, count=1), unlabelled(markdown))
                    found.append((text, line, source))
        return tuple(
            Item(text, line, self._notes.anchor(f"plan-{anchor}-{n}"), source)
            for n, (text, line, source) in enumerate(found, 1)
        )

    def resources(self, sections: list[Section]) -> Resources:
        """Roles with hours, tools and infrastructure."""
        team = tuple(self._member(text) for text in self._listed(sections, "team"))
        return Resources(
            team=team,
            tools=tuple(self._listed(sections, "tools")),
            infrastructure=tuple(self._listed(sections, "infrastructure")),
        )

    def communication(self, sections: list[Section]) -> Communication:
        """The stakeholder updates by label, and the decision points."""
        updates: dict[str, str] = {}
        for part in self._parts(sections, "updates"):
            for item in items(part.blocks):
                found = field_of(item_text(item), item.line, UPDATES)
                value = self._document.words(found.value) if found else ""
                if found and value and not is_placeholder(value):
                    updates.setdefault(found.label, value)
        return Communication(updates, tuple(self._listed(sections, "decision_points")))

    def checklists(self, sections: Iterable[Section]) -> list[Checklist]:
        """The boxes by the label they stand under, and which are criteria of a phase that label or heading names."""
        found = []
        for section in sections:
            for part in section.parts():
                boxes = tuple(self._work.boxes(part.blocks))
                if boxes:
                    names = (part.label, *reversed(part.headings), section.title)
                    phase = next((named[0] for named in map(phase_heading, names) if named), None)
                    of_phases = phase is not None or "phase" in label_key(part.label).split()
                    found.append(Checklist(ChecklistGroup(part.label, boxes), phase, of_phases))
        return found

    def rollback(self, sections: Iterable[Section]) -> tuple[RollbackStep, ...]:
        """The steps of the rollback plan."""
        steps = []
        for section in sections:
            for part in section.parts():
                for item in items(part.blocks):
                    found = field_of(item_text(item), item.line)
                    own = self._document.words(found.value if found else item_text(item))
                    text = "; ".join(filter(None, (own, *self._nested(item))))
                    said = text if text and not is_placeholder(text) else None
                    if found or said:
                        steps.append(RollbackStep(found.label if found else None, said))
        return tuple(steps)

    def metrics(self, sections: list[Section]) -> SuccessMetrics:
        """The success metrics, and when they are reviewed."""
        metrics: list[str] = []
        review = None
        for section in sections:
            for part in section.parts():
                if SECTION_LABELS.get(label_key(part.label)) == "review":
                    value = self._document.words(part.value)
                    review = value if value and not is_placeholder(value) else None
                else:
                    metrics += self._texts(part)
        return SuccessMetrics(tuple(metrics), review)

    def external_dependencies(self, sections: list[Section]) -> tuple[ExternalDependency, ...]:
        """What other teams have to deliver."""
        found = []
        for part in self._parts(sections, "external"):
            for item in items(part.blocks):
                text = self._text(item)
                if text is None or is_placeholder(text):
                    continue
                match = LABELLED.match(text)
                team, what = (match["label"], match["text"]) if match else (None, text)
                date = find_date(what) or self._odd_date(what, item.line)
                found.append(ExternalDependency(team, what, date.isoformat() if date else None, item.line, date))
        return tuple(found)

    def links(self, sections: list[Section]) -> Iterator[PlanLink]:
        """The links to other pages among what other teams have to deliver."""
        for part in self._parts(sections, "external"):
            for item in items(part.blocks):
                waiting = read_waiting(item_text(item), item.line, self._document)
                if waiting is not None:
                    yield from waiting.plan_links(None)

    def timeline(self, sections: Iterable[Section]) -> list[TimelineEntry]:
        """The rows of the Timeline Summary."""
        entries = []
        for cells, line in self._rows(sections, TIMELINE_COLUMNS, ("phase", "estimate")):
            phase = self._document.words(cells["phase"])
            estimate = read_estimate(self._document.words(cells["estimate"]), self._calendar)
            waiting = read_waiting(cells.get("dependencies", ""), line, self._document)
            risk = read_level(self._document.words(cells.get("risk", "")))
            row = TimelineRow(phase, estimate, waiting.words if waiting else None, risk, line)
            entries.append(TimelineEntry(row, TOTAL.fullmatch(phase.casefold()) is not None, waiting))
        return entries

    def revisions(self, sections: Iterable[Section]) -> tuple[Revision, ...]:
        """The rows of the version history."""
        found = []
        for cells, line in self._rows(sections, HISTORY_COLUMNS, ("date",)):
            values = {name: self._document.words(cell) for name, cell in cells.items()}
            said = {name: value for name, value in values.items() if value and not is_placeholder(value)}
            date = self._notes.date(said["date"], line) if "date" in said else None
            if date or said.keys() - {"version"}:
                found.append(Revision(date, said.get("version"), said.get("changes"), said.get("author"), line))
        return tuple(found)

    # -- what they share -----------------------------------------------------------------------------------------------

    def _parts(self, sections: Iterable[Section], meaning: str) -> Iterator[Part]:
        """The parts under a label of this meaning; a section's own heading is the label of what stands before any."""
        for section in sections:
            for part in self._parts_of(section):
                if SECTION_LABELS.get(label_key(part.label or section.title)) == meaning:
                    yield part

    def _parts_of(self, section: Section) -> list[Part]:
        """All parts of a section, which are asked for once for each meaning."""
        if id(section) not in self._read:
            self._read[id(section)] = list(section.parts())
        return self._read[id(section)]

    def _odd_date(self, text: str, line: int) -> dt.date | None:
        """A date in prose that is not plain to see; where it cannot be told, a finding says so."""
        match = DATE_LIKE.search(text)
        return self._notes.date(match[0], line) if match else None

    def _lines(self, part: Part) -> Iterator[tuple[str, str, int]]:
        """What stands under a label: its value on the label's own line, and the items below. Each in words and as
        Markdown, with its line."""
        value = self._document.words(part.value)
        if value and not is_placeholder(value):
            yield value, part.value, part.line
        for item in items(part.blocks):
            text = self._text(item)
            if text is not None:
                yield text, item_text(item), item.line

    def _nested(self, item: Block) -> Iterator[str]:
        for nested in items(item.children):
            yield self._document.words(item_text(nested))
            yield from self._nested(nested)

    def _text(self, item: Block) -> str | None:
        return self._document.words(item_text(item)) or None if item_mark(item) != "x" else None

    def _texts(self, part: Part) -> Iterator[str]:
        for text, _, _ in self._lines(part):
            if not is_placeholder(text):
                yield text

    def _listed(self, sections: Iterable[Section], meaning: str) -> Iterator[str]:
        for part in self._parts(sections, meaning):
            yield from self._texts(part)

    def _member(self, text: str) -> TeamMember:
        match = LABELLED.match(text)
        if match is None:
            return TeamMember(text, None)
        return TeamMember(match["label"], read_hours(match["text"], self._calendar))

    def _rows(
        self, sections: Iterable[Section], columns: dict[str, str], needed: tuple[str, ...]
    ) -> Iterator[tuple[dict[str, str], int]]:
        """The rows of the tables that have the needed columns: the Markdown of the cells by the columns' meaning, and
        the line."""
        for section in sections:
            for table in (block for below in section.walk() for block in below.blocks if block.kind is Kind.TABLE):
                names = [columns.get(label_key(self._document.words(cell))) for cell in table_cells(table.lines[0])]
                if not set(needed) <= set(names):
                    continue
                for offset, row in enumerate(table.lines[2:], 2):
                    values = {name: cell for name, cell in zip(names, table_cells(row), strict=False) if name}
                    if any(values.values()):
                        yield dict.fromkeys(needed, "") | values, table.line + offset
