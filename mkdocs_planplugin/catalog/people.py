# The names in the owner's field of a task, as authors write them.
"""The people and teams that plans name."""

from __future__ import annotations

import re
from collections.abc import Iterable

# What separates two names; a remark on a name; and words in place of a name that mean nobody, or nobody yet.
_BETWEEN = re.compile(r"[,;/&+|]|\band\b", re.IGNORECASE)
_REMARK = re.compile(r"\([^()]*\)")
_NOBODY = frozenset(["", "-", "–", "—", "?", "all", "anyone", "everyone", "n/a", "na", "nobody", "none", "open"])
_NOT_YET = frozenset(["tba", "tbc", "tbd", "to be decided", "unassigned", "unknown"])


def owners(words: str | None) -> tuple[str, ...]:
    """The people and teams in an owner's field, without duplicates: `@ana, Bo (till May)` names `ana` and `Bo`."""
    words = _REMARK.sub(" ", words or "").strip()
    parts = [] if words.casefold() in _NOBODY else _BETWEEN.split(words)  # "n/a" is no two names
    names = (" ".join(part.split()).lstrip("@").strip(" .") for part in parts)
    return tuple(spellings(name for name in names if name.casefold() not in _NOBODY | _NOT_YET).values())


def spellings(names: Iterable[str]) -> dict[str, str]:
    """The spelling of each person, by the name in small letters, in the order of the names.

    The first spelling counts, unless it has only small letters: another task may have `Ana` for `@ana`.
    """
    spelled: dict[str, str] = {}
    for name in names:
        key = name.casefold()
        if key not in spelled or spelled[key].islower():
            spelled[key] = name
    return spelled
