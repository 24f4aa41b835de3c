"""The shapes of work in small: what is a task, what is a part of one, and what is neither."""

import datetime as dt

import pytest
from made_plans import refs

from mkdocs_planplugin.model import Calendar, Plan, State
from mkdocs_planplugin.portfolio import Entry
from mkdocs_planplugin.reading import read
from mkdocs_planplugin.views.kit import phase_link


def plan(text: str) -> Plan:
    """The plan in a text that says itself that it is one."""
    reading = read("---\nplan: true\n---\n# Well\n\n" + text)
    assert reading.plan is not None
    return reading.plan


def entry(text: str) -> Entry:
    return Entry.of("well.md", "well/", plan(text), Calendar(), dt.date(2026, 2, 6))


def titles(read_plan: Plan) -> list[str]:
    return [task.title for task in read_plan.walk()]


HEADINGS_WITH_STEPS = """\
## Phase 1: Hole

#### Task 1.1: Dig

**Estimate:** 2 days

- [ ] **Step 1: Mark the place**
- [ ] **Step 2: Go down**

#### Task 1.2: Pour

**Estimate:** 3 days
**Dependencies:** Task 1.1

- [ ] **Step 1: Mix the lime**
- [ ] **Step 2: Pour it**
"""


def test_a_task_heading_with_steps_is_the_task():
    """Its attributes count, its steps are no second tasks of one id, and it is what comes next."""
    well = entry(HEADINGS_WITH_STEPS)
    assert [str(task.id) for task in well.plan.tops()] == ["1.1", "1.2"]
    assert [len(task.subtasks) for task in well.plan.tops()] == [2, 2]
    assert well.schedule is not None
    assert well.schedule.duration_hours == 40
    assert not well.findings
    assert [str(number) for number in well.measures.next] == ["1.1"]


def test_what_a_heading_needs_to_be_a_task_that_boxes_are_parts_of():
    """A word or a code is enough, a number is not: it may only group tasks."""
    for heading in (
        "Task 1.1: Dig",
        "✅ Task 1.1: Dig",
        "1. Task 1: Dig",
        "T012 Dig",
        "WELL-12: Dig",
        "Aufgabe 1: Dig",
    ):
        (top,) = plan(f"## Phase 1: Hole\n\n### {heading}\n\n- [ ] Mark\n- [ ] Go\n").tops()
        assert (top.title, titles_of(top)) == ("Dig", ["Mark", "Go"])
    numbered = "## Phase 1: Hole\n\n### 1.1 Dig\n\n%s- [ ] Mark\n- [ ] Go\n"
    assert titles(plan(numbered % "")) == ["Mark", "Go"]
    assert titles(plan(numbered % "**Owner:** Ann\n\n")) == ["Dig", "Mark", "Go"]


def titles_of(task: object) -> list[str]:
    return [below.title for below in task.subtasks]  # type: ignore[attr-defined]


def test_the_boxes_below_a_heading_say_more_than_its_words():
    read_plan = plan("## Phase 1: Hole\n\n### Task 1.1: Dig ✅\n\n- [x] Mark\n- [ ] Go\n")
    assert next(read_plan.tops()).state is None
    assert [finding.code for finding in read_plan.findings] == ["PLAN106"]
    done = plan("## Phase 1: Hole\n\n### Task 1.1: Dig ✅\n\n- [x] Mark\n- [-] Go\n")
    assert next(done.tops()).state is State.DONE
    assert not done.findings


def test_whole_numbers_may_be_counted_anew_in_each_phase():
    twice = "## Phase 1: Hole\n\n- [ ] Task 1: Dig\n\n## Phase 2: Wall\n\n- [ ] Task 1: Lay\n"
    assert not entry(twice).findings
    again = twice.replace("Task 1", "Task 1.1")
    assert not entry(again).findings
    assert [finding.code for finding in entry(again + "  - Dependencies: 1.1\n").findings] == ["PLAN204"]


@pytest.mark.parametrize(
    "title",
    [
        "~~Paint it~~", "**~~Paint it~~**", "~~**Paint it**~~", "**Task 1.1:** ~~Paint it~~", "~~Task 1.1: Paint it~~",
        "~~Paint it~~ (too dear)", "~~Paint it~~ - too dear", "1.1 ~~Paint it~~",
    ],
)  # fmt: skip
def test_a_struck_title_is_cancelled_work(title: str):
    assert next(plan(f"## Tasks\n\n- [ ] {title}\n").tops()).state is State.CANCELLED
    assert next(plan(f"## Tasks\n\n- [x] {title}\n").tops()).state is State.DONE


