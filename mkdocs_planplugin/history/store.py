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
_NAME_SIZE = 16  # bytes of the digest in a file's name
_CHECKSUM_SIZE = 4  # bytes, at the beginning of a file
# A site may be built in several ways (options, languages), each with a file of its own.
_MOST_FILES = 4


class Learnt(msgspec.Struct, gc=False):
    """What is known of a repository at its commit `head`, with the `boundary` of a shallow clone: the revisions of
    pages by their paths (`trails`); what texts say and what series of them come to, both by keys and not yet decoded;
    and for each tag, by its commit, which of the commits in the trails it does not have."""

    head: str = ""
    boundary: list[str] = []
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
    """What tells this state of the package from others: its version, and the sizes of its files, which change while
    somebody works on it."""
    package = Path(__file__).parents[1]
    sizes = sorted((path.relative_to(package).as_posix(), path.stat().st_size) for path in package.rglob("*.py"))
    return f"{version('mkdocs-planplugin')} {sizes}"


def _cache_folder(project: Path) -> Path | None:
    """The folder for what is kept; None where it lies outside of the project, because something in it is a link."""
    folder = project.joinpath(*_FOLDER)
    return folder if folder.resolve() == project.resolve().joinpath(*_FOLDER) else None


def _make_folder(folder: Path) -> None:
    """Make the folder, and tell git to ignore it."""
    folder.mkdir(parents=True, exist_ok=True)
    with contextlib.suppress(FileExistsError), (folder / ".gitignore").open("x", encoding="ascii") as ignore:
        ignore.write("*\n")


def _remove_old(folder: Path) -> None:
    """Remove the files that were not written for longest."""
    files = sorted(folder.glob("history-*.bin"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in files[_MOST_FILES:]:
        path.unlink(missing_ok=True)


def _checksum(content: bytes) -> bytes:
    """A checksum that tells whether the file was damaged, in a hundredth of the time that reading it takes."""
    return zlib.crc32(content).to_bytes(_CHECKSUM_SIZE, "big")
