# Python-Markdown's block parser never gets the text of a plan, but a placeholder: for the whole page, or for the body
# of an admonition that the site builds. The block processor below replaces placeholders by the blocks that they stand
# for.
"""Placeholders for blocks that we build ourselves."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Collection
from typing import Protocol

from markdown.blockprocessors import BlockProcessor
from markdown.util import ETX, STX

from mkdocs_planplugin.compiled_patterns import compiled

PLACEHOLDER = STX + "planplugin:%d" + ETX
_PATTERN = compiled(rf"[ ]*{STX}planplugin:(\d+){ETX}[ ]*$")


class Builder(Protocol):
    """What builds the blocks of a page."""

    @property
    def own_html(self) -> Collection[int]:
        """The numbers of our HTML in the converter's stash of raw HTML."""

    def build(self, parent: etree.Element, number: int) -> None:
        """Put what the placeholder of this number stands for into `parent`."""


class PlanProcessor(BlockProcessor):
    """Replaces a placeholder by what it stands for, wherever Python-Markdown meets it."""

    builder: Builder | None = None

    def test(self, parent: etree.Element, block: str) -> bool:  # noqa: ARG002
        """Whether this is a placeholder of ours; no text of an author can be one: it may not hold STX."""
        return self.builder is not None and _PATTERN.match(block) is not None

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        """Build the blocks that it stands for."""
        match = _PATTERN.match(blocks.pop(0))
        if match is not None and self.builder is not None:
            self.builder.build(parent, int(match[1]))
