"""The messages that code and templates say, by Babel's own extractors."""

import functools
import pathlib

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

PACKAGE = pathlib.Path(__file__).parents[1] / "mkdocs_planplugin"
KEYWORDS = {
    "_": None,
    "mark": None,
    "n_": (1, 2),
    "counted": (2, 3),
    "say": None,
    "say_number": (2, 3),
    "p_": ((1, "c"), 2),
}
METHODS = [("**.py", "python"), ("**/templates/*.html", "jinja2")]
OPTIONS = {"**/templates/*.html": {"trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}}


@functools.cache
def template() -> Catalog:
    """All messages, with the files they are in. Nobody may change it: to look through the sources takes seconds."""
    found = Catalog(project="mkdocs-planplugin", charset="utf-8")
    messages = extract_from_dir(str(PACKAGE), METHODS, OPTIONS, keywords=KEYWORDS)
    for name, _line, message, _comments, context in sorted(messages, key=lambda each: (each[0], each[1])):
        found.add(message, locations=[(f"mkdocs_planplugin/{name}", None)], context=context)
    return found


@functools.cache
def catalogue(language: str) -> Catalog:
    """What is translated into a language."""
    with (PACKAGE / "locale" / language / "LC_MESSAGES" / "planplugin.po").open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)
