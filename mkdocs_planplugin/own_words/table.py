"""What a word of all profiles means: no word has two meanings in one table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from mkdocs_planplugin.reading import PROFILES, STANDING_OF_STATUS, Profile, split_phrases
from mkdocs_planplugin.working_time import WrongValueError

_LONGEST = 60  # characters of a word in a message


def check_words(added: Profile, known: Iterable[Profile] = PROFILES) -> None:
    """Raise `WrongValueError` where a word of a profile has another meaning in those that are known."""
    known = tuple(known)
    for table, meanings in _tables(added):
        taken = {word: meaning for profile in known for word, meaning in _meanings(profile, table)}
        for word, meaning in _of_table(meanings):
            if taken.setdefault(word, meaning) != meaning:
                was, now = _name(taken[word]), _name(meaning)
                raise WrongValueError(f"{word[:_LONGEST]!r} means {was} already; it cannot mean {now}, too")
    # A heading with a number is a phase or a task, by its word.
    phases, tasks = (_words(added, name) for name in ("phase_words", "task_words"))
    all_phases, all_tasks = (
        {word for profile in known for word in _words(profile, name)} for name in ("phase_words", "task_words")
    )
    for word in [*(phases & (tasks | all_tasks - all_phases)), *(tasks & (all_phases - all_tasks))]:
        other = "task" if word in phases else "phase"
        raise WrongValueError(f"{word[:_LONGEST]!r} is a word for a {other} already; it cannot be one for both")


def _name(meaning: object) -> object:
    """A meaning as options call it."""
    return next((str(status) for status, standing in STANDING_OF_STATUS.items() if standing == meaning), meaning)


def _words(profile: Profile, name: str) -> set[str]:
    return {word.casefold() for word in split_phrases(getattr(profile.headings, name))}


def _tables(profile: Profile) -> Iterator[tuple[tuple[str, str], Mapping[object, str]]]:
    """The tables that a profile fills: where each stands in it, and the words by their meaning."""
    for group in profile.__struct_fields__:
        record = getattr(profile, group)
        for field in record.__struct_fields__ if isinstance(record, Struct) else ():
            value = getattr(record, field)
            if isinstance(value, Mapping) and value:
                yield (group, field), value


def _meanings(profile: Profile, table: tuple[str, str]) -> Iterator[tuple[str, object]]:
    group, field = table
    return _of_table(getattr(getattr(profile, group), field))


def _of_table(meanings: Mapping[object, str]) -> Iterator[tuple[str, object]]:
    for meaning, words in meanings.items():
        for word in split_phrases(words):
            yield word.casefold(), meaning
