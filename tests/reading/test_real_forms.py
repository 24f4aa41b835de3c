"""The ways in which real plans differ from the format: where phases, tasks, criteria and risks stand in them."""

import pytest

from mkdocs_planplugin.model import Level, Plan, State, Status
from mkdocs_planplugin.reading import read


def plan(text: str) -> Plan:
    reading = read(text)
    assert reading.plan is not None, reading.verdict.reasons
    return reading.plan


def lines(found: Plan) -> tuple[list[int], list[int], list[int], list[int]]:
    """The lines of phases, tasks, criteria and of the Definition of Done."""
    criteria = [*(item for phase in found.phases for item in phase.criteria), *found.criteria]
    return (
        [phase.line for phase in found.phases],
        [task.line for task in found.walk()],
        [item.line for item in criteria],
        [item.line for group in found.definition_of_done for item in group.items],
    )


PHASED = "# Implementation Plan: X\n\n## Phase 1: Build\n\n- [ ] **Task 1.1:** a\n\n## Phase 2: Test\n\n- [ ] **Task 2.1:** b\n\n"


class TestGroupsOfBoxes:
    """Numbered boxes that group others are phases and, by their own box, tasks."""

    @pytest.mark.parametrize("indent", ["  ", "    ", ""])
    def test_numbered_groups(self, indent: str):
        found = plan(
            "# Implementation Plan\n\n## Tasks\n\n"
            f"- [x] 1. Lay the ground\n  - detail\n- [/] 2. Build\n{indent}- [x] 2.1 Walls\n{indent}- [ ] 2.2 Roof\n- [ ] 3. Check\n"
        )
        assert lines(found)[0] == [7]
        (phase,) = found.phases
        assert (str(phase.key), phase.name, phase.state) == ("phase:2", "Build", State.IN_PROGRESS)
        assert [str(task.id) for task in phase.walk()] == ["2", "2.1", "2.2"]
        assert [str(task.id) for task in found.tasks] == ["1", "3"]

    def test_steps_with_signs_group_too_where_others_have_boxes(self):
        found = plan(
            "# Implementation Plan\n\n- [x] **1. Ground** ✅\n  - ✅ dug\n- [ ] **2. Walls**\n  - ✅ drawn\n  - [ ] built\n"
        )
        assert [phase.number for phase in found.phases] == ["1", "2"]
        assert lines(found)[1] == [3, 5, 7]

    def test_groups_under_phases_by_headings_are_tasks(self):
        found = plan("# Tasks\n\n## Phase 1: A\n\n- [ ] 1. a\n- [ ] 1.1 b\n\n## Phase 2: B\n\n- [ ] 2. c\n")
        assert [phase.name for phase in found.phases] == ["A", "B"]
        assert [str(task.id) for task in found.phases[0].tasks[0].walk()] == ["1", "1.1"]


class TestSections:
    """Which headings are phases."""

    def test_numbered_sections_with_boxes(self):
        found = plan("## 1. Parser\n\n- [x] 1.1 a\n- [ ] 1.2 b\n\n## 2. Tests\n\n- [ ] 2.1 c\n\n## 3. Notes\n\nwords\n")
        assert [(phase.number, phase.name) for phase in found.phases] == [("1", "Parser"), ("2", "Tests")]

    def test_numbered_sections_of_prose_are_none(self):
        text = "# Storage design\n\n**Status:** Draft\n\n## 1. Goals\n\n### 1.1 Speed\n\nFast.\n\n## 2. Phases of a write\n\n### 2.1 Log\n\n## Risks\n"
        assert read(text).plan is None

    def test_numbered_risks_are_risks(self):
        found = plan(
            "# Work plan\n\n## 1. Build\n\n- [ ] 1.1 a\n\n## 2. Risks\n\n| Risk | Impact | Mitigation |\n|---|---|---|\n| It rains | High | Roof |\n"
        )
        assert ([phase.number for phase in found.phases], [risk.line for risk in found.risks]) == (["1"], [11])

    def test_phases_in_phases(self):
        found = plan(
            "# Tasks\n\n## Phase 1: Core\n\n### Phase 1A: Types\n\n- [x] T001 a\n\n### Phase 1B-2: Engine\n\n- [ ] T002 b\n\n### Week 1\n\n- [ ] T003 c\n"
        )
        assert [(phase.number, len(phase.tasks)) for phase in found.phases] == [("1", 1), ("1A", 1), ("1B-2", 1)]

    def test_steps_beside_milestones_are_no_phases(self):
        found = plan(
            "# ExecPlan: X\n\n## Progress\n\n- [x] a\n- [ ] b\n\n## Plan of Work\n\n### Milestone 1: A\n\n1. x\n\n## Concrete Steps\n\n### Step 1: Run\n\n### Step 2: Look\n"
        )
        assert [phase.name for phase in found.phases] == ["A"]
        assert [task.title for task in found.tasks] == ["a", "b"]

    def test_numbered_groups_beside_phases_that_hold_no_work(self):
        found = plan(
            "# Release plan\n\n## Strategy of releases\n\n### Phase 1: Docs\n\n1. words\n\n## To do\n\n### 1. Texts\n\n- [ ] a\n\n### 2. Package\n\n- [ ] b\n"
        )
        assert [(phase.number, phase.name) for phase in found.phases] == [
            ("1", "Docs"),
            ("1", "Texts"),
            ("2", "Package"),
        ]
        assert len({phase.key for phase in found.phases}) == 3


