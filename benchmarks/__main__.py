"""All measurements of the plugin, as the tables of `benchmarks/README.md`.

    python benchmarks [--rounds N] [--plans N] [--only PART ...]

`--plans` is the size of the largest site: 5000 takes half an hour, and 50 with one round a few
minutes on a slow machine. Times are processor times, builds take turns.
"""

from __future__ import annotations

import argparse
import os
import pathlib
import platform
import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from importlib.metadata import version

import build
import pages
import peers
import serve
import stages

PACKAGES = ("mkdocs-planplugin", "mkdocs", "mkdocs-material", "Markdown", "pymdown-extensions", "plotly")
Report = Callable[[pathlib.Path, argparse.Namespace], Iterator[str]]
PARTS: dict[str, tuple[str, Report]] = {
    "build": (
        "Builds with and without the plugin",
        lambda folder, options: build.report(folder, options.rounds, options.plans),
    ),
    "stages": ("Where the time goes", lambda folder, options: stages.report(folder, options.rounds, options.plans)),
    "serve": ("Under `mkdocs serve`", lambda folder, options: serve.report(folder, options.rounds, options.plans)),
    "peers": ("Beside other plugins", lambda folder, options: peers.report(folder, options.rounds, options.plans)),
    "pages": ("What readers get", lambda folder, options: pages.report(folder, options.rounds)),
}


def machine() -> str:
    """The machine and the versions in one line."""
    cpus = pathlib.Path("/proc/cpuinfo")
    model = re.search(r"model name\s*: (.*)", cpus.read_text("utf-8")) if cpus.is_file() else None
    name = model[1] if model else platform.processor() or platform.machine()
    versions = ", ".join(f"{package} {version(package)}" for package in PACKAGES)
    return f"{name}, {os.cpu_count()} processors, {platform.system()}; Python {platform.python_version()}, {versions}."


def main() -> None:
    """Print the tables of the parts that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--plans", type=int, default=1000)
    parser.add_argument("--only", nargs="+", choices=PARTS, default=list(PARTS))
    options = parser.parse_args()
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    print(machine())
    for name in options.only:
        title, report = PARTS[name]
        print(f"\n## {title}\n")
        with tempfile.TemporaryDirectory() as folder:
            for line in report(pathlib.Path(folder), options):
                print(line, flush=True)
    sys.stdout.flush()


if __name__ == "__main__":
    main()
