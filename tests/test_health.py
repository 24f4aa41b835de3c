"""The one verdict on a plan: each rule, and the borders of each threshold."""

import datetime as dt

import pytest
from made_plans import MONDAY, est, phase, plan, risk_id, task
from msgspec import structs

from mkdocs_planplugin.catalog import IN_TROUBLE, VERDICT_LABELS, Verdict, sentence_text
from mkdocs_planplugin.measure import health, measure
from mkdocs_planplugin.model import (
    Calendar,
    ExternalDependency,
    Hold,
    Level,
    NotCounted,
    NotCountedKind,
    OtherPlan,
    Risk,
    State,
    Status,
)
from mkdocs_planplugin.schedule import schedule, schedule_with_holds

TODAY = MONDAY


def day(number):
    """A day of January 2026."""
    return dt.date(2026, 1, 1) + dt.timedelta(number - 1)


def judged(*tasks, today=TODAY, stale_after=30, **rest):
    made = plan(phase(1, *tasks), **rest)
    placed = schedule(made, Calendar(), today)
    return health(made, placed, measure(made, placed, today, stale_after))


def said(found):
    return found.verdict, sentence_text(found.sentence, found.today)


def causes(found):
    return [sentence_text(cause, found.today) for cause in found.causes]


def test_every_verdict_has_a_label():
    """In the order in which plans are listed: trouble first."""
    assert list(VERDICT_LABELS)[: len(IN_TROUBLE)] == list(IN_TROUBLE)
    assert set(VERDICT_LABELS) == set(Verdict)


@pytest.mark.parametrize(
    ("tasks", "rest", "expected"),
    [
        ([task("1.1", 8)], {"is_template": True}, (Verdict.TEMPLATE, "A template to fill in.")),
        (
            [task("1.1", 8, state=State.DONE), task("1.2", 8, state=State.CANCELLED)],
            {"status": Status.CANCELLED},
            (Verdict.CANCELLED, "1 of 2 tasks was done."),
        ),
        ([task("1.1", 8, state=State.DONE), task("1.2", 8, state=State.DONE)], {},
         (Verdict.DONE, "All 2 tasks, planned to 13 Jan.")),
        ([task("1.1", 8), task("1.2", 8)], {"status": Status.COMPLETE},
         (Verdict.DONE, "0 of 2 tasks; 2 are still open.")),
        ([task("1.1", 8)], {"status": Status.ON_HOLD, "due": day(30)},
         (Verdict.ON_HOLD, "0 of 1 task is done. No forecast while it is on hold; due 30 Jan.")),
        ([task("1.1", 8)], {"status": Status.DRAFT, "due": day(21)},
         (Verdict.DRAFT, "Would start 12 Jan and finish 12 Jan, 7 working days before it is due, 21 Jan.")),
    ],
)  # fmt: skip
def test_what_a_plan_says_of_itself_comes_first(tasks, rest, expected):
    """Templates, and plans that are cancelled, done, on hold or drafts, whatever their days."""
    found = judged(*tasks, **rest)
    assert said(found) == expected
    assert not found.causes


@pytest.mark.parametrize(
    ("due", "verdict", "sentence"),
    [
        (9, Verdict.OVERDUE, "Due 9 Jan, 3 days ago; 2 of 2 tasks are left. Finish expected 13 Jan."),
        (12, Verdict.OFF_TRACK, "Finish expected 13 Jan, 1 working day after it is due, 12 Jan."),
        (13, Verdict.AT_RISK, "Finish expected 13 Jan, on the day it is due."),
        (14, Verdict.AT_RISK, "Finish expected 13 Jan, 1 working day before it is due, 14 Jan."),
        (15, Verdict.ON_TRACK, "Finish expected 13 Jan, 2 working days before it is due, 15 Jan."),
    ],
)
def test_a_day_due(due, verdict, sentence):
    """Over, before the expected finish, less than two working days after it, and enough."""
    assert said(judged(task("1.1", 8), task("1.2", 8), due=day(due))) == (verdict, sentence)


def test_overdue_on_the_day_after():
    assert judged(task("1.1", 8), due=TODAY, today=TODAY).verdict is not Verdict.OVERDUE
    assert judged(task("1.1", 8), due=TODAY, today=day(13)).verdict is Verdict.OVERDUE
    assert judged(task("1.1", 8, state=State.DONE), due=TODAY, today=day(13)).verdict is Verdict.DONE


