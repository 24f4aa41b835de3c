# Where a plan stands, beside its name in Material's navigation: by the key that Material has for it, `status` in a
# page's front matter, and with names of its own, so that nothing of the site's is touched.
"""Statuses of plans in the navigation."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from mkdocs_planplugin.catalog import STATUS_LABELS
from mkdocs_planplugin.model import Status
from mkdocs_planplugin.portfolio import Entry
from mkdocs_planplugin.reading.values import read_status


class _Name(str):
    """A name of ours, to be known again where the site is built once more, in another language."""

    __slots__ = ()


def name_statuses(config: MkDocsConfig) -> None:
    """Tell Material what the statuses are called; names that the site gives them hold."""
    given = {key: name for key, name in (config.extra.get("status") or {}).items() if not isinstance(name, _Name)}
    ours = {_key(status): _Name(label.text) for status, label in STATUS_LABELS.items() if status}
    config.extra["status"] = ours | given


def show_status(page: Page, entry: Entry) -> None:
    """Put the status of a plan where the navigation looks for it. A status that is Material's own (`new`) stays."""
    written = page.meta.get("status")
    status = entry.measures.shown_status
    if status and (written is None or read_status(str(written))) and not entry.plan.is_template:
        page.meta["status"] = _key(status)


def _key(status: Status) -> str:
    """What Material knows a status by; it is also the end of the class name of its sign."""
    return f"plan-{STATUS_LABELS[status].name}"
