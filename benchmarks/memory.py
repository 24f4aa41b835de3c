# A server that runs all day builds the site again after every edit. Memory is that of the process as the system sees
# it: so it also shows what Python does not count. The first builds are left out, in which caches fill.
"""Measure the memory of many rebuilds under `mkdocs serve`."""

from __future__ import annotations

import argparse
import logging
import pathlib
import resource
import sys
import tempfile

from costs import OURS, make
from mkdocs.commands.build import build
from mkdocs.config import load_config
from plans import example_plan

PAGE_SIZE = resource.getpagesize()


def megabytes() -> float:
    """The memory of this process that is not swapped out (Linux)."""
    resident = pathlib.Path("/proc/self/statm").read_text("ascii").split()[1]
    return int(resident) * PAGE_SIZE / 1e6


def rebuild(config_file: pathlib.Path, *, edited: pathlib.Path, number: int) -> None:
    """Edit a plan and build the site again, as `mkdocs serve` does."""
    text = edited.read_text("utf-8").partition("\n\nEdit ")[0]
    edited.write_text(f"{text}\n\nEdit {number}.\n", "utf-8")
    build(load_config(str(config_file)), serve_url="http://127.0.0.1:8000/")


def main() -> None:
    """Print the memory after some rebuilds; fail where the last is more than 10% above that after the first ones."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--plans", type=int, default=20)
    arguments.add_argument("--rebuilds", type=int, default=200)
    arguments.add_argument("--warm", type=int, default=10, help="rebuilds before the first measurement")
    options = arguments.parse_args()
    logging.disable(logging.CRITICAL)
    with tempfile.TemporaryDirectory() as name:
        config_file = make(pathlib.Path(name), options.plans, example_plan, OURS)
        load_config(str(config_file)).plugins.on_startup(command="serve", dirty=False)
        edited = config_file.parent / "docs" / "plans" / "page-0000.md"
        first = 0.0
        for number in range(1, options.rebuilds + 1):
            rebuild(config_file, edited=edited, number=number)
            if number == options.warm:
                first = megabytes()
            if number % options.warm == 0:
                print(f"after {number} rebuilds: {megabytes():.1f} MB", flush=True)
    if megabytes() > first * 1.1:
        sys.exit(f"memory grew from {first:.1f} to {megabytes():.1f} MB")


if __name__ == "__main__":
    main()
