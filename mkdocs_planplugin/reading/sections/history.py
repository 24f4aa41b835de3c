"""The Version History: a table of revisions."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_planplugin.model import Revision

from ..context import ReadingContext
from ..document import Section
from ..profiles import labels
from .parts import table_rows

_COLUMNS = labels(lambda profile: profile.labels.history)


def read_history(sections: Iterable[Section], context: ReadingContext) -> tuple[Revision, ...]:
    """The rows of the table. A row with nothing but a version is left out."""
    revisions = []
    for cells, line in table_rows(sections, _COLUMNS, ("date",), context):
        values = {name: value for name, cell in cells.items() if (value := context.value(cell))}
        date = context.findings.date(values["date"], line) if "date" in values else None
        if date or values.keys() - {"version"}:
            revisions.append(Revision(date, values.get("version"), values.get("changes"), values.get("author"), line))
    return tuple(revisions)
