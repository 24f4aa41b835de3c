# The files that the plugin adds to a site: assets, the index, the registers, data files. A file of the user is never
# replaced.
"""Generated files."""

from __future__ import annotations

import pathlib
from collections.abc import Iterator
from functools import partial

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from mkdocs_planplugin.catalog import INDEX, PORTFOLIO, REGISTERS
from mkdocs_planplugin.export import DATA_FILES, DataFile, JoinedFile, PlanFile, SiteData
from mkdocs_planplugin.language import _
from mkdocs_planplugin.portfolio import Portfolio
from mkdocs_planplugin.reading import MARKER
from mkdocs_planplugin.views import is_dated, navigation_style_sheet, style_sheet

from .assets import NAVIGATION_STYLE, PLAN_STYLE, PLOTLY, SITE_STYLE, STYLE, AssetLinks, plotly, script_texts
from .guard import Guard, Stage
from .joined_files import joined_file
from .navigation import has_statuses
from .reader import page_text
from .site import Site, page_paths
from .translations import language_folder

# The table of contents is hidden: it would have a single entry, and the table of plans needs its width.
INDEX_TEXT = "---\nhide: [toc]\n---\n\n# {title}\n\n{marker}\n"
TIMELINE_TEXT = "\n## {title}\n\n{marker}\n"
# Search finds a register by its title and its sentence. It finds the listed items on the pages of their plans.
REGISTER_TEXT = "---\nhide: [toc]\n---\n\n# {title}\n\n{sentence}\n\n{marker}\n"


def view_page_text(name: str, path: str, site: Site, guard: Guard) -> str:
    """The Markdown of our page for a view over all plans, with markers for the views; `path` is the path of the
    page."""
    if name != INDEX.name:
        register = REGISTERS[name]
        return REGISTER_TEXT.format(title=_(register.title), sentence=_(register.sentence), marker=_marker(name))
    text = INDEX_TEXT.format(title=_(INDEX.title), marker=_marker(name))
    if guard.over_all(Stage.GENERATED_PAGES, path, site.portfolio, _has_dates, otherwise=False):
        text += TIMELINE_TEXT.format(title=_(PORTFOLIO.title), marker=_marker(PORTFOLIO.name))
    return text


