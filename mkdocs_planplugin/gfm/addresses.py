# The address of a link, as a browser understands it. Browsers are lenient: they resolve entities, skip white space and
# control characters before the address, and skip tabs and line ends inside it (URL Standard, basic URL parser).
"""Addresses of links."""

from __future__ import annotations

import html
import re

from mkdocs_planplugin.compiled_patterns import compiled

_SPACE_AND_CONTROLS = "".join(map(chr, range(0x21)))
_SKIPPED = compiled(r"[\t\n\r]")
_SCHEME = compiled(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
# What a link in a document may lead to; none of these runs a script, as `javascript:` and `data:` do.
HARMLESS_SCHEMES = frozenset((
    "ftp", "ftps", "geo", "http", "https", "irc", "ircs", "magnet", "mailto", "news", "nntp", "sip", "sms", "ssh",
    "tel", "webcal", "xmpp",
))  # fmt: skip


def scheme_of(address: str) -> str:
    """The scheme of an address as a browser sees it, in lower case; empty for a relative one."""
    address = _SKIPPED.sub("", html.unescape(address).strip(_SPACE_AND_CONTROLS))
    match = _SCHEME.match(address)
    return match[1].lower() if match else ""


def is_harmless(address: str) -> bool:
    """Whether a link to this address can be shown on any page: it leads somewhere, and runs nothing."""
    return scheme_of(address) in ("", *HARMLESS_SCHEMES)
