"""Ids of tasks, phases, blocks and risks: values, never texts to be taken apart."""

import pytest
from made_plans import phase, plan, task

from mkdocs_planplugin.model import BlockId, Calendar, PhaseRef, RiskId, TaskId
from mkdocs_planplugin.reading import read
from mkdocs_planplugin.schedule import schedule


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (TaskId("1.1"), "1.1"),
        (TaskId(None, 27), "L27"),
        (TaskId("1.1", 40, repeated=True), "1.1@L40"),
        (TaskId(None, 40, repeated=True), "L40@L40"),
        (RiskId("R-1"), "R-1"),
        (RiskId(None, 9), "L9"),
        (PhaseRef("2"), "phase:2"),
        (PhaseRef(None, 30), "phase:L30"),
        (PhaseRef("2", 40), "phase:2@L40"),
        (BlockId("2", 7), "P2"),
        (BlockId(None, 30), "PL30"),
        (BlockId("2", 40, repeated=True), "P2@L40"),
    ],
)
def test_the_text_of_an_id(name, text):
    """As data files and messages have it, also when it is put into another text."""
    assert (str(name), f"<{name}>") == (text, f"<{text}>")


def test_ids_of_different_kinds_are_never_equal():
    """They may meet as keys of one mapping."""
    kinds = [TaskId("2", 9, repeated=True), BlockId("2", 9, repeated=True), PhaseRef("2", 9)]
    assert len(set(kinds)) == len(kinds)


def ids(text):
    made = read(text).plan
    return made and [str(each.id) for each in made.walk()]


@pytest.mark.parametrize("letter", "LMP")
def test_an_id_may_begin_with_any_letter(letter):
    """`LEG-1` is the id that an author wrote, not the line of a task without one."""
    items = "\n".join(f"- {letter}EG-{number}: Lay it" for number in (1, 2))
    more = items.replace("-1:", "-3:").replace("-2:", "-4:")
    text = f"# Rollout\n\n## Phase 1: Build\n\n{items}\n\n## Phase 2: Test\n\n{more}\n"
    assert ids(text) == [f"{letter}EG-{number}" for number in (1, 2, 3, 4)]


def test_an_id_that_looks_like_a_line():
    """An author may call a task `L7`: it is no task without an id, and the one on line 7 gets another text."""
    text = (
        "---\nplan: true\n---\n# P\n\n- [ ] **L7:** Lay it\n- [ ] Go on\n- [ ] **L9:** Wait\n  - **Dependencies:** L7\n"
    )
    made = read(text).plan
    assert ids(text) == ["L7", "L7@L7", "L9"]
    assert made.tasks[2].depends_on == (TaskId("L7"),)


def test_what_a_task_without_an_id_is_called_is_no_id():
    """What names no task of the plan is no unknown one only because it looks like `L7`."""
    made = read("---\nplan: true\n---\n# P\n\n- [ ] Lay it\n- [ ] Go on\n  - **Dependencies:** Q4, budget\n").plan
    assert made.tasks[1].depends_on_unresolved == ()


def test_blocks_and_tasks_of_one_text():
    """The id of a block is no task's, whatever that is called."""
    made = plan(phase(1, task("P2", 8)), phase(2, hours=8, line=9))
    assert [str(item.id) for item in schedule(made, Calendar(), made.start).items] == ["P2", "P2@L9"]


def test_criteria_follow_their_task():
    """A phase told twice has the criteria of its tasks once, each with the task that is left."""
    text = (
        "# Rollout plan\n\n**Status:** Draft\n\n## Phase 1: Build\n\n### Task 1.1: Lay it\n\n**Acceptance Criteria:**\n\n"
        "- [ ] It holds\n\n## Checklist\n\n### Phase 1: Build\n\n- [ ] **Task 1.1:** Lay it\n- [ ] **Task 1.2:** Go on\n"
    )
    (one,) = read(text).plan.phases
    assert [(each.text, each.task) for each in one.criteria] == [("It holds", TaskId("1.1"))]
