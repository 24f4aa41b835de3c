"""What stands behind the names of tasks, on their own line."""

import datetime as dt

import pytest

from mkdocs_planplugin.model import State
from mkdocs_planplugin.reading import read


def reading(*lines, head=""):
    return read("---\nplan: true\n---\n# Plan: Boat\n\n" + head + "\n".join(lines) + "\n")


def only_task(*lines):
    (task,) = reading(*lines).plan.tasks
    return task


@pytest.mark.parametrize(
    "title",
    [
        "Bind types (deadline, threshold, pattern)",
        "Count them (done/remaining/left)",
        "Wait (due to 3 storms)",
        "Load @media(print) rules",
        "Keep @types/boat",
        "@ana digs",
        "Write to ana@boat.example",
        "Ask @ana",
        "Sail with @ana",
        "Remove @ts-ignore",
        "Add @deprecated",
        "Publish under npm scope @acme",
        "Deploy to prod @3pm",
        "Deploy to prod (@3pm)",
        "Describe @param @return",
        "Describe @param, @return",
        "Run start:1 and end:2",
        "Order (start: left)",
        "Reach 100% - Phase 2",
        "Open http://boat.example:8080/c at 12:30",
        "Fade ~ 2 steps of x",
        "time:5 left",
        "Keep it - 3 days after launch",
    ],
)
def test_words_that_stay_in_the_name(title):
    """A label needs a value of its kind, and a value has to end the title."""
    read_text = reading(f"- [ ] {title}")
    (task,) = read_text.plan.tasks
    assert (task.title, task.due, task.start, task.owner, task.estimate.known) == (title, None, None, None, False)
    assert not read_text.findings


@pytest.mark.parametrize(
    "title",
    ["Malen — bis 5.12.2026", "Peindre (échéance : 5 décembre 2026)", "Pintar (antes del 5 de diciembre de 2026)"],
)
def test_words_of_languages(title):
    """A day behind a word for "by" or a label."""
    assert str(only_task(f"- [ ] {title}").due) == "2026-12-05"


@pytest.mark.parametrize(
    ("title", "name", "owners", "estimate"),
    [
        ("Dig @Ana", "Dig", ("Ana",), None),
        ("Dig @ana @ben.", "Dig", ("ana", "ben"), None),
        ("Dig (2d) @ana", "Dig", ("ana",), "2d"),
        ("Dig @ana (2d)", "Dig", ("ana",), "2d"),
        ("Dig (@ana @ben)", "Dig", ("ana", "ben"), None),
        ("Dig — @ana @ben", "Dig", ("ana", "ben"), None),
        ("Dig @ana @eve", "Dig @ana @eve", (), None),
        ("Meet with @ana, @ben", "Meet with @ana, @ben", (), None),
        ("Use `@cache`", "Use @cache", (), None),
    ],
)
def test_people_behind_a_title(title, name, owners, estimate):
    """They need no brackets where the plan names them elsewhere; code is nobody."""
    task, *_ = reading(
        f"- [ ] {title}", "- [ ] Paint (@ana, 2d)", "- [ ] Sail — @ben", "- [ ] Test (@cache)"
    ).plan.tasks
    assert (task.title, task.owners, task.estimate.text) == (name, owners, estimate)


@pytest.mark.parametrize(
    "line",
    [
        "- [ ] Paint (2d, @ana)",
        "- [ ] Paint — @ana",
        "- [ ] Paint\n  - **Owner:** @ana",
        "**Verantwortlich:** Ben\n\n- Zuständig: @ana",
        "| Who | What |\n|---|---|\n| @ana | Mast |",
        "- [ ] Paint @ana (2d)",
        "- [ ] Paint @Ana.",
    ],
)
def test_where_a_plan_names_people(line):
    """In brackets, behind a dash or a label, alone in a cell, or again behind another name."""
    task, *_ = reading("- [ ] Dig @ana", "", line).plan.tasks
    assert (task.title, task.owners) == ("Dig", ("ana",))


@pytest.mark.parametrize("line", ["- [ ] Ask @ana, and Ben", "Words of @ana.", "```\n(@ana)\n```", "- [ ] Dig @anabel"])
def test_where_a_plan_may_speak_of_anything(line):
    """Once behind a name, and somewhere in the text."""
    task, *_ = reading("- [ ] Dig @ana", "", line).plan.tasks
    assert (task.title, task.owners) == ("Dig @ana", ())


