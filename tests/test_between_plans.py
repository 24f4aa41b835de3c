"""Where plans meet: dependencies between them, and people who are needed in two of them at once."""

from __future__ import annotations

import datetime as dt

import pytest
from effort import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from made_plans import MONDAY, entries, phase, plan, ref, task
from msgspec import structs

from mkdocs_planplugin.model import Calendar, PlanLink, State, Status
from mkdocs_planplugin.portfolio import Entry, plan_dependencies, remaining_dates, resource_conflicts
from mkdocs_planplugin.portfolio import PlanPart as In
from mkdocs_planplugin.portfolio.dependencies import linked_place
from mkdocs_planplugin.portfolio.parts import part_at
from mkdocs_planplugin.reading.values import read_people

TODAY = MONDAY


def entry(path, *phases, today=TODAY, **rest):
    made = structs.replace(plan(*phases, **rest), title=path)
    return Entry.of(path, path.removesuffix(".md"), made, Calendar(), today)


def link(href, by=None):
    return PlanLink(href, "words", 1, by and ref(by))


def named(place):
    return place.path


# -- what a link leads to --


@pytest.mark.parametrize(
    ("path", "href", "leads_to"),
    [
        ("plans/a.md", "b.md", ("plans/b.md", "")),
        ("plans/a.md", "b.md#plan-task-1.2", ("plans/b.md", "plan-task-1.2")),
        ("plans/a.md", "../other/b%20c.md?x=1#plan-phase-2", ("other/b c.md", "plan-phase-2")),
        ("plans/a.md", "/plans/b.md", None),
        ("a.md", "./plans/../b.md#%C3%A9t%C3%A9", ("b.md", "été")),
        ("plans/a.md", "#plan-task-1.2", None),
        ("plans/a.md", "../plans/a.md#plan-task-1.2", None),
        ("plans/a.md", "https://example.org/b.md", None),
        ("plans/a.md", "//example.org/b.md", None),
        ("plans/a.md", "mailto:b@example.org", None),
        ("plans/a.md", "http://[half", None),
        ("plans/a.md", "", None),
    ],
)
def test_links_are_resolved_as_paths(path, href, leads_to):
    """Relative to the page; what leads out of the site, or back to the page, is no dependency."""
    assert linked_place(path, href) == leads_to


@pytest.mark.parametrize(
    ("anchor", "name"),
    [
        ("a-1.2", "1.2"),
        ("p-2", "phase:2"),
        ("phase-2-part-2-est-3-days", "phase:2"),
        ("Phase-2", "phase:2"),
        ("task-12-do-12", "1.2"),
        ("part-2", None),
        ("phase-22", None),
        ("notes", None),
        ("", None),
    ],
)
def test_an_anchor_names_a_task_or_a_phase(anchor, name):
    """One of ours, or that of its heading; every other place on the page is the plan as a whole."""
    made = entry("a.md", phase(1, task("1.1", 8), task("1.2", 8)), phase(2, task("2.1", 8)))
    part = part_at(made, anchor)
    assert (getattr(part, "key", None) or getattr(part, "id", None)) == (name and ref(name))


# -- when --


def test_a_window_is_what_is_left():
    """By the forecast where there is one, else as planned."""
    work = phase(1, task("1.1", 16, state=State.DONE), task("1.2", 16)), phase(2, task("2.1", 8))
    made = entry("a.md", *work, today=dt.date(2026, 1, 19))
    first, second = made.plan.phases
    days = [remaining_dates(In(made, part)) for part in (None, first, second, first.tasks[0], first.tasks[1])]
    assert [(each.first.day, each.last.day) for each in days] == [(19, 21), (19, 20), (21, 21), (12, 13), (19, 20)]
    held = entry("a.md", *work, today=dt.date(2026, 1, 19), status=Status.ON_HOLD)
    assert (remaining_dates(In(held)).first.day, remaining_dates(In(held)).last.day) == (14, 16)


def test_no_dates_no_window():
    """Neither without a start nor without an estimate; a phase of no tasks has its moment."""
    assert remaining_dates(In(entry("a.md", phase(1, task("1.1", 8)), start=None))) is None
    assert remaining_dates(In(entry("a.md", phase(1, task("1.1"))))) is None
    made = entry("a.md", phase(1, task("1.1", 16)), phase(2))
    assert remaining_dates(In(made, made.plan.phases[1])).first == dt.date(2026, 1, 13)


