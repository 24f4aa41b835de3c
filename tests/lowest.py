"""Prints the lowest versions of the dependencies that `pyproject.toml` allows, as constraints for pip."""

import pathlib
import re
import tomllib

project = tomllib.loads((pathlib.Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8"))["project"]
for requirement in project["dependencies"] + project["optional-dependencies"]["holidays"]:
    print(re.sub(r"^([\w.-]+)>=([\w.]+).*", r"\1==\2", requirement))  # noqa: T201
