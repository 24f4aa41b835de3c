# Link reference definitions: `[label]: target "title"` at the start of a paragraph. They are not shown.
"""Link reference definitions (CommonMark 4.7)."""

from __future__ import annotations

import re

DEFINITION = re.compile(
    r"""\[(?P<label>(?:[^\[\]\\]|\\.){1,999}+)\]:
        [ ]*\n?[ ]*
        (?:<(?P<angle>[^<>\n]*+)>|(?P<target>(?!<)[^\x00-\x20\x7f]++))
        (?P<title>(?:[ ]+|[ ]*\n[ ]*)(?:"(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+'|\((?:[^()\\]|\\.)*+\))(?=[ ]*(?:\n|$)))?+
        [ ]*(?:\n|$)""",
    re.VERBOSE | re.DOTALL,
)


def split_definitions(lines: list[str]) -> tuple[dict[str, tuple[str, str | None]], int]:
    """The definitions that a paragraph's lines start with, by normalised label, and how many lines they take."""
    text = "\n".join(lines)
    definitions: dict[str, tuple[str, str | None]] = {}
    pos = 0
    while match := DEFINITION.match(text, pos):
        label = normalised(match["label"])
        if not label:
            break
        title = match["title"]
        definitions.setdefault(label, (match["angle"] or match["target"] or "", title.strip()[1:-1] if title else None))
        pos = match.end()
    if pos >= len(text):
        return definitions, len(lines) if pos else 0
    return definitions, text.count("\n", 0, pos)


def normalised(label: str) -> str:
    """A label as it is compared: without case, white space folded."""
    return " ".join(label.split()).casefold()
