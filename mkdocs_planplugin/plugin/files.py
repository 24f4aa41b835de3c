# The files that the plugin adds to a site: assets, the index page, the data. None of a user's own files is replaced.
"""Generated files."""

from __future__ import annotations

import importlib.util
import pathlib
from collections.abc import Callable

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel

from mkdocs_planplugin.export import plans_json, plans_schema
from mkdocs_planplugin.weave import PlanExtension, Weaving

from .site import INDEX_MARKER, MARKER, PORTFOLIO_MARKER, Site

ASSETS = pathlib.Path(__file__).parent.parent / "views" / "assets"
STYLE = "assets/planplugin/planplugin.css"
SCRIPT = "assets/planplugin/planplugin.js"
INDEX_SCRIPT = "assets/planplugin/planplugin-index.js"
CHART_SCRIPT = "assets/planplugin/planplugin-chart.js"
PLOTLY = "assets/planplugin/plotly.min.js"  # beside the script that loads it
WEAVE = "mkdocs_planplugin.weave"
# The table is worth the room of a table of contents that would name one heading.
INDEX_TEXT = f"---\nhide: [toc]\n---\n\n# Plans\n\n{INDEX_MARKER}\n"
TIMELINE_TEXT = f"\n## Timeline\n\n{PORTFOLIO_MARKER}\n"


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


def add_assets(site: Site, files: Files, config: MkDocsConfig) -> None:
    """Add the assets; those of the charts where there may be any, Plotly's library only where there is one."""
    sources = {name: ASSETS / pathlib.PurePosixPath(name).name for name in (STYLE, SCRIPT, INDEX_SCRIPT)}
    if site.options.interactive != "never":
        sources[CHART_SCRIPT] = ASSETS / "planplugin-chart.js"
    if site.has_charts:
        sources[PLOTLY] = _plotly()
    for name, source in sources.items():
        _add(site, files, File.generated(config, name, abs_src_path=str(source), inclusion=InclusionLevel.INCLUDED))


def _is_ours(extension: object) -> bool:
    return isinstance(extension, PlanExtension) or str(extension).partition(":")[0] in ("planplugin", WEAVE)


def _add(site: Site, files: Files, file: File) -> bool:
    """Add a file of ours to the site, unless it has one at that place; returns whether it was added."""
    if site.at(file.dest_uri) is not None:
        return False
    if excluded := files.src_uris.get(file.src_uri):
        files.remove(excluded)
    files.append(file)
    return True


def _plotly() -> pathlib.Path:
    """The library that the installed `plotly` package brings along, found without the time its import takes."""
    spec = importlib.util.find_spec("plotly")
    if spec is None or not spec.submodule_search_locations:
        raise PluginError("planplugin: the package plotly is not installed; install it, or set `interactive: never`")
    return pathlib.Path(spec.submodule_search_locations[0], "package_data", "plotly.min.js")


def add_index(site: Site, files: Files, config: MkDocsConfig) -> str | None:
    """Add the index page, or find the user's own; returns what the user may want to know, if there is anything."""
    path = site.options.index_page
    if not isinstance(path, str):
        return None
    in_nav = config.nav is None or _named(config.nav, path)
    index = File.generated(
        config,
        path,
        content=INDEX_TEXT + (TIMELINE_TEXT if site.has_timeline else ""),
        inclusion=InclusionLevel.INCLUDED if in_nav else InclusionLevel.NOT_IN_NAV,
    )
    added = _add(site, files, index)
    site.index = site.at(index.dest_uri)
    if added:
        return (
            None if in_nav else f"{path} is not in the nav; to show the index of plans there, add `- {path}` to `nav:`"
        )
    own = site.index
    if own is None or any(match["name"] == "index" for match in MARKER.finditer(own.content_string)):
        return None
    return (
        f"{own.src_uri}: the index of plans goes to its end; a line `{INDEX_MARKER}` puts it elsewhere, and "
        f"`{PORTFOLIO_MARKER}` adds the timeline over all plans"
    )


def add_data(site: Site, files: Files, config: MkDocsConfig) -> None:
    """Add `plans.json` and its schema, unless the site has files of that name."""
    data = {"plans.json": plans_json(site.portfolio, site.today), "plans.schema.json": plans_schema()}
    for name, content in data.items():
        _add(site, files, File.generated(config, name, content=content, inclusion=InclusionLevel.INCLUDED))


def _named(nav: object, path: str) -> bool:
    """Whether a page is named anywhere in a `nav:`."""
    if isinstance(nav, dict):
        return any(_named(each, path) for each in nav.values())
    if isinstance(nav, list):
        return any(_named(each, path) for each in nav)
    return nav == path
