"""What a plan says against itself, rule by rule: which line, how loud, in which words."""

import datetime as dt

import pytest
from hypothesis import given
from made_plans import MONDAY, calendars, est, phase, plan, plans, refs, risk_id, task
from msgspec.structs import replace
from speed import takes_less_than

from mkdocs_planplugin.checks import Subject, checks, gaps
from mkdocs_planplugin.finding_kinds import FINDINGS
from mkdocs_planplugin.measure import measure
from mkdocs_planplugin.model import (
    Calendar,
    Estimate,
    Level,
    PhaseRef,
    Resources,
    Risk,
    RiskState,
    Severity,
    State,
    Status,
    TeamMember,
    TimelineRow,
    Written,
)
from mkdocs_planplugin.reading import read
from mkdocs_planplugin.schedule import schedule

TODAY = MONDAY


def checked(made, calendar=None, today=TODAY):
    """The findings about a plan."""
    planned = schedule(made, calendar or Calendar(), today)
    return checks(Subject(made, planned, measure(made, planned, today, 30), calendar or Calendar()))


def found(*phases, calendar=None, today=TODAY, **rest):
    """The findings about a plan of these phases, each as code, line and message."""
    findings = checked(plan(*phases, **rest), calendar, today)
    assert all(each.hint for each in findings)
    return [(each.code, each.line, each.message) for each in findings]


def row(words, hours=None, dependencies=None, line=1, about=None, **unresolved):
    """A row of the Timeline Summary; `about` is the number of its phase, `unresolved` the references that lead
    nowhere."""
    key = None if about is None else PhaseRef(about)
    names = {field: refs(*names) for field, names in unresolved.items()}
    estimate = hours if isinstance(hours, Estimate) else est(hours)
    return TimelineRow(words, estimate, dependencies, None, line, key, **names)


def test_a_good_plan_has_no_findings():
    """References that lead somewhere, sums that add up and days that are kept are no findings."""
    one = phase(1, task("1.1", 8), task("1.2", 8, "1.1", due=dt.date(2026, 1, 13)), hours=16)
    two = phase(2, task("2.1", 8, "phase:1"), depends_on=["phase:1"])
    timeline = (row("Phase 1", 16, "None"), row("Phase 2: Part 2", 8, "Phase 1"))
    assert found(one, two, timeline=timeline, timeline_total=est(24), due=dt.date(2026, 1, 14)) == []


# Unknown references


def test_unknown_reference_of_a_task():
    """A task that waits for what this plan does not have."""
    assert found(phase(1, task("1.1", 8, "9.9", line=7))) == [
        ("PLAN201", 7, "task 1.1 waits for 9.9, which is not in this plan")
    ]
    assert found(phase(1, task("L7", 8, depends_on_unresolved=refs("9.9", "phase:9"), line=7))) == [
        ("PLAN201", 7, "the task “Do L7” waits for 9.9, Phase 9, which are not in this plan"),
    ]


def test_unknown_reference_of_a_subtask():
    """Sub-tasks are looked at, too; the same name twice is one finding."""
    whole = replace(task("1.1", 8), subtasks=(task("1.1.1", None, "9.9", depends_on_unresolved=refs("9.9"), line=4),))
    assert found(phase(1, whole)) == [("PLAN201", 4, "task 1.1.1 waits for 9.9, which is not in this plan")]


def test_unknown_reference_of_a_phase():
    """A phase that says on its own line that it waits for what this plan does not have."""
    lost = replace(phase(2, line=5), dependencies="Phase 9", depends_on_unresolved=refs("phase:9"))
    assert found(phase(1), lost) == [("PLAN201", 5, "Phase 2 waits for Phase 9, which is not in this plan")]
    unnumbered = replace(lost, number=None, name="Rollout")
    assert found(phase(1), unnumbered)[0][2].startswith("the phase “Rollout” waits for Phase 9")


