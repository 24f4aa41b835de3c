from __future__ import annotations

import datetime as dt
import math
import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_plans import MONDAY, SATURDAY, calendars, days, est, phase, plan, plans, task

from mkdocs_planplugin.model import NO_ESTIMATE, Calendar, Estimate, Phase, Plan, State
from mkdocs_planplugin.schedule import Axis, LeftOut, schedule
from mkdocs_planplugin.schedule.durations import mean_minutes
from mkdocs_planplugin.schedule.network import Network, closing_edges

TODAY = MONDAY + dt.timedelta(2)


def scheduled(*phases, calendar=None, **rest):
    return schedule(plan(*phases, **rest), calendar or Calendar(), TODAY)


def hours_of(result):
    """Start and finish of every item, in hours."""
    return {item.id: (item.early_start_hours, item.early_finish_hours) for item in result.items}


def days_of(result):
    """Start and finish of every item, as days of January."""
    return {item.id: (item.start.day, item.finish.day) for item in result.items}


def waits_of(result):
    return {item.id: item.depends_on for item in result.items}


# Durations


@pytest.mark.parametrize(
    ("estimate", "minutes"),
    [
        (est(8), 480),
        (est(0), 0),
        (est(16, 24), 1200),
        (est(4, 16, likely=7), 480),  # (4 + 28 + 16) / 6 = 8 hours
        (est(1, 2, likely=1), 70),  # 7 / 6 hours
        (est(0, 1 / 60), 1),  # half a minute is rounded up
        (est(1 / 60, 2 / 60), 2),
        (est(2, 2 + 1 / 60), 121),
        (Estimate("XL"), None),
        (NO_ESTIMATE, None),
        (est(math.inf), None),
        (est(math.nan), None),
        (est(-1, 3), None),
        (est(1e300), None),
    ],
)
def test_mean(estimate, minutes):
    """A range counts with its middle, three points with the PERT mean, rounded half up to the minute; what is no
    length of time has none."""
    assert mean_minutes(estimate) == minutes


def test_phase_estimate_is_shared():
    """Tasks without an estimate share, equally, what their phase's estimate leaves after the estimated ones."""
    result = scheduled(phase(1, task("1.1", 4), task("1.2"), task("1.3"), hours=24))
    assert hours_of(result) == {"1.1": (0, 4), "1.2": (4, 14), "1.3": (14, 24)}
    assert "Tasks without an estimate share what the estimate of their phase leaves: Task 1.2, Task 1.3." in (
        result.assumptions
    )


def test_phase_estimate_used_up():
    """Where the estimated tasks use a phase's estimate up, the others take no time, and never less."""
    assert hours_of(scheduled(phase(1, task("1.1", 30), task("1.2"), hours=24))) == {"1.1": (0, 30), "1.2": (30, 30)}


def test_shares_are_whole_minutes():
    """A share is rounded half up to the minute."""
    result = scheduled(phase(1, *(task(f"1.{n}") for n in range(7)), hours=8))
    assert {item.duration_hours * 60 for item in result.items} == {69}  # 480 / 7 = 68.57


def test_no_estimate_at_all():
    """In a phase without an estimate, tasks without one take no time, and the reader is told which."""
    result = scheduled(phase(1, task("1.1"), task("1.2", 8), task("L7", line=7)))
    assert hours_of(result) == {"1.1": (0, 0), "1.2": (0, 8), "L7": (8, 8)}
    assert "Tasks that nobody estimated take no time: Task 1.1, “Do L7”." in result.assumptions


def test_parent_takes_the_sum_of_its_leaves():
    """A parent without an estimate takes the sum of its leaves when each has one; otherwise it has none."""
    parts = (task("1.1.1", 3), task("1.1.2", 5), task("1.1.3", state=State.CANCELLED))
    whole = replace(task("1.1"), subtasks=parts)
    gap = replace(task("1.2"), subtasks=(task("1.2.1", 3), task("1.2.2")))
    own = replace(task("1.3", 6), subtasks=parts)
    assert hours_of(scheduled(phase(1, whole, gap, own))) == {"1.1": (0, 8), "1.2": (8, 8), "1.3": (8, 14)}


