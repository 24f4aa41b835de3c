"""The pages over all plans: what they say of made-up plans, and how they stand in real sites."""

import datetime as dt

import pytest
from bs4 import BeautifulSoup
from effort import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from made_plans import MONDAY, entries, est, phase, plan, risk_id, task
from mkdocs.exceptions import Abort
from msgspec import structs
from sites import FILES, PLAN, logged, make_site

from mkdocs_planplugin.catalog import REGISTERS
from mkdocs_planplugin.measure import measure
from mkdocs_planplugin.model import Calendar, Item, Level, Risk, RiskState, State, Status, SuccessMetrics
from mkdocs_planplugin.portfolio import Entry, Neighbours, Portfolio
from mkdocs_planplugin.schedule import schedule
from mkdocs_planplugin.views import Context, built_on_view, index_view, plan_views, site_view, style_sheet

TODAY = dt.date(2026, 1, 14)
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"


def entry(title, *phases, **rest):
    made = structs.replace(plan(*phases, **rest), title=title)
    planned = schedule(made, Calendar(), TODAY)
    return Entry(f"plans/{title}.md", f"plans/{title}/", made, planned, measure(made, planned, TODAY, 30))


def context(*names):
    registers = {name: f"plans/{name}.md" for name in names or REGISTERS}
    return Context(
        TODAY,
        lambda path: f"../{path.replace('.md', '/')}",
        "plans/index.md",
        registers=registers,
        path="plans/index.md",
        words=lambda entry, source: f"<i>{entry.plan.title}: {source}</i>",
    )


def shown(view, *made, names=()):
    return BeautifulSoup(site_view(view, Portfolio.of(made), context(*names)), "html.parser")


def said(element):
    return " ".join(element.get_text().split())


@pytest.mark.parametrize("name", REGISTERS)
def test_every_register_has_a_view(name):
    """What the catalog names can be shown."""
    assert BeautifulSoup(site_view(name, Portfolio(), context()), "html.parser").find(attrs={"data-planplugin": name})


# The way from one to the other


def test_the_ways():
    """From the index to the registers and back, with how much is on each: of plans under way, but decisions hold on."""
    risk, item = (Risk(risk_id("1"), "R", 1, "r"),), (Item("I", 1, "i"),)
    kinds = {"risks": risk, "decisions": item, "open_questions": item}
    made = [entry("a", phase(1, task("1.1"), task("1.2")), **kinds), entry("b", status=Status.COMPLETE, **kinds)]
    index = BeautifulSoup(index_view(Portfolio.of(made), context()), "html.parser")
    ways = index.find("nav", class_="plan-ways")
    assert said(ways) == "All plans Next 2 Risks 1 Decisions 2 Open questions 1 Metrics"
    assert [link["href"] for link in ways.find_all("a")] == [f"../plans/{name}/" for name in REGISTERS]
    on_risks = structs.replace(context(), path="plans/risks.md")
    back = BeautifulSoup(site_view("risks", Portfolio.of(made), on_risks), "html.parser").nav
    assert back.a["href"] == "../plans/index/"
    assert said(back.find(attrs={"aria-current": "page"})) == "Risks"
    assert not BeautifulSoup(
        index_view(Portfolio.of(made), structs.replace(context(), registers={})), "html.parser"
    ).nav


# Risks


def some_risks():
    high, low = Level.HIGH, Level.LOW
    one = entry(
        "One",
        phase(1, task("1.1")),
        risks=(
            Risk(risk_id("1"), "Small", 1, "plan-risk-1", low, low, low),
            Risk(
                risk_id("2"),
                "It `may` rain",
                2,
                "plan-risk-2",
                high,
                high,
                high,
                "Umbrellas",
                "Run",
                {"title": "It `may`"},
            ),
        ),
    )
    two = entry(
        "Two", phase(1, task("1.1")), status=Status.ON_HOLD, risks=(Risk(risk_id("L3"), "Unrated", 3, "plan-risk-L3"),)
    )
    past = entry(
        "Past", status=Status.COMPLETE, risks=(Risk(risk_id("9"), "Gone", 4, "plan-risk-9", high, high, high),)
    )
    return one, two, past


def test_the_risk_register():
    """The highest first, each with its score, its plan and what is done about it; those of finished plans are past."""
    made = shown("risks", *some_risks())
    rows = made.select(".plan-register > table tbody tr")
    assert [said(row.select_one("td.plan-number")) for row in rows] == ["1", "2", "3"]
    assert [said(cell) for cell in rows[0].select("td, th")] == [
        "1", "▲ score 9, high (high × high)", "Risk 2 One: It `may` high priority", "One ◆ at risk",
        "Mitigation: Umbrellas Contingency: Run",
    ]  # fmt: skip
    assert rows[0].th.a["href"] == "../plans/One/#plan-risk-2"
    assert rows[0].th.i  # the author's markup
    assert [said(cell) for cell in rows[2].select("td, th")][1:4] == ["not rated", "Unrated", "Two ‖ on hold"]
    assert rows[2].select_one("th a")["href"] == "../plans/Two/#plan-risk-L3"
    assert said(rows[2].select("td")[-1]) == "No mitigation written"
    assert said(made.details.summary) == "From finished plans: 1 risk in 1 plan"
    assert said(made.details.select_one("tbody tr td")) == "4"
    assert not made.details.has_attr("open")