def test_unknown_reference_of_a_row():
    """What a row of the Timeline Summary names is found at the row, once, also where its phase took it over."""
    taken_over = replace(phase(2, hours=8, line=5), dependencies="Phase 9", depends_on_unresolved=refs("phase:9"))
    timeline = (
        row("Phase 1", dependencies="Task 4.4", line=20, depends_on_unresolved=["4.4"]),
        row("Phase 2", dependencies="Phase 9", line=21, depends_on_unresolved=["phase:9"]),
    )
    assert found(phase(1, task("1.1", 8)), taken_over, timeline=timeline) == [
        ("PLAN201", 20, "the row “Phase 1” waits for 4.4, which is not in this plan"),
        ("PLAN201", 21, "the row “Phase 2” waits for Phase 9, which is not in this plan"),
    ]


def test_phases_before_the_first_are_of_an_earlier_plan():
    """A plan may go on where another one ended: its first phase waits for the last of that one."""
    first = phase(16, task("16.1", 8, "15.2"), task("16.2", 8, "17.9", line=8), line=5)
    first = replace(first, depends_on_unresolved=refs("phase:15"))
    assert found(first, phase(17, task("17.1", 8))) == [
        ("PLAN201", 8, "task 16.2 waits for 17.9, which is not in this plan")
    ]
    zero = replace(phase(1, line=5), depends_on_unresolved=refs("phase:0"))
    assert found(zero) == [("PLAN201", 5, "Phase 1 waits for Phase 0, which is not in this plan")]


def test_phases_that_a_plan_leaves_out():
    """Several in a row are told elsewhere, as those that are over; one alone is missing."""
    late = replace(phase(12, line=5), depends_on_unresolved=refs("phase:11"))
    assert found(phase(1), phase(2), late) == []
    third = replace(phase(4, line=5), depends_on_unresolved=refs("phase:3"))
    assert [code for code, _, _ in found(phase(1), phase(2), third)] == ["PLAN201"]


def test_tasks_of_a_tracker_that_a_plan_leaves_out():
    """It counts the tasks of many plans: those before the first of this one, and several in a row, stand elsewhere."""
    tasks = (task("OPS-44", 8, "OPS-41"), task("OPS-45", 8, "OPS-43"), task("OPS-53", 8, "OPS-50"))
    assert found(phase(1, *tasks)) == []
    assert [code for code, _, _ in found(phase(1, *tasks, task("OPS-54", 8, "OPS-99")))] == ["PLAN201"]
    assert [code for code, _, _ in found(phase(1, *tasks, task("OPS-55", 8, "OPS-54")))] == ["PLAN201"]
    assert [code for code, _, _ in found(phase(1, *tasks, task("OPS-54", 8, "DEV-41")))] == ["PLAN201"]


def test_row_of_an_unknown_phase():
    """A row for a phase that the plan does not have."""
    timeline = (row("Phase 1", line=20), row("Phase 3: Rollout", line=21, phases_unresolved=["phase:3"]))
    message = "the Timeline Summary has a row for Phase 3, which is not in this plan"
    assert found(phase(1), phase(2), timeline=timeline) == [("PLAN201", 21, message)]


# Cycles


def test_reference_to_itself():
    """A task, a sub-task or a phase that waits for itself."""
    part = replace(task("1.2", 8), subtasks=(task("1.2.1", None, "1.2.1", line=6),))
    itself = replace(phase(2, hours=8, line=9), depends_on=refs("phase:1"), depends_on_itself=True)
    said = phase(3, hours=8, line=12, depends_on=["phase:3"])
    assert found(phase(1, task("1.1", 8, "1.1", line=3), part), itself, said) == [
        ("PLAN202", 3, "task 1.1 waits for itself"),
        ("PLAN202", 6, "task 1.2.1 waits for itself"),
        ("PLAN202", 9, "Phase 2 waits for itself"),
        ("PLAN202", 12, "Phase 3 waits for itself"),
    ]


def test_cycle():
    """The reference that closes a cycle, in the order of the text, is the one that is found."""
    ring = phase(1, task("1.1", 8, "1.2", line=3), task("1.2", 8, "1.1", line=4))
    message = "task 1.2 waits for task 1.1, which waits for it in turn: a cycle; this reference is left out"
    assert found(ring) == [("PLAN203", 4, message)]


