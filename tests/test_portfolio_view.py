"""The timeline over all plans: what it draws, in which order, and what it says of the rest."""

import dataclasses
import datetime as dt

import pytest
from bs4 import BeautifulSoup
from made_plans import MONDAY, phase, plan, ref, refs, task

from mkdocs_planplugin.model import Calendar, PlanLink, State, Status
from mkdocs_planplugin.portfolio import Entry, Portfolio
from mkdocs_planplugin.views import Context, portfolio_view
from mkdocs_planplugin.views.kit.ticks import calendar_ticks
from mkdocs_planplugin.views.site.between_plans import PageDates

TODAY = dt.date(2026, 1, 14)


def entry(title, *phases, **rest):
    return dataclasses.replace(plan(*phases, **rest), title=title)


def shown(*plans, today=TODAY):
    entries = [Entry.of(f"{each.title}.md", f"{each.title}/", each, Calendar(), today) for each in plans]
    context = Context(today, lambda path: f"../{path}", None)
    return BeautifulSoup(portfolio_view(Portfolio.of(entries), context), "html.parser")


def said(element):
    return " ".join(element.get_text(" ").split())


def week(number, **rest):
    """A plan of one task of one week that starts so many weeks after the first."""
    return phase(1, task("1.1", 40, **rest)), MONDAY + dt.timedelta(7 * number)


def titles(made):
    return [said(row.th.a) for row in made.select("tbody tr:not(.plan-group)")]


def groups(made):
    return [said(row.th) for row in made.select(".plan-group")]


def finishes(made):
    return [said(row.td) for row in made.select("tbody tr:not(.plan-group)")]


def test_groups_by_health():
    """The worst first, what rests later; finished plans are folded behind them."""
    status = [Status.COMPLETE, Status.ON_HOLD, Status.DRAFT, Status.NOT_STARTED, Status.BLOCKED, Status.IN_PROGRESS]
    made = shown(*(entry(each, week(0)[0], status=each) for each in (*status, Status.CANCELLED)))
    expected = ["■ Blocked 1", "◆ At risk 2", "○ Draft 1", "‖ On hold 1"]
    assert groups(made) == [*expected, "✓ Done 1", "✕ Cancelled 1"]
    folded = made.select_one("details.plan-more")
    assert said(folded.summary) == "2 plans done or cancelled"
    assert not folded.has_attr("open")
    assert titles(folded) == ["complete", "cancelled"]
    assert shown(entry("a", week(0)[0], status=Status.COMPLETE)).details.has_attr("open")


def test_trouble_comes_first_then_what_is_next_to_finish():
    """By the verdict, and among equals what is next to finish; blocked tasks are told where there are some."""
    plans = {
        "fine": (week(0)[0], {}),
        "sooner": (phase(1, task("1.1", 32)), {}),
        "slips": (phase(1, task("1.1", 80, state=State.IN_PROGRESS)), {"start": dt.date(2025, 12, 1)}),
        "stuck": (phase(1, task("1.1", 80), task("1.2", 0, state=State.BLOCKED)), {}),
        "missed": (week(0)[0], {"due": dt.date(2026, 1, 13)}),
    }
    made = shown(
        *(entry(name, work, status=Status.IN_PROGRESS, **rest) for name, (work, rest) in plans.items()), today=MONDAY
    )
    assert titles(made) == ["missed", "slips", "sooner", "fine", "stuck"]
    assert said(made.select_one(".plan-trouble")) == "▲ 2 off track"
    notes = [said(row.th) for row in made.select("tbody tr:not(.plan-group)")]
    assert notes == ["missed", "slips", "sooner", "fine", "stuck ■ 1 task blocked"]


def test_all_on_plan_is_said():
    """It is good to know."""
    made = shown(entry("a", week(1)[0]), today=MONDAY)
    assert said(made.select_one(".plan-trouble")) == "✓ No plan is in trouble, and nobody is needed twice."


def test_the_newest_of_the_finished_plans_comes_first():
    """On an axis of their own: what is long over does not press the rest."""
    works = {"old": dt.date(2020, 1, 6), "new": dt.date(2025, 6, 2)}
    over = [entry(name, week(0)[0], start=at, status=Status.COMPLETE) for name, at in works.items()]
    made = shown(entry("now", week(0)[0]), *over)
    assert titles(made) == ["now", "new", "old"]
    first, second = (
        [said(label) for label in each.select(".plan-draw-axis text:not(.plan-draw-now)")]
        for each in made.select("table")
    )
    assert first[0] == "12 Jan"
    assert "2022" in second


