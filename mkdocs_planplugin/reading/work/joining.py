# A quarter of all plans name a phase in two or more headings: what it is about, and further down a checklist of it.
"""Phases that are told in several places, made one; groups of boxes made phases."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence

from msgspec.structs import replace

from mkdocs_planplugin.model import NO_ESTIMATE, ChecklistItem

from ..labels import label_key
from ..patterns import when_used
from ..profiles import phrases, signs
from ..values import box_state
from .drafts import PhaseDraft, TaskDraft
from .phase_numbers import NumberedHeading, label_of_phase, phase_heading

_RANGE = when_used(r"\s*[-–—/]\s*\d+$")
# What a second heading may add to a phase's name.
_ADDED = frozenset(phrases(lambda profile: profile.headings.repeats))
# More phases of one number than anybody writes; a bound for hostile texts.
_MOST_ALIKE = 8
_SEVERAL = 2
_NO_BRACKETS = str.maketrans("()", "  ")
# At least so much of the shorter name has to stand in the other.
_ALIKE = 0.5
_MARKS_IN_GROUPS = signs(lambda profile: profile.states.marks_in_groups)


def joined_phases(drafts: Iterable[PhaseDraft]) -> list[PhaseDraft]:
    """The phases without duplicates, in the order of their first headings. Two are the same if they have the same
    number and similar names, or if one has the same name and no work of its own. A view of others is a phase only if it
    says a day or an owner, which would be lost without it."""
    groups: list[list[PhaseDraft]] = []
    by_number: dict[str, list[list[PhaseDraft]]] = {}
    by_name: dict[str, list[PhaseDraft]] = {}
    for draft in drafts:
        number, name = _number_with_range(draft), label_key(draft.name)
        same_number = by_number.setdefault(number, []) if number else []
        group = next((group for group in same_number[:_MOST_ALIKE] if have_same_name(group[0].name, draft.name)), None)
        if group is None and name and not draft.tasks:
            group = by_name.get(name)
            if group and _count_on(group[0], draft):
                group = None
        if group is not None:
            group.append(draft)
            continue
        groups.append([draft])
        same_number.append(groups[-1])
        if name:
            by_name.setdefault(name, groups[-1])
    return [
        _one_phase(group)
        for group in groups
        if not (all(draft.is_view and not draft.values for draft in group) or _sums_up(group, by_number))
    ]


def _count_on(one: PhaseDraft, other: PhaseDraft) -> bool:
    """Whether two phases are two by their numbers, whatever their names: `Milestone 4: Plants`, `Milestone 5: Plants`,
    but not `Phase 1: Plants`, `Week 2: Plants`."""
    words = (heading.word if (heading := phase_heading(draft.label or "")) else "" for draft in (one, other))
    return None not in (one.number, other.number) and one.number != other.number and len({*words}) == 1


def _sums_up(group: Sequence[PhaseDraft], by_number: Container[str]) -> bool:
    """Whether a heading only sums up phases that have headings of their own: `Phases 1-3: all complete`, without
    tasks or anything else that is said of a phase."""
    draft = group[0]
    last = _RANGE.search(draft.label or "")
    if last is None or len(group) > 1 or _says_something(draft):
        return False
    return draft.number in by_number and last[0].strip(" -–—/") in by_number


def _says_something(draft: PhaseDraft) -> bool:
    """Whether a phase has work or criteria, or waits for something, or says how long it takes, by whom or when it is
    done. Lists without boxes tell its work unless its heading says how it stands: then they say what came of it."""
    told = draft.tasks, draft.criteria, draft.rows, draft.unread_tables, draft.lines
    values = draft.values, draft.position, draft.dependency, draft.estimate is not NO_ESTIMATE
    lists = draft.plain_work, draft.below_headings, draft.code_lists, draft.deliverables, draft.parts, draft.headed
    return any((*told, *values)) or (draft.state is None and any(lists))


def _number_with_range(draft: PhaseDraft) -> str:
    """The number of a phase with its range: `Week 1-2` is another phase than `Week 1`."""
    behind = _RANGE.search(draft.label or "")
    return f"{draft.number or ''}{behind[0] if behind else ''}".casefold()


def grouped(tasks: list[TaskDraft]) -> list[TaskDraft]:
    """Tasks with sub-tasks: a task whose number continues that of another (`2.1` after `2`) is put below it."""
    tops: list[TaskDraft] = []
    for task in tasks:
        top = tops[-1] if tops else None
        if top and _is_whole(top) and (task.written or "").startswith(f"{top.written}."):
            top.subtasks.append(task)
        else:
            tops.append(task)
    if any(_is_whole(task) and task.subtasks and task.subtasks[0].has_box for task in tops):
        # Where numbered boxes group others, the marks of boxes may have another meaning: they are read again.
        numbered = (task for top in tops if _is_whole(top) for task in top.walk() if task.written)
        for task in numbered:
            state = _MARKS_IN_GROUPS.get(task.mark)
            if state and task.state is box_state(task.mark):
                task.state = state
    return tops


def phases_of_groups(
    tasks: list[TaskDraft], *, have_subtasks: bool = False
) -> tuple[list[PhaseDraft], list[TaskDraft]]:
    """The tasks that group others, as phases, and the remaining tasks. They name a phase, or, if none do, have numbers
    (`2.`, but not `Task 2`, unless `2.1` stands below it), in lists that do not say that their tasks `have_subtasks`.
    In a list of nothing but phases each is one, with its own box as its only task."""
    with_headings = [(task, heading) for task in tasks if (heading := phase_heading(task.title))]
    is_list_of_phases = len(with_headings) == len(tasks) >= _SEVERAL
    phases_of_tasks = [(task, heading) for task, heading in with_headings if task.subtasks or is_list_of_phases]
    if phases_of_tasks:
        phases = [phase_of_item(task, heading) for task, heading in phases_of_tasks]
        groups = [task for task, _ in phases_of_tasks]
    else:
        whole = [] if have_subtasks else filter(_is_whole, tasks)
        groups = [task for task in whole if task.subtasks and not _is_one_task(task)]
        if groups:
            groups = [task for task in tasks if _is_whole(task) and (task.subtasks or task.has_steps)]
        phases = [PhaseDraft(task.written, task.title, task.line, state=task.state, tasks=[task]) for task in groups]
    taken = set(map(id, groups))
    return phases, [task for task in tasks if id(task) not in taken]


def phase_of_item(task: TaskDraft, heading: NumberedHeading) -> PhaseDraft:
    """The phase that an item with a box names: `- [ ] Phase 1: Dig`, with tasks below it."""
    task.title = heading.name or task.title
    estimate = task.title_estimate
    draft = PhaseDraft(heading.number, heading.name, task.line, estimate, state=task.state, tasks=[task])
    draft.label = label_of_phase(heading)
    return draft


def _is_one_task(task: TaskDraft) -> bool:
    """Whether an item is called a task, and what is below it has no numbers that go on from its own: then it groups no
    tasks, but has steps."""
    return task.by_word and not any((below.written or "").startswith(f"{task.written}.") for below in task.subtasks)


def _is_whole(task: TaskDraft) -> bool:
    """Whether its number may be that of a group of items: `2`, but not `2.1`."""
    return task.written is not None and task.written.isdecimal() and not task.is_heading


def have_same_name(one: str, other: str) -> bool:
    """Whether two names can be those of one phase: they share half of the words of the shorter one, or one has no
    words of its own."""
    words, others = (set(label_key(name.translate(_NO_BRACKETS)).split()) - _ADDED for name in (one, other))
    shorter = min(len(words), len(others))
    return not shorter or len(words & others) >= _ALIKE * shorter


def _one_phase(group: list[PhaseDraft]) -> PhaseDraft:
    """One phase from all its headings. It has the place where its work is ticked off, and its first name."""
    if len(group) == 1:
        return group[0]
    main = max(group, key=_work)
    others = [draft for draft in group if draft is not main]
    criteria = [item for draft in group for item in draft.criteria]
    for draft in others:
        if draft.in_checklist and _boxes(main):  # the work has boxes where it is told: these say that it is over
            criteria += (ChecklistItem(task.title, task.state, task.line) for task in draft.walk() if task.has_box)
            criteria += (item for task in draft.walk() for item in task.criteria)
            draft.tasks = []
    listing = max(group, key=_listed)  # elsewhere such lists say something else of the phase
    return replace(
        main,
        name=next((draft.name for draft in group if draft.name), ""),
        label=next((draft.label for draft in group if draft.label), None),
        estimate=next((draft.estimate for draft in group if draft.estimate is not NO_ESTIMATE), NO_ESTIMATE),
        position=next((draft.position for draft in group if draft.position), None),
        state=next((draft.state for draft in group if draft.state), None),
        values={name: value for draft in reversed(group) for name, value in draft.values.items()},
        rationale=next((draft.rationale for draft in group if draft.rationale), None),
        dependency=next((draft.dependency for draft in group if draft.dependency), None),
        tasks=_united(task for draft in (main, *others) for task in draft.tasks),
        criteria=criteria,
        rows=[row for draft in group for row in draft.rows],
        parts=[section for draft in group for section in draft.parts],
        other_tables=[block for draft in group for block in draft.other_tables],
        code_lists=listing.code_lists,
        below_headings=listing.below_headings,
        deliverables=[work for draft in group for work in draft.deliverables],
        headed=[section for draft in group for section in draft.headed],
        plain_work=listing.plain_work,
        lines=[line for draft in group for line in draft.lines],
        has_lists=any(draft.has_lists for draft in group),
    )


def _work(draft: PhaseDraft) -> tuple[int, int]:
    """How much work a phase tells in one place: boxes first, then tasks without any."""
    return _boxes(draft), len(draft.tasks)


def _listed(draft: PhaseDraft) -> tuple[bool, int]:
    """Whether a phase calls items without boxes its work, and how many may be it."""
    lists = (*draft.plain_work, *draft.below_headings)
    return any(work.label for work in draft.plain_work), sum(len(work.items) for work in lists)


def _boxes(draft: PhaseDraft) -> int:
    return sum(task.has_box for task in draft.walk())


def _united(tasks: Iterable[TaskDraft]) -> list[TaskDraft]:
    """Tasks without duplicates. Of two with one id, the first with a box is kept, with the values that only the other
    one has."""
    first_of: dict[str, TaskDraft] = {}
    united: list[TaskDraft] = []
    for task in tasks:
        first = first_of.setdefault(task.written, task) if task.written else task
        if first is task or (task.has_box and first.has_box):
            united.append(task)
        else:
            fill(first, task)
    return sorted(united, key=lambda task: task.line)


def fill(task: TaskDraft, other: TaskDraft) -> None:
    """Copy the values that only the other task has."""
    task.state = other.state if task.state is None else task.state
    task.dependency = task.dependency or other.dependency
    if task.title_estimate is NO_ESTIMATE:
        task.title_estimate = other.title_estimate
    task.title_values = other.title_values | task.title_values
    task.values = other.values | task.values
    task.attributes = other.attributes | task.attributes
    task.criteria += other.criteria
    task.subtasks = task.subtasks or other.subtasks
