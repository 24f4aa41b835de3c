# Tables of GitHub Flavored Markdown, line by line.
"""Rows and cells of pipe tables (GFM 4.10)."""

from __future__ import annotations

from mkdocs_planplugin.compiled_patterns import compiled

DELIMITER_ROW = compiled(r"\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*+\|?[ ]*$")
# cmark-gfm takes every pipe with a backslash before it for text, however many backslashes there are.
PIPE = compiled(r"(?<!\\)\|")

# By whether a cell of the delimiter row begins and ends with a colon.
_ALIGNMENTS = {(True, True): "center", (True, False): "left", (False, True): "right", (False, False): None}


def is_delimiter_row(text: str) -> bool:
    """Whether a line can stand below a table's head: `|---|:-:|`."""
    return DELIMITER_ROW.match(text) is not None


def table_cells(row: str) -> list[str]:
    """The cells of a row, as written but for escaped pipes; empty where the line cannot be a row."""
    row = row.rstrip(" ")
    if row.startswith("|"):
        row = row[1:].lstrip(" ")
    if not row:
        return []
    has_escapes = "\\" in row
    cells = PIPE.split(row) if has_escapes else row.split("|")
    if len(cells) > 1 and not cells[-1]:
        cells.pop()
    cells = [cell.strip(" ") for cell in cells]
    return [cell.replace("\\|", "|") for cell in cells] if has_escapes else cells


def alignments(delimiter_row: str) -> list[str | None]:
    """The alignment of each column: left, right, center, or None where the row does not say."""
    return [_ALIGNMENTS[cell.startswith(":"), cell.endswith(":")] for cell in table_cells(delimiter_row)]
