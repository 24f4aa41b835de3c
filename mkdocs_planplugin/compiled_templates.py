# To compile all templates, ours and those of the theme, takes longer than to render five pages; to load what was
# compiled takes a twentieth of that.
"""Compiled templates, kept from one build to the next."""

from __future__ import annotations

import sys
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from mkdocs_planplugin.user_cache import drop_oldest, private_folder, read_kept, write_kept

# Each site with a theme folder, each environment and each version of Jinja has templates of its own, fifty as a rule.
MOST_KEPT = 1000


class CompiledTemplates(BytecodeCache):
    """Compiled templates in a private folder, a file each. Of more than `MOST_KEPT`, the oldest go."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._ending = f".{sys.implementation.cache_tag}-jinja2-{version('jinja2')}"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Load a template, if it is there and whole."""
        with suppress(Exception):  # whatever is wrong with the file, the template is compiled and written again
            if code := read_kept(self._path(bucket)):
                bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template."""
        write_kept(self._path(bucket), bucket.bytecode_to_string())
        drop_oldest(self._folder, MOST_KEPT)

    def _path(self, bucket: Bucket) -> Path:
        return self._folder / f"{bucket.key}{self._ending}"


def compiled_templates() -> CompiledTemplates | None:
    """The templates that are kept; `None` if they cannot be kept."""
    folder = private_folder("templates")
    return CompiledTemplates(folder) if folder else None
