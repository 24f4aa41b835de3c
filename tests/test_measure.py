from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_plans import MONDAY, est, phase, plan, plans, ref, refs, risk_id, task
from msgspec.structs import replace

from mkdocs_planplugin.measure import Count, Outside, Readiness, measure, waiting
from mkdocs_planplugin.model import (
    NO_ESTIMATE,
    Calendar,
    ChecklistGroup,
    ChecklistItem,
    Estimate,
    ExternalDependency,
    Hold,
    Level,
    NotCounted,
    NotCountedKind,
    OtherPlan,
    Revision,
    Risk,
    State,
    Status,
)
from mkdocs_planplugin.schedule import schedule, schedule_with_holds

TODAY = dt.date(2026, 2, 2)
OPEN, DONE, BEGUN, DEAD = State.OPEN, State.DONE, State.IN_PROGRESS, State.CANCELLED


def measured(plan, today=TODAY, stale_after=30):
    return measure(plan, schedule(plan, Calendar(), today), today, stale_after)


def of_states(*states, **rest):
    """A plan of one phase with a task for each state."""
    return plan(phase(1, *(task(f"1.{place}", state=state) for place, state in enumerate(states, 1))), **rest)


def waits(result):
    """What every task waits for; `True` for the ready ones."""
    return {str(name): each.ready or tuple(map(str, each.waits_for)) for name, each in result.readiness.items()}


def boxes(*states):
    return tuple(ChecklistItem("box", state, 1) for state in states)


# Counters


def test_count_of_tasks():
    """The cancelled and the untracked are no part of the total; what is deferred, blocked or in progress is open."""
    progress = measured(of_states(*State, None, None)).progress
    assert progress.tasks == Count(done=1, total=5, cancelled=1, untracked=2)
    assert progress.percent == 20.0
    assert not progress.subtasks_counted


def test_percent():
    """Percents have one decimal, and there are none where there is nothing to count."""
    assert measured(of_states(DONE, OPEN, OPEN)).progress.percent == 33.3
    assert measured(of_states(None, DEAD)).progress.percent is None
    assert measured(plan()).progress.percent is None


def test_leaves_are_counted():
    """A parent with sub-boxes is counted through its leaves, and the counter tells: below a ticked one they are done."""
    parts = (task("1.1.1", state=DONE), replace(task("1.1.2"), subtasks=(task("x", state=DONE), task("y"))))
    result = measured(
        plan(phase(1, replace(task("1.1", state=DONE), subtasks=parts), task("1.2")), phase(2, task("2.1")))
    )
    assert result.progress.tasks == Count(done=3, total=5)
    assert [part.tasks for part in result.phases] == [Count(3, 4), Count(0, 1)]
    assert [part.subtasks_counted for part in result.phases] == [True, False]
    assert result.progress.subtasks_counted


def test_parent_of_plain_items():
    """A box over sub-tasks that have none is counted itself."""
    parts = (task("a", state=None), task("b", state=None))
    result = measured(plan(phase(1, replace(task("1.1", state=DONE), subtasks=parts))))
    assert result.progress.tasks == Count(done=1, total=1)
    assert not result.progress.subtasks_counted


def test_other_boxes():
    """Criteria and the Definition of Done are counted apart, by the same rules; loose criteria are the plan's."""
    groups = (ChecklistGroup("Code", boxes(DONE, OPEN)), ChecklistGroup("", boxes(DEAD, None, DONE)))
    result = measured(
        plan(
            phase(1, criteria=boxes(DONE, DEAD)),
            phase(2, criteria=boxes(OPEN)),
            criteria=boxes(DONE),
            definition_of_done=groups,
        )
    )
    assert result.progress.criteria == Count(done=2, total=3, cancelled=1)
    assert result.progress.definition_of_done == Count(done=2, total=3, cancelled=1, untracked=1)
    assert [part.criteria for part in result.phases] == [Count(1, 1, 1), Count(0, 1)]


