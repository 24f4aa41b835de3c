"""Phases whose headings say when they are."""

from __future__ import annotations

import datetime as dt

import pytest
from made_plans import MONDAY, phase, task
from schedules import days_of, hours_of, scheduled, sentences_of, waits_of

from mkdocs_planplugin.model import Position, State

WEEK_TWO = Position("Week 2", 40, 80)


def test_not_before():
    """A phase does not start before its position, and all that waits for it moves on."""
    result = scheduled(phase(1, task("1.1", 8)), phase(2, task("2.1", 8), position=WEEK_TWO), phase(3, task("3.1", 8)))
    assert hours_of(result) == {"1.1": (0, 8), "2.1": (40, 48), "3.1": (48, 56)}
    assert waits_of(result)["2.1"] == ()
    assert waits_of(result)["3.1"] == ("2.1",)
    assert "Phases do not start before the time in their heading: Phase 2." in sentences_of(result)


def test_later_than_its_position():
    """What it names may take longer than its position says; what only stands before it does not move it."""
    result = scheduled(phase(1, task("1.1", 60)), phase(2, task("2.1", 8), position=WEEK_TWO, depends_on=["1.1"]))
    assert hours_of(result)["2.1"] == (60, 68)
    result = scheduled(phase(1, task("1.1", 60)), phase(2, task("2.1", 8), position=WEEK_TWO))
    assert hours_of(result)["2.1"] == (40, 48)


def test_weeks_that_overlap():
    """Week 1, Week 1-2 and Week 2 are two weeks, in which not all is critical."""
    result = scheduled(
        phase(1, task("1.1"), position=Position("Week 1", 0, 40)),
        phase(2, task("2.1"), position=Position("Week 1-2", 0, 80)),
        phase(3, task("3.1"), position=WEEK_TWO),
    )
    assert hours_of(result) == {"1.1": (0, 40), "2.1": (0, 80), "3.1": (40, 80)}
    assert result.duration_hours == 80
    assert [item.critical for item in result.items] == [False, True, True]


def test_lasts_as_long_as_it_spans():
    """Without another estimate, a position is one: for a block, and to be shared by tasks."""
    result = scheduled(
        phase(1, position=Position("Week 1", 0, 40)), phase(2, task("2.1"), task("2.2"), position=WEEK_TWO)
    )
    assert hours_of(result) == {"P1": (0, 40), "2.1": (40, 60), "2.2": (60, 80)}
    assert "Phases without an estimate last as long as the time in their heading: Phase 1, Phase 2." in (
        sentences_of(result)
    )
    assert "Phases do not start before the time in their heading: Phase 2." in sentences_of(result)


def test_estimates_win():
    """With an estimate of the phase or of its tasks, a position says only when."""
    result = scheduled(phase(1, hours=8, position=WEEK_TWO), phase(2, task("2.1", 4), position=Position("", 48, 88)))
    assert hours_of(result) == {"P1": (40, 48), "2.1": (48, 52)}


def test_milestone():
    """A position without a length and without tasks is a moment, and holds what waits for it."""
    result = scheduled(phase(1, task("1.1", 8)), phase(2, position=Position("Week 2", 40)), phase(3, task("3.1", 8)))
    assert hours_of(result)["3.1"] == (40, 48)
    assert (result.phases[1].start_hours, result.phases[1].finish_hours) == (40, 40)
    assert waits_of(result)["3.1"] == ()


def test_no_length():
    """A position from an hour to the same hour is a moment, too, and no block."""
    assert scheduled(phase(1, position=Position("", 40, 40)), phase(2, task("2.1", 8))).phases[0].items == ()


def test_done_is_past_its_position():
    """What is done before its time no longer holds up what waits for it; what is not done still does."""
    for state, hour in ((State.DONE, 0), (State.OPEN, 40)):
        early = phase(1, task("1.1", 8, state=state), position=WEEK_TWO)
        result = scheduled(early, phase(2, task("2.1", 8)), today=MONDAY)
        assert min(item.remaining.start_hours for item in result.items if item.remaining) == hour


