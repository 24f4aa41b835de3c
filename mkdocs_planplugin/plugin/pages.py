# The last step of a build, page by page: how the text of a plan is converted, and which views go where.
"""Plans and views on pages."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, MutableMapping
from functools import partial
from typing import TYPE_CHECKING

from markdown import Markdown
from markupsafe import escape
from mkdocs.structure.files import File
from mkdocs.utils.meta import get_data
from msgspec.structs import replace

from mkdocs_planplugin.catalog import INDEX, PLAN_MARKERS, SITE_VIEWS, view_at
from mkdocs_planplugin.finding_kinds import FINDINGS
from mkdocs_planplugin.gfm import Outline
from mkdocs_planplugin.portfolio import Entry, Portfolio, chosen
from mkdocs_planplugin.reading import MARKER, Marker, has_markers, marker_of
from mkdocs_planplugin.views import (
    Context,
    built_on_view,
    nothing_view,
    plan_views,
    planned_dates,
    rebase_links,
    section_title,
    site_view,
)
from mkdocs_planplugin.weave import FragmentConverter, PageDecoration, RenderRequest, decorate, fill_places

from .guard import Guard, Stage
from .site import Site

if TYPE_CHECKING:
    from .editing import PageEditing


class PageRenderer:
    """Renders plans and views on the pages of one build.

    `view_pages` are the pages over all plans, by the names of their views. `converter` has the site's extensions, and
    nothing else may use it. In `requests` the Markdown extension finds how a text is rendered. `outline_of` gives the
    outline of a page's text if it is known. `serving` says that the readers of the pages are their authors (`mkdocs
    serve`). `editing` knows what can be changed on them.
    """

    def __init__(
        self,
        site: Site,
        view_pages: Mapping[str, File],
        converter: Markdown,
        guard: Guard,
        requests: MutableMapping[str, RenderRequest],
        outline_of: Callable[[str], Outline | None] = lambda _path: None,
        *,
        serving: bool = False,
        editing: PageEditing | None = None,
    ) -> None:
        self._site = site
        self._guard = guard
        self._outline_of = outline_of
        self._listed = _listed_codes(site.options.findings_on_page, serving=serving)
        self._editing = editing
        self._view_pages = view_pages
        self._fragments = FragmentConverter(converter)
        self._requests = requests
        self._prepared: dict[str, str] = {}  # the texts with requests, by the paths of their pages

    def prepare(self, markdown: str, page: File) -> str:
        """Remember how to convert the text of a plan. Returns the text, with the lines that MkDocs took as metadata."""
        entry = self._site.entry(page.src_uri)
        if entry is None:
            return markdown
        source = self._site.sources[entry.path]
        text = _with_metadata(markdown, source.text)
        if not text.strip():  # Python-Markdown converts no empty text, so nothing would ask for the request
            return text
        failed = partial(self._guard.report, Stage.RENDERING, entry.path)
        outline, boxes = self._outline_of(entry.path), self._boxes(entry)
        request = RenderRequest(_decoration(self._site, entry), source.text, outline, failed=failed, boxes=boxes)
        self._requests[text], self._prepared[entry.path] = request, text
        return text

    def was_bypassed(self, page: File) -> bool:
        """Whether the prepared text of this plan was not converted, because another plugin changed it later. Then the
        page has no views."""
        text = self._prepared.pop(page.src_uri, None)
        return text is not None and self._requests.pop(text, None) is not None

    def with_views(self, content: str, page: File) -> str:
        """The content of a page with the views at their places, and with the plans based on this page at the end."""
        if page.src_uri in self._guard.left_alone:
            return content
        return self._guard.run(Stage.PLAN_VIEWS, page.src_uri, lambda: self._with_all_views(content, page), content)

    def _with_all_views(self, content: str, page: File) -> str:
        content = self._with_own_views(content, page)
        entry = self._site.entry(page.src_uri)
        is_plan = entry is not None and not entry.plan.is_template
        if self._editing and (is_plan or "data-plan-" in content):
            view = partial(self._editing.view, entry)
            content += self._guard.run(Stage.EDITING, page.src_uri, view, "")
        plans = self._site.plans_based_on(page)
        return content + self._built_on(plans, page) if plans else content

    def _built_on(self, plans: tuple[Entry, ...], page: File) -> str:
        context = self._context(page)
        return self._guard.over_all(
            Stage.SITE_VIEWS,
            page.src_uri,
            Portfolio(plans),
            lambda portfolio: built_on_view(portfolio.entries, context),
            "",
        )

    def _with_own_views(self, content: str, page: File) -> str:
        entry = self._site.entry(page.src_uri)
        site_views = [name for name, home in self._view_pages.items() if home.src_uri == page.src_uri]
        markers = [marker_of(match) for match in MARKER.finditer(content)] if has_markers(content) else []
        if entry is None and not site_views and not markers:
            return content
        wanted = self._site.options.shown_views
        shown = {*wanted, *(marker.name for marker in markers)}
        of_plan = self._plan_views(entry, page, shown) if entry is not None else {}
        by_hand = {marker.name for marker in markers if not marker.values}
        content = fill_places(
            content,
            {place: html for place, html in of_plan.items() if place not in by_hand and view_at(place) in wanted},
        )
        if markers:
            content = MARKER.sub(lambda match: self._marker_view(marker_of(match), of_plan, page) or match[0], content)
        unplaced = [name for name in site_views if name not in by_hand or name in of_plan]
        return content + "".join(section_title(name) + self.view_over_all(Marker(name), page) for name in unplaced)

    def _marker_view(self, marker: Marker, of_plan: Mapping[str, str], page: File) -> str:
        """The view of a marker; empty if the marker is wrong. If a plan view and a site view have the same name, the
        page of a plan shows that of the plan."""
        if marker.problem:
            return ""
        paths = marker.values.get("plan", ())
        other = self._site.entry(paths[0]) if len(paths) == 1 else None
        if marker.name in PLAN_MARKERS and marker.values.keys() <= {"plan"} and (other or marker.name in of_plan):
            if not other:
                return of_plan[marker.name]
            # Links within the plan's page lead there from another page, too.
            html = self._plan_views(other, page, {marker.name}).get(marker.name, "")
            return rebase_links(html, self._site.links.url(other.path, page) or "")
        return self.view_over_all(marker, page) if marker.name in SITE_VIEWS else ""

    def view_over_all(self, marker: Marker, page: File) -> str:
        """A view over all plans, or over those that the marker selects."""
        context = self._context(page)

        def view(portfolio: Portfolio) -> str:
            portfolio = chosen(portfolio, marker.values) if marker.values else portfolio
            if marker.values and not portfolio.plans:
                return nothing_view(marker.name, marker.arguments)
            return site_view(marker.name, portfolio, context)

        place = f"{page.src_uri}, {marker.name}"
        return self._guard.over_all(Stage.SITE_VIEWS, place, self._site.portfolio, view, "")

    def _plan_views(self, entry: Entry, page: File, wanted: Container[str]) -> dict[str, str]:
        site = self._site
        return self._guard.run(
            Stage.PLAN_VIEWS,
            entry.path,
            lambda: plan_views(entry, site.calendar, self._context(page), site.neighbours(entry), wanted),
            {},
        )

    def _context(self, page: File) -> Context:
        site, links = self._site, self._site.links
        view_paths = {name: file.src_uri for name, file in self._view_pages.items()}

        def words(entry: Entry, source: str) -> str:
            targets = entry.plan.link_targets
            return self._guard.run(
                Stage.WORDS,
                entry.path,
                lambda: self._fragments.html(source, targets, lambda href: links.rebased(href, entry, page)),
                str(escape(source)),
            )

        context = Context(
            site.today,
            lambda path: self._guard.run(Stage.LINKS, path, lambda: links.url(path, page), None),
            view_paths.pop(INDEX.name, None),
            site.options.interactive,
            view_paths,
            page.src_uri,
            words,
            self._listed,
            site.histories,
        )
        return replace(context, box=self._box, status=self._status) if self._editing else context

    def _boxes(self, entry: Entry) -> Mapping[int, str]:
        """The names of the boxes of a plan that can be ticked, by their lines."""
        editing, nothing = self._editing, dict[int, str]()
        return self._guard.run(Stage.EDITING, entry.path, lambda: editing.boxes(entry), nothing) if editing else nothing

    def _box(self, entry: Entry, line: int) -> str:
        return self._boxes(entry).get(line, "")

    def _status(self, entry: Entry) -> str:
        """The name of the status of a plan, where it can be changed."""
        editing = self._editing
        return self._guard.run(Stage.EDITING, entry.path, lambda: editing.status(entry), "") if editing else ""


def has_charts(site: Site, guard: Guard) -> bool:
    """Whether any page has a chart for Plotly: a timeline, by itself or by a marker."""

    def has_chart(entry: Entry) -> bool:
        return planned_dates(entry.schedule) is not None and (
            any(marker.name == "timeline" for _, marker in site.sources[entry.path].markers)
            or any(place.view == "timeline" for place in _decoration(site, entry).places)
        )

    return site.options.interactive != "never" and any(
        guard.run(Stage.RENDERING, entry.path, partial(has_chart, entry), otherwise=False)
        for entry in site.portfolio.entries
    )


def _decoration(site: Site, entry: Entry) -> PageDecoration:
    """The decoration of a plan's page, with only those views that the options name."""
    complete = decorate(entry.plan)
    wanted = site.options.shown_views
    return PageDecoration(complete.blocks, tuple(place for place in complete.places if view_at(place.view) in wanted))


def _with_metadata(markdown: str, source: str) -> str:
    """The text of a page with the lines that MkDocs took for MultiMarkdown metadata (`Status: Draft`).

    A blank line before them keeps Python-Markdown's metadata extension from taking them again. MkDocs keeps the text
    of a page: where it is that of the file, it is the same object, which takes room only once.
    """
    body = source.lstrip("\n")
    if markdown == body:
        return body
    if source.startswith("---") or get_data(source)[0] != markdown:
        return markdown
    return f"\n{source}"


def _listed_codes(findings_on_page: str, *, serving: bool) -> frozenset[str]:
    """The codes of the findings that are listed on the pages of their plans."""
    if findings_on_page == "never":
        return frozenset()
    is_for_all = findings_on_page != "always" and not serving
    return frozenset(code for code, kind in FINDINGS.items() if kind.for_readers or not is_for_all)