def test_a_sub_task_has_the_days_of_its_task():
    """Sub-tasks are not scheduled by themselves."""
    sub = task("1.1.1")
    made = entry("a.md", phase(1, task("1.1", 16, subtasks=(sub,))))
    assert remaining_dates(In(made, sub)).last == dt.date(2026, 1, 13)


# -- dependencies --


def two(*links, other=State.OPEN, **rest):
    """A plan that waits, and one of two weeks."""
    waiting = entry("a.md", phase(1, task("1.1", 8), task("1.2", 8)), links=links, **rest)
    return waiting, entry("b.md", phase(1, task("1.1", 40, state=other)), phase(2, task("2.1", 40)))


def test_dependencies_of_tasks_phases_and_plans():
    """From what the link says it is about, to what it leads to; each pair once."""
    links = (link("b.md#a-2.1", "1.2"), link("b.md#a-2.1", "1.2"), link("b.md#p-1", "phase:1"), link("b.md"))
    found = plan_dependencies(two(*links))
    assert [(named(each.dependent), named(each.predecessor)) for each in found] == [
        ("a.md#a-1.2", "b.md#a-2.1"),
        ("a.md#p-1", "b.md#p-1"),
        ("a.md", "b.md"),
    ]
    assert [each.finish.day for each in found] == [23, 16, 23]
    assert [each.start.day for each in found] == [13, 12, 12]


def test_a_start_before_the_finish_is_a_conflict():
    """By so many days; on the day itself, or later, it is none."""
    (conflict,) = plan_dependencies(two(link("b.md#a-1.1", "1.2")))
    assert (conflict.start, conflict.finish) == (dt.date(2026, 1, 13), dt.date(2026, 1, 16))
    assert conflict.days_held == 3
    for start in (dt.date(2026, 1, 15), dt.date(2026, 1, 19)):
        (fine,) = plan_dependencies(two(link("b.md#a-1.1", "1.2"), start=start))
        assert fine.days_held == 0


def test_what_is_settled_is_not_waited_for():
    """A task that is done on either side, and a plan that is complete or cancelled."""
    assert not plan_dependencies(two(link("b.md#a-1.1", "1.2"), other=State.DONE))
    waiting = entry("a.md", phase(1, task("1.1", 8, state=State.DONE), task("1.2", 8)), links=(link("b.md", "1.1"),))
    for status in (Status.COMPLETE, Status.CANCELLED):
        other = entry("b.md", phase(1, task("1.1", 8)), status=status)
        assert not plan_dependencies([waiting, other])
        assert not plan_dependencies(
            [structs.replace(other, plan=waiting.plan), entry("b.md", phase(1, task("1.1", 8)))]
        )


def test_plans_at_rest_wait_for_nothing_and_templates_are_no_plans():
    """A plan on hold has no finish, though others wait for it."""
    waiting, other = two(link("b.md"), status=Status.ON_HOLD)
    assert not plan_dependencies([waiting, other])
    waiting, _ = two(link("b.md"))
    (dependency,) = plan_dependencies([waiting, entry("b.md", phase(1, task("1.1", 8)), status=Status.ON_HOLD)])
    assert (dependency.finish, dependency.days_held) == (None, 0)
    assert not plan_dependencies([waiting, entry("b.md", phase(1, task("1.1", 8)), is_template=True)])
    assert not plan_dependencies([waiting])


def test_begun_is_said():
    """Where something of what waits is done or in progress."""
    links = (link("b.md", "1.1"), link("b.md", "1.2"), link("b.md"))
    waiting = entry("a.md", phase(1, task("1.1", 8, state=State.IN_PROGRESS), task("1.2", 8)), links=links)
    assert [each.begun for each in plan_dependencies([waiting, two()[1]])] == [True, False, True]


# -- resource conflicts --


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ana", ("Ana",)),
        ("@ana, Bo", ("ana", "Bo")),
        ("Ana and Bo", ("Ana", "Bo")),
        ("Ana (till May) / @Bo; ANA", ("Ana", "Bo")),
        ("Ana & Bo + Cy", ("Ana", "Bo", "Cy")),
        ("Sandy  Anders", ("Sandy Anders",)),
        ("TBD", ()),
        ("-", ()),
        ("", ()),
    ],
)
def test_owners(text, names):
    """Several in one field, without their signs and remarks; words that name nobody are no owners."""
    assert read_people(text) == names


