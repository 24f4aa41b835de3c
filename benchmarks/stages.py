# Both sites are built in one process, one after the other, and each stage counts with the least that it took: so the
# table says where the time goes, but for imports and for what happens once in a process.
"""Where the time of a build goes, stage by stage."""

from __future__ import annotations

import collections
import functools
import importlib
import logging
import pathlib
import time
from collections.abc import Callable, Iterator
from typing import Any

from costs import OURS, make
from mkdocs.commands.build import build
from mkdocs.config import load_config
from plans import example_plan, generated_plan

MOST = 100
# The stage, and what does it: a module, and a name in it.
STAGES = (
    ("reading", "mkdocs_planplugin.plugin.reader", "SiteReader._read_page"),
    ("schedule, measures, checks", "mkdocs_planplugin.plugin.site", "Site._make_entry"),
    ("views of the plan", "mkdocs_planplugin.plugin.pages", "plan_views"),
    ("views over all plans", "mkdocs_planplugin.plugin.pages", "site_view"),
    ("data files", "mkdocs_planplugin.plugin.files", "GeneratedFiles.add_data"),
    ("blocks of the page", "markdown.blockparser", "BlockParser.parseDocument"),
    ("inline text", "markdown.treeprocessors", "InlineProcessor.run"),
    ("the rest of Markdown", "markdown", "Markdown.convert"),
    ("search", "material.plugins.search.plugin", "SearchPlugin.on_page_context"),
    ("template of the theme", "mkdocs.commands.build", "_build_page"),
)
REST = "everything else"


class Clock:
    """The processor time of each stage, without that of the stages inside it."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = collections.defaultdict(float)
        self._inner: list[float] = []  # of each running stage, what the stages inside it took

    def watch(self, stage: str, module: str, name: str) -> None:
        """Take the time of a function or a method from now on."""
        *path, last = name.split(".")
        owner = functools.reduce(getattr, path, importlib.import_module(module))
        setattr(owner, last, self._timed(stage, getattr(owner, last)))

    def _timed(self, stage: str, work: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(work)
        def timed(*args: object, **options: object) -> object:
            start = time.process_time()
            self._inner.append(0.0)
            try:
                return work(*args, **options)
            finally:
                took = time.process_time() - start
                self.seconds[stage] += took - self._inner.pop()
                if self._inner:
                    self._inner[-1] += took

        return timed

    def build(self, config_file: pathlib.Path) -> dict[str, float]:
        """Build a site; returns the seconds of each stage."""
        self.seconds.clear()
        config = load_config(str(config_file))
        config.plugins.on_startup(command="build", dirty=False)
        start = time.process_time()
        build(config)
        whole = time.process_time() - start
        return {**self.seconds, REST: whole - sum(self.seconds.values())}


def report(folder: pathlib.Path, rounds: int, largest: int) -> Iterator[str]:
    """A table of milliseconds a page, without and with the plugin, for two kinds of plans."""
    logging.disable(logging.CRITICAL)
    count, clock = min(MOST, largest), Clock()
    for stage in STAGES:
        clock.watch(*stage)
    columns: list[dict[str, float]] = []
    for kind, text_of in (("example", example_plan), ("generated", generated_plan)):
        sites = [
            make(folder / kind / name, count, text_of, plugins) for name, plugins in (("without", ""), ("with", OURS))
        ]
        builds = [[clock.build(site) for site in sites] for _ in range(rounds)]
        columns += [_least([turn[at] for turn in builds]) for at in range(len(sites))]
    logging.disable(logging.NOTSET)
    yield "| ms a page | example plans, without | with | generated plans, without | with |"
    yield "|---|---:|---:|---:|---:|"
    yield _row("**all stages**", [sum(column.values()) / count for column in columns])
    for stage in (*(stage for stage, *_ in STAGES), REST):
        yield _row(stage, [column.get(stage, 0.0) / count for column in columns])


def _least(builds: list[dict[str, float]]) -> dict[str, float]:
    return {stage: min(build.get(stage, 0.0) for build in builds) for stage in set().union(*builds)}


def _row(stage: str, seconds: list[float]) -> str:
    return f"| {stage} | {' | '.join(f'{1000 * each:.2f}' for each in seconds)} |"
