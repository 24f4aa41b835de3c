"""The timeline over all plans: what it draws, in which order, and what it says of the rest."""

import dataclasses
import datetime as dt

from bs4 import BeautifulSoup
from made_plans import MONDAY, phase, plan, task

from mkdocs_planplugin.measure import measure
from mkdocs_planplugin.model import Calendar, State, Status
from mkdocs_planplugin.portfolio import Entry, Portfolio
from mkdocs_planplugin.schedule import schedule
from mkdocs_planplugin.views import Context, portfolio_view
from mkdocs_planplugin.views.ticks import calendar_ticks

TODAY = dt.date(2026, 1, 14)


def entry(title, *phases, **rest):
    made = dataclasses.replace(plan(*phases, **rest), title=title)
    planned = schedule(made, Calendar(), TODAY)
    return Entry(f"{title}.md", f"{title}/", made, planned, measure(made, planned, TODAY, 30))


def shown(*entries, today=TODAY):
    context = Context(today, lambda path: f"../{path}", None)
    return BeautifulSoup(portfolio_view(Portfolio.of(entries), context), "html.parser")


def said(element):
    return " ".join(element.get_text(" ").split())


def week(number, **rest):
    """A plan of one task of one week that starts so many weeks after the first."""
    return phase(1, task("1.1", 40, **rest)), MONDAY + dt.timedelta(7 * number)


def titles(made):
    return [said(row.th.a) for row in made.select("tbody tr:not(.plan-group)")]


def test_plans_are_sorted_by_finish_and_finished_ones_come_last():
    """Open plans first, whatever their state; complete and cancelled ones under a heading of their own."""
    works = {"late": week(2), "soon": week(0), "over": week(-1), "gone": week(-2), "held": week(1)}
    status = {"over": Status.COMPLETE, "gone": Status.CANCELLED, "held": Status.ON_HOLD}
    made = shown(*(entry(name, work, start=at, status=status.get(name)) for name, (work, at) in works.items()))
    assert titles(made) == ["soon", "held", "late", "gone", "over"]
    assert said(made.select_one(".plan-group")) == "Complete or cancelled"
    assert len(made.select(".plan-finished tr")) == 3


def test_phases_are_bars_on_days_of_the_calendar():
    """From their first to their last day, weekends included, filled by the share of tasks that is done."""
    first = phase(1, task("1.1", 16, state=State.DONE), task("1.2", 24))
    made = shown(entry("a", first, phase(2, task("2.1", 16), task("2.2", 24)), status=Status.IN_PROGRESS))
    bars = [(bar["x"], bar["width"]) for bar in made.select("rect.plan-draw-task")]
    assert bars == [("0.00%", "41.67%"), ("58.33%", "41.67%")]  # five of twelve days, and after the weekend five more
    assert [bar["width"] for bar in made.select("rect.plan-draw-done")] == ["20.83%"]
    links = made.select("a.plan-lane")
    assert [link["href"] for link in links] == ["../a.md#p-1", "../a.md#p-2"]
    assert links[0]["title"] == said(links[0]) == "Phase 1 Part 1: 12 Jan → 16 Jan, in progress, 1 of 2 tasks"
    assert made.select_one("tbody th a")["href"] == "../a.md"


def test_phases_that_overlap_lie_below_each_other():
    """In as many lanes as are needed, and the row is as high."""
    work = [phase(number, task(f"{number}.1", 16), depends_on=()) for number in (1, 2)]
    made = shown(entry("a", *work, phase(3, task("3.1", 8), depends_on=("phase:1",))))
    assert [bar["y"] for bar in made.select("rect.plan-draw-task")] == ["0.42em", "1.47em", "0.42em"]
    assert made.select_one(".plan-draw-lanes")["height"] == "2.95em"


def test_words_say_start_finish_and_what_is_late():
    """Late by how much, and when it is due."""
    work = phase(1, task("1.1", 8))
    made = shown(entry("a", work, due=dt.date(2026, 1, 13)), entry("b", phase(1, task("1.1", 80))))
    cells = [[said(cell) for cell in row.select("td")[:2]] for row in made.select("tbody tr")]
    assert cells == [["12 Jan", "12 Jan late by 1 day due 13 Jan"], ["12 Jan", "23 Jan"]]
    assert made.select_one(".plan-alarm").string == "late by 1 day"


def test_tasks_outside_the_phases_are_a_bar():
    """Which leads to the plan."""
    tasks = (task("1", 8, state=State.DONE), task("2", 8), task("3", 8, state=State.CANCELLED))
    (link,) = shown(entry("a", tasks=tasks)).select("a.plan-lane")
    assert (link["href"], link["title"]) == ("../a.md", "Tasks: 12 Jan → 13 Jan, in progress, 1 of 2 tasks")


def test_today_is_a_line_or_a_sentence():
    """On the axis where it is near, else in words."""
    work = entry("a", phase(1, task("1.1", 40)))
    assert shown(work).select(".plan-draw-today")
    assert "The dashed line is today, 14 Jan 2026." in said(shown(work))
    assert shown(work, today=dt.date(2026, 1, 18)).select(".plan-draw-today")
    far = shown(work, today=dt.date(2027, 1, 1))
    assert not far.select(".plan-draw-today")
    assert "Today, 1 Jan 2027, is after all of it." in said(far)
    assert "is before all of it" in said(shown(work, today=dt.date(2025, 1, 1)))


def test_what_is_long_over_does_not_press_the_rest():
    """It is named with its dates, and not drawn."""
    old = entry("old", phase(1, task("1.1", 8)), start=dt.date(2020, 1, 6), status=Status.COMPLETE)
    made = shown(entry("new", phase(1, task("1.1", 40))), old)
    assert titles(made) == ["new"]
    assert "Finished at another time: old (6 Jan → 6 Jan 2020)" in said(made).replace("( ", "(").replace(" )", ")")


def test_what_has_no_dates_is_named():
    """With what it lacks; where nothing has dates a sentence stands for the table."""
    undated = entry("undated", phase(1, task("1.1", 8)), start=None)
    vague = entry("vague", phase(1, task("1.1")))
    made = shown(entry("a", phase(1, task("1.1", 8))), undated, vague)
    assert said(made).endswith("Not drawn: undated (no start date) , vague (no estimates)")
    none = shown(undated, vague)
    assert not none.table
    assert "There is nothing to draw yet" in said(none)
    assert "undated (no start date)" in said(none)


def test_templates_are_left_out():
    """They are no plans."""
    assert not shown(entry("a", phase(1, task("1.1", 8)), is_template=True)).table


def test_calendar_ticks_suit_the_span():
    """Days, Mondays, firsts of months."""
    assert [label for _, label in calendar_ticks(MONDAY, 4)] == ["12 Jan", "13 Jan", "14 Jan", "15 Jan"]
    assert calendar_ticks(MONDAY, 40)[:2] == [(0, "12 Jan"), (7, "19 Jan")]
    assert calendar_ticks(dt.date(2025, 11, 15), 200)[:3] == [(16, "Dec"), (47, "2026"), (78, "Feb")]
