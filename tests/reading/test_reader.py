"""Reading whole documents: which are plans, and the forms that tasks, criteria and risks may take."""

import pathlib

import pytest
from any_text import CHARACTERS
from effort import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from made_plans import refs

from mkdocs_planplugin.model import Level, State, Status
from mkdocs_planplugin.reading import read

EXAMPLE = pathlib.Path(__file__).parents[2] / "example_site" / "docs"
HEAD = "# Implementation Plan: X\n\n**Status:** Draft\n\n## Implementation Phases\n\n### Phase 1: A (Est: 2 days)\n\n"


def plan(body: str):
    found = read(HEAD + body).plan
    assert found is not None
    return found


def tasks(body: str):
    return plan(body).phases[0].tasks


@pytest.mark.parametrize("path", sorted(EXAMPLE.rglob("*.md")), ids=lambda path: path.stem)
def test_the_example_pages_are_told_apart(path: pathlib.Path):
    """The pages below `plans/` are plans; specs, decisions, a readme with a roadmap and a changelog are none."""
    reading = read(path.read_text("utf-8"))
    assert (reading.plan is not None) == ("plans" in path.relative_to(EXAMPLE).parts), reading.verdict.reasons


@pytest.mark.parametrize(
    "text",
    [
        "# Changelog\n\n## Phase 2\n\n- [x] Task 1.1: done\n- [x] Task 1.2: done\n",
        "# Project\n\n## Installation\n\n## Usage\n\n## Roadmap\n\n### Phase 1\n\n- [x] a\n\n### Phase 2\n\n- [ ] b\n",
        "# Decision 4: use SQLite\n\n**Status:** Accepted\n\n## Context\n\n## Decision\n\n- [ ] follow up\n\n## Consequences\n",
        "# How to write plans\n\nTutorial.\n\n```markdown\n# Implementation Plan: X\n\n### Phase 1: A\n\n- [ ] **Task 1.1:** a\n```\n",
        "# Release checklist\n\n- [ ] tag\n- [ ] publish\n",
        "# Notes\n\nIn phase 1 we did this task.\n",
    ],
)
def test_what_only_looks_like_a_plan_is_none(text: str):
    """Pages of other kinds are left alone, and can say why."""
    reading = read(text)
    assert reading.plan is None
    assert reading.verdict.reasons


def test_front_matter_decides():
    """`plan: true` makes any page a plan, `plan: false` none."""
    assert read("---\nplan: true\n---\n# Anything\n").plan is not None
    assert read("---\nplan: false\n---\n" + HEAD + "- [ ] a\n- [ ] b\n").plan is None


def test_front_matter_wins_over_the_text():
    """A known status, start and due of the front matter hold; a word of the theme's is left to it."""
    found = read("---\nstatus: done\nstart: 2026-03-02\ndue: 2026-04-01\ntags: [a, b]\n---\n" + HEAD + "- [ ] a\n").plan
    assert found is not None
    assert (found.status, found.tags) == (Status.COMPLETE, ("a", "b"))
    assert (str(found.start), str(found.due)) == ("2026-03-02", "2026-04-01")
    other = read("---\nstatus: deprecated\n---\n" + HEAD + "- [ ] a\n").plan
    assert other is not None
    assert other.status is Status.DRAFT


def test_boxes_in_code_comments_and_quotes_are_no_work():
    """Boxes in admonitions, tabs and `<details>` are."""
    body = """\
- [ ] **Task 1.1:** counts

```
- [ ] code
```

<!--
- [ ] comment
-->

> - [ ] quote

!!! note
    - [ ] admonition

=== "Tab"
    - [x] tab

<details>
<summary>More</summary>

- [ ] details

</details>
"""
    assert [task.title for task in tasks(body)] == ["counts", "admonition", "tab", "details"]


@pytest.mark.parametrize(
    ("item", "number", "title"),
    [
        ("**Task 1.1:** Title", "1.1", "Title"),
        ("**Task 1.1**: Title", "1.1", "Title"),
        ("**1.1 Title**", "1.1", "Title"),
        ("1.1 Title", "1.1", "Title"),
        ("T001 [P] Title", "T001", "Title"),
        ("**[TASK-001]** Title", "TASK-001", "Title"),
        ("**A1:** Title", "A1", "Title"),
        ("Task 3: Title", "3", "Title"),
        ("Title of 3 words", "L9", "Title of 3 words"),
        ("S3 bucket", "L9", "S3 bucket"),
        ("Task-1.19: Title", "1.19", "Title"),
    ],
)
def test_ids_are_taken_as_written(item: str, number: str, title: str):
    """The id without its word; a task without one goes by its line."""
    (task,) = tasks(f"- [ ] {item}\n")
    assert (str(task.id), task.title) == (number, title)


