# The file keeps its permissions. A link stays a link: what is replaced is the file that it leads to.
"""Reading and replacing a file of the docs folder."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

from mkdocs_planplugin.atomic_write import replacing
from mkdocs_planplugin.catalog import Refusal

from .refusal import RefusedError

_MAY_WRITE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def file_within(path: Path, folder: Path) -> Path:
    """The file that a path leads to, through links. Refuses what is gone, no file, or outside the folder."""
    try:
        real = path.resolve(strict=True)
        is_within = real.is_relative_to(folder.resolve(strict=True))
    except (OSError, RuntimeError) as error:
        raise RefusedError(Refusal.GONE) from error
    if not is_within:
        raise RefusedError(Refusal.OUTSIDE)
    if not real.is_file():
        raise RefusedError(Refusal.GONE)
    return real


def replace_content(file: Path, before: bytes, after: bytes) -> None:
    """Replace the content of a file that still has the content `before`, all at once. Refuses where it has another, or
    cannot be written."""
    status = file.stat()
    if not status.st_mode & _MAY_WRITE or not os.access(file, os.W_OK):
        raise RefusedError(Refusal.READ_ONLY)
    try:
        with replacing(file) as new:
            new.write(after)
            new.flush()
            os.fsync(new.fileno())
            Path(new.name).chmod(stat.S_IMODE(status.st_mode))
            if hasattr(os, "chown"):
                with suppress(OSError):  # only root may give files to others
                    os.chown(new.name, status.st_uid, status.st_gid)
            if file.read_bytes() != before:
                raise RefusedError(Refusal.STALE)
    except OSError as error:
        raise RefusedError(Refusal.READ_ONLY) from error
