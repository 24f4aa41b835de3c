# The first step of a build: it reads the texts of the pages. The results are kept over the rebuilds of `mkdocs serve`.
"""Reading the pages of a site."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from mkdocs.structure.files import File, Files, InclusionLevel
from msgspec import Struct
from msgspec.structs import replace

from mkdocs_planplugin.config import PlanConfig
from mkdocs_planplugin.gfm import Outline, Syntax, packed, unpacked
from mkdocs_planplugin.model import Calendar, Finding, Severity
from mkdocs_planplugin.own_words import Reader, portable
from mkdocs_planplugin.processes import in_processes
from mkdocs_planplugin.reading import Marker, PageVerdict, Reading, decided, read_markers

from .guard import Guard, Stage
from .log_lines import in_one_line
from .report import reasons_line, summary_line

if TYPE_CHECKING:
    from mkdocs_planplugin.portfolio import Assessment

NOT_READ = Reading(decided("the plugin failed to read it", is_plan=False))


class PageSettings(NamedTuple):
    """What reading depends on besides the text: the words, the calendar and the syntax of the site, the `name` that is
    the title of the page if its text has none, and what the option `plans` says about the page (`is_plan`)."""

    reader: Reader
    calendar: Calendar
    syntax: Syntax
    name: str
    is_plan: bool | None


class PageSource(Struct, frozen=True):
    """The text of a page, what was read from it with these `settings`, and its markers with their lines; where it was
    read ahead, also what follows from it today."""

    text: str
    settings: PageSettings
    reading: Reading
    markers: tuple[tuple[int, Marker], ...] = ()
    assessment: Assessment | None = None

    def verdict_in_full(self, path: str) -> PageVerdict:
        """The verdict on the page at this path with all reasons: a build does without those that change nothing."""
        verdict = self.reading.verdict
        if not verdict.is_sure:
            return verdict
        return read_page(self.text, path, self.settings, all_reasons=True).verdict


class _UnreadPage(NamedTuple):
    """A page that is to be read."""

    path: str
    text: str
    settings: PageSettings


class _PageRead(NamedTuple):
    """What was read from a page, as `PageSource` has it."""

    reading: Reading
    markers: tuple[tuple[int, Marker], ...]
    assessment: Assessment | None


class SiteReader:
    """Reads the pages of a site. Pages that have not changed since the last build are not read again.

    `read_anew` are the paths of the pages that the last build did read. `builds_again` says that other builds follow.
    """

    def __init__(self, guard: Guard, *, builds_again: bool = False) -> None:
        self.read_anew: list[str] = []
        self._guard = guard
        self._builds_again = builds_again
        self._outlines: dict[str, bytes] = {}  # packed
        self._sources: dict[str, PageSource] = {}
        self._nameless: list[str] = []  # lines about the pages whose names no address can have
        self._warnings: set[str] = set()
        self._summary = ""

    def read(
        self, files: Files, options: PlanConfig, syntax: Syntax, inclusion: Callable[[InclusionLevel], bool]
    ) -> dict[str, PageSource]:
        """The sources of a site's pages, by path."""
        calendar, reader = options.calendar, options.reader
        sources: dict[str, PageSource] = {}
        self.read_anew, self._nameless = [], []
        for file in files.documentation_pages(inclusion=inclusion):
            read = partial(self._source, file, options, reader, calendar, syntax)
            source = self._guard.run(Stage.READING, file.src_uri, read, None)
            if source is not None:
                sources[file.src_uri] = source
        self._outlines = {path: outline for path, outline in self._outlines.items() if path in sources}
        # A page that could not be read is tried again in the next build.
        self._sources = {path: source for path, source in sources.items() if source.reading is not NOT_READ}
        return sources

    def read_ahead(
        self,
        files: Files,
        options: PlanConfig,
        syntax: Syntax,
        inclusion: Callable[[InclusionLevel], bool],
        watched: Callable[[Sequence[object]], Iterable[Any]],
    ) -> None:
        """Read and assess pages in several processes, so that nobody need do it later. Their outlines are not kept, and
        pages that fail are left to `read`. `watched` hands on the pages that are read here, and can tell how far that
        is."""
        pages = {}
        for file in files.documentation_pages(inclusion=inclusion):
            text = page_text(file) if options.looks_at(file.src_uri) else None
            if text is not None:
                settings = _settings_of(file, options, options.reader, options.calendar, syntax)
                pages[file.src_uri] = _UnreadPage(file.src_uri, text, settings)
        work = partial(_pages_read, options.today, int(options.stale_after))
        for of_share in in_processes(work, pages.values(), lambda page: len(page.text), watched):
            for path, page in of_share:
                self._sources[path] = PageSource(pages[path].text, pages[path].settings, *page)

    def _source(
        self, file: File, options: PlanConfig, reader: Reader, calendar: Calendar, syntax: Syntax
    ) -> PageSource | None:
        """A page as read now or in the last build; `None` if the options leave it out or it cannot be read."""
        if not _has_address(file):
            self._nameless.append(_nameless_line(file.src_uri))
        text = page_text(file) if options.looks_at(file.src_uri) else None
        if text is None:
            return None
        settings = _settings_of(file, options, reader, calendar, syntax)
        source = self._sources.get(file.src_uri)
        if source is None or source.text != text or source.settings != settings:
            return self._read_page(file, text, settings)
        return source

    def _read_page(self, file: File, text: str, settings: PageSettings) -> PageSource:
        self.read_anew.append(file.src_uri)

        def source() -> PageSource:
            reading = read_page(text, file.src_uri, settings)
            outline = packed(reading.outline) if reading.outline is not None else None
            self._outlines.pop(file.src_uri, None)
            if outline is not None:
                self._outlines[file.src_uri] = outline
            return PageSource(text, settings, replace(reading, outline=None), read_markers(text, settings.syntax))

        return self._guard.run(Stage.READING, file.src_uri, source, PageSource(text, settings, NOT_READ))

    def outline(self, path: str) -> Outline | None:
        """The outline of a plan's text, for who renders the page, where it is kept: a build gives it away, but `mkdocs
        serve` renders all pages again with every change."""
        outline = self._outlines.get(path) if self._builds_again else self._outlines.pop(path, None)
        return unpacked(outline) if outline is not None else None

    def new_summary(self) -> str:
        """The summary of what was found, in one line; empty if the last build said the same."""
        readings = {path: source.reading for path, source in self._sources.items()}
        summary = self._guard.run(Stage.REPORT, "the site", lambda: summary_line(readings), "")
        previous, self._summary = self._summary, summary
        return summary if summary != previous else ""

    def reasons(self) -> Iterator[str]:
        """A line for each page that the last build read, with the reasons why it is a plan or not."""
        for path in self.read_anew:
            if path in self._sources:
                yield self._guard.run(Stage.REPORT, path, partial(_reasons_line, path, self._sources[path]), path)

    def new_warnings(self, findings: Mapping[str, Iterable[Finding]]) -> list[str]:
        """Lines for the log, from the findings of a build by path. Lines that the last build gave are left out."""
        warnings = [*self._nameless]
        for path, of_page in findings.items():
            nothing: list[str] = []
            warnings += self._guard.run(Stage.REPORT, path, partial(_log_lines, path, of_page), nothing)
        new = [line for line in warnings if line not in self._warnings]
        self._warnings = set(warnings)
        return new


