# A template is a plan to be filled in. It is shown, but does not count as a plan.
"""Telling templates from plans."""

from __future__ import annotations

import re

from .patterns import when_used
from .profiles import TEMPLATE, TEMPLATE_UNTICKED, UNNAMED, TemplateLimit, alternatives, phrase_set
from .signs import Candidate, calls_itself_template, title_parts, word_for_plan
from .unfilled import Unfilled
from .values import count_placeholders, is_placeholder

# Before these, a name ends: `[Phase Name] (Days 1-X)`, `[Task] - [Description]`.
_NAME_ENDS = when_used(r"\s[-–—(]")
# `Task 1`, `Subtask 1.1...`
_STAND_IN = when_used(
    rf"(?:{alternatives(lambda profile: profile.placeholders.stand_ins)}) ?[\d.]+[.:…]*", re.IGNORECASE
)
# `Project Name`, `Task Title`
_NAMELESS = phrase_set(lambda profile: profile.placeholders.nameless)


def is_template(title: str, page: Candidate) -> bool:
    """Whether a plan is a template, to be filled in.

    Its title has placeholders, or half of its names are missing, or many of its lines have placeholders. If no box is
    ticked, fewer such lines are enough, or a place among templates, or a title that calls it one. Such a page is a
    template even with ticked boxes (they are samples) as long as it has a few placeholders.
    """
    is_begun = any(group.ticked for group in page.layout.box_groups)
    is_called_so = page.place.is_template or calls_itself_template(page.title)
    return (
        _is_unfilled_title(page)
        or _has_many_placeholders(page.unfilled, TEMPLATE if is_begun else TEMPLATE_UNTICKED)
        or _is_unnamed(title, page)
        or (is_called_so and (not is_begun or page.unfilled.placeholders > TEMPLATE_UNTICKED.few))
    )


def _has_many_placeholders(unfilled: Unfilled, limit: TemplateLimit) -> bool:
    return limit.lines * unfilled.placeholders >= unfilled.lines and unfilled.placeholders > limit.few


def _is_unfilled_title(page: Candidate) -> bool:
    title = page.layout.document.title
    if title is None:
        return False
    # `<Name>` is a placeholder as Markdown only, `<b>Name</b>` is HTML.
    count = count_placeholders(title.title if "</" in title.markdown else title.markdown)
    return count > 0 or _is_nameless(title.title)


def _is_nameless(title: str) -> bool:
    """Whether a title only says that a name belongs there: `Project Name`, `Implementation plan: Feature name`."""
    parts = title_parts(title)
    nameless = [_NAMELESS.fits(part) for part in parts]
    return any(nameless) and all(is_one or word_for_plan(part) for part, is_one in zip(parts, nameless, strict=True))


def _is_unnamed(title: str, page: Candidate) -> bool:
    """Whether half of the names are missing: of the plan itself, its phases and its tasks."""
    names = [title]
    for phase in page.work.phases:
        names += [phase.name or phase.number or "", *(task.title for task in phase.tasks)]
    names += [task.title for task in page.work.outside.tasks]
    number_of_names = 0
    for name in names:
        # `TODO` is the name of a list, and no spot for one.
        number_of_names += not _is_no_name(name) or (name == title and bool(page.word_for_plan))
        if number_of_names > (1 - UNNAMED) * len(names):  # as in nearly all plans: the other names need no look
            return False
    return len(names) > 1


def _is_no_name(name: str) -> bool:
    name = _NAME_ENDS.split(name, 1)[0]
    return not name or is_placeholder(name) or _STAND_IN.fullmatch(name) is not None
