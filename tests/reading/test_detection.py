"""Which pages are plans: where they lie, what they are called, what was said of them, and the reasons."""

import pytest

from mkdocs_planplugin.reading import Reading, read
from mkdocs_planplugin.reading.profiles import BASE, WEIGHTS

BOXES = "- [ ] Clear the gutter\n- [ ] Oil the hinge\n- [ ] Paint the door\n"


def kind(text: str, path: str = "", *, is_plan: bool | None = None) -> str:
    reading = read(text, path=path, is_plan=is_plan)
    return "other" if reading.plan is None else "template" if reading.plan.is_template else "plan"


def why(reading: Reading) -> dict[str, float]:
    return {str(reason.sign): reason.points for reason in reading.verdict.reasons}


def signs(text: str, path: str = "") -> set[str]:
    return {str(reason.sign) for reason in read(text, path=path).verdict.reasons}


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


@pytest.mark.parametrize(
    "title", ["Sprint 3: Roof", "Etappe 2: Dach", "Étape 2 : Toit", "Fase 2: Tetto", "第二阶段：屋顶", "Etap 2: Dach"]
)
def test_a_phase_in_the_title_speaks_of_planned_work(title: str):
    """Whatever the language; a number behind another word does not."""
    assert "title_plan" in signs(f"# {title}\n\n{BOXES}")
    assert "title_plan" not in signs(f"# Shed 2: Roof\n\n{BOXES}")


@pytest.mark.parametrize(
    ("title", "speaks"),
    [
        ("The progress bar hides the door", False),
        ("Garden migration", True),
        ("Migration to the garden", True),
        ("The tasks of 2026", True),
        ("项目实施任务清单（一）", True),  # without spaces between words
    ],
)
def test_in_the_middle_of_a_title_a_word_for_work_says_nothing(title: str, *, speaks: bool):
    """It is a piece of a name there, but where a number or a word such as `of` follows."""
    assert ("title_plan" in signs(f"# {title}\n\n{BOXES}")) is speaks


@pytest.mark.parametrize(
    ("title", "is_plan"),
    [
        ("Tasks API", False),
        ("Todo Web App - PRD", False),
        ("Tasks", True),
        ("Tasks for the API", True),
        ("Tasks: API", True),
        ("Todo list", True),
        ("Roadmap Shed", True),
    ],
)
def test_tasks_at_the_beginning_of_a_name_are_what_a_program_deals_with(title: str, *, is_plan: bool):
    """In titles and in the names of files."""
    assert (signs(f"# {title}\n\n{BOXES}") >= {"title_plan", "title_strong"}) is is_plan
    name = title.replace(" ", "-").replace(":", "-for")
    assert ("file_plan" in signs(f"# Shed\n\n{BOXES}", f"{name}.md")) is is_plan


@pytest.mark.parametrize("items", [4, 5])
def test_five_plain_items_are_work_for_a_page_that_says_plan(items: int):
    """Below a heading for work; fewer may be anything."""
    text = "# The shed\n\n## Next steps\n\n" + "".join(f"- Nail board {n}\n" for n in range(items))
    assert ("placed_work" in signs(text, "plans/shed.md")) is (items >= 5)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("plans/706_sign_template/task.md", "plan"),  # a plan for a template, by its number
        ("plans/sign_template/task.md", "template"),
        ("plans/TemplateBrowser/task.md", "plan"),
    ],
)
def test_folders_of_templates(path: str, expected: str):
    """Their names end with the word, and are not those of a numbered piece of work."""
    assert kind(f"# The shed\n\n{BOXES}", path) == expected


@pytest.mark.parametrize(
    ("title", "is_other"),
    [
        ("Sprint 31: Fresh signs and agent memory", False),
        ("Milestone 4: Review Bot", False),
        ("Skill bank: Phase status tracker", False),
        ("Workflow engine: Task states", True),
        ("Write a plan", True),
        ("Create your first roadmap", True),
        ("Sprint 14: Retrospective", True),
        ("Phase 2: Completion report", True),
        ("Week 3: Workflow basics", True),  # a course has weeks, too
    ],
)
def test_the_name_of_a_phase_may_have_any_words(title: str, is_other: bool):
    """Only the last one says what the document is."""
    assert ("hard" in signs(f"# {title}\n\n{BOXES}")) is is_other


