# A template waits to be filled in: it is shown, and is not counted as a plan.
"""Telling templates from plans."""

from __future__ import annotations

import re

from mkdocs_planplugin.reading.values import count_placeholders, is_placeholder

from .signs import Candidate

# Before these, a name ends: `[Phase Name] (Days 1-X)`, `[Task] - [Description]`.
_NAME_ENDS = re.compile(r"\s[-–—(]")
_FEW = 10  # so many spots a plan may leave open and be one
_LINES_A_SPOT = 3  # a spot on every third line makes a template


def is_template(title: str, page: Candidate) -> bool:
    """Whether a plan is a template: its title is not filled in, half of its names or a third of its lines are not, or
    it lies among templates and nothing is ticked."""
    unfilled = page.unfilled
    return (
        _is_unfilled_title(page)
        or (_LINES_A_SPOT * unfilled.spots >= unfilled.lines and unfilled.spots > _FEW)
        or _is_unnamed(title, page)
        or (page.place.is_template and not any(group.ticked for group in page.layout.box_groups))
    )


def _is_unfilled_title(page: Candidate) -> bool:
    title = page.layout.document.title
    if title is None:
        return False
    # `<Name>` is a spot as Markdown only, `<b>Name</b>` is HTML.
    return count_placeholders(title.title if "</" in title.markdown else title.markdown) > 0


def _is_unnamed(title: str, page: Candidate) -> bool:
    """Whether half of what has a name has none yet: the plan itself, its phases and its tasks."""
    names = [title]
    for phase in page.work.phases:
        names += [phase.name or phase.number or "", *(task.title for task in phase.tasks)]
    names += [task.title for task in page.work.outside.tasks]
    unnamed = sum(1 for name in names if not name or is_placeholder(_NAME_ENDS.split(name, 1)[0]))
    return 2 * unnamed >= len(names) and len(names) > 1
