from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_plans import MONDAY, entries, phase, plan, refs, risk_id, task
from msgspec import structs

from mkdocs_planplugin.catalog import Verdict
from mkdocs_planplugin.measure import Count, measure
from mkdocs_planplugin.model import (
    Calendar,
    Hold,
    Item,
    Level,
    Link,
    PlanLink,
    Risk,
    Severity,
    State,
    Status,
    SuccessMetrics,
)
from mkdocs_planplugin.portfolio import (
    Entry,
    Neighbours,
    OpenTaskState,
    PagePaths,
    Portfolio,
    based_on_finding,
    based_on_target,
    built_on,
    decisions,
    depends_on,
    linked_path,
    linked_paths,
    neighbours,
    open_questions,
    open_tasks,
    plan_assumptions,
    risks,
    with_success_metrics,
)
from mkdocs_planplugin.reading.values import read_people
from mkdocs_planplugin.schedule import schedule

TODAY = MONDAY + dt.timedelta(60)


def entry(path, *states, **rest):
    """An entry for a plan of one phase with a task of eight hours for each state."""
    tasks = (task(f"1.{place}", 8, state=state) for place, state in enumerate(states, 1))
    made = plan(phase(1, *tasks), **rest)
    placed = schedule(made, Calendar(), TODAY)
    return Entry(path, path.removesuffix(".md"), made, placed, measure(made, placed, TODAY, 30))


def test_sorted_by_path():
    """Entries are sorted by path, whatever order they come in."""
    portfolio = Portfolio.of(entry(path) for path in ("b.md", "a/z.md", "a.md"))
    assert [each.path for each in portfolio.entries] == ["a.md", "a/z.md", "b.md"]


def test_templates_stand_apart():
    """Templates are no rows of the index and not in its totals."""
    portfolio = Portfolio.of([entry("a.md", State.OPEN), entry("t.md", State.OPEN, is_template=True)])
    assert [each.path for each in portfolio.plans] == ["a.md"]
    assert [each.path for each in portfolio.templates] == ["t.md"]
    assert portfolio.totals.plans == 1
    assert portfolio.totals.tasks == Count(0, 1)


def test_totals():
    """The totals count plans by their verdict, tasks, stale plans, and the high
    risks of plans that are not finished."""
    high = tuple(Risk(name, name, 1, name, probability=Level.HIGH, impact=Level.HIGH) for name in "ab")
    portfolio = Portfolio.of(
        [
            entry("a.md", State.DONE, State.OPEN, State.CANCELLED, created=MONDAY, risks=high),
            entry("b.md", State.DONE, risks=high[:1]),
            entry("c.md", State.OPEN, status=Status.BLOCKED, due=TODAY),
            entry("d.md"),
        ]
    )
    totals = portfolio.totals
    assert totals.plans == 4
    assert totals.by_verdict == dict.fromkeys(
        (Verdict.OFF_TRACK, Verdict.DONE, Verdict.BLOCKED, Verdict.NOT_TRACKED), 1
    )
    assert totals.tasks == Count(done=2, total=4, cancelled=1)
    assert (totals.stale, totals.high_risks) == (1, 2)


def test_blocked():
    """A plan is blocked when it says so, or when a task that is left in it is; a finished plan is not."""
    assert entry("a.md", State.OPEN, status=Status.BLOCKED).blocked
    assert entry("a.md", State.DONE, State.BLOCKED).blocked
    assert not entry("a.md", State.OPEN).blocked
    assert not entry("a.md", State.BLOCKED, status=Status.CANCELLED).blocked


def test_nothing():
    """A site without plans has totals of nothing."""
    totals = Portfolio().totals
    assert (totals.plans, totals.by_verdict, totals.tasks) == (0, {}, Count())


