"""The timeline of a plan page: what its table says, and what its last column draws."""

import dataclasses
import datetime as dt
import re

import pytest
from bs4 import BeautifulSoup
from effort import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from made_plans import MONDAY, calendars, est, phase, plan, plans, task
from shown import CALENDAR, TODAY, context, entry, said, text, views

from mkdocs_planplugin.catalog import assumption_text
from mkdocs_planplugin.model import Calendar, ExternalDependency, State, Status
from mkdocs_planplugin.schedule import Axis
from mkdocs_planplugin.views import plan_views
from mkdocs_planplugin.views.kit.ticks import working_time_ticks
from mkdocs_planplugin.views.plan.timeline.rows import chart_rows
from mkdocs_planplugin.views.plan.timeline.svg import dependency_lines
from mkdocs_planplugin.views.plan.timeline.window import TimeWindow

# 5 days of work: 1.1 is done, 1.2 and 1.3 follow it side by side, 2.1 waits for both.
WORK = plan(
    phase(1, task("1.1", 8, state=State.DONE), task("1.2", est(8, 24), "1.1"), task("1.3", 8, "1.1")),
    phase(2, task("2.1", 16, "1.2", "1.3"), task("2.2", 0)),
)


def timeline(a_plan, *, today=MONDAY, calendar=CALENDAR):
    return views(a_plan, today=today, calendar=calendar)["timeline"]


def rows(made):
    """The rows by the ids or names of what they show."""
    return {said(row.a or row.th).split(" Do ")[0].split(" Part ")[0]: row for row in made.select("tbody tr")}


def bars(made):
    """Label of each row: the plan's shapes in its last cell, as (name, x, width)."""
    return {
        name: [
            (shape["class"][0].removeprefix("plan-draw-"), shape["x"], shape.get("width"))
            for shape in row.select("rect:not(.plan-draw-forecast), .plan-draw-sign")
        ]
        for name, row in rows(made).items()
    }


def path(row, name):
    found = row.select_one(f".plan-draw-{name}")
    return found and found["d"]


# The table


def test_the_table_is_complete_without_the_drawing():
    """Captions, headers, state in words, dates for machines; the drawing says in words what it shows."""
    made = timeline(WORK)
    assert made.caption
    assert [said(th) for th in made.select("thead th")][:3] == ["Task", "Start", "End"]
    first = made.select("tbody tr")[1]
    assert first.th["scope"] == "row"
    assert said(first.th) == "✓done: 1.1 Do 1.1"
    assert [time["datetime"] for time in first.find_all("time")] == ["2026-01-12", "2026-01-12"]
    assert first.svg["role"] == "img"
    assert first.svg.title.string == "1 day (8\N{NO-BREAK SPACE}h), done, critical path"
    assert made.select("tbody tr")[0].th["scope"] == "rowgroup"
    region = made.find(role="region")
    assert region["tabindex"] == "0"
    assert region["aria-label"]


def test_long_titles_can_be_read():
    """A row has one line: what may be cut there is said when one points at it."""
    long = "A title that no column of a table on a telephone could ever show"
    made = rows(timeline(plan(phase(1, dataclasses.replace(task("1.1", 8), title=long), task("1.2", 8)))))
    titles = [row.a.get("title") for row in made.values()]
    assert titles == [None, long, None]


def test_days_have_years_where_they_need_them():
    """Not in a plan of a few months, even over New Year."""
    near = timeline(plan(phase(1, task("1.1", 160)), start=dt.date(2025, 12, 15)))
    assert said(near.select("tbody td")[1]) == "9 Jan"
    far = timeline(plan(phase(1, task("1.1", 4000))))
    assert re.search(r"20\d\d", said(far.select("tbody td")[1]))


def test_days_are_counted_without_a_start():
    """An axis without dates says day 1, day 2, and nothing of today."""
    made = timeline(dataclasses.replace(WORK, start=None))
    assert [said(cell) for cell in rows(made)["2.1"].find_all("td")[:2]] == ["day 4", "day 5, critical path"]
    assert "oday" not in text(made)
    assert not made.find("time")


def test_no_estimates_no_drawing():
    """Where nothing takes time, a sentence stands in place of the table."""
    made = views(plan(phase(1, task("1.1"))))
    assert not made["timeline"].table
    assert "first estimate" in text(made["timeline"])
    assert "Planned" not in text(made["summary"])


def test_no_schedule_no_timeline():
    """A plan without anything to place has no such view."""
    assert views(plan()).keys() == {"summary"}