def test_loose_tasks_count():
    """Tasks outside any phase are counted in the plan."""
    assert measured(plan(phase(1, task("1.1")), tasks=(task("L9", state=DONE),))).progress.tasks == Count(1, 2)


# Status


@pytest.mark.parametrize(
    ("states", "status"),
    [
        ([], None),
        ([None], None),
        ([OPEN, OPEN], Status.NOT_STARTED),
        ([OPEN, DEAD, State.BLOCKED, State.DEFERRED], Status.NOT_STARTED),
        ([OPEN, DONE], Status.IN_PROGRESS),
        ([OPEN, BEGUN], Status.IN_PROGRESS),
        ([DONE, DEAD], Status.COMPLETE),
        ([DONE, DEAD, None], Status.IN_PROGRESS),
        ([DONE, State.DEFERRED], Status.IN_PROGRESS),
        ([DEAD, DEAD], Status.CANCELLED),
        ([DEAD, DEAD, None], None),
    ],
)
def test_derived_status(states, status):
    """The boxes say how far a plan is, where there are any; what says nothing may still be open."""
    result = measured(of_states(*states))
    assert result.derived_status is status
    assert result.shown_status is status
    assert result.status_is_derived == (status is not None)


def test_declared_status_wins():
    """A declared status is shown, whatever the boxes say."""
    result = measured(of_states(DONE, status=Status.ON_HOLD))
    assert (result.shown_status, result.derived_status) == (Status.ON_HOLD, Status.COMPLETE)
    assert not result.status_is_derived


def late(plan, today):
    return measured(plan, dt.date(2026, 1, today)).late


def test_late():
    """A plan with open work is late on the day after it was due, or else planned to be finished."""
    open_work = plan(phase(1, task("1.1", 16)))  # Monday 12 and Tuesday 13
    assert [late(open_work, day) for day in (13, 14)] == [False, True]
    due = replace(open_work, due=dt.date(2026, 1, 20))
    assert [late(due, day) for day in (14, 20, 21)] == [False, False, True]


def test_never_late():
    """Plans that are complete, cancelled, templates, without any day to be late for, or without anything said to be
    open are not late; nor is a plan that estimates nothing, by its mere start."""
    open_work = plan(phase(1, task("1.1", 16)))
    done = plan(phase(1, task("1.1", 16, state=DONE)))
    assert not late(replace(open_work, status=Status.COMPLETE), 30)
    assert not late(replace(open_work, status=Status.CANCELLED), 30)
    assert not late(replace(open_work, is_template=True), 30)
    assert not late(replace(open_work, start=None), 30)
    assert not late(done, 30)
    assert not late(replace(done, status=Status.IN_PROGRESS), 30)
    assert not late(of_states(OPEN), 30)
    assert not late(of_states(None, due=MONDAY), 30)
    assert late(of_states(None, due=MONDAY, status=Status.IN_PROGRESS), 30)


@pytest.mark.parametrize(
    ("dates", "stale"),
    [
        ({}, False),
        ({"created": dt.date(2026, 1, 1)}, True),
        ({"created": dt.date(2026, 1, 3)}, False),  # 30 days before today
        ({"created": dt.date(2025, 1, 1), "last_updated": dt.date(2026, 1, 20)}, False),
        ({"created": dt.date(2026, 1, 30), "last_updated": dt.date(2026, 1, 1)}, True),
        ({"created": dt.date(2025, 1, 1), "revisions": (dt.date(2026, 1, 20), None, dt.date(2025, 1, 1))}, False),
    ],
)
def test_stale(dates, stale):
    """A plan in progress is stale when it was last changed more than `stale_after` days ago: Last Updated, else the
    latest revision, else Created."""
    revisions = tuple(Revision(day, None, None, None, 1) for day in dates.pop("revisions", ()))
    begun = of_states(BEGUN, revisions=revisions, **dates)
    assert measured(begun).stale == stale
    assert not measured(replace(begun, status=Status.ON_HOLD)).stale
    assert not measured(replace(begun, is_template=True)).stale


# Effort and risks


