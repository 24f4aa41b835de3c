# What tells a plan from other pages is seen in what was read of it anyway: the layout with the roles of its boxes, the
# work, the header. Each sign is a number from 0 (not seen) to 1 (fully there); a few of a kind are enough for that, so
# that a long plan is no more of a plan than a short one.
"""The signs for and against a plan."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal, NamedTuple

from mkdocs_planplugin.gfm import Block, BlockKind, table_cells
from mkdocs_planplugin.model import NO_ESTIMATE

from .document import Section
from .front_matter import FrontMatter
from .header_values import header_values
from .labels import label_key
from .places import Place
from .profiles import (
    HEADER_LABELS,
    PROFILES,
    TASK_LABELS,
    WEIGHTS,
    Phrases,
    Profile,
    Sign,
    alternatives,
    any_of,
    pattern,
    pattern_anywhere,
    phrases,
    split_phrases,
)
from .unfilled import Unfilled, count_unfilled
from .work import (
    NOT_WORK,
    BoxGroup,
    Layout,
    PhaseDraft,
    TaskDraft,
    WorkDrafts,
    numbered_name,
    phase_word,
)


def _set(of: Callable[[Profile], Phrases]) -> frozenset[str]:
    return frozenset(phrases(of))


def _marks(profile: Profile) -> frozenset[str]:
    """The headings and labels by which a form of plans is known."""
    return frozenset(split_phrases(f"{profile.detection.form_sections}, {profile.detection.form_labels}"))


_PLAN_TITLE = pattern_anywhere(lambda profile: profile.detection.plan_titles)
_PLAN_WORD = pattern_anywhere(lambda profile: profile.detection.plan_words)
_OTHER_TITLE = pattern_anywhere(lambda profile: profile.detection.other_titles)
_WORK_TITLE = pattern_anywhere(lambda profile: profile.detection.work_titles)
_PLAN_SECTIONS = _set(lambda profile: profile.detection.plan_sections)
_WORK_SECTIONS = _set(lambda profile: profile.detection.work_sections)
_FORMS = {profile.name: marks for profile in PROFILES if (marks := _marks(profile))}
_README_SECTIONS = _set(lambda profile: profile.detection.readme_sections)
_OTHER_SECTIONS = _set(lambda profile: profile.detection.other_sections)
_REPEATED_USE = pattern(lambda profile: profile.detection.repeated_use)
_WORK_COLUMN = pattern_anywhere(lambda profile: profile.detection.work_columns)
_STATE_COLUMN = pattern(lambda profile: profile.detection.state_columns)
# What divides a title into parts: `Implementation Plan: Review of the workflow (draft)`.
_TITLE_PARTS = re.compile(r"\s*[:：|()（）]\s*|\s+[-–—]+\s+")
# A plan is for something: `Plan for the shed`; and may have a number: `Roadmap 2026`.
_PLAN_FOR = re.compile(rf"\W*(?:{alternatives(lambda profile: profile.detection.plan_for)})\b")
_PLAN_OF = re.compile(
    rf"{_PLAN_FOR.pattern}|\W*(?:\d|v\d|(?:{alternatives(lambda profile: profile.detection.plan_of)})\b)"
)
_SECTION_NUMBER = re.compile(r"[\d.\s)]+")
_KINDS_OF_PLANS = NOT_WORK - {"aside"}
_FIELDS = {**TASK_LABELS, **HEADER_LABELS}
_STEP_WORDS = _set(lambda profile: profile.headings.step_words)
_TASK_WORDS = any_of(word for word in phrases(lambda profile: profile.headings.task_words) if word not in _STEP_WORDS)
# `Task 1: Dig`, `AB-12: Dig`; a step alone is as often one of a how-to.
_TASK_HEADING = re.compile(
    rf"\W*(?:\[.\]\W*)?(?:(?i:{_TASK_WORDS})s? ?#?\d|[A-Z]{{1,6}}-?\d{{1,4}}(?:\.\d+)*[a-z]?[:：.])"
)
_LIST, _TABLE = BlockKind.LIST, BlockKind.TABLE
_LONGEST_PHRASE = 3  # words of a heading that are looked up
_LONG_PAGE = 80  # lines
_LATE, _FEW_GROUPS = 0.6, 2  # so much of a long page comes before the first box, and below it are so few lists
_SOME_WORK, _SOME_PARTS = 2, 2  # boxes or rows; headings that number phases and tasks
_MANY_PHASES = WEIGHTS["phase_boxes"].enough
_KEYS_OF_A_FORM = frozenset({"name", "about"})  # what the front matter of a form for issues has
_FIELDS_OF_A_TASK = 3  # in the front matter, a status among them
_NAMED = 4
_FEW_OF_A_FORM = 2  # so many of its marks other documents have, too


class SeenSign(NamedTuple):
    """A sign and how much of it is there; `detail` names what was seen, where that is short."""

    sign: Sign
    amount: float
    detail: str = ""

    @property
    def strength(self) -> float:
        """How far it is there, from 0 to 1."""
        return min(1.0, self.amount / WEIGHTS[self.sign].enough)


@dataclass(frozen=True)
class Candidate:
    """A page that may be a plan, as far as it was read; `lines` are all of its file."""

    place: Place
    front_matter: FrontMatter
    layout: Layout
    work: WorkDrafts
    lines: Sequence[str]

    @cached_property
    def unfilled(self) -> Unfilled:
        """How much of it waits to be filled in."""
        return count_unfilled(self.layout.document)

    @cached_property
    def headings(self) -> list[Section]:
        """All sections but the title."""
        document = self.layout.document
        return [section for section in document.root.walk() if section.level and section is not document.title]

    @cached_property
    def title(self) -> str:
        """The title, else the first heading."""
        title = self.layout.document.title
        own = title.title if title else self.front_matter.title
        return own or next((section.title for section in self.headings), "")

    @cached_property
    def says_plan(self) -> bool:
        """Whether title, file or folder speak of planned work."""
        return self.place.says_plan or _PLAN_WORD.search(label_key(self.title)) is not None

    @cached_property
    def groups_of_work(self) -> list[BoxGroup]:
        """The groups of boxes that are work."""
        return [group for group in self.layout.box_groups if group.role == "work"]

    @cached_property
    def boxes_of_work(self) -> int:
        """How many boxes are work."""
        return sum(len(group.boxes) for group in self.groups_of_work)

    @cached_property
    def boxes(self) -> int:
        """How many boxes there are."""
        return sum(len(group.boxes) for group in self.layout.box_groups)

    @cached_property
    def phases(self) -> int:
        """How many headings number a phase."""
        return sum(1 for section in self.headings if _numbered_part(section.title) == "phase")

    @cached_property
    def tasks(self) -> int:
        """How many headings number a task."""
        return sum(1 for section in self.headings if _TASK_HEADING.match(section.title))

    @cached_property
    def parts_of_work(self) -> int:
        """How many headings number a task or a phase; chapters of prose (`Part 1`) are none."""
        is_prose = not any(phase.tasks or _is_estimated(phase) for phase in self.work.phases)
        return self.tasks + (0 if is_prose else self.phases)

    @cached_property
    def rows_of_work(self) -> int:
        """How many rows tables have that list work with its states, owners or dates."""
        return sum(_rows_of_work(block) for block in self.layout.document.blocks if block.kind is _TABLE)

    @cached_property
    def parts_with_boxes(self) -> tuple[int, int]:
        """How many phases hold boxes that are work or criteria, or items with ids; and how many numbered tasks do.

        A phase has a word and a number; or a number alone, with which the numbers of its tasks go on.
        """
        lines: dict[str | None, set[int]] = {"phase": set(), "task": set()}
        for group in self.layout.box_groups:
            if group.role in ("work", "criteria"):
                for name in group.names:
                    lines.setdefault(_numbered_part(name.words), set()).add(name.line)
        by_numbers = sum(1 for phase in self.work.phases if any(_is_numbered_in(phase, task) for task in phase.walk()))
        with_ids = sum(1 for phase in self.work.phases if phase.number and any(map(_has_id, phase.walk())))
        return max(len(lines["phase"]), by_numbers, with_ids), len(lines["task"])

    @cached_property
    def listed(self) -> int:
        """How many items stand in lists, sub-lists apart, where several sections have one."""
        lists = ([block for block in section.blocks if block.kind is _LIST] for section in self.headings)
        items = [sum(len(block.children) for block in blocks) for blocks in lists if blocks]
        return sum(items) if len(items) > 1 else 0

    @property
    def has_work(self) -> bool:
        """Whether there is work of any kind."""
        return bool(self.boxes or self.work.phases or self.work.outside.tasks or self.rows_of_work)

    @cached_property
    def called(self) -> str:
        """The word for a plan that the title is called by: at an edge of a part of it, or before what is planned."""
        for part in map(label_key, _TITLE_PARTS.split(self.title)):
            for match in _PLAN_TITLE.finditer(part):
                if match.start() == 0 or match.end() == len(part) or _PLAN_OF.match(part, match.end()):
                    return match[0]
        return ""

    @cached_property
    def written_lines(self) -> int:
        """How many lines are not blank."""
        return len(list(filter(str.strip, self.lines)))


def signs_of(page: Candidate) -> Iterator[SeenSign]:
    """All signs but `placeholders`; those that are not there with an amount of 0."""
    other = _other_kind(page.title)
    yield from _signs_of_title(page, other)
    yield from _signs_of_place(page, is_other=bool(other))
    yield from _signs_of_parts(page)
    yield from _signs_of_boxes(page) if page.boxes else _signs_without_boxes(page)
    yield from _signs_of_sections(page)


def placeholders_of(page: Candidate) -> SeenSign:
    """The sign that needs another look at each line, and is asked for where it may decide."""
    return SeenSign("placeholders", page.unfilled.spots / (page.written_lines or 1), str(page.unfilled.spots))


def _signs_of_title(page: Candidate, other: str) -> Iterator[SeenSign]:
    """What the title and the header below it say."""
    title, header = label_key(page.title), page.layout.header.keys()
    yield SeenSign("title_strong", bool(page.called), page.called)
    yield _seen("title_plan", _PLAN_WORD.search(title))
    yield SeenSign("hard", bool(other), other)
    yield SeenSign("h_status", "status" in header or page.front_matter.status is not None)
    fields = {_FIELDS[key] for key in map(_field, page.front_matter.keys) if key in _FIELDS}
    yield _counted("h_other", (header | fields) - {"status"})
    yield SeenSign("task_record", "status" in fields and len(fields) >= _FIELDS_OF_A_TASK)


def _signs_of_place(page: Candidate, *, is_other: bool) -> Iterator[SeenSign]:
    """Where the page lies; a place or a title for plans says most where work is on the page."""
    place = page.place
    yield SeenSign("folder_plan", bool(place.plan_folder), place.plan_folder)
    yield SeenSign("place_other", bool(place.other), place.other)
    yield SeenSign("readme", place.is_other_file)
    yield SeenSign("fixture", place.is_trial)
    has_work = max(page.boxes_of_work, page.rows_of_work) >= _SOME_WORK or page.parts_of_work >= _SOME_PARTS
    yield SeenSign("placed_work", page.says_plan and has_work and not is_other)
    yield SeenSign("fixed_name", bool(place.fixed) or page.front_matter.keys >= _KEYS_OF_A_FORM, place.fixed)


def _signs_of_parts(page: Candidate) -> Iterator[SeenSign]:
    """How the work is told: phases, tasks, tables."""
    in_phases, in_tasks = page.parts_with_boxes
    # A page that is nothing but one or two phases with boxes is as much of a plan as one with many.
    yield SeenSign("phase_boxes", in_phases * max(1.0, _MANY_PHASES / (len(page.headings) or 1)), str(in_phases))
    yield SeenSign("phases_bare", 0 if in_phases else page.phases, str(page.phases))
    yield SeenSign("tasks_any", max(page.tasks, in_tasks), str(max(page.tasks, in_tasks)))
    yield SeenSign("task_table", page.rows_of_work, f"{page.rows_of_work} rows")
    yield SeenSign("est", sum(map(_is_estimated, page.work.phases)) + sum(map(_is_planned, page.work.walk())))


def _signs_of_boxes(page: Candidate) -> Iterator[SeenSign]:
    """What the boxes are, which of them are ticked, and where they stand."""
    groups, work = page.layout.box_groups, page.boxes_of_work
    ticked = sum(group.ticked for group in groups)
    yield SeenSign("work", math.log1p(work), str(work))
    yield SeenSign("share", work / page.written_lines)
    with_ids = sum(1 for task in page.work.walk() if task.has_box and task.written)
    yield SeenSign("ids", with_ids)
    yield SeenSign("ticked", ticked > 0)
    yield SeenSign("all_ticked", ticked == page.boxes)
    is_tracked = ticked or with_ids or page.parts_with_boxes[0] or page.says_plan
    yield SeenSign("single_unticked", len(groups) == 1 and not is_tracked)
    is_late = len(page.lines) > _LONG_PAGE and groups[0].boxes[0].line > _LATE * len(page.lines)
    yield SeenSign("late", is_late and len(groups) <= _FEW_GROUPS)
    again = sum(len(group.boxes) for group in groups if any(_is_for_again(name.words) for name in group.names[:2]))
    yield SeenSign("repeat", again / page.boxes)


def _signs_without_boxes(page: Candidate) -> Iterator[SeenSign]:
    """Items with ids in phases are kept track of somewhere else, and are as good as boxes."""
    yield SeenSign("nobox", not page.parts_with_boxes[0])
    # Tasks are also what programs do: of such pages lists say nothing.
    yield SeenSign("titled_list", page.listed if page.called and page.called not in _WORK_SECTIONS else 0)
    yield SeenSign("nothing", not page.has_work)
    yield SeenSign("ids", sum(1 for phase in page.work.phases for task in phase.walk() if _has_id(task)))


def _signs_of_sections(page: Candidate) -> Iterator[SeenSign]:
    """What else is on the page."""
    keys = {_key(section.title) for section in page.headings}
    yield _counted("sections_plan", _sections_of_plans(page, keys))
    form, of_form = _form(page, keys)
    yield SeenSign("form", max(0, len(of_form) - _FEW_OF_A_FORM), f"{form}: {', '.join(sorted(of_form)[:_NAMED])}")
    yield _counted("work_heads", filter(_is_list_of_work, keys))
    yield _counted("sections_readme", keys & _README_SECTIONS)
    yield _counted("sections_other", keys & _OTHER_SECTIONS)


def _sections_of_plans(page: Candidate, keys: set[str]) -> Iterator[str]:
    """The headings that plans have, and the kinds of the other sections that the format has."""
    yield from keys & _PLAN_SECTIONS
    for kind in page.layout.by_kind.keys() & _KINDS_OF_PLANS:
        if not any(_key(section.title) in _PLAN_SECTIONS for section in page.layout.of(kind)):
            yield kind


def _form(page: Candidate, keys: set[str]) -> tuple[str, frozenset[str]]:
    """The form of plans of which most marks are there, by its name, and these marks."""
    document = page.layout.document
    blocks = [block for section in (document.root, document.title) if section for block in section.blocks]
    marks = keys.union(label_key(value.label) for value in header_values(blocks))
    return max(((name, form & marks) for name, form in _FORMS.items()), key=lambda seen: len(seen[1]))


def _field(key: str) -> str:
    """A key of the front matter as a label is compared: `created_date`."""
    return label_key(key.replace("_", " "))


def _seen(sign: Sign, match: re.Match[str] | None) -> SeenSign:
    return SeenSign(sign, 1, match[0]) if match else SeenSign(sign, 0)


def _counted(sign: Sign, names: Iterable[str]) -> SeenSign:
    names = sorted(names)
    return SeenSign(sign, len(names), ", ".join(names[:_NAMED]))


def _other_kind(title: str) -> str:
    """The word of another kind of document that a title is called by; empty where it is called by none.

    What the last word of a part says counts: an `Audit remediation plan` is a plan, a `Plan review` is none; but where
    the first word is followed by `of`, it does: `Plan for the audit`, `Review of the plan`. A part that names a plan
    settles it for those that follow.
    """
    for part in _TITLE_PARTS.split(title):
        key = label_key(part)
        others = list(_OTHER_TITLE.finditer(key))
        plans = list(_PLAN_TITLE.finditer(key))
        if _is_of(plans, key):
            return ""
        is_last = others and (not plans or others[-1].end() >= plans[-1].end())
        if (is_last or _is_of(others, key)) and not _WORK_TITLE.search(key):
            return others[-1][0]
        if plans:
            return ""
    return ""


def _is_of(words: Sequence[re.Match[str]], key: str) -> bool:
    """Whether a part of a title begins with the first of these words, and says what it is of."""
    return bool(words) and words[0].start() == 0 and _PLAN_FOR.match(key, words[0].end()) is not None


@lru_cache(4096)
def _numbered_part(name: str) -> Literal["phase", "task"] | None:
    """Whether a name numbers a phase or a task. A step is none of the phases: guides have steps, too."""
    numbered = numbered_name(name)
    if numbered is None:
        return None
    return "task" if phase_word(name) in _STEP_WORDS else numbered.kind


def _rows_of_work(table: Block) -> int:
    columns = [label_key(cell) for cell in table_cells(table.lines[0])]
    lists_work = any(map(_STATE_COLUMN.fullmatch, columns)) and any(map(_WORK_COLUMN.search, columns))
    return len(table.lines) - 2 if lists_work else 0


def _has_id(task: TaskDraft) -> bool:
    """Whether a task has an id that is more than its number in a list: `1.1`, `AB-12`."""
    return task.written is not None and not task.written.isdecimal()


def _is_numbered_in(phase: PhaseDraft, task: TaskDraft) -> bool:
    """Whether a task has a box and goes on with the number of its phase: `2.1` below `2. Roof`."""
    return task.has_box and task.written is not None and task.written.startswith(f"{phase.number}.")


def _is_estimated(phase: PhaseDraft) -> bool:
    return phase.estimate is not NO_ESTIMATE or phase.dependency is not None or phase.position is not None


def _is_planned(task: TaskDraft) -> bool:
    return bool(task.values.keys() & {"estimate", "owner", "start", "due"} or task.dependency)


@lru_cache(4096)
def _is_for_again(name: str) -> bool:
    return _REPEATED_USE.fullmatch(label_key(name)) is not None


@lru_cache(4096)  # most headings are the same on all plans
def _key(heading: str) -> str:
    """A heading as it is compared: without its number."""
    key = label_key(heading)
    number = _SECTION_NUMBER.match(key)
    return key[number.end() :] if number else key


@lru_cache(4096)
def _is_list_of_work(key: str) -> bool:
    """Whether a heading begins with the name of a list of work: `To do`, `In progress (3)`."""
    words = key.split()
    return any(" ".join(words[:size]) in _WORK_SECTIONS for size in range(1, _LONGEST_PHRASE + 1))