@pytest.mark.parametrize("title", ["~~Paint~~ Oil it", "Paint ~~walls~~ doors", "Paint it ~~red~~", "Use a~b"])
def test_a_struck_word_is_a_correction(title: str):
    assert next(plan(f"## Tasks\n\n- [ ] {title}\n").tops()).state is State.OPEN


def test_a_cancelled_phase_takes_its_tasks_out():
    for heading in ("~~Phase 2: Wall~~", "Phase 2: Wall (cancelled)", "Phase 2: Wall ❌ CANCELLED"):
        well = entry(f"## Phase 1: Hole\n\n- [x] Dig (2 days)\n\n## {heading}\n\n- [ ] Lay (5 days)\n")
        assert (well.measures.progress.tasks.done, well.measures.progress.tasks.total) == (1, 1)
        assert well.schedule is not None
        assert well.schedule.duration_hours == 16


def test_what_is_listed_below_dependencies_is_waited_for():
    """At a task and at a phase, below a label and below an item; prerequisites with boxes are no work either."""
    below_label = plan(
        "## Phase 1: Hole\n\n- [ ] Task 1.1: Dig\n\n## Phase 2: Water\n\n**Dependencies:**\n\n- Phase 1\n\n"
        "**Tasks:**\n\n- [ ] Task 2.1: Fill\n  **Depends on:**\n  - Task 1.1\n"
    )
    assert [str(name) for name in below_label.phases[1].depends_on] == ["phase:1"]
    assert [str(name) for task in below_label.phases[1].tasks for name in task.depends_on] == ["1.1"]
    assert titles(below_label) == ["Dig", "Fill"]
    below_item = plan(
        "## Phase 1: Hole\n\n- [ ] Task 1.1: Dig\n\n## Phase 2: Water\n\n- **Dependencies:**\n  - Task 1.1\n"
        "- [ ] Task 2.1: Fill\n"
    )
    assert [str(name) for name in below_item.phases[1].depends_on] == ["1.1"]
    assert titles(below_item) == ["Dig", "Fill"]
    boxes = plan("## Phase 1: Hole\n\n**Prerequisites:**\n\n- [x] A permit\n- [ ] Spades\n\n**Tasks:**\n\n- [ ] Dig\n")
    assert titles(boxes) == ["Dig"]


def test_boxes_behind_files_in_one_list_are_steps():
    text = "### Task 1: Frame\n\n**Files:**\n- Create: `a.md`\n- Change: `b.md`\n\n- [ ] **Step 1: Cut**\n- [ ] **Step 2: Tie**\n"
    (top,) = plan(text).tops()
    assert top.files == "Create: a.md, Change: b.md"
    assert titles_of(top) == ["Cut", "Tie"]
    in_one_line = "## Phase 1: Frame\n\n**Files:** `a.md`\n\n- [ ] Cut\n- [ ] Tie\n"
    assert titles(plan(in_one_line)) == ["Cut", "Tie"]
    files_alone = "## Phase 1: Frame\n\n**Files:**\n\n- [ ] `a.md`\n- [ ] `b.md`\n\n**Tasks:**\n\n- [ ] Cut\n"
    assert titles(plan(files_alone)) == ["Cut"]


def test_a_phase_is_called_as_its_author_calls_it():
    """In links, findings and data; where its number stands alone, it is a phase."""
    sprints = entry("## Sprint 1: Dig (1 day)\n\n- [ ] Mark (2 days)\n\n## Sprint 2: Pour\n\n- [ ] Mix\n")
    assert [phase_link(phase).short for phase in sprints.plan.phases] == ["Sprint 1", "Sprint 2"]
    assert [finding.message.split(" is ")[0] for finding in sprints.findings] == ["Sprint 1"]
    numbered = entry("## 1. Dig\n\n- [ ] Mark\n\n## 2. Pour\n\n- [ ] Mix\n")
    assert [phase_link(phase).short for phase in numbered.plan.phases] == ["Phase 1", "Phase 2"]


TABLE = """\
## Phase 1: Keel

| Task | Description | Owner | Est. | Done |
|------|-------------|-------|------|:----:|
| 1.1 | Saw the planks | Ann | 2 days | ✅ |
| 1.2 | Plane them | Bob | 1 day | |
| **Total** | | | 3 days | |

## Phase 2: Sail

| # | Action | Status | Depends on |
|---|---|---|---|
| 1 | ~~Weave~~ | | |
| 2 | Sew | In progress | 1.2 |
| 3 | Hoist | To do | — |

## Phase 3: Paint

| | Task |
|---|---|
| [x] | Red |
| [ ] | Blue |
"""


