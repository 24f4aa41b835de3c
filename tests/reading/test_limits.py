"""The limits of the rules of reading: a document on each side of each of them, so that none moves unnoticed."""

import pytest

from mkdocs_planplugin.model import Plan
from mkdocs_planplugin.reading import Reading, read

DECLARED = "---\nplan: true\n---\n"


def boxes(number: int, words: str = "Lay brick", mark: str = " ") -> str:
    """A list of boxes with different texts."""
    return "".join(f"- [{mark}] {words} {chr(97 + n)}\n" for n in range(number))


def plan(text: str) -> Plan:
    reading = read(DECLARED + text)
    assert reading.plan is not None
    return reading.plan


def titles_of_tasks(text: str) -> list[str]:
    return [task.title for task in plan(text).walk()]


def signs(reading: Reading) -> set[str]:
    return {reason.sign for reason in reading.verdict.reasons if reason.sign}


# Roles of boxes


@pytest.mark.parametrize(("work", "is_work"), [(1, True), (2, False)])
def test_much_work_makes_a_checklist_in_a_phase_criteria(work: int, is_work: bool):
    """A checklist in a phase without work is the work of that phase, unless a quarter of all boxes is work elsewhere."""
    text = f"# Wall\n\n## Phase 1: Dig\n\n### Tasks\n\n{boxes(work)}\n## Phase 2: Build\n\n### Checklist\n\n{boxes(5, 'Check')}"
    assert ("Check a" in titles_of_tasks(text)) is is_work


@pytest.mark.parametrize(("work", "is_work"), [(2, True), (3, False)])
def test_little_work_makes_a_list_that_is_called_work_the_work(work: int, is_work: bool):
    """A checklist whose name speaks of work is work, too, unless a good third of all boxes is work elsewhere."""
    text = f"# Wall\n\n## Tasks\n\n{boxes(work)}\n## Migration Checklist\n\n{boxes(5, 'Move')}"
    assert ("Move a" in titles_of_tasks(text)) is is_work


@pytest.mark.parametrize(("phases", "is_work"), [(1, True), (2, False)])
def test_numbered_headings_are_work_even_without_boxes(phases: int, is_work: bool):
    """Deliverables are the work where no other box is, unless headings number at least two phases or tasks."""
    parts = "".join(f"## Phase {n}: Dig {n}\n\n1. Dig\n2. Carry\n\n" for n in range(1, phases + 1))
    assert ("Hand over a" in titles_of_tasks(f"# Wall\n\n{parts}## Deliverables\n\n{boxes(3, 'Hand over')}")) is is_work


# Templates


def with_placeholders(placeholders: int, lines: int, mark: str) -> str:
    """A plan with so many placeholders on so many lines that count."""
    parts = [f"- [{mark}] Mend roof {n} for [Name]\n" for n in range(placeholders)]
    return "# Barn\n\n" + "".join(parts) + boxes(lines - placeholders, "Paint door", mark)


@pytest.mark.parametrize(
    ("placeholders", "lines", "mark", "is_template"),
    [
        (4, 12, " ", False),
        (5, 12, " ", True),
        (5, 24, " ", True),
        (5, 25, " ", False),
        (10, 12, "x", False),
        (11, 12, "x", True),
        (11, 32, "x", True),
        (11, 33, "x", False),
    ],
)
def test_placeholders_of_a_template(placeholders: int, lines: int, mark: str, is_template: bool):
    """Where nothing is ticked, more than four, on a fifth of the lines; else more than ten, on a third of them."""
    assert plan(with_placeholders(placeholders, lines, mark)).is_template is is_template


@pytest.mark.parametrize(("unnamed", "is_template"), [(2, True), (1, False)])
def test_names_of_a_template(unnamed: int, is_template: bool):
    """Half of the names are missing: of the plan, its phases and its tasks."""
    names = [*(f"Task {n}" for n in range(1, unnamed + 1)), *["Mend the roof", "Oil the hinge"][: 3 - unnamed]]
    assert plan("# Barn\n\n" + "".join(f"- [ ] {name}\n" for name in names)).is_template is is_template


# Signs of plans


def late_boxes(lines_before: int, lines_behind: int, groups: int = 1) -> Reading:
    """What is read of a page with one box a group, so many lines of prose before the first and behind the last."""
    lists = "".join(f"## Part {chr(65 + n)}\n- [ ] Oil\n" for n in range(groups))
    return read("# Bicycles\n" + "Prose\n" * lines_before + lists + "\n" + "Prose\n" * lines_behind)


@pytest.mark.parametrize(
    ("before", "behind", "groups", "is_late"),
    [
        (60, 15, 1, False),  # 80 lines, with the empty one at the end
        (60, 16, 1, True),
        (59, 38, 1, True),  # the first box is on line 62 of 101
        (59, 42, 1, False),
        (90, 6, 2, True),
        (90, 4, 3, False),
    ],
)
def test_late_boxes(before: int, behind: int, groups: int, is_late: bool):
    """On a page of more than 80 lines, behind 60 percent of it, and in at most two groups."""
    assert ("late" in signs(late_boxes(before, behind, groups))) is is_late


@pytest.mark.parametrize(
    ("work", "counts"),
    [
        (boxes(1), False),
        (boxes(2), True),
        ("## Task 1: Dig\n\nProse.\n\n## Other\n\n- [ ] Oil\n", False),
        ("## Task 1: Dig\n\nProse.\n\n## Task 2: Oil\n\nProse.\n", True),
    ],
)
def test_a_title_for_plans_counts_with_some_work(work: str, counts: bool):
    """Two boxes or rows, or two headings that number phases or tasks."""
    assert ("placed_work" in signs(read(f"# Roadmap\n\n{work}"))) is counts


@pytest.mark.parametrize(("fields", "is_task"), [("owner: Ana", False), ("owner: Ana\nestimate: 2 days", True)])
def test_the_front_matter_of_a_task(fields: str, is_task: bool):
    """It has a status and at least two other fields of tasks."""
    assert ("task_record" in signs(read(f"---\nstatus: open\n{fields}\n---\n# Oil\n\n{boxes(3)}"))) is is_task


@pytest.mark.parametrize(("marks", "is_form"), [(2, False), (3, True)])
def test_marks_of_a_form(marks: int, is_form: bool):
    """Other documents have up to two of them, too."""
    titles = ("User Review Required", "Proposed Changes", "Verification Plan")[:marks]
    parts = "".join(f"## {title}\n\nProse.\n\n" for title in titles)
    assert ("form" in signs(read(f"# Search\n\n{parts}{boxes(3)}"))) is is_form