class TestPhasesToldTwice:
    """The same phase in two or more headings is one."""

    def test_detail_then_checklist(self):
        found = plan(
            "# Implementation Plan\n\n## Phase 1: Fixes (2 days)\n\n**Depends on:** None\n\n### 1.1 Fix the build\n\n**Estimate:** 3h\n**Status:** Partial\n\n"
            "### 1.2 Add a check\n\n## Summary Checklist\n\n### Phase 1: Fixes\n\n- [x] **1.1** Fix the build\n- [ ] **1.2** Add a check\n"
        )
        (phase,) = found.phases
        assert (phase.line, phase.estimate.min_hours, phase.dependencies) == (16, 16.0, "None")
        assert [(str(task.id), task.line, task.state) for task in phase.tasks] == [
            ("1.1", 18, State.DONE),
            ("1.2", 19, State.OPEN),
        ]
        assert phase.tasks[0].estimate.min_hours == 3.0

    def test_a_checklist_of_phases_with_boxes_is_of_criteria(self):
        found = plan(
            PHASED + "## Implementation Checklist\n\n### Phase 1\n\n- [ ] merged\n\n### Phase 2\n\n- [ ] shown\n"
        )
        assert [[item.text for item in phase.criteria] for phase in found.phases] == [["merged"], ["shown"]]
        assert lines(found)[1] == [5, 9]

    def test_another_split_of_the_work_adds_tasks(self):
        found = plan(PHASED + "## Delivery\n\n### Phase 1: Build\n\n- [ ] pull request\n")
        assert lines(found)[:2] == ([3, 7], [5, 15, 9])

    def test_other_phases_of_the_same_number_stay_apart(self):
        found = plan(PHASED + "## Order of work\n\n### Phase 1: Memory\n\n- [ ] c\n")
        assert [phase.name for phase in found.phases] == ["Build", "Test", "Memory"]

    def test_a_name_without_work_repeats_a_phase(self):
        found = plan(PHASED + "## Weeks\n\n### Week 2: Build\n\n- words\n")
        assert len(found.phases) == 2
        assert found.phases[0].position is not None


class TestPlainItems:
    """Where nothing is a task by a box or a name, items are; their state is not tracked."""

    @pytest.mark.parametrize(
        "body",
        [
            "**Tasks:**\n1. one\n2. two\n\n**Tests Required:**\n- none\n",
            "- one\n- two\n\n**Goal:** x\n",
            "- **The group**\n  - one\n  - two\n",
            "### Key Tasks\n\n- one\n- two\n\n### Outputs\n\n- three\n",
            "**Tasks:**\n\n**1.1 one:**\n- detail\n\n**1.2 two:**\n- detail\n",
        ],
    )
    def test_the_forms(self, body: str):
        found = plan(f"# Migration Plan\n\n**Status:** Draft\n\n## Phase 1: A\n\n{body}\n## Phase 2: B\n\n- three\n")
        assert [(task.title.rstrip(":"), task.state) for task in found.phases[0].walk()] == [
            ("one", None),
            ("two", None),
        ]

    def test_not_beside_boxes(self):
        found = plan(PHASED + "## Phase 3: Ship\n\n- words\n")
        assert found.phases[2].tasks == ()


