"""The rows of the Timeline Summary: which phase each is about, and what it names."""

import datetime as dt

import pytest
from made_plans import ref, refs

from mkdocs_planplugin.checks import Subject, checks
from mkdocs_planplugin.measure import measure
from mkdocs_planplugin.model import Calendar, Plan
from mkdocs_planplugin.reading import read
from mkdocs_planplugin.reading.sections.timeline import TimelineSummary
from mkdocs_planplugin.reading.values import ReferenceIndex
from mkdocs_planplugin.reading.work import PhaseDraft

PLAN = """\
# Implementation Plan: Harbour lights

## Implementation Phases

### Phase 1: Survey

{first}

- [ ] **Task 1.1:** Walk the pier

### {second}

- [ ] **Task 2.1:** Set the posts

## Timeline Summary

| Phase | Estimate | Dependencies |
|---|---|---|
"""


def plan(*rows: str, first: str = "", second: str = "Phase 2: Wiring") -> Plan:
    """A plan of two phases with these rows in its Timeline Summary."""
    made = read(PLAN.format(first=first, second=second) + "".join(f"| {row} |\n" for row in rows)).plan
    assert made
    return made


def told(made: Plan) -> list[tuple[str, str]]:
    """What the checks find, as codes and messages."""
    measured = measure(made, None, dt.date(2026, 2, 6), 30)
    return [(finding.code, finding.message) for finding in checks(Subject(made, None, measured, Calendar()))]


@pytest.mark.parametrize("words", ["Phase 2: Wiring", "Phase 2", "2. Wiring", "2", "Wiring"])
def test_the_phase_of_a_row(words: str):
    """By its number, with and without its name, or by its name alone."""
    made = plan(f"{words} | 2 days | None")
    assert made.timeline[0].phase_key == ref("phase:2")
    assert told(made) == []


def test_a_row_with_another_estimate():
    """It is found however the row names the phase."""
    made = plan("Wiring | 2 days | None", second="Phase 2: Wiring (3 days)")
    assert told(made) == [
        ("PLAN208", "the Timeline Summary gives Phase 2 2 days, its heading 3 days; the heading counts"),
    ]


def test_a_row_of_a_phase_that_is_not_there():
    """It is found where all phases have numbers to compare with; a row that names no phase is none of ours."""
    rows = ("Phase 1 | 1 day | None", "Phase 3: Rollout | 1 day | None", "Sprint 9 | 1 day | None")
    message = "the Timeline Summary has a row for Phase 3, which is not in this plan"
    made = plan(*rows)
    assert [row.phases_unresolved for row in made.timeline] == [(), refs("phase:3"), ()]
    assert told(made) == [("PLAN201", message)]
    summary = TimelineSummary(tuple((row, None) for row in made.timeline), None)
    for phases in ([], [PhaseDraft("1", "Survey", 5), PhaseDraft(None, "Wiring", 11)]):
        assert not any(row.phases_unresolved for row in summary.resolved_rows(phases, ReferenceIndex([], [])))


def test_a_row_that_waits_for_what_is_not_there():
    """It is found at the row, once, also where the phase takes it over."""
    made = plan("Phase 1 | 1 day | Task 4.4", "Phase 2 | 1 day | Phase 9")
    assert [row.depends_on_unresolved for row in made.timeline] == [refs("4.4"), refs("phase:9")]
    assert told(made) == [
        ("PLAN201", "the row “Phase 1” waits for 4.4, which is not in this plan"),
        ("PLAN201", "the row “Phase 2” waits for Phase 9, which is not in this plan"),
    ]


@pytest.mark.parametrize("place", ["line", "row"])
@pytest.mark.parametrize(
    ("words", "itself"),
    [("Phase 1", True), ("Phase 1 and Phase 2", True), ("Phase 1 of [the pier plan](pier.md)", False)],
)
def test_a_phase_that_waits_for_itself(place: str, words: str, itself: bool):
    """Said in the phase or in its row. A part of another plan is no part of this one, whatever its number."""
    line, cell = (f"**Depends on:** {words}", "") if place == "line" else ("", words)
    made = plan(f"Phase 1 | 1 day | {cell}", first=line)
    assert made.phases[0].depends_on_itself is itself
    assert ref("phase:1") not in made.phases[0].depends_on
    assert [message for code, message in told(made) if code == "PLAN202"] == ["Phase 1 waits for itself"] * itself


def test_parts_of_other_plans_are_not_missed():
    """A row that waits for a phase of another plan names nothing that this plan should have."""
    assert told(plan("Phase 2 | 1 day | Phase 9 of [the pier plan](pier.md)")) == []
