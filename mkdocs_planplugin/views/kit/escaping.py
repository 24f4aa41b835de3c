# A page of a plan has a thousand values in it, and nearly all of them are texts in which there is nothing to escape.
"""Values as HTML."""

from __future__ import annotations

from markupsafe import Markup, escape

from mkdocs_planplugin.compiled_patterns import compiled

# Characters that HTML may not have, not even escaped; YAML can write them all.
_CONTROLS = dict.fromkeys([*range(9), 11, *range(14, 32), 127])
_SPECIAL = compiled(r"[&<>\"'\x00-\x08\x0b\x0e-\x1f\x7f]")


def escaped(value: object) -> str:
    """A value as it can stand in HTML and in attributes, as `markupsafe.escape` has it: HTML stays as it is.
    Control characters are left out.

    A text with nothing to escape is returned itself, which takes half of the time.
    """
    if type(value) is str:
        return escape(value.translate(_CONTROLS)) if _SPECIAL.search(value) else value
    return value if type(value) is Markup else escape(value)
