# What somebody sets of the calendar, in `mkdocs.yml` or as options of the Markdown extension: one reading for both,
# which knows neither of them.
"""Dates, days off, days of the week and hours, as they are written in options."""

from __future__ import annotations

import datetime as dt
import difflib
import reprlib

from .countries import UnknownCountryError, holidays_in, is_country_code

HOURS_OF_A_DAY = (0.25, 24)  # the fewest and the most that are worked: schedules are made in minutes
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_LONGEST_HOLIDAY = 3660  # days; who writes more has mistyped a year
_LARGE = 10**9  # no date is written as such a number, and Python does not write the largest
_LONGEST_SHOWN = 100  # of a wrong value, in a message
_SHOWN = reprlib.Repr()  # which looks at the first parts of a value only: aliases in YAML make values of any size
_SHOWN.maxlist = _SHOWN.maxdict = _SHOWN.maxtuple = _SHOWN.maxset = 10
_SHOWN.maxlevel = 4
_SHOWN.maxstring = _SHOWN.maxother = _LONGEST_SHOWN


class WrongValueError(ValueError):
    """A value is not what it should be; the message says what was expected and what came."""


def read_option_date(value: object) -> dt.date:
    """A date, as YAML reads it or as text: 2026-01-31. Raises `WrongValueError`, as all functions here do."""
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    try:
        return dt.date.fromisoformat(_text(value))
    except ValueError as error:
        raise WrongValueError(f"Expected a date such as 2026-01-31, but received: {shown(value)}") from error


def read_holidays(value: object) -> frozenset[dt.date]:
    """All days in a list of dates, ranges of dates, and countries: `[DE, 2026-12-24, 2026-12-28/2026-12-31]`."""
    items = [value] if isinstance(value, str) else value
    if not isinstance(items, list):
        raise WrongValueError("Expected a list such as [DE, 2026-12-24, 2026-12-28/2026-12-31]")
    return frozenset().union(*map(_days_off, items))


def read_weekdays(value: object) -> frozenset[int]:
    """The numbers, Monday 0, of days of the week: a list of names, or one range such as `Monday-Friday`."""
    if isinstance(value, str) and "-" in value:
        first, last = (_weekday(name) for name in value.split("-", 1))
        return frozenset((first + n) % 7 for n in range((last - first) % 7 + 1))
    names = [value] if isinstance(value, str) else value
    if not isinstance(names, list) or not names:
        raise WrongValueError("Expected days such as [Monday, Tuesday] or Monday-Friday")
    return frozenset(_weekday(name) for name in names)


def read_number(value: object, least: float, most: float) -> float:
    """A number from `least` to `most`."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
        raise WrongValueError(f"Expected a number from {least:g} to {most:g}, but received: {shown(value)}")
    return float(value)


def _days_off(item: object) -> frozenset[dt.date]:
    """The days of one item of the holidays."""
    if isinstance(item, dt.date):
        return frozenset([read_option_date(item)])
    text = "NO" if item is False else _text(item)  # which YAML takes for an answer, not for Norway
    if is_country_code(text):
        try:
            return holidays_in(text)
        except UnknownCountryError as error:
            raise WrongValueError(str(error)) from error
    first, _, last = text.partition("/")
    start, end = read_option_date(first or item), read_option_date(last or first)
    if end < start:
        raise WrongValueError(f"The range {item} ends before it starts; write it as 2026-12-28/2026-12-31")
    if (end - start).days > _LONGEST_HOLIDAY:
        raise WrongValueError(f"The range {item} is longer than ten years; write it as 2026-12-28/2026-12-31")
    return frozenset(start + dt.timedelta(days=n) for n in range((end - start).days + 1))


def shown(value: object) -> str:
    """A wrong value in a message, cut where it is long."""
    try:
        text = repr(value[: _LONGEST_SHOWN + 1]) if isinstance(value, str) else _SHOWN.repr(value)
    except ValueError:  # a number of more digits than Python writes
        text = "a number of thousands of digits"
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]} …"


def _text(value: object) -> str:
    """A value of one word as text; empty for lists and the like, which aliases in YAML make of any size."""
    if isinstance(value, int):
        return str(value) if abs(value) < _LARGE else ""
    return value.strip() if isinstance(value, str) else ""


def _weekday(name: object) -> int:
    key = _text(name).lower()
    for number, weekday in enumerate(WEEKDAYS):
        if key in (weekday, weekday[:3]):
            return number
    meant = difflib.get_close_matches(key, WEEKDAYS, n=1)
    hint = f"; did you mean {meant[0].title()}?" if meant else ""
    raise WrongValueError(f"{shown(name)} is no day of the week{hint}")
