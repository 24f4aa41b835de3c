# References that lead nowhere, to several things, in a cycle, or to what should be done by now.
"""Findings about what waits for what."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

from mkdocs_planplugin.catalog import FindingKind, shortened_english
from mkdocs_planplugin.model import Finding, Phase, PhaseRef, Reference, Severity, State, Task, TaskId

from .subject import Rule, Subject, name_of

UNKNOWN_REFERENCE = FindingKind(
    "PLAN201",
    Severity.WARNING,
    "A reference to nothing",
    "A task, a phase or a row waits for something that is not in this plan. That reference is left out.",
    "Name a task or phase of this plan, such as `Task 1.1` or `Phase 1`.",
)

SELF_REFERENCE = FindingKind(
    "PLAN202",
    Severity.WARNING,
    "A task or phase that waits for itself",
    "Its own name stands among what it waits for. That reference is left out.",
    "Take its own name out of the list.",
)

CYCLE = FindingKind(
    "PLAN203",
    Severity.WARNING,
    "A dependency cycle",
    "Tasks wait for one another in a cycle: none could ever start. The reference that closes it is left out.",
    "Take one of the references out.",
)

REPEATED_ID = FindingKind(
    "PLAN204",
    Severity.WARNING,
    "Two tasks with one id",
    "Something refers to this id, and that means the first of them.",
    "Give the second one an id of its own.",
)

DONE_TOO_EARLY = FindingKind(
    "PLAN209",
    Severity.INFO,
    "Done before what it waits for",
    "A task is done, and another one that it says it waits for is still open.",
    "Tick that one, too, or take the reference out.",
    for_readers=True,
)

KINDS = (UNKNOWN_REFERENCE, SELF_REFERENCE, CYCLE, REPEATED_ID, DONE_TOO_EARLY)

_MOST_NAMES = 3
_LEFT_OUT = 3  # so many phases in a row, and more, are told elsewhere
_MOST_DIGITS = 9
_TRACKED = re.compile(r"(?P<series>[A-Z]{2,}-)(?P<number>\d{1,9})")  # one series for many plans


def _unknown(subject: Subject) -> Iterator[Finding]:
    plan = subject.plan
    known: set[Reference] = {phase.key for phase in plan.phases} | {task.id for task in plan.walk()}
    numbers: dict[str, list[int]] = {}
    for series, number in sorted(_counted(name) for name in known if isinstance(name, PhaseRef) or _is_tracked(name)):
        if number >= 0:
            numbers.setdefault(series, []).append(number)
    in_rows = {row.dependencies for row in plan.timeline if row.dependencies}
    for source in _sources(subject):
        if isinstance(source, Phase) and source.dependencies in in_rows:
            continue  # these are the words of its row, and found there
        strange = (name for name in source.depends_on if name not in known)
        unknown = dict.fromkeys((*source.depends_on_unresolved, *strange))
        names = [name.words for name in unknown if not _is_told_elsewhere(name, numbers)]
        if names:
            are = "is" if len(names) == 1 else "are"
            message = (
                f"{name_of(source)} waits for {shortened_english(names, _MOST_NAMES)}, which {are} not in this plan"
            )
            yield UNKNOWN_REFERENCE.at(source.line, message)


def _is_told_elsewhere(name: Reference, numbers: Mapping[str, Sequence[int]]) -> bool:
    """Whether a phase, or a task that a tracker counts, is one of those before the first of this plan, which goes on
    from an earlier one, or of several that it leaves out in a row, as those that are over and were taken out."""
    series, number = _counted(name)
    known = numbers.get(series, ())
    place = bisect_left(known, number)
    if number in known or place == len(known):
        return False
    before = known[place - 1] if place else 0
    return number > 0 and (not place or known[place] - before > _LEFT_OUT)


def _is_tracked(name: TaskId) -> bool:
    return _TRACKED.fullmatch(name.written or "") is not None


def _counted(name: Reference) -> tuple[str, int]:
    """What counts phases and tasks, and the number: nothing and 15 of `Phase 15` and of `15.2`, the phase of that task;
    `OPS-` and 44 of `OPS-44`. Other names have the number -1."""
    written = (name.number if isinstance(name, PhaseRef) else name.written) or ""
    if tracked := _TRACKED.fullmatch(written):
        return tracked["series"], int(tracked["number"])
    number = written.partition(".")[0]
    is_one = number.isdecimal() and (isinstance(name, PhaseRef) or number != written)
    return ("", int(number[:_MOST_DIGITS])) if is_one else ("", -1)


def _unknown_in_rows(subject: Subject) -> Iterator[Finding]:
    for row in subject.plan.timeline:
        for phase in row.phases_unresolved:
            message = f"the Timeline Summary has a row for {phase.words}, which is not in this plan"
            hint = "name a phase of this plan, or take the row out"
            yield UNKNOWN_REFERENCE.at(row.line, message, hint)
        for name in row.depends_on_unresolved:
            message = f"the row “{row.phase}” waits for {name.words}, which is not in this plan"
            yield UNKNOWN_REFERENCE.at(row.line, message)


def _phases_that_name_themselves(subject: Subject) -> Iterator[Finding]:
    for phase in subject.plan.phases:
        if phase.depends_on_itself:
            yield _waits_for_itself(name_of(phase), phase.line)


def _cycles(subject: Subject) -> Iterator[Finding]:
    names: dict[Reference, str] = {task.id: name_of(task) for task in subject.plan.walk()}
    names |= {phase.key: name_of(phase) for phase in subject.plan.phases}
    for dependency in subject.schedule.ignored if subject.schedule else ():
        waiting, waits_for = names[dependency.waiting], names[dependency.waits_for]
        if dependency.waiting == dependency.waits_for:
            yield _waits_for_itself(waiting, dependency.line)
        else:
            message = (
                f"{waiting} waits for {waits_for}, which waits for it in turn: a cycle; this reference is left out"
            )
            yield CYCLE.at(dependency.line, message)


def _waits_for_itself(by: str, line: int) -> Finding:
    return SELF_REFERENCE.at(line, f"{by} waits for itself")


def _same_ids(subject: Subject) -> Iterator[Finding]:
    """Two tasks with one id do no harm if nothing refers to it: steps are often numbered anew in each phase."""
    referred = {name.written for source in _sources(subject) for name in source.depends_on if isinstance(name, TaskId)}
    first: dict[str | None, int] = {}
    for task in subject.plan.walk():
        written = task.id.written
        line = first.setdefault(written, task.line)
        if task.id.repeated and written in referred and not (written or "").isdecimal():
            message = f"a second task is called {written}; references mean the first one, in line {line}"
            yield REPEATED_ID.at(task.line, message, "give it an id of its own")


def _done_before_what_it_waits_for(subject: Subject) -> Iterator[Finding]:
    outcomes = subject.measures.outcomes
    tasks = {task.id: task for task in subject.plan.walk()}
    for task in tasks.values():
        if outcomes.get(task.id) is not State.DONE:
            continue
        for name in task.depends_on:
            other = tasks.get(name) if isinstance(name, TaskId) else None
            if other and other.state is not None and name not in outcomes and other not in task.walk():
                message = f"{name_of(task)} is done, and {name_of(other)}, which it waits for, is not"
                yield DONE_TOO_EARLY.at(task.line, message)


def _sources(subject: Subject) -> Iterable[Phase | Task]:
    """All tasks and phases that may wait for something."""
    return (*subject.plan.phases, *subject.plan.walk())


RULES: tuple[Rule, ...] = (
    _unknown,
    _unknown_in_rows,
    _phases_that_name_themselves,
    _cycles,
    _same_ids,
    _done_before_what_it_waits_for,
)
