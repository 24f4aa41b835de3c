# A header is written in many ways: labelled lines, several on one line, a list, a quote, a table of two columns or of
# one row, a Status with a list of boxes below it. All of them come to the same labelled values.
"""The labelled values above the first section of a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from mkdocs_planplugin.gfm import Block, BlockKind, table_cells

from .labels import ANY_LABEL, LabelledValue, fields, label_key, labelled_value, labelled_values
from .list_items import box_mark, item_text
from .profiles import HEADER_LABELS

_CONTAINER, _LIST, _PARAGRAPH, _QUOTE, _TABLE = (
    BlockKind.CONTAINER,
    BlockKind.LIST,
    BlockKind.PARAGRAPH,
    BlockKind.QUOTE,
    BlockKind.TABLE,
)
_FIELD, _MOST_COLUMNS = 2, 4  # two fields a row: `| Status | Draft | Owner | Ana |`
_ONE_ROW = 3  # head, delimiter, row


def header_values(blocks: Iterable[Block]) -> Iterator[LabelledValue]:
    """The labelled values in paragraphs, quotes, tables and items of lists. A box counts only below a label."""
    open_label: LabelledValue | None = None  # one without a value, which may stand above a list of boxes
    for block in blocks:
        choice = _ticked(block) if block.kind is _LIST and open_label else ""
        if open_label:
            yield replace(open_label, value=choice)
        values = [] if choice else list(_values_of(block))
        open_label = values.pop() if values and block.kind is _PARAGRAPH and not values[-1].value else None
        yield from values
    if open_label:
        yield open_label


def _values_of(block: Block) -> Iterator[LabelledValue]:
    if block.kind is _QUOTE or block.kind is _CONTAINER:
        yield from header_values(block.children)
    elif block.kind is _TABLE:
        yield from _values_of_table(block)
    elif block.kind is _PARAGRAPH or block.kind is _LIST:
        for labelled in _values_of_text(block) if block.kind is _PARAGRAPH else _values_of_list(block):
            yield from fields(labelled, HEADER_LABELS)


def _values_of_text(paragraph: Block) -> Iterator[LabelledValue]:
    """The values of a paragraph; where it begins with other lines, from the first line with a known label on. A small
    letter there goes on with the sentence above: `status: it was done, they said`."""
    starts = (
        at
        for at, line in enumerate(paragraph.lines)
        if not line[:1].islower() and labelled_value(line, 0, HEADER_LABELS)
    )
    is_labelled = labelled_value(paragraph.lines[0], 0, ANY_LABEL) is not None
    return labelled_values(paragraph, ANY_LABEL, start=0 if is_labelled else next(starts, 0))


def _values_of_list(block: Block) -> Iterator[LabelledValue]:
    items = (item for item in block.children if item.box is None)
    yield from filter(None, (labelled_value(item_text(item), item.line, ANY_LABEL) for item in items))


def _ticked(choices: Block) -> str:
    """The ticked item of a list of boxes, if there is exactly one; else empty."""
    ticked = [item_text(item) for item in choices.children if (box_mark(item) or " ") in "xX"]
    return ticked[0] if len(ticked) == 1 else ""


def _values_of_table(table: Block) -> Iterator[LabelledValue]:
    """The values of a table: labels beside their values, or labels above a single row of values."""
    rows = [(table_cells(line), table.line + offset) for offset, line in enumerate(table.lines) if offset != 1]
    head = rows[0][0]
    known = sum(label_key(cell) in HEADER_LABELS for cell in head)
    if len(table.lines) == _ONE_ROW and known > 1 and known * 2 > len(head):
        cells, line = rows[1]
        yield from (LabelledValue(label, value, line) for label, value in zip(head, cells, strict=False))
    elif len(head) == _FIELD or (len(head) == _MOST_COLUMNS and _holds_two_fields(head, rows[1:])):
        for cells, line in rows:
            for label, value in zip(cells[::2], cells[1::2], strict=False):
                if label_key(label) in HEADER_LABELS and value:
                    yield LabelledValue(label.strip("*_: "), value, line)


def _holds_two_fields(head: list[str], rows: Sequence[tuple[list[str], int]]) -> bool:
    """Whether the rows of a table of four columns are two fields each: some row begins with a label of headers, and
    the first is not all labels, as that of a table of tasks is (`| Status | Task | Owner | Due |`)."""
    labels = [label_key(cell) in HEADER_LABELS for cell in head]
    first = labels[0] and labels[2] and not (labels[1] or labels[3])
    return first or any(label_key(cells[0]) in HEADER_LABELS for cells, _ in rows)
