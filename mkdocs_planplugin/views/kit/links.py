# Where a view may point to, and what tasks and phases are called there. Every `href` of a view comes from here.
"""Links of views: names of tasks and phases, pages of the site, and the author's own targets once they are harmless."""

from __future__ import annotations

import datetime as dt
import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote

from markupsafe import escape

from mkdocs_planplugin.language import _
from mkdocs_planplugin.model import Phase, Plan, Reference, Risk, Task
from mkdocs_planplugin.portfolio import Entry

from .formats import NBSP

# Long enough to know a task by, short enough for two of them in a line.
_TITLE_LENGTH = 60
# All that an author's link to the outside may begin with.
_OUTSIDE = re.compile(r"(?:https?://|mailto:)[^\s]+\Z", re.IGNORECASE)
# A scheme, also one that a browser would find behind the control characters it skips.
_SCHEME = re.compile(r"[^/?#]*:")


@dataclass(frozen=True, slots=True)
class Context:
    """The page a view is put on.

    `href` turns the source path of a page ("plans/auth.md", maybe with "#anchor") into a URL relative to this page,
    `None` where it is no page of the site. `index_path` is the source path of the index, `None` when there is none.
    `interactive` says when Plotly draws: on the reader's wish ("click"), when in view ("auto"), or "never". `registers`
    are the source paths of the other pages over all plans, by name, and `path` that of this page. `words` turns inline
    Markdown of a plan into HTML that can stand on this page.
    """

    today: dt.date
    href: Callable[[str], str | None]
    index_path: str | None
    interactive: str = "click"
    registers: Mapping[str, str] = field(default_factory=dict)
    path: str = ""
    words: Callable[[Entry, str], str] = lambda _, source: escape(source)

    @property
    def index_href(self) -> str | None:
        """The URL of the index, `None` when there is none."""
        return self.href(self.index_path) if self.index_path else None


@dataclass(frozen=True, slots=True)
class NamedLink:
    """The name of something, and where it is; `href` is `None` where there is nothing to point to.

    `id` is the number or id an author gave it, empty where there is none; `title` may be empty next to an id.
    """

    id: str
    title: str
    href: str | None

    @property
    def short(self) -> str:
        """The id, and without one the title."""
        return self.id or self.title


def numbered_link(number: str, title: str, href: str) -> NamedLink:
    """Something with a number, a title, both or neither; long titles are cut."""
    return NamedLink(number, shortened(title) if number or title else _("Untitled"), href)


def task_link(task: Task) -> NamedLink:
    """A task of this page."""
    return numbered_link(task.id.written or "", task.title, f"#{task.anchor}")


def phase_link(phase: Phase) -> NamedLink:
    """A phase of this page."""
    return numbered_link(
        _("Phase {name}").format(name=phase.number) if phase.number else "", phase.name, f"#{phase.anchor}"
    )


def risk_link(risk: Risk) -> NamedLink:
    """A risk of this page: `Risk 1`, or `R-1` where the id says by itself what it is."""
    number = risk.id.written or ""
    return numbered_link(
        _("Risk {name}").format(name=number) if number[:1].isdigit() else number, risk.title, f"#{risk.anchor}"
    )


def links_by_id(plan: Plan) -> Mapping[Reference, NamedLink]:
    """What references mean."""
    found: dict[Reference, NamedLink] = {}
    for phase in plan.phases:
        found.setdefault(phase.key, phase_link(phase))
    for task in plan.walk():
        found.setdefault(task.id, task_link(task))
    return found


def shortened(text: str, length: int = _TITLE_LENGTH) -> str:
    """A title, cut at a word where it would fill the line."""
    if len(text) <= length:
        return text
    cut = text[:length]
    return (cut.rpartition(" ")[0] or cut) + f"{NBSP}…"


def based_on_link(entry: Entry, context: Context) -> NamedLink | None:
    """What a plan is based on: a page of the site, a harmless link to the outside, or text only."""
    link = entry.plan.based_on
    if link is None or not (link.text or link.href):
        return None
    return NamedLink("", link.text or link.href or "", _target(entry, link.href or "", context))


def _target(entry: Entry, href: str, context: Context) -> str | None:
    """Where an author's link leads. A relative one is of use only as a page of the site: on the page of the plan the
    same words would point elsewhere."""
    path, mark, fragment = href.partition("#")
    if entry.based_on_path is not None:
        return context.href(entry.based_on_path + mark + fragment)
    if _OUTSIDE.match(href):
        return href
    if _SCHEME.match(href) or href.startswith("/"):
        return None
    if not path:
        return href or None
    target = posixpath.normpath(posixpath.join(posixpath.dirname(entry.path), unquote(path)))
    return context.href(target + mark + fragment)


def rebase_links(view: str, url: str) -> str:
    """A view of the plan at `url` (relative to the page that shows it), whose links within its own page begin with its
    anchors: in attributes, and in the data of charts. No text of an author holds a bare quotation mark here."""
    return view.replace('"#plan-', f'"{escape(url)}#plan-')