def test_rows_of_tables_are_tasks():
    """Words, ticks and boxes say their state; where some rows are ticked, those that are not are open."""
    tasks = list(plan(TABLE).walk())
    assert [(str(task.id), task.title, task.state) for task in tasks[:5]] == [
        ("1.1", "Saw the planks", State.DONE),
        ("1.2", "Plane them", State.OPEN),
        ("1", "Weave", State.CANCELLED),
        ("2", "Sew", State.IN_PROGRESS),
        ("3", "Hoist", State.OPEN),
    ]
    assert [(task.title, task.state) for task in tasks[5:]] == [("Red", State.DONE), ("Blue", State.OPEN)]
    assert (tasks[0].owner, tasks[0].estimate.text, tasks[0].title_column) == ("Ann", "2 days", 0)
    assert [str(name) for name in tasks[3].depends_on] == ["1.2"]
    assert tasks[4].depends_on_nothing


@pytest.mark.parametrize(
    "head",
    ["Feature | Status", "Task | Notes", "File | Owner", "Name | Value", "Option | Cost | Risk", "Column | Type"],
)
def test_other_tables_are_no_tasks(head: str):
    columns = head.count("|") + 1
    table = f"| {head} |\n|{'---|' * columns}\n|{' x |' * columns}\n"
    assert not titles(plan(f"## Phase 1: Keel\n\n{table}"))


def test_a_table_beside_the_work_adds_to_it_and_is_not_counted_again():
    table = "| Task | Effort | Owner |\n|---|---|---|\n| 1.1 Saw | 2 days | Ann |\n| 1.2 Plane | 1 day | Bob |\n"
    (saw, plane) = plan(f"## Phase 1: Keel\n\n{table}\n- [x] **1.1** Saw\n- [ ] **1.2** Plane\n").walk()
    assert (saw.owner, saw.estimate.text, plane.owner) == ("Ann", "2 days", "Bob")


@pytest.mark.parametrize(("beside", "state"), [("✅", State.OPEN), ("⏳", State.OPEN), ("n/a", None)])
def test_a_row_without_a_state_beside_others_that_have_one(beside: str, state: State | None):
    """It is open where others are done or under way; where no row says how far it is, nothing is tracked."""
    found = plan(
        f"| Task | Owner | Status |\n|---|---|---|\n| Saw | Ann | {beside} |\n| Plane | Bob | ❌ |\n| Nail | Cy | |\n"
    )
    assert [task.state for task in found.walk()][1:] == [state, state]


def test_a_column_of_phases_makes_phases():
    rows = "| Phase 1: Keel | Saw | Done |\n| | Plane | To do |\n| Phase 2: Sail | Sew | To do |\n"
    read_plan = plan(f"## Work\n\n| Phase | Task | Status |\n|---|---|---|\n{rows}")
    assert [(phase.number, phase.name, len(phase.tasks)) for phase in read_plan.phases] == [
        ("1", "Keel", 2),
        ("2", "Sail", 1),
    ]


def test_a_table_of_phases():
    """Its rows are the phases; where phases have sections, they only say how far these are."""
    table = (
        "| Milestone | Effort | Status |\n|---|---|---|\n| M1: Keel | 2 days | Done |\n| M2: Sail | 1 day | To do |\n"
    )
    alone = plan(f"## Milestones\n\n{table}")
    assert [(phase.label, phase.name, phase.state) for phase in alone.phases] == [
        ("M1", "Keel", State.DONE),
        ("M2", "Sail", State.OPEN),
    ]
    beside = plan(f"{table}\n## M1: Keel\n\n- Saw\n\n## M2: Sail\n\n- Sew\n")
    assert [phase.state for phase in beside.phases] == [State.DONE, State.OPEN]
    assert titles(beside) == ["Saw", "Sew"]


@pytest.mark.parametrize("number", ["20", "Phase 20", "20: Keel"])
def test_a_table_of_phases_whose_other_columns_say_what_they_are_about(number):
    """No state, no length: a table that numbers its rows as phases lists these. A column `Focus` names them."""
    rows = f"| {number} | Keel | R1 |\n| {number.replace('20', '21').replace('Keel', 'Sail')} | Sail | R2 |\n"
    found = read(f"# Roadmap\n\n## Phases\n\n| Phase | Focus | Requirements |\n|---|---|---|\n{rows}")
    assert [(phase.number, phase.name) for phase in found.plan.phases] == [("20", "Keel"), ("21", "Sail")]
    assert (list(found.plan.walk()), found.findings) == ([], ())