def owned(path, *tasks, **rest):
    return entry(path, phase(1, *(task(name, hours, owner=owner) for name, hours, owner in tasks)), **rest)


def said(conflict):
    first, last = conflict.dates.first, conflict.dates.last
    return conflict.person, f"{first:%d %b}-{last:%d %b}", conflict.at_once, [named(each) for each in conflict.tasks]


def test_one_person_on_two_critical_paths():
    """On the days on which both need them, case and sign aside; tasks before and after are not named."""
    lockers = owned("a.md", ("1.1", 24, "Ana"), ("1.2", 16, "Bo, Ana"), ("1.3", 8, "Bo"))
    van = owned("b.md", ("1.1", 24, "@ana"), ("1.2", 40, "Cy"), start=dt.date(2026, 1, 14))
    assert [said(each) for each in resource_conflicts([lockers, van])] == [
        ("Ana", "14 Jan-16 Jan", 2, ["a.md#a-1.1", "a.md#a-1.2", "b.md#a-1.1"])
    ]


def test_days_without_work_do_not_part_a_conflict():
    """From Friday to Monday it goes on; from Thursday to Monday it does not."""
    lockers = owned("a.md", ("1.1", 40, "Ana"), ("1.2", 40, "Ana"))
    for hours, count in ((40, 1), (32, 2)):
        van = entry(
            "b.md",
            phase(1, task("1.1", hours, owner="Ana"), task("1.2", 40 - hours), task("1.3", 40, owner="Ana")),
        )
        assert len(resource_conflicts([lockers, van])) == count


def test_the_worst_day_is_counted():
    """Three plans, of which two at a time, and three plans at once."""
    chain = [owned(f"{day}.md", ("1.1", 16, "Ana"), start=MONDAY + dt.timedelta(day)) for day in range(3)]
    (conflict,) = resource_conflicts(chain)
    assert (conflict.at_once, len(conflict.tasks)) == (2, 3)
    (conflict,) = resource_conflicts([owned(f"{day}.md", ("1.1", 16, "Ana")) for day in range(3)])
    assert conflict.at_once == 3


def test_only_what_is_critical_and_left():
    """In plans that somebody works on."""
    ana = owned("a.md", ("1.1", 40, "Ana"))

    def meets(*phases, **rest):
        return bool(resource_conflicts([ana, entry("b.md", *phases, **rest)]))

    mine = task("1.1", 8, owner="ana")
    assert meets(phase(1, mine))
    assert not meets(phase(1, mine, task("1.2", 80, depends_on_nothing=True)))  # with slack
    assert not meets(phase(1, task("1.1", 8, owner="ana", state=State.DONE), task("1.2", 8)))
    for status in (Status.ON_HOLD, Status.COMPLETE, Status.CANCELLED):
        assert not meets(phase(1, mine), status=status)
    assert not meets(phase(1, mine), is_template=True)
    assert not meets(phase(1, mine), start=None)
    assert not resource_conflicts([owned("a.md", ("1.1", 40, "Ana"), ("1.2", 40, "Ana"))])


def test_a_forecast_moves_a_conflict():
    """What was planned for January and is left in February is a conflict in February."""
    today = dt.date(2026, 2, 2)
    late = owned("a.md", ("1.1", 16, "Ana"), today=today)
    later = owned("b.md", ("1.1", 16, "Ana"), start=dt.date(2026, 2, 3), today=today)
    assert [said(each)[1] for each in resource_conflicts([late, later])] == ["03 Feb-03 Feb"]


@settings(max_examples=examples(60))
@given(st.lists(entries(), max_size=4), st.lists(st.text("abc.#/%:[", max_size=6), max_size=3))
def test_any_plans(drawn, hrefs):
    """Every question has an answer; whoever waits too early is told a number of days, and conflicts are of two plans."""
    linking = [
        structs.replace(
            each, plan=structs.replace(each.plan, links=tuple(link(href) for href in (*hrefs, drawn[0].path)))
        )
        for each in drawn
    ]
    for dependency in plan_dependencies(linking):
        assert dependency.dependent.entry is not dependency.predecessor.entry
        assert (dependency.days_held > 0) == bool(
            dependency.start and dependency.finish and dependency.start < dependency.finish
        )
    for conflict in resource_conflicts(linking):
        assert conflict.dates.first <= conflict.dates.last
        assert len({place.entry.path for place in conflict.tasks}) >= conflict.at_once >= 2
