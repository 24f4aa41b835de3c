"""The sentences that tell readers what a schedule assumed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from textwrap import shorten

from mkdocs_planplugin.language import _, mark, shortened_list
from mkdocs_planplugin.model import Assumption, AssumptionKind, Phase, PhaseRef, Reference, Task

from .sentences import work_name

# If there are more names than this, the sentence says how many more.
_NAMES_IN_A_SENTENCE = 12
_TITLE_LENGTH = 60

# `{names}` are the tasks and phases that an assumption is about, or, where it is about one `{task}`, the others that it
# names; `{other}` is the first of these. `{start}` and `{first}` are its days.
_SENTENCES: Mapping[AssumptionKind, str] = {
    AssumptionKind.TEMPLATE: mark("This is a template: its times are examples."),
    AssumptionKind.STARTS_ON_DAY_1: mark("The plan has no start date: its days are counted, from day 1."),
    AssumptionKind.STARTS_WHEN_CREATED: mark(
        "The plan has no start date: it starts on the day it was created, {start}."
    ),
    AssumptionKind.STARTS_ON_NEXT_WORKING_DAY: mark("{start} is no working day: work starts on {first}."),
    AssumptionKind.TASK_STARTS_NOT_KEPT: mark(
        "Without a start date of the plan, a task's own start date cannot be kept: {names}."
    ),
    AssumptionKind.MEAN_OF_RANGES: mark("An estimate that is a range counts with its middle."),
    AssumptionKind.MEAN_OF_THREE_POINTS: mark(
        "An estimate of three points counts with (optimistic + 4 × likely + pessimistic) / 6."
    ),
    AssumptionKind.SUMS_OF_SUBTASKS: mark("Tasks without an estimate take the sum of their sub-tasks: {names}."),
    AssumptionKind.SHARES_OF_PHASE: mark(
        "Tasks without an estimate share what the estimate of their phase leaves: {names}."
    ),
    AssumptionKind.TASKS_WITHOUT_ESTIMATE: mark("Tasks that nobody estimated take no time: {names}."),
    AssumptionKind.CANCELLED_TASKS: mark("Cancelled tasks take no time: {names}."),
    AssumptionKind.CANCELLED_PHASES: mark("Cancelled phases take no time: {names}."),
    AssumptionKind.PHASES_WITHOUT_LENGTH: mark("Phases without tasks and without an estimate take no time: {names}."),
    AssumptionKind.PHASES_NOT_BEFORE_THEIR_POSITION: mark(
        "Phases do not start before the time in their heading: {names}."
    ),
    AssumptionKind.PHASES_AS_LONG_AS_THEIR_POSITION: mark(
        "Phases without an estimate last as long as the time in their heading: {names}."
    ),
    AssumptionKind.POSITIONS_NOT_KEPT: mark(
        "Without a start date of the plan, or before it, the dates in the heading of a phase cannot be kept: {names}."
    ),
    AssumptionKind.PHASES_IN_ORDER: mark(
        "Phases that name nothing they wait for follow the phase before them: {names}."
    ),
    AssumptionKind.TASKS_IN_ORDER: mark("Tasks that name nothing they wait for follow the task before them: {names}."),
    AssumptionKind.TASKS_OUTSIDE_PHASES: mark("Tasks outside the phases wait for no phase: {names}."),
    AssumptionKind.WAITS_FOR_SUBTASKS: mark(
        "A sub-task counts as finished when its whole task is, for those that wait for it: {names}."
    ),
    AssumptionKind.WAITS_OF_SUBTASKS: mark("What a sub-task waits for, its whole task waits for: {names}."),
    AssumptionKind.UNKNOWN_REFERENCES: mark("{task} names what is not in this plan ({names}): that is not waited for."),
    AssumptionKind.ORDER_NOT_FOLLOWED: mark("{task} does not follow {other}, which waits for it."),
    AssumptionKind.NAMES_ITSELF: mark("{task} names itself: that is left out."),
    AssumptionKind.CLOSES_CYCLE: mark("{task} names {other}, which waits for it in turn: that is left out."),
    AssumptionKind.HALF_OF_WHAT_IS_IN_PROGRESS: mark("Half of what is in progress counts as done: {names}."),
    AssumptionKind.LAGS_FROM_PLANNED_FINISH: mark(
        "The lag behind what is done counts from the day on which that was planned to be finished: {names}."
    ),
}


def assumption_text(assumption: Assumption) -> str:
    """An assumption as a sentence, in the active language; dates as `2026-01-12`."""
    about, others = _names(assumption.about), _names(assumption.others)
    start, first = (*map(str, assumption.days), "", "")[:2]
    return _(_SENTENCES[assumption.kind]).format(
        task=about[0] if about else "",
        other=others[0] if others else "",
        names=shortened_list(others or about, _NAMES_IN_A_SENTENCE),
        start=start,
        first=first,
    )


def _names(works: Iterable[Task | Phase | Reference]) -> list[str]:
    """The names of these tasks and phases for readers, each once."""
    return list(dict.fromkeys(map(_name, works)))


def _name(work: Task | Phase | Reference) -> str:
    """The name of a task or phase in a sentence that may begin with it: its number, or its title if it has none."""
    if isinstance(work, PhaseRef):
        return _("Phase {name}").format(name=work.name)
    if not isinstance(work, Task | Phase):
        return str(work)
    name = work_name(work)
    if not name.number:
        return _("“{name}”").format(name=shorten(name.title, _TITLE_LENGTH, placeholder=" …"))
    return name.number if isinstance(work, Phase) else _("Task {name}").format(name=name.number)
