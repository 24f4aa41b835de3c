# What takes long and comes out the same in every build is kept from one to the next. Some of it is run when it is
# loaded: so it has to come from a folder that only this user can write to, in the user's own cache folder, and a file
# that is not as it was written is none.
"""Files that are kept for the user, from one process to the next."""

from __future__ import annotations

import hashlib
import os
import stat
from contextlib import suppress
from pathlib import Path

from platformdirs import user_cache_path

from mkdocs_planplugin.atomic_write import replacing

_WRITABLE_BY_OTHERS = stat.S_IWGRP | stat.S_IWOTH
_DIGEST = hashlib.sha256().digest_size


def private_folder(name: str) -> Path | None:
    """The folder of this name in the user's cache folder, made if need be; `None` if there is none that only this user
    can write to."""
    try:
        folder = user_cache_path("mkdocs-planplugin", appauthor=False) / name
        if not folder.is_absolute():  # without a home there is no such place
            return None
        for place in (folder.parent, folder):
            place.mkdir(mode=0o700, parents=True, exist_ok=True)
        return folder if all(map(_is_private, (folder, folder.parent))) else None
    except (OSError, RuntimeError):  # a home that cannot be told is a `RuntimeError`
        return None


def _is_private(folder: Path) -> bool:
    """Whether a path is a folder (not a link to one) that belongs to this user, and that nobody else can write to. On
    Windows, the user's own folders are private."""
    status = folder.lstat()
    ours = not hasattr(os, "geteuid") or (status.st_uid == os.geteuid() and not status.st_mode & _WRITABLE_BY_OTHERS)
    return stat.S_ISDIR(status.st_mode) and ours


def read_kept(path: Path) -> bytes | None:
    """What was written to a file of a private folder; `None` if the file is not there, or not as it was written."""
    try:
        content = path.read_bytes()
    except OSError:
        return None
    digest, kept = content[:_DIGEST], content[_DIGEST:]
    return kept if hashlib.sha256(kept).digest() == digest else None


def write_kept(path: Path, kept: bytes) -> None:
    """Write to a file of a private folder, behind the digest of its contents. Errors, such as a full disk, are
    ignored."""
    with suppress(OSError), replacing(path) as file:
        file.write(hashlib.sha256(kept).digest() + kept)


def drop_oldest(folder: Path, most: int) -> None:
    """Remove the files of a private folder that were written first, until there are no more than `most`. Files that
    another process removes meanwhile, or that cannot be removed, are passed over."""
    with suppress(OSError):
        files = [entry for entry in os.scandir(folder) if entry.is_file()]
        if len(files) > most:
            for entry in sorted(files, key=_written)[: len(files) - most]:
                with suppress(OSError):
                    Path(entry.path).unlink()


def _written(file: os.DirEntry[str]) -> float:
    return file.stat().st_mtime
