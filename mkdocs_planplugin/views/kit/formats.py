# Values as words: dates, lengths of time and counts.
"""How single values are written."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from gettext import NullTranslations

from msgspec import Struct

from mkdocs_planplugin.catalog import date_words
from mkdocs_planplugin.language import _, active_language, counted, n_, p_
from mkdocs_planplugin.model import Estimate

from .escaping import escaped

NBSP = "\N{NO-BREAK SPACE}"
# Days that lie closer together than this can be told apart without their years.
_NEARLY_A_YEAR = dt.timedelta(330)


class DateText(Struct, frozen=True):
    """A date for a machine (`iso`) and for a reader; without a calendar ("day 3") `iso` is empty."""

    text: str
    iso: str = ""


def long_date(date: dt.date) -> DateText:
    """`12 Jan 2026`."""
    return DateText(date_words(date), date.isoformat())


@lru_cache(maxsize=1024)  # the rows of a timeline say the same days
def time_html(date: DateText) -> str:
    """A date as HTML, for machines, too, where it has a day."""
    return f'<time datetime="{date.iso}">{escaped(date.text)}</time>' if date.iso else escaped(date.text)


def unbroken(words: str) -> str:
    """Words that stand on one line: a narrow cell would part a day from its month."""
    return words.replace(" ", NBSP)


def short_date(date: dt.date) -> DateText:
    """`12 Jan`, where the year is said elsewhere."""
    return _short_date(date, active_language())


@lru_cache(maxsize=1024)  # the rows of a timeline say the same days
def _short_date(date: dt.date, _language: NullTranslations) -> DateText:
    return DateText(date_words(date, date), date.isoformat())


def fits_in_a_year(first: dt.date | None, *ends: dt.date | None) -> bool:
    """Whether the days from `first` to the latest of `ends` are clear without their years; `None` is no day."""
    last = max(filter(None, ends), default=None)
    return first is None or (last is not None and last - first < _NEARLY_A_YEAR)


def day_number(number: int) -> DateText:
    """`day 3`, of a plan without dates."""
    return DateText(_("day {number}").format(number=number))


def decimal(number: float) -> str:
    """A number with the decimal point of the language, with at most one digit after it, and none if that is a zero."""
    return _shortest(number).replace(".", p_("decimal point", "."))


def _shortest(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")


def hours_text(length: float) -> str:
    """`4 h`, and `30 min` below an hour."""
    return _hours(length, active_language())


@lru_cache(maxsize=1024)
def _hours(length: float, _language: NullTranslations) -> str:
    if 0 < length < 1:
        return _("{number}\N{NO-BREAK SPACE}min").format(number=round(length * 60))
    return _("{number}\N{NO-BREAK SPACE}h").format(number=decimal(length))


def days_text(length: float, hours_per_day: float) -> str:
    """A length in hours as working days: `1.5 days`."""
    return _days(length, hours_per_day, active_language())


@lru_cache(maxsize=1024)
def _days(length: float, hours_per_day: float, _language: NullTranslations) -> str:
    number = length / hours_per_day
    return n_("{n} day", "{n} days", _grammatical(number)).format(n=decimal(number))


def working_days_text(length: float, hours_per_day: float) -> str:
    """How long something lies in time: `28 working days`, where `28 days` would be taken for effort."""
    number = length / hours_per_day
    return n_("{n} working day", "{n} working days", _grammatical(number)).format(n=decimal(number))


def _grammatical(number: float) -> int:
    """The number that grammar sees in one that is written as `decimal` does: fractions are many."""
    written = _shortest(number)
    return int(written) if written.isdigit() else 2


def duration_text(length: float, hours_per_day: float) -> str:
    """A length in hours as a reader says it: `1.5 days`, and `4 h` below a day."""
    return hours_text(length) if length < hours_per_day else days_text(length, hours_per_day)


def length_text(length: float, hours_per_day: float) -> str:
    """A length in hours, in full: `takes no time`, `4 h`, `2 days (16 h)`."""
    if not length:
        return _("takes no time")
    text = hours_text(length)
    return text if length < hours_per_day else f"{days_text(length, hours_per_day)} ({text})"


def estimate_hours(estimate: Estimate) -> str | None:
    """`308–388 h`, `40 h`, `up to 8 h`; `None` where the estimate says no length of time."""
    low, high = estimate.min_hours, estimate.max_hours
    if low is None or high is None:
        return None
    return hours_text(high) if low == high else _range(low, hours_text(high))


def estimate_days(estimate: Estimate, hours_per_day: float) -> str | None:
    """An estimate in working days: `38.5–48.5 days`; `None` where it says no length of time."""
    low, high = estimate.min_hours, estimate.max_hours
    if low is None or high is None:
        return None
    upper = days_text(high, hours_per_day)
    return upper if low == high else _range(low / hours_per_day, upper)


def _range(low: float, upper: str) -> str:
    return f"{decimal(low)}–{upper}" if low else _("up to {length}").format(length=upper)


def days_from(today: dt.date, date: dt.date) -> str:
    """How far a day is from today: `in 3 days`, `2 days ago`, `today`."""
    days = (date - today).days
    if not days:
        return _("today")
    return counted(days, "in {n} day", "in {n} days") if days > 0 else counted(-days, "{n} day ago", "{n} days ago")
