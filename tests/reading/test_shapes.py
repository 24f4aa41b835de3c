"""Small plans in every shape that is read, and pages that only look like plans: what is read from each.

Beside each document of `shapes/` stands what a careful reader finds in it. Adding a shape is adding a document;
`--update-golden` writes what is read today, to be reviewed. A file that begins with `wrong_today: why` says what is right,
as far as it matters, although something else is read today; the test tells when that is mended.
"""

import pathlib
from collections.abc import Iterable, Iterator

import pytest
import yaml
from yaml_files import read_yaml

from mkdocs_planplugin.gfm import Block, BlockKind
from mkdocs_planplugin.model import ChecklistItem, Phase, Plan, Risk, Task
from mkdocs_planplugin.reading import Reading, read
from mkdocs_planplugin.reading.list_items import box_mark

SHAPES = sorted((pathlib.Path(__file__).parent / "shapes").glob("*.md"))
WRONG_TODAY = "wrong_today"
# The reasons are written down of documents that are no plans, and of those plans that pin what signs weigh: with any of
# them the reasons of all plans would change.
WITH_REASONS = {
    "all-signs-together",
    "just-enough-for-a-plan",
    "criteria-as-the-only-boxes",
    "the-format",
    "said-to-be-a-plan",
}


def facts(path: pathlib.Path) -> dict[str, object]:
    """What is read from a document, in lines that are easily compared: the line of the file comes first."""
    reading = read(path.read_text("utf-8"), name=path.stem)
    plan = reading.plan
    found: dict[str, object] = {"kind": "other" if plan is None else "template" if plan.is_template else "plan"}
    if plan is not None:
        found |= of_plan(plan, reading)
    if plan is None or path.stem in WITH_REASONS:
        found["reasons"] = list(map(str, reading.verdict.reasons))
    return {name: value for name, value in found.items() if value not in (None, [], "")}


def of_plan(plan: Plan, reading: Reading) -> dict[str, object]:
    criteria = [*(item for phase in plan.phases for item in phase.criteria), *plan.criteria]
    final = [(group.group, item) for group in plan.definition_of_done for item in group.items]
    return {
        "title": plan.title,
        "status": f"{plan.status} ({plan.declared_status})" if plan.declared_status else None,
        "dates": " ".join(
            f"{name} {date}"
            for name, date in (
                ("created", plan.created),
                ("updated", plan.last_updated),
                ("start", plan.start),
                ("due", plan.due),
            )
            if date
        ),
        "dialect": plan.dialect,
        "phases": list(map(phase_line, plan.phases)),
        "tasks": [line for task in plan.tops() for line in task_lines(task)],
        "work": [line for task in plan.tops() for line in work_lines(task)],
        "criteria": [item_line(item) for item in criteria],
        "definition_of_done": [f"{item_line(item)}{f'  ({name})' if name else ''}" for name, item in final],
        "asides": asides(plan, reading),
        "risks": list(map(risk_line, plan.risks)),
        "decisions": [item.text for item in plan.decisions],
        "questions": [item.text for item in plan.open_questions],
        "assumptions": [item.text for item in plan.assumptions],
        "key_findings": [item.text for item in plan.key_findings],
        "resources": [*(f"{m.role}: {m.hours}" for m in plan.resources.team), *plan.resources.tools],
        "rollback": [f"{step.label}: {step.text}" for step in plan.rollback],
        "timeline": [f"{row.phase}, {row.estimate.text}, waits for {row.dependencies}" for row in plan.timeline],
        "revisions": [f"{row.date} {row.version} {row.changes} {row.author}" for row in plan.revisions],
        "metrics": list(plan.success_metrics.metrics),
        "findings": [f"{finding.line} {finding.code}" for finding in plan.findings],
    }


def phase_line(phase: Phase) -> str:
    parts = [
        f"{phase.line} {phase.key} {phase.name}".strip(),
        f"[{phase.state}]" if phase.state else "",
        f"takes {phase.estimate.text}" if phase.estimate.text else "",
        f"at {phase.position.text}" if phase.position else "",
        f"waits for {', '.join(map(str, phase.depends_on))}" if phase.depends_on else "",
    ]
    return " ".join(filter(None, parts))