def test_a_table_of_phases_with_numbers_in_a_column():
    """These are the numbers of the phases, by which others wait for them."""
    rows = "| 20 | Keel | - | Done |\n| 21 | Sail | 20 | To do |\n| 22 | Trial | 20, 21 | To do |\n"
    found = plan(f"## Phases\n\n| # | Phase | Depends on | Status |\n|---|---|---|---|\n{rows}")
    assert [(phase.number, phase.name) for phase in found.phases] == [("20", "Keel"), ("21", "Sail"), ("22", "Trial")]
    assert [phase.depends_on for phase in found.phases] == [(), refs("phase:20"), refs("phase:20", "phase:21")]


def test_phases_below_milestones():
    """Headings called phases are the phases, whatever stands above them."""
    read_plan = plan(
        "## Milestone v1.1 — Sea\n\n### Phase 1: Keel\n\n- [x] Saw\n\n### Phase 2: Sail\n\n- [ ] Sew\n\n"
        "## Milestone v1.2 — Air\n\n### Phase 3: Wing\n\n- [ ] Glue\n\n## Milestone v1.3 — Land\n\n- [ ] Wheel\n"
    )
    phases = [(phase.number, phase.name, [task.title for task in phase.tasks]) for phase in read_plan.phases]
    assert phases == [
        ("1", "Keel", ["Saw"]),
        ("2", "Sail", ["Sew"]),
        ("3", "Wing", ["Glue"]),
        ("1.3", "Land", ["Wheel"]),
    ]


@pytest.mark.parametrize("other", ["", "- [ ] **Phase 3: Wing**\n"])
def test_a_milestone_that_only_lists_phases(other):
    """It is none itself, unless one of them has no heading of its own."""
    listed = f"## Milestone 7: Sea\n\n- [x] **Phase 1: Keel**\n- [ ] **Phase 2: Sail**\n{other}"
    read_plan = plan(f"{listed}\n## Details\n\n### Phase 1: Keel\n\n- [x] Saw\n\n### Phase 2: Sail\n\n- [ ] Sew\n")
    assert [phase.number for phase in read_plan.phases] == (["7"] if other else []) + ["1", "2"]


def test_phases_numbered_by_milestone():
    """`1-02` is the second phase of milestone 1, and told as such below; `1-2` are two phases."""
    text = "- [x] Phase 1-01: Keel\n- [ ] Phase 1-02: Sail\n\n### Phase 1-01: Keel\n\n- [x] Saw\n\n### Phase 1-02: Sail\n\n**Depends on:** Phase 1-01\n\n- [ ] Sew\n"
    read_plan = plan(text)
    assert [(phase.number, phase.name, phase.state) for phase in read_plan.phases] == [
        ("1-01", "Keel", State.DONE),
        ("1-02", "Sail", State.OPEN),
    ]
    assert read_plan.phases[1].depends_on == (read_plan.phases[0].key,)
    assert titles(read_plan) == ["Saw", "Sew"]


@pytest.mark.parametrize(
    ("heading", "number", "name"),
    [
        ("Phase 3 — 1 mast", "3", "1 mast"),
        ("Phase 3 - 4: Sail", "3", "Sail"),
        ("Weeks 3 – 4 Build it", "3", "Build it"),
        ("Phase 7 & 8 Foo", "7", "Foo"),
        ("Phase 1 / 2 A", "1", "A"),
        ("Phase 01-02: Setup", "1", "Setup"),
        ("Weeks 03-04: Build", "3", "Build"),
        ("Phase 1-05 May", "1", "May"),
    ],
)
def test_numbers_behind_the_number_of_a_phase(heading, number, name):
    """Two phases, or the first word of the name behind a dash."""
    (phase,) = plan(f"## {heading}\n\n- [ ] Saw\n").phases
    assert (phase.number, phase.name) == (number, name)


def test_phases_headed_by_paragraphs():
    for first, second in (
        ("**Phase 1: Clay**", "**Phase 2: Fire**"),
        ("**Phase 1: Clay** (2 days) ✅", "**Phase 2: Fire** (3 days)"),
        ("Phase 1: Clay", "Phase 2: Fire:"),
        ("**Sprint 1 - Clay:**", "**Sprint 2 - Fire:**"),
    ):
        read_plan = plan(f"## Tasks\n\n{first}\n\n- [x] Knead\n\n{second}\n\n- [ ] Light\n")
        assert [(phase.name, len(phase.tasks)) for phase in read_plan.phases] == [("Clay", 1), ("Fire", 1)]
    beside_headings = plan("## Phase 1: Clay\n\n**Week 1: Buy**\n\n- [ ] Clay\n\n**Week 2: Use**\n\n- [ ] Knead\n")
    assert [phase.name for phase in beside_headings.phases] == ["Clay"]


