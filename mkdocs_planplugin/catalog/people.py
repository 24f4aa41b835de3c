"""The spellings of names."""

from __future__ import annotations

from collections.abc import Iterable


def spellings(names: Iterable[str]) -> dict[str, str]:
    """The spelling of each person, by the name in lower case, in the order of the names.

    The first spelling counts, unless it has only lower-case letters: another task may have `Ana` for `@ana`.
    """
    spelled: dict[str, str] = {}
    for name in names:
        key = name.casefold()
        if key not in spelled or spelled[key].islower():
            spelled[key] = name
    return spelled
