"""One rule for what is done, begun and cancelled: counters, readiness, status, schedule and views say the same."""

import datetime as dt

import pytest
from made_plans import MONDAY, phase, plan, ref, refs, task
from msgspec import structs
from schedules import sentences_of
from shown import entry, text, views

from mkdocs_planplugin.measure import Count, measure
from mkdocs_planplugin.model import Calendar, ChecklistItem, State, Status
from mkdocs_planplugin.reading import read
from mkdocs_planplugin.schedule import schedule

DONE, OPEN, BEGUN, DEAD = State.DONE, State.OPEN, State.IN_PROGRESS, State.CANCELLED
TODAY = MONDAY + dt.timedelta(2)


def parent(state, *parts, name="1.1", **rest):
    """A task with sub-tasks of these states."""
    subtasks = tuple(task(f"{name}.{number}", 4, state=part) for number, part in enumerate(parts, 1))
    return structs.replace(task(name, 8, state=state, **rest), subtasks=subtasks)


def looked_at(made):
    """Measures and schedule of a plan."""
    planned = schedule(made, Calendar(), TODAY)
    return measure(made, planned, TODAY, 30), planned


def test_a_parent_is_done_when_its_tracked_parts_are():
    """What nobody tracks is left out: by the counter, for those that wait, and in the forecast."""
    text = (
        "# Implementation Plan: X\n\n**Status:** In Progress\n**Created:** 2026-01-12\n\n## Implementation Phases\n\n"
        "### Phase 1: A\n\n- [ ] **Task 1.1:** A (8h)\n  - [x] Task 1.1.1\n  - Task 1.1.2\n"
        "- [x] **Task 1.2:** B (8h)\n\n### Phase 2: C\n\n- [ ] **Task 2.1:** C (8h)\n"
    )
    made = read(text).plan
    measures, planned = looked_at(made)
    assert measures.phases[0].tasks == Count(done=2, total=2, untracked=1)
    assert made.phases[0].current_state is DONE
    assert measures.readiness[ref("2.1")].ready
    assert planned.forecast.critical_path == refs("2.1")
    assert [item.done for item in planned.items] == [True, True, False]
    assert "✓ complete · 2 of 2 tasks" in text_of_phase(made, 1)


def text_of_phase(made, number):
    return text(views(made, today=TODAY)[f"progress:phase:{number}"])


@pytest.mark.parametrize(
    ("own", "parts", "outcome"),
    [
        (OPEN, [DONE, None], DONE),
        (None, [DONE, DEAD], DONE),
        (OPEN, [DEAD, DEAD], DEAD),
        (OPEN, [DEAD, None], None),
        (OPEN, [None, None], None),
        (None, [None], None),
        (DONE, [OPEN], DONE),
        (DEAD, [DONE, OPEN], DEAD),
        (BEGUN, [DONE, OPEN], None),
        (DONE, [], DONE),
        (State.DEFERRED, [], None),
    ],
)
def test_how_a_task_has_ended(own, parts, outcome):
    """By its own tick, else by its parts that are tracked; readiness and the schedule go by the same."""
    made = plan(phase(1, parent(own, *parts)), phase(2, task("2.1", 8)))
    assert made.phases[0].tasks[0].outcome is outcome
    measures, planned = looked_at(made)
    assert measures.outcomes.get(ref("1.1")) is outcome
    assert planned.items[0].outcome is outcome
    assert (planned.items[0].remaining is None) == (outcome is not None)


def test_parts_of_what_has_ended():
    """Below a ticked task everything is done but what was given up; below a cancelled one everything is cancelled. So
    the counters say, and nobody is told to begin with it."""
    made = plan(phase(1, parent(DONE, OPEN, DEAD, None), parent(DEAD, OPEN, DONE, name="1.2"), task("1.3")))
    measures, _ = looked_at(made)
    assert measures.progress.tasks == Count(done=1, total=2, cancelled=3, untracked=1)
    assert measures.outcomes == {
        ref("1.1"): DONE,
        ref("1.1.1"): DONE,
        ref("1.1.2"): DEAD,
        ref("1.1.3"): DONE,
        ref("1.2"): DEAD,
        ref("1.2.1"): DEAD,
        ref("1.2.2"): DEAD,
    }
    assert measures.next == refs("1.3")


# Phases that speak for themselves

PROSE = (
    "# Implementation Plan: X\n\n**Created:** 2026-01-12\n\n## Implementation Phases\n\n"
    "### Phase 1: A (3 days) ✅ COMPLETE\n\nProse.\n\n### Phase 2: B (3 days) ✅ COMPLETE\n\nProse.\n"
)


def test_phases_without_tasks_say_how_far_they_are():
    """What their headings say is counted, shown, and the status that the plan does not declare."""
    made = read(PROSE).plan
    measures, planned = looked_at(made)
    assert (measures.progress.phases, measures.derived_status) == (Count(done=2, total=2), Status.COMPLETE)
    assert planned.forecast is None
    shown = views(made, today=TODAY)
    assert "Complete" in text(shown["summary"])
    assert "(from the phases)" in text(shown["summary"])
    assert "2 of 2 phases done" in text(shown["summary"])
    assert "No tasks yet" not in text(shown["summary"])
    assert text(shown["progress:phase:1"]) == "✓ complete"


def test_a_phase_that_says_nothing_is_not_begun():
    """Where others do, its silence is an answer."""
    made = read(f"{PROSE}\n### Phase 3: C (2 days)\n\nProse.\n").plan
    measures, planned = looked_at(made)
    assert (measures.progress.phases, measures.derived_status) == (Count(done=2, total=3), Status.IN_PROGRESS)
    assert [str(name) for name in planned.forecast.critical_path] == ["P3"]
    assert "2 of 3 phases done" in text(views(made, today=TODAY)["summary"])


