# A template waits to be filled in: it is shown, and is not counted as a plan.
"""Telling templates from plans."""

from __future__ import annotations

import re
from typing import NamedTuple

from .profiles import alternatives
from .signs import Candidate
from .unfilled import Unfilled
from .values import count_placeholders, is_placeholder

# Before these, a name ends: `[Phase Name] (Days 1-X)`, `[Task] - [Description]`.
_NAME_ENDS = re.compile(r"\s[-–—(]")
# `Task 1`, `Subtask 1.1...`
_STAND_IN = re.compile(
    rf"(?:{alternatives(lambda profile: profile.placeholders.stand_ins)}) ?[\d.]+[.:…]*", re.IGNORECASE
)


class _Limit(NamedTuple):
    """More than `few` spots, one on each so many lines or on fewer, make a template."""

    few: int
    lines: int


_ANY, _NOT_BEGUN = _Limit(10, 3), _Limit(4, 5)


def is_template(title: str, page: Candidate) -> bool:
    """Whether a plan is a template: its title is not filled in, half of its names or a third of its lines are not; or
    where nothing is ticked, a fifth of its lines are not, or it lies among templates."""
    is_begun = any(group.ticked for group in page.layout.box_groups)
    return (
        _is_unfilled_title(page)
        or _has_spots(page.unfilled, _ANY if is_begun else _NOT_BEGUN)
        or _is_unnamed(title, page)
        or (page.place.is_template and not is_begun)
    )


def _has_spots(unfilled: Unfilled, limit: _Limit) -> bool:
    return limit.lines * unfilled.spots >= unfilled.lines and unfilled.spots > limit.few


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
    named = 0
    for name in names:
        named += not _is_no_name(name)
        if 2 * named > len(names):  # as in nearly all plans: the other half need not be looked at
            return False
    return len(names) > 1


def _is_no_name(name: str) -> bool:
    name = _NAME_ENDS.split(name, 1)[0]
    return not name or is_placeholder(name) or _STAND_IN.fullmatch(name) is not None
