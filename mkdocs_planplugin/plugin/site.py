# The second step of a build: it links the plans to each other and to the other pages. Nothing here is HTML.
"""The plans of a site."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

from mkdocs_planplugin.catalog import INDEX, SITE_VIEWS, CheckPolicy
from mkdocs_planplugin.config import PlanConfig
from mkdocs_planplugin.finding_kinds import unknown_checks
from mkdocs_planplugin.gfm import split_lines
from mkdocs_planplugin.model import Finding, Plan
from mkdocs_planplugin.portfolio import (
    UNKNOWN_TAG,
    Assessment,
    Entry,
    Neighbours,
    PagePaths,
    Portfolio,
    based_on_finding,
    based_on_target,
    built_on,
    depends_on,
    linked_paths,
    neighbours,
)
from mkdocs_planplugin.reading import Marker, marker_finding

from .guard import Guard, Stage
from .history import SiteHistory
from .links import LinkResolver
from .reader import PageSource

if TYPE_CHECKING:
    from mkdocs_planplugin.history import PlanHistory


class Site:
    """The plans of one build. It is made when the files are known, and used page by page.

    `sources` are the pages that were read, `findings` the findings about them, `histories` those of the plans (if the
    option `history` is on), all by path. If the plugin fails for a page, the page counts as no plan.
    """

    def __init__(
        self,
        options: PlanConfig,
        sources: Mapping[str, PageSource],
        links: LinkResolver,
        guard: Guard,
        history: SiteHistory | None = None,
    ) -> None:
        self.options = options
        self.today = options.today
        self.calendar = options.calendar
        self.sources = sources
        self.links = links
        self._page_paths = PagePaths(links.page_paths())
        self._guard = guard
        entries = tuple(self._make_entries())
        self.histories: Mapping[str, PlanHistory] = history.of(entries, sources) if history else {}
        if history:
            with_history = partial(self._with_history, history.unknown_tags)
            entries = tuple(
                guard.run(Stage.HISTORY, entry.path, partial(with_history, entry), entry) for entry in entries
            )
        unlinked = Portfolio(tuple(sorted(entries, key=lambda entry: entry.path)))
        self.portfolio = guard.run(Stage.LINKING, "the site", lambda: Portfolio.of(entries), unlinked)
        self._entries = {entry.path: entry for entry in self.portfolio.entries}
        self.findings: dict[str, tuple[Finding, ...]] = {
            path: self._findings_of_page(path) for path in sources if path not in self._entries
        }
        self.findings |= {entry.path: entry.findings for entry in self.portfolio.entries}
        plans = self.portfolio.plans
        self._neighbours: Mapping[str, Neighbours] = guard.run(Stage.LINKING, "the site", lambda: neighbours(plans), {})
        self._built_on: Mapping[str, tuple[Entry, ...]] = guard.run(
            Stage.LINKING, "the site", lambda: built_on(plans), {}
        )

    @property
    def shows_ours(self) -> bool:
        """Whether any page shows something of ours: a plan, a template, or a view at a marker."""
        return bool(self.portfolio.entries) or any(source.markers for source in self.sources.values())

    def entry(self, path: str) -> Entry | None:
        """The plan on the page of this source path, if it is one."""
        return self._entries.get(path)

    def neighbours(self, entry: Entry) -> Neighbours:
        """The plans that a plan needs, and those that need it."""
        return self._neighbours.get(entry.path, Neighbours())

    def plans_based_on(self, page: File) -> tuple[Entry, ...]:
        """The plans that are based on a page."""
        return self._built_on.get(page.src_uri, ())

    def _make_entries(self) -> Iterator[Entry]:
        for path, source in self.sources.items():
            if (plan := source.reading.plan) is not None:
                entry = self._guard.run(Stage.PLANNING, path, partial(self._make_entry, path, source, plan), None)
                if entry is not None:
                    yield entry

    def _with_history(self, unknown_tags: Collection[str], entry: Entry) -> Entry:
        """A plan with what its history says of it: the day of its last change, and whether there is its baseline."""
        history = self.histories.get(entry.path)
        changed = history.changed if history else None
        entry = entry.changed_on(changed, int(self.options.stale_after)) if changed else entry
        return self._with_baseline_finding(entry) if entry.path in unknown_tags else entry

    def _with_baseline_finding(self, entry: Entry) -> Entry:
        """A plan with the finding that its baseline is a tag that there is not."""
        lines = split_lines(self.sources[entry.path].text)
        line = next((number for number, text in enumerate(lines, 1) if text.startswith("baseline:")), 1)
        message = f"the front matter says `baseline: {entry.plan.baseline}`, and the repository has no such tag"
        return entry.with_findings([UNKNOWN_TAG.at(line, message, "name a tag, or a date such as 2026-01-31")])

    def _findings_of_page(self, path: str) -> tuple[Finding, ...]:
        """The findings about a page that is no plan."""
        of_reading = self.sources[path].reading.findings

        def findings() -> tuple[Finding, ...]:
            policy = self._policy(path)
            return policy.applied((*of_reading, *unknown_checks(policy), *self._marker_findings(path)))

        return self._guard.run(Stage.PLANNING, path, findings, ())

    def _policy(self, path: str) -> CheckPolicy:
        """The policy on findings about a page: that of the page wins over that of the options."""
        return self.sources[path].reading.checks.over(self.options.checks)

    def _make_entry(self, path: str, source: PageSource, plan: Plan) -> Entry:
        target, broken_link = based_on_target(path, plan), None
        if target is not None and not self._exists(target):
            broken_link = based_on_finding(path, plan, target, self._page_paths)
        linked_plans = map(self._linked_plan, linked_paths(path, plan))
        policy = self._policy(path)
        return Entry.assessed(
            path,
            self.links.root_url(path),
            plan,
            source.assessment or Assessment.of(plan, self.calendar, self.today, int(self.options.stale_after)),
            based_on_path=self.links.linked_page(path, plan.based_on.href or "") if plan.based_on is not None else None,
            depends_on_paths=depends_on(path, linked_plans),
            findings=(*unknown_checks(policy), *([broken_link] if broken_link else []), *self._marker_findings(path)),
            policy=policy,
        )

    def _marker_findings(self, path: str) -> tuple[Finding, ...]:
        """The findings about the markers of a page."""
        problems = ((line, self._marker_problem(marker, path)) for line, marker in self.sources[path].markers)
        return tuple(marker_finding(line, problem) for line, problem in problems if problem)

    def _marker_problem(self, marker: Marker, path: str) -> str:
        """Why a marker on a page shows nothing; empty if it shows something."""
        paths = marker.values.get("plan", ())
        unknown = [name for name in paths if not self._is_plan(name)]
        if marker.problem:
            return marker.problem
        if unknown:
            return (
                f"{unknown[0]} is no plan of this site; write its path in the docs folder, such as plan=plans/auth.md"
            )
        if marker.name not in SITE_VIEWS and len(paths) != 1 and (paths or not self._is_plan(path)):
            return f"{marker.name} is of one plan; say which one is meant, such as {marker.name} plan=plans/auth.md"
        return ""

    def _is_plan(self, path: str) -> bool:
        return path in self.sources and self.sources[path].reading.plan is not None

    def _exists(self, path: str) -> bool:
        """Whether the site has, or will have, the file that a link names."""
        return self.links.linked_file(path) is not None or path in page_paths(self.options).values()

    def _linked_plan(self, path: str) -> str | None:
        """The path of the plan that a link to this path leads to."""
        file = self.links.linked_file(path)
        return file.src_uri if file is not None and self._is_plan(file.src_uri) else None


def page_paths(options: PlanConfig) -> dict[str, str]:
    """The source paths of the pages over all plans, by the names of their views. Registers are in the folder of the
    index."""
    index = options.index_page
    if not isinstance(index, str):
        return {}
    folder = posixpath.dirname(index)
    return {INDEX.name: index, **{name: posixpath.join(folder, f"{name}.md") for name in options.registers}}