def test_cycle_across_phases():
    """A task that waits for a phase that waits for its own."""
    one, two = phase(1, task("1.1", 8, "phase:2", line=3)), phase(2, task("2.1", 8), depends_on=["phase:1"], line=5)
    message = "Phase 2 waits for Phase 1, which waits for it in turn: a cycle; this reference is left out"
    assert found(one, two) == [("PLAN203", 5, message)]


def test_cycle_of_subtasks():
    """Sub-tasks in a cycle, in one task or in several; that a part and its whole name each other is none."""
    one = replace(task("1", 8, "1.1"), subtasks=(task("1.1", None, "1.2", line=3), task("1.2", None, "1.1", line=4)))
    two = replace(task("2", 8), subtasks=(task("2.1", None, "2", line=6), task("2.2", None, "3.1", line=7)))
    three = replace(task("3", 8), subtasks=(task("3.1", None, "2.2", line=9), task("3.2", None, "9.9.9", line=10)))
    assert [(code, line) for code, line, _ in found(phase(1, one, two, three))] == [
        ("PLAN203", 4),
        ("PLAN203", 9),
        ("PLAN201", 10),
    ]


def test_subtasks_that_wait_for_whole_tasks():
    """A part of one task waits for another task, and a part of that one for the first; or a part only for itself. What
    a sub-task is made of may be named."""
    one = replace(task("1", 8), subtasks=(task("1.1", None, "2", line=3),))
    two = replace(task("2", 8), subtasks=(task("2.1", None, "1", line=5),))
    assert [(code, line) for code, line, _ in found(phase(1, one, two))] == [("PLAN203", 5)]
    itself = replace(task("1", 8), subtasks=(task("1.1", None, "1.1", line=3),))
    assert found(phase(1, itself)) == [("PLAN202", 3, "task 1.1 waits for itself")]
    inner = replace(task("1.1", None, "1.1.1"), subtasks=(task("1.1.1", None, "1.1"),))
    assert found(phase(1, replace(task("1", 8), subtasks=(inner,)))) == []


def test_subtasks_across_tasks_are_no_cycle():
    """Sub-tasks of two tasks that wait for one another's, but in no cycle, are fine."""
    one = replace(task("1", 8), subtasks=(task("1.1"), task("1.2", None, "2.1")))
    two = replace(task("2", 8), subtasks=(task("2.1"), task("2.2", None, "1.1")))
    assert found(phase(1, one, two)) == []


# Ids


def test_second_id():
    """A second task of the same id, where something refers to it."""
    twice = (task("1.1", 8, line=3), task("1.1@L4", 8, line=4))
    assert found(phase(1, *twice)) == []
    assert found(phase(1, *twice, task("1.2", 8, "1.1", line=5))) == [
        ("PLAN204", 4, "a second task is called 1.1; references mean the first one, in line 3")
    ]


# Sums


@pytest.mark.parametrize(
    ("heading", "estimates", "differs"),
    [
        (est(16), (8, 8), False),
        (est(16, 24), (8, est(8, 16)), False),
        (est(24, 32), (8, 8), True),
        (est(8), (8, 8), True),
        (est(8), (8, 0.005), False),
        (est(16), (8,), True),
        (est(), (8, 8), False),
        (est(24), (8, 8, None), False),  # what is not estimated takes what is left
        (est(8), (8, 8, None), True),
        (est(8), (), False),
    ],
)
def test_sum_of_a_phase(heading, estimates, differs):
    """Where heading and tasks have no length in common, the tasks are scheduled and the reader is told."""
    tasks = [task(f"1.{number}", hours) for number, hours in enumerate(estimates, 1)]
    findings = found(phase(1, *tasks, hours=heading, line=3))
    assert [(code, line) for code, line, _ in findings] == ([("PLAN205", 3)] if differs else [])


def test_words_of_a_sum():
    """Ranges are said as ranges; what was cancelled does not count."""
    made = phase(1, task("1.1", est(4, 6)), task("1.2", 40, state=State.CANCELLED), hours=est(8, 16), line=3)
    message = "Phase 1 is estimated at 8-16 h, its tasks at 4-6 h together; the tasks are scheduled"
    assert found(made) == [("PLAN205", 3, message)]


