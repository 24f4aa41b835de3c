"""Tables for spreadsheets, and badges for other people's pages."""

import csv
import datetime as dt
import io
from xml.etree import ElementTree

import pytest
from any_text import CHARACTERS
from hypothesis import given
from hypothesis import strategies as st
from made_plans import MONDAY, entries, est, phase, plan, risk_id, task
from msgspec import structs

from mkdocs_planplugin.export import DATA_FILES, SiteData, plan_badge, plans_csv, risks_csv
from mkdocs_planplugin.measure import measure
from mkdocs_planplugin.model import Calendar, Level, Link, Risk, State, Status
from mkdocs_planplugin.portfolio import Entry, Portfolio
from mkdocs_planplugin.schedule import schedule

TODAY = dt.date(2026, 1, 14)
FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", '=HYPERLINK("https://x.org")')


def entry(path="plans/auth.md", *states, title="A plan", **rest):
    tasks = (task(f"1.{n}", est(4, 8.5), state=state) for n, state in enumerate(states, 1))
    made = structs.replace(plan(phase(1, *tasks), **rest), title=title)
    placed = schedule(made, Calendar(), TODAY)
    return Entry(path, "plans/auth/", made, placed, measure(made, placed, TODAY, 30), "specs/auth.md")


def table(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline="")))


def test_a_line_for_each_plan():
    """All that the index shows, in values for machines; what is not known is empty."""
    risks = (Risk(risk_id("1"), "R", 9, "plan-risk-1", probability=Level.HIGH, impact=Level.HIGH),)
    first = entry(
        "b.md", State.DONE, State.OPEN, State.CANCELLED,
        status=Status.IN_PROGRESS, declared_status="In Progress", created=MONDAY, tags=("a", "b"), risks=risks,
        based_on=Link("Spec", "../specs/auth.md"),
    )  # fmt: skip
    template = entry("c.md", is_template=True)
    (row,) = table(plans_csv(Portfolio.of([first, template])))
    assert row == {
        "path": "b.md", "url": "plans/auth/", "title": "A plan", "tags": "a; b",
        "status": "in_progress", "declared_status": "In Progress", "based_on": "specs/auth.md",
        "created": "2026-01-12", "last_updated": "", "start": "2026-01-12", "finish": "2026-01-13", "due": "",
        "tasks_done": "1", "tasks_total": "2", "tasks_cancelled": "1", "percent": "50",
        "criteria_done": "0", "criteria_total": "0", "done_done": "0", "done_total": "0",
        "min_hours": "8", "max_hours": "17", "exposure": "9", "high_risks": "1",
        "health": "at_risk", "expected_finish": "2026-01-14", "expected_is_earliest": "false", "late": "true", "stale": "false", "blocked": "false", "next": "1.2",
    }  # fmt: skip


def test_a_line_for_each_risk():
    """Of every plan, finished ones too; the plan's status tells them apart."""
    risk = Risk(risk_id("R1"), 'It, "may"\nrain', 9, "plan-risk-R1", Level.HIGH, Level.LOW, Level.HIGH, "Umbrellas")
    (row,) = table(risks_csv(Portfolio.of([entry(risks=(risk,), status=Status.COMPLETE)])))
    assert row == {
        "plan": "A plan", "plan_path": "plans/auth.md", "plan_status": "complete", "url": "plans/auth/#plan-risk-R1",
        "id": "R1", "title": 'It, "may"\nrain', "priority": "high", "probability": "low", "impact": "high",
        "score": "3", "mitigation": "Umbrellas", "contingency": "", "owner": "", "state": "open",
    }  # fmt: skip


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_is_a_formula(formula):
    """An apostrophe in front makes it text, to spreadsheets of every make."""
    risk = Risk(formula, formula, 9, "plan-risk-1", mitigation=formula)
    portfolio = Portfolio.of([entry(title=formula, risks=(risk,))])
    (row,) = table(plans_csv(portfolio))
    assert row["title"] == f"'{formula}"
    (row,) = table(risks_csv(portfolio))
    assert (row["plan"], row["id"], row["title"], row["mitigation"]) == (f"'{formula}",) * 4


