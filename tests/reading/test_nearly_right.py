"""What looks like a value and is none is said, once, with its line and how to write it right; and nothing else is."""

import datetime as dt

import pytest

from mkdocs_planplugin.model import Calendar
from mkdocs_planplugin.reading import read

HEAD = "# Plan: Boat\n\n## Phase 1: Hull\n\n- [ ] **Task 1.1:** Saw\n"


def findings(text):
    return [(finding.code, finding.line) for finding in read(f"---\nplan: true\n---\n{text}").findings]


def task(lines, front="", calendar=None):
    text = f"---\nplan: true\n{front}---\n{HEAD}- [ ] **Task 1.2:** Paint\n"
    plan = read(text + "".join(f"  - {line}\n" for line in lines), calendar).plan
    return plan.phases[0].tasks[1]


@pytest.mark.parametrize(
    "line",
    [
        "- [] Paint",
        "- []",
        "- [ x] Paint",
        "- [x ] Paint",
        "- [ x ] Paint",
        "- [x]Paint",
        "- [ ]Paint",
        "- [X]Paint",
        "- [ ]**Task 1.1:** Paint",
        "- [x]~~Paint~~",
        "-[ ]**Paint**",
        "- ［x］ Paint",
        "- ［☑］ Paint",
        "- ［ ］ Paint",
        "1. [] Paint",
        "-[ ] Paint",
        "-[x] Paint",
        "-[]Paint",
        "*[ ] Paint",
        "+[x] Paint",
        "[ ] Paint",
        "[x] Paint",
        "- [ ] Oil\n-[ ] Paint",
    ],
)
def test_near_boxes(line):
    """A box without its spaces, with too many, or without a bullet."""
    assert findings(f"{HEAD}\nText.\n\n{line}\n") == [("PLAN110", 12 + line.count("\n"))]


@pytest.mark.parametrize(
    "line",
    [
        "- [x] Paint",
        "- [ ] [Paint](paint.md)",
        "- [x](paint.md)",
        "- [x]** 2",
        "- [Paint](paint.md)",
        "- [P] Paint",
        "- [1] Paint",
        "- []string is a slice",
        "[x] = done, [ ] = open",
        "[x]: done",
        "[Paint](paint.md)",
        "- a [ ] in the middle",
        "```\n-[ ] Paint\n```",
        "> **Note**\n> a quote",
        "`[ ] Paint`",
        "-1 is a number",
        "*Paint* it",
    ],
)
def test_no_near_boxes(line):
    """Boxes, links, legends, code, tags."""
    assert not [found for found in findings(f"{HEAD}\nText.\n\n{line}\n") if found[0] == "PLAN110"]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("**Estimate:** four-ish days", "PLAN111"),
        ("**Estimate:** 3", "PLAN111"),
        ("**Estimate:** 3 dyas", "PLAN111"),
        ("**Effort:** a few hours", "PLAN111"),
        ("**Due:** next friday", "PLAN111"),
        ("**Due:** 03/04/2026", "PLAN102"),
        ("**Due:** 7 Dec - 18 Dec", "PLAN102"),
        ("**Risk Level:** Hihg", "PLAN112"),
        ("**Risk Level:** Mediun", "PLAN112"),
        ("**Status:** In progess", "PLAN112"),
        ("**Status:** Blokced", "PLAN112"),
        ("**Status:** purple", "PLAN111"),
        ("**Status:** Blocker", "PLAN111"),
        ("**Status:** Merge", "PLAN111"),
        ("**Estimate:** M", None),
        ("**Estimate:** 5 points", None),
        ("**Estimate:** 3 parsecs", "PLAN111"),
        ("**Estimate:** two or three moons", "PLAN111"),
        ("**Estimate:** ~2-3 moons or so", "PLAN111"),
        ("**Estimate:** 3 pull requests", None),
        ("**Estimate:** 5 SP", None),
        ("**Estimate:** a big job", None),
        ("**Effort:** 4 Punkte", None),
        ("**Effort:** 3 个文件", None),
        ("**Estimate:** ~60 lines", None),
        ("**Estimate:** [X days]", "PLAN116"),
        ("**Estimate:** 3 days", None),
        ("**Estimate:** depends on how many days the supplier takes", None),
        ("**Risk Level:** Low", None),
        ("**Risk:** the paint may be out of stock", None),
        ("**Status:** Done", None),
        ("**Due:** 2026-11-02T09:00", None),
        ("**Owner:** Ida", None),
        ("**Colour:** blue", None),
        ("**Estimate:** 2 sprints", "PLAN111"),
        ("**Estimate:** a fortnight", None),
        ("**Estimat:** 3 days", "PLAN112"),
        ("**Dependancies:** Task 1.1", "PLAN112"),
        ("**Onwer:** Ida", "PLAN112"),
        ("**Componente:** Casco", None),
        ("**Stauts:** Done", "PLAN112"),
        ("**Depends on:** 1.1 FS+2d", None),
        ("**Depends on:** 1.1 + 2 dyas", "PLAN111"),
        ("**Depends on:** 1.1 FS+two days", None),
        ("**Depends on:** 1.1 + Task 1.2", None),
        ("**Depends on:** 1.1 + 2 days", None),
        ("**Depends on:** 1.1 - 2 days", "PLAN111"),
        ("**Depends on:** 1.1 SS+2d", "PLAN111"),
        ("**Depends on:** 1.1 FS+50%", "PLAN111"),
        ("**Depends on:** 1.1EA+2T", None),
        ("**Depends on:** 1.1AA+2T", "PLAN111"),
        ("**Depends on:** 1.1DD", "PLAN111"),
        ("**Depends on:** 1.1, IT approval", None),
        ("**Depends on:** 1.1, IT", None),
        ("**Depends on:** 1.1 II", None),
        ("**Depends on:** 1.1 (start-to-start)", "PLAN111"),
        ("**Depends on:** 1.1 FS", None),
        ("**Risks:** the paint may run", None),
        ("**Scheduler:** cron", None),
        ("**Notes:** dry it", None),
        ("**Due:** 2 weeks", "PLAN111"),
        ("**Status:** PASS", None),
        ("**Status:** 🟢 Green", None),
        ("**Status:** High priority", None),
        ("**Status:** as of 2026-03-31", None),
    ],
)
def test_values_of_tasks(line, code):
    """Lengths, days, levels and states of tasks."""
    found = findings(f"{HEAD}- [ ] **Task 1.2:** Paint\n  - {line}\n")
    assert [one for one in found if one[0] != "PLAN106"] == ([(code, 10)] if code else [])


