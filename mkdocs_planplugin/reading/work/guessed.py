# Every page has lists and tables that are no work, so most have to say what they are. Once a page is known to be a
# plan, and it tells no work in any of the usual ways, the best of what is left is taken.
"""The work of plans that do not call it work."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from math import inf

from mkdocs_planplugin.gfm import Block, BlockKind
from mkdocs_planplugin.model import NO_ESTIMATE

from ..context import ReadingContext
from ..document import Document, Section, labelled_parts
from ..labels import label_key, labelled_value
from ..list_items import box_mark, item_text, names_code
from ..profiles import PLAN_WORDS, TASK_LABELS
from ..values import split_heading_estimate
from .drafts import PhaseDraft, TaskDraft
from .headings import HeadingSplitter, read_phase_title, says_when, whole_name
from .layout import Layout
from .names import is_horizon, may_hold_work, meaning_of, names_phases, names_phases_only, names_work, speaks_of_the_end
from .phase_numbers import counted_heading, is_counted, is_named_phase, numbered_heading
from .phase_sections import PhaseSection
from .phases import read_phase, read_values_in_name
from .roles import section_kind
from .task_tables import read_task_table, tables_in, tells_of_work
from .tasks import read_numbered_heading, read_task

_SEVERAL = 2
_CHAPTER = 2  # the level of the headings below the title


class _TasksByLine:
    """Tasks in the order of the text, to ask for those of a section."""

    def __init__(self, tasks: Iterable[TaskDraft]) -> None:
        self._tasks = sorted(tasks, key=lambda task: task.line)
        self.lines = [task.line for task in self._tasks]

    def between(self, after: int, last: float) -> list[TaskDraft]:
        """The tasks behind a line, up to another."""
        return self._tasks[bisect_right(self.lines, after) : bisect_right(self.lines, last)]


def planned_tasks(layout: Layout, context: ReadingContext) -> list[TaskDraft]:
    """The tasks below headings that name a plan (`Rollout plan`): the items of the lists right below them, or below
    the headings in them, else the rows of the tables there. Plans for the end of the work (`Test plan`) count if there
    are no others. Without any, a list with numbers right below the title holds the tasks."""
    plan_sections = [section for section in layout.document.root.walk() if _names_a_plan(section, layout)]
    main = [section for section in plan_sections if not speaks_of_the_end(section.title)]
    tasks = _tasks_of_sections(main, context) or _tasks_of_sections(plan_sections, context)
    title = layout.document.title
    if tasks or title is None or not any(block.kind is BlockKind.LIST and block.ordered for block in title.blocks):
        return tasks
    return _tasks_listed(title, context)


def numbered_phases(layout: Layout, tasks: Sequence[TaskDraft], context: ReadingContext) -> list[PhaseDraft]:
    """The phases of a plan whose chapters are its parts, or sections below a heading that names a plan, or, if there
    are `tasks`, below any: all of them have numbers, they hold all tasks, and most of them some, or, if there are none,
    lists. Chapters about something else (`2. Risks`, `3. Goals`) make it another kind of document."""
    if any(task.has_box or task.is_heading for task in tasks):
        return []
    root = layout.document.title or layout.document.root
    inner = [section for section in root.walk() if section is not root]
    plan_sections = [section for section in inner if _names_a_plan(section, layout)]
    # The innermost sections that hold all tasks are their phases: `2.1` and `2.2`, not chapters `1` and `2`.
    around = (*reversed(inner), root) if tasks else (root, *plan_sections)
    by_line = _TasksByLine(tasks)
    phases = (_phases_of(_chapters(section), by_line, context) for section in around)
    return next(filter(None, phases), [])


def named_phases(layout: Layout, outside: PhaseDraft, context: ReadingContext) -> list[PhaseDraft]:
    """The sections beside each other that are phases by their names, if there are several and most of them hold tasks,
    which are taken from those `outside`, or, if there are none, lists: `Planning phase`, `March 2026`, `Tar (Week 3)`,
    and whatever stands below `Implementation phases`. Headings that count by any word (`Round 1`) are names, too."""
    tasks = _TasksByLine(outside.tasks)
    for section in layout.document.root.walk():
        parts = [below for below in section.sections if layout.kinds[below] in (None, "phases")]
        named = _named_parts(section, parts, layout, context)
        phases = [_named_phase(*part, tasks, context) for part in named]
        if len(phases) >= _SEVERAL and _SEVERAL * sum(bool(phase.tasks) for phase in phases) > len(phases):
            taken = {id(task) for phase in phases for task in phase.tasks}
            outside.tasks = [task for task in outside.tasks if id(task) not in taken]
            return phases
    return []


def _named_parts(
    section: Section, parts: Sequence[Section], layout: Layout, context: ReadingContext
) -> list[tuple[Section, HeadingSplitter]]:
    """Those of the parts of a section that are phases by their names, and how their headings are read."""
    counted = [(part, heading.word) for part in parts if (heading := counted_heading(part.title))]
    if len(counted) >= _SEVERAL and len({word for _, word in counted}) == 1:
        return [(part, counted_heading) for part, _ in counted]
    if names_phases_only(section.title) and section is not layout.document.title:
        return [(part, whole_name) for part in parts if may_hold_work(part.title)]
    timed = {part for part in parts if says_when(part.title, context.calendar)}
    timed.update(part for part in parts if is_horizon(part.title) and _says_how_far(part.title, context))
    if any(is_horizon(part.title) for part in timed):  # `Now (Q4 2026)`, `Short term (1-2 months)`, `Later`
        timed.update(part for part in parts if is_horizon(part.title))
    return [(part, whole_name) for part in parts if part in timed or is_named_phase(part.title)]


def _says_how_far(horizon: str, context: ReadingContext) -> bool:
    """Whether a heading of what is to come says how far off it is: `Short term (1-2 months)`."""
    return bool(split_heading_estimate(horizon, context.calendar)[1])


def _named_phase(
    section: Section, split_heading: HeadingSplitter, tasks: _TasksByLine, context: ReadingContext
) -> PhaseDraft:
    title = read_phase_title(section.title, section.markdown, split_heading, context.calendar)
    phase = PhaseDraft(title.number, title.name, section.line, title.estimate, title.position, title.state)
    if is_horizon(section.title):
        phase.estimate = NO_ESTIMATE  # `Long term (6-12 months)` says when, not how long it takes
    phase.label = title.label
    read_values_in_name(phase, context)
    phase.tasks = tasks.between(section.line, _last_line(section)) if tasks.lines else _tasks_listed(section, context)
    return phase


def numbered_tasks(layout: Layout, context: ReadingContext) -> list[TaskDraft]:
    """The headings that count from 1 to 3 or more beside each other in a section, as tasks, unless half of them are
    about something else."""
    for section in layout.document.root.walk():
        if section.level < _CHAPTER or not (may_hold_work(section.title) or names_work(section.title)):
            continue
        if _SEVERAL * sum(map(_is_part, section.sections)) < len(section.sections):
            continue
        if is_counted(part.title for part in section.sections):
            return [read_numbered_heading(part, context) for part in section.sections]
    return []


def tasks_below_title(document: Document, context: ReadingContext) -> list[TaskDraft]:
    """The items of the lists right below the title of a plan, if no section holds others that may be work."""
    title = document.title
    if title is None or any(below.holds_list() and may_hold_work(below.title) for below in title.sections):
        return []
    return _tasks_listed(title, context)


def tasks_of_timeline(layout: Layout, context: ReadingContext) -> list[TaskDraft]:
    """The rows of the tables in sections that say when what is done."""
    tables = (block for section in layout.of("timeline") for block in tables_in(section.blocks))
    return [row for block in tables for row in read_task_table(block, context, is_work=True)]


def _chapters(section: Section) -> Sequence[Section]:
    """The sections right below a heading; where some count from 1, those without a number are none of its parts."""
    counted = is_counted(below.title for below in section.sections)
    return [below for below in section.sections if numbered_heading(below.title)] if counted else section.sections


def _phases_of(chapters: Sequence[Section], tasks: _TasksByLine, context: ReadingContext) -> list[PhaseDraft] | None:
    if len(chapters) < _SEVERAL or not all(_is_part(section) for section in chapters):
        return None
    starts = [section.line for section in chapters]
    if tasks.lines and not starts[0] < tasks.lines[0] <= tasks.lines[-1] <= max(map(_last_line, chapters)):
        return None
    others = frozenset(chapters)
    phases = [read_phase(PhaseSection(section, numbered_heading), others, context) for section in chapters]
    for phase, section, until in zip(phases, chapters, (*starts[1:], inf), strict=True):
        phase.tasks = tasks.between(section.line, until - 1)
        if not tasks.lines:
            listed = _tasks_listed(section, context)
            phase.tasks = listed or [read_numbered_heading(part, context) for part in _numbered_below(section)]
    with_tasks = sum(bool(phase.tasks) for phase in phases)
    return phases if with_tasks >= _SEVERAL and _SEVERAL * with_tasks >= len(phases) else None


def _numbered_below(section: Section) -> list[Section]:
    """The headings below a chapter that go on from its number: `2.1`, `2.2` below `2. Hull`."""
    chapter = numbered_heading(section.title)
    numbers = [heading.number if (heading := numbered_heading(part.title)) else "" for part in section.sections]
    goes_on = chapter and numbers and all(number.startswith(f"{chapter.number}.") for number in numbers)
    return section.sections if goes_on else []


def _last_line(section: Section) -> int:
    blocks = (block for below in section.walk() for outer in below.blocks for block in outer.walk())
    return max((block.line + len(block.lines) for block in blocks), default=section.line)


def read_unnamed_columns(parts: Sequence[PhaseDraft], context: ReadingContext) -> None:
    """Give these parts the rows of tables that have a column of tasks, and no other that only tasks have, else of those
    that tell of work in other columns. A single row is no list of tasks."""
    tables = [part.unread_tables for part in parts]
    if not any(tables):
        tables = [[block for block in part.other_tables if tells_of_work(block, context)] for part in parts]
    rows = [[row for block in blocks for row in read_task_table(block, context, is_work=True)] for blocks in tables]
    if sum(map(len, rows)) >= _SEVERAL:
        for part, tasks in zip(parts, rows, strict=True):
            part.tasks, part.unread_tables = tasks, []


def _names_a_plan(section: Section, layout: Layout) -> bool:
    if section.level == 0 or section is layout.document.title or section in layout.in_phases:
        return False
    meaning = meaning_of(section.title)
    if meaning == "deliverables" and layout.kinds[section] in (None, "timeline"):
        return True
    if layout.kinds[section] not in (None, "phases") or meaning not in (None, "work"):
        return False
    return names_work(section.title) or names_phases(section.title) or PLAN_WORDS.is_in(label_key(section.title))


def _tasks_of_sections(sections: Sequence[Section], context: ReadingContext) -> list[TaskDraft]:
    inner = {below for section in sections for below in section.walk() if below is not section}
    tasks = [task for section in sections if section not in inner for task in _tasks_of(section, context)]
    return sorted(tasks, key=lambda task: task.line)


def _tasks_of(section: Section, context: ReadingContext) -> list[TaskDraft]:
    is_work = meaning_of(section.title) != "deliverables"  # lists of deliverables say what comes of it
    if is_work and len(section.sections) >= _SEVERAL and all(map(_is_part, section.sections)):
        with_lists = sum(any(_listed(part)) for part in section.sections)
        if _SEVERAL * with_lists < len(section.sections):  # else these are phases
            return [read_numbered_heading(part, context) for part in section.sections]
    around = [section] if any(_listed(section)) else [below for below in section.walk() if may_hold_work(below.title)]
    items = [item for below in around for item in _listed(below)]
    if items and is_work:
        return [read_task(item, None, context) for item in items]
    rows = [row for block in tables_in(section.blocks) for row in read_task_table(block, context, is_work=True)]
    parts = section.sections if is_work and not rows else []
    if len(parts) >= _SEVERAL and all(may_hold_work(part.title) for part in parts):
        return [read_numbered_heading(part, context) for part in parts]
    return rows


def _is_part(section: Section) -> bool:
    heading = numbered_heading(section.title)
    return heading is not None and section_kind(section.title) is None and may_hold_work(heading.name)


def _tasks_listed(section: Section, context: ReadingContext) -> list[TaskDraft]:
    return [read_task(item, None, context) for item in _listed(section)]


def _listed(section: Section) -> Iterator[Block]:
    """The items right below a heading, or below a label of work: of lists with numbers, where there are some. Lists
    with boxes, of fields and of code are left out."""
    labelled = labelled_parts(section.blocks)
    parts = [part for part in labelled if not part.label or part.value or names_work(part.label)]
    lists = [
        block for part in parts for block in part.blocks if block.kind is BlockKind.LIST and not _is_no_work(block)
    ]
    for block in [block for block in lists if block.ordered] or lists:
        yield from (item for item in block.children if item_text(item))


def _is_no_work(block: Block) -> bool:
    items = block.children
    if any(box_mark(item) is not None for item in items) or (names_code(items) and not block.ordered):
        return True
    labels = (labelled_value(item_text(item), item.line, TASK_LABELS) for item in items)
    return any(label_key(label.label) in TASK_LABELS for label in labels if label)