@given(st.lists(entries(), max_size=4))
def test_totals_add_up(drawn):
    """Every plan has one verdict in the totals, and no count of plans is larger than their number."""
    portfolio = Portfolio.of(drawn)
    totals = portfolio.totals
    assert sum(totals.by_verdict.values()) == totals.plans == len(portfolio.plans)
    assert len(portfolio.plans) + len(portfolio.templates) == len(drawn)
    assert totals.stale <= totals.plans


# Registers


def test_under_way_or_finished():
    """A plan is the one or the other; a template is neither."""
    states = {"a.md": None, "b.md": Status.ON_HOLD, "c.md": Status.COMPLETE, "d.md": Status.CANCELLED}
    made = [entry(path, status=status) for path, status in states.items()]
    portfolio = Portfolio.of([*made, entry("t.md", is_template=True)])
    assert [each.path for each in portfolio.under_way] == ["a.md", "b.md"]
    assert [each.path for each in portfolio.finished] == ["c.md", "d.md"]


def test_the_highest_risk_comes_first():
    """By score; what is rated by one factor or by its priority alone stands among the others, and is not passed over."""
    low, medium, high = Level.LOW, Level.MEDIUM, Level.HIGH
    some = (
        Risk(risk_id("low"), "", 1, "", None, low, low),
        Risk(risk_id("one factor"), "", 2, "", None, None, high),
        Risk(risk_id("high"), "", 3, "", None, high, high),
        Risk(risk_id("nothing"), "", 4, ""),
    )
    more = (Risk(risk_id("priority"), "", 1, "", high), Risk(risk_id("medium"), "", 2, "", medium, medium, medium))
    result = risks([entry("a.md", risks=some), entry("b.md", risks=more)])
    assert [str(each.risk.id) for each in result] == ["high", "priority", "one factor", "medium", "low", "nothing"]
    assert [each.entry.path for each in result[:2]] == ["a.md", "b.md"]


def test_lists_begin_with_the_newest_plan():
    """By the day of creation, else of the start; plans that say nothing are left out."""
    item = (Item("This", 1, "plan-decision-1"),)
    kinds = {"decisions": item, "open_questions": item, "assumptions": item}
    made = [
        entry("old.md", created=MONDAY, **kinds),
        entry("new.md", created=TODAY, **kinds),
        entry("dateless.md", start=None, **kinds),
        entry("started.md", start=TODAY - dt.timedelta(1), **kinds),
        entry("silent.md", created=TODAY),
    ]
    for items_of in (decisions, open_questions, plan_assumptions):
        result = items_of(made)
        assert [each.entry.path for each in result] == ["new.md", "started.md", "old.md", "dateless.md"]
        assert result[0].items == item


def test_what_is_measured():
    """Plans with metrics or a review."""
    made = [
        entry("a.md", success_metrics=SuccessMetrics(("More",))),
        entry("b.md", success_metrics=SuccessMetrics(review="In May")),
        entry("c.md"),
    ]
    assert [each.path for each in with_success_metrics(made)] == ["a.md", "b.md"]


# Next


def open_tasks_of(*tasks, **rest):
    made = plan(phase(1, *tasks), **rest)
    placed = schedule(made, Calendar(), TODAY)
    result = open_tasks([Entry("a.md", "a/", made, placed, measure(made, placed, TODAY, 30))])
    return {str(open_task.task.id): open_task for open_task in result}


def test_where_tasks_stand():
    """Ready, in progress, blocked, waiting, each with what for; what is over or put off is left out."""
    result = open_tasks_of(
        task("1.1", state=State.DONE),
        task("1.2", None, "1.1"),
        task("1.3", state=State.IN_PROGRESS),
        task("1.4", None, "1.3"),
        task("1.5", None, "1.4", state=State.BLOCKED, notes=("No keys",), causes=("The bank",)),
        task("1.6", state=State.DEFERRED),
        task("1.7", state=State.CANCELLED),
    )
    assert {name: open_task.state for name, open_task in result.items()} == {
        "1.2": OpenTaskState.READY, "1.3": OpenTaskState.IN_PROGRESS, "1.4": OpenTaskState.WAITS, "1.5": OpenTaskState.BLOCKED,
    }  # fmt: skip
    assert result["1.4"].waits_for == refs("1.3")
    assert (result["1.5"].waits_for, result["1.5"].reason) == (refs("1.4"), "The bank")


