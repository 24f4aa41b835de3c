# Jinja as we use it: one environment of our own, because the theme's has autoescape off.
"""Turning values into HTML through the templates of this package."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

_TEMPLATES = Path(__file__).parent / "templates"
# No text of an author comes out with a "<" in it.
_NEXT = Markup("<next>")


def render(name: str, **values: object) -> str:
    """The HTML of the template `name` with `values`; every text among them comes out escaped."""
    return _template(name).render(values)


def render_each(name: str, **values: object) -> list[str]:
    """The pieces of HTML that the template `name` makes of `values`, each of them ended by `{{ next }}`.

    To begin a template costs more than a small piece itself.
    """
    return render(name, next=_NEXT, **values).split(_NEXT)[:-1]


@cache
def _template(name: str) -> Template:
    """A template, compiled on first use. Jinja's own cache would look at the file each time."""
    return _environment().get_template(f"{name}.html")


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        auto_reload=False,
    )
