"""Whole Material builds with and without the plugin, of sites of many kinds and sizes."""

from __future__ import annotations

import pathlib
from collections.abc import Iterator
from typing import NamedTuple

from costs import OURS, make, pairs, ratio
from plans import TextOf, example_plan, generated_plan, mixed, ordinary_page

LARGE = 1000  # from here on, sites have folders, and fewer rounds
HUGE = 5000  # built once


class Kind(NamedTuple):
    """A kind of site: what its pages are, how many there are, and how they lie."""

    name: str
    text_of: TextOf
    count: int
    in_folders: bool = False


def kinds(largest: int) -> Iterator[Kind]:
    """The sites that are measured, none with more plans than `largest`."""
    for name, text_of in (("example plans, 13 KB", example_plan), ("generated plans, 10 KB", generated_plan)):
        for count in (50, 200, LARGE):
            yield Kind(name, text_of, count, in_folders=count >= LARGE)
    yield Kind("generated plans, 10 KB", generated_plan, 200, in_folders=True)
    if largest >= HUGE:
        yield Kind("generated plans, 10 KB", generated_plan, HUGE, in_folders=True)
    yield Kind("other pages, 5% plans", mixed(5), 400)
    yield Kind("other pages, no plan", ordinary_page, 200)


def report(folder: pathlib.Path, rounds: int, largest: int) -> Iterator[str]:
    """A table of the ratios: processor time of the build and of the whole process, and peak memory."""
    yield "| pages | build, s without | with | ratio | whole process | memory | ms more a page |"
    yield "|---|---:|---:|---:|---:|---:|---:|"
    for kind in kinds(largest):
        if kind.count <= largest:
            yield row(folder / f"{kind.name}-{kind.count}-{kind.in_folders}", kind, rounds)


def row(folder: pathlib.Path, kind: Kind, rounds: int) -> str:
    """The line of one kind of site."""
    without = make(folder / "without", kind.count, kind.text_of, in_folders=kind.in_folders)
    using = make(folder / "with", kind.count, kind.text_of, OURS, in_folders=kind.in_folders)
    measured = pairs(without, using, rounds if kind.count < LARGE else 1 if kind.count >= HUGE else max(1, rounds // 2))
    plain, ours = (min(pair[at].build for pair in measured) for at in (0, 1))
    ratios = (ratio(measured, part) for part in ("build", "process", "memory"))
    place = " in folders" if kind.in_folders else ""
    cells = (f"{kind.count} {kind.name}{place}", f"{plain:.2f}", f"{ours:.2f}", *(f"{each:.3f}" for each in ratios))
    return f"| {' | '.join(cells)} | {1000 * (ours - plain) / kind.count:+.2f} |"
