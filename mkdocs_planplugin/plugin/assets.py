# The style sheets and the scripts: which files they are, and which pages link them. A page that shows nothing of ours
# loads nothing of ours.
"""Assets of pages that show plans."""

from __future__ import annotations

import importlib.util
import pathlib

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.pages import Page
from mkdocs.utils import normalize_url
from mkdocs.utils.templates import TemplateContext

ASSETS = pathlib.Path(__file__).parent.parent / "views" / "assets"
FOLDER = "assets/planplugin"
STYLE = f"{FOLDER}/planplugin.css"
NAVIGATION_STYLE = f"{FOLDER}/planplugin-navigation.css"
SCRIPT = f"{FOLDER}/planplugin.js"
INDEX_SCRIPT = f"{FOLDER}/planplugin-index.js"
CHART_SCRIPT = f"{FOLDER}/planplugin-chart.js"
EDIT_SCRIPT = f"{FOLDER}/planplugin-edit.js"
PLOTLY = f"{FOLDER}/plotly.min.js"  # beside the script that loads it
# The classes in a page's content that need a script besides the one that every page of ours has.
NEEDED_BY = {INDEX_SCRIPT: "plan-index", CHART_SCRIPT: "plan-figure", EDIT_SCRIPT: "plan-editing"}
# Material's feature, and what its name begins with where it says more (`navigation.instant.progress`).
INSTANT = "navigation.instant"


class AssetLinks:
    """Links the assets on the pages of one build. MkDocs and themes read the links of a page from the configuration,
    which is therefore set anew for each page.

    `styles` are those of all pages, `scripts` those that pages may need. Where Material shows pages without loading
    them (instant navigation), the links of the first page are those of all: there every page has everything.
    """

    def __init__(self, config: MkDocsConfig, styles: tuple[str, ...], scripts: tuple[str, ...]) -> None:
        self._config = config
        self._styles = styles
        self._scripts = scripts
        features = config.theme.get("features") or ()
        self._everywhere = bool(scripts) and any(str(feature).startswith(INSTANT) for feature in features)
        # What is not linked page by page is also on pages that are made of templates alone, such as 404.html.
        self._set((*styles, STYLE) if self._everywhere else styles, scripts if self._everywhere else ())

    def link(self, context: TemplateContext, page: Page, *, shows_ours: bool) -> None:
        """Link what a page needs, and no more, before its template is filled in with `context`."""
        if self._everywhere or not self._scripts:
            return
        if shows_ours:
            content = page.content or ""
            needed = (script for script in self._scripts if NEEDED_BY.get(script, "") in content)
            self._set((*self._styles, STYLE), tuple(needed))
        else:
            self._set(self._styles, ())
        # Templates of long ago read these instead of the configuration.
        context["extra_css"] = [normalize_url(path, page) for path in self._config.extra_css]
        context["extra_javascript"] = [normalize_url(str(path), page) for path in self._config.extra_javascript]

    def _set(self, styles: tuple[str, ...], scripts: tuple[str, ...]) -> None:
        """Make these the last links of the configuration, in place of ours that are there."""
        extra_css, extra_javascript = self._config.extra_css, self._config.extra_javascript
        extra_css[:] = [*(path for path in extra_css if path not in (STYLE, NAVIGATION_STYLE)), *styles]
        of_site = (script for script in extra_javascript if str(script) not in NEEDED_BY and str(script) != SCRIPT)
        extra_javascript[:] = [*of_site, *scripts]


def script_files(*, interactive: bool, charts: bool, editing: bool = False) -> dict[str, pathlib.Path]:
    """Where the scripts of a site lie, by their paths in it: that of charts where these can be `interactive`, Plotly's
    library where there are `charts`, and that of `editing`."""
    names = (SCRIPT, INDEX_SCRIPT, *((CHART_SCRIPT,) if interactive else ()), *((EDIT_SCRIPT,) if editing else ()))
    scripts = {name: ASSETS / pathlib.PurePosixPath(name).name for name in names}
    return scripts | ({PLOTLY: plotly()} if charts else {})


def plotly() -> pathlib.Path:
    """The library that the installed `plotly` package brings along, found without the time its import takes."""
    spec = importlib.util.find_spec("plotly")
    if spec is None or not spec.submodule_search_locations:
        raise PluginError("planplugin: the package plotly is not installed; install it, or set `interactive: never`")
    return pathlib.Path(spec.submodule_search_locations[0], "package_data", "plotly.min.js")
