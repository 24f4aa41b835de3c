"""Dates as authors write them: ISO 8601 first, other unambiguous forms too, and never a guess."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable

from msgspec import Struct

from mkdocs_planplugin.compiled_patterns import compiled

from ..patterns import when_used
from ..profiles import alternatives, labels
from .vocabulary import normalized

_MONTHS_OF_YEAR, _MONTHS_OF_QUARTER, _DAYS_OF_WEEK = 12, 3, 7
# The year of `02-Nov-26` is one of this century.
_SHORT_YEAR, _CENTURY = 2, 2000
_MONTHS = labels(lambda profile: dict(enumerate(profile.dates.months, 1)))


class DateReading(Struct, frozen=True):
    """The date in a text, or the problem with it and how to write it right; neither if there is no date.

    For a week, a month, a quarter or a range, `date` is the first day and `last` the last one.
    """

    date: dt.date | None
    problem: str | None
    last: dt.date | None = None

    @property
    def end(self) -> dt.date | None:
        """The last day of what the text says."""
        return self.last or self.date


_NOTHING = DateReading(None, None)


def _exact(year: int, month: int, day: int, written: str) -> DateReading:
    """The date of these numbers, or what is wrong with them."""
    try:
        return DateReading(dt.date(year, month, day), None)
    except ValueError:
        return DateReading(None, f"`{written}` is no date: {_what_is_wrong(year, month, day)}")


def _what_is_wrong(year: int, month: int, day: int) -> str:
    if year and 1 <= month <= _MONTHS_OF_YEAR:
        name, last = calendar.month_name[month], calendar.monthrange(year, month)[1]
        return f"{name} {year} has days 1 to {last}; write, say, `{year:04}-{month:02}-{last}`"
    if year and month and 1 <= day <= _MONTHS_OF_YEAR and month <= calendar.monthrange(year, day)[1]:
        return f"there is no month {month}; if it is the day, write `{year:04}-{day:02}-{month:02}`"
    return "write year, month and day as in `2026-03-31`"


def _numbered(match: re.Match[str]) -> DateReading:
    return _exact(int(match["year"]), int(match["month"]), int(match["day"]), match[0])


def _either_first(match: re.Match[str]) -> DateReading:
    """The day or the month may come first. Only a number above twelve tells which."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    if first > _MONTHS_OF_YEAR or first == second:
        return _exact(year, second, first, match[0])
    if second > _MONTHS_OF_YEAR:
        return _exact(year, first, second, match[0])
    either = f"`{year:04}-{second:02}-{first:02}` or `{year:04}-{first:02}-{second:02}`"
    return DateReading(None, f"`{match[0]}` can be read in two ways: write {either}")


def _in_order_of(match: re.Match[str], other: re.Match[str]) -> DateReading | None:
    """A date with the day where it stands in another one, if that is told there."""
    first, second = int(other["first"]), int(other["second"])
    if (first > _MONTHS_OF_YEAR) == (second > _MONTHS_OF_YEAR):
        return None
    day, month = ("first", "second") if first > _MONTHS_OF_YEAR else ("second", "first")
    return _exact(int(match["year"]), int(match[month]), int(match[day]), match[0])


def _short_year(match: re.Match[str]) -> DateReading:
    return DateReading(None, f"the year of `{match[0]}` has two figures: write the date as in `2026-03-31`")


def _month_named(match: re.Match[str]) -> DateReading:
    month = _MONTHS.get(match["name"].lower())
    year = match["year"].lstrip("'’")
    century = _CENTURY if len(year) == _SHORT_YEAR else 0
    return _exact(century + int(year), month, int(match["day"]), match[0]) if month else _NOTHING


def _year_missing(match: re.Match[str]) -> DateReading:
    if not month_number(match["name"]):
        return _NOTHING
    return DateReading(None, f"`{match[0]}` names no year: write the date as in `2026-03-31`")


def _whole_months(match: re.Match[str]) -> DateReading:
    """A month, a quarter or half a year."""
    parts = match.groupdict()
    if parts.get("part"):
        size = _MONTHS_OF_QUARTER if parts["part"].upper() in "QT" else _MONTHS_OF_YEAR // 2
        last = int(parts["number"]) * size
        first = last - size + 1
    else:
        first = last = month_number(parts["name"]) or 0 if parts.get("name") else int(parts["month"])
    year = int(parts["year"])
    if not (year and first >= 1 and last <= _MONTHS_OF_YEAR):
        return _NOTHING
    return DateReading(dt.date(year, first, 1), None, dt.date(year, last, calendar.monthrange(year, last)[1]))


