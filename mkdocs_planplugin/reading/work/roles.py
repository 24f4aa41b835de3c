# Most boxes are work, many are not: what must hold when a phase is over, what must hold at the end, approvals, legends,
# files that change. The names above a box tell, from the innermost label or heading outwards:
#
# 1. What stands right under a heading such as Tasks is work, whatever its own sub-heading says, unless that says
#    criteria, or a list that is gone through for each of something.
# 2. The nearest name of something beside the work (approvals, questions, risks) makes it that; the nearest name of
#    criteria makes it something that must hold. A phase with a name of its own (`Phase 4: Validation`) is work.
# 3. What must hold is criteria where a phase, a task, a step or its gate (`Gate 2`) stands among the names, or where
#    the same heading stands in several numbered sections; else it belongs to the whole plan.
# 4. Checks, checklists and deliverables say less: a clear name further out wins, and where no other box is work, they
#    are the work.
# 5. Lists of milestones are criteria where other boxes are work, or where they stand beside phases that list their work
#    without boxes.
# 6. Everything else is work. `Testing` or `Security` say nothing.
"""What the boxes of a document are: work, criteria, a checklist of the whole plan, or beside all that."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from mkdocs_planplugin.gfm import BlockKind

from ..document import Document, Section
from ..labels import label_key
from ..profiles import Role, SectionKind, labels, pattern, pattern_anywhere, phrases
from .box_groups import BoxGroup, Name
from .names import (
    Meaning,
    is_checklist,
    is_criteria,
    is_gate_of_a_part,
    is_list_of_milestones,
    is_numbered_section,
    is_repeated,
    is_task_list,
    meaning_of,
    numbered_name,
    speaks_of_a_part,
    speaks_of_the_end,
    speaks_of_work,
)
from .phase_numbers import has_no_spaces

_SECTIONS = labels(lambda profile: profile.headings.sections)
_OTHER_VIEW = pattern_anywhere(lambda profile: profile.headings.other_views)
_RISKS = pattern(lambda profile: profile.headings.risk_sections)
# After a phrase of one word the heading may go on with these.
_GOES_ON = frozenset(phrases(lambda profile: profile.headings.joining_words))
_MOST_WORDS = 6

_WEAK: tuple[Meaning, ...] = ("checks", "checklist", "deliverables")
_OUTER: tuple[Meaning, ...] = ("criteria", "checks", "checklist")  # these hold for the phases below them
_MUCH_WORK = 0.25  # so much of all boxes is work: then a checklist in a phase without any is none
_MOST_WORK = 0.34  # less work than this elsewhere: then `Migration Checklist` is the work
_PARTS = 2  # headings that number phases or tasks are work, even without boxes


@dataclass(frozen=True, slots=True)
class _Standpoint:
    """A group with what each of its names means, and which of them number a phase or a task."""

    group: BoxGroup
    names: Sequence[Name]
    meanings: Sequence[Meaning | None]
    is_part: Sequence[bool]
    phase_lines: frozenset[int]

    def in_phase_below(self, index: int) -> bool:
        """Whether the section of a phase stands among the names below that at `index`."""
        return any(name.line in self.phase_lines for name in self.names[:index])

    def within(self, index: int) -> Name | None:
        """The phase or task that the name at `index` stands in."""
        return next((name for name, part in self._outwards(index + 1) if part), None)

    def _outwards(self, start: int) -> Iterable[tuple[Name, bool]]:
        return zip(self.names[start:], self.is_part[start:], strict=True)


@dataclass(frozen=True, slots=True)
class _Weak:
    """A name that means one thing or the other, by what else is in the document."""

    at: int
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class _Work:
    """The boxes that are work for sure: how many, of how many in all, below which lines and which phases' numbers."""

    boxes: int
    of: int
    below: Mapping[int, int]
    phases: frozenset[str]
    by_headings: bool  # headings number phases or tasks