def test_the_day_until_which_a_task_is_held():
    """That of the longest hold on it, whatever their order; none where no day is named."""
    drawn = entry("a.md", State.BLOCKED, State.BLOCKED, State.OPEN)
    first, second, third = drawn.plan.walk()
    days = [(first.id, 3), (first.id, 9), (second.id, 8), (second.id, 2), (first.id, 5)]
    holds = tuple(Hold(by, TODAY + dt.timedelta(day)) for by, day in days)
    drawn = structs.replace(drawn, schedule=structs.replace(drawn.schedule, holds=holds))
    held = {open_task.task.id: open_task.held_until for open_task in open_tasks([drawn])}
    assert held == {first.id: TODAY + dt.timedelta(9), second.id: TODAY + dt.timedelta(8), third.id: None}


def test_a_part_does_not_repeat_its_whole():
    """Sub-tasks that wait for what their task waits for are left out; they have its owner."""
    parts = (task("2.1", state=State.OPEN), task("2.2", None, "9", state=State.OPEN, owner="Ben"))
    result = open_tasks_of(task("9"), task("8"), task("2", None, "8", subtasks=parts, owner="Ana"))
    assert {name: open_task.waits_for for name, open_task in result.items() if open_task.waits_for} == {
        "2": refs("8"),
        "2.2": refs("9", "8"),
    }
    assert (result["2"].owners, result["2.2"].owners) == (("Ana",), ("Ben",))
    ready = open_tasks_of(task("2", owner="Ana", subtasks=(task("2.1"),)))
    assert ready["2.1"].owners == ("Ana",)


@pytest.mark.parametrize(
    ("said", "names"),
    [
        (None, ()),
        ("", ()),
        ("Ana", ("Ana",)),
        ("@ana, Ben Okafor", ("ana", "Ben Okafor")),
        ("Ana and Ben; Cy & Di / Ed", ("Ana", "Ben", "Cy", "Di", "Ed")),
        ("Ana, Ana", ("Ana",)),
        ("Andy Sand", ("Andy Sand",)),
    ],
)
def test_owners(said, names):
    """Several people may share a task."""
    assert read_people(said) == names


@given(entries())
def test_ready_moves_are_the_ready_tasks(drawn):
    """What the header of a plan calls ready is ready here, of plans that are under way."""
    result = open_tasks([drawn])
    ready = {open_task.task.id for open_task in result if open_task.state is OpenTaskState.READY}
    blocked = {open_task.task.id for open_task in result if open_task.state is OpenTaskState.BLOCKED}
    assert ready <= set(drawn.measures.next)
    assert blocked <= set(drawn.measures.blocked)
    assert drawn.under_way or not result


# Links between pages


@pytest.mark.parametrize(
    ("href", "path"),
    [
        ("../specs/auth.md", "specs/auth.md"),
        ("auth.md#part", "plans/auth.md"),
        ("a%20b.md?c", "plans/a b.md"),
        ("../../up.md", "../up.md"),
        ("#part", None),
        ("/specs/auth.md", None),
        ("https://example.org/a.md", None),
        ("mailto:ana@example.org", None),
        ("//example.org/a.md", None),
        ("http://[", None),
        ("", None),
    ],
)
def test_linked_paths(href, path):
    """A relative link names a source file; every other link none."""
    assert linked_path("plans/plan.md", href) == path