def test_estimate_of_a_plan():
    """A plan's estimate is the sum of its phases', each by its heading, else by its tasks."""
    parent = replace(task("2.2"), subtasks=(task("a", 1), task("b", est(2, 3))))
    result = measured(
        plan(
            phase(1, task("1.1", 100), hours=est(8, 16)),
            phase(2, task("2.1", 4), parent, task("2.3"), task("2.4", 50, state=DEAD), hours=Estimate("XL")),
            phase(3),
            tasks=(task("L9", 1),),
        )
    )
    assert result.estimate == Estimate(None, 16, None, 25)


def test_likely_estimate():
    """A sum has a likely value where every part has one."""
    three = est(1, 9, likely=2)
    assert measured(plan(phase(1, hours=three), phase(2, hours=three))).estimate == Estimate(None, 2, 4, 18)
    assert measured(plan(phase(1, hours=three), phase(2, hours=1))).estimate == Estimate(None, 2, None, 10)


def test_no_estimate():
    """Where nothing is said of effort, there is no estimate."""
    assert measured(of_states(OPEN)).estimate == NO_ESTIMATE


def test_risks():
    """Exposure is the highest score; risks at 6 and above are high."""
    pairs = [(Level.LOW, Level.CRITICAL), (Level.MEDIUM, Level.HIGH), (Level.CRITICAL, Level.HIGH), (Level.HIGH, None)]
    risks = tuple(Risk(risk_id("R"), "Risk", 1, "r", probability=one, impact=other) for one, other in pairs)
    result = measured(plan(risks=risks))
    assert (result.exposure, result.open_high) == (12, 2)
    assert (measured(plan(risks=risks[3:])).exposure, measured(plan()).open_high) == (None, 0)


# What is next


def test_ready():
    """An open task is ready when what it states is done; the order inside a phase holds nobody back."""
    result = measured(
        plan(phase(1, task("1.1", state=DONE), task("1.2", None, "1.1"), task("1.3"), task("1.4", None, "1.2", "1.1")))
    )
    assert waits(result) == {"1.1": (), "1.2": True, "1.3": True, "1.4": ("1.2",)}
    assert result.next == refs("1.2", "1.3")


def test_nothing_is_ready_in_a_plan_that_is_not_worked_on():
    """What its tasks wait for is known all the same."""
    work = phase(1, task("1.1"), task("1.2", None, "1.1"))
    for status in (Status.DRAFT, Status.ON_HOLD, Status.COMPLETE, Status.CANCELLED):
        result = measured(plan(work, status=status))
        assert (result.active, result.next, waits(result)) == (False, (), {"1.1": (), "1.2": ("1.1",)})
    assert measured(plan(work, is_template=True)).next == ()


def test_what_says_nothing_waits_for_the_blocked_task_before_it():
    """All that follow it, up to one that says where it stands, or is begun; no other is held back by the order."""
    stuck = task("1.1", state=State.BLOCKED)
    behind = measured(plan(phase(1, stuck, task("1.2"), task("1.3"))))
    assert waits(behind) == {"1.1": (), "1.2": ("1.1",), "1.3": ("1.1",)}
    free = task("1.2", depends_on_nothing=True), task("1.3", None, "0.1")
    for other in free:
        assert measured(plan(phase(0, task("0.1", state=DONE)), phase(1, stuck, other))).next == (other.id,)
    for state in (BEGUN, State.BLOCKED, State.DEFERRED, DONE):
        assert waits(measured(plan(phase(1, stuck, task("1.2", state=state)))))["1.2"] == ()
    last = {BEGUN: True, State.BLOCKED: ("1.2",), State.DEFERRED: ("1.1",), DONE: True, DEAD: True, None: ("1.1",)}
    for state, blocking in last.items():
        follows = measured(plan(phase(1, stuck, task("1.2", state=state), task("1.3"))))
        assert waits(follows)["1.3"] == blocking, state
    stated = task("1.2", None, "0.1")
    assert measured(plan(phase(0, task("0.1", state=DONE)), phase(1, stuck, stated, task("1.3")))).next == refs(
        "1.2", "1.3"
    )
    parts = (task("1.1.1", state=State.BLOCKED), task("1.1.2"))  # which have no order
    assert measured(plan(phase(1, replace(task("1.1"), subtasks=parts)))).readiness[ref("1.1.2")].ready


