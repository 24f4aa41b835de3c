"""The timeline as a figure: valid to Plotly, the same rows as the table, and text stays text."""

import datetime as dt
import json

import plotly.graph_objects as go
import pytest
from effort import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from made_plans import calendars, est, phase, plan, plans, ref, task
from msgspec import structs

from mkdocs_planplugin.measure import measure
from mkdocs_planplugin.model import Calendar, ExternalDependency, State, Task
from mkdocs_planplugin.portfolio import Entry
from mkdocs_planplugin.schedule import schedule
from mkdocs_planplugin.views.plan.timeline.figure import figure_json, timeline_figure
from mkdocs_planplugin.views.plan.timeline.rows import chart_rows
from mkdocs_planplugin.views.plan.timeline.window import figure_length

TODAY = dt.date(2026, 1, 14)
DAY = 24 * 60 * 60 * 1000
HOSTILE = "</script><b>bold</b> &lt; $a$ <!-- \u2028 \ud800"


def rows(a_plan, *, today=TODAY, calendar=None):
    calendar = calendar or Calendar()
    planned = schedule(a_plan, calendar, today)
    made = Entry("plans/a.md", "plans/a/", a_plan, planned, measure(a_plan, planned, today, 30))
    return chart_rows(made, planned, calendar, figure_length(a_plan, planned)), planned


def figure(a_plan, *, today=TODAY):
    return timeline_figure(*rows(a_plan, today=today), today)


def traces(made):
    return {trace["name"]: trace for trace in made["data"]}


WORK = plan(
    phase(
        1,
        task("1.1", 8, state=State.DONE),
        task("1.2", 12, state=State.IN_PROGRESS),
        task("1.3", 16, state=State.BLOCKED),
        task("1.4", 8, state=State.CANCELLED),
    ),
    phase(2, task("2.1", est(16, 24), state=State.DEFERRED), task("2.2", 0)),
)


def test_work_of_which_no_time_is_left():
    """A task that says that nothing remains of it, and is not ticked, has a sign where its bar would be."""
    short = structs.replace(task("1.1", 8, state=State.IN_PROGRESS), remaining=est(0, 0))
    drawn = traces(figure(plan(phase(1, short, task("1.2", 8)))))
    assert drawn["no time"]["marker"]["symbol"] == ["diamond"]


def test_plotly_takes_it():
    """Every property is one that Plotly knows, with a value that it allows."""
    aside = phase(3, task("3.1", 4, "1.1", due=TODAY), task("3.2", 4, "3.1"), depends_on=())
    drawn = go.Figure(figure(structs.replace(WORK, phases=(*WORK.phases, aside))))
    names = "waits for, sets the finish, planned, expected, done, range, no time, due"
    assert ", ".join(trace.name for trace in drawn.data) == names


def test_the_plan_is_a_line_for_each_row():
    """One for each row that takes time, a sign for each other; from when to when, in days of the calendar."""
    made = traces(figure(WORK))
    assert made["planned"]["y"] == [0.42, 1.42, 2.42, 3.42, 5.42, 6.42]
    assert made["no time"]["y"] == [4.16, 7.16]
    assert made["no time"]["marker"]["symbol"] == ["x", "diamond"]
    assert made["planned"]["base"][:4] == ["2026-01-12", "2026-01-12", "2026-01-13", "2026-01-14 12:00"]
    assert made["planned"]["x"][1:4] == [DAY, 1.5 * DAY, 2 * DAY]
    assert made["planned"]["base"][4] == "2026-01-16 12:00"
    assert made["planned"]["x"][4] == 4.5 * DAY  # over a weekend
    assert made["planned"]["customdata"] == ["#p-1", "#a-1.1", "#a-1.2", "#a-1.3", "#p-2", "#a-2.1"]


def test_bars_are_what_is_expected_as_in_the_table():
    """Thick, from today on; what is over has only its line of the plan, which is thin."""
    made = traces(figure(plan(phase(1, task("1.1", 16, state=State.DONE), task("1.2", 24)))))
    assert made["expected"]["y"] == [0.16, 2.16]
    assert made["expected"]["base"] == ["2026-01-14", "2026-01-14"]
    assert made["expected"]["x"] == [3 * DAY, 3 * DAY]
    assert min(made["expected"]["width"]) > max(made["planned"]["width"])
    assert "line" in made["planned"]["marker"]
    assert made["planned"]["marker"]["color"] == "var(--plan-thread)"


