# The steps of a build, in their order: read the pages, link the plans to each other, add files, prepare to render.
"""One build of a site."""

from __future__ import annotations

from collections.abc import MutableMapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, InclusionLevel
from msgspec import Struct

from mkdocs_planplugin.config import PlanConfig
from mkdocs_planplugin.weave import RenderRequest, syntax_of

from .assets import AssetLinks
from .files import GeneratedFiles
from .guard import Guard, Stage
from .history import SiteHistory
from .links import LinkResolver
from .navigation import add_status_texts
from .page_environment import PageEnvironment, remove_catalogues
from .pages import PageRenderer, has_charts
from .reader import SiteReader
from .site import Site

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


def start_build(
    files: Files,
    config: MkDocsConfig,
    options: PlanConfig,
    reader: SiteReader,
    guard: Guard,
    requests: MutableMapping[str, RenderRequest],
    *,
    serving: bool,
    editor: Editor | None = None,
    history: HistoryReader | None = None,
) -> Build:
    """Read every page, keep the plans, and add the generated pages and data to `files`.

    `guard` handles failures, `requests` are those of the Markdown extension. Under `mkdocs serve` (`serving`), drafts
    are part of the site, and its readers are the authors. `history` reads earlier versions of plans, if the site asks
    for them. `editor` changes plans from the browser.
    """
    inclusion = InclusionLevel.is_in_serve if serving else InclusionLevel.is_included
    environment = PageEnvironment(config, options.language)
    converter = Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs or {})
    sources = reader.read(files, options, syntax_of(converter), inclusion)
    remove_catalogues(files)
    config_file = Path(config.config_file_path) if config.config_file_path else None
    past = SiteHistory(history, files, options, config_file, guard) if history else None
    site = Site(options, sources, LinkResolver(files, inclusion), guard, past)
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
        site, generated.view_pages, converter, guard, requests, reader.outline, serving=serving, editing=editing
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
