"""The days that a phase says of itself: where they are read, and where they are shown."""

import datetime as dt

import pytest
from bs4 import BeautifulSoup
from msgspec.structs import replace
from shown import CALENDAR, context, entry, said, text, views

from mkdocs_planplugin.catalog import Verdict, sentence_text
from mkdocs_planplugin.checks import Subject, checks
from mkdocs_planplugin.export.calendar import events
from mkdocs_planplugin.gfm import ALL_SYNTAX
from mkdocs_planplugin.history import Baseline, BaselineKind, PlanHistory, Point, TextReader, UnreadPage
from mkdocs_planplugin.own_words import READING
from mkdocs_planplugin.portfolio import PlanVersion, change_lines, changes
from mkdocs_planplugin.reading import read
from mkdocs_planplugin.schedule import planned_work
from mkdocs_planplugin.views import plan_views

MONDAY = dt.date(2026, 1, 12)
DUE = dt.date(2026, 1, 14)


def plan_of(heading, *below, tasks=("- [ ] 1.1 Dig (5 days)",), more=""):
    lines = (
        "# Plan: Boat",
        "",
        "**Status:** In Progress",
        "**Start:** 2026-01-12",
        "",
        heading,
        "",
        *below,
        "",
        *tasks,
        "",
        more,
    )
    return read("\n".join(lines) + "\n").plan


def phase_of(*lines):
    (phase,) = plan_of(*lines).phases
    return phase


@pytest.mark.parametrize(
    "heading",
    [
        "## Phase 1: Hull (by 2026-01-14)",
        "## Phase 1: Hull (due 2026-01-14)",
        "## Phase 1: Hull — due: 14 Jan 2026",
        "## Phase 1: Hull (target 2026-01-14)",
        "## Phase 1: Hull — Target: 2026-01-14",
        "## Phase 1: Hull (Deadline: 2026-01-14)",
    ],
)
def test_a_due_day_in_the_heading(heading):
    """It is no part of the name, and no day on which the phase would have to begin."""
    phase = phase_of(heading)
    assert (phase.name, phase.due, phase.position) == ("Hull", DUE, None)


@pytest.mark.parametrize(
    "label",
    ["**Due:** 2026-01-14", "- **Deadline:** 2026-01-14", "**Target date:** 14 Jan 2026", "**End:** 2026-01-14"],
)
def test_a_due_day_behind_a_label(label):
    """As a task says it; an end alone is a due day."""
    assert phase_of("## Phase 1: Hull", label).due == DUE


def test_start_and_end_say_when_a_phase_is():
    """From the first day to the last; with a start alone it does not begin earlier."""
    both = phase_of("## Phase 1: Hull", "**Start:** 2026-01-19", "**End:** 2026-01-23")
    assert (both.position.start, both.position.finish, both.due) == (dt.date(2026, 1, 19), dt.date(2026, 1, 23), None)
    made = plan_of("## Phase 1: Hull", "**Start:** 2026-01-19")
    schedule = entry(made, today=MONDAY).schedule
    assert (schedule.items[0].start, schedule.items[0].finish) == (dt.date(2026, 1, 19), dt.date(2026, 1, 23))


def test_a_start_alone_is_no_length():
    """A phase that says when it begins, and nothing else, does not take a day."""
    made = plan_of("## Phase 1: Hull", "**Start:** 2026-01-19", tasks=("- [ ] 1.1 Dig",))
    assert "No task has an estimate" in sentence_text(entry(made, today=MONDAY).health.sentence, MONDAY)


def test_a_start_after_the_end():
    """Neither counts as a position; the end is not taken for a due day."""
    phase = phase_of("## Phase 1: Hull", "**Start:** 2026-01-23", "**End:** 2026-01-19")
    assert (phase.position, phase.due) == (None, None)


@pytest.mark.parametrize("values", ["3 days, by 2026-01-14", "by 2026-01-14, 3 days", "@ben, 3 days, due: 2026-01-14"])
def test_several_values_in_brackets(values):
    """In any order."""
    phase = phase_of(f"## Phase 1: Hull ({values})")
    assert (phase.name, phase.due, phase.estimate.text, phase.estimate.min_hours) == ("Hull", DUE, "3 days", 24)


@pytest.mark.parametrize("said", [("## Phase 1: Hull", "**Owner:** Ben"), ("## Phase 1: Hull (@Ben, by 2026-01-14)",)])
def test_the_owner_of_a_phase(said):
    """Each of its tasks that names nobody is theirs."""
    phase = plan_of(*said, tasks=("- [ ] Dig", "- [ ] Pour (@Ana)", "- [ ] Paint", "  - **Owner:** Cid")).phases[0]
    assert [task.owners for task in phase.tasks] == [("Ben",), ("Ana",), ("Cid",)]


