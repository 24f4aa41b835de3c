"""What boxes are, by all the names above them: each rule of `work.roles` once, in documents made up for it."""

import pytest

from mkdocs_planplugin.model import Plan
from mkdocs_planplugin.reading import read

# Two phases with work, so that there is other work beside what a test adds.
WORK = "## Phase 1: Dig\n\n- [ ] Fetch spades\n- [x] Dig the hole\n\n## Phase 2: Plant\n\n- [ ] Set the tree\n\n"


def plan(text: str, title: str = "Orchard") -> Plan:
    """The plan in a text that says itself that it is one."""
    reading = read(f"---\nplan: true\n---\n# {title}\n\n{text}")
    assert reading.plan is not None
    return reading.plan


def role_of(text: str, box: str = "box", title: str = "Orchard") -> str:
    """What the box with this text is in the plan; empty where it is nothing."""
    read_plan = plan(text, title)
    tasks = list(read_plan.walk())
    criteria = [item for phase in read_plan.phases for item in phase.criteria]
    criteria += read_plan.criteria
    roles = {
        "work": [task.title for task in tasks],
        "criteria": [item.text for item in criteria],
        "final": [item.text for group in read_plan.definition_of_done for item in group.items],
    }
    holders = [role for role, texts in roles.items() for text in texts if text == box]
    assert len(holders) <= 1, f"counted twice: {holders}"
    return holders[0] if holders else ""


def test_goals_must_hold_at_the_end_where_other_boxes_are_the_work():
    """Alone they are the work; above headings of tasks they say nothing."""
    assert role_of(f"## Goals\n\n- [ ] box\n\n{WORK}") == "final"
    assert role_of("## Goals\n\n- [ ] box\n") == "work"
    assert role_of("## Phase 1: Dig\n\n### Objective\n\n#### Task 1.1: Fetch\n\n- [ ] box\n") == "work"


def test_a_label_inside_a_list_of_goals_changes_nothing():
    """But a phase in it has goals of its own."""
    assert role_of(f"## Coverage goals\n\nWe measure it.\n\nTarget coverage:\n\n- [ ] box\n\n{WORK}") == "final"
    assert role_of(f"{WORK}## Goals\n\n**Phase 3: Pick**\n\n- [ ] box\n") == "work"


def test_phases_below_milestones_hold_their_work():
    """Whatever other boxes are work; a list of milestones says what is reached."""
    other = "## Garden\n\n- [ ] Rake\n\n"
    assert role_of(f"{other}## Milestones\n\n### Phase 1: Dig\n\n- [ ] box\n") == "work"
    assert role_of(f"{other}## Milestones\n\n- [ ] box\n") == "criteria"


@pytest.mark.parametrize("name", ["Milestones and Acceptance Criteria", "Meilensteine und Abnahmekriterien"])
def test_phases_below_a_name_of_phases_and_of_what_ends_them_hold_their_work(name: str):
    text = f"## {name}\n\n### M1 – Dig\n\n- [ ] box\n\n### M2 – Sow\n\n- [ ] more\n"
    assert role_of(text) == "work"
    assert [phase.name for phase in plan(text).phases] == ["Dig", "Sow"]


@pytest.mark.parametrize("name", ["Milestones and acceptance criteria", "Phases with exit criteria"])
def test_without_phases_below_it_such_a_name_is_that_of_criteria(name: str):
    assert role_of(f"## {name}\n\n- [ ] box\n\n## Tasks\n\n- [ ] Dig\n") in ("criteria", "final")


def test_what_must_hold_for_each_of_something_must_hold():
    assert role_of(WORK + "## Every day\n\n- [ ] box\n") == ""
    assert role_of(WORK + "## Quality Gates\n\n### Every day\n\n- [ ] box\n") == "final"
    assert role_of(WORK + "### Acceptance Criteria\n\n**For each tree:**\n\n- [ ] box\n") == "criteria"