def test_a_second_task_of_the_same_id_is_told_apart():
    """References mean the first."""
    found = tasks("- [ ] **Task 1.1:** a\n- [ ] **Task 1.1:** b\n- [ ] **Task 1.2:** c\n  - **Dependencies:** 1.1\n")
    assert [str(task.id) for task in found] == ["1.1", "1.1@L10", "1.2"]
    assert found[2].depends_on == refs("1.1")


@pytest.mark.parametrize(
    "body",
    [
        "- [ ] **Task 1.1:** T\n  - **Estimate:** 5h\n  - **Risk Level:** Low\n",
        "- [ ] **Task 1.1:** T\n  - Estimate: 5h\n  - Risk Level: Low\n",
        "- [ ] **Task 1.1:** T\n\n  **Estimate:** 5h\n  **Risk Level:** Low\n",
        "- [ ] **Task 1.1:** T\n  **Estimate:** 5h\n  **Risk Level:** Low\n",
        "#### Task 1.1: T\n\n**Estimate:** 5h\n**Risk Level:** Low\n",
        "#### Task 1.1: T\n\n- **Estimate:** 5h\n- **Risk Level:** Low\n",
        "- **Task 1.1:** T\n  - **Estimate:** 5h\n  - *Risk Level:* Low\n",
        "- [ ] **Task 1.1:** T (Est: 5h)\n  - **Risk Level:** Low\n",
    ],
)
def test_attributes_may_be_items_lines_or_paragraphs(body: str):
    """Estimate and level are read whichever way they stand below the task."""
    (task,) = tasks(body)
    assert (str(task.id), task.title, task.estimate.min_hours, task.risk) == ("1.1", "T", 5.0, Level.LOW)


@pytest.mark.parametrize(
    "body",
    [
        "- [ ] **Task 1.1:** T\n\n**Phase Completion Criteria:**\n- [x] c\n",
        "- [ ] **Task 1.1:** T\n\nPhase Completion Criteria:\n- [x] c\n",
        "- [ ] **Task 1.1:** T\n\n#### Phase Completion Criteria\n\n- [x] c\n",
        "- [ ] **Task 1.1:** T\n- **Phase Completion Criteria:**\n  - [x] c\n",
    ],
)
def test_criteria_are_no_tasks(body: str):
    """The boxes of completion criteria are counted apart, however they are headed."""
    phase = plan(body).phases[0]
    assert [str(task.id) for task in phase.tasks] == ["1.1"]
    assert [(item.text, item.state, item.task) for item in phase.criteria] == [("c", State.DONE, None)]


@pytest.mark.parametrize(
    "body",
    [
        "- [ ] **Task 1.1:** T\n  - **Acceptance Criteria:**\n    - [ ] c\n",
        "- [ ] **Task 1.1:** T\n  - Acceptance Criteria:\n    - [ ] c\n",
        "- [ ] **Task 1.1:** T\n\n  **Acceptance Criteria:**\n\n  - [ ] c\n",
    ],
)
def test_criteria_of_a_task_name_it(body: str):
    """They stand in the phase's criteria, with the task they belong to."""
    phase = plan(body).phases[0]
    assert phase.tasks[0].subtasks == ()
    assert [(item.text, str(item.task)) for item in phase.criteria] == [("c", "1.1")]


@pytest.mark.parametrize(
    ("body", "state"),
    [
        ("- [ ] **Task 1.1:** T\n  - **Status:** Blocked by Ann\n", State.BLOCKED),
        ("- [x] **Task 1.1:** T\n  - **Status:** In Progress\n", State.DONE),
        ("- [ ] **Task 1.1:** T\n  - **Status:** Done\n", State.OPEN),
        ("- **Task 1.1:** T\n  - **Status:** Done\n", State.DONE),
        ("- ~~**Task 1.1:** T~~\n", State.CANCELLED),
        ("#### Task 1.1: T ✅\n", State.DONE),
        ("#### Task 1.1: T\n", None),
    ],
)
def test_a_box_wins_over_words(body: str, state: State | None):
    """Without a box the words say the state, and where they say nothing it is not tracked."""
    (task,) = tasks(body)
    assert task.state is state


def test_a_contradiction_is_told():
    """A ticked box and a Status that says otherwise are a finding at the Status."""
    found = plan("- [x] **Task 1.1:** T\n  - **Status:** In Progress\n").findings
    assert [(finding.code, finding.line) for finding in found] == [("PLAN106", 10)]


