# The first step of a build: the texts of the pages, and what they say. Kept over the rebuilds of `mkdocs serve`.
"""Reading the pages of a site."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple

from mkdocs.structure.files import File, Files, InclusionLevel

from mkdocs_planplugin.config import PlanConfig
from mkdocs_planplugin.gfm import Syntax
from mkdocs_planplugin.model import Calendar, Finding, Severity
from mkdocs_planplugin.own_words import Reader
from mkdocs_planplugin.reading import Marker, Reading, decided, read_markers

from .guard import Guard, Stage
from .log_lines import in_one_line
from .report import reasons_line, summary_line

# An outline takes about 100 KB. In a larger site, the pages beyond these are outlined again when they are rendered.
OUTLINES_KEPT = 500
NOT_READ = Reading(decided("the plugin failed to read it", is_plan=False))


class PageSettings(NamedTuple):
    """What reading depends on beside the text: the words, the calendar and the syntax of the site, and of the page the
    title that it has where the text has none, and what the option `plans` says of it."""

    reader: Reader
    calendar: Calendar
    syntax: Syntax
    name: str
    is_plan: bool | None


@dataclass(frozen=True, slots=True)
class PageSource:
    """A page's text and what was read from it, which depends on the `settings` too; `markers` with their lines."""

    text: str
    settings: PageSettings
    reading: Reading
    markers: tuple[tuple[int, Marker], ...] = ()


class SiteReader:
    """Reads the pages of a site; what has not changed since the last build is not read again.

    `read_anew` are the paths of the pages that the last build read.
    """

    def __init__(self, guard: Guard) -> None:
        self.read_anew: list[str] = []
        self._guard = guard
        self._sources: dict[str, PageSource] = {}
        self._warnings: set[str] = set()
        self._summary = ""

    def read(
        self, files: Files, options: PlanConfig, syntax: Syntax, inclusion: Callable[[InclusionLevel], bool]
    ) -> dict[str, PageSource]:
        """The sources of a site's pages, by path."""
        calendar, reader = options.calendar, options.reader
        sources: dict[str, PageSource] = {}
        self.read_anew = []
        for file in files.documentation_pages(inclusion=inclusion):
            read = partial(self._source, file, options, reader, calendar, syntax)
            source = self._guard.run(Stage.READING, file.src_uri, read, None)
            if source is None:
                continue
            if len(sources) > OUTLINES_KEPT and source.reading.outline:
                source = replace(source, reading=replace(source.reading, outline=None))
            sources[file.src_uri] = source
        # What could not be read is tried again.
        self._sources = {path: source for path, source in sources.items() if source.reading is not NOT_READ}
        return sources

    def _source(
        self, file: File, options: PlanConfig, reader: Reader, calendar: Calendar, syntax: Syntax
    ) -> PageSource | None:
        """What is read of a page, now or in the last build; None where nobody asks for it or it cannot be read."""
        text = page_text(file) if options.looks_at(file.src_uri) else None
        if text is None:
            return None
        name = file.name.replace("-", " ").replace("_", " ").capitalize()
        settings = PageSettings(reader, calendar, syntax, name, options.says_plan(file.src_uri))
        source = self._sources.get(file.src_uri)
        if source is None or source.text != text or source.settings != settings:
            return self._read_page(file, text, settings)
        return source

    def _read_page(self, file: File, text: str, settings: PageSettings) -> PageSource:
        self.read_anew.append(file.src_uri)

        def source() -> PageSource:
            reading = read_page(text, file.src_uri, settings)
            return PageSource(text, settings, reading, read_markers(text, settings.syntax))

        return self._guard.run(Stage.READING, file.src_uri, source, PageSource(text, settings, NOT_READ))

    def new_summary(self) -> str:
        """What was found, in one line; empty where it is what the last build said."""
        readings = {path: source.reading for path, source in self._sources.items()}
        summary = self._guard.run(Stage.REPORT, "the site", lambda: summary_line(readings), "")
        previous, self._summary = self._summary, summary
        return summary if summary != previous else ""

    def reasons(self) -> Iterator[str]:
        """Why each page that the last build read is a plan or none, a line each."""
        for path in self.read_anew:
            if path in self._sources:
                reading = self._sources[path].reading
                yield self._guard.run(Stage.REPORT, path, partial(reasons_line, path, reading), path)

    def new_warnings(self, findings: Mapping[str, Iterable[Finding]]) -> list[str]:
        """The findings of a build, by path, that belong into the log, as lines; without those of the last build."""
        warnings: list[str] = []
        for path, of_page in findings.items():
            nothing: list[str] = []
            warnings += self._guard.run(Stage.REPORT, path, partial(_log_lines, path, of_page), nothing)
        new = [line for line in warnings if line not in self._warnings]
        self._warnings = set(warnings)
        return new


def read_page(text: str, path: str, settings: PageSettings) -> Reading:
    """What a text says that is, or could be, that of the page at a path."""
    return settings.reader.read(text, settings.calendar, settings.syntax, settings.name, path, settings.is_plan)


def _log_lines(path: str, findings: Iterable[Finding]) -> list[str]:
    return [log_line(path, finding) for finding in findings if finding.level is not Severity.INFO]


def log_line(path: str, finding: Finding) -> str:
    """A finding as one line of the log."""
    hint = f"; {finding.hint}" if finding.hint else ""
    return in_one_line(f"{path}:{finding.line}: {finding.code} {finding.message}{hint}")


def page_text(file: File) -> str | None:
    """The text of a page; None where it cannot be read, which MkDocs itself reports when it comes to that page."""
    try:
        return file.content_string
    except (OSError, ValueError):
        return None
