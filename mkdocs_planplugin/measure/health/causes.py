# Where to look when a plan should be finished sooner: at the task that sets its finish, and at what is blocked.
"""The causes behind a verdict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import shorten

from mkdocs_planplugin.catalog import (
    Names,
    Sentence,
    names_of,
    plan_name,
    promised_words,
    say,
    say_number,
    team_of,
    work_name,
)
from mkdocs_planplugin.measure.readiness import Readiness
from mkdocs_planplugin.model import Hold, OtherPlan, Phase, State, Task
from mkdocs_planplugin.schedule import ScheduledItem

from .distances import as_sentence
from .facts import Facts

# So many causes of a blocked plan are named, in so many letters each.
_MOST_CAUSES, _LONGEST_REASON = 2, 100


def cause(facts: Facts) -> tuple[Sentence, ...]:
    """What sets the expected finish, in one sentence or two: the first task of the critical path."""
    path = facts.expected.critical_path if facts.expected else ()
    item = facts.items.get(path[0]) if path else None
    if item is None:
        return ()
    first = _sets_finish(facts, item)
    # What is ready may come after it in the text, and waits for nothing all the same.
    behind = [facts.items[name].source for name in path[1:] if name in facts.items and name not in facts.measures.next]
    if not (behind and _is_stuck(facts, item)):
        return (first,)
    words = say_number(len(behind), "{names} waits behind it.", "{names} wait behind it.", names=names_of(behind))
    return (first, words)


def _is_stuck(facts: Facts, item: ScheduledItem) -> bool:
    """Whether something outside the plan keeps an item from starting."""
    own = facts.measures.readiness.get(item.source.id) if isinstance(item.source, Task) else None
    return bool(_blocked_part(item) or facts.hold_of(item) or (own and own.outside))


def are_blocked(works: Sequence[Task | Phase]) -> Sentence:
    """`1.2 and 1.3 are blocked`, without a full stop."""
    return say_number(len(works), "{names} is blocked", "{names} are blocked", names=names_of(works))


def _blocked_part(item: ScheduledItem) -> Task | None:
    """The blocked task or sub-task of an item; `None` if none of them is blocked."""
    parts = item.source.walk() if isinstance(item.source, Task) else ()
    return next((part for part in parts if part.state is State.BLOCKED), None)


def _sets_finish(facts: Facts, item: ScheduledItem) -> Sentence:
    """Why the first item of the critical path is not done yet."""
    source, part = item.source, _blocked_part(item)
    task = work_name(source, titled=True)
    if part is not None:
        return say("{task} is {blocked}.", task=work_name(part, titled=True), blocked=_blocked_until(facts, part))
    hold = facts.hold_of(item)
    if hold and hold.plan:
        return say("{task} waits for {plan}, expected {day}.", task=task, plan=plan_name(hold.plan), day=hold.until)
    if hold and hold.promise:
        return say("{task} waits for {team}, promised for {day}.", task=task, team=_promise(hold), day=hold.until)
    if hold:
        return say("{task} cannot start before {day}.", task=task, day=hold.until)
    if not isinstance(source, Task):
        return say("{task} sets the finish.", task=task)
    return _of_task(facts, source)


def _of_task(facts: Facts, task: Task) -> Sentence:
    """The state and the owner of the task that sets the finish."""
    name, readiness = work_name(task, titled=True), facts.measures.readiness.get(task.id)
    if (waits := _waits_for(facts, task)) and not task.in_progress:
        return say("{task} sets the finish and waits for {names}.", task=name, names=waits)
    if task.in_progress:
        return _with_owner(say("{task} sets the finish and is in progress", task=name), task)
    if readiness and readiness.ready:
        return _with_owner(say("{task} sets the finish and is ready", task=name), task)
    if task.state is State.DEFERRED:
        return _with_owner(say("{task} sets the finish and is deferred", task=name), task)
    return _with_owner(say("{task} sets the finish", task=name), task)


def _with_owner(clause: Sentence, task: Task) -> Sentence:
    return say("{clause} ({owner}).", clause=clause, owner=task.owner) if task.owner else as_sentence(clause)


def _waits_for(facts: Facts, task: Task) -> Names | None:
    """The other plans, tasks and phases that a task still waits for, if any."""
    readiness = facts.measures.readiness.get(task.id, Readiness())
    works = [work for name in readiness.waits_for if (work := facts.plan.part(name))]
    plans = [plan_name(OtherPlan(other.path, other.name)) for other in readiness.outside if other.path]
    return Names((*plans, *map(work_name, works))) if works or plans else None


def _blocked_until(facts: Facts, task: Task) -> Sentence:
    """`blocked until 13 Feb (Boxwren: keys)`. A day that is over is left out."""
    hold = facts.holds.get(task.id)
    if hold is None or hold.until < facts.today:
        reason = shorten(next(iter(task.hindrances), ""), _LONGEST_REASON, placeholder=" …")
        return say("blocked ({reason})", reason=reason) if reason else say("blocked")
    if hold.promise:
        return say("blocked until {day} ({team})", day=hold.until, team=_promise(hold))
    return say("blocked until {day}", day=hold.until)


def _promise(hold: Hold) -> str | Sentence:
    promise = hold.promise
    if promise is None:
        return ""
    return say("{team}: {what}", team=promise.team, what=promised_words(promise)) if promise.team else team_of(promise)


def blocked_causes(facts: Facts) -> Iterator[Sentence]:
    """A sentence for each of the first blocked tasks. It also names what else the task waits for: the day alone would
    suggest that work goes on then."""
    for task in facts.blocked[:_MOST_CAUSES]:
        name, blocked = work_name(task, titled=True), _blocked_until(facts, task)
        if waits := _waits_for(facts, task):
            yield say("{task} is {blocked}, and waits for {names}.", task=name, blocked=blocked, names=waits)
        else:
            yield say("{task} is {blocked}.", task=name, blocked=blocked)
