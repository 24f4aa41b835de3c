"""The views: what they say, where they lead, what they draw, and that nothing of an author's gets out of hand."""

import datetime as dt
import importlib
import json
import pathlib
import re

import pytest
from bs4 import BeautifulSoup
from effort import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from made_plans import MONDAY, calendars, est, phase, plan, plans, ref, refs, risk_id, task
from msgspec import Struct, structs
from shown import CALENDAR, TODAY, context, entry, said, text, views

from mkdocs_planplugin.catalog import PLAN_VIEWS, view_at
from mkdocs_planplugin.export import plan_badge
from mkdocs_planplugin.export.calendar import events
from mkdocs_planplugin.export.plans_json import plans_json
from mkdocs_planplugin.history import PlanHistory, Point
from mkdocs_planplugin.model import (
    ChecklistGroup,
    ChecklistItem,
    Level,
    Link,
    Plan,
    Resources,
    Revision,
    Risk,
    RiskState,
    State,
    Status,
    Task,
    TeamMember,
)
from mkdocs_planplugin.portfolio import Neighbours, Portfolio
from mkdocs_planplugin.views import built_on_view, index_view, plan_views, portfolio_view, style_sheet
from mkdocs_planplugin.views.kit.formats import estimate_days, estimate_hours
from mkdocs_planplugin.views.plan.page import PlanPage
from mkdocs_planplugin.views.plan.tasks import task_chips
from mkdocs_planplugin.weave import decorate

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
VIEWS = pathlib.Path(__file__).parents[1] / "mkdocs_planplugin" / "views"


# What there is


@pytest.mark.parametrize("name", PLAN_VIEWS)
def test_a_view_is_a_record_a_module_and_a_template(name):
    """All of one name: nothing else has to be told of it."""
    assert importlib.import_module(f"mkdocs_planplugin.views.plan.{name}").html_by_place
    assert (VIEWS / "templates" / f"{name}.html").is_file()


def test_every_place_belongs_to_a_view():
    """What is made has a place, and what has a place is a view of the catalog."""
    full = structs.replace(FULL, resources=Resources((TeamMember("Backend", 40),)))
    marks, places = decorate(full).blocks.values(), decorate(full).places
    placed = {mark.view for mark in marks if mark.view} | {place.view for place in places}
    known = PlanHistory((Point(TODAY, 0, 1, 0, 0, None, None, 0, 0),), is_complete=True, changed=TODAY)
    of_plan = entry(full)
    made = plan_views(of_plan, CALENDAR, structs.replace(context(), histories={of_plan.path: known}))
    assert {view_at(place) for place in made} == set(PLAN_VIEWS)
    assert {view_at(place) for place in placed} <= set(PLAN_VIEWS)
    assert {place for place in placed if view_at(place) != place} <= made.keys()  # those of phases, tasks and risks


# What a header says


FULL = plan(
    phase(
        1,
        task("1.1", 8, state=State.DONE),
        task("1.2", est(8, 16), "1.1"),
        task("1.3", 8, "1.2"),
        task("1.4", 8, state=State.CANCELLED),
        criteria=(ChecklistItem("It holds", State.DONE, 1), ChecklistItem("It lasts", State.OPEN, 2)),
    ),
    phase(2, task("2.1", 16), task("2.2", 8, state=State.BLOCKED)),
    status=Status.IN_PROGRESS,
    created=dt.date(2026, 1, 10),
    last_updated=dt.date(2026, 1, 13),
    due=dt.date(2026, 2, 2),
    based_on=Link("The spec", "../specs/auth.md#part"),
    risks=(
        Risk(risk_id("1"), "Small", 60, "plan-risk-1", Level.LOW, Level.LOW, Level.LOW),
        Risk(risk_id("2"), "Large", 61, "plan-risk-2", Level.HIGH, Level.MEDIUM, Level.HIGH),
    ),
    revisions=(
        Revision(dt.date(2026, 1, 13), "1.2", "More", "Ana", 91),
        Revision(dt.date(2026, 1, 10), "1.1", "First", "Ben", 92),
    ),
    definition_of_done=(
        ChecklistGroup("Code", (ChecklistItem("Read", State.DONE, 70), ChecklistItem("Tested", State.OPEN, 71))),
        ChecklistGroup("Words", (ChecklistItem("Written", State.OPEN, 72),)),
    ),
    placeholders=2,
)


@pytest.mark.parametrize(
    "words",
    [
        "◐ In progress",
        "based on The spec",
        "updated 13 Jan 2026",
        "revision 1.2, Ana",
        "all plans",
        "1 of 5 tasks done",
        "1 of 2 completion criteria met · 1 of 3 Definition of Done · 1 cancelled, not counted".replace(" ·", ""),
        "◆ At risk. Finish 21 Jan at the earliest, 8 working days before it is due, 2 Feb",
        "but 2.2 is blocked.",
        "Expected 21 Jan at the earliest",
        "Due 2 Feb in 19 days",
        "Planned 20 Jan from 12 Jan",
        "Work left 5.5 days of 6.5",
        "Not counted: 2.2 is blocked, and nobody has said until when",
        "top risk Risk 2 Large ▲ high",
        "○ ready 1.2 Do 1.2 14 → 15 Jan",
        "■ blocked 2.2 Do 2.2",
        "◌ waiting 2 tasks: 1.3 on 1.2, 2.1 on Phase 1",
        "2 placeholders left to fill in",
    ],
)
def test_the_header_says(words):
    """Where a plan stands, in words and numbers."""
    assert words in text(views(FULL)["summary"]).replace(" ,", ",").replace("( ", "(")


def test_the_header_links():
    """To the spec, the index, the tasks, the phases and the top risk."""
    made = views(FULL, based_on_path="specs/auth.md")["summary"]
    links = {said(a): a["href"] for a in made.find_all("a")}
    assert links == {
        "The spec": "../../specs/auth/#part",
        "all plans": "../../plans/index/",
        "Risk 2 Large": "#plan-risk-2",
        "1.2 Do 1.2": "#a-1.2",
        "2.2 Do 2.2": "#a-2.2",
        "2.2": "#a-2.2",
    }


def test_bars_are_progress_elements():
    """One for the tasks, with the count in the values, and a name for those who do not see the text beside it; the bars
    of criteria and of the Definition of Done are at their headings."""
    bars = views(FULL)["summary"].find_all("progress")
    assert [(bar["value"], bar["max"]) for bar in bars] == [("1", "5")]
    assert bars[0]["aria-label"] == "1 of 5 tasks done"


def test_a_derived_status_says_so():
    """A status that nobody declared is what the boxes say."""
    made = structs.replace(FULL, status=None)
    assert "In progress (from the boxes)" in text(views(made)["summary"])


