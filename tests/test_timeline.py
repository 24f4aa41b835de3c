"""The timeline of a plan page: what its table says, and what is drawn in its rows."""

import datetime as dt
import re

import pytest
from bs4 import BeautifulSoup
from effort import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from made_plans import MONDAY, calendars, est, phase, plan, plans, task
from msgspec import structs
from shown import CALENDAR, TODAY, context, entry, said, text, views

from mkdocs_planplugin.catalog import assumption_text
from mkdocs_planplugin.model import ExternalDependency, Position, State, Status
from mkdocs_planplugin.views import plan_views

# 5 days of work: 1.1 is done, 1.2 and 1.3 follow it side by side, 2.1 waits for both.
WORK = plan(
    phase(1, task("1.1", 8, state=State.DONE), task("1.2", est(8, 24), "1.1"), task("1.3", 8, "1.1")),
    phase(2, task("2.1", 16, "1.2", "1.3"), task("2.2", 0)),
)


def timeline(a_plan, *, today=MONDAY, calendar=CALENDAR):
    return views(a_plan, today=today, calendar=calendar)["timeline"]


def rows(made):
    """The rows of phases, tasks and promises by the ids or names of what they show."""
    return {said(row.b or row.bdi): row for row in made.select("tbody tr[class^=plan-row-]")}


def shapes(row, scale=".plan-draw:not(.plan-scaled)"):
    """What the drawing of a row shows: (name, from, width), in percent."""
    drawing = row.select_one(scale)
    found = drawing.find_all(["rect", "svg", "line"], recursive=False) if drawing else []
    return [
        (
            each["class"][-1].removeprefix("plan-draw-"),
            number(each, "x1" if each.name == "line" else "x"),
            number(each, "width"),
        )
        for each in found
    ]


def number(shape, name):
    return float(shape[name].removesuffix("%")) if shape.get(name) else None


def drawn(row, name):
    """Where one kind of shape lies in a row, None where it has none."""
    return next(((x, width) for shape, x, width in shapes(row) if shape == name), None)


def hidden(row):
    """The words of a row for those who do not see it."""
    return said(row.find_all("td")[-1])


def folded(made):
    """The rows that a browser leaves out at first, by their names, as the rules of the style sheet say."""
    return [said(row.b) for row in made.select("tbody tr:has(b)") if is_folded(row, row.parent)]


def is_folded(row, body):
    boxes = {box.find_parent("tr")["class"][0]: box.get("checked") is not None for box in body.find_all("input")}
    return (
        (row["class"][0] != "plan-row-phase" and not boxes.get("plan-row-phase", True))
        or ("plan-over" in row["class"] and not boxes["plan-fold"])
        or "plan-in-run" in body.get("class", ())
        or ("plan-is-over" in body.parent["class"] and body.find_previous_sibling("tbody") is not None)
    )


# The table


def test_the_table_is_complete_without_the_drawing():
    """A name, headers, state in words, dates for machines; what is drawn is said in hidden words, and not read twice."""
    made = timeline(WORK)
    assert made.table["aria-label"] == "Timeline"
    assert [said(th) for th in made.select("thead th")] == ["State", "Task12 Jan19 Jantoday, 12 Jan", "who", "finish"]
    first = rows(made)["1.2"]
    assert first.th["scope"] == "row"
    assert said(first.td) == "○ ready"
    assert said(first.th) == "1.2 Do 1.2"
    assert first.find("time")["datetime"] == "2026-01-13"
    assert hidden(first) == (
        "13 Jan, 2 days (16 h), estimate range 1 day to 3 days, planned 13 Jan to 14 Jan, sets the finish"
    )
    assert rows(made)["Phase 1"].th["scope"] == "rowgroup"
    assert all(drawing["aria-hidden"] == "true" for drawing in made.select("svg") if not drawing.find_parent("svg"))


def test_every_part_has_its_role():
    """A browser forgets what is a table where its rows are grids."""
    made = timeline(WORK)
    roles = {"table": "table", "thead": "rowgroup", "tbody": "rowgroup", "tr": "row", "td": "cell"}
    for name, role in roles.items():
        assert {each.get("role") for each in made.find_all(name)} == {role}
    assert {each["role"] for each in made.find_all("th")} == {"columnheader", "rowheader"}


