# Finds the files that links lead to, and the URLs of files, in the same way as MkDocs and other plugins.
"""The pages and links of a site."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import unescape
from sys import intern
from urllib.parse import urljoin

from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from mkdocs_planplugin.compiled_patterns import compiled
from mkdocs_planplugin.gfm import scheme_of
from mkdocs_planplugin.portfolio import Entry, linked_path

_ANCHOR = compiled(r" id=\"(plan-[^\"]*)\"")  # one that reading gave out


class LinkResolver:
    """Finds the files that links lead to. It knows only files that are part of the site, as `inclusion` says."""

    def __init__(self, files: Files, inclusion: Callable[[InclusionLevel], bool]) -> None:
        self._files = files
        self._inclusion = inclusion

    def page_paths(self) -> Iterator[str]:
        """The source paths of all pages."""
        return (file.src_uri for file in self._files.documentation_pages(inclusion=self._inclusion))

    def file(self, path: str) -> File | None:
        """The file of a source path."""
        return self._if_built(self._files.src_uris.get(path))

    def linked_file(self, path: str) -> File | None:
        """The file that a link to a source path leads to. With a plugin for translations, it may be that of a
        language."""
        return self._if_built(self._files.get_file_from_path(path))

    def linked_page(self, path: str, href: str) -> str | None:
        """The source path of the page that a link on the page at `path` leads to; `None` if it leads to no page of the
        site."""
        target = linked_path(path, href)
        file = self.linked_file(target) if target is not None else None
        return file.src_uri if file is not None and file.is_documentation_page() else None

    def root_url(self, path: str) -> str:
        """The URL of the page of a source path, relative to the site's root."""
        return self._files.src_uris[path].url

    def url(self, path: str, page: File) -> str | None:
        """The URL of a source path, maybe with `#anchor`, relative to a page; `None` if it is not part of the site."""
        source, _, anchor = path.partition("#")
        target = self.file(source)
        if target is None:
            return None
        return target.url_relative_to(page) + (f"#{anchor}" if anchor else "")

    def rebased(self, href: str, entry: Entry, page: File) -> str:
        """An address from the text of a plan, converted for another page.

        The path of a source file is a link as in Markdown. Any other path is relative to the plan's page, as in HTML.
        """
        path = linked_path(entry.path, href)
        if path is None and not href.startswith(("#", "?")):
            return href
        address = href.partition("#")[0].partition("?")[0]
        query_and_anchor = href.removeprefix(address)
        target = self.linked_file(path or entry.path)
        if target is not None:
            return target.url_relative_to(page) + query_and_anchor
        moved = get_relative_url(urljoin(entry.url, address), page.url) + query_and_anchor
        # A path such as `javascript:x.md` needs `./` before it, or browsers would read its first part as a scheme.
        return f"./{moved}" if scheme_of(moved) else moved

    def _if_built(self, file: File | None) -> File | None:
        return file if file is not None and self._inclusion(file.inclusion) else None


def note_anchors(page: Page, html: str) -> None:
    """Tell MkDocs the anchors of a plan's tasks and items, for its check of links.

    MkDocs looks for them in Python-Markdown's tree only, and most tasks are written as HTML.
    """
    anchors = page.present_anchor_ids
    if anchors is not None:
        anchors.update(intern(unescape(anchor)) for anchor in _ANCHOR.findall(html))