def test_phases_that_are_items():
    read_plan = plan("## Progress\n\n- [x] **Phase 1: Keel**\n  - [x] Saw\n- [ ] **Phase 2: Sail**\n  - [ ] Sew\n")
    assert [(phase.number, phase.name) for phase in read_plan.phases] == [("1", "Keel"), ("2", "Sail")]
    assert titles(read_plan) == ["Keel", "Saw", "Sail", "Sew"]


def test_a_list_of_nothing_but_phases():
    """Each is a phase, and its own box its only task; one is not several, and another item makes them tasks."""
    read_plan = plan("## Phases\n\n- [x] Phase 1: Keel\n- [ ] **Phase 2: Sail**\n")
    assert [(phase.number, phase.name) for phase in read_plan.phases] == [("1", "Keel"), ("2", "Sail")]
    assert [(task.title, task.state) for task in read_plan.walk()] == [("Keel", State.DONE), ("Sail", State.OPEN)]
    assert not plan("## Phases\n\n- [x] Phase 1: Keel\n").phases
    assert not plan("## Phases\n\n- [x] Phase 1: Keel\n- [ ] Phase 2: Sail\n- [ ] Buy a flag\n").phases


def test_phases_that_only_boxes_name_beside_headings():
    """Those long over, in the order of their numbers; without a name after the number it is no phase."""
    headings = "## Phase 3: Mast\n\n- [ ] Plane\n\n## Phase 4: Flag\n\n- [ ] Sew\n"
    boxes = "- [x] **Phase 1: Keel**\n- [x] Phase 2: Sail\n- [ ] Phase 3: Mast\n- [ ] Phase 5 goes on\n"
    read_plan = plan(f"## Phases\n\n{boxes}\n{headings}")
    assert [(phase.number, phase.name) for phase in read_plan.phases] == [
        ("1", "Keel"),
        ("2", "Sail"),
        ("3", "Mast"),
        ("4", "Flag"),
    ]
    assert titles(read_plan) == ["Keel", "Sail", "Plane", "Sew", "Phase 5 goes on"]


def test_an_overview_is_not_counted_again():
    """By the numbers of phases, by ids, and by names where most of them are those of tasks."""
    phases = "## Phase 1: Dig\n\n- [ ] Mark\n\n## Phase 2: Pour\n\n- [ ] Mix\n"
    assert titles(plan(f"## Progress\n\n- [x] Phase 1: Dig\n- [ ] Phase 2\n\n{phases}")) == ["Mark", "Mix"]
    with_ids = phases.replace("Mark", "T001 Mark").replace("Mix", "T002 Mix")
    assert titles(plan(f"## Next steps\n\n- [ ] T002\n\n{with_ids}")) == ["Mark", "Mix"]
    headings = "## Task 1: Mark\n\n- [ ] Step 1: Go\n\n## Task 2: Mix\n\n- [ ] Step 1: Stir\n"
    (mark, mix) = plan(f"## Progress\n\n- [x] Mark\n- [ ] Mix\n\n{headings}").tops()
    assert (mark.state, mix.state) == (State.DONE, State.OPEN)
    other = plan(f"## Next steps\n\n- [ ] Mark\n- [ ] Sing\n- [ ] Dance\n\n{phases}")
    assert titles(other) == ["Mark", "Mix", "Mark", "Sing", "Dance"]


def test_a_dash_is_in_progress_where_numbered_boxes_group_others():
    """As Kiro writes it; in other lists it is cancelled, and struck words are that everywhere."""
    kiro = plan("- [-] 2. Build\n  - [-] 2.1 Model\n  - [ ] 2.2 View\n  - [-] ~~2.3 Song~~\n- [-] 3. Test\n")
    in_progress, cancelled = State.IN_PROGRESS, State.CANCELLED
    assert [task.state for task in kiro.walk()] == [in_progress, in_progress, State.OPEN, cancelled, in_progress]
    assert [task.state for task in plan("- [-] 2.1 Model\n- [-] Sing\n- [-] Task 3: Test\n").walk()] == [cancelled] * 3


@pytest.mark.parametrize(
    "legend",
    [
        "Legend: `[ ]` open, `[-]` in progress, `[~]` = blocked",
        "## Legend\n\n- [ ] Not started\n- [-] In progress\n- [~] Blocked",
        "## Legend\n\n- `[-]` **In progress** (someone is at it)\n- `[~]`: Blocked - nobody can go on",
        "| Mark | Meaning |\n|---|---|\n| `[-]` | In progress |\n| `[~]` | Blocked |",
        "```\n[x] Done\n[-] In progress\n[~] Blocked\n```",
    ],
)
def test_a_legend_says_what_the_marks_of_its_page_mean(legend):
    work = "## Tasks\n\n- [-] Dig\n- [~] Pour\n- [ ] Paint\n- [x] Draw\n"
    states = [State.IN_PROGRESS, State.BLOCKED, State.OPEN, State.DONE]
    assert [task.state for task in plan(f"{legend}\n\n{work}").walk()] == states
    assert [task.state for task in plan(work).walk()] == [State.CANCELLED, State.IN_PROGRESS, State.OPEN, State.DONE]


