"""The timeline over all plans: what it draws, in which order, and what it says of the rest."""

import datetime as dt

import pytest
from bs4 import BeautifulSoup
from made_plans import MONDAY, phase, plan, ref, task
from msgspec import structs

from mkdocs_planplugin.model import Calendar, PlanLink, State, Status
from mkdocs_planplugin.portfolio import Entry, Portfolio
from mkdocs_planplugin.views import Context, portfolio_view
from mkdocs_planplugin.views.kit.ticks import calendar_ticks, month_row
from mkdocs_planplugin.views.site.between_plans import PageDates

TODAY = dt.date(2026, 1, 14)


def entry(title, *phases, **rest):
    return structs.replace(plan(*phases, **rest), title=title)


def shown(*plans, today=TODAY):
    entries = [Entry.of(f"{each.title}.md", f"{each.title}/", each, Calendar(), today) for each in plans]
    context = Context(today, lambda path: f"../{path}", None)
    return BeautifulSoup(portfolio_view(Portfolio.of(entries), context), "html.parser")


def said(element):
    return " ".join(element.get_text(" ").split())


def week(number, **rest):
    """A plan of one task of one week that starts so many weeks after the first."""
    return phase(1, task("1.1", 40, **rest)), MONDAY + dt.timedelta(7 * number)


def rows(made):
    return made.select(".plan-lanes tbody tr")


def titles(made):
    return [said(row.th.a) for row in rows(made)]


def words(made, scale="3m"):
    """What stands at the ends of the bars, and below them, in one scale."""
    lanes = [row.select_one(f".plan-scale-{scale}") or row.select(".plan-lane")[-1] for row in rows(made)]
    return [" | ".join(said(line) for line in lane.select("p")) for lane in lanes]


def pieces(made, scale="3m"):
    """The parts of the first bar in one scale: what they are, where they begin, and how wide they are, in percent."""
    lane = made.select_one(f".plan-lane.plan-scale-{scale}") or made.select(".plan-lane")[-1]
    return [
        (rect["class"][0].removeprefix("plan-lane-"), *(rect.get(name, "").rstrip("%") for name in ("x", "width")))
        for rect in lane.select("rect")
    ]


def test_trouble_comes_first_then_what_is_next_to_finish():
    """By the verdict, and among equals what is next to finish; each with its health and how far it is."""
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
    assert titles(made) == ["missed", "slips", "stuck", "sooner", "fine"]
    assert said(made.select_one(".plan-trouble")) == "▲ 2 off track ◆ 1 at risk"
    under = [said(row.small) for row in rows(made)]
    assert under == [
        "▲ Off track · 0 of 1 task", "▲ Off track · 0 of 1 task", "◆ At risk · 0 of 2 tasks · ■ 1 task blocked",
        "✓ On track · 0 of 1 task", "✓ On track · 0 of 1 task",
    ]  # fmt: skip


def test_all_on_plan_is_said():
    """It is good to know."""
    made = shown(entry("a", week(1)[0]), today=MONDAY)
    assert said(made.select_one(".plan-trouble")) == "✓ No plan is in trouble, and nobody is needed twice."


def test_finished_plans_are_folded():
    """The newest first, with their health and their days; open where there is nothing else."""
    works = {"old": dt.date(2020, 1, 6), "new": dt.date(2025, 6, 2)}
    over = [entry(name, week(0)[0], start=at, status=Status.COMPLETE) for name, at in works.items()]
    made = shown(entry("now", week(0)[0]), *over)
    assert titles(made) == ["now"]
    folded = made.select_one("details.plan-more")
    assert said(folded.summary) == "2 plans done or cancelled"
    assert not folded.has_attr("open")
    assert [said(item) for item in folded.select("li")] == [
        "new ✓ done · planned 2 Jun → 6 Jun 2025", "old ✓ done · planned 6 Jan → 10 Jan 2020",
    ]  # fmt: skip
    assert shown(over[0]).details.has_attr("open")