def test_a_risk_that_is_only_an_id_is_named_once():
    """In its row, in the matrix and beside it."""
    level = Level.HIGH
    risk = Risk(risk_id("R-001"), "R-001", 3, "plan-risk-R-001", probability=level, impact=level)
    made = shown("risks", entry("One", phase(1, task("1.1")), risks=(risk,)))
    assert said(made.select_one("tbody th[scope=row] .plan-id").parent) == "R-001"
    assert made.select_one(".plan-matrix a")["title"] == "1. One: R-001"


def test_questions_to_the_risk_register():
    """Each with how many risks it is true of, as a link to just these; where that is none, as words. Rows say which of
    them they answer; the style sheet knows the same names."""
    made = shown("risks", *some_risks())
    choices = {said(item): item.a["href"] if item.a else "" for item in made.select(".plan-chips li")}
    assert choices == {
        "All 3": "#plan-risks-all",
        "High 1": "#plan-risks-high",
        "No mitigation written 2": "#plan-risks-no-mitigation",
        "High, no mitigation written 0": "",
        "No owner 3": "#plan-risks-no-owner",
    }
    first, second, _ = made.select(".plan-register > table tbody tr")
    assert first["class"] == ["plan-is-high", "plan-is-no-owner"]
    assert second["class"] == ["plan-is-no-mitigation", "plan-is-no-owner"]
    names = {item["class"][0].removeprefix("plan-asks-") for item in made.select(".plan-chips li")} - {"all"}
    for name in names:
        rule = f".plan-register:has(.plan-asks-{name}:target) > table tbody tr:not(.plan-is-{name})"
        assert rule in style_sheet()


def test_a_contingency_is_no_mitigation():
    """What is done when it happens does not make it less likely: that is said, and counted."""
    a_risk = Risk(risk_id("1"), "Rain", 3, "r", None, Level.HIGH, Level.HIGH, contingency="Run", owner="Ida")
    made = shown("risks", entry("a", risks=(a_risk,)))
    assert said(made.select("tbody td")[-1]) == "No mitigation written Contingency: Run"
    assert "High, no mitigation written 1 No owner 0" in said(made.select_one(".plan-chips"))


def test_settled_risks_of_plans_under_way():
    """They are listed apart, with their state and owner, and count nowhere."""
    a_risk = Risk(risk_id("1"), "Rain", 3, "plan-risk-1", None, Level.HIGH, Level.HIGH)
    settled = structs.replace(a_risk, state=RiskState.ACCEPTED, owner="Ida <b>")
    made = shown("risks", entry("a", risks=(settled,)))
    assert said(made.details.summary) == "No longer open: 1 risk in 1 plan"
    assert "◇ accepted Owner: Ida <b>" in said(made.details.select_one("tbody tr th"))
    assert not made.select(".plan-matrix td a")


def test_the_matrix_over_all_plans():
    """It calls risks by their number in the table, leads there, and names the highest beside it."""
    made = shown("risks", *some_risks())
    cells = {said(link): link for link in made.select(".plan-matrix td a")}
    assert {number: link["href"] for number, link in cells.items()} == {
        "1": "#plan-register-1", "2": "#plan-register-2",
    }  # fmt: skip
    assert cells["1"]["title"] == "1. One: Risk 2: It `may` rain"
    assert all(made.find(id=link["href"][1:]) for link in cells.values())
    beside = said(made.select_one(".plan-beside"))
    assert beside == (
        "3 risks in 2 plans; 1 high (score 6 or more); 1 not rated by both probability and impact. "
        "Exposure 9 (the highest score): 1. It `may` rain"
    )


def test_no_risks():
    """A sentence says how to write one."""
    made = shown("risks", entry("a"))
    assert "No plan under way names a risk" in said(made)
    assert not made.table


# Decisions, questions, metrics