@pytest.mark.parametrize(
    ("total", "rows", "differs"),
    [
        (est(24), (8, 16), False),
        (est(25), (8, 16), True),
        (est(24), (est(8, 12), 12), False),  # one value within the range
        (est(20, 24), (est(8, 12), 12), False),
        (est(20, 25), (est(8, 12), 12), True),
        (est(19, 24), (est(8, 12), 12), True),
        (est(24.005), (8, 16), False),
        (est(40), (8, None), False),
        (est(40), (), False),
        (None, (8, 16), False),
        (est(), (8, 16), False),
    ],
)
def test_total(total, rows, differs):
    """The total of the Timeline Summary is the sum of its rows, or lies within it."""
    timeline = tuple(row(f"Step {number}", hours, line=20 + number) for number, hours in enumerate(rows))
    findings = found(phase(1, task("1.1", 8)), timeline=timeline, timeline_total=total)
    assert [(code, line) for code, line, _ in findings] == ([("PLAN206", 20 + len(rows))] if differs else [])


def test_rows_against_headings():
    """A row of the Timeline Summary that gives a phase another length than its heading."""
    phases = (phase(1, hours=8), phase(2, hours=est(8, 16)), phase(3))
    timeline = (
        row("Phase 1: Part", 16, line=20, about="1"),
        row("2. Part", est(16, 24), line=21, about="2"),
        row("Phase 3", 8, line=22, about="3"),
        row("Phase 4", 16, line=23),
    )
    message = "the Timeline Summary gives Phase 1 16 h, its heading 8 h; the heading counts"
    assert found(*phases, timeline=timeline) == [("PLAN208", 20, message)]


# Days


def test_due_plan():
    """A plan that ends after the day it is due."""
    work = phase(1, task("1.1", 16))
    message = "the plan is due 2026-01-12, and planned to be finished 2026-01-13"
    assert found(work, due=MONDAY) == [("PLAN207", 1, message)]
    assert found(work, due=dt.date(2026, 1, 13)) == []
    assert found(work, due=MONDAY, start=None) == []


def test_due_task():
    """A task that ends after the day it is due."""
    late = task("1.2", 8, due=MONDAY, line=4)
    message = "task 1.2 is due 2026-01-12, and planned to be finished 2026-01-13"
    assert found(phase(1, task("1.1", 8, due=MONDAY), late)) == [("PLAN207", 4, message)]
    starts_late = task("1.1", 8, due=MONDAY, start=dt.date(2026, 1, 14), line=3)
    assert [each[:2] for each in found(phase(1, starts_late))] == [("PLAN211", 3), ("PLAN207", 3)]
    assert found(phase(1, task("1.1", 8, due=dt.date(2026, 1, 2), line=3)))[0][:2] == ("PLAN207", 3)
    late_phase = {"due": MONDAY, "line": 5}
    assert found(phase(1, task("1.1", 16)), phase(2, task("2.1", 8), **late_phase))[0][:2] == ("PLAN207", 5)


def test_what_is_over_is_not_told_to_be_shorter():
    """A cancelled phase or task is no more to be mended."""
    over = task("1.2", 8, due=MONDAY, line=4, state=State.CANCELLED)
    cancelled = phase(2, task("2.1", 8), due=MONDAY, line=5, state=State.CANCELLED)
    assert [each for each in found(phase(1, task("1.1", 16), over), cancelled) if each[0] == "PLAN207"] == []


def test_nobody_planned_the_end_of_what_has_no_length():
    """A task without an estimate ends when what it waits for ends; its share of its phase is nobody's plan."""
    due, work = dt.date(2026, 1, 2), task("1.1", 16, line=3)
    assert found(phase(1, task("1.0", None, due=due), work), phase(2, task("2.1", 8))) == []
    assert found(phase(1, task("1.1", None, due=due), task("1.2", None, due=due), hours=40)) == []
    waiting = task("1.2", None, "1.1", due=MONDAY, line=4)
    assert [each[:2] for each in found(phase(1, work, waiting))] == [("PLAN207", 4)]


def test_due_on_a_day_border():
    """What takes no time is finished with what it waits for, even where the next day is the one it starts on."""
    assert found(phase(1, task("1.1", 8), task("1.2", due=MONDAY), task("1.3", 1))) == []


