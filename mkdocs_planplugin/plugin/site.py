# The second stage of a build: the plans as parts of one site, tied to its other pages. Nothing here is HTML.
"""The plans of a site."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping
from urllib.parse import urljoin

from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.utils import get_relative_url

from mkdocs_planplugin.catalog import SITE_VIEWS
from mkdocs_planplugin.config import PlanConfig
from mkdocs_planplugin.model import Finding, Plan
from mkdocs_planplugin.portfolio import (
    Entry,
    Neighbours,
    PagePaths,
    Portfolio,
    based_on_finding,
    built_on,
    depends_on,
    linked_path,
    neighbours,
)
from mkdocs_planplugin.reading import Marker, marker_finding

from .reader import Source


class Site:
    """The plans of one build. Made when the files are known, asked page by page."""

    def __init__(
        self,
        options: PlanConfig,
        sources: Mapping[str, Source],
        files: Files,
        inclusion: Callable[[InclusionLevel], bool],
    ) -> None:
        self.options = options
        self.today = options.today
        self.calendar = options.calendar
        self.sources = sources
        self.homes: dict[str, File] = {}  # by a view over all plans its page, once that is added
        self._files = files
        self._inclusion = inclusion
        self._pages = PagePaths(file.src_uri for file in files.documentation_pages(inclusion=inclusion))
        self.portfolio = Portfolio.of(
            self._entry(path, each.reading.plan) for path, each in sources.items() if each.reading.plan is not None
        )
        self._entries = {entry.path: entry for entry in self.portfolio.entries}
        self.findings: dict[str, tuple[Finding, ...]] = {
            path: (*each.reading.findings, *self._about_markers(path)) for path, each in sources.items()
        }
        self.findings |= {entry.path: entry.findings for entry in self.portfolio.entries}
        self._neighbours = neighbours(self.portfolio.plans)
        self._built_on = built_on(self.portfolio.plans)

    def _entry(self, path: str, plan: Plan) -> Entry:
        broken = based_on_finding(path, plan, self._is_there, self._pages)
        return Entry.of(
            path,
            self._files.src_uris[path].url,
            plan,
            self.calendar,
            self.today,
            stale_after=int(self.options.stale_after),
            based_on_path=self._page(path, plan.based_on.href) if plan.based_on is not None else None,
            depends_on_paths=depends_on(path, plan, self._plan_at),
            findings=(*([broken] if broken else []), *self._about_markers(path)),
        )

    def _about_markers(self, path: str) -> tuple[Finding, ...]:
        """What is wrong with the markers of a page."""
        problems = ((line, self._problem(marker, path)) for line, marker in self.sources[path].markers)
        return tuple(marker_finding(line, problem) for line, problem in problems if problem)

    def _problem(self, marker: Marker, path: str) -> str:
        """Why a marker on a page shows nothing; empty where it shows something."""
        named = marker.values.get("plan", ())
        strange = [each for each in named if not self._is_plan(each)]
        if marker.problem:
            return marker.problem
        if strange:
            return (
                f"{strange[0]} is no plan of this site; write its path in the docs folder, such as plan=plans/auth.md"
            )
        if marker.name not in SITE_VIEWS and len(named) != 1 and (named or not self._is_plan(path)):
            return f"{marker.name} is of one plan; say which one is meant, such as {marker.name} plan=plans/auth.md"
        return ""

    def _is_plan(self, path: str) -> bool:
        return path in self.sources and self.sources[path].reading.plan is not None

    def _is_there(self, named: str) -> bool:
        """Whether the site has, or will have, the file that a link names."""
        return self._linked(named) is not None or named in page_paths(self.options).values()

    def _plan_at(self, named: str) -> str | None:
        file = self._linked(named)
        path = file.src_uri if file is not None else ""
        return path if self._is_plan(path) else None

    def _linked(self, named: str) -> File | None:
        """The file that a link names, as MkDocs and plugins (those of translations, say) find it."""
        file = self._files.get_file_from_path(named)
        return file if file is not None and self._inclusion(file.inclusion) else None

    def _page(self, path: str, href: str | None) -> str | None:
        """The source path of the page that a link on the page at `path` leads to; None when it leads elsewhere."""
        target = linked_path(path, href or "")
        file = self._linked(target) if target is not None else None
        return file.src_uri if file is not None and file.is_documentation_page() else None

    def file(self, path: str) -> File | None:
        """The file of this source path, where it is a part of the site that is built."""
        file = self._files.src_uris.get(path)
        return file if file is not None and self._inclusion(file.inclusion) else None

    def entry(self, file: File) -> Entry | None:
        """The plan that a page is, if it is one."""
        return self._entries.get(file.src_uri)

    def plan(self, path: str) -> Entry | None:
        """The plan on the page of this source path."""
        return self._entries.get(path)

    def neighbours(self, entry: Entry) -> Neighbours:
        """The plans that a plan needs, and those that need it."""
        return self._neighbours.get(entry.path, Neighbours())

    def built_on(self, file: File) -> tuple[Entry, ...]:
        """The plans that are based on a page."""
        return self._built_on.get(file.src_uri, ())

    def href(self, path: str, file: File) -> str | None:
        """The URL of the page of a source path, maybe with `#anchor`, from another page; None where it is not in the
        site."""
        source, _, anchor = path.partition("#")
        target = self.file(source)
        if target is None:
            return None
        return target.url_relative_to(file) + (f"#{anchor}" if anchor else "")

    def address(self, href: str, entry: Entry, file: File) -> str:
        """Where an address in a plan's text leads, as written on another page.

        A path is one of the source files, as in Markdown; what is none is relative to the plan's own page, as in HTML.
        """
        path = linked_path(entry.path, href)
        if path is None and not href.startswith(("#", "?")):
            return href
        written = href.partition("#")[0].partition("?")[0]
        rest = href.removeprefix(written)
        target = self._linked(path or entry.path)
        if target is not None:
            return target.url_relative_to(file) + rest
        return get_relative_url(urljoin(entry.url, written), file.url) + rest


def page_paths(options: PlanConfig) -> dict[str, str]:
    """Where the views over all plans have their pages, by the view: the registers beside the index."""
    index = options.index_page
    if not isinstance(index, str):
        return {}
    folder = posixpath.dirname(index)
    return {"index": index, **{name: posixpath.join(folder, f"{name}.md") for name in options.registers}}