def test_what_was_put_off_is_not_listed_as_waiting():
    """Nobody is to start it, nor its parts, when what it needs is done."""
    later = task("1.2", None, "1.1", state=State.DEFERRED, subtasks=(task("a"),))
    made = plan(phase(1, task("1.1"), later, task("1.3", None, "1.1")))
    assert list(map(str, waiting(made, measured(made).readiness))) == ["1.3"]


def test_what_a_team_has_promised_is_waited_for():
    """Until its day is over; a part waits with its whole."""
    promise = ExternalDependency("Bank", "keys", "2026-02-09", 1, dt.date(2026, 2, 9))
    work = task("1.1", 8, dependencies="the keys of the Bank", subtasks=(task("a"),))
    keys = plan(phase(1, work), external_dependencies=(promise,))
    for day, outside in ((2, (Outside("Bank", promise.date),)), (9, (Outside("Bank", promise.date),)), (10, ())):
        result = measured(keys, dt.date(2026, 2, day))
        assert [result.readiness[ref(name)].outside for name in ("1.1", "a")] == [outside] * 2
        assert bool(result.next) is not bool(outside)


@pytest.mark.parametrize(("days", "last"), [((3, 9, 5), 9), ((9, 9), 9), ((9, None, 3), None), ((None, 9), None)])
def test_another_plan_is_waited_for_once(days, last):
    """However often a task, its phase and its whole name it: until the last of its days, if all are known."""
    made = plan(phase(1, task("1.1", 8)))
    late, other = OtherPlan("late.md", "late"), OtherPlan("other/late.md", "late")
    dates = [day and dt.date(2026, 2, day) for day in days]
    by = [made.phases[0].key, ref("1.1"), ref("1.1")]
    holds = [Hold(name, date, plan=late) for name, date in zip(by, dates, strict=False) if date]
    work = made.phases[0].tasks[0]
    unknown = [NotCounted(NotCountedKind.PLAN, (work,), plan=late) for date in dates if date is None]
    holds.append(Hold(ref("1.1"), TODAY, plan=other))
    placed = schedule_with_holds(made, schedule(made, Calendar(), TODAY), TODAY, holds).leaving_out(unknown)
    waited = measure(made, placed, TODAY, 30).readiness[ref("1.1")].outside
    assert sorted(waited, key=lambda each: str(each.path)) == [
        Outside("late", last and dt.date(2026, 2, last), "late.md"),
        Outside("late", TODAY, "other/late.md"),
    ]


def test_only_open_tasks_are_ready():
    """What is done, begun, cancelled, deferred, blocked or untracked is not ready; the author's blocked are listed."""
    result = measured(of_states(*State, None))
    assert result.next == refs("1.1")
    assert result.blocked == refs("1.6")


def test_cancelled_holds_nobody_back():
    """A cancelled task need not be waited for, nor one whose sub-tasks all are settled; an untracked one must be."""
    over = replace(task("1.2"), subtasks=(task("a", state=DONE), task("b", state=DEAD)))
    moot = replace(task("1.3", state=DEAD), subtasks=(task("c"),))
    tasks = (task("1.1", state=DEAD), over, moot, task("1.4", state=None))
    result = measured(plan(phase(1, *tasks, task("1.5", None, "1.1", "1.2", "1.3"), task("1.6", None, "1.4"))))
    assert result.readiness[ref("1.5")].ready
    assert result.readiness[ref("1.6")] == Readiness(waits_for=refs("1.4"))
    assert result.readiness[ref("c")] == Readiness()


