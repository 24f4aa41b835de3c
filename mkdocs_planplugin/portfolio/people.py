# Who does it: names as people write them into an owner's field.
"""The people and teams that plans name."""

from __future__ import annotations

import re

# What stands between two names, what only explains a name, and words that name nobody.
_BETWEEN = re.compile(r"[,;/&+|]|\band\b", re.IGNORECASE)
_REMARK = re.compile(r"\([^()]*\)")
_NOBODY = frozenset(["", "-", "–", "—", "?", "all", "anyone", "everyone", "n/a", "na", "nobody", "none", "open"])
_NOT_YET = frozenset(["tba", "tbc", "tbd", "to be decided", "unassigned", "unknown"])


def owners(said: str | None) -> tuple[str, ...]:
    """The people and teams that a field names, each once: `@ana, Bo (till May)` names `ana` and `Bo`."""
    parts = _BETWEEN.split(_REMARK.sub(" ", said or ""))
    names = (" ".join(part.split()).lstrip("@").strip(" .") for part in parts)
    found: dict[str, str] = {}
    for name in names:
        if name.casefold() not in _NOBODY | _NOT_YET:
            found.setdefault(name.casefold(), name)
    return tuple(found.values())
