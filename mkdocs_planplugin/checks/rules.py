# What a plan says against itself: references that lead nowhere, sums that do not add up, ends that lie after the day
# they are due. A table of rules, each a function; a new rule is a new function in the table at the end. None of them
# depends on today.
"""Findings about a plan as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from mkdocs_planplugin.model import (
    Estimate,
    Finding,
    Phase,
    PhaseRef,
    Plan,
    Reference,
    Severity,
    State,
    Task,
)
from mkdocs_planplugin.schedule import Schedule, minutes

# Hours are said to two digits.
_TOLERANCE = 0.01

Rule = Callable[[Plan, Schedule | None], Iterator[Finding]]


def checks(plan: Plan, schedule: Schedule | None) -> tuple[Finding, ...]:
    """What the rules find in a plan and its schedule, in the order of the lines; nothing in a template."""
    if plan.is_template:
        return ()
    findings = (finding for rule in _RULES for finding in rule(plan, schedule))
    return tuple(sorted(findings, key=lambda finding: finding.line))


# References

_NAME_WHAT_IS_THERE = "name a task or phase of this plan, such as `Task 1.1` or `Phase 1`"


def _unknown(plan: Plan, _: Schedule | None) -> Iterator[Finding]:
    known: set[Reference] = {phase.key for phase in plan.phases} | {task.id for task in plan.walk()}
    in_rows = {row.dependencies for row in plan.timeline if row.dependencies}
    sources: Iterable[Phase | Task] = (*plan.phases, *plan.walk())
    for source in sources:
        if isinstance(source, Phase) and source.dependencies in in_rows:
            continue  # these are the words of its row, and found there
        strange = (name for name in source.depends_on if name not in known)
        for name in dict.fromkeys((*source.depends_on_unresolved, *strange)):
            message = f"{_name(source)} waits for {_called(name)}, which is not in this plan"
            yield Finding(source.line, "PLAN201", Severity.WARNING, message, _NAME_WHAT_IS_THERE)


def _unknown_in_rows(plan: Plan, _: Schedule | None) -> Iterator[Finding]:
    for row in plan.timeline:
        for phase in row.phases_unresolved:
            message = f"the Timeline Summary has a row for {_called(phase)}, which is not in this plan"
            hint = "name a phase of this plan, or take the row out"
            yield Finding(row.line, "PLAN201", Severity.WARNING, message, hint)
        for name in row.depends_on_unresolved:
            message = f"the row “{row.phase}” waits for {_called(name)}, which is not in this plan"
            yield Finding(row.line, "PLAN201", Severity.WARNING, message, _NAME_WHAT_IS_THERE)


def _circles(plan: Plan, schedule: Schedule | None) -> Iterator[Finding]:
    names: dict[Reference, str] = {task.id: _name(task) for task in plan.walk()}
    names |= {phase.key: _name(phase) for phase in plan.phases}
    for dependency in schedule.ignored if schedule else ():
        waiting, waits_for = names[dependency.waiting], names[dependency.waits_for]
        if dependency.waiting == dependency.waits_for:
            yield _waits_for_itself(waiting, dependency.line)
        else:
            message = (
                f"{waiting} waits for {waits_for}, which waits for it in turn: a cycle; this reference is left out"
            )
            yield Finding(dependency.line, "PLAN203", Severity.WARNING, message, "take one of the references out")


def _phases_that_name_themselves(plan: Plan, _: Schedule | None) -> Iterator[Finding]:
    for phase in plan.phases:
        if phase.depends_on_itself:
            yield _waits_for_itself(_name(phase), phase.line)


def _waits_for_itself(by: str, line: int) -> Finding:
    return Finding(line, "PLAN202", Severity.WARNING, f"{by} waits for itself", "take its own name out of the list")


def _same_ids(plan: Plan, _: Schedule | None) -> Iterator[Finding]:
    for task in plan.walk():
        # Whole numbers are often counted anew in each phase.
        if task.id.written and task.id.repeated and not task.id.written.isdecimal():
            message = f"a second task is called {task.id.written}; references mean the first one"
            yield Finding(task.line, "PLAN204", Severity.WARNING, message, "give it an id of its own")


def _called(reference: Reference) -> str:
    """A reference in a reader's words."""
    return reference.words if isinstance(reference, PhaseRef) else str(reference)