def test_what_a_phase_says_of_itself():
    """Its rationale, estimate and what it depends on, from the heading, a line or the Timeline Summary."""
    found = plan(
        "**Why this phase first:** because.\n\n- [ ] a\n\n### Phase 2 (Est: 3 days)\n\n- **Depends on:** None\n\n- [ ] b\n\n"
        "### Phase 3: C\n\n**Estimate:** 4 h\n\n- [ ] c\n\n## Timeline Summary\n\n"
        "| Phase | Estimate | Dependencies |\n|---|---|---|\n| Phase 3 | 4 h | Phase 1 |\n| **Total** | 9 h | |\n"
    )
    first, second, third = found.phases
    assert (first.rationale, first.estimate.min_hours) == ("because.", 16.0)
    assert (second.name, second.estimate.min_hours, second.dependencies, second.depends_on) == ("", 24.0, "None", ())
    assert (third.estimate.min_hours, third.depends_on) == (4.0, refs("phase:1"))
    assert found.timeline_total is not None
    assert found.timeline_total.min_hours == 9.0


@pytest.mark.parametrize(
    ("line", "position", "hours", "state"),
    [
        ("**Timeline:** Weeks 1-2", "Weeks 1-2", None, None),
        ("**Duration:** Week 3", "Week 3", None, None),
        ("**Timeline:** 3 days", None, 24.0, None),
        ("**Timeline:** soon", None, None, None),
        ("**Estimate:** Week 2, 16 hours", "Week 2", 16.0, None),
        ("**Status:** ✅ Complete", None, None, State.DONE),
        ("Status: Blocked", None, None, State.BLOCKED),
        ("- **Status:** In Progress", None, None, State.IN_PROGRESS),
        ("#### Details\n\n**Status:** Done", None, None, None),
    ],
)
def test_when_a_phase_is_and_how_far(line: str, position: str | None, hours: float | None, state: State | None):
    """Fields under the heading say it as the heading does; the status of a part is not the phase's."""
    found = plan(f"- [ ] x\n\n### Phase 2: B\n\n{line}\n\n- [ ] a\n").phases[1]
    assert (found.position.text if found.position else None) == position
    assert (found.estimate.min_hours, found.state) == (hours, state)


def test_the_heading_wins_over_fields():
    """Of position and state."""
    found = plan("- [ ] x\n\n### Phase 2: B (Week 2) ✅\n\n**Timeline:** Week 3\n**Status:** Blocked\n").phases[1]
    assert found.position is not None
    assert (found.position.text, found.state) == ("Week 2", State.DONE)


@pytest.mark.parametrize("days", ["03/04/2026 - 03/05/2026", "7–18 Dec", "21 Dec"])
def test_an_ambiguous_position_is_a_finding(days: str):
    """At the heading's line; so are days without a year."""
    found = plan(f"- [ ] x\n\n### Phase 2: B ({days})\n")
    assert found.phases[1].position is None
    assert [(finding.code, finding.line) for finding in found.findings] == [("PLAN102", 11)]


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Start", "start"), ("Start Date", "start"), ("Begins", "start"), ("Not before", "start"),
        ("Due", "due"), ("Due Date", "due"), ("Deadline", "due"), ("Finish by", "due"), ("End date", "due"),
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "date", ["2026-03-31", "31 March 2026", "March 31, 2026", "2026/03/31", "31.03.2026", "by 31/03/2026"]
)
def test_tasks_begin_and_are_due(label: str, field: str, date: str):
    """In every form of a date; the attribute stays among the others."""
    (task,) = tasks(f"- [ ] **Task 1.1:** T\n  - **{label}:** {date}\n")
    assert str(getattr(task, field)) == "2026-03-31"
    assert task.attributes[label] == date


def test_an_ambiguous_due_date_is_a_finding():
    """With the line of the attribute."""
    found = plan("- [ ] **Task 1.1:** T\n  - **Due:** 03/04/2026\n")
    assert found.phases[0].tasks[0].due is None
    assert [(finding.code, finding.line) for finding in found.findings] == [("PLAN102", 10)]


@pytest.mark.parametrize("label", ["Remaining", "Left", "Remaining effort", "Time left"])
def test_how_much_is_left(label: str):
    """Read as an estimate of its own, beside the first one."""
    (task,) = tasks(f"- [ ] **Task 1.1:** T\n  - **Estimate:** 2 days\n  - **{label}:** 4-6h\n")
    assert (task.remaining.min_hours, task.remaining.max_hours, task.estimate.max_hours) == (4.0, 6.0, 16.0)
    assert task.attributes == {label: "4-6h"}


def test_what_other_teams_deliver_has_a_date():
    """In any unambiguous form, inside the words."""
    found = plan(
        "- [ ] a\n\n## Notes & Assumptions\n\n**Dependencies on Other Teams:**\n- API keys from Payments by 3 Feb 2026\n- Ops: rack\n"
    )
    assert [(str(each.date), each.when) for each in found.external_dependencies] == [
        ("2026-02-03", "2026-02-03"),
        ("None", None),
    ]