def test_the_decision_register():
    """Plan by plan, the newest first, each decision with its author's markup and the way to it."""
    item = Item("Use PKCE", 9, "plan-decision-1", "Use `PKCE`")
    old = entry("Old", created=MONDAY, decisions=(item, Item("Plain <b>", 10, "plan-decision-2")))
    new = entry("New", created=TODAY, status=Status.CANCELLED, decisions=(item,))
    made = shown("decisions", old, new)
    assert [said(heading) for heading in made.select("h2")] == ["New", "Old"]
    assert said(made.select_one(".plan-of-head .plan-remark")).startswith("created ")  # not: done on that day
    assert said(made.select_one(".plan-lead")) == "3 decisions in 2 plans."
    first, second = made.select(".plan-of")[1].select("li")
    assert said(first.i) == "Old: Use `PKCE`"
    assert first.select_one("a.plan-there")["href"] == "../plans/Old/#plan-decision-1"
    assert said(second).startswith("Plain <b>")
    assert "Cancelled" in said(made.select_one(".plan-of"))
    assert "No plan names a decision yet" in said(shown("decisions", entry("a")))


def test_the_question_register():
    """Questions and assumptions apart; those of finished plans in a closed block."""
    kinds = {"open_questions": (Item("Why?", 1, "q"),), "assumptions": (Item("So", 2, "a"), Item("And so", 3, "b"))}
    made = shown("questions", entry("Now", **kinds), entry("Over", status=Status.COMPLETE, **kinds))
    assert [said(heading) for heading in made.select("h2")] == ["Open questions", "Assumptions"]
    leads = [said(lead) for lead in made.select(".plan-lead")]
    assert leads == ["1 question in 1 plan.", "2 assumptions in 1 plan."]
    assert [said(summary) for summary in made.select("summary")] == [
        "From finished plans: 1 question in 1 plan", "From finished plans: 2 assumptions in 1 plan",
    ]  # fmt: skip
    empty = said(shown("questions", entry("a")))
    assert "No open question in the plans under way." in empty
    assert "No plan under way says what it takes for granted." in empty


def test_the_metrics_register():
    """What complete plans are measured by, with the review; plans under way follow in a closed block."""
    metrics = {"success_metrics": SuccessMetrics(("Letters: half",), "In May")}
    made = shown(
        "metrics",
        entry("Done", status=Status.COMPLETE, **metrics),
        entry("Going", phase(1, task("1.1")), **metrics),
        entry("Gone", status=Status.CANCELLED, **metrics),
    )
    assert [said(heading) for heading in made.select(".plan-register > section h2")] == ["Done"]
    assert said(made.select_one(".plan-of-items")) == "Letters: half Review: In May"
    assert said(made.summary) == "Not complete yet: 1 metric in 1 plan"
    assert "Gone" not in said(made)
    assert "No complete plan says how" in said(shown("metrics", entry("a")))


# Next


def work():
    tasks = (
        task("1.1", est(8, 16), risk=Level.HIGH, owner="Ana, Ben"),
        task("1.2", state=State.IN_PROGRESS, owner="ana"),
        task("1.3", state=State.BLOCKED, notes=("No keys <yet>",)),
        task("1.4", None, "1.1"),
    )
    return entry("One", phase(1, *tasks), status=Status.IN_PROGRESS), entry("Two", phase(1, task("7")))


def people(made):
    """The sections of the page: whose they are, and the numbers of the tasks in them."""
    return {
        said(section.h2): [said(row.th).partition(" ")[0] for row in section.select("tbody tr")]
        for section in made.select("section.plan-person")
    }


def test_next_by_person():
    """What somebody has begun, then what is ready, then the rest; those first who can do something, nobody last. A task
    is once in the list of each who has it."""
    made = shown("next", *work(), entry("Rests", phase(1, task("9.1", owner="Zoe")), status=Status.ON_HOLD))
    assert people(made) == {"Ana": ["1.2", "1.1"], "Ben": ["1.1"], "Nobody yet": ["7", "1.3", "1.4"]}
    heads = [said(head) for head in made.select(".plan-person-head")]
    assert heads == ["Ana 1 in progress · 1 ready", "Ben 1 ready", "Nobody yet 1 ready · 1 blocked · 1 waiting"]
    chips = {said(link): link["href"] for link in made.select(".plan-chips a")}
    assert chips == {"Everybody": "#everybody", "AN Ana 2": "#ana", "BE Ben 1": "#ben", "Nobody yet 3": "#nobody-yet"}
    assert all(made.find(id=anchor[1:]) for anchor in chips.values())


def test_a_row_of_next():
    """Its state in a word, the way to it and to its plan, what it waits on or why it is blocked, who else has it."""
    made = shown("next", *work())
    _, ready = made.select("#ana tbody tr")
    assert [said(cell) for cell in ready.select("td, th")] == [
        "ready", "1.1 Do 1.1 One · with Ben · sets the finish", "14 → 15 Jan", "", "high",
    ]  # fmt: skip
    assert [link["href"] for link in ready.select("a")] == ["../plans/One/#a-1.1", "../plans/One/"]
    _, blocked, waiting = made.select("#nobody-yet tbody tr")
    assert said(blocked.small) == "One · No keys <yet> · sets the finish"
    assert said(waiting.th) == "1.4 Do 1.4 One · waiting on 1.1 (15 Jan) · sets the finish"
    assert waiting.select("a")[2]["href"] == "../plans/One/#a-1.1"