def test_cancelled_keeps_its_place():
    """A cancelled task keeps its place in the chain, takes no time and has no share in its phase's estimate."""
    dead = task("1.2", 40, state=State.CANCELLED)
    result = scheduled(phase(1, task("1.1", 8), dead, task("1.3"), hours=12))
    assert hours_of(result) == {"1.1": (0, 8), "1.2": (8, 8), "1.3": (8, 12)}
    assert waits_of(result) == {"1.1": (), "1.2": ("1.1",), "1.3": ("1.2",)}
    assert "Cancelled tasks take no time: Task 1.2." in result.assumptions


def test_done_work_counts_as_estimated():
    """The plan's schedule is as if nothing had been done."""
    assert hours_of(scheduled(phase(1, task("1.1", 8, state=State.DONE), task("1.2", 8)))) == {
        "1.1": (0, 8),
        "1.2": (8, 16),
    }


# Dependencies


def test_order_as_written():
    """A task that says nothing waits for the task before it in its phase, and the reader is told."""
    result = scheduled(phase(1, task("1.1", 8), task("1.2", 8)))
    assert hours_of(result) == {"1.1": (0, 8), "1.2": (8, 16)}
    assert result.assumptions == ("Tasks that name nothing they wait for follow the task before them: Task 1.2.",)


def test_parallel_branches():
    """A fork and a join: what waits for several tasks starts after the last of them."""
    result = scheduled(
        phase(1, task("a", 8), task("b", 16, "a"), task("c", 24, "a"), task("d", 8, "b", "c")),
    )
    assert hours_of(result) == {"a": (0, 8), "b": (8, 24), "c": (8, 32), "d": (32, 40)}
    assert waits_of(result) == {"a": (), "b": ("a",), "c": ("a",), "d": ("b", "c")}
    assert days_of(result) == {"a": (12, 12), "b": (13, 14), "c": (13, 15), "d": (16, 16)}


def test_none_waits_for_the_phase_only():
    """A task that depends on nothing, and one marked parallel that says nothing, wait for nothing but their phase."""
    result = scheduled(
        phase(1, task("1.1", 8)),
        phase(
            2, task("2.1", 8), task("2.2", 8, depends_on_nothing=True), task("2.3", 4, parallel=True), task("2.4", 1)
        ),
    )
    assert hours_of(result) == {"1.1": (0, 8), "2.1": (8, 16), "2.2": (8, 16), "2.3": (8, 12), "2.4": (12, 13)}
    assert waits_of(result) == {"1.1": (), "2.1": ("1.1",), "2.2": ("1.1",), "2.3": ("1.1",), "2.4": ("2.3",)}


def test_parallel_task_keeps_what_it_states():
    """A task marked parallel still waits for what it names."""
    assert waits_of(scheduled(phase(1, task("1.1", 8), task("1.2", 8, "1.1", parallel=True))))["1.2"] == ("1.1",)


def test_phases_in_sequence():
    """A phase that says nothing waits for the phase before it: for the tasks that end it."""
    result = scheduled(
        phase(1, task("1.1", 8), task("1.2", 8, "1.1"), task("1.3", 4, "1.1")),
        phase(2, task("2.1", 8), task("2.2", 8)),
    )
    assert hours_of(result)["2.1"] == (16, 24)
    assert waits_of(result)["2.1"] == ("1.2", "1.3")
    assert waits_of(result)["2.2"] == ("2.1",)
    assert [(span.start_hours, span.finish_hours, span.depends_on) for span in result.phases] == [
        (0, 16, ()),
        (16, 32, ("phase:1",)),
    ]
    assert "Phases that name nothing they wait for follow the phase before them: Phase 2." in result.assumptions


