"""Golden documents: what is read from each, whole. A bug that was found is a document more."""

import datetime as dt
import json
import pathlib

import pytest

from mkdocs_planplugin.export import plans_json
from mkdocs_planplugin.model import Calendar
from mkdocs_planplugin.portfolio import Entry, Portfolio
from mkdocs_planplugin.reading import read

GOLDEN = sorted((pathlib.Path(__file__).parent / "golden").glob("*.md"))
TODAY = dt.date(2026, 3, 18)


def exported(path: pathlib.Path) -> str:
    """What `plans.json` says of the document, readable."""
    plan = read(path.read_bytes().decode("utf-8"), name=path.stem).plan
    assert plan is not None
    entry = Entry.of(path.name, path.stem, plan, Calendar(), TODAY)
    (result,) = json.loads(plans_json(Portfolio.of([entry]), TODAY))["plans"]
    return json.dumps(result, ensure_ascii=False, indent=1) + "\n"


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_golden_documents_are_read_as_written_down(path: pathlib.Path, request: pytest.FixtureRequest):
    """Every field that is read from the document is as reviewed; `--update-golden` writes them anew."""
    expected = path.with_suffix(".json")
    result = exported(path)
    if request.config.getoption("--update-golden"):
        expected.write_text(result, "utf-8")
    assert json.loads(result) == json.loads(expected.read_text("utf-8"))


def test_there_are_golden_documents():
    """The folder is not empty, and no expectation is without its document."""
    assert len(GOLDEN) > 10
    folder = GOLDEN[0].parent
    assert {path.stem for path in folder.glob("*.json")} == {path.stem for path in GOLDEN}
