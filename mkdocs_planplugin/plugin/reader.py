# The first step of a build: the texts of the pages, and what they say. Kept over the rebuilds of `mkdocs serve`.
"""Reading the pages of a site."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from mkdocs.structure.files import Files, InclusionLevel

from mkdocs_planplugin.config import PlanConfig
from mkdocs_planplugin.gfm import Syntax
from mkdocs_planplugin.model import Calendar, Finding, Severity
from mkdocs_planplugin.reading import Marker, Reading, read, read_markers

from .report import reasons_line, summary_line

# An outline takes about 100 KB. In a larger site, the pages beyond these are outlined again when they are rendered.
OUTLINES_KEPT = 500


@dataclass(frozen=True, slots=True)
class PageSource:
    """A page's text and what was read from it, which depends on the `settings` too (calendar, syntax, and whether the
    options say that it is a plan); `markers` with their lines."""

    text: str
    settings: tuple[Calendar, Syntax, bool | None]
    reading: Reading
    markers: tuple[tuple[int, Marker], ...] = ()


class SiteReader:
    """Reads the pages of a site; what has not changed since the last build is not read again.

    `read_anew` are the paths of the pages that the last build read.
    """

    def __init__(self) -> None:
        self.read_anew: list[str] = []
        self._sources: dict[str, PageSource] = {}
        self._warnings: set[str] = set()
        self._summary = ""

    def read(
        self, files: Files, options: PlanConfig, syntax: Syntax, inclusion: Callable[[InclusionLevel], bool]
    ) -> dict[str, PageSource]:
        """The sources of a site's pages, by path."""
        calendar = options.calendar
        sources: dict[str, PageSource] = {}
        self.read_anew = []
        for file in files.documentation_pages(inclusion=inclusion):
            if _is_included(file.src_uri, options):
                text = file.content_string
                settings = (calendar, syntax, options.says_plan(file.src_uri))
                source = self._sources.get(file.src_uri)
                if source is None or source.text != text or source.settings != settings:
                    name = file.name.replace("-", " ").replace("_", " ").capitalize()
                    reading = read(text, *settings[:2], name=name, path=file.src_uri, is_plan=settings[2])
                    self.read_anew.append(file.src_uri)
                    if len(sources) > OUTLINES_KEPT:
                        reading = replace(reading, outline=None)
                    source = PageSource(text, settings, reading, read_markers(text, syntax))
                sources[file.src_uri] = source
        self._sources = sources
        return sources

    def new_summary(self) -> str:
        """What was found, in one line; empty where it is what the last build said."""
        summary = summary_line({path: source.reading for path, source in self._sources.items()})
        said, self._summary = self._summary, summary
        return summary if summary != said else ""

    def reasons(self) -> Iterator[str]:
        """Why each page that the last build read is a plan or none, a line each."""
        return (reasons_line(path, self._sources[path].reading) for path in self.read_anew)

    def new_warnings(self, findings: Mapping[str, Iterable[Finding]]) -> list[str]:
        """The findings of a build, by path, that belong into the log, as lines; without those of the last build."""
        warnings = [
            log_line(path, finding)
            for path, of_page in findings.items()
            for finding in of_page
            if finding.level is not Severity.INFO
        ]
        new = [line for line in warnings if line not in self._warnings]
        self._warnings = set(warnings)
        return new


def log_line(path: str, finding: Finding) -> str:
    """A finding as one line of the log."""
    hint = f"; {finding.hint}" if finding.hint else ""
    return f"{path}:{finding.line}: {finding.code} {finding.message}{hint}"


def _is_included(path: str, options: PlanConfig) -> bool:
    if options.exclude is not None and options.exclude.match_file(path):
        return False
    return options.include is None or options.include.match_file(path)