def test_due_days_of_next():
    """What is due first comes first; a finish that its plan does not have, too; what is missed is marked."""
    soon, late = dt.date(2026, 1, 15), dt.date(2026, 1, 9)
    tasks = task("1", 8, owner="Ana"), task("2", 8, owner="Ana", due=soon), task("3", 8, owner="Ana", due=late)
    made = shown("next", entry("One", phase(1, *tasks)), entry("Two", phase(1, task("4", 80, owner="Ana")), due=soon))
    rows = {said(row.th).partition(" ")[0]: row.select("td")[2] for row in made.select("#ana tbody tr")}
    assert list(rows) == ["3", "2", "1", "4"]
    assert [said(cell) for cell in rows.values()] == [
        "▲ 9 Jan due 5 days ago", "15 Jan due in 1 day", "", "▲ 15 Jan the plan is due",
    ]  # fmt: skip
    assert [bool(cell.select(".plan-alarm")) for cell in rows.values()] == [True, False, False, True]


def test_due_days_of_what_a_task_is_a_part_of():
    """A task that says none is due with its phase, a sub-task with its task; what is due first comes first."""
    soon, later = dt.date(2026, 1, 15), dt.date(2026, 1, 30)
    sub = task("2.2.1", None, "2.1", owner="Ana")
    due = phase(2, task("2.1", 80, owner="Ana"), task("2.2", 8, owner="Ana", due=later, subtasks=(sub,)), due=soon)
    free = entry("One", due)
    rows = {
        said(row.th).partition(" ")[0]: said(row.select("td")[2]) for row in shown("next", free).select("#ana tbody tr")
    }
    assert rows == {
        "2.1": "▲ 15 Jan Phase 2 due in 1 day", "2.2.1": "30 Jan 2.2 due in 16 days",
    }  # fmt: skip


def test_more_than_fits_is_said():
    """Where a person has tasks of more hours than a day has, in whatever plans; parts of a day may add up."""
    half = [entry(name, phase(1, task("1", 4, owner="Ana"))) for name in "ab"]
    assert "Double-booked" not in said(shown("next", *half))
    whole = [entry(name, phase(1, task("1", 16, owner="Ana"))) for name in "ab"]
    made = shown("next", *half, *whole[:1])
    assert "◆ Double-booked: 3 tasks on 14 Jan, 16 h together" in said(made.select_one("#ana"))
    made = shown("next", *whole)
    assert "◆ Double-booked: 2 tasks on 14 Jan, 16 h together; the same on 1 more day." in said(made)


def test_who_can_do_nothing_now():
    """Is told when the first task is expected to start."""
    tasks = task("1.1", 8, owner="Ana"), task("1.2", 8, "1.1", owner="Ben")
    made = shown("next", entry("One", phase(1, *tasks)))
    assert list(people(made)) == ["Ana", "Ben", "Nobody yet"]
    assert "Nothing for Ben to do now. The first task is expected to start on 15 Jan." in said(made.select_one("#ben"))
    assert said(made.select_one("#nobody-yet")) == "Nobody yet ✓ Every open task has an owner."


def test_drafts_and_plans_on_hold_are_named_at_the_end():
    """With how much is left in them; nothing of them is ready."""
    resting = [entry(str(status), phase(1, task("1.1"), task("1.2", state=State.DONE)), status=status)
               for status in (Status.DRAFT, Status.ON_HOLD)]  # fmt: skip
    made = shown("next", *work(), *resting)
    assert said(made.find_all("details")[-1].summary) == "2 tasks of plans that are drafts or on hold"
    assert [said(item) for item in made.select(".plan-resting li")] == [
        "draft ○ draft · 1 task",
        "on_hold ‖ on hold · 1 task",
    ]
    assert people(made) == people(shown("next", *work()))


def test_many_that_wait_are_folded():
    """Eight rows of a person are read; what can be done now is always shown."""
    first = task("1", 8)
    made = shown("next", entry("One", phase(1, first, *(task(str(n), 8, "1") for n in range(2, 14)))))
    section = made.select_one("#nobody-yet")
    assert len(section.find("table", recursive=False).select("tbody tr")) == 8
    assert said(section.summary) == "5 more that wait"


def test_nobody_chooses_from_a_hundred():
    """More than thirty tasks that can be done now are folded, too."""
    made = shown("next", entry("One", phase(1, *(task(str(n), 8) for n in range(100)))))
    section = made.select_one("#nobody-yet")
    assert len(section.find("table", recursive=False).select("tbody tr")) == 30
    assert said(section.summary) == "70 more"


