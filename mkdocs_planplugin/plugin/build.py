# The steps of a build after the pages are read, in their order: link the plans to each other, add files, prepare to
# render.
"""One build of a site."""

from __future__ import annotations

from collections.abc import Callable, Iterable, MutableMapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from msgspec import Struct

from mkdocs_planplugin.config import PlanConfig
from mkdocs_planplugin.portfolio import Entry
from mkdocs_planplugin.weave import RenderRequest

from .assets import AssetLinks
from .files import GeneratedFiles
from .guard import Guard, Stage
from .history import SiteHistory
from .links import LinkResolver, note_anchors
from .navigation import add_status_texts, answer_navigation, has_statuses, show_in_navigation
from .page_environment import PageEnvironment
from .pages import PageRenderer, has_charts
from .reader import SiteReader
from .search import read_plans_for_search
from .site import Site
from .texts import SiteTexts

if TYPE_CHECKING:
    from mkdocs_planplugin.history import HistoryReader

    from .editing import Editor, PageEditing


class Build(Struct, frozen=True):
    """What a build knows after `on_files`: the plans, and how to render pages. `warnings` and `hints` are lines for the
    log."""

    site: Site
    pages: PageRenderer
    assets: AssetLinks
    environment: PageEnvironment
    warnings: tuple[str, ...]
    hints: tuple[str, ...]

    def read_for_search(self, config: MkDocsConfig, is_plan: Callable[[Page], bool], guard: Guard) -> None:
        """Have the search plugins read plans in our way; `is_plan` is asked of each page."""
        read_plans_for_search(config.plugins.values(), is_plan, guard)

    def note_anchors(self, page: Page, html: str) -> None:
        """Tell MkDocs which anchors the page of a plan has."""
        note_anchors(page, html)

    def show_in_navigation(self, page: Page, entry: Entry, options: PlanConfig) -> None:
        """Give the page of a plan its name and status in the navigation."""
        show_in_navigation(page, entry, options.reader)

    def answer_navigation(self, pages: Iterable[Page], config: MkDocsConfig, guard: Guard) -> None:
        """Give the pages of plans what the navigation asks of each of its entries, on every page."""
        for page in pages if has_statuses(config) else ():
            guard.run(Stage.NAVIGATION, page.file.src_uri, partial(answer_navigation, page), None)


def start_build(
    files: Files,
    config: MkDocsConfig,
    options: PlanConfig,
    texts: SiteTexts,
    reader: SiteReader,
    guard: Guard,
    requests: MutableMapping[str, RenderRequest],
    *,
    serving: bool,
    editor: Editor | None = None,
    history: HistoryReader | None = None,
) -> Build:
    """Link the plans among the `texts`, which `reader` has read, and add the generated pages and data to `files`.

    `guard` handles failures, `requests` are those of the Markdown extension. Under `mkdocs serve` (`serving`), the
    readers of the site are its authors. `history` reads earlier versions of plans, if the site asks for them. `editor`
    changes plans from the browser.
    """
    environment = PageEnvironment(config, options.language)
    config_file = Path(config.config_file_path) if config.config_file_path else None
    past = SiteHistory(history, files, options, config_file, guard) if history else None
    site = Site(options, texts.sources, LinkResolver(files, texts.inclusion), guard, past)
    hints = list(past.notes) if past else []
    if site.shows_ours and not environment.has_translation:
        code = environment.language_code
        hints.append(f"there is no translation for the language {code} yet: the words on plans are English")
    generated = GeneratedFiles(config, files, site, guard)
    # A site without plans gets nothing. One that has only templates to fill in gets no page over all plans.
    assets = generated.add_assets(charts=has_charts(site, guard), editing=editor is not None)
    with environment.active():
        if site.portfolio.plans:
            guard.run(Stage.NAVIGATION, "the site", partial(add_status_texts, config), None)
            generated.add_view_pages()
        if options.data_ and site.portfolio.entries:
            generated.add_data()
    editing = guard.run(Stage.EDITING, "the site", lambda: _page_editing(editor, site, config), None)
    pages = PageRenderer(
        site,
        generated.view_pages,
        texts.converter,
        guard,
        requests,
        reader.outline,
        serving=serving,
        editing=editing,
    )
    nothing: list[str] = []
    warnings = guard.run(Stage.REPORT, "the site", lambda: reader.new_warnings(site.findings), nothing)
    if summary := reader.new_summary():
        hints.append(summary)
    return Build(site, pages, assets, environment, tuple(warnings), (*hints, *generated.hints))


def _page_editing(editor: Editor | None, site: Site, config: MkDocsConfig) -> PageEditing | None:
    """What can be changed on the pages; imported only where something can."""
    if editor is None:
        return None
    from .editing import page_editing  # noqa: PLC0415

    return page_editing(editor, site, config)
