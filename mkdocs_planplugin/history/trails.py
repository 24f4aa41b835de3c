# A file under the names that it had: from what each commit changed, the newest first, back to the one that added it.
"""Where the pages of a site were in earlier commits."""

from collections.abc import Collection, Iterable, Mapping

import msgspec

from .git import ChangedFile, Commit


class FileRevision(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A file as a commit left it: the id of its text, None where the commit deleted it. `time` is in seconds since
    1970."""

    commit: str
    time: int
    blob: str | None


def trails(
    commits: Iterable[Commit], paths: Collection[str], earlier: Mapping[str, list[FileRevision]] | None = None
) -> dict[str, list[FileRevision]] | None:
    """The revisions of the files that are at these paths of the repository now, by path, the oldest first.

    `commits` are given the newest first. `earlier` are the revisions before all of these commits, by the paths of that
    time; returns None where they lack one that is needed. A file that was deleted and came back is the same file; one
    that took the place of a file that was moved away is another.
    """
    revisions_of: dict[str, list[FileRevision]] = {path: [] for path in paths}
    path_now = {path: path for path in paths}  # the path of today, by the path at the commit
    for commit in commits:
        _step(commit, path_now, revisions_of)
    if earlier is not None and not path_now.keys() <= earlier.keys():
        return None
    before = {now: earlier[then] for then, now in path_now.items()} if earlier is not None else {}
    return {path: [*before.get(path, ()), *revisions[::-1]] for path, revisions in revisions_of.items()}


def _step(commit: Commit, path_now: dict[str, str], revisions_of: Mapping[str, list[FileRevision]]) -> None:
    """Note what a commit did to the files, and go on with the names that they had before it."""
    moved: dict[str, str] = {}
    paths_after = {file.path_after for file in commit.files}
    for file in commit.files:
        before, after = file.path_before, file.path_after
        now = path_now.get(after) if after else None
        if now is not None and after is not None:
            revisions_of[now].append(FileRevision(commit.id, commit.time, file.blob_after))
            if before not in (None, after):
                del path_now[after]
                moved[before] = now
        elif before in path_now and before not in paths_after:
            _note_departure(commit, file, path_now, revisions_of)
    path_now |= moved


def _note_departure(
    commit: Commit, file: ChangedFile, path_now: dict[str, str], revisions_of: Mapping[str, list[FileRevision]]
) -> None:
    """Note that a file left its path, to which it, or another, came later: it was deleted, or moved away."""
    if file.path_before is None:
        return
    if file.path_after is None:
        revisions_of[path_now[file.path_before]].append(FileRevision(commit.id, commit.time, None))
    else:
        del path_now[file.path_before]
