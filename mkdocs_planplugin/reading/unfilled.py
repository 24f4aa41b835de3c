# A page that is mostly placeholders is a template: it renders well, and is not counted as a plan.
"""Spots of a document that nobody has filled in yet, and whether it is a template."""

from __future__ import annotations

import re
from typing import NamedTuple

from mkdocs_planplugin.gfm import BlockKind
from mkdocs_planplugin.reading.values import count_placeholders, is_placeholder
from mkdocs_planplugin.reading.work import WorkDrafts

from .document import Document

_WITH_WORDS = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.TABLE)
# A cheap look before the careful one.
_MAY_HOLD_ONE = re.compile(r"[\[<{|/·]")
# Before these, a name ends: `[Phase Name] (Days 1-X)`, `[Task] - [Description]`.
_NAME_ENDS = re.compile(r"\s[-–—(]")
_FEW = 10  # so many spots a plan may leave open and be one
_LINES_A_SPOT = 3  # a spot on every third line makes a template


class Unfilled(NamedTuple):
    """How many spots are not filled in, on how many lines of words."""

    spots: int
    lines: int


def count_unfilled(document: Document) -> Unfilled:
    """The unfilled spots in paragraphs, headings and tables."""
    blocks = [block for block in document.blocks if block.kind in _WITH_WORDS]
    lines = [line for block in blocks for line in block.lines if _MAY_HOLD_ONE.search(line)]
    return Unfilled(sum(map(count_placeholders, lines)), sum(len(block.lines) for block in blocks))


def is_template(title: str, work: WorkDrafts, unfilled: Unfilled) -> bool:
    """Whether there is a spot on every third line, or half of what has a name is still unnamed: the plan itself, its
    phases and its tasks."""
    if _LINES_A_SPOT * unfilled.spots >= unfilled.lines and unfilled.spots > _FEW:
        return True
    names = [title]
    for phase in work.phases:
        names += [phase.name or phase.number or "", *(task.title for task in phase.tasks)]
    names += [task.title for task in work.outside.tasks]
    unnamed = sum(1 for name in names if not name or is_placeholder(_NAME_ENDS.split(name, 1)[0]))
    return 2 * unnamed >= len(names) and len(names) > 1
