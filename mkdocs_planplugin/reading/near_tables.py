# GitHub makes a table only of a head and a delimiter row of as many cells. Else all its rows are one paragraph, and
# tasks in them are lost without a word.
"""Tables that are nearly right."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_planplugin.catalog import FindingKind
from mkdocs_planplugin.gfm import is_delimiter_row, table_cells
from mkdocs_planplugin.model import Severity

from .document import Document
from .findings import FindingLog

NEAR_TABLE = FindingKind(
    "PLAN120",
    Severity.WARNING,
    "A table that is none",
    "The row of dashes has more or fewer cells than the row above it: GitHub shows the lines as text, and what they say"
    " counts nowhere.",
    "Give the row of dashes one cell for each cell of the head, as in `|---|---|---|`.",
)

KINDS = (NEAR_TABLE,)


def note_near_tables(document: Document, findings: FindingLog) -> None:
    """Note the delimiter row of each table that was probably meant: rows stand above and below it."""
    for line, head, cells in _near_tables(document):
        message = f"the head above has {head} cells and this row {cells}, so these lines are no table"
        findings.note(NEAR_TABLE, line, message, f"write `{'|---' * head}|`")


def _near_tables(document: Document) -> Iterator[tuple[int, int, int]]:
    for block in document.paragraphs:
        if not block.no_table:  # as nearly all
            continue
        at = next((n for n, line in enumerate(block.lines) if n and is_delimiter_row(line)), None)
        if at and all("|" in line for line in block.lines[at - 1 : at + 2]) and block.lines[at + 1 :]:
            yield block.line + at, len(table_cells(block.lines[at - 1])), len(table_cells(block.lines[at]))
