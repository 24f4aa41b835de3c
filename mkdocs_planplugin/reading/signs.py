# Signs that a page is a plan, or that it is not. They are found in what was read anyway: the layout with the roles of
# the boxes, the work, the header. The strength of a sign goes from 0 (absent) to 1 (fully there). A small amount is
# enough for 1, so that a long plan does not count more than a short one.
"""The signs for and against a plan."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Literal

from msgspec import Struct

from mkdocs_planplugin.gfm import Block, BlockKind, table_cells
from mkdocs_planplugin.model import NO_ESTIMATE, State

from .document import Section
from .front_matter import FrontMatter
from .header_values import header_values
from .labels import label_key, labelled_value
from .list_items import item_text, split_box
from .patterns import when_used
from .places import Place, is_thing, names_things
from .profiles import (
    FEW_GROUPS,
    FEW_MARKS,
    FEW_REPORTS,
    HEADER_LABELS,
    LATE_BOXES,
    LONG_PAGE,
    MOSTLY_WORK,
    OTHER_TITLES,
    PLAIN_TASKS,
    PLAN_TITLES,
    PLAN_WORDS,
    PROFILES,
    SOME_PARTS,
    SOME_WORK,
    STEP_WORDS,
    TASK_FIELDS,
    TASK_LABELS,
    TASK_NAMES,
    TEMPLATE_PLACES,
    UNDER_WAY,
    WEIGHTS,
    WORK_TITLES,
    Phrases,
    Profile,
    Sign,
    alternatives,
    any_of,
    phrase_finder,
    phrase_set,
    phrases,
    split_phrases,
    word_count,
)
from .remembered import remembered
from .unfilled import Unfilled, count_unfilled
from .work import (
    NOT_WORK,
    BoxGroup,
    Layout,
    PhaseDraft,
    TaskDraft,
    WorkDrafts,
    is_checklist,
    is_criteria,
    is_horizon,
    is_task_list,
    names_a_stage,
    names_work,
    numbered_name,
    phase_word,
    state_at_edge,
)


def _set(of: Callable[[Profile], Phrases]) -> frozenset[str]:
    return frozenset(phrases(of))


def _form_marks(profile: Profile) -> frozenset[str]:
    """The headings and labels by which a form of plans (the output of a certain tool) is recognised."""
    return frozenset(split_phrases(f"{profile.detection.form_sections}, {profile.detection.form_labels}"))


_OWN_WORK = phrase_finder(lambda profile: profile.detection.own_work)
_NEUTRAL_TITLE = phrase_set(lambda profile: profile.detection.neutral_titles)
_PLAN_SECTIONS = _set(lambda profile: profile.detection.plan_sections)
_WORK_SECTIONS = _set(lambda profile: profile.detection.work_sections)
_FORMS = {profile.name: marks for profile in PROFILES if (marks := _form_marks(profile))}
_README_SECTIONS = _set(lambda profile: profile.detection.readme_sections)
_OTHER_SECTIONS = _set(lambda profile: profile.detection.other_sections)
_REPORT_SECTION = phrase_set(lambda profile: profile.detection.report_sections)
_REPORT_LABEL = phrase_set(lambda profile: profile.detection.report_labels)
_ADDRESS = word_count(lambda profile: profile.detection.address)
_REPEATED_USE = phrase_set(lambda profile: profile.detection.repeated_use)
_WORK_COLUMN = phrase_finder(lambda profile: profile.detection.work_columns)
_STATE_COLUMN = phrase_set(lambda profile: profile.detection.state_columns)
# `**As a** cook, I want a pan`, but not `As a first step, we saw`.
_STORY = when_used(rf"[\W_]*(?:{alternatives(lambda profile: profile.detection.stories)})\b", re.IGNORECASE)
_WISH = phrase_finder(lambda profile: profile.detection.wishes)
_CHANGE = when_used(rf"\W*(?:{alternatives(lambda profile: profile.detection.change_verbs)})\b(?!\W*$)", re.IGNORECASE)
_TRACKER = phrase_set(lambda profile: profile.detection.tracker_titles)
_PIECE_OF_WORK = phrase_set(lambda profile: profile.detection.pieces_of_work)
# Separators between the parts of a title: `Implementation Plan: Review of the workflow (draft)`.
_TITLE_PARTS = when_used(r"\s*[:：|()（）]\s*|\s+[-–—]+\s+")
_WORDS_OF_A_KIND = 2
_IN_BRACKETS = when_used(r"[(（][^()（）]*[)）]", needs="(（")
# What may come after the word for a plan: `Plan for the shed`, and a number: `Roadmap 2026`.
_PLAN_FOR = when_used(rf"\W*(?:{alternatives(lambda profile: profile.detection.plan_for)})\b")
_PLAN_OF = when_used(
    rf"{_PLAN_FOR.pattern}|\W*(?:\d|v\d|(?:{alternatives(lambda profile: profile.detection.plan_of)})\b)"
)
# Behind a word for a piece of work: `Story 1.2`, `TASK-12`, `Story [N.M]`.
_NUMBER_OF_PIECE = when_used(r"[\d\-.# ]*(?:[\[{<].*)?$")
# Behind a word in the name of a thing: `Review Bot`, but not `Review 3`.
_NAME_GOES_ON = when_used(r"[\W_]*[^\W\d_]{2}")
_SECTION_NUMBER = when_used(r"[\d.\s)]+")
_KINDS_OF_PLANS = NOT_WORK - {"aside", "notes"}
_FIELDS = {**TASK_LABELS, **HEADER_LABELS}
_TASK_WORDS = any_of(TASK_NAMES)
# `[x] Dig`, `Task 1: Dig`, `AB-12: Dig`. `Step 1: Dig` does not count: how-tos have steps, too.
_TASK_HEADING = when_used(
    r"\[[ xX]?\]\s"
    rf"|\W*(?:\[.\]\W*)?(?:(?i:{_TASK_WORDS})s? ?#?\d|[A-Z]{{1,6}}-?\d{{1,4}}(?:\.\d+)*[a-z]?(?:[:：.]|\s[–—·]\s))"
)
_LIST = BlockKind.LIST
_LONGEST_PHRASE = 3  # words of a heading that are looked up

_NOT_OVER = frozenset((State.OPEN, State.IN_PROGRESS, State.BLOCKED))

_MANY_PHASES = WEIGHTS["phase_boxes"].enough
_KEYS_OF_A_FORM = _set(lambda profile: profile.detection.form_keys)
_KEYS_OF_A_PROMPT = _set(lambda profile: profile.detection.prompt_keys)
# `/plan`, and three words or more between arrows; each word is looked at once, from its beginning.
_COMMAND = when_used(r"/[a-z][\w:.-]*(?![/\w])")
_WORD = r"(?:\w|-(?!>))++"
_CHAIN = when_used(rf"(?<![\w-]){_WORD}(?:\s*(?:[→➜➔]|[-=]>)\s*{_WORD}){{2,}}")

_WITH_A_NAME = 2  # parts of a title: `Tasks: Oil the hinge`
_LINK = ("[", "<http", "http")

_NAMES_IN_DETAIL = 4


class SeenSign(Struct, frozen=True):
    """A sign and how much of it was found; `detail` says what exactly, if that is short."""

    sign: Sign
    amount: float
    detail: str = ""

    @property
    def strength(self) -> float:
        """The strength of the sign, from 0 to 1."""
        return min(1.0, self.amount / WEIGHTS[self.sign].enough)


class Candidate(Struct, frozen=True, dict=True):
    """A page that may be a plan, with all that was read of it so far; `lines` are those of the whole file."""

    place: Place
    front_matter: FrontMatter
    layout: Layout
    work: WorkDrafts
    lines: Sequence[str]

    @cached_property
    def unfilled(self) -> Unfilled:
        """How much of the page is placeholders that an author has to fill in."""
        return count_unfilled(self.layout.document)

    @cached_property
    def headings(self) -> list[Section]:
        """All sections but the title."""
        document = self.layout.document
        return [section for section in document.root.walk() if section.level and section is not document.title]

    @cached_property
    def heading_keys(self) -> set[str]:
        """The headings in the form in which they are compared."""
        return {_heading_key(section.title) for section in self.headings}

    @cached_property
    def title(self) -> str:
        """The title, else the heading above all others, without a chain of steps in it (`Plan → Build → Test`). The
        name of a command (`/plan`) says nothing of the page."""
        return "" if self.command else _CHAIN.sub("", self._title)

    @cached_property
    def kind_by_file(self) -> str:
        """The word by which the name of the file calls the page another kind of document, where its title says nothing
        of its kind and no work is under way; a `README.md` may be of any kind."""
        says_nothing = not (self.word_for_plan or self.word_for_work or self.place.is_other_file)
        return self.place.other_file if says_nothing and not self._is_under_way else ""

    @property
    def plan_by_file(self) -> str:
        """The word by which the name of the file calls the page a plan, where that stands in for the title: the title
        is missing, says nothing (`Overview`) or stands in that name, too (`Shed` in `shed-plan.md`), or work is tracked
        below it. A page `Pricing` with a list in it is no plan, though its file is `plan.md`."""
        key = label_key(self._title)
        says_nothing = not key or _NEUTRAL_TITLE.fits(key) or f" {key} " in f" {self.place.words_of_file} "
        return self.place.plan_file if says_nothing or self._tracks_work or self.has_status else ""

    @cached_property
    def command(self) -> str:
        """The command that the page tells an assistant how to follow, or what says that it does so, as the folder of
        commands that it lies in; empty for other pages."""
        match = _COMMAND.match(self._title)
        keys = sorted(self.front_matter.keys & _KEYS_OF_A_PROMPT)
        by_folder = self.place.commands
        if by_folder and (self._is_under_way or self._is_titled_plan):
            by_folder = ""
        return match[0] if match else next(iter(keys), by_folder)

    @cached_property
    def _is_under_way(self) -> bool:
        """Whether much of the page is work of which some is done and some is not, or boxes below a status: this says
        more than the name of the file or of its folder."""
        is_tracked = self.has_mixed_states or (self.boxes_of_work > 0 and self.has_status)
        return is_tracked and self.listed_work >= UNDER_WAY * self.written_lines

    @property
    def _is_titled_plan(self) -> bool:
        """Whether the title calls the page a plan of something (`CI migration plan`), and work is tracked on it."""
        named = any(word_for_plan(part) not in ("", part) for part in title_parts(self._title))
        return named and self._tracks_work and not _other_kind(self._title)

    @cached_property
    def _title(self) -> str:
        title = self.layout.document.title
        own = title.title if title else self.front_matter.title
        highest = self.layout.document.root.sections
        return own or (highest[0].title if len(highest) == 1 else "")

    @property
    def _below_title(self) -> list[Block]:
        """What stands below the title, before the first section; without a title, at the beginning."""
        document = self.layout.document
        return (document.title or document.root).blocks

    @cached_property
    def says_plan(self) -> bool:
        """Whether the title, the file name or the folder speaks of planned work; what is called another kind of
        document there, only where work is under way."""
        by_folder = bool(self.place.plan_folder) and self._is_under_way
        return self.place.says_plan or by_folder or bool(self.word_for_work)

    @cached_property
    def keys(self) -> list[str]:
        """The keys of the front matter as labels: `created_date` is `created date`."""
        return [label_key(key.replace("_", " ")) for key in self.front_matter.keys]

    @cached_property
    def fields(self) -> set[str]:
        """The fields of a plan or a task that the front matter has, by their meaning."""
        return {_FIELDS[key] for key in self.keys if key in _FIELDS}

    @cached_property
    def has_status(self) -> bool:
        """Whether the header says a status."""
        return "status" in self.layout.header or self.front_matter.status is not None

    @property
    def is_task_record(self) -> bool:
        """Whether the front matter is that of a task: it has a status and some other fields of one."""
        return "status" in self.fields and len(self.fields) >= TASK_FIELDS

    @cached_property
    def all_tasks(self) -> list[TaskDraft]:
        """All tasks and sub-tasks that were read."""
        return self.work.walk()

    @cached_property
    def groups_of_work(self) -> list[BoxGroup]:
        """The groups of boxes that are work."""
        return [group for group in self.layout.box_groups if group.role == "work"]

    @cached_property
    def boxes_of_work(self) -> int:
        """How many boxes are work."""
        return sum(len(group.boxes) for group in self.groups_of_work)

    @cached_property
    def groups(self) -> list[BoxGroup]:
        """The groups of boxes that are work or criteria. The others, such as questions, say nothing of a page."""
        return [group for group in self.layout.box_groups if group.role != "aside"]

    @cached_property
    def boxes(self) -> int:
        """How many boxes are work or criteria."""
        return sum(len(group.boxes) for group in self.groups)

    @cached_property
    def phases(self) -> int:
        """How many headings number a phase."""
        return sum(1 for section in self.headings if _numbered_part(section.title) == "phase")

    @cached_property
    def tasks(self) -> int:
        """How many headings number a task, or lines of code below the name of a list of tasks, as in PRPs."""
        lists = (section for section in self.headings if is_task_list(section.title))
        fences = (block for section in lists for block in section.blocks if block.kind is BlockKind.FENCE)
        in_code = sum(1 for fence in fences for line in fence.lines if _TASK_HEADING.match(line))
        return max(in_code, sum(1 for section in self.headings if _TASK_HEADING.match(section.title)))

    @cached_property
    def parts_of_work(self) -> int:
        """How many headings number a task or a phase, and how many phases are listed. Chapters of prose (`Part 1`),
        without tasks or estimates, do not count, unless only plans call them so (`Milestone 1`)."""
        stages = sum(names_a_stage(section.title) for section in self.headings)
        is_prose = not any(phase.tasks or _is_estimated(phase) for phase in self.work.phases)
        return self.tasks + (stages if is_prose else max(self.phases, len(self.work.phases)))

    @cached_property
    def rows_of_work(self) -> int:
        """How many rows there are in tables that list work with its states, owners or dates: by their heads, or because
        the rows were read as tasks."""
        lines = {line for table in self.tables for line in range(table.line, table.line + len(table.lines))}
        tasks = sum(task.line in lines for task in self.all_tasks) if lines else 0
        return max(tasks, sum(map(_rows_of_work, self.tables)))

    @property
    def tables(self) -> list[Block]:
        """All tables."""
        return self.layout.document.tables

    @cached_property
    def tasks_with_ids(self) -> int:
        """How many tasks have an id that is more than a number in a list."""
        return sum(map(_has_id, self.all_tasks))

    @cached_property
    def parts_with_boxes(self) -> tuple[int, int]:
        """How many phases have boxes (work or criteria) or items with ids, and how many numbered tasks have boxes.

        A phase is known by a word and a number (`Phase 2`), or by a number with which those of its tasks begin (`2.1`).
        """
        lines: dict[str | None, set[int]] = {"phase": set(), "task": set()}
        for group in self.layout.box_groups:
            if group.role in ("work", "criteria"):
                for name in group.names:
                    lines.setdefault(_numbered_part(name.words), set()).add(name.line)
        by_numbers = sum(1 for phase in self.work.phases if any(_is_numbered_in(phase, task) for task in phase.walk()))
        # Headings with numbers below numbered parts are chapters where nothing tells of work.
        is_work = self.boxes or self.says_plan or any(task.state or _is_planned(task) for task in self.all_tasks)
        numbered = [phase for phase in self.work.phases if phase.number] if is_work else []
        with_ids = sum(1 for phase in numbered if any(map(_has_id, phase.walk())))
        return max(len(lines["phase"]), by_numbers, with_ids), len(lines["task"])

    @cached_property
    def list_items(self) -> int:
        """How many items there are at the top level of lists, or rows in the longest table. Of lists, several sections
        have some, or one that is more than links stands right below the title; sections that only other documents have
        (`Introduction`) do not count."""
        sections = (section for section in self.headings if _heading_key(section.title) not in _OTHER_SECTIONS)
        lists = ([block for block in section.blocks if block.kind is _LIST] for section in sections)
        items = [sum(len(block.children) for block in blocks) for blocks in lists if blocks]
        below_title = [block for block in self._below_title if block.kind is _LIST]
        of_title = [len(block.children) for block in below_title if not _holds_links(block)]
        listed = sum(items) if len(items) > 1 else max(of_title, default=0)
        rows = (len(table.lines) - 2 for table in self.tables if _lists_work(table))
        return max(listed, *rows, 0)

    @cached_property
    def listed_work(self) -> int:
        """How many lines list work: boxes, items that were read as tasks, rows of tables."""
        return max(self.boxes_of_work, self.rows_of_work, len(self.all_tasks))

    @cached_property
    def has_mixed_states(self) -> bool:
        """Whether some of the work is done, and some is not, by boxes, columns of states or signs before items."""
        states = {task.state for task in self.all_tasks}
        listed = (*self.work.outside.others, *self.work.outside.plain_work)
        states.update(state_at_edge(item_text(item)) for work in listed for item in work.items)
        return State.DONE in states and bool(states & _NOT_OVER)

    @cached_property
    def steps(self) -> int:
        """How many items there are in the longest list with numbers right below the title."""
        numbered = [block for block in self._below_title if block.kind is _LIST and block.ordered]
        return max((len(block.children) for block in numbered), default=0)

    @property
    def is_tracker(self) -> bool:
        """Whether the page is mostly a list of work of which some is done and some is not."""
        return self.has_mixed_states and self.listed_work >= MOSTLY_WORK * self.written_lines

    @property
    def _tracks_work(self) -> bool:
        """Whether there are boxes, rows or ids of work, states, or a heading of a list of work."""
        listed = self.boxes or self.rows_of_work or self.tasks_with_ids or self.has_mixed_states
        return bool(listed) or any(map(_is_list_of_work, self.heading_keys))

    @property
    def has_work(self) -> bool:
        """Whether there is work of any kind."""
        listed = self.work.phases or self.work.outside.tasks or self.rows_of_work
        return bool(self.boxes or listed or self.front_matter.todos or self.has_mixed_states)

    @cached_property
    def word_for_plan(self) -> str:
        """The word by which the title calls the page a plan; empty without one.

        It stands at the beginning or the end of a part of the title, or before what is planned (`Plan for the shed`).
        `Step 2: Plan` is a step, and `Background Tasks` are what a program deals with, unless work is tracked below;
        `Remaining Tasks` and `My Tasks` never are.
        """
        if phase_word(self.title) in STEP_WORDS:
            return ""
        parts = title_parts(self.title)
        word = next(filter(None, map(word_for_plan, parts)), "")
        is_own = any(_OWN_WORK.is_in(part) for part in parts if word in part)
        may_be_things = names_things(word) and word not in parts and not is_own
        return "" if may_be_things and not self._tracks_work else word

    @cached_property
    def word_for_work(self) -> str:
        """The word by which the title speaks of planned work; empty without one."""
        return next(filter(None, map(word_for_work, title_parts(self.title))), "")

    @cached_property
    def written_lines(self) -> int:
        """How many lines are not blank."""
        return sum(map(bool, map(str.strip, self.lines)))


def title_parts(title: str) -> list[str]:
    """The parts of a title, in the form in which they are compared."""
    return list(filter(None, map(label_key, _TITLE_PARTS.split(title))))


def word_for_plan(part: str) -> str:
    """The word by which a part of a title calls the page a plan; empty without one."""
    for match in PLAN_TITLES.finditer(part):
        is_at_edge = match.start() == 0 or match.end() == len(part)
        if (is_at_edge and not is_thing(match)) or _PLAN_OF.match(part, match.end()):
            return match[0]
    return ""


def word_for_work(part: str) -> str:
    """The word by which a part of a title speaks of planned work; empty without one.

    In the middle it says nothing, unless its end or what follows shows that the words behind it belong to it: `The
    progress overlay blocks the login`.
    """
    for match in PLAN_WORDS.finditer(part):
        is_inside = match.start() > 0 and match.end() < len(part) and part[match.end()] == " "
        if not (is_inside or is_thing(match)) or _PLAN_OF.match(part, match.end()):
            return match[0]
    return ""


def calls_itself_template(title: str) -> bool:
    """Whether a title calls the page a template for plans: `Roadmap template`, `Template: Plan`, `Modèle de plan`.

    A `Plan for the email template` is none.
    """
    parts = title_parts(title)
    says_plan = any(map(PLAN_WORDS.is_in, parts))
    return says_plan and any(map(_is_name_of_template, parts))


def _is_name_of_template(part: str) -> bool:
    templates = list(TEMPLATE_PLACES.finditer(part))
    if not templates or _begins_with_object(part, list(PLAN_TITLES.finditer(part))):
        return False
    if templates[0].end() - templates[0].start() == len(part):
        return True
    is_at_edge = templates[-1].end() == len(part) or _begins_with_object(part, templates)
    return is_at_edge and PLAN_WORDS.is_in(part)


def signs_of(page: Candidate) -> Iterator[SeenSign]:
    """All signs but `placeholders`; absent ones have an amount of 0."""
    other = page.command or _other_kind(page.title) or page.kind_by_file
    if _TRACKER.fits(label_key(other)) and page.is_tracker:
        other = ""
    among_plans = page.place.plan_folder or page.place.plan_file
    is_begun = page.is_tracker and (among_plans or page.has_status)
    if is_checklist(other) and (is_begun or (among_plans and page.parts_with_boxes[0] > 1)):
        other = ""  # the list of what is to be done: among plans by phases, there or below a status begun
    yield from _signs_of_title(page, other)
    yield from _signs_of_place(page, is_other=bool(other))
    yield from _signs_of_parts(page)
    yield from _signs_of_boxes(page) if page.groups else _signs_without_boxes(page)
    yield SeenSign("repeat", _share_repeated(page.layout.box_groups))
    # The headings, and the marks of forms.
    keys = page.heading_keys
    yield _counted("sections_plan", _sections_of_plans(page, keys))
    form, marks = _best_form(page, keys)
    detail = f"{form}: {', '.join(sorted(marks)[:_NAMES_IN_DETAIL])}"
    yield SeenSign("form", max(0, len(marks) - FEW_MARKS), detail)
    yield _counted("work_heads", (key for key in keys if _is_list_of_work(key) or is_horizon(key)))
    yield _counted("sections_readme", keys & _README_SECTIONS)
    yield _counted("sections_other", keys & _OTHER_SECTIONS)
    yield _counted("sections_report", filter(_is_of_report, keys), few=FEW_REPORTS)


def placeholders_of(page: Candidate) -> SeenSign:
    """The sign `placeholders`. It takes another pass over all lines, so ask for it only where it may decide."""
    return SeenSign(
        "placeholders", page.unfilled.placeholders / (page.written_lines or 1), str(page.unfilled.placeholders)
    )


def signs_against(page: Candidate) -> Iterator[SeenSign]:
    """Signs in the text itself, all of them against a plan: who it speaks to, and what it tells. They take another pass
    over all lines, too."""
    texts = page.layout.document.paragraphs
    spoken_to = _ADDRESS.of("\n".join(line for text in texts for line in text.lines).casefold())
    yield SeenSign("address", spoken_to / (page.written_lines or 1), str(spoken_to))
    lines = (line for text in texts for line in text.lines)
    labels = {label_key(labelled.label) for line in lines if (labelled := labelled_value(line.strip(), 0))}
    yield _counted("labels_report", filter(_REPORT_LABEL.fits, labels))


def _signs_of_title(page: Candidate, other: str) -> Iterator[SeenSign]:
    """Signs in the title and in the header below it."""
    header = page.layout.header.keys()
    named_by_file = "" if page.word_for_work or page.place.other else page.plan_by_file
    called = "" if other else page.word_for_plan or named_by_file
    yield SeenSign("title_strong", bool(called), called)
    word = page.word_for_work or phase_word(page.title)
    yield SeenSign("title_plan", bool(word), word)
    yield SeenSign("hard", bool(other), other)
    yield SeenSign("h_status", page.has_status)
    yield _counted("h_other", (header | page.fields) - {"status"})
    yield SeenSign("task_record", page.is_task_record)
    yield SeenSign("todos", page.front_matter.todos, str(page.front_matter.todos))


def _signs_of_place(page: Candidate, *, is_other: bool) -> Iterator[SeenSign]:
    """Signs in the path of the page. A path or a title for plans counts more if there is work on the page."""
    place = page.place
    yield SeenSign("folder_plan", bool(place.plan_folder), place.plan_folder)
    yield SeenSign("file_plan", bool(place.plan_file), place.plan_file)
    yield SeenSign("place_other", (1 + 2 * place.is_other_kind) * bool(place.other), place.other)
    yield SeenSign("readme", place.is_other_file and not page.is_task_record)
    yield SeenSign("fixture", place.is_trial)
    listed = max(page.boxes_of_work, page.rows_of_work, page.tasks_with_ids)
    has_work = (
        page.has_mixed_states
        or listed >= SOME_WORK
        or page.steps >= PLAIN_TASKS
        or page.parts_of_work >= SOME_PARTS
        or len(page.work.outside.tasks) >= PLAIN_TASKS
    )
    yield SeenSign("placed_work", page.says_plan and has_work and not is_other)
    yield SeenSign("fixed_name", bool(place.fixed) or page.front_matter.keys >= _KEYS_OF_A_FORM, place.fixed)


def _signs_of_parts(page: Candidate) -> Iterator[SeenSign]:
    """Signs in the structure of the work: phases, tasks, tables."""
    phases, tasks = page.parts_with_boxes
    # A page with one or two headings, all of them phases with boxes, is as much of a plan as one with many phases.
    yield SeenSign("phase_boxes", phases * max(1.0, _MANY_PHASES / (len(page.headings) or 1)), str(phases))
    bare = 0 if phases else max(page.phases, len(page.work.phases))
    yield SeenSign("phases_bare", bare, str(bare))
    yield SeenSign("tasks_any", max(page.tasks, tasks), str(max(page.tasks, tasks)))
    yield SeenSign("task_table", page.rows_of_work, f"{page.rows_of_work} rows")
    yield SeenSign("share", page.listed_work / (page.written_lines or 1))
    yield SeenSign("mixed", page.has_mixed_states)
    yield SeenSign("est", sum(map(_is_estimated, page.work.phases)) + sum(map(_is_planned, page.all_tasks)))


def _signs_of_boxes(page: Candidate) -> Iterator[SeenSign]:
    """Signs in the boxes: what they are, how many are ticked, where they stand."""
    groups, work = page.groups, page.boxes_of_work
    ticked = sum(group.ticked for group in groups)
    yield SeenSign("work", math.log1p(work), str(work))
    with_ids = sum(1 for task in page.all_tasks if task.has_box and task.written)
    yield SeenSign("ids", with_ids)
    yield SeenSign("ticked", ticked > 0)
    yield SeenSign("all_ticked", ticked == page.boxes)
    is_item = _is_work_item(page)
    has_parts = page.parts_with_boxes[0] or page.tasks >= SOME_PARTS
    is_tracked = ticked or with_ids or has_parts or page.says_plan or is_item
    yield SeenSign("single_unticked", len(groups) == 1 and not is_tracked)
    is_late = len(page.lines) > LONG_PAGE and groups[0].boxes[0].line > LATE_BOXES * len(page.lines)
    yield SeenSign("late", is_late and len(groups) <= FEW_GROUPS)
    yield SeenSign("titled_list", 0 if work else _titled_items(page))
    yield SeenSign("work_item", is_item)


def _signs_without_boxes(page: Candidate) -> Iterator[SeenSign]:
    """Signs of a page without boxes. Items with ids in phases count like boxes: their progress is kept elsewhere."""
    listed = _titled_items(page)
    yield SeenSign("nobox", not page.parts_with_boxes[0])
    yield SeenSign("titled_list", listed)
    yield SeenSign("nothing", not page.has_work and not listed)
    yield SeenSign("ids", page.tasks_with_ids)
    texts = (block.text for block in page.layout.document.blocks if block.kind is BlockKind.PARAGRAPH)
    yield SeenSign("stories", sum(map(_is_story, texts)))


def _is_story(text: str) -> bool:
    """Whether a paragraph says what a user wants: it begins with who that is, or with a label for it (`As a:`)."""
    match = _STORY.match(text)
    if match is None:
        return False
    behind = text[match.end() :].lstrip(" *_")
    return behind.startswith(":") or _WISH.is_in(label_key(behind))


def _share_repeated(groups: Sequence[BoxGroup]) -> float:
    """The share of the boxes that are to be gone through again and again, by the names right above them."""
    repeated = (group for group in groups if any(_is_repeated(name.words) for name in group.names[:2]))
    return sum(len(group.boxes) for group in repeated) / (sum(len(group.boxes) for group in groups) or 1)


def _is_work_item(page: Candidate) -> bool:
    """Whether boxes are what must hold for a piece of work: the title calls the page one, or a list of tasks with boxes
    stands beside them."""
    groups = page.layout.box_groups
    criteria = [group for group in groups if group.role in ("criteria", "final")]
    if not any(is_criteria(name.words) for group in criteria for name in group.names):
        return False
    names = (_TITLE_PARTS.split(page.title)[0], page.front_matter.id)
    is_piece = any(_PIECE_OF_WORK.fits(label_key(_NUMBER_OF_PIECE.sub("", name))) for name in names)
    lists = (name.words for group in page.groups_of_work for name in group.names)
    return is_piece or any(is_task_list(name) or names_work(name) for name in lists)


def _titled_items(page: Candidate) -> int:
    """How many items stand in lists below a title that calls the page a plan.

    Below a title such as `Tasks` or `Background Tasks` they say nothing without a heading of work: such a page may
    describe what a program does.
    """
    word, parts = page.word_for_plan or page.place.plan_file, title_parts(page.title)
    has_name = len(parts) >= _WITH_A_NAME and not any(part.endswith(f" {word}") for part in parts)
    may_be_a_concept = word in _WORK_SECTIONS and not has_name
    is_titled = word and not (may_be_a_concept and not any(map(_is_list_of_work, page.heading_keys)))
    return page.list_items if is_titled else 0


def _holds_links(block: Block) -> bool:
    """Whether the items of a list begin with links, as in a list of pages."""
    return all(item_text(item).startswith(_LINK) for item in block.children)


def _sections_of_plans(page: Candidate, keys: set[str]) -> Iterator[str]:
    """The headings that are typical of plans, and the kinds of other sections that belong to the plan format."""
    yield from keys & _PLAN_SECTIONS
    for kind in page.layout.by_kind.keys() & _KINDS_OF_PLANS:
        if not any(_heading_key(section.title) in _PLAN_SECTIONS for section in page.layout.of(kind)):
            yield kind


def _best_form(page: Candidate, keys: set[str]) -> tuple[str, frozenset[str]]:
    """The name of the form of which the page has most marks, and these marks."""
    document = page.layout.document
    blocks = [block for section in (document.root, document.title) if section for block in section.blocks]
    marks = keys.union(page.keys, (label_key(value.label) for value in header_values(blocks)))
    return max(((name, form & marks) for name, form in _FORMS.items()), key=lambda form: len(form[1]))


def _counted(sign: Sign, names: Iterable[str], few: int = 0) -> SeenSign:
    """The sign by the number of names; up to `few` of them say nothing."""
    names = sorted(names)
    return SeenSign(sign, max(0, len(names) - few), ", ".join(names[:_NAMES_IN_DETAIL]))


def _other_kind(title: str) -> str:
    """The word by which a title calls the page another kind of document; empty without one.

    The last such word in a part of the title decides: an `Audit remediation plan` is a plan, a `Plan review` is not.
    But if the part begins with the word and says what it is of, that word decides: `Plan for the audit`, `Review of
    the plan`. The first part that names a plan or another kind decides for the whole title; but in `Audit Log Service:
    Migration plan`, `Skill bank: Phase tracker` and `Sprint 3: Agent memory` the word is only in the name of what is
    planned.
    A title that says what is done (`Refactor the reports`), or calls itself a piece of work (`Epic: Reports`), is none,
    and brackets count only where they are short: `Harbour (Final report)`, but not `Harbour (by the noise policy)`.
    """
    parts = title_parts(title)
    if _CHANGE.match(title) or _PIECE_OF_WORK.fits(parts[0] if parts else ""):
        return ""
    parts = title_parts(_IN_BRACKETS.sub(_if_kind, title))
    calls_it_plan = any(map(_speaks_of_plan, parts)) or _names_phase_of_plan(parts)
    for key in parts:
        others = _others_in(key)
        plans = list(PLAN_TITLES.finditer(key))
        is_name = others and not plans and _NAME_GOES_ON.match(key, others[-1].end())
        if calls_it_plan and is_name and not _begins_with_object(key, others):
            continue
        if _begins_with_object(key, plans):
            return ""
        is_last = others and (not plans or others[-1].end() >= plans[-1].end())
        if (is_last or _begins_with_object(key, others)) and not WORK_TITLES.is_in(key):
            return others[-1][0]
        if plans:
            return ""
    return ""


def _if_kind(brackets: re.Match[str]) -> str:
    """The brackets in a title, if they are short enough to say what kind of document it is; else nothing."""
    return brackets[0] if len(label_key(brackets[0]).split()) <= _WORDS_OF_A_KIND else ""


def _others_in(part: str) -> list[re.Match[str]]:
    """The words for other documents in a part of a title that are no piece of words for planned work: `Checklist de
    implementação`."""
    work = [match.span() for match in PLAN_WORDS.finditer(part)]
    others = OTHER_TITLES.finditer(part)
    return [other for other in others if not any(_is_a_piece_of(other.span(), span) for span in work)]


def _is_a_piece_of(span: tuple[int, int], longer: tuple[int, int]) -> bool:
    return span != longer and longer[0] <= span[0] and span[1] <= longer[1]


def _speaks_of_plan(part: str) -> bool:
    """Whether a part of a title calls the page a plan, or ends with a word for planned work: `Phase status tracker`."""
    ends = (match.end() for match in PLAN_WORDS.finditer(part))
    return bool(word_for_plan(part)) or len(part) in ends


def _names_phase_of_plan(parts: Sequence[str]) -> bool:
    """Whether a title begins with a phase as plans have them, and its name follows: `Sprint 3: Agent memory`."""
    return len(parts) > 1 and numbered_name(parts[0]) is not None and PLAN_WORDS.is_in(parts[0])


def _begins_with_object(key: str, words: Sequence[re.Match[str]]) -> bool:
    """Whether a part of a title begins with the first of these words, followed by what it is for: `Plan for ...`."""
    return bool(words) and words[0].start() == 0 and _PLAN_FOR.match(key, words[0].end()) is not None


@remembered(4096)
def _numbered_part(name: str) -> Literal["phase", "task"] | None:
    """Whether a name numbers a phase or a task. A step counts as a task, for guides have steps, too."""
    numbered = numbered_name(name)
    if numbered is None:
        return None
    return "task" if phase_word(name) in STEP_WORDS else numbered.kind


def _rows_of_work(table: Block) -> int:
    """How many rows a table has, if it has a column of work and one of states; else how many of them have a box."""
    if _lists_work(table) and any(map(_STATE_COLUMN.fits, _columns(table))):
        return len(table.lines) - 2
    return sum(any(split_box(cell)[0] for cell in table_cells(row)) for row in table.lines[2:] if "[" in row)


def _columns(table: Block) -> list[str]:
    return [label_key(cell) for cell in table_cells(table.lines[0])]


def _lists_work(table: Block) -> bool:
    """Whether a column of a table is one of pieces of work, or of the time for them."""
    return any(map(_WORK_COLUMN.is_in, _columns(table)))


def _has_id(task: TaskDraft) -> bool:
    """Whether a task has an id that is more than a number of a list: `1.1`, `AB-12`."""
    return task.written is not None and not task.written.isdecimal()


def _is_numbered_in(phase: PhaseDraft, task: TaskDraft) -> bool:
    """Whether a task has a box and a number that begins with that of its phase: `2.1` below `2. Roof`."""
    return task.has_box and task.written is not None and task.written.startswith(f"{phase.number}.")


def _is_estimated(phase: PhaseDraft) -> bool:
    return phase.estimate is not NO_ESTIMATE or phase.dependency is not None or phase.position is not None


def _is_planned(task: TaskDraft) -> bool:
    return bool(task.values.keys() & {"estimate", "owner", "start", "due"} or task.dependency)


@remembered(4096)
def _is_repeated(name: str) -> bool:
    """Whether a list with this name is meant to be used again and again."""
    return _REPEATED_USE.fits(label_key(name))


@remembered(4096)  # most headings are the same on all plans
def _heading_key(heading: str) -> str:
    """A heading in the form in which it is compared: as a label, without its number."""
    key = label_key(heading)
    number = _SECTION_NUMBER.match(key)
    return key[number.end() :] if number else key


@remembered(4096)
def _is_list_of_work(key: str) -> bool:
    """Whether a heading begins with the name of a list of work: `To do`, `In progress (3)`."""
    words = key.split()
    return any(" ".join(words[:size]) in _WORK_SECTIONS for size in range(1, _LONGEST_PHRASE + 1))


@remembered(4096)
def _is_of_report(key: str) -> bool:
    """Whether a heading is one of a report on finished work: `Files changed`, `Test results`."""
    return _REPORT_SECTION.fits(key)