class TestBoxes:
    """What a box is, by what stands above it."""

    @pytest.mark.parametrize(
        "label",
        [
            "**Acceptance:**", "**Acceptance Criteria:**", "**Success Metrics:**", "**Exit Criteria (all of them):**", "**Done when:**",
            "**Before proceeding to Phase 2:**", "### Phase 1 Verification", "### Phase 1 Deliverables Checklist",
            "**Quality Gates**", "**Checkpoint**", "**Критерии приёмки:**", "**受け入れ基準**", "**완료 기준:**", "**Abnahmekriterien:**",
        ],
    )  # fmt: skip
    def test_criteria_of_a_phase(self, label: str):
        found = plan(
            f"# Implementation Plan\n\n## Phase 1: A\n\n- [ ] a\n\n{label}\n\n- [ ] c\n\n## Phase 2: B\n\n- [ ] b\n"
        )
        assert lines(found) == ([3, 11], [5, 13], [9], [])

    @pytest.mark.parametrize(
        "heading", ["Phase 4: Validation", "Phase 4: Verification and Testing", "Phase 4 — Acceptance"]
    )
    def test_a_phase_may_be_about_validation(self, heading: str):
        found = plan(PHASED + f"## {heading}\n\n- [ ] c\n")
        assert [phase.number for phase in found.phases] == ["1", "2", "4"]

    @pytest.mark.parametrize(
        "heading",
        ["Success Criteria", "Quality Gates", "Acceptance Criteria", "Deliverables Checklist", "Security Compliance Checklist",
         "Final Checklist", "Definition of Done", "Done Criteria (Observable)", "Validation and Acceptance", "Post-Implementation", "验收标准"],
    )  # fmt: skip
    def test_checklists_of_the_plan(self, heading: str):
        found = plan(PHASED + f"## {heading}\n\n### Some part\n\n- [ ] d\n")
        assert lines(found)[1:] == ([5, 9], [], [15])

    def test_criteria_of_phases_among_them(self):
        found = plan(
            PHASED
            + "## Acceptance Criteria\n\n**Phase 1 Completion:**\n- [ ] c\n\n**Phase 9 complete when:**\n- [ ] e\n\n"
            "### Quality Gates\n\n**Phase Completion Criteria:**\n- [ ] f\n\n**Per commit:**\n- [ ] d\n"
        )
        assert [item.text for item in found.phases[0].criteria] == ["c"]
        assert [item.text for item in found.criteria] == ["e", "f"]
        assert [item.text for group in found.definition_of_done for item in group.items] == ["d"]

    @pytest.mark.parametrize(
        "heading", ["Approval", "Sign-off", "Legend", "Open Questions", "Table of Contents", "Current State"]
    )
    def test_never_work(self, heading: str):
        assert lines(
            plan(f"# Implementation Plan\n\n## Tasks\n\n- [ ] T001 a\n- [ ] T002 b\n\n## {heading}\n\n- [ ] x\n")
        )[1] == [5, 6]

    @pytest.mark.parametrize(
        "heading", ["API Changes", "Files to Modify", "Edge Cases to Consider", "Impact Analysis", "Code Review"]
    )
    def test_other_views_of_the_work_beside_phases(self, heading: str):
        assert lines(plan(PHASED + f"## {heading}\n\n### Part\n\n- [ ] x\n"))[1] == [5, 9]

    @pytest.mark.parametrize("heading", ["Next Steps", "Documentation", "Testing", "Deployment"])
    def test_work_outside_phases(self, heading: str):
        assert lines(plan(PHASED + f"## {heading}\n\n- [ ] x\n"))[1] == [5, 9, 13]

    def test_lists_of_files(self):
        found = plan(
            "# Implementation Plan\n\n## Phase 1: A\n\n- [ ] a\n\nAffected files:\n- [ ] `a.py`\n\n## Phase 2: B\n\n- [ ] b\n"
        )
        assert lines(found)[1] == [5, 12]


