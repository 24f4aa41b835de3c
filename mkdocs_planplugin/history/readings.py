# Nearly all the time of a history goes into reading texts. So each text is read only once (`store.py` keeps what it
# says); what a revision says that differs little from the one before is derived from that; and many texts are read in
# several processes.
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

# The characters that make the layout of a text: all of ASCII but letters and digits.
_LAYOUT = bytes(code for code in range(128) if not chr(code).isalnum())


class RevisionReading(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What a text says: the version of the plan, None where it holds no plan or a template, and a digest of its
    words."""

    version: PlanVersion | None
    words_digest: bytes


class UnreadPage(NamedTuple):
    """A page with earlier texts that are not yet read.

    `texts` are pairs of a key, by which the reading is kept, and the bytes; they should be in their order, the last one
    first, because most differ little from the next. A text is read with the `path` of the page, with its `name` as the
    title where it has none, and with what options say about it (`is_plan`). `present` is the text of today, where it
    was read with its blocks.
    """

    path: str
    name: str
    is_plan: bool | None
    present: ReadText | None
    texts: Sequence[tuple[str, bytes]]

    @property
    def size(self) -> int:
        """How much there is to read, in bytes."""
        return sum(len(content) for _, content in self.texts)


class _PlannedText(NamedTuple):
    """A text that was read, and the work in it as it was planned."""

    plan: Plan
    work: PlannedWork | None
    known: KnownText


class TextReader:
    """Reads the texts of one page after another, as a site with this reader, calendar and syntax reads them."""

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
            yield key, RevisionReading(version, digest_of_words(text))

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
        for share in in_processes(self._readings_of, pages, lambda page: page.size):
            readings |= share
        return readings

    def _readings_of(self, pages: Iterable[UnreadPage]) -> dict[str, RevisionReading]:
        return dict(reading for page in pages for reading in self.readings(page))


def decoded_text(content: bytes) -> str:
    """The text of a page, with lines that end with LF, as MkDocs reads it; bytes that are no UTF-8 are replaced."""
    text = content.decode("utf-8-sig", "replace")
    return "\n".join(split_lines(text)) if "\r" in text else text


def digest_of_words(text: str) -> bytes:
    """A digest of the letters and digits of a text: the same for two texts that differ only in their layout."""
    content = text.encode("utf-8", "surrogatepass").translate(None, _LAYOUT)
    return hashlib.blake2b(content, digest_size=8).digest()
