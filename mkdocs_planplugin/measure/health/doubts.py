# What puts a plan at risk that is not late. The rules are asked in their order; the first that holds gives the reason.
"""Why a plan is at risk."""

from __future__ import annotations

import datetime as dt

from mkdocs_planplugin.catalog import (
    LEVEL_LABELS,
    RISKY_SCORE,
    SPARE_DAYS,
    Sentence,
    names_of,
    plan_name,
    risk_name,
    say,
    say_number,
    team_of,
    work_name,
)
from mkdocs_planplugin.model import WITHOUT_DAY, Phase, Task

from .causes import are_blocked
from .distances import as_sentence, brief_distance, expected_finish, how_much_is_done
from .facts import Facts

# A sentence, and the same in a few words.
Reason = tuple[Sentence, Sentence]


def why_at_risk(facts: Facts) -> Reason | None:
    """The first reason why a plan that is not late is at risk; `None` if there is none."""
    return next((reason for doubt in _DOUBTS if (reason := doubt(facts))), None)


def _expected_but(facts: Facts, doubt: Sentence) -> Reason:
    """The expected finish, and the doubt about it."""
    stands = expected_finish(facts) if facts.finish else how_much_is_done(facts)
    return say("{stands}; but {doubt}.", stands=stands, doubt=doubt), doubt


def _close_to_due(facts: Facts) -> Reason | None:
    if facts.finish and facts.due and facts.days_after_due > -SPARE_DAYS:
        return as_sentence(expected_finish(facts)), brief_distance(facts)
    return None


def _not_sure(facts: Facts) -> Reason | None:
    sure = facts.expected.finish_p80 if facts.expected else None
    if sure and facts.due and sure > facts.due:
        return _expected_but(facts, say("80% likely only by {day}", day=sure))
    return None


def work_after_its_due(facts: Facts) -> Sentence | None:
    """The first task or phase that is expected after the day on which it is due, else the first task that was due
    before today; `None` if there is none."""
    schedule = facts.schedule
    late: list[tuple[Task | Phase, dt.date]] = [
        (item.source, item.expected.finish)
        for item in facts.open_items
        if item.is_missed and item.expected and item.expected.finish
    ]
    late += [
        (span.phase, span.tracking.expected_finish)
        for span in (schedule.phases if schedule else ())
        if span.is_missed and span.tracking.expected_finish
    ]
    for work, finish in late[:1]:
        name, due = work_name(work), work.due or finish
        return say("{task}, due {due}, is expected {day}", task=name, due=due, day=finish)
    for task in facts.plan.walk():
        if task.due and task.due < facts.today and task.id not in facts.measures.outcomes and facts.expected:
            return say("{task} was due {due}", task=work_name(task), due=task.due)
    return None


def _work_is_late(facts: Facts) -> Reason | None:
    late = work_after_its_due(facts)
    return _expected_but(facts, late) if late else None


def _promise_after_need(facts: Facts) -> Reason | None:
    for item in facts.open_items:
        hold = facts.hold_of(item)
        needed = item.remaining.start if item.remaining else None
        if hold and hold.promise and needed and hold.until >= needed:
            team, name = team_of(hold.promise), work_name(item.source)
            words = say("{task} waits for {team} until {day}", task=name, team=team, day=hold.until)
            return _expected_but(facts, words)
    return None


def _waits_without_day(facts: Facts) -> Reason | None:
    """Blocked, or behind another plan, and nobody knows until when: the finish can only be later."""
    omissions = [o for o in (facts.schedule.not_counted if facts.schedule else ()) if o.kind in WITHOUT_DAY]
    if blocked := [work for omission in omissions if not omission.plan for work in omission.works]:
        return _expected_but(facts, are_blocked(blocked))
    for behind in omissions:
        if behind.plan:
            names, plan = names_of(behind.works), plan_name(behind.plan)
            words = say("{names} waits for {plan}, and nobody knows until when", names=names, plan=plan)
            return _expected_but(facts, words)
    return None


def _after_planned(facts: Facts) -> Reason | None:
    if facts.finish and not facts.due and facts.slip > 0:
        return as_sentence(expected_finish(facts)), brief_distance(facts)
    return None


def _high_risk(facts: Facts) -> Reason | None:
    risk = max(facts.plan.open_risks, key=lambda risk: risk.score or 0, default=None)
    if risk is None or (risk.score or 0) < RISKY_SCORE:
        return None
    levels = (risk.probability, risk.impact)
    probability, impact = (Sentence(LEVEL_LABELS[level].english if level else "?") for level in levels)
    words = say("{risk} is {probability} × {impact}", risk=risk_name(risk), probability=probability, impact=impact)
    return _expected_but(facts, words)


def _stale(facts: Facts) -> Reason | None:
    changed = facts.measures.last_change
    if not facts.measures.stale or changed is None:
        return None
    if facts.measures.changed_in_git:
        return _expected_but(facts, say("no change since {day} (git)", day=changed))
    days = (facts.today - changed).days
    return _expected_but(facts, say_number(days, "nothing changed for {n} day", "nothing changed for {n} days"))


_DOUBTS = (
    _close_to_due,
    _not_sure,
    _work_is_late,
    _promise_after_need,
    _waits_without_day,
    _after_planned,
    _high_risk,
    _stale,
)
