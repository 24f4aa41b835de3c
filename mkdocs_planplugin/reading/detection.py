# Is this page a plan? Decided by what it is: phases with tasks, the format's title, header and sections, weighed
# together. Every reason is kept in words, so that a page can say why it was taken for a plan, or was not.
"""Telling plans from other pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from mkdocs_planplugin.reading.profiles import THRESHOLD, WEIGHTS, SectionKind, Sign, pattern, pattern_anywhere, phrases
from mkdocs_planplugin.reading.work import NOT_WORK, Layout, PhaseDraft, TaskDraft, WorkDrafts

from .labels import label_key

_PLAN_TITLE = pattern_anywhere(lambda profile: profile.detection.plan_titles)
_PLAN_WORD = pattern_anywhere(lambda profile: profile.detection.plan_words)
_WORK_SECTIONS = frozenset(phrases(lambda profile: profile.detection.work_sections))
_OTHER_TITLE = pattern(lambda profile: profile.detection.other_titles)
_OTHER_TITLE_WORD = pattern_anywhere(lambda profile: profile.detection.other_title_words)
_OTHER_SECTIONS = frozenset(phrases(lambda profile: profile.detection.other_sections))


class SeenSign(NamedTuple):
    """A sign for or against a plan, how often it was seen, and what it is in words."""

    sign: Sign
    times: int
    words: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that speaks for or against a plan; a page without phases and tasks is none, whatever else is seen."""

    signs: tuple[SeenSign, ...]
    has_work: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a page is a plan, and why."""

    is_plan: bool
    reasons: tuple[str, ...]


def judge(evidence: Evidence, switch: bool | None) -> Verdict:
    """Weigh the evidence; `switch` is the front matter's `plan:`, which decides where it is set."""
    if switch is not None:
        return Verdict(switch, (f"front matter says `plan: {str(switch).lower()}`",))
    weighed = [(WEIGHTS[sign].points(times), words) for sign, times, words in evidence.signs if times]
    reasons = tuple(f"{points:+d} {words}" for points, words in weighed) or ("nothing on it speaks for a plan",)
    return Verdict(evidence.has_work and sum(points for points, _ in weighed) >= THRESHOLD, reasons)


def evidence_of(layout: Layout, work: WorkDrafts) -> Evidence:
    """What speaks for or against a plan in a document and in the work that was read from it."""
    tasks = list(work.walk())
    signs = (*_signs_of_work(layout, work, tasks), *_signs_of_words(layout, tasks))
    return Evidence(signs, bool(tasks or work.phases))


def _signs_of_work(layout: Layout, work: WorkDrafts, tasks: list[TaskDraft]) -> Iterator[SeenSign]:
    """How the work is told. Plain items may be anything, so they count only where nothing else is a task."""
    with_tasks = sum(1 for phase in work.phases if any(map(_is_tracked, phase.tasks)))
    with_items = sum(1 for phase in work.phases if phase.tasks)
    if with_tasks:
        yield SeenSign("phases_with_tasks", with_tasks, f"{with_tasks} phases with tasks")
    elif with_items:
        yield SeenSign("phases_with_items", with_items, f"{with_items} phases with items")
    elif len(work.phases) > 1:
        yield SeenSign("phases", len(work.phases), f"{len(work.phases)} phases")
    if not with_tasks:
        yield SeenSign("tasks_outside_phases", len(tasks), f"{len(tasks)} tasks")
    if not layout.header:
        numbered = sum(1 for phase in work.phases if any(_is_numbered_in(phase, task) for task in phase.walk()))
        yield SeenSign("numbers_of_phases", numbered, "the numbers of tasks go with those of their phases")
    yield SeenSign("format_tasks", sum(map(_has_format, tasks)), "tasks with numbers or attributes")


def _signs_of_words(layout: Layout, tasks: list[TaskDraft]) -> Iterator[SeenSign]:
    """What the title, the header and the headings say."""
    document = layout.document
    title = label_key(document.title.title) if document.title else ""
    headings = {label_key(section.title) for section in document.root.walk()}
    if _PLAN_TITLE.search(title):
        yield SeenSign("plan_title", 1, "the title calls it a plan")
    elif _PLAN_WORD.search(title):
        yield SeenSign("plan_word", 1, "the title speaks of a plan")
    if tasks:
        yield _seen("work_sections", headings & _WORK_SECTIONS, "sections of work")
    yield SeenSign("header", len(layout.header), f"header lines: {', '.join(layout.header)}")
    yield _seen("sections", layout.by_kind.keys() & (NOT_WORK - {"aside"}), "sections")
    if _OTHER_TITLE.fullmatch(title) or _OTHER_TITLE_WORD.search(title):
        yield SeenSign("other_title", 1, "the title names another kind of document")
    yield _seen("other_sections", headings & _OTHER_SECTIONS, "sections of another kind of document")


def _seen(sign: Sign, names: set[str] | set[SectionKind], what: str) -> SeenSign:
    return SeenSign(sign, len(names), f"{what}: {', '.join(sorted(names))}")


def _is_tracked(task: TaskDraft) -> bool:
    """Whether a task has a box or a name of its own."""
    return task.has_box or task.written is not None


def _is_numbered_in(phase: PhaseDraft, task: TaskDraft) -> bool:
    """Whether the number of a task begins with that of its phase."""
    return task.written is not None and task.written.startswith(f"{phase.number}.")


def _has_format(task: TaskDraft) -> bool:
    """Whether a task has an id, or attributes that only tasks have."""
    return bool(task.written or task.dependency or task.values.keys() & {"files", "validation"})