def test_one_mark_with_the_name_of_a_state_is_no_legend():
    read_plan = plan("## Tasks\n\n- [-] In progress\n- [-] Dig\n- [~] Pour the base\n- [x] Draw\n")
    assert [task.state for task in read_plan.walk()][:2] == [State.CANCELLED, State.CANCELLED]
    others = plan("## Tasks\n\n- [-] Review\n- [~] Done\n- [!] Dig\n- [>] Pour\n")
    assert next(others.walk()).state is State.CANCELLED
    for names in ("- [x] Concept\n- [-] Review\n- [ ] Launch\n", "- [-] Review\n- [ ] Not started\n- [-] Testing\n"):
        assert State.IN_PROGRESS not in [task.state for task in plan(f"## Tasks\n\n{names}").walk()]


def test_a_mere_word_for_a_task_is_no_part_of_its_name():
    """As Conductor writes it."""
    words = "- [ ] Task: Dig\n- [ ] **Task:** Pour\n- [ ] Aufgabe: Paint\n- [ ] Task force: meet\n- [ ] Task:\n"
    assert titles(plan(words)) == ["Dig", "Pour", "Paint", "Task force: meet", "Task:"]


def test_a_box_without_words_is_no_task():
    read_plan = plan("## Tasks\n\n- [ ] Dig\n- [ ]\n")
    assert titles(read_plan) == ["Dig"]
    assert [(finding.line, finding.code) for finding in read_plan.findings] == [(9, "PLAN115")]
    several = plan("## Tasks\n\n- [ ] Dig\n- [ ]\n- [ ]\n- [ ]\n")
    (finding,) = several.findings
    assert finding.message == "this box has no words, and counts as no task, and 2 more in lines 10, 11"


def test_lists_of_each_dialect_without_boxes():
    """Signs and words of state at the start of items, headings with numbers or boxes, files that change."""
    items = plan("## Phase 1: Soil\n\n- ✅ Dig\n- 🚧 Sieve\n- [DONE] Rake\n- TODO: Sow\n- Wait\n")
    assert [(task.title, task.state) for task in items.walk()] == [
        ("Dig", State.DONE),
        ("Sieve", State.IN_PROGRESS),
        ("Rake", State.DONE),
        ("Sow", State.OPEN),
        ("Wait", None),
    ]
    assert titles(plan("## High priority\n\n- [DONE] Rake\n- [TODO] Sow\n- a word of mine\n")) == ["Rake", "Sow"]
    stories = plan("## Epic 1: Soil\n\n### Story 1.1: Dig\n\n- Estimate: 2 days\n\n### Story 1.2: Sieve\n\nFine.\n")
    assert [(str(task.id), task.title, task.estimate.text) for task in stories.walk()] == [
        ("1.1", "Dig", "2 days"),
        ("1.2", "Sieve", None),
    ]
    assert not stories.phases[0].estimate.known
    boxes = plan("## Tasks\n\n### [x] 1. Dig\n\nDeep.\n\n### [ ] 2. Sieve\n")
    assert [(task.title, task.state) for task in boxes.walk()] == [("Dig", State.DONE), ("Sieve", State.OPEN)]
    changes = plan("## Proposed Changes\n\n### Soil\n\n#### [NEW] bed.py\n\nText.\n\n#### [MODIFY] pond.py\n")
    assert titles(changes) == ["[NEW] bed.py", "[MODIFY] pond.py"]


def test_parts_of_the_work_without_boxes():
    versions = plan("## v1.0 - Soil (shipped)\n\n- Dig\n- Sieve\n\n## v1.1 - Trees\n\n- Plant\n")
    assert [(phase.label, phase.name, phase.state) for phase in versions.phases] == [
        ("v1.0", "Soil", State.DONE),
        ("v1.1", "Trees", None),
    ]
    assert titles(versions) == ["Dig", "Sieve", "Plant"]
    teams = plan("## Phase 1: Soil\n\n### Objective\n\n- Be ready\n\n### Garden\n\n- Dig\n\n### Kitchen\n\n- Cook\n")
    assert titles(teams) == ["Dig", "Cook"]
    counted = plan("## Phase 1: Soil\n\n### Tasks\n\n1. **Dig**\n   - deep\n   - wide\n2. **Sieve**\n   - fine\n")
    assert titles(counted) == ["Dig", "Sieve"]


