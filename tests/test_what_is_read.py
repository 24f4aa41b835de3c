"""The page about what is read: each example is read as it says."""

import pathlib
import re
from collections.abc import Iterator

import pytest

from mkdocs_planplugin.model import Plan, Task
from mkdocs_planplugin.reading import read

PAGE = (pathlib.Path(__file__).parents[1] / "docs" / "what-is-read.md").read_text("utf-8")
EXAMPLES = re.findall(r"```markdown\n((?:(?!```).)*)```\n\n```text\n(.*?)```", PAGE, re.DOTALL)


def lines(plan: Plan) -> Iterator[str]:
    """What was read, as the page writes it."""
    for phase in plan.phases:
        state = f" ({words(phase.state)})" if phase.state else ""
        number = f"{phase.label or f'Phase {phase.number}'}: " if phase.label or phase.number else ""
        yield f"{number}{phase.name}{state}"
        for task in phase.tasks:
            yield from lines_of(task, "  ")
        yield from (f"  must hold: {item.text}" for item in phase.criteria)
    for task in plan.tasks:
        yield from lines_of(task, "")
    yield from (f"risk: {risk.title}" for risk in plan.risks)
    yield from (f"in the end: {item.text}" for group in plan.definition_of_done for item in group.items)


def lines_of(task: Task, indent: str) -> Iterator[str]:
    waits = f"waits for {', '.join(map(str, task.depends_on))}" if task.depends_on else ""
    said = ", ".join(filter(None, (words(task.state), task.estimate.text, waits)))
    yield f"{indent}{' '.join(filter(None, (task.id.written, task.title)))}: {said}"
    for below in task.subtasks:
        yield from lines_of(below, f"{indent}  ")


def words(state: object) -> str:
    return str(state).replace("_", " ") if state else "not tracked"


@pytest.mark.parametrize(("text", "result"), EXAMPLES)
def test_an_example_is_read_as_the_page_says(text: str, result: str):
    plan = read(f"---\nplan: true\n---\n# Example\n\n{text}").plan
    assert plan is not None
    assert "\n".join(lines(plan)) == result.rstrip("\n")


def test_each_example_has_its_result():
    assert len(EXAMPLES) == PAGE.count("```text\n") >= 8
