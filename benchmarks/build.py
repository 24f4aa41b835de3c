# How much a site's build costs with the plugin, as a ratio to the same build without it: the builds take turns in one
# run, because the time of one build alone says more about the machine than about the plugin.
"""Time whole Material builds of plan pages with and without the plugin."""

from __future__ import annotations

import argparse
import os
import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile
from typing import NamedTuple

ROOT = pathlib.Path(__file__).parents[1]
PLANS = ROOT / "example_site" / "docs" / "plans"
SETTINGS = """\
site_name: Benchmark
theme: {name: material, font: false}
markdown_extensions:
  [admonition, attr_list, footnotes, tables, pymdownx.details, pymdownx.superfences, pymdownx.tasklist,
   {toc: {permalink: true}}]
plugins: [search%s]
"""
TIMED = """\
import sys, time, logging
logging.disable(logging.CRITICAL)
from mkdocs.config import load_config
from mkdocs.commands.build import build
config = load_config(sys.argv[1])
config.plugins.on_startup(command="build", dirty=False)
start = time.process_time()
build(config)
print(time.process_time() - start)
"""


class Seconds(NamedTuple):
    """Processor time of the build of a site, and of the process that it runs in."""

    build: float
    process: float


def make(folder: pathlib.Path, pages: int, plugin: str) -> pathlib.Path:
    """Write a site of copies of the example's plans; returns its configuration file."""
    sources = [path.read_text("utf-8") for path in sorted(PLANS.glob("*.md")) if path.stem != "template"]
    docs = folder / "docs" / "plans"
    docs.mkdir(parents=True)
    for n in range(pages):
        # No two pages have the same sentences: what is remembered from one page must not make the next one cheap.
        text = (
            sources[n % len(sources)]
            .replace(" a ", f" a{n} ")
            .replace(" the ", f" the{n} ")
            .replace(" and ", f" and{n} ")
        )
        (docs / f"plan-{n:04}.md").write_text(text, "utf-8")
    (folder / "docs" / "index.md").write_text("# Home\n", "utf-8")
    config = folder / "mkdocs.yml"
    config.write_text(SETTINGS % plugin, "utf-8")
    return config


def seconds(config: pathlib.Path) -> Seconds:
    """Build a site in a process of its own; returns the processor time that the build took, which others on the machine
    do not stretch, and that of the whole process, with all imports and its exit."""
    command = [sys.executable, "-c", TIMED, str(config)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1770336000"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    process = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Seconds(float(done.stdout.strip().splitlines()[-1]), process)


def main() -> None:
    """Print the seconds of each pair of builds, and the median ratio."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--pages", type=int, default=100)
    arguments.add_argument("--rounds", type=int, default=5)
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        without = make(folder / "without", options.pages, "")
        using = make(folder / "with", options.pages, ", planplugin")
        turns = []
        for turn in range(options.rounds):
            plain, ours = seconds(without), seconds(using)
            turns.append((plain, ours))
            print(
                f"{turn + 1}: build without {plain.build:.2f} s, with {ours.build:.2f} s, ratio "
                f"{ours.build / plain.build:.3f}; whole process {ours.process / plain.process:.3f}"
            )
        for part in Seconds._fields:
            print(f"{part}: median ratio {_median_ratio(turns, part):.3f} over {options.pages} plan pages")


def _median_ratio(turns: list[tuple[Seconds, Seconds]], name: str) -> float:
    return statistics.median(getattr(ours, name) / getattr(plain, name) for plain, ours in turns)


if __name__ == "__main__":
    main()
