# The last stage of a build, page by page: what is woven into a plan's text, and the views in their places.
"""The pages of a site and what they show of plans."""

from __future__ import annotations

from collections.abc import Mapping

from markdown import Markdown
from mkdocs.structure.files import File
from mkdocs.utils.meta import get_data

from mkdocs_planplugin.catalog import PLAN_MARKERS, SITE_VIEWS
from mkdocs_planplugin.portfolio import Entry, chosen
from mkdocs_planplugin.reading import MARKER, Marker, has_markers, marker_of
from mkdocs_planplugin.views import nothing_view, plan_views, site_view
from mkdocs_planplugin.views.kit import Context, rebase_links
from mkdocs_planplugin.views.plan import has_chart
from mkdocs_planplugin.views.site import built_on_view
from mkdocs_planplugin.weave import Decoration, FragmentConverter, Weaving, decorate, fill_places

from .site import Site


def marker(view: str) -> str:
    """The line that puts a view where it stands."""
    return f"<!-- plan:{view} -->"


class Pages:
    """The pages of one build. `converter` is a converter of the site's own that nobody else uses."""

    def __init__(self, site: Site, converter: Markdown) -> None:
        self._site = site
        self._fragments = FragmentConverter(converter)
        self._announced: dict[str, tuple[str, Weaving]] = {}  # by text: the page's path, and what is to be done

    def announce(self, markdown: str, file: File) -> str:
        """Remember what is to be done with a plan's text; returns the text, with what MkDocs dropped from it."""
        entry = self._site.entry(file)
        if entry is None:
            return markdown
        source = self._site.sources[entry.path]
        markdown = _with_metadata(markdown, source.text)
        weaving = Weaving(self._decoration(entry), source.text, source.reading.outline)
        self._announced[markdown] = (entry.path, weaving)
        return markdown

    def weaving_for(self, text: str) -> Weaving | None:
        """What is to be done with a text that is being converted; None where it is no announced one."""
        return self._announced.pop(text, (None, None))[1]

    def missed(self, file: File) -> bool:
        """Whether another text of this plan was converted than the announced one, so that its page has no views."""
        texts = [text for text, (path, _) in self._announced.items() if path == file.src_uri]
        for text in texts:
            del self._announced[text]
        return bool(texts)

    def filled(self, content: str, file: File) -> str:
        """A page's content with the views in their places."""
        content = self._filled(content, file)
        plans = self._site.built_on(file)
        return content + built_on_view(plans, self._context(file)) if plans else content

    def _filled(self, content: str, file: File) -> str:
        entry = self._site.entry(file)
        at_home = [view for view, home in self._site.homes.items() if home.src_uri == file.src_uri]
        markers = [marker_of(match) for match in MARKER.finditer(content)] if has_markers(content) else []
        if entry is None and not at_home and not markers:
            return content
        own = self._views(entry, file) if entry is not None else {}
        by_hand = {marker.name for marker in markers if not marker.values}
        places = {name: view for name, view in own.items() if name not in by_hand and self._wanted(name)}
        content = fill_places(content, places)
        if markers:
            content = MARKER.sub(lambda match: self._marked(marker_of(match), own, file) or match[0], content)
        unplaced = (name for name in at_home if name not in by_hand or name in own)
        return content + "".join(self._across(Marker(name), file) for name in unplaced)

    def _marked(self, marker: Marker, own: Mapping[str, str], file: File) -> str:
        """What a marker shows; empty where it is wrong. Of two views with one name, a plan's page shows its own."""
        named = self._site.plan(*marker.values["plan"]) if len(marker.values.get("plan", ())) == 1 else None
        if marker.problem:
            return ""
        if marker.name in PLAN_MARKERS and marker.values.keys() <= {"plan"} and (named or marker.name in own):
            return self._of_another(marker.name, named, file) if named else own[marker.name]
        return self._across(marker, file) if marker.name in SITE_VIEWS else ""

    def _of_another(self, name: str, entry: Entry, file: File) -> str:
        """A view of a plan on another page than its own: what is a link within that page leads there."""
        view = self._views(entry, file).get(name, "")
        return rebase_links(view, self._site.href(entry.path, file) or "")

    def _across(self, marker: Marker, file: File) -> str:
        """A view over all plans, or over those that a marker chooses."""
        plans = chosen(self._site.portfolio, marker.values) if marker.values else self._site.portfolio
        if marker.values and not plans.plans:
            return nothing_view(marker.name, marker.said)
        return site_view(marker.name, plans, self._context(file))

    @property
    def has_charts(self) -> bool:
        """Whether any page gets a chart that Plotly draws."""
        interactive = self._site.options.interactive != "never"
        entries = self._site.portfolio.entries
        return interactive and any(has_chart(entry) and self._has_timeline(entry) for entry in entries)

    def _has_timeline(self, entry: Entry) -> bool:
        """Whether the page of a plan has a place for its timeline, by itself or by hand."""
        places = self._decoration(entry).places
        markers = self._site.sources[entry.path].markers
        return any(place.view == "timeline" for place in places) or any(m.name == "timeline" for _, m in markers)

    def _decoration(self, entry: Entry) -> Decoration:
        whole = decorate(entry.plan)
        places = tuple(place for place in whole.places if self._wanted(place.view))
        return Decoration(whole.marks, places)

    def _views(self, entry: Entry, file: File) -> dict[str, str]:
        return plan_views(entry, self._site.calendar, self._context(file), self._site.neighbours(entry))

    def _wanted(self, view: str) -> bool:
        return view.partition(":")[0] in self._site.options.views

    def _context(self, file: File) -> Context:
        site = self._site

        def words(entry: Entry, source: str) -> str:
            targets = entry.plan.link_targets
            return self._fragments.html(source, targets, lambda href: site.address(href, entry, file))

        return Context(
            site.today,
            lambda path: site.href(path, file),
            site.homes["index"].src_uri if "index" in site.homes else None,
            site.options.interactive,
            {name: home.src_uri for name, home in site.homes.items() if name != "index"},
            file.src_uri,
            words,
        )


def _with_metadata(markdown: str, source: str) -> str:
    """The text of a page with the lines that MkDocs took for MultiMarkdown metadata (`Status: Draft`) put back.

    A blank line before them keeps Python-Markdown's own metadata extension from taking them again.
    """
    if source.startswith("---") or markdown == source.lstrip("\n") or get_data(source)[0] != markdown:
        return markdown
    return f"\n{source}"
