# For programs that build sites from Markdown and do not know MkDocs plugins: the pages that the plugin would add to a
# site, as files. The pages of the plans themselves are made there by the Markdown extension.
"""The pages over all plans as Markdown, with their style sheet and scripts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from urllib.parse import quote

import click
from markdown import Markdown
from mkdocs.structure.files import File

from mkdocs_planplugin.language import load_language, use_language
from mkdocs_planplugin.plugin import (
    PLOTLY,
    STYLE,
    Guard,
    PageRenderer,
    has_charts,
    page_paths,
    plotly,
    script_texts,
    view_page_text,
)
from mkdocs_planplugin.reading import MARKER, marker_of
from mkdocs_planplugin.views import style_sheet

from .project import Project

# Marks each page that this command has written. Only such pages are replaced.
NOTICE = "<!-- Written by planplugin export pages: changes are lost when it is written again. -->"
_END_OF_FRONT_MATTER = "\n---\n"


class _SourceFile(File):
    """A file that links lead to by its path in the docs folder, as in Markdown."""

    @cached_property
    def url(self) -> str:  # type: ignore[override]
        """The path."""
        return quote(self.src_uri)


def file_of(links: str, path: Path, root: Path) -> File:
    """The file of a path below `root`, for links of one kind: to `a.md`, to `a/` ("folders") or to `a.html`."""
    kind = _SourceFile if links == "md" else File
    return kind(path.relative_to(root).as_posix(), str(root), "", use_directory_urls=links == "folders")


def write_pages(project: Project, folder: Path, links: str) -> list[Path]:
    """Write the index and the registers of a project into a folder that stands for its docs folder; returns the paths
    of what was written. Raises click's error if a page that this command did not write is in the way."""
    pages = {name: project.root / path for name, path in page_paths(project.site.options).items()}
    files = {name: file_of(links, path, project.root) for name, path in pages.items()}
    for file in files.values():
        if not project.files.src_uris.get(file.src_uri):
            project.files.append(file)
    texts = {file.src_uri: text for file, text in _texts(project, files, project.guard)}
    for path in texts:
        if (folder / path).exists() and NOTICE not in (folder / path).read_text("utf-8", "replace"):
            raise click.ClickException(f"{folder / path} is a page of your own: move it, or write to another folder")
    contents = {folder / path: content for path, content in (texts | _assets(project, project.guard)).items()}
    for target, content in contents.items():
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return list(contents)


def _texts(project: Project, files: dict[str, File], guard: Guard) -> Iterator[tuple[File, bytes]]:
    """The pages, as they are written."""
    renderer = PageRenderer(project.site, files, Markdown(), guard, requests={})
    with use_language(load_language(project.language)):
        for name, file in files.items():
            head, end, body = view_page_text(name, file.src_uri, project.site, guard).partition(_END_OF_FRONT_MATTER)
            blocks = (_with_view(block, renderer, file) for block in body.strip().split("\n\n"))
            yield file, "\n\n".join((f"{head}\nplan: false{end}\n{NOTICE}", *blocks, "")).encode()


def _with_view(block: str, renderer: PageRenderer, file: File) -> str:
    """A block of a page, with the view in place of its marker. The view is a single HTML block for any parser: in most
    dialects an empty line would end it, and an indented line behind that would be code."""
    marker = MARKER.fullmatch(block)
    if marker is None:
        return block
    lines = (line.strip() for line in renderer.view_over_all(marker_of(marker), file).split("\n"))
    return "\n".join(("<div>", *filter(None, lines), "</div>"))


def _assets(project: Project, guard: Guard) -> dict[str, bytes]:
    """The style sheet and the scripts, by their paths."""
    interactive = project.site.options.interactive != "never"
    texts = {STYLE: style_sheet(), **script_texts(interactive=interactive)}
    library = {PLOTLY: plotly().read_bytes()} if has_charts(project.site, guard) else {}
    return {path: text.encode() for path, text in texts.items()} | library


def settings_hint(written: list[Path], folder: Path) -> str:
    """The lines of a configuration that link what was written."""
    assets = [path.relative_to(folder).as_posix() for path in written if path.suffix in (".css", ".js")]
    scripts = "".join(f"\n  - {path}" for path in assets if path.endswith(".js") and path != PLOTLY)
    return f"extra_css:\n  - {STYLE}\nextra_javascript:{scripts}"