def test_assumptions_are_told():
    """Each as a line of a list that one can open."""
    made = entry(WORK)
    shown = BeautifulSoup(plan_views(made, CALENDAR, context())["timeline"], "html.parser").details
    assert [said(item) for item in shown.find_all("li")] == list(map(assumption_text, made.schedule.assumptions))
    assert said(shown.summary).startswith(f"{len(made.schedule.assumptions)} assumption")


def test_tasks_outside_the_phases_come_last():
    """In a group of their own."""
    made = timeline(plan(phase(1, task("1.1", 8)), tasks=(task("T9", 8),)))
    assert len(made.select("tbody")) == 2
    assert said(made.select("tbody")[1].a) == "T9 Do T9"


# Bars


def test_the_geometry_of_bars():
    """In percent of the planned duration: done is filled, in progress half, open and blocked not at all."""
    made = timeline(
        plan(
            phase(
                1,
                task("1.1", 8, state=State.DONE),
                task("1.2", 8, state=State.IN_PROGRESS),
                task("1.3", 0),
                task("1.4", 8, state=State.CANCELLED),
                task("1.5", 16, state=State.BLOCKED),
            ),
        )
    )
    assert bars(made) == {
        "Phase 1": [("phase", "0.00%", "100.00%"), ("phase-done", "0.00%", "25.00%")],
        "1.1": [("task", "0.00%", "25.00%"), ("done", "0.00%", "25.00%")],
        "1.2": [("task", "25.00%", "25.00%"), ("done", "25.00%", "12.50%")],
        "1.3": [("sign", "50.00%", None)],
        "1.4": [("sign", "50.00%", None)],
        "1.5": [("task", "50.00%", "50.00%")],
    }
    assert "plan-state-blocked" in rows(made)["1.5"]["class"]


def test_subtasks_fill_their_task():
    """By the share of them that is done; settled by them where all are."""
    parts = (task("1.1.1", state=State.DONE), task("1.1.2"))
    made = timeline(plan(phase(1, task("1.1", 8, subtasks=parts), task("1.2", 8, subtasks=parts[:1]))))
    assert bars(made)["1.1"][1] == ("done", "0.00%", "25.00%")
    assert bars(made)["1.2"][1] == ("done", "50.00%", "50.00%")


def test_phases_without_tasks():
    """One with an estimate is a bar, one without a diamond."""
    made = timeline(plan(phase(1, hours=8), phase(2), phase(3, hours=8)))
    assert [shapes[0][0] for shapes in bars(made).values()] == ["task", "sign", "task"]
    assert "takes no time" in said(made.select_one(".plan-key"))


def test_ranges_have_tails():
    """From the best finish to the worst, with a mark at its end, on the axis and in words; none on what is done."""
    made = rows(timeline(WORK))
    assert path(made["1.2"], "tail") == "M40.00 .5H80.00M80.00 .32V.68"
    assert "1 day at best, 3 days at worst" in made["1.2"].svg.title.string
    assert not path(made["1.3"], "tail")
    done = plan(phase(1, task("1.1", est(8, 24), state=State.DONE), task("1.2", 8)))
    assert not path(rows(timeline(done))["1.1"], "tail")


def test_the_axis_reaches_to_the_end_of_the_worst_case():
    """As far as that is near; what is farther ends at the edge."""
    near = rows(timeline(plan(phase(1, task("1.1", est(24, 40))))))
    assert bars(timeline(plan(phase(1, task("1.1", est(24, 40))))))["1.1"][0][2] == "80.00%"
    assert path(near["1.1"], "tail").startswith("M60.00 .5H100.00")
    far = rows(timeline(plan(phase(1, task("1.1", est(0, 40, 8))))))
    assert path(far["1.1"], "tail").startswith("M0.00 .5H100.00")


def test_the_critical_path_is_more_than_a_colour():
    """A class that draws an edge and a sign, and words for those who see neither."""
    made = timeline(WORK)
    critical = {name for name, row in rows(made).items() if "plan-critical" in row["class"]}
    assert critical == {"1.1", "1.2", "2.1", "2.2"}
    assert {name for name, row in rows(made).items() if "critical path" in said(row)} == critical
    assert "critical path ⇥" in said(made.select_one(".plan-key"))


def test_the_key_names_what_is_drawn():
    """And nothing else; each with a picture of it."""
    key = timeline(plan(phase(1, task("1.1", 8)))).select(".plan-key li")
    assert [said(each) for each in key] == ["planned", "critical path ⇥", "phase", "today, 12 Jan 2026"]
    assert all(each.svg["aria-hidden"] == "true" for each in key)
    blocked = timeline(plan(phase(1, task("1.1", 8, state=State.BLOCKED)), due=MONDAY))
    assert {"blocked ■", "due, 12 Jan 2026"} <= {said(each) for each in blocked.select(".plan-key li")}


# Today, what is left, and days that are due


