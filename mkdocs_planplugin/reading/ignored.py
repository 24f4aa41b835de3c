# A finding that its author knows of, and leaves as it is: `### Phase 1 (2 days) <!-- plan:ignore PLAN205 -->`. Readers
# see nothing of it, here and on GitHub.
"""Comments that say what is not to be said about a line."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_planplugin.catalog import ALL, CheckNames, FindingKind
from mkdocs_planplugin.model import Severity

from .patterns import when_used

UNKNOWN_CHECK = FindingKind(
    "PLAN108",
    Severity.WARNING,
    "A check that is not there",
    "`checks` in the front matter, or a comment `plan:ignore`, names a code, a group or a level that is not known. "
    "It changes nothing.",
    "Write `checks: {PLAN205: off}` in the front matter, or `<!-- plan:ignore PLAN205 -->` at the end of a line.",
)

KINDS = (UNKNOWN_CHECK,)

SIGN = "plan:ignore"
IGNORE_COMMENT = when_used(rf"<!--[ \t]*{SIGN}(?P<names>(?:(?!-->)[^>\n])*+)-->")
_HOW = "write it as `<!-- plan:ignore PLAN205 -->`"


def read_ignored(text: str) -> tuple[dict[int, frozenset[str]], tuple[CheckNames, ...]]:
    """The names of findings that comments switch off, by line, counted from 1, and these names as they are written. A
    comment without names means all findings. A comment alone on its line also applies to the next line with words."""
    ignored: dict[int, frozenset[str]] = {}
    written: list[CheckNames] = []
    lines = text.split("\n") if SIGN in text else ()
    for number, line in enumerate(lines, 1):
        for comment in IGNORE_COMMENT.finditer(line):
            names = comment["names"].replace(",", " ").split() or [ALL]
            written.append(CheckNames(number, tuple(names), _HOW))
            for about in {number, number if line.strip() != comment[0] else _next_with_words(lines, number)}:
                ignored[about] = ignored.get(about, frozenset()).union(names)
    return ignored, tuple(written)


def _next_with_words(lines: Sequence[str], number: int) -> int:
    """The number of the next line that is not blank."""
    below = range(number, len(lines))
    return next((index + 1 for index in below if lines[index].strip()), number)