def test_people_behind_the_name_of_a_phase():
    """Only brackets and dashes make them its owners."""
    phases = reading(
        "## Phase 1: Hull @ana", "- [ ] Saw", "", "## Phase 2: Mast (@ana)", "- [ ] Hew", "- [ ] Oil @ana"
    ).plan.phases
    assert [(phase.name, phase.tasks[0].owner) for phase in phases] == [("Hull @ana", None), ("Mast", "ana")]


def test_several_values():
    """One behind the other, with signs in any order."""
    task = only_task("- [x] **1.1 Sail** — 3 weeks, due Nov 2, 2027 ⏫ 🔁 every week ➕ 2026-10-01 ✅ 2026-11-04")
    assert (task.id.written, task.title, task.estimate.text, str(task.due)) == ("1.1", "Sail", "3 weeks", "2027-11-02")


def test_labels_below_count_first():
    """What a label below the task says is said with more care."""
    task = only_task("- [ ] Sail (2d, due 2026-11-05)", "  - **Estimate:** 3 days", "  - **Due:** 2026-11-06")
    assert (task.estimate.text, str(task.due)) == ("3 days", "2026-11-06")


def test_all_or_nothing():
    """Of several values in one pair of brackets none counts if one cannot be read."""
    text = reading("- [ ] Sail (2d; due 24 Dec)")
    (task,) = text.plan.tasks
    assert (task.title, task.estimate.known, [f.code for f in text.findings]) == (
        "Sail (2d; due 24 Dec)",
        False,
        ["PLAN102"],
    )


def test_headings():
    """Tasks that are headings say the same."""
    text = reading("### Task 1.1: Dig — 2 days", "", "- [ ] Fetch spades", "", head="## Phase 1: Hole\n\n")
    (task,) = text.plan.phases[0].tasks
    assert (task.title, task.estimate.text) == ("Dig", "2 days")


def test_labels_on_lines_of_their_own():
    """Below the name, without a bullet and without bold type; org-mode's words for days are known."""
    task = only_task("- [ ] Sail", "  DEADLINE: <2026-12-05 Sat>", "  Scheduled: 2026-12-01", "  Estimate: 2d")
    assert (task.title, str(task.due), str(task.start), task.estimate.text) == (
        "Sail",
        "2026-12-05",
        "2026-12-01",
        "2d",
    )
    assert only_task("- [ ] A long name", "  goes on: here").title == "A long name goes on: here"


@pytest.mark.parametrize(
    "label", ["Progress: 60%", "**% Complete:** 60 %", "Done: 60%", "Fortschritt: 60%", "进度：60%"]
)
def test_what_is_done(label):
    """A share that is done says what is left."""
    task = only_task("- [/] Sail", "  - Estimate: 2-4 days", f"  - {label}")
    assert (task.remaining.min_hours, task.remaining.max_hours) == (pytest.approx(6.4), pytest.approx(12.8))


def test_what_is_left_counts_before_what_is_done():
    """Another value behind such a label says nothing."""
    task = only_task("- [/] Sail", "  - Estimate: 2 days", "  - Progress: 60%", "  - Remaining: 1 day")
    assert task.remaining.text == "1 day"
    assert not only_task("- [/] Sail", "  - Estimate: 2 days", "  - Completed: 2026-11-05").remaining.known


@pytest.mark.parametrize(
    ("title", "codes"),
    [("Dig — DONE", ["PLAN106"]), ("Dig (done)", ["PLAN106"]), ("Dig [DONE]", ["PLAN106"]), ("Dig (deep)", [])],
)
def test_words_against_the_box(title, codes):
    """The box counts, and a finding tells of the word."""
    text = reading(f"- [ ] {title}")
    assert text.plan.tasks[0].state == "open"
    assert [finding.code for finding in text.findings] == codes


def test_full_width_signs():
    """Colons and brackets of Chinese and Japanese need no space."""
    task = only_task("- [ ] 塗る（2日）", "  - 期限：2026年12月5日")
    assert (task.title, task.estimate.text, str(task.due)) == ("塗る", "2日", "2026-12-05")


def test_shares_in_tables():
    """A column of shares says how far tasks are."""
    text = reading(
        "| # | Task | Progress | Estimate |",
        "|---|---|---|---|",
        "| 1 | Saw | 100% | 2d |",
        "| 2 | Plane | 40% | 5 days |",
        "| 3 | Paint | 0% | 1d |",
    )
    assert [task.state for task in text.plan.tasks] == ["done", "in_progress", "open"]
    assert text.plan.tasks[1].remaining.max_hours == 24


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("Dig (2 sprints)", "PLAN111"),
        ("Dig (3 dayz)", "PLAN111"),
        ("Dig (3 holes)", None),
    ],
)
def test_lengths_that_are_none(title, code):
    """In brackets at the end, where a length was meant."""
    assert [finding.code for finding in reading(f"- [ ] {title}").findings] == ([code] if code else [])


