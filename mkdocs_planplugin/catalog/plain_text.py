# Lines of the log, messages of findings and what commands print are English in any site, and one line each: a control
# character of an author could clear the screen of a terminal, or make one line look like two.
"""Words for lines that are plain text."""

from __future__ import annotations

import re
from collections.abc import Sequence

# What the log of a CI service obeys, wherever it stands or at the beginning of a line: `##[error]`, `##vso[task...]`
# (Azure Pipelines), `##teamcity[...]`, `::add-mask::` (GitHub Actions, workflow commands).
_COMMANDS = re.compile(r"##(?=\w*\[)|^ *:(?=:)")
# A run of spaces is looked at once: from its beginning.
_CONTROLS = re.compile(r"(?<! ) *\n[ \n]*")


def one_line(text: str) -> str:
    """An author's text or a path in one line: control characters, with the spaces around them, are one space. What
    would be a command in the log of a CI service is parted by a space."""
    text = without_controls(text)
    return _COMMANDS.sub(r"\g<0> ", text) if "##" in text or "::" in text else text


def without_controls(text: str) -> str:
    """The same for a file that no log shows: nothing is parted."""
    if text.isprintable():
        return text
    return _CONTROLS.sub(" ", "".join(char if char.isprintable() else "\n" for char in text))


def number_of(number: int, noun: str) -> str:
    """A number with the English noun that it counts: `1 plan`, `2 plans`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def shortened_english(words: Sequence[str], limit: int, between: str = ", ") -> str:
    """The first words, and how many more there are: `1.1, 1.2 and 7 more`. Pages use `shortened_list`."""
    more = len(words) - limit
    rest = f"{between.strip(', ')} and {more} more" if more > 0 else ""
    return between.join(words[:limit]) + rest
