"""The people and teams in an owner's field, as authors write them."""

from __future__ import annotations

from mkdocs_planplugin.catalog import spellings
from mkdocs_planplugin.compiled_patterns import compiled

from ..patterns import when_used
from ..profiles import any_of, phrases
from ..remembered import remembered

_AND = phrases(lambda profile: profile.people.between)
# A single letter parts two names only as a word in small letters: `Ana y Ben`, but not `Ana Y. Smith`.
_LETTERS = any_of(word for word in _AND if len(word) == 1)
_WORDS = any_of(word for word in _AND if len(word) > 1)
_BETWEEN = when_used(rf"[,;/&+|、，；]|(?<=\s)(?:{_LETTERS})(?=\s)|\b(?i:{_WORDS})\b")
_REMARK = compiled(r"\([^()]*\)")
_NO_NAMES = phrases(lambda profile: f"{profile.people.nobody}, {profile.placeholders.unknown}")
_NOBODY = frozenset(word.casefold() for word in ("", "-", "–", "—", "?", *_NO_NAMES))


@remembered(1024)  # the same few people stand at every task of every plan
def read_people(words: str | None) -> tuple[str, ...]:
    """The people and teams that a text names, each once: `@ana, Bo (till May)` names `ana` and `Bo`. Words that mean
    nobody, everybody, or nobody yet, are no names."""
    words = _REMARK.sub(" ", words or "").strip()
    parts = [] if words.casefold() in _NOBODY else _BETWEEN.split(words)  # "n/a" is no two names
    names = (" ".join(part.split()).lstrip("@").strip(" .") for part in parts)
    return tuple(spellings(name for name in names if name.casefold() not in _NOBODY).values())