def test_people_have_anchors_of_their_own():
    """Without accents, and no two alike; a name without letters has one, too."""
    owners = ["Zoë Ó Briain", "Zoe O'Briain", "Next", "李雷", "!"]
    made = shown("next", entry("One", phase(1, *(task(str(n), owner=name) for n, name in enumerate(owners)))))
    assert {said(section.h2): section["id"] for section in made.select("section")} == {
        "!": "person", "Next": "next-2", "Zoe O'Briain": "zoe-obriain", "Zoë Ó Briain": "zoe-o-briain", "李雷": "李雷",
        "Nobody yet": "nobody-yet",
    }  # fmt: skip


def test_the_index_leads_to_the_tasks_of_a_person():
    """By the initials beside a task; two that are nearly alike each to their own. Without that page these are words."""
    owners = ["Zoe", "Zoë"]
    made = [entry(f"Plan {name}", phase(1, task("1", owner=name))) for name in owners]
    ids = {said(section.h2): section["id"] for section in shown("next", *made).select("section:not(.plan-nobody)")}
    index = BeautifulSoup(index_view(Portfolio.of(made), context("next")), "html.parser")
    links = {abbr["title"]: abbr.parent["href"] for abbr in index.select("tbody abbr")}
    assert links == {name: f"../plans/next/#{ids[name]}" for name in owners}
    assert not BeautifulSoup(index_view(Portfolio.of(made), context("risks")), "html.parser").select("tbody a abbr")


def test_initials_of_many_plans_lead_nowhere(monkeypatch):
    """Each row of a large index is sent to every reader."""
    monkeypatch.setattr("mkdocs_planplugin.views.site.index._MANY_PLANS", 0)
    made = BeautifulSoup(
        index_view(Portfolio.of([entry("One", phase(1, task("1", owner="Ana")))]), context()), "html.parser"
    )
    assert made.select_one("tbody abbr")["title"] == "Ana"
    assert not made.select("tbody a abbr")


def test_nothing_hides_without_script_or_style():
    """The lists of all people are in the page, and links lead to each."""
    made = shown("next", *work())
    assert not made.select("[hidden], [style], script, input")


def test_nobody_named():
    """A sentence says how to name somebody; there is no list of people then."""
    made = shown("next", entry("a", phase(1, task("1.1"))))
    assert "No task says who does it." in said(made.select_one("#nobody-yet"))
    assert not made.select(".plan-chips")
    assert "Nothing is left to do" in said(shown("next", entry("a")))


def test_next_of_many_plans_is_lean():
    """A task of one person is one row, of half a kilobyte at most."""
    tasks = [task(f"1.{n}", 8, f"1.{n - 1}" if n > 1 else None, owner="Ana", risk=Level.HIGH) for n in range(1, 9)]
    html = site_view("next", Portfolio.of(entry(f"p{n}", phase(1, *tasks)) for n in range(60)), context())
    assert html.count("<tr class") == 480
    assert len(html) < 480 * 512


# Neighbours


def test_plans_name_their_neighbours():
    """In the header: what a plan needs and what needs it, each with its health."""
    needed, needing = entry("First", status=Status.COMPLETE), entry("Third")
    neighbours = Neighbours((needed,), (needing,))
    made = BeautifulSoup(plan_views(entry("Second"), Calendar(), context(), neighbours)["summary"], "html.parser")
    facts = [said(item) for item in made.select(".plan-from > li")]
    assert "needs First ✓ done" in facts
    assert made.find("a", string="First")["href"] == "../plans/First/"
    assert "needed by Third – not tracked" in facts
    alone = plan_views(entry("Second"), Calendar(), context())["summary"]
    assert "needs" not in alone


def test_the_plans_of_a_spec():
    """Health, progress and finish of each."""
    done = entry("Done", phase(1, task("1.1", 8, state=State.DONE)), status=Status.COMPLETE)
    made = BeautifulSoup(built_on_view([done, entry("New")], context()), "html.parser")
    assert [said(item) for item in made.select("li")] == [
        "Done ✓ Done 1 of 1 task done planned 12 Jan 2026",
        "New – Not tracked",
    ]
    assert made.li.a["href"] == "../plans/Done/"
    assert made.progress["value"] == "1"