def test_no_day_can_be_read():
    """A finding says so, and how to write it."""
    (finding,) = plan_of("## Phase 1: Hull", "**Due:** 3/4/2026").findings
    assert (finding.code, finding.line) == ("PLAN102", 8)


def test_a_label_below_a_deeper_heading_is_not_said_of_the_phase():
    """A part of a phase may have days of its own."""
    assert phase_of("## Phase 1: Hull", "### Keel", "**Due:** 2026-01-14").due is None


def test_the_plan_is_at_risk():
    """A phase that will end after its day is as good a reason as a task that does."""
    late = entry(plan_of("## Phase 1: Hull (by 2026-01-14)"), today=MONDAY)
    assert late.health.verdict is Verdict.AT_RISK
    assert "Phase 1, due 14 Jan, is expected 16 Jan" in sentence_text(late.health.sentence, MONDAY)
    in_time = entry(plan_of("## Phase 1: Hull (by 2026-01-16)"), today=MONDAY)
    assert in_time.health.verdict is Verdict.ON_TRACK


def test_the_day_is_over():
    """It was due, and something of it is left; a phase that is over is late no longer."""
    day = dt.date(2026, 1, 15)
    late = entry(
        plan_of("## Phase 1: Hull (by 2026-01-14)", tasks=("- [ ] 1.1 Dig",), more="## Phase 2: Deck (2 weeks)"),
        today=day,
    )
    assert "Phase 1, due 14 Jan, is expected 15 Jan" in sentence_text(late.health.sentence, day)
    done = entry(
        plan_of("## Phase 1: Hull (by 2026-01-14)", tasks=("- [x] 1.1 Dig",), more="## Phase 2: Deck (2 weeks)"),
        today=day,
    )
    assert "due" not in sentence_text(done.health.sentence, day)


def test_far_after_the_plan():
    """Where a phase says when it is due, the verdict does not say that no day is due."""
    day = dt.date(2026, 2, 2)
    late = entry(plan_of("## Phase 1: Hull (by 2026-01-16)"), today=day)
    assert late.health.verdict is Verdict.OFF_TRACK
    assert sentence_text(late.health.sentence, day).endswith("16 Jan; Phase 1, due 16 Jan, is expected 6 Feb.")
    in_time = entry(plan_of("## Phase 1: Hull (by 2026-03-16)"), today=day)
    assert sentence_text(in_time.health.sentence, day) == (
        "Finish expected 6 Feb, 15 working days after the plan, 16 Jan."
    )


def test_the_page_shows_the_day():
    """Below the heading of the phase, and in the timeline with a flag."""
    made = views(plan_of("## Phase 1: Hull (by 2026-01-14)"), today=MONDAY)
    bar = next(html for place, html in made.items() if place.startswith("progress"))
    assert "due 14 Jan" in text(bar)
    row = next(row for row in made["timeline"].select("tbody tr[class^=plan-row-]") if "Hull" in said(row))
    assert "due 14 Jan" in said(row)
    assert row.select_one(".plan-draw-missed")


def test_the_calendar_has_the_day():
    """An event of its own, until the phase is over."""
    made = plan_of("## Phase 1: Hull (by 2026-01-14)")
    assert "Boat: Phase 1 Hull due" in [event.summary for event in events(entry(made, today=MONDAY))]
    more = "## Phase 2: Deck\n\n- [ ] 2.1 Nail"
    done = plan_of("## Phase 1: Hull (by 2026-01-14)", tasks=("- [x] 1.1 Dig",), more=more)
    assert not [event for event in events(entry(done, today=MONDAY)) if event.summary.endswith("Hull due")]


def test_a_milestone_on_the_day_on_which_the_work_ends():
    """It takes no time: it is reached on that evening, and not on the next morning."""
    made = plan_of(
        "## Phase 1: Hull",
        tasks=("- [ ] 1.1 Dig (3 days)",),
        more="## Milestone 2: Afloat (by 2026-01-14)\n\nIt swims.",
    )
    on_time = entry(made, today=MONDAY)
    assert on_time.health.verdict is Verdict.ON_TRACK
    assert not views(made, today=MONDAY)["timeline"].select_one(".plan-draw-missed")
    late = entry(made, today=dt.date(2026, 1, 13))
    assert "Milestone 2, due 14 Jan, is expected" in sentence_text(late.health.sentence, MONDAY)


def test_a_phase_that_is_due_before_it_starts():
    """The two days are in the wrong order."""
    one = entry(plan_of("## Phase 1: Hull (by 2026-01-14)", "**Start:** 2026-01-19"), today=MONDAY)
    codes = [finding.code for finding in checks(Subject(one.plan, one.schedule, one.measures, CALENDAR))]
    assert "PLAN211" in codes


def test_planned_to_end_too_late():
    """The check that tasks have says it of phases, too."""
    one = entry(plan_of("## Phase 1: Hull (by 2026-01-14)"), today=MONDAY)
    messages = [finding.message for finding in checks(Subject(one.plan, one.schedule, one.measures, CALENDAR))]
    assert "phase 1 is due 2026-01-14, and planned to be finished 2026-01-16" in [
        message[:1].lower() + message[1:] for message in messages
    ]


