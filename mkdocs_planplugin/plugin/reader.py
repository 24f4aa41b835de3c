# The first stage of a build: the texts of the pages, and what they say. Kept over the rebuilds of `mkdocs serve`.
"""Reading the pages of a site."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from mkdocs.structure.files import File, Files, InclusionLevel

from mkdocs_planplugin.config import PlanConfig
from mkdocs_planplugin.gfm import Syntax
from mkdocs_planplugin.model import Finding, Severity
from mkdocs_planplugin.reading import Marker, Reading, read, read_markers

# An outline takes about 100 KB. Of a larger site the pages beyond these are outlined a second time when they are shown.
OUTLINES_KEPT = 500


@dataclass(frozen=True, slots=True)
class Source:
    """A page's text and what was read from it."""

    text: str
    key: object  # what else the reading depends on
    reading: Reading
    markers: tuple[tuple[int, Marker], ...] = ()  # with their lines


class Reader:
    """Reads the pages of a site; what has not changed since the last build is not read again."""

    def __init__(self) -> None:
        self._cache: dict[str, Source] = {}
        self._reported: set[str] = set()

    def read(
        self, files: Files, options: PlanConfig, syntax: Syntax, inclusion: Callable[[InclusionLevel], bool]
    ) -> dict[str, Source]:
        """The sources of a site's pages by path."""
        key = (options.calendar, syntax)
        cache: dict[str, Source] = {}
        for file in files.documentation_pages(inclusion=inclusion):
            if _looked_at(file, options):
                text = file.content_string
                old = self._cache.get(file.src_uri)
                if old is None or old.text != text or old.key != key:
                    reading = read(text, *key, name=_name(file))
                    if len(cache) > OUTLINES_KEPT:
                        reading = replace(reading, outline=None)
                    old = Source(text, key, reading, read_markers(text, syntax))
                cache[file.src_uri] = old
        self._cache = cache
        return cache

    def news(self, findings: Mapping[str, Iterable[Finding]]) -> list[str]:
        """Of the findings of a build, by path, those that are to be logged and that the last build did not have."""
        messages = [
            message(path, finding)
            for path, found in findings.items()
            for finding in found
            if finding.level is not Severity.INFO
        ]
        news = [each for each in messages if each not in self._reported]
        self._reported = set(messages)
        return news


def message(path: str, finding: Finding) -> str:
    """A finding as one line of the log."""
    hint = f"; {finding.hint}" if finding.hint else ""
    return f"{path}:{finding.line}: {finding.code} {finding.message}{hint}"


def _looked_at(file: File, options: PlanConfig) -> bool:
    path = file.src_uri
    if options.exclude is not None and options.exclude.match_file(path):
        return False
    return options.include is None or options.include.match_file(path)


def _name(file: File) -> str:
    return file.name.replace("-", " ").replace("_", " ").capitalize()