def test_what_a_piece_of_work_must_hold():
    """By its title, or beside a list of its tasks; boxes of both kinds elsewhere say nothing of it."""
    criteria = "## Acceptance Criteria\n\n- [ ] It is dry\n\n"
    assert "work_item" in signs(f"# Story 3: Roof\n\n{criteria}")
    assert "work_item" in signs(f"# Story [N.X]: [Title]\n\n{criteria}")
    assert "work_item" not in signs(f"# [Story]: Roof\n\n{criteria}")
    assert "work_item" in signs(f"# Roof\n\n{criteria}## Tasks\n\n{BOXES}")
    assert "work_item" not in signs(f"# Roof\n\n{criteria}## Garden\n\n{BOXES}")
    assert "work_item" not in signs(f"# Story 3: Roof\n\n## Tasks\n\n{BOXES}")


@pytest.mark.parametrize(
    "text",
    [
        "## Shed plan\n\nWe build.\n",  # without a title above
        "# Shed\n\n**Phase 1: Roof**\n\n- Beams\n",
        "# Rollout of the shed\n\nWe build.\n",
        "# Shed WBS\n\nWe build.\n",
    ],
)
def test_pages_that_are_weighed(text: str):
    """What the first heading says, and phases in bold type, are worth a look."""
    assert read(text).verdict.score is not None
    assert read("# Shed\n\n## Plan\n\n**Roof**\n\n- Beams\n").verdict.score is None


def test_a_task_record_may_be_called_readme():
    """Some tools give each task a folder with such a file; another page of that name is rarely a plan."""
    record = "---\nstatus: DONE\nowner: Ana\npriority: high\ndepends_on: []\n---\n"
    assert "readme" not in signs(f"{record}# Shed\n\n{BOXES}", "tasks/1/README.md")
    assert "readme" in signs(f"# Shed\n\n{BOXES}", "tasks/1/README.md")


def test_tasks_in_the_front_matter_make_a_plan():
    """As some assistants keep them: each with its state. A list of words is none."""
    todos = "---\nname: Shed\ntodos:\n  - id: roof\n    content: Mend the roof\n    status: pending\n---\n"
    assert kind(f"{todos}# Shed\n\nWords about a phase 1.\n") == "plan"
    assert kind("---\nname: Shed\ntodos: [roof]\n---\n# Shed\n\nWords about a phase 1.\n") == "other"


def test_a_piece_of_work_is_known_by_its_id():
    """In the front matter, as by its title."""
    criteria = "# Roof\n\n## Acceptance Criteria\n\n- [ ] It is dry\n"
    assert "work_item" in signs(f"---\nid: TASK-044\n---\n{criteria}")
    assert "work_item" not in signs(f"---\nid: ROOF-044\n---\n{criteria}")


def test_work_at_different_states_is_tracked():
    """By boxes, or by signs before items without any."""
    assert "mixed" in signs(f"# Shed\n\n{BOXES}- [x] Begin\n")
    assert "mixed" not in signs(f"# Shed\n\n{BOXES}")
    assert "mixed" in signs("# Shed\n\n## Phase 1\n\nWords.\n\n## Yard\n\n- ✅ Dig\n- ⏳ Rake\n")
    assert "mixed" not in signs("# Shed\n\n## Phase 1\n\nWords.\n\n## Yard\n\n- ✅ Dig\n- ✅ Rake\n")


def test_numbered_tasks_say_what_a_list_of_boxes_is_for():
    """It is the check at their end, and no list to be gone through again and again."""
    tasks = "".join(f"## Task {n}: Board {n}\n\nNail it.\n\n" for n in (1, 2))
    assert "single_unticked" not in signs(f"# Shed\n\n{tasks}## Garden\n\n{BOXES}")
    assert "single_unticked" in signs(f"# Shed\n\n{tasks.replace('Task', 'Board')}## Garden\n\n{BOXES}")


def test_a_checklist_among_plans_that_is_begun_is_one():
    """It is what is to be done; one without ticks may be gone through again and again."""
    text = f"# Shed checklist\n\n{BOXES}"
    assert kind(f"{text}- [x] Begin\n", "plan/todo.md") == "plan"
    assert kind(text, "plan/todo.md") == kind(f"{text}- [x] Begin\n", "shed.md") == "other"


def test_a_status_page_that_is_mostly_work_tracks_it():
    """Otherwise it is a report."""
    tracked = f"# Project Status\n\n## Done\n\n- [x] Begin\n\n## Open\n\n{BOXES}"
    assert "hard" not in signs(tracked)
    assert "hard" in signs(tracked.replace("[x]", "[ ]"))
    assert "hard" in signs(tracked + "\nWords.\n" * 20)