class GeneratedFiles:
    """Adds files to those of one build. `view_pages` are the pages over all plans, ours or the user's, by the names of
    their views; `hints` are lines for the log."""

    def __init__(self, config: MkDocsConfig, files: Files, site: Site, guard: Guard) -> None:
        self.view_pages: dict[str, File] = {}
        self.hints: list[str] = []
        self._config = config
        self._files = files
        self._site = site
        self._guard = guard
        self._by_destination: dict[str, File] = {}
        self._folders: set[str] = set()
        for file in files:
            guard.run(Stage.GENERATED_PAGES, file.src_uri, partial(self._note, file), None)

    def _note(self, file: File) -> None:
        """Remember where a file of the site goes."""
        if self._site.links.file(file.src_uri):
            self._by_destination.setdefault(file.dest_uri, file)
            self._folders.update(_folders_of(file))

    def add_assets(self, *, charts: bool, editing: bool) -> AssetLinks:
        """Add the assets if the site shows anything of ours, with Plotly's library if there are `charts`, and
        what `editing` needs. Returns the object that links them on pages."""
        if not self._site.shows_ours:
            return AssetLinks(self._config, (), ())
        styles = (NAVIGATION_STYLE,) if has_statuses(self._config) and self._site.portfolio.plans else ()
        included = InclusionLevel.INCLUDED  # whatever the site's `exclude_docs` says
        whole = File.generated(self._config, STYLE, content=style_sheet(editing=editing), inclusion=included)
        has_parts = self._add(whole) is whole  # a site with a style sheet of its own in its place has that on all pages
        plan_style = style_sheet(over_all=False, editing=editing)
        site_style = style_sheet(of_plans=False, editing=editing)
        parts = {PLAN_STYLE: plan_style, SITE_STYLE: site_style} if has_parts else {}
        for path, text in (parts | {path: navigation_style_sheet() for path in styles}).items():
            self._add(File.generated(self._config, path, content=text, inclusion=included))
        interactive = self._site.options.interactive != "never"
        scripts = script_texts(interactive=interactive, editing=editing)
        for path, text in scripts.items():
            self._add(File.generated(self._config, path, content=text, inclusion=included))
        if charts:
            self._add(File.generated(self._config, PLOTLY, abs_src_path=str(plotly()), inclusion=included))
        return AssetLinks(self._config, styles, tuple(scripts), has_parts=has_parts)

    def add_view_pages(self) -> None:
        """Add the index and the registers, unless the user has pages at these paths. The index links to the registers;
        they are in the navigation only if the site lists them there."""
        for name, path in page_paths(self._site.options).items():
            self._guard.run(Stage.GENERATED_PAGES, path, partial(self._add_view_page, name, path), None)

    def _add_view_page(self, name: str, path: str) -> None:
        nav = self._config.nav
        in_nav = _is_in_nav(nav, path) or (name == INDEX.name and nav is None)
        level = InclusionLevel.INCLUDED if in_nav else InclusionLevel.NOT_IN_NAV
        ours = self._generated(path, view_page_text(name, path, self._site, self._guard), level)
        page = self._add(ours)
        if page is None:
            return
        self.view_pages[name] = page
        if page is not ours:
            self._hint_at_marker(name, page)
        elif name == INDEX.name and not in_nav:
            self.hints.append(f"{path} is not in the nav; to show the index of plans there, add `- {path}` to `nav:`")

    def add_data(self) -> None:
        """Add the data files, unless the site has files of that name."""
        for record in DATA_FILES:
            if isinstance(record, JoinedFile):
                self._guard.run(Stage.DATA_FILES, record.path, partial(self._add_joined_file, record), None)
                continue
            files: tuple[tuple[str, bytes], ...] = self._guard.over_all(
                Stage.DATA_FILES, record.path, self._site.portfolio, partial(self._data_files, record), ()
            )
            for path, content in files:
                self._guard.run(Stage.DATA_FILES, path, partial(self._add_data_file, path, content), None)

    def _add_data_file(self, path: str, content: bytes) -> None:
        self._add(self._generated(path, content))

    def _add_joined_file(self, record: JoinedFile) -> None:
        site = self._site_data(self._site.portfolio)
        self._add(self._in_language_folder(joined_file(self._config, record, site, self._guard)))

    def _data_files(self, record: DataFile | PlanFile, portfolio: Portfolio) -> tuple[tuple[str, bytes], ...]:
        return tuple(record.files(self._site_data(portfolio)))

    def _site_data(self, portfolio: Portfolio) -> SiteData:
        site, config = self._site, self._config
        return SiteData(portfolio, site.today, config.site_name, config.site_url or "", site.histories)

    def _generated(self, path: str, content: str | bytes, inclusion: InclusionLevel = InclusionLevel.INCLUDED) -> File:
        """A page or data file of ours."""
        return self._in_language_folder(File.generated(self._config, path, content=content, inclusion=inclusion))

    def _in_language_folder(self, file: File) -> File:
        """A file, in the folder of the language that is being built."""
        file.dest_uri = language_folder(self._config) + file.dest_uri
        return file

    def _add(self, file: File) -> File | None:
        """Add a file of ours, unless the site has one at its path. Returns the file at that path; `None` if the site
        has a file where our folder would be, or a folder where our file would be."""
        in_the_way = [self._by_destination[folder] for folder in _folders_of(file) if folder in self._by_destination]
        if in_the_way or file.dest_uri in self._folders:
            taken = in_the_way[0].src_uri if in_the_way else f"{file.dest_uri}/"
            self.hints.append(f"{file.dest_uri} is left out: the site has {taken} in its place")
            return None
        present = self._by_destination.setdefault(file.dest_uri, file)
        if present is file:
            if excluded := self._files.src_uris.get(file.src_uri):
                self._files.remove(excluded)
            self._files.append(file)
        return present

    def _hint_at_marker(self, name: str, page: File) -> None:
        """If the user has a page at the path of ours without the marker of the view, add a hint how to place the
        view."""
        if any(match["name"] == name for match in MARKER.finditer(page_text(page) or "")):
            return
        if name == INDEX.name:
            self.hints.append(
                f"{page.src_uri}: the index of plans goes to its end; a line `{_marker(name)}` puts it elsewhere, and "
                f"`{_marker(PORTFOLIO.name)}` adds the timeline over all plans"
            )
        else:
            self.hints.append(
                f"{page.src_uri}: the register of {name} goes to its end; a line `{_marker(name)}` puts it elsewhere"
            )


def _has_dates(portfolio: Portfolio) -> bool:
    return any(map(is_dated, portfolio.plans))


def _marker(view: str) -> str:
    """The marker that shows a view at its place in a page."""
    return f"<!-- plan:{view} -->"


def _folders_of(file: File) -> Iterator[str]:
    """The folders that a file is in, in the built site."""
    return (str(folder) for folder in pathlib.PurePosixPath(file.dest_uri).parents)


def _is_in_nav(nav: object, path: str) -> bool:
    """Whether a page stands anywhere in a `nav:`."""
    if isinstance(nav, dict):
        return any(_is_in_nav(part, path) for part in nav.values())
    if isinstance(nav, list):
        return any(_is_in_nav(part, path) for part in nav)
    return nav == path
