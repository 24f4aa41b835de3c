# The style sheets and the scripts: their files, and the pages that link them. A page that shows nothing of ours loads
# nothing of ours.
"""Assets of pages that show plans."""

from __future__ import annotations

import importlib.util
import pathlib

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.pages import Page
from mkdocs.utils import normalize_url
from mkdocs.utils.templates import TemplateContext

from mkdocs_planplugin.views import script

FOLDER = "assets/planplugin"
STYLE = f"{FOLDER}/planplugin.css"
# The same without what pages of plans, or pages over all plans, do not need: each page links one of the three.
PLAN_STYLE = f"{FOLDER}/planplugin-plan.css"
SITE_STYLE = f"{FOLDER}/planplugin-site.css"
NAVIGATION_STYLE = f"{FOLDER}/planplugin-navigation.css"
_STYLES = (STYLE, PLAN_STYLE, SITE_STYLE, NAVIGATION_STYLE)
SCRIPT = f"{FOLDER}/planplugin.js"
INDEX_SCRIPT = f"{FOLDER}/planplugin-index.js"
CHART_SCRIPT = f"{FOLDER}/planplugin-chart.js"
EDIT_SCRIPT = f"{FOLDER}/planplugin-edit.js"
PLOTLY = f"{FOLDER}/plotly.min.js"  # beside the script that loads it
# Scripts that a page needs only if its content has this class. `SCRIPT` is on every page of ours.
NEEDED_BY = {INDEX_SCRIPT: "plan-index", CHART_SCRIPT: "plan-figure", EDIT_SCRIPT: "plan-editing"}
# What the content of a page has where it shows a view over all plans, and where it shows one of a plan.
_OVER_ALL = ('class="plan-index"', 'class="plan-portfolio"', 'class="plan-register')
_OF_PLAN = ('class="plan-summary"', 'class="plan-timeline"', 'class="plan-history"')
# Material's feature. Variants of it begin with the same name (`navigation.instant.progress`).
INSTANT = "navigation.instant"


class AssetLinks:
    """Links the assets on the pages of one build. MkDocs and themes read the links of a page from the configuration, so
    it is changed for each page.

    `styles` are linked on all pages, `scripts` are those that some pages need. With Material's instant navigation, only
    the links of the first page count. Then every page links everything. `has_parts` says that pages may link a part of
    the style sheet.
    """

    def __init__(
        self, config: MkDocsConfig, styles: tuple[str, ...], scripts: tuple[str, ...], *, has_parts: bool = False
    ) -> None:
        self._config = config
        self._styles = styles
        self._scripts = scripts
        self._has_parts = has_parts
        features = config.theme.get("features") or ()
        self._everywhere = bool(scripts) and any(str(feature).startswith(INSTANT) for feature in features)
        # Pages that are made of templates alone, such as 404.html, have what is linked here.
        self._set((*styles, STYLE) if self._everywhere else styles, scripts if self._everywhere else ())

    def link(self, context: TemplateContext, page: Page, *, shows_ours: bool, is_plan: bool = False) -> None:
        """Link what a page needs and no more. Call it before the template of the page is rendered with `context`. The
        text of a page that `is_plan` has marks of ours, even where no view is shown."""
        if self._everywhere or not self._scripts:
            return
        if shows_ours:
            content = page.content or ""
            needed = (script for script in self._scripts if NEEDED_BY.get(script, "") in content)
            self._set((*self._styles, self._style(content, is_plan=is_plan)), tuple(needed))
        else:
            self._set(self._styles, ())
        # Old templates read these instead of the configuration.
        context["extra_css"] = [normalize_url(path, page) for path in self._config.extra_css]
        context["extra_javascript"] = [normalize_url(str(path), page) for path in self._config.extra_javascript]

    def _style(self, content: str, *, is_plan: bool) -> str:
        """The style sheet that a page needs."""
        over_all = any(name in content for name in _OVER_ALL)
        of_plan = is_plan or any(name in content for name in _OF_PLAN)
        if not self._has_parts or (over_all and of_plan):
            return STYLE
        return SITE_STYLE if over_all else PLAN_STYLE

    def _set(self, styles: tuple[str, ...], scripts: tuple[str, ...]) -> None:
        """Replace our links in the configuration by these."""
        extra_css, extra_javascript = self._config.extra_css, self._config.extra_javascript
        extra_css[:] = [*(path for path in extra_css if path not in _STYLES), *styles]
        of_site = (script for script in extra_javascript if str(script) not in NEEDED_BY and str(script) != SCRIPT)
        extra_javascript[:] = [*of_site, *scripts]


def script_texts(*, interactive: bool, editing: bool = False) -> dict[str, str]:
    """Our scripts, by their paths in the site. The script for charts is among them if charts can be `interactive`, that
    for changes if there is `editing`."""
    names = (SCRIPT, INDEX_SCRIPT, *((CHART_SCRIPT,) if interactive else ()), *((EDIT_SCRIPT,) if editing else ()))
    return {name: script(pathlib.PurePosixPath(name).name) for name in names}


def plotly() -> pathlib.Path:
    """The JavaScript library in the installed package `plotly`. It is found without importing the package, which is
    slow."""
    spec = importlib.util.find_spec("plotly")
    if spec is None or not spec.submodule_search_locations:
        raise PluginError("planplugin: the package plotly is not installed; install it, or set `interactive: never`")
    return pathlib.Path(spec.submodule_search_locations[0], "package_data", "plotly.min.js")