def test_the_work_of_a_plan_without_phases_and_boxes():
    assert titles(
        plan("Words.\n\n- a thought\n\n## Steps\n\n1. Dig (2 days)\n2. Sieve\n\n## Background\n\n- old\n")
    ) == [
        "Dig",
        "Sieve",
    ]


def test_a_status_may_have_a_box():
    """Ticked it says so, not ticked it does not; money behind the time of a phase is no part of it."""
    found = plan(
        "## Phase 1: Dig (Week 1-2) - 68.4K€\n\n**Status:** [x] Completed\n\n## Phase 2: Sow\n\n**Status:** [ ] Completed\n"
    )
    assert [phase.state for phase in found.phases] == [State.DONE, State.OPEN]
    assert found.phases[0].position.text == "Week 1-2"


@pytest.mark.parametrize(
    "name",
    ["Scope", "In scope", "Umfang", "Périmètre", "Alcance", "Escopo", "Ambito", "范围", "スコープ", "범위", "Состав", "Omvang",
     "Zakres", "Rozsah", "Omfattning", "Kapsam"],
)  # fmt: skip
def test_what_a_phase_comprises_is_its_work_where_nothing_else_is(name: str):
    """Beside a list that is called work it only says what the phase is about."""
    phases = f"## Phase 1: Dig\n\n**{name}:**\n\n- hole\n\n## Phase 2: Wall\n\n**{name}:**\n\n- stones\n"
    assert titles(plan(phases)) == ["hole", "stones"]
    assert titles(plan(f"{phases}\n**Tasks:**\n\n- lay them\n")) == ["lay them"]


def test_a_list_of_work_ends_what_a_label_says():
    """A plain line is enough; any other line with a colon leaves the label as it is."""
    text = (
        "## Phase 1: Dig\n\nExit criteria:\n\n- [ ] deep\n\n{line}:\n\n- [ ] rope\n\n## Phase 2: Wall\n\n- [ ] stones\n"
    )
    assert titles(plan(text.format(line="Work items"))) == ["rope", "stones"]
    assert titles(plan(text.format(line="At the rim"))) == ["stones"]


@pytest.mark.parametrize(
    ("heads", "are_phases"),
    [
        (("1. Hull", "2. Deck"), False),
        (("Story 1: Hull", "Story 2: Deck"), False),
        (("A1: Hull", "A2: Deck"), True),
        (("v1.1: Hull", "v1.2: Deck"), True),
        (("A. Hull", "B. Deck"), True),
        (("一、Hull", "二、Deck"), True),
    ],
)
def test_headings_whose_boxes_say_when_they_are_done(heads, are_phases):
    """With numbers, or a word for tasks, they are the tasks; with codes, letters or versions they stay phases."""
    parts = "".join(f"## {head}\n\n**Acceptance criteria:**\n\n- [ ] dry\n- [ ] light\n\n" for head in heads)
    made = plan(parts)
    names = [phase.name for phase in made.phases] if are_phases else [task.title for task in made.tasks]
    assert names == ["Hull", "Deck"]


def test_rows_belong_to_the_phases_that_they_name():
    """A column `Milestone` says which; a row that names none leaves all of them outside."""
    text = "# Greenhouse plan\n\n## Milestones\n\n### M1: Frame\n\n### M2: Glass\n\n## Tasks\n\n"
    text += "| ID | Task | Milestone | Owner |\n|---|---|---|---|\n| T1 | Saw | M1 | Ana |\n| T2 | Order | M2 | Ben |\n"
    found = read(text).plan
    assert [[str(task.id) for task in phase.tasks] for phase in found.phases] == [["T1"], ["T2"]]
    assert [
        len(phase.tasks) for phase in read(f"{text}| T3 | Sweep | | Ben |\n| T4 | Dust | M9 | Ben |\n").plan.phases
    ] == [0, 0]


def test_what_is_for_the_future_is_no_work_beside_a_list_of_work():
    """In a roadmap it is a part like the others."""
    future = "## Future work\n\n- Dark mode\n- Offline use\n"
    assert titles(plan(f"## Steps\n\n1. Dig\n2. Line it\n\n{future}")) == ["Dig", "Line it"]
    roadmap = read(f"---\nplan: true\n---\n# Roadmap\n\n## Well\n\n- Dig\n- Line it\n\n{future}").plan
    assert roadmap is not None
    assert titles(roadmap) == ["Dig", "Line it", "Dark mode", "Offline use"]


