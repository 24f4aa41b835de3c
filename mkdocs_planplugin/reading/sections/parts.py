# Most sections of the format are labels with lists below them, or tables. These functions go through them.
"""Parts, list items and table rows of sections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from mkdocs_planplugin.gfm import Block, BlockKind, table_cells

from ..context import ReadingContext
from ..document import LabelledPart, Section
from ..labels import label_key
from ..list_items import box_mark, item_text, list_items
from ..profiles import SECTION_LABELS
from ..values import is_placeholder


def parts_by_meaning(sections: Iterable[Section]) -> Mapping[str | None, list[LabelledPart]]:
    """The parts of sections by the meaning of their labels, `None` for an unknown label. A part without a label has the
    heading of its section as its label."""
    parts: dict[str | None, list[LabelledPart]] = {}
    for section in sections:
        for part in section.parts():
            parts.setdefault(SECTION_LABELS.get(label_key(part.label or section.title)), []).append(part)
    return parts


def listed_items(parts: Iterable[LabelledPart]) -> Iterator[Block]:
    """The items of the lists in these parts."""
    for part in parts:
        yield from list_items(part.blocks)


def item_words(item: Block, context: ReadingContext) -> str | None:
    """The words of an item; `None` if it has none, or is ticked: what is ticked is answered, or delivered."""
    if box_mark(item) == "x":
        return None
    return context.document.words(item_text(item)) or None


def lines_of(part: LabelledPart, context: ReadingContext) -> Iterator[tuple[str, str, int]]:
    """The entries under a label: its value on its own line, then the items below. Each as words, as Markdown, and with
    its line."""
    if value := context.value(part.value):
        yield value, part.value, part.line
    for item in list_items(part.blocks):
        words = item_words(item, context)
        if words is not None:
            yield words, item_text(item), item.line


def texts_of(parts: Iterable[LabelledPart], context: ReadingContext) -> tuple[str, ...]:
    """The words of the entries under labels, without placeholders."""
    lines = (line for part in parts for line in lines_of(part, context))
    return tuple(words for words, _, _ in lines if not is_placeholder(words))


def table_rows(
    sections: Iterable[Section], columns: Mapping[str, str], needed: Sequence[str], context: ReadingContext
) -> Iterator[tuple[dict[str, str], int]]:
    """The rows of the tables that have all `needed` columns: the Markdown of the cells by the meaning of their columns,
    and the line."""
    for section in sections:
        for table in (block for below in section.walk() for block in below.blocks if block.kind is BlockKind.TABLE):
            names = [columns.get(label_key(context.document.words(cell))) for cell in table_cells(table.lines[0])]
            if not set(needed) <= set(names):
                continue
            for offset, row in enumerate(table.lines[2:], 2):
                cells = {name: cell for name, cell in zip(names, table_cells(row), strict=False) if name}
                if any(cells.values()):
                    yield dict.fromkeys(needed, "") | cells, table.line + offset