def task_lines(task: Task, indent: str = "") -> Iterator[str]:
    parts = [
        f"{indent}{task.line} {task.id} [{task.state or '-'}] {task.title}",
        f"takes {task.estimate.text}" if task.estimate.text else "",
        f"not before {task.from_hours:g} h" if task.from_hours is not None else "",
        f"risk {task.risk}" if task.risk else "",
        f"by {task.owner}" if task.owner else "",
        f"from {task.start}" if task.start else "",
        f"due {task.due}" if task.due else "",
        f"left {task.remaining.text}" if task.remaining.text else "",
        f"in {task.files}" if task.files else "",
        f"checked by {task.validation}" if task.validation else "",
        f"waits for {', '.join(map(str, task.depends_on))}" if task.depends_on else "",
        f"not found: {', '.join(map(str, task.depends_on_unresolved))}" if task.depends_on_unresolved else "",
        *(f"{label}: {value}" for label, value in task.attributes.items()),
    ]
    yield " | ".join(filter(None, parts))
    for below in task.subtasks:
        yield from task_lines(below, indent + "  ")


def work_lines(task: Task, indent: str = "") -> Iterator[str]:
    """The same without ids, which a shape may leave open."""
    parts = [
        f"{indent}{task.line} [{task.state or '-'}] {task.title}",
        f"takes {task.estimate.text}" if task.estimate.text else "",
        f"waits for {', '.join(map(str, task.depends_on))}" if task.depends_on else "",
    ]
    yield " | ".join(filter(None, parts))
    for below in task.subtasks:
        yield from work_lines(below, indent + "  ")


def item_line(item: ChecklistItem) -> str:
    return f"{item.line} [{item.state}] {item.text}" + (f" (of task {item.task})" if item.task else "")


def risk_line(risk: Risk) -> str:
    levels = f"{risk.probability or '?'} x {risk.impact or '?'}" + (f", {risk.priority}" if risk.priority else "")
    answers = "".join(f" | {answer}" for answer in (risk.mitigation, risk.contingency) if answer)
    return f"{risk.line} {risk.id} ({levels}) {risk.title}{answers}"


def asides(plan: Plan, reading: Reading) -> list[int]:
    """The lines of boxes that are in no counter."""
    counted = {task.line for task in plan.walk()}
    counted |= {item.line for phase in plan.phases for item in phase.criteria}
    counted |= {item.line for item in plan.criteria}
    counted |= {item.line for group in plan.definition_of_done for item in group.items}
    assert reading.outline is not None
    return [item.line for item in boxes(reading.outline.root.children) if item.line not in counted]


def boxes(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        yield from (item for item in block.walk() if item.kind is BlockKind.ITEM and box_mark(item) is not None)


@pytest.mark.parametrize("path", SHAPES, ids=lambda path: path.stem)
def test_shapes_are_read_as_a_careful_reader_reads_them(path: pathlib.Path, request: pytest.FixtureRequest):
    """Kind, phases, tasks, criteria, Definition of Done, what is in no counter, risks, and the reasons."""
    expected_in = path.with_suffix(".yaml")
    expected = read_yaml(expected_in) if expected_in.exists() else {}
    found = facts(path)
    if why := expected.pop(WRONG_TODAY, None):
        if {name: found.get(name) for name in expected} != expected:
            pytest.xfail(why)
        pytest.fail(f"this is read right now: take the line {WRONG_TODAY} out of {expected_in.name}")
    found.pop("work", None)
    if "reasons" not in found:
        expected.pop("reasons", None)
    if request.config.getoption("--update-golden"):
        expected_in.write_text(yaml.safe_dump(found, allow_unicode=True, sort_keys=False, width=1000), "utf-8")
        expected = found
    assert found == expected


def test_each_shape_has_its_facts():
    """The folder is not empty, and no facts are without their document."""
    assert len(SHAPES) >= 40
    assert {path.stem for path in SHAPES[0].parent.glob("*.yaml")} == {path.stem for path in SHAPES}