def table(head: str, *rows: str) -> str:
    lines = (f"| {line} |" for line in (head, "|".join("---" for _ in head.split("|")), *rows))
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("names", [("🏗️ Foundation", "🎨 Finish"), ("“Alpha”", "“Beta”")])
def test_signs_before_the_names_of_phases(names):
    """Only a cell that is nothing but a sign says how far something is."""
    rows = [f"{name} | {days} days | Open" for name, days in zip(names, (2, 3), strict=True)]
    assert [phase.name for phase in plan(table("Phase | Duration | Status", *rows)).phases] == list(names)
    rows = [f"{name} | {title}" for name, title in zip(names, ("Dig", "Paint"), strict=True)]
    assert {task.state for task in plan(f"## Tasks\n\n{table('Phase | Task', *rows)}").walk()} <= {None}


def test_a_status_is_said_before_a_stage():
    """Of two columns that may say it, the one that has the name does."""
    found = plan(table("Task | Stage | Status", "Sow | ✅ | open", "Mow | 🟡 | done"))
    assert [task.state for task in found.tasks] == [State.OPEN, State.DONE]


def test_each_cell_of_what_is_planned_says_what_it_is():
    """A day, a length of time, or neither; columns that have the name for it are believed before it."""
    march = dt.date(2026, 3, 1)
    found = plan(table("Task | Owner | Planned", "Dig | Ana | 2 days", "Sow | Ana | 2026-03-01", "Mow | Ana | yes"))
    assert [(task.estimate.text or "", task.due) for task in found.tasks] == [("2 days", None), ("", march), ("", None)]
    assert not found.findings
    assert plan(table("Task | Planned | Due", "Dig | 2026-01-01 | 2026-03-01")).tasks[0].due == march
    assert plan(table("Task | Planned | Estimate", "Dig | 2 days | 3 days")).tasks[0].estimate.text == "3 days"


@pytest.mark.parametrize("code", ["Story-12", "Bug-13", "FEAT-12", "feat-12"])
@pytest.mark.parametrize("before", ["## Phase 1: Dig\n\n", ""])
def test_headings_with_codes_are_tasks(code: str, before: str):
    """However their letters are written."""
    (top,) = plan(f"{before}### {code}: Rope\n\n- [ ] Buy it\n").tops()
    assert [task.title for task in top.subtasks] == ["Buy it"]


@pytest.mark.parametrize("head", ["Task 1: Dig", "T001: Dig"])
def test_bold_lines_with_numbers_in_a_task_count_its_steps(head: str):
    """They are no phases of the plan, and no box is read twice."""
    steps = "".join(f"**{number}. {name}**\n\n- [ ] {name} it\n\n" for number, name in enumerate("abc", 1))
    found = plan(f"## {head}\n\n{steps}")
    assert ([*found.phases], titles(found)) == ([], ["Dig", "a it", "b it", "c it"])
    found = plan(f"## Feature: Dig\n\n{steps}")
    assert ([*found.phases], titles(found)) == ([], ["a it", "b it", "c it"])


@pytest.mark.parametrize(("name", "names"), [("Notes on subtasks", ["Dig", "Sow"]), ("Tasks and subtasks", [])])
def test_only_a_heading_above_a_list_speaks_of_its_subtasks(name: str, names: list[str]):
    """Elsewhere it says nothing of the list: numbered boxes with others below them are phases."""
    boxes = "- [ ] 1. Dig\n  - [ ] 1.1 Spade\n- [ ] 2. Sow\n  - [ ] 2.1 Seed\n"
    texts = (f"## Implementation\n\n{boxes}\n## {name}\n\nNone.\n", f"## {name}\n\n{boxes}")
    assert [phase.name for phase in plan(texts[not names]).phases] == names


@pytest.mark.parametrize("head", ["Menu (by 31 March 2026)", "The election phase"])
def test_what_is_called_a_phase_beside_boxes_holds_some(head: str):
    """A list without boxes is no work there."""
    phases = "## Phase 1: Dig (3 days)\n\n- [ ] Spade\n\n## Phase 2: Sow (3 days)\n\n- [ ] Seed\n"
    assert [len(plan(f"{phases}\n## {head}\n\n- {box}Soup\n").phases) for box in ("", "[ ] ")] == [2, 3]


@pytest.mark.parametrize(
    ("fields", "work"),
    [("- Result: done\n- Tasks: dig, mow\n", []), ("- Boiler: new\n- Pipes: old\n", ["Boiler: new", "Pipes: old"])],
)
def test_labels_beside_one_for_the_work_say_something_of_the_phase(fields: str, work: list[str]):
    """Without it they name what is done."""
    text = "## Phase 1: Dig\n\n- Spade\n- Rope\n\n## Phase 2: Sow\n\n- Goal: corn\n- Duration: 3 days\n\n"
    assert titles(plan(f"{text}## Phase 3: Mow\n\n- Goal: hay\n{fields}"))[2:] == work
