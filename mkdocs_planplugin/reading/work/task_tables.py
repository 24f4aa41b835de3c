# Some plans list their tasks in a table: `ID | Task | Status | Effort | Blocked By`. Tables hold much else, so the
# columns have to say it: one of names, and others that only work has.
"""Tasks as rows of tables."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from mkdocs_planplugin.compiled_patterns import compiled
from mkdocs_planplugin.gfm import Block, BlockKind, table_cells
from mkdocs_planplugin.model import OVER, Estimate, State

from ..context import ReadingContext
from ..document import Document
from ..labels import LabelledValue, label_key
from ..list_items import split_box
from ..patterns import when_used
from ..profiles import (
    PHASE_LABELS,
    PHASE_WORDS,
    TASK_LABELS,
    TICK_SIGNS,
    alternatives,
    labels,
    phrase_set,
    phrases,
    table,
)
from ..values import (
    Vocabulary,
    find_position,
    is_placeholder,
    is_time_of_day,
    leading_position,
    near_state,
    read_days,
    read_estimate,
    read_state,
)
from .attributes import add_cell, read_attribute
from .boxes import state_in_words, state_of_box
from .drafts import TaskDraft
from .phase_numbers import numbered_heading, phase_heading
from .task_titles import split_id
from .tasks import read_task_title

_KNOWN = Vocabulary(table(lambda profile: profile.labels.task))
_COLUMNS = labels(lambda profile: profile.labels.task_table)
_FOCUS = frozenset(phrases(lambda profile: profile.labels.phase_focus))
_TOTAL = phrase_set(lambda profile: profile.labels.totals)
# What only work has. A column of names that as often heads something else (`Feature`) needs two of these beside it.
_TELLING = frozenset(("by", "dependencies", "due", "estimate", "hours", "id", "owner", "start", "status", "time"))
_NAMES_WORK = frozenset(("part", "title"))
# Beside weeks, which say when, a column of work is enough.
_TELLS_IN_TIME = _TELLING | _NAMES_WORK
_ENOUGH_BESIDE_NAMES = 2
_PHASE = when_used(rf"(?:{PHASE_WORDS})s?", re.IGNORECASE)
_VERSION = when_used(rf"(?:{alternatives(lambda profile: profile.headings.version_words)})s?", re.IGNORECASE)
# A `Track` or a `Part` without a number is no phase.
_GROUPING = when_used(rf"(?:{alternatives(lambda profile: profile.labels.timeline.get('phase', ''))})s?", re.IGNORECASE)
_YES = when_used(alternatives(lambda profile: profile.states.yes))
# An empty cell, or one that says no. Signs without a state, such as dashes, count as empty.
_NO_STATE = when_used(rf"(?:{alternatives(lambda profile: profile.states.no)}|[^\w{TICK_SIGNS}🚧🔄]*)")
_BOX_IN_ROW = when_used(r"(?:^|\|)[ ]*(?:-[ ]+)?\[[^\d\[\]\n]\](?=[ ]|\||$)")
_BOX_FIRST = when_used(r"\|?[ ]*\[[^\d\[\]\n]\](?=[ ]|\||$)")
_CODE = when_used(r"#\d+|[A-Z]{1,8}[-_.]?\d+(?:\.[A-Z]?\d+)*[a-z]?")  # alone in a cell
_NUMBER_ALONE = when_used(r"\d{1,3}[a-z]?", re.IGNORECASE)
_COUNT = when_used(r"\d{1,3}(?:\s?[-–—]\s?\d{1,3})?\+?")
_UNITS_OF_TIME = frozenset(phrases(lambda profile: ", ".join(profile.dates.positions.values())))
_SEVERAL = 2
_PLANNED = "planned"
# What a cell below `Planned` may say, and the columns that say the same.
_SAYS_PLANNED = {"due": {"due", "end", "span"}, "estimate": {"estimate", "hours"}}
_SAID_BY_CELLS = frozenset(("estimate", "phase", _PLANNED))
_LETTER_BEFORE = when_used(r"^[A-Z](?=\d+\.\d)")
_GOES_ON = when_used(r"[.-]?\d{1,3}[a-z]?")
_SIGN_ALONE = compiled(r"[^\x00-\x7f\w]+[\d\s.,%/]*").fullmatch  # `✅`, `🟡 2`
_LETTERED = compiled(r"[A-Z][ ][–—-][ ]")
_BODY = 2  # the first line behind head and delimiter row


class _Column(NamedTuple):
    meaning: str | None
    head: str
    planned: frozenset[str] = frozenset()  # what its cells may say, each for itself


def read_task_table(block: Block, context: ReadingContext, *, is_work: bool = False) -> list[TaskDraft]:
    """The rows of a table as tasks; none if its columns are not those of tasks. With `is_work` something else says that
    they are."""
    columns = _columns(block, context)
    if [column.meaning for column in columns[:_BODY]] == ["id", "id"]:  # `# | Ticket`
        columns[1] = columns[1]._replace(meaning="title")
    if columns[0].meaning == "name" and _begins_with_ids(block, columns):  # `Issue | Title`
        columns[0] = columns[0]._replace(meaning="id")
    columns = _with_parts_named(columns)
    title = _column_of_titles(block, columns, is_work=is_work)
    if title is None:
        return []
    for column in columns:
        if column.meaning is None:
            context.findings.misspelt_label(column.head, _KNOWN, block.line)
    names = _column_of_names(block, columns, besides=title) if columns[title].meaning == "phase" else None
    rows = enumerate(block.lines[_BODY:], block.line + _BODY)
    tasks: list[TaskDraft] = []
    group = ""
    for line, row in rows:
        cells = table_cells(row)
        task = _task(cells, columns, title, line, context)
        if task:
            group = _group(cells, columns, title, context) or group  # an empty cell goes on with the one above
            task.group = group
            if columns[title].meaning == "phase":
                _mark_as_phase(task, cells, columns[title], names, context)
            tasks.append(task)
    _settle_states(tasks)
    if any(map(_is_unit_of_time, columns)):
        _place_in_time(tasks, context)
    return tasks


def _with_parts_named(columns: list[_Column]) -> list[_Column]:
    """The columns; those that head parts of the work (`Initiative`, `Epic`) name the rows only where no other does.
    Beside a column of tasks they say what these belong to."""
    if not any(column.meaning == "title" for column in columns):
        return columns
    return [
        column._replace(meaning="phase" if _PHASE.fullmatch(column.head) else None)
        if column.meaning == "part"
        else column
        for column in columns
    ]


def _column_of_titles(block: Block, columns: Sequence[_Column], *, is_work: bool) -> int | None:
    """The column with what the rows are called, in a table of tasks or phases."""
    extra = any(map(_BOX_IN_ROW.search, block.lines[_BODY:])) + _begins_with_ids(block, columns)
    title = None
    if _is_unit_of_time(columns[0]) and (is_work or extra or _TELLS_IN_TIME & {column.meaning for column in columns}):
        title = _column_of_names(block, columns, besides=0)  # what is done in that week
    if title is None:
        is_known = is_work or extra > 0
        title = 0 if _numbers_phases(block, columns, is_work=is_known) else _title_column(columns, extra=extra)
    if title and columns[title].meaning == "name" and _says_the_same(block, title):
        title = None
    with_boxes_first = title is None and all(map(_begins_with_box, block.lines[_BODY:]))
    return _column_of_names(block, columns) if title is None and (is_work or with_boxes_first) else title


def _begins_with_box(row: str) -> bool:
    return _BOX_FIRST.match(row) is not None


def _is_unit_of_time(column: _Column) -> bool:
    return column.meaning == "phase" and label_key(column.head) in _UNITS_OF_TIME


def _place_in_time(tasks: Sequence[TaskDraft], context: ReadingContext) -> None:
    """Where each row has a week or a day of its own, this is no phase of the plan: it says when the task is done: not
    before that, and how long it may take."""
    groups = {task.group for task in tasks if task.group}
    if len(groups) < len(tasks) or len(groups) < _SEVERAL:
        return
    for task in tasks:
        reading = find_position(task.group, context.calendar)
        position = reading.position if reading else leading_position(task.group, context.calendar)
        if position and position.start and position.finish:
            task.values = {"start": position.start, "end": position.finish} | task.values
        elif position and position.from_hours is not None and position.to_hours is not None:
            hours = position.to_hours - position.from_hours
            spans = {"estimate": Estimate(task.group, hours, None, hours), "from_hours": position.from_hours}
            task.values = spans | task.values
        task.group = ""


def _mark_as_phase(
    task: TaskDraft, cells: Sequence[str], column: _Column, names: int | None, context: ReadingContext
) -> None:
    """Say that a row is a phase, and what it is called: a number alone (`| 2 |` below `Phase`, `| Phase 2 |`) is named
    by another cell."""
    task.names_phase, task.title = True, context.document.words(cells[task.column])
    heading = phase_heading(task.title)
    label = f"{column.head} {task.title}" if _NUMBER_ALONE.fullmatch(task.title) else task.title
    if label != task.title or (heading and not heading.name):
        name = context.document.words(cells[names]) if names is not None and names < len(cells) else ""
        task.called = f"{label}: {name}".rstrip(": ")


def _group(cells: Sequence[str], columns: Sequence[_Column], title: int, context: ReadingContext) -> str:
    """The phase in a row, beside its task."""
    numbers = (number for number, column in enumerate(columns) if column.meaning == "phase" and number != title)
    for number in numbers:
        words = context.document.words(cells[number]) if number < len(cells) else ""
        if _names_phase(words, columns):
            return f"{columns[number].head} {words}" if _COUNT.fullmatch(words) else words
    return ""


def _names_phase(name: str, columns: Sequence[_Column]) -> bool:
    """Whether a cell beside a task names its phase: it has a number, or its column has a heading for phases."""
    return any(map(str.isdecimal, name)) or any(_GROUPING.fullmatch(column.head) for column in columns)


def _settle_states(tasks: Sequence[TaskDraft]) -> None:
    """If some rows are over or under way, rows with an empty place for it are open."""
    if any(task.state in OVER or task.state is State.IN_PROGRESS for task in tasks):
        for task in tasks:
            if task.state is None and task.no_state:
                task.state = State.OPEN


def tables_in(blocks: Sequence[Block]) -> Iterator[Block]:
    """The tables among these blocks."""
    return (block for block in blocks if block.kind is BlockKind.TABLE)


def _columns(block: Block, context: ReadingContext) -> list[_Column]:
    """The columns of a table. What some mean is said by their cells."""
    columns = [_column(cell, context, is_first=not at) for at, cell in enumerate(table_cells(block.lines[0]))]
    if _SAID_BY_CELLS.isdisjoint(column.meaning for column in columns):
        return columns
    values = dict(enumerate(zip_longest(*map(table_cells, block.lines[_BODY:]), fillvalue="")))  # column by column
    stated = {column.meaning for column in columns if column.meaning}
    return [_by_its_cells(column, values.get(number, ()), stated, context) for number, column in enumerate(columns)]


def _by_its_cells(column: _Column, cells: Iterable[str], stated: Collection[str], context: ReadingContext) -> _Column:
    """A column with the meaning that its cells give it, beside those whose headings have a meaning. Times of day
    (`Time` above `9:00`) say nothing of how long a task takes; what is `Planned` may be that, or the day by which it is
    done; a `Stage` of `✅` or `🟡` says how far it is."""
    filled = [cell for cell in cells if cell]
    if column.meaning == "phase" and filled and all(map(_SIGN_ALONE, filled)) and any(map(_state_of_sign, filled)):
        return column._replace(meaning=None if "status" in stated else "status")
    if column.meaning == "estimate" and filled and all(map(is_time_of_day, filled)):
        return column._replace(meaning="clock")
    if column.meaning != _PLANNED:
        return column
    may_say = frozenset(name for name, others in _SAYS_PLANNED.items() if others.isdisjoint(stated))
    said = {_said_by_planned(cell, context) for cell in filled} & may_say
    return column._replace(meaning=next((name for name in _SAYS_PLANNED if name in said), None), planned=may_say)


def _state_of_sign(cell: str) -> State | None:
    return state_in_words(cell.rstrip("0123456789.,%/ "))


def _said_by_planned(cell: str, context: ReadingContext) -> str | None:
    """Which value a cell below `Planned` says: a day, a length of time, or none (`yes`)."""
    if read_days(cell).date:
        return "due"
    return "estimate" if read_estimate(cell, context.calendar).known else None


def _column(cell: str, context: ReadingContext, *, is_first: bool) -> _Column:
    head = context.document.words(cell).strip()
    meaning = _COLUMNS.get(label_key(head)) or TASK_LABELS.get(label_key(head))
    if head == "#":
        meaning = "id"
    elif meaning is None and (_PHASE.fullmatch(head) or (is_first and _VERSION.fullmatch(head))):
        meaning = "phase"
    elif meaning is None and PHASE_LABELS.get(label_key(head)) == "time":
        meaning = "time"
    elif meaning is None and not any(map(str.isalnum, head)) and (read_state(head) or split_box(cell)[0]):
        meaning = "status"  # a tick heads the column of ticks
    return _Column(meaning, head)


def _begins_with_ids(block: Block, columns: Sequence[_Column]) -> bool:
    """Whether the first cells are ids of tasks (`W1`) or number phases (`1. Hut`). Plain numbers do not count."""
    firsts = [cell for line in block.lines[_BODY:] for cell in table_cells(line)[:1]]
    if (
        not firsts
        or all(cell.isdecimal() for cell in firsts)
        or (columns[0].meaning != "id" and any(column.meaning == "id" for column in columns))
    ):
        return False
    number = numbered_heading if columns[0].meaning == "phase" else _is_id
    return all(map(number, firsts))


def _numbers_phases(block: Block, columns: Sequence[_Column], *, is_work: bool) -> bool:
    """Whether each row is a phase of its own, by the numbers in the first column, and something else is said of it, or
    the table is known to hold work."""
    tells = is_work or bool(_TELLING & {column.meaning for column in columns})
    if columns[0].meaning != "phase" or not tells:
        return False
    firsts = [cell.strip("*_ ") for line in block.lines[_BODY:] for cell in table_cells(line)[:1]]
    numbers = [number for cell in firsts if (number := _number_of_phase(cell))]
    has_titles = any(column.meaning == "title" and label_key(column.head) not in _FOCUS for column in columns)
    return not has_titles and len({*numbers}) == len(firsts) > 1


def _number_of_phase(cell: str) -> str:
    """The number of a phase in the first cell of a row: `Phase 2`, `2. Hut`, `2`; empty without one."""
    heading = phase_heading(cell) or numbered_heading(cell)
    return heading.number if heading else cell if _NUMBER_ALONE.fullmatch(cell) else ""


def _is_counted_phase(cell: str) -> bool:
    """Whether a cell below `Phase` has a number or a letter: `2. Hut`, `M2 - Hut`, `B — Hut`."""
    return bool(_number_of_phase(cell) or _LETTERED.match(cell))


def ids_go_on_from(number: str, block: Block) -> bool:
    """Whether a table begins with ids that go on from the number of a phase: `A1`, `A2` in phase A, `2.1`, `2.2` or
    `P2.1`, `P2.2` in phase 2. What the tasks are called may stand behind them."""
    if _VERSION.fullmatch(table_cells(block.lines[0])[0].strip("*_` ")):  # `Version`, and below it 2.1, 2.2
        return False
    firsts = [cell.strip("*_` ") for line in block.lines[_BODY:] for cell in table_cells(line)[:1]]
    firsts = [_LETTER_BEFORE.sub("", cell).partition(" ")[0].rstrip("*_`.:") for cell in firsts]
    rests = [cell[len(number) :] if cell.casefold().startswith(number.casefold()) else "" for cell in firsts]
    return len(firsts) >= _SEVERAL and all(map(_GOES_ON.fullmatch, rests)) and _is_apart(number, rests)


def _is_apart(number: str, rests: Sequence[str]) -> bool:
    """Whether a letter or a dot tells the number from what follows: `11` does not go on from 1."""
    return not number[-1:].isdecimal() or not any(rest[:1].isdecimal() for rest in rests)


def names_tasks(block: Block, document: Document) -> bool:
    """Whether a table has a column of tasks, whatever other columns it has."""
    heads = (document.words(cell) for cell in table_cells(block.lines[0]))
    return any(_COLUMNS.get(label_key(head)) in _NAMES_WORK for head in heads)


def tells_of_work(block: Block, context: ReadingContext) -> bool:
    """Whether a table, in a plan that tells no other work, lists it, whatever its column of names is called: it says
    row by row when something is done, or where it stands and whose it is, how long it takes or when it is due, or it
    counts its phases."""
    columns = _columns(block, context)
    meanings = {column.meaning for column in columns}
    firsts = [cell.strip("*_ ") for line in block.lines[_BODY:] for cell in table_cells(line)[:1]]
    counts_phases = columns[0].meaning == "phase" and len(firsts) >= _SEVERAL and all(map(_is_counted_phase, firsts))
    return (
        _is_unit_of_time(columns[0])
        or counts_phases
        or ("status" in meanings and bool(_TELLING & (meanings - {"status", "id"})))
    )


def lists_work(block: Block, context: ReadingContext) -> bool:
    """Whether a table has ids and says what waits for what: below a heading of work its rows are tasks, whatever the
    column of their names is called."""
    meanings = {_column(cell, context, is_first=False).meaning for cell in table_cells(block.lines[0])}
    return {"id", "dependencies"} <= meanings


def _title_column(columns: Sequence[_Column], *, extra: int) -> int | None:
    """The column with the names of tasks, in a table of tasks. `extra` counts what boxes or ids in its cells add. Parts
    of the work with ids alone are a summary of it."""
    meanings = [column.meaning for column in columns]
    telling = len(_TELLING & {*meanings}) + extra
    of_parts = len((_TELLING - {"id"}) & {*meanings})
    tests = (("title", telling), ("part", of_parts), ("name", telling // _ENOUGH_BESIDE_NAMES), ("phase", telling))
    return next((meanings.index(name) for name, enough in tests if name in meanings and enough), None)


def _says_the_same(block: Block, column: int) -> bool:
    """Whether all cells of a column are the same, in several rows: then it names nothing."""
    cells = [cells[column] for line in block.lines[_BODY:] if len(cells := table_cells(line)) > column]
    return len(cells) > 1 and len({*cells}) == 1


def _column_of_names(block: Block, columns: Sequence[_Column], *, besides: int | None = None) -> int | None:
    """The column with the names of tasks, in a table that is known to hold them: the one that says so, else the first
    whose cells are no numbers or ids, and all different."""
    rows = [table_cells(line) for line in block.lines[_BODY:]]
    for number, column in sorted(enumerate(columns), key=lambda numbered: numbered[1].meaning not in _NAMES_WORK):
        if number == besides:
            continue
        cells = [row[number].strip("~*_ ") for row in rows if number < len(row)]
        names = {cell for cell in cells if any(map(str.isalpha, cell))}
        is_title = column.meaning in _NAMES_WORK and names
        if is_title or (len(names) == len(rows) and not any(map(_is_id, names)) and column.meaning not in _TELLING):
            return number
    return None


def _task(
    cells: Sequence[str], columns: Sequence[_Column], title: int, line: int, context: ReadingContext
) -> TaskDraft | None:
    """The task of a row; `None` if it names none, or sums up the others."""
    values = {number: cell for number, cell in enumerate(cells[: len(columns)]) if cell}
    mark, name = split_box(values.get(title, ""))
    words = context.document.words(name)
    if _is_id(words):  # the column of tasks holds their ids, another one says what they are
        names = (
            values.get(number, "")
            for meaning in ("title", "name", None)  # the last: one that nothing is known of
            for number, column in enumerate(columns)
            if column.meaning == meaning and number != title
        )
        name = f"{name}: {next(filter(None, names), '')}"
    if not words or is_placeholder(words) or _TOTAL.fits(words.casefold()):
        return None
    mark = mark or next((box for number, cell in values.items() if (box := split_box(cell)[0])), None)
    draft = read_task_title(name, state_of_box(mark, line, context) if mark else None, line, context)
    draft.has_box, draft.column, draft.is_row = mark is not None, title, True
    draft.no_state = any(
        column.meaning == "status" and _NO_STATE.fullmatch(values.get(number, "").casefold())
        for number, column in enumerate(columns)
    )
    for number, cell in values.items():
        _read_cell(draft, columns[number], cell, line, context)
    own = next((context.document.words(cell) for number, cell in values.items() if columns[number].meaning == "id"), "")
    own = split_id(own)[0] or own
    if draft.written not in (None, own) and _CODE.fullmatch(own):
        draft.written, draft.title = own, words  # a title may begin with what it is about: `R2 — mend the roof`
    return draft


def _is_id(words: str) -> bool:
    number, title = split_id(words)
    return (number is not None and title == words) or _CODE.fullmatch(words) is not None


def _read_cell(draft: TaskDraft, column: _Column, cell: str, line: int, context: ReadingContext) -> None:
    if column.meaning in ("title", "part", "name", "phase") or split_box(cell)[0]:
        return
    if column.planned:
        said = _said_by_planned(cell, context)
        column = column._replace(meaning=said if said in column.planned else None)
    if column.meaning == "id":
        draft.written = draft.written or split_id(context.document.words(cell))[0] or context.value(cell)
    elif column.meaning == "status":
        words = context.document.words(cell)
        stated = State.DONE if _YES.fullmatch(cell.casefold()) else state_in_words(words)
        name, share = read_attribute("progress", words, line, context)
        if share is not None:
            draft.values.setdefault(name, share)
        if stated is None and not draft.no_state and TASK_LABELS.get(label_key(column.head)) == "status":
            context.findings.misspelt(words, near_state(words), line)
        draft.state = (stated if draft.state in (None, State.OPEN) else None) or draft.state
    elif column.meaning == "time" and (reading := find_position(context.document.words(cell), context.calendar)):
        draft.position = reading.position
        draft.attributes.setdefault(column.head, context.document.words(cell))
    elif column.meaning and any(map(str.isalnum, cell)):
        add_cell(draft, LabelledValue(column.head, cell, line), column.meaning, context)
    elif column.meaning == "dependencies":
        add_cell(draft, LabelledValue(column.head, "None", line), column.meaning, context)
