"""What is read of plans of known tools: one document of our own for each form, among those of `kinds`."""

import pathlib

import pytest

from mkdocs_planplugin.model import Plan
from mkdocs_planplugin.reading import read

KINDS = pathlib.Path(__file__).parent / "kinds" / "plan"


def plan_in(path: str) -> Plan:
    """The plan in one of these documents."""
    plan = read((KINDS / path).read_text("utf-8"), name=pathlib.Path(path).stem, path=path).plan
    assert plan is not None
    return plan


def work_of(plan: Plan) -> list[str]:
    """Its phases and tasks, each with how many sub-tasks it has, and what must hold."""
    lines = []
    for phase in plan.phases:
        lines += [f"phase {phase.number}", *(f"{task.title} ({len(task.subtasks)})" for task in phase.tasks)]
        lines += [f"must hold: {item.text}" for item in phase.criteria]
    lines += [f"{task.title} ({len(task.subtasks)})" for task in plan.tasks]
    return lines + [f"in the end: {item.text}" for group in plan.definition_of_done for item in group.items]


@pytest.mark.parametrize(
    ("path", "work"),
    [
        ("docs/superpowers/plans/2026-02-11-moon-phase.md", ["Compute the phase (3)", "Draw it (2)"]),
        (
            "PRPs/bird-counter.md",
            ["Read frames (0)", "Tell birds from leaves (0)", "in the end: All tests pass", "in the end: No lint errors",
             "in the end: A sparrow is counted once"],
        ),
        ("docs/stories/2.4.rain-gauge.md", ["Read the sensor (AC: 1) (1)", "Show the sum (AC: 1, 2) (0)"]),
        (
            "docs/epics/epic-3-harvest.md",
            ["Calendar of days (0)", "Sign up (0)"],
        ),
        (
            "openspec/changes/add-night-mode/tasks.md",
            ["phase 1", "Add the colours (0)", "Follow the system setting (0)", "Remember the choice (0)", "phase 2",
             "Say so in the handbook (0)"],
        ),
        (
            "backlog/tasks/task-31 - Count-the-hives.md",
            ["Wait for a warm day (0)", "Open them from the south (0)", "in the end: #1 Every hive was opened", "in the end: #2 The list is on the wall"],
        ),
        (
            "specs/012-lost-and-found/tasks.md",
            ["phase 1", "Create the folder (0)", "Add the table of items (0)", "phase 2",
             "[US1] Form in src/report.py (0)", "[US1] Mail to the office (0)", "phase 3", "Short help text (0)"],
        ),
        ("docs/implementation-plans/ferry-alerts.md", ["[NEW] alerts.py (0)", "[MODIFY] mail.py (0)"]),
    ],
)  # fmt: skip
def test_the_work_in_plans_of_known_tools(path: str, work: list[str]):
    """And no finding about them: nothing in them is written wrong."""
    plan = plan_in(path)
    assert work_of(plan) == work
    assert plan.findings == ()
