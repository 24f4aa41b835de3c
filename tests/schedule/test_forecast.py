"""What is left, from today on; and plan against reality."""

from __future__ import annotations

import datetime as dt

import pytest
from made_plans import MONDAY, SATURDAY, est, phase, refs, task
from msgspec.structs import replace
from schedules import scheduled, sentences_of

from mkdocs_planplugin.model import Calendar, ChecklistItem, State, Status

FRIDAY = MONDAY + dt.timedelta(4)
DONE, BEGUN, DEAD = State.DONE, State.IN_PROGRESS, State.CANCELLED


def left_of(result):
    """How many hours are left of each item, and from which hour to which."""
    left = {str(item.id): item.remaining for item in result.items if item.remaining}
    return {name: (each.hours, each.start_hours, each.finish_hours) for name, each in left.items()}


# What is left


def test_done_takes_no_time():
    """What is done is behind us; the rest starts today."""
    result = scheduled(phase(1, task("1.1", 8, state=DONE), task("1.2", 8), task("1.3", 8, state=DEAD)), today=FRIDAY)
    assert left_of(result) == {"1.2": (8, 32, 40)}
    assert (result.forecast.from_hours, result.forecast.finish_hours) == (32, 40)
    assert (result.forecast.finish, result.forecast.slip_days) == (FRIDAY, 3)
    assert result.forecast.critical_path == refs("1.2")


def test_done_out_of_order():
    """Work that is done hands on what it waits for: its followers do not start before that."""
    work = (task("1.1", 8), task("1.2", 8, state=DONE), task("1.3", 8))
    assert left_of(scheduled(phase(1, *work), today=MONDAY)) == {"1.1": (8, 0, 8), "1.3": (8, 8, 16)}


@pytest.mark.parametrize(
    ("left", "hours"),
    [
        (task("1.1", 8), 8),
        (task("1.1", 8, state=State.BLOCKED), 8),
        (task("1.1", 8, state=State.DEFERRED), 8),
        (task("1.1", 8, state=None), 8),
        (task("1.1", 8, state=BEGUN), 4),
        (task("1.1", est(4, 8), state=BEGUN), 3),
        (task("1.1", 1.25, state=BEGUN), 38 / 60),  # half of 75 minutes, rounded up
        (task("1.1", 8, state=BEGUN, remaining=est(6)), 6),
        (task("1.1", 8, state=BEGUN, remaining=est(2, 4)), 3),
        (task("1.1", 8, state=BEGUN, remaining=est(0)), 0),
        (task("1.1", 8, state=BEGUN, remaining=est(20)), 20),
        (task("1.1", 8, remaining=est(6)), 6),
        (replace(task("1.1", 8), subtasks=(task("a"), task("b", state=DONE))), 4),
        (replace(task("1.1", 8), subtasks=(task("a"), task("b", state=DEAD))), 8),
        (replace(task("1.1"), subtasks=(task("a", 8), task("b", 4, state=DONE))), 8),
        (replace(task("1.1"), subtasks=(task("a", 8, state=BEGUN), task("b", 4), task("c", 9, state=DEAD))), 8),
        (replace(task("1.1"), subtasks=(task("a", 8, state=BEGUN, remaining=est(1)), task("b", 4))), 5),
        (replace(task("1.1", state=BEGUN), subtasks=(task("a", 8), task("b", 4))), 6),
    ],
)
def test_what_is_left_of_a_task(left, hours):
    """All of it; half when somebody has begun; what it says itself; or what its sub-tasks leave."""
    result = scheduled(phase(1, left, task("1.2", 1)), today=MONDAY)
    assert left_of(result)["1.1"][0] == pytest.approx(hours, abs=1e-9)


def test_halves_are_told():
    """The reader is told of which tasks half counts as done; not of those that say it better."""
    parts = replace(task("1.3"), subtasks=(task("a", 8, state=DONE), task("b", 8)))
    said = task("1.2", 8, state=BEGUN, remaining=est(1))
    sentence = "Half of what is in progress counts as done: Task 1.1."
    work = phase(1, task("1.1", 8, state=BEGUN), said, parts, task("1.4", state=BEGUN), task("1.5", 8, state=DONE))
    assert [each for each in sentences_of(scheduled(work)) if each.startswith("Half")] == [sentence]
    assert not any(each.startswith("Half") for each in sentences_of(scheduled(work, status=Status.ON_HOLD)))


