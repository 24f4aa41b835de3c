"""The Timeline Summary: a table of phases with estimates and dependencies, and their total."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from mkdocs_planplugin.model import Estimate, PhaseRef, TimelineRow

from ..context import ReadingContext
from ..document import Section
from ..labels import label_key
from ..profiles import labels, phrase_set
from ..values import ReferenceIndex, read_estimate, read_level
from ..work import (
    PhaseDraft,
    StatedDependency,
    numbered_heading,
    phase_heading,
    read_dependency,
)
from .parts import table_rows

_COLUMNS = labels(lambda profile: profile.labels.timeline)
_TOTAL = phrase_set(lambda profile: profile.labels.totals)


class TimelineSummary(Struct, frozen=True):
    """The rows of the table, each with the dependency that it states for its phase, and the estimate in the row of the
    total, if there is such a row."""

    rows: tuple[tuple[TimelineRow, StatedDependency | None], ...]
    total: Estimate | None

    def dependencies_by_number(self, phases: Iterable[PhaseDraft]) -> Mapping[str, StatedDependency]:
        """The dependency that the table states for each phase, by its number. The first row of a phase counts."""
        number_of = _PhaseNumbers(phases)
        by_number: dict[str, StatedDependency] = {}
        for row, dependency in self.rows:
            if dependency:
                by_number.setdefault(number_of(row.phase), dependency)
        return by_number

    def resolved_rows(self, phases: Collection[PhaseDraft], references: ReferenceIndex) -> tuple[TimelineRow, ...]:
        """The rows with their references resolved. If a phase has no number, nobody can tell which phases are
        missing."""
        number_of, all_numbered = _PhaseNumbers(phases), all(phase.number for phase in phases) and bool(phases)
        rows = []
        for row, dependency in self.rows:
            unresolved = references.read(row.phase).unresolved if all_numbered else ()
            rows.append(
                replace(
                    row,
                    phase_key=references.phase(number_of(row.phase)),
                    phases_unresolved=tuple(name for name in unresolved if isinstance(name, PhaseRef)),
                    depends_on_unresolved=references.read(dependency.own_words).unresolved if dependency else (),
                )
            )
        return tuple(rows)


class _PhaseNumbers:
    """Finds the number of the phase that a row is about, from the words in its first column."""

    def __init__(self, phases: Iterable[PhaseDraft]) -> None:
        self._by_name = {label_key(phase.name): phase.number for phase in phases}

    def __call__(self, words: str) -> str:
        """The number of the phase that these words name by its number (`Phase 2: Rollout`, `2. Rollout`, `2`) or by its
        name (`Rollout`); the words themselves where there is no such phase."""
        heading = phase_heading(words) or numbered_heading(words)
        return heading[0] if heading else self._by_name.get(label_key(words)) or words


def read_timeline(sections: Iterable[Section], context: ReadingContext) -> TimelineSummary:
    """The rows of the tables that have a column of phases and one of estimates."""
    rows: list[tuple[TimelineRow, StatedDependency | None]] = []
    totals: list[Estimate] = []
    words = context.document.words
    for cells, line in table_rows(sections, _COLUMNS, ("phase", "estimate"), context):
        phase = words(cells["phase"])
        estimate = read_estimate(words(cells["estimate"]), context.calendar)
        if _TOTAL.fits(phase.casefold()):
            totals.append(estimate)
            continue
        dependency = read_dependency(cells.get("dependencies", ""), line, context.document)
        risk = read_level(words(cells.get("risk", "")))
        rows.append((TimelineRow(phase, estimate, dependency.words if dependency else None, risk, line), dependency))
    return TimelineSummary(tuple(rows), next(iter(totals), None))
