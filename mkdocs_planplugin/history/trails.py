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
    """The revisions of the files that are at these paths of the repository now, by path, the oldest first; `commits`
    have the newest first. `earlier` has those of before the last of these commits, by the paths of then: None comes
    back where one is missing.

    A file that was deleted and came back is the same; one that was moved away, and another put in its place, is not.
    """
    revisions_of: dict[str, list[FileRevision]] = {path: [] for path in paths}
    path_now = {path: path for path in paths}  # by the name of that time: the name now
    for commit in commits:
        _step(commit, path_now, revisions_of)
    if earlier is not None and not path_now.keys() <= earlier.keys():
        return None
    before = {now: earlier[then] for then, now in path_now.items()} if earlier is not None else {}
    return {path: [*before.get(path, ()), *revisions[::-1]] for path, revisions in revisions_of.items()}


def _step(commit: Commit, path_now: dict[str, str], revisions_of: Mapping[str, list[FileRevision]]) -> None:
    """Note what a commit did to the files, and go on with the names that they had before it."""
    moved: dict[str, str] = {}
    came = {file.path_after for file in commit.files}
    for file in commit.files:
        before, after = file.path_before, file.path_after
        now = path_now.get(after) if after else None
        if now is not None and after is not None:
            revisions_of[now].append(FileRevision(commit.id, commit.time, file.blob_after))
            if before not in (None, after):
                del path_now[after]
                moved[before] = now
        elif before in path_now and before not in came:
            _left(commit, file, path_now, revisions_of)
    path_now |= moved


def _left(
    commit: Commit, file: ChangedFile, path_now: dict[str, str], revisions_of: Mapping[str, list[FileRevision]]
) -> None:
    """A file is no longer at its path, where another, or itself again, came later."""
    if file.path_before is None:
        return
    if file.path_after is None:
        revisions_of[path_now[file.path_before]].append(FileRevision(commit.id, commit.time, None))
    else:
        del path_now[file.path_before]
