# Days against each other, and against today. What depends on today is never more than information: a build must not
# turn red overnight.
"""Findings about days."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_planplugin.catalog import FindingKind
from mkdocs_planplugin.model import Finding, Severity, Status, Task

from .subject import Rule, Subject, name_of

PLANNED_TOO_LATE = FindingKind(
    "PLAN207",
    Severity.INFO,
    "Planned to end after it is due",
    "As estimated, the work ends after the day it is due, even if nothing slips.",
    "Move the day, shorten the work, or let it start earlier.",
    for_readers=True,
)

WRONG_ORDER = FindingKind(
    "PLAN211",
    Severity.WARNING,
    "Days in the wrong order",
    "A plan was last updated before it was created, or something is due before it is to start.",
    "Correct one of the two days.",
)

OVERDUE = FindingKind(
    "PLAN212",
    Severity.INFO,
    "The day is over, and work is left",
    "The day on which the plan was due, or planned to be finished, has passed, and not all of its tasks are done.",
    "Tick what is done, or plan what is left anew.",
    for_readers=True,
)

KINDS = (PLANNED_TOO_LATE, WRONG_ORDER, OVERDUE)


def _in_wrong_order(subject: Subject) -> Iterator[Finding]:
    plan = subject.plan
    pairs = (
        ("created", plan.created, "last updated", plan.last_updated),
        ("to start", plan.start, "due", plan.due),
    )
    for earlier, first, later, second in pairs:
        if first and second and second < first:
            message = f"the plan is {earlier} {first}, and {later} {second}, before that"
            yield WRONG_ORDER.at(plan.line, message)
    for task in plan.walk():
        if task.start and task.due and task.due < task.start:
            message = f"{name_of(task)} is to start {task.start}, and due {task.due}, before that"
            yield WRONG_ORDER.at(task.line, message)
    for phase in plan.phases:
        start = phase.position.start if phase.position else None
        if start and phase.due and phase.due < start:
            message = f"{name_of(phase)} is to start {start}, and due {phase.due}, before that"
            yield WRONG_ORDER.at(phase.line, message)


def _too_late(subject: Subject) -> Iterator[Finding]:
    """Plans, tasks and phases that do not end by their due day. Where neither a task nor what it waits for says how
    long it takes, nobody planned when it ends; nor where it only has its share of the time of its phase. What is over
    can be made no shorter."""
    plan, schedule = subject.plan, subject.schedule
    if schedule is None or not schedule.duration_hours:
        return
    if plan.due and schedule.finish and schedule.finish > plan.due:
        message = f"the plan is due {plan.due}, and planned to be finished {schedule.finish}"
        yield PLANNED_TOO_LATE.at(plan.line, message)
    for item in schedule.items:
        task = item.source
        if not (isinstance(task, Task) and item.is_planned_late) or item.outcome:
            continue
        says_length = any(part.estimate.known for part in task.walk())
        if says_length or (item.early_start_hours and not item.duration_hours):
            message = f"{name_of(task)} is due {task.due}, and planned to be finished {item.finish}"
            yield PLANNED_TOO_LATE.at(item.line, message)
    for span in schedule.phases:
        phase = span.phase
        if span.is_planned_late and span.finish_hours and not span.outcome:
            message = f"{name_of(phase)} is due {phase.due}, and planned to be finished {span.finish}"
            yield PLANNED_TOO_LATE.at(phase.line, message)


def _over(subject: Subject) -> Iterator[Finding]:
    """Plans whose due day is over while work remains. What follows from estimates only is no promise in a draft."""
    plan, schedule = subject.plan, subject.schedule
    planned = schedule.finish if schedule and plan.status is not Status.DRAFT else None
    day = plan.due or planned
    if subject.measures.late and subject.measures.progress.tasks.total and day:
        message = f"the plan was due {day}, and work is left"
        if not plan.due:
            message = f"by its dates and estimates the plan was to be finished {day}, and work is left"
        yield OVERDUE.at(plan.line, message)


RULES: tuple[Rule, ...] = (_in_wrong_order, _too_late, _over)
