# A search plugin reads each page with an HTML parser, which takes half as long as the conversion of a plan. This module
# makes the entries of plan pages in a fifth of that time. Other pages are left to the search plugin.
"""Plans for the search plugins of MkDocs and Material."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib.metadata import PackageNotFoundError, version
from types import SimpleNamespace
from typing import Any

from mkdocs.structure.pages import Page
from msgspec import Struct

from .guard import Guard, Stage
from .search_sections import sections, without_tags


class _Kind(Struct, frozen=True):
    """A kind of search index: the module of its class `SearchIndex`, its package with the major version, the name of
    its list of entries, and the function that adds a page, which returns whether it did."""

    module: str
    package: str
    major: str
    entries: str
    add: Callable[[Any, Page], bool]


def read_plans_for_search(plugins: Iterable[object], is_plan: Callable[[Page], bool], guard: Guard) -> None:
    """Make the search index use our way to read plans, if the search plugin is a known one.

    The plugin calls a method of its index to add each page. This method is replaced on this one index.
    """
    for plugin in plugins:
        index: Any = getattr(plugin, "search_index", None)
        kind = _kind_of(index)
        if kind is not None and "add_entry_from_context" not in vars(index):
            index.add_entry_from_context = _PlanReader(index, kind, is_plan, guard)


def _kind_of(index: Any) -> _Kind | None:  # noqa: ANN401 (any plugin's)
    name = f"{type(index).__module__}.{type(index).__qualname__}"
    kind = next((kind for kind in _KINDS if name == f"{kind.module}.SearchIndex"), None)
    try:
        return kind if kind and version(kind.package).split(".")[0] == kind.major else None
    except PackageNotFoundError:
        return None


class _PlanReader:
    """Adds pages to a search index: plans in our way, others in the way of the index.

    The first plan of a build is added in both ways. If the entries differ, because the search plugin has changed, ours
    are dropped, and all pages are added in the way of the index.
    """

    def __init__(self, index: Any, kind: _Kind, is_plan: Callable[[Page], bool], guard: Guard) -> None:  # noqa: ANN401
        self._index = index
        self._kind = kind
        self._is_plan = is_plan
        self._guard = guard
        self._read: Callable[[Page], None] = index.add_entry_from_context
        self._is_right: bool | None = None  # whether both ways give the same entries; None before the first plan

    def __call__(self, page: Page) -> None:
        """Add a page to the index."""
        path = page.file.src_uri
        is_plan = self._guard.run(Stage.SEARCH, path, lambda: self._is_plan(page), otherwise=False)
        if self._is_right is False or not is_plan:
            self._read(page)
            return
        entries: list[object] = getattr(self._index, self._kind.entries, [])
        start = len(entries)
        is_added = self._guard.run(Stage.SEARCH, path, lambda: self._kind.add(self._index, page), otherwise=False)
        if is_added and self._is_right:
            return
        ours = entries[start:]
        del entries[start:]
        self._read(page)
        if is_added:
            self._is_right = entries[start:] == ours


def _add_to_material(index: Any, page: Page) -> bool:  # noqa: ANN401
    """Give the sections of a page to the index, which makes entries of them, with its segmentation, tags and boosts."""
    if (page.meta.get("search") or {}).get("exclude"):
        return False
    parts = sections(page.content or "")
    for part in parts or ():
        # Without a table of contents: the index would search it for the address of each section, which is the id.
        index.create_entry_for_section(part, (), page.url, page)
    return parts is not None


def _add_to_mkdocs(index: Any, page: Page) -> bool:  # noqa: ANN401
    """Let the index read a page without the tags that it ignores."""
    content = without_tags(page.content or "")
    if content is None:
        return False
    short = SimpleNamespace(content=content, url=page.url, title=page.title, toc=page.toc)
    type(index).add_entry_from_context(index, short)
    return True


_KINDS = (
    _Kind("material.plugins.search.plugin", "mkdocs-material", "9", "entries", _add_to_material),
    _Kind("mkdocs.contrib.search.search_index", "mkdocs", "1", "_entries", _add_to_mkdocs),
)
