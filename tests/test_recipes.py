"""The recipes in the docs name files that are there."""

import pathlib
import re

import pytest

ROOT = pathlib.Path(__file__).parents[1]
PACKAGE = ROOT / "mkdocs_planplugin"
RECIPES = (ROOT / "docs" / "recipes.md").read_text("utf-8")
PATHS = sorted(set(re.findall(r"`((?:\w+/)*\w+\.(?:py|html|css)|(?:\w+/)+)`", RECIPES)))


@pytest.mark.parametrize("path", [path for path in PATHS if "NAME" not in path])
def test_a_recipe_names_a_real_file(path: str):
    """Somebody who follows a recipe finds the files where it says."""
    folders = (PACKAGE, PACKAGE / "reading" / "profiles")
    assert any((folder / path).exists() for folder in folders)


NUMBERS = {"Three files.": 3, "Four files.": 4}
STEPS = {
    heading: (count, re.findall(r"^\d\. ", text, re.MULTILINE))
    for heading, text in re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", RECIPES, re.MULTILINE | re.DOTALL)
    for words, count in NUMBERS.items()
    if words in text
}


@pytest.mark.parametrize("heading", STEPS)
def test_a_recipe_has_as_many_steps_as_files(heading: str):
    """The number of files that a recipe promises is the number of its steps."""
    count, steps = STEPS[heading]
    assert len(steps) == count


PLATFORM = [
    [cell.strip() for cell in row.strip("| ").split(" | ")]
    for row in (ROOT / "docs" / "platform.md").read_text("utf-8").splitlines()
    if row.startswith("| ") and "what we rely on" not in row
]


@pytest.mark.parametrize("row", PLATFORM, ids=lambda row: row[0][:30])
def test_what_we_rely_on_is_where_it_says(row: list[str]):
    """A row names the files that rely on something, and the tests that tell when it fails."""
    _what, where, _how, tests = row
    for path in re.findall(r"`([\w/*.-]+/[\w*.-]*|\w+\.py)`", where):
        assert list(PACKAGE.glob(path)) or (ROOT / path).is_file(), path
    text = ""
    for path, name in re.findall(r"`(?:(test_\w+\.py)(?:::)?)?(test_\w+)?`", tests):
        text = (ROOT / "tests" / path).read_text("utf-8") if path else text
        assert not name or f"def {name}(" in text, name
    assert text or tests.startswith(("none: ", "every test ", "the tests "))


@pytest.mark.parametrize(
    ("name", "module"),
    [
        ("_PLAN_VIEWS", "catalog/views.py"),
        ("_REGISTERS", "catalog/views.py"),
        ("COLUMNS", "views/site/index.py"),
        ("DATA_FILES", "export/data_files.py"),
        ("FindingLog", "reading/findings.py"),
        ("html_by_place", "views/plan/risks.py"),
        ("TaskRecord", "export/records.py"),
        ("IndexRow", "views/site/index.py"),
    ],
)
def test_a_recipe_names_what_is_there(name: str, module: str):
    """So do the names that a recipe says."""
    assert f"`{name}" in RECIPES
    assert re.search(rf"^(?:class |def )?{name}\b", (PACKAGE / module).read_text("utf-8"), re.MULTILINE)
