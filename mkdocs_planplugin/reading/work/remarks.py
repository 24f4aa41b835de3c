# `- [ ] Send it (blocked by legal)` has no box of its own for "blocked", and legal is no task of the plan.
"""Remarks behind the names of tasks that say what holds them up."""

from __future__ import annotations

import re
from typing import NamedTuple

from mkdocs_planplugin.compiled_patterns import compiled

from ..patterns import when_used
from ..profiles import BLOCKING_LABELS, any_of, signs, table

_STUCK = table(lambda profile: profile.states.words)["stuck"]
# `blocked by`, `waiting for`: labels of more than one word that say why something is blocked.
_CAUSES = tuple(label for label, kind in BLOCKING_LABELS.items() if kind == "causes" and " " in label)
_SIGNS = "".join(
    sign for sign, standing in signs(lambda profile: profile.states.signs).items() if standing != "finished"
)
# `(blocked: no budget)`, `— blocked by legal`. Behind a comma a bare word may go on counting states (`open, closed,
# blocked`): there it needs a colon.
_REMARK = when_used(
    rf"(?:[(\[（]\s*|\s[–—-]{{1,3}}\s|[{_SIGNS}]\ufe0f?\s*|(?P<comma>[,;]\s))"
    rf"(?:(?:{any_of(_STUCK)})(?(comma)(?=\s*[:：]))(?:\s*[:：,–—-]\s*(?P<why>[^()\[\]（）]+))?"
    rf"|(?P<cause>(?:{any_of(_CAUSES)})[\s:：]+[^()\[\]（）]+))"
    r"\s*[)\]）]?[\s.]*$",
    re.IGNORECASE,
    needs=(*_STUCK, *_CAUSES),
)
_OPENING, _CLOSING = "([（", ")]）"
# What remarks begin with, beside signs. Few titles have any of it.
_BEGINS_REMARK = compiled(r"[(\[,;>-]|:\w")

# What is said behind a name stands at its end. Each form of it is searched for from many places, which in all of a
# hostile title would take quadratic time.
_LONGEST_END = 300


class Hindrance(NamedTuple):
    """A remark that a task is blocked: its text with the brackets or the sign before it, and what holds the task up, in
    the author's words; empty if it does not say."""

    text: str
    reason: str


def may_have_remark(title: str) -> bool:
    """Whether there is a bracket, a comma, a dash or a sign in a title: remarks behind names begin with one."""
    return _BEGINS_REMARK.search(title) is not None or not title.isascii()


def split_end(title: str) -> tuple[str, str]:
    """A title in two: what stands before its end, which is empty as a rule, and its end, where remarks and values may
    stand."""
    start = max(0, len(title) - _LONGEST_END)
    return title[:start], title[start:]


def split_hindrance(title: str) -> tuple[str, Hindrance | None]:
    """The title of a task without the remark behind it that it is blocked, and that remark: `Send it (blocked by
    legal)`, `Send it, blocked: no budget`."""
    if not may_have_remark(title):
        return title, None
    before, end = split_end(title)
    match = _REMARK.search(end)
    name = f"{before}{end[: match.start()]}".rstrip(" ,;") if match else ""
    is_inside = sum(map(name.count, _OPENING)) > sum(map(name.count, _CLOSING))  # `(active, blocked by quota)`
    if match is None or not name or is_inside:
        return title, None
    return name, Hindrance(title[len(name) :], (match["why"] or match["cause"] or "").strip())


def says_hindrance(remark: str) -> bool:
    """Whether a part of what stands behind a name is such a remark: `blocked by legal`."""
    return _REMARK.match(f"({remark}") is not None