def test_stated_phase_dependencies():
    """A phase waits for what it or its row of the Timeline Summary states: other phases, tasks, or nothing."""
    result = scheduled(
        phase(1, task("1.1", 8), task("1.2", 8)),
        phase(2, task("2.1", 8), depends_on=["1.1"]),
        phase(3, task("3.1", 8), depends_on=[]),
        phase(4, task("4.1", 8), depends_on=["phase:1", "phase:3"]),
    )
    assert hours_of(result) == {"1.1": (0, 8), "1.2": (8, 16), "2.1": (8, 16), "3.1": (0, 8), "4.1": (16, 24)}
    assert waits_of(result)["4.1"] == ("1.2", "3.1")
    assert [span.depends_on for span in result.phases] == [(), ("1.1",), (), ("phase:1", "phase:3")]


def test_task_that_names_a_phase():
    """A task that names a phase waits for the finish of that phase, beside what its own phase waits for."""
    result = scheduled(
        phase(1, task("1.1", 8)),
        phase(2, task("2.1", 24)),
        phase(3, task("3.1", 8, "phase:2"), task("3.2", 8, "1.1"), depends_on=["phase:1"]),
    )
    assert hours_of(result) == {"1.1": (0, 8), "2.1": (8, 32), "3.1": (32, 40), "3.2": (8, 16)}
    assert waits_of(result)["3.1"] == ("1.1", "2.1")


def test_block():
    """A phase with an estimate and no tasks is one block: it waits and is waited for under `P` and its number."""
    result = scheduled(phase(1, task("1.1", 8)), phase(2, hours=16), phase(3, task("3.1", 8, "phase:2")))
    assert hours_of(result) == {"1.1": (0, 8), "P2": (8, 24), "3.1": (24, 32)}
    assert waits_of(result) == {"1.1": (), "P2": ("1.1",), "3.1": ("P2",)}
    assert [(item.kind, item.phase, item.phase_key) for item in result.items] == [
        ("task", "1", "phase:1"),
        ("phase", "2", "phase:2"),
        ("task", "3", "phase:3"),
    ]


def test_block_ids_are_unique():
    """A block's id gives way to a task's; without a number it has its line."""
    result = scheduled(
        phase(1, hours=8, line=5), replace(phase(2, hours=8, line=9), number=None), tasks=(task("P1", 1),)
    )
    assert [item.id for item in result.items] == ["P1@L5", "PL9", "P1"]


def test_empty_phase_passes_the_wait_on():
    """A phase without tasks and estimate is a milestone of no length: the chain holds through it."""
    result = scheduled(phase(1, task("1.1", 8)), phase(2), phase(3), phase(4, task("4.1", 8)), phase(5))
    assert hours_of(result) == {"1.1": (0, 8), "4.1": (8, 16)}
    assert waits_of(result)["4.1"] == ("1.1",)
    assert [(span.start_hours, span.finish_hours, span.items) for span in result.phases[1:3]] == [(8, 8, ())] * 2
    assert "Phases without tasks and without an estimate take no time: Phase 2, Phase 3, Phase 5." in result.assumptions


def test_unknown_references():
    """A task or phase whose references are all unknown follows the order as written, and is listed; beside a known
    one, an unknown one only is listed."""
    result = scheduled(
        phase(1, task("1.1", 8), task("1.2", 8, depends_on_unresolved=("Task 9",)), task("1.3", 8, "1.1", "8.8")),
        replace(phase(2, task("2.1", 8)), dependencies="Phase 7", depends_on_unresolved=("Phase 7",)),
    )
    assert hours_of(result) == {"1.1": (0, 8), "1.2": (8, 16), "1.3": (8, 16), "2.1": (16, 24)}
    assert "Task 1.2 names what is not in this plan (Task 9): that is not waited for." in result.assumptions
    assert "Task 1.3 names what is not in this plan (8.8): that is not waited for." in result.assumptions
    assert "Phase 2 names what is not in this plan (Phase 7): that is not waited for." in result.assumptions


