# To read is what a history costs. So the same text is read once, ever (`store.py` keeps what it says); a revision that
# differs little from one that was read follows from it; and many are read in several processes.
"""What revisions of plans say."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import msgspec

from mkdocs_planplugin.gfm import Syntax, split_lines
from mkdocs_planplugin.model import Calendar, Plan
from mkdocs_planplugin.own_words import Reader
from mkdocs_planplugin.portfolio import PlanVersion
from mkdocs_planplugin.processes import in_processes
from mkdocs_planplugin.reading import KnownText, ReadText
from mkdocs_planplugin.schedule import PlannedWork, planned_work

# What the form of a text is made of; the rest is its words.
_FORM = bytes(code for code in range(128) if not chr(code).isalnum())


class RevisionReading(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What a text says: the version of the plan, None where it is none or a template, and what tells its words from
    those of other texts."""

    version: PlanVersion | None
    words: bytes


class UnreadPage(NamedTuple):
    """A page with texts that it had and that are not yet read: each by what it is known (a key), and its bytes. The
    page is read by its path, its name, where a text has none, and by whether options say that it is a plan. `present`
    is the text that it has now, where that was read with its blocks. Texts that follow one another are best given so,
    the last one first: most of them differ little from the one before."""

    path: str
    name: str
    is_plan: bool | None
    present: ReadText | None
    texts: Sequence[tuple[str, bytes]]

    @property
    def size(self) -> int:
        """How much there is to read."""
        return sum(len(content) for _, content in self.texts)


class _PlannedText(NamedTuple):
    """A text that was read, and the work in it as it was planned."""

    plan: Plan
    work: PlannedWork | None
    known: KnownText


class TextReader:
    """Reads the texts of one page after the other, as sites with this reader, calendar and syntax read them."""

    def __init__(self, reader: Reader, calendar: Calendar, syntax: Syntax) -> None:
        self._reader = reader
        self._calendar = calendar
        self._syntax = syntax

    def readings(self, page: UnreadPage) -> Iterator[tuple[str, RevisionReading]]:
        """What the texts of a page say, by their keys."""
        last = self._planned(page.present) if page.present else None
        for key, content in page.texts:
            text = decoded_text(content)
            version = self._changed(last, text) if last else None
            if version is None:
                read = self._read(page, text)
                version = PlanVersion.of(read.plan, read.work) if read else None
                last = read or last
            yield key, RevisionReading(version, words_of(text))

    def _changed(self, last: _PlannedText, text: str) -> PlanVersion | None:
        """The version in a text that differs little from the last one that was read."""
        changed = last.known.changed(split_lines(text))
        if changed is None:
            return None
        work = last.work if changed.same_work else planned_work(changed.plan, self._calendar)
        return PlanVersion.of(changed.plan, work)

    def _read(self, page: UnreadPage, text: str) -> _PlannedText | None:
        """A text that is read as a whole; None where it holds no plan, or a template."""
        reading = self._reader.read(text, self._calendar, self._syntax, page.name, page.path, page.is_plan)
        if reading.plan is None or reading.outline is None or reading.plan.is_template:
            return None
        is_sure = reading.verdict.is_sure
        return self._planned(ReadText(split_lines(text), reading.outline, reading.plan, self._calendar, is_sure))

    def _planned(self, text: ReadText) -> _PlannedText:
        work = planned_work(text.plan, self._calendar)
        return _PlannedText(text.plan, work, self._reader.known_text(text))

    def all_readings(self, pages: Sequence[UnreadPage]) -> dict[str, RevisionReading]:
        """What the texts of several pages say, in as many processes as are of use."""
        readings: dict[str, RevisionReading] = {}
        for of_share in in_processes(self._each, pages, lambda page: page.size):
            readings |= of_share
        return readings

    def _each(self, pages: Iterable[UnreadPage]) -> dict[str, RevisionReading]:
        return dict(reading for page in pages for reading in self.readings(page))


def decoded_text(content: bytes) -> str:
    """The text of a page, whose lines end at LF, as MkDocs reads it; what is no UTF-8 does not count."""
    text = content.decode("utf-8-sig", "replace")
    return "\n".join(split_lines(text)) if "\r" in text else text


def words_of(text: str) -> bytes:
    """What tells a text from others that say something else: its letters and digits, whatever stands between them."""
    content = text.encode("utf-8", "surrogatepass").translate(None, _FORM)
    return hashlib.blake2b(content, digest_size=8).digest()
