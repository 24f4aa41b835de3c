# In which language a site speaks, and with which templates: known anew for each build, for a site may be built once for
# each of its languages, and `mkdocs serve` builds again after a template has changed.
"""The language and the templates of one build."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files

from mkdocs_planplugin.language import CatalogueError, is_known, load_language, use_language
from mkdocs_planplugin.views.kit import OURS, BrokenTemplateError, Templates, use_templates

from .translations import current_language

# In the site's `custom_dir`: its own templates, and its own words as `LANGUAGE.po`.
FOLDER = "planplugin"


class Look:
    """How the pages of one build are made; `chosen` is the language that the site's options name, if they do."""

    def __init__(self, config: MkDocsConfig, chosen: str | None) -> None:
        self.code = chosen or _language_of(config)
        own = Path(config.theme.custom_dir, FOLDER) if config.theme.custom_dir else None
        catalogue = own / f"{self.code}.po" if own else None
        self.is_known = is_known(self.code) or bool(catalogue and catalogue.is_file())
        # Ours are compiled once for all builds; those of a site may change between two of them.
        self._templates = Templates(own) if own and any(own.glob("*.html")) else OURS
        try:
            self._language = load_language(self.code, catalogue)
        except CatalogueError as error:
            raise PluginError(f"planplugin: {error}") from error

    @contextmanager
    def applied(self) -> Iterator[None]:
        """Make pages like this, until the end of the block."""
        try:
            with use_language(self._language), use_templates(self._templates):
                yield
        except BrokenTemplateError as error:
            raise PluginError(f"planplugin: the template {error}") from error


def drop_catalogues(files: Files) -> None:
    """Leave the site's own catalogues out of the site: MkDocs publishes all in `custom_dir` that is no template."""
    for file in list(files):
        if file.src_uri.startswith(f"{FOLDER}/") and file.src_uri.endswith(".po"):
            files.remove(file)


def _language_of(config: MkDocsConfig) -> str:
    """The language of the site: that which is being built, else the theme's; Material calls it `language`."""
    theme = config.theme
    return current_language(config) or str(theme.get("language") or theme.locale or "en")
