"""Dates: what can be read in one way only is read, anything else is a problem with its remedy."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_planplugin.reading import read
from mkdocs_planplugin.reading.values.date_ranges import read_days
from mkdocs_planplugin.reading.values.dates import DateReading, find_date, read_date

MARCH_12 = dt.date(2026, 3, 12)


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-12",
        "**2026-03-12**",
        "2026-3-12",
        "2026-03-12 (kick-off)",
        "2026-03-12T10:00:00Z",
        "2026-03-12 10:44Z",
        "2026-03-12: started",
        "2026-03-12에",
        "~2026-03-12",
        "[2026-03-12]",
        "(2026-03-12 10:44Z)",
        "by 2026-03-12",
        "on Thursday, 2026-03-12",
        "Thu 2026-03-12",
        "2026/03/12",
        "2026.03.12",
        "12.03.2026",
        "12. 3. 2026",
        "12 March 2026",
        "12th March 2026",
        "12th of March, 2026",
        "the 12th of March 2026",
        "March 12, 2026",
        "March 12th, 2026",
        "Mar 12 2026",
        "Mar. 12, 2026",
        "MARCH 12, 2026",
        "Thursday, March 12, 2026",
        "12-Mar-2026",
        "12. März 2026",
        "12 mars 2026",
        "12 de marzo de 2026",
        "12 de março de 2026",
        "12 марта 2026",
        "2026年3月12日",
        "2026년 3월 12일",
        "２０２６-０３-１２",
        "2026-03-12T09:00",
        "2026-03-12T09:00+01:00",
        "2026-03-12 09:00",
        "2026–03–12",
        "2026_03_12",
        "20260312",
        "20260312T0900",
        "2026. 03. 12.",
        "2026. 3. 12",
        "2026-W11-4",
        "2026W114",
        "2026 Mar 12",
        "2026-Mar-12",
        "12-Mar-26",
        "12 Mar '26",
        "Mar 12, '26",
        "Donnerstag, 12. März 2026",
        "jeudi 12 mars 2026",
        "jueves, 12 de marzo de 2026",
        "12 marca 2026",
        "12. března 2026",
        "12 Mart 2026",
        "2026年3月12日（木）",
        "12 tháng 3 năm 2026",
        "ngày 12 tháng 3, 2026",
        "no later than 2026-03-12",
        "by end of day 2026-03-12",
        "from 12 March 2026",
        "2026-03-12 (last updated 2026-04-01)",
    ],
)
def test_a_date_is_read(text):
    """ISO 8601 and every form that names the year in full and tells day from month."""
    assert read_date(text) == DateReading(MARCH_12, None)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("25/12/2026", dt.date(2026, 12, 25)),
        ("12/25/2026", dt.date(2026, 12, 25)),
        ("04/04/2026", dt.date(2026, 4, 4)),
        ("25-12-2026", dt.date(2026, 12, 25)),
    ],
)
def test_day_and_month_that_cannot_be_mistaken(text, date):
    """A number above twelve is the day, and of two equal ones either is."""
    assert read_date(text) == DateReading(date, None)


@pytest.mark.parametrize("text", ["03/04/2026", "3/4/2026", "03-04-2026", "by 03/04/2026"])
def test_an_ambiguous_date_is_a_problem(text):
    """Day and month that could change places are no date; the problem names both ways to write it right."""
    reading = read_date(text)
    assert reading.date is None
    assert "`2026-04-03` or `2026-03-04`" in reading.problem


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("2026-02-30", "2026-02-28"),
        ("30 February 2026", "2026-02-28"),
        ("31.04.2026", "2026-04-30"),
        ("2026-25-12", "2026-12-25"),
        ("2026-00-10", "2026-03-31"),
        ("0000-01-01", "2026-03-31"),
        ("45/45/2026", "2026-03-31"),
        ("12.03.26", "2026-03-31"),
        ("12 March", "2026-03-31"),
        ("Mar 12", "2026-03-31"),
        ("2026-W54", "2026-03-31"),
        ("20260230", "2026-02-28"),
    ],
)
def test_what_is_no_day_of_the_calendar_is_a_problem(text, remedy):
    """Impossible and incomplete dates are no dates; the problem shows how to write one."""
    reading = read_date(text)
    assert reading.date is None
    assert f"`{remedy}`" in reading.problem


@pytest.mark.parametrize("text", ["7 Dec - 18 Dec", "7–18 Dec", "Dec 7-18", "21 Dec – 8 Jan", "1-3 marzo"])
def test_days_without_a_year_are_a_problem(text):
    """None is guessed, and the last day is no year."""
    reading = read_days(text)
    assert reading.date is None
    assert reading.problem == f"`{text}` names no year: write the days as in `2026-03-30 to 2026-04-02`"
    assert find_date(f"It is on from {text}, and over then.") is None


@pytest.mark.parametrize("text", ["12 Mar 10 am", "7 Mar, 18 people", "7 Mar 18: read", "9 Mar 10 - 12"])
def test_a_number_behind_a_month_is_no_year_where_something_goes_on(text):
    assert find_date(text) is None
    assert read_date(text).date is None


@pytest.mark.parametrize(
    "text", ["", "[Date]", "YYYY-MM-DD", "TBD", "after the launch", "v1.2.3", "Q5 2026", "12 apples", "March", "Week 2"]
)
def test_what_looks_like_no_date_says_nothing(text):
    """Placeholders and prose are neither a date nor a problem."""
    assert read_date(text) == DateReading(None, None)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("March 2026", dt.date(2026, 3, 1), dt.date(2026, 3, 31)),
        ("Mar. 2026", dt.date(2026, 3, 1), dt.date(2026, 3, 31)),
        ("by March 2026", dt.date(2026, 3, 1), dt.date(2026, 3, 31)),
        ("2028-02", dt.date(2028, 2, 1), dt.date(2028, 2, 29)),
        ("11/2026", dt.date(2026, 11, 1), dt.date(2026, 11, 30)),
        ("Q4 2026", dt.date(2026, 10, 1), dt.date(2026, 12, 31)),
        ("2026-Q1", dt.date(2026, 1, 1), dt.date(2026, 3, 31)),
        ("T2 2026", dt.date(2026, 4, 1), dt.date(2026, 6, 30)),
        ("H2 2026", dt.date(2026, 7, 1), dt.date(2026, 12, 31)),
        ("2026-W45", dt.date(2026, 11, 2), dt.date(2026, 11, 8)),
        ("KW 45/2026", dt.date(2026, 11, 2), dt.date(2026, 11, 8)),
        ("week 45, 2026", dt.date(2026, 11, 2), dt.date(2026, 11, 8)),
        ("end of March 2026", dt.date(2026, 3, 31), None),
        ("Ende März 2026", dt.date(2026, 3, 31), None),
        ("2-9 Nov 2026", dt.date(2026, 11, 2), dt.date(2026, 11, 9)),
        ("2026-11-02 → 2026-11-09", dt.date(2026, 11, 2), dt.date(2026, 11, 9)),
        ("2026-11-02", dt.date(2026, 11, 2), None),
    ],
)
def test_more_than_one_day(text, first, last):
    """Weeks, months, quarters and ranges have a first and a last day."""
    assert read_days(text) == DateReading(first, None, last)


@pytest.mark.parametrize(
    ("label", "value", "start", "due"),
    [
        ("Due", "Q4 2026", None, dt.date(2026, 12, 31)),
        ("Start", "Q4 2026", dt.date(2026, 10, 1), None),
        ("Due", "2026-11-02T09:00", None, dt.date(2026, 11, 2)),
        ("Start", "November 2026", dt.date(2026, 11, 1), None),
    ],
)
def test_a_due_day_is_the_last_one_and_a_start_the_first(label, value, start, due):
    """What is due in a quarter is due at its end."""
    task = next(read(f"---\nplan: true\n---\n- [ ] Dig\n  - {label}: {value}\n").plan.walk())
    assert (task.start, task.due) == (start, due)


@pytest.mark.parametrize("value", ["next friday", "soon", "mid November 2026"])
def test_a_date_that_is_not_read_is_not_silent(value):
    """A short value without a date is a finding; prose is none, and a placeholder is one of its own."""
    text = "---\nplan: true\n---\n# Garden\n- [ ] Dig\n  - Due: {}\n"
    (finding,) = read(text.format(value)).findings
    assert (finding.code, finding.line) == ("PLAN111", 6)
    assert value in finding.message
    assert not read(text.format("when the bees are out of the garden again")).findings
    assert [finding.code for finding in read(text.format("[Date]")).findings] == ["PLAN116"]


def test_a_value_starts_with_its_date():
    """A date further on in prose is not the value's."""
    assert read_date("Started after 2026-03-12") == DateReading(None, None)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("needed by 2026-03-12", MARCH_12),
        ("from 12 March 2026 until 2026-04-01", MARCH_12),
        ("03/04/2026 or 2026-03-12", MARCH_12),
        ("not 2026-02-30 but March 12, 2026.", MARCH_12),
        ("needed in March 2026", dt.date(2026, 3, 31)),
        ("OAuth2 for v3 by 2026-03-12, not 2026-02-01", MARCH_12),
        ("Q1 2026, later than 2026-03-12", dt.date(2026, 3, 31)),
        ("CW10 2026, later than 2026-02-12", dt.date(2026, 3, 8)),
        ("order 20260312", None),
        ("some day", None),
        ("03/04/2026", None),
        ("1.2.2026.4", None),
        ("", None),
    ],
)
def test_the_first_date_in_prose(text, date):
    """Anywhere in a text, the first that can be read in one way only."""
    assert find_date(text) == date


@given(
    st.dates(min_value=dt.date(1000, 1, 1)),
    st.sampled_from(["{:%Y-%m-%d}", "{:%d %B %Y}", "{:%B %d, %Y}", "{:%d.%m.%Y}"]),
)
def test_every_day_of_the_calendar(date, form):
    """Any day comes back from any of the common forms, alone and in prose."""
    text = form.format(date)
    assert read_date(text).date == date
    assert find_date(f"due {text}, at noon") == date