@pytest.mark.parametrize(
    ("lines", "waits"),
    [
        (["**Requires:** 1.1"], ["1.1"]),
        (["**Needs:** Task 1.1"], ["1.1"]),
        (["**After:** 1.1"], ["1.1"]),
        (["**Waits for:** 1.1"], ["1.1"]),
        (["**Predecessors:** 1.1"], ["1.1"]),
        (["**Blocked by:** 1.1"], ["1.1"]),
        (["Requires: 1.1"], ["1.1"]),
        (["**Depends on:** 1.1", "**Blocked by:** Phase 1"], ["1.1", "phase:1"]),
        (["**Dependencies:** None", "**Blocked by:** 1.1"], ["1.1"]),
        (["**Blocked by:** 1.1", "**Dependencies:** None"], ["1.1"]),
        (["**Dependencies:** ~~1.1~~ Phase 1"], ["phase:1"]),
        (["**Dependencies:** ~~1.1~~"], []),
        (["**Estimate:** 2 days | **Depends on:** 1.1"], ["1.1"]),
        (["**Needs:** a ladder and two brushes"], []),
        (["**Depends on:** 1.1 FS+2d"], ["1.1"]),
        (["**Depends on:** 1.1SS"], ["1.1"]),
        (["**Depends on:** 1.1AA+2T"], ["1.1"]),
        (["**Depends on:** 1.1FC + 1 día"], ["1.1"]),
        (["**Depends on:** 1.1aa+2t"], ["1.1"]),
        (["**Depends on:** 1.1 AA+2T"], ["1.1"]),
        (["**Depends on:** 1.1 EA"], ["1.1"]),
        (["**Depends on:** 1.1 fs"], ["1.1"]),
        (["**Depends on:** 1.1ss+1d"], ["1.1"]),
        (["**Depends on:** Phase 1, not 1.1"], ["phase:1"]),
        (["**Depends on:** not 1.1"], []),
        (["**Depends on:** Phase 1 instead of 1.1"], ["phase:1"]),
        (["Cannot start until 1.1"], []),
        (["**After:** cannot start until 1.1"], ["1.1"]),
        (["**Depends on:** Saw"], ["1.1"]),
        (["**Depends on:** Hull, the weather"], ["phase:1"]),
        (["**Depends on:** Phase One"], ["phase:1"]),
    ],
)
def test_words_for_dependencies(lines, waits):
    """Several of them add up, "None" beside another says nothing, what is struck through is waited for no longer."""
    assert list(map(str, task(lines).depends_on)) == waits


@pytest.mark.parametrize(
    ("words", "hours"),
    [
        ("1.1 + 2 days", {"1.1": 16}),
        ("1.1 FS+3d", {"1.1": 24}),
        ("Task 1.1 (+4h)", {"1.1": 4}),
        ("1.1, 2 days lag", {"1.1": 16}),
        ("Task 1.1 (wait 2 days)", {"1.1": 16}),
        ("2 days after 1.1", {"1.1": 16}),
        ("one week after Task 1.1", {"1.1": 40}),
        ("3 Tage nach 1.1", {"1.1": 24}),
        ("1.1 FS-1d", {"1.1": -8}),
        ("1.1EA+2T", {"1.1": 16}),
        ("1.1FD+2j", {"1.1": 16}),
        ("1.1 lead 1d", {"1.1": -8}),
        ("Phase 1 + 1 week", {"phase:1": 40}),
        ("Phase 1, 1.1 + 1d", {"1.1": 8}),
        ("1.1 + 1-2 days", {"1.1": 12}),
        ("1.1 SS+2d", {}),
        ("1.1", {}),
    ],
)
def test_lags(words, hours):
    """Working hours between the finish of one and the start of the next."""
    read_task = task([f"**Depends on:** {words}"])
    assert {str(name): lag for name, lag in read_task.lags.items()} == hours
    assert read_task.depends_on


