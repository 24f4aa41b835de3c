"""The JSON Schemas for editors, and the page of the docs about options, both made from the options themselves."""

import json
import pathlib
import re

import pytest
from jsonschema import Draft202012Validator
from mkdocs.config import config_options as c
from referencing import Registry, Resource
from test_cli import run

from mkdocs_planplugin.cli.schema import front_matter_schema, option_words, options_schema
from mkdocs_planplugin.config import PlanConfig
from mkdocs_planplugin.reading.front_matter import _ONCE as ONCE

DOCS = pathlib.Path(__file__).parents[1] / "docs" / "options.md"
OPTIONS = Draft202012Validator(options_schema())
FRONT_MATTER = Draft202012Validator(front_matter_schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)
BEGIN, END = "<!-- options -->\n", "<!-- end of options -->"


@pytest.mark.parametrize(
    ("options", "valid"),
    [
        ({}, True),
        ({"include": "plans/**", "as_of": "2026-01-31", "hours_per_day": 7.5, "data": False}, True),
        ({"registers": ["risks", "next"], "index_page": False, "views": ["summary"]}, True),
        ({"registers": False, "working_days": "Monday-Thursday", "holidays": ["DE"]}, True),
        ({"checks": {"PLAN205": "off", "links": "error"}, "interactive": "never"}, True),
        ({"checks": False, "findings_on_page": "always", "stale_after": 14, "language": "de"}, True),
        ({"registers": ["risk"]}, False),
        ({"checks": {"PLAN999": "off"}}, False),
        ({"checks": {"PLAN205": "loud"}}, False),
        ({"hours_per_day": 0}, False),
        ({"hours_per_day": 25}, False),
        ({"index_page": "plans/"}, False),
        ({"nosuch": 1}, False),
    ],
)
def test_options(options, valid):
    """What the schema takes, the plugin takes, and the other way round."""
    assert OPTIONS.is_valid({"planplugin": options}) is valid
    config = PlanConfig()
    config.load_dict(options)
    errors, warnings = config.validate()
    assert (not errors and not warnings) is valid


def test_entries_of_the_list_of_plugins():
    """The name alone will do; others are other plugins."""
    assert OPTIONS.is_valid("planplugin")
    assert not OPTIONS.is_valid("search")


@pytest.mark.parametrize(
    ("plugins", "valid"),
    [
        (["search", "planplugin", {"social": {"cards": True}}], True),
        ([{"planplugin": {"registers": ["risks"]}}], True),
        ([{"planplugin": {"registers": ["risk"]}}], False),
        ([{"planplugin": {"nosuch": 1}}], False),
    ],
)
def test_the_schema_of_a_whole_configuration(plugins, valid):
    """As the docs have it: an editor that takes it knows our options, and nothing of those of others."""
    wrapper = re.search(r"^```json\n(.*?)^```", DOCS.read_text("utf-8"), re.DOTALL | re.MULTILINE)[1]
    ours = Resource.from_contents(options_schema())
    validator = Draft202012Validator(
        json.loads(wrapper), registry=Registry().with_resource(".planplugin.schema.json", ours)
    )
    assert validator.is_valid({"site_name": "T", "plugins": plugins}) is valid


def test_front_matter_has_all_keys_of_ours():
    """Those that the reader takes as its own, but for the title, which is every theme's."""
    assert {*FRONT_MATTER.schema["properties"], "title"} == {*ONCE}


@pytest.mark.parametrize(
    ("data", "valid"),
    [
        ({}, True),
        ({"plan": True, "status": "in_progress", "due": "2026-01-31", "tags": ["a"], "title": "T"}, True),
        ({"checks": {"plan": "info"}, "depends_on": "auth.md"}, True),
        ({"plan": "maybe"}, False),
        ({"due": "soon"}, False),
        ({"checks": {"PLAN1": "info"}}, False),
    ],
)
def test_front_matter(data, valid):
    """The keys of ours; others are other tools' own."""
    assert FRONT_MATTER.is_valid(data) is valid


def test_the_command_prints_them():
    """Each is a schema."""
    for subject in ("options", "front-matter", "plans"):
        Draft202012Validator.check_schema(json.loads(run("schema", subject).output))


def listed():
    """Each option with what it means and what it is where nobody sets it."""
    words = option_words()
    for name, option in PlanConfig._schema:
        default = option.option.default if isinstance(option, c.Optional) else option.default
        shown = "" if default is None else f"\n\nDefault: `{json.dumps(default)}`"
        yield f"## `{name}`\n\n{words[name]}{shown}\n"


def test_docs(request):
    """The page is made from the options; `--update-golden` writes it."""
    before, _, rest = DOCS.read_text("utf-8").partition(BEGIN)
    text = f"{before}{BEGIN}\n{chr(10).join(listed())}\n{END}{rest.partition(END)[2]}"
    if request.config.getoption("--update-golden"):
        DOCS.write_text(text, "utf-8")
    assert DOCS.read_text("utf-8") == text
