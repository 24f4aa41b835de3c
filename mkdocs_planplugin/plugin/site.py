# One build of a site: its plans, and what each of its pages shows of them.
"""The plans of a site and their pages."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from urllib.parse import unquote, urlsplit

from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.utils.meta import get_data

from mkdocs_planplugin.config import PlanConfig
from mkdocs_planplugin.model import Finding, Plan, Severity
from mkdocs_planplugin.portfolio import Entry, Portfolio
from mkdocs_planplugin.reading import Reading, Syntax, read
from mkdocs_planplugin.views import Context, has_chart, index_view, is_dated, plan_views, portfolio_view
from mkdocs_planplugin.weave import Decoration, Weaving, decorate, fill_places, syntax_of

INDEX_MARKER = "<!-- plan:index -->"
PORTFOLIO_MARKER = "<!-- plan:portfolio -->"
# An outline takes about 100 KB. Of a larger site the pages beyond these are outlined a second time when they are shown.
OUTLINES_KEPT = 500
MARKER = re.compile(r"^[ \t]*<!-- ?plan:(?P<name>[\w-]+)\s*-->[ \t]*$", re.MULTILINE)
# The views over all plans, which any page can have.
SITE_VIEWS: dict[str, Callable[[Portfolio, Context], str]] = {"index": index_view, "portfolio": portfolio_view}


@dataclass(frozen=True, slots=True)
class Source:
    """A page's text and what was read from it."""

    text: str
    key: object  # what else the reading depends on
    reading: Reading


class Reader:
    """Reads the pages of a site; what has not changed since the last build is not read again."""

    def __init__(self) -> None:
        self._cache: dict[str, Source] = {}
        self._reported: set[str] = set()

    def read(
        self,
        files: Files,
        options: PlanConfig,
        config: MkDocsConfig,
        inclusion: Callable[[InclusionLevel], bool],
    ) -> dict[str, Source]:
        """The sources of a site's pages by path."""
        key = (options.calendar, syntax_of_site(config))
        cache: dict[str, Source] = {}
        for file in files.documentation_pages(inclusion=inclusion):
            if _looked_at(file, options):
                text = file.content_string
                old = self._cache.get(file.src_uri)
                if old is None or old.text != text or old.key != key:
                    reading = read(text, *key, name=_name(file))
                    if len(cache) > OUTLINES_KEPT:
                        reading = replace(reading, outline=None)
                    old = Source(text, key, reading)
                cache[file.src_uri] = old
        self._cache = cache
        return cache

    def news(self, findings: Mapping[str, Iterable[Finding]]) -> list[str]:
        """Of the findings of a build, by path, those that are to be logged and that the last build did not have."""
        messages = [
            message(path, finding)
            for path, found in findings.items()
            for finding in found
            if finding.level is not Severity.INFO
        ]
        news = [each for each in messages if each not in self._reported]
        self._reported = set(messages)
        return news


