# Where a plan stands, beside its name in Material's navigation: by the key that Material has for it, `status` in a
# page's front matter, and with names of its own, so that nothing of the site's is touched.
"""Statuses of plans in the navigation."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from mkdocs_planplugin.portfolio import Entry
from mkdocs_planplugin.reading.values import read_status
from mkdocs_planplugin.views.kit import status_words


class _Name(str):
    """A name of ours, to be known again where the site is built once more, in another language."""

    __slots__ = ()


def name_statuses(config: MkDocsConfig) -> None:
    """Tell Material what the statuses are called; names that the site gives them hold."""
    given = {key: name for key, name in (config.extra.get("status") or {}).items() if not isinstance(name, _Name)}
    config.extra["status"] = {key: _Name(word) for key, word in status_words().items()} | given


def show_status(page: Page, entry: Entry) -> None:
    """Put the status of a plan where the navigation looks for it. A status that is Material's own (`new`) stays."""
    written = page.meta.get("status")
    status = entry.measures.shown_status
    if status and (written is None or read_status(str(written))) and not entry.plan.is_template:
        page.meta["status"] = f"plan-{status.replace('_', '-')}"