@pytest.mark.parametrize(("word", "is_work"), [("Milestone", True), ("Part", False)])
def test_milestones_may_be_told_in_prose(word: str, is_work: bool):
    """Only plans have them; a text of parts may be a course."""
    text = f"# Tasks of the shed\n\n## {word} 1\n\nWords.\n\n## {word} 2\n\nWords.\n"
    assert ("placed_work" in signs(text)) is is_work


def test_rows_with_boxes_are_rows_of_work():
    """Whatever the columns are called."""
    table = "| Done | Bird |\n|---|---|\n| [x] | Owl |\n| [ ] | Rook |\n"
    assert "task_table" in signs(f"# Shed\n\n{table}")
    assert "task_table" not in signs(f"# Shed\n\n- [ ] Door\n\n{table.replace('[x]', 'x').replace('[ ]', 'x')}")


def test_tables_of_weeks_are_work_below_a_title_for_plans():
    """A column of spans of time is enough there."""
    table = "| Week | Content |\n|---|---|\n" + "| 1 | Hut |\n" * 6
    assert "titled_list" in signs(f"# Shed plan\n\n{table}")
    assert "titled_list" not in signs(f"# Shed plan\n\n{table.replace('Week', 'Bird')}")


def test_a_list_of_links_is_no_work():
    """A page that lists plans is none."""
    assert "titled_list" in signs("# Shed plan\n\n- Dig\n- Fill\n")
    assert "titled_list" not in signs("# Shed plan\n\n- [Dig](dig.md)\n- [Fill](fill.md)\n")


def test_tasks_in_code_below_a_list_of_tasks_are_seen():
    """As in PRPs; code elsewhere is code."""
    code = "```yaml\nTask 1:\n  roof\nTask 2:\n  door\n```\n"
    assert "tasks_any" in signs(f"# Shed\n\n## Phases\n\n## List of tasks\n\n{code}")
    assert "tasks_any" not in signs(f"# Shed\n\n## Phases\n\n## Sample\n\n{code}")


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
        ("Plan for the review", "plan"),
        ("Reading a query plan", "other"),
        ("Plan d'audit", "plan"),
        ("Plano de revisão", "plan"),
        ("Bilan du plan", "other"),
        ("Review of the plan", "other"),
        ("Prüfliste", "other"),
        ("Podsumowanie", "other"),
        ("利用マニュアル", "other"),
        ("Report: the shed plan", "other"),
        ("How to write a plan", "other"),
        ("Onboarding checklist", "other"),
        ("Migration checklist", "plan"),
        ("Audit Log Service: Migration plan", "plan"),
        ("Review Bot - Roadmap", "plan"),
        ("Session report - Migration plan", "other"),
        ("RFC 12: Migration plan", "other"),
        ("Review of the bot: Roadmap", "other"),
        ("Checklist de implementação", "plan"),  # the words for a checklist are part of those for planned work
        ("Checklist de publicação", "other"),
    ],
)
def test_the_last_word_of_a_title_says_what_it_is(title: str, expected: str):
    """An audit remediation plan is a plan, a plan review is a review."""
    assert kind(f"# {title}\n\n## First\n\n{BOXES}\n## Then\n\n{BOXES}", "work/plan.md") == expected


def test_a_roadmap_of_lists_is_a_plan():
    """Where the title or the name of the file calls it one; elsewhere lists are lists."""
    lists = "## Version 1\n\n- Door\n- Hinge\n- Lock\n\n## Version 2\n\n- Roof\n- Gutter\n- Barrel\n"
    assert kind(f"# Roadmap\n\n{lists}", "docs/roadmap.md") == "plan"
    assert kind(f"# Shed\n\n{lists}", "docs/roadmap.md") == "plan"
    assert kind(f"# Shed\n\n{lists}", "docs/shed.md") == "other"
    assert kind("# Roadmap\n\nWe build a shed.\n", "docs/roadmap.md") == "other"
    of_software = "## States\n\n- Queued\n- Running\n- Done\n\n## Limits\n\n- Memory\n- Time\n- Depth\n"
    assert kind(f"# Tasks\n\n{of_software}", "docs/tasks/concepts.md") == "other"


