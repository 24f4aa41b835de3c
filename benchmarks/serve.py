"""One edit under `mkdocs serve`, with and without the plugin."""

from __future__ import annotations

import logging
import pathlib
import time
from collections.abc import Iterator

from costs import OURS, make
from mkdocs.commands.build import build
from mkdocs.config import load_config
from plans import generated_plan

MOST = 200


def report(folder: pathlib.Path, rounds: int, largest: int) -> Iterator[str]:
    """A line with the least seconds that a rebuild after an edit took."""
    logging.disable(logging.CRITICAL)
    count = min(MOST, largest)
    sites = {name: make(folder / name, count, generated_plan, plugins) for name, plugins in (("", ""), ("with", OURS))}
    for site in sites.values():
        load_config(str(site)).plugins.on_startup(command="serve", dirty=False)
        rebuild(site, number=0)
    turns = [[rebuild(site, number=turn) for site in sites.values()] for turn in range(1, rounds + 1)]
    logging.disable(logging.NOTSET)
    without, using = (min(turn[at] for turn in turns) for at in (0, 1))
    yield f"One edit in a site of {count} generated plans: {without:.2f} s without the plugin, {using:.2f} s with it,"
    yield f"ratio {using / without:.3f}."


def rebuild(config_file: pathlib.Path, *, number: int) -> float:
    """Edit a plan and build the site again, as `mkdocs serve` does; returns the processor time of the build."""
    edited = config_file.parent / "docs" / "plans" / "page-0000.md"
    text = edited.read_text("utf-8").partition("\n\nEdit ")[0]
    edited.write_text(f"{text}\n\nEdit {number}.\n", "utf-8")
    config = load_config(str(config_file))
    start = time.process_time()
    build(config, serve_url="http://127.0.0.1:8000/")
    return time.process_time() - start
