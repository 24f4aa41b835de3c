"""Positions: when a phase is, told from how long it takes."""

import datetime as dt

import pytest

from mkdocs_planplugin.model import Calendar, Position
from mkdocs_planplugin.reading.values.date_ranges import read_date_range
from mkdocs_planplugin.reading.values.positions import find_position, leading_position, split_heading_position

CALENDAR = Calendar()


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Week 1", 0, 40),
        ("Week 3-4", 80, 160),
        ("Weeks 9–12", 320, 480),
        ("Weeks 3 to 4", 80, 160),
        ("Week 3 - Week 4", 80, 160),
        ("Week 4-3", 80, 160),
        ("W1-2", 0, 80),
        ("Week 1-2 of 6", 0, 80),
        ("Timeline: Weeks 1-2", 0, 80),
        ("Est. Week 3", 80, 120),
        ("Day 1", 0, 8),
        ("Days 2-3", 8, 24),
        ("Month 2", 160, 320),
        ("Woche 2", 40, 80),
        ("Semana 1", 0, 40),
        ("第1-2周", 0, 80),
        ("3주차", 80, 120),
        ("Week 0", 0, 0),
    ],
)
def test_weeks_and_days_are_hours_from_the_start(text: str, first: float, last: float):
    """A range goes from the start of the first to the end of the last; there is nothing before the start."""
    found = find_position(text, CALENDAR)
    assert found is not None
    assert found.position is not None
    assert (found.position.from_hours, found.position.to_hours) == (first, last)
    assert (found.position.start, found.position.finish) == (None, None)


def test_a_week_is_as_long_as_the_calendar_has_it():
    """Four days of six hours."""
    found = find_position("Week 2", Calendar(6, frozenset(range(4))))
    assert found is not None
    assert found.position == Position("Week 2", 24, 48)


@pytest.mark.parametrize(
    ("text", "start", "finish"),
    [
        ("12 Jan - 23 Jan 2026", "2026-01-12", "2026-01-23"),
        ("12-23 January 2026", "2026-01-12", "2026-01-23"),
        ("Jan 12-23, 2026", "2026-01-12", "2026-01-23"),
        ("January 12 – February 3, 2026", "2026-01-12", "2026-02-03"),
        ("20 Dec - 9 Jan 2026", "2025-12-20", "2026-01-09"),
        ("2026-01-12 to 2026-01-23", "2026-01-12", "2026-01-23"),
        ("2026-01-12 - 2026-01-23", "2026-01-12", "2026-01-23"),
        ("2026-01-12–2026-01-23", "2026-01-12", "2026-01-23"),
        ("12.01.2026 bis 23.01.2026", "2026-01-12", "2026-01-23"),
        ("28/03/2026 - 03/04/2026", "2026-03-28", "2026-04-03"),
        ("02/03/2026 – 13/04/2026", "2026-03-02", "2026-04-13"),
        ("03/04/2026 - 03/28/2026", "2026-03-04", "2026-03-28"),
        ("2026-01-12", "2026-01-12", "2026-01-12"),
        ("March 2026", "2026-03-01", "2026-03-31"),
        ("February - April 2028", "2028-02-01", "2028-04-30"),
        ("2028-02", "2028-02-01", "2028-02-29"),
        ("Q2 2026", "2026-04-01", "2026-06-30"),
        ("Q1-Q2 2026", "2026-01-01", "2026-06-30"),
        ("2026 Q4", "2026-10-01", "2026-12-31"),
    ],
)
def test_dates_are_the_first_and_the_last_day(text: str, start: str, finish: str):
    """What one end leaves out is taken from the other."""
    found = find_position(text, CALENDAR)
    assert found is not None
    assert found.position == Position(text, start=dt.date.fromisoformat(start), finish=dt.date.fromisoformat(finish))


@pytest.mark.parametrize(
    "text",
    [
        "2 weeks", "1 day", "2-3 days", "Est: 2 days", "5d", "half a day", "Day 1 to 2 hours", "Week 1.5", "week",
        "Day one", "May", "Jan 12 - 23", "by 2026-03-01", "2026", "Sprint 2", "Day 2 operations", "", "12", "2026-13",
    ],
)  # fmt: skip
def test_lengths_and_prose_are_no_positions(text: str):
    """Nor are days without a year, which nobody can place."""
    assert find_position(text, CALENDAR) is None


@pytest.mark.parametrize(
    ("text", "position", "rest"),
    [
        ("Day 1 - 4 hours", "Day 1", "4 hours"),
        ("Day 1-2 - 6 hours", "Day 1-2", "6 hours"),
        ("Weeks 1-2, 80 hours", "Weeks 1-2", "80 hours"),
        ("3 days, Week 2", "Week 2", "3 days"),
        ("2 weeks | Q2 2026", "Q2 2026", "2 weeks"),
    ],
)
def test_a_length_may_stand_beside_it(text: str, position: str, rest: str):
    """Both are read, each for itself."""
    found = find_position(text, CALENDAR)
    assert found is not None
    assert found.position is not None
    assert (found.position.text, found.rest) == (position, rest)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("03/04/2026 - 10/04/2026", "can be read in two ways"),
        ("03/04/2026 - 2026-04-28", "can be read in two ways"),
        ("2026-02-30 to 2026-03-02", "is no date"),
        ("30 Feb - 2 Mar 2026", "is no date"),
        ("2026-03-02 to 2026-02-02", "ends before it begins"),
    ],
)
def test_dates_that_cannot_be_told_are_problems(text: str, problem: str):
    """No guess, and the remedy in words."""
    span = read_date_range(text)
    assert span is not None
    assert problem in (span.problem or "")
    found = find_position(text, CALENDAR)
    assert found is not None
    assert (found.position, found.problem) == (None, span.problem)


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Phase 2: API (Week 3-4)", "Phase 2: API"),
        ("Phase 2: API — Q2 2026", "Phase 2: API"),
        ("Phase 2: API (Week 3-4) (3 days)", "Phase 2: API (3 days)"),
        ("Phase 2: API (the Week 3-4 scope)", None),
        ("Phase 2: API", None),
        ("(Week 3)", None),
    ],
)
def test_headings_lose_their_position(heading: str, name: str | None):
    """A heading without one, and one that is nothing else, comes back as it is."""
    assert split_heading_position(heading, CALENDAR)[0] == (name or heading)


@pytest.mark.parametrize(
    ("heading", "monday"),
    [
        ("Week of 7 December 2026", dt.date(2026, 12, 7)),
        ("Week of Dec 9, 2026: Roof", dt.date(2026, 12, 7)),
        ("Week beginning 2026-12-07", dt.date(2026, 12, 7)),
        ("Semaine du 7 décembre 2026", dt.date(2026, 12, 7)),
        ("Woche vom 13. Dezember 2026", dt.date(2026, 12, 7)),
    ],
)
def test_the_week_of_a_day(heading: str, monday: dt.date):
    """It is that of the calendar, from Monday to Sunday."""
    position = leading_position(heading, CALENDAR)
    assert position is not None
    assert (position.start, position.finish) == (monday, monday + dt.timedelta(days=6))


@pytest.mark.parametrize(
    "heading", ["Week of 7 December", "Week of plenty", "Day of 7 December 2026", "Week of 9999-12-31"]
)
def test_no_week_of_a_day(heading: str):
    """Without a year, or at the end of all calendars, none is guessed."""
    assert leading_position(heading, CALENDAR) is None
