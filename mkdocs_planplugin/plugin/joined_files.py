# MkDocs keeps the content of a file that a plugin adds until the site is built. `plans.json` is three times the text of
# the plans: so it is made when it is written, and no more of it than one plan is in memory at a time.
"""Files of the site that are made piece by piece when they are written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from mkdocs_planplugin.export import JoinedFile, SiteData
from mkdocs_planplugin.portfolio import Entry

from .guard import Guard, Stage

_INCLUDED = InclusionLevel.INCLUDED  # whatever the site's `exclude_docs` says


class _JoinedFile(File):
    """A generated file whose content is made when it is asked for, unless another plugin has given it another."""

    pieces: Callable[[], Iterable[bytes]] | None = None
    _given: str | bytes | None = None

    @property
    def _content(self) -> str | bytes | None:
        return b"".join(self.pieces()) if self.pieces else self._given

    @_content.setter
    def _content(self, content: str | bytes | None) -> None:
        self._given, self.pieces = content, None

    def is_modified(self) -> bool:
        """Whether it has to be written again."""
        return self.pieces is not None or super().is_modified()

    def copy_file(self, dirty: bool = False) -> None:
        """Write it to the site."""
        if self.pieces is None:
            super().copy_file(dirty)
            return
        target = Path(self.abs_dest_path)
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("wb") as written:
            written.writelines(self.pieces())


def joined_file(config: MkDocsConfig, record: JoinedFile, site: SiteData, guard: Guard) -> File:
    """A file of the site. A plan for which its text cannot be made is left out of it."""
    file = cast("_JoinedFile", _JoinedFile.generated(config, record.path, content=b"", inclusion=_INCLUDED))
    made = partial(_pieces, record.before(site), record, site, guard)
    file.pieces = partial(guard.each, Stage.DATA_FILES, record.path, made)
    return file


def _pieces(before: bytes, record: JoinedFile, site: SiteData, guard: Guard) -> Iterator[bytes]:
    def of_plan(entry: Entry) -> bytes:
        where = f"{entry.path} (in {record.path})"
        return guard.run(Stage.DATA_FILES, where, partial(record.of_plan, site, entry), b"")

    texts = filter(None, map(of_plan, site.portfolio.entries))
    yield before
    yield next(texts, b"")
    for text in texts:
        yield record.between
        yield text
    yield record.after