def settle_roles(groups: Sequence[BoxGroup], document: Document, phase_lines: frozenset[int]) -> None:
    """Give each group its role; `phase_lines` are the lines of the headings that are phases."""
    standpoints = [_standpoint(group, phase_lines) for group in groups]
    repeats = _repeated_headings(groups)
    unsettled: list[tuple[_Standpoint, _Weak]] = []
    for standpoint in standpoints:
        role = _role_by_names(standpoint, repeats)
        if isinstance(role, _Weak):
            unsettled.append((standpoint, role))
        else:
            standpoint.group.role = role
    open_groups = {id(standpoint.group) for standpoint, _ in unsettled}
    working = _without_milestones([g for g in groups if g.role == "work" and id(g) not in open_groups], document)
    if not unsettled:
        return
    work = _work_of(working, groups, document)
    for standpoint, weak in unsettled:
        standpoint.group.role = _role_beside_work(standpoint, weak, work)


def _standpoint(group: BoxGroup, phase_lines: frozenset[int]) -> _Standpoint:
    names = group.names
    return _Standpoint(
        group,
        names,
        [meaning_of(name.words) for name in names],
        [name.line in phase_lines or numbered_name(name.words) is not None for name in names],
        phase_lines,
    )


def _repeated_headings(groups: Iterable[BoxGroup]) -> frozenset[str]:
    """The names that stand in two or more numbered sections, as `Acceptance` below each of `1. Kitchen`, `2. Bath`."""
    sections: dict[str, set[int]] = defaultdict(set)
    for group in groups:
        for name, outer in zip(group.names, group.names[1:], strict=False):
            if is_numbered_section(outer.words):
                sections[label_key(name.words)].add(outer.line)
    return frozenset(name for name, lines in sections.items() if len(lines) > 1)


def _role_by_names(standpoint: _Standpoint, repeats: frozenset[str]) -> Role | _Weak:
    """Rules 1 to 3; what only rule 4 can tell comes back as weak."""
    names, weak = standpoint.names, None
    for at, meaning in enumerate(standpoint.meanings):
        if at == 0 and len(names) > 1 and is_task_list(names[1].words) and not _is_other(names[0], meaning):
            continue
        if meaning == "aside":
            return "aside"
        if meaning == "criteria":
            return _criteria_or_final(standpoint, at, repeats)
        if meaning in _WEAK:
            weak = weak or _Weak(at, meaning)
        elif weak is None and _is_own_phase(names[at]) and not any(m in _OUTER for m in standpoint.meanings[at + 1 :]):
            return "aside" if "aside" in standpoint.meanings[at + 1 :] else "work"
    return weak or "work"


def _is_other(name: Name, meaning: Meaning | None) -> bool:
    """Whether a list among the tasks says itself that it is none of them."""
    return meaning == "criteria" or (meaning == "aside" and is_repeated(name.words))


def _is_own_phase(name: Name) -> bool:
    numbered = numbered_name(name.words)
    return numbered is not None and numbered.kind == "phase" and numbered.is_own


def _criteria_or_final(standpoint: _Standpoint, at: int, repeats: frozenset[str]) -> Role:
    """Rule 3: whose end it is, a part's or the plan's."""
    name = standpoint.names[at].words
    of_part = standpoint.group.in_task or any(standpoint.is_part) or speaks_of_a_part(name)
    of_part = of_part or any(is_gate_of_a_part(outer.words) for outer in standpoint.names[at:])
    return "criteria" if of_part or label_key(name) in repeats else "final"


def _without_milestones(working: Sequence[BoxGroup], document: Document) -> list[BoxGroup]:
    """Rule 5: the groups that are left as work when lists of milestones are criteria."""
    milestones = {id(group): group for group in working if _list_of_milestones(group) is not None}
    if len(milestones) == len(working):
        # No other boxes are work: those of a phase are its work, and so are all where phases list nothing.
        listed = _listed_parts(document.root) >= _PARTS
        milestones = {key: group for key, group in milestones.items() if listed and not _is_of_a_phase(group)}
    for group in milestones.values():
        group.role = "criteria"
    return [group for group in working if id(group) not in milestones]


def _list_of_milestones(group: BoxGroup) -> int | None:
    """At which of its names a group is a list of milestones."""
    return next((at for at, name in enumerate(group.names) if is_list_of_milestones(name.words)), None)


def _is_of_a_phase(group: BoxGroup) -> bool:
    """Whether its list of milestones stands below a phase."""
    at = _list_of_milestones(group)
    return at is not None and any(numbered_name(name.words) for name in group.names[at + 1 :])


def _listed_parts(section: Section) -> int:
    """How many headings that number phases or tasks have lists below them, milestones left out."""
    below = (part for part in section.sections if not is_list_of_milestones(part.title))
    return sum((numbered_name(part.title) is not None and _has_list(part)) + _listed_parts(part) for part in below)


