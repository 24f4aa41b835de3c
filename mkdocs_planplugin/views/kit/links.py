# Where a view may point to, and what tasks and phases are called there. Every `href` of a view comes from here.
"""Links of views: names of tasks and phases, pages of the site, and the author's own targets once they are harmless."""

from __future__ import annotations

import datetime as dt
import posixpath
import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING
from urllib.parse import unquote

from markupsafe import escape
from msgspec import Struct

from mkdocs_planplugin.catalog import phase_number
from mkdocs_planplugin.compiled_patterns import compiled
from mkdocs_planplugin.language import _
from mkdocs_planplugin.measure import Outside
from mkdocs_planplugin.model import Phase, Plan, Reference, Risk, Task
from mkdocs_planplugin.portfolio import Entry

from .formats import NBSP

if TYPE_CHECKING:
    from mkdocs_planplugin.history import PlanHistory

# Long enough to know a task by, short enough for two of them in a line.
_TITLE_LENGTH = 60
# All that an author's link to the outside may begin with.
_OUTSIDE = compiled(r"(?:https?://|mailto:)[^\s]+\Z", re.IGNORECASE)
_OWN_LINK = compiled(r'(?<!\\)"#plan-')
# A scheme, also one that a browser would find behind the control characters it skips.
_SCHEME = compiled(r"[^/?#]*:")


class Context(Struct, frozen=True):
    """The page that a view is made for.

    `href` gives the URL of the page at a source path ("plans/auth.md", maybe with "#anchor"), relative to this page;
    `None` if it is no page of the site. `index_path` is the source path of the index, `None` without one. `interactive`
    says when Plotly draws: when the reader asks ("click"), when the chart comes into view ("auto"), or "never".
    `registers` are the source paths of the other pages over all plans, by name, and `path` that of this page. `words`
    converts inline Markdown of a plan to HTML for this page. `listed` has the codes of the findings that pages list;
    `None` means all.
    `histories` are those of plans, by source path, as far as they are known. `box` and `status` name
    the box on a line of a plan, and its status, for the script that changes them; they are empty where nothing can be
    changed.
    """

    today: dt.date
    href: Callable[[str], str | None]
    index_path: str | None
    interactive: str = "click"
    registers: Mapping[str, str] = {}
    path: str = ""
    words: Callable[[Entry, str], str] = lambda _, source: escape(source)
    listed: frozenset[str] | None = None
    histories: Mapping[str, PlanHistory] = {}
    box: Callable[[Entry, int], str] = lambda _entry, _line: ""
    status: Callable[[Entry], str] = lambda _: ""

    @property
    def index_href(self) -> str | None:
        """The URL of the index; `None` without one."""
        return self.href(self.index_path) if self.index_path else None


class NamedLink(Struct, frozen=True):
    """A name with a link; `href` is `None` if it leads nowhere.

    `id` is the number or id that the author gave, or empty. `title` may be empty if there is an id.
    """

    id: str
    title: str
    href: str | None

    @property
    def short(self) -> str:
        """The id, or without one the title."""
        return self.id or self.title


def _anchor_link(number: str, title: str, anchor: str) -> NamedLink:
    """A link to something on this page with a number, a title, both or neither. Long titles are shortened."""
    return NamedLink(number, shortened(title) if number or title else _("Untitled"), f"#{anchor}")


def outside_link(outside: Outside, context: Context) -> NamedLink:
    """A plan or a team that a task waits for."""
    return NamedLink("", shortened(outside.name), context.href(outside.path) if outside.path else None)


def task_link(task: Task) -> NamedLink:
    """A task of this page."""
    return _anchor_link(task.id.written or "", task.title, task.anchor)


def phase_link(phase: Phase) -> NamedLink:
    """A phase of this page."""
    return _anchor_link(phase_number(phase), phase.name, phase.anchor)


def risk_link(risk: Risk) -> NamedLink:
    """A link to a risk of this page: `Risk 1`, or `R-1` if the id itself says that it is one."""
    number = risk.id.written or ""
    if number[:1].isdigit():
        number = _("Risk {name}").format(name=number)
    return _anchor_link(number, risk.name, risk.anchor)


def links_by_id(plan: Plan) -> Mapping[Reference, NamedLink]:
    """Links to all phases and tasks of this page, by their references."""
    links: dict[Reference, NamedLink] = {phase.key: phase_link(phase) for phase in plan.phases}
    return links | {task.id: task_link(task) for task in plan.walk()}


def shortened(text: str, length: int = _TITLE_LENGTH) -> str:
    """A title, cut at a word if it is too long for a line."""
    if len(text) <= length:
        return text
    cut = text[:length]
    return (cut.rpartition(" ")[0] or cut) + f"{NBSP}…"


def based_on_link(entry: Entry, context: Context) -> NamedLink | None:
    """A link to what a plan is based on: a page of the site, or a harmless address elsewhere; else only its text."""
    link = entry.plan.based_on
    if link is None or not (link.text or link.href):
        return None
    return NamedLink("", link.text or link.href or "", _based_on_href(entry, link.href or "", context))


def _based_on_href(entry: Entry, href: str, context: Context) -> str | None:
    """The address that an author's link leads to. A relative link counts only if it leads to a page of the site: on
    other pages it would lead elsewhere."""
    path, hash_sign, fragment = href.partition("#")
    if entry.based_on_path is not None:
        return context.href(entry.based_on_path + hash_sign + fragment)
    if _OUTSIDE.match(href):
        return href
    if _SCHEME.match(href) or href.startswith("/"):
        return None
    if not path:
        return href or None
    target = posixpath.normpath(posixpath.join(posixpath.dirname(entry.path), unquote(path)))
    return context.href(target + hash_sign + fragment)


def rebase_links(view: str, url: str) -> str:
    """The HTML of a view of a plan, converted for another page: links within the plan's page lead to `url`, which is
    the address of that page from the other one.

    Such links stand in attributes and in the data of charts, each after a quotation mark. In texts of authors,
    quotation marks are escaped (in the data of charts by a backslash), so that none of their words is taken for a link.
    """
    return _OWN_LINK.sub(lambda _: f'"{escape(url)}#plan-', view)
