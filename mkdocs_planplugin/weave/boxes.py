# Boxes have the HTML of the site's task lists (pymdownx.tasklist), and also a name for screen readers.
"""The boxes of task lists."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs_planplugin.compiled_patterns import compiled
from mkdocs_planplugin.gfm import Block

MARKUP = compiled(r"[*`_~]+")
LINK = compiled(r"!?\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])")  # of which the name needs only the words
# Boxes for other states than open and done: `[/]`, `[!]`, `[-]`. GitHub shows them as text. Here they stay in the text,
# too, and the style sheet draws them as boxes.
OTHER_BOX = compiled(r"\[[^\d\[\]\sxX]\](?=\s)")


def box_attributes(item: Block, options: Mapping[str, bool], name: str) -> dict[str, str]:
    """The attributes of an item's box; `options` are those of the site's task lists. `name` is for the script that
    ticks it, empty where it cannot be ticked."""
    attributes = {"type": "checkbox", "aria-label": accessible_name(first_line(item))}
    if name:
        attributes["data-plan-box"] = name
    if not options.get("clickable_checkbox"):
        attributes["disabled"] = "disabled"
    if item.box == "x":
        attributes["checked"] = "checked"
    return attributes


def first_line(item: Block) -> str:
    """The first line of an item's text, without a box that GitHub knows."""
    return "".join(item.children[0].lines[:1]) if item.children else ""


def accessible_name(markdown: str) -> str:
    """The name of a box for screen readers (`aria-label`): the words of the Markdown beside it."""
    return MARKUP.sub("", LINK.sub(r"\1", markdown)) or "task"