def test_who_needs_whom():
    """Both ways, in the order of the portfolio; links to itself and to what is no plan do not count."""
    linked = [PlanLink(href, "x", 1, None) for href in ("b.md", "../a.md", "b.md#x", "spec.md", "https://c.md", "c.md")]
    made = plan(links=tuple(linked))
    paths = ("p/a.md", "p/b.md", "p/c.md")
    plans = (path if path in paths else None for path in linked_paths("p/c.md", made))
    assert depends_on("p/c.md", plans) == ("p/b.md",)
    first, second, third = (entry(path) for path in paths)
    second = structs.replace(second, depends_on_paths=("p/a.md", "p/gone.md"))
    third = structs.replace(third, depends_on_paths=("p/b.md", "p/a.md"))
    assert neighbours([first, second, third]) == {
        "p/a.md": Neighbours((), (second, third)),
        "p/b.md": Neighbours((first,), (third,)),
        "p/c.md": Neighbours((second, first), ()),
    }


def test_what_is_built_on_a_page():
    """The plans by the page they are based on; nothing is based on itself."""
    made = [structs.replace(entry(path), based_on_path="s.md") for path in ("a.md", "b.md", "s.md")]
    assert built_on([*made, entry("c.md")]) == {"s.md": tuple(made[:2])}


PAGES = ["specs/ledger.md", "plans/x.md"]
FILES = [*PAGES, "img/plan.png"]


def broken_link(made):
    """The finding about what a plan is based on, on a site with these files."""
    target = based_on_target("plans/x.md", made)
    is_right = target is None or target in FILES
    return None if is_right else based_on_finding("plans/x.md", made, target, PagePaths(PAGES))


@pytest.mark.parametrize(
    ("href", "message", "hint"),
    [
        ("../specs/gone.md", "no page of this site", "such as ../specs/auth.md"),
        ("../specs/ledgr.md", "no page of this site", "did you mean ../specs/ledger.md?"),
        ("specs/ledger.md", "no page of this site", "did you mean ../specs/ledger.md?"),
        ("/specs/ledgers.md", "no page of this site", "did you mean ../specs/ledger.md?"),
        ("#why", "a place on its own page", "such as ../specs/auth.md"),
    ],
)
def test_a_broken_based_on(href, message, hint):
    """A warning at its line, with the page that may be meant."""
    made = plan(based_on=Link("Spec", href, 4))
    result = broken_link(made)
    assert (result.line, result.code, result.level) == (4, "PLAN301", Severity.WARNING)
    assert message in result.message
    assert hint in result.hint


def test_the_page_that_is_meant_is_another_one():
    """The first of its name, else the nearest; whoever asks, and however often."""
    pages = PagePaths(["b/spec.md", "a/spec.md", "plans/one.md", "plans/two.md"])
    for path, named, near in (("x.md", "a/spec.md", "plans/two.md"), ("a/spec.md", "b/spec.md", "plans/two.md")):
        assert (pages.meant("c/spec.md", path), pages.meant("plans/twos.md", path)) == (named, near)
    assert pages.meant("plan/one.md", "x.md") == "plans/one.md"
    assert pages.meant("plan/one.md", "plans/one.md") is None


@pytest.mark.parametrize(
    "href",
    ["../specs/ledger.md#part", "../img/plan.png", "https://example.org", "/specs/ledger.md", "/wiki/x", None, ""],
)
def test_a_based_on_that_is_right(href):
    """A page or file of the site, another site, or words without a link."""
    assert broken_link(plan(based_on=Link("Spec", href))) is None
    template = plan(based_on=Link("Spec", "gone.md"), is_template=True)
    assert broken_link(template) is None


def test_a_plan_without_a_title_goes_by_its_path():
    """Wherever it is named: nobody could press on nothing."""
    nameless = Entry.of("plans/a.md", "plans/a/", structs.replace(plan(phase(1)), title=""), Calendar(), MONDAY)
    assert nameless.name == "plans/a.md"
    titled = structs.replace(nameless, plan=structs.replace(nameless.plan, title="Bandstand"))
    assert titled.name == "Bandstand"