@pytest.mark.parametrize(
    ("title", "name", "hours", "state"),
    [
        ("Dig — 2 weeks — Ben", "Dig — Ben", 80, None),
        ("Dig (Ana, 3 weeks) 🚧", "Dig (Ana)", 120, State.IN_PROGRESS),
        ("Dig ✅ (2026-11-20)", "Dig", None, State.DONE),
        ("Dig [2d] ✅", "Dig", 16, State.DONE),
    ],
)
def test_values_among_other_words(title, name, hours, state):
    """Of several parts behind dashes the others stay in the name; a sign of state at the end hides no value."""
    found = read(f"---\nplan: true\n---\n# Plan\n\n## Tasks\n\n- {title}\n- Sow\n").plan.tasks[0]
    assert (found.title, found.estimate.min_hours, found.state) == (name, hours, state)


def test_an_eta_is_a_day_where_a_day_stands():
    """It is no estimate, then."""
    (found,) = read("---\nplan: true\n---\n# Plan\n\n- [ ] Dig — ETA 2026-12-18\n").plan.tasks
    assert (found.title, found.due, found.estimate.text) == ("Dig", dt.date(2026, 12, 18), None)


def test_a_day_that_says_nothing_is_a_finding():
    """It may be when the task is due, or when it is done."""
    reading = read("---\nplan: true\n---\n# Plan\n\n- [ ] Dig (5 Jan 2027)\n")
    assert reading.plan.tasks[0].due is None
    assert [finding.code for finding in reading.findings] == ["PLAN111"]


def test_what_a_phase_waits_for_beside_its_length():
    """It is read, and is no part of the length."""
    text = "# Plan\n\n## Phase 1: Dig (2 days)\n\n- [ ] a\n\n## Phase 2: Sow (3 days; after 1, weather permitting)\n\n- [ ] b\n"
    phase = read(text).plan.phases[1]
    assert (list(map(str, phase.depends_on)), phase.estimate.text) == (["phase:1"], "3 days, weather permitting")


def test_a_task_is_named_without_what_stands_behind_it():
    """`(Ana)` is no part of the name by which others wait for it."""
    first, second = read("---\nplan: true\n---\n# Plan\n\n- [ ] Dig (Ana, 2d)\n- [ ] Sow — depends on Dig\n").plan.tasks
    assert second.depends_on == (first.id,)


@pytest.mark.parametrize(
    ("behind", "days", "name"),
    [
        ("(14-18 Dec 2026)", (14, 18), ""),
        ("(Tom, 14-18 Dec 2026)", (14, 18), " (Tom)"),
        ("(2026-12-14 to 2026-12-18)", (14, 18), ""),
        ("— 14-18 Dec 2026", (14, 18), ""),
        ("(week of 16 Dec 2026)", (14, 20), ""),
        ("(Tom, week of 16 Dec 2026)", (14, 20), " (Tom)"),
        ("(Woche vom 16.12.2026)", (14, 20), ""),
        ("(KW 51 2026)", (14, 20), ""),
    ],
)
def test_days_between_which_a_task_is_done(behind, days, name):
    """Two days, or a week, are when it is done; who does it may stand beside them."""
    text = reading(f"- [ ] Dig {behind}")
    (task,) = text.plan.tasks
    start, end = (dt.date(2026, 12, day) for day in days)
    assert (task.title, task.start, task.estimate.text) == (f"Dig{name}", start, f"{start} – {end}")
    assert not text.findings


@pytest.mark.parametrize("days", ["(Q4 2026)", "(Nov 2026)", "(Tom, 5 Nov 2026)", "(18-14 Dec 2026)"])
def test_days_that_do_not_say_what_happens(days):
    """A day, a month and a quarter may be anything; so may days in the wrong order."""
    text = reading(f"- [ ] Dig {days}")
    (task,) = text.plan.tasks
    assert (task.title, task.start, task.due) == (f"Dig {days}", None, None)
    assert [finding.code for finding in text.findings] == ["PLAN111"]


def test_a_week_by_its_day():
    """`Week of ...` is a week wherever days stand."""
    assert only_task("- [ ] Dig", "  - Due: week of 16 December 2026").due == dt.date(2026, 12, 20)
    (phase,) = read("# Boat plan\n\n## Phase 1: Hull (Week of 16 December 2026)\n\n- [ ] Saw\n").plan.phases
    assert (phase.name, phase.position.start, phase.position.finish) == (
        "Hull",
        dt.date(2026, 12, 14),
        dt.date(2026, 12, 20),
    )
