# Schedulers know four kinds of links between tasks, with lags: `1.1 SS+2d`. Here a task waits until another one is
# finished, and for as long as a lag says after that. Other kinds of links are only removed from the reference.
"""Kinds of links and lags behind a reference: `FS+2d`, `SS`, `+ 2 days`, `start-to-start`."""

from __future__ import annotations

import re

from msgspec import Struct

from mkdocs_planplugin.compiled_patterns import compiled
from mkdocs_planplugin.model import Calendar

from ..patterns import when_used
from ..profiles import alternatives, any_of, phrases, table
from ..remembered import remembered
from .lengths import read_length

_UNITS = any_of(unit for units in table(lambda profile: profile.lengths.units).values() for unit in units)
_FINISH_TO_START = frozenset((*phrases(lambda profile: profile.references.finish_to_start), "FINISH-TO-START"))
_OTHER_KINDS = phrases(lambda profile: profile.references.other_links)
# Those of English wherever they stand. Others glued to the number (`1.1AA`), and else in capitals, as `if` and `it` are
# words, where a lag is behind them (`1.1 AA + 2T`), or nothing that they change (`1.1 EA`).
_ENGLISH_KINDS = "FS|SS|FF|SF"
_ALL_KINDS = any_of({*_FINISH_TO_START, *_OTHER_KINDS})
_KIND = (
    rf"(?P<kind>{_ENGLISH_KINDS}|(?<=[0-9])(?:{_ALL_KINDS})"
    rf"|(?<=[0-9]\s)(?-i:(?:{_ALL_KINDS})(?=\s?[+−-]\s?\d)|(?:{any_of(_FINISH_TO_START)})(?=\s*(?:[,;)\]]|$)))"
    r"|(?:finish|start)[- ]to[- ](?:start|finish))"
)
# `3T`, a letter for days that means something else in other lengths.
_DAYS = any_of(phrases(lambda profile: profile.references.days_of_lags))
_LETTER_FOR_DAYS = when_used(rf"(?<=\d)\s?(?:{_DAYS})$", re.IGNORECASE)
_NUMBER = r"\d{1,6}+(?:[.,]\d{1,6}+)?"  # without an end, a long row of figures would be tried from each of them
_AMOUNT = rf"{_NUMBER}(?:\s?[-–]\s?{_NUMBER})?\s?(?:%|(?:{_UNITS}|{_DAYS})(?!\w))"
# A unit that is misspelt is one all the same behind a plus: `1.1 + 2 dyas`, but not `1.1 + 2 tasks`.
_PARTS = any_of({*phrases(lambda profile: profile.headings.phase_words), *phrases(lambda p: p.headings.task_words)})
_ANY_AMOUNT = rf"{_NUMBER}\s?(?!(?:{_PARTS})s?\b)[^\W\d_]{{1,12}}(?!\w)"
_LAG = (
    rf"(?P<lag>[+−-]\s?{_AMOUNT}(?:\s+(?:of\s+)?(?:lag|lead))?|{_AMOUNT}\s+(?:lag|lead)|\+\s?{_ANY_AMOUNT}"
    rf"|(?:lag|lead|wait)(?:\s+of)?\s*:?\s*[+−-]?\s?{_AMOUNT})"
)
_IN_WORDS = r"(?P<in_words>[+−-]\s?[^\W\d_]+\s[^\W\d_]+)"  # `FS+two days`
# Behind the number of a task or phase, glued to it or not, also in brackets.
_BEHIND = when_used(
    rf"(?<=[0-9])\s*[(\[,]?\s*(?:{_KIND}(?:\s*(?:{_LAG}|{_IN_WORDS}))?|{_LAG.replace('<lag>', '<lag_alone>')})"
    r"(?![\w-])\s*[)\]]?",
    re.IGNORECASE,
)
# Before it: `2 days after 1.1`.
_BEFORE = when_used(
    rf"(?<![\w.+-])(?P<length>(?:~?{_NUMBER}\s?)?[^\W\d_]+(?:\s[^\W\d_]+)?)\s"
    rf"(?P<after>(?:{alternatives(lambda profile: profile.references.lag_before)})\b)",
    re.IGNORECASE,
    needs=phrases(lambda profile: profile.references.lag_before),
)
_LAST_ITEM = when_used(rf"[,;&]|\b(?:{alternatives(lambda profile: profile.references.list_words)})\b", re.IGNORECASE)
_LONGEST_ITEM = 200  # characters; each of many lags would else look through the whole text
_ANY_CALENDAR = Calendar()
_BARE_LENGTH = when_used(r"^[+−-]|\b(?:lag|lead|of|with|a|wait|delay|later)\b|:", re.IGNORECASE)
# The same without the units of all languages, which take long to compile and are seldom there.
_MAY_BE_BEHIND = compiled(
    r"[0-9]\s*+[(\[,]?\s*+"
    r"(?:[+−-]\s?\d|FS|SS|FF|SF|(?-i:[A-Z]{2})|(?<=[0-9])[A-Z]{2}(?![^\W\d_])|finish|start|lag|lead|wait|\d{1,6}+\s?[^\W\d_]{1,20}+\s(?:lag|lead))",
    re.IGNORECASE,
)


class Lag(Struct, frozen=True):
    """What a reference says beyond "is finished first", as written; whether it is another kind of link, the words of
    its length of time, whether that comes off (a lead), and the text that names what the lag is behind."""

    words: str
    is_other_kind: bool
    length: str
    is_lead: bool
    of: str


@remembered(1024)  # what a task waits for is asked for, and how long behind it, and many wait for the same
def without_lags(text: str) -> tuple[str, tuple[Lag, ...]]:
    """A text without kinds of links and lags, and those among them that change the meaning."""
    lags: list[Lag] = []

    def behind(match: re.Match[str]) -> str:
        kind = (match["kind"] or "FS").upper().replace(" ", "-")
        words = match["lag"] or match["lag_alone"] or match["in_words"] or ""
        is_other = kind not in _FINISH_TO_START
        if is_other or words:
            length = _LETTER_FOR_DAYS.sub(" d", _BARE_LENGTH.sub("", words).strip())
            # A dash alone is as often none: `1.1 - 2 days`.
            is_lead = words.startswith(("-", "−")) or "lead" in words.casefold()
            is_sure = match["kind"] or not words.startswith(("-", "−"))
            of = _LAST_ITEM.split(text[max(0, match.start() - _LONGEST_ITEM) : match.start()])[-1]
            lags.append(Lag(match[0].strip(" ()[],"), is_other, length if is_sure else "", is_lead, of))
        return " "

    def before(match: re.Match[str]) -> str:
        length = read_length(match["length"], _ANY_CALENDAR)
        if length is None or length.end < len(match["length"]):
            return match[0]
        of = _LAST_ITEM.split(text[match.end() : match.end() + _LONGEST_ITEM])[0]
        lags.append(Lag(match[0].strip(), is_other_kind=False, length=match["length"], is_lead=False, of=of))
        return match["after"]

    text = _BEFORE.sub(before, text)
    return (_BEHIND.sub(behind, text) if _MAY_BE_BEHIND.search(text) else text), tuple(lags)
