# Links between pages, by the paths of their sources: what a plan is based on, which plans it needs, and the way back.
"""How plans and other pages of a site are tied together."""

from __future__ import annotations

import difflib
import posixpath
import re
from collections.abc import Iterable, Mapping
from urllib.parse import unquote

from msgspec import Struct

from mkdocs_planplugin.catalog import FindingKind
from mkdocs_planplugin.model import Finding, Plan, Severity

from .entries import Entry

BROKEN_BASED_ON = FindingKind(
    "PLAN301",
    Severity.WARNING,
    "Based on a page that is not there",
    "The link behind *Based on* leads to no page of the site.",
    "Write the path from this file to the page, such as `../specs/auth.md`.",
)

KINDS = (BROKEN_BASED_ON,)

# A scheme, or a host: what leads out of the site.
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_NEAR = 0.8  # how alike paths are of which one may be a slip of the other
_AFTER_PATH = re.compile(r"[?#]")


class Neighbours(Struct, frozen=True):
    """The plans that a plan needs, and those that need it; both in the order of the portfolio."""

    needs: tuple[Entry, ...] = ()
    needed_by: tuple[Entry, ...] = ()


def linked_path(path: str, href: str) -> str | None:
    """The source path that a relative link on the page at `path` leads to; `None` for any other link."""
    target = _AFTER_PATH.split(href, maxsplit=1)[0]
    if not target or target.startswith("/") or _OUTSIDE.match(href):
        return None
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(target)))


def linked_paths(path: str, plan: Plan) -> list[str]:
    """The source paths of the pages that the plan at `path` says it needs, in the order of its text."""
    return list(filter(None, (linked_path(path, link.href) for link in plan.links)))


def depends_on(path: str, linked_plans: Iterable[str | None]) -> tuple[str, ...]:
    """The paths of the other plans that the plan at `path` needs, without duplicates. `linked_plans` are the plans that
    its `linked_paths` lead to, `None` for pages that are no plans."""
    return tuple(other for other in dict.fromkeys(linked_plans) if other and other != path)


def neighbours(entries: Iterable[Entry]) -> Mapping[str, Neighbours]:
    """The neighbours of each plan that has any, by its path."""
    by_path = {entry.path: entry for entry in entries}
    needs = {
        path: tuple(by_path[other] for other in entry.depends_on_paths if other in by_path)
        for path, entry in by_path.items()
    }
    needed_by: dict[str, list[Entry]] = {}
    for path, needed_by_it in needs.items():
        for needed in needed_by_it:
            needed_by.setdefault(needed.path, []).append(by_path[path])
    tied = (path for path in by_path if needs[path] or path in needed_by)
    return {path: Neighbours(needs[path], tuple(needed_by.get(path, ()))) for path in tied}


def built_on(entries: Iterable[Entry]) -> Mapping[str, tuple[Entry, ...]]:
    """The plans that are based on a page, by the path of the page."""
    built_on: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.based_on_path is not None and entry.based_on_path != entry.path:
            built_on.setdefault(entry.based_on_path, []).append(entry)
    return {path: tuple(entries) for path, entries in built_on.items()}


class PagePaths:
    """The paths of a site's pages. It suggests a page for a link that leads nowhere.

    Results are kept, because a comparison with all paths takes long and copies of a plan have the same links.
    """

    def __init__(self, paths: Iterable[str]) -> None:
        self._paths = sorted(paths)
        self._near: dict[str, list[str]] = {}

    def meant(self, target: str, path: str) -> str | None:
        """The page that a link to `target` on the page at `path` may mean: one with the same file name, else one with a
        similar path. Never the page itself."""
        if target not in self._near:
            self._near[target] = self._nearest(target)
        return next((near for near in self._near[target] if near != path), None)

    def _nearest(self, target: str) -> list[str]:
        """The best candidates, at least two if there are as many, so that one is left besides any page."""
        name = posixpath.basename(target)
        of_that_name = [path for path in self._paths if posixpath.basename(path) == name]
        if len(of_that_name) > 1:
            return of_that_name
        return of_that_name + difflib.get_close_matches(target, self._paths, n=2, cutoff=_NEAR)


def based_on_target(path: str, plan: Plan) -> str | None:
    """The source path that the *Based on* link of the plan at `path` leads to; empty if it leads to no file at all.

    `None` if it is not to be checked: links to other sites, placeholders, and links from the root of the host to
    something that is no page.
    """
    link = plan.based_on
    if link is None or not link.href or _OUTSIDE.match(link.href) or plan.is_template:
        return None
    written = _AFTER_PATH.split(link.href, maxsplit=1)[0]
    if written.startswith("/"):
        return unquote(written[1:]) if written.endswith(".md") else None
    return linked_path(path, link.href) or ""


def based_on_finding(path: str, plan: Plan, target: str, pages: PagePaths) -> Finding | None:
    """The finding about the *Based on* link of the plan at `path`, whose `target` (see `based_on_target`) is no file of
    the site. `pages` suggests another page."""
    link = plan.based_on
    if link is None:
        return None
    if _AFTER_PATH.match(link.href or ""):
        message = f"the plan is based on {link.href}, a place on its own page"
    else:
        message = f"the plan is based on {link.href}, which is no page of this site"
    hint = "write the path from this file to the page, such as ../specs/auth.md"
    if page := pages.meant(target, path):
        hint = f"did you mean {posixpath.relpath(page, posixpath.dirname(path) or '.')}?"
    return BROKEN_BASED_ON.at(link.line or plan.line, message, hint)
