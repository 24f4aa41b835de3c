# A repository with what is known of it. As long as it does not move on, git is asked for nothing but where it is.
"""The revisions of the plans in one repository."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

import msgspec

from .git import GitError, Repository
from .readings import RevisionReading
from .series import Series
from .store import Learnt, Store
from .trails import FileRevision, trails

_READING = msgspec.msgpack.Decoder(RevisionReading)
_SERIES = msgspec.msgpack.Decoder(Series)


class Checkout:
    """A repository with what earlier builds have learnt of it (`learnt`), which is brought up to date. What this build
    still needs is kept for the next."""

    def __init__(self, folder: Path, store: Store, learnt: Learnt | None) -> None:
        """Raises GitError where git has no answer."""
        self._repository = Repository(folder)
        if not self._repository.head:
            raise GitError("the repository has no commit yet")
        self._store = store
        self._learnt = store.load() if learnt is None else learnt
        self._kept = Learnt(head=self._repository.head, boundary=sorted(self._repository.boundary()))
        self._readings: dict[str, RevisionReading] = {}
        self._is_new = False

    @property
    def boundary(self) -> Collection[str]:
        """The commits at the boundary of a shallow clone, which knows nothing before them."""
        return self._kept.boundary

    def trails(self, paths: Collection[str]) -> Mapping[str, list[FileRevision]]:
        """The revisions of the files at these paths, the oldest first."""
        old, head = self._learnt, self._kept.head
        by_path = None
        if old.boundary == self._kept.boundary and old.head:
            if old.head == head and set(paths) <= old.trails.keys():
                by_path = {path: old.trails[path] for path in paths}
            elif old.head != head and self._repository.follows(head, old.head):
                by_path = trails(self._repository.log(head, old.head), paths, old.trails)
        if by_path is None:
            if self._repository.is_partial:
                raise GitError("a partial clone, whose texts are not here")
            by_path = trails(self._repository.log(head), paths) or {}
        self._kept.trails = by_path
        return by_path

    def not_in_tag(self, tag: str) -> Collection[str] | None:
        """The commits of the trails that a tag does not have; None where there is no such tag."""
        (commit,) = self._repository.commits([f"refs/tags/{tag}"])
        if commit is None:
            return None
        if self._learnt.head == self._kept.head and commit in self._learnt.tags:
            outside = self._learnt.tags[commit]
        else:
            known = {revision.commit for trail in self._kept.trails.values() for revision in trail}
            outside = sorted(known & self._repository.not_in(self._kept.head, commit))
        self._kept.tags[commit] = outside
        return frozenset(outside)

    def series(self, key: str) -> Series | None:
        """What the readings of a key come to, where that is known."""
        raw = self._learnt.series.get(key)
        return None if raw is None else _SERIES.decode(raw)

    def keep_series(self, key: str, series: Series) -> None:
        """Keep what the readings of a key come to."""
        self._learnt.series[key] = msgspec.Raw(msgspec.msgpack.encode(series))
        self._is_new = True

    def reading(self, key: str) -> RevisionReading | None:
        """What the text with a key says; None where the repository has lost it."""
        known = self._readings.get(key)
        if known is None and (raw := self._learnt.readings.get(key)) is not None:
            known = self._readings[key] = _READING.decode(raw)
        return known

    def keep_reading(self, key: str, reading: RevisionReading) -> None:
        """Keep what the text of a key says."""
        self._readings[key] = reading
        self._learnt.readings[key] = msgspec.Raw(msgspec.msgpack.encode(reading))
        self._is_new = True

    def knows(self, key: str) -> bool:
        """Whether it is known what the text with a key says."""
        return key in self._learnt.readings

    def texts(self, blobs: Iterable[str]) -> Mapping[str, bytes]:
        """The texts with these ids, without those that the repository has lost."""
        return self._repository.texts(blobs)

    def save(self, readings: Collection[str], series: Collection[str]) -> Learnt:
        """Keep for the next build what the readings and the series of these keys are; returns it."""
        learnt, kept = self._learnt, self._kept
        kept.readings = {key: learnt.readings[key] for key in readings if key in learnt.readings}
        kept.series = {key: learnt.series[key] for key in series if key in learnt.series}
        is_new = self._is_new or learnt.head != kept.head or kept.trails.keys() != learnt.trails.keys()
        if is_new or len(kept.readings) != len(learnt.readings) or kept.tags.keys() != learnt.tags.keys():
            self._store.save(kept)
        return kept