def _has_list(section: Section) -> bool:
    return any(block.kind is BlockKind.LIST for part in section.walk() for block in part.blocks)


def _work_of(working: Iterable[BoxGroup], groups: Iterable[BoxGroup], document: Document) -> _Work:
    below: Counter[int] = Counter()
    phases: set[str] = set()
    boxes = 0
    for group in working:
        boxes += len(group.boxes)
        phases.add(_phase_number(group.names))
        for name in group.names:
            below[name.line] += len(group.boxes)
    headings = (section for section in document.root.walk() if section is not document.title)
    parts = sum(1 for section in headings if numbered_name(section.title))
    return _Work(boxes, sum(len(group.boxes) for group in groups), below, frozenset(phases - {""}), parts >= _PARTS)


def _phase_number(names: Iterable[Name]) -> str:
    numbered = (numbered_name(name.words) for name in names)
    return next((phase.number for phase in numbered if phase and phase.kind == "phase" and phase.number), "")


def _role_beside_work(standpoint: _Standpoint, weak: _Weak, work: _Work) -> Role:
    """Rule 4: checks, checklists and deliverables."""
    if weak.meaning != "checks" and _holds_parts(standpoint, weak):
        return "work"
    part = standpoint.within(weak.at)
    if part is not None or standpoint.group.in_task:
        much_work = weak.meaning != "deliverables" and work.boxes >= _MUCH_WORK * work.of
        has_work = part is None or bool(work.below.get(part.line)) or much_work
        return "criteria" if weak.meaning == "checks" or has_work else "work"
    of_part = any(standpoint.is_part[: weak.at + 1])
    if weak.meaning != "checks" and _is_the_work(standpoint, weak, work, of_part=of_part):
        return "work"
    return "criteria" if of_part else "final"


def _holds_parts(standpoint: _Standpoint, weak: _Weak) -> bool:
    """Whether a checklist lists phases, or deliverables have headings of their own. Where a phase of such a checklist
    has boxes elsewhere, `joining` makes these here its criteria."""
    if weak.meaning == "checklist":
        return standpoint.in_phase_below(weak.at)
    return weak.at > 0 and standpoint.within(weak.at) is None and not is_checklist(standpoint.names[weak.at].words)


def _is_the_work(standpoint: _Standpoint, weak: _Weak, work: _Work, *, of_part: bool) -> bool:
    """Whether a checklist or deliverables are the work, as there is no other, or none that such a name leaves room
    for."""
    name = standpoint.names[weak.at].words
    is_work, is_final = speaks_of_work(name), speaks_of_the_end(name)
    by_headings = work.by_headings and (is_final or weak.meaning == "deliverables") and not is_work
    if not work.boxes and not by_headings:
        return True
    return is_work and not is_final and _is_main_list(standpoint, work, of_part=of_part)


def _is_main_list(standpoint: _Standpoint, work: _Work, *, of_part: bool) -> bool:
    """Whether a list that is called the work is it: its phases hold no work elsewhere, or little is work at all."""
    if of_part:
        return _phase_number(standpoint.names) not in work.phases
    return work.boxes < _MOST_WORK * work.of


@lru_cache(1024)  # most headings are the format's
def section_kind(title: str) -> SectionKind | None:
    """What a section is about: by the longest known phrase that its heading starts with, else by how it is built."""
    key = re.sub(r"^[\d.\s)]+", "", label_key(title))
    words = key.split()
    for size in range(min(len(words), _MOST_WORDS), 0, -1):
        kind = _SECTIONS.get(" ".join(words[:size]))
        if kind and (size > 1 or len(words) == 1 or words[1] in _GOES_ON or words[1].startswith(("(", "/", "-"))):
            return kind
    if has_no_spaces(key):
        for size in range(min(len(key), _MOST_WORDS * 2), 1, -1):
            if kind := _SECTIONS.get(key[:size]):
                return kind
    if _RISKS.fullmatch(key):
        return "risks"
    meaning = meaning_of(title)
    if meaning == "aside":
        return "aside"
    if is_criteria(title) or (is_checklist(title) and speaks_of_the_end(title) and not speaks_of_work(title)):
        return "definition_of_done"
    return "other_view" if _OTHER_VIEW.search(key) else None
