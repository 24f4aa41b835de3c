# Python-Markdown gives an extension only the text. Zensical also registers a stage of its own that knows the page; it
# leads us to the file, with its front matter and line numbers. We find the stage by its name, so that Zensical need not
# be installed.
"""The page that a text is converted for, if the converting program tells."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import Any
from urllib.parse import quote

from markdown import Markdown
from msgspec import Struct

_STAGE = "rendering_context"


class HostPage(Struct, frozen=True):
    """The page of a text. `source` is the text of its file, with front matter. `path` is that of the file in the folder
    `docs`, or empty if it is not known. `language` is that of the site."""

    source: str
    path: str = ""
    docs: Path | None = None
    language: str = ""

    def href(self, path: str) -> str | None:
        """A link to another file of the docs folder, from its path there, maybe with `#anchor`; `None` if there is no
        such file."""
        target, hash_sign, anchor = path.partition("#")
        if self.docs is None or not target or target.startswith("..") or not (self.docs / target).is_file():
            return None
        return "../" * self.path.count("/") + quote(target) + hash_sign + anchor


def host_page(md: Markdown, text: str) -> HostPage:
    """The page whose text `md` is converting."""
    try:
        stage: Any = md.preprocessors[_STAGE]
        page, config = stage.page, stage.config
        docs = Path(str(config["root_dir"]), str(config["docs_dir"])).resolve()
        path, language = PurePath(page.path).as_posix(), str((config.get("theme") or {}).get("language") or "")
    except (AttributeError, KeyError, TypeError, ValueError, OSError):
        return HostPage(text)
    return HostPage(_whole(text, docs / path), path, docs, language)


def _whole(text: str, file: Path) -> str:
    """The whole text of the file, if `text` is the end of it (without front matter); else `text`."""
    try:
        source = file.read_text("utf-8-sig")
    except (OSError, ValueError):
        return text
    return source if source.strip().endswith(text.strip()) else text
