# `Dig @ana` names an owner, `Remove @ts-ignore` does not, and nothing in the two lines tells which is which: the rest
# of the plan does.
"""Handles of people in the text of a plan: `@ana`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from mkdocs_planplugin.gfm import Block, BlockKind

from .list_items import item_title
from .patterns import when_used
from .profiles import TASK_LABELS, any_of

_HANDLE = r"@[^\W\d_][\w-]*"  # not `@3pm`
# Nobody names more than ten, and a hostile line is not to be searched in quadratic time.
HANDLES = when_used(rf"{_HANDLE}(?:(?:\s*[,&/]\s*|\s+){_HANDLE}){{0,9}}")
_NAME = when_used(r"@([\w-]+)")
# Behind a word: `Dig @ana`. Not `@app.route` nor `@types/node`, which are code.
HANDLES_LAST = when_used(rf"(?<=[\w)\]])[ ]+(?P<people>{HANDLES.pattern})[ .]*$", needs="@")
_OWNER = any_of(label for label, meaning in TASK_LABELS.items() if meaning == "owner")
# `(@ana)`, `(2d, @ana)`, `| @ana |`, `Dig — @ana`, `**Owner:** @ana`
_SURE = when_used(
    rf"[(\[|]\s*(?P<first>{HANDLES.pattern})\s*[,;)\]|]|[,;]\s*(?P<last>{HANDLES.pattern})\s*[)\]]"
    rf"|\s[–—-]{{1,3}}\s+(?P<behind>{HANDLES.pattern})[ .]*$"
    rf"|\b(?:{_OWNER})[*_]*\s*[:：|][*_:\s]*(?P<labelled>{HANDLES.pattern})",
    re.IGNORECASE,
)
_BRACKETS_LAST = when_used(r"\([^()]*\)[ .]*$")  # `Dig @ana (2d)`
_OFTEN = 2


def handles_in(words: str) -> list[str]:
    """The names in a text of handles, without their signs."""
    return _NAME.findall(words)


def known_handles(blocks: Iterable[Block]) -> frozenset[str]:
    """The names, in small letters, that are those of people by what the text says: one stands in brackets, alone in a
    cell, behind a dash at the end of a line or behind a label for owners, or it ends several items or headings."""
    sure: set[str] = set()
    last: Counter[str] = Counter()
    for block in blocks:
        if block.kind is BlockKind.FENCE:
            continue
        for line in block.lines:
            if "@" in line:
                sure.update(*(handles_in(match[match.lastgroup or 0].casefold()) for match in _SURE.finditer(line)))
        title = item_title(block)[0] if block.kind is BlockKind.ITEM else block.text
        if "@" in title and block.kind in (BlockKind.ITEM, BlockKind.HEADING):
            ending = HANDLES_LAST.search(_BRACKETS_LAST.sub("", title))
            last.update(set(handles_in(ending["people"].casefold())) if ending else ())
    return frozenset(sure | {name for name, times in last.items() if times >= _OFTEN})
