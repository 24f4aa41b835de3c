# Boxes look as the site's task lists (pymdownx.tasklist) make them, but have a name.
"""The boxes of task lists."""

from __future__ import annotations

import re
from collections.abc import Mapping

from mkdocs_planplugin.gfm import Block

MARKUP = re.compile(r"[*`_~]+")
LINK = re.compile(r"!?\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])")  # its words are enough for a name
# What authors write for more than open and done: `[/]`, `[!]`, `[-]`. To GitHub it is text, and here it stays in the
# text, drawn as a box.
OTHER_BOX = re.compile(r"\[[^\d\[\]\sxX]\](?=\s)")


def box_attributes(item: Block, options: Mapping[str, bool], name: str = "") -> dict[str, str]:
    """The attributes of an item's box; `options` are those of the site's task lists. `name` is for the script that
    ticks it."""
    attributes = {"type": "checkbox", "aria-label": spoken(first_words(item))}
    if name:
        attributes["data-plan-box"] = name
    if not options.get("clickable_checkbox"):
        attributes["disabled"] = "disabled"
    if item.box == "x":
        attributes["checked"] = "checked"
    return attributes


def first_words(item: Block) -> str:
    """The first line of an item's text, without a box that GitHub knows."""
    return "".join(item.children[0].lines[:1]) if item.children else ""


def spoken(markdown: str) -> str:
    """What the box before a line of text is called, for who does not see the text beside it."""
    return MARKUP.sub("", LINK.sub(r"\1", markdown)) or "task"
