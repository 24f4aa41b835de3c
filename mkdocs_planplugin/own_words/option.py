# The option asks in the terms of a writer: "our word for a phase". Which lists of a profile that is, is said here.
"""The option `words`, as a profile."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, get_args

from mkdocs_planplugin.model import Level, Status
from mkdocs_planplugin.reading import (
    STANDING_OF_STATUS,
    DetectionWords,
    HeadingWords,
    LabelWords,
    Profile,
    Role,
    RoleWords,
    StateWords,
    label_key,
    table,
)
from mkdocs_planplugin.working_time import WrongValueError, shown

from .table import check_words

# Lists of words, and tables of them by what they mean.
_LISTS = ("phases", "tasks", "titles")
_LABEL_TABLES: Mapping[str, Callable[[Profile], Mapping[str, str]]] = {
    "header": lambda profile: profile.labels.header,
    "task": lambda profile: profile.labels.task,
    "phase": lambda profile: profile.labels.phase,
    "section": lambda profile: profile.labels.section,
    "risk": lambda profile: profile.labels.risk,
    "timeline": lambda profile: profile.labels.timeline,
    "history": lambda profile: profile.labels.history,
}
# What these columns mean depends on the table that they stand in.
_ONLY_COLUMNS = {"id", "title", "phase", "date", "version", "changes"}
_MEANINGS_OF_LABELS = {name: table(of).keys() - _ONLY_COLUMNS for name, of in _LABEL_TABLES.items()}
_SECTIONS = table(lambda profile: profile.headings.sections)
_TABLES: Mapping[str, tuple[str, ...]] = {
    "sections": tuple(_SECTIONS),
    "labels": tuple(sorted(set().union(*_MEANINGS_OF_LABELS.values()))),
    "statuses": tuple(STANDING_OF_STATUS),
    "levels": tuple(Level),
    "roles": get_args(Role),
}
# Words are compared as labels are: without case and signs. The rest is the notation of patterns in profiles.
_WORD = re.compile(r"[\w/&' -]+")
_LONGEST, _MOST = 60, 200  # characters of a word, words in a list: more is a mistake, and costs every reading

_WORDS_SCHEMA = {"type": ["string", "array"], "items": {"type": "string"}}
WORDS_SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "properties": dict.fromkeys(_LISTS, _WORDS_SCHEMA)
    | {
        name: {"type": "object", "properties": dict.fromkeys(keys, _WORDS_SCHEMA), "additionalProperties": False}
        for name, keys in _TABLES.items()
    },
    "additionalProperties": False,
}


def profile_of_words(value: object) -> Profile | None:
    """The words that the option adds; None where it adds none.

    Raises `WrongValueError` where a key is not known, a word cannot be one, or means something else already.
    """
    if not isinstance(value, dict):
        raise WrongValueError(f"Expected a mapping such as {{phases: [tranche]}}, but received: {shown(value)}")
    for key in value:
        _check_key(key, (*_LISTS, *_TABLES), "words")
    lists = {name: _words(value.get(name), name) for name in _LISTS}
    tables = {name: _table(value.get(name), name) for name in _TABLES}
    if not any([*lists.values(), *tables.values()]):
        return None
    profile = _profile(lists, tables)
    check_words(profile)
    return profile


def _profile(lists: Mapping[str, str], tables: Mapping[str, Mapping[str, str]]) -> Profile:
    labels, roles, sections = tables["labels"], tables["roles"], dict(tables["sections"])
    # What holds at the end is a section of its own, and what holds at all.
    sections["definition_of_done"] = _joined(sections.get("definition_of_done"), roles.get("final"))
    return Profile(
        name="own words",
        headings=HeadingWords(
            phase_words=lists["phases"],
            task_words=lists["tasks"],
            title_prefixes=lists["titles"],
            sections=sections,  # type: ignore[arg-type]  # their keys were checked
        ),
        labels=LabelWords(
            **{  # type: ignore[arg-type]  # each of these fields is a mapping
                name: {meaning: words for meaning, words in labels.items() if meaning in meanings}
                for name, meanings in _MEANINGS_OF_LABELS.items()
            }
        ),
        roles=RoleWords(
            criteria=_joined(roles.get("criteria"), roles.get("final")),
            aside=roles.get("aside", ""),
            work=roles.get("work", ""),
            task_lists=roles.get("work", ""),
        ),
        detection=DetectionWords(plan_titles=lists["titles"], plan_words=lists["titles"]),
        states=StateWords(
            words={STANDING_OF_STATUS[Status(status)]: words for status, words in tables["statuses"].items()},
            levels={Level(level): words for level, words in tables["levels"].items()},
        ),
    )


def _joined(*lists: str | None) -> str:
    return ", ".join(filter(None, lists))


def _table(value: object, name: str) -> Mapping[str, str]:
    """A table of the option: words by what they mean."""
    if value is None:
        return {}
    if not isinstance(value, dict):
        example = f"{{{_TABLES[name][0]}: [our word]}}"
        raise WrongValueError(f"{name}: Expected a mapping such as {example}, but received: {shown(value)}")
    for key in value:
        _check_key(key, _TABLES[name], name)
    return {key: words for key in value if (words := _words(value[key], f"{name}: {key}"))}


def _check_key(key: object, known: Iterable[str], name: str) -> None:
    known = list(known)
    if key not in known:
        meant = difflib.get_close_matches(key, known, n=1) if isinstance(key, str) else []
        hint = f"did you mean {meant[0]}?" if meant else f"there are {', '.join(known)}"
        raise WrongValueError(f"{shown(key)} is no key of {name}; {hint}")


def _words(value: object, name: str) -> str:
    """Some words of the option as a profile has them: with commas between."""
    words = value.split(",") if isinstance(value, str) else [] if value is None else value
    if not isinstance(words, list) or len(words) > _MOST:
        raise WrongValueError(f"{name}: Expected a list of words, up to {_MOST}, but received: {shown(value)}")
    return ", ".join(dict.fromkeys(_word(word, name) for word in words))


def _word(value: object, name: str) -> str:
    """A word as it is compared."""
    key = " ".join(value.casefold().split()) if isinstance(value, str) else ""
    if not _WORD.fullmatch(key) or label_key(key) != key or len(key) > _LONGEST or not any(map(str.isalpha, key)):
        form = f"Expected words of letters and spaces, up to {_LONGEST} characters"
        raise WrongValueError(f"{name}: {form}, but received: {shown(value)}")
    return key