def test_a_bar_says_what_is_behind_and_what_is_left():
    """Filled up to today, then a frame that is cut where phases end, with their numbers; below it the plan as a line."""
    work = (
        phase(1, task("1.1", 16, state=State.DONE), task("1.2", 40)),
        phase(2, task("2.1", 80)),
        phase(3, task("3.1", 40)),
    )
    made = shown(entry("a", *work, status=Status.IN_PROGRESS))
    # 5 Jan to 15 Feb; today is the tenth day of it, 12 Jan the eighth
    assert pieces(made, "6w") == [
        ("gone", "16.67", "4.762"), ("left", "21.43", "66.67"), ("cut", "38.1", ""), ("cut", "71.43", ""),
        ("planned", "16.67", "71.43"),
    ]  # fmt: skip
    numbers = [said(each) for each in made.select_one(".plan-scale-6w.plan-lane").select("text")]
    assert numbers == ["1", "2", "3"]
    links = made.select(".plan-scale-6w.plan-lane a")
    assert [link["xlink:href"] for link in links] == [f"../a.md#{each.anchor}" for each in work]
    assert {link["tabindex"] for link in links} == {"-1"}  # the drawing is hidden from those who do not see it
    assert made.select_one(".plan-lanes th a")["href"] == "../a.md"


def test_what_is_after_the_due_day_is_set_apart():
    """With the flag of that day; a blocked plan and one that nobody has begun look otherwise, one that rests has no bar."""
    late = shown(entry("a", phase(1, task("1.1", 16)), due=dt.date(2026, 1, 14)))
    assert [kind for kind, *_place in pieces(late)] == ["later", "over", "planned"]
    assert late.select_one("svg.plan-lane-flag")["class"][1:] == ["plan-lane-missed"]
    assert not late.select("text.plan-lane-due")  # its words say how late it is
    stuck = shown(entry("a", phase(1, task("1.1", 16, state=State.BLOCKED)), status=Status.BLOCKED))
    assert [kind for kind, *_place in pieces(stuck)] == ["stuck", "planned"]
    rests = shown(entry("a", phase(1, task("1.1", 16)), status=Status.ON_HOLD))
    assert [kind for kind, *_place in pieces(rests)] == ["planned"]
    assert words(rests) == ["on hold, 0 of 1 task done"]


def test_words_say_when_it_will_be_finished():
    """With what is wrong with that; from when on, where nobody has begun; as planned, where that is another day."""
    work = phase(1, task("1.1", 8))
    plans = [
        entry("a late", work, due=dt.date(2026, 1, 13)),
        entry("b fine", work, start=dt.date(2026, 1, 14), due=dt.date(2026, 2, 2)),
        entry("c begun", phase(1, task("1.1", 40, state=State.DONE), task("1.2", 40)), start=dt.date(2026, 1, 7)),
        entry("e stuck", phase(1, task("1.1", 16, state=State.BLOCKED)), status=Status.BLOCKED),
    ]
    made = shown(*plans)
    assert dict(zip(titles(made), words(made, "6w"), strict=True)) == {
        "a late": "14 Jan, due 1 day ago | planned 12 Jan",
        "e stuck": "14 Jan → 15 Jan at the earliest, blocked (nobody has said until when) | planned 12 Jan → 13 Jan",
        "b fine": "14 Jan",
        "c begun": "20 Jan",
    }


def test_what_goes_on_outside_is_said():
    """By an arrow at the edge, with its day; the scales are those that show less than all, and all of it."""
    long = entry("long", phase(1, task("1.1", 8, state=State.DONE), task("1.2", 8000)), start=dt.date(2025, 1, 6))
    made = shown(long)
    assert [radio["value"] for radio in made.select(".plan-switch input")] == ["6w", "3m", "1y", "all"]
    assert [radio["value"] for radio in made.select("input[checked]")] == ["3m"]
    lane = made.select_one(".plan-lane.plan-scale-3m")
    assert [said(each) for each in lane.select(".plan-lane-edge")] == ["◂", "▸"]
    assert said(lane.select_one(".plan-lane-outside")).startswith("to 13 Nov 2029 ▸")
    assert not made.select_one(".plan-lane.plan-scale-all").select(".plan-lane-edge, .plan-lane-outside")
    short = shown(entry("short", phase(1, task("1.1", 8))))
    assert not short.select(".plan-switch")
    assert len(short.select(".plan-lane")) == 1


