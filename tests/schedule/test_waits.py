"""Who waits for whom: what is said, what is assumed, and which references are left out."""

from __future__ import annotations

import datetime as dt

from made_plans import MONDAY, phase, ref, refs, task
from msgspec.structs import replace
from schedules import days_of, hours_of, scheduled, sentences_of, waits_of

from mkdocs_planplugin.model import State
from mkdocs_planplugin.schedule import IgnoredDependency


def test_order_as_written():
    """A task that says nothing waits for the task before it in its phase, and the reader is told."""
    result = scheduled(phase(1, task("1.1", 8), task("1.2", 8)))
    assert hours_of(result) == {"1.1": (0, 8), "1.2": (8, 16)}
    assert sentences_of(result) == ("Tasks that name nothing they wait for follow the task before them: Task 1.2.",)


def test_parallel_branches():
    """A fork and a join: what waits for several tasks starts after the last of them."""
    result = scheduled(
        phase(1, task("a", 8), task("b", 16, "a"), task("c", 24, "a"), task("d", 8, "b", "c")),
    )
    assert hours_of(result) == {"a": (0, 8), "b": (8, 24), "c": (8, 32), "d": (32, 40)}
    assert waits_of(result) == {"a": (), "b": ("a",), "c": ("a",), "d": ("b", "c")}
    assert days_of(result) == {"a": (12, 12), "b": (13, 14), "c": (13, 15), "d": (16, 16)}


def test_none_waits_for_the_phase_only():
    """A task that depends on nothing, and one marked parallel that says nothing, wait for nothing but their phase."""
    result = scheduled(
        phase(1, task("1.1", 8)),
        phase(
            2, task("2.1", 8), task("2.2", 8, depends_on_nothing=True), task("2.3", 4, parallel=True), task("2.4", 1)
        ),
    )
    assert hours_of(result) == {"1.1": (0, 8), "2.1": (8, 16), "2.2": (8, 16), "2.3": (8, 12), "2.4": (12, 13)}
    assert waits_of(result) == {"1.1": (), "2.1": ("1.1",), "2.2": ("1.1",), "2.3": ("1.1",), "2.4": ("2.3",)}


def test_parallel_task_keeps_what_it_states():
    """A task marked parallel still waits for what it names."""
    assert waits_of(scheduled(phase(1, task("1.1", 8), task("1.2", 8, "1.1", parallel=True))))["1.2"] == ("1.1",)


def test_phases_in_sequence():
    """A phase that says nothing waits for the phase before it: for the tasks that end it."""
    result = scheduled(
        phase(1, task("1.1", 8), task("1.2", 8, "1.1"), task("1.3", 4, "1.1")),
        phase(2, task("2.1", 8), task("2.2", 8)),
    )
    assert hours_of(result)["2.1"] == (16, 24)
    assert waits_of(result)["2.1"] == ("1.2", "1.3")
    assert waits_of(result)["2.2"] == ("2.1",)
    assert [(span.start_hours, span.finish_hours, span.depends_on) for span in result.phases] == [
        (0, 16, ()),
        (16, 32, refs("phase:1")),
    ]
    assert "Phases that name nothing they wait for follow the phase before them: Phase 2." in sentences_of(result)


def test_stated_phase_dependencies():
    """A phase waits for what it or its row of the Timeline Summary states: other phases, tasks, or nothing."""
    result = scheduled(
        phase(1, task("1.1", 8), task("1.2", 8)),
        phase(2, task("2.1", 8), depends_on=["1.1"]),
        phase(3, task("3.1", 8), depends_on=[]),
        phase(4, task("4.1", 8), depends_on=["phase:1", "phase:3"]),
    )
    assert hours_of(result) == {"1.1": (0, 8), "1.2": (8, 16), "2.1": (8, 16), "3.1": (0, 8), "4.1": (16, 24)}
    assert waits_of(result)["4.1"] == ("1.2", "3.1")
    assert [span.depends_on for span in result.phases] == [(), refs("1.1"), (), refs("phase:1", "phase:3")]


def test_task_that_names_a_phase():
    """A task that names a phase waits for the finish of that phase, beside what its own phase waits for."""
    result = scheduled(
        phase(1, task("1.1", 8)),
        phase(2, task("2.1", 24)),
        phase(3, task("3.1", 8, "phase:2"), task("3.2", 8, "1.1"), depends_on=["phase:1"]),
    )
    assert hours_of(result) == {"1.1": (0, 8), "2.1": (8, 32), "3.1": (32, 40), "3.2": (8, 16)}
    assert waits_of(result)["3.1"] == ("1.1", "2.1")