@pytest.mark.parametrize(
    ("hours", "today", "verdict"),
    [
        (8, 12, Verdict.ON_TRACK),
        (8, 13, Verdict.AT_RISK),  # 1 working day after the plan
        (8, 19, Verdict.AT_RISK),  # 5
        (8, 20, Verdict.OFF_TRACK),  # 6
        (800, 26, Verdict.AT_RISK),  # 10 of 100 planned days
        (800, 27, Verdict.OFF_TRACK),  # 11
    ],
)
def test_a_plan_that_is_due_on_no_day(hours, today, verdict):
    """Later than planned by more than 5 working days and by more than a tenth."""
    assert judged(task("1.1", hours), today=day(today)).verdict is verdict


def test_words_of_a_late_plan_without_a_day_due():
    found = judged(task("1.1", 8, owner="Ana"), today=day(20))
    assert said(found)[1] == "Finish expected 20 Jan, 6 working days after the plan, 12 Jan; no day is due."
    assert causes(found) == ["1.1 Do 1.1 sets the finish and is ready (Ana)."]
    early = judged(task("1.1", 8, state=State.DONE), task("1.2", 8, state=State.DONE), task("1.3", 8))
    assert said(early)[1] == "Finish expected 12 Jan, 2 working days before the plan, 14 Jan."


def blocked(name="1.1", **rest):
    return task(name, 8, state=State.BLOCKED, **rest)


def test_blocked():
    """Where something is blocked and nothing else can go on; with the first day that is named."""
    found = judged(blocked(blocked_until=day(16)), task("1.2", 8, "1.1"))
    assert said(found) == (
        Verdict.BLOCKED,
        "Nothing can go on until 16 Jan. Finish then 20 Jan, 5 working days after the plan, 13 Jan.",
    )
    assert causes(found) == ["1.1 Do 1.1 is blocked until 16 Jan."]
    second = task("1.2", 8, "1.1", state=State.BLOCKED, blocked_until=day(14))
    assert causes(judged(blocked(blocked_until=day(16)), second))[1] == (
        "1.2 Do 1.2 is blocked until 14 Jan, and waits for 1.1."  # else it would seem to go on before the first
    )
    assert said(judged(blocked()))[1] == "Nothing can go on, and nobody has said until when."
    assert judged(blocked(), task("1.2", 8)).verdict is Verdict.BLOCKED  # it follows the blocked one
    assert judged(blocked(), task("1.2", 8, depends_on_nothing=True)).verdict is not Verdict.BLOCKED
    assert judged(blocked(), task("1.2", 8, "1.1", state=State.IN_PROGRESS)).verdict is not Verdict.BLOCKED
    begun = task("1.2", 8, "1.1", subtasks=(task("a", state=State.DONE), task("b")))
    assert judged(blocked(), begun).verdict is not Verdict.BLOCKED
    assert judged(task("1.1", 8), status=Status.BLOCKED).verdict is Verdict.BLOCKED


def behind_late(made, *holds, unknown=()):
    """The verdict on a plan whose parts are held until these days by another plan, called late."""
    late = OtherPlan("late.md", "late")
    held = [Hold(by, until, plan=late) for by, until in holds]
    placed = schedule_with_holds(made, schedule(made, Calendar(), TODAY), TODAY, held)
    omissions = [NotCounted(NotCountedKind.PLAN, (work,), plan=late) for work in unknown]
    placed = placed.leaving_out([*placed.not_counted, *omissions])
    return health(made, placed, measure(made, placed, TODAY, 30))


def test_what_goes_on_when_another_plan_is_done():
    """An open task that waits for nothing but another plan goes on then, if its day is known."""
    other = task("1.2", 8, depends_on_nothing=True)
    made = plan(phase(1, blocked(), other, task("1.3", 8, "1.1")))
    until = "Nothing can go on until {}."
    assert said(behind_late(made, (other.id, day(15))))[1].startswith(until.format("15 Jan"))
    sooner = plan(phase(1, blocked(blocked_until=day(14)), other))
    assert said(behind_late(sooner, (other.id, day(15))))[1].startswith(until.format("14 Jan"))
    for never in (
        behind_late(made, unknown=[other]),
        behind_late(made, (other.id, day(15)), unknown=[other]),
        behind_late(
            plan(phase(1, blocked(), task("1.2", 8, "1.1"))), (other.id, day(15))
        ),  # which also waits for the blocked one
    ):
        assert said(never)[1] == "Nothing can go on, and nobody has said until when."


