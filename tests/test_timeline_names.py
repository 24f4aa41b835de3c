"""Where names, labels and windows of a timeline lie: the rules of its layout, each with its borders, without a page."""

import datetime as dt

import pytest
from made_plans import MONDAY, phase, plan, task
from msgspec import structs
from schedules import scheduled

from mkdocs_planplugin.model import Calendar, State
from mkdocs_planplugin.schedule import Axis
from mkdocs_planplugin.views.kit.ticks import working_time_ticks
from mkdocs_planplugin.views.plan.timeline.axis import Tick, day_anchors, labelled_ticks
from mkdocs_planplugin.views.plan.timeline.names import ABOVE, letters_of, name_place
from mkdocs_planplugin.views.plan.timeline.window import chart_windows
from mkdocs_planplugin.views.plan.timeline.words import initials, owners_shown

# Names. The chart is 494 px wide, a letter 6.8 px, the gap between bar and name 8 px.


def place(*args, **rest):
    made = name_place(*args, **rest)
    return made if made == ABOVE else (made.side, made.percent)


def test_a_name_stands_after_its_bar():
    """As long as it fits in one line: 60% of the chart have room for 42 letters."""
    assert place(42, 20, 40) == ("from", 40)
    assert place(42, 20, 40.4) == ("from", 41)


def test_a_short_tail_is_jumped_over():
    """One of less than 80 px; a longer one has the name on it."""
    assert place(10, 10, 20, tail=36.1) == ("from", 37)
    assert place(10, 10, 20, tail=36.2) == ("from", 20)


def test_what_does_not_fit_behind_a_short_tail_stands_on_it():
    """In one line."""
    assert place(20, 60, 65, tail=75) == ("from", 65)


def test_a_name_never_stands_on_a_flag():
    """It is 13 px wide, and may stand behind the bar or before it."""
    assert place(10, 10, 20, flag=40) == ("from", 43)
    assert place(30, 60, 62, flag=50) == ("to", 50)


def test_what_fits_only_before_the_bar_stands_there():
    """Right-aligned, in one line."""
    assert place(42, 60, 80) == ("to", 60)
    assert place(42, 60.9, 80) == ("to", 60)


def test_long_names_take_the_wider_side():
    """In up to three lines."""
    assert place(60, 30, 35) == ("from", 35)
    assert place(60, 65, 70) == ("to", 65)


def test_where_neither_side_has_room_the_name_stands_above():
    """One narrower than 110 px has none, and a name never takes more than three lines."""
    assert place(20, 20, 78) == ABOVE
    assert place(200, 30, 50) == ABOVE
    room = 60 * 4.94 - 8
    assert place(int(3 * room / 6.8), 5, 40) == ("from", 40)
    assert place(int(3 * room / 6.8) + 1, 5, 40) == ABOVE


def test_wide_letters_count_twice():
    """Those of Chinese, Japanese and Korean; others do not."""
    assert letters_of("Größe") == 5
    assert letters_of("図書館") == 6


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Mairi Lund", "ML"), ("ana", "AN"), ("Ana Maria de Souza", "AS"), ("Q", "Q"), ("team (desk)", "TE")],
)
def test_initials(name, letters):
    """Of the first and the last name, or two letters of one."""
    assert initials(owners_shown((name,))[0].name) == letters


def test_a_row_has_room_for_two_people():
    """The second place is for all the others."""
    assert [person.initials for person in owners_shown(("Ana Bo", "Cy Di", "Ed Fu"))] == ["AB", "+2"]
    assert owners_shown(("Ana Bo", "Cy Di", "Ed Fu"))[1].name == "Cy Di, Ed Fu"
    assert owners_shown(()) == ()


# Labels


def test_labels_have_room():
    """Each 9% of the axis, and none begins behind 91%; on a telephone fewer of them do."""
    places = [(x, str(x)) for x in (0, 8.9, 9, 17, 91, 91.1)]
    assert labelled_ticks(places) == [
        Tick(0, "0", True), Tick(8.9, ""), Tick(9, "9", False), Tick(17, ""), Tick(91, "91", False), Tick(91.1, ""),
    ]  # fmt: skip
    assert [tick.everywhere for tick in labelled_ticks([(0, "a"), (17, "b"), (34, "c"), (83, "d"), (83.1, "e")])] == [
        True, True, True, True, True,
    ]  # fmt: skip