def test_today():
    """A dashed line where it lies on the axis; a sentence where it does not."""
    made = timeline(WORK, today=TODAY)
    lines = {found["d"] for found in made.select("tbody .plan-draw-today")}
    assert lines == {"M33.33 0V1"}  # two days of six: the forecast is a day later than the plan
    assert "today, 14 Jan 2026" in text(made.select_one(".plan-key"))
    before = timeline(WORK, today=dt.date(2026, 1, 5))
    assert not before.select(".plan-draw-today")
    assert "Today, 5 Jan 2026, is before the start." in text(before)
    over = timeline(dataclasses.replace(WORK, status=Status.COMPLETE), today=dt.date(2026, 5, 1))
    assert "Today, 1 May 2026, is after all that is drawn." in text(over)


def test_what_is_left_is_drawn_where_it_moves():
    """Below the plan's bar, from when to when it will be done now; what stays as planned has no second bar."""
    made = rows(timeline(WORK, today=TODAY))
    ahead = {
        name: [(bar["x"], bar["width"]) for bar in row.select(".plan-draw-forecast")] for name, row in made.items()
    }
    assert ahead["1.1"] == []
    assert ahead["1.2"] == [("33.33%", "33.33%")]
    assert ahead["1.3"] == [("33.33%", "16.67%")]
    assert ahead["2.1"] == [("66.67%", "33.33%")]
    assert "forecast 14 Jan → 15 Jan" in made["1.2"].svg.title.string
    assert "plan-draw-sets" in made["1.2"].select_one(".plan-draw-forecast")["class"]
    assert "plan-draw-sets" not in made["1.3"].select_one(".plan-draw-forecast")["class"]
    assert not timeline(WORK, today=TODAY - dt.timedelta(1)).select("tr.plan-row-task .plan-draw-forecast")


def test_a_forecast_far_ahead_is_told_and_not_drawn():
    """It would press the plan into a corner."""
    made = timeline(WORK, today=dt.date(2027, 1, 14))
    assert not made.select(".plan-draw-forecast")
    assert bars(made)["1.1"][0][2] == "20.00%"
    assert "Forecast: 19 Jan 2027" in text(made)


def test_days_that_are_due():
    """A flag at the evening of the day a task is due, in the colour of warnings where that is too early; a line and a
    label for the plan."""
    early, late = dt.date(2026, 1, 12), dt.date(2026, 1, 16)
    made = timeline(
        plan(phase(1, task("1.1", 16, due=early), task("1.2", 24, due=late)), due=dt.date(2026, 1, 15)),
        today=dt.date(2026, 1, 5),
    )
    flags = {name: row.select_one(".plan-draw-due") for name, row in rows(made).items()}
    assert flags["Phase 1"] is None
    assert flags["1.1"]["x"] == "20.00%"
    assert "plan-draw-overdue" in flags["1.1"]["class"]
    assert flags["1.2"]["x"] == "100.00%"
    assert "plan-draw-overdue" not in flags["1.2"]["class"]
    assert "due 12 Jan" in rows(made)["1.1"].svg.title.string
    assert {line["d"] for line in made.select("tbody .plan-draw-due-line")} == {"M80.00 0V1"}
    assert said(made.select_one(".plan-draw-then")) == "due, 15 Jan"


def test_promises_from_outside():
    """A row for each that has a day, with its words; the mark is at the evening of that day."""
    others = (
        ExternalDependency("Boxwren", "signing keys", "2026-01-14", 7, dt.date(2026, 1, 14)),
        ExternalDependency(None, "a socket", "2027-01-14", 8, dt.date(2027, 1, 14)),
        ExternalDependency("Depot", "some day", None, 9),
    )
    made = timeline(plan(phase(1, task("1.1", 40)), external_dependencies=others))
    shown = made.select("tr.plan-row-outside")
    assert [said(row.th) for row in shown] == [
        "▽from outside: Boxwren: signing keys",
        "▽from outside: a socket",
    ]
    assert shown[0].time["datetime"] == "2026-01-14"
    assert shown[0].select_one(".plan-draw-outside")["x"] == "60.00%"
    assert not shown[1].select_one(".plan-draw-outside")  # a year away
    undated = timeline(plan(phase(1, task("1.1", 40)), external_dependencies=others, start=None))
    assert not undated.select(".plan-row-outside")


# Lines from row to row