def test_nothing_declared_nothing_tracked():
    """No status, no counter, but the words for it, once: at no phase."""
    made = views(plan(phase(1, task("1.1", state=None), task("1.2", state=None))))
    assert "No status" in text(made["summary"])
    assert "2 tasks, progress is not tracked" in text(made["summary"])
    assert "progress:phase:1" not in made
    assert not made["summary"].find("progress")


@pytest.mark.parametrize(
    ("tasks", "words"),
    [
        ((), "No tasks yet"),
        ((task("1.1", state=State.DONE),), "1 of 1 task done"),
        ((task("1.1", state=State.CANCELLED),), "1 task cancelled, none left"),
        (
            (
                task(
                    "1",
                    subtasks=(
                        task("1.1", state=State.DONE),
                        task("1.2"),
                    ),
                ),
                task("2", state=None),
            ),
            "1 of 2 tasks done 1 not tracked, sub-tasks counted",
        ),
    ],
)
def test_the_rules_of_counting_are_said(tasks, words):
    """Singular and plural, and what was left out or taken apart."""
    assert words in said(views(plan(phase(1, *tasks)))["summary"])


def test_the_verdict_comes_first():
    """With its sign and word, the reason, and what is behind it, as a link."""
    made = views(FULL, today=dt.date(2026, 3, 2))["summary"]
    verdict, causes = made.select(".plan-health > p")
    assert text(verdict).startswith(
        "▲ Overdue. Due 2 Feb , 28 days ago; 4 of 5 tasks are left. Finish 9 Mar at the earliest"
    )
    assert [day["datetime"] for day in verdict.select("strong > time")] == ["2026-02-02", "2026-03-09"]
    assert said(causes.a) == "1.2 Do 1.2"
    assert made.select_one(".plan-health")["class"] == ["plan-health", "plan-status-overdue"]


@pytest.mark.parametrize(
    ("today", "words", "wrong"),
    [(MONDAY, "Expected 12 Jan", False), (dt.date(2026, 2, 14), "Expected 16 Feb", True)],
)
def test_the_expected_finish_is_wrong_where_the_verdict_says_so(today, words, wrong):
    """In the tone of warnings where the plan is off track; nothing of 80% without a range."""
    made = views(plan(phase(1, task("1.1", 8))), today=today)["summary"]
    fact = next(each for each in made.select(".plan-dates dl > div") if said(each).startswith("Expected"))
    assert text(fact) == words
    assert bool(fact.select_one(".plan-alarm")) is wrong


def test_the_finish_that_is_kept_with_80_percent():
    """Where ranges say more than the forecast."""
    made = views(plan(phase(1, task("1.1", est(8, 72)))))["summary"]
    assert "Expected 20 Jan 80% likely by 22 Jan" in text(made)


def test_long_names_are_not_cut():
    """Neither in the work nor in the sentences."""
    title = "A very long name of a task that goes on and on until nobody remembers how it began, or why"
    made = plan(phase(1, structs.replace(task("1.1", 80), title=title)))
    assert text(views(made, today=dt.date(2026, 3, 2))["summary"]).count(title) == 2


@pytest.mark.parametrize("status", [Status.COMPLETE, Status.ON_HOLD, Status.CANCELLED])
def test_no_forecast_no_word_of_it(status):
    """Of a plan that nobody works on, or that has no dates."""
    assert "xpected" not in text(views(structs.replace(FULL, status=status))["summary"])
    assert "xpected" not in text(views(structs.replace(FULL, start=None, created=None))["summary"])


def test_a_cancelled_plan_is_counted_once():
    """By its verdict, with what was given up; other counters leave that out and would say another number."""
    tasks = task("1.1", 8, state=State.DONE), task("1.2", 8, state=State.CANCELLED)
    made = views(plan(phase(1, *tasks), status=Status.CANCELLED))
    assert "1 of 2 tasks was done" in text(made["summary"])
    assert "1 of 1" not in text(made["summary"]) + text(made["timeline"].select_one(".plan-whole"))


def test_what_waits_for_phases_waits_for_these_first():
    """Tasks of its own phase matter only then: 2.2 waits for 2.1 too."""
    done = phase(4, task("4.1", 8), depends_on=())
    made = plan(
        phase(1, task("1.1", 8)), done, phase(2, task("2.1", 8), task("2.2", 8), depends_on=("phase:1", "phase:4"))
    )
    assert "waiting 2 tasks: 2.1, 2.2 on phases 1 and 4" in text(views(made)["summary"])


def test_tasks_without_numbers_that_wait_are_counted():
    """From the first title to the last says nothing; one or two are named."""
    unnumbered = [task(f"L{n}", 8) for n in range(3)]
    made = plan(phase(1, task("1.1", 8)), phase(2, *unnumbered, depends_on=("phase:1",)))
    assert "waiting 3 tasks: 3 tasks on Phase 1" in text(views(made)["summary"])


def test_a_day_that_is_over_holds_nobody_up():
    """It is not said as if it were to come: that the task is still blocked stands among what is not counted."""
    made = plan(phase(1, task("1.1", 8), task("1.2", 8, state=State.BLOCKED, blocked_until=dt.date(2026, 1, 9))))
    summary = text(views(made)["summary"])
    assert "until 9 Jan" not in summary
    assert "1.2 is still blocked, which was to end on 9 Jan" in summary


def test_findings_are_told():
    """Closed, at the end of the header: each with its line, its level and how to write it right."""
    made = plan(phase(1, task("1.1", 8, depends_on_unresolved=refs("9.9"), line=30)), start=None)
    found = views(made)["summary"].details
    assert not found.has_attr("open")
    assert said(found.summary) == "1 finding"
    assert said(found.li) == (
        "PLAN201 warning, line 30: task 1.1 waits for 9.9, which is not in this plan "
        "(name a task or phase of this plan, such as `Task 1.1` or `Phase 1`)"
    )
    assert not views(plan(phase(1, task("1.1", 8)), start=None))["summary"].details


def test_a_finished_plan_has_nothing_to_do():
    """What is ready in a complete plan helps nobody."""
    made = structs.replace(FULL, status=Status.COMPLETE)
    assert "Ready" not in text(views(made)["summary"])
    assert "Waits" not in text(views(made)["summary"])
    assert chips(made)["1.2"] == ["after 1.1 ✓"]


def test_long_lists_are_cut():
    """A header names the first ones and counts the rest."""
    made = views(plan(phase(1, *(task(f"1.{i}", parallel=True) for i in range(9)))))
    assert "○ ready 1.0 Do 1.0 ready 1.1 Do 1.1 ready 1.2 Do 1.2 ready 6 more" in text(made["summary"])


