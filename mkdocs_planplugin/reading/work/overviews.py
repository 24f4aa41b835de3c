# Many plans begin with a list or a table of their phases or tasks, and tell these in full further down. What only
# repeats the work is not counted a second time; what it alone says (a tick, an owner) goes to the work.
"""Lists and tables that repeat the work."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence

from mkdocs_planplugin.gfm import Block
from mkdocs_planplugin.model import Calendar

from ..labels import label_key
from ..list_items import box_mark, has_boxes, is_plain, item_text, list_items
from ..patterns import when_used
from ..profiles import STEP_WORDS
from .drafts import SAID_OF_BOTH, PhaseDraft, PlainWork, TaskDraft
from .headings import read_phase_title
from .joining import fill, have_same_name, phase_of_item
from .phase_numbers import NumberedHeading, label_of_phase, numbered_heading, phase_heading

_MANY = 3  # so many items that count phases are a list of them
_SEVERAL = 2  # or so many, with lists below them
# Behind a name in bold type: `**Phase 1: Walls** (3 days) ✅`, `**Walls** — 3 days`.
_LENGTH_AND_SIGN = when_used(r" ?(?:\([^()]{1,60}\)|[–—-]\s~?\d[^()*:：]{1,30}$)? ?[^\w\s()*:：–—-]{0,2}")
_DAY_BEFORE = when_used(r"^\(\d{4}-\d\d-\d\d[^()]*\)\s*")  # in the Progress of an ExecPlan
_NAME_IN_ITEM = when_used(r"\*\*|__|\n|\s[–—-]\s|[:：]\s")


def take_out_repeats(phases: Sequence[PhaseDraft], outside: PhaseDraft) -> None:
    """Remove the tasks from `outside` that repeat a phase or a task of another place."""
    tell_work = any(
        phase.tasks or phase.rows or phase.plain_work or phase.below_headings or phase.headed for phase in phases
    )
    outside.tasks = without_phases(phases, outside.tasks, keep_boxes=not tell_work)
    full_tasks = [task for phase in phases for task in phase.walk()]
    full_tasks += [task for top in outside.tasks if top.is_heading for task in top.walk()]
    outside.tasks = without_repeats(outside.tasks, full_tasks)


def without_repeats(tasks: Iterable[TaskDraft], full_tasks: Sequence[TaskDraft]) -> list[TaskDraft]:
    """The tasks without those that repeat one of `full_tasks`: by its id, or, if most of them do, by its name.

    Values that only the repetition has are added to the full task.
    """
    tasks = list(tasks)
    listed = [task for task in tasks if not task.is_heading]
    if not listed:
        return tasks
    by_id = {task.written.casefold(): task for task in reversed(full_tasks) if task.written}
    by_name = {label_key(task.title): task for task in reversed(full_tasks)}
    same = {id(task): first for task in listed if (first := by_name.get(label_key(task.title))) and first is not task}
    if 2 * len(same) < len(listed):
        same = {}
    for task in listed:
        first = by_id.get((task.written or "").casefold())
        if (
            first
            and first is not task
            and (not task.written or not task.written.isdecimal() or have_same_name(first.title, task.title))
        ):
            same[id(task)] = first
    for task in listed:
        if first := same.get(id(task)):
            fill(first, task)
    return [task for task in tasks if id(task) not in same]


def phases_of_rows(rows: Sequence[TaskDraft]) -> list[PhaseDraft]:
    """The phases that the rows of a table name: rows that are phases themselves, or phases with the tasks beside
    them."""
    phases: dict[str, PhaseDraft] = {}
    for row in rows:
        words = row.called or row.title if row.names_phase else row.group
        number = row.written if row.names_phase and row.written != words else None  # in a column of its own
        heading = phase_heading(words) or numbered_heading(words) or NumberedHeading(number or "", words)
        new = PhaseDraft(heading.number or None, heading.name, row.line, label=label_of_phase(heading))
        new.is_row = row.names_phase
        phase = phases.setdefault(words, new)
        if row.names_phase:
            _add_values(phase, row)
        else:
            phase.tasks.append(row)
    return list(phases.values())


def place_at_headings(phases: Sequence[PhaseDraft], outside: PhaseDraft) -> None:
    """Where the phases of a table have headings with their numbers and names further down, these are their places, and
    no tasks."""
    headings = {heading.number: section for section in outside.headed if (heading := numbered_heading(section.title))}
    of_phases = [(phase, headings[phase.number]) for phase in phases if phase.is_row and phase.number in headings]
    if not of_phases or len(of_phases) < len(phases):
        return
    for phase, section in of_phases:
        phase.line = section.line
    taken = {section for _, section in of_phases}
    outside.headed = [section for section in outside.headed if section not in taken]


def add_listed_phases(phases: list[PhaseDraft], outside: PhaseDraft, calendar: Calendar) -> None:
    """Add the phases that a list without boxes names, three or more by one word, or two with lists, and that no heading
    does; what is listed below them may be their work."""
    if not phases:
        _add_numbered_items(phases, outside, calendar)
    if not phases:
        _add_items_with_boxes(phases, outside, calendar)
    for work in (*outside.plain_work, *outside.others):
        headings = [phase_heading(_text_of(item)) for item in work.items]
        words = {heading.word for heading in headings if heading}
        all_list = all(any(list_items(item.children)) for item in work.items)
        if None in headings or len(headings) < (_SEVERAL if all_list else _MANY):
            continue
        if len(words) != 1 or words <= STEP_WORDS:
            continue
        if 2 * len(phases) > len(headings):  # another view of them
            continue
        for part in (outside.plain_work, outside.others):
            part[:] = (other for other in part if other is not work)
        listed = [
            _listed_phase(item, heading, calendar)
            for item, heading in zip(work.items, headings, strict=True)
            if heading
        ]
        numbers = {phase.number for phase in phases}
        add_in_order(phases, (phase for phase in listed if phase.number not in numbers))


def _add_numbered_items(phases: list[PhaseDraft], outside: PhaseDraft, calendar: Calendar) -> None:
    """Add the phases that a list with numbers below `Implementation Phases` names, if most of them list their work."""
    work = next(iter(outside.listed_phases), None)
    if work is None or outside.tasks or any(box_mark(item) for item in work.items):
        return
    if _SEVERAL * sum(any(list_items(item.children)) for item in work.items) <= len(work.items):
        return
    for number, item in enumerate(work.items, 1):
        words = _text_of(item)
        heading = phase_heading(words) or NumberedHeading(str(number), words)
        phases.append(_listed_phase(item, heading, calendar))
    for part in (outside.plain_work, outside.others):
        part.clear()


def _add_items_with_boxes(phases: list[PhaseDraft], outside: PhaseDraft, calendar: Calendar) -> None:
    """Add the phases that a list with numbers names, if no item has a box, and below each of several are boxes, which
    are all the work there is: `1. Rehearse (2 days)`."""
    lists = [work for work in (*outside.plain_work, *outside.others) if work.is_counted]
    work = next((work for work in lists if len(work.items) >= _SEVERAL and all(map(_holds_boxes, work.items))), None)
    if work is None:
        return
    starts = [item.line for item in work.items]
    below: list[list[TaskDraft]] = [[] for _ in work.items]
    for task in outside.tasks:
        if task.line <= starts[0]:
            return  # there is other work
        below[bisect_left(starts, task.line) - 1].append(task)
    if not all(below):
        return
    for number, (item, tasks) in enumerate(zip(work.items, below, strict=True), 1):
        phase = _listed_phase(item, NumberedHeading(str(number), _text_of(item)), calendar)
        phase.tasks, phase.plain_work = tasks, []
        phases.append(phase)
    outside.tasks = []
    for part in (outside.plain_work, outside.others):
        part[:] = (other for other in part if other is not work)


def _holds_boxes(item: Block) -> bool:
    return has_boxes(item.children)


def add_boxed_phases(phases: list[PhaseDraft], outside: PhaseDraft) -> None:
    """Add the phases that only a list with boxes names, beside others that have headings: those that are long over, or
    far off. The box is the only task of such a phase."""
    numbers = {phase.number for phase in phases}
    boxes = [(task, phase_heading(task.title)) for task in outside.tasks if task.has_box and not task.is_heading]
    new = [
        (task, heading)
        for task, heading in boxes
        if heading and heading.gap.strip() and heading.word not in STEP_WORDS and heading.number not in numbers
    ]
    if phases and new:
        taken = {id(task) for task, _ in new}
        outside.tasks = [task for task in outside.tasks if id(task) not in taken]
        add_in_order(phases, [phase_of_item(task, heading) for task, heading in new])


def add_in_order(phases: list[PhaseDraft], new: Iterable[PhaseDraft]) -> None:
    """Add phases that stand elsewhere: where their numbers belong, else where they are told."""
    phases += new
    numbers = [phase.number or "" for phase in phases]
    if all(map(str.isdecimal, numbers)):
        phases.sort(key=lambda phase: (len(phase.number or ""), phase.number or ""))
    else:
        phases.sort(key=lambda phase: phase.line)


def _text_of(item: Block) -> str:
    """The text of an item, from its first word on; a name in bold type ends with two stars."""
    text = item_text(item)
    return (text.replace("__", "**", 2) if text.startswith("__") else text).lstrip("*_ ")


def _listed_phase(item: Block, heading: NumberedHeading, calendar: Calendar) -> PhaseDraft:
    """The phase of an item, named by what stands in bold type or before a dash, with its length and state behind."""
    name, *behind = _NAME_IN_ITEM.split(heading.name, maxsplit=1)
    match = _LENGTH_AND_SIGN.match(behind[0]) if behind else None
    number = f"{heading.label}:" if heading.label else f"{heading.number}."
    words = f"{number} {name.strip()}{match[0] if match else ''}"
    split_heading = phase_heading if heading.label else numbered_heading
    title = read_phase_title(words, item_text(item), split_heading, calendar)
    draft = PhaseDraft(title.number, title.name, item.line, title.estimate, title.position, title.state)
    draft.label = title.label
    if below := tuple(filter(is_plain, list_items(item.children))):
        draft.plain_work.append(PlainWork("", item.line, below))
    return draft


def _counted_part(words: str) -> NumberedHeading | None:
    """The number and the name in words that count a part of the work (`Story 1`)."""
    heading = numbered_heading(words)
    return heading if heading and heading.word else None


def _add_values(phase: PhaseDraft, row: TaskDraft) -> None:
    """Add the values of a row or an item to a phase."""
    phase.state = phase.state or row.state
    phase.tasks = phase.tasks or row.subtasks
    if not phase.estimate.known:
        phase.estimate = row.values.get("estimate", row.title_estimate)
    phase.dependency = phase.dependency or row.dependency
    phase.position = phase.position or row.position
    for name in SAID_OF_BOTH & row.values.keys():
        phase.values.setdefault(name, row.values[name])


def _only_names_phases(heading: NumberedHeading) -> bool:
    """Whether a row is called by the word and the number of a phase, with what that is about in brackets, maybe beside
    another one: `Phase 1 (sawing) + Phase 2 (nailing)`."""
    return bool(heading.word) and heading.name.startswith("(")


def without_phases(
    phases: Sequence[PhaseDraft], tasks: Iterable[TaskDraft], *, keep_boxes: bool = False
) -> list[TaskDraft]:
    """The tasks without those that repeat a phase, whose values are added to the phase. With `keep_boxes` a box that
    does is the task of a phase that has none."""
    by_number = {phase.number.casefold(): phase for phase in reversed(phases) if phase.number}
    kept: list[TaskDraft] = []
    tasks = list(tasks)
    # Where several boxes name the same phase, each says what it belongs to: `Phase 2: Saw`, `Phase 2: Nail`.
    boxes = Counter(heading.number for task in tasks if task.has_box and (heading := phase_heading(task.title)))
    name_phases = not any(number > 1 for number in boxes.values())
    for task in tasks:
        words = _DAY_BEFORE.sub("", task.title, count=1)
        heading = None if task.is_heading else phase_heading(words) or _counted_part(words)
        if heading is None and task.is_row and task.written:  # `| 3.1 | Mast |` for `Story 3.1: Mast`
            heading = NumberedHeading(task.written, task.title)
        phase = by_number.get(heading.number.casefold()) if heading else None
        if task.has_box and not name_phases:
            phase = None
        if phase and heading and task.is_row and _only_names_phases(heading):
            if heading.word not in heading.name.casefold():
                _add_values(phase, task)
            continue
        if phase is None or heading is None or not (not heading.name or have_same_name(phase.name, heading.name)):
            kept.append(task)
            continue
        _add_values(phase, task)
        if keep_boxes and task.has_box and not phase.tasks:
            phase.tasks = [task]
    return kept