@pytest.mark.parametrize(
    "title",
    [
        "Paint (needs 1.1)",
        "Paint (depends on 1.1)",
        "Paint (blocked-by: 1.1)",
        "Paint blocked-by:1.1",
        "Paint depends-on:1.1 @ana",
        "Paint [dependsOn:: 1.1]",
        "Paint (depends on:: 1.1) [due:: 2026-11-05]",
        "Paint (after 1.1)",
        "Paint (requires: Task 1.1)",
        "Paint — depends on 1.1",
        "Paint - needs Task 1.1",
    ],
)
def test_dependencies_behind_a_title(title):
    """In parentheses, and behind a dash where a number follows."""
    plan = read(f"---\nplan: true\n---\n{HEAD}- [ ] **Task 1.2:** {title}\n").plan
    assert list(map(str, plan.phases[0].tasks[1].depends_on)) == ["1.1"]


@pytest.mark.parametrize("words", ["**Depends on:** 1 + 2 days", "**After:** Phase 1 + 2 days"])
def test_numbers_alone_behind_a_phase(words):
    """What a phase waits for is a phase, also if it only has its number; its lag counts."""
    plan = read(f"# Boat plan\n\n## Phase 1: Hull\n\n- [ ] Saw\n\n## Phase 2: Deck\n\n{words}\n\n- [ ] 1. Nail\n").plan
    assert {str(name): lag for name, lag in plan.phases[1].lags.items()} == {"phase:1": 16}
    assert list(map(str, plan.phases[1].depends_on)) == ["phase:1"]


def test_signs_of_ids():
    """`⛔ a1` waits for the task with `🆔 a1`, whatever that is called elsewhere; without such a task it is a sign."""
    boxes = "- [ ] Saw 🆔 saw-1 📅 2026-11-05\n- [ ] **1.9** Plane 🆔 b2\n- [ ] Paint ⛔ saw-1 ⏳ 2026-11-06\n- [ ] Sail ⛔ b2\n- [ ] Rest ⛔ c3\n"
    saw, plane, paint, sail, rest = read(f"---\nplan: true\n---\n# Boat\n\n{boxes}").plan.walk()
    assert [(str(task.id), task.title) for task in (saw, plane)] == [("saw-1", "Saw"), ("1.9", "Plane")]
    assert (paint.title, paint.start, paint.depends_on) == ("Paint", dt.date(2026, 11, 6), (saw.id,))
    assert (sail.title, sail.depends_on) == ("Sail", (plane.id,))
    assert (rest.title, rest.depends_on) == ("Rest ⛔ c3", ())


def test_inline_fields():
    """`[key:: value]`, wherever it stands: what has a field of its own is in it, all else is an attribute."""
    title = "Paint [priority:: high] the hull [due:: 2026-11-05] (owner:: ana) [tt-id:: G1]"
    (found,) = read(f"---\nplan: true\n---\n# Boat\n\n- [ ] {title}\n").plan.walk()
    assert (found.title, found.due, found.owner) == ("Paint the hull", dt.date(2026, 11, 5), "ana")
    assert found.attributes == {"priority": "high", "tt-id": "G1"}
    (code,) = read("---\nplan: true\n---\n# Boat\n\n- [ ] Return [std::vector] (a::b)\n").plan.walk()
    assert (code.title, code.attributes) == ("Return [std::vector] (a::b)", {})
    unread = read("---\nplan: true\n---\n# Boat\n\n- [ ] Paint [due:: soon]\n")
    assert [finding.code for finding in unread.findings] == ["PLAN111"]


@pytest.mark.parametrize(
    "title",
    [
        "Trial (14 days): send mail",
        "Backup kept (90 days) — encrypted",
        "Cache results (5 min) #perf",
        "Support v1 (until 2026-12-31) - legacy",
        "Sort (start 2026-01-01): API",
        "Fix [WIP] - the thing",
        "Import data (2024-01-01 – 2024-12-31)",
        "Report Q1 (January – March 2026)",
        "Print 🆔 cards for all",
        "Add 🆔 column",
        "Add icon 👤 user",
        "Add 👤 Profile page",
        "Show tickets — assigned to me",
        "Fix the seat (assigned to passenger)",
        "Sow [dependsOn:: zz]",
    ],
)
def test_words_of_a_name_that_look_like_values(title):
    """What a task is about stays in its name."""
    (found,) = read(f"---\nplan: true\n---\n# Boat\n\n- [ ] {title}\n").plan.walk()
    assert (found.title, found.estimate.known, found.owner, found.start, found.due) == (title, False, None, None, None)
    assert (found.depends_on, found.blocked_until) == ((), None)


def test_code_holds_no_fields():
    """`[key:: value]` in code is what the task is about, and so is `[after 1.1]` behind a name in code."""
    first, second = read(
        "---\nplan: true\n---\n# Boat\n\n- [ ] 1.1 Parse `[key:: value]`\n- [ ] 1.2 Read `x[after 1.1]`\n"
    ).plan.walk()
    assert (first.title, second.depends_on) == ("Parse [key:: value]", ())


def test_a_second_field_of_a_kind_stays():
    (found,) = read("---\nplan: true\n---\n# Boat\n\n- [ ] Ask [note:: a] [note:: b]\n").plan.walk()
    assert (found.title, found.attributes) == ("Ask [note:: b]", {"note": "a"})


