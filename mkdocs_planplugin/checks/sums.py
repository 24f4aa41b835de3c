# Lengths of time that are said twice: in the heading of a phase and by its tasks, in the Timeline Summary, in its
# total, by the hours of the team. Each is said in the unit that its author chose.
"""Findings about lengths of time that do not add up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_planplugin.catalog import FindingKind
from mkdocs_planplugin.model import Calendar, Estimate, Finding, Severity, State, sum_of_estimates

from .subject import Rule, Subject, name_of

PHASE_AND_TASKS = FindingKind(
    "PLAN205",
    Severity.INFO,
    "A phase and its tasks are estimated differently",
    "The heading of the phase gives another length than its tasks together. The tasks are scheduled.",
    "Change the estimate in the heading, or those of the tasks.",
    for_readers=True,
)

WRONG_TOTAL = FindingKind(
    "PLAN206",
    Severity.WARNING,
    "A total that is no sum",
    "The total of the Timeline Summary is not what its rows add up to.",
    "Write the sum that the message gives, or change a row.",
    for_readers=True,
)

ROW_AND_HEADING = FindingKind(
    "PLAN208",
    Severity.INFO,
    "Timeline Summary and heading disagree",
    "The row of a phase gives another length than its heading. The heading counts.",
    "Write the same in both.",
    for_readers=True,
)

SMALL_TEAM = FindingKind(
    "PLAN210",
    Severity.INFO,
    "A team with too few hours",
    "The hours of the team under Resource Requirements are fewer than the work is estimated at.",
    "Give the team more hours, or the work less.",
    for_readers=True,
)

KINDS = (PHASE_AND_TASKS, WRONG_TOTAL, ROW_AND_HEADING, SMALL_TEAM)

_HOURS = "h"
_DIGITS_OF_HOURS = 2
_TOLERANCE = 0.01  # hours, as they are said
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


def _phase_sums(subject: Subject) -> Iterator[Finding]:
    for phase in subject.plan.phases:
        tasks = [task for task in phase.tasks if task.outcome is not State.CANCELLED]
        if phase.estimate.known and any(task.estimate.known for task in tasks):
            whole = sum_of_estimates(task.estimate for task in tasks)
            none_left = all(task.estimate.known for task in tasks)  # else they share what is left
            if _exceeds(whole, phase.estimate) or (none_left and _exceeds(phase.estimate, whole)):
                heading, together = _said(subject.calendar, phase.estimate, whole)
                message = (
                    f"{name_of(phase)} is estimated at {heading}, its tasks at {together} together; "
                    "the tasks are scheduled"
                )
                yield PHASE_AND_TASKS.at(phase.line, message)


def _total(subject: Subject) -> Iterator[Finding]:
    total, rows = subject.plan.timeline_total, subject.plan.timeline
    if total is None or not total.known or not rows or not all(row.estimate.known for row in rows):
        return
    whole = sum_of_estimates(row.estimate for row in rows)
    single = total.min_hours == total.max_hours
    if not (_meet(total, whole) if single else _equal(total, whole)):
        written, together = _said(subject.calendar, total, whole)
        message = f"the total of the Timeline Summary is {written}, its rows are {together} together"
        yield WRONG_TOTAL.at(rows[-1].line + 1, message, f"write the total as {together}")


def _rows_against_headings(subject: Subject) -> Iterator[Finding]:
    by_key = {phase.key: phase for phase in subject.plan.phases}
    for row in subject.plan.timeline:
        phase = by_key.get(row.phase_key) if row.phase_key else None
        if phase and phase.estimate.known and row.estimate.known and not _meet(phase.estimate, row.estimate):
            in_row, in_heading = _said(subject.calendar, row.estimate, phase.estimate)
            message = (
                f"the Timeline Summary gives {name_of(phase)} {in_row}, its heading {in_heading}; the heading counts"
            )
            yield ROW_AND_HEADING.at(row.line, message)


def _team(subject: Subject) -> Iterator[Finding]:
    """A team with fewer hours than the work takes. More hours are fine: there are meetings, and leave."""
    plan, work = subject.plan, subject.measures.estimate
    hours = [member.hours for member in plan.resources.team]
    team = sum_of_estimates(Estimate(min_hours=number, max_hours=number) for number in hours)
    if hours and None not in hours and work.known and _exceeds(work, team):
        message = f"the team has {_length(team)}, the work is estimated at {_length(work)}"
        line = plan.sections.get("resources", plan.line)
        yield SMALL_TEAM.at(line, message)


def _meet(one: Estimate, other: Estimate) -> bool:
    """Whether two estimates have a length in common."""
    return not (_exceeds(one, other) or _exceeds(other, one))


def _exceeds(one: Estimate, other: Estimate) -> bool:
    """Whether an estimate is longer than another in any case: its shortest length is longer than the longest of the
    other."""
    return (one.min_hours or 0) > (other.max_hours or 0) + _TOLERANCE


def _equal(one: Estimate, other: Estimate) -> bool:
    """Whether two estimates have the same ends."""
    ends = ((one.min_hours, other.min_hours), (one.max_hours, other.max_hours))
    return all(abs((first or 0) - (second or 0)) <= _TOLERANCE for first, second in ends)


def _said(calendar: Calendar, written: Estimate, other: Estimate) -> tuple[str, str]:
    """Two estimates in words, both in the unit of the first: `3 days`, `4-5 days`."""
    hours, unit = _unit(calendar, written)
    both = _length(written, hours, unit), _length(other, hours, unit)
    return both if both[0] != both[1] else (_length(written), _length(other))


def _unit(calendar: Calendar, estimate: Estimate) -> tuple[float, str]:
    """The unit in which an estimate is written: its hours and its name. It follows from the first number in the
    text."""
    number = _NUMBER.search(estimate.text or "")
    written = float(number[0].replace(",", ".")) if number else 0
    factor = (estimate.min_hours or 0) / written if written else 1
    for hours, unit in ((calendar.hours_per_day, "days"), (calendar.hours_per_week, "weeks")):
        if abs(factor - hours) <= _TOLERANCE:
            return hours, unit
    return 1, _HOURS


def _length(estimate: Estimate, hours: float = 1, unit: str = _HOURS) -> str:
    digits = _DIGITS_OF_HOURS if unit == _HOURS else 1
    low, high = (f"{round((end or 0) / hours, digits):g}" for end in (estimate.min_hours, estimate.max_hours))
    if low == high:
        return f"{low} {unit.removesuffix('s') if low == '1' else unit}"
    return f"{low}-{high} {unit}"


RULES: tuple[Rule, ...] = (_phase_sums, _total, _rows_against_headings, _team)
