# JSON Schemas (2020-12) for editors that complete and check YAML: for `planplugin` in `mkdocs.yml`, and for the front
# matter of plans. The docstrings of the options describe them.
"""`planplugin schema`."""

from __future__ import annotations

import ast
import inspect
import json
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any

import click
from mkdocs.config import config_options as c

from mkdocs_planplugin.config import PlanConfig
from mkdocs_planplugin.export import plans_schema
from mkdocs_planplugin.finding_kinds import CHECKS_SCHEMA
from mkdocs_planplugin.model import Status

from .streams import write_document

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_DATE = {"type": "string", "format": "date"}
FRONT_MATTER: Mapping[str, Mapping[str, Any]] = {
    "plan": {"type": "boolean", "description": "Whether the page is a plan, whatever it looks like."},
    "status": {
        "type": "string",
        "examples": list(Status),
        "description": "The status of the plan; another word than these is the theme's own.",
    },
    "start": {**_DATE, "description": "The day on which the work starts."},
    "due": {**_DATE, "description": "The day on which the plan is to be finished."},
    "baseline": {"type": "string", "description": "What the plan is compared with: a tag, or a date."},
    "tags": {"type": ["array", "string"], "items": {"type": "string"}, "description": "What the index filters by."},
    "depends_on": {
        "type": ["array", "string"],
        "items": {"type": "string"},
        "description": "Paths from this file to the plans that have to be finished first.",
    },
    "checks": {**CHECKS_SCHEMA, "description": "How findings about the page are reported, by code, group or `all`."},
}


@click.command
@click.argument("subject", type=click.Choice(("options", "front-matter", "plans")))
def schema(subject: str) -> None:
    """Print the JSON Schema of the plugin's options, of the front matter of plans, or of plans.json."""
    makers: Mapping[str, Callable[[], str]] = {
        "options": lambda: _written(options_schema()),
        "front-matter": lambda: _written(front_matter_schema()),
        "plans": lambda: plans_schema().decode(),
    }
    write_document(makers[subject]().rstrip("\n"))


def options_schema() -> dict[str, Any]:
    """An entry of `plugins:` in `mkdocs.yml` that is this plugin, with its options."""
    words = option_words()
    options = {
        name: {**_schema_of(option), "description": words[name]}
        for name, option in PlanConfig._schema  # noqa: SLF001 (there is no public list)
    }
    with_options = {"type": "object", "properties": options, "additionalProperties": False}
    return {
        "$schema": _DIALECT,
        "title": "planplugin",
        "anyOf": [
            {"const": "planplugin"},
            {"type": "object", "properties": {"planplugin": with_options}, "required": ["planplugin"]},
        ],
    }


def front_matter_schema() -> dict[str, Any]:
    """The front matter of a plan; other keys are other tools' own."""
    return {"$schema": _DIALECT, "title": "Front matter of a plan", "type": "object", "properties": FRONT_MATTER}


def option_words() -> dict[str, str]:
    """The description of each option: the string below it in the class."""
    (config,) = ast.parse(inspect.getsource(PlanConfig)).body
    body = config.body if isinstance(config, ast.ClassDef) else []
    words: dict[str, str] = {}
    for field, below in pairwise(body):
        if (
            isinstance(field, ast.Assign)
            and isinstance(field.targets[0], ast.Name)
            and isinstance(below, ast.Expr)
            and isinstance(below.value, ast.Constant)
        ):
            words[field.targets[0].id.removesuffix("_")] = inspect.cleandoc(str(below.value.value)).replace("\n", " ")
    return words


def _schema_of(option: object) -> dict[str, Any]:
    """The schema of an option. Our types know theirs; of the types of MkDocs we use few."""
    if isinstance(option, c.Optional):
        return _schema_of(option.option)
    if isinstance(option, c.ListOfItems):
        return {"type": "array", "items": _schema_of(option.option_type)}
    if isinstance(option, c.Choice):
        return {"enum": list(option.choices)}
    if isinstance(option, c.Type):
        return {"type": {bool: "boolean", str: "string"}[option._type]}  # noqa: SLF001
    return dict(option.schema)  # type: ignore[attr-defined]


def _written(content: Mapping[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2)
