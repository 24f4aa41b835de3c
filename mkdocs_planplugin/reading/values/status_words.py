# Whoever reads a plan in one language does not want a status in another. The words are those of the profiles: the first
# one of each list is the usual one.
"""The words for a status in the language in which another one is written."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs_planplugin.model import Status

from ..profiles import PROFILES, Profile, Standing, signs, split_phrases
from ..remembered import remembered
from .statuses import STANDING_OF_STATUS
from .vocabulary import core, normalized

_SIGNS = signs(lambda profile: profile.states.signs)
# A draft is what a plan is before it is planned.
_STANDINGS: Mapping[Status, Standing] = {**STANDING_OF_STATUS, Status.DRAFT: "intended"}


def status_like(status: Status, words: str) -> str | None:
    """The usual words for a status in the language in which one is written; None where that cannot be told by its
    words."""
    known = _usual_words(core(normalized(words)).casefold())
    return known.get(status) if known else None


def is_status_sign(character: str) -> bool:
    """Whether a character says a status by itself."""
    return character in _SIGNS


def sign_of_status(status: Status) -> str:
    """The character that says a status; empty where there is none."""
    return next((sign for sign, standing in _SIGNS.items() if standing == _STANDINGS[status]), "")


@remembered(256)
def _usual_words(words: str) -> Mapping[Status, str] | None:
    """The usual words for each status in the only language that has these words for one."""
    having = [profile for profile in PROFILES if _has(profile, words)]
    if len(having) != 1:
        return None
    tables = having[0].states.words
    return {
        status: phrases[0] for status, name in _STANDINGS.items() if (phrases := split_phrases(tables.get(name, "")))
    }


def _has(profile: Profile, words: str) -> bool:
    """Whether a status begins with words of a profile."""
    phrases = (phrase for text in profile.states.words.values() for phrase in split_phrases(text))
    return any(words.startswith(phrase.casefold()) and not words[len(phrase) :][:1].isalpha() for phrase in phrases)