def test_a_template_is_to_be_filled_in():
    """It has no counters, and says what it is."""
    made = plan_views(entry(structs.replace(FULL, is_template=True)), CALENDAR, context())
    assert made.keys() == {"summary", "timeline"}
    words = text(BeautifulSoup(made["summary"], "html.parser"))
    assert "template to fill in: 2 placeholders left to fill in" in words
    assert " of " not in words


def test_no_index_no_link():
    """A site without an index gets no link to one."""
    made = plan_views(entry(FULL), CALENDAR, context(index=None))
    assert "all plans" not in made["summary"]


# Where links lead


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("https://example.org/a?b", "https://example.org/a?b"),
        ("HTTP://example.org", "HTTP://example.org"),
        ("mailto:ana@example.org", "mailto:ana@example.org"),
        ("#here", "#here"),
        ("../specs/auth.md", "../../specs/auth/"),
        ("../specs/auth.md#part", "../../specs/auth/#part"),
        ("../specs/gone.md", None),
        ("../../../etc/passwd", None),
        ("//example.org", None),
        ("/absolute", None),
        ("javascript:alert(1)", None),
        ("JaVaScRiPt:alert(1)", None),
        (" javascript:alert(1)", None),
        ("java\nscript:alert(1)", None),
        ("\x01javascript:alert(1)", None),
        ("data:text/html,<script>", None),
        ("vbscript:x", None),
        ("https:javascript", None),
        ("https://example.org/ onclick=x", None),
        ("", None),
        (None, None),
    ],
)
def test_based_on_leads_somewhere_harmless(href, expected):
    """To a page of the site, or to the outside by a scheme that is known to be a link; all else is text."""
    made = views(plan(based_on=Link("Spec", href)))["summary"]
    link = made.find("a", string="Spec")
    assert (link["href"] if link else None) == expected
    assert "based on Spec" in text(made)


# Progress


def test_progress_of_a_phase():
    """State, tasks, criteria and what is blocked, in one line; each phase by its key."""
    made = views(FULL)
    assert text(made["progress:phase:1"]) == "◐ in progress · 1 of 3 tasks (1 cancelled, not counted) · 1 of 2 criteria"
    assert text(made["progress:phase:2"]) == "○ not started · 0 of 2 tasks · ■ 1 blocked"
    assert made["progress:phase:2"].progress["max"] == "2"


@pytest.mark.parametrize(
    ("states", "words"),
    [
        ((State.DONE, State.DONE), "✓ complete · 2 of 2 tasks"),
        ((State.DONE,), "✓ complete · 1 of 1 task"),
        ((State.CANCELLED,), "✕ cancelled · no tasks left"),
        ((State.OPEN, None), "○ not started · 0 of 1 task (1 not tracked)"),
        ((None, State.CANCELLED), "progress is not tracked here"),
    ],
)
def test_the_state_of_a_phase(states, words):
    """By its tasks, with a sign and a word."""
    tasks = (task(f"1.{number}", state=state) for number, state in enumerate(states))
    assert text(views(plan(phase(1, *tasks), phase(2, task("2.1"))))["progress:phase:1"]) == words


def test_progress_of_the_definition_of_done():
    """The whole and each named group, with a bar, in numbers, and a sign for how far it is."""
    made = views(FULL)["definition_of_done"]
    assert text(made) == "1 of 3 items done ◐ Code 1 of 2 ○ Words 0 of 1"
    assert [(bar["value"], bar["max"], bar["aria-label"]) for bar in made.find_all("progress")] == [
        ("1", "3", "1 of 3 items done"),
        ("1", "2", "1 of 2 Code"),
        ("0", "1", "0 of 1 Words"),
    ]


def test_groups_are_counted_as_the_whole_is():
    """Without what is cancelled or not tracked, and an item with parts through its parts; a full group is ticked."""
    items = (
        ChecklistItem("Whole", State.OPEN, 1, has_parts=True),
        ChecklistItem("Part", State.DONE, 2),
        ChecklistItem("Given up", State.CANCELLED, 3),
        ChecklistItem("Words", None, 4),
    )
    made = plan(definition_of_done=(ChecklistGroup("Code", items), ChecklistGroup("", (ChecklistItem("X", None, 5),))))
    shown = views(made)["definition_of_done"]
    assert text(shown) == "1 of 1 item done (1 cancelled, not counted, 2 not tracked) ✓ Code 1 of 1"
    nothing = plan(definition_of_done=(ChecklistGroup("Code", items[3:]),))
    assert text(views(nothing)["definition_of_done"]) == "progress is not tracked here"


def test_a_plan_without_definition_of_done_has_no_such_view():
    """Nor a bar of nothing."""
    assert "definition_of_done" not in views(plan(phase(1, task("1.1"))))


# Words behind titles


def chips(a_plan):
    """The words behind the title of each task, by its id."""
    shown = views(a_plan)
    return {
        str(each.id): [
            said(word).replace("✓done", "✓").replace("✕cancelled", "✕")
            for word in shown[f"tasks:{each.anchor}"].select(".plan-word")
        ]
        for each in a_plan.walk()
    }


def test_words_behind_titles():
    """What is ready says so, what waits says for what, what is over says that it came before; blocked is a word."""
    assert chips(FULL) == {
        "1.1": [],
        "1.2": ["ready", "after 1.1 ✓"],
        "1.3": ["waits for 1.2"],
        "1.4": ["✕ cancelled"],
        "2.1": ["waits for Phase 1"],
        "2.2": ["■ blocked", "waits for Phase 1"],
    }


def test_names_behind_titles_are_links():
    """To the task or phase that comes before; the title of what has an id is there for whoever points at it."""
    made = views(FULL)
    (phase_link,) = made["tasks:a-2.1"].select(".plan-word-waits a")
    assert (said(phase_link), phase_link["href"], phase_link["title"]) == ("Phase 1", "#p-1", "Part 1")
    (task_link,) = made["tasks:a-1.2"].select(".plan-word-after a")
    assert (said(task_link), task_link["href"], task_link["title"]) == ("1.1", "#a-1.1", "Do 1.1")


def test_what_came_before_has_its_sign():
    """Done and cancelled tasks and phases are ticked and crossed; what is stated and not over is waited for."""
    first = phase(1, task("1.1", state=State.DONE), task("1.2", state=State.CANCELLED))
    second = phase(2, task("2.1", 8, "1.1", "1.2", "phase:1", "2.2"), task("2.2", 8), depends_on=())
    assert chips(plan(first, second))["2.1"] == ["waits for 2.2", "after 1.1 ✓, 1.2 ✕, Phase 1 ✓"]


def test_many_names_behind_a_title_are_counted():
    """Four of them are named."""
    before = [task(f"1.{number}", state=State.DONE) for number in range(6)]
    made = plan(phase(1, *before, task("1.9", 8, *(each.id for each in before))))
    assert chips(made)["1.9"] == ["ready", "after 1.0 ✓, 1.1 ✓, 1.2 ✓, 1.3 ✓ and 2 more"]


