# Other plugins that draw something on pages, or look at each of them. Each is measured on the same plans, which end
# with one drawing as that plugin writes it; without the plugin the same text is shown as it is.
"""The plugin beside others, on the same pages."""

from __future__ import annotations

import pathlib
import subprocess
from collections.abc import Iterator
from importlib.metadata import version
from typing import NamedTuple

from costs import OURS, SUPERFENCES, make, pairs, ratio
from plans import generated_plan

MOST = 100


class Peer(NamedTuple):
    """A plugin: the package it comes in, how a site asks for it, the drawing at the end of each page, and the
    scripts without which it does not build."""

    package: str
    plugins: str = ""
    extensions: str = SUPERFENCES
    drawing: str = ""
    scripts: str = ""
    in_git: bool = False


_FENCES = "{pymdownx.superfences: {custom_fences: [{name: %s, class: %s, format: !!python/name:%s }]}}"
PEERS = (
    Peer("mkdocs-planplugin", OURS),
    Peer(
        "mkdocs-mermaid2-plugin",
        ", mermaid2",
        drawing="```mermaid\ngantt\n  dateFormat YYYY-MM-DD\n  Dig :a1, 2026-01-05, 3d\n  Lay :after a1, 2d\n```\n",
    ),
    Peer(
        "neoteroi-mkdocs",
        extensions=f"{SUPERFENCES}, neoteroi.projects",
        drawing="::gantt::\n\n- title: Work\n  activities:\n    - title: Dig\n      start: 2026-01-05\n"
        "      lasts: 3 days\n    - title: Lay\n      start: 2026-01-08\n      lasts: 2 days\n\n::/gantt::\n",
    ),
    Peer(
        "mkdocs-plotly-plugin",
        ", plotly",
        _FENCES % ("plotly", "mkdocs-plotly", "mkdocs_plotly_plugin.fences.fence_plotly"),
        '```plotly\n{"data": [{"x": ["Dig", "Lay"], "y": [3, 2], "type": "bar"}]}\n```\n',
    ),
    Peer(
        "mkdocs-charts-plugin",
        ", charts",
        _FENCES % ("vegalite", "vegalite", "mkdocs_charts_plugin.fences.fence_vegalite"),
        '```vegalite\n{"data": {"values": [{"a": "Dig", "b": 3}]}, "mark": "bar", '
        '"encoding": {"x": {"field": "a"}, "y": {"field": "b"}}}\n```\n',
        "https://example.org/vega@5, https://example.org/vega-lite@5, https://example.org/vega-embed@6",
    ),
    Peer("mkdocs-git-revision-date-localized-plugin", ", git-revision-date-localized", in_git=True),
)


def report(folder: pathlib.Path, rounds: int, largest: int) -> Iterator[str]:
    """A table with the ratio of each plugin's builds to those of the same pages without it."""
    count = min(MOST, largest)
    yield f"| plugin, on {count} generated plans | version | build | whole process | memory |"
    yield "|---|---|---:|---:|---:|"
    for peer in PEERS:
        yield row(folder / peer.package, peer, rounds, count)


def row(folder: pathlib.Path, peer: Peer, rounds: int, count: int) -> str:
    """The line of one plugin."""

    def text_of(number: int) -> str:
        return f"{generated_plan(number)}\n{peer.drawing}"

    without = make(folder / "without", count, text_of)
    using = make(folder / "with", count, text_of, peer.plugins, extensions=peer.extensions, scripts=peer.scripts)
    if peer.in_git:
        for command in ("init -q", "add .", "-c user.name=A -c user.email=a@b.example commit -qm Pages"):
            subprocess.run(["git", *command.split()], cwd=folder, check=True)  # noqa: S607
    measured = pairs(without, using, rounds)
    ratios = (f"{ratio(measured, part):.3f}" for part in ("build", "process", "memory"))
    return f"| {peer.package} | {version(peer.package)} | {' | '.join(ratios)} |"
