# The scripts of a site are the files in `assets/` without what only their readers need: a quarter less to send.
"""The scripts of a site."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from mkdocs_planplugin.compiled_patterns import compiled

FOLDER = Path(__file__).parent / "assets"
# Comments that have lines of their own.
_COMMENT = compiled(r"^ *(?://[^\n]*|/\*(?:[^*]|\*(?!/))*\*/)$", re.MULTILINE)


@cache
def script(name: str) -> str:
    """The text of the script `name`, such as "planplugin.js", without comments on lines of their own, indentation and
    empty lines. Texts of several lines would be changed by that: our scripts have none, which a test holds."""
    text = _COMMENT.sub("", (FOLDER / name).read_text("utf-8"))
    return "\n".join(filter(None, map(str.strip, text.split("\n")))) + "\n"