@pytest.mark.parametrize("title", ["Background Tasks (beta)", "Scheduled Tasks: Overview"])
def test_tasks_behind_another_word_are_what_a_program_deals_with(title: str):
    """Unless work is tracked below. `Tasks: Oil the hinge` names the page, and so does `Implementation tasks`."""
    lists = "## Queue\n\n- Memory\n- Time\n- Depth\n\n## Worker\n\n- Start\n- Stop\n- Wait\n\n"
    of_software = f"{lists}## Risks\n\n- The queue grows.\n"
    path = "docs/background-tasks.md"
    assert kind(f"# {title}\n\n{of_software}", path) == "other"
    assert kind(f"# {title}\n\n{of_software}\n## Next steps\n\n{BOXES}", path) == "plan"
    assert "title_strong" not in signs(f"# {title}\n\n{of_software}", path)
    assert "title_strong" in signs(f"# {title}\n\n{of_software}## To do\n\n- Paint\n", path)
    assert "title_strong" in signs(f"# Tasks: Oil the hinge\n\n{of_software}", path)
    assert "title_strong" in signs(f"# Implementation tasks: The hinge\n\n{of_software}", path)


@pytest.mark.parametrize("title", ["Remaining Tasks", "My Tasks", "Next Tasks: Shed", "Open tasks"])
def test_what_is_left_to_do_is_never_what_a_program_deals_with(title: str):
    """Though no work is tracked below."""
    lists = "- Saw\n- Oil\n- Paint\n- Hang\n- Sand\n- Glue\n"
    assert "title_strong" in signs(f"# {title}\n\n{lists}")
    of_software = f"Background {title.split(maxsplit=1)[1]}"
    assert "title_strong" not in signs(f"# {of_software}\n\n{lists}")


def test_chapters_of_prose_are_no_work():
    """Though they are called parts or phases, and the title speaks of tasks."""
    chapters = "".join(f"## Part {n}: {name}\n\nWords.\n\n" for n, name in enumerate(("Door", "Roof", "Paint"), 1))
    assert kind(f"# Build a to-do list\n\n{chapters}") == "other"
    assert kind(f"# Build a to-do list\n\n{chapters.replace('Words.', '- [ ] Measure')}") == "plan"


@pytest.mark.parametrize(
    "path",
    [".github/ISSUE_TEMPLATE/story.md", "dot-github/PULL_REQUEST_TEMPLATE.md", "planning/SKILL.md", "tasks/CLAUDE.md"],
)
def test_names_that_tools_know_as_something_else(path: str):
    """Forms for issues and pull requests, instructions for assistants."""
    assert kind(f"# Story\n\n{BOXES}", "stories/shed.md") == "plan"
    assert kind(f"# Story\n\n{BOXES}", path) == "other"
    assert kind(f"---\nname: Story\nabout: Wanted\n---\n# Story\n\n{BOXES}", "stories/shed.md") == "other"


@pytest.mark.parametrize(
    "head", ["| Task | Status |", "| ステップ | 状態 | 完了日 |", "| 功能 | 进度 |", "| Fonctionnalité | Avancement |"]
)
def test_tables_of_tasks_have_columns_that_say_so(head: str):
    """In the languages that are read."""
    columns = head.count("|") - 1
    rows = "|---" * columns + "|\n" + ("| a" * columns + "|\n") * 4
    signs = {reason.sign for reason in read(f"# Shed\n\n## Phase 1\n\n{head}\n{rows}").verdict.reasons}
    assert "task_table" in signs


