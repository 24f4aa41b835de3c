# All plans of a site together, and the numbers over them.
"""The portfolio: every plan page of a site."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from msgspec import Struct

from mkdocs_planplugin.catalog import Verdict
from mkdocs_planplugin.measure import Count

from .entries import Entry
from .expected import behind_each_other


class Totals(Struct, frozen=True):
    """The numbers above the index. Templates do not count. All but `tasks` and `high_risks` count plans. Risks of
    finished plans do not count."""

    plans: int
    by_verdict: Mapping[Verdict, int]  # only what occurs
    tasks: Count
    stale: int
    high_risks: int


class Portfolio(Struct, frozen=True):
    """All plan pages of a site, sorted by path. Build one with `Portfolio.of`."""

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
        """The templates, which wait to be filled in."""
        return tuple(entry for entry in self.entries if entry.plan.is_template)

    @property
    def totals(self) -> Totals:
        """The numbers over all plans that are no templates."""
        plans = self.plans
        measures = [entry.measures for entry in plans]
        return Totals(
            plans=len(plans),
            by_verdict=Counter(entry.health.verdict for entry in plans),
            tasks=sum((of_plan.progress.tasks for of_plan in measures), Count()),
            stale=sum(of_plan.stale for of_plan in measures),
            high_risks=sum(entry.measures.open_high for entry in plans if not entry.finished),
        )