def test_block():
    """A phase with an estimate and no tasks is one block: it waits and is waited for under `P` and its number."""
    result = scheduled(phase(1, task("1.1", 8)), phase(2, hours=16), phase(3, task("3.1", 8, "phase:2")))
    assert hours_of(result) == {"1.1": (0, 8), "P2": (8, 24), "3.1": (24, 32)}
    assert waits_of(result) == {"1.1": (), "P2": ("1.1",), "3.1": ("P2",)}
    assert [(item.kind, item.phase, str(item.phase_key)) for item in result.items] == [
        ("task", "1", "phase:1"),
        ("phase", "2", "phase:2"),
        ("task", "3", "phase:3"),
    ]


def test_block_ids_are_unique():
    """A block's id gives way to a task's; without a number it has its line."""
    result = scheduled(
        phase(1, hours=8, line=5), replace(phase(2, hours=8, line=9), number=None), tasks=(task("P1", 1),)
    )
    assert [str(item.id) for item in result.items] == ["P1@L5", "PL9", "P1"]


def test_empty_phase_passes_the_wait_on():
    """A phase without tasks and estimate is a milestone of no length: the chain holds through it."""
    result = scheduled(phase(1, task("1.1", 8)), phase(2), phase(3), phase(4, task("4.1", 8)), phase(5))
    assert hours_of(result) == {"1.1": (0, 8), "4.1": (8, 16)}
    assert waits_of(result)["4.1"] == ("1.1",)
    assert [(span.start_hours, span.finish_hours, span.items) for span in result.phases[1:3]] == [(8, 8, ())] * 2
    assert "Phases without tasks and without an estimate take no time: Phase 2, Phase 3, Phase 5." in sentences_of(
        result
    )


def test_unknown_references():
    """A task or phase whose references are all unknown follows the order as written, and is listed; beside a known
    one, an unknown one only is listed."""
    result = scheduled(
        phase(1, task("1.1", 8), task("1.2", 8, depends_on_unresolved=refs("Task 9")), task("1.3", 8, "1.1", "8.8")),
        replace(phase(2, task("2.1", 8)), dependencies="Phase 7", depends_on_unresolved=refs("Phase 7")),
    )
    assert hours_of(result) == {"1.1": (0, 8), "1.2": (8, 16), "1.3": (8, 16), "2.1": (16, 24)}
    assert "Task 1.2 names what is not in this plan (Task 9): that is not waited for." in sentences_of(result)
    assert "Task 1.3 names what is not in this plan (8.8): that is not waited for." in sentences_of(result)
    assert "Phase 2 names what is not in this plan (Phase 7): that is not waited for." in sentences_of(result)


def test_words_without_a_reference():
    """A task with words that name nothing follows the task before it."""
    assert waits_of(scheduled(phase(1, task("1.1", 8), task("1.2", 8, dependencies="a good day"))))["1.2"] == ("1.1",)


def test_loose_tasks():
    """Tasks outside any phase are a chain of their own, which waits for no phase and has no summary."""
    result = scheduled(phase(1, task("1.1", 8)), tasks=(task("L8", 4), task("L9", 4), task("L10", 4, "1.1")))
    assert hours_of(result) == {"1.1": (0, 8), "L8": (0, 4), "L9": (4, 8), "L10": (8, 12)}
    assert [str(item.id) for item in result.loose_items] == ["L8", "L9", "L10"]
    assert len(result.phases) == 1


def test_references_to_and_from_subtasks():
    """Who waits for a sub-task waits for its whole task, and what a sub-task waits for its whole task waits for;
    references inside one task hold nothing back."""
    whole = replace(task("1.1", 8), subtasks=(task("1.1.1"), task("1.1.2", None, "1.1.1", "1.4")))
    result = scheduled(
        phase(1, whole, task("1.2", 8, "1.1.1"), task("1.3", 8, depends_on_nothing=True), task("1.4", 8, "1.3"))
    )
    assert waits_of(result) == {"1.1": ("1.4",), "1.2": ("1.1",), "1.3": (), "1.4": ("1.3",)}
    assert "A sub-task counts as finished when its whole task is, for those that wait for it: Task 1.2." in (
        sentences_of(result)
    )
    assert "What a sub-task waits for, its whole task waits for: Task 1.1.2." in sentences_of(result)


# Cycles


