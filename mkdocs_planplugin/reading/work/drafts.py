# What a task depends on can only be told when every task and phase of the plan has its id: until then they are drafts.
"""Tasks and phases while a document is read."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from mkdocs_planplugin.gfm import Block
from mkdocs_planplugin.model import NO_ESTIMATE, ChecklistItem, Estimate, Position, State

from ..document import Section
from .dependencies import StatedDependency
from .remarks import Hindrance

# The fields that tasks and phases both say of themselves.
SAID_OF_BOTH = frozenset(("due", "end", "owner", "start"))


class TaskDraft(Struct):
    """A task before ids are given and references resolved.

    `written` is the id that the author gave. `values` are the attributes for which the model has fields, by the name of
    the field. `attributes` are the others, by their label.
    """

    written: str | None
    title: str
    state: State | None
    line: int
    title_estimate: Estimate = NO_ESTIMATE  # counts where no attribute says another
    title_values: dict[str, Any] = {}  # fields that its title says; they count where no attribute says another
    values: dict[str, Any] = {}
    attributes: dict[str, str] = {}
    dependency: StatedDependency | None = None
    status: tuple[State | None, int] | None = None  # what its Status attribute says, and the line
    parallel: bool = False
    criteria: list[ChecklistItem] = []
    subtasks: list[TaskDraft] = []
    has_box: bool = False
    mark: str = ""  # the character in its box
    has_remark: bool = False  # a remark behind its name says its state: a Status counts more
    hindrance: Hindrance | None = None  # what its title says, if its box is open: it may also name a task
    is_heading: bool = False
    by_word: bool = False  # it is called a task: `Task 2`
    by_number: bool = False  # a heading that only its number makes a task
    column: int = 0  # of a row of a table, that of its title
    group: str = ""  # of a row: the phase that it names beside the task
    names_phase: bool = False  # of a row: it names a phase, no task
    signed: str | None = None  # the id behind a sign: `🆔 a1`
    called: str = ""  # its name, where that stands elsewhere: below a label, of a row in another cell
    position: Position | None = None  # of a row that names a phase: when it is
    no_state: bool = False  # of a row: the place of its state is empty, or says no
    is_row: bool = False  # of a table
    has_steps: bool = False  # what is below it is listed with signs of state
    listed: list[Block] = []  # items below a label such as `Tasks`: its sub-tasks, should nothing have a box

    def walk(self) -> list[TaskDraft]:
        """Itself and all below it."""
        return _walked([self])


class PlainWork(Struct, frozen=True):
    """List items below a label that speaks of work, or without a label (`label` is empty). A label with an id (`**4.1
    Storage:**`) is a task itself."""

    label: str
    line: int
    items: tuple[Block, ...]
    is_counted: bool = False  # the list has numbers
    reached: tuple[Block, ...] = ()  # items that were left out, for they say what the others lead to
    state: State | None = None  # what the heading says of its items: `In Progress`


class PhaseDraft(Struct):
    """A phase before references are resolved. `criteria` are those of the phase, without those of its tasks."""

    number: str | None
    name: str
    line: int
    estimate: Estimate = NO_ESTIMATE
    position: Position | None = None
    state: State | None = None
    values: dict[str, Any] = {}  # what its heading or its labels say besides, by the name of the field
    rationale: str | None = None
    dependency: StatedDependency | None = None
    label: str | None = None
    is_step: bool = False  # its heading calls it a step
    is_row: bool = False  # of a table
    tasks: list[TaskDraft] = []
    criteria: list[ChecklistItem] = []
    in_checklist: bool = False  # told before, and ticked off here
    is_view: bool = False  # of other phases: no phase of its own unless it says a day or an owner
    rows: list[TaskDraft] = []  # tasks of tables, should there be no others
    unread_tables: list[Block] = []  # tables of tasks whose columns say nothing of them
    parts: list[Section] = []  # what stands below headings right in the phase that only name a part of it
    other_tables: list[Block] = []  # tables that say nothing of tasks
    code_lists: list[PlainWork] = []  # lists of items that begin with code, below no label
    below_headings: list[PlainWork] = []  # the same below headings that say nothing of work
    deliverables: list[PlainWork] = []  # lists of what comes of it
    others: list[PlainWork] = []  # lists outside of phases that nothing calls work
    loose: list[PlainWork] = []  # lists right below headings outside of phases
    listed_phases: list[PlainWork] = []  # lists with numbers right below headings that name phases
    headed: list[Section] = []  # the same for headings with numbers
    plain_work: list[PlainWork] = []  # tasks, should the plan have no others
    lines: list[tuple[int, str]] = []  # lines of text that count on from its number: `1.1 Dig`; tasks, too
    has_lists: bool = False  # lists, tables or code stand in it

    def walk(self) -> list[TaskDraft]:
        """Its tasks and all below them."""
        if not [task for task in self.tasks if task.subtasks]:
            return self.tasks[:]
        return _walked(self.tasks[::-1])


def _walked(pending: list[TaskDraft]) -> list[TaskDraft]:
    """These tasks, of which the first is the last, and all below them, in the order of the text."""
    tasks = []
    while pending:
        task = pending.pop()
        tasks.append(task)
        if task.subtasks:
            pending += reversed(task.subtasks)
    return tasks
