# To read is what a history costs. So the same text is read once, ever (`store.py` keeps what it says); a revision that
# only ticks boxes follows from the one before it; and many are read in several processes.
"""What revisions of plans say."""

import hashlib
import os
import sys
import threading
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import msgspec

from mkdocs_planplugin.gfm import Syntax, split_lines
from mkdocs_planplugin.model import Calendar
from mkdocs_planplugin.portfolio import PlanVersion
from mkdocs_planplugin.reading import ReadText, read, with_other_ticks
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


class PageText(NamedTuple):
    """A text of a page: by what it is known (`key`), its bytes, and how it is read: the path of the page and its name,
    where the text has none, and whether options say that it is a plan."""

    key: str
    content: bytes
    path: str
    name: str
    is_plan: bool | None


class TextReader:
    """Reads the texts of one page after the other, as sites with this calendar and syntax read them."""

    def __init__(self, calendar: Calendar, syntax: Syntax) -> None:
        self._calendar = calendar
        self._syntax = syntax

    def readings(self, texts: Iterable[PageText]) -> Iterator[tuple[str, RevisionReading]]:
        """What texts of one page say, by their keys; those that follow one another are best given so."""
        before: tuple[ReadText, PlannedWork | None] | None = None
        for text in texts:
            decoded = decoded_text(text.content)
            lines = split_lines(decoded)
            plan = with_other_ticks(before[0], lines) if before else None
            if plan is not None and before is not None:
                before = ReadText(lines, before[0].outline, plan), before[1]
            else:
                before = self._read(decoded, lines, text)
            version = PlanVersion.of(before[0].plan, before[1]) if before else None
            yield text.key, RevisionReading(version, words_of(decoded))

    def _read(self, decoded: str, lines: Sequence[str], text: PageText) -> tuple[ReadText, PlannedWork | None] | None:
        reading = read(decoded, self._calendar, self._syntax, text.name, text.path, text.is_plan)
        if reading.plan is None or reading.outline is None or reading.plan.is_template:
            return None
        return ReadText(lines, reading.outline, reading.plan), planned_work(reading.plan, self._calendar)

    def all_readings(self, pages: Sequence[Sequence[PageText]]) -> dict[str, RevisionReading]:
        """What the texts of several pages say, in as many processes as are of use."""
        size = sum(len(text.content) for page in pages for text in page)
        shares = _shares(pages, min(_processors(), size // _BYTES_FOR_A_PROCESS))
        others = [_Process(self, share) for share in shares[1:]]
        readings = dict(self._each(shares[0] if shares else ()))
        for process in others:
            readings |= process.readings()
        return readings

    def _each(self, pages: Iterable[Sequence[PageText]]) -> Iterator[tuple[str, RevisionReading]]:
        for page in pages:
            yield from self.readings(page)


class _Process:
    """A process that reads pages: it has all that this one has in memory, and writes what it has read into a pipe."""

    _decoder = msgspec.msgpack.Decoder(list[tuple[str, RevisionReading]])

    def __init__(self, reader: TextReader, pages: Sequence[Sequence[PageText]]) -> None:
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


def _shares(pages: Iterable[Sequence[PageText]], most: int) -> list[list[Sequence[PageText]]]:
    """Pages in so many shares of about the same size."""
    shares: list[list[Sequence[PageText]]] = [[] for _ in range(max(1, most))]
    sizes = [0] * len(shares)
    for page in sorted(pages, key=_size, reverse=True):
        smallest = sizes.index(min(sizes))
        shares[smallest].append(page)
        sizes[smallest] += _size(page)
    return shares


def _size(page: Sequence[PageText]) -> int:
    return sum(len(text.content) for text in page)


def decoded_text(content: bytes) -> str:
    """The text of a page, whose lines end at LF, as MkDocs reads it; what is no UTF-8 does not count."""
    return "\n".join(split_lines(content.decode("utf-8-sig", "replace")))


def words_of(text: str) -> bytes:
    """What tells a text from others that say something else: its letters and digits, whatever stands between them."""
    content = text.encode("utf-8", "surrogatepass").translate(None, _FORM)
    return hashlib.blake2b(content, digest_size=8).digest()