def test_a_spec_shows_what_its_plans_ask_and_have_decided():
    """In their authors' words, with the way to each; of several plans with whose it is. What a finished plan asked is past."""
    item, ask = Item("Use `x`", 9, "d-1", "Use `x`"), Item("Why?", 12, "q-1")
    made = BeautifulSoup(
        built_on_view([entry("One", decisions=(item,), open_questions=(ask,))], context()), "html.parser"
    )
    assert [said(lead) for lead in made.select(".plan-lead")] == [
        "Plans based on this page",
        "Open questions 1",
        "Decisions 1",
    ]
    question, decision = made.select(".plan-built-words li")
    assert (said(question), question.a["href"]) == ("Why? →In the plan", "../plans/One/#q-1")
    assert said(decision.i) == "One: Use `x`"
    over = entry("Over", status=Status.COMPLETE, decisions=(item,), open_questions=(ask,))
    made = BeautifulSoup(built_on_view([over, entry("New")], context()), "html.parser")
    assert [said(each) for each in made.select(".plan-built-words li")] == ["Over: Use `x` Over →In the plan"]


# Any plan


@pytest.mark.parametrize("view", REGISTERS)
def test_hostile_texts_stay_texts(view):
    """No markup of a plain text gets out."""
    items = (Item(HOSTILE, 1, "i"),)
    evil = entry(
        HOSTILE,
        phase(1, task("1", owner=HOSTILE), task("2", state=State.BLOCKED, notes=(HOSTILE,))),
        risks=(Risk(risk_id(HOSTILE), HOSTILE, 1, "r", Level.HIGH, Level.HIGH, Level.HIGH, HOSTILE, HOSTILE),),
        decisions=items,
        open_questions=items,
        assumptions=items,
        success_metrics=SuccessMetrics((HOSTILE,), HOSTILE),
    )
    made = shown(view, evil)
    assert not made.select("script, img")
    assert HOSTILE in made.get_text() or view == "metrics"


@pytest.mark.parametrize("view", REGISTERS)
@settings(max_examples=examples(25))
@given(drawn=st.data())
def test_any_plan_has_its_registers(view, drawn):
    """One element that says whose it is, whatever the plan."""
    made = shown(view, drawn.draw(entries()))
    (outer,) = made.find_all(recursive=False)
    assert outer["data-planplugin"] == view


# Real sites


RICH = (
    PLAN.replace(
        "## Implementation Phases",
        "## Discovery Summary\n\n**Technical Decisions:**\n"
        "- Post with `post()` and *not* twice, see [the spec](../specs/ledger.md#why)[^1] and [above](#risk-assessment)\n"
        "- Broken <b>tag and ![a picture](../img/a.png) and <td> <a href='../x/'>by hand</a>\n\n"
        "## Implementation Phases",
    )
    + "\n## Notes & Assumptions\n\n**Open Questions:**\n- Q: Why **not** [a bank][bank]?\n\n"
    "[bank]: https://bank.example\n\n[^1]: A note.\n"
)
SITE = {**FILES, "plans/ledger.md": RICH, "specs/ledger.md": "# Ledger spec\n\n## Why\n", "img/a.png": "x"}


@pytest.fixture(scope="module")
def site(shared_site):
    validation = {"links": {"unrecognized_links": "ignore"}}
    settings = {"markdown_extensions": ["footnotes", "admonition"], "validation": validation, "strict": True}
    return shared_site("registers", lambda folder: make_site(folder, SITE, {}, **settings))


def page(site, path) -> BeautifulSoup:
    return BeautifulSoup(site.content(path), "html.parser")


@pytest.mark.parametrize("name", REGISTERS)
def test_registers_are_pages_beside_the_index(site, name):
    """Each has its title and its view, and the index leads to it; it takes no room in the navigation."""
    made = page(site, f"plans/{name}/index.html")
    assert said(made.h1).rstrip("¶") == REGISTERS[name].title
    assert made.find(attrs={"data-planplugin": name})
    assert f'href="{name}/"' in site.content("plans/index.html")
    assert f'href="../{name}/"' not in site.text("plans/ledger/index.html")


def test_the_authors_words_keep_their_markup(site):
    """Code, emphasis and links on the register as on the plan's page, with links for the new place, nothing left open."""
    made = page(site, "plans/decisions/index.html")
    first, second = made.select(".plan-of li")
    assert said(first.code) == "post()"
    assert said(first.em) == "not"
    hrefs = [link["href"] for link in first.select("a")]
    assert hrefs == ["../../specs/ledger/#why", "../ledger/#risk-assessment", "../ledger/#plan-decision-1"]
    assert "[^1]" not in said(first)
    assert "A note" not in said(made)
    assert second.img["src"] == "../../img/a.png"
    assert second.select_one("b a:not(.plan-there)")["href"] == "../x/"  # as it leads from the plan's page
    assert second.find_all("td") == []
    assert second.select_one("a.plan-there").parent == second  # the tag that was left open ends before
    question = page(site, "plans/questions/index.html").select_one(".plan-of li")
    assert question.a["href"] == "https://bank.example"
    assert said(question.strong) == "not"


