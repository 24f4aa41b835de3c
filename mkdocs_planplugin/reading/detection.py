# Is this page a plan? Decided by what it is: phases with tasks, the format's title, header and sections, weighed
# together. Every reason is kept in words, so that a page can say why it was taken for a plan, or was not.
"""Telling plans from other pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .document import Document, label_key

# Plans of the format reach 15; of the other pages that were weighed none reached more than 2.
THRESHOLD = 5

PLAN_TITLE = re.compile(r"\b(?:implementation|project|migration|development|rollout|delivery|execution|work) plan\b")
# Sections that only documents have which track work; `roadmap` is not among them, for readmes have one.
PLAN_SECTIONS = {
    "progress", "plan of work", "concrete steps", "milestones", "implementation plan", "implementation phases",
    "implementation steps", "implementation tasks", "implementation checklist", "task breakdown", "work breakdown",
    "tasks", "task list", "phases", "decision log", "surprises & discoveries", "surprises and discoveries",
    "outcomes & retrospective", "outcomes and retrospective", "validation and acceptance", "validation & acceptance",
    "dependencies & execution order", "execution order", "parallel opportunities",
}  # fmt: skip
PLAN_WORD = re.compile(
    r"\b(?:plan|roadmap|tasks|task list|implementation|execplan|plano|plan de|план)\b"
    r"|計画|计划|規劃|规划|계획|로드맵|路线图"
)
# What other kinds of documents call themselves, or what only they have as sections.
OTHER_TITLE = re.compile(
    r"^(?:change ?log|release notes?|releases?$|readme|adr\b|rfc\b|kep\b|decision record|tutorial|how to|guide|lists?$|"
    r"risk register|retrospective|post-?mortem|faq|minutes|meeting)|"
    r"\b(?:tutorial|decision record|enhancement proposal|risk register|style guide|release process|protocol|"
    r"methodology|playbook|handbook|runbook|guidelines|best practices|"
    r"(?:release|acceptance|review|session|deployment|launch|security|onboarding|submission)(?: [^\s]+)? checklist|"
    r"(?:session|completion|status|progress|verification|test|audit|implementation|executive) "
    r"(?:reports?|summary|notes))\b"
)
OTHER_SECTIONS = {
    "installation", "install", "usage", "getting started", "quick start", "license", "licence", "contributing",
    "unreleased", "features", "documentation", "acknowledgements", "citation",
    "context", "consequences", "decision", "decision outcome", "considered options", "alternatives",
    "motivation", "graduation criteria", "drawbacks", "prerequisites", "learning objectives",
}  # fmt: skip


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


def _for(document: Document, signs: Signs) -> Iterator[tuple[int, str]]:
    yield from _work(signs)
    title = _title(document)
    if PLAN_TITLE.search(title):
        yield 3, "the title calls it a plan"
    elif PLAN_WORD.search(title):
        yield 2, "the title speaks of a plan"
    known = sorted({label_key(section.title) for section in document.root.walk()} & PLAN_SECTIONS)
    if known and signs.tasks:
        yield min(len(known), 4), f"sections of work: {', '.join(known)}"
    if signs.header:
        yield min(len(signs.header), 3), f"header lines: {', '.join(signs.header)}"
    if signs.sections:
        yield min(len(signs.sections), 4), f"sections: {', '.join(signs.sections)}"


def _work(signs: Signs) -> Iterator[tuple[int, str]]:
    """What phases and tasks weigh; plain items may be anything, so they weigh less."""
    if signs.phases_with_tasks:
        yield min(signs.phases_with_tasks, 3) + 1, f"{signs.phases_with_tasks} phases with tasks"
    elif signs.phases_with_items:
        yield 2, f"{signs.phases_with_items} phases with items"
    elif signs.phases > 1:
        yield 1, f"{signs.phases} phases"
    if signs.tasks and not signs.phases_with_tasks:
        yield 1, f"{signs.tasks} tasks"
    if signs.numbered and not signs.header:
        yield 1, "the numbers of tasks go with those of their phases"
    if signs.format_tasks:
        yield 2, "tasks with numbers or attributes"


def _against(document: Document) -> Iterator[tuple[int, str]]:
    if OTHER_TITLE.search(_title(document)):
        yield -6, "the title names another kind of document"
    others = {label_key(section.title) for section in document.root.walk()} & OTHER_SECTIONS
    if others:
        yield -2 * min(len(others), 3), f"sections of another kind of document: {', '.join(sorted(others))}"
