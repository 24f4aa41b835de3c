# All words that are understood, whatever room reads them. Each file of this folder that has a `PROFILE` is one dialect
# or language; they are found here by themselves, so that a new one is a new file and nothing else.
"""The words and weights by which plans are read, of all dialects and languages together."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import TypeVar

from mkdocs_planplugin.model import State

from .added import ADDED
from .finders import PhraseFinder, PhraseSet, WordCount
from .phrases import any_of, anywhere, split_phrases, whole
from .records import (
    DateWords,
    DetectionWords,
    HeadingWords,
    LabelWords,
    LengthWords,
    Phrases,
    PlaceholderWords,
    Profile,
    Recognition,
    ReferenceMeaning,
    ReferenceWords,
    Role,
    RoleWords,
    SectionKind,
    Standing,
    StateWords,
    TimeUnit,
)
from .weights import (
    BASE,
    FEW_GROUPS,
    FEW_MARKS,
    FEW_REPORTS,
    LATE_BOXES,
    LITTLE_WORK,
    LONG_PAGE,
    MOSTLY_WORK,
    MUCH_WORK,
    NEARLY,
    NUMBERED_PARTS,
    PLAIN_TASKS,
    SOME_PARTS,
    SOME_WORK,
    SURE,
    TASK_FIELDS,
    TEMPLATE,
    TEMPLATE_UNTICKED,
    UNDER_WAY,
    UNNAMED,
    WEIGHTS,
    Sign,
    TemplateLimit,
    Weight,
)

__all__ = [
    "BALLOT_SIGNS",
    "BASE",
    "BLOCKING_LABELS",
    "BOX_STATES",
    "FEW_GROUPS",
    "FEW_MARKS",
    "FEW_REPORTS",
    "FOOTER_LABELS",
    "HEADER_LABELS",
    "LABELS_OF_WORK",
    "LATE_BOXES",
    "LITTLE_WORK",
    "LONG_PAGE",
    "MOSTLY_WORK",
    "MUCH_WORK",
    "NEARLY",
    "NUMBERED_PARTS",
    "NUMBERS_IN_WORDS",
    "OTHER_TITLES",
    "PHASE_LABELS",
    "PHASE_WORDS",
    "PLAIN_TASKS",
    "PLAN_TITLES",
    "PLAN_WORDS",
    "PROFILES",
    "RISK_LABELS",
    "RISK_WORDS",
    "SECTIONS",
    "SECTION_LABELS",
    "SOME_PARTS",
    "SOME_WORK",
    "STEP_WORDS",
    "SURE",
    "TASK_FIELDS",
    "TASK_LABELS",
    "TASK_NAMES",
    "TASK_WORDS",
    "TEMPLATE",
    "TEMPLATE_PLACES",
    "TEMPLATE_UNTICKED",
    "TICKS",
    "TICK_SIGNS",
    "UNDER_WAY",
    "UNNAMED",
    "WEIGHTS",
    "WORK_NAMES",
    "WORK_TITLES",
    "DateWords",
    "DetectionWords",
    "HeadingWords",
    "LabelWords",
    "LengthWords",
    "PhraseFinder",
    "PhraseSet",
    "Phrases",
    "PlaceholderWords",
    "Profile",
    "Recognition",
    "ReferenceMeaning",
    "ReferenceWords",
    "Role",
    "RoleWords",
    "SectionKind",
    "Sign",
    "Standing",
    "StateWords",
    "TemplateLimit",
    "TimeUnit",
    "Weight",
    "WordCount",
    "alternatives",
    "any_of",
    "labels",
    "numbers_in_words",
    "pattern",
    "pattern_anywhere",
    "phrase_finder",
    "phrase_set",
    "phrase_sets",
    "phrases",
    "signs",
    "split_phrases",
    "table",
    "word_count",
]

Meaning = TypeVar("Meaning")


def _profiles() -> Iterator[Profile]:
    for module in pkgutil.iter_modules(__path__):
        profile = getattr(import_module(f"{__name__}.{module.name}"), "PROFILE", None)
        if isinstance(profile, Profile):
            yield profile


PROFILES = (*_profiles(), *ADDED)


def phrases(of: Callable[[Profile], Phrases]) -> tuple[str, ...]:
    """The phrases of all profiles in one list, each once; `of` says which of a profile's lists."""
    return tuple(dict.fromkeys(split_phrases(", ".join(map(of, PROFILES)))))


def alternatives(of: Callable[[Profile], Phrases]) -> str:
    """A regular expression for one phrase of a list of all profiles, for the grammar of a value."""
    return any_of(phrases(of))


def pattern(of: Callable[[Profile], Phrases]) -> re.Pattern[str]:
    """A regular expression that fits (`fullmatch`) what a pattern in a list of all profiles fits."""
    return whole(phrases(of))


def phrase_set(of: Callable[[Profile], Phrases]) -> PhraseSet:
    """What the patterns in a list of all profiles fit."""
    return PhraseSet(phrases(of))