def test_a_sub_task_does_not_repeat_its_task():
    """What its task waits for is said once; what it waits for itself is said at it."""
    parts = (task("2.1.1"), task("2.1.2", None, "1.2"))
    made = plan(phase(1, task("1.1"), task("1.2")), phase(2, task("2.1", subtasks=parts)))
    found = chips(made)
    assert found["2.1"] == ["waits for Phase 1"]
    assert found["2.1.1"] == []
    assert found["2.1.2"] == ["waits for 1.2, Phase 1"]


@pytest.mark.parametrize("status", [Status.DRAFT, Status.ON_HOLD])
def test_no_task_is_ready_while_nobody_works_on_the_plan(status):
    """Its dependencies are said all the same."""
    made = plan(phase(1, task("1.1"), task("1.2", None, "1.1")), status=status)
    assert chips(made) == {"1.1": [], "1.2": ["after 1.1"]}


def test_what_is_not_tracked_says_so():
    """A task without a box among tasks with one; where nobody ticks anything the header says it once for all."""
    parts = (task("1.3.1"),)
    made = plan(phase(1, task("1.1"), task("1.2", state=None), task("1.3", state=None, subtasks=parts)))
    assert [chips(made)[name] for name in ("1.1", "1.2", "1.3")] == [["ready"], ["not tracked"], ["ready"]]
    assert chips(plan(phase(1, task("1.1", state=None)))) == {"1.1": []}


def test_words_for_what_has_no_id():
    """A task is then called by its title, a phase by its name."""
    first = Task(ref("L4"), "Look around", State.OPEN, 4, "plan-task-4")
    second = Task(ref("L5"), "Go on", State.OPEN, 5, "plan-task-5", depends_on=refs("L4"))
    assert chips(plan(tasks=(first, second)))["L5"] == ["waits for Look around"]


# Risks


def risk(name, probability=None, impact=None, *, priority=None, title=None, line=60):
    return Risk(risk_id(name), title or f"It may {name}", line, f"r-{name}", priority, probability, impact)


LOW, MEDIUM, HIGH, CRITICAL = Level


def matrix(a_plan):
    """The rows of the matrix, the head first, each as the texts of its cells."""
    return [[said(cell) for cell in row.find_all(["td", "th"])] for row in views(a_plan)["risks"].select("tr")]


def test_the_matrix_is_a_table():
    """Headers in words, the score with sign and word in each cell, and each risk in the cell of its levels."""
    made = plan(risks=(risk("1", HIGH, HIGH), risk("2", LOW, MEDIUM), risk("R-7", LOW, MEDIUM), risk("4", MEDIUM)))
    assert matrix(made) == [
        ["Probability × impact", "low impact", "medium impact", "high impact"],
        ["high probability", "◆ 3 medium", "▲ 6 high", "▲ 9 highRisk 1"],
        ["medium probability", "● 2 low", "◆ 4 medium", "▲ 6 high"],
        ["low probability", "● 1 low", "● 2 lowRisk 2R-7", "◆ 3 medium"],
    ]
    table = views(made)["risks"].table
    assert table.caption
    assert {th["scope"] for th in table.select("thead th")} == {"col"}
    assert {th["scope"] for th in table.select("tbody th")} == {"row"}
    assert [td["class"] for td in table.select("tbody td:has(a)")] == [["plan-score-high"], ["plan-score-low"]]


def test_settled_risks_stand_apart():
    """What is closed or accepted has no place in the matrix, leads no exposure, and says its state behind its title."""
    closed = structs.replace(risk("1", HIGH, HIGH), state=RiskState.CLOSED)
    made = views(plan(risks=(closed, risk("2", LOW, MEDIUM))))
    words = text(made["risks"])
    assert "Exposure 2" in words
    assert "No longer open: Risk 1" in words
    assert text(made[f"risks:{closed.anchor}"]) == "✓ closed"
    assert "Risk 2" in text(made["summary"])
    made = views(plan(risks=(closed,), owner="Ida <b>"))
    assert "No risk is open." in text(made["risks"])
    assert "owner: Ida <b>" in text(made["summary"])


def test_risks_of_the_matrix_are_links():
    """To the risk in the text, by its id, with its title as accessible name; without an id by the title's beginning."""
    title = "The porch loses its connection for longer than six hours"
    made = views(plan(risks=(risk("1", HIGH, HIGH), risk("L60", LOW, LOW, title=title))))["risks"]
    first, second = made.select("td a")
    assert (said(first), first["href"], first["aria-label"]) == ("Risk 1", "#r-1", "Risk 1: It may 1")
    assert said(second) == "The porch loses its …"
    assert (second["href"], second["aria-label"]) == ("#r-L60", title)


def test_critical_is_a_row_only_where_it_is_used():
    """On the axis that has it."""
    head, top, *_ = rows = matrix(plan(risks=(risk("1", CRITICAL, HIGH),)))
    assert len(rows) == 5
    assert len(head) == 4
    assert top == ["critical probability", "◆ 4 medium", "▲ 8 high", "▲▲ 12 criticalRisk 1"]


@pytest.mark.parametrize(
    ("risks", "words"),
    [
        (
            (risk("1", HIGH, HIGH), risk("2", MEDIUM, HIGH), risk("3", LOW, LOW)),
            "Exposure 9 ▲ high (high × high), the highest score of an open risk: Risk 1 2 of 3 rated risks score 6 or more.",
        ),
        (
            (risk("1", LOW, HIGH), risk("2", HIGH, LOW)),
            "Exposure 3 ◆ medium, the highest score of an open risk: Risk 1, Risk 2 No high risks.",
        ),
        ((risk("1", HIGH, HIGH), risk("2", HIGH)), "1 of 1 rated risk scores 6 or more. Not rated: Risk 2"),
        (
            tuple(risk(str(n), LOW, LOW) for n in range(6)),
            "(low × low), the highest score of an open risk: Risk 0, Risk 1, Risk 2, Risk 3 and 2 more",
        ),
        ((risk("1", HIGH), risk("2")), "2 risks without both a probability and an impact: no matrix can be drawn."),
    ],
)
def test_exposure_in_words(risks, words):
    """The highest score with its factors and risks, how many are high, and what has no place in the matrix."""
    assert words in text(views(plan(risks=risks))["risks"]).replace(" ,", ",").replace(" :", ":")


def test_no_levels_no_matrix():
    """Where no risk has both levels, a sentence stands in place of the table; without risks there is nothing."""
    assert not views(plan(risks=(risk("1", HIGH),)))["risks"].table
    assert "risks" not in views(plan())


