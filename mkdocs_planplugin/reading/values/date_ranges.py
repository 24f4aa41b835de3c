# Ranges of dates are written as short as a reader allows: in `12 - 23 Jan 2026` the first date has neither month nor
# year. What is missing comes from the other end. If no year is written, none is guessed.
"""Ranges of dates: `12 Jan - 23 Jan 2026`, `2026-01-12 to 2026-01-23`, `March 2026`, `Q2 2026`."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from msgspec import Struct

from ..patterns import when_used
from ..profiles import alternatives, any_of, table
from .dates import OF_WORD, ORDINAL, DateReading, month_number, read_date
from .vocabulary import normalized, without_lookalikes

# Longer texts are prose.
_LONGEST = 60
_TO = alternatives(lambda profile: profile.dates.to)
_BETWEEN = when_used(rf" ?(?:[-–—~→]|\.{{2,}}|…|\b(?:{_TO})\b) ?", re.IGNORECASE)
# A quick check before the careful one: a single date has none of these words and signs.
_MAY_BE_RANGE = when_used(
    rf"[–—~→…]|\.\.|\s-|\d-\d{{1,2}}[ .]|(?<![\d-])\d{{1,2}}-\d{{1,2}}$|\b(?:{_TO})\b", re.IGNORECASE
)
_NUMERIC = when_used(r"\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/.])\d{1,2}\2\d{4}")
_YEAR = r"(?:,? ?(?P<year>\d{4}))?"
_NAME = rf"(?:(?:{OF_WORD} )?(?P<name>[^\W\d_]{{3,12}})\.?)"
# The forms that one end may have.
_ENDS = tuple(
    when_used(form, re.IGNORECASE)
    for form in (
        rf"(?P<day>\d{{1,2}}){ORDINAL}(?: {_NAME})?{_YEAR}",
        rf"{_NAME}(?: (?P<day>\d{{1,2}}){ORDINAL})?{_YEAR}",
        rf"[QT](?P<quarter>[1-4])(?: ?/)?{_YEAR}",
        r"(?P<year>\d{4})[ -]?[QT](?P<quarter>[1-4])",
        r"(?P<year>\d{4})[-/](?P<month>\d{2})",
    )
)
_MONTHS_OF_QUARTER, _MONTHS_OF_YEAR = 3, 12
_WEEK_OF = when_used(
    rf"\W*(?:{any_of(table(lambda profile: profile.dates.positions)['week'])}) "
    rf"(?:{alternatives(lambda profile: profile.dates.week_of)}) (?=\S)",
    re.IGNORECASE,
)
_DAYS_OF_WEEK = 7


class DateSpan(Struct, frozen=True):
    """The first and the last day of a range, or the problem with them and how to write it right."""

    start: dt.date | None
    finish: dt.date | None
    problem: str | None = None


class _RangeEnd(Struct, frozen=True):
    """The parts of a date at one end of a range. `months` are the first and the last month: a quarter has three."""

    year: int | None
    months: tuple[int, int] | None
    day: int | None


def read_date_range(text: str) -> DateSpan | None:
    """The range that a text consists of; `None` for any other text, and if it has no year."""
    text = without_lookalikes(text).strip()
    if len(text) > _LONGEST or not text[-1:].isdigit():
        return None
    if _NUMERIC.match(text):
        return _numeric(text)
    for between in _BETWEEN.finditer(text):
        first, last = _end(text[: between.start()]), _end(text[between.end() :])
        if first and last:
            return _between(first, last, text)
    alone = _end(text)
    return _between(alone, alone, text) if alone else None


def read_days(text: str) -> DateReading:
    """The day at the beginning of a value (see `read_date`), or the days of the range or the week that the value is."""
    may_be_range = _MAY_BE_RANGE.search(text) is not None
    span = read_date_range(normalized(text)) if may_be_range else None
    if span:
        return DateReading(span.start, span.problem, span.finish)
    return read_week_of(text) or (_without_year(text) if may_be_range else None) or read_date(text)


def _without_year(text: str) -> DateReading | None:
    """The problem of a range of days that names no year: `7-18 Dec`; `None` for any other text."""
    tidy = without_lookalikes(text).strip(" .")
    if len(tidy) > _LONGEST:
        return None
    for between in _BETWEEN.finditer(tidy):
        ends = _end(tidy[: between.start()]), _end(tidy[between.end() :])
        if all(end and end.day and not end.year for end in ends) and any(end and end.months for end in ends):
            return DateReading(None, f"`{tidy}` names no year: write the days as in `2026-03-30 to 2026-04-02`")
    return None


def read_week_of(text: str) -> DateReading | None:
    """The calendar week, from Monday to Sunday, of the day that a text names: `Week of 7 December 2026`; `None` for any
    other text."""
    tidy = without_lookalikes(text)
    before = _WEEK_OF.match(tidy)
    reading = read_date(tidy[before.end() :]) if before else None
    if reading is None or reading.date is None or reading.last:  # of no day, or of a month
        return None
    year, number, _ = reading.date.isocalendar()
    week = read_date(f"{year:04}-W{number:02}")
    return week if week.date else None


def read_span(text: str) -> DateReading | None:
    """The days of a range with both its ends, or of a week; `None` for a day, a month, and any other text."""
    if _MAY_BE_RANGE.search(text):
        span = read_date_range(normalized(text))
        return DateReading(span.start, None, span.finish) if span and span.start != span.finish else None
    week = read_days(text)
    is_week = week.date and week.last and (week.last - week.date).days < _DAYS_OF_WEEK
    return week if is_week else None


def _numeric(text: str) -> DateSpan | None:
    """One date in figures, or two."""
    first = _NUMERIC.match(text)
    between = _BETWEEN.match(text, first.end()) if first else None
    last = _NUMERIC.fullmatch(text, between.end()) if between else _NUMERIC.fullmatch(text)
    if first is None or last is None:
        return None
    start, finish = read_date(first[0], like=last[0]), read_date(last[0], like=first[0])
    return _ordered(start.date, finish.date, start.problem or finish.problem, text)


def _end(text: str) -> _RangeEnd | None:
    """The parts of the date that a text is; `None` for any other text."""
    for form in _ENDS:
        if match := form.fullmatch(text):
            parts = match.groupdict()
            months = _months(parts)
            if parts.get("name") and months is None:
                return None  # a word, but no month
            return _RangeEnd(
                int(parts["year"]) if parts["year"] else None, months, int(parts["day"]) if parts.get("day") else None
            )
    return None


def _months(parts: dict[str, str | None]) -> tuple[int, int] | None:
    """The first and the last month that these parts of a date name, from 1."""
    if quarter := parts.get("quarter"):
        last = int(quarter) * _MONTHS_OF_QUARTER
        return last - _MONTHS_OF_QUARTER + 1, last
    month = int(parts["month"] or 0) if "month" in parts else month_number(parts.get("name") or "")
    return (month, month) if month else None


def _between(first: _RangeEnd, last: _RangeEnd, text: str) -> DateSpan | None:
    """The days from one end to the other. What one end leaves out is taken from the other."""
    months, last_months = first.months or last.months, last.months or first.months
    year = last.year or first.year
    if months is None or last_months is None or year is None:
        return None
    # `20 Dec - 9 Jan 2026` began in the year before.
    first_year = first.year or (year - 1 if months[0] > last_months[1] else year)
    if not all(1 <= month <= _MONTHS_OF_YEAR for month in (*months, *last_months)):
        return None
    start = read_date(f"{first_year:04}-{months[0]:02}-{first.day or 1:02}")
    last_day = last.day or (calendar.monthrange(year, last_months[1])[1] if year else 0)
    finish = read_date(f"{year:04}-{last_months[1]:02}-{last_day:02}")
    return _ordered(start.date, finish.date, start.problem or finish.problem, text)


def _ordered(start: dt.date | None, finish: dt.date | None, problem: str | None, text: str) -> DateSpan:
    """The span of two days, or the problem: that of a day, or a span that ends before it begins."""
    if start and finish and finish < start:
        problem = f"`{text}` ends before it begins: write the first day first"
    return DateSpan(None, None, problem) if problem else DateSpan(start, finish)