def test_names_are_whole_and_keep_their_direction():
    """However long they are; a browser finds out by itself in which direction each runs."""
    long = "A title that no column of a table on a telephone could ever show, " * 5
    made = rows(timeline(plan(phase(1, structs.replace(task("1.1", 8), title=long), task("1.2", 8)))))
    assert said(made["1.1"].bdi) == long.strip()
    assert made["1.1"].a["href"] == "#a-1.1"


def test_text_stays_text():
    """Titles, ids, owners and teams of authors, in cells, in attributes and in drawings."""
    wild = structs.replace(task("1.1", 8, owner='<b>Ana "Bo"'), title='<i>x</i> & "y"')
    others = (ExternalDependency("<u>Team</u>", "<s>keys</s>", None, 7, dt.date(2026, 1, 14)),)
    made = timeline(plan(phase(1, wild, task("1.2", 8)), external_dependencies=others))
    assert not made.select("tbody :is(i, u, s), tbody b b, [onclick]")
    assert said(rows(made)["1.1"].bdi) == '<i>x</i> & "y"'
    assert made.select_one("td > [role=img]")["title"] == '<b>Ana "Bo"'
    assert said(made.select_one(".plan-row-outside").bdi) == "<u>Team</u>: <s>keys</s>"


def test_states():
    """Of what nobody has begun it is said whether one could begin now; in a plan that nobody works on it is open."""
    work = plan(
        phase(
            1,
            task("1.1", 8, state=State.IN_PROGRESS),
            task("1.2", 8, depends_on_nothing=True),
            task("1.3", 8, "1.2"),
            task("1.4", 8, state=State.BLOCKED),
            task("1.5", 8, state=State.DEFERRED),
            task("1.6", 8, state=None),
        )
    )
    states = ["◐ in progress", "○ ready", "◌ waiting", "■ blocked", "» deferred", "– not tracked"]
    assert [said(row.td) for name, row in rows(timeline(work)).items() if name != "Phase 1"] == states
    over = rows(timeline(structs.replace(work, status=Status.CANCELLED)))
    assert said(over["1.2"].td) == said(over["1.3"].td) == "○ open"


def test_people_are_initials():
    """With the whole name for those who point at them, and for those who do not see them; nobody does what is over."""
    work = [task(f"1.{n}", 8, owner="Mairi Lund, ana") for n in (1, 2)]
    work.append(task("1.3", 8, state=State.DONE, owner="Mairi Lund"))
    made = rows(timeline(plan(phase(1, *work))))
    assert [(each["title"], each["role"], said(each)) for each in made["1.1"].select("td > span[title]")] == [
        ("Mairi Lund", "img", "ML"),
        ("ana", "img", "AN"),
    ]
    assert not made["1.3"].select("td > span[title]")


def test_days_have_years_where_they_need_them():
    """Not in a plan of a few months, even over New Year."""
    near = timeline(plan(phase(1, task("1.1", 160)), start=dt.date(2025, 12, 15)), today=dt.date(2025, 12, 15))
    assert hidden(rows(near)["1.1"]).startswith("9 Jan, ")
    far = timeline(plan(phase(1, task("1.1", 4000))))
    assert re.search(r"20\d\d", hidden(rows(far)["1.1"]))


def test_days_are_counted_without_a_start():
    """An axis without dates says day 1, day 6, and nothing of today; bars are the plan, which has no line then."""
    made = timeline(structs.replace(WORK, start=None))
    assert [label.string for label in made.select("thead .plan-draw-tick")] == ["day 1", "day 6"]
    assert hidden(rows(made)["2.1"]) == "day 5, 2 days (16 h), sets the finish"
    assert shapes(rows(made)["2.1"]) == [("work", 30, 20), ("edge", 30, 20)]
    assert "oday" not in text(made)
    assert not made.find("time")
    assert not made.select(".plan-draw-past, .plan-state-ready .plan-draw-plan")


