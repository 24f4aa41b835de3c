# Clauses that several rules need.
"""Sentences about progress, and about the expected finish in comparison with the due day or the planned finish."""

from __future__ import annotations

import datetime as dt

from mkdocs_planplugin.catalog import Sentence, is_done, say, say_number

from .facts import Facts


def _after_due(facts: Facts) -> Sentence:
    """The expected finish in comparison with the due day."""
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


def distance(facts: Facts) -> Sentence:
    """The expected finish in comparison with the due day, or without one with the planned finish."""
    if facts.due:
        return _after_due(facts)
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


def brief_distance(facts: Facts) -> Sentence:
    """The same without naming the day, for a table that shows it."""
    if facts.due:
        return _brief_after_due(facts, facts.due)
    days = facts.slip
    if not days:
        return say("as planned")
    if days > 0:
        return say_number(days, "{n} working day after the plan", "{n} working days after the plan")
    return say_number(-days, "{n} working day before the plan", "{n} working days before the plan")


def _brief_after_due(facts: Facts, due: dt.date) -> Sentence:
    days = facts.days_after_due
    if days > 0:
        return say_number(days, "{n} working day after it is due", "{n} working days after it is due")
    if facts.finish == due:
        return say("on the day it is due")
    if facts.finish and facts.finish > due:
        return say("after it is due")
    if not days:
        return say("no working day left before it is due")
    return say_number(-days, "{n} working day before it is due", "{n} working days before it is due")


def finish_expected(facts: Facts) -> Sentence:
    """`Finish expected 13 Feb`, without a full stop."""
    finish = facts.finish or dt.date.max
    if facts.schedule and facts.schedule.waits_without_day:
        return say("Finish {finish} at the earliest", finish=finish)
    return say("Finish expected {finish}", finish=finish)


def expected_finish(facts: Facts) -> Sentence:
    """`Finish expected 13 Feb, as planned`, without a full stop."""
    return say("{finish}, {distance}", finish=finish_expected(facts), distance=distance(facts))


def as_sentence(clause: Sentence) -> Sentence:
    """A clause with a full stop."""
    return say("{clause}.", clause=clause)


def how_much_is_done(facts: Facts) -> Sentence:
    """`3 of 8 tasks are done`, without a full stop; also how many are in no counter."""
    if not facts.counts:
        return say("Progress is not tracked")
    tasks, phases = facts.measures.progress.tasks, facts.measures.progress.phases
    if facts.all_cancelled:
        return say_number(tasks.cancelled, "{n} task cancelled, none left", "{n} tasks cancelled, none left")
    counted = tasks if tasks.total else phases
    done = is_done(facts.done_words, counted.done, counted.total)
    if not (tasks.total and tasks.untracked):
        return done
    return say_number(tasks.untracked, "{done}, {n} is not tracked", "{done}, {n} are not tracked", done=done)