def test_phases_are_bars_on_days_of_the_calendar():
    """From their first to their last day, weekends included, filled by the share of tasks that is done."""
    first = phase(1, task("1.1", 16, state=State.DONE), task("1.2", 24))
    work = first, phase(2, task("2.1", 16), task("2.2", 24))
    made = shown(entry("a", *work, status=Status.IN_PROGRESS))
    bars = [(bar["x"], bar["width"]) for bar in made.select(".plan-draw-lanes > svg:has(a)")]
    assert bars == [("0.00%", "41.67%"), ("58.33%", "41.67%")]  # five of twelve days, and after the weekend five more
    assert [bar["width"] for bar in made.select("rect.plan-draw-done")] == ["50%"]
    links = made.select("a.plan-lane")
    assert [link["href"] for link in links] == ["../a.md#p-1", "../a.md#p-2"]
    assert links[0]["title"] == "Phase 1 Part 1: 12 Jan → 16 Jan, in progress, 1 of 2 tasks"
    assert made.select_one("tbody th a")["href"] == "../a.md"


def test_phases_that_overlap_lie_below_each_other():
    """In as many lanes as are needed, and the row is as high."""
    work = [phase(number, task(f"{number}.1", 16), depends_on=()) for number in (1, 2)]
    made = shown(entry("a", *work, phase(3, task("3.1", 8), depends_on=refs("phase:1"))), today=MONDAY)
    assert [bar["y"] for bar in made.select(".plan-draw-lanes > svg:has(a)")] == ["0.42em", "1.47em", "0.42em"]
    assert made.select_one(".plan-draw-lanes")["height"] == "2.95em"


def test_words_say_when_it_is_planned_and_when_it_will_be_finished():
    """With why the verdict holds, and the day it is due; without a forecast as planned."""
    work = phase(1, task("1.1", 8))
    far = dt.date(2026, 2, 2)
    plans = [
        entry("a late", work, due=dt.date(2026, 1, 13)),
        entry("b fine", work, start=dt.date(2026, 1, 14), due=far),
        entry("c early", phase(1, task("1.1", 40, state=State.DONE), task("1.2", 40)), start=dt.date(2026, 1, 7)),
        entry("d rests", work, start=far, status=Status.ON_HOLD),
        entry("e next year", work, start=dt.date(2027, 1, 4)),
    ]
    made = shown(*plans)
    assert dict(zip(titles(made), finishes(made), strict=True)) == {
        "a late": "14 Jan due 1 day ago due 13 Jan planned 12 Jan",
        "b fine": "14 Jan 13 working days before it is due due 2 Feb planned 14 Jan",
        "c early": "20 Jan as planned planned 7 Jan → 20 Jan",
        "d rests": "0 of 1 task is done planned 2 Feb",
        "e next year": "4 Jan 2027 starts 4 Jan 2027 planned 4 Jan 2027",
    }
    assert len(made.select("td .plan-alarm")) == 2


def test_an_early_plan_is_no_alarm():
    """It is said, and nothing else."""
    work = phase(1, task("1.1", 40, state=State.DONE), task("1.2", 8))
    (words,) = finishes(shown(entry("a", work)))
    assert words == "14 Jan 3 working days before the plan planned 12 Jan → 19 Jan"
    assert not shown(entry("a", work)).select(".plan-alarm")


def test_what_is_left_is_drawn_where_it_differs():
    """As a bar of its own, in another form, from today to the finish by the forecast; the due day as a mark."""
    made = shown(entry("a", phase(1, task("1.1", 16)), due=dt.date(2026, 1, 14)))
    (left,) = made.select(".plan-left-late")
    assert (left["x"], left["width"]) == ("50.00%", "50.00%")  # two of four days
    assert made.select_one(".plan-due-missed")["x"] == "75.00%"
    assert made.select_one(".plan-draw-lanes")["height"] == "2.30em"
    fine = shown(entry("a", phase(1, task("1.1", 16)), due=dt.date(2026, 1, 14)), today=MONDAY)
    assert not fine.select(".plan-left")
    assert fine.select(".plan-due:not(.plan-due-missed)")


def test_what_began_long_ago_is_cut_off():
    """A plan of two years must not press the two days that are left of it; a mark says that it began before."""
    old = entry("old", phase(1, task("1.1", 8, state=State.DONE)), phase(2, task("2.1", 16)), start=dt.date(2024, 1, 8))
    made = shown(old)
    assert made.select(".plan-left-late")
    assert not made.select("a.plan-lane")
    assert made.select(".plan-draw-cut")
    assert said(made.select_one(".plan-draw-axis text")) == "14 Jan"


def test_a_plan_that_rests_far_away_is_named():
    """With its dates."""
    rests = entry("later", week(0)[0], start=dt.date(2030, 1, 7), status=Status.ON_HOLD)
    made = shown(entry("now", week(0)[0]), rests)
    assert titles(made) == ["now"]
    assert "Planned at another time: later (7 Jan → 11 Jan 2030)" in said(made).replace("( ", "(").replace(" )", ")")