def test_no_estimates_no_drawing():
    """Where nothing takes time, the header says so."""
    made = views(plan(phase(1, task("1.1"))))
    assert "timeline" not in made
    assert "No task has an estimate, so there is no forecast." in text(made["summary"])
    assert "Planned" not in text(made["summary"])


def test_what_nobody_estimated_says_so():
    """It is no milestone: it has no sign, no finish, and sets none."""
    made = rows(timeline(plan(phase(1, task("1.1", 8), task("1.2"), task("1.3", 0)))))
    assert said(made["1.2"].th) == "1.2 Do 1.2 no estimate"
    assert hidden(made["1.2"]) == "no estimate"
    unknown = rows(timeline(plan(phase(1, task("1.1")), phase(2, task("2.1", 8)))))
    assert said(unknown["Phase 1"].td) == ""  # nor is there a day on which the whole phase ends
    assert shapes(made["1.2"]) == []
    assert drawn(made["1.3"], "milestone")
    assert "takes no time" in hidden(made["1.3"])


def test_the_finish_depends_on_what_has_an_estimate():
    """Of other work nobody knows how long it takes, so nothing is said to depend on it."""
    made = timeline(plan(phase(1, task("1.1", 8), task("1.2", depends_on_nothing=False))))
    assert said(made.select_one(".plan-headline")) == "Finish 12 Jan depends on 1.1."


def test_blocked_without_a_day_has_no_day():
    """Its row has none, and that of the plan says the earliest one, with no chance of keeping it."""
    stuck = task("1.1", est(8, 24), state=State.BLOCKED)
    made = timeline(plan(phase(1, stuck, task("1.2", 40, "1.1"))))
    assert not rows(made)["1.1"].find("time")
    assert said(made.select_one(".plan-headline")) == "Finish 20 Jan at the earliest; it depends on 1.1 → 1.2."
    assert "to 20 Jan at the earliest" in said(made.select_one(".plan-whole"))
    assert "80%" not in text(made)
    assert not made.select(".plan-draw-sure")
    until = timeline(plan(phase(1, structs.replace(stuck, blocked_until=dt.date(2026, 1, 16)), task("1.2", 40, "1.1"))))
    assert rows(until)["1.1"].find("time")
    assert "80%" in text(until)


def test_words_in_a_bar_fit_into_it():
    """Those of the whole plan stand in its bar where there is room; where a phone has less, only on wider pages."""
    classes = {}
    for name, hours in (("long", 80), ("short", 24), ("tiny", 8)):
        made = timeline(plan(phase(1, task("1.1", hours), task("1.2", 8)), due=dt.date(2026, 1, 23)))
        classes[name] = [words["class"] for words in made.select(".plan-draw-inside")]
    assert classes["long"] == [["plan-draw-inside"]]
    assert classes["short"] == [["plan-draw-inside", "plan-draw-seldom"]]
    assert classes["tiny"] == []


def test_what_was_cancelled_has_no_length():
    """It is not said to take no time: its state says it."""
    made = rows(timeline(plan(phase(1, task("1.1", 8), task("1.2", 8, state=State.CANCELLED)))))
    assert hidden(made["1.2"]) == "planned 12 Jan"


def test_the_day_of_a_promise_is_said_once():
    """At the end of its row, and not in its words; it is no reproach in a plan that is over."""
    promise = ExternalDependency("Bank", "keys (by 2026-01-13)", "2026-01-13", 1, dt.date(2026, 1, 13))
    made = plan(phase(1, task("1.1", 8)), external_dependencies=(promise,))
    row = timeline(made, today=dt.date(2026, 1, 15)).select_one("tr.plan-row-outside")
    assert (said(row.th), said(row.select("td")[-1])) == ("Bank: keys", "13 Jan")
    assert said(row.td) == "■ 2 days ago"
    over = structs.replace(made, status=Status.COMPLETE)
    assert said(timeline(over, today=dt.date(2026, 1, 15)).select_one("tr.plan-row-outside td")) == "▽ 2 days ago"