def test_what_is_held_up_starts_later():
    """The bar of a blocked task begins when its promise is due, as in the table."""
    promise = (ExternalDependency("Depot", "keys for 1.1", "2026-01-20", 9, dt.date(2026, 1, 20)),)
    blocked = structs.replace(task("1.1", 8, state=State.BLOCKED), dependencies="Depot")
    made = traces(figure(plan(phase(1, blocked), external_dependencies=promise)))
    assert made["expected"]["base"] == ["2026-01-21", "2026-01-21"]


def test_without_a_forecast_bars_are_the_plan():
    """As in the table."""
    made = traces(figure(plan(phase(1, task("1.1", 8), task("1.2", 4)), start=None)))
    assert "expected" not in made
    assert made["planned"]["y"] == [0.16, 1.16, 2.16]
    assert max(made["planned"]["width"]) == 0.4


def test_what_is_done_is_filled():
    """As in the table: half of what is in progress, a phase by its tasks; all of what is done, without a forecast."""
    made = traces(figure(WORK))["done"]
    assert made["y"] == [0.16, 2.16]
    assert made["x"][1:] == [0.375 * DAY]  # half of the task is left, three quarters of a day
    assert made["hoverinfo"] == "skip"  # the bar behind it says all
    undated = traces(figure(structs.replace(WORK, start=None)))["done"]
    assert undated["y"] == [0.16, 1.16, 2.16]
    assert undated["x"][1:] == [1, 0.75]


def test_states_are_outlines():
    """Colours are the style sheet's."""
    waiting = task("1.2", 8, state=State.BLOCKED, parallel=True)
    marker = traces(figure(plan(phase(1, task("1.1", 16), waiting))))["expected"]["marker"]
    assert marker["line"]["color"][2] == "var(--plan-alarm)"
    assert marker["color"][1] == "var(--plan-planned)"


def test_the_critical_path_has_a_thick_outline():
    """And is called by its name on hover; the lines along it are thick, too."""
    made = traces(figure(plan(phase(1, task("1.1", 16), task("1.2", 8, parallel=True), task("1.3", 8, "1.1", "1.2")))))
    assert made["expected"]["marker"]["line"]["width"] == (0, 2, 1, 2)
    for name in ("expected", "planned"):
        assert "critical path" in made[name]["hovertext"][1]
        assert "critical path" not in made[name]["hovertext"][2]
    assert made["sets the finish"]["y"] == [1.16, 3.16, 3.16, None]
    assert made["waits for"]["y"] == [2.16, 3.16, 3.16, None]
    assert made["waits for"]["x"] == ["2026-01-15", "2026-01-15", "2026-01-16", None]
    assert made["sets the finish"]["line"]["width"] > made["waits for"]["line"]["width"]


def test_ranges_are_lines():
    """From the best finish of the plan to the worst."""
    made = traces(figure(WORK))["range"]
    assert (made["x"], made["y"]) == (["2026-01-20 12:00", "2026-01-21 12:00", None], [6.42, 6.42, None])


def test_days_that_are_due():
    """Marks for tasks and promises, a line with its words for the plan."""
    others = (ExternalDependency("Depot", "keys", "2026-01-15", 9, dt.date(2026, 1, 15)),)
    made = plan(
        phase(1, task("1.1", 40, due=dt.date(2026, 1, 14))), external_dependencies=others, due=dt.date(2026, 1, 16)
    )
    groups, planned = rows(made)
    drawn = timeline_figure(groups, planned, TODAY, made.due)
    assert go.Figure(drawn)
    assert traces(drawn)["due"]["x"] == ["2026-01-15"]  # the evening of the 14th
    assert traces(drawn)["no time"]["x"] == ["2026-01-16"]
    assert traces(drawn)["no time"]["hovertext"] == ["Depot: keys<br>15 Jan<br>external dependency, 15 Jan"]
    assert [shape["x0"] for shape in drawn["layout"]["shapes"]] == ["2026-01-14", "2026-01-17"]
    assert [note["text"] for note in drawn["layout"]["annotations"]] == ["today, 14 Jan", "due, 16 Jan"]


def test_what_nobody_estimated_has_no_estimate():
    """And is not said to take no time."""
    signs = traces(figure(plan(phase(1, task("1.1", 8), task("1.2", None)), phase(2, task("2.1", None)))))["no time"]
    assert [words.split("<br>")[2].split(", ")[0] for words in signs["hovertext"]] == ["no estimate"] * 3


def test_hover_says_what_the_row_says():
    """Name, days, length and state; when it was planned, where that is another day."""
    made = traces(figure(WORK))
    words = (
        "1.2 Do 1.2<br>14 Jan<br>1.5 days (12\N{NO-BREAK SPACE}h), in progress, critical path, planned 13 Jan → 14 Jan"
    )
    assert made["expected"]["hovertext"][1] == made["planned"]["hovertext"][2] == words


