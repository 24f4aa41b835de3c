# All plans of a site together, and the numbers over them.
"""The portfolio: every plan page of a site."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mkdocs_planplugin.measure import Count
from mkdocs_planplugin.model import Status

from .entries import Entry
from .expected import behind_each_other


@dataclass(frozen=True, slots=True)
class Totals:
    """The numbers above the index, templates left out. All but `tasks` and `high_risks` count plans; the risks of
    finished plans are past."""

    plans: int
    by_status: Mapping[Status | None, int]  # by shown status, in the order of `Status`, `None` last; only what occurs
    tasks: Count
    late: int
    stale: int
    blocked: int
    high_risks: int


@dataclass(frozen=True, slots=True)
class Portfolio:
    """Every plan page of the site, sorted by path. Build one with `Portfolio.of`."""

    entries: tuple[Entry, ...] = ()

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Portfolio:
        """The portfolio of these entries, whatever order they come in; what they wait for in one another is counted in
        their expected finishes."""
        return cls(behind_each_other(sorted(entries, key=lambda entry: entry.path)))

    @property
    def plans(self) -> tuple[Entry, ...]:
        """The rows of the index: all but the templates."""
        return tuple(entry for entry in self.entries if not entry.plan.is_template)

    @property
    def under_way(self) -> tuple[Entry, ...]:
        """The plans that somebody may still work on."""
        return tuple(entry for entry in self.plans if entry.under_way)

    @property
    def finished(self) -> tuple[Entry, ...]:
        """The plans that are complete or cancelled."""
        return tuple(entry for entry in self.plans if not entry.under_way)

    @property
    def templates(self) -> tuple[Entry, ...]:
        """The pages that wait to be filled in."""
        return tuple(entry for entry in self.entries if entry.plan.is_template)

    @property
    def totals(self) -> Totals:
        """The numbers over all plans that are no templates."""
        plans = self.plans
        measures = [entry.measures for entry in plans]
        statuses = Counter(measured.shown_status for measured in measures)
        return Totals(
            plans=len(plans),
            by_status={status: statuses[status] for status in (*Status, None) if status in statuses},
            tasks=sum((measured.progress.tasks for measured in measures), Count()),
            late=sum(measured.late for measured in measures),
            stale=sum(measured.stale for measured in measures),
            blocked=sum(entry.blocked for entry in plans),
            high_risks=sum(entry.measures.open_high for entry in plans if not entry.finished),
        )