def test_tasks_outside_the_phases_are_a_bar():
    """Which leads to the plan."""
    tasks = (task("1", 8, state=State.DONE), task("2", 8), task("3", 8, state=State.CANCELLED))
    (link,) = shown(entry("a", tasks=tasks)).select("a.plan-lane")
    assert (link["href"], link["title"]) == ("../a.md", "Tasks: 12 Jan → 13 Jan, in progress, 1 of 2 tasks")


def test_today_is_a_line_or_a_sentence():
    """On the axis of all that is left; of plans that rest, where it is near, else in words."""
    work = entry("a", phase(1, task("1.1", 40)))
    assert shown(work).select(".plan-draw-today")
    assert "The dashed line is today, 14 Jan 2026." in said(shown(work))
    rests = entry("a", phase(1, task("1.1", 40)), status=Status.ON_HOLD)
    assert shown(rests, today=dt.date(2026, 1, 18)).select(".plan-draw-today")
    far = shown(rests, today=dt.date(2027, 1, 1))
    assert not far.select(".plan-draw-today")
    assert "Today, 1 Jan 2027, is after all of it." in said(far)
    assert "is before all of it" in said(shown(rests, today=dt.date(2025, 1, 1)))


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


# -- between plans --


def waiting(*links, **rest):
    """A plan of two tasks, the second of which waits for what these links name."""
    return entry("a", phase(1, task("1.1", 8), task("1.2", 8)), links=links, **rest)


def other(**rest):
    return entry("b", phase(1, task("1.1", 24)), phase(2, task("2.1", 24)), **rest)


def by_task(href):
    return PlanLink(href, "words", 1, ref("1.2"))


def between(made, name):
    """The sentences below a heading, as texts."""
    heading = made.find(id=name)
    return [
        said(item).replace("( ", "(").replace(" )", ")").replace(" ,", ",")
        for item in heading.find_next("ul").select("li")
    ]


def test_waits_are_sentences():
    """What waits, for what, when that is finished; with links to both."""
    made = shown(waiting(by_task("b.md#a-1.1"), start=dt.date(2026, 2, 2)), other())
    (item,) = made.select("#plan-waits + ul > li")
    assert between(made, "plan-waits") == ["a: Task 1.2 waits for b: Task 1.1 (finish 16 Jan )".replace(" )", ")")]
    assert [link["href"] for link in item.select("a")] == ["../a.md#a-1.2", "../b.md#a-1.1"]
    assert not item.select(".plan-alarm")


def test_a_conflict_is_said_in_words():
    """By how many days, and whether it has begun; at the plan and above the chart, too. Conflicts come first."""
    links = [by_task(f"b.md#{anchor}") for anchor in ("a-1.1", "p-2", "")]
    made = shown(waiting(*links), other(), today=MONDAY)
    assert between(made, "plan-waits") == [
        "a: Task 1.2 waits for b: Phase 2 (finish 19 Jan) ▲ held up 6 days, could start 13 Jan",
        "a: Task 1.2 waits for b (finish 19 Jan) ▲ held up 6 days, could start 13 Jan",
        "a: Task 1.2 waits for b: Task 1.1 (finish 14 Jan)",
    ]
    assert said(made.select_one("tbody th[scope=row]")) == "a ▲ held up by another plan"
    link = made.select_one(".plan-trouble a")
    assert (said(link), link["href"]) == ("▲ 1 plan held up by another", "#plan-waits")
    begun = entry("a", phase(1, task("1.2", 8, state=State.IN_PROGRESS)), links=links[:1])
    (words,) = between(shown(begun, other()), "plan-waits")
    assert words.endswith("▲ has begun, 2 days too early")


def test_waits_without_dates_are_words():
    """Of a plan without a start, and of one that rests."""
    (words,) = between(shown(waiting(by_task("b.md")), other(start=None)), "plan-waits")
    assert words == "a: Task 1.2 waits for b (no date)"
    (words,) = between(shown(waiting(by_task("b.md")), other(status=Status.ON_HOLD)), "plan-waits")
    assert words == "a: Task 1.2 waits for b (on hold)"


def test_waits_are_drawn_from_row_to_row():
    """From the finish of the one through the rows between to the start of the other, with a point; a conflict otherwise."""
    rows = [
        other(),
        entry("between", phase(1, task("1.1", 64))),
        waiting(by_task("b.md#p-1"), start=dt.date(2026, 1, 26), status=Status.DRAFT),
    ]
    made = shown(*rows, today=MONDAY)
    assert titles(made) == ["b", "between", "a"]
    first, middle, last = (row.select_one(".plan-chart") for row in made.select("tbody tr:not(.plan-group)"))
    leaves = first.select_one("line.plan-tie")
    assert (leaves["x1"], leaves["y1"], leaves["y2"]) == ("18.75%", "0.82em", "100%")  # 14 Jan of 12-27 Jan
    assert first.select(".plan-tip-from")
    assert middle.select_one("path.plan-tie")["d"] == "M18.75 0V1"
    assert not first.select("path.plan-tie") + last.select("path.plan-tie")
    down, along = last.select("line.plan-tie")
    assert (down["y1"], down["y2"]) == ("0", "0.82em")
    assert (along["x1"], along["x2"], along["y1"]) == ("18.75%", "93.75%", "0.82em")
    assert last.select_one(".plan-tip-right")["x"] == "93.75%"
    assert not made.select(".plan-tie-early")