def test_a_plan_that_lasts_longer_than_the_picture_has_its_words_below():
    """Neither side has room for them."""
    work = phase(1, task("1.1", 160, state=State.DONE), task("1.2", 800))
    made = shown(entry("long", work, start=dt.date(2025, 11, 3)))
    lane = made.select_one(".plan-lane.plan-scale-6w")
    assert {line["class"][-1] for line in lane.select("p")} == {"plan-lane-own-line"}


def test_a_flag_stands_before_the_words_of_its_bar():
    """Words that it would cover begin behind it; those that end before it stay where they are."""
    # On 23 January, the letters of a wide font would reach the flag.
    places = ((dt.date(2026, 1, 20), "6w", 40), (dt.date(2026, 1, 23), "6w", 47), (dt.date(2026, 3, 20), "3m", 14))
    for due, scale, room in places:
        made = shown(entry("a", phase(1, task("1.1", 16), task("1.2", 8)), start=MONDAY, due=due))
        assert made.select_one(f".plan-lane.plan-scale-{scale} > p")["class"] == [f"plan-room-{room}"]


def test_a_flag_says_its_day_where_there_is_room():
    """Behind the words of its bar; not at the edge, where its cloth flies to the left, too."""
    work = phase(1, task("1.1", 16))
    for due, words, path in (
        (dt.date(2026, 3, 2), ["due 2 Mar"], "M0 31V0H8L6 3.5 8 7H0"),
        (dt.date(2026, 4, 4), [], "M0 31V0H-8L-6 3.5-8 7H0"),
    ):
        lane = shown(entry("a", work, start=MONDAY, due=due)).select_one(".plan-scale-3m.plan-lane")
        assert [said(each) for each in lane.select("text.plan-lane-due")] == words
        assert lane.select_one(".plan-lane-flag").path["d"] == path
        assert lane.select_one(".plan-lane-flag")["class"] == ["plan-lane-flag"]


def test_a_flag_near_the_edge_says_its_day_below_on_a_phone():
    """There its words would be cut."""
    for due, below in ((dt.date(2026, 2, 16), []), (dt.date(2026, 3, 24), ["due 24 Mar"])):
        lane = shown(entry("a", phase(1, task("1.1", 16)), start=MONDAY, due=due)).select_one(
            ".plan-scale-3m.plan-lane"
        )
        assert [said(words) for words in lane.select(".plan-lane-narrow")] == below
        assert len(lane.select("text.plan-lane-due.plan-lane-wide")) == len(below)


def test_numbers_are_readable_after_the_due_day():
    """The bar is dark there."""
    work = (phase(1, task("1.1", 40)), phase(2, task("2.1", 80)))
    made = shown(entry("a", *work, due=dt.date(2026, 1, 20)))
    numbers = made.select_one(".plan-lane.plan-scale-6w").select("a > text")
    assert [number.get("class") for number in numbers] == [None, ["plan-lane-over-due"]]


def test_names_are_whole():
    """However long they are: the column wraps."""
    title = "Move all bookings that were made before the new tariff, and those of ships that have been renamed since"
    assert said(shown(entry(title, phase(1, task("1.1", 8)))).select_one(".plan-lanes th a")) == title


def test_a_due_day_that_is_far_away_is_said():
    """At the right edge."""
    made = shown(entry("a", phase(1, task("1.1", 8)), due=dt.date(2026, 12, 24)))
    assert said(made.select_one(".plan-lane.plan-scale-3m .plan-lane-outside")) == "due 24 Dec ▸"


def test_every_drawing_has_its_axis_and_today():
    """One for each scale, behind all rows."""
    made = shown(entry("a", phase(1, task("1.1", 800))))
    scales = [radio["value"] for radio in made.select(".plan-switch input")]
    assert len(made.select(".plan-lines-behind .plan-draw-today")) == len(scales) > 1
    assert len(made.select("thead .plan-draw-axis")) == len(scales)
    assert [said(name) for name in made.select(".plan-draw-now")] == ["today, 14 Jan"] * len(scales)


