# One walk over the log for all plans, one process that hands out the texts, and then plan by plan. Kept over the
# rebuilds of `mkdocs serve`, which ask git only where the repository has moved on.
"""The histories of the plans of a site."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from mkdocs_planplugin.gfm import Syntax
from mkdocs_planplugin.model import Calendar, Plan
from mkdocs_planplugin.own_words import READING, Reader
from mkdocs_planplugin.portfolio import PlanVersion
from mkdocs_planplugin.schedule import schedule

from .git import GitError, Repository
from .progress import DatedVersion, plan_history
from .trails import Revision, trails
from .values import PlanHistory

# What the form of a text is made of; the rest is its words.
_FORM = bytes(code for code in range(128) if not chr(code).isalnum())


@dataclass(frozen=True, slots=True)
class HistorySettings:
    """What of a site its histories depend on: how plans are read, and by which `reader`; the baseline (a tag, a day, or
    None) of plans that name none; the day `today`; and how seconds since 1970 become a day (`day_of`)."""

    calendar: Calendar
    syntax: Syntax
    today: dt.date
    day_of: Callable[[int], dt.date]
    baseline: dt.date | str | None = None
    reader: Reader = READING


@dataclass(frozen=True, slots=True)
class SourcePlan:
    """A plan as it is now: the file that it was read from, its text, and how it was read: its `name` where the text
    has none, and whether options say that it is one."""

    file: Path
    text: str
    plan: Plan
    version: PlanVersion
    name: str = ""
    is_plan: bool | None = None


class Past:
    """What git knows of the plans of a site. `notes` are for the log: what is not known, and why."""

    def __init__(
        self,
        plans: Mapping[str, SourcePlan],
        settings: HistorySettings,
        revisions: Mapping[str, Sequence[Revision]],
        texts: Mapping[str, bytes],
        notes: tuple[str, ...] = (),
    ) -> None:
        self.notes = notes
        self._plans = plans
        self._settings = settings
        self._revisions = revisions
        self._texts = texts

    def history_of(self, path: str) -> PlanHistory | None:
        """The history of the plan at a path; None where nothing is known of it."""
        if not self._revisions.get(path):
            return None
        plan, settings = self._plans[path], self._settings
        wanted = plan.plan.baseline or settings.baseline
        return plan_history(plan.plan, list(self._versions(path)), wanted, {}, settings.today)

    def _versions(self, path: str) -> Iterator[DatedVersion]:
        """The versions of a plan, the oldest first: those of commits, and that of the working tree where it differs."""
        plan, settings = self._plans[path], self._settings
        last: DatedVersion | None = None
        for revision in self._revisions[path]:
            content = self._texts.get(revision.blob or "")
            version, words = _version(path, plan, content, settings) if content is not None else (None, b"")
            last = DatedVersion(min(settings.day_of(revision.time), settings.today), revision.commit, version, words)
            yield last
        words = _words(plan.text)
        if last is not None and (last.version, last.words) != (plan.version, words):
            yield DatedVersion(settings.today, "", plan.version, words)


class HistoryReader:
    """Reads histories; what it has learnt it keeps."""

    def read(self, folder: Path, plans: Mapping[str, SourcePlan], settings: HistorySettings) -> Past:
        """What is known of plans, given by their paths in the docs folder; `folder` lies in their repository. Where git
        has no answer, that is said in the notes."""
        try:
            return self._read(folder, plans, settings)
        except GitError as error:
            return Past(plans, settings, {}, {}, notes=(f"history: not known: {error}",))

    def _read(self, folder: Path, plans: Mapping[str, SourcePlan], settings: HistorySettings) -> Past:
        repository = Repository(folder)
        root = repository.root.resolve()
        files = {path: plan.file.resolve().relative_to(root).as_posix() for path, plan in plans.items()}
        found = trails(repository.log(repository.commit("HEAD")), set(files.values()))
        blobs = (revision.blob for trail in found.values() for revision in trail if revision.blob)
        revisions = {path: found[file] for path, file in files.items()}
        return Past(plans, settings, revisions, repository.texts(blobs))


def _version(
    path: str, plan: SourcePlan, content: bytes, settings: HistorySettings
) -> tuple[PlanVersion | None, bytes]:
    text = content.decode("utf-8-sig", "replace")
    reading = settings.reader.read(text, settings.calendar, settings.syntax, plan.name, path, plan.is_plan)
    words = _words(text)
    if reading.plan is None or reading.plan.is_template:
        return None, words
    return PlanVersion.of(reading.plan, schedule(reading.plan, settings.calendar, settings.today)), words


def _words(text: str) -> bytes:
    """What tells a text from others that say something else: its letters and digits, whatever stands between them."""
    content = text.encode("utf-8", "surrogatepass").translate(None, _FORM)
    return hashlib.blake2b(content, digest_size=8).digest()
