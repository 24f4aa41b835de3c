"""Spots: the places of a template that an author has to fill in, such as `[Date]` or `TBD`."""

from __future__ import annotations

import re
from typing import Any

from mkdocs_planplugin.compiled_patterns import compiled

from ..patterns import when_used
from ..profiles import PROFILES, phrases, split_phrases
from ..remembered import remembered
from .levels import LEVELS
from .statuses import STATES, STATUSES
from .vocabulary import Vocabulary, core, is_choice_list, normalized, without_lookalikes

_CHOICES: tuple[Vocabulary[Any], ...] = (
    LEVELS,
    STATUSES,
    STATES,
    *(
        Vocabulary({choice: (choice,) for choice in split_phrases(choices)})
        for profile in PROFILES
        for choices in profile.placeholders.choices
    ),
)

# The longest list of choices is shorter than this. Longer texts need no check.
_LONGEST_CHOICES = 100

_ANSWER, _ORDER = "answer", "order"
_UNKNOWN = Vocabulary(
    {
        _ANSWER: phrases(lambda profile: profile.placeholders.unknown),
        _ORDER: phrases(lambda profile: profile.placeholders.orders),
    }
)
# A word for "unknown" may be followed by a reason in parentheses. Any other text behind it is prose (`TBC by Ann`).
_UNKNOWN_AFTER = when_used(r" ?[.:!?]{0,3}$| ?\([^()]*\)?$")
# Letters in the place of figures: `YYYY-MM-DD`, `2026-XX-XX`, `X hours`, `N-M days`.
_FIGURES = r"(?:Y{2,4}|J{2,4}|A{2,4}|X{2,4}|MM|DD|TT|HH|SS|\d{2,4})"
_ANY_NUMBER = r"\[?[XYNMZ?]{1,3}\]?"
_BLANK = compiled(
    r"\.{2,}|…+|\?+|_{2,}|\$(?:\{[A-Za-z_]\w*\}|[A-Za-z_]\w*)"
    r"|(?:TODO|FIXME|XXX)[.:!]?(?: ?\([^()]*\))?"
    rf"|(?=(?:[\d:/. -]|T(?!T))*(?:[A-SU-Z]|TT)){_FIGURES}(?:[-/.:T ]{_FIGURES}){{2,}}|(?:YYYY|JJJJ|AAAA)[-/.]MM|HH:MM"
    rf"|[~<]?{_ANY_NUMBER}(?: ?(?:[-–—/]|to) ?{_ANY_NUMBER})?\+? ?"
    r"(?:%|(?i:h|hrs?|hours?|d|days?|w|weeks?|wks?|min|minutes?|months?|points?)\b)"
)

_SPOT = when_used(
    # It begins with a set of characters: a search skips what is not in it at once.
    r"[\[<{](?:"
    # Not a link, nor the definition of one, nor quoted, nor a part of a path.
    r"""(?<![\w!\[\]"'/]\[)(?<=\[)(?P<square>[^\[\]]*+)\](?![(\[\]"]|/\w|:\s+[\w<:-]*+[./#]\S*+\s*(?:$|["'(]))"""
    r"""|(?<![\w<\\"'/]<)(?<=<)(?P<angle>[^\W\d_][\w '/-]*+)>"""
    r"|(?<![\w{/$%#]\{)(?<=\{)\{? ?(?P<brace>[^\W\d_][\w '/-]*+)\}?\}(?![\w}/]))"
)
# Square brackets that are no spot: boxes, numbers, footnotes, alerts, marks of the author (`[P]`, `[US1]`, `[3 days]`).
_MARK = when_used(
    r"[^\W_]?|[\W\d]+|[!^@\"'].*|[A-Z]{1,8}-?\d+|~?\d[\d.,:/%+–-]*(?: ?[^\W\d_]{1,10})?|toc", re.IGNORECASE
)
_GLUED_BEHIND = when_used(r"[-_](?:\[|[^\W_])")
_GLUED_BEFORE = when_used(r"[\]\w][-_]")
_WORD_OF_PATTERN = when_used(r"(?!(?:YYYY|JJJJ|AAAA)$)[^\W\d_]{3,}")
_MARK_WORDS = Vocabulary({True: phrases(lambda profile: profile.placeholders.marks)})
# `[Backend] Add the endpoint` and `Issue 3: [Backend] Add it` are tags; `**Team:** [Number] people` and
# `[Q]: [Question]` are spots.
_TAG = when_used(r"(?<![^\d*]: )(?<![^\d]\*\*: )(?<![^\d]:\*\* )\[[\w&+.-]+\](?= [^\W\d_])")
_LABEL = when_used(r"\[[A-Z]\]:")
_BOX = when_used(r"\s*(?:[-*+] +)?\[.\] +\S")  # whatever its mark is
# HTML elements that occur in prose. Other names in angle brackets are spots.
_HTML = frozenset(
    """a abbr b blockquote br center code dd del details div dl dt em font h1 h2 h3 h4 h5 h6 hr i img input ins kbd li
    mark ol p pre s small span strong sub summary sup table tbody td th thead tr u ul var video""".split()  # noqa: SIM905
)
_COMPONENT = when_used(r"[A-Za-z]*[a-z0-9]+[A-Z]\w*$")  # `<DatePicker>` is code that lost its backticks
_BRACKET = compiled(r"[\[<{]")
_DIVIDER = compiled(r"[|/·]")
_FILLED = when_used(r"[^\W_]")
_CODE = when_used(r"`[^`]*`")
_BACKTICKS = when_used(r"(`+)")
# What a word in prose may be: `Ask for consent (yes/no)`.
_EXPLAINS = when_used(r"(?<=[^\W_])\s\([^()]*\)")
_SEGMENT = when_used(r"[:*()\[\]]")
_CELL = when_used(r"(?<!\\)\||[:*()\[\]]")


