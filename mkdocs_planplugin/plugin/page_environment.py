# The language and the templates with which the pages of a site are made. They are loaded for each build: a site may be
# built once for each language, and under `mkdocs serve` a template may have changed since the last build.
"""The language and the templates of one build."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from mkdocs_planplugin.compiled_patterns import compiled
from mkdocs_planplugin.language import CatalogueError, is_known, is_language_code, load_language, use_language
from mkdocs_planplugin.views import OURS, BrokenTemplateError, Templates, use_templates

from .translations import OVERRIDES, current_language

# The beginning of an element of ours.
_OURS = compiled(r"(<[a-z]+[^<>]*) data-planplugin=")


class PageEnvironment:
    """The language and the templates of one build; `language` is the plugin's option."""

    def __init__(self, config: MkDocsConfig, language: str | None) -> None:
        theme = config.theme
        of_site = current_language(config) or str(theme.get("language") or theme.locale or "en")
        self.language_code = language or of_site
        overrides = Path(config.theme.custom_dir, OVERRIDES) if config.theme.custom_dir else None
        catalogue = (
            overrides / f"{self.language_code}.po" if overrides and is_language_code(self.language_code) else None
        )
        self.has_translation = is_known(self.language_code) or bool(catalogue and catalogue.is_file())
        # Our own templates are compiled once for all builds. Those of a site may change between two builds.
        self._templates = Templates(overrides) if overrides and any(overrides.glob("*.html")) else OURS
        try:
            self._language = load_language(self.language_code, catalogue)
        except CatalogueError as error:
            raise PluginError(f"planplugin: {error}") from error

    def marked(self, content: str) -> str:
        """The content of a page. If there is no translation, our elements get `lang` and `dir` of English, for pages
        that are read from right to left."""
        return content if self.has_translation else _OURS.sub(r'\1 lang="en" dir="ltr" data-planplugin=', content)

    @contextmanager
    def active(self) -> Iterator[None]:
        """Make pages in this language and with these templates, until the end of the block."""
        try:
            with use_language(self._language), use_templates(self._templates):
                yield
        except BrokenTemplateError as error:
            raise PluginError(f"planplugin: the template {error}") from error
