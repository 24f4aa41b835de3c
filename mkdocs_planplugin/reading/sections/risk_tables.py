"""Risks as rows of tables."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from mkdocs_planplugin.gfm import Block, BlockKind, table_cells
from mkdocs_planplugin.model import Level, RiskState

from ..context import ReadingContext
from ..document import Section
from ..labels import label_key
from ..profiles import RISK_LABELS
from ..values import highest_score, is_placeholder, read_level
from .risk_drafts import ENOUGH, KNOWN_ATTRIBUTES, RISK_WORD, TELLING, RiskDraft, split_risk


def risk_tables(sections: Iterable[Section], context: ReadingContext) -> list[Block]:
    """The tables of risks among the blocks of these sections, which are not about risks themselves."""
    blocks = (block for section in sections for block in section.blocks)
    return [block for block in blocks if block.kind is BlockKind.TABLE and _is_risk_table_anywhere(block, context)]


def read_risk_table(
    table: Block, priority: Level | None, context: ReadingContext, state: RiskState | None = None
) -> Iterator[RiskDraft]:
    """The rows of a table as risks; none if its columns are not those of risks. `priority` and `state` come from the
    heading above."""
    columns = _columns_in_section_of_risks(table, context)
    if columns is None:
        return
    for head, column in zip(table_cells(table.lines[0]), columns, strict=True):
        if column is None:
            context.findings.misspelt_label(context.document.words(head), KNOWN_ATTRIBUTES, table.line)
    highest = highest_score(_cells_of(table, columns.index("score"))) if "score" in columns else 0
    for offset, row in enumerate(table.lines[2:], 2):
        sources: dict[str, str] = {}
        says_more = False
        for column, cell in zip(columns, table_cells(row), strict=False):
            says_more = says_more or (column is None and not is_placeholder(cell) and any(map(str.isalpha, cell)))
            if column and cell:
                sources.setdefault(column, cell)
        values = {column: words for column, cell in sources.items() if (words := _words(column, cell, context))}
        title = values.pop("title", "")
        if title:
            number, title = split_risk(title) or (None, title)
            number = values.pop("id", None) or number
            draft = RiskDraft(number, title, table.line + offset, priority, sources["title"], sources=sources)
            draft.state, draft.highest_score, draft.says_more = state, highest, says_more
            draft.title_column = columns.index("title")
            draft.values = {column: value for column, value in values.items() if not is_placeholder(value)}
            yield draft


def is_risk_table(table: Block, context: ReadingContext) -> bool:
    """Whether the columns of a table in a section of risks are those of risks."""
    return _columns_in_section_of_risks(table, context) is not None


def has_column_of_risks(table: Block, context: ReadingContext) -> bool:
    """Whether a column is called Risk, whatever it holds."""
    return "title" in _columns(table, context)


def _columns_in_section_of_risks(table: Block, context: ReadingContext) -> list[str | None] | None:
    """The meaning of each column of a table in a section of risks; `None` if it is no table of risks.

    In such a section one column called risk is enough. Without one, or where that holds only levels behind a column
    whose meaning is not known, the title is the first such column.
    """
    heads = [cell.strip("* ") for cell in table_cells(table.lines[0])]
    columns = ["id" if head == "#" else column for head, column in zip(heads, _columns(table, context), strict=True)]
    title = _place_of("title", columns)
    unknown = _place_of(None, columns)
    if title is not None and unknown is not None and unknown < title and _holds_levels(table, title):
        columns[title], title = "priority", None  # how risky what the first column names is
    telling = TELLING & {*columns}
    if title is None and unknown is not None and _says_of_risks(columns, telling):
        columns[unknown], title = "title", unknown
    return columns if title is not None and (telling or RISK_WORD.search(heads[title])) else None


def _place_of(meaning: str | None, columns: Sequence[str | None]) -> int | None:
    """The first column with this meaning."""
    return columns.index(meaning) if meaning in columns else None


def _says_of_risks(columns: Sequence[str | None], telling: Collection[str | None]) -> bool:
    """Whether the other columns say that the rows are risks. Levels without an answer explain a scale."""
    if "priority" in columns:
        return "mitigation" in telling
    return len(telling) >= ENOUGH


def _holds_levels(table: Block, column: int) -> bool:
    """Whether all cells of a column are levels: `Low`, `High`."""
    cells = list(_cells_of(table, column))
    return bool(cells) and all(map(read_level, cells))


def _cells_of(table: Block, column: int) -> Iterator[str]:
    """The cells of a column, as Markdown."""
    for row in table.lines[2:]:
        yield from table_cells(row)[column : column + 1]


def _words(column: str, cell: str, context: ReadingContext) -> str | None:
    """The words of a cell. If an answer was struck through and changed, the one that holds now."""
    return context.document.words(cell) if column in ("title", "mitigation") else context.answer(cell)


def _is_risk_table_anywhere(table: Block, context: ReadingContext) -> bool:
    """Whether a table outside of sections of risks is one of risks: its columns have to say more."""
    if not RISK_WORD.search(table.lines[0]):
        return False
    columns = _columns(table, context)
    told = TELLING & {*columns}
    is_of_risks = columns[0] == "title" and "mitigation" in told and RISK_WORD.search(table_cells(table.lines[0])[0])
    return "title" in columns and (len(told) >= ENOUGH or bool(is_of_risks))


def _columns(table: Block, context: ReadingContext) -> list[str | None]:
    """The meaning of each column of a table of risks, None where it is not known. `impact` and `severity` mean the
    same, but a table may have both."""
    keys = [label_key(context.document.words(cell)) for cell in table_cells(table.lines[0])]
    return [RISK_LABELS.get(key) or ("mitigation" if key.startswith("mitigation") else None) for key in keys]