def test_a_plan_says_that_it_is_blocked():
    """Where something can go on nobody is told that nothing can."""
    free = task("1.2", 8, depends_on_nothing=True)
    found = judged(blocked(), free, task("1.3", 8, state=State.IN_PROGRESS), status=Status.BLOCKED)
    assert said(found) == (Verdict.BLOCKED, "Its status says so, but 1.2 and 1.3 can go on.")
    assert sentence_text(found.brief, MONDAY) == "1.1 is blocked"
    nothing = judged(task("1.1", 8), status=Status.BLOCKED)
    assert said(nothing)[1] == "Its status says so, but 1.1 can go on."
    assert sentence_text(nothing.brief, MONDAY) == "its status says so"


def test_why_something_is_blocked():
    """In the author's words, where they say it; long ones are shortened."""
    found = judged(blocked(causes=("the city has not answered",)))
    assert causes(found) == ["1.1 Do 1.1 is blocked (the city has not answered)."]
    assert causes(judged(blocked(causes=("why " * 99,))))[0].endswith("why …).")
    outside = judged(blocked(dependencies="the keys from Boxwren"))  # which is no task of the plan
    assert causes(outside) == ["1.1 Do 1.1 is blocked (the keys from Boxwren)."]


def test_blocked_without_a_day():
    """The finish can only be later than what is counted: it is the earliest one, and no plan is on track with it."""
    found = judged(blocked(depends_on_nothing=True), task("1.2", 16, depends_on_nothing=True), due=day(30))
    assert said(found) == (
        Verdict.AT_RISK,
        "Finish 13 Jan at the earliest, 13 working days before it is due, 30 Jan; but 1.1 is blocked.",
    )
    over = judged(blocked(blocked_until=day(9)), task("1.2", 16, depends_on_nothing=True), due=day(30))
    assert "but 1.1 is blocked" in said(over)[1]  # still, after its day
    until = judged(blocked(blocked_until=day(16)), task("1.2", 16, depends_on_nothing=True), due=day(30))
    assert "at the earliest" not in said(until)[1]
    late = judged(blocked(), task("1.2", 16, depends_on_nothing=True), due=day(9))
    assert said(late)[1].endswith("Finish 13 Jan at the earliest.")


def test_all_is_done_but_the_status():
    """Which nobody has changed: it is said, for the plan ends only with it."""
    done = judged(task("1.1", 8, state=State.DONE), status=Status.IN_PROGRESS)
    assert said(done) == (Verdict.IN_PROGRESS, "1 of 1 task is done, but its status does not say so.")


def test_off_track_goes_before_blocked():
    """What is due is what counts."""
    assert judged(blocked(blocked_until=day(16)), due=day(16)).verdict is Verdict.OFF_TRACK


def test_the_cause_names_what_waits_behind_it():
    """The first task of the critical path, why it cannot start, and the others of that path that are not ready."""
    promise = ExternalDependency("Bank", "keys, by 2026-01-16", "2026-01-16", 1, day(16))
    keys = structs.replace(blocked(), title="Keys of the Bank")
    found = judged(keys, task("1.2", 8, "1.1"), task("1.3", 4), due=day(19), external_dependencies=(promise,))
    assert causes(found) == [
        "1.1 Keys of the Bank is blocked until 16 Jan (Bank: keys).",
        "1.2 waits behind it.",
    ]


def test_what_waits_behind_a_phase_that_is_held():
    """A phase that is one block is held like a task, and of two holds until one day the first is meant."""
    made = plan(phase(1, hours=8), phase(2, hours=8), due=day(19), status=Status.NOT_STARTED)
    placed = schedule(made, Calendar(), TODAY)
    holds = [
        Hold(made.phases[0].key, day(16), plan=OtherPlan(path, name)) for path, name in (("a.md", "A"), ("b.md", "B"))
    ]
    placed = schedule_with_holds(made, placed, TODAY, holds)
    found = health(made, placed, measure(made, placed, TODAY, 30))
    assert causes(found) == ["Phase 1 Part 1 waits for A, expected 16 Jan.", "Phase 2 waits behind it."]
    assert placed.longest_holds()[placed.items[0].key].plan.title == "A"


def test_the_cause_names_the_plan_that_a_task_waits_for():
    """By itself, by its phase, or by both until the later day; also where nobody knows when that will be done."""
    first = task("1.1", 8)
    made = plan(phase(1, first, task("1.2", 8)), due=day(13), status=Status.NOT_STARTED)
    key, behind = made.phases[0].key, "1.2 waits behind it."
    for holds in ([(key, 16)], [(first.id, 16)], [(key, 16), (first.id, 14)], [(key, 14), (first.id, 16)]):
        found = behind_late(made, *((by, day(until)) for by, until in holds))
        is_ready = key not in dict(holds)
        assert causes(found) == ["1.1 Do 1.1 waits for late, expected 16 Jan.", *([] if is_ready else [behind])]
    for unknown in (first, made.phases[0]):
        found = behind_late(structs.replace(made, due=day(12)), unknown=[unknown])
        is_ready = unknown is first
        assert causes(found) == ["1.1 Do 1.1 sets the finish and waits for late.", *([] if is_ready else [behind])]
    stuck = behind_late(plan(phase(1, blocked())), unknown=[blocked()])
    assert causes(stuck) == ["1.1 Do 1.1 is blocked, and waits for late."]


