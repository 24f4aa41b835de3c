"""Hours on a calendar: which day work lies on, and which hour a day begins at."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_plans import MONDAY, SATURDAY, calendars, days, phase, task
from schedules import days_of, hours_of, scheduled, sentences_of, waits_of

from mkdocs_planplugin.model import Calendar
from mkdocs_planplugin.schedule import Axis


def test_weekend():
    """Work goes on after the weekend: hour h lies on working day floor(h / 8), a finish on ceil(h / 8) - 1."""
    result = scheduled(phase(1, task("1.1", 36), task("1.2", 8), task("1.3", 4)), start=MONDAY)
    assert days_of(result) == {"1.1": (12, 16), "1.2": (16, 19), "1.3": (19, 19)}
    assert (result.start.day, result.finish.day, result.finish_day, result.duration_hours) == (12, 19, 6, 48)


def test_start_on_a_saturday():
    """A start on a day off moves to the next working day, and the reader is told."""
    result = scheduled(phase(1, task("1.1", 8)), start=SATURDAY)
    assert days_of(result) == {"1.1": (12, 12)}
    assert "2026-01-10 is no working day: work starts on 2026-01-12." in sentences_of(result)


def test_created_stands_in_for_start():
    """Without a start the plan starts on the day it was created, and the reader is told."""
    result = scheduled(phase(1, task("1.1", 8)), start=None, created=MONDAY)
    assert result.start == MONDAY
    assert "The plan has no start date: it starts on the day it was created, 2026-01-12." in sentences_of(result)


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
    """What takes no time lies on the day on which what it waits for is finished, not on the morning after; held by a
    day of its own, it lies on that day, and so does what follows it."""
    work = (task("1.1", 0), task("1.2", 4), task("1.3", 0), task("1.4", 4), task("1.5", 0), task("1.6", 0))
    assert days_of(scheduled(phase(1, *work))) == {f"1.{n}": (12, 12) for n in range(1, 7)}
    assert scheduled(phase(1, *work)).finish == MONDAY
    held = (task("1.1", 8), task("1.2", 0, start=dt.date(2026, 1, 13)), task("1.3", 0))
    assert days_of(scheduled(phase(1, *held))) == {"1.1": (12, 12), "1.2": (13, 13), "1.3": (13, 13)}


def test_a_phase_without_work_of_its_own():
    """A milestone lies on the day on which the phase before it ends, and one that is to happen on a day on that day."""
    result = scheduled(phase(1, task("1.1", 24)), phase(2), phase(3, task("3.1", 8)), today=MONDAY)
    assert [(span.start.day, span.finish.day) for span in result.phases] == [(12, 14), (14, 14), (15, 15)]
    assert [span.tracking.expected_finish.day for span in result.phases] == [14, 14, 15]
    assert [span.tracking.slip_days for span in result.phases] == [0, 0, 0]


def test_no_dates():
    """Without a start date the axis counts days from 1, and nothing has a date."""
    result = scheduled(phase(1, task("1.1", 12, start=MONDAY), task("1.2", 8)), start=None)
    assert [(item.start_day, item.finish_day, item.start, item.finish) for item in result.items] == [
        (1, 2, None, None),
        (2, 3, None, None),
    ]
    assert (result.start, result.finish, result.finish_day, result.today_hours) == (None, None, 3, None)
    assert sentences_of(result)[:2] == (
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


def test_last_day_of_the_calendar():
    """The last day there is has a number; the next one has no date."""
    axis = Axis.of(Calendar(), dt.date(9999, 12, 30))
    assert [axis.date(number) for number in range(3)] == [dt.date(9999, 12, 30), dt.date.max, None]
    assert Axis.of(Calendar(), dt.date.max).start == dt.date.max
    assert (axis.minute_at(dt.date.max), axis.minute_after(dt.date.max)) == (480, None)
    assert axis.minute_after(dt.date(9999, 12, 30)) == 480


@pytest.mark.parametrize(
    ("minute", "started_at", "day"),
    [(0, 0, 0), (1, 0, 0), (479, 0, 0), (480, 0, 0), (481, 0, 1), (480, 479, 0), (480, 480, 1), (960, 480, 1)],
)
def test_day_borders(minute, started_at, day):
    """What fills a day is finished on that day, a minute more on the next; nothing before the day it starts."""
    assert Axis.of(Calendar(), MONDAY).finish_day(minute, started_at) == day
