# What a plan leaves out, or says in two ways: judgements, so never more than information.
"""Findings about what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mkdocs_planplugin.catalog import FindingKind, is_high, shortened_english
from mkdocs_planplugin.model import NOT_BEGUN, Finding, NotCountedKind, Phase, Severity, State, Status, Task

from .subject import Rule, Subject, name_of

STATUS_AND_BOXES = FindingKind(
    "PLAN213",
    Severity.INFO,
    "Status and boxes of the plan disagree",
    "The Status of the plan says that it is complete and boxes are open, that it has not begun and boxes are "
    "ticked, or that it is in progress and all are.",
    "Change the Status, or the boxes.",
    for_readers=True,
)

UNTREATED_RISK = FindingKind(
    "PLAN214",
    Severity.INFO,
    "High risks that nobody does anything about",
    "An open risk scores 6 or more (probability times impact), and nothing else is said of it: no Mitigation, no "
    "Contingency, no Owner.",
    "Write what is done about it, or who looks after it.",
    for_readers=True,
)

EMPTY_PHASE = FindingKind(
    "PLAN215",
    Severity.INFO,
    "A phase that counts nowhere",
    "At least half of the phases have tasks; this one has none, and no list or table, no estimate and no state.",
    "Write what is to be done in it as `- [ ] ...`, or say its state.",
)

MISSING_ESTIMATE = FindingKind(
    "PLAN216",
    Severity.INFO,
    "A few tasks without an estimate",
    "Most tasks have an estimate; these are open and have none, so the finish counts them with no time.",
    "Write `**Estimate:** 2 days` below each, or leave them out.",
)

TICKED_TOO_EARLY = FindingKind(
    "PLAN217",
    Severity.INFO,
    "A ticked task with open parts",
    "A task is ticked, and boxes below it are open: they count as done, as all of the task does.",
    "Tick its parts, too, or take the tick out.",
)

KINDS = (STATUS_AND_BOXES, UNTREATED_RISK, EMPTY_PHASE, MISSING_ESTIMATE, TICKED_TOO_EARLY)

# How many risks, phases or tasks a finding names.
_MOST_NAMES = 3
# Where at least so many tasks have an estimate for each that has none, that one was forgotten.
_ESTIMATED_FOR_EACH = 3


def _status_against_boxes(subject: Subject) -> Iterator[Finding]:
    plan, tasks = subject.plan, subject.measures.progress.tasks
    message = ""
    if plan.status is Status.COMPLETE and tasks.done < tasks.total:
        left = tasks.total - tasks.done
        message = f"the plan says {plan.declared_status}, and {left} of {tasks.total} tasks {_are(left)} not done"
    elif plan.status in NOT_BEGUN and tasks.done:
        message = (
            f"the plan says {plan.declared_status}, and {tasks.done} of {tasks.total} tasks {_are(tasks.done)} done"
        )
    elif plan.status is Status.IN_PROGRESS and tasks.total and tasks.done == tasks.total:
        message = f"the plan says {plan.declared_status}, and all of its {tasks.total} tasks are done"
    if message:
        yield STATUS_AND_BOXES.at(plan.status_source.line if plan.status_source else plan.line, message)


def _are(number: int) -> str:
    return "is" if number == 1 else "are"


def _high_risks(subject: Subject) -> Iterator[Finding]:
    bare = [
        risk
        for risk in subject.plan.open_risks
        if is_high(risk) and not (risk.mitigation or risk.contingency or risk.owner or risk.says_more)
    ]
    if bare:
        names = shortened_english([f"“{risk.title}”" for risk in bare], _MOST_NAMES)
        message = f"nothing is said of what is done about a high risk: {names}"
        hint = "write a Mitigation, a Contingency or an Owner"
        yield UNTREATED_RISK.at(bare[0].line, message, hint)


def _ticked_too_early(subject: Subject) -> Iterator[Finding]:
    ticked = [task for task in subject.plan.walk() if task.state is State.DONE]
    early = [(task, left) for task in ticked if (left := sum(part.state is State.OPEN for part in task.walk()))]
    if early:
        names = shortened_english([f"{name_of(task)} ({left} open)" for task, left in early], _MOST_NAMES)
        message = f"ticked, though boxes below are open, which count as done: {names}"
        yield TICKED_TOO_EARLY.at(early[0][0].line, message)


def _phases_without_work(subject: Subject) -> Iterator[Finding]:
    """Phases without work, if at least half of them have tasks that are tracked: some plans tell their phases in prose,
    or their work in one place, and in others nothing counts. What is in a list may be meant as work, or as none (`Later
    ideas`); and what is said of a phase may stand below another heading with its number."""
    phases = subject.plan.phases
    tracked = sum(any(task.state for task in phase.walk()) for phase in phases)
    if not tracked or 2 * tracked < len(phases):
        return
    told = {phase.number for phase in phases if _says_something(phase)}
    lengths = {len(phase.number or "") for phase in phases}
    told.update(whole for phase in phases for whole in _wholes(phase.number or "", lengths))
    empty = [phase for phase in phases if not _says_something(phase) and phase.number not in told]
    if empty:
        names = shortened_english([name_of(phase) for phase in empty], _MOST_NAMES)
        counts = "counts" if len(empty) == 1 else "count"
        message = f"{names} {counts} nowhere: no list, no estimate and no state"
        yield EMPTY_PHASE.at(empty[0].line, message, "write what is to be done as `- [ ] ...`")


def _says_something(phase: Phase) -> bool:
    """Whether a phase counts somewhere, or may be meant to."""
    said = phase.tasks or phase.criteria or phase.state or phase.position
    return bool(said or phase.has_lists or phase.estimate.known)


def _wholes(number: str, lengths: Iterable[int]) -> Iterator[str]:
    """The numbers of these lengths of which a phase is a part by its own: 1 for 1A and 1-b, 1 and 1.2 for 1.2.3."""
    return (number[:end] for end in lengths if 0 < end < len(number) and not number[end].isdecimal())


def _forgotten_estimates(subject: Subject) -> Iterator[Finding]:
    schedule = subject.schedule
    if schedule is None:
        return
    unknown = [omission for omission in schedule.not_counted if omission.kind is NotCountedKind.NO_ESTIMATE]
    tasks = [task for omission in unknown for task in omission.works]
    estimated = sum(isinstance(item.source, Task) and item.source.estimate.known for item in schedule.items)
    if tasks and estimated >= _ESTIMATED_FOR_EACH * len(tasks):
        names = shortened_english(list(map(name_of, tasks)), _MOST_NAMES)
        verb = "has" if len(tasks) == 1 else "have"
        message = f"{names} {verb} no estimate, so the finish counts no time for {'it' if len(tasks) == 1 else 'them'}"
        yield MISSING_ESTIMATE.at(tasks[0].line, message, "write `**Estimate:** 2 days` below it")


RULES: tuple[Rule, ...] = (
    _status_against_boxes,
    _high_risks,
    _phases_without_work,
    _forgotten_estimates,
    _ticked_too_early,
)
