# Each rule sees one verdict. They are asked in the order of the table at the end; the first that holds wins.
"""The rules by which the health of a plan is judged."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from msgspec import Struct

from mkdocs_planplugin.catalog import Sentence, Verdict, names_of, say, say_number, was_done
from mkdocs_planplugin.measure.readiness import is_to_start
from mkdocs_planplugin.model import PAUSED, Status, Task

from .causes import are_blocked, blocked_causes, cause
from .distances import as_sentence, brief_distance, distance, expected_finish, finish_expected, how_much_is_done
from .doubts import why_at_risk, work_after_its_due
from .facts import Facts

# So many tasks are named as ready.
_MOST_READY = 3


class Judgement(Struct, frozen=True):
    """The result of a rule: the verdict, its reason as a sentence and in a few words (`brief`), and the causes behind
    it."""

    verdict: Verdict
    sentence: Sentence
    brief: Sentence
    causes: tuple[Sentence, ...] = ()


def _template(facts: Facts) -> Judgement | None:
    if not facts.plan.is_template:
        return None
    words = say("A template to fill in")
    return Judgement(Verdict.TEMPLATE, as_sentence(words), words)


def _cancelled(facts: Facts) -> Judgement | None:
    if facts.status is not Status.CANCELLED:
        return None
    if not facts.counts:
        return Judgement(Verdict.CANCELLED, say("Nobody works on it any more."), say("nothing counted"))
    tasks = facts.measures.shown_progress.tasks
    count = facts.done_words
    if tasks.total:
        count = say_number(tasks.total, "{done} of {n} task", "{done} of {n} tasks", done=tasks.done)
    words = was_done(count, tasks.done, tasks.total)
    return Judgement(Verdict.CANCELLED, as_sentence(words), words)


def _complete(facts: Facts) -> Judgement | None:
    if facts.status is not Status.COMPLETE:
        return None
    tasks = facts.measures.progress.tasks
    planned = facts.schedule.finish if facts.schedule else None
    if tasks.done < tasks.total:
        left = tasks.total - tasks.done
        words = say_number(left, "{count}; {n} is still open.", "{count}; {n} are still open.", count=facts.done_words)
        return Judgement(Verdict.DONE, words, say_number(left, "{n} task still open", "{n} tasks still open"))
    if not tasks.total:
        return Judgement(Verdict.DONE, say("Its status says so; no task is counted."), say("no task is counted"))
    if planned:
        words = say_number(
            tasks.total, "{n} task, planned to {planned}.", "All {n} tasks, planned to {planned}.", planned=planned
        )
        return Judgement(Verdict.DONE, words, say("planned to {planned}", planned=planned))
    words = say_number(tasks.total, "{n} task.", "All {n} tasks.")
    return Judgement(Verdict.DONE, words, say_number(tasks.total, "{n} task done", "all {n} tasks done"))


def _on_hold(facts: Facts) -> Judgement | None:
    if facts.status not in PAUSED:
        return None
    done = how_much_is_done(facts)
    if facts.due:
        words = say("{done}. No forecast while it is on hold; due {due}.", done=done, due=facts.due)
        days = (facts.due - facts.today).days
        brief = say_number(days, "due in {n} day", "due in {n} days") if days > 0 else say("due {due}", due=facts.due)
        return Judgement(Verdict.ON_HOLD, words, brief)
    return Judgement(Verdict.ON_HOLD, say("{done}. No forecast while it is on hold.", done=done), done)


def _draft(facts: Facts) -> Judgement | None:
    if facts.status is not Status.DRAFT:
        return None
    start = min(
        (item.expected.start for item in facts.open_items if item.expected and item.expected.start), default=None
    )
    if not (facts.finish and start):
        return Judgement(Verdict.DRAFT, say("Nothing has a date yet."), say("no dates yet"))
    words = say(
        "Would start {start} and finish {finish}, {distance}.",
        start=start, finish=facts.finish, distance=distance(facts),
    )  # fmt: skip
    return Judgement(Verdict.DRAFT, words, say("would start {start}", start=start))


def _overdue(facts: Facts) -> Judgement | None:
    due = facts.due
    if due is None or due >= facts.today or not facts.measures.late:
        return None
    ago = say_number((facts.today - due).days, "{n} day ago", "{n} days ago")
    tasks = facts.measures.progress.tasks
    number = tasks.total - tasks.done
    count = say_number(tasks.total, "{left} of {n} task", "{left} of {n} tasks", left=number)
    left = say_number(1 if tasks.total == 1 else number, "{count} is left", "{count} are left", count=count)
    left = left if tasks.total else say("it is not done")
    if facts.finish:
        words = say("Due {due}, {ago}; {left}. {finish}.", due=due, ago=ago, left=left, finish=finish_expected(facts))
    else:
        words = say("Due {due}, {ago}; {left}.", due=due, ago=ago, left=left)
    brief = say("due {ago}", ago=ago)
    return Judgement(Verdict.OVERDUE, words, brief, cause(facts))


def _after_due_day(facts: Facts) -> Judgement | None:
    if not (facts.due and facts.finish and facts.finish > facts.due):
        return None
    return Judgement(Verdict.OFF_TRACK, as_sentence(expected_finish(facts)), brief_distance(facts), cause(facts))


def _blocked(facts: Facts) -> Judgement | None:
    stuck = bool(facts.blocked) and not (facts.measures.next or facts.in_progress)
    if facts.status is not Status.BLOCKED and not stuck:
        return None
    until = _goes_on(facts)
    causes = tuple(blocked_causes(facts)) or cause(facts)
    if free := list(_can_go_on(facts)):
        words = say("Its status says so, but {names} can go on.", names=names_of(free))
        brief = are_blocked(facts.blocked) if facts.blocked else say("its status says so")
        return Judgement(Verdict.BLOCKED, words, _until(until) if until else brief, causes)
    if until is None:
        words = say("Nothing can go on, and nobody has said until when.")
        return Judgement(Verdict.BLOCKED, words, say("nobody has said until when"), causes)
    if facts.finish is None:
        return Judgement(Verdict.BLOCKED, say("Nothing can go on until {until}.", until=until), _until(until), causes)
    words = say(
        "Nothing can go on until {until}. Finish then {finish}, {distance}.",
        until=until, finish=facts.finish, distance=distance(facts),
    )  # fmt: skip
    return Judgement(Verdict.BLOCKED, words, _until(until), causes)


def _can_go_on(facts: Facts) -> Iterator[Task]:
    """The tasks that are in progress or ready, in the order of the text."""
    for task in facts.plan.walk():
        if task.id in facts.measures.next or (task.in_progress and task.id not in facts.measures.outcomes):
            yield task


def _until(day: dt.date) -> Sentence:
    return say("until {day}", day=day)


def _goes_on(facts: Facts) -> dt.date | None:
    """The first day on which a task can go on that waits for nothing else: a blocked one, or an open one that waits for
    another plan or a team."""
    readiness, outcomes = facts.measures.readiness, facts.measures.outcomes
    opening = [readiness[task.id].until for task in facts.plan.tops() if task.id not in outcomes and is_to_start(task)]
    days = [day for day in opening if day]
    free = [task for task in facts.blocked if not readiness[task.id].waits_for]
    held = free if free or days else facts.blocked
    days += [facts.holds[task.id].until for task in held if task.id in facts.holds]
    return min((day for day in days if day >= facts.today), default=None)


def _far_after_plan(facts: Facts) -> Judgement | None:
    if facts.due or facts.slip <= facts.tolerance:
        return None
    late, finish = work_after_its_due(facts), expected_finish(facts)
    if late:
        words = say("{finish}; {late}.", finish=finish, late=late)
    elif any(phase.due for phase in facts.plan.phases) or any(task.due for task in facts.plan.walk()):  # all are kept
        words = as_sentence(finish)
    else:
        words = say("{finish}; no day is due.", finish=finish)
    return Judgement(Verdict.OFF_TRACK, words, brief_distance(facts), cause(facts))


def _at_risk(facts: Facts) -> Judgement | None:
    reason = why_at_risk(facts)
    return Judgement(Verdict.AT_RISK, *reason, cause(facts)) if reason else None


def _not_started(facts: Facts) -> Judgement | None:
    schedule = facts.schedule
    start = schedule.start if schedule else None
    if facts.plan.begun or start is None or start <= facts.today:
        return None
    planned = schedule.finish if schedule else None
    ready = [facts.tasks[name] for name in facts.measures.next[:_MOST_READY]]
    starts = (
        say("Starts {start}, planned to finish {planned}.", start=start, planned=planned)
        if planned
        else say("Starts {start}.", start=start)
    )
    if ready:
        starts = say_number(
            len(ready),
            "{starts} {names} is ready.",
            "{starts} {names} are ready.",
            starts=starts,
            names=names_of(ready),
        )
    return Judgement(Verdict.NOT_STARTED, starts, say("starts {start}", start=start))


def _without_forecast(facts: Facts) -> Judgement | None:
    if facts.finish:
        return None
    verdict = Verdict.IN_PROGRESS
    if facts.status is Status.NOT_STARTED:
        verdict = Verdict.NOT_STARTED
    elif facts.status is None:
        verdict = Verdict.NOT_TRACKED
    words, why = how_much_is_done(facts), _why_no_forecast(facts)
    if verdict is Verdict.NOT_TRACKED:  # which is said in front of it
        words = say("No box and no state says what is done")
    if facts.tasks_over or facts.all_cancelled:
        return Judgement(verdict, say("{done}, but its status does not say so.", done=words), words)
    if why is None:
        return Judgement(verdict, as_sentence(words), words)
    sentence, brief = why
    return Judgement(verdict, say("{done}. {why}", done=words, why=sentence), brief)


def _why_no_forecast(facts: Facts) -> tuple[Sentence, Sentence] | None:
    """Why there is no forecast of the remaining work, as a sentence and in a few words."""
    schedule = facts.schedule
    if schedule is None:
        return None
    if not schedule.duration_hours:
        return say("No task has an estimate, so there is no forecast."), say("no estimates")
    if schedule.start is None:
        return say("The plan has no start date, so there is no forecast."), say("no start date")
    if facts.plan.derived_status is None:
        return say("Without boxes or states there is no forecast."), say("no boxes and no states")
    return None


def _on_track(facts: Facts) -> Judgement:
    return Judgement(Verdict.ON_TRACK, as_sentence(expected_finish(facts)), brief_distance(facts))


RULES: tuple[Callable[[Facts], Judgement | None], ...] = (
    _template,
    _cancelled,
    _complete,
    _on_hold,
    _draft,
    _overdue,
    _after_due_day,
    _blocked,
    _far_after_plan,
    _at_risk,
    _not_started,
    _without_forecast,
    _on_track,
)
