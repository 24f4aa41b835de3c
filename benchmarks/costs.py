# What a plugin costs is a ratio to the same build without it. Processor time, in processes of their own, the two taking
# turns: the time of one build alone says more about the machine, and about who else works on it, than about the plugin.
"""Sites to measure, and what their builds cost."""

from __future__ import annotations

import os
import pathlib
import statistics
import subprocess
import sys
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from plans import TextOf, numbered

SETTINGS = """\
site_name: Benchmark
theme: {name: material, font: false, features: [%(features)s]}
markdown_extensions:
  [admonition, attr_list, footnotes, tables, pymdownx.details, %(extensions)s, pymdownx.tasklist,
   {toc: {permalink: true}}]
plugins: [search%(plugins)s]
extra_javascript: [%(scripts)s]
"""
SUPERFENCES = "pymdownx.superfences"
OURS = ", planplugin: {as_of: 2026-02-06}"
FOLDER_SIZE = 50  # pages in a folder of a large site
TIMED = """\
import sys, time, logging, pathlib, re
logging.disable(logging.CRITICAL)
from mkdocs.config import load_config
from mkdocs.commands.build import build
config = load_config(sys.argv[1])
config.plugins.on_startup(command="build", dirty=False)
start = time.process_time()
build(config)
took = time.process_time() - start
status = pathlib.Path("/proc/self/status")
peak = re.search(r"VmHWM:\\s+(\\d+)", status.read_text()) if status.is_file() else None
print(took, peak[1] if peak else "nan")
"""


class Cost(NamedTuple):
    """Of one build: its processor time and that of the process around it, with all imports and its exit, in seconds;
    and the most memory that the process had, in megabytes (on Linux; elsewhere it is not known). The process says it
    itself: `os.wait4` also counts what the process had that started it."""

    build: float
    process: float
    memory: float


class Pair(NamedTuple):
    """A build without something and one with it."""

    without: Cost
    using: Cost


def make(
    folder: pathlib.Path,
    count: int,
    text_of: TextOf,
    plugins: str = "",
    *,
    extensions: str = SUPERFENCES,
    scripts: str = "",
    in_folders: bool = False,
) -> pathlib.Path:
    """Write a site of so many pages; returns its configuration file. `plugins`, `extensions` and `scripts` are YAML.

    `in_folders`: fifty pages a folder, and a navigation that names only what is near, as large sites have it. Else all
    pages lie in one folder, and each of them names all the others.
    """
    docs = folder / "docs"
    for number, (name, text) in enumerate(numbered(text_of, count)):
        page = docs / "plans" / (f"part-{number // FOLDER_SIZE:03}" if in_folders else "") / name
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text, "utf-8")
    (docs / "index.md").write_text("# Home\n", "utf-8")
    features = "navigation.prune" if in_folders else ""
    config = folder / "mkdocs.yml"
    settings = {"features": features, "extensions": extensions, "plugins": plugins, "scripts": scripts}
    config.write_text(SETTINGS % settings, "utf-8")
    return config


def environment() -> Mapping[str, str]:
    """The environment of a build: the same day each time, no advertisement of another program, and compiled modules
    kept, as Python does where nobody tells it otherwise."""
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**inherited, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1770336000"}


def cost(config: pathlib.Path) -> Cost:
    """What it costs to build a site."""
    command = [sys.executable, "-c", TIMED, str(config)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment()
    ) as process:
        output = process.stdout.read() if process.stdout else ""
        errors = process.stderr.read() if process.stderr else ""
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{config} does not build:\n{errors}")
    seconds, peak = map(float, output.strip().splitlines()[-1].split())
    return Cost(seconds, usage.ru_utime + usage.ru_stime, peak / 1000)


def pairs(without: pathlib.Path, using: pathlib.Path, rounds: int) -> list[Pair]:
    """So many pairs of builds, one after the other. What a first build keeps for the next ones is there already."""
    return [Pair(cost(without), cost(using)) for _ in range(rounds)]


def ratio(measured: Iterable[Pair], part: str) -> float:
    """The median of the ratios of one part of the costs."""
    return statistics.median(getattr(pair.using, part) / getattr(pair.without, part) for pair in measured)


def least(measured: Iterable[Cost], part: str) -> float:
    """The least that one part of the costs was: what else runs on the machine only adds to it."""
    return min(getattr(each, part) for each in measured)