def test_tables_whose_row_of_dashes_is_too_short():
    """No table on GitHub: a finding names the row and shows how to write it."""
    table = "| Task | State | Owner |\n|---|---|\n| Saw | done | Ana |\n"
    (finding,) = read(f"---\nplan: true\n---\n# Boat\n\n{table}").findings
    assert (finding.code, finding.line) == ("PLAN120", 7)
    assert "`|---|---|---|`" in str(finding)
    assert not read("---\nplan: true\n---\n# Boat\n\nSaw | plane\n---\n\nSail | row\n|---|---|---|\n").findings


def test_tasks_in_the_front_matter():
    """They are on no page: a finding says so, and lists without boxes on the page are no tasks in their place."""
    todos = "---\nplan: true\ntodos:\n  - id: saw\n    content: Saw the planks\n    status: pending\n---\n"
    reading = read(f"{todos}# Boat plan\n\n1. The planks are oak.\n2. The nails are bronze.\n")
    assert [(finding.code, finding.line) for finding in reading.findings] == [("PLAN121", 3)]
    assert not [*reading.plan.walk()]


def test_several_owners_in_fields():
    """Who else is named does it, too."""
    (found,) = read("---\nplan: true\n---\n# Boat\n\n- [ ] Saw [owner:: Ana] [owner:: Ben]\n").plan.walk()
    assert (found.title, found.owner) == ("Saw", "Ana, Ben")


@pytest.mark.parametrize("name", ["Ana", "Åsa Öberg", "Ирина", "小明"])
def test_owners_behind_a_sign(name):
    """`👤` stands before a name, which begins with a capital letter, or one of a script that has none."""
    (found,) = read(f"---\nplan: true\n---\n# Boat\n\n- [ ] Saw 👤 {name}\n").plan.walk()
    assert (found.title, found.owner) == ("Saw", name)


def test_ids_of_signs_beside_others():
    """Each item of a list is looked for by its own id and by that of a sign."""
    boxes = "- [ ] 1.2 Mow 🆔 a2\n- [ ] Dig 🆔 a1\n- [ ] Sow ⛔ a1, a2\n"
    mow, dig, sow = read(f"---\nplan: true\n---\n# Garden\n\n{boxes}").plan.walk()
    assert (sow.depends_on, sow.depends_on_unresolved) == ((dig.id, mow.id), ())


@pytest.mark.parametrize("words", ["needs:triage", "after:hover", "https://a.b/requires:1.7"])
def test_glued_words_that_name_no_task(words):
    """Only what resolves is waited for."""
    (found,) = read(f"---\nplan: true\n---\n# Boat\n\n- [ ] Paint {words}\n").plan.walk()
    assert (found.title, found.depends_on, found.depends_on_unresolved) == (f"Paint {words}", (), ())


@pytest.mark.parametrize(
    ("lines", "hours", "due"),
    [
        (["**Start:** 2026-11-05", "**End:** 2026-11-18"], 80.0, None),
        (["**Start:** 5 Nov 2026", "**Finish:** 18 Nov 2026"], 80.0, None),
        (["**Dates:** 5 Nov 2026 - 18 Nov 2026"], 80.0, None),
        (["**Start:** 2026-11-05 | **End:** 2026-11-05"], 8.0, None),
        (["**Start:** 2026-11-07", "**End:** 2026-11-08"], 0.0, None),
        (["**Start:** 2026-11-05", "**End:** 2026-11-18", "**Estimate:** 2 days"], 16.0, dt.date(2026, 11, 18)),
        (["**Start:** 2026-11-05", "**Due:** 2026-11-18"], None, dt.date(2026, 11, 18)),
        (["**End:** 2026-11-18"], None, dt.date(2026, 11, 18)),
        (["**Start:** 2026-11-18", "**End:** 2026-11-05"], None, dt.date(2026, 11, 5)),
    ],
)
def test_start_and_end_are_a_span(lines, hours, due):
    """A task from 5 to 18 November takes ten working days; an end alone is a due day."""
    found = task(lines)
    assert (found.estimate.min_hours, found.due) == (hours, due)
    assert found.estimate.max_hours == hours


def test_holidays_take_no_part_in_a_span():
    """The working time is that of the calendar."""
    calendar = Calendar(6.0, frozenset(range(5)), frozenset({dt.date(2026, 11, 11), dt.date(2026, 11, 14)}))
    assert task(["**Start:** 2026-11-05", "**End:** 2026-11-18"], "", calendar).estimate.min_hours == 54.0


def test_several_attributes_share_a_line():
    """As in a header."""
    found = task(["**Estimate:** 2 days | **Owner:** Ida | **Risk Level:** ~~High~~ Low"])
    assert (found.estimate.text, found.owner, found.risk) == ("2 days", "Ida", "low")


def test_what_a_title_and_a_label_wait_for_adds_up():
    """Neither is lost."""
    plan = read(
        f"---\nplan: true\n---\n{HEAD}- [ ] **Task 1.2:** Oil\n- [ ] **Task 1.3:** Paint (needs 1.1)\n  - After: 1.2\n"
    ).plan
    assert sorted(map(str, plan.phases[0].tasks[2].depends_on)) == ["1.1", "1.2"]


