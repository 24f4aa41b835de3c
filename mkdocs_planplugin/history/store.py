# What was learnt of a repository, in one file beside the configuration of the site. It may be deleted at any time; it
# is made anew where anything about it is not as this version of the plugin wrote it.
"""What is kept from one build to the next."""

import contextlib
import hashlib
import zlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

import msgspec

from mkdocs_planplugin.atomic_write import replacing

from .trails import FileRevision

_FOLDER = (".cache", "planplugin")
_NAME_SIZE = 16
_CHECKSUM_SIZE = 4
# A site may be built in several ways, of which each has a file of its own.
_MOST_FILES = 4


class Learnt(msgspec.Struct, gc=False):
    """What is known of a repository at its commit `head`, which is shallow before the commits `ends`: the revisions of
    pages, by their paths; what texts say, by their keys, and what series of texts come to, not yet decoded; and for
    tags, by their commits, which commits of all those they do not have."""

    head: str = ""
    ends: list[str] = []
    trails: dict[str, list[FileRevision]] = {}
    readings: dict[str, msgspec.Raw] = {}
    series: dict[str, msgspec.Raw] = {}
    tags: dict[str, list[str]] = {}


_DECODER = msgspec.msgpack.Decoder(Learnt)


class Store:
    """The file for one way to read a site; `project` is the folder of its configuration, None where it has none, and
    `version` says what the content depends on."""

    def __init__(self, project: Path | None, version: str) -> None:
        name = hashlib.blake2b(version.encode("utf-8", "surrogatepass"), digest_size=_NAME_SIZE).hexdigest()
        self._folder = _cache_folder(project) if project else None
        self._path = self._folder / f"history-{name}.bin" if self._folder else None

    def load(self) -> Learnt:
        """What was kept; empty where nothing was, or where it is not as it was written."""
        if self._path is None:
            return Learnt()
        try:
            content = self._path.read_bytes()
            if _checksum(content[_CHECKSUM_SIZE:]) != content[:_CHECKSUM_SIZE]:
                return Learnt()
            return _DECODER.decode(memoryview(content)[_CHECKSUM_SIZE:])
        except (OSError, msgspec.MsgspecError):
            return Learnt()

    def save(self, learnt: Learnt) -> None:
        """Keep what is known; a full disk, or a folder that nobody may write to, is no reason to stop."""
        if self._path is None or self._folder is None:
            return
        content = msgspec.msgpack.encode(learnt)
        with contextlib.suppress(OSError):
            _make_folder(self._folder)
            with replacing(self._path) as file:
                file.write(_checksum(content) + content)
            _remove_old(self._folder)


@cache
def package_version() -> str:
    """What tells this state of the package from others: its version, and for those who work on it the sizes of its
    files."""
    package = Path(__file__).parents[1]
    sizes = sorted((path.relative_to(package).as_posix(), path.stat().st_size) for path in package.rglob("*.py"))
    return f"{version('mkdocs-planplugin')} {sizes}"


def _cache_folder(project: Path) -> Path | None:
    """The folder for what is kept; None where it lies outside of the project, because something in it is a link."""
    folder = project.joinpath(*_FOLDER)
    return folder if folder.resolve() == project.resolve().joinpath(*_FOLDER) else None


def _make_folder(folder: Path) -> None:
    """Make the folder, of which no version control is to see anything."""
    folder.mkdir(parents=True, exist_ok=True)
    with contextlib.suppress(FileExistsError), (folder / ".gitignore").open("x", encoding="ascii") as ignore:
        ignore.write("*\n")


def _remove_old(folder: Path) -> None:
    """Remove what was not written for longest."""
    files = sorted(folder.glob("history-*.bin"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in files[_MOST_FILES:]:
        path.unlink(missing_ok=True)


def _checksum(content: bytes) -> bytes:
    """What tells a file that was damaged, in a hundredth of the time that reading it takes."""
    return zlib.crc32(content).to_bytes(_CHECKSUM_SIZE, "big")