def test_what_is_ready_waits_for_nothing():
    """That a task is planned after the one before it is an assumption, and stands there."""
    made = timeline(plan(phase(1, task("1.1", 8), task("1.2", 8), task("1.3", 8, "1.2"))))
    assert said(rows(made)["1.2"].td) == "○ ready"
    assert [said(each) for each in made.select("details")[0].select("li")] == ["1.3 on 1.2"]


@pytest.mark.parametrize("status", [Status.DRAFT, Status.ON_HOLD])
def test_nothing_is_ready_in_a_plan_that_nobody_works_on(status):
    """Nor does anything wait: nobody could begin it if it did not. What is planned after what is still told."""
    made = plan(phase(1, task("1.1", 8), task("1.2", 8, "1.1")), status=status)
    assert [said(row.td) for name, row in rows(timeline(made)).items() if name.startswith("1.")] == ["○ open"] * 2
    assert [said(each) for each in timeline(made).select("details")[0].select("li")] == ["1.2 on 1.1"]


def test_the_last_column_says_which_days_it_has():
    """Expected ones, or, where nothing is expected, those of the plan."""
    made = plan(phase(1, task("1.1", 8)))
    heads = [
        said(timeline(each).select_one("thead .plan-finish")) for each in (made, structs.replace(made, start=None))
    ]
    assert heads == ["finish", "planned"]


def test_no_schedule_no_timeline():
    """A plan without anything to place has no such view."""
    assert views(plan()).keys() == {"summary"}


def test_assumptions_are_told():
    """Each as a line of a list that one can open."""
    made = entry(WORK)
    shown = BeautifulSoup(plan_views(made, CALENDAR, context())["timeline"], "html.parser").find_all("details")[-1]
    assert [said(item) for item in shown.find_all("li")] == [
        assumption_text(each) for each in made.schedule.assumptions
    ]
    assert said(shown.summary).startswith(f"{len(made.schedule.assumptions)} assumption")


def test_tasks_outside_the_phases_come_last():
    """In a group of their own."""
    made = timeline(plan(phase(1, task("1.1", 8)), tasks=(task("T9", 8),)))
    assert len(made.select("tbody")) == 3
    assert said(made.select("tbody")[-1].a) == "T9 Do T9"


# Bars


def test_bars_are_what_is_expected():
    """From when to when what is left will be done, in percent of the window; half of what is begun is filled. The plan
    is a line."""
    made = rows(timeline(WORK, today=TODAY))
    assert shapes(made["1.2"]) == [("plan", 10, 20), ("work", 20, 20), ("edge", 20, 20)]
    assert shapes(made["2.1"]) == [("plan", 30, 20), ("work", 40, 20), ("edge", 40, 20)]
    begun = timeline(plan(phase(1, task("1.1", 40, state=State.IN_PROGRESS))))
    assert shapes(rows(begun)["1.1"]) == [("plan", 0, 50), ("work", 0, 25), ("done", 0, 12.5), ("edge", 0, 25)]
    assert "plan-state-in-progress" in rows(begun)["1.1"]["class"]


def test_done_work_has_no_bar():
    """Nobody said when it was done: its plan is there, and its words."""
    made = rows(timeline(WORK, today=TODAY))
    assert shapes(made["1.1"]) == [("plan", 0, 10)]
    assert hidden(made["1.1"]) == "1 day (8 h), planned 12 Jan"


def test_slack_is_a_tail():
    """From the bar to the day up to which it may slip, with a mark at its end, and in words."""
    made = rows(timeline(WORK, today=TODAY))
    assert shapes(made["1.3"]) == [("plan", 10, 10), ("slack", 30, 10), ("slack-end", 40, None), ("work", 20, 10)]
    assert hidden(made["1.3"]).endswith("may slip 1 day")
    assert not drawn(made["1.2"], "slack")


def test_subtasks_fill_their_task():
    """By the share of them that is done."""
    parts = (task("1.1.1", state=State.DONE), task("1.1.2"))
    made = rows(timeline(plan(phase(1, task("1.1", 80, subtasks=parts)))))
    start, width = drawn(made["1.1"], "work")
    assert drawn(made["1.1"], "done") == (start, pytest.approx(width / 2, abs=0.1))
    assert said(made["1.1"].td) == "◐ in progress"