def test_a_letter_is_the_name_of_a_phase():
    """One that the plan has, and one that it has not."""
    text = "---\nplan: true\n---\n# Plan\n\n## Phase A: Hull\n\n- [ ] a\n\n## Phase B: Sail\n\n**Depends on:** Phase A, Phase Z\n"
    phase = read(text + "\n- [ ] b\n").plan.phases[1]
    assert list(map(str, phase.depends_on)) == ["phase:A"]
    assert list(map(str, phase.depends_on_unresolved)) == ["phase:Z"]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("## Phase 1: Hull (a fortnight)", []),
        ("## Phase 1: Hull (3 dayz)", [("PLAN111", 6)]),
        ("## Phase 1: Hull (few days)", [("PLAN111", 6)]),
        ("## Phase 1: Hull (2 sprints)", [("PLAN111", 6)]),
        ("## Phase 1: Hull (3 parts)", []),
        ("## Phase 1: Hull (30 days retention)", []),
        ("## Phase 1: Hull (day shift)", []),
        ("## Phase 1: Hull\n\n**Duration:** several weeks", [("PLAN111", 8)]),
        ("## Phase 1: Hull\n\n**Dependancies:** Phase 0", [("PLAN112", 8)]),
        ("## Phase 1: Hull\n\n**Deliverable:** a hull", []),
    ],
)
def test_lengths_and_labels_of_phases(lines, found):
    """What looks like a length and is not read; labels with a slip."""
    assert findings(f"# Plan: Boat\n\n{lines}\n\n- [ ] saw\n") == found


@pytest.mark.parametrize(
    ("table", "found"),
    [
        ("| Task | Owner | Effrot |\n|---|---|---|\n| Saw | Ida | 2d |", [("PLAN112", 6)]),
        ("| Task | Owner | Colour |\n|---|---|---|\n| Saw | Ida | red |", []),
        ("| Task | Who knows |\n|---|---|\n| Saw | Ida |", [("PLAN117", 6)]),
        ("| Tool | Who knows |\n|---|---|\n| Saw | Ida |", []),
        ("| ID | Task | Owner |\n|---|---|---|\n| A-1 | Saw | Ida |\n\n- [ ] paint", [("PLAN117", 8)]),
        ("| ID | Task | Owner |\n|---|---|---|\n| A-1 | Saw | Ida |\n\n- [ ] A-1 Saw", []),
        (
            "| Tool | Time | Steps |\n|---|---|---|\n| Saw | 2 d | 9 |\n| Axe | 3 d | 8 |\n| Us | 1 d | 4 ✅ |\n\n- [ ] paint",
            [],
        ),
        ("## Risks\n\n| Thing | Answer |\n|---|---|\n| Rain | wait |", [("PLAN111", 8)]),
        ("## Risks\n\n| Risk | Propability | Impact |\n|---|---|---|\n| Rain | Low | Low |", [("PLAN112", 8)]),
    ],
)
def test_tables(table, found):
    """Columns with a slip, and tables of tasks or risks that count nowhere."""
    assert findings(f"# Plan: Boat\n\n{table}\n") == found


@pytest.mark.parametrize(
    ("status", "codes"),
    [("Yellow", []), ("Handled by the tests", []), ("Purple", ["PLAN111"]), ("Mitigatd", ["PLAN111"])],
)
def test_where_a_risk_stands(status: str, codes: list[str]):
    """A colour says how it goes, and a sentence what was done: neither is a state that could not be read."""
    table = f"| Risk | Impact | Status |\n|---|---|---|\n| It rains | High | {status} |\n"
    assert [code for code, _ in findings(f"{HEAD}\n## Risks\n\n{table}") if code != "PLAN214"] == codes


@pytest.mark.parametrize("head", ["Risk ID | Note", "Risiko-Nr | Beschreibung"])
def test_a_table_of_risks_without_a_column_called_risk_is_not_silent(head):
    table = f"| {head} |\n|---|---|\n| 1 | Storm |\n"
    assert [code for code, _ in findings(f"{HEAD}\n## Risks\n\n{table}")] == ["PLAN111"]


def test_a_table_with_a_column_called_risk_is_not_told_to_have_one():
    """It rates what its rows name, and none of them is a risk."""
    table = "| Item | Risk | Impact | Priority |\n|---|---|---|---|\n| Mast | **Low** | High | P1 |\n"
    assert findings(f"{HEAD}\n## Risks\n\n{table}") == []


@pytest.mark.parametrize(("words", "missing"), [("A8/A9 hold the sail up", []), ("A8/A9", ["A8", "A9"])])
def test_names_at_the_beginning_of_a_sentence(words: str, missing: list[str]):
    """With a stroke between them they are no list of what is waited for where a sentence follows."""
    tasks = f"- [ ] **A1:** Saw\n- [ ] **A2:** Row\n  - **Depends on:** {words}\n"
    row = read(f"---\nplan: true\n---\n# Plan: Boat\n\n## Phase 1: Hull\n\n{tasks}").plan.phases[0].tasks[1]
    assert [str(name) for name in row.depends_on_unresolved] == missing


def test_the_head_of_a_table_of_four_columns_is_no_line_of_the_header():
    """Though its first cell is a label of headers; a table of two fields a row is told by its rows."""
    table = "| Date | Step | Scope | State |\n|---|---|---|---|\n| TBD | Saw | Hull | Open |\n"
    assert [code for code, _ in findings(f"# Plan: Boat\n\n{table}\n{HEAD[14:]}")] == []
    fields = "| Status | Purple | Owner | Ana |\n|---|---|---|---|\n| Created | 2026-01-12 | Due | 2026-02-12 |\n"
    assert findings(f"# Plan: Boat\n\n{fields}\n{HEAD[14:]}") == [("PLAN111", 6)]