def test_words_without_a_reference():
    """A task with words that name nothing follows the task before it."""
    assert waits_of(scheduled(phase(1, task("1.1", 8), task("1.2", 8, dependencies="a good day"))))["1.2"] == ("1.1",)


def test_loose_tasks():
    """Tasks outside any phase are a chain of their own, which waits for no phase and has no summary."""
    result = scheduled(phase(1, task("1.1", 8)), tasks=(task("L8", 4), task("L9", 4), task("L10", 4, "1.1")))
    assert hours_of(result) == {"1.1": (0, 8), "L8": (0, 4), "L9": (4, 8), "L10": (8, 12)}
    assert [item.id for item in result.loose_items] == ["L8", "L9", "L10"]
    assert len(result.phases) == 1


def test_references_to_and_from_subtasks():
    """Who waits for a sub-task waits for its whole task, and what a sub-task waits for its whole task waits for;
    references inside one task hold nothing back."""
    whole = replace(task("1.1", 8), subtasks=(task("1.1.1"), task("1.1.2", None, "1.1.1", "1.4")))
    result = scheduled(
        phase(1, whole, task("1.2", 8, "1.1.1"), task("1.3", 8, depends_on_nothing=True), task("1.4", 8, "1.3"))
    )
    assert waits_of(result) == {"1.1": ("1.4",), "1.2": ("1.1",), "1.3": (), "1.4": ("1.3",)}
    assert "A sub-task counts as finished when its whole task is, for those that wait for it: Task 1.2." in (
        result.assumptions
    )
    assert "What a sub-task waits for, its whole task waits for: Task 1.1.2." in result.assumptions


# Cycles


def test_cycle():
    """The reference that closes a cycle, in the order of the text, is left out; the rest holds."""
    result = scheduled(
        phase(1, task("1.1", 8, "1.3"), task("1.2", 8, "1.1"), task("1.3", 8, "1.2", line=9), task("1.4", 8))
    )
    assert waits_of(result) == {"1.1": ("1.3",), "1.2": ("1.1",), "1.3": (), "1.4": ("1.3",)}
    assert hours_of(result) == {"1.1": (8, 16), "1.2": (16, 24), "1.3": (0, 8), "1.4": (8, 16)}
    assert result.left_out == (LeftOut("1.3", "1.2", 9),)
    assert "Task 1.3 names Task 1.2, which waits for it in turn: that is left out." in result.assumptions


def test_reference_to_itself():
    """A task that names itself, and one that names its own phase, do not wait for that."""
    result = scheduled(phase(1, task("1.1", 8, "1.1"), task("1.2", 8, "phase:1")))
    assert hours_of(result) == {"1.1": (0, 8), "1.2": (0, 8)}
    assert result.left_out == (LeftOut("1.1", "1.1", 1), LeftOut("1.2", "phase:1", 1))
    assert "Task 1.1 names itself: that is left out." in result.assumptions


def test_phases_in_a_circle():
    """Of phases that wait for one another, the last reference in the text is left out."""
    result = scheduled(
        phase(1, task("1.1", 8), depends_on=["phase:2"]), phase(2, task("2.1", 8), depends_on=["phase:1"], line=30)
    )
    assert hours_of(result) == {"1.1": (8, 16), "2.1": (0, 8)}
    assert result.left_out == (LeftOut("phase:2", "phase:1", 30),)


def test_statement_overrules_assumption():
    """What is written holds against the order as written, and no cycle is reported for that."""
    result = scheduled(
        phase(1, task("1.1", 8, "1.3"), task("1.2", 8), task("1.3", 8, "1.2")), phase(2, task("2.1", 8, "1.1"))
    )
    assert hours_of(result) == {"1.1": (16, 24), "1.2": (0, 8), "1.3": (8, 16), "2.1": (24, 32)}
    assert result.left_out == ()
    assert "Task 1.2 does not follow Task 1.1, which waits for it." in result.assumptions