def _settings_of(file: File, options: PlanConfig, reader: Reader, calendar: Calendar, syntax: Syntax) -> PageSettings:
    name = file.name.replace("-", " ").replace("_", " ").capitalize()
    return PageSettings(reader, calendar, syntax, name, options.says_plan(file.src_uri))


def _pages_read(today: dt.date, stale_after: int, pages: Iterable[_UnreadPage]) -> list[tuple[str, _PageRead]]:
    """What pages say, by path, assessed; without those for which the plugin fails."""
    from mkdocs_planplugin.portfolio import Assessment  # noqa: PLC0415 (for commands, and not for a site without plans)

    pages_read = []
    for path, text, settings in pages:
        with contextlib.suppress(Exception):
            reading = portable(read_page(text, path, settings))
            plan, markers = reading.plan, read_markers(text, settings.syntax)
            assessment = Assessment.of(plan, settings.calendar, today, stale_after) if plan is not None else None
            pages_read.append((path, _PageRead(reading, markers, assessment)))
    return pages_read


def read_page(text: str, path: str, settings: PageSettings, *, all_reasons: bool = False) -> Reading:
    """What a text says that is, or could be, that of the page at a path."""
    reader, calendar, syntax, name, is_plan = settings
    return reader.read(text, calendar, syntax, name, path, is_plan, all_reasons=all_reasons)


def _reasons_line(path: str, source: PageSource) -> str:
    return reasons_line(path, source.reading.plan, source.verdict_in_full(path))


def _log_lines(path: str, findings: Iterable[Finding]) -> list[str]:
    return [log_line(path, finding) for finding in findings if finding.level is not Severity.INFO]


def log_line(path: str, finding: Finding) -> str:
    """A finding as one line of the log."""
    hint = f"; {finding.hint}" if finding.hint else ""
    return in_one_line(f"{path}:{finding.line}: {finding.code} {finding.message}{hint}")


def page_text(file: File) -> str | None:
    """The text of a page; `None` if it cannot be read or has no address. MkDocs fails when it comes to that page."""
    try:
        return file.content_string if _has_address(file) else None
    except (OSError, ValueError):
        return None


def _has_address(file: File) -> bool:
    """Whether the name of a file is text. Python hands over bytes that are no UTF-8 as halves of characters, which no
    address can have."""
    return not any("\ud800" <= char <= "\udfff" for char in file.src_uri)


def _nameless_line(path: str) -> str:
    """What MkDocs does not say where it stops at such a name."""
    shown = path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return in_one_line(
        f"{shown}: the name of this file is not UTF-8, so MkDocs cannot make its address and stops with an error "
        '("surrogates not allowed"); rename the file, or leave it out with `exclude_docs`'
    )
