# Link reference definitions: `[label]: target "title"` at the start of a paragraph. They are not shown.
"""Link reference definitions (CommonMark 4.7)."""

from __future__ import annotations

import re
from typing import NamedTuple

from mkdocs_planplugin.compiled_patterns import compiled

DEFINITION = compiled(
    r"""\[(?P<label>(?:[^\[\]\\]|\\.){1,999}+)\]:
        [ ]*\n?[ ]*
        (?:<(?P<angle>[^<>\n]*+)>|(?P<target>(?!<)[^\x00-\x20\x7f]++))
        (?P<title>(?:[ ]+|[ ]*\n[ ]*)(?:"(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+'|\((?:[^()\\]|\\.)*+\))(?=[ ]*(?:\n|$)))?+
        [ ]*(?:\n|$)""",
    re.VERBOSE | re.DOTALL,
)


class LinkTarget(NamedTuple):
    """What a label is defined to lead to: an address as written, and the title of the link."""

    address: str
    title: str | None


# By normalised label.
LinkDefinitions = dict[str, LinkTarget]


def split_definitions(lines: list[str]) -> tuple[LinkDefinitions, int]:
    """The definitions that a paragraph's lines start with, and how many lines they take."""
    text = "\n".join(lines)
    definitions: LinkDefinitions = {}
    pos = 0
    while match := DEFINITION.match(text, pos):
        label = normalised(match["label"])
        if not label:
            break
        title = match["title"].strip()[1:-1] if match["title"] else None
        definitions.setdefault(label, LinkTarget(match["angle"] or match["target"] or "", title))
        pos = match.end()
    if pos >= len(text):
        return definitions, len(lines) if pos else 0
    return definitions, text.count("\n", 0, pos)


def normalised(label: str) -> str:
    """A label as it is compared: without case, white space folded."""
    return " ".join(label.split()).casefold()
