"""Which pages are plans: where they lie, what they are called, what was said of them, and the reasons."""

import pytest

from mkdocs_planplugin.reading import Reading, read
from mkdocs_planplugin.reading.profiles import BASE

BOXES = "- [ ] Clear the gutter\n- [ ] Oil the hinge\n- [ ] Paint the door\n"


def kind(text: str, path: str = "", *, is_plan: bool | None = None) -> str:
    reading = read(text, path=path, is_plan=is_plan)
    return "other" if reading.plan is None else "template" if reading.plan.is_template else "plan"


def why(reading: Reading) -> dict[str, float]:
    return {str(reason.sign): reason.points for reason in reading.verdict.reasons}


@pytest.mark.parametrize(
    "path", ["plans/shed.md", "docs/Planning/shed.md", "sprint-3/shed.md", "work/2026/tasks/shed.md"]
)
def test_a_list_of_boxes_in_a_folder_of_plans_is_a_plan(path: str):
    """The same list elsewhere is none."""
    text = f"# The shed\n\n{BOXES}"
    assert kind(text, path) == "plan"
    assert kind(text, "notes/shed.md") == "other"
    assert kind(text) == "other"


@pytest.mark.parametrize("path", ["shed-migration.md", "ShedRoadmap.md", "TODO.md", "phase2.md", "shed_plan.md"])
def test_the_name_of_the_file_counts_with_other_signs(path: str):
    """Words in it are divided by signs, capitals and figures."""
    text = f"# The shed\n\n**Status:** Draft\n\n## Now\n\n{BOXES}"
    assert kind(text, path) == "plan"
    assert kind(text, "shed.md") == "other"


@pytest.mark.parametrize("title", ["Shed plan", "Tasks", "TODO", "Roadmap", "Plan for the shed", "To-do: the shed"])
def test_small_honest_plans_are_found(title: str):
    """Three boxes under a title that says what they are."""
    assert kind(f"# {title}\n\n{BOXES}") == "plan"


def test_phases_with_boxes_are_enough():
    """However few, where the page is nothing else."""
    assert kind("# Implementation Plan\n\n## Phase 1\n\n- [ ] one\n") == "plan"
    assert kind("# Shed\n\n## Phase 1: Door\n\n- [ ] one\n") == "plan"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Audit remediation plan", "plan"),
        ("Implementation Plan: Review of the workflow", "plan"),
        ("Shed plan (after the report)", "plan"),
        ("Plan review", "other"),
        ("Report: the shed plan", "other"),
        ("How to write a plan", "other"),
        ("Onboarding checklist", "other"),
        ("Migration checklist", "plan"),
    ],
)
def test_the_last_word_of_a_title_says_what_it_is(title: str, expected: str):
    """An audit remediation plan is a plan, a plan review is a review."""
    assert kind(f"# {title}\n\n## First\n\n{BOXES}\n## Then\n\n{BOXES}", "work/plan.md") == expected


def test_what_was_said_goes_before_what_is_seen():
    """Front matter, then the option, then the signs."""
    plan, other = f"# Shed plan\n\n{BOXES}", "# Shed\n\nWords.\n"
    assert kind(plan, is_plan=False) == "other"
    assert kind(other, is_plan=True) == "plan"
    assert kind(f"---\nplan: true\n---\n{other}", is_plan=False) == "plan"
    assert kind(f"---\nplan: false\n---\n{plan}", is_plan=True) == "other"


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        (f"# Plan: [Name of the feature]\n\n{BOXES}", "a.md", "template"),
        (f"# {{{{title}}}} plan\n\n{BOXES}", "a.md", "template"),
        (f"# Shed plan\n\n{BOXES}", "templates/plan.md", "template"),
        (f"# Shed plan\n\n{BOXES}", "plan-template.md", "template"),
        (f"# Shed plan\n\n{BOXES}- [x] Begin\n", "templates/plan.md", "plan"),
        (f"# Shed plan [draft]\n\n{BOXES}", "a.md", "plan"),
    ],
)
def test_templates(text: str, path: str, expected: str):
    """A title to be filled in, or a place for templates where nothing is ticked."""
    assert kind(text, path) == expected


def test_reasons_say_what_was_seen_and_what_it_weighs():
    """The heaviest first; their points and the base are the score."""
    reading = read(f"# Installation guide\n\n## Usage\n\n{BOXES}", path="guide.md")
    points = [abs(reason.points) for reason in reading.verdict.reasons]
    assert points == sorted(points, reverse=True)
    assert why(reading)["hard"] < 0
    assert str(reading.verdict.reasons[0]) == "-3.5 the title names another kind of document (guide)"
    assert reading.verdict.score == pytest.approx(BASE + sum(reason.points for reason in reading.verdict.reasons))
    assert [str(reason) for reason in read("---\nplan: true\n---\nx").verdict.reasons] == [
        "front matter says `plan: true`"
    ]


def test_what_came_close_is_told_from_what_did_not():
    """So that the log can name it."""
    close = read(f"# The shed\n\n## Next steps\n\n{BOXES}- [x] Begin\n", path="shed.md").verdict
    assert (close.is_plan, close.is_nearly, close.boxes) == (False, True, 4)
    assert not read("# The shed\n\nA task is a message.\n").verdict.is_nearly
    assert not read("---\nplan: false\n---\n# Shed plan\n").verdict.is_nearly
    assert not read(f"# Shed plan\n\n{BOXES}").verdict.is_nearly
