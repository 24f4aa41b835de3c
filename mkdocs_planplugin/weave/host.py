# Python-Markdown hands an extension a text and nothing else. Zensical tells its extensions which page that is, by a
# stage of its own that does nothing: from there we know the file, with its front matter and its lines. Known by names
# alone, so that Zensical need not be installed.
"""The page that a text is converted for, where the program that converts it says so."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import quote

from markdown import Markdown

_STAGE = "rendering_context"


@dataclass(frozen=True, slots=True)
class HostPage:
    """The page of a text. `source` is the text of its file, with front matter; `path` is where that lies in the folder
    `docs`, empty where nobody knows. `language` is that of the site."""

    source: str
    path: str = ""
    docs: Path | None = None
    language: str = ""

    def href(self, path: str) -> str | None:
        """The address of another file of the docs folder, by its path there, maybe with `#anchor`, as links in Markdown
        have it; None where there is none."""
        target, hash_sign, anchor = path.partition("#")
        if self.docs is None or not target or target.startswith("..") or not (self.docs / target).is_file():
            return None
        return "../" * self.path.count("/") + quote(target) + hash_sign + anchor


def host_page(md: Markdown, text: str) -> HostPage:
    """The page that `md` is converting the text of."""
    try:
        stage: Any = md.preprocessors[_STAGE]
        page, config = stage.page, stage.config
        docs = Path(str(config["root_dir"]), str(config["docs_dir"])).resolve()
        path, language = PurePath(page.path).as_posix(), str((config.get("theme") or {}).get("language") or "")
    except (AttributeError, KeyError, TypeError, ValueError, OSError):
        return HostPage(text)
    return HostPage(_whole(text, docs / path), path, docs, language)


def _whole(text: str, file: Path) -> str:
    """The text of the file that a text without front matter was taken from; the text itself where it is another."""
    try:
        source = file.read_text("utf-8-sig")
    except (OSError, ValueError):
        return text
    return source if source.strip().endswith(text.strip()) else text