def test_below_a_list_of_tasks_is_work_whatever_its_own_heading_says():
    assert role_of("## Phase 1: Dig\n\n### Tasks\n\n#### Verification\n\n- [ ] box\n") == "work"
    assert role_of("## Phase 1: Dig\n\n### Tasks\n\n#### Acceptance Criteria\n\n- [ ] box\n") == "criteria"


@pytest.mark.parametrize(
    "name",
    [
        "Approvals",
        "Open Questions",
        "Files to Change",
        "Edge Cases",
        "Rollback Criteria",
        "Stop Conditions",
        "Anti-patterns",
        "Daily garden checklist",
        "Reviewers",
        "Pre-requisites",
        "Dependencies",
        "External Dependencies",
        "Depends on",
        "Dependencias",
        "Závislosti",
        "依存関係",
        "Required Tools",
        "Key",
        "For each tree",
        "目录",
        "待确认",
        "Onay",
    ],
)
def test_the_nearest_name_of_something_beside_the_work(name: str):
    assert role_of(WORK + f"## {name}\n\n- [ ] box\n") == ""
    assert role_of(WORK + f"## {name}\n\n### Soil\n\n- [ ] box\n") == ""


BEFORE = [
    "Before the launch",
    "Tests before launch",
    "Pre-launch",
    "Vor der Übergabe",
    "À vérifier avant l'ouverture",
    "Antes de inaugurar",
]


@pytest.mark.parametrize("name", BEFORE)
def test_what_has_to_be_so_before_something_is_a_checklist_behind_all_work(name: str):
    """Before other work it is work itself, as it is in a phase and without other work."""
    assert role_of(f"{WORK}## {name}\n\n- [ ] box\n") == "final"
    assert role_of(f"{WORK}## {name}\n\n### Soil\n\n- [ ] box\n") == "final"
    assert role_of(f"{WORK}**{name}:**\n\n- [ ] box\n") == "work"
    assert role_of(f"## {name}\n\n- [ ] box\n\n{WORK}") == "work"
    assert role_of(f"## {name}\n\n- [ ] box\n") == "work"


@pytest.mark.parametrize("other", ["After the launch", "Post-launch", "On the day", "Nach der Eröffnung", "Le jour J"])
def test_beside_a_list_for_what_comes_after_it_a_list_before_something_is_work(other: str):
    assert role_of(f"{WORK}## Before the launch\n\n- [ ] box\n\n## {other}\n\n- [ ] Rest\n") == "work"


def test_a_checklist_around_parts_of_time_says_what_they_are():
    assert role_of(f"{WORK}## Launch checklist\n\n### Before the launch\n\n- [ ] box\n\n### After it\n") == "final"


@pytest.mark.parametrize("name", ["Manual testing", "Device tests", "Manuelle Tests", "Tests manuels"])
def test_what_is_tried_by_hand_is_a_checklist_beside_other_work(name: str):
    assert role_of(f"{WORK}## {name}\n\n- [ ] box\n") == "final"
    assert role_of(f"{WORK}### {name}\n\n- [ ] box\n") == "criteria"
    assert role_of(f"## {name}\n\n- [ ] box\n") == "work"
    assert role_of(f"{WORK}## Write manual tests\n\n- [ ] box\n") == "work"


def test_files_to_change_are_work_where_little_else_is():
    """Beside other work they only say where it is done."""
    files = "## Files to delete\n\n### Old ones\n\n- [ ] box\n- [ ] b.txt\n- [ ] c.txt\n\n"
    assert role_of(files) == "work"
    assert role_of(f"{files}## Action Items\n\n- [ ] Ask Ida\n") == "work"
    assert role_of(f"{files}{WORK}") == ""
    assert role_of("## For each large file\n\n- [ ] box\n\n## Action Items\n\n- [ ] Ask Ida\n") == ""


def test_checklists_for_the_end_are_final_beside_tasks_without_boxes():
    """Two labels say that the lists below them are tasks."""
    tasks = "## Hull\n\n**Tasks:**\n- Plank it\n\n## Mast\n\n**Main tasks:**\n- Step it\n\n"
    assert role_of(f"{tasks}## Launch Checklist\n\n- [ ] box\n") == "final"
    assert role_of("## Hull\n\n**Planks:**\n- Oak\n\n## Launch Checklist\n\n- [ ] box\n") == "work"


