# Colours and bars on a terminal, plain text in a pipe. The library rich decides.
"""What commands print with."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from mkdocs_planplugin.catalog import Label, Tone
from mkdocs_planplugin.measure import Count

# Colours of a terminal's own palette, so that they can be read on any ground.
STYLES = {
    Tone.NEUTRAL: "",
    Tone.MUTED: "dim",
    Tone.ACCENT: "blue",
    Tone.GOOD: "green",
    Tone.WARNING: "yellow",
    Tone.ALARM: "bold red",
}
BAR_CELLS = 24
FULL, EMPTY = "█", "░"


def console() -> Console:
    """The console that commands print to. Texts of authors are never taken for markup, and long lines are not cut in a
    pipe."""
    return Console(highlight=False, markup=False, emoji=False, soft_wrap=True)


def text_of_label(label: Label) -> Text:
    """A sign with its word, in its colour."""
    return Text(f"{label.sign} {label.english}", STYLES[label.tone])


def bar(count: Count) -> Text:
    """A bar with its numbers. It never shows more than is done: the last cell is filled only when it is complete."""
    full = BAR_CELLS * count.done // count.total if count.total else 0
    numbers = f" {count.done} of {count.total}" if count.total else " none"
    return Text(FULL * full, "blue") + Text(EMPTY * (BAR_CELLS - full), "dim") + Text(numbers)


def number_of(number: int, noun: str) -> str:
    """A number with what it counts: `1 plan`, `2 plans`. Commands speak English."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def printable(text: str) -> str:
    """An author's text in one line, without control characters that a terminal would obey."""
    return "".join(char if char.isprintable() else " " for char in " ".join(text.split()))