def test_nobody_estimated():
    """Where nothing takes time there is no finish to be late by."""
    assert found(phase(1, task("1.1", due=dt.date(2026, 1, 2))), due=MONDAY) == []


def test_days_in_the_wrong_order():
    """What is said to be last is not before what is said to be first."""
    work = phase(1, task("1.1", 8, line=3))
    before = dt.date(2026, 1, 2)
    assert found(work, created=MONDAY, last_updated=before) == [
        ("PLAN211", 1, "the plan is created 2026-01-12, and last updated 2026-01-02, before that")
    ]
    assert found(work, created=MONDAY, last_updated=MONDAY) == []
    assert ("PLAN211", 1, "the plan is to start 2026-01-12, and due 2026-01-02, before that") in found(work, due=before)
    dated = phase(1, task("1.1", 8, start=MONDAY, due=before, line=3))
    assert ("PLAN211", 3, "task 1.1 is to start 2026-01-12, and due 2026-01-02, before that") in found(dated)


def test_the_day_is_over():
    """A plan whose day has passed with work left; not where nobody tracks it, or all is done."""
    after = dt.date(2026, 2, 2)
    work = phase(1, task("1.1", 8))
    assert found(work, today=after) == [
        ("PLAN212", 1, "by its dates and estimates the plan was to be finished 2026-01-12, and work is left")
    ]
    assert found(work, status=Status.DRAFT, today=after) == []  # estimates alone promise nothing
    assert found(work, status=Status.DRAFT, due=dt.date(2026, 1, 30), today=after) != []
    due = found(work, due=dt.date(2026, 1, 30), today=after)
    assert due == [("PLAN212", 1, "the plan was due 2026-01-30, and work is left")]
    assert found(work, due=after, today=after) == []
    assert found(phase(1, task("1.1", 8, state=State.DONE)), today=after) == []
    assert found(phase(1, task("1.1", 8, state=None)), today=after) == []


# What is left out, or said in two ways


@pytest.mark.parametrize(
    ("status", "states", "message"),
    [
        (Status.COMPLETE, (State.DONE, State.OPEN), "the plan says Words, and 1 of 2 tasks is not done"),
        (Status.NOT_STARTED, (State.DONE, State.OPEN), "the plan says Words, and 1 of 2 tasks is done"),
        (Status.DRAFT, (State.DONE, State.OPEN), "the plan says Words, and 1 of 2 tasks is done"),
        (Status.IN_PROGRESS, (State.DONE, State.DONE), "the plan says Words, and all of its 2 tasks are done"),
        (Status.IN_PROGRESS, (State.DONE, State.OPEN), None),
        (Status.IN_PROGRESS, (None, None), None),
        (Status.COMPLETE, (State.DONE, State.CANCELLED), None),
        (Status.COMPLETE, (None, None), None),
        (Status.ON_HOLD, (State.DONE, State.OPEN), None),
        (None, (State.DONE, State.DONE), None),
    ],
)
def test_status_against_boxes(status, states, message):
    """The Status of a plan, and what its boxes say."""
    work = phase(1, *(task(f"1.{number}", 8, state=state) for number, state in enumerate(states, 1)))
    expected = [("PLAN213", 1, message)] if message else []
    assert found(work, status=status, declared_status=status and "Words") == expected
    written = found(work, status=status, declared_status=status and "Words", status_source=Written("Words", 4))
    assert [line for _, line, _ in written] == [4 for _ in expected], "where the Status stands"


def test_done_before_what_it_waits_for():
    """A task that is ticked while one that it states is open; what is not tracked, or a part of it, is no contradiction."""
    done = task("1.2", 8, "1.1", state=State.DONE, line=5)
    message = "task 1.2 is done, and task 1.1, which it waits for, is not"
    assert found(phase(1, task("1.1", 8), done)) == [("PLAN209", 5, message)]
    for state in (None, State.DONE, State.CANCELLED):
        assert found(phase(1, task("1.1", 8, state=state), done)) == []