def test_what_must_hold_after_each_step_is_criteria_in_a_list_of_checks():
    """Each guest or tree is no part of the work."""
    assert role_of(f"{WORK}## Test Checklist\n\n### After each step\n\n- [ ] box\n") == "criteria"
    assert role_of(f"{WORK}## Verification\n\n### For each user story\n\n- [ ] box\n") == "criteria"
    assert role_of(f"{WORK}## Test Checklist\n\n### After each rain\n\n- [ ] box\n") == ""
    assert role_of(f"{WORK}## After each step\n\n- [ ] box\n") == ""


@pytest.mark.parametrize("name", ["Add usage examples", "Define acceptance criteria", "Create the rollback plan"])
def test_a_name_that_begins_with_an_order_is_work_whatever_it_is_about(name: str):
    assert role_of(f"{WORK}### {name}\n\n- [ ] box\n") == "work"
    assert role_of(f"{WORK}### {name.partition(' ')[2]}\n\n- [ ] box\n") != "work"


def test_edge_cases_are_aside_and_tests_of_them_are_work():
    assert role_of(f"{WORK}### Edge cases to consider\n\n- [ ] box\n") == ""
    assert role_of(f"{WORK}### Edge case tests\n\n- [ ] box\n") == "work"


def test_brackets_make_a_name_of_criteria_no_longer():
    """Of a long name without them a single word says little."""
    remark = "the fixtures of chapter 8.2, all of which become failing tests"
    assert role_of(f"{WORK}### Acceptance criteria ({remark})\n\n- [ ] box\n") == "criteria"
    assert role_of(f"{WORK}### Where the criteria come from: {remark}\n\n- [ ] box\n") == "work"


@pytest.mark.parametrize("name", ["Security verification", "Verificaciones finales", "Verificações finais"])
def test_more_names_of_checks(name: str):
    assert role_of(f"{WORK}## {name}\n\n- [ ] box\n") == "final"


@pytest.mark.parametrize("name", ["Out of scope", "Not doing", "Nicht im Umfang", "Hors périmètre", "Fuera de alcance"])
def test_what_is_not_done_is_aside(name: str):
    assert role_of(f"{WORK}## {name}\n\n- [ ] box\n") == ""


def test_parts_with_codes_are_parts_whatever_they_are_called():
    text = "## Work packages\n\n### WP1: Literature review\n\n- [ ] box\n\n### WP2: Field study\n\n- [ ] Walk\n"
    assert role_of(text) == "work"
    assert [phase.name for phase in plan(text).phases] == ["Literature review", "Field study"]


@pytest.mark.parametrize(
    "name",
    ["Acceptance Criteria", "Definition of Done", "Exit Criteria", "Done when", "Quality Gates", "Abnahmekriterien",
     "Critères de réussite", "Criterios", "Critérios", "Criteri", "Kryteria", "Kritéria", "Kriterler", "Критерии",
     "验收标准", "完了条件", "완료 기준", "종료 조건"],
)  # fmt: skip
def test_criteria_are_those_of_the_phase_around_them_else_of_the_plan(name: str):
    assert role_of(WORK + f"### {name}\n\n- [ ] box\n") == "criteria"
    assert role_of(WORK + f"## {name}\n\n- [ ] box\n") == "final"
    assert role_of(WORK + f"## {name}\n\n### Security\n\n- [ ] box\n") == "final"


def test_criteria_of_the_whole_plan_by_phases_go_to_these():
    read_plan = plan(WORK + "## Success Criteria\n\n### Phase 2 is over\n\n- [ ] box\n")
    assert [[item.text for item in phase.criteria] for phase in read_plan.phases] == [[], ["box"]]


