# git is asked through its own commands, with the formats that are made for programs. A few processes for any number of
# files: one that lists what changed, one that hands out the texts (git-cat-file(1), --batch). What users have set up
# (hooks, pagers, ways to show a diff) takes no part.
"""A repository as git knows it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

_NO_BLOB = "0" * 40  # also the beginning of the longer ids of SHA-256: nothing, or what only the working tree has
_RENAMED = ("R", "C")
_COMMIT = "\x01"  # what a commit begins with in the log
# The variables that git sets for hooks: they would name another repository than the one that the folder lies in.
_OF_HOOKS = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_NAMESPACE")
_SETTINGS = {
    "core.fsmonitor": "false",
    "core.quotePath": "false",
    "diff.relative": "false",
    "log.showRoot": "true",
    "log.diffMerges": "separate",
}
# After so many broken texts, the others are no longer asked for: each costs another process.
_MOST_BROKEN = 10
# Where git meets a broken text, it fails, but has written those before it.
_ANY_CODE = range(-256, 256)
_PAGES = tuple(f"*.{ending}" for ending in ("md", "markdown", "mdown", "mkdn", "mkd"))


class GitError(Exception):
    """What git says where it cannot answer, in one line."""


class ChangedFile(Struct, frozen=True):
    """A file that differs between two versions: its paths in the repository and the ids of its texts (blobs) before and
    after. None where there is no file; a blob after of None beside a path is the working tree's."""

    path_before: str | None
    path_after: str | None
    blob_before: str | None
    blob_after: str | None


class Commit(Struct, frozen=True):
    """A commit with the pages that it changed; `time` is when it was made, in seconds since 1970."""

    id: str
    time: int
    files: tuple[ChangedFile, ...]


