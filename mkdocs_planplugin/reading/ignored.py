# A finding that its author knows of, and leaves as it is: `### Phase 1 (2 days) <!-- plan:ignore PLAN205 -->`. Readers
# see nothing of it, here and on GitHub.
"""Comments that say what is not to be said about a line."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_planplugin.catalog import UnknownCheckError, codes_of
from mkdocs_planplugin.model import Finding, Severity

from .patterns import when_used

SIGN = "plan:ignore"
IGNORE_COMMENT = when_used(rf"<!--[ \t]*{SIGN}(?P<names>(?:(?!-->)[^>\n])*+)-->")
_HOW = "write it as `<!-- plan:ignore PLAN205 -->`"


def read_ignored(text: str) -> tuple[dict[int, frozenset[str]], tuple[Finding, ...]]:
    """The codes that comments switch off, by line, counted from 1, and findings about wrong comments. A comment without
    codes means all of them. A comment alone on its line also applies to the next line with words."""
    ignored: dict[int, frozenset[str]] = {}
    findings: list[Finding] = []
    lines = text.split("\n") if SIGN in text else ()
    for number, line in enumerate(lines, 1):
        for comment in IGNORE_COMMENT.finditer(line):
            try:
                codes = frozenset().union(*map(codes_of, comment["names"].replace(",", " ").split() or ["all"]))
            except UnknownCheckError as error:
                findings.append(unknown_check(number, str(error), _HOW))
                continue
            for about in {number, number if line.strip() != comment[0] else _next_with_words(lines, number)}:
                ignored[about] = ignored.get(about, frozenset()) | codes
    return ignored, tuple(findings)


def unknown_check(line: int, message: str, hint: str) -> Finding:
    """The finding about an unknown code or level of findings."""
    return Finding(line, "PLAN108", Severity.WARNING, message, hint)


def _next_with_words(lines: Sequence[str], number: int) -> int:
    """The number of the next line that is not blank."""
    below = range(number, len(lines))
    return next((index + 1 for index in below if lines[index].strip()), number)