def phrase_sets(of: Callable[[Profile], Mapping[Meaning, Phrases]]) -> dict[Meaning, PhraseSet]:
    """The same for each meaning of a table of patterns."""
    return {meaning: PhraseSet(synonyms) for meaning, synonyms in table(of).items()}


def phrase_finder(of: Callable[[Profile], Phrases]) -> PhraseFinder:
    """Finds the patterns of a list of all profiles anywhere in a text."""
    return PhraseFinder(phrases(of))


def word_count(of: Callable[[Profile], Phrases]) -> WordCount:
    """Counts the words of a list of all profiles in a text."""
    return WordCount(phrases(of))


def pattern_anywhere(of: Callable[[Profile], Phrases]) -> re.Pattern[str]:
    """A regular expression that finds (`search`) a pattern of a list of all profiles anywhere in a text."""
    return anywhere(phrases(of))


def table(of: Callable[[Profile], Mapping[Meaning, Phrases]]) -> dict[Meaning, tuple[str, ...]]:
    """The phrases of all profiles by their meaning; `of` says which of a profile's tables."""
    texts: dict[Meaning, list[str]] = {}
    for profile in PROFILES:
        for meaning, text in of(profile).items():
            texts.setdefault(meaning, []).append(text)
    return {meaning: split_phrases(", ".join(lists)) for meaning, lists in texts.items()}


def labels(of: Callable[[Profile], Mapping[Meaning, Phrases]]) -> dict[str, Meaning]:
    """The meaning of each phrase in a table of all profiles, for labels that are compared as a whole. The words of a
    phrase may be joined by a hyphen, an underscore or nothing: `Depends-on`, `depends_on`, `dependsOn`."""
    meanings = {phrase.casefold(): meaning for meaning, synonyms in table(of).items() for phrase in synonyms}
    return {
        phrase.replace(" ", joint): meaning
        for joint in ("", "_", "-", " ")  # what is written as in the table counts most
        for phrase, meaning in meanings.items()
    }


def numbers_in_words(of: Callable[[Profile], tuple[Phrases, ...]]) -> dict[str, int]:
    """The numbers that words of all profiles stand for; a profile lists them from one upwards."""
    return {
        word: number
        for profile in PROFILES
        for number, words in enumerate(of(profile), 1)
        for word in split_phrases(words)
    }


def signs(of: Callable[[Profile], Mapping[Meaning, str]]) -> dict[str, Meaning]:
    """The meaning of each character in a table of signs of all profiles."""
    return {sign: meaning for profile in PROFILES for meaning, text in of(profile).items() for sign in text}


# Words and signs that several steps of reading look for.
NUMBERS_IN_WORDS = dict.fromkeys(phrases(lambda profile: profile.headings.zero), 0) | numbers_in_words(
    lambda profile: profile.headings.number_words
)
PHASE_WORDS = alternatives(lambda profile: profile.headings.phase_words)
TASK_WORDS = alternatives(lambda profile: profile.headings.task_words)
STEP_WORDS = frozenset(phrases(lambda profile: profile.headings.step_words))
# Words for tasks that are none for steps.
TASK_NAMES = tuple(word for word in phrases(lambda profile: profile.headings.task_words) if word not in STEP_WORDS)
RISK_WORDS = alternatives(lambda profile: profile.headings.risk_words)
HEADER_LABELS = labels(lambda profile: profile.labels.header)
FOOTER_LABELS = labels(lambda profile: profile.labels.footer)
TASK_LABELS = labels(lambda profile: profile.labels.task)
BLOCKING_LABELS = labels(lambda profile: profile.labels.blocking)
PHASE_LABELS = labels(lambda profile: profile.labels.phase)
LABELS_OF_WORK = frozenset({*TASK_LABELS, *PHASE_LABELS})
SECTION_LABELS = labels(lambda profile: profile.labels.section)
RISK_LABELS = labels(lambda profile: profile.labels.risk)
SECTIONS = labels(lambda profile: profile.headings.sections)
WORK_NAMES = frozenset(phrases(lambda profile: profile.roles.work))
PLAN_TITLES = phrase_finder(lambda profile: profile.detection.plan_titles)
PLAN_WORDS = phrase_finder(lambda profile: profile.detection.plan_words)
OTHER_TITLES = phrase_finder(lambda profile: profile.detection.other_titles)
WORK_TITLES = phrase_finder(lambda profile: profile.detection.work_titles)
TEMPLATE_PLACES = phrase_finder(lambda profile: profile.detection.template_places)
BOX_STATES = signs(lambda profile: profile.states.box_marks)
# The characters of a ticked box, and those of them that also mean "done" without a box.
TICKS = "".join(mark for mark, state in BOX_STATES.items() if state is State.DONE)
TICK_SIGNS = "".join(mark for mark in TICKS if not mark.isalpha())
BALLOT_SIGNS = "".join(profile.states.ballots for profile in PROFILES)
