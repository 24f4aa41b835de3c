# Phases are numbered in many ways: `Phase 2`, `Phase Two`, `Stage B`, `1st phase`, `第一阶段`, `1단계`, `M1`. The
# number is told apart from the author's words for it, which readers are shown.
"""The number of a phase, and what its author calls it, at the start of a heading."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from ..patterns import when_used
from ..profiles import (
    NUMBERS_IN_WORDS,
    PHASE_WORDS,
    PROFILES,
    STEP_WORDS,
    alternatives,
    any_of,
    numbers_in_words,
    pattern,
    phrases,
)
from ..remembered import remembered
from ..values import is_day

_NUMBER = r"\d+(?:\.\d+)*(?:[a-z](?:-\d+)?)?"
# Kana, Han and Hangul: words of these scripts have no spaces between them.
_SCRIPTS_WITHOUT_SPACES = ("\u3040-\u30ff", "\u3400-\u9fff", "\uac00-\ud7af")
# With regard to case, for such large sets take long to compile without.
_NO_WORD = rf"(?-i:(?![^\W{''.join(_SCRIPTS_WITHOUT_SPACES)}]))"
_ORDINALS_IN_WORDS = numbers_in_words(lambda profile: profile.headings.ordinal_words)
_MOST_DIGITS = 1000  # Python reads no number of more than a few thousand
_IN_WORDS = NUMBERS_IN_WORDS | _ORDINALS_IN_WORDS
_WORDS = any_of(_IN_WORDS)
_SIGNS = "".join(profile.headings.numerals for profile in PROFILES)
_NUMERALS = f"[{_SIGNS}]{{1,3}}"
_CIRCLED = "".join(profile.headings.circled for profile in PROFILES)
_SEPARATOR = r"\s*[:：.,·–—-]*\s*"
_ENDS = r"(?=\s*(?:[:：.,)(（|·–—-]|$))"  # the name of the phase has not begun
_OF_MILESTONE = rf"[1-9]\d*-0\d+{_ENDS}"  # `1-02`, the second of milestone 1; `1-2` and `01-02` are two phases
# A box, signs, the number of a section.
BEFORE_WORD = r"(?:\s*+\[[^\d\[\]]\]\s++)?[\W_]*+(?:\d++(?:\.\d++)*+[.)]?\s++)?[\W_]*+"
_SIGNS_BEFORE = r"(?:\s*+\[[^\d\[\]]\]\s++)?[\W_]*+"
_REST = rf"{_SEPARATOR}(?P<name>.*)$"

# `Days 3 to 5 - Sail`, `Weeks 8 and 9: Paint`
_TO = any_of(
    (*phrases(lambda profile: profile.dates.to), *phrases(lambda profile: profile.references.words.get("and", "")))
)
# `Implementation Phase 1`
_BEFORE = alternatives(lambda profile: profile.headings.before_phase)

_WORD_FIRST = when_used(
    rf"{BEFORE_WORD}(?:(?:{_BEFORE})\s+)?(?P<label>(?P<word>{PHASE_WORDS})(?P<many>s)?(?:-(?=\d)|\s*#?)"
    rf"(?-i:v(?=\d))?(?P<number>(?:{_OF_MILESTONE}|(?-i:[A-Z])?{_NUMBER})(?=[ºª]?{_NO_WORD})|(?<![^\W\d_])(?:[IVX]+\b|(?:{_WORDS})\b|(?-i:[A-Z]){_ENDS})|{_NUMERALS})[ºª°]?"
    rf"(?:(?:[-–—]|\s*[/&]\s*)\d+\b|\s*[-–—]\s*\d+(?(many)\b|{_ENDS})|\s+(?:{_TO})\s+\d+{_ENDS})?){_REST}",
    re.IGNORECASE,
)
_ORDINALS = alternatives(lambda profile: profile.headings.number_endings)
_NUMBER_FIRST = when_used(
    rf"{_SIGNS_BEFORE}(?P<label>(?:(?P<number>\d+)(?:(?P<ending>{_ORDINALS})|\.)|(?P<words>{any_of(_ORDINALS_IN_WORDS)}))"
    rf"\s+(?P<word>{PHASE_WORDS})(?(ending)\b|{_ENDS})){_REST}",
    re.IGNORECASE,
)
_COUNTED = alternatives(lambda profile: profile.headings.counters)
_GLUED = when_used(
    rf"{BEFORE_WORD}(?P<label>(?:第\s*(?P<number>\d+|{_NUMERALS})\s*(?P<word>{_COUNTED})"
    rf"|(?P<words>\d+|{_NUMERALS})\s?(?P<behind>{_COUNTED})(?=\s|{_ENDS}))){_REST}"
)
_SHORT = when_used(
    rf"{_SIGNS_BEFORE}(?P<label>(?P<word>{any_of(phrases(lambda profile: profile.headings.short_words)).upper()})"
    rf"-?(?P<number>\d+(?:\.\d+)*))(?=\s*[:：(（]|\s+[–—|·-]\s|$){_REST}"
)
_ANY_WORD = r"[^\W\d_][^\d\s:：.]{1,30}"
_COUNTED_BY_WORD = when_used(
    rf"{_SIGNS_BEFORE}(?P<label>(?P<word>{_ANY_WORD}(?: {_ANY_WORD})?)\s*#?(?P<number>\d+))"
    rf"(?=\s*[:：.–—-]|$){_REST}"
)
_NO_PART = when_used(rf"(?:.* )?(?:{alternatives(lambda profile: profile.headings.no_parts)})")
_FEW_DIGITS, _MANY = 3, 3
_SECTION_NUMBER = when_used(rf"^\W*(?:[\d.\s)]+|{_NUMERALS}[、.．])")
# Without a word: only where the sections hold work.
_NUMBERED = when_used(
    rf"{_SIGNS_BEFORE}(?P<label>(?P<number>{_NUMBER}))(?:[.):：]?\s+|[、．]\s*)(?P<name>\S.*)$", re.IGNORECASE
)
_LETTERED = when_used(
    rf"{_SIGNS_BEFORE}(?:(?P<label>(?P<number>[A-Z]))[.)]\s+(?P<name>\S.*)$|"
    rf"(?P<sign_label>(?P<sign>{_NUMERALS}))[、.．]\s*(?P<sign_name>\S.*)$)|"
    rf"[\W_]*?(?P<circled_label>(?P<circled>[{_CIRCLED}]))[、.．:：]?\s*(?P<circled_name>\S.*)$"
)
_LETTERED_FORMS = (
    ("label", "number", "name"),
    ("sign_label", "sign", "sign_name"),
    ("circled_label", "circled", "circled_name"),
)
_CODED = when_used(
    rf"{_SIGNS_BEFORE}(?P<label>(?P<number>[A-Z]{{1,4}}-?\d+(?:\.\d+)*))(?:\s*[:：]\s*|\.?\s+[–—·-]\s+|\.\s+|\s*(?=[(（]))(?P<name>\S.*)$"
)
_IN_PARENTHESES = when_used(r"^[(（]([^()（）]+)[)）]$")
_MONTH = when_used(rf"(?:{any_of(phrases(lambda profile: ', '.join(profile.dates.months)))})\b", re.IGNORECASE)
_PARTS = any_of(phrases(lambda profile: profile.headings.part_words))
_VERSIONS = any_of(phrases(lambda profile: profile.headings.version_words))
_QUARTER = "quarter"
_QUARTERS = any_of(phrases(lambda profile: profile.headings.quarter_letters))
_TERMS = any_of(phrases(lambda profile: profile.headings.term_letters))
_PART = when_used(
    rf"{_SIGNS_BEFORE}(?P<label>(?:(?P<word>{_PARTS})|{_VERSIONS})\s*#?(?P<number>\d+(?:\.(?:\d+|x))*|(?-i:[A-Z]){_ENDS}){_NO_WORD}"
    rf"|(?P<quarter>(?:{_QUARTERS})[1-4]|(?:{_TERMS})[1-4](?=\s+'?\d{{4}}))(?:\s+'?\d{{2,4}})?\b){_REST}",
    re.IGNORECASE,
)


# `Planning Phase`, `Bauphase`, `Phase de conception`; `March 2026: Roof`, `Monday`; `MVP`
_UNITS_OF_TIME = phrases(lambda profile: ", ".join(profile.dates.positions.values()))
_UNNUMBERED = any_of(
    {*phrases(lambda profile: profile.labels.timeline.get("phase", ""))}.difference(STEP_WORDS, _UNITS_OF_TIME)
)
_STAGE_WORDS = frozenset(phrases(lambda profile: profile.headings.stage_words))
_UNIT_OF_TIME = any_of(_UNITS_OF_TIME)
# `Workstream: Sails`, but not `Step: Sails` nor `Day: Sunday`
_WORDS_OF_PARTS = any_of(
    {
        *phrases(lambda profile: profile.headings.phase_words),
        *phrases(lambda profile: profile.headings.part_words),
    }.difference(STEP_WORDS, _UNITS_OF_TIME)
)
_WEEK_OF = any_of(phrases(lambda profile: profile.dates.week_of))
_TIMES = any_of(phrases(lambda profile: ", ".join((*profile.dates.months, profile.dates.weekdays))))
_OF = any_of(phrases(lambda profile: profile.dates.of))
_PHASE_OF = any_of(phrases(lambda profile: profile.headings.phase_of))
_PHASE_NAMED = any_of(phrases(lambda profile: profile.headings.phase_named))
_COMPOUNDS = any_of(phrases(lambda profile: profile.headings.compounds))
_RELEASES = pattern(lambda profile: profile.headings.releases).pattern
_BEHIND_NAME = r"(?:\s*[(:：–—|-].*)?$"
_PHASE_BY_NAME = (
    rf"(?:(?:[^\W\d_][\w&/'-]*\s+){{1,4}}(?:{_UNNUMBERED})|[^\W\d_]{{2,}}(?:{_COMPOUNDS})){_BEHIND_NAME}"
    rf"|(?:{_PHASE_NAMED})\s+[^\W\d_]{{4,}}{_BEHIND_NAME}"
    rf"|(?:{_UNNUMBERED})\s+(?:{_PHASE_OF})(?:(?<=')|\s+)\S"
    rf"|(?:{_WORDS_OF_PARTS})\s*[:：]\s*\S"
)
_CALLED_PHASE = when_used(rf"{_SIGNS_BEFORE}(?:{_PHASE_BY_NAME})", re.IGNORECASE)
_NAMED_PHASE = when_used(
    rf"{_SIGNS_BEFORE}(?:{_PHASE_BY_NAME}|(?:{_RELEASES}){_BEHIND_NAME}"
    rf"|(?:{_UNIT_OF_TIME})\s+(?:{_WEEK_OF})\s+\S"
    rf"|(?:{_TIMES})(?:\s+(?:(?:{_OF})\s+)?\d{{4}})?{_BEHIND_NAME})",
    re.IGNORECASE,
)


_LAST = any_of(phrases(lambda profile: profile.headings.last_words))
_LAST_PHASE = when_used(
    rf"{_SIGNS_BEFORE}(?:(?:{PHASE_WORDS})\s+(?:{_LAST})|(?:{_LAST})\s+(?:{PHASE_WORDS})){_BEHIND_NAME}", re.IGNORECASE
)


class NumberedHeading(NamedTuple):
    """The beginning of a heading: the number, the name, the author's words for the number (empty for a number alone),
    the word for a phase or a part in small letters, and the text between number and name."""

    number: str
    name: str
    label: str = ""
    word: str = ""
    gap: str = ""


@remembered(2048)  # asked of each heading by several steps
def phase_heading(title: str) -> NumberedHeading | None:
    """The number and the name in a heading that begins a phase (`Phase 2: Rollout`)."""
    for form in (_WORD_FIRST, _NUMBER_FIRST, _GLUED, _SHORT):
        if match := form.match(title):
            groups = match.groupdict()
            if form is _NUMBER_FIRST and not match["name"] and has_no_spaces(match["word"]):
                continue  # `4. マイルストーン` is a chapter: such words have no plural
            number = next(filter(None, map(groups.get, ("number", "words"))))
            word = next(filter(None, map(groups.get, ("word", "behind"))))
            gap = match.string[match.end("label") : match.start("name")]
            return NumberedHeading(_plain_number(number), match["name"], match["label"], word.lower(), gap)
    return None


@remembered(2048)
def numbered_heading(title: str) -> NumberedHeading | None:
    """The number and the name in a numbered heading (`2. Rollout`, `A. Rollout`, `AB1: Rollout`, `v1.2: Rollout`,
    `Q3 2026`)."""
    match = _NUMBERED.match(title)
    if match and not (_MONTH.match(match["name"]) and is_day(title)):
        return NumberedHeading(match["number"], match["name"])
    if match := _LETTERED.match(title):
        label, number, name = next(filter(all, (match.group(*names) for names in _LETTERED_FORMS)))
        return NumberedHeading(_plain_number(number), name, label)
    if match := _CODED.match(title):
        return NumberedHeading(match["number"], _IN_PARENTHESES.sub(r"\1", match["name"]), match["label"])
    if match := _PART.match(title):
        if match["quarter"]:
            return NumberedHeading(match["quarter"].upper(), match["name"], match["label"], _QUARTER)
        return NumberedHeading(match["number"], match["name"], match["label"], (match["word"] or "").lower())
    return None


@remembered(2048)
def counted_heading(title: str) -> NumberedHeading | None:
    """The number and the name in a heading that counts by any word: `Lauf 2: Segel`. Words for what is no part of a
    plan (`Option 1`, `Example 1`) do not count."""
    match = _COUNTED_BY_WORD.match(title)
    if match is None or len(match["number"]) > _FEW_DIGITS or _NO_PART.fullmatch(match["word"].casefold()):
        return None
    return NumberedHeading(match["number"], match["name"], match["label"], match["word"].casefold())


def names_a_stage(title: str) -> bool:
    """Whether a heading numbers a phase by a word that only plans have (`Milestone 1`): a part, a step, a day may be a
    chapter."""
    heading = phase_heading(title)
    return heading is not None and heading.word in _STAGE_WORDS


def is_named_phase(title: str) -> bool:
    """Whether a heading names a phase without a number: `Planning phase`, `Workstream: Sails`, `March 2026`, `Monday`,
    `MVP`."""
    return _NAMED_PHASE.match(title.replace("’", "'")) is not None


def is_called_phase(title: str) -> bool:
    """Whether a heading without a number calls itself a phase: `Planning phase`, `Fase académica`."""
    return _CALLED_PHASE.match(title.replace("’", "'")) is not None


def is_last_phase(title: str) -> bool:
    """Whether a heading names a phase by its place at the end: `Final phase: Paint`, `Fase final`."""
    return _LAST_PHASE.match(title) is not None


def without_number(title: str) -> str:
    """A heading without the number of its section: `3.1 Risks`, `五、风险`."""
    return _SECTION_NUMBER.sub("", title, count=1)


def is_coded(title: str) -> bool:
    """Whether a heading begins with a code: `F1 — Hut`."""
    return _CODED.match(title) is not None


def is_series(titles: Iterable[str]) -> bool:
    """Whether headings are told apart by codes of the same letters: `F1 — Hut`, `F2 — Path`."""
    codes = [match["number"] if (match := _CODED.match(title)) else "" for title in titles]
    return len(set(codes)) > 1 and len({code.rstrip("0123456789.") for code in codes}) == 1


def is_counted(titles: Iterable[str]) -> bool:
    """Whether those of these headings that have numbers count from 1 to 3 or more: then each is a part of one thing,
    also `4. Verify`."""
    numbers = [heading.number for title in titles if (heading := numbered_heading(title))]
    return len(numbers) >= _MANY and numbers == [str(number) for number in range(1, len(numbers) + 1)]


def label_of_phase(heading: NumberedHeading) -> str | None:
    """The author's words for the number of a phase, for readers; `None` if they are just `Phase` and the number."""
    label = heading.label.strip()
    return None if not label or label.casefold() == f"phase {heading.number}".casefold() else label


def _plain_number(number: str) -> str:
    """A number in figures, also if it is written in words or in signs; any other text unchanged."""
    if number.isdecimal():
        return str(int(number)) if len(number) <= _MOST_DIGITS else number
    if number.casefold() in _IN_WORDS:
        return str(_IN_WORDS[number.casefold()])
    if number and number in _CIRCLED:
        return str(_CIRCLED.index(number) + 1)
    return str(_of_signs(number)) if number and all(sign in _SIGNS for sign in number) else number


def _of_signs(number: str) -> int:
    """The value of a number in the signs for one to ten, up to 99: `十二` is 12, `二十` is 20."""
    tens, ten, ones = number.rpartition("十")
    if not ten:
        return int("".join(str(_value(sign)) for sign in number))
    return 10 * (_value(tens) if tens else 1) + (_value(ones) if ones else 0)


def _value(signs: str) -> int:
    return _SIGNS.index(signs[0]) % 10 + 1


def has_no_spaces(text: str) -> bool:
    """Whether a text begins in a script whose words have no spaces between them."""
    return any(script[0] <= text[:1] <= script[-1] for script in _SCRIPTS_WITHOUT_SPACES)
