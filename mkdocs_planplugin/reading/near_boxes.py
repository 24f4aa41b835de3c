# `-[ ]`, `- []` and `- [x]done` look like boxes and are none, on GitHub as here: the line is in no counter.
"""Boxes that are nearly right."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_planplugin.catalog import FindingKind
from mkdocs_planplugin.compiled_patterns import compiled
from mkdocs_planplugin.model import Severity

from .document import Document
from .findings import FindingLog
from .list_items import box_mark
from .patterns import when_used
from .profiles import TICKS

NEAR_BOX = FindingKind(
    "PLAN110",
    Severity.WARNING,
    "A box that is none",
    "The line is meant to have a box, but is not written so: GitHub shows it as text, and it counts nowhere.",
    "Write `- [ ] ` or `- [x] ` before the text, with the spaces.",
)

KINDS = (NEAR_BOX,)

_SPACES = r"[\s\u200b-\u200d\u2060\ufeff]"
_TICKS = f"{TICKS}ｘＸ"
_GLUED_WORD = r"(?:\*\*|__|~~)?[^\W_]"  # also one in bold, or struck
# At the beginning of an item: nothing or too much between the brackets, a word glued to them, full-width brackets.
_IN_ITEM = when_used(
    rf"(?P<box>\[{_SPACES}*\](?=\s|$)|\[{_SPACES}+[xX]{_SPACES}*\]|\[[xX]{_SPACES}+\]|\[[xX ]\](?={_GLUED_WORD})"
    rf"|［{_SPACES}*[{_TICKS}]?{_SPACES}*］)"
)
# At the beginning of a line: a bullet glued to the box, or none.
_WORD_BEHIND = rf"(?={_GLUED_WORD}|[ ]+[^\s=:–—-])"
_IN_LINE = when_used(rf"(?P<box>[-*+]\[[ xX]?\]|\[[ xX]\]){_WORD_BEHIND}")
_GLUED = when_used(rf"(?P<box>[-*+]\[[ xX]?\]){_WORD_BEHIND}")
_A_BOX = when_used(r"\[[ xX]?\]")  # of a legend there are several on a line
_OPENS = ("[", "［")
_BRACKET_FIRST = compiled(r"^[^\S\n]*[-*+]?[\[［]", re.MULTILINE)


def note_near_boxes(document: Document, findings: FindingLog) -> None:
    """Note each line that was probably meant to be a box."""
    for line, box, is_ticked in _near_boxes(document):
        meant = "- [x] " if is_ticked else "- [ ] "
        message = f"`{box}` is no box, so this line counts nowhere"
        findings.note(NEAR_BOX, line, message, f"write `{meant}` before the text")


def _near_boxes(document: Document) -> Iterator[tuple[int, str, bool]]:
    blocks = [block for block in document.bracketed if _BRACKET_FIRST.search(block.text)]
    if not blocks:  # as in most texts
        return
    items = {id(item.children[0]): item for block in document.lists for item in block.children if item.children}
    for block in blocks:
        item = items.get(id(block))
        if item is None:
            for line, text in enumerate(block.lines, block.line):
                if "[" in text[:2]:
                    yield from _nearly(_IN_LINE, text, line)
            continue
        if block.lines[0].startswith(_OPENS) and box_mark(item) is None:
            yield from _nearly(_IN_ITEM, block.lines[0], block.line)
        for line, text in enumerate(block.lines[1:], block.line + 1):  # Markdown goes on with the item above
            yield from _nearly(_GLUED, text.lstrip(), line)


def _nearly(form: re.Pattern[str], text: str, line: int) -> Iterator[tuple[int, str, bool]]:
    match = form.match(text)
    if match and not (form is _IN_LINE and _A_BOX.search(text, match.end())):
        yield line, match["box"], any(tick in match["box"] for tick in _TICKS)
