"""What follows from the options, without a site."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from mkdocs.exceptions import PluginError
from sites import FILES, make_site
from speed import takes_less_than

from mkdocs_planplugin.config import PlanConfig
from mkdocs_planplugin.model import Calendar


def options(**values) -> PlanConfig:
    config = PlanConfig()
    config.load_dict(values)
    assert config.validate() == ([], [])
    return config


@pytest.fixture
def time_zone(monkeypatch):
    """Moves the machine into another time zone, which is named as POSIX does: `TZ=EAST-14` is 14 hours before UTC."""

    if not hasattr(time, "tzset"):
        pytest.skip("Windows has one time zone for all programs")

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
    # So are the days of what happened before: commits, to begin with.
    assert [options().day_of(seconds) for seconds in (1767225540, 1767225600)] == [
        dt.date(2025, 12, 31),
        dt.date(2026, 1, 1),
    ]


def test_the_day_of_a_commit_is_that_of_the_machine(time_zone):
    """As long as today is: else a commit of this morning could be of tomorrow."""
    days = []
    for zone in ("EAST-14", "WEST+12"):
        time_zone(zone)
        days.append(options().day_of(1767225600))  # midnight in UTC
    assert days == [dt.date(2026, 1, 1), dt.date(2025, 12, 31)]


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


@pytest.mark.parametrize("zone", ["UTC-99:99", "Nowhere/At_All", ":", "x" * 500, "EAST-200"])
def test_a_time_zone_that_is_none(time_zone, zone):
    """The clock says what it says; the build goes on, as without the plugin."""
    time_zone(zone)
    assert isinstance(options().today, dt.date)


WRONG_PATTERNS = [
    "*" * 5000 + "x", "*a" * 5000, "plans/**\n" + "*a" * 4 + "b", "**/" * 13 + "x", "[z-a]", 16**5000, ["plans/**"],
    "x" * 100_000 + "[z-a]", "!",
]  # fmt: skip
WRONG = {
    "include": WRONG_PATTERNS,
    "exclude": WRONG_PATTERNS,
    "plans": WRONG_PATTERNS,
    "index_page": [
        "a/../../../x.md", "../x.md", "./x.md", "/x.md", "a//x.md", "a/./x.md", "a\\x.md", "C:/x.md", "x", ".md", "a/.md",
        "a/..md", "a\nb.md", "\x00.md", True, 5, "a/", 16**5000, "x" * 100_000,
    ],
    "hours_per_day": [float("inf"), float("nan"), float("-inf"), 25, 0, 1e-9, 0.2, -1, 24.001, True, "8", 10**400],
    "stale_after": [float("inf"), float("nan"), 0, 0.5, 1e300, 40_000],
    "registers": [16**5000, [16**5000], "x" * 100_000, [{"a": 1}], [["risks"]], [None], {"risks": 1}, "risks"],
    "holidays": ["0001-01-01/9999-12-31", ["2026-01-01/2062-01-01"], [["DE"]], [{"a": 1}], ["2026-02-30"]],
    "working_days": ["Monday-Friday-Sunday", [["Monday"]], [{}], {"Monday": 1}, "-", []],
    "as_of": ["2026-02-30", [], {}, "today"],
    "baseline": [16**5000, [], {}, "--upload-pack=x", "a\0b", "HEAD~1", "x" * 10_000],
    "interactive": [16**5000, True, [], "x" * 10_000],
    "views": [[16**5000], ["summary", 5], "summary", {"summary": True}],
    "findings_on_page": [16**5000, True, ""],
    "language": [16**5000, "../de", ""],
    "words": [16**5000, "phases", [[]], {"phases": 16**5000}, {"labels": {16**5000: "x"}}],
    "profiles": [16**5000, {}, [16**5000]],
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "value"),
    [
        pytest.param(name, value, id=f"{name}-{number}")
        for name, values in WRONG.items()
        for number, value in enumerate(values)
    ],
)
def test_a_value_that_cannot_be_meant_is_an_error_of_mkdocs(name, value):
    """Of the option, with what came; no traceback."""
    config = PlanConfig()
    config.load_dict({name: value})
    errors, _ = config.validate()
    assert [option for option, _ in errors] == [name]
    assert len(str(errors[0][1])) < 500


def test_patterns_of_paths_are_matched_at_once():
    """The dearest that are allowed, with the longest name there is that they nearly match."""
    names = "*a*a*ab", "**/" + "*a/" * 10 + "b", "**/*plan*/**/*[0-9]?*.md"
    config = options(include="\n".join(names), exclude=names[0], plans=names[0])
    path = "a" * 250 + "/" + "a/" * 60 + "a.txt"
    assert not config.looks_at(path)
    assert takes_less_than(5, config.looks_at, path)


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_first_and_the_last_day_there_are(tmp_path, day):
    """A site of today is built all the same."""
    site = make_site(tmp_path, FILES, {"as_of": day})
    assert not [line for line in site.log if line.startswith(("WARNING", "ERROR"))]
    assert 'data-planplugin="portfolio"' in site.content("plans/index.html")


@pytest.mark.parametrize("path", ["plans.md", "plans/index.md", "a.b/c d.md", "a..b/..c/x.md", "a/Pläne.md"])
def test_pages_of_the_docs_folder(path):
    """Any name that a file can have there."""
    assert options(index_page=path).index_page == path


def test_the_longest_values():
    """A day of 24 hours, ten years without work."""
    made = options(hours_per_day=24, holidays=["2026-01-01/2035-12-31"], stale_after=36525)
    assert made.calendar == Calendar(24, frozenset(range(5)), made.holidays)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ({"PLAN20": "off"}, "there is no check 'PLAN20'; did you mean"),
        ({"PLAN205": "loud"}, "'loud' is no level of a check"),
        (["PLAN205"], "Expected a mapping such as {PLAN205: off, links: error}"),
    ],
)
def test_wrong_checks(value, message):
    """A wrong code or level is said in MkDocs' own form, with what there is."""
    config = PlanConfig()
    config.load_dict({"checks": value})
    ((key, error),), _ = config.validate()
    assert (key, message in str(error)) == ("checks", True)
