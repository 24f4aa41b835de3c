"""Dates as authors write them: ISO 8601 first, other unambiguous forms too, and never a guess."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from mkdocs_planplugin.reading.profiles import alternatives, labels

from .vocabulary import plain

_MONTHS_OF_YEAR = 12
_MONTHS = labels(lambda profile: dict(enumerate(profile.dates.months, 1)))


@dataclass(frozen=True, slots=True)
class DateReading:
    """The date that a text says, or what is wrong with it and how to write it right; neither where it says none."""

    date: dt.date | None
    problem: str | None


_NOTHING = DateReading(None, None)


def _exact(year: int, month: int, day: int, written: str) -> DateReading:
    """The date of these numbers, or what is wrong with them."""
    try:
        return DateReading(dt.date(year, month, day), None)
    except ValueError:
        return DateReading(None, f"`{written}` is no date: {_why(year, month, day)}")


def _why(year: int, month: int, day: int) -> str:
    if year and 1 <= month <= _MONTHS_OF_YEAR:
        name, last = calendar.month_name[month], calendar.monthrange(year, month)[1]
        return f"{name} {year} has days 1 to {last}; write, say, `{year:04}-{month:02}-{last}`"
    if year and month and 1 <= day <= _MONTHS_OF_YEAR and month <= calendar.monthrange(year, day)[1]:
        return f"there is no month {month}; if it is the day, write `{year:04}-{day:02}-{month:02}`"
    return "write year, month and day as in `2026-03-31`"


def _numbered(match: re.Match[str]) -> DateReading:
    return _exact(int(match["year"]), int(match["month"]), int(match["day"]), match[0])


def _either_first(match: re.Match[str]) -> DateReading:
    """Day or month first, which only a number above twelve can tell."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    if first > _MONTHS_OF_YEAR or first == second:
        return _exact(year, second, first, match[0])
    if second > _MONTHS_OF_YEAR:
        return _exact(year, first, second, match[0])
    either = f"`{year:04}-{second:02}-{first:02}` or `{year:04}-{first:02}-{second:02}`"
    return DateReading(None, f"`{match[0]}` can be read in two ways: write {either}")


def _short_year(match: re.Match[str]) -> DateReading:
    return DateReading(None, f"the year of `{match[0]}` has two figures: write the date as in `2026-03-31`")


def _month_named(match: re.Match[str]) -> DateReading:
    month = _MONTHS.get(match["name"].lower())
    return _exact(int(match["year"]), month, int(match["day"]), match[0]) if month else _NOTHING


def _day_missing(match: re.Match[str]) -> DateReading:
    month = _MONTHS.get(match["name"].lower())
    if month is None:
        return _NOTHING
    return DateReading(None, f"`{match[0]}` names no day: write, say, `{int(match['year']):04}-{month:02}-01`")


_YEAR = r"(?P<year>\d{4})"
_MONTH, _DAY = r"(?P<month>\d{1,2})", r"(?P<day>\d{1,2})"
ORDINAL = rf"(?:{alternatives(lambda profile: profile.dates.ordinals)}|\.)?"
OF_WORD = rf"(?:{alternatives(lambda profile: profile.dates.of)})"
_DAY_TH = rf"{_DAY}{ORDINAL}"
_NAME = r"(?P<name>[^\W\d_]{3,12})\.?"
_OF = rf"(?: ?[-/,.] ?| (?:{OF_WORD} )?)"
# Not in the middle of a version, nor of a longer number.
_START, _END = r"(?<![\w.])", r"(?!\.?\d)"
# Every form has a length that is bounded, so that looking for it is linear in the text.
_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], DateReading]], ...] = tuple(
    (re.compile(_START + form + _END, re.IGNORECASE), reader)
    for form, reader in (
        (rf"{_YEAR}(?P<sign>[-/.]){_MONTH}(?P=sign){_DAY}", _numbered),
        (rf"{_YEAR} ?[年년] ?{_MONTH} ?[月월] ?{_DAY} ?[日일]", _numbered),
        (rf"{_DAY}\. ?{_MONTH}\. ?{_YEAR}", _numbered),
        (rf"(?P<first>\d{{1,2}})[-/](?P<second>\d{{1,2}})[-/]{_YEAR}", _either_first),
        (r"\d{1,2}(?P<sign>[./])\d{1,2}(?P=sign)\d{2}", _short_year),
        (rf"{_DAY_TH}{_OF}{_NAME}{_OF}{_YEAR}", _month_named),
        (rf"{_NAME}{_OF}{_DAY_TH}(?:,? |[-/]){_YEAR}", _month_named),
        (rf"{_NAME} {_YEAR}", _day_missing),
    )
)
_FIGURE = re.compile(r"\d")
# What may stand before a date that a value begins with.
_LEAD = re.compile(
    rf"[\W_]*(?:(?:{alternatives(lambda profile: profile.dates.before)})\b[\W_]*)?"
    rf"(?:(?:{alternatives(lambda profile: profile.dates.weekdays)})\b[\W_]*)?"
    rf"(?:(?:{alternatives(lambda profile: profile.dates.articles)}) )?",
    re.IGNORECASE,
)


def month_number(name: str) -> int | None:
    """The month of this name or short form, 1 to 12; None for another word."""
    return _MONTHS.get(name.lower())


def read_date(text: str) -> DateReading:
    """The date that a value begins with; prose or a time may follow, `by`, `~` or a weekday stand before.

    ISO 8601 (`2026-01-12`), `2026/01/12`, `12.01.2026`, and months by name. `03/04/2026` is a problem, not a guess.
    """
    text = plain(text)
    lead = _LEAD.match(text)
    start = lead.end() if lead else 0
    for form, reader in _FORMS:
        match = form.match(text, start)
        if match and (reading := reader(match)) != _NOTHING:
            return reading
    return _NOTHING


def find_date(text: str) -> dt.date | None:
    """The first date of a text that can be read in one way only."""
    text = plain(text)
    if not _FIGURE.search(text):
        return None
    firsts = (_first(form, reader, text) for form, reader in _FORMS)
    return min((first for first in firsts if first), default=(0, None))[1]


def _first(
    form: re.Pattern[str], reader: Callable[[re.Match[str]], DateReading], text: str
) -> tuple[int, dt.date] | None:
    dated = ((match.start(), reader(match).date) for match in form.finditer(text))
    return next(((start, date) for start, date in dated if date), None)
