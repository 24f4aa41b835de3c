# Beside the rest of the plugin, for this is done for every site: one without plans loads no more than it needs.
"""Our Markdown extension in the configuration of a site."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping

from mkdocs.config.defaults import MkDocsConfig

from mkdocs_planplugin.weave import PreparedExtension, RenderRequest, WeaveExtension

EXTENSION_NAMES = ("planplugin", "mkdocs_planplugin.weave")


def add_extension(
    config: MkDocsConfig,
    requests: MutableMapping[str, RenderRequest],
    failed: Callable[[Exception], None],
) -> None:
    """Add our Markdown extension, which renders the texts that `requests` will have. A site that lists the extension
    itself does not get it twice. `failed` is called with each error in it."""
    others = [
        extension
        for extension in config.markdown_extensions
        if not isinstance(extension, WeaveExtension) and str(extension).partition(":")[0] not in EXTENSION_NAMES
    ]
    # MkDocs declares the list as one of names, and hands it to Python-Markdown, which takes instances too.
    config.markdown_extensions = [*others, PreparedExtension(requests, failed)]  # type: ignore[list-item]
