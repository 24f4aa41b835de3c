# Block syntax that GitHub does not know but a site may use: a head line, and a body indented by four spaces.
"""Which block syntax a site has."""

from __future__ import annotations

import re

from msgspec import Struct

from mkdocs_planplugin.compiled_patterns import compiled

_ADMONITION = compiled(r"!!! ?[\w\-]+(?: +[\w\-]+)*(?: +\"[^\n]*\")? *$")
_DETAILS = compiled(r"\?\?\?\+? ?(?:[\w\-]+(?: +[\w\-]+)*(?: +\"[^\n]*\")?|\"[^\n]*\") *$")
_TAB = compiled(r"===[!+]{0,2} +\"[^\n]*\" *$")
_FOOTNOTE = compiled(r"\[\^[^\]\s]+\]: *")


class Syntax(Struct, frozen=True):
    """Which block syntax beyond that of GitHub a site uses. By default all of it."""

    admonitions: bool = True
    details: bool = True
    tabs: bool = True
    footnotes: bool = True
    markdown_in_html: bool = False

    def container_head(self, text: str) -> re.Match[str] | None:
        """The head of a container, where a line (without its indentation) begins with one."""
        char = text[0]
        if char == "!":
            return _ADMONITION.match(text) if self.admonitions else None
        if char == "?":
            return _DETAILS.match(text) if self.details else None
        if char == "=":
            return _TAB.match(text) if self.tabs else None
        return _FOOTNOTE.match(text) if self.footnotes else None


ALL_SYNTAX = Syntax()