@pytest.mark.parametrize(
    ("a_risk", "words"),
    [
        (risk("1", MEDIUM, HIGH), "▲ high, score 6"),
        (risk("1", MEDIUM, HIGH, priority=LOW), "▲ high, score 6"),
        (risk("1", None, HIGH), "▲ high impact"),
        (risk("1", LOW), "● low probability"),
        (risk("1", priority=CRITICAL), "▲▲ critical priority"),
        (risk("1"), "not rated"),
    ],
)
def test_a_risk_says_its_level_and_leads_to_the_matrix(a_risk, words):
    """By its score, else by what is known of it."""
    made = views(plan(risks=(a_risk,), risks_anchor="plan-risks--2"))
    (link,) = made["risks:r-1"].find_all("a")
    assert said(link) == words
    assert link["href"] == "#plan-risks--2"
    assert made["risks"].section["id"] == "plan-risks--2"


# Effort by role


def effort(*team, estimate=None):
    """The view of these roles and their hours, in a plan that is estimated so."""
    members = tuple(TeamMember(role, length) for role, length in team)
    made = views(plan(phase(1, hours=estimate), resources=Resources(members)))
    return made.get("effort")


def test_the_effort_by_role():
    """Each role with a bar, its hours and its share of the total in words."""
    made = effort(("Backend", 160.0), ("Web", 40.0), ("Test", 0.5), ("Design", None), estimate=est(180, 220))
    assert [text(row).replace("\N{NO-BREAK SPACE}", " ") for row in made.select("tbody tr")] == [
        "Backend 160 h 80 %",
        "Web 40 h 20 %",
        "Test 30 min under 1 %",
    ]
    assert [(bar["value"], bar["max"]) for bar in made.find_all("progress")][:2] == [
        ("160.0", "200.5"),
        ("40.0", "200.5"),
    ]
    assert made.progress["aria-label"].replace("\N{NO-BREAK SPACE}", " ") == "Backend: 160 h, 80 % of the total"
    assert text(made.p).endswith("No hours given for: Design.")


@pytest.mark.parametrize(
    ("estimate", "words"),
    [
        (None, "100 h for 2 roles, the plan gives no estimate to compare with."),
        (est(100), "100 h for 2 roles, as the plan estimates."),
        (est(80, 120), "100 h for 2 roles, within the plan's estimate of 80–120 h."),
        (est(120, 140), "100 h for 2 roles, 20 h less than the plan's estimate of 120–140 h."),
        (est(60), "100 h for 2 roles, 40 h more than the plan's estimate of 60 h."),
    ],
)
def test_the_effort_against_the_estimate(estimate, words):
    """Whether the hours are what the phases add up to."""
    assert said(effort(("A", 60.0), ("B", 40.0), estimate=estimate).p) == words


def test_effort_needs_hours():
    """Without any there is no view; one role alone is a sentence."""
    assert effort(("A", None)) is None
    assert effort(("A", 0.0)) is None
    assert effort() is None
    alone = effort(("A", 8.0), estimate=est(8))
    assert not alone.table
    assert said(alone.p) == "8 h for 1 role, as the plan estimates."


def test_a_second_task_of_one_id_is_called_as_written():
    """The line that tells it apart is ours, not the author's."""
    tasks = (task("1.1", 8, line=4), Task(ref("1.1@L9"), "Again", State.OPEN, 9, "plan-task-1.1-9", est(8)))
    assert "1.1 Again" in text(views(plan(tasks=tasks))["timeline"])


# The index


def index(*entries, **rest):
    return BeautifulSoup(index_view(Portfolio.of(entries), context(**rest)), "html.parser")


def row_titles(made):
    return [said(th.find(["a", "b"])) for th in made.select("tbody th")]


def cells(row):
    return [text(cell) for cell in row.select("th, td")]


def at(path, title, start=MONDAY, **rest):
    """A plan of one task of a day, named and placed."""
    return entry(structs.replace(plan(phase(1, task("1.1", 8)), start=start, **rest), title=title), path=path)


def test_the_index_shows_what_needs_a_hand_first():
    """The worst verdict first, then by finish, then by path; and it says so. What nobody works on any
    more is in a closed block below."""
    entries = [
        at("a.md", "Complete", status=Status.COMPLETE),
        at("b.md", "Draft", status=Status.DRAFT, start=None),
        at("c.md", "Later", status=Status.IN_PROGRESS, start=dt.date(2026, 9, 1)),
        at("d.md", "Sooner", status=Status.IN_PROGRESS, start=dt.date(2026, 8, 3)),
        at("e.md", "Blocked", status=Status.BLOCKED),
        at("f.md", "Late", status=Status.IN_PROGRESS, due=dt.date(2026, 1, 1)),
        at("g.md", "Derived", start=dt.date(2026, 8, 3)),
        at("h.md", "Cancelled", status=Status.CANCELLED),
    ]
    made = index(*entries, pages=[e.path for e in entries])
    active, archive = made.select("table")
    assert row_titles(active) == ["Late", "Blocked", "Sooner", "Derived", "Later", "Draft"]
    assert row_titles(archive) == ["Complete", "Cancelled"]
    assert "open" not in archive.find_parent("details").attrs
    assert said(made.summary) == "Archive: 1 done, 1 cancelled"
    assert said(made.select_one(".plan-found")).startswith("8 plans, 2 in the archive. The worst first")


def test_a_cancelled_plan_is_counted_alike_everywhere():
    """With what was cancelled with it: in its verdict, its row, its badge, and on the page that it is based on."""
    tasks = task("1.1", 8, state=State.DONE), task("1.2", 8, state=State.CANCELLED)
    made = entry(plan(phase(1, *tasks), status=Status.CANCELLED))
    row = index(made).select_one("tbody tr")
    assert "1 of 2 tasks was done" in said(row)
    assert said(row.select_one(".plan-col-tasks")) == "1/2"
    assert "cancelled, 1 of 2 tasks" in plan_badge(made).decode()
    assert "1 of 2 tasks done" in built_on_view([made], context())


def test_a_counter_of_phases_says_so_in_the_index():
    """The column is headed by tasks."""
    phases = (phase(1, task("1.1", state=None), state=State.DONE), phase(2, state=State.OPEN))
    cell = index(entry(plan(*phases))).select_one(".plan-col-tasks:not([data-sort])")
    assert said(cell) == "1/2 phases done1 not tracked"


