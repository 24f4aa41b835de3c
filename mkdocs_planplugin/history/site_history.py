# One walk over the log for all plans of a repository, one process that hands out the texts, and then plan by plan. What
# was learnt is kept from one build to the next, in memory and in a file.
"""The histories of the plans of a site."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from mkdocs_planplugin.catalog import number_of
from mkdocs_planplugin.gfm import Outline, Syntax, split_lines
from mkdocs_planplugin.model import Calendar, Plan
from mkdocs_planplugin.own_words import READING, Reader
from mkdocs_planplugin.portfolio import PlanChanges, PlanVersion, changes
from mkdocs_planplugin.reading import ReadText
from mkdocs_planplugin.schedule import PlannedWork, Schedule

from .checkout import Checkout
from .git import GitError
from .readings import RevisionReading, TextReader, UnreadPage, decoded_text, digest_of_words
from .series import DatedReading, Series, next_series, series_of
from .store import Learnt, Store, package_version
from .trails import FileRevision
from .values import Baseline, BaselineKind, PlanHistory

_WEEK = dt.timedelta(days=7)
_NO_PLAN = RevisionReading(None, b"")
# In bytes. A larger text is no plan that anybody wrote, and would be read for minutes; it counts as lost.
_LARGEST = 500_000
_LENGTH_OF_SHA1 = 40  # in hexadecimal digits; longer ids of blobs are SHA-256


class HistorySettings(Struct, frozen=True):
    """What of a site its histories depend on.

    Plans are read by `reader`, with this calendar and syntax. `baseline` (a tag, a day, or None) is that of plans that
    name none. `day_of` makes a day of seconds since 1970. `project` is the folder of the site's configuration, where
    there is one: what was learnt is kept there.
    """

    calendar: Calendar
    syntax: Syntax
    today: dt.date
    day_of: Callable[[int], dt.date]
    baseline: dt.date | str | None = None
    project: Path | None = None
    reader: Reader = READING

    def version(self, root: Path) -> str:
        """What the readings of the texts in a repository depend on beside the texts."""
        calendar = self.calendar
        days = (calendar.hours_per_day, sorted(calendar.working_days), sorted(map(str, calendar.holidays)))
        return repr((package_version(), str(root), days, self.syntax, self.reader.added))


class SourcePlan(Struct, frozen=True):
    """A plan as it is now: the file that it was read from, its text with its blocks, where those are kept, and its
    schedule. It was read with `name` as its title where the text has none, and with what options say about it
    (`is_plan`). `is_sure` says that one line more or less does not change whether it is a plan."""

    file: Path
    text: str
    plan: Plan
    outline: Outline | None
    schedule: Schedule | None
    name: str = ""
    is_plan: bool | None = None
    is_sure: bool = False


class HistoryReader:
    """Reads histories; what it has learnt it keeps."""

    def __init__(self) -> None:
        self._learnt: dict[str, Learnt] = {}
        self._known: dict[str, _Known] = {}

    def read(self, plans: Mapping[str, SourcePlan], settings: HistorySettings) -> Past:
        """What is known of plans, given by their paths in the docs folder. Where git has no answer, that is said in the
        notes."""
        past = Past(settings, self._learnt, self._known)
        outside = []
        groups: dict[Path, dict[str, Path]] = {}
        places = _Places()
        for path, plan in plans.items():
            file, root = places.of(plan.file)
            if root is None:
                outside.append(path)
            else:
                groups.setdefault(root, {})[path] = file
        for root, files in groups.items():
            try:
                past.add(root, files, plans)
            except GitError as error:
                past.notes.append(f"history: not known of {number_of(len(files), 'plan')}: {error}")
        if outside:
            past.notes.append(f"history: not known of {number_of(len(outside), 'plan')}: not in a git repository")
        return past


class Past:
    """What git knows of the plans of a site, which is then asked plan by plan. `notes` are for the log: what is not
    known, and why; `unknown_tags` are the paths of plans whose own baseline is a tag that does not exist."""

    def __init__(self, settings: HistorySettings, learnt: dict[str, Learnt], known: dict[str, _Known]) -> None:
        self.notes: list[str] = []
        self.unknown_tags: list[str] = []
        self._settings = settings
        self._all_learnt = learnt
        self._known = known
        self._plans: dict[str, _PlanPast] = {}
        self._checkouts: list[tuple[str, Checkout]] = []
        self._tags: dict[tuple[int, str], Collection[str] | None] = {}

    def add(self, root: Path, files: Mapping[str, Path], plans: Mapping[str, SourcePlan]) -> None:
        """Take in the plans of the repository at a folder, with their files in it. Raises GitError."""
        settings, version = self._settings, self._settings.version(root)
        checkout = Checkout(root, Store(settings.project, version), self._all_learnt.get(version))
        names = {path: _git_path(file, root) for path, file in files.items()}
        trails = checkout.trails(set(names.values()))
        added = [
            _PlanPast(path, plans[path], checkout, trails[names[path]], settings)
            for path in files
            if trails[names[path]]
        ]
        for past in added:
            past.tagged = self._tagged(past)
        new = [past for past in added if not self._is_known(past)]
        for past in new:
            past.read_present()
        self._read(checkout, new)
        self._plans |= {past.path: past for past in added}
        self._checkouts.append((version, checkout))
        if checkout.boundary:
            self.notes.append("history: a shallow clone; what was before its first commit is not known")
        if len(added) < len(files):
            self.notes.append(f"history: not known of {number_of(len(files) - len(added), 'plan')}: in no commit")

    def _read(self, checkout: Checkout, plans: Sequence[_PlanPast]) -> None:
        """Read the texts that the plans had and that nobody has read yet."""
        unread = {past: blobs for past in plans if (blobs := past.unread())}
        texts = checkout.texts(blob for blobs in unread.values() for blob in blobs.values())
        pages = [past.unread_page(blobs, texts) for past, blobs in unread.items()]
        settings = self._settings
        reader = TextReader(settings.reader, settings.calendar, settings.syntax)
        for key, reading in reader.all_readings(pages).items():
            checkout.keep_reading(key, reading)

    def _tagged(self, past: _PlanPast) -> int:
        """How many revisions of a plan are in the tag that it is to be compared with; 0 where it is none."""
        tag = past.baseline
        if not isinstance(tag, str):
            return 0
        key = (id(past.checkout), tag)
        if key not in self._tags:
            self._tags[key] = past.checkout.not_in_tag(tag)
            if self._tags[key] is None and tag == self._settings.baseline:
                self.notes.append(f"history: there is no tag {tag!r} for the baseline")
        outside = self._tags[key]
        if outside is None:
            if past.plan.plan.baseline:
                self.unknown_tags.append(past.path)
            return 0
        return sum(revision.commit not in outside for revision in past.trail)

    def history_of(self, path: str) -> PlanHistory | None:
        """The history of the plan at a path; None where nothing is known of it."""
        past = self._plans.get(path)
        if past is None:
            return None
        if not self._is_known(past):
            self._known[path] = _Known(past.plan.plan, past.state, past.history())
        return self._known[path].history

    def _is_known(self, past: _PlanPast) -> bool:
        """Whether the last build has found the history of a plan, which has not changed since."""
        known = self._known.get(past.path)
        return known is not None and known.plan is past.plan.plan and known.state == past.state

    def keep(self) -> None:
        """Keep for the next build what was learnt."""
        for version, checkout in self._checkouts:
            plans = [past for past in self._plans.values() if past.checkout is checkout]
            readings = {key for past in plans for key in past.text_keys}
            self._all_learnt[version] = checkout.save(readings, {past.series_key for past in plans})


class _Known(NamedTuple):
    """The history of a plan that was found, and what it depends on: the plan, and the state of its past."""

    plan: Plan
    state: tuple[object, ...]
    history: PlanHistory | None


class _PlanPast:
    """The past of one plan: the revisions of its file (`trail`), the oldest first. Of each day only the last one is
    read, because nothing shown is finer than a day. `tagged` is how many of the revisions are in the tag that the plan
    is compared with."""

    def __init__(
        self, path: str, plan: SourcePlan, checkout: Checkout, trail: Sequence[FileRevision], settings: HistorySettings
    ) -> None:
        self.path = path
        self.plan = plan
        self.checkout = checkout
        self.trail = trail
        self.baseline = plan.plan.baseline or settings.baseline
        self.tagged = 0
        self._today = settings.today
        self._calendar = settings.calendar
        self._read_as = _digest(f"{path}\0{plan.name}\0{plan.is_plan}")
        self._days = list(_last_of_days(trail, settings))
        self._is_cut = trail[0].commit in checkout.boundary
        days = "".join(f"{day} {revision.blob} " for day, revision in self._days)
        self.series_key = _digest(f"{days}{self._read_as} {self._is_cut}")
        self._present: RevisionReading | None = None

    @property
    def state(self) -> tuple[object, ...]:
        """What its history depends on beside the plan as it is now."""
        return self.series_key, self.trail[-1].commit, self.tagged, self.baseline, self._today

    @cached_property
    def text_keys(self) -> Sequence[str]:
        """What the texts of its past are known by, the oldest first."""
        tagged = self.trail[self.tagged - 1 : self.tagged] if self.tagged else ()
        revisions = (*(revision for _, revision in self._days), *tagged)
        return [self._key(revision) for revision in revisions if revision.blob]

    def _key(self, revision: FileRevision) -> str:
        return f"{revision.blob}-{self._read_as}"

    def read_present(self) -> None:
        """Take over what the site has read of the plan, where its file is as the last commit has it."""
        revision = self.trail[-1]
        if not revision.blob or not self._is_as(revision.blob):
            return
        if not self.checkout.knows(self._key(revision)):
            self.checkout.keep_reading(self._key(revision), self._present_reading())
        self._present = self.checkout.reading(self._key(revision))

    def _is_as(self, blob: str) -> bool:
        """Whether the file has the text of a blob, and the site has read it from there."""
        try:
            content = self.plan.file.read_bytes()
        except OSError:
            return False
        hashed = hashlib.sha1 if len(blob) == _LENGTH_OF_SHA1 else hashlib.sha256
        is_same = hashed(b"blob %d\0%b" % (len(content), content)).hexdigest() == blob
        return is_same and decoded_text(content) == self.plan.text

    def _present_reading(self) -> RevisionReading:
        version = PlanVersion.of(self.plan.plan, PlannedWork.of(self.plan.schedule))
        return RevisionReading(version, digest_of_words(self.plan.text))

    def unread(self) -> dict[str, str]:
        """The blobs of its past that are not yet read, by their keys, the last one first."""
        unread = (key for key in reversed(self.text_keys) if not self.checkout.knows(key))
        return {key: key.partition("-")[0] for key in unread}

    def unread_page(self, blobs: Mapping[str, str], texts: Mapping[str, bytes]) -> UnreadPage:
        """These blobs of its past with their texts, as far as there are any."""
        plan = self.plan
        present = None
        if plan.outline:
            present = ReadText(split_lines(plan.text), plan.outline, plan.plan, self._calendar, plan.is_sure)
        contents = [(key, texts[blob]) for key, blob in blobs.items() if blob in texts and len(texts[blob]) <= _LARGEST]
        return UnreadPage(self.path, plan.name, plan.is_plan, present, contents)

    def _reading(self, revision: FileRevision) -> RevisionReading:
        return (self.checkout.reading(self._key(revision)) if revision.blob else None) or _NO_PLAN

    def history(self) -> PlanHistory | None:
        """All that is known of the plan; None where no commit has it as a plan."""
        committed = self._series()
        if not committed.points:
            return None
        revisions = [revision for _, revision in self._days]
        last = next(reading for revision in reversed(revisions) if (reading := self._reading(revision)).version)
        present = self._present or self._present_reading()
        dated = DatedReading(self._today, present, committed=False)
        series = next_series(committed, last, dated, len(revisions) + 1)
        return PlanHistory(
            points=series.points,
            is_complete=not self._is_cut,
            changed=series.changed,
            line_days=self._line_days(series),
            week=self._week(present.version),
            baseline=self._baseline(series, present.version),
        )

    def _series(self) -> Series:
        """What the days of the commits come to."""
        series = self.checkout.series(self.series_key)
        if series is None:
            series = series_of(
                DatedReading(day, self._reading(revision), is_first_known=self._is_cut and not number)
                for number, (day, revision) in enumerate(self._days)
            )
            self.checkout.keep_series(self.series_key, series)
        return series

    def _line_days(self, series: Series) -> Mapping[int, dt.date]:
        plan = self.plan.plan
        lines = (*(task.line for task in plan.walk()), *(box.line for box in plan.checklist()))
        return {line: day for line, day in zip(lines, (*series.tasks, *series.boxes), strict=True) if day}

    def _until(self, day: dt.date) -> int:
        """How many of its days were over at the end of a day."""
        return sum(own <= day for own, _ in self._days)

    def _week(self, present: PlanVersion | None) -> PlanChanges | None:
        place = self._until(self._today - _WEEK)
        if not place and self._is_cut:
            return None
        return changes(self._reading(self._days[place - 1][1]).version if place else None, present)

    def _baseline(self, series: Series, present: PlanVersion | None) -> Baseline | None:
        """The version that is asked for; where that has no plan yet, the first one that was in progress."""
        wanted = self.baseline
        baseline = None
        if isinstance(wanted, str) and self.tagged:
            revision = self.trail[self.tagged - 1]
            day = next(day for day, other in self._days if other.time >= revision.time or other is self._days[-1][1])
            baseline = self._compared(BaselineKind.TAG, wanted, day, revision, present)
        elif isinstance(wanted, dt.date) and (place := self._until(wanted)):
            baseline = self._compared(BaselineKind.DATE, wanted.isoformat(), *self._days[place - 1], present)
        if baseline or not 0 < series.in_progress <= len(self._days):
            return baseline
        return self._compared(BaselineKind.STATUS, "", *self._days[series.in_progress - 1], present)

    def _compared(
        self, kind: BaselineKind, name: str, day: dt.date, revision: FileRevision, present: PlanVersion | None
    ) -> Baseline | None:
        """A revision as the baseline; None where it has no plan."""
        before = self._reading(revision).version
        changed = changes(before, present)
        return Baseline(kind, name, revision.commit, day, changed) if before and changed is not None else None


class _Places:
    """Finds where files lie, behind links, and the folders of the repositories that have them."""

    def __init__(self) -> None:
        self._folders: dict[Path, Path] = {}
        self._roots: dict[Path, Path | None] = {}

    def of(self, file: Path) -> tuple[Path, Path | None]:
        """Where a file really is, and the root of its repository; None where it is in none."""
        if file.is_symlink():
            file = file.resolve()
        folder = file.parent
        if folder not in self._folders:
            self._folders[folder] = folder.resolve()
        return self._folders[folder] / file.name, self._root_of(self._folders[folder])

    def _root_of(self, folder: Path) -> Path | None:
        if folder not in self._roots:
            above = self._root_of(folder.parent) if folder.parent != folder else None
            self._roots[folder] = folder if os.path.lexists(folder / ".git") else above
        return self._roots[folder]


def _last_of_days(trail: Sequence[FileRevision], settings: HistorySettings) -> Iterator[tuple[dt.date, FileRevision]]:
    """The last revision of each day, with the day. Where the clock of a machine was ahead, a commit counts as made no
    later than the next one, and none after today."""
    latest, last = settings.today, list[tuple[dt.date, FileRevision]]()
    for revision in reversed(trail):
        with suppress(ValueError, OverflowError, OSError):  # beyond the years that Python knows
            latest = min(settings.day_of(revision.time), latest)
        if not last or latest != last[-1][0]:
            last.append((latest, revision))
    return reversed(last)


def _git_path(file: Path, root: Path) -> str:
    """The path of a file in its repository, as `Repository.log` has it."""
    return os.fsencode(file.relative_to(root).as_posix()).decode("latin-1")


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
