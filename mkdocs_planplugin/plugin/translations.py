# Sites in several languages: mkdocs-static-i18n makes a set of files for each language and builds the site once for
# each. It is recognised by the name of its plugin, so that it need not be installed.
"""The language that is being built, and the folder of its pages."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

# In the site's `custom_dir`: its own templates, and its own words as `LANGUAGE.po`.
OVERRIDES = "planplugin"
_PLUGIN = "i18n"


def has_translations(config: MkDocsConfig) -> bool:
    """Whether the site is built in several languages."""
    return _PLUGIN in config.plugins


def current_language(config: MkDocsConfig) -> str:
    """The language that is being built; empty for a site that has only one."""
    return str(getattr(config.plugins.get(_PLUGIN), "current_language", None) or "")


def language_folder(config: MkDocsConfig) -> str:
    """The folder of the site that the language being built has for itself, with its slash: empty for the default
    language, and for a site that has only one."""
    translated = config.plugins.get(_PLUGIN)
    if translated is None or getattr(translated, "is_default_language_build", True):
        return ""
    return f"{getattr(translated, 'current_language', '')}/"


def remove_catalogues(files: Files) -> None:
    """Leave the site's own catalogues out of the built site. MkDocs would publish them, as all files in `custom_dir`
    that are no templates."""
    for file in list(files):
        if file.src_uri.startswith(f"{OVERRIDES}/") and file.src_uri.endswith(".po"):
            files.remove(file)