def test_registers_are_found_by_their_title(site):
    """The search index has the title and the sentence of each, and every decision once: on the plan's page."""
    index = site.text("search/search_index.json")
    for register in REGISTERS.values():
        assert register.sentence in index
    assert index.count("and <em>not</em> twice") + index.count("and not twice") == 1


def test_a_user_page_keeps_its_place(tmp_path):
    """A page of the same destination is never replaced: the view goes to its marker, or to its end with one line."""
    files = {
        **FILES,
        "plans/risks/index.md": "# Mine\n\nBefore.\n\n<!-- plan:risks -->\n\nAfter.\n",
        "plans/next.md": "# My next\n\nBefore.\n",
    }
    site = make_site(tmp_path, files, {})
    content = site.content("plans/risks/index.html")
    assert content.index("Before.") < content.index('data-planplugin="risks"') < content.index("After.")
    content = site.content("plans/next/index.html")
    assert content.index("Before.") < content.index('data-planplugin="next"')
    (line,) = (line for line in site.log if "<!-- plan:" in line)
    assert line.startswith("INFO planplugin: plans/next.md: ")
    assert "risks/" in site.content("plans/index.html")


def test_a_plan_at_the_place_of_a_register(tmp_path):
    """Its marker is for its own matrix; the register goes to its end."""
    text = PLAN.replace("## Implementation Phases", "<!-- plan:risks -->\n\n## Implementation Phases")
    made = page(make_site(tmp_path, {**FILES, "plans/risks.md": text}, {}), "plans/risks/index.html")
    own, register = made.find_all(attrs={"data-planplugin": "risks"})
    assert own["id"] == "plan-risks"
    assert said(own.find_next("h2")).startswith("Implementation Phases")
    assert "plan-register" in register["class"]


def test_a_register_on_any_page(tmp_path):
    """At its marker."""
    files = {**FILES, "index.md": "# Home\n\n<!-- plan:next -->\n\n<!-- plan:risks -->\n"}
    made = page(make_site(tmp_path, files, {}), "index.html")
    assert [view["data-planplugin"] for view in made.select("[data-planplugin]") if view.name == "div"] == [
        "next", "risks",
    ]  # fmt: skip
    assert made.find("a", href="plans/ledger/#plan-task-1.2")


@pytest.mark.parametrize(
    ("options", "names"),
    [
        ({}, set(REGISTERS)),
        ({"registers": True}, set(REGISTERS)),
        ({"registers": False}, set()),
        ({"registers": ["next", "risks"]}, {"next", "risks"}),
        ({"index_page": False}, set()),
        ({"index_page": "roadmap.md"}, set(REGISTERS)),
    ],
)
def test_registers_can_be_chosen(tmp_path, options, names):
    """All, none or some, always beside the index and none without it."""
    site = make_site(tmp_path, FILES, options, strict=True)
    folder = site.folder if "roadmap.md" in options.values() else site.folder / "plans"
    assert {name for name in REGISTERS if (folder / name / "index.html").exists()} == names


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (["risk"], "did you mean risks?"),
        (["x"], "there are next, risks, decisions"),
        ("risks", "true, false or a list"),
    ],
)
def test_a_wrong_register_is_told(tmp_path, value, words):
    """With the right spelling."""
    with logged() as log, pytest.raises(Abort):
        make_site(tmp_path, FILES, {"registers": value}, strict=True)
    assert any(words in line for line in log)


def test_a_nav_without_registers_is_complete(tmp_path):
    """They are left out of a navigation of the user's own, and nothing complains; the index leads to them."""
    nav = ["index.md", {"Plans": ["plans/index.md", "plans/next.md", "plans/ledger.md", "specs/ledger.md"]}]
    site = make_site(tmp_path, FILES, {}, nav=nav, strict=True, validation={"nav": {"omitted_files": "warn"}})
    assert not any("the nav" in line or "WARNING" in line for line in site.log)
    assert 'href="../next/"' in site.text("plans/ledger/index.html")
    assert 'href="../risks/"' not in site.text("plans/ledger/index.html")
    assert 'href="risks/"' in site.content("plans/index.html")


def test_without_directory_urls(tmp_path):
    """Links of views and of the author's words hold when pages are files; so does the rule for badges."""
    site = make_site(
        tmp_path, SITE, {}, use_directory_urls=False, strict=True,
        validation={"links": {"unrecognized_links": "ignore"}}, markdown_extensions=["footnotes"],
    )  # fmt: skip
    first = page(site, "plans/decisions.html").select_one(".plan-of li")
    hrefs = [link["href"] for link in first.select("a")]
    assert hrefs == ["../specs/ledger.html#why", "ledger.html#risk-assessment", "ledger.html#plan-decision-1"]
    assert (site.folder / "badges" / "plans" / "ledger.svg").exists()


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_other_themes_have_registers(tmp_path, theme):
    """The pages are there without Material."""
    site = make_site(tmp_path, FILES, {}, theme={"name": theme}, strict=True)
    for name in REGISTERS:
        assert f'data-planplugin="{name}"' in site.text(f"plans/{name}/index.html")


