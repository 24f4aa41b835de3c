"""The Timeline Summary: a table of phases with estimates and dependencies, and their total."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from mkdocs_planplugin.model import Estimate, TimelineRow
from mkdocs_planplugin.reading.context import ReadingContext
from mkdocs_planplugin.reading.document import Section
from mkdocs_planplugin.reading.labels import label_key
from mkdocs_planplugin.reading.profiles import labels, pattern
from mkdocs_planplugin.reading.values import read_estimate, read_level
from mkdocs_planplugin.reading.work import (
    PhaseDraft,
    StatedDependency,
    numbered_heading,
    phase_heading,
    read_dependency,
)

from .parts import table_rows

_COLUMNS = labels(lambda profile: profile.labels.timeline)
_TOTAL = pattern(lambda profile: profile.labels.totals)


class TimelineSummary(NamedTuple):
    """The rows of the table, the estimate of its total, and for each row what it says that its phase waits for."""

    rows: tuple[TimelineRow, ...]
    total: Estimate | None
    dependencies: tuple[tuple[str, StatedDependency], ...]

    def dependencies_by_number(self, phases: Iterable[PhaseDraft]) -> Mapping[str, StatedDependency]:
        """What the rows say that each phase, by its number, waits for; the first row of a phase counts."""
        numbers = {label_key(phase.name): phase.number for phase in phases}
        by_number: dict[str, StatedDependency] = {}
        for phase, dependency in self.dependencies:
            heading = phase_heading(phase) or numbered_heading(phase)
            number = heading[0] if heading else numbers.get(label_key(phase)) or phase
            by_number.setdefault(number, dependency)
        return by_number


def read_timeline(sections: Iterable[Section], context: ReadingContext) -> TimelineSummary:
    """The rows of the tables that have a column of phases and one of estimates."""
    rows: list[TimelineRow] = []
    totals: list[Estimate] = []
    dependencies: list[tuple[str, StatedDependency]] = []
    words = context.document.words
    for cells, line in table_rows(sections, _COLUMNS, ("phase", "estimate"), context):
        phase = words(cells["phase"])
        estimate = read_estimate(words(cells["estimate"]), context.calendar)
        dependency = read_dependency(cells.get("dependencies", ""), line, context.document)
        if dependency:
            dependencies.append((phase, dependency))
        if _TOTAL.fullmatch(phase.casefold()):
            totals.append(estimate)
        else:
            risk = read_level(words(cells.get("risk", "")))
            rows.append(TimelineRow(phase, estimate, dependency.words if dependency else None, risk, line))
    return TimelineSummary(tuple(rows), next(iter(totals), None), tuple(dependencies))