@pytest.mark.parametrize(
    ("marks", "form"),
    [
        ("**Goal:** dry\n**Architecture:** wood\n**Tech Stack:** nails\n", "superpowers"),
        ("## All Needed Context\n\n## Implementation Blueprint\n\n## Validation Loop\n", "prp"),
        ("## Story\n\n## Tasks / Subtasks\n\n## Dev Notes\n\n## Dev Agent Record\n", "bmad"),
        ("**Input**: a\n**Prerequisites**: b\n**Organization**: c\n", "spec-kit"),
        ("## User Review Required\n\n## Proposed Changes\n\n## Verification Plan\n", "antigravity"),
        ("## Description\n\n## Implementation Plan\n\n## Implementation Notes\n", "backlog md"),
    ],
)
def test_forms_of_plans_are_known_by_their_marks(marks: str, form: str):
    """Three of one form; those of several forms together are none."""
    reasons = read(f"# Shed\n\n{marks}\n- [ ] Door\n").verdict.reasons
    assert [reason.words for reason in reasons if reason.sign == "form"] == [
        next(reason.words for reason in reasons if f"({form}: " in reason.words)
    ]
    mixed = "**Goal:** dry\n\n## Validation Loop\n\n## Dev Notes\n\n- [ ] Door\n"
    assert "form" not in {reason.sign for reason in read(f"# Shed\n\n{mixed}").verdict.reasons}


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
        ("# Shed plan\n\n- [ ] Task 1\n- [ ] Task 2\n- [ ] Oil the hinge\n", "a.md", "template"),
        ("# Shed plan\n\n- [ ] Task 1: Door\n- [ ] Task 2: Roof\n", "a.md", "plan"),
        (
            f"# Shed plan\n\n{BOXES}- [ ] Ask [Name]\n- [ ] Buy [wood]\n\n[Why]\n\n[Where]\n\n[When]\n",
            "a.md",
            "template",
        ),
        (f"# Shed plan\n\n{BOXES}- [x] Ask [Name]\n- [ ] Buy [wood]\n\n[Why]\n\n[Where]\n\n[When]\n", "a.md", "plan"),
    ],
)
def test_templates(text: str, path: str, expected: str):
    """A title, half of the names or many lines to be filled in, or a place for templates where nothing is ticked."""
    assert kind(text, path) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Roadmap template", "template"),
        ("Template: shed plan", "template"),
        ("Template for a shed plan", "template"),
        ("Modèle de plan", "template"),
        ("Projektplan-Vorlage", "template"),
        ("计划模板", "template"),
        ("Plan for the letter template", "plan"),
        ("Template engine plan", "plan"),
        ("Shed plan (after the template)", "plan"),
    ],
)
def test_a_title_may_call_it_a_template(title: str, expected: str):
    """As long as nothing is ticked. A plan for a template is a plan."""
    phases = f"## Phase 1\n\n{BOXES}\n## Phase 2\n\n{BOXES}"
    assert kind(f"# {title}\n\n{phases}") == expected
    assert kind(f"# {title}\n\n{phases}- [x] Begin\n") == "plan"


@pytest.mark.parametrize("title", ["Project Name", "Plan title (task name)", "Implementation plan: Feature name"])
def test_a_title_that_only_asks_for_a_name(title: str):
    """`Project Name` is as good as `[Project]`; more words make it a name."""
    phases = f"## Phase 1\n\n{BOXES}\n## Phase 2\n\n{BOXES}- [x] Begin\n"
    assert kind(f"# {title}\n\n{phases}") == "template"
    assert kind(f"# {title.lower().replace('name', 'naming').replace('title', 'titling')} plan\n\n{phases}") == "plan"


def test_ticks_among_templates_are_samples_where_spots_wait():
    """A copy that is filled in, ticked and left there is a plan."""
    spots = "".join(f"## Phase {n}: [Name]\n\n**Goal:** [Goal]\n\n{BOXES}- [x] Begin\n\nDry.\n\n" for n in (1, 2, 3))
    assert kind(f"# Shed plan\n\n{spots}{BOXES * 4}", "templates/plan.md") == "template"
    assert kind(f"# Shed plan\n\n{spots}{BOXES * 4}", "docs/plan.md") == "plan"


def test_two_headings_of_a_report_speak_against_a_plan():
    """`Files changed`, `Test results`; one of them a plan may have. `Files to be changed` is none."""
    plan = f"# Shed\n\n## Phase 1\n\n{BOXES}\n## Phase 2\n\n{BOXES}"

    def points(*headings: str) -> float:
        text = plan + "".join(f"\n## {heading}\n\nWords.\n" for heading in headings)
        return why(read(text)).get("sections_report", 0)

    assert points("Files changed") == points("Files to be changed", "Decisions made") == 0
    enough = WEIGHTS["sections_report"].points
    assert points("Files changed", "Test results") == enough / 2
    assert points("✅ Files created (3 files)", "2. Test results", "What we built", "Lessons learned") == enough
    assert points("Geänderte Dateien", "Testergebnisse") == points("修改文件", "测试结果") == enough / 2


@pytest.mark.parametrize(
    ("labels", "share"),
    [
        (("Before", "After"), 1),
        (("Verified by",), 0.5),
        (("Last Tested by", "Fix applied", "Time invested"), 1),
        (("Vorher", "Nachher"), 1),
        (("Owner", "Before you begin"), 0),
    ],
)
def test_labels_of_a_report_speak_against_a_plan(labels: tuple[str, ...], share: float):
    """What was before and is after, who verified it. They are looked for where the other signs make it a plan."""
    told = "".join(f"**{label}:** it leaks\n" for label in labels)
    assert (
        why(read(f"# Shed plan\n\n{BOXES}\n{told}", path="plans/x.md")).get("labels_report", 0)
        == share * WEIGHTS["labels_report"].points
    )
    assert "labels_report" not in signs(f"# Shed\n\n{BOXES}\n{told}")


