# The one verdict on a plan, with its reason. Pages, badges, the calendar, data and the command line say this and
# nothing else of how a plan stands, so no two of them can differ. Its rules are asked in order; the first that holds
# wins.
"""The health of a plan."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from mkdocs_planplugin.catalog import (
    LATE_DAYS,
    LATE_PERCENT,
    LEVEL_LABELS,
    RISKY_SCORE,
    SPARE_DAYS,
    VERDICT_LABELS,
    Label,
    Sentence,
    Verdict,
    names_of,
    plain,
    plan_name,
    promised_words,
    risk_name,
    say,
    say_number,
    team_of,
    work_name,
)
from mkdocs_planplugin.measure import Measures, last_change
from mkdocs_planplugin.model import Hold, Level, Phase, Plan, Reference, State, Status, Task, WorkId
from mkdocs_planplugin.schedule import Forecast, Schedule, ScheduledItem

# So many tasks are named as ready, and so many causes of a blocked plan.
_MOST_READY, _MOST_CAUSES = 3, 2


@dataclass(frozen=True, slots=True)
class Health:
    """The verdict on a plan: why it holds in a `sentence`, and in a few words (`brief`); `causes` name what stands
    behind it, one or two sentences, where somebody should look. `today` is the day on which it holds."""

    verdict: Verdict
    sentence: Sentence
    brief: Sentence
    causes: tuple[Sentence, ...]
    today: dt.date

    @property
    def label(self) -> Label:
        """The words and the sign of the verdict."""
        return VERDICT_LABELS[self.verdict]

    @property
    def reason(self) -> str:
        """Sentence and causes as text, in the active language."""
        return " ".join(plain(sentence, self.today) for sentence in (self.sentence, *self.causes))


@dataclass(frozen=True, slots=True)
class _Because:
    """What a rule says: the verdict and its words."""

    verdict: Verdict
    sentence: Sentence
    brief: Sentence
    causes: tuple[Sentence, ...] = ()


def health(plan: Plan, schedule: Schedule | None, measures: Measures) -> Health:
    """The verdict on a plan with this schedule and these counters, on the day of the counters."""
    facts = _Facts(plan, schedule, measures)
    because = next(found for rule in _RULES if (found := rule(facts)))
    return Health(because.verdict, because.sentence, because.brief, because.causes, measures.today)


# What the rules ask


@dataclass(frozen=True)
class _Facts:
    """A plan with all that follows from it."""

    plan: Plan
    schedule: Schedule | None
    measures: Measures

    @property
    def today(self) -> dt.date:
        return self.measures.today

    @property
    def status(self) -> Status | None:
        return self.measures.shown_status

    @property
    def due(self) -> dt.date | None:
        return self.plan.due

    @cached_property
    def expected(self) -> Forecast | None:
        """When what is left will be done; `None` where nobody knows the day."""
        expected = self.schedule.expected if self.schedule else None
        return expected if expected and expected.finish else None

    @cached_property
    def finish(self) -> dt.date | None:
        """The day of it."""
        return self.expected.finish if self.expected else None

    @cached_property
    def days_after_due(self) -> int:
        """How many working days after the day it is due the plan will be finished; before it they are negative."""
        if not (self.schedule and self.finish and self.due):
            return 0
        return self._working_days(self.due, self.finish)

    def _working_days(self, first: dt.date, last: dt.date) -> int:
        """The working days after `first` up to `last`; negative where that lies before."""
        axis = self.schedule.axis if self.schedule else None
        if axis is None:
            return 0
        ends = [(axis.minute_after(day) or 0) // axis.minutes_per_day for day in (first, last)]
        return ends[1] - ends[0]

    @cached_property
    def slip(self) -> int:
        """How many working days after the planned finish that is; before it they are negative."""
        return self.expected.slip_days if self.expected else 0

    @cached_property
    def tolerance(self) -> float:
        """How many working days later than planned a plan may be that is due on no day."""
        planned = self.schedule.finish_day if self.schedule else 0
        return max(LATE_DAYS, LATE_PERCENT * planned / 100)

    @cached_property
    def items(self) -> dict[WorkId, ScheduledItem]:
        """What is scheduled, by id; of two with one id the first."""
        items: dict[WorkId, ScheduledItem] = {}
        for item in self.schedule.items if self.schedule else ():
            items.setdefault(item.id, item)
        return items

    @cached_property
    def open_items(self) -> list[ScheduledItem]:
        return [item for item in self.items.values() if item.outcome is None]

    @cached_property
    def tasks(self) -> dict[Reference, Task]:
        """The tasks and sub-tasks by id; of two with one id the first."""
        tasks: dict[Reference, Task] = {}
        for task in self.plan.walk():
            tasks.setdefault(task.id, task)
        return tasks

    @cached_property
    def holds(self) -> dict[Reference, Hold]:
        """What holds tasks and phases from outside, by their ids; of several the last day."""
        holds: dict[Reference, Hold] = {}
        for hold in self.schedule.holds if self.schedule else ():
            if hold.by not in holds or holds[hold.by].until < hold.until:
                holds[hold.by] = hold
        return holds

    @cached_property
    def blocked(self) -> list[Task]:
        return [self.tasks[name] for name in self.measures.blocked]

    @cached_property
    def in_progress(self) -> bool:
        """Whether somebody works on a task."""
        outcomes = self.measures.outcomes
        return any(task.state is State.IN_PROGRESS and task.id not in outcomes for task in self.plan.walk())

    @cached_property
    def done_words(self) -> Sentence:
        """`3 of 8 tasks`, or phases, where these are counted."""
        tasks, phases = self.measures.progress.tasks, self.measures.progress.phases
        if not tasks.total and phases.total:
            return say_number(phases.total, "{done} of {n} phase", "{done} of {n} phases", done=phases.done)
        total = tasks.total or tasks.cancelled
        return say_number(total, "{done} of {n} task", "{done} of {n} tasks", done=tasks.done)

    @property
    def tasks_over(self) -> bool:
        """Whether there are tasks, and all are done."""
        tasks = self.measures.progress.tasks
        return bool(tasks.total) and tasks.done == tasks.total

    @cached_property
    def counts(self) -> bool:
        """Whether anything is counted."""
        progress = self.measures.progress
        return bool(progress.tasks.total or progress.tasks.cancelled or progress.phases.total)


# Words that several rules need


def _after_due(facts: _Facts) -> Sentence:
    """How the expected finish lies to the day the plan is due."""
    days, due = facts.days_after_due, facts.due or dt.date.max
    if facts.finish and facts.finish > due and days <= 0:
        return say("after it is due, {due}", due=due)
    if days > 0:
        return say_number(
            days, "{n} working day after it is due, {due}", "{n} working days after it is due, {due}", due=due
        )
    if facts.finish == due:
        return say("on the day it is due")
    if not days:
        return say("with no working day left before it is due, {due}", due=due)
    return say_number(
        -days, "{n} working day before it is due, {due}", "{n} working days before it is due, {due}", due=due
    )


def _after_plan(facts: _Facts) -> Sentence:
    """How the expected finish lies to the planned one."""
    planned = (facts.schedule.finish if facts.schedule else None) or dt.date.max
    days = facts.slip
    if not days:
        return say("as planned")
    if days > 0:
        return say_number(
            days, "{n} working day after the plan, {planned}", "{n} working days after the plan, {planned}",
            planned=planned,
        )  # fmt: skip
    return say_number(
        -days, "{n} working day before the plan, {planned}", "{n} working days before the plan, {planned}",
        planned=planned,
    )  # fmt: skip


def _distance(facts: _Facts) -> Sentence:
    return _after_due(facts) if facts.due else _after_plan(facts)


def _brief_distance(facts: _Facts) -> Sentence:
    """The same in the cell of a table, next to the days."""
    if facts.due:
        return _brief_after_due(facts, facts.due)
    days = facts.slip
    if not days:
        return say("as planned")
    if days > 0:
        return say_number(days, "{n} working day after the plan", "{n} working days after the plan")
    return say_number(-days, "{n} working day before the plan", "{n} working days before the plan")


def _brief_after_due(facts: _Facts, due: dt.date) -> Sentence:
    days = facts.days_after_due
    if days > 0:
        return say_number(days, "{n} working day after it is due", "{n} working days after it is due")
    if facts.finish == due:
        return say("on the day it is due")
    if facts.finish and facts.finish > due:
        return say("after it is due")
    return say_number(-days, "{n} working day before it is due", "{n} working days before it is due")


def _finish_expected(facts: _Facts) -> Sentence:
    """Without a full stop."""
    finish = facts.finish or dt.date.max
    return say("Finish expected {finish}, {distance}", finish=finish, distance=_distance(facts))


def _stop(clause: Sentence) -> Sentence:
    return say("{clause}.", clause=clause)


def _days_ago(days: int) -> Sentence:
    return say_number(days, "{n} day ago", "{n} days ago")


def _done(facts: _Facts) -> Sentence:
    """How much is done, as a clause."""
    if not facts.counts:
        return say("Progress is not tracked")
    total = facts.measures.progress.tasks.total or facts.measures.progress.phases.total
    return say_number(total, "{count} is done", "{count} are done", count=facts.done_words)


# Causes


def _cause(facts: _Facts) -> tuple[Sentence, ...]:
    """What sets the expected finish: the first task of its critical path, in one sentence or two."""
    path = facts.expected.critical_path if facts.expected else ()
    item = facts.items.get(path[0]) if path else None
    if item is None:
        return ()
    first = _sets_finish(facts, item)
    behind = [facts.items[name].source for name in path[1:] if name in facts.items]
    if not behind or not (_is_stuck(facts, item)):
        return (first,)
    words = say_number(len(behind), "{names} waits behind it.", "{names} wait behind it.", names=names_of(behind))
    return (first, words)


def _stuck_part(item: ScheduledItem) -> Task | None:
    """The task of an item, or the part of it, that is blocked."""
    parts = item.source.walk() if isinstance(item.source, Task) else ()
    return next((part for part in parts if part.state is State.BLOCKED), None)


def _is_stuck(facts: _Facts, item: ScheduledItem) -> bool:
    """Whether something outside keeps it from starting."""
    part = _stuck_part(item)
    return part is not None or item.id in facts.holds


def _sets_finish(facts: _Facts, item: ScheduledItem) -> Sentence:
    """Why the first piece of the path is not done yet."""
    source, part = item.source, _stuck_part(item)
    task = work_name(source, titled=True)
    if part is not None:
        return say("{task} is {blocked}.", task=work_name(part, titled=True), blocked=_blocked_until(facts, part))
    hold = facts.holds.get(source.id if isinstance(source, Task) else source.key)
    if hold and hold.plan:
        return say("{task} waits for {plan}, expected {day}.", task=task, plan=plan_name(hold.plan), day=hold.until)
    if hold and hold.promise:
        return say("{task} waits for {team}, promised for {day}.", task=task, team=_promise(hold), day=hold.until)
    if hold:
        return say("{task} cannot start before {day}.", task=task, day=hold.until)
    if not isinstance(source, Task):
        return say("{task} sets the finish.", task=task)
    return _of_task(facts, source)


def _of_task(facts: _Facts, task: Task) -> Sentence:
    """How far the task is that sets the finish, and who has it."""
    name, readiness = work_name(task, titled=True), facts.measures.readiness.get(task.id)
    if (waits := _waits_for(facts, task)) and not task.begun:
        return say("{task} sets the finish and waits for {names}.", task=name, names=names_of(waits))
    if task.begun:
        return _with_owner(say("{task} sets the finish and is in progress", task=name), task)
    if readiness and readiness.ready:
        return _with_owner(say("{task} sets the finish and is ready", task=name), task)
    return _with_owner(say("{task} sets the finish", task=name), task)


def _with_owner(clause: Sentence, task: Task) -> Sentence:
    return say("{clause} ({owner}).", clause=clause, owner=task.owner) if task.owner else _stop(clause)


def _waits_for(facts: _Facts, task: Task) -> list[Task | Phase]:
    """The tasks and phases that a task still waits for."""
    readiness = facts.measures.readiness.get(task.id)
    return [work for name in (readiness.waits_for if readiness else ()) if (work := _work(facts, name))]


def _work(facts: _Facts, name: Reference) -> Task | Phase | None:
    phase = next((phase for phase in facts.plan.phases if phase.key == name), None)
    return phase or facts.tasks.get(name)


def _blocked_until(facts: _Facts, task: Task) -> Sentence:
    """`blocked until 13 Feb (Boxwren: keys)`; a day that is over is none."""
    hold = facts.holds.get(task.id)
    if hold is None or hold.until < facts.today:
        return say("blocked")
    if hold.promise:
        return say("blocked until {day} ({team})", day=hold.until, team=_promise(hold))
    return say("blocked until {day}", day=hold.until)


def _promise(hold: Hold) -> str | Sentence:
    promise = hold.promise
    if promise is None:
        return ""
    return say("{team}: {what}", team=promise.team, what=promised_words(promise)) if promise.team else team_of(promise)


# The rules, in their order


def _template(facts: _Facts) -> _Because | None:
    if not facts.plan.is_template:
        return None
    words = say("A template to fill in")
    return _Because(Verdict.TEMPLATE, _stop(words), words)


def _cancelled(facts: _Facts) -> _Because | None:
    if facts.status is not Status.CANCELLED:
        return None
    if not facts.counts:
        return _Because(Verdict.CANCELLED, say("Nobody works on it any more."), say("nothing counted"))
    tasks = facts.measures.progress.tasks
    total = tasks.total + tasks.cancelled
    count = (
        say_number(total, "{done} of {n} task", "{done} of {n} tasks", done=tasks.done) if total else facts.done_words
    )
    words = say_number(tasks.done, "{count} was done", "{count} were done", count=count)
    return _Because(Verdict.CANCELLED, _stop(words), words)


def _complete(facts: _Facts) -> _Because | None:
    if facts.status is not Status.COMPLETE:
        return None
    tasks = facts.measures.progress.tasks
    planned = facts.schedule.finish if facts.schedule else None
    if tasks.done < tasks.total:
        left = tasks.total - tasks.done
        words = say_number(left, "{count}; {n} is still open.", "{count}; {n} are still open.", count=facts.done_words)
        return _Because(Verdict.DONE, words, say_number(left, "{n} task still open", "{n} tasks still open"))
    if not tasks.total:
        return _Because(Verdict.DONE, say("Its status says so; no task is counted."), say("no task is counted"))
    if planned:
        words = say_number(
            tasks.total, "{n} task, planned to {planned}.", "All {n} tasks, planned to {planned}.", planned=planned
        )
        return _Because(Verdict.DONE, words, say("planned to {planned}", planned=planned))
    words = say_number(tasks.total, "{n} task.", "All {n} tasks.")
    return _Because(Verdict.DONE, words, say_number(tasks.total, "{n} task done", "all {n} tasks done"))


def _on_hold(facts: _Facts) -> _Because | None:
    if facts.status is not Status.ON_HOLD:
        return None
    if facts.due:
        words = say("{done}. No forecast while it is on hold; due {due}.", done=_done(facts), due=facts.due)
        days = (facts.due - facts.today).days
        brief = say_number(days, "due in {n} day", "due in {n} days") if days > 0 else say("due {due}", due=facts.due)
        return _Because(Verdict.ON_HOLD, words, brief)
    return _Because(Verdict.ON_HOLD, say("{done}. No forecast while it is on hold.", done=_done(facts)), _done(facts))


def _draft(facts: _Facts) -> _Because | None:
    if facts.status is not Status.DRAFT:
        return None
    start = min(
        (item.expected.start for item in facts.open_items if item.expected and item.expected.start), default=None
    )
    if not (facts.finish and start):
        return _Because(Verdict.DRAFT, say("Nothing is planned in time yet."), say("no dates yet"))
    words = say(
        "Would start {start} and finish {finish}, {distance}.",
        start=start, finish=facts.finish, distance=_distance(facts),
    )  # fmt: skip
    return _Because(Verdict.DRAFT, words, say("would start {start}", start=start))


def _overdue(facts: _Facts) -> _Because | None:
    due = facts.due
    if due is None or due >= facts.today or not facts.measures.late:
        return None
    ago = _days_ago((facts.today - due).days)
    tasks = facts.measures.progress.tasks
    left = (
        say_number(
            tasks.total, "{left} of {n} task is left", "{left} of {n} tasks are left", left=tasks.total - tasks.done
        )
        if tasks.total
        else say("it is not done")
    )
    if facts.finish:
        words = say(
            "Due {due}, {ago}; {left}. Finish expected {finish}.", due=due, ago=ago, left=left, finish=facts.finish
        )
    else:
        words = say("Due {due}, {ago}; {left}.", due=due, ago=ago, left=left)
    brief = say("due {ago}", ago=ago)
    return _Because(Verdict.OVERDUE, words, brief, _cause(facts))


def _after_due_day(facts: _Facts) -> _Because | None:
    if not (facts.due and facts.finish and facts.finish > facts.due):
        return None
    return _Because(Verdict.OFF_TRACK, _stop(_finish_expected(facts)), _brief_distance(facts), _cause(facts))


def _blocked(facts: _Facts) -> _Because | None:
    stuck = bool(facts.blocked) and not (facts.measures.next or facts.in_progress)
    if facts.status is not Status.BLOCKED and not stuck:
        return None
    until = _goes_on(facts)
    causes = tuple(_blocked_causes(facts)) or _cause(facts)
    if until is None:
        words = say("Nothing can go on, and nobody has said until when.")
        return _Because(Verdict.BLOCKED, words, say("nobody has said until when"), causes)
    if facts.finish is None:
        return _Because(Verdict.BLOCKED, say("Nothing can go on until {until}.", until=until), _until(until), causes)
    words = say(
        "Nothing can go on until {until}. Finish then {finish}, {distance}.",
        until=until, finish=facts.finish, distance=_distance(facts),
    )  # fmt: skip
    return _Because(Verdict.BLOCKED, words, _until(until), causes)


def _until(day: dt.date) -> Sentence:
    return say("until {day}", day=day)


def _goes_on(facts: _Facts) -> dt.date | None:
    """The first day that is named on which a blocked task can go on that waits for nothing else."""
    readiness = facts.measures.readiness
    first = [task for task in facts.blocked if not readiness[task.id].waits_for] or facts.blocked
    days = [facts.holds[task.id].until for task in first if task.id in facts.holds]
    return min((day for day in days if day >= facts.today), default=None)


def _blocked_causes(facts: _Facts) -> Iterator[Sentence]:
    """What is blocked; of the second and later ones also what they wait for besides, or their day would seem to be the
    one on which they go on."""
    for task in facts.blocked[:_MOST_CAUSES]:
        name, blocked = work_name(task, titled=True), _blocked_until(facts, task)
        if waits := _waits_for(facts, task):
            yield say("{task} is {blocked}, and waits for {names}.", task=name, blocked=blocked, names=names_of(waits))
        else:
            yield say("{task} is {blocked}.", task=name, blocked=blocked)


def _far_after_plan(facts: _Facts) -> _Because | None:
    if facts.due or facts.slip <= facts.tolerance:
        return None
    words = say("{finish}; no day is due.", finish=_finish_expected(facts))
    return _Because(Verdict.OFF_TRACK, words, _brief_distance(facts), _cause(facts))


# What puts a plan at risk: the first that is so


def _at_risk(facts: _Facts) -> _Because | None:
    words = next((found for doubt in _DOUBTS if (found := doubt(facts))), None)
    return _Because(Verdict.AT_RISK, *words, _cause(facts)) if words else None


_Words = tuple[Sentence, Sentence]  # the sentence, and the brief one


def _but(facts: _Facts, doubt: Sentence) -> _Words:
    """What is expected, and why it may be otherwise."""
    stands = _finish_expected(facts) if facts.finish else _done(facts)
    return say("{stands}; but {doubt}.", stands=stands, doubt=doubt), doubt


def _close_to_due(facts: _Facts) -> _Words | None:
    if facts.finish and facts.due and facts.days_after_due > -SPARE_DAYS:
        return _stop(_finish_expected(facts)), _brief_distance(facts)
    return None


def _not_sure(facts: _Facts) -> _Words | None:
    sure = facts.expected.finish_p80 if facts.expected else None
    if sure and facts.due and sure > facts.due:
        return _but(facts, say("80% likely only by {day}", day=sure))
    return None


def _task_after_its_due(facts: _Facts) -> _Words | None:
    for item in facts.open_items:
        source, finish = item.source, item.expected.finish if item.expected else None
        if isinstance(source, Task) and source.due and finish and finish > source.due:
            name = work_name(source)
            return _but(facts, say("{task}, due {due}, is expected {day}", task=name, due=source.due, day=finish))
    for task in facts.plan.walk():
        if task.due and task.due < facts.today and task.id not in facts.measures.outcomes and facts.expected:
            return _but(facts, say("{task} was due {due}", task=work_name(task), due=task.due))
    return None


def _promise_after_need(facts: _Facts) -> _Words | None:
    for item in facts.open_items:
        hold = facts.holds.get(item.source.id if isinstance(item.source, Task) else item.source.key)
        need = item.remaining.start if item.remaining else None
        if hold and hold.promise and need and hold.until >= need:
            team, name = team_of(hold.promise), work_name(item.source)
            words = say("{task} waits for {team} until {day}", task=name, team=team, day=hold.until)
            return _but(facts, words)
    return None


def _after_planned(facts: _Facts) -> _Words | None:
    if facts.finish and not facts.due and facts.slip > 0:
        return _stop(_finish_expected(facts)), _brief_distance(facts)
    return None


def _high_risk(facts: _Facts) -> _Words | None:
    risk = max(facts.plan.open_risks, key=lambda risk: risk.score or 0, default=None)
    if risk is None or (risk.score or 0) < RISKY_SCORE:
        return None
    probability, impact = (_level(level) for level in (risk.probability, risk.impact))
    words = say("{risk} is {probability} × {impact}", risk=risk_name(risk), probability=probability, impact=impact)
    return _but(facts, words)


def _level(level: Level | None) -> Sentence:
    return Sentence(LEVEL_LABELS[level].english if level else "?")


def _stale(facts: _Facts) -> _Words | None:
    changed = last_change(facts.plan)
    if not facts.measures.stale or changed is None:
        return None
    days = (facts.today - changed).days
    return _but(facts, say_number(days, "nothing changed for {n} day", "nothing changed for {n} days"))


_DOUBTS = (_close_to_due, _not_sure, _task_after_its_due, _promise_after_need, _after_planned, _high_risk, _stale)


# What is as it should be


def _not_started(facts: _Facts) -> _Because | None:
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
    words = starts
    if ready:
        words = say_number(
            len(ready),
            "{starts} {names} is ready.",
            "{starts} {names} are ready.",
            starts=starts,
            names=names_of(ready),
        )
    return _Because(Verdict.NOT_STARTED, words, say("starts {start}", start=start))


def _without_forecast(facts: _Facts) -> _Because | None:
    if facts.finish:
        return None
    verdict = Verdict.IN_PROGRESS
    if facts.status is Status.NOT_STARTED:
        verdict = Verdict.NOT_STARTED
    elif facts.status is None:
        verdict = Verdict.NOT_TRACKED
    words, why = _done(facts), _why_no_forecast(facts)
    if facts.tasks_over:
        return _Because(verdict, say("{done}, but its status does not say so.", done=words), words)
    return _Because(verdict, say("{done}. {why}", done=words, why=why) if why else _stop(words), words)


def _why_no_forecast(facts: _Facts) -> Sentence | None:
    """What is missing for a forecast; `None` where nothing is left to be done."""
    schedule = facts.schedule
    if schedule is None or facts.tasks_over:
        return None
    if not schedule.duration_hours:
        return say("No task has an estimate, so there is no forecast.")
    if schedule.start is None:
        return say("The plan has no start date, so there is no forecast.")
    if facts.plan.derived_status is None:
        return say("Without boxes or states there is no forecast.")
    return None


def _on_track(facts: _Facts) -> _Because:
    return _Because(Verdict.ON_TRACK, _stop(_finish_expected(facts)), _brief_distance(facts))


_RULES: tuple[Callable[[_Facts], _Because | None], ...] = (
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