def test_the_key_explains_what_is_drawn():
    """With a piece of each kind that a row has, and nothing of others."""
    made = shown(entry("a", week(0)[0], due=dt.date(2026, 1, 13)), today=MONDAY)
    drawn = {name for rect in made.select(".plan-lane rect") for name in rect["class"]} - {"plan-lane-cut"}
    assert {name for rect in made.select(".plan-key rect") for name in rect["class"]} >= drawn
    assert "after the day it is due" in said(made.select_one(".plan-key"))
    assert "blocked" not in said(made.select_one(".plan-key"))


def test_no_line_crosses_the_number_of_a_week():
    """A number right before the line of the next month is left out."""
    labels = [label for _at, label in calendar_ticks(dt.date(2026, 1, 26), 92)]
    assert labels[:3] == ["26 Jan", "", "9"]
    assert "30" not in labels  # the line of April is two days behind it
    assert "23" in labels


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
    assert calendar_ticks(MONDAY, 40)[:2] == [(0, "12"), (7, "19")]
    assert calendar_ticks(dt.date(2025, 11, 15), 200)[:3] == [(16, "Dec"), (47, "2026"), (78, "Feb")]


def test_months_stand_above_weeks():
    """Each at its first day. A first month without room is named by the first week, over the place of the second."""
    assert month_row(MONDAY, 40) == [(0, "Jan"), (20, "Feb")]
    late = dt.date(2026, 1, 26)
    assert month_row(late, 91) == [(6, "Feb"), (34, "Mar"), (65, "Apr")]
    assert [label for _, label in calendar_ticks(late, 91)[:4]] == ["26 Jan", "", "9", "16"]
    assert month_row(dt.date(2026, 12, 7), 40) == [(0, "Dec"), (25, "2027")]
    assert not month_row(MONDAY, 4)
    assert not month_row(MONDAY, 200)


def test_the_axis_has_a_row_of_months():
    """Above that of the weeks, with darker lines."""
    made = shown(entry("a", phase(1, task("1.1", 8))))
    axis = made.select_one("thead .plan-draw-axis")
    assert [said(month) for month in axis.select(".plan-draw-month")] == ["Jan", "Feb"]
    assert [text["y"] for text in axis.select("text")] == ["1em"] * 2 + ["2.3em"] * 6 + ["3.6em"]
    assert made.select_one(".plan-lines-behind .plan-draw-months")


def test_tasks_that_nobody_tracks_are_said():
    """Beside the counter, which leaves them out."""
    made = shown(entry("a", phase(1, task("1.1", 8), task("1.2", 8, state=None))))
    assert said(made.select_one(".plan-lanes th small")).endswith("0 of 1 task, 1 not tracked")


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
    assert "▲ held up by another plan" in said(rows(made)[0].th)
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


def test_clashes_are_sentences():
    """Who, how often, when, and for which tasks, with links."""
    ana = [phase(1, task("1.1", 16, owner=name), task("1.2", 16, owner="Ana")) for name in ("@ana, Bo", "Ana")]
    made = shown(entry("a", ana[0]), entry("b", ana[1]), today=MONDAY)
    assert between(made, "plan-clashes") == ["Ana is on two critical paths 12–15 Jan : a 1.1, 1.2 and b 1.1, 1.2"]
    (item,) = made.select("#plan-clashes + ul > li")
    assert [link["href"] for link in item.select("a")][:3] == ["../a.md", "../a.md#a-1.1", "../a.md#a-1.2"]
    assert said(made.select_one(".plan-trouble")) == "▲ 1 person is needed in two places"


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
    work = phase(1, task("1.1", 16, owner="<u>Ana"))
    html = str(shown(*(entry(f"<i>{name}", work) for name in "ab")))
    assert "<u>" not in html
    assert "<i>" not in html


def test_sixty_plans_are_lean():
    """Two kilobytes for a plan in all scales; of many plans only the usual scale is drawn."""
    work = [phase(number, task(f"{number}.1", 160), task(f"{number}.2", 16)) for number in range(1, 5)]
    context = Context(TODAY, lambda path: f"../{path}", None)

    def html(number):
        entries = [Entry.of(f"plans/{n}.md", "", entry(f"Plan {n}", *work), Calendar(), TODAY) for n in range(number)]
        return portfolio_view(Portfolio.of(entries), context)

    assert len(html(60)) < 60 * 3072
    many = html(301)
    assert "plan-switch" not in many
    assert len(many) < 301 * 1536