def _end_of_months(match: re.Match[str]) -> DateReading:
    return DateReading(_whole_months(match).last, None)


def _week(match: re.Match[str]) -> DateReading:
    """A week of ISO 8601, from Monday to Sunday, or a day of one."""
    year, week, day = int(match["year"]), int(match["week"]), match.groupdict().get("weekday")
    try:
        first = dt.date.fromisocalendar(year, week, int(day or 1))
        return DateReading(first, None, None if day else first + dt.timedelta(days=_DAYS_OF_WEEK - 1))
    except (ValueError, OverflowError):
        return DateReading(None, f"`{match[0]}` is no week of {year}: write a date as in `2026-03-31`")


_YEAR = r"(?P<year>\d{4})"
_MARKED_YEAR = r"(?P<year>\d{4}|['’]\d{2})"
# Only where nothing goes on behind it: `7 Dec - 18 Dec` and `12 Dec 10 am` have no year.
_BARE_YEAR = r"(?P<year>\d{2})(?! ?[^\W_]| ?[:–—-])"
_EITHER = rf"(?P<first>\d{{1,2}})[-–/](?P<second>\d{{1,2}})[-–/]{_YEAR}"
_EITHER_FIRST = when_used(_EITHER)
_MONTH, _DAY = r"(?P<month>\d{1,2})", r"(?P<day>\d{1,2})"
ORDINAL = rf"(?:{alternatives(lambda profile: profile.dates.ordinals)}|\.)?"
OF_WORD = rf"(?:{alternatives(lambda profile: profile.dates.of)})"
_DAY_TH = rf"{_DAY}{ORDINAL}"
_NAME = r"(?P<name>[^\W\d_]{3,12})\.?"
_OF = rf"(?: ?[-/,.] ?| (?:{OF_WORD} )?)"
_DASH = "[-–—/._]"
# `tháng 4 năm 2026`
_MONTH_WORD = rf"(?:{alternatives(lambda profile: profile.dates.month_word)}) {_MONTH}"
_YEAR_WORD = rf"(?: ?[,/] ?| (?:(?:{alternatives(lambda profile: profile.dates.year_word)}) )?){_YEAR}"
# `Q4 2026`, `2026-Q4`, `H2 2026`, `2026-11`, `November 2026`.
_MONTH_OR_QUARTER = (
    rf"{_NAME},? {_YEAR}",
    rf"(?P<part>[QT])(?P<number>[1-4])(?: ?[/-] ?|,? ){_YEAR}",
    rf"(?P<part>H)(?P<number>[12])(?: ?[/-] ?|,? ){_YEAR}",
    rf"{_YEAR}[ -]?(?P<part>[QT])(?P<number>[1-4])",
    rf"{_YEAR}[ -]?(?P<part>H)(?P<number>[12])",
    r"(?P<year>[12]\d{3})[-/](?P<month>0[1-9]|1[0-2])(?![-/])",
    r"(?<!\d[-/])(?P<month>0?[1-9]|1[0-2])/(?P<year>[12]\d{3})",
)
_END_OF = rf"(?:{alternatives(lambda profile: profile.dates.end_of)}) "
_CALENDAR_WEEK = rf"(?:{alternatives(lambda profile: profile.dates.calendar_weeks)})"
# Not inside a version or a longer number.
_START, _END = r"(?<![\w.])", r"(?!\.?\d)"
# The length of every form is bounded, so that searching for it takes time linear in the text.
_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], DateReading]], ...] = tuple(
    (when_used(_START + form + _END, re.IGNORECASE), reader)
    for form, reader in (
        (rf"{_YEAR}(?P<sign>{_DASH}){_MONTH}(?P=sign){_DAY}", _numbered),
        (rf"{_YEAR} ?[년年] ?{_MONTH} ?[月월] ?{_DAY} ?[日일]", _numbered),
        (rf"{_YEAR}\. {_MONTH}\. {_DAY}", _numbered),
        (rf"{_DAY}\. ?{_MONTH}\. ?{_YEAR}", _numbered),
        (_EITHER, _either_first),
        (r"\d{1,2}(?P<sign>[./])\d{1,2}(?P=sign)\d{2}", _short_year),
        (rf"{_DAY_TH}{_OF}{_NAME}{_OF}{_MARKED_YEAR}", _month_named),
        (rf"{_DAY_TH}(?P<sign>[ /.-]){_NAME}(?P=sign){_BARE_YEAR}", _month_named),
        (rf"{_NAME}{_OF}{_DAY_TH}(?:,? |[-/]){_YEAR}", _month_named),
        (rf"{_NAME} {_DAY_TH},? (?P<year>['’]\d{{2}})", _month_named),
        (rf"{_YEAR}{_OF}{_NAME}{_OF}{_DAY}", _month_named),
        (rf"{_DAY} {_MONTH_WORD}{_YEAR_WORD}", _numbered),
        (rf"{_MONTH_WORD}{_YEAR_WORD}", _whole_months),
        *((form, _whole_months) for form in _MONTH_OR_QUARTER),
        *((_END_OF + form, _end_of_months) for form in _MONTH_OR_QUARTER),
        (rf"{_YEAR}-?W(?P<week>\d{{2}})(?:-?(?P<weekday>[1-7]))?", _week),
        (rf"{_CALENDAR_WEEK} ?(?P<week>\d{{1,2}})(?: ?[/,-] ?| ){_YEAR}", _week),
    )
)
# Only if the value is nothing else: inside prose these may be other numbers.
_ALONE: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], DateReading]], ...] = tuple(
    (when_used(form, re.IGNORECASE), reader)
    for form, reader in (
        (r"(?P<year>20\d{2})(?P<month>\d{2})(?P<day>\d{2})(?=T\d|\W|$)", _numbered),
        (rf"{_DAY_TH}{_OF}{_NAME}$", _year_missing),
        (rf"{_NAME} {_DAY_TH}$", _year_missing),
        (rf"{_END_OF}{_NAME}$", _year_missing),
    )
)
_WITHOUT_DIGITS = _ALONE[-1:]
_DIGIT = compiled(r"\d")
# Each form has a year of four figures, or one of two behind a day.
_YEAR_OR_DAY = when_used(r"\d{4}|\d\D++\d\d")
# What may belong to one, unlike the figures of `OAuth2` and `v3`: of `Q4` and `CW12` they do.
_NUMBER = when_used(r"(?<![^\W\d_])\d|[qthw]\d", re.IGNORECASE)
_BEFORE = alternatives(lambda profile: f"{profile.dates.before}, {profile.dates.due_by}")
# What may stand before a date that a value begins with.
_LEAD = when_used(
    rf"[\W_]*(?:(?:{_BEFORE})\b[\W_]*)?"
    rf"(?:(?:{alternatives(lambda profile: profile.dates.weekdays)})\b[\W_]*)?"
    rf"(?:(?:{alternatives(lambda profile: profile.dates.articles)}) )?",
    re.IGNORECASE,
)


