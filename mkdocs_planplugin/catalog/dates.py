# How a day is written: on pages, badges and in data alike.
"""Dates in words."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from gettext import NullTranslations

from mkdocs_planplugin.language import _, active_language, mark

_MONTHS = (
    mark("Jan"),
    mark("Feb"),
    mark("Mar"),
    mark("Apr"),
    mark("May"),
    mark("Jun"),
    mark("Jul"),
    mark("Aug"),
    mark("Sep"),
    mark("Oct"),
    mark("Nov"),
    mark("Dec"),
)


def month_name(number: int) -> str:
    """The short name of a month, 1 to 12."""
    return _(_MONTHS[number - 1])


def date_words(date: dt.date, today: dt.date | None = None) -> str:
    """`12 Jan 2026`; without the year where that is the year of `today`."""
    return _date_words(date, today is not None and date.year == today.year, active_language())


@lru_cache(maxsize=2048)  # a page says the same dates again and again
def _date_words(date: dt.date, in_year: bool, _language: NullTranslations) -> str:
    if in_year:
        return _("{day} {month}").format(day=date.day, month=month_name(date.month))
    return _("{day} {month} {year}").format(day=date.day, month=month_name(date.month), year=date.year)