def test_the_data_files(site):
    """Tables with CRLF, and a badge for the plan."""
    head = (site.folder / "plans.csv").read_text("utf-8").splitlines()[0].split(",")
    assert head[:3] == ["path", "url", "title"]
    # Whoever counts columns: what is new stands at the end.
    assert head[23:] == [
        "high_risks", "health", "expected_finish", "late", "stale", "blocked", "next", "expected_is_earliest",
    ]  # fmt: skip
    assert b"\r\nPayment ledger,plans/ledger.md," in (site.folder / "risks.csv").read_bytes()
    assert "Payment ledger: off track, 1 of 3 tasks" in site.text("badges/plans/ledger.svg")
    assert 'href="../../badges/plans/ledger.svg"' in site.content("plans/ledger/index.html")
    for path, files in (("", ["plans.csv", "plans.json", "plans.ics"]), ("risks/", ["risks.csv"])):
        up = "../" * (path.count("/") + 1)
        links = {link["href"] for link in page(site, f"plans/{path}index.html").select("[data-planplugin] a[href]")}
        assert {up + name for name in files} <= links


def test_no_data_files_where_none_are_wanted(tmp_path):
    """`data: false` leaves out all of them."""
    site = make_site(tmp_path, FILES, {"data": False})
    assert "plans.csv" not in site.content("plans/index.html")
    assert ".svg" not in site.content("plans/ledger/index.html")
    assert not [
        path for path in site.folder.rglob("*") if path.suffix in (".csv", ".json") and "search" not in str(path)
    ]
    assert not (site.folder / "badges").exists()


# Specs and plans


def test_a_spec_lists_its_plans(tmp_path):
    """One element at the end of its content; the rest of it is as it was, byte for byte."""
    ours = make_site(tmp_path / "a", FILES, {}).content("specs/ledger/index.html")
    plain = make_site(tmp_path / "b", FILES, None).content("specs/ledger/index.html")
    at = ours.index('<section class="plan-built"')
    end = ours.index("</section>", at) + len("</section>")
    assert ours[:at] + ours[end:] == plain
    made = BeautifulSoup(ours[at:end], "html.parser")
    (outer,) = made.find_all(recursive=False)
    assert outer["data-planplugin"] == "built_on"
    assert said(made.li) == "Payment ledger ▲ Off track 1 of 3 tasks done expected 11 Feb 2026"
    assert made.li.a["href"] == "../../plans/ledger/"


def test_a_broken_based_on_is_told(tmp_path):
    """A warning at its line, in the log once and in the data; a link to another site is the author's business."""
    text = PLAN.replace("../specs/ledger.md", "../spec/ledger.md")
    files = {**FILES, "plans/ledger.md": text, "plans/far.md": PLAN.replace("../specs/ledger.md", "https://x.example/")}
    site = make_site(tmp_path, files, {})
    (line,) = (line for line in site.log if "PLAN301" in line)
    assert line == (
        "WARNING planplugin: plans/ledger.md:3: PLAN301 the plan is based on ../spec/ledger.md, which is no page of "
        "this site; did you mean ../specs/ledger.md?"
    )
    of_links = {
        path: [finding for finding in plan["findings"] if finding["code"].startswith("PLAN3")]
        for path, plan in site.plans.items()
    }
    (finding,) = of_links["plans/ledger.md"]
    assert (finding["code"], finding["level"], finding["line"]) == ("PLAN301", "warning", 3)
    assert of_links["plans/far.md"] == []


def test_a_plan_may_be_based_on_a_page_of_ours(tmp_path):
    """A generated page is a page of the site."""
    text = PLAN.replace("../specs/ledger.md", "risks.md")
    assert not any("PLAN301" in line for line in make_site(tmp_path, {**FILES, "plans/ledger.md": text}, {}).log)


def test_plans_that_link_to_each_other_say_so(tmp_path):
    """From the plan that needs another to it, and back."""
    text = PLAN.replace("Payment ledger", "Payout").replace(
        "**Created:**", "**Depends on:** [the ledger](ledger.md)\n**Created:**"
    )
    site = make_site(tmp_path, {**FILES, "plans/payout.md": text}, {}, strict=True)
    for path, term, title, href in (
        ("payout", "needs", "Payment ledger", "../ledger/"),
        ("ledger", "needed by", "Payout", "../payout/"),
    ):
        summary = page(site, f"plans/{path}/index.html").find(attrs={"data-planplugin": "summary"})
        link = next(item for item in summary.select(".plan-from > li") if said(item).startswith(term)).a
        assert (said(link), link["href"]) == (title, href)