def test_the_words_of_days_do_not_meet():
    """They end at their lines; where there is no room, they begin there, or take a line of their own."""
    assert day_anchors(40, 80) == ("end", "end", 1)
    assert day_anchors(40, 69) == ("end", "end", 1)
    assert day_anchors(40, 68) == ("end", "start", 1)
    assert day_anchors(20, 70) == ("end", "end", 1)
    assert day_anchors(10, 70) == ("start", "end", 1)
    assert day_anchors(10, 60) == ("start", "start", 1)
    assert day_anchors(10, 30) == ("start", "end", 2)
    assert day_anchors(None, 20) == ("end", "start", 1)
    assert day_anchors(50, None) == ("end", "end", 1)


@pytest.mark.parametrize(
    ("days", "start", "first", "last"),
    [
        (10, MONDAY, "12 Jan", "19 Jan"),
        (130, MONDAY, "12 Jan", "6 Jul"),
        (140, MONDAY, "Feb", "Jul"),
        (760, MONDAY, "Feb", "Dec"),
        (800, MONDAY, "Q2", "2029"),
        (3100, MONDAY, "Q2", "Q4"),
        (5000, MONDAY, "2030", "2045"),
        (20000, MONDAY, "2030", "2100"),
        (10, None, "day 1", "day 6"),
        (130, None, "day 1", "day 126"),
        (140, None, "day 1", "day 131"),
        (1000, None, "day 1", "day 951"),
    ],
)
def test_ticks_suit_the_span(days, start, first, last):
    """Weeks to half a year, months to three years, quarters, then years; in weeks of days where there are no dates."""
    found = working_time_ticks(Axis.of(Calendar(), start), 0, days * 8)
    assert (found[0][1], found[-1][1]) == (first, last)
    assert len(found) <= 50


def test_ticks_begin_with_the_window():
    """On the first Monday in it."""
    assert working_time_ticks(Axis.of(Calendar(), MONDAY), 48, 160)[0] == (80, "26 Jan")


# The window


def window(*phases, today=MONDAY, **rest):
    made = plan(*phases, **rest)
    return [(each.first / 8, each.last / 8) for each in chart_windows(made, scheduled(*phases, today=today, **rest))]


def test_a_window_is_two_weeks_at_least():
    """However short the plan is."""
    assert window(phase(1, task("1.1", 8))) == [(0, 10)]


def test_what_is_left_has_the_room():
    """Of the past at most as much is shown as half of what is ahead, from a Monday on."""
    some = phase(1, task("1.1", 200 * 8, state=State.DONE), task("1.2", 40 * 8, "1.1"))
    today = Axis.of(Calendar(), MONDAY).date(100)
    ((first, last),) = window(some, today=today)
    assert first == 95  # five working days: what is left was planned for later
    assert last == pytest.approx(140 + 0.035 * 45)


def test_the_plan_of_what_is_left_is_in_the_window():
    """From its start on, where that is near; a plan far behind leaves a week of the past."""
    late = phase(1, task("1.1", 80))
    ((first, _last),) = window(late, today=MONDAY + dt.timedelta(3))
    assert first == 0
    ((first, _last),) = window(late, today=MONDAY + dt.timedelta(70))
    assert first == 45


def test_a_window_holds_the_day_that_all_is_due():
    """As long as it is near: not more than twice as far as the finish."""
    near = window(phase(1, task("1.1", 80)), due=MONDAY + dt.timedelta(25))
    assert near == [(0, pytest.approx(20 * 1.035))]
    far = window(phase(1, task("1.1", 80)), due=MONDAY + dt.timedelta(28))
    assert far == [(0, pytest.approx(10 * 1.035))]


def test_what_lasts_more_than_a_year_has_two_windows():
    """First the half year around today, then all of it."""
    assert len(window(phase(1, task("1.1", 251 * 8)))) == 1
    near, whole = window(phase(1, task("1.1", 252 * 8)))
    assert near == (0, 110)
    assert whole[1] > 260
    today = Axis.of(Calendar(), MONDAY).date(100)
    assert window(phase(1, task("1.1", 1000 * 8)), today=today)[0] == (80, 210)


def test_without_an_outlook_the_plan_is_shown():
    """One without dates, and one that nobody works on."""
    work = plan(phase(1, task("1.1", 160)), start=None)
    planned = scheduled(*work.phases, start=None)
    assert chart_windows(structs.replace(work, start=None), planned)[0].last == pytest.approx(160 * 1.035)