def test_the_end_of_the_phase_that_the_document_is_belongs_to_the_whole():
    """It is told by the title; other phases, and those of another document, are parts."""
    for name, expected in (
        ("Definition of Done (Sprint 3)", "final"),
        ("Sprint 3b complete when", "criteria"),
        ("Exit criteria of Sprint 2", "criteria"),
    ):
        text = f"## Tasks\n\n- [ ] Dig\n- [x] Sow\n\n## {name}\n\n- [ ] box\n"
        assert role_of(text, title="Sprint 3: Orchard") == expected
        assert role_of(text, title="What comes next - Sprint 3: Orchard") == expected
        assert role_of(text, title="Orchard") == "criteria"
        assert role_of(text, title="Sprint 3 and Sprint 4") == "criteria"
        assert role_of(text, title="Sprint 3: Orchard - Sprint 4: Fence") == "criteria"


def test_a_phase_with_a_name_of_its_own_is_that_phase():
    assert role_of("## Phase 1: Dig\n\n- [ ] a\n\n## Phase 2: Validation\n\n- [ ] box\n") == "work"
    assert role_of("## Phase 1: Dig\n\n- [ ] a\n\n## Phase 1 Validation\n\n- [ ] box\n") == "criteria"


def test_the_same_heading_in_numbered_sections_is_about_these():
    text = WORK + "## 3. Fence\n\n### Acceptance\n\n- [ ] box\n\n## 4. Gate post\n\n### Acceptance\n\n- [ ] other\n"
    assert role_of(text) == "criteria"


@pytest.mark.parametrize("name", ["Checklist", "Launch Checklist", "Deliverables"])
def test_weak_names_are_the_work_where_there_is_no_other(name: str):
    assert role_of(f"## {name}\n\n- [ ] box\n- [ ] more\n") == "work"
    assert role_of(WORK + f"## {name}\n\n- [ ] box\n") == "final"


def test_deliverables_and_checks_of_a_phase_are_its_criteria():
    for name in ("Deliverables", "Verification", "Checklist"):
        assert role_of(WORK + f"### {name}\n\n- [ ] box\n") == "criteria"


def test_a_migration_checklist_is_the_work_unless_most_of_it_stands_elsewhere():
    assert role_of("## Notes\n\n- [ ] a\n\n## Migration Checklist\n\n" + "- [ ] b\n" * 5 + "- [ ] box\n") == "work"
    assert role_of(WORK + "## Migration Checklist\n\n- [ ] box\n") == "final"


@pytest.mark.parametrize(
    "name",
    ["Expected Outcome", "Quality checks", "Go/No-Go", "KPIs", "Checklist Phase 1", "Checkliste Phase 1", "인수 조건",
     "Deliverables Phase 1"],
)  # fmt: skip
def test_what_must_hold_has_many_names(name: str):
    """Below the work of a phase."""
    assert role_of(f"## Phase 1: Dig\n\n### Tasks\n\n- [ ] Fetch\n\n### {name}\n\n- [ ] box\n") == "criteria"


@pytest.mark.parametrize(
    "name",
    ["Production Readiness", "Preflight", "UAT", "KPIs", "Test Plan", "Performance Targets", "Device checks",
     "Still to verify", "Verification (by hand)", "Validation finale", "Manuelle Prüfung", "Akzeptanz",
     "Definition of Success", "What done looks like", "Ready to ship when", "Target metrics"],
)  # fmt: skip
def test_checks_of_the_whole_plan(name: str):
    """Behind all phases."""
    assert role_of(WORK + f"## {name}\n\n- [ ] box\n") == "final"


def test_milestones_beside_the_work():
    assert role_of(WORK + "## Milestones\n\n- [ ] box\n") == "criteria"
    assert role_of("## Milestones\n\n- [ ] box\n- [ ] more\n") == "work"


def test_milestones_beside_phases_without_boxes():
    """They say when a phase is over, whatever numbers they have."""
    phases = "## Phase 1: Dig\n\n- Fetch spades\n\n## Phase 2: Plant\n\n- Set the tree\n\n"
    assert role_of(phases + "## Milestones\n\n### M1: The hole is there\n\n- [ ] box\n") == "criteria"
    assert role_of("## Milestones\n\n### M1: The hole is there\n\n- [ ] box\n") == "work"
    of_phases = (
        "## Phase 1: Dig\n\n**Milestones:**\n\n- [ ] box\n\n## Phase 2: Plant\n\n**Milestones:**\n\n- [ ] more\n"
    )
    assert role_of(of_phases) == "work"
    assert role_of("## Phase 1: Dig\n\nDeep.\n\n## Phase 2: Plant\n\nSoon.\n\n## Milestones\n\n- [ ] box\n") == "work"


