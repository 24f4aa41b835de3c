# Many plans tell their work in lists without boxes, or by headings. What may be tasks is kept while phases are read,
# and becomes tasks only where nothing has a box or an id.
"""Tasks that are told without boxes and ids."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping, Sequence

from msgspec.structs import replace

from mkdocs_planplugin.gfm import Block, BlockKind

from ..context import ReadingContext
from ..labels import ANY_LABEL, LabelledValue, label_key, labelled_value, names_files
from ..list_items import item_text, list_items
from ..patterns import when_used
from ..profiles import PHASE_LABELS, TASK_LABELS
from .drafts import PhaseDraft, PlainWork, TaskDraft
from .names import is_horizon, is_task_list, may_hold_work, names_subtasks, names_work
from .phase_numbers import counted_heading
from .task_tables import read_task_table
from .task_titles import names_task, without_state
from .tasks import read_numbered_heading, read_task, read_task_heading, read_task_title

_SEVERAL = 2
# Items that only name what is listed below them.
_GROUP_NAME = when_used(r"(\*\*|__)[^*_]+\1:?")


def read_plain_tasks(parts: Sequence[PhaseDraft], context: ReadingContext) -> None:
    """Give these parts their tasks, in the first of the ways in which any of them tells some."""
    _leave_out_fields(parts)
    _leave_out_group_names(parts)
    for part in parts:
        part.tasks = part.tasks or _tasks_of_lines(part, context) or _listed_tasks(part, context)
    _read_lists_like_others(parts, context)
    rows = {id(part): _rows(part, context) for part in parts if part.line and not part.tasks}
    has_rows = sum(map(len, rows.values())) > 1  # a single row is no list of tasks
    for part in parts:
        others = rows.get(id(part)) if has_rows else _tasks_below_headings(part, context)
        part.tasks = part.tasks or others or []
    if not any(part.tasks for part in parts):
        for part in parts:
            # The items that begin with a word of state, in a document that tells its work in no other way.
            items = (item for work in part.others for item in work.items)
            part.tasks = [read_task(item, None, context) for item in items if is_stated(item)]


def _read_lists_like_others(parts: Sequence[PhaseDraft], context: ReadingContext) -> None:
    """Make tasks of the lists of code in phases, where a phase lists its work in other words."""
    if any(part.line and part.tasks for part in parts):
        for part in parts:
            if not part.tasks:
                part.tasks = [read_task(item, None, context) for work in part.code_lists for item in work.items]


def read_tables_like_others(phases: Sequence[PhaseDraft], context: ReadingContext) -> None:
    """Make tasks of the rows of the only table in a phase without tasks, if most phases tell theirs in tables."""
    with_rows = [phase for phase in phases if phase.tasks and all(task.is_row for task in phase.tasks)]
    if 2 * len(with_rows) > len(phases):
        for phase in phases:
            if not phase.tasks and len(phase.other_tables) == 1:
                phase.tasks = read_task_table(phase.other_tables[0], context, is_work=True)


def read_deliverables(phases: Sequence[PhaseDraft], context: ReadingContext) -> None:
    """Make tasks of what these phases deliver, else of the headings in them, if there are several, in a plan that tells
    no other work."""
    for phase in phases:
        phase.tasks = [read_task(item, None, context) for work in phase.deliverables for item in work.items]
    if not any(phase.tasks for phase in phases) and sum(len(phase.parts) for phase in phases) > 1:
        for phase in phases:
            phase.tasks = [read_task_heading(section, context) for section in phase.parts]


def read_headed_tasks(parts: Sequence[PhaseDraft], context: ReadingContext) -> None:
    """Give those of these parts that have no tasks the headings with numbers as tasks, else the labels with ids."""
    for part in parts:
        if not part.tasks:
            part.tasks = [read_numbered_heading(section, context) for section in part.headed]
        if not part.tasks:
            labels = (work for work in part.plain_work if names_task(work.label))
            part.tasks = [read_task_title(work.label, None, work.line, context) for work in labels]


def read_loose_tasks(outside: PhaseDraft, context: ReadingContext) -> None:
    """Make tasks of the lists below headings that say nothing else, where there are several."""
    if len(outside.loose) > 1:
        outside.tasks = [read_task(item, None, context) for work in outside.loose for item in work.items]


def is_stated(item: Block) -> bool:
    """Whether an item begins with a word of state: `[DONE] Rake`."""
    return without_state(item_text(item))[1] is not None


def _tasks_of_lines(phase: PhaseDraft, context: ReadingContext) -> list[TaskDraft]:
    """The lines of text in a phase that count on from its number, as tasks. What they list explains them."""
    return [read_task_title(text, None, line, context) for line, text in phase.lines]


def _listed_tasks(draft: PhaseDraft, context: ReadingContext) -> list[TaskDraft]:
    """The tasks of a phase that tells them without boxes or ids: the items under a label of work, else the headings
    with numbers, else the items under no label. Outside of phases items under no label count beside the others, for
    the heading above calls them work. Their state is what their words say, or not tracked."""
    tasks: list[TaskDraft] = []
    labelled = [work for work in draft.plain_work if work.label]
    if draft.headed and all(is_horizon(work.label) for work in labelled):
        tasks += (read_numbered_heading(section, context) for section in draft.headed)
    unlabelled = [] if draft.headed and not labelled else draft.plain_work
    chosen = labelled if labelled and draft.line else unlabelled
    for work in chosen:
        if names_task(work.label):
            tasks.append(read_task_title(work.label, None, work.line, context))
        else:
            items = work.items if work.is_counted else _without_group_names(work.items)
            new = [read_task(item, None, context) for item in items]
            for task in new:
                task.state = task.state or work.state
            tasks += new
    return sorted(tasks, key=lambda task: task.line)


def _tasks_below_headings(draft: PhaseDraft, context: ReadingContext) -> list[TaskDraft]:
    """The items of a phase that stand below headings which only name a part of it: `Backend`."""
    return [read_task(item, None, context) for work in draft.below_headings for item in work.items]


def _rows(phase: PhaseDraft, context: ReadingContext) -> list[TaskDraft]:
    """The rows of the tables in a phase that have a column of tasks, and no other that only tasks have."""
    return [row for block in phase.unread_tables for row in read_task_table(block, context, is_work=True)]


def _leave_out_fields(parts: Sequence[PhaseDraft]) -> None:
    """Leave out the items that say something of their phase, in lists where most begin with a label, and one of the
    labels, such as `Goal`, stands in several of these lists and is not that of work. What is listed below another label
    that stands in several of them (`Do`) is the work, as are items without a label, if half of these lists have any."""
    lists = [work for part in parts for work in (*part.plain_work, *part.below_headings)]
    labels = {id(work): keys for work in lists if (keys := _labels(work))}
    seen = Counter(key for keys in labels.values() for key in keys)
    repeated = {key for key, times in seen.items() if times > 1}
    fields = {key for key in repeated if key in PHASE_LABELS or not may_hold_work(key)}
    of_work = {key for key in repeated - fields if not (key in TASK_LABELS or key in PHASE_LABELS or names_files(key))}
    of_fields = [work for work in lists if fields & labels.get(id(work), frozenset())]
    others = {id(work): items for work in of_fields if (items := _without_fields(work, repeated))}
    tells_others = 2 * len(others) >= len(of_fields)
    left = {id(work): others.get(id(work), ()) if tells_others else () for work in of_fields}
    for part in parts:
        part.below_headings = _with_items(part.below_headings, left)
    for work in of_fields:
        left[id(work)] += _listed_below(work, of_work)
    for part in parts:
        part.plain_work = _with_items(part.plain_work, left)


def _leave_out_group_names(parts: Sequence[PhaseDraft]) -> None:
    """Leave out the headings with numbers in a phase if all hold lists, and most phases list their tasks right below
    their own headings: then they only group tasks."""
    phases = [part for part in parts if part.line and (part.headed or part.plain_work)]
    listing = [part for part in phases if not part.headed]
    if _SEVERAL * len(listing) > len(phases):
        for part in phases:
            if all(any(block.kind is BlockKind.LIST for block in section.blocks) for section in part.headed):
                part.headed = []


def _with_items(lists: Sequence[PlainWork], left: Mapping[int, tuple[Block, ...]]) -> list[PlainWork]:
    """The lists with the items that are `left` of some, by their identity; those of which none are, are left out."""
    items = ((work, left.get(id(work))) for work in lists)
    return [work if those is None else replace(work, items=those) for work, those in items if those is None or those]


def _without_fields(work: PlainWork, repeated: Container[str]) -> tuple[Block, ...]:
    """The items of a list that do not begin with a label; where more begin with one that stands in no other list, so
    that it names what is done (`Boiler: a new one`), than with those of fields, these, too. Beside a label that names
    the work (`Tasks: dig, mow`) the others are fields."""
    labels = [label_key(value.label) if (value := _field(item)) else "" for item in work.items]
    named = sum(bool(label) and not _is_field(label, repeated) for label in labels)
    tells_work = any(names_work(label) or is_task_list(label) for label in labels if label)
    are_named = not tells_work and 2 * named > sum(map(bool, labels)) + len(work.reached)
    return tuple(
        item
        for item, label in zip(work.items, labels, strict=True)
        if not label or (are_named and not _is_field(label, repeated))
    )


def _is_field(key: str, repeated: Container[str]) -> bool:
    """Whether a label says something of a phase or a task, or of several things."""
    return key in repeated or key in PHASE_LABELS or key in TASK_LABELS or not may_hold_work(key)


def _listed_below(work: PlainWork, labels: Container[str]) -> tuple[Block, ...]:
    """The items in the lists below those items of a list that begin with one of these labels."""
    return tuple(
        below
        for item in work.items
        if (value := _field(item)) and label_key(value.label) in labels
        for below in list_items(item.children)
    )


def _field(item: Block) -> LabelledValue | None:
    """The label that an item begins with, and its value; `None` for one that counts the items."""
    return None if _is_counted(item) else labelled_value(item_text(item), item.line, ANY_LABEL)


def _is_counted(item: Block) -> bool:
    """Whether the label of an item counts it: `US 3: Paint`."""
    labelled = labelled_value(item_text(item), item.line, ANY_LABEL)
    return labelled is not None and counted_heading(labelled.label) is not None


def _labels(work: PlainWork) -> frozenset[str]:
    """The labels that the items of a list begin with; none if most of them do not."""
    labels = [value for item in (*work.items, *work.reached) if (value := _field(item))]
    items = [item for item in (*work.items, *work.reached) if not _is_counted(item)]
    return frozenset(label_key(value.label) for value in labels if 2 * len(labels) > len(items))


def _without_group_names(items: Sequence[Block]) -> Sequence[Block]:
    """The items; where all of them only name groups, the items of these groups."""
    below = [nested for item in items for nested in list_items(item.children)]
    if any(names_subtasks(item_text(nested)) for nested in below):
        return items
    groups = all(_GROUP_NAME.fullmatch(item_text(item)) and any(list_items(item.children)) for item in items)
    return below if groups else items
