# A phase is a section by its heading: by a word and a number, or by a number alone where it holds work. Here is told
# which headings count, and where not to look.
"""The sections of a document that are phases."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mkdocs_planplugin.reading.document import Section, label_key
from mkdocs_planplugin.reading.profiles import pattern_anywhere, phrases

from .headings import Naming, is_phase_checklist, numbered_heading, phase_heading, phase_word
from .phases import holds_work
from .roles import section_kind

# Sections that name phases without holding their work.
NOT_WORK = frozenset({"risks", "timeline", "resources", "communication", "rollback", "metrics", "history", "notes",
                      "definition_of_done", "discovery", "aside"})  # fmt: skip
NOT_PHASES = NOT_WORK | {"other_view"}  # not by a number alone
STEP_WORDS = frozenset(phrases(lambda profile: profile.headings.step_words))
CHECKLIST = pattern_anywhere(lambda profile: profile.headings.checklists)


class PhaseSection(NamedTuple):
    """A section that is a phase, how its heading is read, and whether it stands in a checklist."""

    section: Section
    named: Naming
    checklist: bool = False


def phase_sections(root: Section, title: Section | None) -> list[PhaseSection]:
    """The sections that are phases: by a phase word in the heading, else by a number where they hold work.

    Steps are phases only where there are no others. Where phases by a word hold no work, two or more numbered sections
    beside them that do are phases, too.
    """
    named = list(_phases_in(root, title, phase_heading))
    phases = [each for each in named if phase_word(each.section.title) not in STEP_WORDS] or named
    if any(holds_work(each.section) for each in phases):
        return phases
    inside = {id(section) for each in phases for section in each.section.walk()}
    numbered = [
        each
        for each in _phases_in(root, title, numbered_heading)
        if id(each.section) not in inside and holds_work(each.section)
    ]
    return [*phases, *numbered] if len(numbered) > 1 or not phases else phases


def _phases_in(
    section: Section, title: Section | None, named: Naming, *, checklist: bool = False
) -> Iterator[PhaseSection]:
    """The outermost sections whose heading names a phase, but for the title and sections about something else."""
    for below in section.sections:
        if below is title:
            yield from _phases_in(below, title, named)
        elif named is numbered_heading and section_kind(below.title) in NOT_PHASES:
            continue
        elif named(below.title) is not None and not is_phase_checklist(below.title) and not _is_list(below, named):
            yield PhaseSection(below, named, checklist)
            yield from _phases_of_phase(below, named)
        elif below.level == 1 or section_kind(below.title) not in NOT_WORK:
            listed = checklist or CHECKLIST.search(label_key(below.title)) is not None
            yield from _phases_in(below, title, named, checklist=listed)


def _is_list(section: Section, named: Naming) -> bool:
    """Whether a numbered section only holds the phases (`3. Implementation Phases`)."""
    return named is numbered_heading and section_kind(section.title) == "phases" and bool(section.sections)


def _phases_of_phase(section: Section, named: Naming) -> Iterator[PhaseSection]:
    """The phases inside a phase, which are called by the same word and have numbers of their own (`Phase 2A`)."""
    word, own = phase_word(section.title), named(section.title)
    for below in section.sections:
        number = named(below.title)
        if word and own and number and number[0] != own[0] and phase_word(below.title) == word:
            yield PhaseSection(below, named)
        yield from _phases_of_phase(below, named)