def test_last_milestone():
    """The plan is finished when its last milestone is; nothing else is critical then."""
    result = scheduled(phase(1, task("1.1", 8)), phase(2, position=Position("Week 2", 40)))
    assert (result.duration_hours, result.critical_path, result.items[0].slack_hours) == (40, (), 32)


def test_a_last_milestone_with_a_day_of_its_own():
    """It takes no time, and lies on its day, not on the evening before; so does the finish of the plan."""
    gate = task("1.2", 0, start=dt.date(2026, 1, 19))
    result = scheduled(phase(1, task("1.1", 40), gate))
    assert (result.items[-1].finish, result.finish) == (dt.date(2026, 1, 19), dt.date(2026, 1, 19))
    assert scheduled(phase(1, task("1.1", 40), task("1.2", 0))).finish == dt.date(2026, 1, 16)


def test_dates():
    """Between two dates, the last one included."""
    dates = Position("", start=dt.date(2026, 1, 14), finish=dt.date(2026, 1, 20))
    one_day = Position("", start=dt.date(2026, 1, 23), finish=dt.date(2026, 1, 23))
    result = scheduled(phase(1, position=dates), phase(2, position=one_day, depends_on=[]))
    assert days_of(result) == {"P1": (14, 20), "P2": (23, 23)}
    assert result.items[0].duration_hours == 40


def test_dates_around_the_start():
    """What lies before the start is cut off, and said; a phase wholly before it has no length."""
    around = Position("", start=dt.date(2026, 1, 5), finish=dt.date(2026, 1, 14))
    before = Position("", start=dt.date(2026, 1, 5), finish=dt.date(2026, 1, 9))
    result = scheduled(phase(1, position=around), phase(2, position=before), phase(3, task("3.1", 8)))
    assert hours_of(result) == {"P1": (0, 24), "3.1": (24, 32)}
    sentence = (
        "Without a start date of the plan, or before it, the dates in the heading of a phase cannot be kept: "
        "Phase 1, Phase 2."
    )
    assert sentence in sentences_of(result)


def test_dates_without_a_start():
    """On an axis without dates, they say nothing."""
    result = scheduled(phase(1, task("1.1"), position=Position("", start=MONDAY, finish=MONDAY)), start=None)
    assert hours_of(result) == {"1.1": (0, 0)}
    assert any("cannot be kept: Phase 1" in sentence for sentence in sentences_of(result))


@pytest.mark.parametrize("position", [WEEK_TWO, Position("", start=dt.date(2026, 1, 5))])
def test_a_cancelled_phase_is_placed_nowhere(position):
    """Nothing is said of when it is or how long it lasts, for neither is so."""
    cancelled = phase(1, position=position, state=State.CANCELLED)
    result = scheduled(cancelled, phase(2, task("2.1", 8)))
    assert hours_of(result)["2.1"] == (0, 8)
    assert not any("in their heading" in words or "in the heading" in words for words in sentences_of(result))


@pytest.mark.parametrize(
    "position",
    [
        Position("", float("nan"), float("inf")),
        Position("", -8, 8),
        Position("", 1e300, 2e300),
        Position("", 40, 40),
        Position("", 40, 8),
        Position("", start=dt.date.max, finish=dt.date.max),
        Position("", start=dt.date.min, finish=dt.date.max),
        Position("", finish=MONDAY),
    ],
)
def test_odd_positions(position):
    """Whatever a heading says, there is a schedule, and no task of this phase has a length from it."""
    result = scheduled(phase(1, task("1.1", 8), position=position))
    assert result.items[0].duration_hours == 8


def test_rows_of_a_table_of_weeks_lie_in_their_weeks():
    """Each task begins with its week, whatever stands above it; an idle week stays idle."""
    result = scheduled(
        phase(1, task("1.1", 40, from_hours=0), task("1.2", 80, from_hours=0), task("1.3", 40, from_hours=120))
    )
    assert hours_of(result) == {"1.1": (0, 40), "1.2": (0, 80), "1.3": (120, 160)}
    assert waits_of(result)["1.3"] == ()