def test_labels_of_the_header():
    """A slip is told, any other label is left alone."""
    assert findings(f"# Plan: Boat\n\n**Stauts:** Draft\n**Wood:** oak\n\n{HEAD[14:]}") == [("PLAN112", 6)]
    assert findings(f"# Plan: Boat\n\n**Pilot:** one harbour\n\n{HEAD[14:]}") == []  # no misspelt `pilote`


@pytest.mark.parametrize(
    ("heading", "meant"),
    [
        ("## Risk Assesment", "risk assessment"),
        ("## 4. Sucess Metrics", "success metrics"),
        ("## Definiton of Done", "definition of done"),
        ("## Timeline Sumary", "timeline summary"),
    ],
)
def test_headings_of_sections(heading, meant):
    """A slip in the heading of a part of the format is told, once, and where the plan has no such part."""
    plan = read(f"---\nplan: true\n---\n{HEAD}\n{heading}\n\n- Rain\n").plan
    words = heading.lstrip("# 4.")
    message = f"`{words}` is not known here, so it does not count"
    assert [(one.code, one.line, one.message, one.hint) for one in plan.findings] == [
        ("PLAN112", 10, message, f"did you mean `{meant}`?")
    ]
    assert findings(f"{HEAD}\n{heading}\n\n- Rain\n\n## {meant}\n\nDry.\n") == []


@pytest.mark.parametrize(
    "heading", ["## Rinks", "## Risk", "### Sucess Metrics", "## Implementaton Phases", "## Nodes"]
)
def test_other_headings_are_not_misspelt(heading):
    """Short words, other words, what stands in a phase, and what counts all the same."""
    assert findings(f"{HEAD}\n{heading}\n\n- Rain\n") == []


@pytest.mark.parametrize(
    ("lines", "codes"),
    [
        ("## Legend\n\n- **Impact:** low / medium / high", []),
        ("## Levels of noise\n\n- **Impact:** low / medium / high", ["PLAN116"]),
        ("## Legend\n\n- **Impact:** [what it does]", ["PLAN116"]),
        ("<what_to_read>\n\nThe log.\n\n</what_to_read>", []),
        ("<what_to_read>\n\nThe log.", ["PLAN116"]),
    ],
)
def test_choices_and_tags_that_are_meant(lines: str, codes: list[str]):
    """A legend explains choices, and what is closed further down is a tag; neither waits to be filled in."""
    assert [code for code, _ in findings(f"{HEAD}\n{lines}\n")] == codes


def test_weeks_that_overlap_are_phases_of_their_own():
    """`Week 1-2` is not `Week 1` told again."""
    text = "".join(f"## {week}\n\n- [ ] saw {week}\n\n" for week in ("Week 1", "Week 1-2", "Week 2"))
    plan = read(f"---\nplan: true\n---\n# Plan\n\n{text}").plan
    assert [phase.label for phase in plan.phases] == ["Week 1", "Week 1-2", "Week 2"]


def test_placeholders_are_said_once_at_the_first_of_them():
    """With how many there are; a box with an unknown mark is none, and a template is there to be filled in."""
    text = HEAD + "  - Estimate: [X days]\n  - Owner: [Name]\n"
    assert findings(text) == [("PLAN116", 9)]
    assert read(f"---\nplan: true\n---\n{text}").findings[0].message == (
        "a placeholder is left to fill in: “- Estimate: [X days]”, and 1 more in line 10"
    )
    assert findings(f"{HEAD}- [?] Saw\n") == [("PLAN103", 9)]
    assert findings("# Plan: [Name]\n\n## Phase 1: [Name]\n\n- [ ] [Task]\n") == []


@pytest.mark.parametrize(
    "line",
    [
        "#### [P0-A] Mend the roof", "- **[Story]**: which story it belongs to", "- The urgency (Low/Medium/High)",
        "Choose the speed (high/normal/low).", "- priority: high/normal/low", "| speed | text | low/high |",
        "Then add `[hidden] {\ncolor: red; }` to it.", "**Decision:** [To be resolved]", "| Ann | [TBD] |", "{{ argument }}", "**Version:** {{ config.extra.version }}",
        "**Status legend:** ⬜ Not started · 🚧 In progress · ✅ Complete", "**Priority levels:** Low | Medium | High",
    ],
)  # fmt: skip
def test_what_is_meant_as_it_stands_is_no_placeholder(line: str):
    """A mark before a title, an entry of a legend, choices that a sentence, a label or a table is about, and what a
    program fills in."""
    assert findings(f"{HEAD}\n{line}\n") == []


@pytest.mark.parametrize(
    "line",
    [
        "- **Risk:** Low/Medium/High",
        "| Ann | [Name] |",
        "#### [Name]",
        "- [Step]",
        "- [ ] **Start:** [Date]",
        "**Decision:** [Fill in]",
        "[Words]",
        "**Status:** Draft | In Progress | Complete",
        "**Version:** {{Version}}",
    ],
)
def test_what_stands_where_a_value_belongs_is_a_placeholder(line: str):
    """And nothing beside it."""
    assert findings(f"{HEAD}\n{line}\n") == [("PLAN116", 10)]


