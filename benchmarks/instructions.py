# Times shake with all else that a machine does; how many instructions a process runs does not, so a single pair of
# builds is enough. What waits for memory or for the system is not in it.
"""How many instructions whole builds take with and without the plugin. Valgrind counts them."""

from __future__ import annotations

import argparse
import pathlib
import re
import subprocess
import sys
import tempfile

from costs import OURS, environment, make
from plans import example_plan, generated_plan, ordinary_page

KINDS = {"example plans": example_plan, "generated plans": generated_plan, "other pages": ordinary_page}
_COUNT = re.compile(r"I +refs: +([\d,]+)")


def counted(config: pathlib.Path, cache: pathlib.Path) -> int:
    """The instructions of a process that builds a site; `cache` is the cache folder of its user."""
    build = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(config)]
    count = ["valgrind", "--tool=cachegrind", "--cache-sim=no", f"--cachegrind-out-file={cache / 'counted'}"]
    settings = {**environment(), "PYTHONHASHSEED": "0", "XDG_CACHE_HOME": str(cache)}
    done = subprocess.run([*count, *build], env=settings, capture_output=True, text=True, check=True)
    return int(_COUNT.findall(done.stderr)[-1].replace(",", ""))


def main() -> None:
    """Print a table of billions of instructions: without the plugin, with it for the first time, and afterwards."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, nargs="+", default=[5, 20])
    print("| pages | without | with, the first time | with | ratio |\n|---|---:|---:|---:|---:|")
    for count in parser.parse_args().pages:
        for kind, text_of in KINDS.items():
            with tempfile.TemporaryDirectory() as place:
                folder = pathlib.Path(place)
                sites = [make(folder / name, count, text_of, plugins) for name, plugins in (("a", ""), ("b", OURS))]
                plain, first, later = (counted(site, folder) for site in (sites[0], sites[1], sites[1]))
            cells = (f"{each / 1e9:.2f}" for each in (plain, first, later))
            print(f"| {count} {kind} | {' | '.join(cells)} | {later / plain:.2f} |", flush=True)


if __name__ == "__main__":
    main()
