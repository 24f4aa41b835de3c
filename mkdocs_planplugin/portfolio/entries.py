# The entries the index lists, and the numbers above them.
"""Plans as pages of one site."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mkdocs_planplugin.catalog import STALE_AFTER
from mkdocs_planplugin.checks import checks
from mkdocs_planplugin.measure import Count, Measures, measure
from mkdocs_planplugin.model import FINISHED, Calendar, Finding, Plan, Status
from mkdocs_planplugin.schedule import Schedule, schedule


@dataclass(frozen=True, slots=True)
class Entry:
    """One plan page: where it stands in the site, what it says, and what follows from it.

    `path` is the source file and `url` the page, both relative to the site's root; `based_on_path` is the source file
    of the page the plan is based on, `None` where that is no page of the site; `depends_on_paths` are those of the
    other plans it needs. `findings` are those of the reader, of the checks and of the site, in the order of the lines.
    An entry is a row of the index.
    """

    path: str
    url: str
    plan: Plan
    schedule: Schedule | None
    measures: Measures
    based_on_path: str | None = None
    findings: tuple[Finding, ...] = ()
    depends_on_paths: tuple[str, ...] = ()

    @classmethod
    def of(
        cls,
        path: str,
        url: str,
        plan: Plan,
        calendar: Calendar,
        today: dt.date,
        *,
        stale_after: int = STALE_AFTER,
        based_on_path: str | None = None,
        depends_on_paths: tuple[str, ...] = (),
        findings: tuple[Finding, ...] = (),
    ) -> Entry:
        """The entry of a plan: scheduled by `calendar`, counted and judged on the day `today`, checked. A plan in
        progress is stale `stale_after` days after its last change. `findings` are those that take the site to see."""
        planned = schedule(plan, calendar, today)
        found = sorted((*plan.findings, *checks(plan, planned), *findings), key=lambda finding: finding.line)
        measures = measure(plan, planned, today, stale_after)
        return cls(path, url, plan, planned, measures, based_on_path, tuple(found), depends_on_paths)

    @property
    def finished(self) -> bool:
        """Whether nobody works on the plan any more: it is complete or cancelled."""
        return self.measures.shown_status in FINISHED

    @property
    def under_way(self) -> bool:
        """Whether somebody may still work on the plan: what is ready in a template or a finished plan helps nobody."""
        return not (self.plan.is_template or self.finished)

    @property
    def blocked(self) -> bool:
        """Whether the author says that the plan, or a task that is left in it, is blocked."""
        return self.measures.shown_status is Status.BLOCKED or (bool(self.measures.blocked) and not self.finished)


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
        """The portfolio of these entries, whatever order they come in."""
        return cls(tuple(sorted(entries, key=lambda entry: entry.path)))

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
        statuses = Counter(each.shown_status for each in measures)
        return Totals(
            plans=len(plans),
            by_status={status: statuses[status] for status in (*Status, None) if status in statuses},
            tasks=sum((each.progress.tasks for each in measures), Count()),
            late=sum(each.late for each in measures),
            stale=sum(each.stale for each in measures),
            blocked=sum(entry.blocked for entry in plans),
            high_risks=sum(entry.measures.open_high for entry in plans if not entry.finished),
        )
