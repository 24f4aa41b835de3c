# A file under the names that it had: from what each commit changed, the newest first, back to the one that added it.
"""Where the pages of a site were in earlier commits."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from .git import ChangedFile, Commit


@dataclass(frozen=True, slots=True)
class FileRevision:
    """A file after a commit. `blob` is the id of its text, `None` if the commit deleted the file. `time` is in seconds
    since 1970."""

    commit: str
    time: int
    blob: str | None


def trails(commits: Iterable[Commit], paths: Collection[str]) -> Mapping[str, list[FileRevision]]:
    """The revisions of the files that are at these paths of the repository now, by path, the oldest first.

    A file that was deleted and came back is the same; one that was moved away, and another put in its place, is not.
    """
    revisions: dict[str, list[FileRevision]] = {path: [] for path in paths}
    current_paths = {path: path for path in paths}  # by the path in the commit: the path now
    for commit in commits:
        _step(commit, current_paths, revisions)
    return {path: newest_first[::-1] for path, newest_first in revisions.items()}


def _step(commit: Commit, current_paths: dict[str, str], revisions: Mapping[str, list[FileRevision]]) -> None:
    """Add the revisions that a commit made, and change `current_paths` to the paths before the commit."""
    moved: dict[str, str] = {}
    came = {file.path_after for file in commit.files}
    for file in commit.files:
        before, after = file.path_before, file.path_after
        now = current_paths.get(after) if after else None
        if now is not None and after is not None:
            revisions[now].append(FileRevision(commit.id, commit.time, file.blob_after))
            if before not in (None, after):
                del current_paths[after]
                moved[before] = now
        elif before in current_paths and before not in came:
            _left(commit, file, current_paths, revisions)
    current_paths |= moved


def _left(
    commit: Commit, file: ChangedFile, current_paths: dict[str, str], revisions: Mapping[str, list[FileRevision]]
) -> None:
    """Handle a file that a commit removed from a path at which a later commit put a file: deleted, or moved away."""
    if file.path_before is None:
        return
    if file.path_after is None:
        revisions[current_paths[file.path_before]].append(FileRevision(commit.id, commit.time, None))
    else:
        del current_paths[file.path_before]