def test_phases_reach_from_first_to_last():
    """Of what is left of them, with their plan; without tasks they are one block, or a moment."""
    made = rows(timeline(WORK, today=TODAY))
    assert shapes(made["Phase 1"]) == [("plan", 0, 30), ("work", 20, 20)]
    assert said(made["Phase 1"].th) == "Tasks of Phase 1Phase 1 Part 1 1 of 3 tasks · planned to 14 Jan"
    alone = rows(timeline(plan(phase(1, hours=8), phase(2), phase(3, hours=8))))
    assert [[name for name, *_ in shapes(row)] for row in alone.values()] == [["work"], ["milestone"], ["work"]]


def test_what_sets_the_finish_is_more_than_a_colour():
    """An edge along the bar, and words for those who do not see it."""
    made = timeline(WORK)
    critical = {name for name, row in rows(made).items() if drawn(row, "edge")}
    assert critical == {"1.2", "2.1"}
    said_so = {name for name, row in rows(made).items() if "sets the finish" in hidden(row)}
    assert said_so == {"1.2", "2.1", "2.2"}


def test_the_key_names_what_is_drawn():
    """And nothing else; each with a picture of it."""
    key = timeline(plan(phase(1, task("1.1", 8)))).select(".plan-key li")
    assert [said(each) for each in key] == ["expected", "sets the finish", "planned"]
    assert all(each.svg["aria-hidden"] == "true" for each in key)
    begun = plan(phase(1, task("1.1", 8, state=State.IN_PROGRESS), task("1.2", 16, parallel=True)))
    assert [said(each) for each in timeline(begun).select(".plan-key li")] == [
        "expected", "begun", "sets the finish", "may slip this far", "planned",
    ]  # fmt: skip
    rests = structs.replace(WORK, status=Status.ON_HOLD)
    assert [said(each) for each in timeline(rests).select(".plan-key li")] == [
        "planned", "sets the finish", "may slip this far",
    ]  # fmt: skip


# The whole plan


def test_the_whole_plan_comes_first():
    """From today to when it is expected, red from the day it is due on, pale to the day that is kept with 80%."""
    made = timeline(structs.replace(WORK, due=TODAY), today=TODAY)
    whole = made.select_one("tbody tr")
    assert said(whole.th) == "Whole planplanned, to 16 Janexpected, to 19 Jan"
    assert shapes(whole) == [("plan", 0, 50), ("sure", 60, 10), ("whole", 20, 10), ("over-due", 30, 30)]
    assert "plan-late" in whole["class"]
    assert hidden(whole) == ("19 Jan, 80% likely by 20 Jan, planned 12 Jan to 16 Jan, 5 working days, due 14 Jan")


def test_a_plan_that_is_over_is_one_row():
    """Its sign, what has become of it, and the line of its plan; the others can be unfolded."""
    over = plan(phase(1, task("1.1", 8, state=State.DONE), task("1.2", 8, state=State.DONE)))
    made = timeline(over, today=dt.date(2026, 5, 1))
    assert said(made.select_one("tbody tr").th) == "Whole plan ✓ complete · 2 of 2 tasks"
    assert [name for name, *_ in shapes(made.select_one("tbody tr"))] == ["plan"]
    assert "plan-is-over" in made.table["class"]
    assert folded(made) == ["Phase 1", "1.1", "1.2"]
    assert [said(label) for label in made.select(".plan-switch label")] == ["Whole plan", "All tasks"]
    assert "All dates are in the past; today is 1 May 2026." in text(made)


def test_one_task_is_no_whole():
    """It says all by itself: there is no row of the plan, and nothing to fold."""
    made = timeline(plan(phase(1, task("1.1", 8))))
    assert list(rows(made)) == ["Phase 1", "1.1"] == [said(row.b) for row in made.select("tbody tr")]
    assert not made.select(".plan-switch")


# What is folded


