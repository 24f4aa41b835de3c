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
from mkdocs_planplugin.views.plan.timeline.window import FigureWindow

TODAY = dt.date(2026, 1, 14)
DAY = 24 * 60 * 60 * 1000
HOSTILE = "</script><b>bold</b> &lt; $a$ <!-- \u2028 \ud800"


def rows(a_plan, *, today=TODAY, calendar=None):
    calendar = calendar or Calendar()
    planned = schedule(a_plan, calendar, today)
    made = Entry("plans/a.md", "plans/a/", a_plan, planned, measure(a_plan, planned, today, 30))
    return chart_rows(made, planned, calendar, FigureWindow.of(a_plan, planned)), planned


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


def test_plotly_takes_it():
    """Every property is one that Plotly knows, with a value that it allows."""
    aside = phase(3, task("3.1", 4, "1.1", due=TODAY), depends_on=())
    drawn = go.Figure(figure(structs.replace(WORK, phases=(*WORK.phases, aside))))
    names = "waits for, sets the finish, planned, done, forecast, range, no time, due"
    assert ", ".join(trace.name for trace in drawn.data) == names


def test_bars_are_the_rows_of_the_table():
    """One for each row that takes time, a sign for each other; from when to when, in days of the calendar."""
    made = traces(figure(WORK))
    assert made["planned"]["y"] == [0, 1, 2, 3, 5, 6]
    assert made["no time"]["y"] == [4, 7]
    assert made["no time"]["marker"]["symbol"] == ["x", "diamond"]
    assert made["planned"]["base"][:4] == ["2026-01-12", "2026-01-12", "2026-01-13", "2026-01-14 12:00"]
    assert made["planned"]["x"][1:4] == [DAY, 1.5 * DAY, 2 * DAY]
    assert made["planned"]["base"][4] == "2026-01-16 12:00"
    assert made["planned"]["x"][4] == 4.5 * DAY  # over a weekend
    assert made["planned"]["customdata"] == ["#p-1", "#a-1.1", "#a-1.2", "#a-1.3", "#p-2", "#a-2.1"]


def test_what_is_done_is_filled():
    """As in the table: all of what is done, half of what is in progress, a phase by its tasks."""
    made = traces(figure(WORK))["done"]
    assert made["y"] == [0, 1, 2]
    assert made["x"][1:] == [DAY, 0.75 * DAY]
    assert made["hoverinfo"] == "skip"  # the bar behind it says all


def test_states_are_outlines():
    """Colours are the style sheet's."""
    waiting = task("1.2", 8, state=State.BLOCKED, parallel=True)
    marker = traces(figure(plan(phase(1, task("1.1", 16), waiting))))["planned"]["marker"]
    assert marker["line"]["color"][2] == "var(--plan-alarm)"
    assert marker["color"][1] == "var(--plan-planned)"


def test_the_critical_path_has_a_thick_outline():
    """And is called by its name on hover; the lines along it are thick, too."""
    made = traces(figure(plan(phase(1, task("1.1", 16), task("1.2", 8, parallel=True), task("1.3", 8, "1.1", "1.2")))))
    assert made["planned"]["marker"]["line"]["width"] == (0, 2, 1, 2)
    assert "critical path" in made["planned"]["hovertext"][1]
    assert "critical path" not in made["planned"]["hovertext"][2]
    assert made["sets the finish"]["y"] == [1, 3, 3, None]
    assert made["waits for"]["y"] == [2, 3, 3, None]
    assert made["waits for"]["x"] == ["2026-01-13", "2026-01-13", "2026-01-14", None]
    assert made["sets the finish"]["line"]["width"] > made["waits for"]["line"]["width"]


def test_ranges_are_lines():
    """From the best finish to the worst."""
    made = traces(figure(WORK))["range"]
    assert (made["x"], made["y"]) == (["2026-01-20 12:00", "2026-01-21 12:00", None], [6, 6, None])


def test_what_is_left_is_below():
    """Where it moves, in bars of its own."""
    made = traces(figure(plan(phase(1, task("1.1", 8), task("1.2", 8, state=State.DONE)))))["forecast"]
    assert made["base"] == ["2026-01-14", "2026-01-14"]
    assert made["y"] == [0.42, 1.42]
    assert made["hovertext"][1].endswith("forecast 14 Jan → 14 Jan")


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
    assert traces(drawn)["no time"]["hovertext"] == ["Depot: keys<br>15 Jan<br>from outside, 15 Jan"]
    assert [shape["x0"] for shape in drawn["layout"]["shapes"]] == ["2026-01-14", "2026-01-17"]
    assert [note["text"] for note in drawn["layout"]["annotations"]] == ["today, 14 Jan", "due, 16 Jan"]


def test_hover_says_what_the_row_says():
    """Name, days, length and state."""
    assert traces(figure(WORK))["planned"]["hovertext"][2] == (
        "1.2 Do 1.2<br>13 Jan → 14 Jan<br>1.5 days (12\N{NO-BREAK SPACE}h), in progress, critical path, forecast 14 Jan → 14 Jan"
    )


@pytest.mark.parametrize(
    ("today", "drawn"),
    [
        (dt.date(2026, 1, 14), True),
        (dt.date(2026, 1, 8), True),
        (dt.date(2026, 1, 28), True),
        (dt.date(2027, 1, 1), False),
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
    assert made["layout"]["yaxis"]["ticktext"][1].startswith("1.1 &lt;/script>&lt;b>bold&lt;/b> &amp;lt; ")
    said = traces(made)["planned"]["hovertext"][1]
    assert said.replace("<br>", "").count("<") == 0
    assert "$" not in said


def test_long_names_are_cut():
    """In labels; narrow pages have short ones, and hover says all."""
    words = "A very long title that would leave no room"
    layout = figure(plan(phase(1, Task(ref("1.1"), words, State.OPEN, 1, "a", est(8)))))["layout"]
    assert layout["yaxis"]["ticktext"][1] == "1.1 A very long title that would…"
    assert layout["meta"]["short"] == ["Phase 1", "1.1"]


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
    shown = [y for trace in drawn["data"] if trace["name"] in ("planned", "no time") for y in trace["y"]]
    assert sorted(shown) == list(range(sum(map(len, groups))))
    assert all(length > 0 for trace in drawn["data"] if trace["type"] == "bar" for length in trace["x"])