def test_behind_a_plan_without_a_day():
    """The finish can only be later, so the plan is not on track; nor where a part of it is blocked as well."""
    first = task("1.1", 8)
    made = plan(phase(1, first, task("1.2", 8)), status=Status.NOT_STARTED, **FAR)
    assert said(behind_late(made))[0] is Verdict.ON_TRACK
    for unknown, name in ((first, "1.1"), (made.phases[0], "Phase 1")):
        verdict, sentence = said(behind_late(made, unknown=[unknown]))
        assert verdict is Verdict.AT_RISK
        assert sentence.endswith(f"; but {name} waits for late, and nobody knows until when.")


FAR = {"due": day(60)}


@pytest.mark.parametrize(
    ("tasks", "rest", "doubt"),
    [
        ([task("1.1", est(8, 160))], {"due": day(28)}, "80% likely only by 29 Jan"),
        ([task("1.1", 16, due=day(12))], FAR, "1.1, due 12 Jan, is expected 13 Jan"),
        ([task("1.1", 8)], {**FAR, "risks": (Risk(risk_id("R1"), "Fire", 1, "r", None, Level.HIGH, Level.HIGH),)},
         "R1 Fire is high × high"),
        ([task("1.1", 8, state=State.IN_PROGRESS)], {**FAR, "last_updated": dt.date(2025, 12, 12)},
         "nothing changed for 31 days"),
    ],
)  # fmt: skip
def test_at_risk(tasks, rest, doubt):
    """In time, but."""
    verdict, sentence = said(judged(*tasks, **rest))
    assert verdict is Verdict.AT_RISK
    assert sentence.endswith(f"; but {doubt}.")


@pytest.mark.parametrize(
    ("tasks", "rest"),
    [
        ([task("1.1", 16, due=day(13))], FAR),
        (
            [task("1.1", 8)],
            {**FAR, "risks": (Risk(risk_id("R1"), "Fire", 1, "r", None, Level.MEDIUM, Level.CRITICAL),)},
        ),
        ([task("1.1", 8, state=State.IN_PROGRESS)], {**FAR, "last_updated": dt.date(2025, 12, 13)}),
    ],
)
def test_the_borders_of_a_risk(tasks, rest):
    """On its own day, below a score of 9, on the 30th day."""
    assert judged(*tasks, **rest).verdict is Verdict.ON_TRACK


def test_a_promise_after_its_task_needs_it():
    promise = ExternalDependency("Bank", "keys", "then", 1, day(14))
    first, second = task("1.1", 24), task("1.2", 8, dependencies="Bank")
    found = judged(first, task("1.9", 8, dependencies="Bank", depends_on_nothing=True), **FAR,
                   external_dependencies=(promise,))  # fmt: skip
    assert said(found)[1].endswith("; but 1.9 waits for Bank until 14 Jan.")
    assert judged(first, second, **FAR, external_dependencies=(promise,)).verdict is Verdict.ON_TRACK


def test_not_started():
    found = judged(task("1.1", 8), task("1.2", 8, "1.1"), start=day(19))
    assert said(found) == (Verdict.NOT_STARTED, "Starts 19 Jan, planned to finish 20 Jan. 1.1 is ready.")
    assert judged(task("1.1", 8)).verdict is Verdict.ON_TRACK


def test_no_forecast():
    """Why there is none; what nobody tracks is called late by nobody."""
    done = task("1.1", state=State.DONE)
    assert said(judged(done, task("1.2"))) == (
        Verdict.IN_PROGRESS,
        "1 of 2 tasks is done. No task has an estimate, so there is no forecast.",
    )
    undated = judged(structs.replace(done, estimate=est(8)), task("1.2", 8), start=None)
    assert said(undated)[1] == "1 of 2 tasks is done. The plan has no start date, so there is no forecast."
    late = judged(task("1.1", 8, state=None), today=dt.date(2026, 6, 1))
    assert said(late) == (
        Verdict.NOT_TRACKED,
        "No box and no state says what is done. Without boxes or states there is no forecast.",
    )
    assert judged(task("1.1", 8, state=State.DONE), status=Status.IN_PROGRESS).verdict is Verdict.IN_PROGRESS