def test_finished_phases_are_one_row():
    """With their count and dates; a box unfolds them."""
    made = timeline(plan(phase(1, task("1.1", 8, state=State.DONE)), phase(2, task("2.1", 8))))
    first, second = (rows(made)[name] for name in ("Phase 1", "Phase 2"))
    assert said(first.select_one(".plan-said")) == "✓ 1 of 1 task done · planned 12 Jan"
    assert not first.svg
    assert (first.input.get("checked"), second.input.get("checked")) == (None, "")
    assert folded(made) == ["1.1"]


def test_settled_tasks_of_an_open_phase_are_one_row():
    """Where there are two or more; one stays as it is."""
    done, given_up = task("1.1", 8, state=State.DONE), task("1.2", 8, state=State.CANCELLED)
    made = timeline(plan(phase(1, done, given_up, task("1.3", 8))))
    assert said(made.select_one("tr.plan-fold")) == "✓ 1 done · ✕ 1 cancelled"
    assert folded(made) == ["1.1", "1.2"]
    alone = timeline(plan(phase(1, done, task("1.3", 8))))
    assert not alone.select("tr.plan-fold")
    assert folded(alone) == []


def test_many_finished_phases_are_one_row():
    """A run of four from the first on, in a plan that goes on."""
    finished = [phase(n, task(f"{n}.1", 8, state=State.DONE)) for n in range(1, 5)]
    made = timeline(plan(*finished, phase(5, task("5.1", 8))))
    assert said(made.select_one(".plan-run tr")) == "✓ Phases 1 to 4 finished, 4 tasks"
    assert {"Phase 1", "Phase 4"} < set(folded(made))
    assert not timeline(plan(*finished[:3], phase(5, task("5.1", 8)))).select(".plan-run")
    assert not timeline(plan(*finished)).select(".plan-run")


def test_phases_far_ahead_are_folded_in_a_large_plan():
    """Those that begin more than 30 working days from now, where more than 60 tasks are left."""
    phases = [phase(n, *(task(f"{n}.{m}", 8) for m in range(1, 21))) for n in range(1, 5)]
    made = timeline(plan(*phases))
    assert {name.split(".")[0] for name in folded(made)} == {"3", "4"}
    assert said(rows(made)["Phase 3"].select_one(".plan-said")) == "0 of 20 tasks · planned 9 Mar → 3 Apr"
    assert drawn(rows(made)["Phase 3"], "work")
    assert folded(timeline(plan(*phases[:3]))) == []


def test_a_long_plan_has_two_scales():
    """The half year around today first; each row is drawn in both, and what lies beyond the edge is an arrow."""
    work = plan(phase(1, task("1.1", 800), task("1.2", 800), task("1.3", 800)))
    made = timeline(work)
    assert [said(label) for label in made.select(".plan-switch label")] == ["6 months", "All"]
    assert len(made.select(".plan-lines")) == 2
    assert [len(row.select(".plan-draw")) for row in made.select("tr")] == [2] * 6
    assert [name for name, *_ in shapes(rows(made)["1.2"])] == ["plan", "work", "edge", "beyond"]
    assert [name for name, *_ in shapes(rows(made)["1.3"])] == ["beyond"]
    assert drawn(rows(made)["1.1"], "work") == (0, 90.9)
    assert shapes(rows(made)["1.1"], ".plan-scaled")[1] == ("work", 0, 32.2)


# Today, and days that are due


def test_today():
    """A line where it lies on the axis; a sentence where it does not."""
    made = timeline(WORK, today=TODAY)
    assert made.select_one(".plan-lines .plan-draw-today")["d"] == "M20.00 0V1"
    assert said(made.select_one("thead .plan-draw-now")) == "today, 14 Jan"
    before = timeline(WORK, today=dt.date(2026, 1, 5))
    assert not before.select(".plan-draw-today")
    assert "Today, 5 Jan 2026, is before the start." in text(before)