def test_phases_wait():
    """A task waits for the phases its phase waits for: those stated, else the one before; not for those before that."""
    result = measured(
        plan(
            phase(1, task("1.1")),
            phase(2, task("2.1", state=DONE)),
            phase(3, task("3.1")),
            phase(4, task("4.1", None, "3.1")),
            phase(5, task("5.1"), depends_on=[]),
            phase(6, task("6.1"), depends_on=["phase:1", "phase:2", "5.1"]),
        )
    )
    assert waits(result) == {
        "1.1": True,
        "2.1": (),
        "3.1": True,
        "4.1": ("3.1", "phase:3"),
        "5.1": True,
        "6.1": ("phase:1", "5.1"),
    }


def test_chain_holds_through_empty_phases():
    """A phase without tasks, or whose tasks nobody tracks, is done when what it waits for is."""
    phases = (phase(2), phase(3, task("3.1", state=None)), phase(4, task("4.1")))
    assert measured(plan(phase(1, task("1.1")), *phases)).readiness[ref("4.1")].waits_for == refs("phase:3")
    assert measured(plan(phase(1, task("1.1", state=DONE)), *phases)).readiness[ref("4.1")].ready


def test_empty_phases_in_a_cycle():
    """Phases without tasks that wait for one another hold nobody back."""
    cycle = (phase(1, depends_on=["phase:2"]), phase(2, depends_on=["phase:1"]))
    assert measured(plan(*cycle, phase(3, task("3.1")))).readiness[ref("3.1")].ready


def test_ticked_parent_is_done():
    """A phase is done when its tasks are: a parent by its own tick, or by the sub-tasks that are counted."""
    ticked = replace(task("1.1", state=DONE), subtasks=(task("a"),))
    counted = replace(task("1.2"), subtasks=(task("b", state=DONE), task("c", state=None)))
    result = measured(plan(phase(1, ticked, counted), phase(2, task("2.1", None, "a", "1.2"))))
    assert result.readiness[ref("2.1")].ready


def test_subtasks_inherit():
    """A sub-task waits for what its task waits for, and for what it states; not for the task or phase it is part of.
    Where its task is put off or blocked it is not ready."""
    parts = (task("2.1.1", None, "phase:2"), task("2.1.2", None, "2.1.1", "2.1"))
    result = measured(plan(phase(1, task("1.1")), phase(2, replace(task("2.1"), subtasks=parts))))
    assert waits(result) == {
        "1.1": True,
        "2.1": ("phase:1",),
        "2.1.1": ("phase:1",),
        "2.1.2": ("2.1.1", "phase:1"),
    }
    blocked = replace(task("1.1", state=State.BLOCKED), subtasks=(task("1.1.1"),))
    assert waits(measured(plan(phase(1, blocked)))) == {"1.1": (), "1.1.1": ()}


def test_next_names_subtasks_by_their_ids():
    """Sub-tasks with ids stand for their task among the next ones; those without are represented by it."""
    named = replace(task("1.1"), subtasks=(task("1.1.1", state=DONE), task("1.1.2"), task("1.1.3", None, "1.1.2")))
    unnamed = replace(task("1.2"), subtasks=(task("L8", line=8), task("L9", line=9)))
    heading = replace(task("1.3", state=None), subtasks=(task("L11", line=11),))
    assert measured(plan(phase(1, named, unnamed, heading))).next == refs("1.1.2", "1.2", "1.3")


# Properties


@given(plans(), st.dates())
def test_any_plan(plan, today):
    """Any plan can be measured, always alike; and the numbers agree with each other."""
    result = measured(plan, today)
    assert result == measured(plan, today)
    tasks = result.progress.tasks
    assert 0 <= tasks.done <= tasks.total
    assert set(result.readiness) == {task.id for task in plan.walk()}
    assert all(result.readiness[name].ready for name in result.next)
    assert not any(each.ready and each.waits_for for each in result.readiness.values())
    spoken = {phase.current_state for phase in plan.phases} - {None}
    if tasks.total or spoken - {DEAD}:
        assert result.derived_status
    elif not tasks.cancelled and not spoken:
        assert result.derived_status is None
    if result.derived_status is Status.COMPLETE:
        assert {task.id for task in plan.tops()} <= plan.outcomes().keys()
    measured(replace(plan, phases=plan.phases * 2, tasks=plan.tasks * 2), today)