def test_lines_lead_from_the_end_of_one_bar_to_the_start_of_another():
    """In pieces, one in each row they pass; a bar that starts later is reached from the left."""
    made = plan(phase(1, task("1.1", 8), task("1.2", 16, parallel=True), task("1.3", 8, "1.1", "1.2")))
    shown = rows(timeline(made))
    assert path(shown["1.1"], "link") == "M33.33 .5V1"
    assert path(shown["1.2"], "link") == "M33.33 0V1"
    assert path(shown["1.3"], "link") == "M33.33 0V.5M33.33 .5H66.67"
    assert path(shown["1.3"], "sets") == "M66.67 0V.5"  # 1.2 sets the start of 1.3
    assert [shown[name].get("data-after") for name in ("Phase 1", "1.1", "1.2", "1.3")] == [None, None, None, "1 2"]


def test_a_phase_waits_with_one_line():
    """From phase to phase, and not from each task to each."""
    made = plan(phase(1, task("1.1", 8), task("1.2", 8)), phase(2, task("2.1", 8), task("2.2", 8)))
    shown = rows(timeline(made))
    assert shown["Phase 2"]["data-after"] == "0"
    assert "data-after" not in shown["2.1"].attrs
    assert shown["2.2"]["data-after"] == "4"


def test_lines_may_lead_up():
    """Where an author writes a task above the one it waits for."""
    shown = rows(timeline(plan(phase(1, task("1.1", 8, "1.2"), task("1.2", 8, depends_on_nothing=True)))))
    assert path(shown["1.2"], "sets") == "M50.00 .5V0"
    assert path(shown["1.1"], "sets") == "M50.00 .5V1"


def test_a_task_waits_for_the_row_of_a_sub_task():
    """A sub-task has no row of its own."""
    made = plan(phase(1, task("1.1", 8, subtasks=(task("1.1.1"),)), task("1.2", 8, "1.1.1")))
    assert rows(timeline(made))["1.2"]["data-after"] == "1"


def test_too_many_lines_are_none():
    """Where everything waits for everything nobody could follow a line, and the page would be full of them."""
    many = [task(f"1.{n}", 8, *(f"1.{m}" for m in range(1, n))) for n in range(1, 101)]
    shown = timeline(plan(phase(1, *many)))
    assert not shown.select("tbody .plan-draw-link")
    assert shown.select("tr[data-after]")


@settings(max_examples=examples(80))
@given(plans(), calendars, st.dates(dt.date(2025, 12, 1), dt.date(2026, 6, 1)))
def test_lines_are_whole(made, calendar, today):
    """In every row between two that are linked there is a piece at the end of the first one's bar, and time runs on."""
    shown = entry(made, today=today, calendar=calendar)
    if shown.schedule is None or not shown.schedule.duration_hours:
        return
    window = TimeWindow.of(made, shown.schedule)
    found = [row for group in chart_rows(shown, shown.schedule, calendar, window) for row in group]
    lines = dependency_lines(found)
    for number, row in enumerate(found):
        for before in row.predecessors:
            end = found[before].bar.end
            assert found[before].bar.start <= row.bar.start + 1
            first, last = sorted((before, number))
            for between in range(first, last + 1):
                assert f"M{end:.2f} " in lines[between]


# The axis


@pytest.mark.parametrize(
    ("length", "start", "first", "last"),
    [
        (2, MONDAY, "0 h", "1.75 h"),
        (16, MONDAY, "0 h", "14 h"),
        (6 * 8, MONDAY, "12 Jan", "19 Jan"),
        (12 * 8, MONDAY, "12 Jan", "26 Jan"),
        (40 * 8, MONDAY, "12 Jan", "2 Mar"),
        (70 * 8, MONDAY, "12 Jan", "6 Apr"),
        (130 * 8, MONDAY, "Feb", "Jul"),
        (250 * 8, MONDAY, "Mar", "Nov"),
        (500 * 8, MONDAY, "Q2", "Q4"),
        (1000 * 8, dt.date(2026, 1, 1), "2026", "Jul"),
        (2000 * 8, MONDAY, "2027", "2033"),
        (20000 * 8, MONDAY, "2030", "2100"),
        (6 * 8, None, "day 1", "day 6"),
        (29 * 8, None, "day 1", "day 26"),
        (1000 * 8, None, "day 1", "day 801"),
    ],
)
def test_ticks_suit_the_span(length, start, first, last):
    """Hours, days, weeks, months, quarters or years, few enough to be read."""
    found = working_time_ticks(Axis.of(Calendar(), start), length)
    assert (found[0][1], found[-1][1]) == (first, last)
    assert 3 <= len(found) <= 9


def test_labels_do_not_run_over_the_end():
    """A tick near the end keeps its line and loses its label."""
    made = timeline(plan(phase(1, task("1.1", 11 * 40 / 10))))
    labels = {label["x"]: label.string for label in made.select(".plan-draw-axis text")}
    assert labels["72.73%"] == "16 Jan"
    assert labels["90.91%"] is None
