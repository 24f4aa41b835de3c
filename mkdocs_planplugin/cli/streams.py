# What all commands print by. The library of colours and bars is not among it: most commands need none (terminal.py).
"""Standard streams, and progress."""

from __future__ import annotations

import io
import sys
import time
from collections.abc import Iterator, Sequence
from typing import TypeVar

import click

from mkdocs_planplugin.catalog import one_line

# What takes less time shows no progress.
SECONDS_BEFORE_PROGRESS = 1

T = TypeVar("T")


def use_any_stream() -> None:
    """Have the standard streams take any text: what their encoding does not know becomes a question mark."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def write_document(text: str) -> None:
    """Write a text for files and programs: in UTF-8, whatever the encoding of the terminal is. A terminal itself gets
    nothing that it would obey."""
    if sys.stdout and sys.stdout.isatty():
        click.echo("\n".join(map(one_line, text.splitlines())))
    else:
        click.echo(text.encode("utf-8", "replace"), nl=not text.endswith("\n"))


def with_progress(items: Sequence[T]) -> Iterator[T]:
    """Items that are read one after another. Where that takes long, a terminal shows how far it is, in a line that is
    removed at the end; a pipe or a file gets nothing."""
    begun, words = time.monotonic(), ""
    for number, item in enumerate(items):
        yield item
        if sys.stderr and sys.stderr.isatty() and time.monotonic() - begun > SECONDS_BEFORE_PROGRESS:
            words = f"reading plans: {100 * (number + 1) // len(items)} %"
            sys.stderr.write(f"\r{words}")
            sys.stderr.flush()
    if words:
        sys.stderr.write(f"\r{' ' * len(words)}\r")
        sys.stderr.flush()