@pytest.mark.parametrize(
    ("label", "due"),
    [
        ("**Target:** end of January 2026", dt.date(2026, 1, 31)),
        ("**Launch date:** 2026-01-14", DUE),
        ("**Go-live:** 14 Jan 2026", DUE),
        ("**End:** 2026-01-14", DUE),
        ("**Target:** 99.9% of all requests", None),
        ("**Release:** 1.2.3", None),
    ],
)
def test_the_due_day_of_the_plan(label, due):
    """Labels that may say something else say a day where one stands behind them, and nothing otherwise."""
    plan = read(f"---\nplan: true\n---\n# Plan: Boat\n\n{label}\n\n- [ ] Dig\n").plan
    assert (plan.due, plan.findings) == (due, ())


def test_days_of_phases_in_a_table():
    """An overview says them, too."""
    made = read(
        "---\nplan: true\n---\n# Plan: Boat\n\n| Phase | Owner | Due | Status |\n|---|---|---|---|\n"
        "| 1. Hull | Ben | 2026-01-14 | In progress |\n| 2. Mast | Ana | 2026-01-30 | Open |\n\n"
        "## Phase 1: Hull\n\n- [ ] Dig\n\n## Phase 2: Mast\n\n- [ ] Cut\n"
    ).plan
    assert [(phase.due, phase.tasks[0].owners) for phase in made.phases] == [
        (DUE, ("Ben",)),
        (dt.date(2026, 1, 30), ("Ana",)),
    ]


# What changed


def version(made):
    return PlanVersion.of(made, planned_work(made, CALENDAR))


def days_moved(before, after):
    """What the comparison of two plans says of days."""
    lines = change_lines(changes(version(before), version(after)))
    return [[sentence_text(detail, MONDAY) for detail in line.details] for line in lines if line.label == "Dates moved"]


@pytest.mark.parametrize(
    ("before", "after", "moved"),
    [
        ("## Phase 1: Hull (by 2026-01-14)", "## Phase 1: Hull (by 2026-01-16)", "Phase 1 due 14 Jan → 16 Jan"),
        ("## Phase 1: Hull", "## Phase 1: Hull (by 2026-01-16)", "Phase 1 due none → 16 Jan"),
        ("## Phase 1: Hull (by 2026-01-14)", "## Phase 1: Hull", "Phase 1 due 14 Jan → none"),
        ("## Sprint 1: Hull (by 2026-01-14)", "## Sprint 1: Keel (by 2026-01-16)", "Sprint 1 due 14 Jan → 16 Jan"),
    ],
)
def test_a_due_day_that_moves(before, after, moved):
    """It came, went, or is another one; the same phase is the one of the same number."""
    assert days_moved(plan_of(before), plan_of(after)) == [[moved]]
    assert days_moved(plan_of(before), plan_of(before)) == []


def test_a_due_day_that_moves_is_said_on_the_page():
    """Since the baseline: how many in the line, and behind it which, with the way to it."""
    before, after = plan_of("## Phase 1: Hull (by 2026-01-14)"), plan_of("## Phase 1: Hull (by 2026-01-16)")
    changed = changes(version(before), version(after))
    baseline = Baseline(BaselineKind.TAG, "v1", "0" * 40, MONDAY, changed)
    history = PlanHistory(
        points=(Point(MONDAY, 0, 1, 0, 0, 0.0, 8.0, 0.0, 0.0, True),),
        is_complete=True,
        changed=MONDAY,
        baseline=baseline,
    )
    of_plan, on_page = entry(after, today=MONDAY), replace(context(today=MONDAY), histories={"plans/auth.md": history})
    summary = BeautifulSoup(plan_views(of_plan, CALENDAR, on_page)["summary"], "html.parser")
    since = summary.select_one("details.plan-since")
    assert said(since.summary) == "Since the baseline (v1, 12 Jan): 1 phase due on another day."
    assert [link["href"] for link in since.select("a")] == ["#plan-phase-1"]


def test_a_due_day_in_earlier_revisions():
    """Each revision says its own, however little differs from the next one."""
    texts = [
        f"# Plan: Boat\n\n**Status:** In Progress\n\n## Phase 1: Hull\n\n**Due:** {day}\n\n- [{mark}] 1.1 Dig\n"
        for day, mark in (("2026-01-16", "x"), ("2026-01-16", " "), ("2026-01-14", " "))
    ]
    page = UnreadPage("plans/boat.md", "boat", True, None, [(str(n), text.encode()) for n, text in enumerate(texts)])
    readings = dict(TextReader(READING, CALENDAR, ALL_SYNTAX).readings(page))
    assert [readings[key].version.phases[0].due.day for key in "012"] == [16, 16, 14]
