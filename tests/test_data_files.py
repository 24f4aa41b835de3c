"""The data files of a site: which there are, where they stand, and that they are what they say."""

from __future__ import annotations

import csv
import json
import pathlib
from xml.etree import ElementTree

import icalendar
import pytest
from sites import FILES, make_site

from mkdocs_planplugin.export import DATA_FILES

DOCS = (pathlib.Path(__file__).parents[1] / "docs" / "data-files.md").read_text("utf-8")
PATHS = [record.path.format(plan="plans/ledger") for record in DATA_FILES]
READERS = {
    ".json": json.loads,
    ".csv": lambda text: list(csv.DictReader(text.splitlines())),
    ".ics": icalendar.Calendar.from_ical,
    ".svg": ElementTree.fromstring,
}


def test_each_is_in_the_site_and_is_what_it_says(tmp_path):
    """At its path, and readers of its format can read it."""
    site = make_site(tmp_path, FILES, {}, strict=True)
    for path in PATHS:
        assert READERS[pathlib.PurePosixPath(path).suffix](site.text(path)), path


def test_a_users_file_is_kept(tmp_path):
    """Whichever of them the site has itself."""
    site = make_site(tmp_path, {**FILES, **dict.fromkeys(PATHS, "mine")}, {}, strict=True)
    assert {site.text(path) for path in PATHS} == {"mine"}


def test_none_where_none_are_wanted(tmp_path):
    """`data: false` leaves them out."""
    site = make_site(tmp_path, FILES, {"data": False}, strict=True)
    assert not [path for path in PATHS if (site.folder / path).exists()]


@pytest.mark.parametrize("record", DATA_FILES, ids=lambda record: record.path)
def test_the_docs_list_it(record):
    """In its table, with the same words."""
    path = record.path.format(plan="…")
    assert f"| `{path}` | {record.summary} |\n" in DOCS