def says_unknown(text: str) -> bool:
    """Whether a value says that it is not known yet, in brackets or not: `TBD`, `[To be decided]`."""
    return _UNKNOWN.meaning(core(normalized(text))) == _ANSWER


@remembered(4096)  # the same few values stand at every task
def is_placeholder(text: str) -> bool:
    """Whether a value or a line of prose is still the text of the template: `[X hours/days]`, `YYYY-MM-DD`, `TBD`.

    A list with all its choices is one, too (the format's rule on unfilled placeholders). Outside of spots there may be
    only punctuation. `N/A` and `-` are answers; links, boxes and footnotes are no spots.
    """
    tidy = normalized(text)
    if not tidy:
        return False
    if (len(tidy) <= _LONGEST_CHOICES and _BLANK.fullmatch(tidy)) or _is_choices(tidy):
        return True
    if unknown := _UNKNOWN.at(tidy):
        return _UNKNOWN_AFTER.match(tidy, unknown[1]) is not None
    if not _BRACKET.search(tidy):
        return False
    rest, spots = _without_spots(without_lookalikes(text))
    return spots > 0 and not _FILLED.search(rest)


def count_placeholders(text: str) -> int:
    """How many spots of a line of Markdown are unfilled: each bracketed spot and each list of choices is one.

    Links, boxes, footnotes and code are none.
    """
    rest = _without_code(text) if "`" in text else text
    rest, spots = _without_spots(rest) if _BRACKET.search(rest) else (rest, 0)
    return spots + _count_choices(rest) if _DIVIDER.search(rest) else spots


@remembered(1024)  # without its code, the line `**Files/Components:** ...` is the same at each task
def _count_choices(text: str) -> int:
    """How many lists of choices stand in a line without code and spots."""
    text = _EXPLAINS.sub(" ", text)
    # In the row of a table bars divide cells, not choices; and commas divide prose, not choices.
    segments = (_CELL if text.lstrip().startswith("|") else _SEGMENT).split(text)
    return sum(_is_choice(segment) for segment in segments if _DIVIDER.search(segment))


@remembered(1024)  # most are labels
def _is_choice(segment: str) -> bool:
    return _is_choices(normalized(segment))


def _is_choices(tidy: str) -> bool:
    return len(tidy) <= _LONGEST_CHOICES and is_choice_list(tidy, *_CHOICES)


def _without_spots(text: str) -> tuple[str, int]:
    """The text without spots and marks in brackets, and how many spots it had."""
    spots = 0

    def take(spot: re.Match[str]) -> str:
        nonlocal spots
        if spot["square"] and _is_in_pattern(text, spot):
            return spot[0]
        if spot["angle"] and not _is_spot_in_angles(spot["angle"]):
            return spot[0]
        spots += spot["square"] is None or not _is_mark(normalized(spot["square"]), text, spot.start())
        return " "

    return _SPOT.sub(take, text), spots


def _is_in_pattern(text: str, spot: re.Match[str]) -> bool:
    """Whether a spot is glued to another one, or to a word before it: `[TYPE]-[YEAR]-[NO]` says how names are built.
    Dates and ranges are spots: `[YYYY]-[MM]-[DD]`, `[X]-[Y] days`."""
    start = spot.start()
    is_glued = _GLUED_BEHIND.match(text, spot.end()) or _GLUED_BEFORE.fullmatch(text, max(0, start - 2), start)
    return bool(is_glued) and _WORD_OF_PATTERN.fullmatch(spot["square"]) is not None


def _is_mark(inside: str, text: str, start: int) -> bool:
    """Whether the text in square brackets, which open at `start`, was put there on purpose."""
    if len(inside) == 1 and not text[:start].strip(" -*+") and _BOX.match(text):
        return True
    if _BLANK.fullmatch(inside) or inside in _UNKNOWN or _LABEL.match(text, start):
        return False
    if _TAG.match(text, start):
        return True
    return bool(_MARK.fullmatch(inside)) or any(core(inside) in words for words in (_MARK_WORDS, STATES, LEVELS))


def _is_spot_in_angles(inside: str) -> bool:
    return inside.split(maxsplit=1)[0].casefold() not in _HTML and not _COMPONENT.match(inside)


def _without_code(line: str) -> str:
    """The line without its code spans (GFM 6.3): a run of backticks ends at the next run of the same length."""
    if "``" not in line and line.count("`") % 2 == 0:  # as nearly all are written
        return _CODE.sub(" ", line)
    parts = _BACKTICKS.split(line)  # text and runs of backticks, in turn
    next_run: dict[str, int] = {}
    ends = [0] * len(parts)
    for index in range(len(parts) - 2, 0, -2):
        ends[index] = next_run.get(parts[index], 0)
        next_run[parts[index]] = index
    pieces, index = [], 0
    while index < len(parts):
        if ends[index]:
            index = ends[index]
        elif index % 2 == 0:
            pieces.append(parts[index])
        index += 1
    return " ".join(pieces)