@pytest.mark.parametrize("words", ["You open your door. ", "Vous ouvrez votre porte. ", "Du öffnest deine Tür. "])
def test_a_text_that_speaks_to_its_reader_is_a_guide(words: str):
    """Words in code are no prose."""
    plan = f"# Shed plan\n\n{BOXES}\n"
    assert why(read(plan + words * 9))["address"] == WEIGHTS["address"].points
    assert -1 < why(read(plan + words + "It is dry.\n" * 40))["address"] < 0
    assert "address" not in signs(f"{plan}```\n{words * 9}\n```\n")


def test_a_word_of_one_language_speaks_to_nobody_in_another():
    """`du` and `je` are *of the* and *I* in French, `je` is *is* in Czech, and on a `Tue` something is open."""
    plan = f"# Shed plan\n\n{BOXES}\n"
    assert "address" not in signs(f"{plan}{'La porte du garage, je la peins. Je to tak. Open on Tue. ' * 9}")


def test_the_file_names_a_page_whose_title_says_nothing_of_its_kind():
    """The first of several headings is no title."""
    text = "## Door\n\n## Phase 1\n\n- [ ] Saw\n\n## Phase 2\n\n- [ ] Oil\n\n## Phase 3\n\n- [ ] Paint\n"
    assert kind(text, "shed.md") == "plan"
    assert "hard" in signs(text, "shed-report.md")
    assert "hard" in signs(f"# Shed\n\n{text}", "shed-report.md")
    assert "hard" in signs(f"---\ntitle: Shed\n---\n{text}", "shed-report.md")
    assert "hard" not in signs(f"# Shed plan\n\n{text}", "shed-report.md")
    for first in ("Summary", "Plan"):
        assert not {"hard", "title_strong", "title_plan"} & signs(f"## {first}\n\nIt leaks.\n\n{text}", "shed.md")
    assert "title_strong" in signs(f"## Shed plan\n\n#{text.replace('## ', '### ')[1:]}", "shed.md")
    for title in ("", "# Shed\n\n", "# Overview\n\n"):
        assert "title_strong" in signs(title + text, "docs/shed-plan.md")
        assert "title_strong" not in signs(title + text, "guides/shed-plan.md")
    assert "title_strong" not in signs(f"# Summary\n\n{text}", "docs/shed-plan.md")
    assert "titled_list" in signs("- Saw\n- Oil\n\n## Roof\n\n- Tar\n", "plan.md")


@pytest.mark.parametrize(
    ("title", "path"), [("Pricing", "docs/plan.md"), ("Opening hours", "schedule.md"), ("Celery", "tasks.md")]
)
def test_the_name_of_the_file_makes_no_plan_of_any_list(title: str, path: str):
    """It stands in for a title that says nothing, or is in that name, too; or where work is tracked."""
    items = "- Saw\n- Oil\n- Paint\n- Hang\n- Sand\n- Glue\n"
    assert kind(f"# {title}\n\nIt is dry.\n\n{items}", path) == "other"
    assert kind(f"# Celery\n\nIt is dry.\n\n{items.replace('-', '1.')}", "tasks.md") == "other"
    assert "title_strong" in signs(f"# {title}\n\n{BOXES}", path)
    assert "title_strong" in signs(f"# {title}\n\n**Status:** Draft\n\n{items}", path)
    for neutral in ("Overview", "Überblick", "概述"):
        assert "title_strong" in signs(f"# {neutral}\n\n{items}", path)
    assert "title_strong" in signs(f"# The shed\n\n{items}", "plans/the-shed-plan.md")


@pytest.mark.parametrize("file", ["kitchen-checklist", "review", "kitchen-guide", "rfc-kitchen", "meeting-2026-03-01"])
def test_work_under_way_says_more_than_the_name_of_the_file(file: str):
    """Some of it is done, or the header says a status. What such a file holds else is what it is called."""
    phases = "## Phase 1: Base\n\n- [x] Dig\n- [ ] Fill\n\n## Phase 2: Frame\n\n- [ ] Saw\n- [ ] Screw\n"
    assert kind(f"# Kitchen rebuild\n\n{phases}", f"docs/{file}.md") == "plan"
    unticked = phases.replace("[x]", "[ ]")
    assert "hard" in signs(f"# Kitchen rebuild\n\n{unticked}", f"docs/{file}.md")
    assert "hard" not in signs(f"# Kitchen rebuild\n\n**Status:** Draft\n\n{unticked}", f"docs/{file}.md")
    bare = unticked.replace("- [ ]", "-")
    assert "hard" in signs(f"# Kitchen rebuild\n\n**Status:** Accepted\n\n{bare}", f"docs/{file}.md")


