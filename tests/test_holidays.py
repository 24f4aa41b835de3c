"""The holidays of countries: by code, from an optional package, at no cost for plans."""

import builtins
import datetime as dt

import pytest
from mkdocs.exceptions import Abort
from sites import FILES, logged, make_site, modules_of_build

from mkdocs_planplugin.config import PlanConfig
from mkdocs_planplugin.countries import UnknownCountryError, holidays_in, is_country_code


def of(*items):
    """The holidays of a configuration, and its errors as texts."""
    config = PlanConfig()
    config.load_dict({"holidays": list(items)})
    errors, _ = config.validate()
    return config.holidays, [str(error) for _, error in errors]


@pytest.mark.parametrize(
    ("code", "day"),
    [
        ("DE", dt.date(2026, 10, 3)),
        ("de", dt.date(2099, 12, 25)),
        ("US-CA", dt.date(2026, 3, 31)),  # César Chávez Day
        ("GB-SCT", dt.date(2026, 11, 30)),
        ("NO", dt.date(2026, 5, 17)),
        (False, dt.date(2026, 5, 17)),  # `NO` in YAML
    ],
)
def test_a_country_names_its_holidays(code, day):
    """And a part of one its own; from 2000 to 2100."""
    days, errors = of(code)
    assert not errors
    assert day in days
    assert {found_day.year for found_day in days} >= {2000, 2100}


def test_parts_differ_from_their_country():
    """Scotland has St Andrew's Day, England has not."""
    assert dt.date(2026, 11, 30) not in holidays_in("GB-ENG")


def test_countries_and_dates_together():
    """All of their days; one alone needs no list."""
    days, errors = of("DE", "2026-12-24", "2026-12-28/2026-12-31", dt.date(2027, 1, 4))
    assert not errors
    assert {dt.date(2026, 12, day) for day in (24, 25, 28, 29, 30, 31)} < days
    config = PlanConfig()
    config.load_dict({"holidays": "DE"})
    assert config.validate() == ([], [])


@pytest.mark.parametrize(
    ("item", "said"),
    [
        ("XQ", "XQ is no country whose holidays are known; did you mean"),
        ("DEUX", "Expected a date such as 2026-01-31"),
        ("GB-SCO", "no part of GB is called SCO; did you mean SCT?"),
        ("US-QQQ", "no part of US is called QQQ"),
        ("2026-02-30", "Expected a date such as 2026-01-31"),
    ],
)
def test_wrong_codes_are_told_with_the_nearest_right_one(item, said):
    """As MkDocs tells of wrong options."""
    _, (error,) = of(item)
    assert said in error


def test_without_the_package_it_says_what_to_install(monkeypatch, tmp_path):
    """The option works all the same for dates."""
    known = builtins.__import__

    def missing(name, *args, **rest):
        if name == "holidays":
            raise ImportError(name)
        return known(name, *args, **rest)

    monkeypatch.setattr(builtins, "__import__", missing)
    holidays_in.cache_clear()
    with pytest.raises(UnknownCountryError, match=r"pip install 'mkdocs-planplugin\[holidays\]'"):
        holidays_in("DE")
    with logged() as log, pytest.raises(Abort):
        make_site(tmp_path, FILES, {"holidays": ["DE"]}, strict=True)
    assert any("pip install 'mkdocs-planplugin[holidays]'" in line for line in log)
    assert of("2026-12-24") == ({dt.date(2026, 12, 24)}, [])


def test_dates_do_not_import_it(tmp_path):
    """It takes as long as several pages."""
    _site, modules = modules_of_build(tmp_path, FILES, {"holidays": ["2026-12-25"]})
    assert "holidays" not in modules


def test_holidays_move_a_plan(tmp_path):
    """In Japan nobody works on the second Monday of January."""
    items = make_site(tmp_path, FILES, {"holidays": ["JP"]}).plans["plans/ledger.md"]["schedule"]["items"]
    assert items[0]["start"] == "2026-01-13"


def test_what_is_a_code():
    """Two or three letters, and a part behind a hyphen."""
    assert [text for text in ("DE", "US-CA", "deu", "BR-SP", "NO-03", "CH-ZH") if not is_country_code(text)] == []
    assert [
        text for text in ("", "D", "2026", "2026-01-01", "Germany", "DE-", "-CA", "DE/FR") if is_country_code(text)
    ] == []
