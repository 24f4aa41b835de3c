# Days against each other, and against today. What depends on today is never more than information: a build must not
# turn red overnight.
"""Findings about days."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_planplugin.model import Finding, Severity, Task
from mkdocs_planplugin.schedule import minutes

from .subject import Rule, Subject, name_of


def _in_wrong_order(subject: Subject) -> Iterator[Finding]:
    plan = subject.plan
    pairs = (
        ("created", plan.created, "last updated", plan.last_updated),
        ("to start", plan.start, "due", plan.due),
    )
    for earlier, first, later, second in pairs:
        if first and second and second < first:
            message = f"the plan is {earlier} {first}, and {later} {second}, before that"
            yield Finding(plan.line, "PLAN211", Severity.WARNING, message, "correct one of the two days")
    for task in plan.walk():
        if task.start and task.due and task.due < task.start:
            message = f"{name_of(task)} is to start {task.start}, and due {task.due}, before that"
            yield Finding(task.line, "PLAN211", Severity.WARNING, message, "correct one of the two days")


def _too_late(subject: Subject) -> Iterator[Finding]:
    """Plans and tasks that do not end by the evening of their due day. Something that takes no time is finished when
    what it waits for is finished, even if its own day is the next one."""
    plan, schedule = subject.plan, subject.schedule
    if schedule is None or not schedule.duration_hours:
        return
    hint = "move the day, shorten the work, or let it start earlier"
    if plan.due and schedule.finish and schedule.finish > plan.due:
        message = f"the plan is due {plan.due}, and planned to be finished {schedule.finish}"
        yield Finding(plan.line, "PLAN207", Severity.INFO, message, hint)
    for item in schedule.items:
        due = item.source.due if isinstance(item.source, Task) else None
        if due and item.finish and item.finish > due:
            by_then = schedule.axis.minute_after(due)
            if by_then is None or minutes(item.early_finish_hours) > by_then:
                message = f"{name_of(item.source)} is due {due}, and planned to be finished {item.finish}"
                yield Finding(item.line, "PLAN207", Severity.INFO, message, hint)


def _over(subject: Subject) -> Iterator[Finding]:
    """Plans whose due day is over while work remains."""
    plan, schedule = subject.plan, subject.schedule
    day = plan.due or (schedule.finish if schedule else None)
    if subject.measures.late and subject.measures.progress.tasks.total and day:
        was = "due" if plan.due else "planned to be finished"
        message = f"the plan was {was} {day}, and work is left"
        hint = "tick what is done, or plan what is left anew"
        yield Finding(plan.line, "PLAN212", Severity.INFO, message, hint)


RULES: tuple[Rule, ...] = (_in_wrong_order, _too_late, _over)
