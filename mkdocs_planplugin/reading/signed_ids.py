# Plugins of Obsidian give a task an id behind a sign or in a field, and name those that it waits for in the same way.
# `⛔` is also just a sign: only ids that the page has, or that something waits for, are ids.
"""Ids of tasks behind signs: `🆔 a1`, `⛔ a1`."""

from __future__ import annotations

from collections.abc import Iterable

from .patterns import when_used

OWN_SIGN, SIGN_OF_OTHERS = "🆔", "⛔"
ID = r"[\w-]+"
IDS = rf"{ID}(?:\s*,\s*{ID})*"
_ID = when_used(ID)
_OWN = when_used(rf"(?:{OWN_SIGN}\s*|[\[(]id::\s+)({ID})", needs=(OWN_SIGN, "id::"))
_OF_OTHERS = when_used(rf"(?:{SIGN_OF_OTHERS}\ufe0f?\s*|::\s+)({IDS})", needs=(SIGN_OF_OTHERS, "::"))
_SIGNS = (OWN_SIGN, SIGN_OF_OTHERS, "::")


def ids_in(words: str) -> list[str]:
    """The ids in a list of them."""
    return _ID.findall(words)


def signed_lines(lines: Iterable[str]) -> tuple[str, ...]:
    """Those of these lines that may hold such ids: few do."""
    return tuple(line for line in lines if any(sign in line for sign in _SIGNS))


def own_ids(lines: Iterable[str]) -> frozenset[str]:
    """The ids that tasks in these lines have: `🆔 a1`, `[id:: a1]`."""
    return frozenset(found[1] for line in lines for found in _OWN.finditer(line))


def awaited_ids(lines: Iterable[str]) -> frozenset[str]:
    """The ids that tasks in these lines wait for: `⛔ a1`, `[dependsOn:: a1]`."""
    return frozenset(name for line in lines for found in _OF_OTHERS.finditer(line) for name in ids_in(found[1]))