def test_a_row_of_the_index():
    """All that is known of a plan, with links to it, to its spec and to its next task."""
    phases = (structs.replace(FULL.phases[0], tasks=(task("1.1", 8, owner="Ana & @Ben", state=State.BLOCKED),)),)
    made = structs.replace(FULL, summary="Why " * 40, tags=("web", "api"), phases=phases, due=dt.date(2026, 1, 12))
    shown = index(entry(made, path="plans/auth.md", based_on_path="specs/auth.md"))
    row = cells(shown.tbody.tr)
    assert row == [
        "A plan spec web api",
        "Overdue due 2 days ago",
        "0/1",
        "14 Jan at the earliest; due 12 Jan",
        "■ 1.1 Do 1.1 AN",
    ]
    assert shown.select_one("tbody abbr")["title"].startswith("Ana")
    assert [a["href"] for a in shown.select("tbody a")] == [
        "../../plans/auth/",
        "../../specs/auth/#part",
        "../../plans/auth/#a-1.1",
    ]
    assert shown.select_one("tbody progress").attrs == {"value": "0", "max": "1", "aria-hidden": "true"}


def test_a_row_of_little():
    """What is not known is said; where nobody tracks anything, nothing is next."""
    assert cells(index(entry(Plan("Bare", 1))).tbody.tr) == [
        "Bare",
        "Not tracked No box and no state says what is done",
        "not tracked",
        "not known",
        "",
    ]


def test_when_a_plan_will_be_finished():
    """The expected finish, beside the day due or planned; without one, when it is due, or when it was planned to be."""

    def finish(today=TODAY, **rest):
        made = plan(phase(1, task("1.1", 8), task("1.2", 8, "1.1")), **rest)
        shown = BeautifulSoup(index_view(Portfolio.of([entry(made, today=today)]), context(today=today)), "html.parser")
        return cells(shown.tbody.tr)[3]

    assert finish() == "15 Jan planned 13 Jan"
    assert finish(today=MONDAY) == "13 Jan planned 13 Jan"
    assert finish(due=dt.date(2027, 2, 2)) == "15 Jan due 2 Feb 2027"
    assert finish(status=Status.ON_HOLD) == "13 Jan planned"
    assert finish(status=Status.ON_HOLD, due=dt.date(2026, 3, 3)) == "not known due 3 Mar"
    assert finish(start=None) == "day 2 planned"


def test_a_finish_that_is_too_late_stands_out():
    """That of a plan that is off track, in the index and in the row of the whole plan."""
    for due, is_late in ((dt.date(2026, 1, 14), True), (dt.date(2026, 2, 27), False)):
        made = plan(phase(1, task("1.1", 8), task("1.2", 8, "1.1")), phase(2, task("2.1", 8)), due=due)
        assert ("plan-alarm" in index(entry(made)).tbody.select_one(".plan-col-finish")["class"]) is is_late
        assert ("plan-late" in views(made)["timeline"].select_one(".plan-whole")["class"]) is is_late


def test_a_row_counts_what_nobody_tracks():
    """Else it would look as if all were done."""
    made = plan(phase(1, task("1.1", 8, state=State.DONE), task("1.2", 8, state=None)))
    assert cells(index(entry(made)).tbody.tr)[2] == "1/1 1 not tracked"


def test_names_of_tasks_are_whole():
    """Those that people write: the row wraps."""
    title = "Write the help page and the large-print card beside the cabinet, in four languages, for the desk"
    made = plan(phase(1, structs.replace(task("1.1", 8), title=title)))
    assert title in cells(index(entry(made)).tbody.tr)[4]


@pytest.mark.parametrize(
    ("today", "reason"),
    [
        (TODAY, "2 working days after the plan"),
        (MONDAY, "as planned"),
        (dt.date(2025, 12, 1), "arts 12 Jan 2026"),
    ],
)
def test_lateness_is_said_alike_everywhere(today, reason):
    """The header, the index and the timeline over all plans have the same verdict, with the same
    reason; a bar over all plans says it in words where a plan is late."""
    made = entry(plan(phase(1, task("1.1", 8), task("1.2", 8, "1.1"))), today=today)
    portfolio, page = Portfolio.of([made]), context(today=today)
    own = plan_views(made, CALENDAR, page)
    for html in (own["summary"], index_view(portfolio, page)):
        assert reason in text(BeautifulSoup(html, "html.parser"))
        assert made.health.label.text in text(BeautifulSoup(html, "html.parser"))
    lane = text(BeautifulSoup(portfolio_view(portfolio, page), "html.parser").tbody)
    assert made.health.label.text in lane
    assert ("working days" in lane) == ("working days" in reason) == (reason in lane)


ODD = {
    "no estimates": plan(phase(1, task("1.1", state=State.DONE), task("1.2"))),
    "no states": plan(phase(1, task("1.1", 8, state=None))),
    "no dates": plan(phase(1, task("1.1", 8, state=State.DONE), task("1.2", 8)), start=None),
    "nothing": plan(),
    "all done": plan(phase(1, task("1.1", 8, state=State.DONE))),
    "done by its status": plan(phase(1, task("1.1", 8)), status=Status.COMPLETE),
    "blocked by its status": plan(phase(1, task("1.1", 8, state=State.BLOCKED), task("1.2", 8)), status=Status.BLOCKED),
    "blocked without a day": plan(phase(1, task("1.1", 8, state=State.BLOCKED), task("1.2", 8, "1.1"))),
    "overdue": plan(phase(1, task("1.1", 8)), due=dt.date(2026, 1, 12)),
    "cancelled": plan(phase(1, task("1.1", 8, state=State.CANCELLED)), status=Status.CANCELLED),
    "on hold": plan(phase(1, task("1.1", 8)), status=Status.ON_HOLD),
    "draft": plan(phase(1, task("1.1", 8)), status=Status.DRAFT),
}


@pytest.mark.parametrize("name", ODD)
def test_odd_plans_have_one_verdict(name):
    """The same in the header, the row (which is the card of the board), the timeline over all plans, the badge, the
    calendar and the data; the board puts a plan below the verdict that its tile counts."""
    made = entry(ODD[name])
    label, portfolio, page = made.health.label, Portfolio.of([made]), context()
    assert text(views(ODD[name])["summary"].select_one(".plan-verdict")).startswith(f"{label.sign} {label.text}.")
    shown = index(made)
    assert said(shown.select_one("tbody .plan-col-health > b")) == label.text
    assert shown.select_one("tbody tr")["data-is"].split()[0] == label.name
    assert [text(tile) for tile in shown.select(".plan-tiles > li")] == [f"1 {label.sign} {label.inline}"]
    lane = BeautifulSoup(portfolio_view(portfolio, page), "html.parser").select_one("tbody small > b")
    assert lane is None or text(lane) == f"{label.sign} {label.text}"
    assert label.inline in plan_badge(made).decode().lower()
    finishes = [event for event in events(made) if event.name == "finish"]
    assert all(event.description.startswith(f"{label.text}. {made.health.reason}") for event in finishes)
    data = json.loads(plans_json(portfolio, TODAY))["plans"][0]
    assert (data["health"], data["health_reason"]) == (made.health.verdict, made.health.reason)


