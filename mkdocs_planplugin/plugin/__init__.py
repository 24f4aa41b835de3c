# MkDocs' events. They only unpack values, call, put results back and log. Other modules and rooms do the work.
"""The MkDocs plugin."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal

from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files

from mkdocs_planplugin.compiled_patterns import keep_patterns, release_patterns
from mkdocs_planplugin.config import PlanConfig

from .guard import Guard, Stage, contained, is_of_user
from .history import SiteHistory, history_reader
from .log_lines import in_one_line
from .markdown_extension import add_extension
from .memory import BuildMemory, collection_paused, skip_last_collection
from .reader import PageSource, SiteReader
from .texts import read_texts
from .theme_templates import keep_compiled
from .translations import has_translations, remove_catalogues

__all__ = [
    "PLOTLY",
    "STYLE",
    "Guard",
    "LinkResolver",
    "PageRenderer",
    "PageSource",
    "PlanPlugin",
    "Site",
    "SiteHistory",
    "SiteReader",
    "Stage",
    "collection_paused",
    "has_charts",
    "history_reader",
    "is_of_user",
    "page_paths",
    "plotly",
    "script_texts",
    "view_page_text",
]

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

    from mkdocs_planplugin.history import HistoryReader
    from mkdocs_planplugin.portfolio import Entry
    from mkdocs_planplugin.weave import RenderRequest

    from .assets import PLOTLY, STYLE, plotly, script_texts
    from .build import Build
    from .editing import Editor
    from .files import view_page_text
    from .links import LinkResolver
    from .pages import PageRenderer, has_charts
    from .site import Site, page_paths

# What this room hands out and does not need itself before there is a plan. Half of the package is behind these names,
# and most sites have no plan.
_IMPORTED_WHEN_ASKED_FOR = {
    "LinkResolver": "links",
    "PLOTLY": "assets",
    "PageRenderer": "pages",
    "STYLE": "assets",
    "Site": "site",
    "has_charts": "pages",
    "page_paths": "site",
    "plotly": "assets",
    "script_texts": "assets",
    "view_page_text": "files",
}

log = get_plugin_logger("planplugin")


def __getattr__(name: str) -> Any:  # noqa: ANN401 (any of these)
    if name not in _IMPORTED_WHEN_ASKED_FOR:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_IMPORTED_WHEN_ASKED_FOR[name]}"), name)


class PlanPlugin(BasePlugin[PlanConfig]):  # type: ignore[no-untyped-call]
    """Finds the plans of a site, renders them as GitHub does, and joins them in an index."""

    page = ""  # the source path of the page that is built
    build: Build | None = None  # since `on_files`; None where it failed
    refused_editing = False  # and said so
    _without_views: str | None = None  # the content of the page that is built, where it has views
    takes_part = True  # unless `on_config` failed

    def __init__(self) -> None:
        super().__init__()
        self.serving = False
        self.guard = Guard(log)
        self.reader = SiteReader(self.guard)
        self.memory = BuildMemory()
        self.requests: dict[str, RenderRequest] = {}  # of the texts that are about to be converted, by these texts
        self.editor: Editor | None = None  # of this start of a server, where plans can be changed from the browser
        self.history: HistoryReader | None = None

    @contained
    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        """Start with empty memory. MkDocs keeps a plugin over the rebuilds of `serve` only if it has this method."""
        self.serving = command == "serve"
        self.guard = Guard(log)
        self.reader = SiteReader(self.guard, builds_again=self.serving)
        self.editor, self.refused_editing = None, False
        self.history = None

    @contained
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Add the Markdown extension."""
        self.guard.begin()
        self.build = None
        if not self.serving:
            self.guard.run(Stage.MEMORY, "the site", skip_last_collection, None)
        self.takes_part = self.guard.run(
            Stage.SETTING_UP, "the site", lambda: self._add_extension(config), otherwise=False
        )
        self.guard.run(Stage.EDITING, "the site", lambda: self._allow_editing(config), None)
        return config

    def _add_extension(self, config: MkDocsConfig) -> bool:
        if self.config.failure:
            raise self.config.failure
        self.requests.clear()
        add_extension(config, self.requests, self._not_rendered)
        return True

    def _not_rendered(self, error: Exception) -> None:
        self.guard.report(Stage.RENDERING, self.page, error)

    def _allow_editing(self, config: MkDocsConfig) -> None:
        """Make the editor, where nobody but this machine can reach the server; imported only where the site asks for
        it."""
        wanted = self.takes_part and self.config.edit
        if self.editor and not wanted:
            self.editor.close()
        if not (self.serving and wanted) or self.editor or self.refused_editing:
            return
        from .editing import Editor, edit_address, is_loopback  # noqa: PLC0415

        host, port = config.dev_addr
        if is_loopback(host):
            self.editor = Editor(edit_address(config))
            return
        self.refused_editing = True
        log.info("plans cannot be edited: other machines can reach %s:%s; serve at 127.0.0.1 for that", host, port)

    @contained
    def on_serve(
        self,
        server: LiveReloadServer,
        *,
        config: MkDocsConfig,  # noqa: ARG002
        builder: Callable[[], None],  # noqa: ARG002
    ) -> LiveReloadServer:
        """Have the server take changes of plans."""
        if self.editor:
            self.guard.run(Stage.EDITING, "the server", partial(self._take_changes, server, self.editor), None)
        return server

    def _take_changes(self, server: LiveReloadServer, editor: Editor) -> None:
        from .edit_server import EditServer  # noqa: PLC0415

        server.set_app(EditServer(server.get_app() or server.serve_request, editor, log))

    # After gen-files (0) and Material's blog (-50), before literate-nav (-100).
    @event_priority(-75)
    @contained
    def _on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        return files if self._is_translated(config) else self._start_build(files, config)

    # For sites with translations: after the plugin that makes a set of files for each language (-100).
    @event_priority(-125)
    @contained
    def _on_translated_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        return self._start_build(files, config) if self._is_translated(config) else files

    on_files = CombinedEvent(_on_files, _on_translated_files)

    def _is_translated(self, config: MkDocsConfig) -> bool:
        return self.guard.run(Stage.SETTING_UP, "the site", lambda: has_translations(config), otherwise=False)

    def _start_build(self, files: Files, config: MkDocsConfig) -> Files:
        if not self.takes_part:
            return files
        of_site = list(files)
        self.build = None
        if not self.guard.run(Stage.SETTING_UP, "the site", lambda: self._new_build(files, config), otherwise=False):
            _restore_files(files, of_site)
        self.guard.run(Stage.MEMORY, "the site", self.config.reader.forget_all, None)
        self.guard.run(Stage.MEMORY, "the site", release_patterns, None)
        self.guard.run(Stage.SEARCH, "the site", lambda: self._read_for_search(config), None)
        self.guard.run(Stage.REPORT, "the site", self._report, None)
        return files

    def _read_for_search(self, config: MkDocsConfig) -> None:
        if self.build:
            self.build.read_for_search(config, self._is_plan, self.guard)

    def _new_build(self, files: Files, config: MkDocsConfig) -> bool:
        """Set up a build, if anything on the pages concerns us; always true."""
        with collection_paused():
            texts = read_texts(files, config, self.config, self.reader, serving=self.serving)
            remove_catalogues(files)
            if not texts.concern_us:
                return True
            from .build import start_build  # noqa: PLC0415 (half of the package, which most sites do not need)

            self.build = start_build(
                files,
                config,
                self.config,
                texts,
                self.reader,
                self.guard,
                self.requests,
                serving=self.serving,
                history=self.guard.run(Stage.HISTORY, "the site", self._history, None),
                editor=self.editor if self.config.edit else None,
            )
            # Before the collector goes on: it would begin with a walk through all that was just made.
            self.guard.run(Stage.MEMORY, "the site", self.memory.freeze, None)
        return True

    def _history(self) -> HistoryReader | None:
        """Who reads what plans were; imported only where the site asks for it."""
        if self.config.history and self.history is None:
            self.history = history_reader()
        return self.history if self.config.history else None

    def _report(self) -> None:
        warnings = self.build.warnings if self.build else self.reader.new_warnings({})
        for warning in warnings:
            log.warning(in_one_line(warning))
        hints = self.build.hints if self.build else (self.reader.new_summary(),)
        for hint in filter(None, hints):
            log.info(in_one_line(hint))
        if log.isEnabledFor(logging.DEBUG):
            for line in self.reader.reasons():
                log.debug(line)

    def _entry(self, page: Page) -> Entry | None:
        return self.build.site.entry(page.file.src_uri) if self.build else None

    def _is_plan(self, page: Page) -> bool:
        return self._entry(page) is not None

    # After all other plugins that change the text, so that the text prepared here is the one that is converted.
    @event_priority(-100)
    @contained
    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Tell the Markdown extension how a plan's text is converted."""
        self.page = page.file.src_uri
        pages = self.build.pages if self.build else None
        if pages is None:
            return markdown
        return self.guard.run(Stage.RENDERING, self.page, lambda: pages.prepare(markdown, page.file), markdown)

    @contained
    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Give the page of a plan its name and status in the navigation, and tell MkDocs which anchors it has."""
        self.guard.run(Stage.LINKS, page.file.src_uri, lambda: self._note_anchors(page, html), None)
        self.guard.run(Stage.NAVIGATION, page.file.src_uri, lambda: self._show_in_navigation(page), None)

    def _note_anchors(self, page: Page, html: str) -> None:
        if self.build and self._is_plan(page):
            self.build.note_anchors(page, html)

    def _show_in_navigation(self, page: Page) -> None:
        entry = self._entry(page)
        if self.build and entry and entry.path not in self.guard.left_alone:
            self.build.show_in_navigation(page, entry, self.config)

    # After all plugins have looked at the pages, before any template is rendered.
    @event_priority(-100)
    @contained
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Keep the compiled templates of the theme, and give the pages of plans what the navigation asks of each of its
        entries, on every page."""
        self.guard.run(Stage.KEEPING, "the site", partial(keep_compiled, env), None)
        if self.build:
            run, is_plan = partial(self.guard.run, Stage.NAVIGATION), self._is_plan
            all_pages = [file.page for file in files.documentation_pages() if file.page]
            pages = [page for page in all_pages if run(page.file.src_uri, partial(is_plan, page), otherwise=False)]
            self.build.answer_navigation(pages, config, self.guard)

    # After the search plugin has read the page, before the template: views stay out of the search index.
    @event_priority(-100)
    @contained
    def on_page_context(self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation) -> None:  # noqa: ARG002
        """Put the views into the page, and link the assets that it needs."""
        build = self.build
        if build is None:
            return
        path, content = page.file.src_uri, page.content or ""
        self.guard.run(Stage.PLAN_VIEWS, path, lambda: self._show(page, build), None)
        is_changed = page.content != content
        self.guard.run(Stage.ASSETS, path, lambda: self._link_assets(page, context, build, is_changed=is_changed), None)

    def _show(self, page: Page, build: Build) -> None:
        bypassed = build.pages.was_bypassed(page.file)
        if bypassed and page.file.src_uri not in self.guard.left_alone:
            log.warning("%s: another plugin changed the text after this one; the plan is not shown", page.file.src_uri)
        content, self._without_views = page.content or "", None
        with build.environment.active():
            shown = build.pages.with_views(content, page.file)
        if shown != content:
            mark = partial(build.environment.marked, shown)
            self._without_views = content
            page.content = self.guard.run(Stage.LANGUAGE, page.file.src_uri, mark, shown)

    def _link_assets(self, page: Page, context: TemplateContext, build: Build, *, is_changed: bool) -> None:
        is_shown = self._is_plan(page) and page.file.src_uri not in self.guard.left_alone
        build.assets.link(context, page, shows_ours=is_shown or is_changed, is_plan=is_shown)

    # After all that looks at the page.
    @event_priority(-100)
    @contained
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> None:  # noqa: ARG002
        """Take the views off the page, which MkDocs keeps until the site is built: they are many times its text."""
        if self._without_views is not None:
            page.content, self._without_views = self._without_views, None

    @contained
    def on_post_build(self, *, config: MkDocsConfig) -> None:  # noqa: ARG002
        """Keep what was compiled, and let the garbage collector see the objects of the build again."""
        self.guard.run(Stage.KEEPING, "the site", keep_patterns, None)
        self.guard.run(Stage.MEMORY, "the site", self.memory.release, None)

    @contained
    def on_build_error(self, *, error: Exception) -> None:  # noqa: ARG002
        """Let the garbage collector see the objects of the failed build again."""
        self.guard.run(Stage.MEMORY, "the site", self.memory.release, None)


def _restore_files(files: Files, of_site: list[File]) -> None:
    """Remove our files again after setting up has failed, so that `files` are those of the site."""
    for file in list(files):
        files.remove(file)
    for file in of_site:
        files.append(file)
