"""Whatever an option is set to: an error in MkDocs' own form or a site that builds, at once and without a traceback. The
options are those of the schema, so that a new one is tried, too."""

import datetime as dt

import pytest
from effort import one_in
from sites import FILES, make_site
from speed import takes_less_than

from mkdocs_planplugin.config import PlanConfig
from mkdocs_planplugin.working_time import shown

OPTIONS = [name for name, _ in PlanConfig()._schema]
HUGE = 16**5000  # which Python does not write as decimal digits
MOST_SECONDS = 4  # of processor time; a slow machine needs a quarter of it for the longest


def chain(levels):
    """A list in a list in a list, as aliases of YAML make it without any depth in the file."""
    value = []
    for _ in range(levels):
        value = [value]
    return value


def bomb(levels):
    """A list that holds the same list ten times, which holds ...: a billion words in a few lines."""
    value = ["lol"] * 10
    for _ in range(levels):
        value = [value] * 10
    return value


LOOP = []
LOOP.append(LOOP)
TABLE_LOOP = {}
TABLE_LOOP["phases"] = TABLE_LOOP
ATOMS = {
    "nothing": None, "yes": True, "no": False, "zero": 0, "below zero": -1, "huge": HUGE, "huge below zero": -HUGE,
    "no number": float("nan"), "endless": float("inf"), "tiny": 5e-324, "large": 1e308, "empty": "", "blank": " \t\n",
    "null": "\0", "colours of a terminal": "\x1b[31mred\x07\r\n\x9b", "half a character": "\ud800",
    "from right to left": "\u202eabc.md", "long": "x" * 1_000_000, "many lines": "x\n" * 5000,
    "a way out": "../../../etc/passwd", "another way out": "a/../../x.md", "the root": "/etc/passwd.md",
    "a drive": "C:\\x.md", "another machine": "\\\\server\\x.md", "an address": "https://example.org/x.md",
    "stars": "*" * 5000, "folders": "**/" * 4000, "marks": "?" * 5000, "brackets": "[" * 5000, "a class": "[!" + "a" * 5000 + "]",
    "an expression": "(a+)+$", "nested": "((((a*)*)*)*)b", "refused": "!" * 5000, "backslashes": "\\" * 5001,
    "a tag": "<script>alert(1)</script>", "places": "{0.__class__} %s %(x)s {{ 7 * 7 }}", "an argument": "--upload-pack=touch x",
    "a name of git": "HEAD@{0}", "a range": "a..b", "days": "0001-01-01/9999-12-31", "weekdays": "Monday-" * 5000,
    "a day": dt.date(2026, 1, 1), "a moment": dt.datetime(2026, 1, 1, tzinfo=dt.UTC), "bytes": b"\xff\0", "a set": {1, 2},
}  # fmt: skip
KEYS = (
    "phases",
    "labels",
    "all",
    "PLAN205",
    "nothing that is known",
    "\x1b[31m",
    HUGE,
    None,
    dt.date(2026, 1, 1),
    (1, 2),
)
VALUES = {
    **ATOMS,
    **{f"[{name}]": [value] for name, value in ATOMS.items()},
    **{f"{{{name}}}": dict.fromkeys(("phases", "all"), value) for name, value in ATOMS.items()},
    **{f"key {shown(key)}": {key: "x"} for key in KEYS},
    **{f"table {shown(key)}": {"labels": {key: ["x"]}} for key in KEYS},
    "no items": [], "no keys": {}, "deep": chain(20_000), "deep below a key": {"phases": chain(20_000)},
    "a billion": bomb(8), "a billion below a key": {"phases": bomb(8), "labels": {"owner": bomb(8)}}, "loop": LOOP,
    "loop of tables": TABLE_LOOP, "many": ["x"] * 50_000, "many countries": ["DE"] * 500,
    "many keys": {f"k{number}": "x" for number in range(50_000)}, "many levels": dict.fromkeys(("all", "plan"), ["x"] * 50_000),
}  # fmt: skip


def checked(name, value):
    """The options with this one value, and the errors."""
    config = PlanConfig()
    config.load_dict({name: value})
    errors, warnings = config.validate()
    assert not warnings
    assert config.failure is None
    return errors


@pytest.mark.parametrize("name", OPTIONS)
def test_any_value_is_taken_or_refused_in_words(name):
    """The error is that of the option, short, and of characters that can be printed."""
    for key, value in VALUES.items():
        errors = checked(name, value)
        assert takes_less_than(MOST_SECONDS, checked, name, value), key
        assert [option for option, _ in errors] in ([], [name]), key
        for _, error in errors:
            assert len(str(error)) < 600, key
            assert str(error).replace("\n", "").isprintable(), key


@pytest.mark.parametrize("key", one_in(8, list(VALUES)))
def test_a_site_with_whatever_is_taken(tmp_path, key):
    """Each value, for all options that take it: a site that is whole, and no warning that the plugin failed."""
    options = {name: VALUES[key] for name in OPTIONS if not checked(name, VALUES[key])}
    options.pop("as_of", None)
    site = make_site(tmp_path, FILES, options, theme={"name": "mkdocs"})
    assert not [line for line in site.log if not line.startswith("INFO")]
    assert "<h1" in site.text("plans/ledger/index.html")


def test_names_of_options_that_are_none():
    """Whatever YAML has for a key: a warning as MkDocs gives it, or the plugin stands aside."""
    for key in KEYS:
        config = PlanConfig()
        config.load_dict({key: "x"})
        errors, warnings = config.validate()
        assert not errors
        assert warnings or config.failure


def test_a_failure_in_checking_the_options_leaves_the_site_to_mkdocs(tmp_path, monkeypatch):
    """It is a mistake of ours like any other: one warning, and pages as without the plugin."""
    plain = make_site(tmp_path / "plain", FILES)
    monkeypatch.setattr("mkdocs_planplugin.config.read_weekdays", lambda _value: 1 / 0)
    site = make_site(tmp_path / "ours", FILES, {})
    (line,) = (line for line in site.log if not line.startswith("INFO"))
    assert line.startswith("WARNING planplugin: the site: the plugin failed in: setting up (ZeroDivisionError")
    assert site.text("plans/ledger/index.html") == plain.text("plans/ledger/index.html")
    assert not (site.folder / "plans.json").exists()
