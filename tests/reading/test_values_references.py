"""References to tasks and phases: what is one, and what only looks like one."""

import pytest
from any_text import CHARACTERS
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_planplugin.model import PhaseRef, TaskId
from mkdocs_planplugin.reading.values.references import ReferenceIndex, References


def refs(*names):
    """The tasks of these written ids, and the phases (`phase:1`)."""
    return tuple(PhaseRef(name[6:]) if name.startswith("phase:") else TaskId(name) for name in names)


def index_of(tasks=(), phases=()):
    """The index of these tasks, by their written ids, and of the phases of these numbers."""
    return ReferenceIndex([TaskId(task) for task in tasks], [PhaseRef(phase) for phase in phases])


NUMBERED = index_of(["1.1", "1.2", "1.3", "2.1", "2.2", "2.5", "3.11"], {"10", "3", "2a", "2.5", "2", "1", "0"})
NAMED = index_of(["T001", "T002", "T003", "T004", "TASK-001", "L27"], ["1", "2"])
NOTHING = References((), (), nothing=True)
PROSE = References((), (), nothing=False)


@pytest.mark.parametrize(
    "text",
    [
        "None",
        "none.",
        "**None**",
        "N/A",
        "-",
        "—",
        "nothing",
        "No dependencies",
        "None (can start immediately)",
        "None (can be parallel)",
        "None added",
        "None — first task",
        "None until the kick-off",
        "Keine",
        "Aucune",
        "ninguna",
        "нет",
        "なし",
        "无",
        "없음",
    ],
)
def test_the_author_says_none(text):
    """A word for nothing, whatever explains it, is a statement of its own."""
    assert NUMBERED.read(text) == NOTHING


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Task 1.1", ["1.1"]),
        ("task 1.1", ["1.1"]),
        ("Task #1.1", ["1.1"]),
        ("Task1.1", ["1.1"]),
        ("Task-1.1", ["1.1"]),
        ("**Task 1.1:** the schema", ["1.1"]),
        ("1.1", ["1.1"]),
        ("1.1.", ["1.1"]),
        ("#1.1", ["1.1"]),
        ("(1.1)", ["1.1"]),
        ("- 1.1", ["1.1"]),
        ("1.1, 1.2", ["1.1", "1.2"]),
        ("1.1/1.2", ["1.1", "1.2"]),
        ("Tasks 1.1, 1.2 and 2.1", ["1.1", "1.2", "2.1"]),
        ("Task 2.1, Task 1.1, 2.1", ["2.1", "1.1"]),
        ("Task 1.1 (schema), needs review", ["1.1"]),
        ("Task 1.1 (schema), Task 1.2 (seed)", ["1.1", "1.2"]),
        ("1.1 (schema), 1.2 (seed)", ["1.1", "1.2"]),
        ("1.2 is done", ["1.2"]),
        ("Schema from 1.1 reviewed by the team", ["1.1"]),
        ("Needs 1.1 merged", ["1.1"]),
        ("Requires: 1.1", ["1.1"]),
        ("blocked by 2.1", ["2.1"]),
        ("Auth API ready (Task 1.2)", ["1.2"]),
        ("Approved design; 1.1", ["1.1"]),
        ("Phase 2", ["phase:2"]),
        ("phase-2", ["phase:2"]),
        ("Phase 2A", ["phase:2a"]),
        ("Phase 2.5", ["phase:2.5"]),
        ("all of Phase 1", ["phase:1"]),
        ("Phase 1 complete (imports updated)", ["phase:1"]),
        ("Phase 1 → Phase 2", ["phase:1", "phase:2"]),
        ("Phases 1, 2 and 3", ["phase:1", "phase:2", "phase:3"]),
        ("Phase 1, 2.1", ["phase:1", "2.1"]),
        ("Task 1.1, Phase 2 complete", ["1.1", "phase:2"]),
        ("Milestone 1", ["phase:1"]),
        ("None except Task 1.1", ["1.1"]),
        ("Cannot start before Task 1.1", ["1.1"]),
        ("Task 2.2 needs 1.5 days", ["2.2"]),
        ("任务 1.1 和 2.1", ["1.1", "2.1"]),
        ("タスク1.1と2.1", ["1.1", "2.1"]),
        ("Фаза 2, задача 1.1", ["phase:2", "1.1"]),
    ],
)
def test_references_are_found(text, ids):
    """After its word, in a list, or after a word like "from": as the plan writes them, in order, each once."""
    assert NUMBERED.read(text) == References(refs(*ids), (), nothing=False)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("T001", ["T001"]),
        ("t001, t002", ["T001", "T002"]),
        ("TASK-001 (recommended)", ["TASK-001"]),
        ("L27", ["L27"]),
        ("Needs the schema of T002 in place", ["T002"]),
        ("The schema (see T002)", ["T002"]),
        ("Phase 1 + T001", ["phase:1", "T001"]),
    ],
)
def test_ids_that_no_number_is_mistaken_for(text, ids):
    """An id with letters is a reference anywhere in prose."""
    assert NAMED.read(text) == References(refs(*ids), (), nothing=False)


