"""The page that says what is read: its examples are read as it says."""

import pathlib
import re

import pytest

from mkdocs_planplugin.model import State, Task
from mkdocs_planplugin.reading import Reading, read
from mkdocs_planplugin.reading.values import read_days, read_level, read_status

PAGE = (pathlib.Path(__file__).parents[1] / "docs" / "what-is-read.md").read_text("utf-8")


def examples(heading: str) -> list[tuple[str, str]]:
    """The examples of the table below a heading, each with what it is read as."""
    part = PAGE.split(f"### {heading}\n", 1)[1].split("\n### ", 1)[0]
    rows = [row.strip("| ").rsplit(" | ", 1) for row in part.splitlines() if row.startswith("| `")]
    return [
        (code, said) for written, said in rows if said != "not filled in" for code in re.findall("`([^`]+)`", written)
    ]


def codes(text: str) -> list[str]:
    return [finding.code for finding in read(f"---\nplan: true\n---\n# Plan: A\n\n{text}").findings]


@pytest.mark.parametrize(("written", "said"), examples("Dates"))
def test_dates(written, said):
    """The first and the last day, or a finding."""
    days = read_days(written)
    if said.startswith("nothing"):
        assert codes(f"**Due:** {written}\n\n- [ ] Dig\n") == [said.split(": ")[1]]
    else:
        assert f"{days.date}{f' to {days.last}' if days.last else ''}" == said


@pytest.mark.parametrize(("written", "said"), examples("Statuses of a plan"))
def test_statuses(written, said):
    """The status, or a finding."""
    if said.startswith("nothing"):
        assert codes(f"**Status:** {written}\n\n- [ ] Dig\n") == [said.split(": ")[1]]
    else:
        assert read_status(written) == said


@pytest.mark.parametrize(("written", "said"), examples("Levels"))
def test_levels(written, said):
    """The level, or a finding."""
    if said.startswith("nothing"):
        assert codes(f"- [ ] Dig\n  - **Risk Level:** {written}\n") == [said.split(": ")[1]]
    else:
        assert read_level(written) == said


@pytest.mark.parametrize(("written", "said"), examples("On the line of a task"))
def test_values_behind_names(written, said):
    """The fields of the task, or a finding, or no more than a name."""
    reading, task = read_task(f"- [ ] {written}")
    fields = (
        f"{task.estimate.min_hours:g} hours" if task.estimate.known else "",
        f"due {task.due}" if task.due else "",
        f"starts {task.start}" if task.start else "",
        f"owner {task.owner}" if task.owner else "",
    )
    if said == "the state":
        in_state = read_task(f"- {written}")[1] if task.title == written else task  # without a box
        assert (in_state.title, in_state.state is not None) == ("Dig", True)
        return
    if said == "blocked, and why":
        assert (task.title, task.state) == (re.split(r"\W", written)[0], State.BLOCKED)
        return
    said, _, kept = said.partition("; ")
    nothing = f"nothing: {reading.findings[0].code}" if reading.findings else "a name"
    assert (", ".join(filter(None, fields)) or nothing) == said
    rest = re.sub(r" [(\[]2d[)\]]", "", written)
    names = ("Dig (Ida)", "Dig — Ida", rest) if kept else ("Dig" if any(fields) else written,)
    assert task.title in names


def read_task(line: str) -> tuple[Reading, Task]:
    reading = read(f"---\nplan: true\n---\n# Plan: A\n\n## Tasks\n\n{line}\n")
    (task,) = reading.plan.tasks
    return reading, task


def test_boxes():
    """Those that are boxes are, those that are none are findings."""
    part = PAGE.split("### Boxes\n", 1)[1].split("\n### ", 1)[0]
    right, wrong = part.split("These are none", 1)
    for box in re.findall("`([^`]+)`", right):
        assert not codes(f"{box}\n\n- [ ] Dig\n")
    for box in re.findall("`([^`]+)`", wrong):
        assert codes(f"{box}\n\n## Phase 1: Dig\n\n- [ ] Dig\n") == ["PLAN110"]
