"""The sentences below a timeline: only what is known, in words for somebody who has to answer for the plan."""

import datetime as dt

import pytest
from effort import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from made_plans import MONDAY, calendars, est, phase, plan, plans, ref, task
from msgspec import structs
from shown import TODAY, entry, said, views

from mkdocs_planplugin.catalog import work_name
from mkdocs_planplugin.model import State, Status, Task
from mkdocs_planplugin.views.plan.timeline.sentences import schedule_sentences

# 12 days: 1.2 and 2.1 set the finish, 1.1 and 1.3 have time to lose.
WORK = plan(
    phase(1, task("1.1", 8), task("1.2", 40, parallel=True), task("1.3", 24, parallel=True)),
    phase(2, task("2.1", est(40, 72))),
)


def words(a_plan, *, today=MONDAY):
    """The sentences, a paragraph in a line."""
    made = entry(a_plan, today=today)
    found = schedule_sentences(made, made.schedule)
    assert all(paragraph and all(sentence for sentence in paragraph) for paragraph in found)
    lines = [
        ["".join(part if isinstance(part, str) else part.short for part in each) for each in para] for para in found
    ]
    return "\n".join(" ".join(paragraph) for paragraph in lines)


def test_before_the_start():
    """What sets the finish, how sure it is, what may slip and what may not."""
    assert words(WORK, today=dt.date(2026, 1, 5)) == (
        "Finish 27 Jan depends on 1.2 → 2.1.\n"
        "80% likely by 28 Jan (a lower bound, since where paths meet any of them may be the "
        "last). "
        "Task 1.3 can slip by 2 days, 1.1 by 4 days. "
        "If 2.1 slips by 3 days, the finish moves to 30 Jan."
    )


def test_under_way():
    """The forecast with its own path and slack, the plan, progress in hours, and what moves by how much. How late it is
    says the verdict: a second number, against the plan, would contradict it."""
    some = structs.replace(
        WORK,
        phases=(phase(1, task("1.1", 8, state=State.DONE), *WORK.phases[0].tasks[1:]), WORK.phases[1]),
        due=dt.date(2026, 1, 26),
    )
    assert words(some, today=TODAY) == (
        "Finish 29 Jan depends on 1.2 → 2.1.\n"
        "80% likely by 30 Jan (a lower bound, since where paths meet any of them may be the "
        "last). "
        "Task 1.3 can slip by 2 days. "
        "If 2.1 slips by 3 days, the finish moves to 3 Feb.\n"
        "The planned finish, 27 Jan, depended on 1.2 → 2.1. "
        "By estimated hours 6.2% is done; 25% was planned by today. "
        "Later than planned: Phase 1 by 2 working days, Phase 2 by 2."
    )


def test_a_phase_is_called_what_its_author_calls_it():
    sprint = structs.replace(WORK.phases[0], label="Sprint 1")
    assert work_name(sprint).number == "Sprint 1"
    assert work_name(WORK.phases[0]).number == "Phase 1"


def test_one_task():
    """No word of others."""
    assert words(plan(phase(1, task("1.1", 8)))) == "Finish 12 Jan depends on 1.1."


def test_without_dates_days_are_counted():
    """And nothing is late."""
    made = words(structs.replace(WORK, start=None, due=dt.date(2026, 1, 26)))
    assert made.startswith("Finish on day 12 depends on 1.2 → 2.1.\n80% likely by day 13 (")
    assert made.endswith("the finish moves to day 15.")
    assert "2026" not in made


def test_several_critical_paths():
    """The others are named, too."""
    made = words(plan(phase(1, task("1.1", 8), task("1.2", 8, parallel=True), task("1.3", 8, "1.1", "1.2"))))
    assert made.startswith("Finish 13 Jan depends on 1.1 → 1.3. No slack either: 1.2.\n")


def test_no_slack_at_all():
    """Is said, where more than one is left."""
    assert "Nothing that is left can slip" in words(plan(phase(1, task("1.1", 8), task("1.2", 8))))


@pytest.mark.parametrize(
    ("status", "begins"),
    [
        (Status.COMPLETE, "The planned finish, 27 Jan, depended on 1.2 → 2.1."),
        (Status.ON_HOLD, "The planned finish, 27 Jan, depended on 1.2 → 2.1."),
    ],
)
def test_without_a_forecast_nothing_is_expected(status, begins):
    """Of a plan that nobody works on only its own words are left."""
    assert words(structs.replace(WORK, status=status)) == begins


def test_a_long_path_is_cut():
    """To its beginning and its end."""
    made = words(plan(phase(1, *(task(f"1.{n}", 8) for n in range(1, 21)))))
    assert "depends on 1.1 → 1.2 → 1.3 → 1.4 → 1.5 → 12 more → 1.18 → 1.19 → 1.20." in made


def test_what_has_no_id_is_quoted():
    """By as much of its title as a sentence bears."""
    made = plan(phase(1, Task(ref("L7"), "Read every one of the letters of last year", State.OPEN, 7, "a", est(8))))
    assert words(made) == "Finish 12 Jan depends on “Read every one of the letters\N{NO-BREAK SPACE}…”."


def test_a_short_plan_slips_by_a_day():
    """And what is over within hours by nothing that is worth a word."""
    assert "slips by 1 day, the finish moves to 15 Jan" in words(plan(phase(1, task("1.1", 24))))
    assert "slips" not in words(plan(phase(1, task("1.1", 4), task("1.2", 2))))


def test_names_are_links():
    """To the tasks and phases of this page."""
    shown = views(WORK, today=TODAY)["timeline"].select(":is(p.plan-headline, p.plan-under) a")
    assert {(link.string, link["href"]) for link in shown} >= {("1.2", "#a-1.2"), ("Phase 2", "#p-2")}


def test_spaces_stand_between_sentences_only():
    """As they are said, so they are written."""
    shown = views(WORK, today=TODAY)["timeline"]
    paragraphs = [said(each) for each in shown.select("p.plan-headline, p.plan-under")]
    assert "\n".join(paragraphs) == words(WORK, today=TODAY)


@settings(max_examples=examples(100))
@given(plans(), calendars, st.dates(dt.date(2025, 12, 1), dt.date(2026, 6, 1)) | st.dates())
def test_any_plan_has_its_words(made, calendar, today):
    """No sentence fails, none is empty, all end."""
    shown = entry(made, today=today, calendar=calendar)
    if shown.schedule and shown.schedule.duration_hours:
        for paragraph in schedule_sentences(shown, shown.schedule):
            assert paragraph
            for sentence in paragraph:
                assert sentence[0]
                assert str(sentence[-1]).endswith(".")