def test_block_is_left_whole():
    """A phase that is one block is left whole until it is done: by its word, or by its criteria."""
    boxes = tuple(ChecklistItem("", state, 1) for state in (DONE, State.OPEN))
    assert left_of(scheduled(phase(1, hours=8, criteria=boxes, state=BEGUN), today=MONDAY)) == {"P1": (8, 0, 8)}
    assert left_of(scheduled(phase(1, hours=8, criteria=boxes[:1]), phase(2, hours=8), today=MONDAY)) == {
        "P2": (8, 0, 8)
    }
    assert left_of(scheduled(phase(1, hours=8, state=DONE), phase(2, hours=8), today=MONDAY)) == {"P2": (8, 0, 8)}


def test_cancelled_block():
    """A cancelled phase keeps its place and takes no time, as a cancelled task does; it is not done."""
    result = scheduled(phase(1, hours=8, state=DEAD), phase(2, hours=8), today=MONDAY)
    assert [(item.duration_hours, item.done) for item in result.items] == [(0, False), (8, False)]
    assert left_of(result) == {"P2": (8, 0, 8)}
    assert "Cancelled phases take no time: Phase 1." in sentences_of(result)
    assert result.tracking.actual_percent == 0


# From when on


def test_today_before_the_start():
    """Before the start, what is left starts with the plan."""
    result = scheduled(phase(1, task("1.1", 8)), today=dt.date(2025, 11, 1))
    assert (result.forecast.from_hours, result.forecast.finish, result.forecast.slip_days) == (0, MONDAY, 0)
    assert (result.today_hours, result.tracking.planned_percent) == (None, 0)


@pytest.mark.parametrize("today", [SATURDAY + dt.timedelta(7), SATURDAY + dt.timedelta(8), MONDAY + dt.timedelta(7)])
def test_today_on_a_day_off(today):
    """On a day off, the next working day counts; here Monday is a holiday."""
    holidays = frozenset({MONDAY + dt.timedelta(7)})
    result = scheduled(phase(1, task("1.1", 16)), today=today, calendar=Calendar(holidays=holidays))
    assert result.forecast.from_hours == 40
    assert result.items[0].remaining.start == MONDAY + dt.timedelta(8)
    assert result.forecast.finish == MONDAY + dt.timedelta(9)
    assert result.forecast.slip_days == 5


def test_own_dates_still_hold():
    """What is not done does not start before its own date or its phase's position; what is done is past both."""
    later = dt.date(2026, 1, 20)
    open_one, done_one = task("1.1", 8, start=later), task("1.1", 8, start=later, state=DONE)
    assert left_of(scheduled(phase(1, open_one, task("1.2", 8)), today=MONDAY))["1.2"] == (8, 56, 64)
    assert left_of(scheduled(phase(1, done_one, task("1.2", 8)), today=MONDAY))["1.2"] == (8, 0, 8)


def test_nothing_left_to_do_takes_no_time():
    """What is left but takes no time is finished today, not yesterday evening."""
    result = scheduled(phase(1, task("1.1", 8, state=DONE), task("1.2")), today=FRIDAY)
    assert result.forecast.finish == FRIDAY
    assert result.tracking.expected_finish == FRIDAY


def test_end_of_the_calendar():
    """Today may be the last day there is: there are days then, but no dates."""
    result = scheduled(phase(1, task("1.1", 16)), today=dt.date.max)
    assert (result.forecast.finish, result.forecast.finish_p80, result.items[0].remaining.finish) == (None, None, None)
    assert result.forecast.slip_days > 2_000_000


@pytest.mark.parametrize("status", [Status.COMPLETE, Status.CANCELLED, Status.ON_HOLD])
def test_no_forecast_for_what_nobody_works_on(status):
    """Complete, cancelled and on-hold plans have none."""
    result = scheduled(phase(1, task("1.1", 8), task("1.2", 8, state=DONE)), status=status)
    assert result.forecast is None
    assert all(item.remaining is None for item in result.items)
    assert (result.tracking.slip_days, result.tracking.expected_finish) == (None, None)
    assert result.tracking.actual_percent == 50