class Repository:
    """The git repository with a folder in its working tree: `root` is the folder of that tree, `head` the id of the
    commit that is checked out, empty where there is none yet."""

    def __init__(self, folder: Path) -> None:
        """Raises GitError where the folder is in no repository, or there is no git."""
        self._folder = folder
        query = ("rev-parse", "--show-toplevel", "--git-path", "shallow")
        try:
            root, shallow, head = self._text(*query, "HEAD").rsplit("\n", 3)[:3]
        except GitError:  # no repository, or one without a commit
            (root, shallow), head = self._text(*query).rsplit("\n", 2)[:2], ""
        self.root = Path(root)
        self.head = head
        self._shallow = folder / shallow

    def commit(self, revision: str) -> str:
        """The id of the commit that a name (`main`, `v1.2`, `HEAD~3`) means. Raises GitError where it means none."""
        name = f"{revision}^{{commit}}"
        try:
            return self._text("rev-parse", "--verify", "--quiet", "--end-of-options", name, unknown=revision).strip()
        except GitError as error:
            if not self.boundary():
                raise
            more = "in GitHub Actions, `fetch-depth: 0`"
            raise GitError(f"{error}; this clone is shallow: `git fetch --unshallow` gets the rest ({more})") from error

    def merge_base(self, base: str, head: str) -> str:
        """The commit from which `head` left `base`; `base` itself where the history does not reach back so far, as in
        the shallow clones of many CI systems."""
        try:
            return self._text("merge-base", base, head).strip()
        except GitError:
            return base

    def changed(self, before: str, after: str | None, below: Path) -> Iterator[ChangedFile]:
        """The files below a folder that differ between two commits, with renames; without `after`, those that differ
        between a commit and the working tree, and those that git does not know yet."""
        ends = [before] if after is None else [before, after]
        options = ("--raw", "-z", "--no-abbrev", "--find-renames", "--no-ext-diff", "--end-of-options")
        fields = iter(self._text("diff", *options, *ends, "--", str(below)).split("\0"))
        for entry in fields:
            if entry:
                yield _changed_file(entry, fields)
        if after is None:
            new = self._text("ls-files", "--others", "--exclude-standard", "--full-name", "-z", "--", str(below))
            yield from (ChangedFile(None, path, None, None) for path in new.split("\0") if path)

    @property
    def is_partial(self) -> bool:
        """Whether it is a partial clone, which lacks texts and would have to fetch each of them."""
        pattern = r"^(extensions\.partialclone|remote\..*\.promisor)$"
        return bool(self._text("config", "--get-regexp", pattern, codes=(1,)))

    def boundary(self) -> frozenset[str]:
        """The commits at the boundary of a shallow clone, which knows nothing before them; empty for other clones."""
        try:
            return frozenset(self._shallow.read_text("ascii", "replace").split())
        except OSError:
            return frozenset()

    def commits(self, names: Sequence[str]) -> list[str | None]:
        """The ids of the commits that these names mean; None for one that means none."""
        query = "".join(f"{name}^{{commit}}\n" for name in names)
        answers = self._run("cat-file", "--batch-check=%(objectname)", stdin=query.encode()).decode("utf-8", "replace")
        return [None if " " in answer else answer for answer in answers.splitlines()]

    def log(self, head: str, since: str = "") -> list[Commit]:
        """The commits from `head` back along first parents, the newest first, that changed any page of the repository;
        only those after a commit, where one is given. What a merge brought in counts as changed by the merge, so the
        history has no branches. Paths are decoded as Latin-1, byte by byte: so the name of any file can be kept."""
        options = (
            "--first-parent",
            "-m",
            "--raw",
            "-z",
            "--no-abbrev",
            "--find-renames",
            "--no-ext-diff",
            f"-O{os.devnull}",
        )
        form = f"--format={_COMMIT}%H %ct"
        ends = (head, f"^{since}") if since else (head,)
        log = self._run("log", *options, "--no-show-signature", form, "--end-of-options", *ends, "--", *_PAGES)
        return list(_commits(log.decode("latin-1")))

    def follows(self, head: str, commit: str) -> bool:
        """Whether the way from `head` back along first parents comes to a commit."""
        after = self._text("rev-list", "--first-parent", "--parents", head, f"^{commit}").splitlines()
        return bool(after) and after[-1].split(" ")[1:2] == [commit]

    def not_in(self, head: str, tag: str) -> frozenset[str]:
        """The commits from `head` back along first parents that the history of another commit has not."""
        return frozenset(self._text("rev-list", "--first-parent", head, f"^{tag}").split())

    def texts(self, blobs: Iterable[str]) -> Mapping[str, bytes]:
        """The texts with these ids, by id, without those that the repository has lost."""
        wanted = list(dict.fromkeys(blobs))
        texts: dict[str, bytes] = {}
        place = 0
        for _ in range(_MOST_BROKEN):
            if place >= len(wanted):
                break
            names = "".join(f"{blob}\n" for blob in wanted[place:]).encode()
            answer = self._run("cat-file", "--batch", stdin=names, codes=_ANY_CODE)
            place += _read_texts(answer, wanted[place:], texts) + 1  # git ends at one that is broken
        return texts

    def _text(self, *arguments: str, unknown: str = "", codes: Container[int] = ()) -> str:
        return self._run(*arguments, unknown=unknown, codes=codes).decode("utf-8", "surrogateescape")

    def _run(self, *arguments: str, stdin: bytes = b"", unknown: str = "", codes: Container[int] = ()) -> bytes:
        """What git writes for these arguments. Raises GitError for an exit code that is neither 0 nor in `codes`; where
        git gives no reason, the error names the `unknown` revision."""
        settings = [part for name, value in _SETTINGS.items() for part in ("-c", f"{name}={value}")]
        command = ["git", "-C", str(self._folder), *settings, *arguments]
        environment = {name: value for name, value in os.environ.items() if name not in _OF_HOOKS}
        environment |= {"GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
        try:
            process = subprocess.run(command, input=stdin, capture_output=True, check=False, env=environment)  # noqa: S603 (no shell)
        except OSError as error:
            raise GitError("git cannot be run; it has to be installed, and on the PATH") from error
        if process.returncode and process.returncode not in codes:
            complaint = process.stderr.decode("utf-8", "replace").strip().split("\n")[0]
            raise GitError(complaint or f"git knows no commit {unknown!r}")
        return process.stdout


def _read_texts(answer: bytes, blobs: Iterable[str], texts: dict[str, bytes]) -> int:
    """Add the texts in an answer of git-cat-file(1) to `texts`. Returns how many of the blobs the answer covers: for
    each it has `ID blob SIZE`, the text and a line end, or `ID missing`."""
    place = 0
    for number, blob in enumerate(blobs):
        end = answer.find(b"\n", place)
        size = answer[place:end].rsplit(b" ", 1)[-1]
        place = end + 1
        if size.isdigit():
            texts[blob] = answer[place : place + int(size)]
            place += int(size) + 1
        if end < 0 or place > len(answer):
            texts.pop(blob, None)
            return number
    return len(list(blobs))


def _changed_file(entry: str, fields: Iterator[str]) -> ChangedFile:
    """One entry of the raw format (git-diff(1)): `:MODE MODE BLOB BLOB STATUS`, a path, and of renames another."""
    _, _, blob_before, blob_after, status = entry.split(" ")
    path = next(fields)
    path_after = next(fields) if status[0] in _RENAMED else path
    return ChangedFile(
        None if status[0] == "A" else path,
        None if status[0] == "D" else path_after,
        None if blob_before.startswith(_NO_BLOB) else blob_before,
        None if blob_after.startswith(_NO_BLOB) else blob_after,
    )


def _commits(log: str) -> Iterator[Commit]:
    """The commits of a log in the format above, each with its changes in the raw format."""
    fields = iter(log.split("\0"))
    name = ""
    files: list[ChangedFile] = []
    for field in fields:
        entry = field.lstrip("\n")
        if entry.startswith(_COMMIT):
            if name:
                yield _commit(name, files)
            name, files = entry[1:], []
        elif entry:
            files.append(_changed_file(entry, fields))
    if name:
        yield _commit(name, files)


def _commit(name: str, files: Iterable[ChangedFile]) -> Commit:
    commit, time = name.split(" ")
    return Commit(commit, int(time), tuple(files))
