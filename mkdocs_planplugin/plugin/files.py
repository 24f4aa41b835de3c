# The files that the plugin adds to a site: assets, the index page, the data. None of a user's own files is replaced.
"""Generated files."""

from __future__ import annotations

import pathlib
from collections.abc import Callable, Iterator

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from mkdocs_planplugin.export import plans_json, plans_schema
from mkdocs_planplugin.weave import PlanExtension, Weaving

from .site import INDEX_MARKER, MARKER, Site

ASSETS = pathlib.Path(__file__).parent.parent / "views" / "assets"
STYLE = "assets/planplugin/planplugin.css"
SCRIPT = "assets/planplugin/planplugin.js"
INDEX_TEXT = f"# Plans\n\n{INDEX_MARKER}\n"


def add_extension(config: MkDocsConfig, weaving_for: Callable[[str], Weaving | None]) -> None:
    """Add our Markdown extension; a site that lists it besides the plugin gets it once."""
    listed = [each for each in config.markdown_extensions if each not in ("planplugin", "mkdocs_planplugin.weave")]
    # MkDocs declares the list as one of names, and hands it to Python-Markdown, which takes instances too.
    config.markdown_extensions = [*listed, PlanExtension(weaving_for)]  # type: ignore[list-item]


def add_assets(config: MkDocsConfig) -> None:
    """Name the style sheet and the script on every page."""
    if STYLE not in config.extra_css:
        config.extra_css.append(STYLE)
    if SCRIPT not in config.extra_javascript:
        config.extra_javascript.append(SCRIPT)


def add_index(site: Site, files: Files, config: MkDocsConfig) -> Iterator[str]:
    """Add the assets and the index page, or find the user's own index page; yields what the user may want to know."""
    for name in (STYLE, SCRIPT):
        files.append(File.generated(config, name, abs_src_path=str(ASSETS / pathlib.PurePosixPath(name).name)))
    path = site.options.index_page
    if not isinstance(path, str):
        return
    in_nav = config.nav is None
    index = File.generated(
        config,
        path,
        content=INDEX_TEXT,
        inclusion=InclusionLevel.UNDEFINED if in_nav or _named(config.nav, path) else InclusionLevel.NOT_IN_NAV,
    )
    own = next((file for file in files if file.dest_uri == index.dest_uri), None)
    site.index = own or index
    if own is None:
        files.append(index)
        if index.inclusion is InclusionLevel.NOT_IN_NAV:
            yield f"{path} is not in the nav; to show the index of plans there, add `- {path}` to `nav:`"
    elif not any(match["name"] == "index" for match in MARKER.finditer(own.content_string)):
        yield f"{own.src_uri}: the index of plans goes to its end; a line `{INDEX_MARKER}` puts it elsewhere"


def add_data(site: Site, files: Files, config: MkDocsConfig) -> None:
    """Add `plans.json` and its schema, unless the site has files of that name."""
    data = {"plans.json": plans_json(site.portfolio, site.today), "plans.schema.json": plans_schema()}
    for name, content in data.items():
        if name not in files.src_uris:
            files.append(File.generated(config, name, content=content))


def _named(nav: object, path: str) -> bool:
    """Whether a page is named anywhere in a `nav:`."""
    if isinstance(nav, dict):
        return any(_named(each, path) for each in nav.values())
    if isinstance(nav, list):
        return any(_named(each, path) for each in nav)
    return nav == path