def test_cycle():
    """The reference that closes a cycle, in the order of the text, is left out; the rest holds."""
    result = scheduled(
        phase(1, task("1.1", 8, "1.3"), task("1.2", 8, "1.1"), task("1.3", 8, "1.2", line=9), task("1.4", 8))
    )
    assert waits_of(result) == {"1.1": ("1.3",), "1.2": ("1.1",), "1.3": (), "1.4": ("1.3",)}
    assert hours_of(result) == {"1.1": (8, 16), "1.2": (16, 24), "1.3": (0, 8), "1.4": (8, 16)}
    assert result.ignored == (IgnoredDependency(ref("1.3"), ref("1.2"), 9),)
    assert "Task 1.3 names Task 1.2, which waits for it in turn: that is left out." in sentences_of(result)


def test_reference_to_itself():
    """A task that names itself, and one that names its own phase, do not wait for that."""
    result = scheduled(phase(1, task("1.1", 8, "1.1"), task("1.2", 8, "phase:1")))
    assert hours_of(result) == {"1.1": (0, 8), "1.2": (0, 8)}
    assert result.ignored == (
        IgnoredDependency(ref("1.1"), ref("1.1"), 1),
        IgnoredDependency(ref("1.2"), ref("phase:1"), 1),
    )
    assert "Task 1.1 names itself: that is left out." in sentences_of(result)


def test_phases_in_a_circle():
    """Of phases that wait for one another, the last reference in the text is left out."""
    result = scheduled(
        phase(1, task("1.1", 8), depends_on=["phase:2"]), phase(2, task("2.1", 8), depends_on=["phase:1"], line=30)
    )
    assert hours_of(result) == {"1.1": (8, 16), "2.1": (0, 8)}
    assert result.ignored == (IgnoredDependency(ref("phase:2"), ref("phase:1"), 30),)


def test_statement_overrules_assumption():
    """What is written holds against the order as written, and no cycle is reported for that."""
    result = scheduled(
        phase(1, task("1.1", 8, "1.3"), task("1.2", 8), task("1.3", 8, "1.2")), phase(2, task("2.1", 8, "1.1"))
    )
    assert hours_of(result) == {"1.1": (16, 24), "1.2": (0, 8), "1.3": (8, 16), "2.1": (24, 32)}
    assert result.ignored == ()
    assert "Task 1.2 does not follow Task 1.1, which waits for it." in sentences_of(result)


def test_subtasks_in_a_circle_are_no_cycle():
    """Tasks that wait for one another only through sub-tasks are cut like a cycle, but not reported as one."""
    one = replace(task("1", 8), subtasks=(task("1.1"), task("1.2", None, "2.1")))
    two = replace(task("2", 8), subtasks=(task("2.1"), task("2.2", None, "1.1")))
    result = scheduled(phase(1, one, two))
    assert waits_of(result) == {"1": ("2",), "2": ()}
    assert result.ignored == ()


def test_lags():
    """A task starts later than what it waits for is finished, or earlier; nothing is finished after the plan."""
    result = scheduled(
        phase(
            1,
            task("1.1", 16),
            task("1.2", 8, "1.1", lags={ref("1.1"): 24}),
            task("1.3", 4, "1.1", lags={ref("1.1"): -8}),
        ),
        phase(2, task("2.1", 8), depends_on=["1.1"], lags={ref("1.1"): 8}),
    )
    assert hours_of(result) == {"1.1": (0, 16), "1.2": (40, 48), "1.3": (8, 12), "2.1": (24, 32)}
    assert [item.slack_hours for item in result.items] == [0, 0, 36, 16]
    assert [item.free_slack_hours for item in result.items] == [0, 0, 36, 16]
    assert list(map(str, result.critical_path)) == ["1.1", "1.2"]


def test_lags_behind_what_is_done():
    """They count from its planned finish, at the latest from today, and not for what has begun."""
    done = task("1.1", 8, state=State.DONE)
    waiting = task("1.2", 8, "1.1", lags={ref("1.1"): 16})
    begun = task("1.3", 8, "1.1", state=State.IN_PROGRESS, lags={ref("1.1"): 80})
    result = scheduled(phase(1, done, waiting, begun), today=MONDAY + dt.timedelta(1))
    assert [item.remaining and item.remaining.start_hours for item in result.items] == [None, 24, 8]
    (sentence,) = (text for text in sentences_of(result) if "lag" in text)
    assert sentence.endswith("planned to be finished: Task 1.2.")