class Site:
    """The plans of one build. Made when the files are known, asked page by page."""

    def __init__(
        self,
        options: PlanConfig,
        sources: dict[str, Source],
        files: Files,
        inclusion: Callable[[InclusionLevel], bool],
    ) -> None:
        self.options = options
        self.today = options.today
        self.calendar = options.calendar
        self._files = files
        self._inclusion = inclusion
        self._announced: dict[str, tuple[str, Weaving]] = {}  # by text: the page's path, and what is to be done
        self._sources = sources
        self.portfolio = Portfolio.of(
            self._entry(path, each.reading.plan) for path, each in sources.items() if each.reading.plan is not None
        )
        self._entries = {entry.path: entry for entry in self.portfolio.entries}
        self.findings = {path: each.reading.findings for path, each in sources.items()}
        self.findings |= {entry.path: entry.findings for entry in self.portfolio.entries}
        self.index: File | None = None  # set where the site has one

    def _entry(self, path: str, plan: Plan) -> Entry:
        based_on = self._page(path, plan.based_on.href) if plan.based_on is not None else None
        return Entry.of(
            path,
            self._files.src_uris[path].url,
            plan,
            self.calendar,
            self.today,
            stale_after=int(self.options.stale_after),
            based_on_path=based_on,
        )

    def _page(self, path: str, href: str | None) -> str | None:
        """The source path of the page that a link on the page at `path` leads to; None when it leads elsewhere."""
        parts = urlsplit(href or "")
        if parts.scheme or parts.netloc or not parts.path:
            return None
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))
        file = self.file(target)
        return target if file is not None and file.is_documentation_page() else None

    def file(self, path: str) -> File | None:
        """The file of this source path, where it is a part of the site that is built."""
        file = self._files.src_uris.get(path)
        return file if file is not None and self._inclusion(file.inclusion) else None

    def at(self, destination: str) -> File | None:
        """The file that goes to this place of the site."""
        return next((file for file in self._files if file.dest_uri == destination and self.file(file.src_uri)), None)

    def entry(self, file: File) -> Entry | None:
        """The plan on this page."""
        return self._entries.get(file.src_uri)

    # -- pages -------------------------------------------------------------------------------------------------------

    def announce(self, markdown: str, file: File) -> str:
        """Remember what is to be done with a plan's text; returns the text, with what MkDocs dropped from it."""
        entry = self._entries.get(file.src_uri)
        if entry is None:
            return markdown
        source = self._sources[entry.path]
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
        entry = self._entries.get(file.src_uri)
        is_index = self.index is not None and file.src_uri == self.index.src_uri
        has_markers = "<!-- plan:" in content or "<!--plan:" in content  # rare, and a search costs
        marked = {match["name"] for match in MARKER.finditer(content)} if has_markers else set()
        if entry is None and not is_index and not marked & SITE_VIEWS.keys():
            return content
        views = self._views(entry, file) if entry is not None else {}
        for name, view in SITE_VIEWS.items():
            if name in marked or (is_index and name == "index"):
                views[name] = view(self.portfolio, self._context(file))
        by_hand = marked & views.keys()
        places = {name: view for name, view in views.items() if name not in by_hand and self._wanted(name)}
        content = fill_places(content, places)
        if by_hand:
            content = MARKER.sub(lambda match: views.get(match["name"], match[0]), content)
        return content + views["index"] if is_index and "index" not in by_hand else content

    @property
    def has_timeline(self) -> bool:
        """Whether there is something to draw on a timeline over all plans."""
        return any(is_dated(entry) for entry in self.portfolio.plans)

    @property
    def has_charts(self) -> bool:
        """Whether any page gets a chart that Plotly draws."""
        interactive = self.options.interactive != "never"
        return interactive and any(has_chart(entry) and self._has_timeline(entry) for entry in self.portfolio.entries)

    def _has_timeline(self, entry: Entry) -> bool:
        """Whether the page of a plan has a place for its timeline, by itself or by hand."""
        places = self._decoration(entry).places
        marked = MARKER.findall(self._sources[entry.path].text)
        return any(place.view == "timeline" for place in places) or "timeline" in marked

    def _decoration(self, entry: Entry) -> Decoration:
        whole = decorate(entry.plan)
        places = tuple(place for place in whole.places if self._wanted(place.view))
        return Decoration(whole.marks, places)

    def _views(self, entry: Entry, file: File) -> dict[str, str]:
        return plan_views(entry, self.calendar, self._context(file))

    def _wanted(self, view: str) -> bool:
        return view.partition(":")[0] in self.options.views

    def _context(self, file: File) -> Context:
        def href(path: str) -> str | None:
            source, _, anchor = path.partition("#")
            target = self.file(source)
            if target is None:
                return None
            return target.url_relative_to(file) + (f"#{anchor}" if anchor else "")

        index = self.index.src_uri if self.index is not None else None
        return Context(self.today, href, index, self.options.interactive)


def syntax_of_site(config: MkDocsConfig) -> Syntax:
    """Which block syntax beyond GitHub's a site has switched on: asked of a converter like that of its pages."""
    return syntax_of(Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs or {}))


def message(path: str, finding: Finding) -> str:
    """A finding as one line of the log."""
    hint = f"; {finding.hint}" if finding.hint else ""
    return f"{path}:{finding.line}: {finding.code} {finding.message}{hint}"


def _looked_at(file: File, options: PlanConfig) -> bool:
    path = file.src_uri
    if options.exclude is not None and options.exclude.match_file(path):
        return False
    return options.include is None or options.include.match_file(path)


def _name(file: File) -> str:
    return file.name.replace("-", " ").replace("_", " ").capitalize()


def _with_metadata(markdown: str, source: str) -> str:
    """The text of a page with the lines that MkDocs took for MultiMarkdown metadata (`Status: Draft`) put back.

    A blank line before them keeps Python-Markdown's own metadata extension from taking them again.
    """
    if source.startswith("---") or markdown == source.lstrip("\n") or get_data(source)[0] != markdown:
        return markdown
    return f"\n{source}"