def test_work_under_way_in_a_folder_of_plans_is_a_plan_whatever_the_file_is_called():
    assert kind(f"# Kitchen\n\n- [x] Cut the water\n{BOXES}", "plans/prd-kitchen.md") == "plan"
    assert kind(f"# Kitchen\n\n{BOXES}", "plans/prd-kitchen.md") == "other"


def test_questions_and_notes_at_the_end_change_no_verdict():
    """Boxes that are no work say nothing of a page, nor does a section that any document may have."""
    text = "# Shed plan\n\n## Door\n\n- Saw\n- Oil\n\n## Roof\n\n- Tar\n"
    before = read(text).verdict.score
    assert read(f"{text}\n## Notes\n\nIt leaks.\n").verdict.score == pytest.approx(before, abs=0.1)
    after = why(read(f"{text}\n## Open questions\n\n- [ ] Which colour?\n"))
    assert "titled_list" in after
    assert not {"single_unticked", "work", "late"} & after.keys()


def test_what_lies_among_commands_and_prompts_is_no_plan():
    """It tells an assistant what to do."""
    text = "# Create a plan\n\n## Step 1: Look\n\n- a\n\n## Step 2: Write\n\n- b\n"
    assert "hard" in signs(text, ".claude/commands/create-plan.md")
    assert "hard" in signs(text, "docs/prompts/plan.md")
    assert "hard" not in signs("# Shed plan\n\n- a\n", "prompts/2026/plan.md")


@pytest.mark.parametrize("folder", ["docs/workflows", "workflow", "prompts", "commands"])
def test_work_under_way_says_more_than_such_a_folder(folder: str):
    """So does a title that calls the page a plan of something, where work is tracked. Workflows may be any."""
    boxes = "- [x] Move lint\n- [ ] Move tests\n- [ ] Drop the old server\n"
    unticked = boxes.replace("[x]", "[ ]")
    assert kind(f"# CI migration plan\n\n**Status:** In progress\n\n{boxes}", f"{folder}/ci.md") == "plan"
    assert "hard" not in signs(f"# CI migration plan\n\n{unticked}", f"{folder}/ci.md")
    assert "hard" not in signs(f"# The server\n\n{boxes}", f"{folder}/ci.md")
    assert "hard" not in signs(f"# The server\n\n**Status:** Draft\n\n{unticked}", f"{folder}/ci.md")
    assert ("hard" in signs(f"# The server\n\n{unticked}", f"{folder}/ci.md")) is ("workflow" not in folder)


def test_what_users_want_is_no_plan_without_boxes():
    """Two stories say that a page tells such; boxes say that it is worked on."""
    story = "### Story {}\n\n**As a** cook,\n**I want** a pan.\n\n"
    stories = "# Epic 1: Kitchen\n\n" + story.format(1) + story.format(2)
    assert why(read(stories, path="docs/epic-1.md"))["stories"] == WEIGHTS["stories"].points
    assert "stories" not in signs(f"{stories}{BOXES}", "docs/epic-1.md")
    assert "stories" in signs("# Plan\n\nEn tant que cuisinier, je veux une casserole.\n", "plan.md")


@pytest.mark.parametrize(
    "words", ["As a team, we build the core.", "As a result, it is dry.", "As a first step, we saw."]
)
def test_a_sentence_that_begins_like_a_story_tells_no_wish(words: str):
    assert "stories" not in signs(f"# Plan\n\n{words}\n\nIt leaks.\n\n{words}\n", "plan.md")
    assert "stories" in signs("# Plan\n\n- **As a:** Cook\n- **I want:** A pan\n", "plan.md")
    assert "stories" in signs(f"# Plan\n\n{words}\n\nAs a **cook**,\n*I want* a pan.\n", "plan.md")


def test_headings_with_boxes_are_tasks():
    """Three of them are many."""
    text = "# Plan\n\n### [x] 1 · Door\n\nOil.\n\n### [ ] 2 · Roof\n\nTar.\n\n### [ ] 3 · Wall\n\nPaint.\n"
    assert why(read(text, path="plan.md"))["tasks_any"] == WEIGHTS["tasks_any"].points
    assert "tasks_any" not in signs(text.replace("[x] ", "").replace("[ ] ", ""), "plan.md")


def test_the_outcome_of_a_gate_is_no_plan():
    """Nor is what is told each week."""
    assert "hard" in signs(f"# Quality gate decision: Story 1.2\n\n{BOXES}")
    assert "hard" in signs(f"# Weekly status\n\n{BOXES}")


