# The files that the plugin adds to a site: assets, the index page, the registers, the data. None of a user's own files
# is replaced.
"""Generated files."""

from __future__ import annotations

import importlib.util
import pathlib
from collections.abc import Callable, Iterator

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel

from mkdocs_planplugin.catalog import INDEX, PORTFOLIO, REGISTERS
from mkdocs_planplugin.export import SiteData, data_files
from mkdocs_planplugin.language import _
from mkdocs_planplugin.reading import MARKER
from mkdocs_planplugin.views import is_dated, style_sheet
from mkdocs_planplugin.weave import PlanExtension, Weaving

from .pages import marker
from .site import Site, page_paths
from .translations import language_folder

ASSETS = pathlib.Path(__file__).parent.parent / "views" / "assets"
STYLE = "assets/planplugin/planplugin.css"
SCRIPT = "assets/planplugin/planplugin.js"
INDEX_SCRIPT = "assets/planplugin/planplugin-index.js"
CHART_SCRIPT = "assets/planplugin/planplugin-chart.js"
PLOTLY = "assets/planplugin/plotly.min.js"  # beside the script that loads it
WEAVE = "mkdocs_planplugin.weave"
# The table is worth the room of a table of contents that would name one heading.
INDEX_TEXT = "---\nhide: [toc]\n---\n\n# {title}\n\n{marker}\n"
TIMELINE_TEXT = "\n## {title}\n\n{marker}\n"
# Search finds a register by its title and its sentence; what it lists is found on the pages of the plans.
REGISTER_TEXT = "---\nhide: [toc]\n---\n\n# {title}\n\n{sentence}\n\n{marker}\n"


def add_extension(config: MkDocsConfig, weaving_for: Callable[[str], Weaving | None]) -> None:
    """Add our Markdown extension; a site that lists it besides the plugin gets it once."""
    listed = [each for each in config.markdown_extensions if not _is_ours(each)]
    # MkDocs declares the list as one of names, and hands it to Python-Markdown, which takes instances too.
    config.markdown_extensions = [*listed, PlanExtension(weaving_for)]  # type: ignore[list-item]


def name_assets(config: MkDocsConfig, *, interactive: bool) -> None:
    """Name the style sheet and the scripts on every page.

    Also the index's own: a theme that shows pages without loading them (Material's instant navigation) has it when the
    reader comes to the index, and there it is at hand before the page is painted. Elsewhere it does nothing.
    """
    if STYLE not in config.extra_css:
        config.extra_css.append(STYLE)
    for script in (SCRIPT, INDEX_SCRIPT, CHART_SCRIPT) if interactive else (SCRIPT, INDEX_SCRIPT):
        if script not in config.extra_javascript:
            config.extra_javascript.append(script)


class Additions:
    """The files that are added in one build."""

    def __init__(self, site: Site, files: Files, config: MkDocsConfig) -> None:
        self._site = site
        self._files = files
        self._config = config
        self._taken: dict[str, File] = {}
        for file in files:
            if site.file(file.src_uri):
                self._taken.setdefault(file.dest_uri, file)

    def assets(self, *, charts: bool) -> None:
        """Add the assets; those of charts where there may be any, Plotly's library only where there are `charts`."""
        self._add(File.generated(self._config, STYLE, content=style_sheet()))
        sources = {name: ASSETS / pathlib.PurePosixPath(name).name for name in (SCRIPT, INDEX_SCRIPT)}
        if self._site.options.interactive != "never":
            sources[CHART_SCRIPT] = ASSETS / "planplugin-chart.js"
        if charts:
            sources[PLOTLY] = _plotly()
        for name, source in sources.items():
            level = InclusionLevel.INCLUDED
            self._add(File.generated(self._config, name, abs_src_path=str(source), inclusion=level))

    def pages(self) -> Iterator[str]:
        """Add the index and the registers, or find the user's own pages at their places; yields what the user may want
        to know."""
        site = self._site
        paths = page_paths(site.options)
        for name, path in paths.items():
            if name != "index" and not site.portfolio.plans:
                continue
            in_nav = self._config.nav is None or _named(self._config.nav, path)
            level = InclusionLevel.INCLUDED if in_nav else InclusionLevel.NOT_IN_NAV
            ours = self._file(path, _text(name, site), level)
            page = site.homes[name] = self._add(ours)
            if page is not ours:
                yield from _hint(name, page)
            elif name == "index" and not in_nav:
                # The registers need no line of their own: the index leads to them.
                yield f"{path} is not in the nav; to show the index of plans there, add `- {path}` to `nav:`"

    def data(self) -> None:
        """Add the data files, unless the site has files of that name."""
        config = self._config
        site = SiteData(self._site.portfolio, self._site.today, config.site_name, config.site_url or "")
        for path, content in data_files(site):
            self._add(self._file(path, content))

    def _file(self, path: str, content: str | bytes, inclusion: InclusionLevel = InclusionLevel.INCLUDED) -> File:
        """A page or data file of ours, in the folder of the language that is built."""
        file = File.generated(self._config, path, content=content, inclusion=inclusion)
        file.dest_uri = language_folder(self._config) + file.dest_uri
        return file

    def _add(self, file: File) -> File:
        """Add a file of ours, unless the site has one at its place; returns the one that is there now."""
        own = self._taken.setdefault(file.dest_uri, file)
        if own is file:
            if excluded := self._files.src_uris.get(file.src_uri):
                self._files.remove(excluded)
            self._files.append(file)
        return own


def _text(name: str, site: Site) -> str:
    """The text of a page of ours."""
    if name != "index":
        register = REGISTERS[name]
        return REGISTER_TEXT.format(title=_(register.title), sentence=_(register.sentence), marker=marker(name))
    text = INDEX_TEXT.format(title=_(INDEX.title), marker=marker(name))
    if any(map(is_dated, site.portfolio.plans)):
        text += TIMELINE_TEXT.format(title=_(PORTFOLIO.title), marker=marker(PORTFOLIO.name))
    return text


def _hint(name: str, page: File) -> Iterator[str]:
    """What to tell the user who has a page of their own where one of ours would be, unless they know."""
    if any(match["name"] == name for match in MARKER.finditer(page.content_string)):
        return
    if name == "index":
        yield (
            f"{page.src_uri}: the index of plans goes to its end; a line `{marker(name)}` puts it elsewhere, and "
            f"`{marker('portfolio')}` adds the timeline over all plans"
        )
    else:
        yield f"{page.src_uri}: the register of {name} goes to its end; a line `{marker(name)}` puts it elsewhere"


def _is_ours(extension: object) -> bool:
    return isinstance(extension, PlanExtension) or str(extension).partition(":")[0] in ("planplugin", WEAVE)


def _plotly() -> pathlib.Path:
    """The library that the installed `plotly` package brings along, found without the time its import takes."""
    spec = importlib.util.find_spec("plotly")
    if spec is None or not spec.submodule_search_locations:
        raise PluginError("planplugin: the package plotly is not installed; install it, or set `interactive: never`")
    return pathlib.Path(spec.submodule_search_locations[0], "package_data", "plotly.min.js")


def _named(nav: object, path: str) -> bool:
    """Whether a page is named anywhere in a `nav:`."""
    if isinstance(nav, dict):
        return any(_named(each, path) for each in nav.values())
    if isinstance(nav, list):
        return any(_named(each, path) for each in nav)
    return nav == path
