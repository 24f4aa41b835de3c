"""What the files of the project say of one another: systems, versions, commands."""

import pathlib
import re
import tomllib

import yaml

ROOT = pathlib.Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
JOBS = yaml.safe_load((ROOT / ".github/workflows/ci.yml").read_text("utf-8"))["jobs"]


def test_hosted_checks_run_what_the_package_promises():
    """Each Python of the classifiers, on three systems; the lowest versions with the lowest Python."""
    matrix = JOBS["tests"]["strategy"]["matrix"]
    promised = [name.rpartition(" ")[2] for name in PROJECT["classifiers"] if re.search(r":: 3\.\d+$", name)]
    on_one_system = [entry["python"] for entry in matrix["include"]]
    assert sorted([*matrix["python"], *on_one_system]) == promised
    assert matrix["python"] == [promised[0], promised[-1]]
    assert [name.partition("-")[0] for name in matrix["os"]] == ["ubuntu", "macos", "windows"]
    assert PROJECT["requires-python"] == f">={promised[0]}"
    (lowest,) = (step["with"]["python-version"] for step in JOBS["lowest"]["steps"] if "with" in step)
    assert lowest == promised[0]


def test_commands_of_make_are_there():
    """Those that the workflow, the recipe of a release, and the README name."""
    targets = set(re.findall(r"^([\w-]+):(?!=)", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for name in (".github/workflows/ci.yml", ".ci/run", "CONTRIBUTING.md", "README.md", "docs/architecture.md"):
        text = (ROOT / name).read_text("utf-8")
        named = re.findall(r"(?:^|`|\$ |run: )make ([a-z][\w-]*)", text, re.MULTILINE)
        assert set(named) <= targets, name
    assert {"test", "coverage", "test-lowest", "fuzz"} <= targets


def test_the_changelog_begins_with_the_version():
    """So that what is built is what is described."""
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert re.search(r"^## (?!Unreleased)(\S+)", changelog, re.MULTILINE)[1] == PROJECT["version"]
