# The pages over all plans, and how much is on each: the same line on all of them.
"""The links from one page over all plans to the others, and the registers with these links."""

from __future__ import annotations

from msgspec import Struct

from mkdocs_planplugin.catalog import INDEX, SITE_VIEWS
from mkdocs_planplugin.language import _
from mkdocs_planplugin.portfolio import Portfolio
from mkdocs_planplugin.views.kit import Context, render

from .registers import register_count, register_values


class PageLink(Struct, frozen=True):
    """A link to a page over all plans. `count` is the number of entries there, empty if a number says nothing. `here`
    says that the link stands on that page itself."""

    text: str
    count: str
    href: str | None
    here: bool


def page_links(portfolio: Portfolio, context: Context) -> list[PageLink]:
    """The links to the pages over all plans; none if there is only one page."""
    paths = {INDEX.name: context.index_path, **context.registers}
    links = [
        PageLink(_(SITE_VIEWS[name].link), register_count(name, portfolio), context.href(path), path == context.path)
        for name, path in paths.items()
        if path is not None
    ]
    return links if len(links) > 1 else []


def register_view(name: str, portfolio: Portfolio, context: Context) -> str:
    """The HTML of a register; `name` is one of the catalog's `REGISTERS`."""
    values = register_values(name, portfolio, context)
    return render(f"register_{name}", page_links=page_links(portfolio, context), **values)