def test_what_is_left_has_the_room_and_the_rest_is_told():
    """A plan that lies long ago is no line; its dates stand in the first row."""
    made = timeline(WORK, today=dt.date(2027, 1, 14))
    assert drawn(rows(made)["1.2"], "plan") is None
    assert drawn(rows(made)["1.2"], "work")[1] > 9
    assert "◂ planned 12 Jan 2026 → 16 Jan 2026" in text(made.select_one("tbody tr"))
    assert "Finish 19 Jan depends on" in said(made.select_one(".plan-headline"))


def test_days_that_are_due():
    """A flag at the evening of the day a task is due; where that is missed it is red, dotted to the bar, and in words. A
    line and a label for the plan."""
    early, late = dt.date(2026, 1, 12), dt.date(2026, 1, 16)
    made = timeline(
        plan(phase(1, task("1.1", 16, due=early), task("1.2", 24, due=late)), due=dt.date(2026, 1, 15)),
        today=dt.date(2026, 1, 5),
    )
    assert drawn(rows(made)["1.1"], "missed") == (10, None)
    assert said(rows(made)["1.1"].select_one(".plan-alarm")) == "due 12 Jan"
    assert drawn(rows(made)["1.2"], "due") == (50, None)
    assert not rows(made)["1.2"].select(".plan-alarm")
    assert hidden(rows(made)["1.2"]).endswith("due 16 Jan")
    assert made.select_one(".plan-lines .plan-draw-due-line")["d"] == "M40.00 0V1"
    assert said(made.select_one("thead .plan-draw-then")) == "due, 15 Jan ⚑"
    later = timeline(plan(phase(1, task("1.1", 8), task("1.2", 24, due=early))), today=MONDAY)
    assert ("late", 10, None) in shapes(rows(later)["1.2"]) or drawn(rows(later)["1.2"], "missed") == (10, None)


def test_external_dependencies():
    """A row for each that has a day, the earliest first, with its words and how far it is; the mark is at the evening of
    that day, beyond the edge an arrow."""
    others = (
        ExternalDependency("Boxwren", "signing keys", "2026-01-14", 7, dt.date(2026, 1, 14)),
        ExternalDependency(None, "a socket", "2027-01-14", 8, dt.date(2027, 1, 14)),
        ExternalDependency("Depot", "a table", "2026-01-09", 9, dt.date(2026, 1, 9)),
        ExternalDependency("Depot", "some day", None, 9),
    )
    made = timeline(plan(phase(1, task("1.1", 40)), external_dependencies=others))
    shown = made.select("tr.plan-row-outside")
    assert [(said(row.td), said(row.th)) for row in shown] == [
        ("■ 3 days ago", "Depot: a table"),
        ("▽ in 2 days", "Boxwren: signing keys"),
        ("▽ in 367 days", "a socket"),
    ]
    assert said(made.select_one("tr.plan-title")) == "External dependencies"
    assert shown[1].time["datetime"] == "2026-01-14"
    assert shapes(shown[1]) == [("outside", 30, None)]
    assert shapes(shown[2]) == [("beyond", 99, None)]
    undated = timeline(plan(phase(1, task("1.1", 40)), external_dependencies=others, start=None))
    assert not undated.select(".plan-row-outside")


def test_what_is_held_up_waits_in_a_box():
    """From today to the day that its author or another team names, with the team where there is room; then its bar. The
    day stands behind its name, the promise says what it holds up."""
    keys = ExternalDependency("Boxwren", "signing keys", "2026-01-16", 7, dt.date(2026, 1, 16))
    blocked = structs.replace(task("1.1", 16, state=State.BLOCKED), title="Sign what Boxwren sends")
    made = timeline(plan(phase(1, blocked, task("1.2", 8)), external_dependencies=(keys,)))
    first = rows(made)["1.1"]
    assert [name for name, *_ in shapes(first)] == ["plan", "wait", "work", "edge", "outside"]
    assert drawn(first, "wait") == (0, 50)
    assert drawn(first, "outside") == (50, None)
    assert drawn(first, "work")[0] == 50
    assert said(first.select_one("text")) == "Boxwren"
    assert said(first.select_one(".plan-said")) == "until 16 Jan"
    assert said(made.select_one("tr.plan-row-outside .plan-said")) == "(holds up 1.1)"
    assert hidden(first).startswith("20 Jan, ")


