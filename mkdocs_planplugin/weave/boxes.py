# Boxes have the HTML of the site's task lists (pymdownx.tasklist), and also a name for screen readers.
"""The boxes of task lists."""

from __future__ import annotations

import re
from collections.abc import Mapping

from mkdocs_planplugin.gfm import Block

MARKUP = re.compile(r"[*`_~]+")
LINK = re.compile(r"!?\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])")  # its words are enough for a name
# Boxes for other states than open and done: `[/]`, `[!]`, `[-]`. GitHub shows them as text. Here they stay in the text,
# too, and the style sheet draws them as boxes.
OTHER_BOX = re.compile(r"\[[^\d\[\]\sxX]\](?=\s)")


def box_attributes(item: Block, options: Mapping[str, bool]) -> dict[str, str]:
    """The attributes of an item's box; `options` are those of the site's task lists."""
    words = item.children[0].lines[:1] if item.children else []
    name = MARKUP.sub("", LINK.sub(r"\1", "".join(words)))
    attributes = {"type": "checkbox", "aria-label": name or "task"}
    if not options.get("clickable_checkbox"):
        attributes["disabled"] = "disabled"
    if item.box == "x":
        attributes["checked"] = "checked"
    return attributes
