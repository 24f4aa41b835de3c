"""Estimates: lengths of time in an author's words."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_planplugin.model import NO_ESTIMATE, Calendar, Estimate
from mkdocs_planplugin.reading.values.estimates import read_estimate, read_hours, split_heading_estimate

USUAL = Calendar()
SHORT = Calendar(hours_per_day=6, working_days=frozenset(range(4)), holidays=frozenset({dt.date(2026, 1, 1)}))


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("3 days", 24),
        ("1.5d", 12),
        ("1,5 Tage", 12),
        ("0.25 day.", 2),
        ("2 weeks", 80),
        ("1w", 40),
        ("2 months", 320),
        ("30 min", 0.5),
        ("45m", 0.75),
        ("~4h", 4),
        ("about 3 hours", 3),
        ("⏱️ 3 days", 24),
        ("(3 days)", 24),
        ("3+ days", 24),
        ("at least 3 days", 24),
        ("a week", 40),
        ("two days", 16),
        ("half a day", 4),
        ("half-day", 4),
        ("1/2 day", 4),
        ("½ day", 4),
        ("1½ days", 12),
        ("1 1/2 days", 12),
        ("one and a half days", 12),
        ("a day and a half", 12),
        ("1 day 4h", 12),
        ("2 weeks and 3 days", 104),
        ("1h30", 1.5),
        ("1h30m", 1.5),
        ("2 person-days", 16),
        ("280 developer hours", 280),
        ("3 full working days", 24),
        ("2-day spike", 16),
        ("1,500 hours", 1500),
        ("2 weeks (10 working days, ~80 hours)", 80),
        ("8 hours (4 implement + 4 tests)", 8),
        ("3 days, optional", 24),
        ("3 days / 24 hours", 24),
        ("2 days - 3 people", 16),
        ("3 Arbeitstage", 24),
        ("ein halber Tag", 4),
        ("2 semaines", 80),
        ("une demi-journée", 4),
        ("3 días", 24),
        ("2 недели", 80),
        ("3天左右", 24),
        ("半天", 4),
        ("1.5주", 60),
        ("2週間", 80),
        ("３日", 24),
    ],
)
def test_one_length(text, hours):
    """A single value has the same hours at both ends: a day has eight hours, a week five days, a month four weeks."""
    assert read_estimate(text, USUAL) == Estimate(text, hours, None, hours)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("2-3 days", 16, 24),
        ("16–24 hrs", 16, 24),
        ("1 to 2 weeks", 40, 80),
        ("2 or 3 days", 16, 24),
        ("2/3 days", 16, 24),
        ("between 2 and 3 days", 16, 24),
        ("three to five days", 24, 40),
        ("30 min to 1 hour", 0.5, 1),
        ("4 hours - 2 days", 4, 16),
        ("2h–1d", 2, 8),
        ("5-3 days", 24, 40),
        ("1.5~2 weeks", 60, 80),
        ("4-6 hours (variable)", 4, 6),
        ("2 bis 3 Tage", 16, 24),
        ("2 a 3 días", 16, 24),
        ("< 1 day", 0, 8),
        ("up to 3 days", 0, 24),
        ("max. 2 weeks", 0, 80),
        ("<= 2-3 days", 0, 24),
    ],
)
def test_a_range_stays_a_range(text, low, high):
    """Both ends are kept, the lower first; "up to" is a range from nothing."""
    assert read_estimate(text, USUAL) == Estimate(text, low, None, high)


@pytest.mark.parametrize("text", ["1/2/5d", "1/2/5 days", "1 / 2 / 5 days", "1d/2d/5d", "1-2-5 days"])
def test_three_points(text):
    """Three amounts are the optimistic, the likely and the pessimistic."""
    assert read_estimate(text, USUAL) == Estimate(text, 8, 16, 40)


@pytest.mark.parametrize(
    "label",
    [
        "Est:",
        "Est.",
        "Est",
        "Est.:",
        "Estimate:",
        "Effort:",
        "Duration:",
        "Time:",
        "**Estimated Time:**",
        "Estimated Effort :",
        "Est. time:",
        "Duration：",
        "⏱️ Estimate:",
        "Aufwand:",
        "Durée :",
        "예상 소요:",
        "预计时间：",
    ],
)
def test_labels_are_left_out(label):
    """The words are kept without the label, whatever its form."""
    assert read_estimate(f"{label} 3 days", USUAL) == Estimate("3 days", 24, None, 24)


@pytest.mark.parametrize(
    "text",
    [
        "Medium",
        "XL",
        "~60 lines",
        "$10K-50K",
        "8 points",
        "1 sprint",
        "280",
        "1-2",
        "N/A",
        "Week 1-2",
        "Weeks 9-12",
        "Days 2-3",
        "Day 5",
        "2026-01-12",
        "12 December",
        "3 March 2026",
        "Jan 5 - Jan 12",
        "2 hours per week",
        "3 days/week",
        "2 days a week",
        "3 days after launch",
        "2 weeks ago",
        "99999999999 days",
        "depends on the vendor",
    ],
)
def test_what_is_no_length_of_time_stays_words(text):
    """Sizes, prices, positions (`Days 2-3`), dates and rates have no hours."""
    assert read_estimate(text, USUAL) == Estimate(text)


@pytest.mark.parametrize("text", ["", "  ", "-", "—", "Estimate:", "[X hours/days]", "Est: [X hours]", "TBD", "X days"])
def test_nothing_and_placeholders_are_no_estimate(text):
    """What is not set is not set."""
    assert read_estimate(text, USUAL) == NO_ESTIMATE


@pytest.mark.parametrize(("text", "hours"), [("Day 9 - 4 hours", 4), ("Week 1-2 (10 days)", 80), ("Medium (4h)", 4)])
def test_a_position_or_size_before_a_length(text, hours):
    """Where a length follows a position or a size, it is the estimate."""
    assert read_estimate(text, USUAL) == Estimate(text, hours, None, hours)


def test_days_and_weeks_are_the_calendars():
    """Days and weeks are working time, as the calendar has it; hours are hours."""
    hours = [read_estimate(text, SHORT).max_hours for text in ("1 day", "1 week", "1 month", "5 h", "1 day 2h")]
    assert hours == [6, 24, 96, 5, 8]


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("40 hours", 40),
        ("40", 40),
        ("~40", 40),
        ("40-60", 50),
        ("40 (part time)", 40),
        ("7.5", 7.5),
        ("5 days", 40),
        ("2-3 days", 20),
        ("1/2/5d", 16),
        ("Effort: 40", 40),
        ("20%", None),
        ("$40", None),
        ("40 hours/week", None),
        ("40 apples", None),
        ("[Estimated hours]", None),
        ("Medium", None),
        ("", None),
    ],
)
def test_hours_where_hours_are_meant(text, hours):
    """A number without a unit is hours there, a range its middle, three points the likely one."""
    assert read_hours(text, USUAL) == hours


@pytest.mark.parametrize(
    ("heading", "name", "estimate"),
    [
        ("Phase 1: Setup (Est: 3 days)", "Phase 1: Setup", "3 days"),
        ("Phase 1: [Phase Name] (Est: [X hours/days])", "Phase 1: [Phase Name]", "[X hours/days]"),
        ("Phase 1: Setup ([X days])", "Phase 1: Setup", "[X days]"),
        ("Setup (3 days)", "Setup", "3 days"),
        ("Setup (2–3 days)", "Setup", "2–3 days"),
        ("Setup (Effort: Medium)", "Setup", "Medium"),
        ("Setup (Day 5 - 4 hours)", "Setup", "Day 5 - 4 hours"),
        ("Setup (Est: 3 days (24h))", "Setup", "3 days (24h)"),
        ("Auth (OAuth2) (3 days)", "Auth (OAuth2)", "3 days"),
        ("Sad :( Setup (3 days)", "Sad :( Setup", "3 days"),
        ("Setup (3 days) (optional)", "Setup (optional)", "3 days"),
        ("Setup (3 days) ✅ Done", "Setup ✅ Done", "3 days"),
        ("Setup (3 days) [COMPLETE]", "Setup [COMPLETE]", "3 days"),
        ("Setup (3 days) {#setup}", "Setup {#setup}", "3 days"),
        ("Setup — 3 days", "Setup", "3 days"),
        ("Setup - 3 days", "Setup", "3 days"),
        ("Phase 1 - 3 days", "Phase 1", "3 days"),
        ("Setup — 2 - 3 days", "Setup", "2 - 3 days"),
        ("Setup — (3 days)", "Setup", "3 days"),
        ("단계 (P1) - 예상 2일", "단계 (P1)", "2일"),
        ("准备（3天）", "准备", "3天"),
    ],
)
def test_the_estimate_is_taken_out_of_a_heading(heading, name, estimate):
    """The last parentheses, or what follows a dash at the end, when they hold an estimate."""
    assert split_heading_estimate(heading, USUAL) == (name, estimate)


@pytest.mark.parametrize(
    "heading",
    [
        "",
        "Setup",
        "Auth (OAuth2)",
        "Setup (Week 1-2)",
        "Setup (Days 2-3)",
        "Setup (optional)",
        "Setup (TBD)",
        "Setup ([Owner])",
        "Setup (2026-01-12)",
        "Setup (May 3 - May 5)",
        "Setup (Total: 5 tasks)",
        "Retention (30 days) in the cleaner",
        "Retention (30 days retention)",
        "Build - the showcase",
        "(3 days)",
    ],
)
def test_other_headings_stay_as_they_are(heading):
    """Parentheses that hold no estimate, and a heading that is nothing else, are left alone."""
    assert split_heading_estimate(heading, USUAL) == (heading, None)


@given(st.integers(1, 999), st.integers(1, 999), st.sampled_from([("h", 1), ("d", 8), ("weeks", 40)]))
def test_ranges_of_any_numbers(first, second, unit):
    """Whatever the numbers, the ends of a range are its hours in order, and no hours are rounded."""
    name, hours = unit
    estimate = read_estimate(f"{first}-{second} {name}", USUAL)
    assert (estimate.min_hours, estimate.max_hours) == (min(first, second) * hours, max(first, second) * hours)
