# Public holidays by country, from the package `holidays`, which knows them for two hundred countries and keeps up with
# their laws. It is optional, and only imported when a country is named.
"""The public holidays of a country or a part of it."""

from __future__ import annotations

import datetime as dt
import difflib
import re
import warnings
from collections.abc import Iterable
from functools import lru_cache

# No plan says when it ends before it is read: a century costs a few hundredths of a second, once.
_YEARS = range(2000, 2101)
_CODE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{1,4})?", re.IGNORECASE)
_INSTALL = "they come from the package holidays: pip install 'mkdocs-planplugin[holidays]'"


class UnknownCountryError(LookupError):
    """There are no holidays for what was named; the message says why, and what may be meant."""


def is_country_code(text: str) -> bool:
    """Whether a text looks like the code of a country (ISO 3166: `DE`), or of a part of one (`US-CA`, `GB-SCT`)."""
    return _CODE.fullmatch(text) is not None


@lru_cache
def holidays_in(code: str) -> frozenset[dt.date]:
    """The public holidays from 2000 to 2100 of the country or part with this code; raises `UnknownCountryError`."""
    try:
        import holidays  # noqa: PLC0415 (optional, and slow)
    except ImportError as error:
        raise UnknownCountryError(f"{code} is no date; if it is a country's holidays, {_INSTALL}") from error
    country, _, part = code.upper().partition("-")
    countries = holidays.list_supported_countries(include_aliases=True)
    if country not in countries:
        raise UnknownCountryError(f"{code} is no country whose holidays are known{_did_you_mean(country, countries)}")
    known = {code.upper(): code for code in countries[country]}
    if part and part not in known:
        raise UnknownCountryError(f"{code}: no part of {country} is called {part}{_did_you_mean(part, known)}")
    with warnings.catch_warnings():  # it tells of countries whose holidays it does not know for all of the years
        warnings.simplefilter("ignore")
        return frozenset(holidays.country_holidays(country, subdiv=known.get(part), years=_YEARS))


def _did_you_mean(code: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(code, known, n=1, cutoff=0.5)  # one of two letters right
    return f"; did you mean {near[0]}?" if near else ""