def test_lists_below_a_title_for_plans_count_where_no_box_is_work():
    """The boxes may be what must hold at the end."""
    lists = "## Base\n\n- Dig\n- Fill\n- Level\n\n## Frame\n\n- Saw\n- Screw\n- Brace\n\n"
    criteria = f"## Acceptance criteria\n\n{BOXES}"
    assert "titled_list" in why(read(f"# Shed plan\n\n{lists}{criteria}"))
    assert "titled_list" not in why(read(f"# Shed plan\n\n{lists}## Tasks\n\n{BOXES}"))
    assert "titled_list" not in why(read(f"# Shed\n\n{lists}{criteria}"))


def test_reasons_say_what_was_seen_and_what_it_weighs():
    """The heaviest first; their points and the base are the score."""
    reading = read(f"# Installation guide\n\n## Usage\n\n{BOXES}", path="guide.md")
    points = [abs(reason.points) for reason in reading.verdict.reasons]
    assert points == sorted(points, reverse=True)
    assert why(reading)["hard"] < 0
    assert str(reading.verdict.reasons[0]) == "-3.2 the title names another kind of document (guide)"
    assert reading.verdict.score == pytest.approx(BASE + sum(reason.points for reason in reading.verdict.reasons))
    assert [str(reason) for reason in read("---\nplan: true\n---\nx").verdict.reasons] == [
        "front matter says `plan: true`"
    ]


def test_of_a_plan_that_is_surely_one_the_text_is_searched_for_reasons_against_it_only_where_they_are_asked_for():
    """They change neither the verdict nor whether it is sure."""
    address = "You have your spade with you, and you know your way.\n"
    sure = f"# Shed plan\n\n**Status:** Draft\n\n{address}\n" + "".join(
        f"## Phase {number}: Wall {number}\n\n{BOXES}- [x] Begin\n\n" for number in range(3)
    )
    usual, full = read(sure).verdict, read(sure, all_reasons=True).verdict
    against = [reason for reason in full.reasons if reason.sign == "address"]
    assert against
    assert set(usual.reasons) == set(full.reasons).difference(against)
    assert usual.is_sure
    assert full.is_sure
    close = f"# Shed plan\n\n{address}\n{BOXES}"
    assert why(read(close))["address"] < 0


@pytest.mark.parametrize(
    ("text", "path", "reason"),
    [
        ("# Shed plan\n\n## Door\n\n- a\n- b\n\n## Roof\n\n- c\n- d\n", "", "+1.0 below a title that calls it a plan"),
        (f"# Shed\n\n{'It stands in the garden, by the pond. ' * 60}\n\n" * 30 + BOXES, "", "-0.5 the boxes come late"),
        (f"# Shed\n\nBefore each trip:\n\n{BOXES}", "", "-1.0 the boxes are to be gone through again"),
        (f"# Shed\n\n{BOXES}", "plans/shed.md", "+0.8 it lies in a folder of plans"),
        (f"# Shed\n\n{BOXES}", "guides/2026/shed.md", "-0.5 file or folder name another kind of document"),
        (f"# Shed\n\n{BOXES}", "guides/shed.md", "-1.5 file or folder name another kind of document"),
        (f"# Shed\n\n{BOXES}", "README.md", "-1.5 the file has a name that plans do not have"),
        (f"# Shed\n\n{BOXES}", ".github/ISSUE_TEMPLATE/shed.md", "-3.0 it has the name of a form"),
        (f"# Shed\n\n{BOXES}", "tests/fixtures/shed.md", "-1.8 it lies among tests or examples"),
        (f"# Shed\n\n## Usage\n\n{BOXES}", "", "-1.2 sections are those of a README"),
    ],
)
def test_what_a_sign_weighs(text: str, path: str, reason: str):
    """Signs that no document of `shapes/` has: what they are worth, and how much of them is enough for that."""
    assert [str(seen) for seen in read(text, path=path).verdict.reasons if str(seen).startswith(reason)]


def test_what_came_close_is_told_from_what_did_not():
    """So that the log can name it."""
    close = read(f"# The shed\n\n## Around it\n\n{BOXES}- [x] Begin\n", path="shed.md").verdict
    assert (close.is_plan, close.is_nearly, close.boxes) == (False, True, 4)
    assert not read("# The shed\n\nA task is a message.\n").verdict.is_nearly
    assert not read("---\nplan: false\n---\n# Shed plan\n").verdict.is_nearly
    assert not read(f"# Shed plan\n\n{BOXES}").verdict.is_nearly
