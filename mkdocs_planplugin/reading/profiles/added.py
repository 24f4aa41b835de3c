# A site may have words of its own, and a package may bring a dialect. Words are compiled where they are used, when the
# reading room is loaded; so the room is loaded once more for such a site, with these profiles in place of none
# (`own_words.py`).
"""The profiles that this copy of the reading room has besides the files of this folder."""

from __future__ import annotations

from .records import Profile

ADDED: tuple[Profile, ...] = ()