@pytest.mark.parametrize(
    ("index", "text", "ids"),
    [
        (NUMBERED, "1.1-1.3", ["1.1", "1.2", "1.3"]),
        (NUMBERED, "1.1 – 1.3", ["1.1", "1.2", "1.3"]),
        (NUMBERED, "1.3-1.1", ["1.1", "1.2", "1.3"]),
        (NUMBERED, "1.1-3", ["1.1", "1.2", "1.3"]),
        (NUMBERED, "Tasks 1.2 to 2.1", ["1.2", "1.3", "2.1"]),
        (NUMBERED, "Task 1.2 through Task 2.1", ["1.2", "1.3", "2.1"]),
        (NUMBERED, "Phases 1-3", ["phase:1", "phase:2", "phase:2a", "phase:2.5", "phase:3"]),
        (NUMBERED, "Phase 3 to Phase 10", ["phase:3", "phase:10"]),
        (NAMED, "T001–T004", ["T001", "T002", "T003", "T004"]),
        (NAMED, "T001-T003, L27", ["T001", "T002", "T003", "L27"]),
        (NAMED, "T002-004", ["T002", "T003", "T004"]),
        (NUMBERED, "Task 1.1 - schema", ["1.1"]),
        (NUMBERED, "Task 1.1 - 2 reviewers", ["1.1"]),
    ],
)
def test_ranges_are_expanded(index, text, ids):
    """A range holds what stands between its ends in the order of the plan, phases in the order of their numbers."""
    assert index.read(text) == References(refs(*ids), (), nothing=False)


@pytest.mark.parametrize(
    ("index", "text", "ids", "unresolved"),
    [
        (NUMBERED, "Task 9.9", [], ["9.9"]),
        (NUMBERED, "9.9", [], ["9.9"]),
        (NUMBERED, "1.1, 9.9", ["1.1"], ["9.9"]),
        (NUMBERED, "Phase 7", [], ["phase:7"]),
        (NUMBERED, "Phases 1-9", ["phase:1"], ["phase:9"]),
        (NUMBERED, "Task 1", [], ["1"]),
        (NUMBERED, "Tasks 9.1-9.3", [], ["9.1", "9.3"]),
        (NAMED, "T999", [], ["T999"]),
        (NAMED, "Task TASK-999", [], ["TASK-999"]),
    ],
)
def test_clear_references_that_the_plan_does_not_have(index, text, ids, unresolved):
    """After its word, or alone in a list with the shape of the plan's ids; `Task 1` is not phase 1."""
    assert index.read(text) == References(refs(*ids), refs(*unresolved), nothing=False)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Python 3.11",
        "Python 3.11, 3.12",
        "Runs on Python 3.11",
        "v1.1",
        "$1.1",
        "django>=1.1",
        "docs/1.1",
        "PostgreSQL 15.2",
        "2 reviewers",
        "on 2 reviewers",
        "1.5 days",
        "2.5 days",
        "2.5 GB of RAM",
        "1.1 to 2.5 days",
        "99.9% uptime",
        "12 tasks",
        "Week 2",
        "Sprint 42",
        "#12",
        "All previous tasks",
        "Phase gates",
        "Tasks",
        "@scope/maps-api well-maintained",
        "[Must complete Phase 1]",
        "can run in parallel with Task 1.2",
        "must be finished before Phase 3",
        "independent of Phase 2",
        "does not depend on Task 1.1",
    ],
)
def test_numbers_in_prose_are_no_references(text):
    """Versions, amounts and names, and what the author says not to wait for, stay text."""
    assert NUMBERED.read(text) == PROSE


def test_letters_without_such_an_id():
    """A name with a number is no reference where the plan has no such id."""
    assert NAMED.read("S3 bucket") == PROSE
    assert index_of().read("T001, 1.1") == PROSE


def test_an_id_may_begin_with_a_word_for_nothing():
    """`NA-0` is a task where the plan has it."""
    assert index_of(["1.1", "NA-0"]).read("NA-0").ids == refs("NA-0")


IDS = st.lists(
    st.from_regex(r"[1-9]\.[1-9]|[A-Z]{1,3}-?[0-9]{1,3}", fullmatch=True, alphabet=CHARACTERS),
    min_size=1,
    max_size=8,
    unique_by=str.casefold,
)


@given(IDS, st.data())
def test_any_list_of_a_plans_ids_is_found(ids, data):
    """Whatever the ids look like, a plain list of them is those tasks, and a range all between."""
    index = index_of(ids)
    chosen = data.draw(st.lists(st.sampled_from(ids), min_size=1, unique=True))
    assert index.read(", ".join(chosen)).ids == refs(*chosen)
    assert index.read(f"Tasks {ids[0]} to {ids[-1]}").ids == refs(*ids)
