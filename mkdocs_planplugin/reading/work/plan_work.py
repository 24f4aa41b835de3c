# What counts as work depends on what else there is: plain items are tasks only where nothing has a box or an id, groups
# of boxes are phases only where no heading is one.
"""Reading all the work of a document into drafts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Sequence
from functools import partial
from itertools import groupby

from msgspec import Struct

from mkdocs_planplugin.catalog import FindingKind
from mkdocs_planplugin.model import Severity

from ..context import ReadingContext
from ..document import Section
from ..labels import label_key
from ..list_items import names_code
from ..profiles import SectionKind, phrase_finder
from .drafts import PhaseDraft, TaskDraft
from .guessed import (
    named_phases,
    numbered_phases,
    numbered_tasks,
    planned_tasks,
    read_unnamed_columns,
    tasks_below_title,
    tasks_of_timeline,
)
from .headings import phase_word
from .joining import grouped, have_same_name, joined_phases, phases_of_groups
from .layout import Layout
from .names import is_horizon, may_hold_tables_of_work, speaks_of_subtasks
from .outside import read_work_outside_phases
from .overviews import (
    add_boxed_phases,
    add_in_order,
    add_listed_phases,
    phases_of_rows,
    place_at_headings,
    take_out_repeats,
    without_phases,
    without_repeats,
)
from .phase_numbers import label_of_phase, numbered_heading, phase_heading
from .phase_sections import NOT_WORK
from .phases import read_phase
from .plain_tasks import (
    read_deliverables,
    read_headed_tasks,
    read_loose_tasks,
    read_plain_tasks,
    read_tables_like_others,
)
from .roles import section_kind
from .task_tables import names_tasks, tables_in
from .tasks import add_listed_tasks, read_numbered_heading

UNCOUNTED_TABLE = FindingKind(
    "PLAN117",
    Severity.INFO,
    "A table of tasks that counts nowhere",
    "Its columns do not say where the tasks stand, or the tasks that count are told with boxes elsewhere.",
    "Give the table a column such as Status, Owner, Estimate or Due, or its tasks boxes.",
)

KINDS = (UNCOUNTED_TABLE,)

_SEVERAL = 2
_SAID_OF_TASKS = frozenset(("owner", "start", "due", "end", "from", "to"))
# A checklist is what must hold, by its heading; where nothing else is work, its boxes are, as are those of a timeline
# and of a list of files.
_MAY_HOLD_BOXES: tuple[SectionKind, ...] = ("definition_of_done", "timeline", "aside")
_MAY_HOLD_TABLES: tuple[SectionKind, ...] = ("aside", "definition_of_done")
_LIST_TITLE = phrase_finder(lambda profile: profile.detection.list_titles)


class WorkDrafts(Struct):
    """The phases of a document without duplicates, and the work `outside` of them, as a phase without a name."""

    phases: list[PhaseDraft]
    outside: PhaseDraft

    def walk(self) -> list[TaskDraft]:
        """All tasks and sub-tasks."""
        return [task for phase in (*self.phases, self.outside) for task in phase.walk()]

    @property
    def is_empty(self) -> bool:
        """Whether there are no tasks."""
        return not self.outside.tasks and not any(phase.tasks for phase in self.phases)


def _speaks_of_subtasks_above(layout: Layout, tasks: Sequence[TaskDraft]) -> bool:
    """Whether a heading above one of the tasks says that such tasks have sub-tasks."""
    sections = sorted(layout.document.root.walk(), key=lambda section: section.line)
    speak = {below for section in sections if speaks_of_subtasks(section.title) for below in section.walk()}
    lines = [section.line for section in sections]
    return bool(speak) and any(sections[bisect_right(lines, task.line) - 1] in speak for task in tasks)


def read_work(layout: Layout, context: ReadingContext) -> WorkDrafts:
    """The work of a document."""
    others = frozenset(phase.section for phase in layout.phases)
    drafts = [read_phase(phase, others, context) for phase in layout.phases]
    for draft in drafts:
        draft.tasks = grouped(draft.tasks)
    phases = joined_phases(drafts)
    outside = _outside(layout, context, beside_tasks=any(phase.tasks for phase in phases))
    take_out_repeats(phases, outside)
    add_listed_phases(phases, outside, context.calendar)
    add_boxed_phases(phases, outside)
    boxes = sum(task.has_box for phase in (*phases, outside) for task in phase.walk())
    if boxes >= sum(task.by_number for phase in phases for task in phase.tasks):
        for phase in phases:
            _drop_numbered_headings(phase)
    in_phases = any(task.has_box for phase in phases for task in phase.walk())
    uncounted = _settle_rows(phases, outside, beside_boxes=boxes > 0 and not in_phases)
    if not phases:
        have_subtasks = _speaks_of_subtasks_above(layout, outside.tasks)
        phases, outside.tasks = phases_of_groups(grouped(outside.tasks), have_subtasks=have_subtasks)
    if _are_tasks(layout, phases, outside):
        outside.tasks = [read_numbered_heading(phase.section, context) for phase in layout.phases]
        without_repeats(outside.rows, outside.tasks)  # only for what the rows say of these tasks
        phases = []
    if not phases and outside.tasks and all(task.is_row and not task.has_box for task in outside.tasks):
        outside.tasks = _as_told_below(layout, outside.tasks, context)
    place_at_headings(phases, outside)
    _give_rows_to_phases(phases, outside)
    _leave_out_mentions(phases, outside)
    work = WorkDrafts(phases, outside)
    if all(task.is_row and not task.has_box for task in work.walk()):
        read_plain_tasks(phases, context)
    elif not any(task.has_box for task in work.walk()):
        read_headed_tasks(phases, context)
    if work.is_empty:
        _read_work_beside(work, context)
    read_tables_like_others(phases, context)
    add_listed_tasks(work.walk(), context)
    _note_tables(uncounted, context)
    return work


def _leave_out_mentions(phases: Sequence[PhaseDraft], outside: PhaseDraft) -> None:
    """Beside phases that list what is to be done, items such as `Task 5: no collection` only speak of tasks, and a
    table that says neither states nor who, when, how long or what is waited for tells it in another way."""
    if any(task.has_box or task.is_heading or (task.is_row and _says_more(task)) for task in outside.tasks):
        return
    if phases and not any(phase.tasks for phase in phases) and any(phase.plain_work for phase in phases):
        outside.tasks = []


def _says_more(row: TaskDraft) -> bool:
    """Whether a row of a table says more of a task than its name."""
    has_length = row.title_estimate.known or ("estimate" in row.values and row.values["estimate"].known)
    return bool(row.state or row.dependency or has_length or not _SAID_OF_TASKS.isdisjoint(row.values))


def _read_work_beside(work: WorkDrafts, context: ReadingContext) -> None:
    """Read what is told outside of phases that tell no work, or what they deliver; that comes first where lists outside
    of them only say how soon something is done (`Long-term considerations`)."""
    ways = [partial(read_plain_tasks, [work.outside], context), partial(read_deliverables, work.phases, context)]
    if all(is_horizon(listed.label) for listed in work.outside.plain_work):
        ways.reverse()
    for read_tasks in ways:
        if work.is_empty:
            read_tasks()


def guess_work(work: WorkDrafts, layout: Layout, context: ReadingContext) -> None:
    """In a plan that tells no work, make tasks of the tables that only have a column of tasks, else of what stands
    below headings that name a plan, else of the lists in a roadmap, else of those in chapters with numbers, all but the
    tables only where nothing has a box. Not before the page is known to be a plan: every page has such lists."""
    parts = (*work.phases, work.outside)
    if work.is_empty:
        read_unnamed_columns(parts, context)
    if not work.phases and not any(group.role == "work" for group in layout.box_groups):
        _guess_outside(work, layout, context)
    if not work.phases and work.is_empty:
        work.outside.tasks = numbered_tasks(layout, context) or tasks_below_title(layout.document, context)
    if not work.phases and work.is_empty and len(work.outside.loose) == len(work.outside.others):
        read_loose_tasks(work.outside, context)  # there are no lists but those below headings that say nothing else
    if not work.phases and work.is_empty:
        _add_rows(work, tasks_of_timeline(layout, context))
    if work.phases and work.is_empty and all(phase.is_step for phase in work.phases):
        work.outside.tasks = [read_numbered_heading(phase.section, context) for phase in layout.phases]
        work.phases = []
    if not work.phases:
        work.phases = named_phases(layout, work.outside, context)
    add_listed_tasks(work.walk(), context)
    if work.is_empty:
        _note_unread_tables(parts, context)


def _add_rows(work: WorkDrafts, rows: Sequence[TaskDraft]) -> None:
    """Add the rows of tables to a plan without phases: as phases, where they are or name some, else as tasks."""
    of_phases: list[TaskDraft] = []
    for row in rows:
        (of_phases if row.group or row.names_phase else work.outside.tasks).append(row)
    work.phases = phases_of_rows(of_phases)


def _guess_outside(work: WorkDrafts, layout: Layout, context: ReadingContext) -> None:
    if not work.outside.tasks:
        title = context.document.title
        is_list = title is not None and _LIST_TITLE.is_in(label_key(title.title))
        work.outside.tasks = planned_tasks(layout, context)
        if is_list and not work.outside.tasks:
            read_loose_tasks(work.outside, context)
    if any(task.names_phase for task in work.outside.tasks):
        rows, work.outside.tasks = work.outside.tasks, []
        _add_rows(work, rows)
        return
    work.phases = numbered_phases(layout, work.outside.tasks, context)
    if work.phases:
        work.outside.tasks = []


def _are_tasks(layout: Layout, phases: Sequence[PhaseDraft], outside: PhaseDraft) -> bool:
    """Whether headings with numbers, alone or behind a word such as `Story`, are the tasks: there is no work in them,
    and boxes only say when they are done, or, behind a word, all that is listed in them are files."""
    headings = [numbered_heading(phase.section.title) for phase in layout.phases]
    if outside.tasks or not all(heading and (heading.word or not heading.label) for heading in headings):
        return False
    tell_work = any(phase.tasks or phase.rows or any(work.label for work in phase.plain_work) for phase in phases)
    by_word = len(phases) >= _SEVERAL and all(heading and heading.word for heading in headings)
    tell_when = sum(bool(phase.criteria) for phase in phases) >= _SEVERAL
    return not tell_work and (tell_when or (by_word and all(map(_lists_files, phases))))


def _give_rows_to_phases(phases: Sequence[PhaseDraft], outside: PhaseDraft) -> None:
    """Give the rows of a table of tasks to the phases that they name in another column (`Milestone`, `M1`), where no
    phase tells tasks itself and each row names one."""
    if not outside.tasks or any(phase.tasks for phase in phases):
        return
    by_label = {label_key(phase.label or f"phase {phase.number}"): phase for phase in phases}
    found: list[tuple[TaskDraft, PhaseDraft]] = []
    for row in outside.tasks:
        heading = phase_heading(row.group)
        label = (heading.label or f"phase {heading.number}") if heading else row.group
        if phase := by_label.get(label_key(label)):
            found.append((row, phase))
    if len(found) == len(outside.tasks):
        for row, phase in found:
            phase.tasks.append(row)
        outside.tasks = []


def _as_told_below(layout: Layout, rows: list[TaskDraft], context: ReadingContext) -> list[TaskDraft]:
    """The rows of a table of tasks; in their place the headings that tell most of them one by one: `## 1. Dig` beside
    the row `1 | Dig`."""
    by_number = {row.written: row.title for row in rows if row.written}
    told = [
        section
        for section in layout.document.root.walk()
        if (heading := numbered_heading(section.title))
        and heading.number in by_number
        and have_same_name(heading.name, by_number[heading.number])
    ]
    if _SEVERAL * len(told) <= len(rows) or len(told) < _SEVERAL:
        return rows
    tasks = [read_numbered_heading(section, context) for section in told]
    return [*tasks, *without_repeats(rows, tasks)]


def _lists_files(phase: PhaseDraft) -> bool:
    """Whether most of what a phase lists begins with code: the files that it changes."""
    items = [item for work in (*phase.plain_work, *phase.code_lists, *phase.below_headings) for item in work.items]
    return _SEVERAL * sum(names_code([item]) for item in items) > len(items)


def _drop_numbered_headings(phase: PhaseDraft) -> None:
    """Drop headings that only have numbers, where boxes are the work, and there are at least as many, or the rows of a
    table: then such a heading names a part of the work. Its criteria belong to the phase."""
    for task in phase.tasks:
        if task.by_number:
            phase.criteria += (item for below in task.walk() for item in below.criteria)
    phase.tasks = [task for task in phase.tasks if not task.by_number]


def _settle_rows(phases: list[PhaseDraft], outside: PhaseDraft, *, beside_boxes: bool) -> list[TaskDraft]:
    """Make tasks of the rows of tables: in a phase, if the phase has no tasks; outside, if the plan has none.

    Otherwise, and if all boxes of the plan are outside of phases (`beside_boxes`), rows without boxes only add to the
    tasks that they repeat. Rows that repeat none are returned.
    """
    left: list[TaskDraft] = []
    for phase in phases:
        rows = [row for row in phase.rows if not (row.names_phase and phase_heading(row.called or row.title))]
        if rows and all(task.by_number for task in phase.tasks):
            _drop_numbered_headings(phase)  # they name parts, beside a table of tasks
        if phase.tasks or beside_boxes:
            left += _without_boxes(without_repeats(rows, list(phase.walk())), phase)
        else:
            phase.tasks = rows
    rows = without_phases(phases, outside.rows)
    words = {phase_word(phase.label or "") for phase in phases}
    new_phases = [row for row in rows if row.names_phase and _counts_by(row, words)]
    if 0 < len(new_phases) <= len(outside.rows) - len(rows):  # half of a table are phases: so are the other rows
        add_in_order(phases, phases_of_rows(new_phases))
    tasks = [row for row in rows if not row.names_phase]
    full_tasks = [task for phase in (*phases, outside) for task in phase.walk()]
    if full_tasks:
        left += _without_boxes(without_repeats(tasks, full_tasks), outside)
    elif not phases and not outside.tasks:
        of_phases = [row for row in rows if row.group] or [row for row in rows if row.names_phase and not tasks]
        phases += phases_of_rows(of_phases)
        outside.tasks = [row for row in tasks if not row.group]
    else:
        outside.tasks = tasks
    return without_repeats(left, full_tasks)


def _counts_by(row: TaskDraft, words: Container[str]) -> bool:
    """Whether a row is a phase by one of these words, or by `Phase`."""
    heading = phase_heading(row.title)
    return heading is not None and (label_of_phase(heading) is None or heading.word in words)


def _without_boxes(rows: Sequence[TaskDraft], part: PhaseDraft) -> list[TaskDraft]:
    """The rows without those that have a box, which are tasks of this part as much as items with boxes are."""
    with_boxes = [row for row in rows if row.has_box]
    part.tasks = sorted((*part.tasks, *with_boxes), key=lambda task: task.line)
    return [row for row in rows if not row.has_box]


def _note_tables(uncounted: Sequence[TaskDraft], context: ReadingContext) -> None:
    """Add a finding about a table of tasks that are not counted: most of its rows say what rows of tasks say."""
    for _, numbered in groupby(enumerate(uncounted), lambda pair: pair[1].line - pair[0]):  # rows that touch
        rows = [row for _, row in numbered]
        told = [row for row in rows if (row.written or row.state) and (row.values or row.dependency)]
        if 2 * len(told) > len(rows):
            message = "the rows of this table are in no counter, for other tasks of the plan have boxes"
            hint = "give these tasks boxes, or the others a place in the table"
            context.findings.note(UNCOUNTED_TABLE, told[0].line, message, hint)
            return


def _note_unread_tables(parts: Sequence[PhaseDraft], context: ReadingContext) -> None:
    """Add a finding about a table of tasks whose columns are not understood, in a plan without other tasks."""
    first = next((block for part in parts for block in part.unread_tables), None)
    if first:
        message = (
            "this table of tasks is not read: no column says a state, an owner, a length, a date or what is waited for"
        )
        context.findings.note(
            UNCOUNTED_TABLE, first.line, message, "call such a column Status, Owner, Estimate, Due or Depends on"
        )


def _holds_table_of_tasks(section: Section, context: ReadingContext) -> bool:
    """Whether a table of tasks stands in a section of what is waited for, or behind what all tasks have to meet: by its
    columns it says what it is."""
    may_hold = section_kind(section.title) == "definition_of_done" or may_hold_tables_of_work(section.title)
    tables = tables_in(section.blocks) if may_hold else ()
    return any(names_tasks(block, context.document) for block in tables)


def _outside(layout: Layout, context: ReadingContext, *, beside_tasks: bool) -> PhaseDraft:
    """The work outside of phases. If phases hold the work, other views of it do not count."""
    not_work = NOT_WORK | {"other_view"} if beside_tasks else NOT_WORK
    sections = (section for section in layout.document.root.walk() if section not in layout.in_phases)
    lists_of_work = {group.section for group in layout.box_groups if group.role == "work"}
    return read_work_outside_phases(
        (
            section
            for section in sections
            if (kind := layout.kinds[section]) not in not_work
            or (kind in _MAY_HOLD_BOXES and section in lists_of_work)
            or (kind in _MAY_HOLD_TABLES and _holds_table_of_tasks(section, context))
        ),
        context,
    )