def month_number(name: str) -> int | None:
    """The month of this name or short form, 1 to 12; None for another word."""
    return _MONTHS.get(name.lower())


def read_date(text: str, like: str = "") -> DateReading:
    """The date at the beginning of a value. `by`, `~` or a weekday may stand before it, prose or a time of day behind
    it.

    ISO 8601 (`2026-01-12`, `2026-W03`), `2026/01/12`, `12.01.2026`, months by name, whole months and quarters.
    `03/04/2026` is a problem, not a guess, unless it stands beside a date `like` 28/03/2026, which tells the order.
    """
    text = normalized(text)
    lead = _LEAD.match(text)
    start = lead.end() if lead else 0
    for form, reader in (*_FORMS, *_ALONE) if _DIGIT.search(text, start) else _WITHOUT_DIGITS:
        match = form.match(text, start)
        if match and (reading := reader(match)) != _NOTHING:
            other = _EITHER_FIRST.fullmatch(like) if reader is _either_first and reading.problem else None
            return (_in_order_of(match, other) if other else None) or reading
    return _NOTHING


def find_date(text: str) -> dt.date | None:
    """The first unambiguous date in a text; for a month or a quarter its last day."""
    text = normalized(text)
    if not _YEAR_OR_DAY.search(text):
        return None
    written = _first(*_FORMS[0], text)
    if written and _NUMBER.search(text, 0, written[0]) is None:  # as nearly all are: `OAuth2 keys, by 2026-03-31`
        return written[1]
    firsts = (_first(form, reader, text) for form, reader in _FORMS)
    return min((first for first in firsts if first), default=(0, None))[1]


def _first(
    form: re.Pattern[str], reader: Callable[[re.Match[str]], DateReading], text: str
) -> tuple[int, dt.date] | None:
    dated = ((match.start(), reader(match).end) for match in form.finditer(text))
    return next(((start, date) for start, date in dated if date), None)