def test_subtasks_in_a_circle_are_no_cycle():
    """Tasks that wait for one another only through sub-tasks are cut like a cycle, but not reported as one."""
    one = replace(task("1", 8), subtasks=(task("1.1"), task("1.2", None, "2.1")))
    two = replace(task("2", 8), subtasks=(task("2.1"), task("2.2", None, "1.1")))
    result = scheduled(phase(1, one, two))
    assert waits_of(result) == {"1": ("2",), "2": ()}
    assert result.left_out == ()


@given(
    st.integers(1, 8).flatmap(
        lambda size: st.tuples(
            st.just(size), st.lists(st.tuples(st.integers(0, size - 1), st.integers(0, size - 1)), max_size=20)
        )
    )
)
def test_closing_edges(case):
    """An edge closes a cycle when the edges kept before it lead back; with the rest a network is in order."""
    size, edges = case
    kept, closing = [], set()
    for index, (first, second) in enumerate(edges):
        reached = {second}
        for _ in range(size):
            reached |= {after for before, after in kept if before in reached}
        if first in reached:
            closing.add(index)
        else:
            kept.append((first, second))
    assert closing_edges(size, edges) == closing
    order = list(Network.of([0] * size, [0] * size, kept).order)
    assert sorted(order) == list(range(size))
    assert all(order.index(first) < order.index(second) for first, second in kept)


# The calendar


def test_weekend():
    """Work goes on after the weekend: hour h lies on working day floor(h / 8), a finish on ceil(h / 8) - 1."""
    result = scheduled(phase(1, task("1.1", 36), task("1.2", 8), task("1.3", 4)), start=MONDAY)
    assert days_of(result) == {"1.1": (12, 16), "1.2": (16, 19), "1.3": (19, 19)}
    assert (result.start.day, result.finish.day, result.finish_day, result.duration_hours) == (12, 19, 6, 48)


def test_start_on_a_saturday():
    """A start on a day off moves to the next working day, and the reader is told."""
    result = scheduled(phase(1, task("1.1", 8)), start=SATURDAY)
    assert days_of(result) == {"1.1": (12, 12)}
    assert "2026-01-10 is no working day: work starts on 2026-01-12." in result.assumptions


def test_created_stands_in_for_start():
    """Without a start the plan starts on the day it was created, and the reader is told."""
    result = scheduled(phase(1, task("1.1", 8)), start=None, created=MONDAY)
    assert result.start == MONDAY
    assert "The plan has no start date: it starts on the day it was created, 2026-01-12." in result.assumptions


def test_holidays():
    """Holidays hold no work, wherever they fall; a start on one moves on."""
    calendar = Calendar(holidays=frozenset(dt.date(2026, 1, day) for day in (12, 15, 17, 19)))
    result = scheduled(phase(1, task("1.1", 24), task("1.2", 16)), calendar=calendar)
    assert days_of(result) == {"1.1": (13, 16), "1.2": (20, 21)}


def test_other_working_days():
    """Working days and hours a day are the calendar's: a short week from Sunday to Tuesday."""
    calendar = Calendar(hours_per_day=6, working_days=frozenset({6, 0, 1}))
    result = scheduled(phase(1, task("1.1", 12), task("1.2", 6)), calendar=calendar)
    assert days_of(result) == {"1.1": (12, 13), "1.2": (18, 18)}


def test_milestones():
    """What takes no time lies on the day on which it starts, and is not finished before it."""
    result = scheduled(phase(1, task("1.1", 0), task("1.2", 4), task("1.3", 0), task("1.4", 4), task("1.5", 0)))
    assert days_of(result) == {"1.1": (12, 12), "1.2": (12, 12), "1.3": (12, 12), "1.4": (12, 12), "1.5": (13, 13)}
    assert result.finish == MONDAY


