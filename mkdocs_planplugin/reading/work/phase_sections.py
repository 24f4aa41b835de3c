# A phase is a section by its heading: by a word and a number, or by a number alone where it holds work. Here is told
# which headings count, and where not to look.
"""The sections of a document that are phases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from mkdocs_planplugin.gfm import table_cells
from mkdocs_planplugin.model import Calendar

from ..document import Document, LabelledPart, Section, labelled_parts
from ..labels import label_key
from ..list_items import has_boxes, item_text, list_items
from ..profiles import STEP_WORDS, TASK_LABELS, TASK_NAMES, SectionKind, phrases
from .headings import (
    HeadingSplitter,
    is_phase_checklist,
    phase_word,
    says_how_long,
    says_when,
    says_when_due,
    whole_name,
)
from .names import is_checklist, is_criteria, is_task_list, may_hold_work, names_phases
from .phase_numbers import (
    NumberedHeading,
    counted_heading,
    is_called_phase,
    is_coded,
    is_counted,
    is_last_phase,
    is_series,
    numbered_heading,
    phase_heading,
)
from .roles import continue_number, section_kind
from .task_tables import names_tasks, tables_in
from .task_titles import is_named_as_task, is_task_heading

# Sections that name phases without holding their work.
NOT_WORK: frozenset[SectionKind] = frozenset(
    {"risks", "timeline", "resources", "communication", "rollback", "metrics", "history", "notes", "definition_of_done",
     "discovery", "aside"}
)  # fmt: skip
# In these a number alone makes no phase.
_NOT_NUMBERED: frozenset[SectionKind] = NOT_WORK | {"other_view"}
_CALLED_SO = frozenset(phrases(lambda profile: profile.references.words.get("phase", "")))
_CALENDAR = Calendar()  # whether a heading says when is the same in all
_SEVERAL = 2
_MANY = 3  # so many headings that count by one word are parts of one thing


class PhaseSection(Struct, frozen=True):
    """A section that is a phase, the function that reads its heading, whether it stands in a checklist of phases, and
    whether it only tells the work of other phases in another way: then it may say something of one of them."""

    section: Section
    split_heading: HeadingSplitter
    in_checklist: bool = False
    is_view: bool = False


def phase_sections(document: Document) -> list[PhaseSection]:
    """The sections that are phases. Their headings have a word for a phase, or a number, if such sections hold work.

    Steps are phases only if there are no others. If the phases with a word hold no work, numbered sections beside them
    that do are phases, too, if there are two or more.
    """
    by_word = list(_phases_in(document.root, document.title, phase_heading))
    by_word = _without_numbered_names(by_word, document)
    phases = [phase for phase in by_word if phase_word(phase.section.title) not in STEP_WORDS]
    phases = _as_called(_with_inner_phases(phases))
    phases = _with_other_views(phases, document) or _chapters_of_steps(by_word, document) or by_word
    beside = (*_placed_beside(phases, document), *_named_beside(phases, document))
    phases = sorted((*phases, *beside), key=lambda phase: phase.section.line)
    if any(_holds_work(phase.section) for phase in phases):
        return sorted((*phases, *_parts_beside(phases, document)), key=lambda phase: phase.section.line)
    inside = {section for phase in phases for section in phase.section.walk()}
    by_number = [
        phase for phase in _phases_in(document.root, document.title, numbered_heading) if phase.section not in inside
    ]
    numbered = [phase for phase in by_number if _holds_work(phase.section)]
    if len(numbered) > _MANY and len(by_number) == len(numbered) + 1 and _counts_on(by_number):
        numbered = by_number  # of many, one is still empty
    timed = [phase for phase in by_number if says_when(phase.section.title, _CALENDAR)]
    if len(timed) > 1:
        numbered = [phase for phase in by_number if phase in timed or phase in numbered]
    if is_series(phase.section.title for phase in numbered if is_coded(phase.section.title)):
        numbered = [phase for phase in by_number if is_coded(phase.section.title)]  # numbers alone are chapters
    if not phases and not numbered:
        parts = _parts_with_tables(by_number, document)
        numbered = [*parts, *_tables_beside(parts, document)]
        numbered.sort(key=lambda phase: phase.section.line)
        numbered = numbered or _listed_parts(document) or _counted_parts(document)
    return [*phases, *numbered] if len(numbered) > 1 or not phases else phases


def _without_numbered_names(phases: list[PhaseSection], document: Document) -> list[PhaseSection]:
    """The phases; none where the only one is one of several sections that count from 1, so that its word stands in a
    name: `6. PR #27 Closure` behind `5. Tests`."""
    if len(phases) != 1 or numbered_heading(phases[0].section.title) is None:
        return phases
    (phase,) = phases
    around = next(section for section in document.root.walk() if phase.section in section.sections)
    return [] if is_counted(section.title for section in around.sections) else phases


def _counts_on(phases: Sequence[PhaseSection]) -> bool:
    """Whether sections that may hold work have the numbers from 1 on, and the first is none that is empty."""
    titles = [phase.section.title for phase in phases]
    return is_counted(titles) and all(map(may_hold_work, titles)) and _holds_work(phases[0].section)


def _with_inner_phases(phases: list[PhaseSection]) -> list[PhaseSection]:
    """The phases; those inside of one in its place, where it is the only one of its word, or its name only says that
    they are (`Sprint 1 Milestones`), and several of another word that hold boxes or tables stand in it: `Phase 2:
    Execution` with `Wave 1`, `Wave 2`."""
    words = Counter(phase_word(phase.section.title) for phase in phases)
    settled: list[PhaseSection] = []
    for phase in phases:
        is_frame = words[phase_word(phase.section.title)] == 1 or _names_inner_phases(phase.section.title)
        inner = _inner_phases(phase.section) if is_frame else []
        settled += inner if len(inner) > 1 else [phase]
    return settled


def _as_called(phases: list[PhaseSection]) -> list[PhaseSection]:
    """The phases; those that are called so in the place of what is around them, and not what only lists them:
    `Milestone 1` with `Phase 1` and `Phase 2`."""
    settled: list[PhaseSection] = []
    for phase in phases:
        inner = () if _called_so(phase.section.title) else phase.section.sections
        called = [PhaseSection(below, phase_heading) for below in inner if _called_so(below.title)]
        settled += called or [phase]
    numbers = {heading.number for phase in settled if (heading := _called_so(phase.section.title))}
    return [phase for phase in settled if not _only_lists(phase.section, numbers)] if numbers else settled


def _called_so(title: str) -> NumberedHeading | None:
    """A heading that counts phases by the word `phase`, in any language."""
    heading = phase_heading(title)
    return heading if heading and heading.word in _CALLED_SO else None


def _only_lists(section: Section, numbers: Container[str]) -> bool:
    """Whether a heading that is no such phase itself holds one list, whose items name phases of these numbers."""
    items = list_items(section.blocks)
    named = [heading for item in items if (heading := _called_so(item_text(item)))]
    return (
        _called_so(section.title) is None
        and not section.sections
        and 0 < len(named) == len(items)
        and all(heading.number in numbers for heading in named)
    )


def _names_inner_phases(title: str) -> bool:
    heading = phase_heading(title)
    return heading is not None and names_phases(heading.name.partition(" (")[0])


def _inner_phases(phase: Section) -> list[PhaseSection]:
    """The phases right in a phase, if all are of one other word and most of them hold boxes or tables."""
    headings = [(below, heading) for below in phase.sections if (heading := phase_heading(below.title))]
    words = {heading.word for _, heading in headings} - STEP_WORDS
    inner = [below for below, heading in headings if heading.word in words]
    lists_count = _names_inner_phases(phase.title)
    with_work = sum(
        _holds_boxes(below) or any(tables_in(below.blocks)) or (lists_count and below.holds_list()) for below in inner
    )
    return (
        [PhaseSection(below, phase_heading) for below in inner]
        if len(words) == 1 and 2 * with_work > len(inner)
        else []
    )


def _with_other_views(phases: list[PhaseSection], document: Document) -> list[PhaseSection]:
    """The phases. Those of another word below a heading such as `Milestones` are no phases of their own, if the others
    are as many and they have no boxes: what is told there is the same work, by what is reached or by weeks."""
    if len({phase_word(phase.section.title) for phase in phases}) <= 1:
        return phases
    around = {below: section for section in document.root.walk() for below in section.sections}
    views = {phase.section for phase in phases if _is_view(around[phase.section].title)}
    others = [phase.section for phase in phases if phase.section not in views]
    of_views, of_others = ({phase_word(section.title) for section in some} for some in (views, others))
    has_work = len(others) >= len(views) or all(map(_holds_boxes, others))
    if of_views & of_others or not has_work or any(map(_holds_boxes, views)):
        return phases
    return [replace(phase, is_view=phase.section in views) for phase in phases]


def _is_view(title: str) -> bool:
    return names_phases(title) or section_kind(title) == "timeline"


def _holds_boxes(section: Section) -> bool:
    return any(has_boxes(below.blocks) for below in section.walk())


def _chapters_of_steps(steps: Sequence[PhaseSection], document: Document) -> list[PhaseSection]:
    """The sections with numbers, if there are several and all steps stand in them (`Step 1.1` below `1. Prepare`)."""
    chapters = list(_phases_in(document.root, document.title, numbered_heading)) if steps else []
    inside = {section for chapter in chapters for section in chapter.section.walk() if section is not chapter.section}
    return chapters if len(chapters) > 1 and all(step.section in inside for step in steps) else []


def _beside(phases: Sequence[PhaseSection], document: Document) -> Iterator[Section]:
    """The other sections right beside the phases."""
    of_phases = {phase.section for phase in phases}
    for section in document.root.walk():
        if not of_phases.isdisjoint(section.sections):
            yield from (below for below in section.sections if below not in of_phases)


def _parts_beside(phases: Sequence[PhaseSection], document: Document) -> Iterator[PhaseSection]:
    """The sections beside the phases that count by a word for parts, and hold boxes: `Feature 1: Mast`."""
    for section in _beside(phases, document):
        heading = numbered_heading(section.title)
        if heading and heading.word and _holds_boxes(section):
            yield PhaseSection(section, numbered_heading)


def _placed_beside(phases: Sequence[PhaseSection], document: Document) -> Iterator[PhaseSection]:
    """The sections with lists or tables beside phases which all say when they are, that say so, too: `Getting together:
    Week 1`."""
    if phases and all(says_when(phase.section.title, _CALENDAR) for phase in phases):
        for section in _beside(phases, document):
            if _may_be_phase(section) and says_when(section.title, _CALENDAR):
                yield PhaseSection(section, whole_name)


def _named_beside(phases: Sequence[PhaseSection], document: Document) -> Iterator[PhaseSection]:
    """The sections without a number beside several phases that call themselves the last one (`Final phase`), or, with
    lists or tables, a phase (`Planning phase`), or say how long they take or by when they are done: `Paint (due
    2026-03-31)`. Beside boxes, lists without any are no work."""
    if len(phases) >= _SEVERAL:
        with_boxes = any(_holds_work(phase.section) for phase in phases)  # then other lists are not read as work
        for section in _beside(phases, document):
            title = section.title
            names_itself = is_called_phase(title) or says_how_long(title, _CALENDAR) or says_when_due(title)
            if is_last_phase(title) or (
                names_itself and _may_be_phase(section) and (not with_boxes or _holds_tasks(section, document))
            ):
                yield PhaseSection(section, whole_name)


def _holds_tasks(section: Section, document: Document) -> bool:
    """Whether a section holds boxes, headings of tasks, or tables of them."""
    return _holds_work(section) or _holds_table_of_tasks(section, document)


def _holds_table_of_tasks(section: Section, document: Document) -> bool:
    return any(names_tasks(table, document) for table in tables_in(section.blocks))


def _may_be_phase(section: Section) -> bool:
    """Whether a section holds lists or tables, and its heading says nothing else of them."""
    holds_work = section.holds_list() or any(tables_in(section.blocks))
    return holds_work and section_kind(section.title) is None and may_hold_work(section.title)


def _parts_with_tables(numbered: Sequence[PhaseSection], document: Document) -> list[PhaseSection]:
    """Those of the sections with numbers that hold tables of tasks, if there are several and most do."""
    parts = [part for part in numbered if _holds_table_of_tasks(part.section, document)]
    return parts if len(parts) >= _SEVERAL and _SEVERAL * len(parts) > len(numbered) else []


def _tables_beside(parts: Sequence[PhaseSection], document: Document) -> Iterator[PhaseSection]:
    """The sections beside phases with tables of tasks that hold such tables, too, with other ids, and say nothing else
    by their heading: `Assembly`, `T0: Before all`. Where all sections count, a number is enough."""
    known = {cell for part in parts for cell in _first_cells(part.section)}
    for section in _beside(parts, document):
        heading = numbered_heading(section.title)
        ids = _first_cells(section)
        if not ids or not known.isdisjoint(ids) or not _holds_table_of_tasks(section, document):
            continue
        if section_kind(section.title) is None or (heading and section_kind(section.title) not in NOT_WORK):
            yield PhaseSection(section, numbered_heading if heading else whole_name)


def _first_cells(section: Section) -> list[str]:
    return [cell for table in tables_in(section.blocks) for row in table.lines[2:] for cell in table_cells(row)[:1]]


def _listed_parts(document: Document) -> list[PhaseSection]:
    """The sections of a document without boxes that are named as parts of the work, if there are several: they hold
    lists and have a name of their own (`v1.0`, `Q1 2026`), or stand below a heading such as `Milestones`."""
    if any(has_boxes(section.blocks) for section in document.root.walk()):
        return []
    tasks = {part for section in document.root.walk() if is_task_list(section.title) for part in section.sections}
    below = {part for section in document.root.walk() if names_phases(section.title) for part in section.sections}
    numbered = _phases_in(document.root, document.title, numbered_heading)
    parts = [part for part in numbered if part.section in below] or [
        part
        for part in _phases_in(document.root, document.title, _labelled_heading)
        if _lists_part(part.section, document)
    ]
    parts = [part for part in parts if not (part.section in tasks and is_coded(part.section.title))]  # `T1: Dig`
    labels = [heading.label for part in parts if (heading := numbered_heading(part.section.title))]
    is_repeated = len({*labels}) < len(labels)  # `V3 pages`, `V3 core` speak of one version
    return parts if len(parts) > 1 and not (is_repeated and all(labels)) else []


def _labelled_heading(title: str) -> NumberedHeading | None:
    """The number and the name in a heading with more than a number: chapters with numbers may hold such headings."""
    heading = numbered_heading(title)
    return heading if heading and heading.label else None


def _counted_parts(document: Document) -> list[PhaseSection]:
    """The first sections beside each other that count by one word, whatever it means, and hold lists: `Lauf 1: Rumpf`,
    `Lauf 2: Segel`, `Lauf 3: Fahrt`."""
    for section in document.root.walk():
        counted = [
            (below, heading)
            for below in section.sections
            if (heading := counted_heading(below.title))
            and heading.word not in TASK_NAMES
            and not is_named_as_task(below.title)
        ]
        numbers = [int(heading.number) for _, heading in counted]
        if len(numbers) < _MANY or numbers != [*range(numbers[0], numbers[0] + len(numbers))]:
            continue
        if len({heading.word for _, heading in counted}) == 1 and all(below.holds_list() for below, _ in counted):
            return [PhaseSection(below, counted_heading) for below, _ in counted]
    return []


def _lists_part(section: Section, document: Document) -> bool:
    heading = numbered_heading(section.title)
    if heading is None or not heading.label:
        return False
    # Below the headings of a version stands what changed, `Added` or `Fixed`, more often than what is planned.
    parts = section.parts() if heading.word else labelled_parts(section.blocks)
    numbers = [below.number for part in section.sections if (below := numbered_heading(part.title))]
    goes_on = heading.word and numbers and all(number.startswith(f"{heading.number}.") for number in numbers)
    return bool(goes_on) or any(_may_list_work(part, document) for part in parts)


def _may_list_work(part: LabelledPart, document: Document) -> bool:
    has_list = any(list_items(part.blocks)) and not any(map(is_criteria, (part.label, *part.headings)))
    return has_list or any(names_tasks(table, document) for table in tables_in(part.blocks))


def _phases_in(
    section: Section, title: Section | None, split_heading: HeadingSplitter, *, in_checklist: bool = False
) -> Iterator[PhaseSection]:
    """The outermost sections whose heading names a phase. The title does not count, nor sections about something
    else."""
    for below in section.sections:
        if below is title or _is_the_plan(below, title):
            yield from _phases_in(below, title, split_heading)
        elif (
            split_heading is not phase_heading
            and section_kind(below.title) in _NOT_NUMBERED
            and not ((heading := split_heading(below.title)) and heading.label)  # `WP1: Review`
            and not continue_number(below.title, list_items(below.blocks))
        ):
            continue
        elif _is_phase(below, split_heading):
            yield PhaseSection(below, split_heading, in_checklist)
            yield from _phases_of_phase(below, below, split_heading)
        elif below.level == 1 or section_kind(below.title) not in NOT_WORK:
            listed = in_checklist or is_checklist(below.title)
            yield from _phases_in(below, title, split_heading, in_checklist=listed)


def _is_phase(section: Section, split_heading: HeadingSplitter) -> bool:
    """Whether a heading names a phase; a numbered one may only hold the phases (`3. Implementation Phases`)."""
    if split_heading(section.title) is None or is_phase_checklist(section.title):
        return False
    if split_heading is not phase_heading and is_named_as_task(section.title):
        return False
    return split_heading is phase_heading or section_kind(section.title) != "phases" or not section.sections


def _is_the_plan(section: Section, title: Section | None) -> bool:
    """Whether a heading names a phase that is the whole plan: the title names it, too (`Phase 2 Implementation Plan`),
    and it has phases of its own, such as `Week 1`."""
    own, whole = phase_heading(section.title), phase_heading(title.title) if title else None
    if own is None or whole is None or (own.word, own.number) != (whole.word, whole.number):
        return False
    return any(phase_heading(below.title) for below in section.sections)


def _phases_of_phase(phase: Section, section: Section, split_heading: HeadingSplitter) -> Iterator[PhaseSection]:
    """The phases inside a phase, in this section of it. They have its word and numbers of their own (`Phase 2A`)."""
    word, own = phase_word(phase.title), split_heading(phase.title)
    for below in section.sections:
        number = split_heading(below.title)
        if word and own and number and number[0] != own[0] and phase_word(below.title) == word:
            yield PhaseSection(below, split_heading)
            yield from _phases_of_phase(below, below, split_heading)
        else:
            yield from _phases_of_phase(phase, below, split_heading)


def _holds_work(section: Section) -> bool:
    """Whether a section has boxes, or headings with ids and attributes of tasks."""
    if any(has_boxes(below.blocks) for below in section.walk()):
        return True
    tasks = (below for below in section.walk() if below is not section and is_task_heading(below.title))
    return any(label_key(part.label) in TASK_LABELS for below in tasks for part in labelled_parts(below.blocks))
