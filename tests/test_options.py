"""What follows from the options, without a site."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from mkdocs.exceptions import PluginError

from mkdocs_planplugin.config import PlanConfig


def options(**values) -> PlanConfig:
    config = PlanConfig()
    config.load_dict(values)
    assert config.validate() == ([], [])
    return config


@pytest.fixture
def time_zone(monkeypatch):
    """Moves the machine into another time zone, which is named as POSIX does: `TZ=EAST-14` is 14 hours before UTC."""

    def move(name: str) -> None:
        monkeypatch.setenv("TZ", name)
        time.tzset()

    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    yield move
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize("zone", ["EAST-14", "UTC0", "WEST+12"])
def test_source_date_epoch_is_a_moment_in_utc(time_zone, monkeypatch, zone):
    """A reproducible build has the same day on every machine, wherever it stands."""
    time_zone(zone)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225540")  # 2025-12-31, one minute before midnight
    assert options().today == dt.date(2025, 12, 31)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    assert options().today == dt.date(2026, 1, 1)


def test_today_is_the_day_of_the_machine(time_zone):
    """Not that of UTC: between these two zones it is never the same day."""
    time_zone("EAST-14")
    east = options().today
    time_zone("WEST+12")
    assert east - options().today in (dt.timedelta(1), dt.timedelta(2))


def test_as_of_goes_before_all_else(monkeypatch):
    """Whatever the environment and the clock say."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    assert options(as_of="2026-03-01").today == dt.date(2026, 3, 1)


def test_a_wrong_epoch_is_told(monkeypatch):
    """With what would be right."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(PluginError, match="write it as seconds"):
        _ = options().today