RISKS = HEAD + "- [ ] a\n\n## Risk Assessment\n\n### High Priority Risks\n\n"


@pytest.mark.parametrize(
    "body",
    [
        "**Risk 1:** It rains\n- **Probability:** Low\n- **Impact:** High\n",
        "**Risk 1**: It rains\n\n- Probability: Low\n- Impact: High\n",
        "**Risk 1:** It rains\n**Probability:** Low\n**Impact:** High\n",
        "#### Risk 1: It rains\n\n- **Likelihood:** 20%\n- **Severity:** High\n",
        "- **Risk 1:** It rains\n  - **Probability:** Low\n  - **Impact:** High\n",
        "| ID | Risk | Impact | Probability |\n|---|---|---|---|\n| 1 | It rains | High | Low - seldom |\n",
        "| # | Risk | Impact | Likelihood |\n|---|---|---|---|\n| 1 | It rains | High | Rare |\n",
        "| Risk | Likelihood | Impact |\n|---|---|---|\n| **Risk 1:** It rains | 🟢 | HIGH |\n",
    ],
)
def test_risks_are_paragraphs_headings_items_or_rows(body: str):
    """Title, levels and priority are the same, whichever way a risk is written."""
    found = read(RISKS + body).plan
    assert found is not None
    (risk,) = found.risks
    assert (str(risk.id), risk.title, risk.probability, risk.impact) == ("1", "It rains", Level.LOW, Level.HIGH)
    assert (risk.priority, risk.score) == (Level.HIGH, 3)


def test_anchors_never_meet_a_heading():
    """A heading whose slug would be one of our anchors keeps it."""
    found = read(
        HEAD
        + "- [ ] **Task 1:** a\n- [ ] **Task 2:** b\n\n## Plan phase 1\n\n> ## Plan task 1\n\n## X {#plan-task-2}\n"
    ).plan
    assert found is not None
    assert found.phases[0].anchor == "plan-phase-1--2"
    assert [task.anchor for task in found.phases[0].tasks] == ["plan-task-1--2", "plan-task-2--2"]


@pytest.mark.parametrize(
    "text", ["[" * 5000, "- " * 3000, "> " * 3000, "*" * 9000, "`" * 9000, "<a " * 3000, "| " * 5000, "a [" * 4000,
             "---\na: " + "[" * 3000 + "\n---\n", "- [ ] " * 2000, "**a:** " * 3000, "(" * 9000, "![" * 4000]
)  # fmt: skip
def test_hostile_texts_are_read(text: str):
    """No repetition makes the reader fail or stall."""
    for whole in (text, f"---\nplan: true\n---\n{text}", HEAD + text, HEAD + f"- [ ] {text}", f"{HEAD}\n| {text} |\n"):
        assert read(whole).verdict


FRAGMENTS = st.sampled_from(
    ["# Implementation Plan: ", "## Risks\n", "### Phase 1: ", "- [ ] ", "- [x] **Task 1.1:** ", "  - **Estimate:** ", "2 days",
     "\n", "\n\n", "**Risk 1:** ", "| Risk | Impact |\n|---|---|\n", "| a | b |\n", "**Status:** ", "```\n", "[x](y)", "2026-02-30",
     "Depends on: 1.1-9.9", "> ", "    ", "\t", "<!-- ", "&amp;", "[^1]: "]
)  # fmt: skip


@settings(max_examples=examples(150))
@given(st.lists(st.one_of(FRAGMENTS, st.text(CHARACTERS, max_size=5)), max_size=40).map("".join))
def test_any_text_is_read(text: str):
    """The reader never raises, and every line it names is one of the file's."""
    found = read(f"---\nplan: true\n---\n{text}").plan
    assert found is not None
    last = 4 + text.replace("\r\n", "\n").replace("\r", "\n").count("\n")
    assert all(1 <= task.line <= last for task in found.walk())


def test_front_matter_of_other_pages_is_none_of_our_business():
    """A broken one is told only to those who ask for a plan; a day that is still to be filled in is no mistake."""
    broken = "---\nname: a: b\n{}---\n# Agent\n\nWork on tasks.\n"
    assert read(broken.format("")).findings == ()
    assert [finding.code for finding in read(broken.format("plan: true\n")).findings] == ["PLAN101"]
    assert read("---\ndue: someday\n---\n# Notes\n").findings == ()
    assert read("---\nplan: true\ndue: YYYY-MM-DD\n---\n# Plan\n\n- [ ] Dig\n").findings == ()


@pytest.mark.parametrize("text", ["", "\n\n", "  \n", "\ufeff"])
@pytest.mark.parametrize("path", ["plans/a.md", "roadmap.md", "docs/plan.md"])
def test_a_blank_file_is_no_plan(text, path):
    """Wherever it lies, and whatever it is called."""
    assert read(text, path=path).plan is None
