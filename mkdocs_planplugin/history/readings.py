# To read is what a history costs. So the same text is read once, ever (`store.py` keeps what it says); a revision that
# differs little from one that was read follows from it; and many are read in several processes.
"""What revisions of plans say."""

from __future__ import annotations

import hashlib
import os
import sys
import threading
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import msgspec

from mkdocs_planplugin.gfm import Syntax, split_lines
from mkdocs_planplugin.model import Calendar, Plan
from mkdocs_planplugin.own_words import Reader
from mkdocs_planplugin.portfolio import PlanVersion
from mkdocs_planplugin.reading import KnownText, ReadText
from mkdocs_planplugin.schedule import PlannedWork, planned_work

# What the form of a text is made of; the rest is its words.
_FORM = bytes(code for code in range(128) if not chr(code).isalnum())
# To begin a process and to hear from it costs as much as reading some texts.
_BYTES_FOR_A_PROCESS = 200_000


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
        shares = _shares(pages, min(_processors(), sum(page.size for page in pages) // _BYTES_FOR_A_PROCESS))
        others = [_Process(self, share) for share in shares[1:]]
        readings = dict(self._each(shares[0] if shares else ()))
        for process in others:
            readings |= process.readings()
        return readings

    def _each(self, pages: Iterable[UnreadPage]) -> Iterator[tuple[str, RevisionReading]]:
        for page in pages:
            yield from self.readings(page)


class _Process:
    """A process that reads pages: it has all that this one has in memory, and writes what it has read into a pipe."""

    _decoder = msgspec.msgpack.Decoder(list[tuple[str, RevisionReading]])

    def __init__(self, reader: TextReader, pages: Sequence[UnreadPage]) -> None:
        self._reader = reader
        self._pages = pages
        self._pipe, end = os.pipe()
        self._process = os.fork()
        if not self._process:
            self._work(end)
        os.close(end)

    def _work(self, end: int) -> None:
        """What the other process does, which ends here, whatever happens: nothing of this one is to happen twice."""
        try:
            with os.fdopen(end, "wb") as pipe:
                pipe.write(msgspec.msgpack.encode(list(self._reader._each(self._pages))))  # noqa: SLF001
        finally:
            os._exit(0)

    def readings(self) -> dict[str, RevisionReading]:
        """What it has read; where it was ended, that is read here."""
        with os.fdopen(self._pipe, "rb") as pipe:
            content = pipe.read()
        os.waitpid(self._process, 0)
        try:
            return dict(self._decoder.decode(content))
        except msgspec.MsgspecError:
            return dict(self._reader._each(self._pages))  # noqa: SLF001


def _processors() -> int:
    """How many processes may read. A process with threads is not to be copied, for a lock that one of them holds is
    never released in the copy; and elsewhere than on Linux much of a system does not bear it."""
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0))


def _shares(pages: Iterable[UnreadPage], most: int) -> list[list[UnreadPage]]:
    """Pages in so many shares of about the same size."""
    shares: list[list[UnreadPage]] = [[] for _ in range(max(1, most))]
    sizes = [0] * len(shares)
    for page in sorted(pages, key=lambda page: page.size, reverse=True):
        smallest = sizes.index(min(sizes))
        shares[smallest].append(page)
        sizes[smallest] += page.size
    return shares


def decoded_text(content: bytes) -> str:
    """The text of a page, whose lines end at LF, as MkDocs reads it; what is no UTF-8 does not count."""
    text = content.decode("utf-8-sig", "replace")
    return "\n".join(split_lines(text)) if "\r" in text else text


def words_of(text: str) -> bytes:
    """What tells a text from others that say something else: its letters and digits, whatever stands between them."""
    content = text.encode("utf-8", "surrogatepass").translate(None, _FORM)
    return hashlib.blake2b(content, digest_size=8).digest()