@pytest.mark.parametrize(
    ("legend", "codes"),
    [
        ("- [P] indicates parallel work", []),
        ("- [P] = may wait\n- [ ] = open", []),
        ("- [P] bedeutet: gleichzeitig", []),
        ("- [?] pending\n- [x] Done\n- [ ] in progress", []),
        ("- [?] pending", ["PLAN103"]),
        ("- [P] indicates parallel work\n- [P] Paint the hull", ["PLAN103", "PLAN103"]),
    ],
)
def test_a_legend_of_marks_is_no_work(legend: str, codes: list[str]):
    """A list in which each box says what its mark means, or nothing but a state."""
    text = f"---\nplan: true\n---\n# Plan: Boat\n\n{legend}\n\n## Phase 1: Hull\n\n- [ ] Saw\n"
    reading = read(text)
    assert [finding.code for finding in reading.findings] == codes
    assert ([task.title for task in reading.plan.walk()] == ["Saw"]) is (not codes)


@pytest.mark.parametrize(
    "label", ["Scope", "Update", "Stats", "Completed by", "Create", "Validate", "Require", "First"]
)
def test_other_words_are_no_misspelt_labels(label: str):
    """Words that are like labels, in English or another language, and the same word in another form."""
    row = f"| Risk | Probability | {label} |\n|---|---|---|\n| Storm | Low | x |\n"
    assert findings(f"# Plan: Boat\n\n**{label}:** x\n\n{HEAD[14:]}  - **{label}:** x\n\n## Risks\n\n{row}") == []


@pytest.mark.parametrize(
    ("label", "meant"),
    [
        ("Probabilty", "probability"),
        ("Mitigaton", "mitigation"),
        ("Contingncy Plan", "contingency plan"),
        ("Impacts", None),
        ("Weather", None),
    ],
)
@pytest.mark.parametrize("form", ["- **{}:** High", "- {}: High"])
def test_a_misspelt_label_of_a_risk(label: str, meant: str | None, form: str):
    """As at a task; a label of the author's own is none. Without bold type nothing tells a label from words."""
    text = f"{HEAD}\n## Risk Assessment\n\n**Risk 1:** Storm\n- **Owner:** Ann\n{form.format(label)}\n"
    hints = [finding.hint for finding in read(f"---\nplan: true\n---\n{text}").findings if finding.code == "PLAN112"]
    assert hints == ([f"did you mean `{meant}`?"] if meant and "**" in form else [])


@pytest.mark.parametrize(
    ("label", "meant"), [("Last Updatd", "last updated"), ("Last Update", None), ("Crated", "created")]
)
def test_of_several_words_that_are_near_one_is_meant(label: str, meant: str | None):
    """One that ends in another way is another form of the word; the next may be misspelt."""
    reading = read(f"---\nplan: true\n---\n# Plan: Boat\n\n**{label}:** 2026-11-02\n\n{HEAD[14:]}")
    assert [finding.hint for finding in reading.findings] == ([f"did you mean `{meant}`?"] if meant else [])


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("**Start:** The shed is empty.", []),
        ("**End:** all is tidy", []),
        ("**Start:** next friday", ["PLAN111"]),
        ("**Start:** mid May", ["PLAN111"]),
        ("**End:** 2026 or so", ["PLAN111"]),
        ("**Due:** all is tidy", ["PLAN111"]),
    ],
)
def test_what_is_there_at_the_start_is_no_date(line: str, codes: list[str]):
    """`Start` and `End` may say what is there before and after; what has to be done by a day is a date."""
    assert [code for code, _ in findings(f"{HEAD}  - {line}\n")] == codes


def test_a_template_has_no_values_to_be_read():
    """Whoever fills it in writes them: `Add date`. What is wrong with its boxes is wrong in each copy."""
    text = "## Phase 1: [Name]\n\n- [ ] [Task]\n  - **Due:** Add date\n  - **Estimate:** 3 dasy\n- [?] [Task]\n"
    reading = read(f"---\nplan: true\n---\n# Plan: [Name]\n\n{text}")
    assert reading.plan.is_template
    assert [finding.code for finding in reading.findings] == ["PLAN103"]
    assert "PLAN111" in [code for code, _ in findings(f"{HEAD}  - **Due:** Add date\n")]


def test_a_letter_in_a_box_is_a_mark_of_the_author():
    """It belongs behind the box; of a sign nothing is known."""
    letter, sign = read(f"---\nplan: true\n---\n{HEAD}- [P] Paint\n- [?] Row\n").findings
    assert letter.hint.endswith("; a mark of your own stands behind the box: `- [ ] [P] ...`")
    assert sign.hint.endswith("or [!] blocked")


@pytest.mark.parametrize("label", ["Depends-on", "depends_on", "DependsOn", "**Depends-On:**", "**Blocked-by**:"])
def test_words_of_a_label_may_be_joined(label: str):
    """By a hyphen, an underscore or nothing, as in front matter and in code."""
    line = f"{label} 1.1" if label.startswith("**") else f"{label}: 1.1"
    assert [str(reference) for reference in task([line]).depends_on] == ["1.1"]


@pytest.mark.parametrize("words", ["N/A", "n/a", "None", "keine"])
def test_a_value_that_says_there_is_none_is_an_answer(words: str):
    text = f"{HEAD}  - **Status:** {words}\n  - **Due:** {words}\n  - **Estimate:** {words}\n"
    assert findings(text) == []


