# A phase is read part by part: what stands under a label or a deeper heading is work, criteria, or says something of
# the phase as a whole.
"""Reading phases."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator

from mkdocs_planplugin.gfm import Block, BlockKind
from mkdocs_planplugin.model import NO_ESTIMATE

from ..context import ReadingContext
from ..document import LabelledPart, Section, labelled_parts
from ..findings import UNCLEAR_DATE
from ..labels import ANY_LABEL, LabelledValue, label_key, labelled_value, names_files
from ..list_items import (
    box_mark,
    boxes_behind_items,
    is_plain,
    item_text,
    list_items,
    names_code,
    words_below,
)
from ..patterns import when_used
from ..profiles import PHASE_LABELS, STEP_WORDS, TASK_LABELS, TASK_WORDS, phrase_set, table
from ..values import (
    Vocabulary,
    ends_like_length,
    find_position,
    is_like_length,
    read_days,
    read_estimate,
)
from .attributes import HOW_LENGTHS_ARE_WRITTEN, read_attribute, stated_state, values_in_line
from .boxes import criteria_among
from .dependencies import StatedDependency, dependency_in_sentence, read_dependency
from .drafts import SAID_OF_BOTH, PhaseDraft, PlainWork, TaskDraft
from .headings import phase_word, read_phase_title
from .names import (
    is_criteria,
    is_horizon,
    is_list_of_milestones,
    may_hold_work,
    meaning_of,
    names_a_list,
    names_dependencies,
    names_what_comes,
    names_work,
    says_nothing,
)
from .phase_numbers import phase_heading
from .phase_sections import PhaseSection
from .task_tables import ids_go_on_from, names_tasks, read_task_table, tables_in
from .task_titles import is_headed_work, names_task
from .tasks import (
    is_task_by_number,
    is_task_section,
    read_numbered_heading,
    read_tasks,
)
from .title_values import values_behind

_KNOWN = Vocabulary(table(lambda profile: profile.labels.phase))
_RATIONALE = phrase_set(lambda profile: profile.labels.rationale)
_COUNTED_LINE = when_used(
    rf"(?:(?:{TASK_WORDS})\s+)?(?P<phase>\d{{1,3}}(?=\.)|[A-Z])[.-]?(?P<number>\d{{1,3}})\s?[.):：–—-]*\s+\S",
    re.IGNORECASE,
)
_NAMED_LINE = when_used(rf"(?:{TASK_WORDS})\s", re.IGNORECASE)
_PATH = when_used(r"(?:^\S*|\s\S*)\w\.\w+$|^\S+/\w+$")  # what stands below it is said of a file
_LIST_AND_RULE = (BlockKind.LIST, BlockKind.RULE)
_AROUND_LABELS = "*_:： "
_LISTS = (BlockKind.LIST, BlockKind.TABLE, BlockKind.FENCE, BlockKind.CONTAINER)
# In the heading of a phase a length may stand beside these.
_IN_NAMES = SAID_OF_BOTH | {"estimate"}
_BOLD_ID = when_used(r"(?P<mark>\*\*|__)(?:\d{1,3}\.\d{1,3}[a-z]?|[A-Z]{1,4}-?\d{1,4})[.:]?(?P=mark)[ ]+\S")
_IN_PARENTHESES = when_used(r"\((?P<words>[^()]+)\)$")
_QUOTED = when_used(r"\s*[\"“„«][^\"“”„«»]+[\"”“»]", needs='"“„«')  # the name of a milestone


def read_phase(phase: PhaseSection, others: Container[Section], context: ReadingContext) -> PhaseDraft:
    """The phase in a section. `others` are sections that are phases of their own, maybe inside this one."""
    section = phase.section
    title = read_phase_title(section.title, section.markdown, phase.split_heading, context.calendar)
    draft = PhaseDraft(title.number, title.name, section.line, title.estimate, title.position, title.state)
    draft.label, draft.in_checklist, draft.is_view = title.label, phase.in_checklist, phase.is_view
    draft.is_step = phase_word(section.title) in STEP_WORDS
    behind = _IN_PARENTHESES.search(title.name)
    if problem := title.problem or (behind and read_days(behind["words"]).problem):
        context.findings.note(UNCLEAR_DATE, section.line, problem, "")
    if behind and not title.estimate.known and ends_like_length(behind["words"]):
        context.findings.unread(behind["words"], section.line, "length of time", HOW_LENGTHS_ARE_WRITTEN)
    words = title.estimate.text or ""
    if not title.estimate.known and is_like_length(words):
        context.findings.unread(words, section.line, "length of time", HOW_LENGTHS_ARE_WRITTEN)
    read_values_in_name(draft, context)
    _read_section(draft, section, (), others, context)
    draft.lines = _counted_lines(section, draft.number)
    return draft


def _counted_lines(phase: Section, number: str | None) -> list[tuple[int, str]]:
    """The lines of text right below the heading of a phase that count on from its number, if there are several, or they
    say `Task`: `1.1 Dig`, `Task 1.2: Sow` in phase 1, `A1. Dig` in phase A."""
    counted = [
        (block.line + offset, line)
        for block in phase.blocks
        if block.kind is BlockKind.PARAGRAPH
        for offset, line in enumerate(block.lines)
        if (match := _COUNTED_LINE.match(line)) and match["phase"] == number
    ]
    numbers = [int(match["number"]) for _, line in counted if (match := _COUNTED_LINE.match(line))]
    is_sure = len(numbers) > 1 or any(_NAMED_LINE.match(line) for _, line in counted)
    return counted if is_sure and numbers == [*range(1, len(numbers) + 1)] else []


def read_values_in_name(draft: PhaseDraft, context: ReadingContext) -> None:
    """Read what stands behind the name of a phase as behind that of a task: `Pour (by 2026-03-31)`, `Pour (@ana, 3
    weeks)`."""
    name, values = values_behind(draft.name, draft.line, context, bare_people=False)
    if values and values.keys() <= _IN_NAMES:
        draft.name, draft.values = name, values
    length = draft.estimate.text or ""
    if "," in length:  # `Pour (3 weeks, by 2026-03-31)`
        left, beside = values_behind(f"{draft.name} ({length})", draft.line, context)
        if beside.keys() <= _IN_NAMES and "estimate" in beside:
            if left != draft.name:  # the other words stay with the length: one of them may say what is waited for
                beside.pop("estimate")
            draft.values = beside | draft.values
            draft.estimate = NO_ESTIMATE if "estimate" in beside else draft.estimate
    estimate = draft.values.pop("estimate", NO_ESTIMATE)
    draft.estimate = draft.estimate if draft.estimate.known else estimate


def _read_section(
    draft: PhaseDraft,
    section: Section,
    headings: tuple[str, ...],
    others: Container[Section],
    context: ReadingContext,
) -> None:
    for part in labelled_parts(section.blocks):
        part.label = part.label or "".join(headings[-1:])
        part.headings = headings
        read_part(draft, part, context)
    for below in section.sections:
        if below in others:
            continue
        draft.has_lists = draft.has_lists or any(block.kind in _LISTS for part in below.walk() for block in part.blocks)
        if is_task_section(below):
            draft.tasks.append(read_numbered_heading(below, context))
        elif is_task_by_number(below) and not any(_rows(block, draft, context) for block in tables_in(below.blocks)):
            task = read_numbered_heading(below, context)
            task.by_number = True
            draft.tasks.append(task)
        else:
            of_phase = draft.estimate, draft.position, draft.dependency
            _read_section(draft, below, (*headings, below.title), others, context)
            if not headings and says_nothing(below.title):
                draft.parts.append(below)
            if is_headed_work(below.title) and not _is_group(below):
                draft.headed.append(below)
                draft.estimate, draft.position, draft.dependency = of_phase  # what it says is said of itself


def _is_group(section: Section) -> bool:
    """Whether a heading inside a phase only says when (`Week 2`) or who (`Stream A`), above headings, or above lists if
    it has no name, they have labels of their own or several items each."""
    heading = phase_heading(section.title)
    if heading is None or heading.word in STEP_WORDS:
        return False
    lists = [part.label for part in labelled_parts(section.blocks) if any(list_items(part.blocks))]
    return bool(section.sections) or any(lists) or (bool(lists) and not heading.name) or holds_only_lists(section)


def holds_only_lists(section: Section) -> bool:
    """Whether below a heading are lists of several items and nothing else, but for rules between sections."""
    items = sum(len(block.children) for block in section.blocks if block.kind is BlockKind.LIST)
    return items > 1 and not section.sections and all(block.kind in _LIST_AND_RULE for block in section.blocks)


def read_part(draft: PhaseDraft, part: LabelledPart, context: ReadingContext) -> None:
    """Read the part of a phase below a label, or directly below its heading, into the draft of the phase."""
    draft.has_lists = draft.has_lists or any(block.kind in _LISTS for block in part.blocks)
    draft.criteria += criteria_among(list_items(part.blocks), context)
    if any(map(is_criteria, (part.label, *part.headings))):
        draft.tasks += read_tasks((item for item in list_items(part.blocks) if box_mark(item)), context)
        return
    own = not part.headings
    if own and draft.dependency is None:
        draft.dependency = _dependency_in_prose(part, context)
    if own and draft.line and not part.label and part.blocks[0].kind is BlockKind.PARAGRAPH:
        state, values = values_in_line(part.blocks[0], context)
        draft.state = draft.state or state
        for value in values:
            _read_field(draft, value, context, own=own)
    is_field = _read_field(draft, LabelledValue(part.label, part.value, part.line), context, part.blocks, own=own)
    _read_tables(draft, part, context)
    items = tuple(_items_of_work(part))
    if not is_field or _is_said_in_line(part):
        _keep_plain_lists(draft, part, items, context)
    for item in items:
        labelled = None if box_mark(item) is not None else labelled_value(item_text(item), item.line, PHASE_LABELS)
        if labelled is None:
            draft.tasks += read_tasks([item], context)
        elif is_criteria(labelled.label):
            draft.tasks += read_tasks(list_items(item.children), context)
        elif draft.tasks or not _read_field(draft, labelled, context, item.children, own=own):
            draft.tasks += read_tasks([] if names_dependencies(labelled.label) else [item], context)


def _keep_plain_lists(draft: PhaseDraft, part: LabelledPart, items: Iterable[Block], context: ReadingContext) -> None:
    """Keep the items without a box. Each list is stored under the line that announces it, else under the label of the
    part."""
    draft.plain_work += _numbered_paragraphs(part, context)
    left_out = {item.line for item in list_items(part.blocks)} - {item.line for item in items}
    lists = _lists_by_name(part, context)
    if not lists and part.line and _is_task_label(part.label, part.headings):
        draft.plain_work.append(PlainWork(part.label, part.line, ()))
    for name, blocks in lists.items():
        items_here = [item for item in list_items(blocks) if is_plain(item) and item.line not in left_out]
        reached = tuple(item for item in items_here if _says_what_is_reached(item, is_last=item is items_here[-1]))
        listed = tuple(item for item in items_here if item not in reached) if reached else tuple(items_here)
        is_counted = all(block.ordered for block in blocks)
        if not (name or is_counted) and names_code(listed):
            draft.code_lists.append(PlainWork(name, part.line, listed))
            continue
        if listed and _may_list_tasks(name, part.headings) and not (name in part.headings and says_nothing(name)):
            draft.plain_work.append(PlainWork(name, part.line, listed, is_counted, reached=reached))
        elif listed and names_what_comes(name) and all(may_hold_work(head) for head in part.headings if head != name):
            draft.deliverables.append(PlainWork(name, part.line, listed))
        elif listed and may_hold_work(name) and (name in part.headings or _may_be_part(name, draft)):
            draft.below_headings.append(PlainWork(name, part.line, listed, reached=reached))


def _numbered_paragraphs(part: LabelledPart, context: ReadingContext) -> Iterator[PlainWork]:
    """The paragraphs that begin with an id in bold type, each the task that it names: `**1.1** Cut the reeds`."""
    for block in part.blocks:
        if block.kind is BlockKind.PARAGRAPH and _BOLD_ID.match(block.lines[0]):
            yield PlainWork(context.document.words(block.lines[0]), block.line, ())


def _says_what_is_reached(item: Block, *, is_last: bool) -> bool:
    """Whether an item among others says what they lead to, and is no work itself: `**Milestone:** it floats`, `Done
    when: it floats`; the last of them also with another name of criteria, or with a list of these below it
    (`Acceptance:`)."""
    labelled = labelled_value(item_text(item), item.line, ANY_LABEL)
    if labelled is None:
        return False
    if not labelled.value:
        return is_last and is_criteria(labelled.label) and any(list_items(item.children))
    is_known = is_last or PHASE_LABELS.get(label_key(labelled.label)) == "criteria"
    return is_list_of_milestones(_QUOTED.sub("", labelled.label)) or (
        is_known and meaning_of(labelled.label) == "criteria"
    )


def _lists_by_name(part: LabelledPart, context: ReadingContext) -> dict[str, list[Block]]:
    """The lists of a part by what names them."""
    lists: dict[str, list[Block]] = {}
    label = name = "" if _is_said_in_line(part) else part.label
    is_detail = False  # of a task that the paragraph above is
    for block in part.blocks:
        if block.kind is BlockKind.PARAGRAPH:
            name = _announcement(block, context) or label
            is_detail = _BOLD_ID.match(block.lines[0]) is not None
        elif block.kind is BlockKind.LIST and not is_detail:
            for named, of_name in _lists_by_label(block) or ((name, block),):
                lists.setdefault(named, []).append(of_name)
            name = label
    return lists


def _lists_by_label(block: Block) -> list[tuple[str, Block]]:
    """The lists below the items of a list, by the words of the items, if one of these is a label of work (`- Tasks:`):
    then each item says something of the phase. Else none: `- High priority` may rank work that is told elsewhere."""
    below = [
        (item_text(item).strip(_AROUND_LABELS), nested)
        for item in block.children
        for nested in item.children
        if nested.kind is BlockKind.LIST
    ]
    if not any(names_work(label) and not is_horizon(label) for label, _ in below):
        return []
    alone = (item for item in block.children if not any(True for _ in list_items(item.children)))
    return below if all(labelled_value(item_text(item), item.line, ANY_LABEL) for item in alone) else []


def _is_said_in_line(part: LabelledPart) -> bool:
    """Whether the value of a label stands in its own line: `**Effort:** 2 days` says nothing of the list below. Names
    of work and of what must hold do, and ids of tasks."""
    if not part.value or part.value.endswith((":", "：")):
        return False
    label = part.label
    return meaning_of(label) is None and not (names_work(label) or names_task(label) or is_criteria(label))


def _may_be_part(label: str, draft: PhaseDraft) -> bool:
    """Whether a label may name a part of a phase, as `Backend` does. Below files, and inside steps, lists explain."""
    return not draft.is_step and _PATH.search(label) is None


def _announcement(paragraph: Block, context: ReadingContext) -> str:
    """The last line of a paragraph, if it announces the list below it: `Implementation tasks:`, `Acceptance:`."""
    line = paragraph.lines[-1].rstrip()
    if not line.endswith((":", "：")) and not names_a_list(paragraph.text):
        return ""
    words = context.document.words(line)
    return words if names_work(words) or not says_nothing(words) else ""


def _read_tables(draft: PhaseDraft, part: LabelledPart, context: ReadingContext) -> None:
    for block in tables_in(part.blocks):
        rows = _rows(block, draft, context)
        draft.rows += rows
        if not rows:
            (draft.unread_tables if names_tasks(block, context.document) else draft.other_tables).append(block)


def _rows(block: Block, phase: PhaseDraft, context: ReadingContext) -> list[TaskDraft]:
    """The rows of a table in a phase that are tasks: by its columns, or because their ids go on from its number."""
    goes_on = phase.number is not None and ids_go_on_from(phase.number, block)
    return read_task_table(block, context, is_work=goes_on)


def _dependency_in_prose(part: LabelledPart, context: ReadingContext) -> StatedDependency | None:
    """The dependency that a sentence of the part states. The sentence may begin in bold type and look like a label."""
    sentences = [(part.label, part.line)]
    sentences += ((block.text, block.line) for block in part.blocks if block.kind is BlockKind.PARAGRAPH)
    stated = (dependency_in_sentence(text, line, context.document) for text, line in sentences)
    return next(filter(None, stated), None)


def _read_field(
    draft: PhaseDraft, labelled: LabelledValue, context: ReadingContext, below: Iterable[Block] = (), *, own: bool
) -> bool:
    """Read a label that says something about the phase as a whole. Returns whether the label is such a one.

    `below` are the blocks under the label. `own` says that it stands directly under the heading of the phase: below a
    deeper heading, a status is that of a part.
    """
    key = label_key(labelled.label)
    meaning = "rationale" if _RATIONALE.fits(key) else PHASE_LABELS.get(key)
    if meaning is None and TASK_LABELS.get(key) in SAID_OF_BOTH:
        meaning = TASK_LABELS[key]
    value = context.value(labelled.value) if meaning else None
    if meaning is None and labelled.value and draft.line:
        context.findings.misspelt_label(labelled.label, _KNOWN, labelled.line)
    match meaning:
        case "rationale" if draft.rationale is None:
            draft.rationale = value
        case "dependencies" if draft.dependency is None:
            words = labelled.value or words_below(below)
            draft.dependency = read_dependency(words, labelled.line, context.document)
        case "estimate" | "time" if value:
            _read_time(draft, value, labelled.line, context, is_estimate=meaning == "estimate")
        case "status" if value and own and draft.line and draft.state is None:
            draft.state = stated_state(value, labelled.line, context)
        case "due" | "end" | "owner" | "start" if value and own and draft.line:
            field, read = read_attribute(meaning, value, labelled.line, context)
            if read is not None:
                draft.values.setdefault(field, read)
    return meaning is not None


def _read_time(draft: PhaseDraft, value: str, line: int, context: ReadingContext, *, is_estimate: bool) -> None:
    """Read the length or the position of a phase. With `is_estimate`, a text that is neither is kept as an estimate."""
    reading = find_position(value, context.calendar)
    if reading and reading.problem:
        context.findings.note(UNCLEAR_DATE, line, reading.problem, "")
    if reading and draft.position is None:
        draft.position = reading.position
    estimate = read_estimate(reading.rest if reading else value, context.calendar)
    if not (reading or estimate.known) and ends_like_length(value):
        context.findings.unread(value, line, "length of time", HOW_LENGTHS_ARE_WRITTEN)
    if (is_estimate and not reading) or estimate.known:
        draft.estimate = draft.estimate if draft.estimate.known else estimate


def _items_of_work(part: LabelledPart) -> Iterator[Block]:
    """The items of a part that may be work. Below a label of dependencies or files those at the beginning of the list
    are left out; lists behind it count below files only, unless they are all code."""
    names_others = names_dependencies(part.label)
    if part.value or not (names_others or names_files(part.label)):
        yield from list_items(part.blocks)
        return
    lists = (block for block in part.blocks if block.kind is BlockKind.LIST)
    yield from (behind := boxes_behind_items(next(lists, None)))
    if names_others and not behind:
        return
    for block in lists:
        if not all(item_text(item).startswith("`") for item in block.children):
            yield from block.children


def _may_list_tasks(label: str, headings: Iterable[str]) -> bool:
    """Whether plain items below a label may be tasks: it speaks of work, has the id of a task, or there is no label."""
    return not label or names_work(label) or _is_task_label(label, headings)


def _is_task_label(label: str, headings: Iterable[str]) -> bool:
    """Whether a label is a task by its id, below headings that say nothing else."""
    return names_task(label) and all(map(may_hold_work, headings))
