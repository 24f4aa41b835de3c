# Who does it: names as people write them into an owner's field.
"""The people and teams that plans name."""

from __future__ import annotations

import re
from collections.abc import Iterable

# What stands between two names, what only explains a name, and words that name nobody.
_BETWEEN = re.compile(r"[,;/&+|]|\band\b", re.IGNORECASE)
_REMARK = re.compile(r"\([^()]*\)")
_NOBODY = frozenset(["", "-", "–", "—", "?", "all", "anyone", "everyone", "n/a", "na", "nobody", "none", "open"])
_NOT_YET = frozenset(["tba", "tbc", "tbd", "to be decided", "unassigned", "unknown"])


def owners(words: str | None) -> tuple[str, ...]:
    """The people and teams that a field names, each once: `@ana, Bo (till May)` names `ana` and `Bo`."""
    words = _REMARK.sub(" ", words or "").strip()
    parts = [] if words.casefold() in _NOBODY else _BETWEEN.split(words)  # "n/a" is no two names
    names = (" ".join(part.split()).lstrip("@").strip(" .") for part in parts)
    return tuple(spellings(name for name in names if name.casefold() not in _NOBODY | _NOT_YET).values())


def spellings(names: Iterable[str]) -> dict[str, str]:
    """How people are spelled, each once, in the order of the names, by the name without regard to capitals.

    The first spelling holds, unless it is all in small letters: `@ana` is none where another task has `Ana`.
    """
    spelled: dict[str, str] = {}
    for name in names:
        key = name.casefold()
        if key not in spelled or spelled[key].islower():
            spelled[key] = name
    return spelled