# Sums


def _phase_sums(plan: Plan, _: Schedule | None) -> Iterator[Finding]:
    for phase in plan.phases:
        tasks = [task for task in phase.tasks if task.outcome is not State.CANCELLED]
        if phase.estimate.known and any(task.estimate.known for task in tasks):
            whole = _sum(task.estimate for task in tasks)
            none_left = all(task.estimate.known for task in tasks)  # else they share what is left
            if _exceeds(whole, phase.estimate) or (none_left and _exceeds(phase.estimate, whole)):
                message = (
                    f"{_name(phase)} is estimated at {_hours(phase.estimate)}, its tasks at {_hours(whole)} together; "
                    "the tasks are scheduled"
                )
                hint = "change the estimate in the heading, or those of the tasks"
                yield Finding(phase.line, "PLAN205", Severity.INFO, message, hint)


def _total(plan: Plan, _: Schedule | None) -> Iterator[Finding]:
    total, rows = plan.timeline_total, plan.timeline
    if total is None or not total.known or not rows or not all(row.estimate.known for row in rows):
        return
    whole = _sum(row.estimate for row in rows)
    single = total.min_hours == total.max_hours
    if not (_meet(total, whole) if single else _equal(total, whole)):
        message = f"the total of the Timeline Summary is {_hours(total)}, its rows are {_hours(whole)} together"
        hint = f"write the total as {_hours(whole)}"
        yield Finding(rows[-1].line + 1, "PLAN206", Severity.WARNING, message, hint)


def _rows_against_headings(plan: Plan, _: Schedule | None) -> Iterator[Finding]:
    by_key = {phase.key: phase for phase in plan.phases}
    for row in plan.timeline:
        phase = by_key.get(row.phase_key) if row.phase_key else None
        if phase and phase.estimate.known and row.estimate.known and not _meet(phase.estimate, row.estimate):
            message = (
                f"the Timeline Summary gives {_name(phase)} {_hours(row.estimate)}, "
                f"its heading {_hours(phase.estimate)}; the heading counts"
            )
            yield Finding(row.line, "PLAN208", Severity.INFO, message, "write the same in both")


def _sum(estimates: Iterable[Estimate]) -> Estimate:
    ends = [(estimate.min_hours or 0, estimate.max_hours or 0) for estimate in estimates]
    return Estimate(min_hours=sum(low for low, _ in ends), max_hours=sum(high for _, high in ends))


def _meet(one: Estimate, other: Estimate) -> bool:
    """Whether two estimates have a length in common."""
    return not (_exceeds(one, other) or _exceeds(other, one))


def _exceeds(one: Estimate, other: Estimate) -> bool:
    """Whether an estimate is longer than another in any case."""
    return (one.min_hours or 0) > (other.max_hours or 0) + _TOLERANCE


def _equal(one: Estimate, other: Estimate) -> bool:
    """Whether two estimates have the same ends."""
    ends = ((one.min_hours, other.min_hours), (one.max_hours, other.max_hours))
    return all(abs((first or 0) - (second or 0)) <= _TOLERANCE for first, second in ends)


def _hours(estimate: Estimate) -> str:
    low, high = f"{estimate.min_hours or 0:g}", f"{estimate.max_hours or 0:g}"
    return f"{low} h" if low == high else f"{low}-{high} h"


# Days


def _too_late(plan: Plan, schedule: Schedule | None) -> Iterator[Finding]:
    """A plan or task whose work does not end by the evening of the day it is due. What takes no time is finished when
    what it waits for is, even if its day is the next one."""
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
                message = f"{_name(item.source)} is due {due}, and planned to be finished {item.finish}"
                yield Finding(item.line, "PLAN207", Severity.INFO, message, hint)


_RULES: tuple[Rule, ...] = (
    _unknown,
    _unknown_in_rows,
    _phases_that_name_themselves,
    _circles,
    _same_ids,
    _phase_sums,
    _total,
    _rows_against_headings,
    _too_late,
)


def _name(source: Phase | Task) -> str:
    """What a reader calls it: its number, and without one its title."""
    if isinstance(source, Phase):
        if source.label:
            return source.label
        return f"Phase {source.number}" if source.number else f"the phase “{source.name}”"
    return f"task {source.id.written}" if source.id.written else f"the task “{source.title}”"