@pytest.mark.parametrize("gate", ["Gate 2", "Gate P2: Plant", "Checkpoint 1"])
def test_a_gate_with_a_number_is_that_of_a_part(gate: str):
    """What must hold there are criteria; a gate without one belongs to the whole plan."""
    assert role_of(WORK + f"## Results\n\n### {gate}\n\n#### Exit criteria\n\n- [ ] box\n") == "criteria"
    assert role_of(WORK + "## Results\n\n### Last gate\n\n#### Exit criteria\n\n- [ ] box\n") == "final"


@pytest.mark.parametrize("name", ["Security", "Testing", "Documentation", "Performance", "Team Blue"])
def test_other_names_say_nothing(name: str):
    assert role_of(f"## Phase 1: Dig\n\n### {name}\n\n- [ ] box\n") == "work"


def test_a_line_above_a_list_is_a_name():
    assert role_of("## Phase 1: Dig\n\n- [ ] a\n\nAcceptance criteria for the hole:\n\n- [ ] box\n") == "criteria"
    sentences = "Device checks (by hand). Stop if one of them fails:"
    assert role_of(f"## Phase 1: Dig\n\n- [ ] a\n\n{sentences}\n\n- [ ] box\n") == "criteria"


def test_boxes_below_a_task_are_its_parts_unless_a_label_says_other():
    assert role_of("## Phase 1: Dig\n\n- [ ] a\n  - [ ] box\n") == "work"
    assert role_of("## Phase 1: Dig\n\n- [ ] a\n\n  **Definition of Done:**\n  - [ ] box\n") == "criteria"


def test_lists_after_the_one_of_the_files_are_work():
    assert role_of("## Phase 1: Dig\n\n**Files to modify:**\n\n- [ ] `a.py`\n\n1. [ ] box\n") == "work"


@pytest.mark.parametrize("name", ["Complete", "✅ Complete", "Completed", "Done"])
def test_the_name_of_a_state_is_no_check(name: str):
    """Below it stands what was done; `Phase 2 complete` says when that phase is over."""
    assert role_of(WORK + f"## Done\n\n**{name}**\n\n- [x] box\n") == "work"
    assert role_of(WORK + "### Phase 2 complete\n\n- [x] box\n") == "criteria"


@pytest.mark.parametrize("name", ["Definition of Ready (DoR)", "Entry Criteria", "Pre-Implementation Checklist"])
def test_what_must_hold_before_the_plan_begins(name: str):
    """It is no part of its end; in a phase it is a criterion, and where nothing else is work, a checklist is the work."""
    assert role_of(WORK + f"## {name}\n\n- [ ] box\n") == ""
    assert role_of(WORK + f"### {name}\n\n- [ ] box\n") == "criteria"
    assert role_of("## Pre-Implementation Checklist\n\n- [ ] box\n- [ ] more\n") == "work"


def test_phases_numbered_in_words_or_signs_hold_work_and_criteria_as_others_do():
    """The name of a phase says nothing of its boxes; the name of a list in it does."""
    for number in ("Two", "II", "Zero", "2"):
        assert role_of(f"{WORK}## Phase {number}: Validation\n\n- [ ] box\n") == "work"
        assert role_of(f"{WORK}## Phase {number} Verification\n\n- [ ] box\n") == "criteria"


@pytest.mark.parametrize(("code", "role"), [("AC-1", "final"), ("AC 2", "final"), ("Task 1", "criteria")])
def test_codes_of_criteria_are_no_parts_of_the_work(code: str, role: str):
    """What stands below them must hold for the whole plan, as without them."""
    assert role_of(f"{WORK}## Acceptance Criteria\n\n### {code}: Roots\n\n- [ ] box\n") == role
