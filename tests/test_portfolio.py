from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st
from made_plans import MONDAY, entries, phase, plan, task

from mkdocs_planplugin.measure import Count, measure
from mkdocs_planplugin.model import Calendar, Level, Risk, State, Status
from mkdocs_planplugin.portfolio import Entry, Portfolio
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
    """The totals count plans by the status that is shown, tasks, late, stale and blocked plans, and the high
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
    assert totals.by_status == {Status.IN_PROGRESS: 1, Status.BLOCKED: 1, Status.COMPLETE: 1, None: 1}
    assert list(totals.by_status) == [Status.IN_PROGRESS, Status.BLOCKED, Status.COMPLETE, None]
    assert totals.tasks == Count(done=2, total=4, cancelled=1)
    assert (totals.late, totals.stale, totals.blocked, totals.high_risks) == (1, 1, 1, 2)


def test_blocked():
    """A plan is blocked when it says so, or when a task that is left in it is; a finished plan is not."""
    assert entry("a.md", State.OPEN, status=Status.BLOCKED).blocked
    assert entry("a.md", State.DONE, State.BLOCKED).blocked
    assert not entry("a.md", State.OPEN).blocked
    assert not entry("a.md", State.BLOCKED, status=Status.CANCELLED).blocked


def test_nothing():
    """A site without plans has totals of nothing."""
    totals = Portfolio().totals
    assert (totals.plans, totals.by_status, totals.tasks) == (0, {}, Count())


@given(st.lists(entries(), max_size=4))
def test_totals_add_up(drawn):
    """Every plan has one status in the totals, and no count of plans is larger than their number."""
    portfolio = Portfolio.of(drawn)
    totals = portfolio.totals
    assert sum(totals.by_status.values()) == totals.plans == len(portfolio.plans)
    assert len(portfolio.plans) + len(portfolio.templates) == len(drawn)
    assert max(totals.late, totals.stale, totals.blocked) <= totals.plans
