"""The docs are a site that the plugin itself builds, and what they show is what it does."""

import json
import pathlib
import re

import jsonschema
import pytest
import yaml
from sites import built
from test_cli import run

from mkdocs_planplugin.cli.schema import options_schema
from mkdocs_planplugin.config import PlanConfig
from mkdocs_planplugin.export import plans_schema

ROOT = pathlib.Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
FENCE = re.compile(r"^```(\w+)[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def site(shared_site):
    return shared_site("docs", lambda folder: built(ROOT / "mkdocs.yml", folder, strict=True))


def test_the_site_is_built_without_a_warning(site):
    """Its example is a plan, with its views, and its spec says so."""
    assert not [line for line in site.log if line.startswith(("WARNING", "ERROR"))]
    assert 'data-planplugin="timeline"' in site.content("plans/ledger/index.html")
    assert "ledger" in site.content("specs/ledger/index.html").rpartition("data-planplugin")[2]


def test_every_page_is_in_the_navigation():
    """So that somebody finds it."""
    named = re.findall(r": ([\w/-]+\.md)", (ROOT / "mkdocs.yml").read_text("utf-8"))
    generated = {"plans/index.md"}
    assert set(named) - generated == {path.relative_to(DOCS).as_posix() for path in PAGES}


def test_the_readme_shows_the_example():
    """The same text, so that there is one example."""
    assert (DOCS / "plans" / "ledger.md").read_text("utf-8") in (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("path", [ROOT / "README.md", *PAGES], ids=lambda path: path.name)
def test_snippets_can_be_read(path):
    """YAML is valid, Python compiles, and commands of ours have these names and options."""
    for language, text in FENCE.findall(path.read_text("utf-8")):
        if language == "yaml":
            list(
                yaml.safe_load_all(
                    text.replace("${{", "{{")
                    .replace("{{ github.token }}", "x")
                    .replace("{{ github.event.number }}", "x")
                )
            )
        elif language == "python":
            compile(text, str(path), "exec")
        for command in re.findall(
            r"\bplanplugin ([a-z]+)(?![\w.])", text if language in ("sh", "console", "yaml") else ""
        ):
            assert run(command, "--help").exit_code == 0, command


OPTIONS = [
    (path, text)
    for path in [ROOT / "README.md", *PAGES]
    for language, text in FENCE.findall(path.read_text("utf-8"))
    if language == "yaml" and re.search(r"^plugins:", text, re.MULTILINE)
]


@pytest.mark.parametrize(("path", "text"), OPTIONS, ids=[f"{path.name}-{n}" for n, (path, _) in enumerate(OPTIONS)])
def test_options_in_snippets_are_accepted(path, text):
    """Each option that the docs show is one, with a value that it takes."""
    for entry in yaml.safe_load(text)["plugins"]:
        if "planplugin" in entry:
            as_editors_see_it = json.loads(json.dumps(entry, default=str))  # to them a date is a text
            jsonschema.validate(as_editors_see_it, options_schema())
            options = PlanConfig(config_file_path=str(ROOT / "mkdocs.yml"))
            options.load_dict(entry["planplugin"] if isinstance(entry, dict) else {})
            errors, warnings = options.validate()
            assert [key for key, _ in errors if key != "profiles"] == warnings == []  # the docs make up a package


def test_fields_of_plans_json_that_the_docs_name(site):
    """The example of a script runs on what the site has."""
    (script,) = (
        text for language, text in FENCE.findall((DOCS / "data-files.md").read_text("utf-8")) if language == "python"
    )
    names = set(re.findall(r'plan\["(\w+)"\]', script))
    assert names <= json.loads(site.text("plans.json"))["plans"][0].keys()
    assert json.loads(site.text("plans.schema.json")) == json.loads(plans_schema())
