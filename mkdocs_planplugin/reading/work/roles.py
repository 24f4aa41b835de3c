# A box is a task, or a criterion of a phase or of the whole plan, or neither: an approval, a legend, a file that
# changes. The names above a box tell which: its labels and headings. They are read from the innermost outwards.
#
# 0. A list that explains its marks (`- [P] indicates parallel work`, `- [x] done`) is aside, whatever stands above.
#    Boxes with numbers that go on from that of their heading (`5.1` below `5. Verification`) are work, unless it names
#    criteria.
# 1. Boxes in a list of tasks (below a heading such as `Tasks`) are work, whatever their own sub-heading is called. Two
#    sub-headings are exceptions: one that names criteria, and one that names a list to repeat (`For each guest`).
# 2. If the first name with a clear meaning is beside the work (approvals, questions, risks), the boxes are aside. If it
#    is criteria, they are criteria. The heading of a phase (`Phase 4: Validation`) means work, whatever words it has.
#    A list to repeat is aside, but in a list of checks one for each part of the work (`After each step`) is criteria.
# 3. Criteria belong to a phase or a task if one of the names is a phase, a task, a step or a gate (`Gate 2`), or if the
#    same heading stands in several numbered sections. Otherwise they belong to the whole plan: they are final. So are
#    those of the phase that the title of the document names (`Definition of Done (Sprint 3)` in `Sprint 3`). What must
#    hold before the whole plan begins (`Definition of Ready`) is aside.
# 4. Checks, checklists, goals and deliverables are ambiguous. A clear name further out decides. Without one, the rest
#    of the document does: where no other box is work, these are the work. What has to be so `Before the launch` is a
#    checklist behind all work, unless another list is for what comes after it: then both are parts of time. Files to
#    change are aside, unless they are most of what is to be done.
# 5. Lists of milestones are criteria if other boxes are work, or if the phases beside them list work without boxes.
# 6. All other boxes are work. Names such as `Testing` or `Security` say nothing.
"""The roles of boxes: work, criteria of a part, criteria of the whole plan ("final"), or none of these ("aside")."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from msgspec import Struct

from mkdocs_planplugin.gfm import Block

from ..document import Document, Section, labelled_parts
from ..labels import label_key, names_files
from ..list_items import box_mark, item_text, list_items
from ..patterns import when_used
from ..profiles import (
    LITTLE_WORK,
    MUCH_WORK,
    NUMBERED_PARTS,
    SECTIONS,
    Role,
    SectionKind,
    phrase_finder,
    phrase_set,
)
from ..remembered import remembered
from .box_groups import BoxGroup, BoxName, is_legend
from .names import (
    JOINING_WORDS,
    Meaning,
    is_checklist,
    is_criteria,
    is_for_each_part,
    is_gate_of_a_part,
    is_list_of_milestones,
    is_numbered_section,
    is_repeated,
    is_task_list,
    meaning_of,
    names_goals,
    names_phases_first,
    names_what_comes_before,
    names_what_comes_behind,
    names_what_is_tried,
    names_work,
    numbered_name,
    numbers_criteria,
    speaks_of_a_part,
    speaks_of_the_beginning,
    speaks_of_the_end,
    speaks_of_work,
)
from .phase_numbers import has_no_spaces, without_number

_OTHER_VIEW = phrase_finder(lambda profile: profile.headings.other_views)
_RISKS = phrase_set(lambda profile: profile.headings.risk_sections)
_LONGEST_PHRASE = 6  # words
_SIGNS = when_used(r"^[\W_]+")
_NUMBER = when_used(r"[\W_]*(\d+)[.)]\s")
_PART_NUMBER = when_used(r"\d+(?:\.\d+)*[a-z]?")
_PARTS_OF_TITLE = when_used(r"\s[–—|-]\s|[:：]\s*")

_BEFORE: Literal["before"] = "before"
_FILES: Literal["files"] = "files"
_AMBIGUOUS = ("checks", "checklist", "deliverables", _BEFORE, _FILES)
# Names of these kinds also decide about the phases below them.
_OVER_PHASES: tuple[Meaning, ...] = ("criteria", "checks", "checklist")


_Meaning = Meaning | Literal["before", "files"]


class _GroupUnderNames(Struct, frozen=True):
    """A group of boxes with the names above it, the innermost first.

    For each name, `meanings` says what it means, and `is_part` whether it numbers a phase or a task.
    """

    group: BoxGroup
    names: Sequence[BoxName]
    meanings: Sequence[_Meaning | None]
    is_part: Sequence[bool]
    phase_lines: frozenset[int]
    of_title: str

    def has_phase_inside(self, index: int) -> bool:
        """Whether the heading of a phase stands between the name at `index` and the boxes."""
        return any(name.line in self.phase_lines for name in self.names[:index])

    def part_around(self, index: int) -> BoxName | None:
        """The innermost phase or task around the name at `index`."""
        outer = zip(self.names[index + 1 :], self.is_part[index + 1 :], strict=True)
        return next((name for name, is_part in outer if is_part), None)


class _AmbiguousName(Struct, frozen=True):
    """A name that only the rest of the document can explain: its place among the names, and its meaning."""

    index: int
    meaning: _Meaning


class _CertainWork(Struct, frozen=True):
    """What is known of the work before the ambiguous names are settled.

    `boxes` of `all_boxes` are work, the last of them in line `last`. `boxes_below` counts them below each name, by its
    line. `phases` are the numbers of the phases that have such boxes. `has_work_in_parts` says that headings number
    phases or tasks, or tasks without boxes are listed below several, `has_time` that a list is for what comes after
    something, or on a day. `files` are the boxes in lists of files.
    """

    boxes: int
    all_boxes: int
    boxes_below: Mapping[int, int]
    phases: frozenset[str]
    has_work_in_parts: bool
    last: int
    has_time: bool
    files: int


def settle_roles(groups: Sequence[BoxGroup], document: Document, phase_lines: frozenset[int]) -> None:
    """Give each group its role; `phase_lines` are the lines of the headings that are phases."""
    repeated = _repeated_headings(groups)
    unsettled: list[tuple[_GroupUnderNames, _AmbiguousName]] = []
    of_title = _number_of_title(document)
    for headed in [_group_under_names(group, phase_lines, of_title) for group in groups]:
        role = _role_by_names(headed, repeated)
        if isinstance(role, _AmbiguousName):
            unsettled.append((headed, role))
        else:
            headed.group.role = role
    open_groups = {id(headed.group) for headed, _ in unsettled}
    working = _without_milestones([g for g in groups if g.role == "work" and id(g) not in open_groups], document)
    if not unsettled:
        return
    files = sum(len(headed.group.boxes) for headed, name in unsettled if name.meaning == _FILES)
    work = _certain_work(working, groups, document, files)
    for headed, ambiguous in unsettled:
        headed.group.role = _role_of_ambiguous(headed, ambiguous, work)


def _number_of_title(document: Document) -> str:
    """The number of the phase that a document is by its title (`Sprint 3: Orchard`, `Next steps - Phase 3: Plants`);
    empty where it is none, or several."""
    parts = _PARTS_OF_TITLE.split(document.title.title) if document.title else ()
    named = [name for part in parts if (name := numbered_name(part)) and name.kind == "phase"]
    return named[0].number if len(named) == 1 and numbered_name(named[0].rest) is None else ""


def _group_under_names(group: BoxGroup, phase_lines: frozenset[int], of_title: str) -> _GroupUnderNames:
    names = group.names
    meanings = [_meaning(name.words) for name in names]
    is_part = [
        name.line in phase_lines or (numbered_name(name.words) is not None and not numbers_criteria(name.words))
        for name in names
    ]
    # A label (`**Goal:** It is dry`) says nothing of the list below it, and what stands below headings or phases in a
    # section of goals is no list of goals.
    heading = next((at for at, name in enumerate(names) if name.line == group.section.line), None)
    if heading is not None and not any(is_part[:heading]):
        name = names[heading].words
        if names_goals(name) or (meanings[heading] is None and names_what_is_tried(name)):
            meanings[heading] = "checklist"
    return _GroupUnderNames(group, names, meanings, is_part, phase_lines, of_title)


def _meaning(name: str) -> _Meaning | None:
    meaning = meaning_of(name)
    if meaning is None and names_what_comes_before(name):
        return _BEFORE
    return _FILES if meaning == "aside" and names_files(name) and not is_repeated(name) else meaning


def _repeated_headings(groups: Iterable[BoxGroup]) -> frozenset[str]:
    """The names that stand in two or more numbered sections: `Acceptance` in both `1. Kitchen` and `2. Bath`."""
    sections: dict[str, set[int]] = defaultdict(set)
    for group in groups:
        for name, outer in zip(group.names, group.names[1:], strict=False):
            if is_numbered_section(outer.words):
                sections[label_key(name.words)].add(outer.line)
    return frozenset(name for name, lines in sections.items() if len(lines) > 1)


def _role_by_names(headed: _GroupUnderNames, repeated: frozenset[str]) -> Role | _AmbiguousName:
    """The role by rules 1 to 3, or the name that is left to rule 4."""
    names, ambiguous = headed.names, None
    if is_legend(headed.group.boxes):
        return "aside"
    if names and headed.meanings[0] != "criteria" and continue_number(names[0].words, headed.group.boxes):
        return "work"
    for index, meaning in enumerate(headed.meanings):
        outer = headed.meanings[index + 1 :]
        if index == 0 and len(names) > 1 and is_task_list(names[1].words) and not _is_no_task(names[0], meaning):
            continue
        if meaning == "aside" and not (is_repeated(names[index].words) and "criteria" in outer):
            return "criteria" if _must_hold_for_each(names[index], outer) else "aside"
        if meaning == "criteria" or _names_ends_of_phases(headed, index):
            return _criteria_or_final(headed, index, repeated)
        if meaning in _AMBIGUOUS and not is_list_of_milestones(names[index].words):
            if ambiguous is None or ambiguous.meaning == _BEFORE:
                ambiguous = _AmbiguousName(index, meaning)
        elif ambiguous is None and _is_phase_heading(names[index]) and not any(m in _OVER_PHASES for m in outer):
            return "aside" if "aside" in outer else "work"
    return ambiguous or "work"


def _must_hold_for_each(name: BoxName, outer: Sequence[_Meaning | None]) -> bool:
    """Whether a list in one of checks is for each part of the work: `After each step`."""
    return is_for_each_part(name.words) and any(m in _OVER_PHASES for m in outer)


def _names_ends_of_phases(headed: _GroupUnderNames, index: int) -> bool:
    """Whether a name is that of phases and of what ends them, without a phase between it and the boxes."""
    return names_phases_first(headed.names[index].words) and not (
        headed.has_phase_inside(index) or any(headed.is_part[:index])
    )


def continue_number(heading: str, items: Iterable[Block]) -> bool:
    """Whether the boxes among these items have numbers that go on from that of the heading above: `5.1`, `5.2` below
    `5. Verification` (rule 0)."""
    number = _NUMBER.match(heading)
    if number is None:
        return False
    boxes = [item_text(item) for item in items if box_mark(item) is not None]
    return bool(boxes) and all(_SIGNS.sub("", text).startswith(f"{number[1]}.") for text in boxes)


def _is_no_task(name: BoxName, meaning: _Meaning | None) -> bool:
    """Whether the name of a list below `Tasks` says that the list is not made of tasks (rule 1)."""
    return meaning == "criteria" or (meaning == "aside" and is_repeated(name.words))


def _is_phase_heading(name: BoxName) -> bool:
    """Whether a name is the heading of a phase, and not of a list in it: `Phase 1: Build`, not `Phase 1 Checklist`."""
    numbered = numbered_name(name.words)
    return numbered is not None and numbered.kind == "phase" and numbered.is_own


def _criteria_or_final(headed: _GroupUnderNames, index: int, repeated: frozenset[str]) -> Role:
    """Rule 3: whether the criteria at `index` belong to a part or to the whole plan."""
    name = headed.names[index].words
    is_of_title = bool(headed.of_title) and _PART_NUMBER.findall(label_key(name)) == [headed.of_title]
    is_part = (part for at, part in enumerate(headed.is_part) if at != index or not is_of_title)
    of_part = headed.group.in_task or any(is_part) or (speaks_of_a_part(name) and not is_of_title)
    of_part = of_part or any(is_gate_of_a_part(outer.words) for outer in headed.names[index:])
    return "criteria" if of_part or label_key(name) in repeated else _of_the_whole_plan(name)


def _of_the_whole_plan(name: str) -> Role:
    """The role of what must hold for the whole plan: final, or aside where it must hold before the work begins."""
    return "aside" if speaks_of_the_beginning(name) else "final"


def _without_milestones(working: Sequence[BoxGroup], document: Document) -> list[BoxGroup]:
    """Rule 5: make lists of milestones criteria; returns the groups that stay work."""
    milestones = {id(group): group for group in working if _milestones_index(group) is not None}
    if len(milestones) == len(working):
        # No other boxes are work. Milestones in a phase are then its work, and so are all if the phases list nothing.
        has_lists = _parts_with_lists(document.root) >= NUMBERED_PARTS
        milestones = {key: group for key, group in milestones.items() if has_lists and not _is_in_phase(group)}
    for group in milestones.values():
        group.role = "criteria"
    return [group for group in working if id(group) not in milestones]


def _milestones_index(group: BoxGroup) -> int | None:
    """The index of the name that makes a group a list of milestones; `None` if there is none."""
    index = next((index for index, name in enumerate(group.names) if is_list_of_milestones(name.words)), None)
    # Phases below such a heading hold their work.
    in_phase = index is not None and any(_is_phase_heading(name) for name in group.names[:index])
    return None if in_phase else index


def _is_in_phase(group: BoxGroup) -> bool:
    """Whether the list of milestones that a group stands in belongs to a phase."""
    index = _milestones_index(group)
    return index is not None and any(numbered_name(name.words) for name in group.names[index + 1 :])


def _parts_with_lists(section: Section) -> int:
    """How many headings in a section number a phase or task and have a list below them. Milestones do not count."""
    parts = (part for part in section.sections if not is_list_of_milestones(part.title))
    return sum(
        (numbered_name(part.title) is not None and part.holds_list()) + _parts_with_lists(part) for part in parts
    )


def _certain_work(
    working: Sequence[BoxGroup], groups: Sequence[BoxGroup], document: Document, files: int
) -> _CertainWork:
    boxes_below: Counter[int] = Counter()
    phases: set[str] = set()
    boxes = 0
    for group in working:
        boxes += len(group.boxes)
        phases.add(_phase_number(group.names))
        for name in group.names:
            boxes_below[name.line] += len(group.boxes)
    all_boxes = sum(len(group.boxes) for group in groups)
    headings = (section for section in document.root.walk() if section is not document.title)
    parts = sum(1 for section in headings if numbered_name(section.title) or (not boxes and _lists_tasks(section)))
    last = max((box.line for group in working for box in group.boxes), default=0)
    has_time = any(names_what_comes_behind(name.words) for group in groups for name in group.names)
    return _CertainWork(
        boxes, all_boxes, boxes_below, frozenset(phases - {""}), parts >= NUMBERED_PARTS, last, has_time, files
    )


def _lists_tasks(section: Section) -> bool:
    """Whether a list below a label in a section is one of tasks, though it has no boxes: `**Tasks:**`."""
    return any(names_work(part.label) and any(list_items(part.blocks)) for part in labelled_parts(section.blocks))


def _phase_number(names: Iterable[BoxName]) -> str:
    """The number of the innermost phase among the names; empty without one."""
    numbered = (numbered_name(name.words) for name in names)
    return next((phase.number for phase in numbered if phase and phase.kind == "phase" and phase.number), "")


def _role_of_ambiguous(headed: _GroupUnderNames, ambiguous: _AmbiguousName, work: _CertainWork) -> Role:
    """Rule 4: the role of checks, a checklist or deliverables, by what else in the document is work."""
    part = headed.part_around(ambiguous.index)
    in_part = part is not None or headed.group.in_task
    if ambiguous.meaning == _FILES:
        is_the_work = work.boxes < LITTLE_WORK * (work.boxes + work.files)
        return "work" if is_the_work and not in_part else "aside"
    if ambiguous.meaning in ("checklist", "deliverables") and _lists_parts(headed, ambiguous):
        return "work"
    if ambiguous.meaning == _BEFORE and (in_part or work.has_time or not _is_one_list_behind(headed, ambiguous, work)):
        return "work"
    if in_part:
        much_work = ambiguous.meaning != "deliverables" and work.boxes >= MUCH_WORK * work.all_boxes
        has_work = part is None or bool(work.boxes_below.get(part.line)) or much_work
        return "criteria" if ambiguous.meaning == "checks" or has_work else "work"
    of_part = any(headed.is_part[: ambiguous.index + 1])
    if ambiguous.meaning != "checks" and _is_the_work(headed, ambiguous, work, of_part=of_part):
        return "work"
    return "criteria" if of_part else _of_the_whole_plan(headed.names[ambiguous.index].words)


def _is_one_list_behind(headed: _GroupUnderNames, ambiguous: _AmbiguousName, work: _CertainWork) -> bool:
    """Whether what stands below a name is behind all work, and no numbers make parts of it."""
    inside = headed.names[: ambiguous.index]
    return headed.group.boxes[0].line > work.last and not any(is_numbered_section(name.words) for name in inside)


def _lists_parts(headed: _GroupUnderNames, ambiguous: _AmbiguousName) -> bool:
    """Whether a checklist lists phases, or deliverables have headings of their own. Then they are the work.

    If such a phase has boxes elsewhere, too, `joining` makes the boxes of the checklist its criteria.
    """
    index = ambiguous.index
    if ambiguous.meaning == "checklist":
        return headed.has_phase_inside(index)
    return index > 0 and headed.part_around(index) is None and not is_checklist(headed.names[index].words)


def _is_the_work(headed: _GroupUnderNames, ambiguous: _AmbiguousName, work: _CertainWork, *, of_part: bool) -> bool:
    """Whether a checklist or deliverables outside all phases are the work: there is no other work, or the name speaks
    of work (`Migration Checklist`) and the list is the main one."""
    name = headed.names[ambiguous.index].words
    is_work, is_final = speaks_of_work(name), speaks_of_the_end(name)
    headings_are_work = work.has_work_in_parts and (is_final or ambiguous.meaning == "deliverables") and not is_work
    if not work.boxes and not headings_are_work:
        return True
    return is_work and not is_final and _is_main_list(headed, work, of_part=of_part)


def _is_main_list(headed: _GroupUnderNames, work: _CertainWork, *, of_part: bool) -> bool:
    """Whether a list is the main one: its phase has no work elsewhere; outside phases, little else is work."""
    if of_part:
        return _phase_number(headed.names) not in work.phases
    return work.boxes < LITTLE_WORK * work.all_boxes


@remembered(1024)  # most headings are the format's
def section_kind(title: str) -> SectionKind | None:
    """What a section is about. The longest known phrase at the start of its heading decides, then patterns of headings,
    then the meaning of the heading as the name of a list."""
    key = label_key(without_number(title))
    words = key.split()
    for size in range(min(len(words), _LONGEST_PHRASE), 0, -1):
        kind = SECTIONS.get(" ".join(words[:size]))
        if kind and (size > 1 or len(words) == 1 or words[1] in JOINING_WORDS or words[1].startswith(("(", "/", "-"))):
            return kind
    if has_no_spaces(key):
        for size in range(min(len(key), _LONGEST_PHRASE * 2), 1, -1):
            if kind := SECTIONS.get(key[:size]):
                return kind
    if _RISKS.fits(key):
        return "risks"
    meaning = meaning_of(title)
    if meaning == "aside":
        return "aside"
    if is_criteria(title) or (is_checklist(title) and speaks_of_the_end(title) and not speaks_of_work(title)):
        return "definition_of_done"
    return "other_view" if _OTHER_VIEW.is_in(key) else None
