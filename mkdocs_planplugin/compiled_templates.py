# To compile all templates, ours and those of the theme, takes longer than to render five pages; to load what was
# compiled takes a twentieth of that. So they are kept from one build to the next. What is loaded is run: it has to come
# from a folder that only this user can write to, in the user's own cache folder, and a file that is not as it was
# written is made anew.
"""Compiled templates, kept from one build to the next."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket
from platformdirs import user_cache_path

from mkdocs_planplugin.atomic_write import replacing

_WRITABLE_BY_OTHERS = stat.S_IWGRP | stat.S_IWOTH
_DIGEST = hashlib.sha256().digest_size


class CompiledTemplates(BytecodeCache):
    """Compiled templates in a folder, a file each. A file begins with the digest of its contents."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        """Load a template, if it is there and whole."""
        with suppress(Exception):  # whatever is wrong with the file, the template is compiled and written again
            content = self._path(bucket).read_bytes()
            digest, code = content[:_DIGEST], content[_DIGEST:]
            if hashlib.sha256(code).digest() == digest:
                bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template. Errors, such as a full disk, are ignored."""
        code = bucket.bytecode_to_string()
        with suppress(OSError), replacing(self._path(bucket)) as file:
            file.write(hashlib.sha256(code).digest() + code)

    def _path(self, bucket: Bucket) -> Path:
        return self._folder / f"{bucket.key}.{sys.implementation.cache_tag}"


def compiled_templates() -> CompiledTemplates | None:
    """The templates compiled by this version of Jinja; `None` if there is no folder that only this user can write
    to."""
    folder = user_cache_path("mkdocs-planplugin", appauthor=False) / f"jinja2-{version('jinja2')}"
    if not folder.is_absolute():  # without a home there is no such place
        return None
    try:
        for place in (folder.parent, folder):
            place.mkdir(mode=0o700, parents=True, exist_ok=True)
        return CompiledTemplates(folder) if all(map(_is_private, (folder, folder.parent))) else None
    except OSError:
        return None


def _is_private(folder: Path) -> bool:
    """Whether a path is a folder (not a link to one) that belongs to this user, and that nobody else can write to. On
    Windows, the user's own folders are private."""
    status = folder.lstat()
    ours = not hasattr(os, "geteuid") or (status.st_uid == os.geteuid() and not status.st_mode & _WRITABLE_BY_OTHERS)
    return stat.S_ISDIR(status.st_mode) and ours
