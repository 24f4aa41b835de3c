"""What holds for every schedule, and what there is to schedule."""

from __future__ import annotations

import datetime as dt

import pytest
from effort import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from made_plans import MONDAY, calendars, days, est, near_days, phase, plan, plans, task, work_plans
from msgspec.structs import replace
from schedules import TODAY, hours_of, scheduled, sentences_of, waits_of
from speed import takes_less_than

from mkdocs_planplugin.model import NO_ESTIMATE, Calendar, Plan, State, Status
from mkdocs_planplugin.schedule import schedule


def test_nothing_to_place():
    """Without tasks and phases, and for a template that estimates nothing, there is no schedule."""
    blank = phase(1, task("1.1"))
    assert scheduled() is None
    assert scheduled(blank, is_template=True) is None
    assert scheduled(blank).duration_hours == 0
    assert "This is a template: its times are examples." in sentences_of(scheduled(phase(1, hours=8), is_template=True))
    assert scheduled(phase(1, task("1.1", 8)), is_template=True).duration_hours == 8


def test_ranges_are_told():
    """The reader is told when a range or three points were turned into one number."""
    result = scheduled(phase(1, task("1.1", est(4, 8)), task("1.2", est(1, 3, likely=2))))
    assert hours_of(result) == {"1.1": (0, 6), "1.2": (6, 8)}
    assert sentences_of(result)[:2] == (
        "An estimate that is a range counts with its middle.",
        "An estimate of three points counts with (optimistic + 4 × likely + pessimistic) / 6.",
    )


def test_long_lists_are_cut():
    """A sentence names no more than one reads, and says how many more there are."""
    twelve, twenty = (scheduled(phase(1, *(task(f"{n}") for n in range(count)))) for count in (12, 20))
    assert sentences_of(twelve)[0].endswith("Task 10, Task 11.")
    assert sentences_of(twenty)[0].endswith("Task 10, Task 11 and 8 more.")


@given(plans(), calendars, days)
def test_any_plan(plan, calendar, today):
    """Any plan, even one that says everything twice, has a schedule or none, always the same one; and none only where
    there is nothing to place."""
    result = schedule(plan, calendar, today)
    assert result == schedule(plan, calendar, today)
    if not plan.is_template:
        assert (result is None) == (not plan.phases and not plan.tasks)
    twice = replace(plan, phases=plan.phases * 2, tasks=plan.tasks * 2)
    assert (schedule(twice, calendar, today) is None) == (result is None)


@given(work_plans(), calendars, near_days)
@settings(max_examples=examples(200))
def test_every_schedule(plan, calendar, today):
    """Nothing starts or ends on a day off or ends before it starts, durations add up, slack is never negative, free
    slack never more than total, nothing that is left lies in the past, and percents are shares."""
    result = schedule(plan, calendar, today)
    if result is None:
        return
    for part in (*result.items, *result.phases, *(item.remaining for item in result.items if item.remaining)):
        assert part.start_day <= part.finish_day
        for day in (part.start, part.finish):
            assert day is None or (day.weekday() in calendar.working_days and day not in calendar.holidays)
    for item in result.items:
        # To a thousandth of a minute: beside 75 million hours (the year 9999) a float holds no finer difference.
        assert abs(60 * (item.early_finish_hours - item.early_start_hours - item.duration_hours)) < 0.001
        assert abs(60 * (item.late_finish_hours - item.late_start_hours - item.duration_hours)) < 0.001
        assert 0 <= item.free_slack_hours <= item.slack_hours
        assert item.best_hours <= item.duration_hours + 1 / 60
        assert item.worst_hours >= item.duration_hours - 1 / 60
        if item.remaining and result.axis.hours_at(today) is not None:
            assert item.remaining.start_hours >= result.axis.hours_at(today)
            assert item.remaining.start is None or item.remaining.start >= today
    for tracking in (result.tracking, *(span.tracking for span in result.phases)):
        for percent in (tracking.planned_percent, tracking.actual_percent):
            assert percent is None or 0 <= percent <= 100
    if result.forecast and result.forecast.finish:
        assert result.forecast.finish >= max(today, result.start)
        assert result.forecast.finish <= (result.forecast.finish_p80 or dt.date.max)