@pytest.mark.parametrize(
    ("today", "drawn"),
    [
        (dt.date(2026, 1, 14), True),
        (dt.date(2026, 1, 8), True),
        (dt.date(2026, 1, 28), True),
        (dt.date(2027, 1, 1), True),
        (dt.date(2025, 1, 1), False),
    ],
)
def test_today_is_drawn_where_it_is_near(today, drawn):
    """A dashed line with its date; far away it would press the rest together."""
    layout = figure(WORK, today=today)["layout"]
    assert [shape["x0"] for shape in layout["shapes"]] == ([today.isoformat()] if drawn else [])
    if drawn:
        start, end = layout["xaxis"]["range"]
        assert start < today.isoformat() < end


def test_a_plan_of_long_ago_does_not_press_what_is_left_together():
    """The axis begins near what is left; readers can move it back to where the plan was."""
    xaxis = figure(WORK, today=dt.date(2027, 1, 1))["layout"]["xaxis"]
    assert "2026-12-15" < xaxis["range"][0] < "2027-01-01"
    assert xaxis["minallowed"] < "2026-01-12"
    over = plan(phase(1, task("1.1", 8, state=State.DONE)))
    layout = figure(over, today=dt.date(2027, 1, 1))["layout"]
    assert layout["xaxis"]["range"][0] == layout["xaxis"]["minallowed"] < "2026-01-13"
    assert not layout["shapes"]


def test_days_are_counted_without_a_start():
    """The axis is day 1, day 2, and today has no place on it."""
    made = figure(plan(phase(1, task("1.1", 8), task("1.2", 4)), start=None))
    assert go.Figure(made)
    assert traces(made)["planned"]["base"] == [1, 1, 2]
    assert traces(made)["planned"]["x"] == [1.5, 1, 0.5]
    assert made["layout"]["xaxis"]["tickprefix"] == "day "
    assert not made["layout"]["shapes"]


def test_hostile_names_stay_names():
    """They end no script, are no markup, no entity and no formula in Plotly's labels."""
    evil = plan(phase(1, Task(ref("1.1"), HOSTILE, State.OPEN, 1, "a", est(8))))
    groups, planned = rows(evil)
    text = figure_json(groups, planned, TODAY)
    assert "<" not in text
    assert text.isascii()
    made = json.loads(text)
    assert made["layout"]["meta"]["names"][1].startswith("1.1 &lt;/script>&lt;b>bold&lt;/b> &amp;lt; ")
    assert made["layout"]["meta"]["narrow"]["names"][1].startswith("1.1 &lt;/script>&lt;b>bold&lt;/b> &amp;lt; ")
    words = traces(made)["expected"]["hovertext"][1]
    assert words.replace("<br>", "").count("<") == 0
    assert "$" not in words


def test_names_are_whole():
    """On wide pages and, in two lines, on narrow ones; what nobody could read is cut off, and hover says all."""
    long = "A title as long as some authors write them, who had a whole sentence in mind"
    endless = "word " * 60
    tasks = [Task(ref(f"1.{n}"), title, State.OPEN, 1, "a", est(8)) for n, title in enumerate((long, endless))]
    made = figure(plan(phase(1, *tasks)))
    wide, narrow = made["layout"]["meta"]["names"], made["layout"]["meta"]["narrow"]["names"]
    assert wide[1] == f"1.0 {long}"
    assert narrow[1].replace("<br>", " ") == wide[1]
    assert narrow[1].count("<br>") == 1
    assert wide[2].endswith(" …")
    assert len(wide[2]) <= 100
    assert traces(made)["expected"]["hovertext"][2].count("word") == 60


@settings(max_examples=examples(60))
@given(plans(), calendars, st.dates(dt.date(2025, 12, 1), dt.date(2026, 6, 1)) | st.dates())
def test_any_plan_has_a_figure(made, calendar, today):
    """Plotly takes the figure of every plan that has a timeline, and every row of the table is in it."""
    planned = schedule(made, calendar, today)
    if planned is None or not planned.duration_hours:
        return
    groups, planned = rows(made, today=today, calendar=calendar)
    drawn = json.loads(figure_json(groups, planned, today))
    go.Figure(drawn)
    heights = [trace["y"] for trace in drawn["data"] if trace["name"] in ("planned", "expected", "no time")]
    assert {int(y) for ys in heights for y in ys} == set(range(sum(map(len, groups))))
    assert all(len(ys) == len(set(ys)) for ys in heights)
    assert len(drawn["layout"]["meta"]["names"]) == sum(map(len, groups))
    assert all(length > 0 for trace in drawn["data"] if trace["type"] == "bar" for length in trace["x"])