def test_a_phase_is_done_with_its_plain_tasks():
    """Tasks without boxes are over where their phase says that it is; those of another one are not."""
    tasks = [task(f"{number}.1", 8, state=None) for number in (1, 2, 3)]
    one, two = (phase(number, tasks[number - 1], state=state) for number, state in ((1, DONE), (2, BEGUN)))
    made = plan(one, two, phase(3, tasks[2]))
    measures, planned = looked_at(made)
    assert measures.progress.tasks == Count(untracked=3)
    assert (measures.progress.phases, measures.derived_status) == (Count(done=1, total=3), Status.IN_PROGRESS)
    assert [item.done for item in planned.items] == [True, False, False]
    assert measures.readiness[ref("3.1")].waits_for == refs("phase:2")


def test_what_says_nothing_may_still_be_open():
    """A tick at one of the plain tasks of a phase does not finish the others: the headline, the phase and the forecast
    agree. Where the phase itself says that it is done, they are."""
    text_of = "# Plan\n\n**Created:** 2026-01-12\n\n## Phase 1: Core{}\n\n1. ✅ Students (1 day)\n2. Faculty (3 days)\n"
    made, ended = read(text_of.format("")).plan, read(text_of.format(" ✅ COMPLETE")).plan
    measures, planned = looked_at(made)
    assert measures.progress.tasks == Count(done=1, total=1, untracked=1)
    assert (measures.derived_status, made.phases[0].current_state) == (Status.IN_PROGRESS, BEGUN)
    assert len(planned.forecast.critical_path) == 1
    shown = text(views(made, today=TODAY)["summary"])
    assert "1 of 1 task done 1 not tracked" in shown
    assert "Done." not in shown
    without_lengths = read(text_of.format("").replace(" (1 day)", "").replace(" (3 days)", "")).plan
    assert "1 of 1 task is done, 1 is not tracked" in text(views(without_lengths, today=TODAY)["summary"])
    assert looked_at(ended)[0].derived_status is Status.COMPLETE


def test_boxes_win_over_what_a_phase_says():
    """A phase that calls itself complete over an open box is in progress."""
    made = plan(phase(1, task("1.1", state=DONE), task("1.2"), state=DONE))
    assert (made.phases[0].outcome, made.phases[0].current_state) == (None, BEGUN)
    assert looked_at(made)[0].progress.phases == Count()


def test_a_cancelled_phase_settles_its_work():
    """Out of the totals, out of the schedule and of the effort, and shown as cancelled; the wait goes past it."""
    dead = phase(2, task("2.1", 8, state=DONE), task("2.2", 40), task("2.3", state=None), state=DEAD, hours=48)
    dead = structs.replace(dead, criteria=(ChecklistItem("box", OPEN, 9),))
    made = plan(phase(1, task("1.1", 8)), dead, phase(3, task("3.1", 8)))
    measures, planned = looked_at(made)
    assert measures.progress.tasks == Count(done=0, total=2, cancelled=3)
    assert measures.progress.criteria == Count(cancelled=1)
    assert measures.estimate.max_hours == 16
    assert planned.duration_hours == 16
    assert [item.outcome for item in planned.items] == [None, DEAD, DEAD, DEAD, None]
    assert measures.readiness[ref("2.2")].waits_for == ()
    assert measures.readiness[ref("3.1")].waits_for == refs("phase:1")
    assert "Cancelled phases take no time: Phase 2." in sentences_of(planned)
    assert text_of_phase(made, 2) == "✕ cancelled · no tasks left"
    assert "✕ cancelled" in text(views(made, today=TODAY)["tasks:a-2.2"])


def test_a_cancelled_phase_holds_nobody_up_by_its_time():
    """The weeks in its heading do not count."""
    text = "# Plan\n\n## Phase 1 (Week 1): A\n\n- [ ] a\n\n## Phase 2 (Week 9): B (cancelled)\n\n- [ ] b\n\n## Phase 3: C (2 days)\n"
    made = structs.replace(read(text).plan, start=MONDAY)
    assert made.phases[1].outcome is DEAD
    assert schedule(made, Calendar(), TODAY).duration_hours == 56


def test_a_plan_of_cancelled_phases():
    """It is cancelled itself; one cancelled phase among others is not the end."""
    assert plan(phase(1, state=DEAD), phase(2, state=DEAD)).derived_status is Status.CANCELLED
    assert plan(phase(1, state=DEAD), phase(2)).derived_status is Status.NOT_STARTED


def test_phases_of_criteria_only():
    """They are done when all of these are met."""
    met, unmet = (ChecklistItem("box", state, 9) for state in (DONE, OPEN))
    one, two = (structs.replace(phase(number, hours=8), criteria=(item,)) for number, item in ((1, met), (2, unmet)))
    made = plan(one, two)
    assert [each.current_state for each in made.phases] == [DONE, None]
    assert made.derived_status is Status.IN_PROGRESS
    assert [item.done for item in schedule(made, Calendar(), TODAY).items] == [True, False]


def test_what_nobody_tracks_is_forecast():
    """A plan is not shown as complete while nobody tracks a part of it, and its forecast is that of this part."""
    made = plan(phase(1, task("1.1", 8, state=DONE)), phase(2, task("2.1", 8, state=None)))
    assert not entry(made, today=TODAY).finished
    assert [str(name) for name in schedule(made, Calendar(), TODAY).forecast.critical_path] == ["2.1"]
