# Colours and bars on a terminal, plain text in a pipe. The library rich decides.
"""What `show` and `next` print with."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from mkdocs_planplugin.catalog import Label, Tone
from mkdocs_planplugin.measure import Count

# Colours of the terminal's own palette, which can be read on its background.
STYLES = {
    Tone.NEUTRAL: "",
    Tone.MUTED: "dim",
    Tone.ACCENT: "blue",
    Tone.GOOD: "green",
    Tone.WARNING: "yellow",
    Tone.ALARM: "bold red",
}
FULL, EMPTY = "█", "░"


def console() -> Console:
    """The console that commands print to. Texts of authors are never taken for markup, and long lines are not cut in a
    pipe."""
    return Console(highlight=False, markup=False, emoji=False, soft_wrap=True)


def text_of_label(label: Label) -> Text:
    """A sign with its word, in its colour."""
    return Text(f"{label.sign} {label.english}", STYLES[label.tone])


def bar(count: Count, cells: int) -> Text:
    """A bar of so many cells, with its numbers. It never shows more than is done: the last cell is filled only when it
    is complete."""
    full = cells * count.done // count.total if count.total else 0
    numbers = f" {count.done} of {count.total}" if count.total else " none"
    return Text(FULL * full, "blue") + Text(EMPTY * (cells - full), "dim") + Text(numbers)