def test_high_risks_without_an_answer():
    """One line for all of them, at the first; a risk that is closed, low, or looked after is none of them."""

    def risk(number, **fields):
        return Risk(
            risk_id(str(number)), f"Risk {number}", 90 + number, "", Level.HIGH, Level.MEDIUM, Level.HIGH, **fields
        )

    answered = (
        risk(1, mitigation="Try"),
        risk(2, contingency="Stop"),
        risk(3, owner="Ana"),
        risk(4, state=RiskState.CLOSED),
        risk(11, says_more=True),
    )
    assert found(phase(1, task("1.1", 8)), risks=(*answered, replace(risk(5), impact=Level.LOW))) == []
    bare = tuple(map(risk, range(6, 11)))
    message = "nothing is said of what is done about a high risk: “Risk 6”, “Risk 7”, “Risk 8” and 2 more"
    assert found(phase(1, task("1.1", 8)), risks=(*answered, *bare)) == [("PLAN214", 96, message)]


def test_a_phase_that_counts_nowhere():
    """It has nothing that counts while at least half of the others have tasks."""
    work = phase(1, task("1.1", 8))
    other = phase(4, task("4.1", 8))
    message = "Phase 2, Phase 3 count nowhere: no list, no estimate and no state"
    assert found(work, phase(2, line=9), phase(3, line=12), other) == [("PLAN215", 9, message)]
    assert found(work, phase(2, line=9), phase(3, line=12)) == []
    assert found(work, phase(2, hours=8)) == []
    assert found(work, phase(2, state=State.DONE)) == []
    assert found(work, phase(2, has_lists=True)) == []
    assert found(work, phase(2, line=9), phase(2, hours=8, line=20)) == []
    assert found(phase(1), phase(2)) == []


@pytest.mark.parametrize(
    ("part", "is_one"), [("2A", True), ("2.1", True), ("2-b", True), ("2.1.3", True), ("21", False)]
)
def test_a_phase_whose_parts_have_the_work(part, is_one):
    """By their numbers they are parts of it: then it counts through them."""
    assert (found(phase(1, task("1.1", 8)), phase(2), phase(part, task("3.1", 8))) == []) is is_one


def test_thousands_of_phases_without_work_are_not_compared_with_each_other():
    """What counts is looked up by its number."""
    phases = [phase(n, task(f"{n}.1", 8)) for n in range(4000)] + [phase(n) for n in range(4000, 8000)]
    made = plan(*phases)
    subject = Subject(made, None, measure(made, None, MONDAY, 30), Calendar())
    assert len(list(gaps._phases_without_work(subject))) == 1
    assert takes_less_than(0.5, lambda: list(gaps._phases_without_work(subject)))


def test_ticked_though_parts_are_open():
    """One finding for the plan. Parts without a box, or that are over, are no contradiction."""
    open_part, done_part = task("1.1.1", 8, line=4), task("1.1.2", 8, state=State.DONE, line=5)
    ticked = task("1.1", None, state=State.DONE, line=3, subtasks=(open_part, done_part))
    message = "ticked, though boxes below are open, which count as done: task 1.1 (1 open)"
    assert ("PLAN217", 3, message) in found(phase(1, ticked))
    for state in (None, State.DONE, State.CANCELLED):
        whole = replace(ticked, subtasks=(replace(open_part, state=state), done_part))
        assert "PLAN217" not in [code for code, _, _ in found(phase(1, whole))]
    assert "PLAN217" not in [code for code, _, _ in found(phase(1, replace(ticked, state=State.OPEN)))]


def test_a_few_tasks_without_an_estimate():
    """One finding names them, where most others have one. Without a schedule nothing counts them."""
    estimated = [task(f"1.{number}", 8) for number in range(1, 7)]
    few = [task("2.1", None, line=20), task("2.2", None, line=22)]
    message = "task 2.1, task 2.2 have no estimate, so the finish counts no time for them"
    assert found(phase(1, *estimated), phase(2, *few)) == [("PLAN216", 20, message)]
    message = "task 2.1 has no estimate, so the finish counts no time for it"
    assert found(phase(1, *estimated, few[0])) == [("PLAN216", 20, message)]
    assert found(phase(1, *estimated[:5]), phase(2, *few)) == []
    assert found(phase(1, *estimated), phase(2, *few, hours=8)) == []
    done = replace(few[0], state=State.DONE)
    assert found(phase(1, *estimated, done)) == []


