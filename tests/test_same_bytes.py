"""The same files give the same site, whatever the machine is like."""

import os
import subprocess
import sys

from sites import FILES, PLAN, ROOT

BUILD = """
import pathlib, sys
sys.path[:0] = ["tests"]
import test_same_bytes
from sites import make_site
files = test_same_bytes.PAGES
make_site(pathlib.Path(sys.argv[1]), dict(reversed(files.items())) if sys.argv[2] == "back" else files, {})
"""
PAGES = {
    **FILES,
    **{f"plans/{name}.md": PLAN.replace("ledger", name).replace("Payment", name) for name in ("b", "a", "Z", "é")},
    "plans/tags.md": f"---\ntags: [b, a, c]\n---\n{PLAN}\n## Open Questions\n\n- `what`?\n",
    "blocked.md": "# Blocked\n\n<!-- plan:index status=in_progress -->\n",
}
MACHINES = [
    {"PYTHONHASHSEED": "1", "TZ": "UTC0", "LC_ALL": "C", "order": "there"},
    {"PYTHONHASHSEED": "2", "TZ": "EAST-14", "LC_ALL": "C.UTF-8", "order": "back"},
]


def test_two_machines_build_the_same_bytes(tmp_path):
    """Another hash seed, time zone, locale, and files in another order."""
    sites = []
    for number, machine in enumerate(MACHINES):
        folder = tmp_path / str(number)
        folder.mkdir()
        environment = {**os.environ, **machine, "SOURCE_DATE_EPOCH": "1767225600", "PYTHONUTF8": "1"}
        command = [sys.executable, "-c", BUILD, str(folder), machine["order"]]
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        site = folder / "site"
        sites.append(
            {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
        )
    assert sites[0].keys() == sites[1].keys()
    assert [path for path, content in sites[0].items() if content != sites[1][path]] == []
    assert "plans.json" in sites[0]