def test_no_dates():
    """Without a start date the axis counts days from 1, and nothing has a date."""
    result = scheduled(phase(1, task("1.1", 12, start=MONDAY), task("1.2", 8)), start=None)
    assert [(item.start_day, item.finish_day, item.start, item.finish) for item in result.items] == [
        (1, 2, None, None),
        (2, 3, None, None),
    ]
    assert (result.start, result.finish, result.finish_day, result.today_hours) == (None, None, 3, None)
    assert result.assumptions[:2] == (
        "The plan has no start date: its days are counted, from day 1.",
        "Without a start date of the plan, a task's own start date cannot be kept: Task 1.1.",
    )


def test_not_before():
    """A task's own start date is the earliest it starts; one before the plan's changes nothing, and a due date never
    moves anything."""
    late, early = dt.date(2026, 1, 17), dt.date(2026, 1, 1)
    result = scheduled(phase(1, task("1.1", 8, start=early), task("1.2", 8, start=late), task("1.3", 8, due=early)))
    assert days_of(result) == {"1.1": (12, 12), "1.2": (19, 19), "1.3": (20, 20)}
    assert hours_of(result)["1.2"] == (40, 48)
    assert waits_of(result)["1.2"] == ("1.1",)


def test_today():
    """Today has its place on the axis: the hour at which it begins, or the next working day; none before the start."""
    axis = Axis.of(Calendar(holidays=frozenset({dt.date(2026, 1, 14)})), MONDAY)
    places = [axis.hours_at(dt.date(2026, 1, day)) for day in (11, 12, 13, 14, 15, 17, 18, 19)]
    assert places == [None, 0, 8, 16, 16, 32, 32, 32]
    assert scheduled(phase(1, task("1.1", 8))).today_hours == 16


def test_end_of_time():
    """Past the last year of the calendar there are days, but no dates."""
    result = scheduled(phase(1, task("1.1", 9_000_000), task("1.2", 9_000_000)))
    assert result.items[0].start == MONDAY
    assert result.finish is None
    assert result.finish_day == 18_000_000 / 8
    assert (
        scheduled(phase(1, task("1.1", 8)), start=dt.date.max, calendar=Calendar(working_days=frozenset({0}))).start
        is None
    )


@given(calendars, days, st.integers(0, 60))
def test_axis_walks_the_calendar(calendar, start, number):
    """Working day n is the n-th day, from the start on, that is neither off nor a holiday; and its morning lies n full
    days after the start."""
    axis = Axis.of(calendar, start)
    free_until = start + dt.timedelta(min(800, (dt.date.max - start).days))
    walked = (start + dt.timedelta(step) for step in range((free_until - start).days + 1))
    working = [day for day in walked if day.weekday() in calendar.working_days and day not in calendar.holidays]
    day = axis.date(number)
    assert day == (working[number] if number < len(working) else None)
    if day:
        assert axis.hours_at(day) == number * axis.hours_per_day


# What there is to place


def test_nothing_to_place():
    """Without tasks and phases, and for a template that estimates nothing, there is no schedule."""
    blank = phase(1, task("1.1"))
    assert scheduled() is None
    assert scheduled(blank, is_template=True) is None
    assert scheduled(blank).duration_hours == 0
    assert "This is a template: its times are examples." in scheduled(phase(1, hours=8), is_template=True).assumptions


def test_ranges_are_told():
    """The reader is told when a range or three points were turned into one number."""
    result = scheduled(phase(1, task("1.1", est(4, 8)), task("1.2", est(1, 3, likely=2))))
    assert hours_of(result) == {"1.1": (0, 6), "1.2": (6, 8)}
    assert result.assumptions[:2] == (
        "An estimate that is a range counts with its middle.",
        "An estimate of three points counts with (optimistic + 4 × likely + pessimistic) / 6.",
    )


def test_long_lists_are_cut():
    """A sentence names no more than one reads, and says how many more there are."""
    sentence = scheduled(phase(1, *(task(f"{n}") for n in range(20)))).assumptions[0]
    assert sentence.endswith("Task 10, Task 11 and 8 more.")


# Properties