class TestRisks:
    """Tables in several languages, headings, flags; what is done about risks is none."""

    @pytest.mark.parametrize(
        ("heading", "head"),
        [
            ("Risk Analysis & Mitigation", "| Risk | Probability | Impact | Severity | Mitigation |"),
            ("위험 및 완화", "| 위험 | 가능성 | 영향 | 심각도 | 완화 전략 |"),
            ("风险评估", "| 风险 | 概率 | 影响 | 严重程度 | 缓解措施 |"),
            ("Risiken", "| Risiko | Wahrscheinlichkeit | Auswirkung | Schwere | Maßnahme |"),
            ("Technical notes", "| Risk | Likelihood | Impact | Severity | Mitigation |"),
        ],
    )
    def test_tables(self, heading: str, head: str):
        found = plan(
            PHASED + f"## {heading}\n\n{head}\n|---|---|---|---|---|\n| It rains | Low | High | Critical | Roof |\n"
        )
        (risk,) = found.risks
        assert (risk.title, risk.probability, risk.impact, risk.mitigation) == (
            "It rains",
            Level.LOW,
            Level.HIGH,
            "Roof",
        )

    def test_a_table_with_ids_and_what_is_done(self):
        found = plan(
            PHASED
            + "## Risk Mitigation Status\n\n| Risk | Before | Mitigation During the Work |\n|---|---|---|\n| R-001 | open | Roof |\n"
        )
        assert [(str(risk.id), risk.title, risk.mitigation) for risk in found.risks] == [("R-001", "R-001", "Roof")]

    def test_a_risk_column_is_no_risk_table(self):
        found = plan(PHASED + "## Work\n\n| Task | Risk | Effort |\n|---|---|---|\n| Paint | Low | 2h |\n")
        assert found.risks == ()

    def test_what_is_done_is_no_risk(self):
        found = plan(
            PHASED
            + "## Risks\n\n- It rains\n\n**Mitigation:**\n\n- a roof\n\n### Mitigation Strategies\n\n- an umbrella\n"
        )
        assert [risk.title for risk in found.risks] == ["It rains"]

    def test_headings_and_boxes_with_what_risks_have(self):
        found = plan(
            PHASED
            + "## Risks\n\n### Rain\n\n**Likelihood:** Low\n**Severity:** High\n\n### Red flags\n\n- [ ] Costs\n  - **Mitigation:** cap\n- [ ] call Ann\n"
        )
        assert [(risk.title, risk.probability, risk.impact) for risk in found.risks] == [
            ("Rain", Level.LOW, Level.HIGH),
            ("Costs", None, None),
        ]


class TestHeader:
    """Fields above the first section, in the ways they are written."""

    @pytest.mark.parametrize(
        "header",
        [
            "**Status:** Done",
            "- Status: Done",
            "* **Status**: Done",
            "> **Status:** Done",
            "*Status: Done*",
            "**状态**：✅ 已完成",
        ],
    )
    def test_status(self, header: str):
        found = plan(f"# Implementation Plan: X\n\n{header}\n\n## Phase 1: A\n\n- [x] a\n")
        assert found.status is Status.COMPLETE


class TestKinds:
    """Pages that look like plans, and plans that look like other pages."""

    @pytest.mark.parametrize(
        "text",
        [
            "# Session Summary\n\n## Done\n\n### Phase 1\n\n- [x] a\n\n### Phase 2\n\n- [x] b\n\n### Phase 3\n\n- [ ] c\n",
            "# Implementation Phase Protocol\n\n### Phase 1: A\n\n**Typical Tasks:**\n- x\n\n### Phase 2: B\n\n- y\n",
            "# RFC 12: Sharding\n\n## Motivation\n\n## Rollout\n\n### Phase 1: Shadow\n\n- words\n\n### Phase 2: Switch\n\n- words\n\n## Risks\n",
            "# Acceptance Checklist\n\n- [ ] **1.1** a\n- [ ] **1.2** b\n",
            "# Queues\n\nA task is a message. Each step is logged.\n\n1. First\n2. Second\n",
        ],
    )
    def test_no_plans(self, text: str):
        reading = read(text)
        assert reading.plan is None, reading.verdict.reasons

    @pytest.mark.parametrize(
        "text",
        [
            "# Make imports faster\n\n## Progress\n\n- [x] (2026-01-02) a\n- [ ] b\n\n## Decision Log\n\n## Plan of Work\n\n## Concrete Steps\n",
            "## 1. Implementation\n\n- [x] 1.1 a\n- [ ] 1.2 b\n",
            "# 移行計画\n\n### Phase 1: 準備\n1. [ ] a\n\n### Phase 2: 実行\n2. [ ] b\n",
        ],
    )
    def test_plans(self, text: str):
        plan(text)

    def test_templates_are_told_by_their_spots(self):
        phases = "".join(
            f"### Phase {n}: [Phase Name] (Days X-Y)\n\n- [ ] **[Task]** - [What] - **Due:** [Date]\n\n" for n in (1, 2)
        )
        assert plan(f"# Implementation Plan - [Name]\n\n{phases}").is_template
        spots = "- Step 1 [words] [words]\n" * 12
        assert plan(f"# Implementation Plan Template\n\n## Phase 1: Build\n\n**Tasks:**\n{spots}").is_template