def test_a_conflict_is_drawn_backwards():
    """Upwards where what waits stands above, and marked not by its colour alone."""
    begun = entry("a", phase(1, task("1.2", 8, state=State.IN_PROGRESS)), links=[by_task("b.md")])
    made = shown(begun, other(), today=MONDAY)
    assert titles(made) == ["a", "b"]
    assert {leg["y2"] for leg in made.select("line.plan-tie-early")} == {"0", "0.82em"}
    assert made.select(".plan-tip-left.plan-tie-early")


def test_nothing_is_drawn_to_what_is_not():
    """A finished plan is no longer waited for, and one without dates stands in no row."""
    for rest in ({"status": Status.COMPLETE}, {"start": None}):
        assert not shown(waiting(by_task("b.md")), other(**rest)).select(".plan-tie")


def test_clashes_are_sentences():
    """Who, how often, when, and for which tasks, with links."""
    ana = [phase(1, task("1.1", 16, owner=name), task("1.2", 16, owner="Ana")) for name in ("@ana, Bo", "Ana")]
    made = shown(entry("a", ana[0]), entry("b", ana[1]), today=MONDAY)
    assert between(made, "plan-clashes") == ["Ana is on two critical paths 12–15 Jan : a 1.1, 1.2 and b 1.1, 1.2"]
    (item,) = made.select("#plan-clashes + ul > li")
    assert [link["href"] for link in item.select("a")][:3] == ["../a.md", "../a.md#a-1.1", "../a.md#a-1.2"]
    assert said(made.select_one(".plan-trouble")) == "▲ 1 person on two critical paths at once"


def test_many_sentences_are_folded_and_long_ones_cut():
    """Eight are read; of a clash six plans, and four tasks of each."""
    work = phase(1, *(task(f"1.{number}", 8, owner="Ana") for number in range(1, 7)))
    made = shown(*(entry(f"p{number}", work) for number in range(8)), today=MONDAY)
    (words,) = between(made, "plan-clashes")
    assert words.startswith("Ana is on 8 critical paths 12–19 Jan : p0 1.1, 1.2, 1.3, 1.4 and 2 more, p1 1.1")
    assert words.endswith("and 2 more and 2 more plans")
    links = [by_task(f"p{number}.md") for number in range(8)] + [by_task("p0.md#a-1.1")]
    made = shown(waiting(*links), *(entry(f"p{number}", work) for number in range(8)), today=MONDAY)
    assert len(made.select("#plan-waits + ul > li")) == 8
    assert said(made.select_one("#plan-waits ~ details summary")) == "1 more"


@pytest.mark.parametrize(
    ("first", "last", "written"),
    [
        ((2026, 3, 9), (2026, 3, 9), "9 Mar"),
        ((2026, 3, 9), (2026, 3, 13), "9–13 Mar"),
        ((2026, 2, 27), (2026, 3, 3), "27 Feb – 3 Mar"),
        ((2027, 2, 27), (2027, 3, 3), "27 Feb – 3 Mar 2027"),
        ((2025, 12, 29), (2026, 1, 2), "29 Dec 2025 – 2 Jan 2026"),
    ],
)
def test_a_window_is_written_shortly(first, last, written):
    """As one would say it, with the year where it is not this one."""
    assert PageDates(TODAY).range(dt.date(*first), dt.date(*last)) == written


def test_what_authors_write_is_escaped():
    """Titles and names."""
    work = phase(1, task("1.1", 16, owner="<b>Ana"))
    html = str(shown(*(entry(f"<i>{name}", work) for name in "ab")))
    assert "<b>" not in html
    assert "<i>" not in html


def test_sixty_plans_are_lean():
    """Half a kilobyte for a phase, and two for a plan besides; what is between plans is in the sentences."""
    work = [phase(number, task(f"{number}.1", 16), task(f"{number}.2", 16)) for number in range(1, 5)]
    context = Context(TODAY, lambda path: f"../{path}", None)
    entries = [Entry.of(f"plans/{n}.md", "", entry(f"Plan {n}", *work), Calendar(), TODAY) for n in range(60)]
    assert len(portfolio_view(Portfolio.of(entries), context)) < 60 * (4 * 512 + 2048)
