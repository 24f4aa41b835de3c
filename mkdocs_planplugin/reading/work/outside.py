# Outside of phases most lists are no work. What is says so: by a box, by the heading above it, or by a code in its own.
"""Reading the work that stands in no phase."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from ..context import ReadingContext
from ..document import Section, labelled_parts
from ..list_items import split_box
from ..values import read_heading_state
from .drafts import PhaseDraft
from .names import is_horizon, may_hold_work, meaning_of, names_a_way, names_phases_only, names_work, speaks_of_the_end
from .phase_numbers import is_counted, is_series, numbered_heading
from .phases import holds_only_lists, read_part
from .plain_tasks import is_stated
from .task_tables import lists_work, read_task_table
from .task_titles import is_change, is_headed_work, is_named_as_task
from .tasks import read_task_heading

_SEVERAL = 2


class _Around(Struct):
    """The sections that stand in tasks, below headings of work, there beside others that count from 1, and below
    headings that say how soon it is done. `groups` are sections below such a heading, or one that says how far it is,
    that only name a part of what is listed in them; each with that heading."""

    tasks: set[Section] = set()
    work: set[Section] = set()
    counted: set[Section] = set()
    horizons: set[Section] = set()
    groups: dict[Section, Section] = {}


def read_work_outside_phases(sections: Iterable[Section], context: ReadingContext) -> PhaseDraft:
    """The work of sections that stand in no phase, as a phase without name and number; these come in the order of the
    text, and those below a section behind it."""
    draft = PhaseDraft(None, "", 0)
    around = _Around()
    for section in sections:
        if section in around.tasks:
            continue
        has_name = is_named_as_task(section.title) or split_box(section.markdown)[0] is not None
        if section is not context.document.title and has_name:
            draft.tasks.append(read_task_heading(section, context))
            around.tasks.update(section.walk())
            continue
        has_work = names_work(section.title) and not _has_chapters(section, context)
        if has_work or (  # or its parts are told apart by codes: `F1 — Hut`, `F2 — Path`
            may_hold_work(section.title) and is_series(below.title for below in section.sections)
        ):
            around.work.update(section.sections)
            if is_counted(below.title for below in section.sections):
                around.counted.update(below for below in section.sections if numbered_heading(below.title))
        if is_horizon(section.title) or read_heading_state(section.title):
            if _SEVERAL * sum(map(_is_group, section.sections)) > len(section.sections):
                around.groups |= dict.fromkeys(section.sections, section)
            elif is_horizon(section.title):
                around.horizons.update(section.sections)
        if _is_task(section, around):
            draft.headed.append(section)
        _read_lists(draft, section, around.groups.get(section), context)
    draft.criteria.clear()  # they may be those of a phase, by the names above them: see `sections.definition_of_done`
    return draft


def _has_chapters(section: Section, context: ReadingContext) -> bool:
    """Whether a title that names the work (`Roadmap`) has chapters with lists of their own: these are its phases."""
    numbered = [below for below in section.sections if numbered_heading(below.title)]
    return section is context.document.title and all(below.holds_list() for below in numbered)


def _is_task(section: Section, around: _Around) -> bool:
    """Whether a heading is a task where nothing has a box: it says what becomes of a file, has a number below a heading
    of work, or stands below `Later`."""
    if is_horizon(section.title):
        return False
    if section in around.counted or is_change(section.title):
        return True
    if section in around.work and is_headed_work(section.title):
        return True
    return section in around.horizons and meaning_of(section.title) in (None, "work")


def _is_group(section: Section) -> bool:
    return holds_only_lists(section) and may_hold_work(section.title)


def _read_lists(draft: PhaseDraft, section: Section, group_of: Section | None, context: ReadingContext) -> None:
    """Read what stands right below a heading. Lists without boxes are work where it or their own label says so, or the
    heading that it is a group of."""
    title = group_of.title if group_of and may_hold_work(section.title) else section.title
    # `Testing` says what the list is for, not where its items stand.
    state = None if speaks_of_the_end(title) else read_heading_state(title)
    earlier, draft.plain_work = draft.plain_work, []
    below, draft.below_headings = draft.below_headings, []
    tables = len(draft.other_tables)
    for part in labelled_parts(section.blocks):
        read_part(draft, part, context)
    for table in draft.other_tables[tables:] if names_work(title) else ():
        if lists_work(table, context):  # it says nothing of tasks but what waits for what
            draft.rows += read_task_table(table, context, is_work=True)
    new, draft.plain_work = draft.plain_work, earlier
    if names_phases_only(title):
        draft.listed_phases += (work for work in new if work.is_counted and not work.label)
    draft.below_headings = below + (draft.below_headings if names_work(title) else [])
    if is_horizon(title) and any(is_stated(item) for work in new for item in work.items):
        draft.others += new  # where some items say their state, the others are none
    elif state:
        draft.plain_work += (replace(work, state=state) for work in new)
    elif is_horizon(title):
        draft.plain_work += (replace(work, label=work.label or title) for work in new)
    elif names_work(title):
        draft.plain_work += new
    else:
        is_way = names_a_way(title) and not speaks_of_the_end(title)
        work_here = [work for work in new if names_work(work.label) or (is_way and work.is_counted and not work.label)]
        draft.plain_work += work_here
        others = [work for work in new if work not in work_here]
        draft.others += others
        if section.level > 1 and not section.sections and may_hold_work(title):
            draft.loose += (work for work in others if not work.label)