def test_a_plan_that_will_miss_its_day_says_so():
    """Before it is late, by the expected finish."""
    made = plan(phase(1, task("1.1", 40)), due=dt.date(2026, 1, 15))
    status = cells(index(entry(made)).tbody.tr)[1]
    assert status == "Off track 3 working days after it is due"


def test_a_blocked_plan_names_what_is_blocked():
    """Where nothing can be started, that is what comes next."""
    made = plan(phase(1, task("1.1", 8, state=State.BLOCKED), task("1.2", 8, "1.1")))
    assert cells(index(entry(made)).tbody.tr)[-1] == "■ 1.1 Do 1.1"


def chosen(made, query):
    """The plans that a query of one filter chooses, by the facts of their rows."""
    name, _, value = query.partition("=")
    facts = [row["data-is"].split() for row in made.select("tbody tr")]
    return [each for each in facts if value in ({"health": each[:1], "only": each[2:]}[name])]


def test_every_total_leads_to_the_plans_it_counts():
    """Its query chooses as many rows as it says, and what counts nothing leads nowhere."""
    later = dt.date(2026, 2, 2)
    risk = Risk(risk_id("1"), "Fire", 1, "r", probability=Level.HIGH, impact=Level.HIGH)
    made = index(
        at("a.md", "A", status=Status.COMPLETE, risks=(risk,), last_updated=TODAY, start=later),
        at(
            "b.md",
            "B",
            status=Status.IN_PROGRESS,
            due=dt.date(2026, 1, 1),
            last_updated=dt.date(2025, 11, 1),
            start=later,
        ),
        at("c.md", "C", status=Status.BLOCKED, risks=(risk,), last_updated=TODAY - dt.timedelta(7), start=later),
        at("d.md", "D", last_updated=TODAY - dt.timedelta(8), start=later),
    )
    totals = {text(total): total.get("data-chooses") for total in made.select(":is(.plan-tiles, .plan-statuses) li")}
    assert totals == {
        "1 ▲ overdue": "health=overdue",
        "1 ■ blocked": "health=blocked",
        "1 ○ not started": "health=not-started",
        "1 ✓ done": "health=done",
        "0 of 4 tasks done": None,
        "3 tasks can start now": None,
        "1 high risk": None,
        "0 open questions": None,
        "1 stale plan (nothing changed for long)": "only=stale",
        "2 plans changed in 7 days": "only=changed",
    }
    for total in made.select("[data-chooses]"):
        number = re.search(r"\d+", said(total))[0]
        assert len(chosen(made, total["data-chooses"])) == int(number), total
    nothing = index(at("d.md", "D", start=later))
    assert [text(tile) for tile in nothing.select(".plan-statuses [data-chooses]")] == []


def test_controls_offer_what_there_is():
    """Verdicts, levels, tags and people that occur, with how many plans have them; groups only where plans differ."""
    owned = phase(1, task("1.1", 8, owner="Zoë, ana"))
    risk = Risk(risk_id("1"), "Fire", 1, "r", probability=Level.LOW, impact=Level.HIGH)
    entries = [
        entry(structs.replace(plan(owned, status=Status.DRAFT, risks=(risk,)), tags=("b", "A")), path="p/x/a.md"),
        entry(structs.replace(plan(phase(1, task("1.1", 8))), tags=("b",)), path="p/y/b.md"),
    ]
    controls = {
        select["name"]: [option.text for option in select.select("option")]
        for select in index(*entries).select("select")
    }
    assert controls == {
        "health": ["Any health", "◆ At risk (1)", "○ Draft (1)"],
        "risk": ["Any risk", "◆ Medium (1)", "None known (1)"],
        "tag": ["Any tag", "A (1)", "b (2)"],
        "person": ["Any person", "ana (1)", "Zoë (1)"],
        "folder": ["Any folder", "x/ (1)", "y/ (1)"],
        "group": ["No groups", "Group by folder", "Group by tag", "Group by health"],
    }
    alone = index(entry(plan(phase(1, task("1.1", 8)))))
    assert alone.select("select") == []
    assert "hidden" in alone.form.attrs


def test_what_nobody_has_filled_in():
    """One press from the index to the tasks and risks without an owner and to the high risks without a mitigation; of
    what nobody names anywhere nothing is said."""
    high = {"probability": Level.HIGH, "impact": Level.HIGH}
    risks = (Risk(risk_id("1"), "Fire", 1, "r", **high), Risk(risk_id("2"), "Rain", 2, "s", owner="Ana", **high))
    work = phase(1, task("1.1", 8, owner="Ana"), task("1.2", 8))
    registers = {"next": "next.md", "risks": "risks.md"}
    pages = ("next.md", "risks.md")
    links = {}
    for name, made in (("some", plan(work, risks=risks)), ("none", plan(phase(1, task("1.1", 8)), risks=risks[:1]))):
        html = index_view(Portfolio.of([entry(made)]), structs.replace(context(pages=pages), registers=registers))
        page = BeautifulSoup(html, "html.parser")
        links[name] = {said(a): a["href"].removeprefix("../../") for a in page.select(".plan-statuses a[href*='#']")}
    assert links["some"] == {
        "1 task without an owner": "next/#nobody-yet",
        "2 high risks without a mitigation": "risks/#plan-risks-high-no-mitigation",
        "1 risk without an owner": "risks/#plan-risks-no-owner",
    }
    assert list(links["none"]) == ["1 high risk without a mitigation"]


def test_only_what_waits_is_in_a_range_of_what_waits():
    """Between `1.2` and `1.5` nothing is in progress."""
    states = (State.OPEN, State.OPEN, State.OPEN, State.OPEN, State.IN_PROGRESS, State.OPEN, State.DONE, State.OPEN)
    tasks = [task(f"1.{n}", 8, *(["1.1"] if n > 1 else []), state=state) for n, state in enumerate(states, 1)]
    assert "6 tasks" not in text(views(plan(phase(1, *tasks)))["summary"])
    assert "5 tasks: 1.2–1.4, 1.6, 1.8 on 1.1" in text(views(plan(phase(1, *tasks)))["summary"])


def test_a_task_with_a_finished_part_is_in_progress():
    """In the header, and in the timeline; it does not count as one that can be started."""
    begun = task("1.1", 8, subtasks=(task("a", state=State.DONE), task("b")))
    untold = task("1.2", 8, state=None, subtasks=(task("c", state=State.DONE), task("d")))
    made = views(plan(phase(1, begun, untold, task("1.3", 8, depends_on_nothing=True))))
    assert "◐ in progress 1.1 Do 1.1" in text(made["summary"])
    assert "1.3 Do 1.3" in text(made["summary"]).partition("○ ready")[2]
    states = [said(cell) for cell in made["timeline"].select("tr.plan-row-task > td:first-child")]
    assert states == ["◐ in progress", "◐ in progress", "○ ready"]
    ready = entry(plan(phase(1, begun, untold))).measures.next
    assert not {"1.1", "1.2"} & {name.written for name in ready}