@pytest.mark.parametrize("value", ["$date", "${START_DATE}", "$ARGUMENTS"])
def test_a_variable_is_a_placeholder(value: str):
    """What a script fills in where a plan is made of a template; an amount is a value."""
    assert findings(f"# Plan: Boat\n\n**Created:** {value}\n\n{HEAD[14:]}") == []
    assert findings(f"{HEAD}  - **Due:** $5\n") == [("PLAN111", 9)]


def test_a_label_that_is_used_for_something_else_is_said_once():
    """Whoever calls a kind of trouble a Status does so at every task: of more than three the others are counted."""

    def unread(count):
        tasks = "".join(f"- [ ] **Task 1.{n}:** Dig\n  - **Status:** 🔴 Missing{n}\n" for n in range(1, count + 1))
        reading = read(f"---\nplan: true\n---\n# Plan: X\n\n## Phase 1: A\n\n{tasks}")
        return [(finding.line, finding.message) for finding in reading.findings if finding.code == "PLAN111"]

    assert unread(4) == [(9, "no state can be read from `🔴 Missing1`, nor from 3 values in lines 11, 13, 15")]
    assert unread(3) == [(7 + 2 * n, f"no state can be read from `🔴 Missing{n}`") for n in range(1, 4)]


@pytest.mark.parametrize(
    ("words", "lines"), [("Est: 3", [6]), ("Est: 3 dasy", [6]), ("Est: 3 days", []), ("Est: TBD", []), ("Est: M", [])]
)
def test_a_number_without_a_unit_in_a_heading(words: str, lines: list[int]):
    """It is not passed over in silence, no more than at a task."""
    text = f"---\nplan: true\n---\n# Plan: X\n\n## Phase 1: A ({words})\n\n- [ ] **Task 1.1:** Dig\n"
    assert [finding.line for finding in read(text).findings if finding.code == "PLAN111"] == lines


def test_a_status_of_a_phase_that_is_not_read_is_not_silent():
    """Neither is a misspelt one in a table."""
    text = f"{HEAD}\n## Phase 2: Mast\n\n**Status:** wibbly\n\n- [ ] Fell\n\n## Phase 3: Sail\n\n- Status: Doen\n- [ ] Sew\n"
    assert findings(text) == [("PLAN111", 12), ("PLAN112", 18)]
    rows = "| Task | Status | Owner |\n|---|---|---|\n| Saw | Dnoe | Ann |\n| Plane | Done | Bob |\n"
    assert findings(f"# Plan: Boat\n\n{rows}") == [("PLAN112", 8)]


def test_the_first_phase_says_nothing_of_the_whole_plan():
    """A heading right below the title is its second line only if it is neither a phase nor a task."""
    plan = read(
        "---\nplan: true\n---\n# Plan: Boat\n\n## Phase 1: Hull\n\n**Status:** Done\n**Owner:** Ann\n\n- [ ] Saw\n"
    ).plan
    assert (plan.status, plan.owner) == (None, None)
    steps = "# Boat plan\n\n### Task 1: Frame\n\n**Files:**\n- Create: `a.md`\n- [ ] **Step 1: Cut**\n"
    assert not findings(steps)


def test_rows_without_ids_that_count_nowhere():
    """They are in no counter where the work has boxes elsewhere, which is said."""
    rows = "| Task | Status | Owner |\n|---|---|---|\n| Saw | Done | Ann |\n| Plane | Open | Bob |\n"
    assert findings(f"{HEAD}\n## Tasks\n\n{rows}") == [("PLAN117", 15)]


def test_a_fence_at_the_end_hides_nothing():
    """Only one with text below it is worth a line."""
    assert not findings(f"{HEAD}\n```\n\n")
    assert findings(f"{HEAD}\n```\n- [ ] Saw\n") == [("PLAN104", 10)]


@pytest.mark.parametrize(
    ("lines", "start", "until"),
    [
        (["From: 2026-12-14", "Until: 2026-12-18"], dt.date(2026, 12, 14), None),
        (["From: 2026-12-14", "To: 2026-12-18"], dt.date(2026, 12, 14), None),
        (["When: 2026-12-14 to 2026-12-18"], dt.date(2026, 12, 14), None),
        (["Until: 2026-12-18"], None, dt.date(2026, 12, 18)),
        (["Start: 2026-12-14", "Status: Blocked", "Until: 2026-12-18"], dt.date(2026, 12, 14), dt.date(2026, 12, 18)),
        (["From: the yard", "To: the sea"], None, None),
    ],
)
def test_from_and_until(lines, start, until):
    """Together they are how long a task takes; `Until` alone is the day until which it is blocked."""
    painted = task(lines)
    assert (painted.start, painted.blocked_until) == (start, until)
    assert painted.estimate.known is bool(start and not until)


@pytest.mark.parametrize("words", ["1fs", "1ss+1d", "1 FS"])
def test_kinds_of_links_in_small_letters(words):
    """Glued to the number, or those of English, they count as in capitals."""
    text = f"---\nplan: true\n---\n# Plan: Boat\n\n## Phase 1: Hull\n\n- [ ] 1. Saw\n- [ ] 2. Paint\n  - **Depends on:** {words}\n"
    assert list(map(str, read(text).plan.phases[0].tasks[1].depends_on)) == ["1"]
