# What the number of plans does to the cost of each. The theme shows the text alone, there is no search, and plans are
# small: so the share of what is made over all plans is as large as it can be, and 5,000 plans take minutes.
"""Measure how the cost of a plan, and the memory, grow with the number of plans."""

from __future__ import annotations

import argparse
import pathlib
import tempfile
from functools import partial

from costs import Cost, cost, make
from plans import generated_plan

SETTINGS = """\
site_name: Benchmark
theme: {name: null, custom_dir: theme}
plugins: [%s]
"""
OURS = "planplugin: {as_of: 2026-02-06}"


def built(folder: pathlib.Path, count: int, tasks: int, plugins: str) -> Cost:
    """What a site of so many plans costs, each with so many tasks, fifty of them in a folder."""
    config = make(folder, count, partial(generated_plan, tasks=tasks), in_folders=True)
    theme = folder / "theme"
    theme.mkdir()
    (theme / "main.html").write_text("<title>{{ page.title }}</title>{{ page.content }}\n", "utf-8")
    config.write_text(SETTINGS % plugins, "utf-8")
    return cost(config)


def main() -> None:
    """Print the milliseconds of a plan, in processor time and to those of the first size, and the peak of memory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plans", type=int, nargs="+", default=[200, 1000, 5000])
    parser.add_argument("--tasks", type=int, default=5)
    options = parser.parse_args()
    print("| plans | | ms a plan | to the fewest plans | MB |\n|---:|---|---:|---:|---:|")
    for name, plugins in (("with", OURS), ("without", "")):
        first = 0.0
        for count in options.plans:
            with tempfile.TemporaryDirectory() as folder:
                each = built(pathlib.Path(folder), count, options.tasks, plugins)
            milliseconds = 1000 * each.build / count
            first = first or milliseconds
            print(
                f"| {count} | {name} | {milliseconds:.2f} | {milliseconds / first:.2f} | {each.memory:.0f} |",
                flush=True,
            )


if __name__ == "__main__":
    main()