def test_parts_of_what_is_ready_do_not_say_it_again():
    """Those of a task in progress do."""
    ready = task("1.1", 8, state=None, subtasks=(task("a"), task("b")))
    begun = task("1.2", 8, state=None, subtasks=(task("c", state=State.DONE), task("d")))
    made = entry(plan(phase(1, ready, begun)))
    chips = task_chips(PlanPage(made, CALENDAR, context(), Neighbours()))
    assert [task.id.written for task, each in chips if any(chip.name == "ready" for chip in each)] == ["1.1", "d"]


def test_totals_and_templates():
    """The totals leave templates out; those stand apart."""
    late = entry(structs.replace(FULL, due=dt.date(2026, 1, 1)))
    template = entry(structs.replace(FULL, title="To fill in", is_template=True), path="plans/index.md")
    made = index(late, template)
    assert [text(tile) for tile in made.select(":is(.plan-tiles, .plan-statuses) li")] == [
        "1 ▲ overdue",
        "1 of 5 tasks done",
        "1 task can start now",
        "1 high risk",
        "0 open questions",
        "1 plan changed in 7 days",
    ]
    assert "due 13 days ago" in text(made.tbody)
    assert len(row_titles(made)) == 1
    assert said(made.select(".plan-templates")[-1]) == "Templates to copy and fill in: To fill in"


def test_an_empty_index_says_how_to_begin():
    """A friendly line, and no empty table."""
    made = index()
    assert "# Implementation Plan: Name" in text(made)
    assert not made.table
    assert not made.select(".plan-tiles")


# Safety


def hostile(value):
    """The value with every text in it replaced by one that means harm."""
    if isinstance(value, str) and type(value) is str:
        return HOSTILE
    if isinstance(value, tuple):
        return tuple(map(hostile, value))
    if isinstance(value, Struct):
        kept = {"id", "key", "depends_on", "anchor"}
        fields = structs.asdict(value)
        return structs.replace(value, **{k: v if k in kept else hostile(v) for k, v in fields.items()})
    return value


def all_html(a_plan, *, today=TODAY, calendar=CALENDAR):
    made = entry(a_plan, today=today, calendar=calendar)
    index = index_view(Portfolio.of([made]), context(today=today))
    every = portfolio_view(Portfolio.of([made]), context(today=today))
    return [*plan_views(made, calendar, context(today=today)).values(), index, every]


def check_harmless(html):
    soup = BeautifulSoup(html, "html.parser")
    roots = [element for element in soup.contents if element.name]
    assert roots
    assert all(root["data-planplugin"] for root in roots)
    for element in soup.find_all():
        assert element.name not in {"img", "style", "iframe"}
        if element.name == "script":  # the figure: data, which a template keeps from everybody
            assert element["type"] == "application/json"
            assert element.parent.name == "template"
            assert json.loads(element.string)
            assert "<" not in element.string
        assert "style" not in element.attrs
        assert "id" not in element.attrs or element.attrs["data-planplugin"] == "risks"
        assert not any(name.startswith("on") for name in element.attrs)
        assert all(name.startswith("plan-") for name in element.get("class", ()))
        assert element.get("href", "#").startswith(("#", "../"))


@pytest.mark.parametrize("template", [False, True])
def test_hostile_texts_stay_texts(template):
    """Whatever an author writes comes out as text, in every view and every field."""
    ids = (task('"><u>', 8, line=3), task("1.2", 8, '"><u>', line=4))
    made = structs.replace(hostile(FULL), is_template=template, tasks=ids, summary=HOSTILE)
    for html in all_html(made):
        check_harmless(html)
        assert "<script" not in html.replace('<script type="application/json"', "")
        assert "<u>" not in html
    assert "<script>" in text(BeautifulSoup("".join(all_html(made)), "html.parser"))


def test_titles_of_tasks_are_shown():
    """Escaped, not dropped."""
    made = views(plan(phase(1, Task(ref("1.1"), "Use <T> & co", State.OPEN, 1, "a", est(8)))))
    assert "1.1 Use <T> & co" in text(made["summary"])
    assert "1.1 Use <T> & co" in text(made["timeline"])


@settings(max_examples=examples(150))
@given(plans(), st.dates(dt.date(2025, 12, 1), dt.date(2026, 6, 1)) | st.dates(), calendars)
def test_any_plan_has_its_views(made, today, calendar):
    """No plan makes a view fail; all are harmless; the same plan gives the same bytes."""
    first = all_html(made, today=today, calendar=calendar)
    for html in first:
        check_harmless(html.replace('href=""', ""))
        drawn = html.partition("<template")[0]
        for number in re.findall(
            r'(?:x|width|x1)="([-\d.]+)%"|[MH](-?\d+(?:\.\d+)?)(?=[ VH])', drawn.replace("M-", "")
        ):
            assert 0 <= float(number[0] or number[1]) <= 100.01
    assert first == all_html(made, today=today, calendar=calendar)
    page = PlanPage(entry(made, today=today, calendar=calendar), calendar, context(today=today), Neighbours())
    told = list(task_chips(page))
    assert [each for each, _ in told] == list(made.walk())
    assert all(chip.text for _, words in told for chip in words)


def test_assets_ask_nobody():
    """The style sheet and the script name no address and run under a strict policy."""
    scripts = [path.read_text("utf-8") for path in (VIEWS / "assets").glob("*.js")]
    assert len(scripts) == 4
    for source in (style_sheet(editing=True), *scripts):
        assert not re.search(r"https?:|@import|url\(|eval\(|innerHTML|new Function", source)


# Values


@pytest.mark.parametrize(
    ("estimate", "in_hours", "in_days"),
    [
        (est(), None, None),
        (est(8), "8 h", "1 day"),
        (est(0.5), "30 min", "0.1 days"),
        (est(0, 8), "up to 8 h", "up to 1 day"),
        (est(12, 20), "12–20 h", "1.5–2.5 days"),
        (est(4, 8), "4–8 h", "0.5–1 day"),
        (est(0), "0 h", "0 days"),
    ],
)
def test_estimates_in_words(estimate, in_hours, in_days):
    """A range keeps both ends; one day is one day."""
    written = estimate_hours(estimate)
    assert (written and written.replace("\N{NO-BREAK SPACE}", " ")) == in_hours
    assert estimate_days(estimate, 8) == in_days
