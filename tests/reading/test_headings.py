"""Headings of phases: name, number, estimate, position and state, taken apart."""

import pytest

from mkdocs_planplugin.model import Calendar, State
from mkdocs_planplugin.reading.work.headings import read_phase_title, split_state
from mkdocs_planplugin.reading.work.phase_numbers import numbered_heading, phase_heading

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


@pytest.mark.parametrize(
    ("heading", "number", "name", "label"),
    [
        ("Sprint 1: Mast", "1", "Mast", "Sprint 1"),
        ("PHASE 2 — MAST", "2", "MAST", None),
        ("Phase One: Mast", "1", "Mast", "Phase One"),
        ("Second phase: Mast", "2", "Mast", "Second phase"),
        ("1st phase: Mast", "1", "Mast", "1st phase"),
        ("1. Phase: Mast", "1", "Mast", "1. Phase"),
        ("3.1 Phase 2: Mast", "2", "Mast", None),
        ("Stage B: Mast", "B", "Mast", "Stage B"),
        ("Phase IV – Mast", "IV", "Mast", None),
        ("M1: Mast", "1", "Mast", "M1"),
        ("Milestone M2: Mast", "M2", "Mast", "Milestone M2"),
        ("Milestone v0.4: Mast", "0.4", "Mast", "Milestone v0.4"),
        ("Track A", "A", "", "Track A"),
        ("第一阶段：门", "1", "门", "第一阶段"),
        ("第十二阶段：门", "12", "门", "第十二阶段"),
        ("阶段一：门", "1", "门", "阶段一"),
        ("第1フェーズ：扉", "1", "扉", "第1フェーズ"),
        ("フェーズ１：扉", "1", "扉", "フェーズ１"),
        ("1단계: 문", "1", "문", "1단계"),
        ("2주차: 문", "2", "문", "2주차"),
        ("Etap 1: Maszt", "1", "Maszt", "Etap 1"),
        ("Faza II: Maszt", "II", "Maszt", "Faza II"),
        ("1. Fáze: Stěžeň", "1", "Stěžeň", "1. Fáze"),
        ("1. Aşama: Direk", "1", "Direk", "1. Aşama"),
        ("Fase 2: Mast", "2", "Mast", "Fase 2"),
        ("Tweede fase: Mast", "2", "Mast", "Tweede fase"),
        ("Settimana 3: Albero", "3", "Albero", "Settimana 3"),
        ("Fase 1ª: Mástil", "1", "Mástil", "Fase 1ª"),
        ("1-й этап: Мачта", "1", "Мачта", "1-й этап"),
        ("Première étape : Mât", "1", "Mât", "Première étape"),
    ],
)
def test_the_number_of_a_phase_and_what_its_author_calls_it(heading: str, number: str, name: str, label: str | None):
    found = title(heading)
    assert (found.number, found.name, found.label) == (number, name, label)


@pytest.mark.parametrize(
    "heading",
    ["Phase a new mast in", "One week", "1. Phase planning", "M1 Macs", "2周计划", "Sprint planning", "First aid"],
)
def test_what_only_begins_like_a_phase(heading: str):
    assert phase_heading(heading) is None


@pytest.mark.parametrize(
    ("heading", "number", "label"),
    [
        ("1. Mast", "1", ""), ("A. Mast", "A", "A"), ("v1.2: Mast", "1.2", "v1.2"), ("Q3 2026: Mast", "Q3", "Q3 2026"),
        ("Priority 1: Mast", "1", "Priority 1"), ("一、桅杆", "1", "一"),
    ],
)  # fmt: skip
def test_what_numbers_a_section_that_holds_work(heading: str, number: str, label: str):
    found = numbered_heading(heading)
    assert found is not None
    assert (found.number, found.label) == (number, label)


@pytest.mark.parametrize(
    ("heading", "name", "state"),
    [
        ("~~Phase 2: API~~", "API", State.CANCELLED),
        ("~~Phase 2: API~~ (too dear)", "API (too dear)", State.CANCELLED),
        ("~~Phase 2: API~~ ✅", "API", State.DONE),
        ("~~Phase 2: API~~ — done in March", "API", State.DONE),
        ("~~Phase 2: API~~ — gebaut", "API", State.DONE),
        ("~~Phase 2: API~~ shipped in v2", "API", State.DONE),
        ("~~Phase 2: API~~ — moved to v3", "API", State.DEFERRED),
        ("~~Phase 2: API~~ → see 3", "API", State.CANCELLED),
        ("Phase 2: ~~API~~ REST", "API REST", None),
    ],
)
def test_what_became_of_a_struck_phase(heading, name, state):
    """It is cancelled, unless words behind it say that it is done or put off."""
    parts = title(heading)
    assert (parts.number, parts.name, parts.state) == ("2", name, state)
