# The navigation shows the name of a plan. Material also shows an icon for its status: `status` in the front matter
# names the icon, `extra.status` in mkdocs.yml has its words. Our statuses have names of their own, so that those of the
# site are not touched.
"""Plans in the navigation: their names, and in Material their statuses."""

from __future__ import annotations

import html
from typing import Any

from jinja2 import Undefined
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from mkdocs_planplugin.catalog import VERDICT_LABELS, Verdict
from mkdocs_planplugin.own_words import Reader
from mkdocs_planplugin.portfolio import Entry

# Verdicts that get no icon.
_WITHOUT_ICON = (Verdict.TEMPLATE, Verdict.NOT_TRACKED)


def _as_attribute(key: str) -> Any:  # noqa: ANN401 (whatever an author wrote)
    missing = Undefined(name=key)
    return property(lambda metadata: metadata.get(key, missing))


class PlanMetadata(dict[str, Any]):
    """The metadata of a plan's page. Material asks for these three keys at every entry of the navigation, on every
    page. Jinja first looks for an attribute, and not finding one takes it several times as long."""

    icon = _as_attribute("icon")
    status = _as_attribute("status")
    subtitle = _as_attribute("subtitle")


# What Material asks of every entry of the navigation, on every page, and pages of MkDocs do not have.
_ASKED = ("encrypted", "pages", "typeset")


def answer_navigation(page: Page) -> None:
    """Give a page the attributes that Material looks for, where it has none of that name. They say the same as before
    (nothing), but not finding them takes Jinja ten times as long."""
    for name in _ASKED:
        if not hasattr(page, name):
            setattr(page, name, None)


class _StatusText(str):
    """A text of ours in `extra.status`. It is replaced when the site is built again in another language; texts of the
    site stay."""

    __slots__ = ()


def has_statuses(config: MkDocsConfig) -> bool:
    """Whether the theme shows statuses in the navigation."""
    return config.theme.name == "material"


def add_status_texts(config: MkDocsConfig) -> None:
    """Tell Material what our statuses mean. A text that the site gives for one of them wins. If the site uses
    `extra.status` for something else, it is not changed."""
    known = config.extra.get("status") or {}
    if not isinstance(known, dict):
        return
    of_site = {key: text for key, text in known.items() if not isinstance(text, _StatusText)}
    ours = {_material_key(verdict): _StatusText(label.text) for verdict, label in VERDICT_LABELS.items()}
    config.extra["status"] = ours | of_site
    vars(config.extra)["status"] = config.extra["status"]  # as an attribute, too, for the reason of `PlanMetadata`


def show_in_navigation(page: Page, entry: Entry, reader: Reader) -> None:
    """Give a plan's page the plan's name and status; `reader` knows the words of a status."""
    # The name goes without `Implementation Plan:` into the navigation, the breadcrumbs and the title of the page. A
    # title that the author set in the front matter or in `nav` stays.
    name = html.escape(entry.plan.title or "", quote=False)
    set_by_author = "title" in page.meta or "title" in vars(page)  # where MkDocs puts a title of the `nav`
    if name and not set_by_author and str(page.title).endswith(name):
        page.title = name
    # The status of the page is the verdict on the plan. One of Material's own (`new`, `deprecated`) stays.
    of_page = page.meta.get("status")
    verdict = entry.health.verdict
    if verdict not in _WITHOUT_ICON and (of_page is None or (isinstance(of_page, str) and reader.read_status(of_page))):
        page.meta = PlanMetadata(page.meta, status=_material_key(verdict))


def _material_key(verdict: Verdict) -> str:
    """Material's name of a status, which is also the end of the class name of its icon."""
    return f"plan-{VERDICT_LABELS[verdict].name}"
