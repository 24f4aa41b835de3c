"""Headings of phases: name, number, estimate, position and state, taken apart."""

import pytest

from mkdocs_planplugin.model import Calendar, State
from mkdocs_planplugin.reading.work.headings import phase_heading, read_phase_title, split_state

CALENDAR = Calendar()


def title(heading: str):
    return read_phase_title(heading.replace("~", ""), heading, phase_heading, CALENDAR)


@pytest.mark.parametrize(
    ("heading", "number", "name", "estimate", "position"),
    [
        ("Phase 2: API", "2", "API", None, None),
        ("Phase 2: API (Est: 3 days)", "2", "API", "3 days", None),
        ("Phase 2: API (2-3 days)", "2", "API", "2-3 days", None),
        ("Phase 2: API (Week 3-4)", "2", "API", None, "Week 3-4"),
        ("Phase 2 (Week 3-4): API", "2", "API", None, "Week 3-4"),
        ("Phase 2 – Week 3-4 – API", "2", "API", None, "Week 3-4"),
        ("Phase 2: API (Est: Week 3-4)", "2", "API", None, "Week 3-4"),
        ("Phase 2: API (Day 1 - 4 hours)", "2", "API", "4 hours", "Day 1"),
        ("Phase 2: API (3 days) (Week 2)", "2", "API", "3 days", "Week 2"),
        ("Phase 2: API (2 weeks, Q2 2026)", "2", "API", "2 weeks", "Q2 2026"),
        ("Phase 2 (Week 3)", "2", "", None, "Week 3"),
        ("Phase 2: Week 3-4", "2", "", None, "Week 3-4"),
        ("3.1 Phase 2: API (Weeks 9–12)", "2", "API", None, "Weeks 9–12"),
        ("Week 3: Build", "3", "Build", None, "Week 3"),
        ("Week 1-2: Set up", "1", "Set up", None, "Week 1-2"),
        ("Week 3: Build (3 days)", "3", "Build", "3 days", "Week 3"),
        ("Day 4", "4", "", None, "Day 4"),
        ("Week 1 (2025-05-10 to 2025-05-17)", "1", "", None, "2025-05-10 to 2025-05-17"),
        ("Sprint 1: Jan 12 - Jan 23, 2026", "1", "", None, "Jan 12 - Jan 23, 2026"),
        ("Sprint 2: Build", "2", "Build", None, None),
    ],
)
def test_how_long_and_when_are_told_apart(
    heading: str, number: str, name: str, estimate: str | None, position: str | None
):
    """Neither stays in the name; `2 weeks` is an estimate, `Week 2` a position."""
    found = title(heading)
    assert (found.number, found.name) == (number, name)
    assert found.estimate.text == estimate
    assert (found.position.text if found.position else None) == position


@pytest.mark.parametrize(
    ("heading", "state"),
    [
        ("Phase 2: API", None),
        ("Phase 2: API ✅", State.DONE),
        ("✅ Phase 2: API", State.DONE),
        ("Phase 2 ✅: API", State.DONE),
        ("Phase 2: API ✅ COMPLETE", State.DONE),
        ("Phase 2: API (Week 3-4) ✅", State.DONE),
        ("Phase 2: API [COMPLETE]", State.DONE),
        ("Phase 2: API (IN PROGRESS)", State.IN_PROGRESS),
        ("🚧 Phase 2: API — In Progress", State.IN_PROGRESS),
        ("Phase 2: API - COMPLETED 2025-01-01", State.DONE),
        ("Phase 2: API COMPLETE", State.DONE),
        ("Phase 2: API ⏸️ Not Started", State.OPEN),
        ("Phase 2: API (Blocked by Ann)", None),
        ("Phase 2: API (Blocked: Ann)", State.BLOCKED),
        ("[x] Phase 2: API", State.DONE),
        ("[ ] Phase 2 — API", State.OPEN),
        ("[ ] Phase 2: API ✅", State.OPEN),
        ("Phase 2 (Week 3): API — IN PROGRESS", State.IN_PROGRESS),
        ("~~Phase 2: API~~", State.CANCELLED),
        ("~~Phase 2: API~~ (2-3 days)", State.CANCELLED),
        ("Phase 2: ~~API~~", State.CANCELLED),
    ],
)
def test_what_a_heading_says_of_the_state(heading: str, state: State | None):
    """A box wins over words, words over a sign; nothing of it stays in the name."""
    found = title(heading)
    assert found.state is state
    assert found.name in ("API", "API (Blocked by Ann)")


@pytest.mark.parametrize("heading", ["Design (Design)", "Ready for launch", "Review - done by all", "Fix (optional)"])
def test_words_of_a_name_are_no_state(heading: str):
    """What a phase does is no state."""
    assert split_state(heading) == (heading, None)


def test_the_day_on_which_it_was_done_is_no_position():
    """A single date behind a tick."""
    found = title("Phase 2: API ✅ (2026-01-12)")
    assert (found.name, found.position, found.state) == ("API", None, State.DONE)


def test_a_date_that_can_be_read_in_two_ways_is_a_problem():
    """It is taken out of the name all the same."""
    found = title("Phase 2: API (03/04/2026)")
    assert (found.name, found.position) == ("API", None)
    assert "two ways" in (found.problem or "")
