# MkDocs' events. They unpack, call, put back and log; the work is done by the other rooms.
"""The MkDocs plugin."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from markdown import Markdown
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import Files, InclusionLevel

from mkdocs_planplugin.config import PlanConfig
from mkdocs_planplugin.weave import Weaving, syntax_of

from .files import Additions, add_extension, name_assets
from .look import Look, drop_catalogues
from .memory import BuildMemory, collection_paused
from .pages import Pages
from .reader import Reader
from .site import Site
from .status import name_statuses, show_status
from .translations import has_translations

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

log = get_plugin_logger("planplugin")


class PlanPlugin(BasePlugin[PlanConfig]):  # type: ignore[no-untyped-call]
    """Finds the plans of a site, renders them as GitHub does, and joins them in an index."""

    def __init__(self) -> None:
        super().__init__()
        self.inclusion: Callable[[InclusionLevel], bool] = InclusionLevel.is_included
        self.reader = Reader()
        self.memory = BuildMemory()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        """Begin anew. That this is defined keeps the object, and what it has read, over the rebuilds of `serve`."""
        self.inclusion = InclusionLevel.is_in_serve if command == "serve" else InclusionLevel.is_included
        self.reader = Reader()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Add the Markdown extension and the assets."""
        add_extension(config, self._weaving_for)
        name_assets(config, interactive=self.config.interactive != "never")
        return config

    def _weaving_for(self, text: str) -> Weaving | None:
        return self.pages.weaving_for(text)

    # After gen-files (0) and Material's blog (-50), before literate-nav (-100).
    @event_priority(-75)
    def _on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        return files if has_translations(config) else self._prepare(files, config)

    # Where a site has translations: after the plugin that makes one set of files for each language (-100).
    @event_priority(-125)
    def _on_translated_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        return self._prepare(files, config) if has_translations(config) else files

    on_files = CombinedEvent(_on_files, _on_translated_files)

    def _prepare(self, files: Files, config: MkDocsConfig) -> Files:
        with collection_paused():
            self._collect(files, config)
        self.memory.freeze()
        return files

    def _collect(self, files: Files, config: MkDocsConfig) -> None:
        """Read every page, keep the plans, and add the generated pages and data."""
        converter = Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs or {})
        sources = self.reader.read(files, self.config, syntax_of(converter), self.inclusion)
        self.look = look = Look(config, self.config.language)
        if not look.is_known:
            log.info("there is no translation for the language %s yet: the words on plans are English", look.code)
        drop_catalogues(files)
        self.site = site = Site(self.config, sources, files, self.inclusion)
        self.pages = Pages(site, converter)
        for message in self.reader.news(site.findings):
            log.warning(message)
        additions = Additions(site, files, config)
        additions.assets(charts=self.pages.has_charts)
        with look.applied():
            name_statuses(config)
            for hint in additions.pages():
                log.info(hint)
            if self.config.data_:
                additions.data()

    # After all that changes the text: what is announced is what is converted.
    @event_priority(-100)
    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Announce a plan's text to the Markdown extension, and its status to the navigation."""
        if entry := self.site.entry(page.file):
            show_status(page, entry)
        return self.pages.announce(markdown, page.file)

    # After the search plugin has read the page, before the template: views stay out of the search index.
    @event_priority(-100)
    def on_page_context(self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation) -> None:  # noqa: ARG002
        """Put the views at their places."""
        if self.pages.missed(page.file):
            log.warning("%s: another plugin changed the text after this one; the plan is not shown", page.file.src_uri)
        if page.content is not None:
            with self.look.applied():
                page.content = self.pages.filled(page.content, page.file)

    def on_post_build(self, *, config: MkDocsConfig) -> None:  # noqa: ARG002
        """Show the objects of the build to the garbage collector again."""
        self.memory.release()

    def on_build_error(self, *, error: Exception) -> None:  # noqa: ARG002
        """The same where the build fails."""
        self.memory.release()
