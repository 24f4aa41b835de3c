# A finding that its author knows of, and leaves as it is: `### Phase 1 (2 days) <!-- plan:ignore PLAN205 -->`. Readers
# see nothing of it, here and on GitHub.
"""Comments that say what is not to be said about a line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mkdocs_planplugin.catalog import UnknownCheckError, codes_of
from mkdocs_planplugin.model import Finding, Severity

SIGN = "plan:ignore"
IGNORE_COMMENT = re.compile(rf"<!--[ \t]*{SIGN}(?P<names>(?:(?!-->)[^>\n])*+)-->")
_HOW = "write it as `<!-- plan:ignore PLAN205 -->`"


def read_ignored(text: str) -> tuple[dict[int, frozenset[str]], tuple[Finding, ...]]:
    """By line, counted from 1, the codes that a comment names; without any it means all of them. A comment alone on its
    line is about the next line with words, too. The findings are those about wrong comments."""
    ignored: dict[int, frozenset[str]] = {}
    findings: list[Finding] = []
    lines = text.split("\n") if SIGN in text else ()
    for number, line in enumerate(lines, 1):
        for comment in IGNORE_COMMENT.finditer(line):
            try:
                codes = _codes(comment["names"])
            except UnknownCheckError as error:
                findings.append(unknown_check(number, str(error), _HOW))
                continue
            for about in {number, number if line.strip() != comment[0] else _next_with_words(lines, number)}:
                ignored[about] = ignored.get(about, frozenset()) | codes
    return ignored, tuple(findings)


def unknown_check(line: int, message: str, hint: str) -> Finding:
    """The finding about a code or a level of findings that there is not."""
    return Finding(line, "PLAN108", Severity.WARNING, message, hint)


def _codes(names: str) -> frozenset[str]:
    return frozenset().union(*map(codes_of, names.replace(",", " ").split() or ["all"]))


def _next_with_words(lines: Sequence[str], number: int) -> int:
    """The number of the first line below a line that is not blank."""
    below = range(number, len(lines))
    return next((index + 1 for index in below if lines[index].strip()), number)
