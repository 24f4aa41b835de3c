"""Links to the data files of the site, on the pages whose content they have."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_planplugin.views.kit import Context, NamedLink


def data_links(paths: Iterable[str], context: Context) -> list[NamedLink]:
    """Links to those of these files that the site has, by their paths."""
    links = (NamedLink("", path, context.href(path)) for path in paths)
    return [link for link in links if link.href is not None]
