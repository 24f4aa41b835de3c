# Is this page a plan? Decided by what it is: phases with tasks, the format's title, header and sections, weighed
# together. Every reason is kept in words, so that a page can say why it was taken for a plan, or was not.
"""Telling plans from other pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_planplugin.reading.profiles import THRESHOLD, WEIGHTS, Sign, pattern, pattern_anywhere, phrases

from .document import Document, label_key

PLAN_TITLE = pattern_anywhere(lambda profile: profile.detection.plan_titles)
PLAN_WORD = pattern_anywhere(lambda profile: profile.detection.plan_words)
WORK_SECTIONS = frozenset(phrases(lambda profile: profile.detection.work_sections))
OTHER_TITLE = pattern(lambda profile: profile.detection.other_titles)
OTHER_TITLE_WORD = pattern_anywhere(lambda profile: profile.detection.other_title_words)
OTHER_SECTIONS = frozenset(phrases(lambda profile: profile.detection.other_sections))


@dataclass(frozen=True, slots=True)
class Signs:
    """What was found on a page that speaks for a plan."""

    phases_with_tasks: int = 0
    phases_with_items: int = 0  # plain ones, which may be anything
    numbered: int = 0  # phases whose tasks carry their number
    phases: int = 0
    tasks: int = 0
    format_tasks: int = 0  # with an id, or with attributes that only tasks have
    header: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a page is a plan, and why."""

    is_plan: bool
    reasons: tuple[str, ...]


def judge(document: Document, signs: Signs, switch: bool | None) -> Verdict:
    """Weigh what was found; `switch` is the front matter's `plan:`, which decides where it is set."""
    if switch is not None:
        return Verdict(switch, (f"front matter says `plan: {str(switch).lower()}`",))
    weights = [*_for(document, signs), *_against(document)]
    total = sum(weight for weight, _ in weights)
    reasons = tuple(f"{weight:+d} {reason}" for weight, reason in weights) or ("nothing on it speaks for a plan",)
    return Verdict(total >= THRESHOLD and signs.tasks + signs.phases > 0, reasons)


def _title(document: Document) -> str:
    return next((label_key(s.title) for s in document.root.sections if s.level == 1), "")


def _points(sign: Sign, times: int, reason: str) -> Iterator[tuple[int, str]]:
    """What a sign weighs, where it was seen, and why."""
    if points := WEIGHTS[sign].points(times):
        yield points, reason


def _for(document: Document, signs: Signs) -> Iterator[tuple[int, str]]:
    yield from _work(signs)
    title = _title(document)
    if PLAN_TITLE.search(title):
        yield from _points("plan_title", 1, "the title calls it a plan")
    elif PLAN_WORD.search(title):
        yield from _points("plan_word", 1, "the title speaks of a plan")
    if signs.tasks:
        known = sorted({label_key(section.title) for section in document.root.walk()} & WORK_SECTIONS)
        yield from _points("work_sections", len(known), f"sections of work: {', '.join(known)}")
    yield from _points("header", len(signs.header), f"header lines: {', '.join(signs.header)}")
    yield from _points("sections", len(signs.sections), f"sections: {', '.join(signs.sections)}")


def _work(signs: Signs) -> Iterator[tuple[int, str]]:
    """What phases and tasks weigh; plain items may be anything, so they weigh less."""
    if signs.phases_with_tasks:
        yield from _points("phases_with_tasks", signs.phases_with_tasks, f"{signs.phases_with_tasks} phases with tasks")
    elif signs.phases_with_items:
        yield from _points("phases_with_items", signs.phases_with_items, f"{signs.phases_with_items} phases with items")
    elif signs.phases > 1:
        yield from _points("phases", signs.phases, f"{signs.phases} phases")
    if not signs.phases_with_tasks:
        yield from _points("tasks_outside_phases", signs.tasks, f"{signs.tasks} tasks")
    if not signs.header:
        yield from _points("numbers_of_phases", signs.numbered, "the numbers of tasks go with those of their phases")
    yield from _points("format_tasks", signs.format_tasks, "tasks with numbers or attributes")


def _against(document: Document) -> Iterator[tuple[int, str]]:
    title = _title(document)
    if OTHER_TITLE.fullmatch(title) or OTHER_TITLE_WORD.search(title):
        yield from _points("other_title", 1, "the title names another kind of document")
    others = sorted({label_key(section.title) for section in document.root.walk()} & OTHER_SECTIONS)
    yield from _points("other_sections", len(others), f"sections of another kind of document: {', '.join(others)}")