@pytest.mark.parametrize(
    ("title", "cell"),
    [
        ("a;=1", "a;'=1"),
        ('a; "=1"', 'a; "\'=1"'),
        ("a;b", "a;b"),
        ("a=1", "a=1"),
        ("\uff1d1", "'\uff1d1"),
        ("\x0b=1", "'=1"),
    ],
)
def test_no_cell_becomes_a_formula_where_another_sign_parts_cells(title, cell):
    """In many countries that is a semicolon; quotes behind it are none then, and wide signs count like narrow ones."""
    (row,) = table(plans_csv(Portfolio.of([entry(title=title)])))
    assert row["title"] == cell


@pytest.mark.parametrize("hours", [float("inf"), float("nan")])
def test_a_cell_is_empty_where_there_is_no_number(hours):
    """Spreadsheets have no infinity."""
    endless = structs.replace(plan(phase(1, task("1.1", hours))), title="Endless")
    unplanned = Entry("a.md", "a/", endless, None, measure(endless, None, TODAY, 30))
    (row,) = table(plans_csv(Portfolio.of([unplanned])))
    assert (row["min_hours"], row["max_hours"]) == ("", "")


def test_tables_are_as_the_standard_has_them():
    """RFC 4180: a line of heads also for nothing, CRLF at the end of every line."""
    for content in (plans_csv(Portfolio()), risks_csv(Portfolio())):
        assert content.count(b"\r\n") == content.count(b"\n") == 1
        assert content.endswith(b"\r\n")


@given(entries())
def test_any_plan_is_a_line_of_a_table(drawn):
    """Every line has every column, and no text is a formula."""
    portfolio = Portfolio.of([drawn])
    for content, number in (
        (plans_csv(portfolio), len(portfolio.plans)),
        (risks_csv(portfolio), sum(len(entry.plan.risks) for entry in portfolio.plans)),
    ):
        lines = list(csv.reader(io.StringIO(content.decode("utf-8"), newline="")))
        assert len(lines) == number + 1
        assert len({len(line) for line in lines}) == 1
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for line in lines for cell in line)


SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize(
    ("made", "words", "share"),
    [
        (entry("a.md", State.DONE, State.OPEN), "at risk, 1 of 2 tasks", 0.5),
        (entry("a.md", State.DONE), "done, 1 of 1 task", 1),
        (entry("a.md", State.OPEN, status=Status.BLOCKED), "blocked, 0 of 1 task", 0),
        (entry("a.md", None), "not tracked", 0),
        (entry("a.md", status=Status.COMPLETE), "done", 1),
    ],
)
def test_a_badge_says_how_far_a_plan_is(made, words, share):
    """In words, in a bar of the same share, and in a title with the plan's name."""
    badge = ElementTree.fromstring(plan_badge(made))  # noqa: S314 (our own)
    assert [text.text for text in badge.iter(f"{SVG}text")] == ["plan", words]
    assert badge.find(f"{SVG}title").text == f"A plan: {words}"
    assert badge.get("aria-labelledby") == badge.find(f"{SVG}title").get("id")
    whole, done = (float(rect.get("width")) for rect in list(badge.iter(f"{SVG}rect"))[1:3])
    assert done == pytest.approx(whole * share, abs=0.1)


@pytest.mark.parametrize(
    ("status", "color"),
    [
        (Status.IN_PROGRESS, "#b35900"),
        (Status.DRAFT, "#3f51b5"),
        (Status.COMPLETE, "#1a7f37"),
        (Status.BLOCKED, "#b3261e"),
    ],
)
def test_the_bar_of_a_badge_has_the_colour_of_the_verdict(status, color):
    """Plans that are done, blocked and at risk are told apart at a glance."""
    badge = ElementTree.fromstring(plan_badge(entry("a.md", State.DONE, State.OPEN, status=status)))  # noqa: S314
    assert list(badge.iter(f"{SVG}rect"))[2].get("fill") == color


def test_badges_stand_beside_the_data():
    """One rule, with and without directory URLs: the path of the source. Templates have none."""
    site = SiteData(Portfolio.of([entry("plans/sub/auth.md"), entry("c.md", is_template=True)]), TODAY)
    badges = next(record for record in DATA_FILES if record.path.endswith(".svg"))
    assert [path for path, _ in badges.files(site)] == ["badges/plans/sub/auth.svg"]


@given(st.text(CHARACTERS, max_size=20))
def test_any_title_is_text_in_a_badge(title):
    """Markup is escaped, and what XML has no place for is left out."""
    badge = ElementTree.fromstring(plan_badge(entry(title=title)))  # noqa: S314
    assert {element.tag.removeprefix(SVG) for element in badge.iter()} == {"svg", "title", "rect", "path", "g", "text"}