def test_a_phase_with_a_list_says_something():
    """Whatever is read from it: it may be meant as work, or as none. Running text says nothing that counts."""
    head = "---\nplan: true\n---\n# Plan: Boat\n\n## Phase 1: Hull\n\n- [ ] Saw\n\n## Phase 2: Sails\n\n"
    for below in (
        "Later:\n\n- Silk\n",
        "1. Sew\n",
        "```yaml\nsails: 2\n```\n",
        "### Ideas\n\n- Silk\n",
        "### 2.1 Ideas\n\n- Silk\n",
        "| Sail | Colour |\n|---|---|\n| Jib | red |\n",
    ):
        assert read(head + below).plan.phases[1].has_lists
    assert not read(head + "Sew them all.\n").plan.phases[1].has_lists


def test_a_phase_of_phases_is_not_empty():
    """Its parts are told by their numbers; 10 is no part of 1."""
    parts = (phase("2A", task("T1", 8)), phase("2.1", task("T2", 8)))
    assert found(phase(2, line=4), *parts) == []
    assert [code for code, _, _ in found(phase(1, line=4), phase(10, task("T1", 8)))] == ["PLAN215"]


def test_team():
    """A team whose hours are fewer than the work is; more are none of our business, and one unsaid is no sum."""

    def team(*hours):
        return Resources(team=tuple(TeamMember("Engineer", each) for each in hours))

    work, rest = phase(1, task("1.1", est(40, 60))), {"sections": {"resources": 70}}
    message = "the team has 36 h, the work is estimated at 40-60 h"
    assert found(work, resources=team(20, 16), **rest) == [("PLAN210", 70, message)]
    for hours in ((40,), (200,), (20, None), ()):
        assert found(work, resources=team(*hours), **rest) == []


def test_lengths_are_said_as_written():
    """In the unit of the author, of whatever length a day has; in hours where rounding would hide the difference."""
    heading, calendar = Estimate("3 days", 18.0, None, 18.0), Calendar(hours_per_day=6)

    def message(tasks_hours, heading=heading):
        ((_, _, words),) = found(phase(1, task("1.1", tasks_hours), hours=heading), calendar=calendar)
        return words.partition(";")[0]

    assert message(24) == "Phase 1 is estimated at 3 days, its tasks at 4 days together"
    assert message(est(6, 9)) == "Phase 1 is estimated at 3 days, its tasks at 1-1.5 days together"
    assert message(18.1) == "Phase 1 is estimated at 18 h, its tasks at 18.1 h together"
    assert (
        message(30, Estimate("2 weeks", 60.0, None, 60.0))
        == "Phase 1 is estimated at 2 weeks, its tasks at 1 week together"
    )


# All of them


def test_levels():
    """What is wrong in the text is a warning; estimates and days are a judgement."""
    one = phase(1, task("1.1", 8, "1.1", "9.9"), task("1.2", 8, "1.3"), task("1.3", 8, "1.2"), hours=8)
    two = phase(2, task("2.1", 8), task("2.1@L9", 8, "2.1", line=9))
    timeline = (row("Phase 1", 16, about="1"), row("Phase 2", 16, about="2"))
    made = plan(one, two, timeline=timeline, timeline_total=est(8), due=MONDAY)
    levels = {each.code: each.level for each in checked(made)}
    warnings = {"PLAN201", "PLAN202", "PLAN203", "PLAN204", "PLAN206"}
    assert {code for code, level in levels.items() if level is Severity.WARNING} == warnings
    assert {code for code, level in levels.items() if level is Severity.INFO} == {"PLAN205", "PLAN207", "PLAN208"}


def test_templates_are_not_checked():
    """In a template nothing is meant."""
    assert found(phase(1, task("1.1", 8, "9.9"), hours=1), is_template=True) == []


@given(plans(), calendars)
def test_any_plan(made, calendar):
    """Any plan can be checked; the findings stand in the order of the lines, and say what and how."""
    findings = checked(made, calendar)
    assert [each.line for each in findings] == sorted(each.line for each in findings)
    assert all(each.code in FINDINGS and each.message and each.hint for each in findings)
    assert findings == () or not made.is_template