def test_no_forecast():
    """Templates have none, nor plans without dates, nor those in which all is done; plans that are blocked do."""
    work = phase(1, task("1.1", 8))
    assert scheduled(work, is_template=True).forecast is None
    assert scheduled(work, start=None).forecast is None
    assert scheduled(phase(1, task("1.1", 8, state=DONE), task("1.2", 8, state=DEAD))).forecast is None
    assert scheduled(phase(1)).forecast is None
    assert scheduled(work, status=Status.BLOCKED).forecast
    assert scheduled(work, status=Status.DRAFT).forecast


def test_p80_of_what_is_left():
    """What is done is no longer uncertain, and half of a range is half as wide."""
    work = (task("1.1", est(8, 56), state=DONE), task("1.2", est(8, 56), state=BEGUN))
    forecast = scheduled(phase(1, *work), today=MONDAY).forecast
    assert forecast.finish_hours == 16
    # 16 hours and 0.8416 times 48 / 2 / 6 are 19.37: 20 hours, the third day.
    assert forecast.finish_p80 == forecast.finish_p80_merged == dt.date(2026, 1, 14)


# Plan against reality


def test_percents():
    """Shares of hours: of those whose planned finish is not after today, and of those that are done."""
    work = (task("1.1", 8, state=DONE), task("1.2", 16), task("1.3", 8, state=DONE), task("1.4", 8, state=DEAD))
    tracks = [scheduled(phase(1, *work), today=MONDAY + dt.timedelta(day)).tracking for day in range(4)]
    assert [each.planned_percent for each in tracks] == [25, 25, 75, 100]
    assert {each.actual_percent for each in tracks} == {50}
    third = (task("1", 8, state=DONE), task("2", 8), task("3", 8))
    assert scheduled(phase(1, *third)).tracking.actual_percent == 33.3


def test_percents_without_hours_or_dates():
    """Where nothing takes time there is no share; without dates, none of what should be done."""
    assert scheduled(phase(1, task("1.1", state=DONE))).tracking.actual_percent is None
    undated = scheduled(phase(1, task("1.1", 8, state=DONE), task("1.2", 8)), start=None).tracking
    assert (undated.planned_percent, undated.actual_percent) == (None, 50)


def test_slip_of_each_phase():
    """Each phase has a slip of its own; one with nothing left has none."""
    one, two = phase(1, task("1.1", 8, state=DONE)), phase(2, task("2.1", 8), task("2.2", 8, state=DONE))
    result = scheduled(one, two, phase(3, task("3.1", 8)), today=FRIDAY)
    assert [span.tracking.slip_days for span in result.phases] == [None, 2, 2]
    assert [span.tracking.expected_finish for span in result.phases] == [None, FRIDAY, MONDAY + dt.timedelta(7)]
    assert [span.tracking.planned_percent for span in result.phases] == [100, 100, 100]


def test_ahead_of_plan():
    """Finished earlier than planned, the slip is negative."""
    work = (task("1.1", 40, state=DONE), task("1.2", 8))
    assert scheduled(phase(1, *work), today=MONDAY).tracking.slip_days == -5


def test_no_slip_on_a_day_border():
    """A last task that takes no time and lies on the next morning does not make its phase late."""
    result = scheduled(phase(1, task("1.1", 8), task("1.2")), phase(2, task("2.1", 8)), today=MONDAY)
    assert [span.tracking.slip_days for span in result.phases] == [0, 0]
    assert result.tracking.slip_days == 0


def test_half_days_in_a_day_of_seven_and_a_half_hours():
    """Days of 7.5 hours: a task of a day fills one, in the plan and in what is left."""
    days = (task("1.1", 7.5), task("1.2", 7.5), task("1.3", 15))
    result = scheduled(phase(1, *days), calendar=Calendar(hours_per_day=7.5), today=dt.date(2026, 1, 13))
    assert [(item.start.day, item.finish.day) for item in result.items] == [(12, 12), (13, 13), (14, 15)]
    assert [(item.remaining.start.day, item.remaining.finish.day) for item in result.items] == [
        (13, 13),
        (14, 14),
        (15, 16),
    ]
    assert result.today_hours == 7.5