@given(work_plans(), calendars)
def test_untouched_plan(made, calendar):
    """On the day it starts, the forecast of a plan in which nothing has been done is the plan. Only what it waits for
    outside of it can make it slip, and where nobody tracks it, nothing is said."""
    fresh = replace(
        made,
        phases=tuple(
            replace(each, state=None, criteria=(), tasks=tuple(map(_untouched, each.tasks))) for each in made.phases
        ),
        tasks=tuple(map(_untouched, made.tasks)),
        status=Status.NOT_STARTED,
        is_template=False,
    )
    result = schedule(fresh, calendar, TODAY)
    result = result and result.start and schedule(fresh, calendar, result.start)
    if not result or not result.items:
        return
    if not result.duration_hours:  # nobody said how long anything takes, or somebody that it takes no time
        takes_no_time = any(part.estimate.max_hours == 0 for part in (*fresh.phases, *fresh.walk()))
        assert result.forecast is None or (takes_no_time and result.forecast.finish_hours == 0)
        return
    assert result.forecast.finish_hours == result.duration_hours
    assert result.forecast.finish == result.finish
    assert (result.forecast.finish_p80, result.forecast.finish_p80_merged) == (
        result.finish_p80,
        result.finish_p80_merged,
    )
    assert result.forecast.critical_path == result.critical_path
    assert result.forecast.slip_days == 0
    assert result.tracking.slip_days == (result.expected.slip_days if result.expected else None)
    if not result.holds:
        assert result.tracking.slip_days in (0, None)
        assert all(span.tracking.slip_days in (0, None) for span in result.phases)
    for item in result.items:
        left = item.remaining
        assert (left.start_hours, left.finish_hours) == (item.early_start_hours, item.early_finish_hours)
        assert (left.slack_hours, left.critical) == (item.slack_hours, item.critical)
        assert (left.start, left.finish) == (item.start, item.finish)


def _untouched(task):
    return replace(
        task, state=State.OPEN, remaining=NO_ESTIMATE, subtasks=tuple(_untouched(each) for each in task.subtasks)
    )


@given(work_plans(), st.randoms())
def test_order_of_references(made, random):
    """In which order a task names what it waits for makes no difference, as long as nothing is left out."""

    def shuffled(task):
        return replace(task, depends_on=tuple(random.sample(task.depends_on, len(task.depends_on))))

    mixed = replace(
        made,
        phases=tuple(replace(phase, tasks=tuple(map(shuffled, phase.tasks))) for phase in made.phases),
        tasks=tuple(map(shuffled, made.tasks)),
    )
    one, other = (schedule(each, Calendar(), TODAY) for each in (made, mixed))
    if one and not any("left out" in sentence for sentence in sentences_of(one)):
        assert hours_of(one) == hours_of(other)
        assert waits_of(one) == waits_of(other)


@pytest.mark.parametrize("hours_per_day", [8, 7.5, 7 + 2 / 3])
def test_no_drift(hours_per_day):
    """Twenty years of tasks of one day each: every one takes a working day, leap days among them, and none slips."""
    calendar = Calendar(hours_per_day=hours_per_day)
    made = plan(phase(1, *(task(f"{n}", hours_per_day) for n in range(5200))))
    result = schedule(made, calendar, TODAY)
    walked = (MONDAY + dt.timedelta(step) for step in range(20 * 366))
    working = [day for day in walked if day.weekday() < 5]
    assert dt.date(2028, 2, 29) in working
    assert dt.date(2044, 2, 29) in working
    assert [(item.start, item.finish) for item in result.items] == [(day, day) for day in working[:5200]]


def test_thirds_of_an_hour_add_up():
    """Hours that no float can hold add up to the minute: three times a third is one, however often."""
    result = scheduled(phase(1, *(task(f"{n}", 1 / 3) for n in range(3000))))
    assert result.duration_hours == 1000
    assert all(item.early_start_hours == number / 3 for number, item in enumerate(result.items))


LARGE = {
    "chain": lambda: Plan("chain", 1, tasks=tuple(task(f"{n}", est(1, 2)) for n in range(5000))),
    "ring": lambda: Plan("ring", 1, tasks=tuple(task(f"{n}", 1, f"{(n + 1) % 5000}") for n in range(5000))),
    "braid": lambda: Plan(
        "braid", 1, tasks=tuple(task(f"{n}", est(1, 9), f"{n - 1}", f"{n - 2}") for n in range(5000))
    ),
    "all parallel": lambda: plan(
        *(phase(p, *(task(f"{p}.{n}", est(1, 3), depends_on_nothing=True) for n in range(2500))) for p in range(2))
    ),
    "all wait for the last phase": lambda: plan(
        *(phase(p, *(task(f"{p}.{n}", 1, "phase:49") for n in range(100))) for p in range(50))
    ),
    "empty phases": lambda: plan(*(phase(p) for p in range(5000))),
    "sub-tasks": lambda: Plan(
        "parts", 1, tasks=(replace(task("1"), subtasks=tuple(task(f"1.{n}", 1, "1.0") for n in range(5000))),)
    ),
}


@pytest.mark.parametrize("name", LARGE)
def test_large_plans(name):
    """Five thousand tasks, however they wait for each other, take a fraction of a second (here with room to spare)."""
    large = LARGE[name]()
    assert schedule(large, Calendar(), TODAY)
    assert takes_less_than(3, schedule, large, Calendar(), TODAY)