def test_what_is_not_counted_is_said():
    """Beside the finish, the most harmful first, with links; no line where there is nothing to say."""
    made = timeline(plan(phase(1, task("1.1", 8, state=State.BLOCKED), task("1.2", 8))))
    line = made.find(string="Not counted:").find_parent("p")
    assert said(line) == "Not counted: 1.1 is blocked, and nobody has said until when."
    assert line.a["href"] == "#a-1.1"
    assert "Not counted" not in text(timeline(WORK))


# What waits for what


def test_rows_say_what_they_wait_for():
    """By numbers of rows, for the script; from phase to phase, and not from each task to each."""
    made = plan(
        phase(1, task("1.1", 8), task("1.2", 16, parallel=True), task("1.3", 8, "1.1", "1.2")),
        phase(2, task("2.1", 8), task("2.2", 8)),
    )
    shown = {name: row.get("data-after") for name, row in rows(timeline(made)).items()}
    assert shown == {
        "Phase 1": None, "1.1": None, "1.2": None, "1.3": "1 2", "Phase 2": "0", "2.1": None, "2.2": "5",
    }  # fmt: skip


def test_rows_that_follow_each_other_are_named_by_the_first_and_the_last():
    """Many tasks may wait for many: the page does not grow with their product."""
    names = [f"1.{n}" for n in range(1, 9)]
    made = plan(phase(1, *(task(name, 8, parallel=True) for name in names), task("1.9", 8, *names[:2], *names[3:7])))
    assert rows(timeline(made))["1.9"]["data-after"] == "1 2 4-7"


def test_what_waits_is_said_in_sentences():
    """For those who have no script, no mouse and no eyes for lines; what is over holds nobody back."""
    work = plan(
        phase(1, task("1.1", 8, state=State.DONE), task("1.2", 8, "1.1"), task("1.3", 8, "1.1", "1.2")),
        phase(2, task("2.1", 8)),
    )
    block = timeline(work).details
    assert said(block.summary) == "What waits for what: 2 entries"
    assert [said(item) for item in block.find_all("li")] == ["1.3 on 1.2", "Phase 2 on Phase 1"]
    assert [link["href"] for link in block.find_all("a")][:2] == ["#a-1.3", "#a-1.2"]


def test_a_task_waits_for_the_row_of_a_sub_task():
    """A sub-task has no row of its own."""
    made = plan(phase(1, task("1.1", 8, subtasks=(task("1.1.1"),)), task("1.2", 8, "1.1.1")))
    assert rows(timeline(made))["1.2"]["data-after"] == "1"


def test_a_phase_that_only_begins_somewhere_has_no_timeline():
    """`Phase 1: Dig (from week 3)`, without an estimate or tasks: nothing can be drawn, and no finish is told."""
    begins = structs.replace(phase(1), position=Position("from week 3", 80.0, None))
    assert "timeline" not in views(plan(begins))


@settings(max_examples=examples(80))
@given(plans(), calendars, st.dates(dt.date(2025, 12, 1), dt.date(2026, 6, 1)))
def test_any_plan_has_its_rows(made, calendar, today):
    """One for each phase and task, with a number for the script; nothing is drawn outside the chart."""
    shown = entry(made, today=today, calendar=calendar)
    if shown.schedule is None:
        return
    html = plan_views(shown, calendar, context(today=today))
    if not shown.schedule.duration_hours or not shown.schedule.critical_path:
        assert "timeline" not in html
        return
    page = BeautifulSoup(html["timeline"], "html.parser")
    found = page.select("tr[class^=plan-row-]")
    tasks = [item for item in shown.schedule.items if item.kind == "task"]
    assert len([row for row in found if row["class"][0] != "plan-row-outside"]) == len(made.phases) + len(tasks)
    for row in found:
        assert all(int(number) < len(found) for number in re.findall(r"\d+", row.get("data-after", "")))
    for shape in page.select("tbody rect"):
        assert 0 <= number(shape, "x") <= number(shape, "x") + (number(shape, "width") or 0) <= 100.1