@given(plans(), calendars)
def test_schedule_of_any_plan(plan, calendar):
    """Any plan, even one that says everything twice, has a schedule or none, always the same one; and none only where
    there is nothing to place."""
    result = schedule(plan, calendar, TODAY)
    assert result == schedule(plan, calendar, TODAY)
    if not plan.is_template:
        assert (result is None) == (not plan.phases and not plan.tasks)
    twice = replace(plan, phases=plan.phases * 2, tasks=plan.tasks * 2)
    assert (schedule(twice, calendar, TODAY) is None) == (result is None)


@given(plans(), calendars)
def test_dependencies_hold(plan, calendar):
    """Everything starts exactly when the last thing it waits for is finished, or on its own start date."""
    result = schedule(plan, calendar, TODAY)
    items = {item.id: item for item in result.items} if result else {}
    for item in items.values():
        waited = max((items[name].early_finish_hours for name in item.depends_on), default=0)
        own = item.source.start if not isinstance(item.source, Phase) else None
        placed = (own and result.axis.hours_at(own)) or 0
        assert item.early_start_hours >= max(waited, placed) - 1e-9
        if not any(task.start for task in plan.walk()):
            assert item.early_start_hours == waited
        assert item.early_finish_hours == pytest.approx(item.early_start_hours + item.duration_hours)
        assert item.early_finish_hours <= result.duration_hours


@given(plans(), calendars)
def test_no_work_on_a_day_off(plan, calendar):
    """Nothing starts or ends on a day off, and nothing ends before it starts."""
    result = schedule(plan, calendar, TODAY)
    for part in (*result.items, *result.phases) if result else ():
        assert part.start_day <= part.finish_day
        for day in (part.start, part.finish):
            assert day is None or (day.weekday() in calendar.working_days and day not in calendar.holidays)


@given(plans())
def test_statements_hold(plan):
    """What a task or phase states is kept, but for what is left out and said to be."""
    result = schedule(plan, Calendar(), TODAY)
    finish = {item.id: item.early_finish_hours for item in result.items} if result else {}
    finish |= {span.phase.key: span.finish_hours for span in result.phases} if result else {}
    left_out = {(each.waiting, each.waits_for) for each in result.left_out} if result else set()
    for item in result.items if result else ():
        if item.kind == "task":
            for name in item.source.depends_on:
                assert (item.id, name) in left_out or item.early_start_hours >= finish.get(name, 0)


@given(plans(), st.randoms())
def test_order_of_references(plan, random):
    """In which order a task names what it waits for makes no difference, as long as nothing is left out."""

    def shuffled(task):
        return replace(task, depends_on=tuple(random.sample(task.depends_on, len(task.depends_on))))

    mixed = replace(
        plan,
        phases=tuple(replace(phase, tasks=tuple(map(shuffled, phase.tasks))) for phase in plan.phases),
        tasks=tuple(map(shuffled, plan.tasks)),
    )
    one, other = (schedule(each, Calendar(), TODAY) for each in (plan, mixed))
    if one and not any("left out" in sentence for sentence in one.assumptions):
        assert hours_of(one) == hours_of(other)
        assert waits_of(one) == waits_of(other)


@pytest.mark.parametrize(
    "large",
    [
        Plan("chain", 1, tasks=tuple(task(f"{n}", 1) for n in range(5000))),
        Plan("ring", 1, tasks=tuple(task(f"{n}", 1, f"{(n + 1) % 5000}") for n in range(5000))),
        plan(*(phase(p, *(task(f"{p}.{n}", 1, depends_on_nothing=True) for n in range(2500))) for p in range(2))),
        plan(*(phase(p, *(task(f"{p}.{n}", 1, "phase:49") for n in range(100))) for p in range(50))),
        plan(*(phase(p) for p in range(5000))),
    ],
    ids=["chain", "ring", "all-parallel", "all-wait-for-the-last-phase", "empty-phases"],
)
def test_large_plans(large):
    """Five thousand tasks, however they wait for each other, take a fraction of a second (here with room to spare)."""
    began = time.process_time()
    assert schedule(large, Calendar(), TODAY)
    assert time.process_time() - began < 3
